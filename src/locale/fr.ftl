# Textes en français, au format Fluent. Les valeurs s'écrivent { $nom }.
# Un fichier comme celui-ci, nommé par le code de sa langue (xx.ftl), ajoute une langue.

# Le nom de cette langue en anglais, pour le schéma JSON.
language-in-english = French

# Entre les milliers, entre les unités et les dixièmes, entre les cellules du CSV.
# Les tableurs français lisent « ; », puisque « , » est dans leurs nombres.
number-thousands = {"\u202F"}
number-decimal = ,
csv-separator = ;

count-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
}

### data: values, units, dates, ages, columns, cards

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
count-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}

percent = { $number } %
kilometres = { $number } km

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
carrier-is-territory = le territoire
label-is-carrier = même nom
carrier-unknown = porteur non documenté

evidence-explicit = confirmé par une source
evidence-probable = probable
evidence-grant = confirmé par une subvention de l'État
evidence-exclusion = déduit par exclusion
evidence-label = déduit du libellé
evidence-implicit = probable
evidence-list-order = déduit de l'ordre de la liste

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

figure-group-money = Chiffres nationaux : financement
figure-group-results = Chiffres nationaux : résultats
figure-group-governance = Chiffres nationaux : organisation
figure-group-context = Chiffres nationaux : contexte
figure-qualifier-about = environ { $value }
figure-qualifier-up-to = jusqu'à { $value }
unit-eur = €
unit-per-year = par an
unit-per-cite = par Cité
unit-per-year-and-cite = par an et par Cité
unit-years = ans
unit-strands = axes
unit-inhabitants = habitants
unit-million-eur = M€
unit-times = fois
unit-monographs = monographies
unit-people = personnes
unit-actions-or-events = actions ou événements
unit-partners = partenaires

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

age-not-yet = pas encore labellisée
age-months = entre { $from } et { $to } mois
age-years = entre { $from } et { $to } ans
age-one-of = { $from } ou { $to } ans (date imprécise)
age-between = entre { $from } et { $to }

column-id = N°
column-label = Territoire
column-display-label = Libellé corrigé
column-department = Dép.
column-region = Région
column-scale = Périmètre
column-wave = Vague
column-wave-evidence = Fiabilité de la vague
column-label-date = Labellisation
column-label-date-basis = Origine de la date
column-launch-date = Lancement
column-age = Depuis le label
column-age-min = Mois depuis le label (min)
column-age-max = Mois depuis le label (max)
column-ran-for = Expérimentation
column-ran-for-min = Mois d'expérimentation (min)
column-ran-for-max = Mois d'expérimentation (max)
column-precision = Précision
column-carrier = Porteur
column-carrier-type = Type de porteur
column-evidence = Fiabilité
column-communes = Communes
column-touched-communes = Communes touchées
column-qpvs = QPV
column-qpvs-2024 = QPV de 2024
column-population = Habitants QPV 2018
column-employment-rate = Taux d'emploi 2018
column-employment-rate-women = Emploi femmes 2018
column-jobseekers = Dem. emploi fin 2021
column-jobseekers-women = Dem. femmes fin 2021
column-jobseekers-under-25 = Dem. < 25 ans fin 2021
column-jobseekers-50-plus = Dem. 50 ans+ fin 2021
column-jobseekers-1-year-plus = Dem. 1 an+ fin 2021
column-poverty-rate = Taux pauvreté 2018
column-living-standard = Niveau de vie 2018
column-commune-population = Communes entières 2020
column-contract = Contrat de ville 2024-2030
column-later = Suites
column-figures = Chiffres donnés par des sources
column-themes = Thèmes
column-title = Titre
column-core = Centrale
column-theme = Thème
column-addressees = Destinataires
column-addressee-basis = Destinataires nommés ou déduits
column-text = Texte
column-sub-measures = Mesures
column-sources = Sources
column-date = Date
column-uses = Citations
column-cites = Cités
column-url = Adresse
column-group = Groupe
column-share = Part
column-bar = {""}
column-distance = Distance
column-cite-id = N° de la Cité
column-code = Code
column-name = Nom
column-basis = Lien
column-epci = EPCI
column-ept = EPT
column-status = Périmètre 2024
column-predecessors = Suit
column-label-year = Année du label
column-launch = Année du lancement
column-field = Champ
column-source = Source
column-says = Ce que dit la source
column-what = Chiffre
column-value = Valeur
column-unit = Unité
column-year = Année
column-scope = Portée
column-figure-status = Statut
column-certainty = Certitude de la date (en anglais)
column-kind = Nature
column-known = Quartiers
column-min = Min
column-median = Médiane
column-mean = Moyenne des quartiers
column-weighted-mean = Moyenne pondérée par les habitants
column-max = Max
column-plot = {""}
column-epci-type = Type d'EPCI

summary-known = { $known } sur { $total }
summary-total = { $name } : { $values }

cross-total = Total
cross-at-least = ≥ { $number }
cross-no-share = –
cross-several = { $count ->
    [one] { $cites } compte
   *[other] { $cites } comptent
  } dans plusieurs groupes (« { $grouping } ») ; les totaux comptent chacune une fois
cross-partial = { $count ->
    [one] Un quartier sur { $total } n'a pas de chiffre publié : les sommes ne le comptent pas
   *[other] { $count } quartiers sur { $total } n'ont pas de chiffre publié : les sommes ne les comptent pas
  }
cross-unknown = n. d.
cross-share-none = aucune
cross-share-row = de la ligne
cross-share-column = de la colonne
cross-share-all = du tableau
cross-of-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
  }
cross-of-qpvs = { $count ->
    [one] { $count } QPV
   *[other] { $count } QPV
  }
cross-of-communes = { $count ->
    [one] { $count } commune
   *[other] { $count } communes
  }
cross-of-population = { $count ->
    [one] { $count } habitant des QPV
   *[other] { $count } habitants des QPV
  }
cross-of-jobseekers = { $count ->
    [one] { $count } demandeur d'emploi
   *[other] { $count } demandeurs d'emploi
  }

card-region = { $count ->
    [one] Région
   *[other] Régions
}
card-department = { $count ->
    [one] Département
   *[other] Départements
}
card-age-on = au { $day }
card-closed = close le { $day }
card-closed-after = après { $time }
card-running = en cours, jusqu'au { $day }
card-running-for = depuis { $time }
card-not-begun = pas encore commencée
card-until = jusqu'au { $day }
card-official-label = Libellé de l'ANCT
card-note = Remarque
card-ask = À qui demander
card-ask-communes = { $count ->
    [one] commune de { $names }
   *[other] communes de { $names }
}
card-ask-communes-more = communes de { $names } et { $more ->
    [one] { $more } autre
   *[other] { $more } autres
}
card-ask-prefecture = préfecture ({ $department })
card-ask-remark = les collectivités du territoire, non des porteurs supposés
card-sources-folded = { $count ->
    [one] Source ({ $count })
   *[other] Sources ({ $count })
}
card-sources-keys = i : sources et détails · o : ouvrir
card-statements = Ce que disent les sources
card-communes = Communes ({ $count })
card-touched-communes = Communes touchées par un quartier partagé ({ $count })
card-commune-merged = dans { $name } depuis le { $date }
text-in-french = {""}
card-figure-population = Habitants
card-figure-employment-rate = Taux d'emploi
card-figure-employment-rate-women = … des femmes
card-figure-jobseekers = Ensemble
card-figure-jobseekers-women = Femmes
card-figure-jobseekers-under-25 = Moins de 25 ans
card-figure-jobseekers-50-plus = 50 ans et plus
card-figure-jobseekers-1-year-plus = Un an et plus
card-figure-poverty-rate = Taux de pauvreté
card-figure-living-standard = Niveau de vie
card-qpvs = Quartiers prioritaires ({ $count })
card-quartier-figures = Dans les quartiers prioritaires en 2018
card-jobseekers = Demandeurs d'emploi A, B, C des quartiers, fin 2021
card-whole-communes = communes entières : { $count ->
    [one] { $count } habitant en 2020
   *[other] { $count } habitants en 2020
}
card-qpvs-2024 = Quartiers de 2024 au même endroit, lien déduit ({ $count })
card-qpv-2024-follows = suit { $codes }
card-qpv-2024-new = nouveau quartier dans une commune de la Cité
card-figures = Chiffres donnés par des sources
qpv-2024-unchanged = inchangé
qpv-2024-modified = modifié
qpv-2024-new = nouveau
commune-basis-own = en propre
commune-basis-shared-qpv = touchée par un quartier partagé
qpv-2024-basis-successor = suit des quartiers de la Cité
qpv-2024-basis-new-in-commune = nouveau, dans une commune de la Cité
qpv-number = { $number }
qpv-euros = { $number } €
qpv-not-published = non publié
qpv-range = moy. pond. { $mean } ({ $min } à { $max })
qpv-partial = { $value } ({ $known } sur { $total })
qpv-vintage-2018 = 2018 : { $figures }
qpv-vintage-2021 = fin 2021 : { $figures }
qpv-short-population-2018 = habitants { $value }
qpv-short-employment-rate-15-64-2018 = taux d'emploi { $value }
qpv-short-employment-rate-women-15-64-2018 = taux d'emploi des femmes { $value }
qpv-short-limited-term-share-2018 = contrats à durée limitée { $value }
qpv-short-jobseekers-abc-2021 = demandeurs d'emploi A, B, C { $value }
qpv-short-jobseekers-abc-women-2021 = femmes { $value }
qpv-short-jobseekers-abc-under25-2021 = moins de 25 ans { $value }
qpv-short-jobseekers-abc-50plus-2021 = 50 ans et plus { $value }
qpv-short-jobseekers-abc-1year-plus-2021 = un an et plus { $value }
qpv-short-jobseekers-abc-below-cap-2021 = niveau inférieur au CAP { $value }
qpv-short-poverty-rate-2018 = taux de pauvreté { $value }
qpv-short-median-living-standard-2018 = niveau de vie médian { $value }
card-subtitle = { $id } · vague { $wave } · { $age }
card-addressees-explicit = nommés par la source
card-addressees-deduced = déduits du texte
card-core = préconisation centrale { $order } sur { $total }
card-other = autre préconisation
card-related = Liée à
card-sub-measures = Mesures

