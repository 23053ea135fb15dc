# Textes en français. Une clé par texte ; les valeurs s'écrivent { $nom }.

count-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
}

### words of the data: scales, carrier types, evidence, dates, ages

unknown = non documenté
yes = oui
no = non

count-communes = { $count ->
    [one] { $count } commune
   *[other] { $count } communes
}
count-inhabitants = { $count ->
    [one] { $count } habitant
   *[other] { $count } habitants
}
count-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
count-preconisations = { $count ->
    [one] { $count } préconisation
   *[other] { $count } préconisations
}
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
count-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}

scale-department = département
scale-epci = EPCI
scale-several-communes = plusieurs communes
scale-commune = commune
scale-neighbourhoods = quartiers

carrier-epci = EPCI
carrier-commune = commune
carrier-spe = service public de l'emploi
carrier-association = association
carrier-state = État
carrier-department = département
carrier-other = autre
carrier-unknown = porteur non documenté

evidence-explicit = explicite
evidence-probable = probable
evidence-label = d'après le libellé
evidence-implicit = implicite
evidence-list-order = d'après l'ordre de la liste

basis-territory = date propre à cette Cité
basis-wave = date nationale de la vague

precision-day = au jour près
precision-month = au mois près
precision-quarter = au trimestre près
precision-year = à l'année près

finding-added-value = apport
finding-limit = limite
figure-stated = déclaré
figure-derived = calculé

date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-month = { $month } { $year }
date-quarter = { $quarter ->
    [1] 1er
   *[other] { $quarter }e
} trimestre { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

age-not-yet = pas encore
age-months = { $from } à { $to } mois
age-years = { $from } à { $to } { $to ->
    [one] an
   *[other] ans
}
age-year-months = { $years }, { $from } à { $to } mois

column-id = Id
column-label = Territoire
column-department = Dép.
column-region = Région
column-scale = Échelle
column-wave = Vague
column-wave-evidence = Preuve de la vague
column-label-date = Labellisée
column-label-date-basis = Base de la date
column-launch-date = Lancement
column-age = Ancienneté
column-ran-for = Durée d'expérimentation
column-precision = Précision
column-carrier = Porteur
column-carrier-type = Type de porteur
column-evidence = Preuve
column-communes = Communes
column-qpvs = QPV
column-population = Population
column-themes = Thèmes

card-carrier = Porteur
card-region = { $count ->
    [one] Région
   *[other] Régions
}
card-department = { $count ->
    [one] Département
   *[other] Départements
}
card-scale = Échelle
card-wave = Vague
card-label-date = Labellisée
card-launch-date = Lancement
card-age = Ancienneté
card-age-on = au { $day }
card-ran-for = Expérimentation
card-ran-until = jusqu'au { $day }
card-themes = Thèmes
card-note = Remarque
card-statements = Ce que disent les sources
card-communes = Communes ({ $count })
card-population = Population
card-population-basis = communes entières, 2020
card-qpvs = Quartiers prioritaires ({ $count })
card-sources = Sources
card-subtitle = { $id } · vague { $wave } · { $age }
card-addressees = Destinataires
card-addressees-explicit = nommés par la source
card-addressees-deduced = déduits du texte
card-theme = Thème
card-core = préconisation centrale { $order } sur { $total }
card-other = autre préconisation
card-related = Liée à
card-sub-measures = Mesures
card-origin = Origine

### snapshot: problems of tables and files

### search: problems of a query

### output: tables, cards, formats

### command line

### explorer
