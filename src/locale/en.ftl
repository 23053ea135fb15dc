# Texts in English. One key a text; values are written { $name }.

count-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
}

### words of the data: scales, carrier types, evidence, dates, ages

unknown = not documented
yes = yes
no = no

count-communes = { $count ->
    [one] { $count } commune
   *[other] { $count } communes
}
count-inhabitants = { $count ->
    [one] { $count } inhabitant
   *[other] { $count } inhabitants
}
count-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
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
    [one] { $count } year
   *[other] { $count } years
}

scale-department = department
scale-epci = EPCI
scale-several-communes = several communes
scale-commune = commune
scale-neighbourhoods = neighbourhoods

carrier-epci = EPCI
carrier-commune = commune
carrier-spe = public employment service
carrier-association = association
carrier-state = State
carrier-department = department
carrier-other = other
carrier-unknown = carrier not documented

evidence-explicit = explicit
evidence-probable = probable
evidence-label = from the label
evidence-implicit = implicit
evidence-list-order = from the list's order

basis-territory = this Cité's own date
basis-wave = national date of the wave

precision-day = to the day
precision-month = to the month
precision-quarter = to the quarter
precision-year = to the year

finding-added-value = added value
finding-limit = limit
figure-stated = stated
figure-derived = computed

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-quarter = Q{ $quarter } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

age-not-yet = not yet
age-months = { $from } to { $to } months
age-years = { $from } to { $to } { $to ->
    [one] year
   *[other] years
}
age-year-months = { $years }, { $from } to { $to } months

column-id = Id
column-label = Territory
column-department = Dep.
column-region = Region
column-scale = Scale
column-wave = Wave
column-wave-evidence = Wave evidence
column-label-date = Labelled
column-label-date-basis = Date basis
column-launch-date = Launch
column-age = Age
column-ran-for = Experiment ran for
column-precision = Precision
column-carrier = Carrier
column-carrier-type = Carrier type
column-evidence = Evidence
column-communes = Communes
column-qpvs = QPVs
column-population = Population
column-themes = Themes

card-carrier = Carrier
card-region = { $count ->
    [one] Region
   *[other] Regions
}
card-department = { $count ->
    [one] Department
   *[other] Departments
}
card-scale = Scale
card-wave = Wave
card-label-date = Labelled
card-launch-date = Launch
card-age = Age
card-age-on = on { $day }
card-ran-for = Experiment
card-ran-until = until { $day }
card-themes = Themes
card-note = Remark
card-statements = What the sources say
card-communes = Communes ({ $count })
card-population = Population
card-population-basis = whole communes, 2020
card-qpvs = Priority neighbourhoods ({ $count })
card-sources = Sources
card-subtitle = { $id } · { $wave } wave · { $age }
card-addressees = Addressees
card-addressees-explicit = named by the source
card-addressees-deduced = deduced from the text
card-theme = Theme
card-core = core préconisation { $order } of { $total }
card-other = other préconisation
card-related = Related to
card-sub-measures = Measures
card-origin = Origin

### snapshot: problems of tables and files

### search: problems of a query

### output: tables, cards, formats

### command line

### explorer