### snapshot: problems in tables and files, errors of reading and writing

problem = { $place } : { $text }
problem-place-column = { $file }, colonne { $column }
problem-place-path = { $file }, { $path }
problem-did-you-mean = {" "}; vouliez-vous dire « { $nearest } » ?
problem-is-it-this-name = {" "}; « { $nearest } » en est-elle une faute de frappe ?
problem-missing-column = la colonne « { $value } » manque
problem-unknown-column = la colonne « { $value } » est inconnue : personne ne la lirait
problem-duplicate-column = la colonne « { $value } » est là deux fois
problem-missing-grant-column = aucune colonne pour « { $value } » ; indiquez-la par --column { $value }=NOM. Colonnes du fichier : { $columns }
problem-no-such-column = pas de colonne « { $value } ». Colonnes du fichier : { $columns }
problem-not-rows = ce JSON n'a pas de liste d'objets
problem-not-an-amount = « { $value } » n'est pas un montant en euros
problem-not-a-year = « { $value } » n'est pas une année
problem-ragged-row = { $found ->
    [one] { $found } cellule au lieu de { $expected } : vérifiez les guillemets et les virgules
   *[other] { $found } cellules au lieu de { $expected } : vérifiez les guillemets et les virgules
}
problem-not-utf8 = « { $value } » n'est pas de l'UTF-8 : enregistrez le fichier en UTF-8
problem-missing-field = la clé « { $value } » manque
problem-unknown-field = la clé « { $value } » est inconnue du format
problem-duplicate-key = la clé « { $value } » est là deux fois dans le même objet
problem-wrong-type = { $found } là où il faut { $expected }
problem-wrong-length = { $found ->
    [one] une liste de { $found } valeur, il en faut { $expected }
   *[other] une liste de { $found } valeurs, il en faut { $expected }
}
problem-broken-string = { $value } contient un échappement qui ne désigne aucun caractère
problem-empty = la valeur manque
problem-not-a-code = « { $value } » n'est pas { $code }
problem-not-one-of = « { $value } » ne convient pas ; valeurs possibles : { $allowed }
problem-not-a-date = « { $value } » n'est pas une date : écrivez 2020, 2022-Q1, 2020-07 ou 2021-07-10
problem-not-a-number = « { $value } » n'est pas un nombre qui convient
problem-out-of-range = { $value } n'est pas entre { $least } et { $most }
problem-not-a-url = « { $value } » n'est pas une adresse http ou https
problem-not-nfc = « { $value } » n'est pas en forme composée (Unicode NFC) : ses accents sont des caractères à part
problem-control-character = « { $value } » contient le caractère de commande { $code }
problem-bidi-character = « { $value } » contient { $code }, qui change le sens de lecture
problem-zero-width-character = « { $value } » contient { $code }, un caractère invisible
problem-unknown-id = « { $value } » : { $entity } introuvable
problem-duplicate = « { $value } » : { $entity } déjà là ({ $first })
problem-statement-of-nothing = une source parle de « { $value } », mais cette Cité n'en a pas
problem-disagrees = « { $value } » ne va pas avec « { $with } » : « { $expected } » attendu
problem-outside-territory = le point { $value } (longitude, latitude) est à plus de 25 km du territoire { $territory } ; les deux nombres sont-ils inversés ?
problem-predecessor-not-of-cite = « { $code } » n'est pas un quartier de la Cité { $cite }
problem-predecessors-disagree = « { $value } » ne va pas avec « { $with } » : un quartier nouveau n'a pas de prédécesseur, un autre en a
problem-open-ring = le contour n'est pas fermé : il faut au moins quatre points, le dernier égal au premier
problem-told-differently = « { $value } » est décrit autrement ailleurs ({ $first })
problem-outer-space = « { $value } » commence ou finit par une espace
problem-before-programme = { $value } est avant le début de l'expérimentation ({ $start })
problem-after-experiment = { $value } est après la fin de l'expérimentation ({ $end })
problem-outside-wave = { $value } n'est pas dans la vague { $wave } de cette Cité
problem-before-label = { $value } est avant la labellisation ({ $label })
problem-outside-cite = « { $value } » est le code d'un autre département que celui des communes de cette Cité ({ $departments })
problem-same-name = « { $value } » est, aux accents, majuscules et tirets près, « { $other } » ({ $first })
problem-never-used = rien ne cite la source « { $value } »
problem-no-statement = « { $value } » suppose une source, et il n'y en a pas
problem-no-commune = cette Cité ne couvre aucune commune
problem-count-differs = { $value } annoncés, { $counted } comptés dans le jeu de données
problem-kind-null = null
problem-kind-boolean = un booléen
problem-kind-number = un nombre
problem-kind-text = un texte
problem-kind-list = une liste
problem-kind-object = un objet
problem-code-cite = un id de Cité (cde- et trois chiffres au moins : cde-025)
problem-code-commune = un code INSEE de commune (cinq caractères : 35238, 2A004, 97209)
problem-code-department = un code INSEE de département (35, 2A, 974)
problem-code-region = un code INSEE de région (53)
problem-code-qpv = un code de quartier prioritaire (QP et six caractères : QP049001)
problem-code-qpv-2024 = un code de quartier de 2024 (QN, le département en trois caractères, deux chiffres et une lettre : QN04901M)
problem-code-contract = un code de contrat de ville (CN, le département en trois caractères, deux chiffres et une lettre : CN00204M)
problem-code-siren = un numéro SIREN (neuf chiffres dont le dernier est la clé)
problem-entity-cite = Cité
problem-entity-carrier = porteur de la Cité
problem-entity-commune = commune
problem-entity-qpv = quartier
problem-entity-qpv-stats = statistique de quartier
problem-entity-qpv-2024 = quartier de 2024
problem-entity-contract = contrat de ville
problem-entity-commune-change = fusion de communes
problem-entity-cite-figure = chiffre de Cité
problem-entity-department = département
problem-entity-region = région
problem-entity-outline = contour de la région
problem-entity-source = source
problem-entity-statement = phrase
problem-entity-link = lien
problem-entity-preconisation = préconisation
problem-entity-finding = constat
problem-entity-figure = chiffre

load-not-found = ce fichier n'existe pas
load-permission-denied = la lecture n'en est pas permise
load-io = lecture impossible ({ $message })
load-directory = c'est un dossier, il faut un fichier
load-not-a-file = ce n'est pas un fichier ordinaire ; pour lire un tube, donnez-le à l'entrée standard : --data - < tube
load-empty = le fichier est vide
load-too-large = plus de { $size } une fois décompressé ; --max-size relève la limite
load-mebibytes = { $size } Mio
load-bytes = { $size ->
    [one] { $size } octet
   *[other] { $size } octets
}
load-broken-gzip = l'archive gzip est abîmée ou tronquée ({ $message })
load-workbook = c'est un classeur de tableur (XLSX, ODS) : enregistrez la feuille en CSV, ou donnez le jeu de données en JSON
load-zip = c'est une archive ZIP : extrayez-en le fichier, puis donnez celui-ci
load-zstd = le fichier est compressé par zstd : décompressez-le (zstd -d), ou compressez-le par gzip
load-xz = le fichier est compressé par xz : décompressez-le (xz -d), ou compressez-le par gzip
load-bzip2 = le fichier est compressé par bzip2 : décompressez-le (bzip2 -d), ou compressez-le par gzip
load-html = c'est une page web, sans doute celle d'un portail qui demande de s'identifier : téléchargez le fichier lui-même
load-web-address = c'est une adresse web, et rien n'est lu sur le réseau : téléchargez le fichier, puis donnez son chemin
load-utf16 = le texte est en UTF-16 : enregistrez-le en UTF-8
load-not-utf8 = le texte n'est pas de l'UTF-8 : enregistrez-le en UTF-8
load-syntax = ce n'est pas du JSON ({ $message })
json-expected-value = une valeur est attendue : nombre, "texte", liste, objet, true, false ou null
json-expected-word = true, false ou null est attendu
json-expected-colon = « : » est attendu après une clé
json-expected-comma-or-bracket = « , » ou « ] » est attendu dans une liste
json-expected-comma-or-brace = « , » ou « {"}"} » est attendu dans un objet
json-expected-key = une clé est attendue, entre guillemets doubles
json-trailing-comma = une virgule de trop
json-trailing-characters = du texte de trop après la fin
json-invalid-escape = suite inconnue après une barre oblique inverse
json-invalid-number = un nombre mal écrit
json-number-out-of-range = un nombre hors limites
json-half-character = la moitié d'un caractère (\ud800 à \udfff) sans l'autre
json-too-deep = trop de niveaux imbriqués
json-control-character = un caractère de contrôle dans un texte : une fin de ligne s'y écrit \n
load-truncated = le JSON s'arrête au milieu : le fichier est-il complet ?
load-not-a-snapshot = ce n'est pas un jeu de données : il faut un objet JSON avec la clé « schema_version »
load-version = ce jeu de données est en version { $found }, ce logiciel lit la version { $known } : il faut une autre version du logiciel ou un autre jeu de données
load-and-more = { $more ->
    [one] { $problem } (et { $more } autre problème : cites check les montre tous)
   *[other] { $problem } (et { $more } autres problèmes : cites check les montre tous)
}

save-disk-full = { $path } : le disque est plein ; rien n'a été écrit
save-too-large = { $path } : le système ne permet pas un fichier aussi grand ; rien n'a été écrit
save-permission-denied = { $path } : l'écriture n'est pas permise ; rien n'a été écrit
save-no-folder = { $path } : le dossier n'existe pas ; rien n'a été écrit
save-not-a-file = { $path } : ce n'est pas un fichier ordinaire ; rien n'a été écrit
save-io = { $path } : écriture impossible ({ $message })

### snapshot: differences

diff-none = aucune différence
diff-cites-changed = { $count ->
    [one] { $count } Cité modifiée
   *[other] { $count } Cités modifiées
}
diff-cites-added = { $count ->
    [one] { $count } Cité ajoutée
   *[other] { $count } Cités ajoutées
}
diff-cites-removed = { $count ->
    [one] { $count } Cité supprimée
   *[other] { $count } Cités supprimées
}
diff-more-added = { $count ->
    [one] { $count } ajoutée
   *[other] { $count } ajoutées
}
diff-more-removed = { $count ->
    [one] { $count } supprimée
   *[other] { $count } supprimées
}
diff-elsewhere = { $count ->
    [one] { $count } différence hors des Cités
   *[other] { $count } différences hors des Cités
}
diff-line = { $place } : { $what }
diff-changed = { $field } : { $old } → { $new }
diff-renamed = renommée : { $old } → { $new }
diff-row-added = { $part ->
    [cites] Cité ajoutée
    [preconisations] préconisation ajoutée
    [findings] constat ajouté
    [figures] chiffre ajouté
    [timeline] événement ajouté
    [sources] source ajoutée
    [regions] région ajoutée
    [departments] département ajouté
   *[other] ajout
}
diff-row-removed = { $part ->
    [cites] Cité supprimée
    [preconisations] préconisation supprimée
    [findings] constat retiré
    [figures] chiffre retiré
    [timeline] événement retiré
    [sources] source supprimée
    [regions] région supprimée
    [departments] département retiré
   *[other] retrait
}
diff-item-added = { $part ->
    [communes] commune ajoutée : { $item }
    [qpvs] QPV gagné : { $item }
   *[other] { $field } : + { $item }
}
diff-item-removed = { $part ->
    [communes] commune supprimée : { $item }
    [qpvs] QPV perdu : { $item }
   *[other] { $field } : − { $item }
}
diff-value-empty = (vide)
diff-value-list = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
}
diff-misfit = La différence ne s'applique pas à ce jeu de données : { $path } n'y a pas l'ancienne valeur attendue.
diff-not-a-snapshot = La différence appliquée ne donne pas un jeu de données : { $reason }

diff-field-schema_version = version du format
diff-field-meta = présentation
diff-field-cites = Cités
diff-field-preconisations = préconisations
diff-field-findings = constats
diff-field-figures = chiffres
diff-field-timeline = chronologie
diff-field-sources = sources
diff-field-regions = régions
diff-field-departments = départements
diff-field-title_fr = titre français
diff-field-title_en = titre anglais
diff-field-title = titre
diff-field-as_of = date des données
diff-field-experiment = expérimentation
diff-field-start = début
diff-field-end = fin
diff-field-built_from = origine des données
diff-field-part = partie
diff-field-licences = licences
diff-field-name = nom
diff-field-url = adresse
diff-field-attribution = attribution
diff-field-id = identifiant
diff-field-label = libellé
diff-field-scale = échelle
diff-field-wave = vague
diff-field-wave-year = vague
diff-field-year = année
diff-field-evidence = fiabilité
diff-field-label_date = date du label
diff-field-label_date-date = date du label
diff-field-date = date
diff-field-basis = origine
diff-field-launch_date = date de lancement
diff-field-launch_date-date = date de lancement
diff-field-carrier = porteur
diff-field-detail = précision
diff-field-type = type
diff-field-themes = thèmes
diff-field-themes-values = thèmes
diff-field-values = valeurs
diff-field-note = remarque
diff-field-communes = communes
diff-field-qpvs = QPV
diff-field-source = source
diff-field-says = contenu
diff-field-insee = code INSEE
diff-field-department = département
diff-field-region = région
diff-field-epci = EPCI
diff-field-epci-name = EPCI
diff-field-ept = EPT
diff-field-ept-name = EPT
diff-field-siren = SIREN
diff-field-population_2020 = population 2020
diff-field-lon = longitude
diff-field-lat = latitude
diff-field-code = code
diff-field-core = parmi les cinq centrales
diff-field-order = rang
diff-field-text_fr = texte français
diff-field-text_en = texte anglais
diff-field-addressees = destinataires
diff-field-addressee_basis = destinataires nommés ou déduits
diff-field-theme = thème
diff-field-origin = place dans la source
diff-field-related_to = préconisations liées
diff-field-sub_measures = sous-mesures
diff-field-kind = nature
diff-field-value = valeur
diff-field-unit = unité
diff-field-label_fr = libellé français
diff-field-label_en = libellé anglais
diff-field-scope = portée
diff-field-status = statut
diff-field-certainty = certitude
diff-field-outline = contour
diff-field-commune_changes = communes fusionnées
diff-field-contract = contrat de ville
diff-field-contracts = contrats de ville
diff-field-display_label = libellé affiché
diff-field-employment_rate_15_64_2018 = taux d'emploi 15-64 ans 2018
diff-field-employment_rate_women_15_64_2018 = taux d'emploi des femmes 15-64 ans 2018
diff-field-evidence_by = fondement de la fiabilité
diff-field-group = groupe
diff-field-into_insee = code INSEE de la commune nouvelle
diff-field-into_name = commune nouvelle
diff-field-jobseekers_abc_1year_plus_2021 = demandeurs d'emploi un an et plus 2021
diff-field-jobseekers_abc_2021 = demandeurs d'emploi A, B, C 2021
diff-field-jobseekers_abc_50plus_2021 = demandeurs d'emploi 50 ans et plus 2021
diff-field-jobseekers_abc_below_cap_2021 = demandeurs d'emploi de niveau inférieur au CAP 2021
diff-field-jobseekers_abc_under25_2021 = demandeurs d'emploi moins de 25 ans 2021
diff-field-jobseekers_abc_women_2021 = demandeuses d'emploi 2021
diff-field-later = suites
diff-field-limited_term_share_2018 = part des contrats à durée limitée 2018
diff-field-median_living_standard_2018 = niveau de vie médian 2018
diff-field-population_2018 = population 2018
diff-field-poverty_rate_2018 = taux de pauvreté 2018
diff-field-predecessors = quartiers de 2015 qui le précèdent
diff-field-qpv_stats = statistiques des QPV
diff-field-qpvs_2024 = QPV de 2024
diff-field-qualifier = précision de la valeur
diff-field-territory = territoire
diff-field-text = texte
diff-field-what = ce qui est compté

### snapshot: import

import-summary = { $added ->
    [one] { $added } ajout
   *[other] { $added } ajouts
}, { $changed ->
    [one] { $changed } modification
   *[other] { $changed } modifications
}, { $removed ->
    [one] { $removed } retrait
   *[other] { $removed } retraits
}, { $unplaced ->
    [one] { $unplaced } ligne sans place
   *[other] { $unplaced } lignes sans place
}
import-cite-added = + { $id } « { $label } » : nouvelle Cité ; à remplir dans cites.csv : { $columns }
import-cite-renamed = ~ { $id } : « { $old } » devient « { $new } »
import-commune-gained = + { $cite } gagne la commune { $place }
import-commune-lost = − { $cite } perd la commune { $place }
import-qpv-gained = + { $cite } gagne le quartier { $place }
import-qpv-lost = − { $cite } perd le quartier { $place }
import-qpv-added = + { $code } « { $name } » : nouveau quartier
import-qpv-renamed = ~ { $code } : « { $old } » devient « { $new } »
import-qpv-removed = − { $code } « { $name } » : plus couvert par aucune Cité
import-grants-summary = { $found ->
    [one] { $found } subvention de Cité de l'emploi trouvée
   *[other] { $found } subventions de Cités de l'emploi trouvées
} : { $carriers ->
    [one] { $carriers } porteur
   *[other] { $carriers } porteurs
}, { $amounts ->
    [one] { $amounts } montant
   *[other] { $amounts } montants
}, { $unplaced ->
    [one] { $unplaced } sans place
   *[other] { $unplaced } sans place
}
import-grant-carrier = + { $cite } : porteur { $name } ({ $kind })
import-grant-confirmed = ~ { $cite } : porteur { $name }, confirmé par la subvention
import-grant-replaced = ~ { $cite } : porteur { $name } ({ $kind }), au lieu de { $old }
import-grant-amount = + { $cite } : { $value } en { $year }
import-grant-amount-changed = ~ { $cite } : { $value } en { $year }, au lieu de { $old }
import-grant-action = « { $action } »
import-grant-row = « { $action } », { $beneficiary }
import-grant-reason = { $row } : { $reason }
import-grant-nowhere = ni contrat de ville ni département connus, et aucune Cité n'est nommée
import-grant-no-cite = aucune Cité dans le département { $department }
import-grant-only-department = seul le département mène à { $cite } ; ni l'action ni le bénéficiaire ne la nomment
import-grant-several-cites = plusieurs Cités possibles : { $cites }
import-grant-codes = le contrat de ville { $contract } n'est pas dans le département ou la région de la ligne
import-grant-no-beneficiary = aucun bénéficiaire n'est nommé
import-grant-no-amount = le montant est nul ou négatif
import-grant-several-bodies = { $cite } a plusieurs bénéficiaires, rien ne dit lequel la porte : { $names }
import-grant-other-carrier = { $cite } a un autre porteur connu : { $name }
import-grant-says = { $name } a reçu la subvention de l'État pour la Cité de l'emploi.
import-grant-what = subvention de l'État pour la Cité de l'emploi
import-no-cite = { $row } : aucune Cité n'est nommée
import-unknown-cite = { $row } : la Cité « { $id } » n'est ni dans la liste ni dans les tables
import-unknown-commune = { $row } : commune absente de communes.csv ; ajoutez-y sa ligne (EPCI, population, coordonnées), puis recommencez
import-unlisted = { $id } « { $label } » n'est plus dans la liste ; ses lignes sont gardées, à retirer à la main s'il le faut

### search: names of query fields, then words for their values, without accents

query-region = region
query-department = dep, departement, dept
query-commune = commune, communes
query-qpv = qpv, qpvs, quartier
query-carrier = porteur
query-carrier-type = type
query-evidence = fiabilite, preuve
query-wave = vague
query-scale = echelle
query-theme = theme, themes
query-age = age
query-population = habitants
query-jobseekers = demandeurs
query-employment-rate = emploi
query-poverty-rate = pauvrete
query-living-standard = revenu, niveau

query-epci = epci, intercommunalite
query-launch = lancement
query-precision = precision
query-precision-day = jour
query-precision-month = mois
query-precision-quarter = trimestre
query-precision-year = annee
query-source = source, sources
query-later = apres, suites
query-unknown = inconnu, inconnue, aucun, aucune, non documente
query-is-unknown = inconnu
query-is-confirmed = confirme
query-is-probable = probable
query-is-deduced = deduit
query-of-label = libelle
query-of-display-label = libelle corrige
query-of-scale = echelle, perimetre
query-of-wave = vague
query-of-label-date = labellisation, date
query-of-launch-date = lancement
query-of-carrier = porteur
query-of-themes = themes, theme
query-of-later = suites, apres
query-of-figures = chiffres
query-of-note = remarque
query-of-communes = communes, commune
query-of-qpvs = qpv, quartiers
query-of-qpvs-2024 = qpv de 2024
query-scale-department = departement
query-scale-epci = epci, intercommunalite, agglomeration
query-scale-several-communes = plusieurs communes
query-scale-commune = commune, ville
query-scale-neighbourhoods = quartiers
query-carrier-type-epci = epci, intercommunalite, agglomeration
query-carrier-type-commune = commune, ville
query-carrier-type-spe = spe, service public de l emploi
query-carrier-type-association = association
query-carrier-type-state = etat
query-carrier-type-department = departement
query-carrier-type-other = autre
query-evidence-explicit = confirme, explicite
query-evidence-grant = subvention
query-evidence-probable = probable
query-evidence-label = deduit, libelle, d apres le libelle

### search: problems in a query

search-stop-words = cite de l'emploi, cites de l'emploi, mairie, qui porte, qui est le porteur, porteur de, porteur du, combien, combien de, ou est, ou se trouve, c'est ou, quelle cite, quelles cites, quel porteur, dans quelle cite est, est dans quelle cite, dans quelle cite, quel est le porteur de, quel est le porteur du
search-kind-words = ville de, la ville de, commune de, agglo, agglomeration de, metropole de, communaute d'agglomeration de, communaute de communes de, communaute urbaine de, departement, dpt, dept, region
search-joining-words = de, du, des, d, la, le, les, l, en, dans, a, au, aux, pour, il y a, y, t, il
search-or-words = ou
search-department-words = departement, dept, dpt, dep
search-unknown-field = champ inconnu « { $name } » ; champs : { $fields }
search-unknown-field-meant = champ inconnu « { $name } » : vouliez-vous dire { $suggestion } ? Champs : { $fields }
search-too-long = recherche trop longue : seuls les { $most } premiers octets comptent
search-wrong-value = « { $field }{ $value } » n'est pas compris : essayez { $examples }
search-wrong-value-meant = « { $field }{ $value } » n'est pas compris : vouliez-vous dire « { $suggestion } » ?

### command line: the help

cli-heading-example = Exemple :
cli-heading-usage = Utilisation :
cli-heading-commands = Commandes{" "}
cli-heading-arguments = Arguments{" "}
cli-heading-everywhere = Options de toutes les commandes{" "}
cli-heading-options = Options{" "}
cli-heading-man-example = EXEMPLE
cli-heading-name = NOM
cli-heading-exit-codes = CODES DE SORTIE
cli-heading-environment = ENVIRONNEMENT
cli-heading-see-also = VOIR AUSSI
cli-possible-values = valeurs : { $values }
cli-default-value = par défaut : { $values }
cli-value-command = COMMANDE
cli-value-rows = LIGNES
cli-value-query = RECHERCHE
cli-value-cite = CITÉ
cli-value-file = FICHIER
cli-value-dir = DOSSIER
cli-value-size = TAILLE
cli-value-lang = LANGUE
cli-value-date = DATE
cli-value-when = QUAND
cli-value-format = FORMAT
cli-value-character = CARACTÈRE
cli-value-column = COLONNE
cli-value-field-name = CHAMP=NOM
cli-value-columns = COLONNES
cli-value-number = NOMBRE
cli-value-place = LIEU
cli-value-grouping = GROUPE
cli-value-quantity = QUANTITÉ
cli-value-total = TOTAL
cli-value-values = VALEURS
cli-value-text = TEXTE
cli-value-old = ANCIEN
cli-value-new = NOUVEAU
cli-value-shell = SHELL
cli-value-document = DOCUMENT
cli-value-tab = ONGLET
cli-value-id = ID
cli-value-look = ALLURE
cli-option-data = Lire ce fichier JSON, compressé ou non, au lieu des données incluses ; « - » lit l'entrée standard ; la variable CITES_DATA fait de même
cli-option-max-size = Refuser des données de plus de cette taille une fois décompressées : octets, ou K, M, G
cli-option-lang = Langue des textes ; par défaut celle du système, le français si ce n'est pas l'anglais
cli-option-as-of = Jour auquel on compte l'ancienneté, comme 2026-11-22 ; par défaut aujourd'hui
cli-option-color = Quand colorer ; « auto » suit le terminal, NO_COLOR et CLICOLOR_FORCE
cli-option-help = Afficher cette aide
cli-option-version = Afficher la version
cli-option-query = Ce que l'on cherche : un nom, un numéro de département, region:bretagne, type:spe, age:>5…
cli-option-format = Format de la sortie
cli-option-separator = Séparateur du CSV : « ; » convient aux tableurs français
cli-option-bom = Commencer CSV et TSV par la marque d'UTF-8, sans laquelle Excel ne lit pas les accents
cli-option-unknown = Ce que les programmes lisent là où la valeur n'est pas documentée, au lieu de « non documenté » ; rien dans un fichier de --output
cli-option-derived = Ajouter en JSON à chaque ligne, sous « derived », toutes les colonnes : nombres, dates, ancienneté en intervalle, noms de régions
cli-option-output = Écrire dans ce fichier, tout entier ou pas du tout ; son extension donne le format (csv, tsv, json, ndjson, geojson, md)
cli-option-sort = Trier selon cette colonne
cli-option-reverse = Inverser l'ordre ; l'inconnu reste à la fin
cli-option-columns = Colonnes à montrer, dans cet ordre, séparées par des virgules
cli-option-rows = Une ligne par Cité ; par quartier, commune ou constat de source (evidence) de chaque Cité ; ou par source, chiffre, événement ou constat de l'évaluation, que les mots filtrent
cli-option-limit = Ne montrer que les premières lignes
cli-option-of = c'est une option de : { $commands }
cli-option-filter = Chercher ceci à l'ouverture, comme RECHERCHE ; peut être répétée
cli-option-tab = Ouvrir cet onglet, donné aussi par son numéro ou son nom français ; « lives » est la frise des anciennetés
cli-option-select = Choisir à l'ouverture la Cité, la préconisation, la source ou le champ qui a cet identifiant
cli-option-theme = Couleurs : celles d'un fond sombre, d'un fond clair, très contrastées ou aucune ; « auto » suit le fond du terminal quand il le dit
cli-option-ascii = Ne dessiner qu'avec des lettres, pour les polices sans filets ni blocs
cli-option-watch = Relire le fichier de --data dès qu'il change
cli-option-no-history = Ne pas garder les recherches d'une fois sur l'autre, ni rappeler les précédentes
cli-option-no-mouse = Laisser la souris au terminal, pour sélectionner du texte

### command line: commands and their arguments

cli-cites = Explore les Cités de l'emploi et les préconisations de leur évaluation nationale
cli-cites-after =
    Sans commande, ouvre l'explorateur sur la recherche ; hors d'un terminal, imprime la liste.
    Un mot qui est aussi une commande se cherche après « -- » : cites -- show
cli-cites-example = cites gueret
cli-cites-sort = Trier l'onglet selon cette colonne
cli-cites-by = Colorer la carte selon ceci : ses points, ou selon les trois derniers ses régions ou départements
cli-show = Affiche la fiche d'une ou de plusieurs Cités : tout ce qu'on en sait, avec les sources
cli-show-example = cites show gueret
cli-show-cites = Identifiant (cde-057) ou ce que l'on cherche ; plusieurs mots qui forment un nom sont pris ensemble
cli-list = Liste les Cités, ou celles que la recherche trouve
cli-list-example = cites list region:bretagne --sort population --reverse
cli-carriers = Liste les porteurs des Cités par type, avec la fiabilité de chacun, et les Cités dont le porteur n'est pas documenté
cli-carriers-example = cites carriers type:spe
cli-ages = Liste les Cités par ancienneté, en intervalle quand la date n'est connue qu'à peu près
cli-ages-example = cites ages --as-of 2024-12-31 region:bretagne
cli-preconisations = Liste les préconisations de l'évaluation nationale, les cinq centrales d'abord
cli-preconisations-example = cites preconisations --format card
cli-preconisations-query = Mots à chercher dans les préconisations, ou theme:…
cli-sources = Liste les sources, et combien de fois chacune est citée
cli-sources-example = cites sources --sort uses --reverse
cli-stats = Compte les Cités, les communes, les quartiers prioritaires et les habitants par groupe ; chaque commune compte une fois
cli-stats-example = cites stats --by carrier-type
cli-stats-by = Regrouper selon ; une Cité de deux régions ou de plusieurs thèmes compte dans chacun
cli-stats-across = Croiser avec ce groupe, en colonnes ; les totaux comptent chaque Cité une fois
cli-stats-of = Compter ceci au lieu des Cités (avec --across : cites, qpvs, communes, population, jobseekers), ou résumer ce chiffre des quartiers (avec --summary)
cli-stats-share = Donner les parts du total de la ligne, de la colonne ou du tableau
cli-stats-summary = Résumer le chiffre de --of par groupe ; la moyenne d'un taux est pondérée par les habitants
cli-near = Liste les Cités les plus proches d'une Cité, d'une commune ou d'un point, à vol d'oiseau
cli-near-example = cites near rennes --limit 3
cli-near-place = Identifiant ou nom d'une Cité, nom ou code INSEE d'une commune, ou LATITUDE,LONGITUDE. Une Cité est prise en son milieu : la moyenne de ses communes, pondérée par leur population
cli-near-limit = Ne montrer que les premières lignes ; 10 par défaut
cli-build = Construit des données JSON à partir des tables sources, et refuse celles qui ont une erreur
cli-build-example = cites build data/sources -o data/snapshot.json
cli-build-dir = Dossier des tables
cli-build-output = Fichier à écrire ; sans lui, la sortie standard
cli-check = Vérifie des données : erreurs avec leur place, incohérences, et ce qui est connu de chaque champ
cli-check-example = cites check data/snapshot.json
cli-check-file = Fichier à vérifier ; sans lui, celui de --data ou les données incluses
cli-check-strict = Refuser aussi les avertissements
cli-diff = Compare deux fichiers de données par le sens : l'ordre et les espaces ne sont pas des différences
cli-diff-example = cites diff data/snapshot.json data/snapshot.json
cli-diff-old = Fichier d'avant ; « - » lit l'entrée standard
cli-diff-new = Fichier d'après
cli-import = Reprend dans les tables sources les fichiers publiés par l'ANCT, et garde ce qui a été recherché
cli-import-example = cites import --list liste-cde-20240305.csv
cli-import-list = La liste des Cités : liste-cde-….csv
cli-import-communes = Les communes : liste-cde-com….csv
cli-import-qpv = Les quartiers prioritaires : liste-cde-qp….csv
cli-import-grants = Les subventions de l'État pour la politique de la ville, par année : CSV ou JSON de data.gouv.fr
cli-import-column = Nom d'une colonne des subventions qui n'est pas reconnue : montant=NOM, annee=NOM…
cli-import-into = Dossier des tables
cli-import-write = Écrire les tables ; sans cette option, rien ne change
cli-schema = Écrit le schéma JSON (2020-12) des données, ou de ce qu'une commande écrit avec --format json
cli-schema-example = cites schema stats
cli-schema-document = Ce que le schéma décrit : les données (aussi de list, show, carriers, ages, preconisations), ou le JSON de la commande
cli-sample = Écrit des données inventées, pour essayer des outils sur de grands volumes
cli-sample-example = cites sample --cites 100000 --seed 7
cli-sample-cites = Nombre de Cités
cli-sample-seed = Graine : la même donne les mêmes données
cli-completions = Écrit le script par lequel un shell demande au programme ce qui complète un mot
cli-completions-example = cites completions bash
cli-completions-shell = Le shell
cli-man = Écrit la page de manuel, ou celles de toutes les commandes dans un dossier
cli-man-example = cites man
cli-man-dir = Dossier où écrire une page par commande
cli-package = Écrit les pages de manuel et les complétions pour un paquet
cli-package-example = cites package target/package
cli-package-dir = Dossier où les écrire
cli-help = Affiche l'aide du programme ou d'une commande
cli-help-example = cites help show
cli-help-command = La commande

### command line: the manual

cli-man-manual = Manuel de cites
cli-man-exit-0 = Tout va bien.
cli-man-exit-1 = Rien n'a été trouvé, ou quelque chose ne va pas dans les données, ou deux fichiers diffèrent.
cli-man-exit-2 = La commande est mal écrite, ou un fichier ne peut pas être lu ou écrit.
cli-man-variable-cites-data = Fichier à lire au lieu des données incluses, comme --data.
cli-man-variable-lang = Langue des textes, avec LC_ALL, LC_MESSAGES et, avant eux, LANGUAGE : l'anglais pour une locale anglaise, sinon le français.
cli-man-variable-no-color = Pas de couleurs, si elle n'est pas vide.
cli-man-variable-clicolor-force = Des couleurs même hors d'un terminal, si elle n'est ni vide ni 0.
cli-man-variable-colorfgbg = Le fond du terminal, sombre ou clair, quand il le dit ainsi ; sinon l'explorateur le lui demande, sans attendre.
cli-man-variable-term = Ce que sait le terminal ; avec COLORTERM, combien de couleurs il a.
cli-man-variable-columns = Largeur des tableaux ; sinon celle du terminal.

### command line: messages

cli-error = erreur :
cli-warning = avertissement :
cli-note = note :
cli-cannot-write = la sortie standard ne peut pas être écrite : { $error }
cli-no-explorer = l'explorateur ne peut pas s'ouvrir dans ce terminal : { $error } ; « cites list » donne la même liste en texte
cli-no-folder = { $dir } : ce dossier n'existe pas
cli-refused = { $count ->
    [one] 1 erreur ; rien n'est écrit
   *[other] { $count } erreurs ; rien n'est écrit
}
cli-did-you-mean = vouliez-vous dire { $nearest } ?
cli-allowed-values = valeurs possibles : { $values }
cli-see-help = Pour tout savoir : --help
cli-missing-value = { $arg } : il manque la valeur
cli-invalid-value = { $arg } : « { $value } » n'est pas une valeur possible
cli-refused-value = { $arg } : « { $value } » ne convient pas : { $reason }
cli-unexpected-value = { $arg } : « { $value } » est de trop
cli-unknown-argument = « { $arg } » n'est pas une option connue
cli-unknown-command = « { $name } » n'est pas une commande
cli-missing-argument = il manque : { $arg }
cli-conflict = { $arg } ne va pas avec { $other }
cli-repeated = { $arg } ne se donne qu'une fois
cli-not-utf8 = un argument n'est pas du texte UTF-8
cli-wrong-arguments = les arguments ne conviennent pas
cli-no-positions = ces lignes n'ont pas de position sur une carte
    Avec une position : cites list, cites near, cites list --rows commune ; avec un contour : cites stats --by region ou --by department
cli-no-areas = ce groupe n'a pas de contour sur une carte
    Avec un contour : --by region, --by department
cli-no-such-extension = aucun format n'a l'extension « { $extension } »
    Extensions : { $formats }, txt ; ou donnez --format
cli-no-rows = aucune ligne de --rows { $rows } n'a ces mots
cli-no-such-column = pas de colonne « { $column } » avec { $rows }
    Colonnes : { $columns }
cli-bad-column-name = écrivez CHAMP=NOM avec un champ parmi : { $fields }
cli-bad-day = écrivez un jour comme 2026-11-22
cli-bad-size = écrivez un nombre d'octets comme 1000000, 512K, 256M ou 2G
cli-bad-separator = écrivez un seul caractère, comme « ; », ou tab
cli-bad-number = écrivez un nombre entier, au moins 0
cli-check-field = Champ
cli-check-filled = Cités
cli-check-sourced = Sourcées
cli-check-evidence = Fiabilité
cli-check-omitted = { $count ->
    [one] et 1 de plus
   *[other] et { $count } de plus
}
cli-check-summary = { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
}, { $notes ->
    [one] { $notes } remarque
   *[other] { $notes } remarques
}
cli-import-changes = Ce qui change
cli-import-unplaced = Sans place dans les tables
cli-import-not-placed = Non placées, rien n'en est écrit
cli-import-unlisted = Absentes de la liste, gardées
cli-import-dry = rien n'est écrit ; ajoutez --write pour écrire les tables
cli-carriers-total = { $cites } : porteur documenté pour { $documented }, d'après le libellé pour { $label }, non documenté pour { $unknown }
cli-ages-wave = Vague { $wave } : { $cites }, { $age }
cli-stats-total = { $cites } · { $communes } · { $qpvs } QPV · { $inhabitants } habitants des QPV en 2018
cli-near-cite = distances depuis le milieu de { $name }
cli-near-commune = distances depuis la commune { $name }
cli-near-others = autres communes de ce nom : { $others }
cli-near-nowhere = cette Cité n'a pas de commune, donc pas de place sur la carte
cli-nothing = aucun résultat
cli-nothing-for = aucun résultat pour « { $asked } »
answer-outside = { $place } n'est dans aucune Cité de l'emploi.
answer-nearest = Les plus proches : { $cites }
answer-none-near = aucune à moins de { $distance } km
answer-corrected = résultats pour { $name }
answer-postcode = { $code } est le code postal de : { $communes }
answer-postcode-more = { $code } est le code postal de : { $communes } et { $count ->
    [one] 1 autre
   *[other] { $count } autres
}
answer-touched = aucune Cité de l'emploi n'a { $name } parmi ses communes ; un quartier partagé l'y rattache seulement
answer-larger = { $place }, plus grande, n'est dans aucune Cité de l'emploi
answer-abbreviation = « { $asked } » est pris comme abréviation
answer-letters = « { $asked } » : lettres manquantes, dans cet ordre dans un nom
answer-elsewhere = « { $asked } » est aussi dans { $count ->
    [one] 1 autre Cité
   *[other] { $count } autres Cités
}, par un mot
answer-elsewhere-territory = { $found } dans ce territoire ; « { $asked } » est aussi dans { $count ->
    [one] 1 autre Cité
   *[other] { $count } autres Cités
}, par un mot
answer-asked = « { $asked } »
answer-read = { $reading } · { $sure } · { $cites }
answer-sure = sûr
answer-not-sure = par les mots ou les lettres, à vérifier
answer-places = compris : { $places }
answer-others = aussi possible : { $names }
answer-as-conditions = Filtres
answer-as-region = Région { $name }
answer-as-department = Département { $name } ({ $code })
answer-as-name = Nom « { $name } »
answer-as-names = Noms et mots { $names }
answer-as-words = Mots
answer-as-abbreviation = Abréviations
answer-as-letters = Lettres manquantes
cli-show-one = « { $asked } » : { $count ->
    [one] 1 Cité
   *[other] { $count } Cités
} ; la fiche d'une seule : cites show { $id }
cli-option-explain = Dire comment la recherche est comprise, avec quelle sûreté et ce qu'elle pourrait être d'autre, au lieu de la fiche
cli-list-total = { $found } sur { $total }
cli-taken = « { $asked } » : voici { $taken } ; aussi possible : { $others }
cli-and-more = et { $count } de plus
cli-is-a-command = une commande s'appelle « { $command } » : cites { $command }
cli-after-dashes = ce qui n'est pas une option s'écrit après « -- »
cli-one-too-many = « { $arg } » est de trop
cli-near-off-the-globe = ce n'est pas un point : la latitude va de -90 à 90, la longitude de -180 à 180 ; écrivez 48.11,-1.68
cli-stdin-twice = l'entrée standard ne se lit qu'une fois : un seul fichier peut être « - »
cli-no-name = il manque un nom
cli-output-full = la sortie standard ne peut pas être écrite : le disque est plein
cli-watch-needs-file = --watch suit un fichier : donnez-le par --data
cli-no-such-id = « { $id } » : aucune Cité, préconisation ou source n'a cet identifiant
cli-no-such-order = l'onglet { $tab } ne se trie pas selon « { $column } »

### explorer

tui-name = Cités de l'emploi
tui-placeholder = commune, quartier, département, porteur…
tui-too-small = { $width } × { $height } au moins
# Avant le nombre de résultats trouvés jusque-là, suivi de « … ».
tui-count-all-cites = { $total ->
    [one] { $total } Cité
   *[other] { $total } Cités
}
tui-count-some-cites = { $count ->
    [0] aucune Cité sur { $total }
    [one] { $count } Cité sur { $total }
   *[other] { $count } Cités sur { $total }
}
tui-count-all-preconisations = { $total ->
    [one] { $total } préconisation
   *[other] { $total } préconisations
}
tui-count-some-preconisations = { $count ->
    [0] aucune préconisation sur { $total }
    [one] { $count } préconisation sur { $total }
   *[other] { $count } préconisations sur { $total }
}
tui-count-qpvs = { $count ->
    [one] { $count } QPV
   *[other] { $count } QPV
}
tui-loading-keys = Échap quitter · vous pouvez déjà taper
progress-loading = Lecture de { $file }
progress-percent = { $what } : { $percent } %
progress-going = { $what }…
progress-computing = Calcul
progress-checking = Vérification de { $file }
progress-comparing = Comparaison
progress-writing = Écriture
tui-searching = recherche
tui-outside = { $name } : dans aucune Cité
tui-elsewhere = Ailleurs : « { $asked } » dans un nom
tui-key-offered-tab = ouvrir l'onglet de ce numéro
tui-key-go-back = revenir à la vue d'avant
tui-key-earlier-query = recherche précédente
tui-key-later-query = recherche suivante
tui-key-nearest = voir la plus proche
card-outside = dans aucune Cité de l'emploi
card-outside-nearest = Les plus proches
card-outside-place = Le lieu
card-outside-code = Code INSEE
card-outside-siren = SIREN
card-outside-postcodes = Codes postaux
card-outside-department = Département
card-outside-region = Région
card-outside-population = Habitants 2023
tui-nothing-found = Rien ne correspond à « { $query } ».
tui-did-you-mean = Vouliez-vous dire { $name } ?
tui-passed-over = { $count ->
    [one] { $keys } ne filtre que les Cités
   *[other] { $keys } ne filtrent que les Cités
}
tui-percent = { $percent } %
tui-wave = Vague { $year }
tui-preconisations-core = { $count ->
    [one] { $count } préconisation centrale de l'évaluation
   *[other] Les { $count } préconisations centrales de l'évaluation
}
tui-preconisations-others = { $count ->
    [one] { $count } autre préconisation
   *[other] { $count } autres préconisations
}
tui-help-title = Touches et actions
tui-help-move = Se déplacer
tui-help-find = Chercher, filtrer, trier
tui-help-take = Emporter
tui-help-edit = Corriger la ligne
tui-help-program = Le logiciel
tui-unchanged = Fichier relu : il n'a pas changé
tui-reread = Fichier relu : { $changes }
tui-broken = L'écran garde le dernier état lu. { $reason }
tui-welcome = Tapez pour chercher · F1 aide à la recherche · Entrée la liste, où ? dit les touches
tui-facets-title = Filtres
tui-grammar-title = Que chercher
tui-save-title = { $count ->
    [one] Enregistrer { $count } ligne sous
   *[other] Enregistrer { $count } lignes sous
}
tui-save-with-bom = Séparateur « { $separator } », marque UTF-8 (BOM) : Excel l'ouvre tel quel.
tui-save-without-bom = Séparateur « { $separator } », sans marque UTF-8 (BOM) : Excel y perd les accents.
tui-save-format = Le nom dit le format par sa fin : { $ends }
tui-save-folder = dans { $folder }
tui-save-columns = { $total ->
    [one] { $chosen } colonne sur { $total }, ↓ pour choisir
   *[other] { $chosen } colonnes sur { $total }, ↓ pour choisir
}
tui-save-exists = { $name } existe déjà. Entrée le remplace, Échap revient au nom.
tui-saved = { $count ->
    [one] { $count } ligne enregistrée dans { $name }
   *[other] { $count } lignes enregistrées dans { $name }
}
tui-copied-much = Envoyé : { $size } ko, plus que n'en prennent bien des terminaux (75) · la même touche l'affiche
tui-opened = Source { $number } ouverte dans le navigateur · { $url }
tui-opened-copied = Source { $number } envoyée au presse-papiers, faute de navigateur ici · { $url }
tui-ages-national = Date nationale de la vague ({ $count })
tui-ages-own = Date propre, du label ou du lancement ({ $count })
tui-ages-wave = { $sign } vague { $year } · { $count }
tui-ages-start = label ou lancement
tui-ages-end = fin : { $day }
tui-ages-today = { $day }
tui-carriers-confirmed = { $count ->
    [one] { $count } confirmé
   *[other] { $count } confirmés
}
tui-carriers-probable = { $count ->
    [one] { $count } probable
   *[other] { $count } probables
}
tui-carriers-deduced = { $count ->
    [one] { $count } déduit du libellé
   *[other] { $count } déduits du libellé
}
tui-carriers-unknown = { $count ->
    [one] { $count } inconnu
   *[other] { $count } inconnus
}
wave-national-date = date nationale, la seule connue pour ces Cités
tui-key-run = lancer
tui-key-list-cell = lister ces Cités
tui-key-level = fiabilité
tui-key-unfold = déplier
tui-copied-xterm = Envoyé ; xterm ne copie qu'avec la ressource allowWindowOps · la même touche l'affiche
tui-copied-iterm = Envoyé ; à permettre dans iTerm2 : Settings, General, Selection · la même touche l'affiche
tui-copied-never = Ce terminal ne copie pas pour un programme · la même touche affiche le texte à sélectionner
tui-copied-card = Fiche envoyée au presse-papiers du terminal · la même touche l'affiche pour la sélectionner
tui-copied-row = Ligne envoyée au presse-papiers du terminal · la même touche l'affiche pour la sélectionner
tui-copied-address = Adresse envoyée au presse-papiers du terminal · la même touche l'affiche pour la sélectionner
tui-copied-command-line = Commande qui rouvre cette vue, envoyée au presse-papiers · la même touche l'affiche
tui-no-address = Aucune source n'a d'adresse ici.
tui-marked = { $count ->
    [0] Plus aucune Cité marquée
    [one] { $count } Cité marquée · marquez-en une autre, puis c les compare
   *[other] { $count } Cités marquées · c les compare
}
tui-most-marks = { $count } Cités au plus se comparent : retirez d'abord une marque par Espace.
tui-mark-first = Marquez 2 à { $count } Cités avec Espace, puis comparez-les avec c.

### explorer: tabs

tui-tab-territories = Territoires
tui-tab-carriers = Porteurs
tui-tab-age = Âges
tui-tab-preconisations = Préconisations
tui-tab-map = Carte
tui-tab-overview = Synthèse
tui-tab-data = Données
# Titres des onglets s'ils ne tiennent pas tous en entier.
tui-tab-short-territories = Territoires
tui-tab-short-carriers = Porteurs
tui-tab-short-age = Âges
tui-tab-short-preconisations = Préco.
tui-tab-short-map = Carte
tui-tab-short-overview = Synthèse
tui-tab-short-data = Données
# Valeurs de --tab, avec celles des autres langues.
tui-tab-names-territories = territoires, cites
tui-tab-names-carriers = porteurs
tui-tab-names-age = ages, anciennete, ancienneté, lives, frise, gantt
tui-tab-names-age-list = liste-ages, ages-liste
tui-tab-names-preconisations = préconisations
tui-tab-names-map = carte
tui-tab-names-map-points = carte-points
tui-tab-names-map-regions = carte-regions, carte-régions
tui-tab-names-map-departments = carte-departements, carte-départements
tui-tab-names-overview = synthese, synthèse
tui-tab-names-data = donnees, données

### explorer: fields in which something is found

tui-found-in = Trouvé dans
tui-field-id = id
tui-field-label = libellé
tui-field-commune = commune
tui-field-epci = EPCI
tui-field-touched-commune = quartier partagé
tui-field-qpv = QPV
tui-field-qpv-2024 = QPV de 2024
tui-field-department = département
tui-field-region = région
tui-field-carrier = porteur
tui-field-source = source
tui-field-later = suites
tui-field-theme = thème
tui-field-title = titre
tui-field-text = texte
tui-field-addressee = destinataire
tui-field-sub-measure = mesure

### explorer: what a key does

tui-key-suggestion = chercher ce nom
tui-key-list = liste
tui-key-clear = effacer
tui-key-search = recherche
tui-key-card = fiche
tui-key-sort = tri
tui-key-sort-previous = trier par la colonne précédente
tui-key-reverse = inverser
tui-key-help = aide
tui-key-quit = quitter
tui-key-close = fermer
tui-key-suspend = suspendre
tui-key-repaint = redessiner l'écran
tui-key-yank = remettre ce qui a été effacé
tui-key-read-again = relire le fichier
tui-key-mouse = laisser ou reprendre la souris
tui-mouse-released = La souris est au terminal, qui sélectionne du texte ; m la reprend
tui-mouse-taken = La souris est à l'explorateur
tui-key-next = suivante
tui-key-previous = fiche précédente
tui-key-next-tab = onglet
tui-key-tabs = aller à l'onglet
tui-key-previous-tab = onglet précédent
tui-key-up = ligne précédente
tui-key-down = ligne suivante
tui-key-page-up = page précédente
tui-key-page-down = page suivante
tui-key-first = début
tui-key-last = fin
tui-key-scroll-card-down = faire défiler la fiche
tui-key-scroll-card-up = faire remonter la fiche
tui-key-scroll-down = défiler
tui-key-scroll-up = remonter
tui-key-left = caractère précédent
tui-key-right = caractère suivant
tui-key-word-left = mot précédent
tui-key-word-right = mot suivant
tui-key-start = début de la ligne
tui-key-end = fin de la ligne
tui-key-delete-left = effacer le caractère précédent
tui-key-delete-right = effacer le caractère suivant
tui-key-delete-word-left = effacer le mot précédent
tui-key-delete-word-right = effacer le mot suivant
tui-key-delete-to-start = effacer jusqu'au début
tui-key-delete-to-end = effacer jusqu'à la fin
tui-key-lives = frise ou liste
tui-key-map-view = autre carte
tui-key-measure = mesure
tui-key-list-area = ses Cités
tui-key-walk = Cité voisine
tui-key-walk-areas = voisine
tui-key-colouring = couleurs
tui-key-closer = agrandir
tui-key-farther = réduire
tui-key-fit = tout voir
tui-key-show-cite = voir la Cité
tui-key-list-alone = liste seule, ou avec la fiche
tui-key-facets = filtres
tui-key-mark = marquer
tui-key-cross = croiser
tui-key-list-cross-cell = lister
tui-key-cross-rows = lignes
tui-key-cross-rows-back = lignes, dans l'autre sens
tui-key-cross-columns = colonnes
tui-key-cross-columns-back = colonnes, dans l'autre sens
tui-key-cross-values = valeurs
tui-key-cross-share = parts
tui-key-cross-swap = transposer
tui-key-cross-walk = case voisine
tui-cross-title = Croiser · { $found }
tui-cross-rows = lignes :
tui-cross-columns-by = colonnes :
tui-cross-values = valeurs :
tui-cross-share = parts :
tui-cross-chosen = { $row } × { $column }
tui-cross-columns = colonnes { $from } à { $to } sur { $all }
tui-cross-empty = Aucune Cité dans cette case
tui-cross-no-query = Aucune recherche ne correspond à ce groupe : choisissez d'autres lignes ou colonnes
tui-key-neighbours = voisines
tui-near-title = Les plus proches de { $name }
tui-near-nowhere = Aucun lieu de ce nom
tui-near-hint = d'une autre commune : son nom, son code
tui-key-compare = comparer
tui-key-sources = sources
tui-key-open = ouvrir la source
tui-key-copy = copier
tui-key-copy-row = copier la ligne
tui-key-copy-address = copier l'adresse de la première source
tui-key-command-line = copier la commande qui rouvre cette vue
tui-key-save = exporter
tui-key-enlarge = en grand
tui-key-grammar = aide à la recherche
tui-key-example = chercher ceci
tui-key-choose = choisir
tui-key-choose-and-close = choisir et fermer
tui-key-next-facet = filtre suivant
tui-key-previous-facet = filtre précédent
tui-key-clear-facet = tout retirer
tui-key-replace = remplacer
tui-key-other-name = autre nom
tui-key-write = enregistrer
tui-key-format = format
tui-key-columns = colonnes
tui-key-file-name = nom du fichier

### explorer: names of keys

tui-keyname-up = Haut
tui-keyname-down = Bas
tui-keyname-left = Gauche
tui-keyname-right = Droite
tui-keyname-space = Espace
tui-keyname-enter = Entrée
tui-keyname-esc = Échap
tui-keyname-tab = Tab
tui-keyname-back-tab = Maj-Tab
tui-keyname-backspace = Retour
tui-keyname-delete = Suppr
tui-keyname-home = Début
tui-keyname-end = Fin
tui-keyname-page-up = Page↑
tui-keyname-page-down = Page↓

### explorer: the map

map-metropole = France métropolitaine
map-by-region = { $measure } par région
map-by-department = { $measure } par département
map-measure-cites = Cités
map-measure-known-carriers = Porteurs connus
map-measure-employment-rate = Taux d'emploi des quartiers en 2018
map-class = { $from } à { $to }
map-without-cites = sans Cité
tui-map-not-found = hors recherche
tui-map-elsewhere = { $count ->
    [one] { $count } Cité hors de la carte
   *[other] { $count } Cités hors de la carte
}

### explorer: the timeline of ages

gantt-perhaps-labelled = label incertain
gantt-labelled = labellisée
gantt-perhaps-launched = lancement incertain
gantt-launched = lancée
gantt-perhaps-over = fin incertaine

### explorer: the overview

overview-scope-all = { $total ->
    [one] La Cité de l'emploi.
   *[other] Les { $total } Cités de l'emploi.
}
overview-scope-listed = { $listed ->
    [one] Les barres, les chiffres et les événements locaux suivent la recherche : { $listed } Cité sur { $total }.
   *[other] Les barres, les chiffres et les événements locaux suivent la recherche : { $listed } Cités sur { $total }.
} Les chiffres nationaux et l'évaluation portent sur tout le programme.
overview-local-figures = Chiffres locaux
overview-findings = Constats
overview-preconisations = Préconisations
overview-no-shared-source = Sans source commune
tui-overview-timeline = Chronologie
tui-overview-partial = date partielle
tui-overview-national = événement national
tui-overview-local = événement local
tui-overview-evaluation = Constats et préconisations
tui-overview-evaluation-basis = Les données ne relient aucun constat à une préconisation. Ils sont placés côte à côte quand ils viennent de la même source, sans plus.

### explorer: the tab of the snapshot

tui-data-snapshot = Le jeu de données
tui-data-broken = Fichier illisible ; l'écran garde le dernier état lu
tui-data-unchecked = Vérification en cours…
tui-data-problems = { $count ->
    [0] Aucun problème trouvé
    [one] { $count } problème trouvé
   *[other] { $count } problèmes trouvés
}
tui-data-problems-listed = { $count ->
    [0] Aucun problème trouvé
    [one] { $count } problème trouvé
   *[other] { $count } problèmes trouvés
} dans la recherche : { $listed ->
    [one] { $listed } Cité
   *[other] { $listed } Cités
} sur { $total }
tui-data-known = connu
tui-data-changes = { $count ->
    [one] Ce qui a changé à la dernière lecture ({ $count })
   *[other] Ce qui a changé à la dernière lecture ({ $count })
}
data-complete = Complets : { $names }
data-complete-fields = Champs complets
data-complete-means = connus de toutes les Cités par une source
data-change = Changement
data-before = Avant
data-after = Après
data-absent = absent
data-since-last-read = changé à la dernière lecture du fichier
tui-data-fields = { $total ->
    [one] Ce qu'on sait de la Cité
   *[other] Ce qu'on sait des { $total } Cités
}
tui-data-fields-listed = { $listed ->
    [0] Ce qu'on sait des Cités de la recherche : aucune
    [one] Ce qu'on sait de la Cité de la recherche, sur { $total }
   *[other] Ce qu'on sait des { $listed } Cités de la recherche, sur { $total }
}
tui-data-sources = { $count ->
    [0] Aucune source
    [one] { $count } source, et ce qui la cite
   *[other] { $count } sources, et combien de fois chacune est citée
}
tui-data-sources-listed = { $count ->
    [0] Aucune source citée par la recherche
    [one] { $count } source de la recherche
   *[other] { $count } sources de la recherche
}
data-embedded = fournies avec le logiciel
data-file = Fichier
data-as-of = Date
data-as-of-basis = jour du tableau le plus récent
data-of = données du { $day }
data-version = Format
data-period = { $from } – { $until }
data-checked = Vérification
data-contents = Contenu
data-built-from = D'où viennent les parties
data-licences = Licences
data-regions = Régions
data-departments = Départements
data-findings = Constats
data-figures = Chiffres
data-events = Événements
data-cite = Cité
data-path = Champ
data-line = Ligne
data-value = Valeur
data-rule = Règle
data-filled = Renseigné
data-sourced = Sourcé
data-part = { $count } sur { $total } · { $percent } %
data-without = Cités pour lesquelles rien n'est documenté
data-more = … et { $count } { $count ->
    [one] autre
   *[other] autres
}
data-naming = Cités qui la citent
level-error = erreur
level-warning = avertissement
level-note = remarque

### explorer: Cités side by side

comparison-shared-communes = Communes en commun
comparison-shared-qpvs = QPV en commun
comparison-equal = { $count ->
    [one] Identique ({ $count }) :
   *[other] Identiques ({ $count }) :
}
comparison-unknown = Inconnus pour toutes :
comparison-fact = Fait
cross-file = croisement
comparison-file = comparaison
comparison-communes = Liste des communes
comparison-qpvs = Liste des QPV
tui-comparison-title = { $count } Cités côte à côte · { $sign } ce qui diffère

### explorer: examples of the grammar, each with its query

grammar-anywhere-query = gueret
grammar-saint-query = st etienne
grammar-letters-query = bdx
grammar-or-query = reims | troyes
grammar-not-query = !bretagne
grammar-exact-query = 'pau
grammar-phrase-query = "val de"
grammar-start-query = ^saint
grammar-end-query = métropole$
grammar-region-query = region:bretagne,normandie
grammar-department-query = dep:35
grammar-commune-query = commune:bobigny
grammar-qpv-query = qpv:minguettes
grammar-carrier-query = porteur:est
grammar-carrier-type-query = type:spe
grammar-evidence-query = fiabilite:libelle
grammar-wave-query = vague:2020 echelle:epci
grammar-theme-query = theme:mobilité
grammar-age-query = age:>5
grammar-epci-query = epci:mel
grammar-is-unknown-query = inconnu:lancement deduit:porteur
grammar-is-confirmed-query = confirme:porteur | probable:porteur
grammar-launch-query = lancement:2021
grammar-precision-query = precision:jour
grammar-source-query = source:S07
grammar-later-query = apres:projet
grammar-population-query = habitants:>50000
grammar-jobseekers-query = demandeurs:>10000
grammar-employment-rate-query = emploi:<40
grammar-poverty-rate-query = pauvrete:>=50
grammar-living-standard-query = revenu:<12500
grammar-anywhere = une commune, un quartier, un porteur… sans accents ni majuscules
grammar-saint = deux mots ; « st » vaut « saint »
grammar-letters = une abréviation : des lettres d'un mot, ou des initiales
grammar-or = l'un ou l'autre
grammar-not = sans ce mot
grammar-exact = ces lettres exactement
grammar-phrase = ces mots ensemble
grammar-start = qui commence ainsi
grammar-end = qui finit ainsi
grammar-region = une région, ou plusieurs
grammar-department = un département, par numéro ou par nom
grammar-commune = une commune couverte
grammar-qpv = un quartier prioritaire couvert
grammar-carrier = le nom du porteur
grammar-carrier-type = le type de porteur ; type:inconnu quand il n'y en a pas
grammar-evidence = comment le porteur est connu
grammar-wave = la vague, l'échelle
grammar-theme = un thème
grammar-age = plus de 5 ans, avec certitude ; aussi age:4..5
grammar-epci = une intercommunalité, par un de ses noms
grammar-is-unknown = dont le lancement est inconnu, et le porteur déduit du libellé
grammar-is-confirmed = dont le porteur est confirmé par une source, ou probable
grammar-launch = lancée cette année-là ; aussi lancement:inconnu
grammar-precision = label daté au jour près
grammar-source = citée par une source, par son numéro
grammar-later = ce mot dans ce qu'elle est devenue
grammar-population = plus de 50 000 habitants dans ses quartiers, en 2018
grammar-jobseekers = plus de 10 000 demandeurs d'emploi, fin 2021
grammar-employment-rate = taux d'emploi moyen sous 40 %, en 2018 ; aussi emploi:35,5..40
grammar-poverty-rate = taux de pauvreté moyen d'au moins 50 %, en 2018
grammar-living-standard = niveau de vie médian moyen sous 12 500 € par an, en 2018
