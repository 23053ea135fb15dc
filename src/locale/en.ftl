# Texts in English, in the Fluent format. Values are written { $name }.
# A file like this one, named by the code of its language (xx.ftl), adds a language.

# The name of this language in English, for the JSON Schema.
language-in-english = English

# Between thousands, before tenths, between the cells of CSV.
number-thousands = ,
number-decimal = .
csv-separator = ,

count-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
}

### data: values, units, dates, ages, columns, cards

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
count-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

percent = { $number }%
kilometres = { $number } km

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
carrier-is-territory = the territory itself
label-is-carrier = same name
carrier-unknown = lead body not documented

evidence-explicit = confirmed by a source
evidence-probable = probable
evidence-grant = confirmed by a State grant
evidence-exclusion = deduced by exclusion
evidence-label = deduced from the label
evidence-implicit = probable
evidence-list-order = deduced from the order of the list

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

figure-group-money = National figures: funding
figure-group-results = National figures: results
figure-group-governance = National figures: organization
figure-group-context = National figures: context
figure-qualifier-about = about { $value }
figure-qualifier-up-to = up to { $value }
unit-eur = €
unit-per-year = a year
unit-per-cite = per Cité
unit-per-year-and-cite = a year per Cité
unit-years = years
unit-strands = strands
unit-inhabitants = inhabitants
unit-million-eur = million €
unit-times = times
unit-monographs = monographs
unit-people = people
unit-actions-or-events = actions or events
unit-partners = partners

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

age-not-yet = not labelled yet
age-months = between { $from } and { $to } months
age-years = between { $from } and { $to } years
age-one-of = { $from } or { $to } years (imprecise date)
age-between = between { $from } and { $to }

column-id = Id
column-label = Territory
column-display-label = Corrected label
column-department = Dep.
column-region = Region
column-scale = Scale
column-wave = Wave
column-wave-evidence = Reliability of the wave
column-label-date = Labelled
column-label-date-basis = Origin of the date
column-launch-date = Launch
column-age = Since the label
column-age-min = Months since the label (min)
column-age-max = Months since the label (max)
column-ran-for = Experiment
column-ran-for-min = Months of experiment (min)
column-ran-for-max = Months of experiment (max)
column-precision = Precision
column-carrier = Lead body
column-carrier-type = Lead body type
column-evidence = Reliability
column-communes = Communes
column-touched-communes = Communes touched
column-qpvs = QPVs
column-qpvs-2024 = QPVs of 2024
column-population = QPV inhabitants 2018
column-employment-rate = Employment rate 2018
column-employment-rate-women = Employed women 2018
column-jobseekers = Job seekers end 2021
column-jobseekers-women = Seekers, women 2021
column-jobseekers-under-25 = Seekers under 25 2021
column-jobseekers-50-plus = Seekers 50+ end 2021
column-jobseekers-1-year-plus = Seekers 1 year+ 2021
column-poverty-rate = Poverty rate 2018
column-living-standard = Living standard 2018
column-commune-population = Whole communes 2020
column-contract = Contrat de ville 2024-2030
column-later = Afterwards
column-figures = Figures that sources give (in French)
column-themes = Themes
column-title = Title
column-core = Core
column-theme = Theme
column-addressees = Addressees
column-addressee-basis = Addressee basis
column-text = Text
column-sub-measures = Sub-measures
column-sources = Sources
column-date = Date
column-uses = Uses
column-cites = Cités
column-url = Address
column-group = Group
column-share = Share
column-bar = {""}
column-distance = Distance
column-cite-id = Cité id
column-code = Code
column-name = Name
column-basis = Link
column-epci = EPCI
column-ept = EPT
column-status = Perimeter 2024
column-predecessors = Follows
column-label-year = Year of the label
column-launch = Year of the launch
column-field = Field
column-source = Source
column-says = What the source says
column-what = Figure
column-value = Value
column-unit = Unit
column-year = Year
column-scope = Scope
column-figure-status = Status
column-certainty = Certainty of the date
column-kind = Kind
column-known = Quartiers
column-min = Min
column-median = Median
column-mean = Mean of the quartiers
column-weighted-mean = Mean weighted by inhabitants
column-max = Max
column-plot = {""}
column-epci-type = EPCI type

summary-known = { $known } of { $total }
summary-total = { $name }: { $values }

cross-total = Total
cross-at-least = ≥ { $number }
cross-no-share = –
cross-several = { $count ->
    [one] { $cites } counts
   *[other] { $cites } count
  } in several groups (“{ $grouping }”); totals count each of them once
cross-partial = { $count ->
    [one] One of { $total } quartiers has no published figure: sums leave it out
   *[other] { $count } of { $total } quartiers have no published figure: sums leave them out
  }
cross-unknown = n/a
cross-share-none = none
cross-share-row = of the row
cross-share-column = of the column
cross-share-all = of the table
cross-of-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
  }
cross-of-qpvs = { $count ->
    [one] { $count } QPV
   *[other] { $count } QPVs
  }
cross-of-communes = { $count ->
    [one] { $count } commune
   *[other] { $count } communes
  }
cross-of-population = { $count ->
    [one] { $count } inhabitant of QPVs
   *[other] { $count } inhabitants of QPVs
  }
cross-of-jobseekers = { $count ->
    [one] { $count } job seeker
   *[other] { $count } job seekers
  }

card-region = { $count ->
    [one] Region
   *[other] Regions
}
card-department = { $count ->
    [one] Department
   *[other] Departments
}
card-age-on = on { $day }
card-closed = closed on { $day }
card-closed-after = after { $time }
card-running = running, until { $day }
card-running-for = for { $time }
card-not-begun = not begun yet
card-until = until { $day }
card-official-label = Label of the ANCT
card-note = Remark
card-ask = Whom to ask
card-ask-communes = { $count ->
    [one] commune of { $names }
   *[other] communes of { $names }
}
card-ask-communes-more = communes of { $names } and { $more ->
    [one] { $more } other
   *[other] { $more } others
}
card-ask-prefecture = prefecture ({ $department })
card-ask-remark = the public bodies of the territory, not supposed lead bodies
card-sources-folded = { $count ->
    [one] Source ({ $count })
   *[other] Sources ({ $count })
}
card-sources-keys = i: sources and details · o: open
card-statements = What the sources say (in French)
card-communes = Communes ({ $count })
card-touched-communes = Communes touched by a shared quartier ({ $count })
card-commune-merged = in { $name } since { $date }
text-in-french = in French
card-figure-population = Inhabitants
card-figure-employment-rate = Employment rate
card-figure-employment-rate-women = … of women
card-figure-jobseekers = All
card-figure-jobseekers-women = Women
card-figure-jobseekers-under-25 = Under 25
card-figure-jobseekers-50-plus = 50 or older
card-figure-jobseekers-1-year-plus = A year or longer
card-figure-poverty-rate = Poverty rate
card-figure-living-standard = Living standard
card-qpvs = Priority neighbourhoods ({ $count })
card-quartier-figures = In the priority neighbourhoods in 2018
card-jobseekers = Job seekers A, B, C of these, end of 2021
card-whole-communes = whole communes: { $count ->
    [one] { $count } inhabitant in 2020
   *[other] { $count } inhabitants in 2020
}
card-qpvs-2024 = Quartiers of 2024 at the same place, deduced ({ $count })
card-qpv-2024-follows = follows { $codes }
card-qpv-2024-new = new quartier in a commune of the Cité
card-figures = Figures that sources give (in French)
qpv-2024-unchanged = unchanged
qpv-2024-modified = modified
qpv-2024-new = new
commune-basis-own = own
commune-basis-shared-qpv = touched by a shared neighbourhood
qpv-2024-basis-successor = follows neighbourhoods of the Cité
qpv-2024-basis-new-in-commune = new, in a commune of the Cité
qpv-number = { $number }
qpv-euros = €{ $number }
qpv-not-published = not published
qpv-range = weighted mean { $mean } ({ $min } to { $max })
qpv-partial = { $value } ({ $known } of { $total })
qpv-vintage-2018 = 2018: { $figures }
qpv-vintage-2021 = end of 2021: { $figures }
qpv-short-population-2018 = inhabitants { $value }
qpv-short-employment-rate-15-64-2018 = employment rate { $value }
qpv-short-employment-rate-women-15-64-2018 = employment rate of women { $value }
qpv-short-limited-term-share-2018 = limited-term contracts { $value }
qpv-short-jobseekers-abc-2021 = job seekers A, B, C { $value }
qpv-short-jobseekers-abc-women-2021 = women { $value }
qpv-short-jobseekers-abc-under25-2021 = under 25 { $value }
qpv-short-jobseekers-abc-50plus-2021 = 50 or older { $value }
qpv-short-jobseekers-abc-1year-plus-2021 = a year or longer { $value }
qpv-short-jobseekers-abc-below-cap-2021 = education below CAP { $value }
qpv-short-poverty-rate-2018 = poverty rate { $value }
qpv-short-median-living-standard-2018 = median living standard { $value }
card-subtitle = { $id } · { $wave } wave · { $age }
card-addressees-explicit = named by the source
card-addressees-deduced = deduced from the text
card-core = core recommendation { $order } of { $total }
card-other = other recommendation
card-related = Related to
card-sub-measures = Measures

### snapshot: problems in tables and files, errors of reading and writing

problem = { $place }: { $text }
problem-place-column = { $file }, column { $column }
problem-place-path = { $file }, { $path }
problem-did-you-mean = ; did you mean "{ $nearest }"?
problem-is-it-this-name = ; is "{ $nearest }" a misspelling of it?
problem-missing-column = the column "{ $value }" is missing
problem-unknown-column = the column "{ $value }" is unknown: nobody would read it
problem-duplicate-column = the column "{ $value }" is there twice
problem-missing-grant-column = there is no column for “{ $value }”; name it by --column { $value }=NAME. Columns of the file: { $columns }
problem-no-such-column = there is no column “{ $value }”. Columns of the file: { $columns }
problem-not-rows = this JSON has no list of objects
problem-not-an-amount = “{ $value }” is not an amount in euros
problem-not-a-year = “{ $value }” is not a year
problem-ragged-row = { $found ->
    [one] { $found } cell instead of { $expected }: look at the quotes and commas
   *[other] { $found } cells instead of { $expected }: look at the quotes and commas
}
problem-not-utf8 = "{ $value }" is not UTF-8: save the file as UTF-8
problem-missing-field = the key "{ $value }" is missing
problem-unknown-field = the format has no key "{ $value }"
problem-duplicate-key = the key "{ $value }" is there twice in one object
problem-wrong-type = { $found } where there must be { $expected }
problem-wrong-length = { $found ->
    [one] a list of { $found } value where there must be { $expected }
   *[other] a list of { $found } values where there must be { $expected }
}
problem-broken-string = { $value } has an escape that stands for no character
problem-empty = the value is missing
problem-not-a-code = "{ $value }" is not { $code }
problem-not-one-of = "{ $value }" is not valid; it has to be one of: { $allowed }
problem-not-a-date = "{ $value }" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
problem-not-a-number = "{ $value }" is not a number that can stand here
problem-out-of-range = { $value } is not between { $least } and { $most }
problem-not-a-url = "{ $value }" is not an http or https address
problem-not-nfc = "{ $value }" is not in composed form (Unicode NFC): its accents are characters of their own
problem-control-character = "{ $value }" has the control character { $code }
problem-bidi-character = "{ $value }" has { $code }, which changes the reading direction
problem-zero-width-character = "{ $value }" has { $code }, a character that cannot be seen
problem-unknown-id = "{ $value }": no such { $entity }
problem-duplicate = "{ $value }": this { $entity } is there already ({ $first })
problem-statement-of-nothing = a source speaks of "{ $value }", but this Cité has none
problem-disagrees = "{ $value }" does not go with "{ $with }": it would have to be "{ $expected }"
problem-outside-territory = the point { $value } (longitude, latitude) is more than 25 km outside of { $territory }; are the two numbers swapped?
problem-predecessor-not-of-cite = "{ $code }" is no quartier of the Cité { $cite }
problem-predecessors-disagree = "{ $value }" does not go with "{ $with }": a new quartier has no predecessor, any other one has
problem-open-ring = the outline is not closed: it needs at least four points, the last the same as the first
problem-told-differently = "{ $value }" is described differently elsewhere ({ $first })
problem-outer-space = "{ $value }" begins or ends with white space
problem-before-programme = { $value } is before the programme started ({ $start })
problem-after-experiment = { $value } is after the experiment ended ({ $end })
problem-outside-wave = { $value } is not in the wave of this Cité, { $wave }
problem-before-label = { $value } is before the label was given ({ $label })
problem-outside-cite = "{ $value }" is the code of another department than that of the communes of this Cité ({ $departments })
problem-same-name = "{ $value }" is, but for accents, case and hyphens, "{ $other }" ({ $first })
problem-never-used = nothing refers to the source "{ $value }"
problem-no-statement = "{ $value }" needs a source, and there is none
problem-no-commune = this Cité covers no commune
problem-count-differs = { $value } are announced, { $counted } are counted in the snapshot
problem-kind-null = null
problem-kind-boolean = a boolean
problem-kind-number = a number
problem-kind-text = a text
problem-kind-list = a list
problem-kind-object = an object
problem-code-cite = an id of a Cité (cde- and three digits at least: cde-025)
problem-code-commune = an INSEE commune code (five characters: 35238, 2A004, 97209)
problem-code-department = an INSEE department code (35, 2A, 974)
problem-code-region = an INSEE region code (53)
problem-code-qpv = a code of a quartier prioritaire (QP and six characters: QP049001)
problem-code-qpv-2024 = a code of a quartier of 2024 (QN, the department in three characters, two digits and a letter: QN04901M)
problem-code-contract = a code of a contrat de ville (CN, the department in three characters, two digits and a letter: CN00204M)
problem-code-siren = a SIREN number (nine digits, of which the last checks the others)
problem-entity-cite = Cité
problem-entity-carrier = lead body of the Cité
problem-entity-commune = commune
problem-entity-qpv = quartier
problem-entity-qpv-stats = statistics of a quartier
problem-entity-qpv-2024 = quartier of 2024
problem-entity-contract = contrat de ville
problem-entity-commune-change = merger of communes
problem-entity-cite-figure = figure of a Cité
problem-entity-department = department
problem-entity-region = region
problem-entity-outline = outline of the region
problem-entity-source = source
problem-entity-statement = statement
problem-entity-link = link
problem-entity-preconisation = recommendation
problem-entity-finding = finding
problem-entity-figure = figure

load-not-found = this file does not exist
load-permission-denied = reading it is not permitted
load-io = it cannot be read ({ $message })
load-directory = this is a directory, a file is needed
load-not-a-file = this is not a regular file; to read a pipe, hand it to standard input: --data - < pipe
load-empty = the file is empty
load-too-large = more than { $size } when unpacked; --max-size raises the limit
load-mebibytes = { $size } MiB
load-bytes = { $size ->
    [one] { $size } byte
   *[other] { $size } bytes
}
load-broken-gzip = the gzip archive is broken or cut off ({ $message })
load-workbook = it is a spreadsheet workbook (XLSX, ODS): save the sheet as CSV, or give the snapshot in JSON
load-zip = it is a ZIP archive: extract the file, and give that
load-zstd = the file is compressed by zstd: decompress it (zstd -d), or compress it by gzip
load-xz = the file is compressed by xz: decompress it (xz -d), or compress it by gzip
load-bzip2 = the file is compressed by bzip2: decompress it (bzip2 -d), or compress it by gzip
load-html = it is a web page, probably that of a portal that asks to log in: download the file itself
load-web-address = it is a web address, and nothing is read from the network: download the file, and give its path
load-utf16 = the text is UTF-16: save it as UTF-8
load-not-utf8 = the text is not UTF-8: save it as UTF-8
load-syntax = this is not JSON ({ $message })
json-expected-value = a value is expected: a number, "text", a list, an object, true, false or null
json-expected-word = true, false or null is expected
json-expected-colon = ":" is expected after a key
json-expected-comma-or-bracket = "," or "]" is expected in a list
json-expected-comma-or-brace = "," or "{"}"}" is expected in an object
json-expected-key = a key is expected, in double quotes
json-trailing-comma = trailing comma
json-trailing-characters = text after the end
json-invalid-escape = an unknown sequence after a backslash
json-invalid-number = a number that is not written like one
json-number-out-of-range = a number beyond all bounds
json-half-character = half of a character (\ud800 to \udfff) without the other
json-too-deep = too many levels in each other
json-control-character = a control character in a text: the end of a line is written \n
load-truncated = the JSON ends in the middle: is the file complete?
load-not-a-snapshot = this is not a snapshot: a JSON object with the key "schema_version" is needed
load-version = this snapshot has version { $found }, this program reads version { $known }: take another program or another snapshot
load-and-more = { $more ->
    [one] { $problem } (and { $more } more problem: cites check shows all)
   *[other] { $problem } (and { $more } more problems: cites check shows all)
}

save-disk-full = { $path }: the disk is full; nothing was written
save-too-large = { $path }: the system does not allow a file of that size; nothing was written
save-permission-denied = { $path }: writing it is not permitted; nothing was written
save-no-folder = { $path }: the folder does not exist; nothing was written
save-not-a-file = { $path }: this is not a regular file; nothing was written
save-io = { $path }: it cannot be written ({ $message })

### snapshot: differences

diff-none = no difference
diff-cites-changed = { $count ->
    [one] { $count } Cité changed
   *[other] { $count } Cités changed
}
diff-cites-added = { $count ->
    [one] { $count } Cité added
   *[other] { $count } Cités added
}
diff-cites-removed = { $count ->
    [one] { $count } Cité removed
   *[other] { $count } Cités removed
}
diff-more-added = { $count } added
diff-more-removed = { $count } removed
diff-elsewhere = { $count ->
    [one] { $count } difference outside the Cités
   *[other] { $count } differences outside the Cités
}
diff-line = { $place }: { $what }
diff-changed = { $field }: { $old } → { $new }
diff-renamed = renamed: { $old } → { $new }
diff-row-added = { $part ->
    [cites] Cité added
    [preconisations] recommendation added
    [findings] finding added
    [figures] figure added
    [timeline] event added
    [sources] source added
    [regions] region added
    [departments] department added
   *[other] added
}
diff-row-removed = { $part ->
    [cites] Cité removed
    [preconisations] recommendation removed
    [findings] finding removed
    [figures] figure removed
    [timeline] event removed
    [sources] source removed
    [regions] region removed
    [departments] department removed
   *[other] removed
}
diff-item-added = { $part ->
    [communes] commune gained: { $item }
    [qpvs] QPV gained: { $item }
   *[other] { $field }: + { $item }
}
diff-item-removed = { $part ->
    [communes] commune lost: { $item }
    [qpvs] QPV lost: { $item }
   *[other] { $field }: − { $item }
}
diff-value-empty = (empty)
diff-value-list = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
diff-misfit = The difference does not fit this snapshot: { $path } does not have the old value there.
diff-not-a-snapshot = The difference applied does not give a snapshot: { $reason }

diff-field-schema_version = format version
diff-field-meta = presentation
diff-field-cites = Cités
diff-field-preconisations = recommendations
diff-field-findings = findings
diff-field-figures = figures
diff-field-timeline = timeline
diff-field-sources = sources
diff-field-regions = regions
diff-field-departments = departments
diff-field-title_fr = French title
diff-field-title_en = English title
diff-field-title = title
diff-field-as_of = date of the data
diff-field-experiment = experiment
diff-field-start = start
diff-field-end = end
diff-field-built_from = origin of the data
diff-field-part = part
diff-field-licences = licences
diff-field-name = name
diff-field-url = address
diff-field-attribution = attribution
diff-field-id = id
diff-field-label = label
diff-field-scale = scale
diff-field-wave = wave
diff-field-wave-year = wave
diff-field-year = year
diff-field-evidence = reliability
diff-field-label_date = label date
diff-field-label_date-date = label date
diff-field-date = date
diff-field-basis = origin
diff-field-launch_date = launch date
diff-field-launch_date-date = launch date
diff-field-carrier = lead body
diff-field-detail = detail
diff-field-type = type
diff-field-themes = themes
diff-field-themes-values = themes
diff-field-values = values
diff-field-note = note
diff-field-communes = communes
diff-field-qpvs = QPVs
diff-field-source = source
diff-field-says = content
diff-field-insee = INSEE code
diff-field-department = department
diff-field-region = region
diff-field-epci = EPCI
diff-field-epci-name = EPCI
diff-field-ept = EPT
diff-field-ept-name = EPT
diff-field-siren = SIREN
diff-field-population_2020 = population 2020
diff-field-lon = longitude
diff-field-lat = latitude
diff-field-code = code
diff-field-core = one of the core five
diff-field-order = rank
diff-field-text_fr = French text
diff-field-text_en = English text
diff-field-addressees = addressees
diff-field-addressee_basis = basis of the addressees
diff-field-theme = theme
diff-field-origin = place in the source
diff-field-related_to = related recommendations
diff-field-sub_measures = sub-measures
diff-field-kind = kind
diff-field-value = value
diff-field-unit = unit
diff-field-label_fr = French label
diff-field-label_en = English label
diff-field-scope = scope
diff-field-status = status
diff-field-certainty = certainty
diff-field-outline = outline
diff-field-commune_changes = merged communes
diff-field-contract = contrat de ville
diff-field-contracts = contrats de ville
diff-field-display_label = displayed label
diff-field-employment_rate_15_64_2018 = employment rate, ages 15-64, 2018
diff-field-employment_rate_women_15_64_2018 = employment rate of women, ages 15-64, 2018
diff-field-evidence_by = basis of the reliability
diff-field-group = group
diff-field-into_insee = INSEE code of the new commune
diff-field-into_name = new commune
diff-field-jobseekers_abc_1year_plus_2021 = job seekers, a year or longer, 2021
diff-field-jobseekers_abc_2021 = job seekers A, B, C, 2021
diff-field-jobseekers_abc_50plus_2021 = job seekers, 50 or older, 2021
diff-field-jobseekers_abc_below_cap_2021 = job seekers with an education below CAP, 2021
diff-field-jobseekers_abc_under25_2021 = job seekers under 25, 2021
diff-field-jobseekers_abc_women_2021 = job seekers, women, 2021
diff-field-later = what came after
diff-field-limited_term_share_2018 = share of limited-term contracts 2018
diff-field-median_living_standard_2018 = median living standard 2018
diff-field-population_2018 = population 2018
diff-field-poverty_rate_2018 = poverty rate 2018
diff-field-predecessors = quartiers of 2015 before it
diff-field-qpv_stats = statistics of quartiers
diff-field-qpvs_2024 = quartiers of 2024
diff-field-qualifier = qualifier
diff-field-territory = territory
diff-field-text = text
diff-field-what = what is counted

### snapshot: import

import-summary = { $added } added, { $changed } changed, { $removed } removed, { $unplaced ->
    [one] { $unplaced } row without a place
   *[other] { $unplaced } rows without a place
}
import-cite-added = + { $id } "{ $label }": new Cité; to be filled in cites.csv: { $columns }
import-cite-renamed = ~ { $id }: "{ $old }" becomes "{ $new }"
import-commune-gained = + { $cite } gains the commune { $place }
import-commune-lost = − { $cite } loses the commune { $place }
import-qpv-gained = + { $cite } gains the quartier { $place }
import-qpv-lost = − { $cite } loses the quartier { $place }
import-qpv-added = + { $code } "{ $name }": new quartier
import-qpv-renamed = ~ { $code }: "{ $old }" becomes "{ $new }"
import-qpv-removed = − { $code } "{ $name }": covered by no Cité any more
import-grants-summary = { $found ->
    [one] { $found } grant for a Cité de l'emploi found
   *[other] { $found } grants for Cités de l'emploi found
}: { $carriers ->
    [one] { $carriers } lead body
   *[other] { $carriers } lead bodies
}, { $amounts ->
    [one] { $amounts } amount
   *[other] { $amounts } amounts
}, { $unplaced } without a place
import-grant-carrier = + { $cite }: lead body { $name } ({ $kind })
import-grant-confirmed = ~ { $cite }: lead body { $name }, confirmed by the grant
import-grant-replaced = ~ { $cite }: lead body { $name } ({ $kind }), instead of { $old }
import-grant-amount = + { $cite }: { $value } in { $year }
import-grant-amount-changed = ~ { $cite }: { $value } in { $year }, instead of { $old }
import-grant-action = “{ $action }”
import-grant-row = “{ $action }”, { $beneficiary }
import-grant-reason = { $row }: { $reason }
import-grant-nowhere = no known contrat de ville or department, and no Cité is named
import-grant-no-cite = no Cité in the department { $department }
import-grant-only-department = only the department leads to { $cite }; neither the action nor the beneficiary names it
import-grant-several-cites = several Cités are possible: { $cites }
import-grant-codes = the contrat de ville { $contract } is not in the department or region of the row
import-grant-no-beneficiary = no beneficiary is named
import-grant-no-amount = the amount is zero or negative
import-grant-several-bodies = { $cite } has several beneficiaries, and nothing says which one leads it: { $names }
import-grant-other-carrier = { $cite } has another known lead body: { $name }
import-grant-says = { $name } received the State's grant for the Cité de l'emploi.
import-grant-what = State grant for the Cité de l'emploi
import-no-cite = { $row }: no Cité is named
import-unknown-cite = { $row }: the Cité "{ $id }" is neither in the list nor in the tables
import-unknown-commune = { $row }: not in communes.csv; add its row there (EPCI, population, coordinates), then start again
import-unlisted = { $id } "{ $label }" is not in the list any more; its rows are kept, take them out by hand if need be

### search: names of query fields, then words for their values, without accents

query-region = region
query-department = dep, department, dept
query-commune = commune, town, municipality
query-qpv = qpv, neighbourhood, neighborhood
query-carrier = carrier
query-carrier-type = type
query-evidence = reliability, evidence
query-wave = wave
query-scale = scale
query-theme = theme, topic
query-age = age
query-population = population, inhabitants
query-jobseekers = jobseekers
query-employment-rate = employment
query-poverty-rate = poverty
query-living-standard = income, standard

query-epci = epci, intercommunality
query-launch = launch
query-precision = precision
query-precision-day = day
query-precision-month = month
query-precision-quarter = quarter
query-precision-year = year
query-source = source, sources
query-later = after, later
query-unknown = unknown, none
query-is-unknown = unknown
query-is-confirmed = confirmed
query-is-probable = probable
query-is-deduced = deduced
query-of-label = label
query-of-display-label = corrected label, display label
query-of-scale = scale
query-of-wave = wave
query-of-label-date = date, labelled, label date
query-of-launch-date = launch, launch date
query-of-carrier = carrier, lead body
query-of-themes = themes, theme
query-of-later = later
query-of-figures = figures
query-of-note = note
query-of-communes = communes, commune
query-of-qpvs = qpv, qpvs, neighbourhoods
query-of-qpvs-2024 = qpv of 2024, qpvs 2024
query-scale-department = department
query-scale-epci = epci, intercommunal
query-scale-several-communes = several communes
query-scale-commune = commune, town
query-scale-neighbourhoods = neighbourhoods, neighborhoods
query-carrier-type-epci = epci, intercommunal
query-carrier-type-commune = commune, town
query-carrier-type-spe = spe, public employment service
query-carrier-type-association = association
query-carrier-type-state = state
query-carrier-type-department = department
query-carrier-type-other = other
query-evidence-explicit = confirmed, explicit
query-evidence-grant = grant
query-evidence-probable = probable
query-evidence-label = deduced, label, from the label

### search: problems in a query

search-stop-words = city hall of, town hall of, council of, which, where is, who runs, who carries, carrier of, how many, how many in, what about, which cite, what cite, is
search-kind-words = city of, town of, department of, department, region of, region
search-joining-words = of, the, in, for, at, is, are
search-or-words = or
search-department-words = department
search-unknown-field = unknown field "{ $name }"; fields: { $fields }
search-unknown-field-meant = unknown field "{ $name }": did you mean { $suggestion }? Fields: { $fields }
search-too-long = search too long: only its first { $most } bytes count
search-wrong-value = “{ $field }{ $value }” is not understood: try { $examples }
search-wrong-value-meant = “{ $field }{ $value }” is not understood: did you mean “{ $suggestion }”?

### command line: the help

cli-heading-example = Example:
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-everywhere = Options of all commands
cli-heading-options = Options
cli-heading-man-example = EXAMPLE
cli-heading-name = NAME
cli-heading-exit-codes = EXIT STATUS
cli-heading-environment = ENVIRONMENT
cli-heading-see-also = SEE ALSO
cli-possible-values = values: { $values }
cli-default-value = default: { $values }
cli-value-command = COMMAND
cli-value-rows = ROWS
cli-value-query = QUERY
cli-value-cite = CITÉ
cli-value-file = FILE
cli-value-dir = DIR
cli-value-size = SIZE
cli-value-lang = LANGUAGE
cli-value-date = DATE
cli-value-when = WHEN
cli-value-format = FORMAT
cli-value-character = CHARACTER
cli-value-column = COLUMN
cli-value-field-name = FIELD=NAME
cli-value-columns = COLUMNS
cli-value-number = NUMBER
cli-value-place = PLACE
cli-value-grouping = GROUPING
cli-value-quantity = QUANTITY
cli-value-total = TOTAL
cli-value-values = VALUES
cli-value-text = TEXT
cli-value-old = OLD
cli-value-new = NEW
cli-value-shell = SHELL
cli-value-document = DOCUMENT
cli-value-tab = TAB
cli-value-id = ID
cli-value-look = LOOK
cli-option-data = Read this JSON file, compressed or not, instead of the data built into the program; "-" reads standard input; the variable CITES_DATA does the same
cli-option-max-size = Refuse data larger than this once unpacked: bytes, or K, M, G
cli-option-lang = Language of the texts; by default that of the locale, French unless it is English
cli-option-as-of = Day on which ages are counted, such as 2026-11-22; today by default
cli-option-color = When to use colours; "auto" follows the terminal, NO_COLOR and CLICOLOR_FORCE
cli-option-help = Show this help
cli-option-version = Show the version
cli-option-query = What to look for: a name, a department number, region:bretagne, type:spe, age:>5…
cli-option-format = Format of the output
cli-option-separator = Separator of CSV: ";" suits French spreadsheets
cli-option-bom = Start CSV and TSV with the mark of UTF-8, without which Excel does not read accents
cli-option-unknown = What programs read where a value is not known, instead of “not documented”; nothing in a file of --output
cli-option-derived = Add all columns to each row in JSON, under “derived”: numbers, dates, ages as intervals, names of regions
cli-option-output = Write to this file, completely or not at all; its extension gives the format (csv, tsv, json, ndjson, geojson, md)
cli-option-sort = Sort by this column
cli-option-reverse = Reverse the order; what is not known stays last
cli-option-columns = Columns to show, in this order, separated by commas
cli-option-rows = One row per Cité; per neighbourhood, commune or statement of a source (evidence) of each Cité; or per source, figure, event or finding of the evaluation, filtered by words
cli-option-limit = Show the first rows only
cli-option-of = it is an option of: { $commands }
cli-option-filter = Search for this at the start, like QUERY; may be repeated
cli-option-tab = Open this tab, also given by its number; "age-list" lists the ages
cli-option-select = Select at the start the Cité, the recommendation, the source or the field that has this id
cli-option-theme = Colours: those for a dark background, for a light one, of high contrast, or none; "auto" follows the terminal's background where it tells it
cli-option-ascii = Draw with letters only, for fonts without lines and blocks
cli-option-watch = Read the file of --data again as soon as it changes
cli-option-no-history = Keep no searches for the next time, and recall no earlier ones
cli-option-no-mouse = Leave the mouse to the terminal, to select text

### command line: commands and their arguments

cli-cites = Explores the Cités de l'emploi and the recommendations of their national evaluation
cli-cites-after =
    Without a command, opens the explorer on the query; without a terminal, prints the list.
    A word that is also a command is looked up after "--": cites -- show
cli-cites-example = cites gueret
cli-cites-sort = Sort the tab by this column
cli-cites-by = Colour the map by this: its points, or by the last three its regions or departments
cli-show = Shows the card of one or several Cités: all that is known, with sources
cli-show-example = cites show gueret
cli-show-cites = Id (cde-057) or what to look for; several words that make one name are taken together
cli-list = Lists the Cités, or those that the query finds
cli-list-example = cites list region:bretagne --sort population --reverse
cli-carriers = Lists the lead bodies of the Cités by type, with the reliability of each, and the Cités without a known lead body
cli-carriers-example = cites carriers type:spe
cli-ages = Lists the Cités by age, as an interval where the date is not known exactly
cli-ages-example = cites ages --as-of 2024-12-31 region:bretagne
cli-preconisations = Lists the recommendations of the national evaluation, the five core ones first
cli-preconisations-example = cites preconisations --format card
cli-preconisations-query = Words to look for in the recommendations, or theme:…
cli-sources = Lists the sources, and how often each is used
cli-sources-example = cites sources --sort uses --reverse
cli-stats = Counts Cités, communes, QPVs and inhabitants by group; each commune counts once
cli-stats-example = cites stats --by carrier-type
cli-stats-by = Group by; a Cité in two regions or with several themes counts in each
cli-stats-across = Cross with this grouping, as columns; totals count each Cité once
cli-stats-of = Count this instead of Cités (with --across: cites, qpvs, communes, population, jobseekers), or sum up this figure of the quartiers (with --summary)
cli-stats-share = Show shares of the total of the row, of the column or of the table
cli-stats-summary = Sum up the figure of --of by group; the mean of a rate is weighted by inhabitants
cli-near = Lists the Cités nearest to a Cité, a commune or a point, along the great circle
cli-near-example = cites near rennes --limit 3
cli-near-place = Id or name of a Cité, name or INSEE code of a commune, or LATITUDE,LONGITUDE. A Cité is taken at its middle: the mean of its communes, weighted by population
cli-near-limit = Show the first rows only; 10 by default
cli-build = Builds JSON data from the source tables, and refuses tables with something wrong in them
cli-build-example = cites build data/sources -o data/snapshot.json
cli-build-dir = Folder of the tables
cli-build-output = File to write; standard output without it
cli-check = Checks data: errors with their place, what does not agree, and how much is known of each field
cli-check-example = cites check data/snapshot.json
cli-check-file = File to check; without it, that of --data or the data built into the program
cli-check-strict = Refuse warnings too
cli-diff = Compares two files of data by meaning: order and white space are no differences
cli-diff-example = cites diff data/snapshot.json data/snapshot.json
cli-diff-old = File of before; "-" reads standard input
cli-diff-new = File of after
cli-import = Takes the files that the ANCT publishes over into the source tables, and keeps what was researched
cli-import-example = cites import --list liste-cde-20240305.csv
cli-import-list = The list of Cités: liste-cde-….csv
cli-import-communes = The communes: liste-cde-com….csv
cli-import-qpv = The quartiers prioritaires: liste-cde-qp….csv
cli-import-grants = The State's grants for city policy, by year: CSV or JSON of data.gouv.fr
cli-import-column = The name of a column of the grants that is not recognized: montant=NAME, annee=NAME…
cli-import-into = Folder of the tables
cli-import-write = Write the tables; nothing changes without it
cli-schema = Writes the JSON Schema (2020-12) of the data, or of what a command writes with --format json
cli-schema-example = cites schema stats
cli-schema-document = What the schema describes: the data (also of list, show, carriers, ages, preconisations), or the JSON of the command
cli-sample = Writes made-up data, for trying tools on much of it
cli-sample-example = cites sample --cites 100000 --seed 7
cli-sample-cites = Number of Cités
cli-sample-seed = Seed: the same gives the same data
cli-completions = Writes the script with which a shell asks the program what completes a word
cli-completions-example = cites completions bash
cli-completions-shell = The shell
cli-man = Writes the manual page, or those of all commands into a folder
cli-man-example = cites man
cli-man-dir = Folder to write one page a command into
cli-package = Writes the pages of the manual and the completions for a package
cli-package-example = cites package target/package
cli-package-dir = Folder to write them to
cli-help = Shows the help of the program or of a command
cli-help-example = cites help show
cli-help-command = The command

### command line: the manual

cli-man-manual = Manual of cites
cli-man-exit-0 = All is well.
cli-man-exit-1 = Nothing was found, or something is wrong in the data, or two files differ.
cli-man-exit-2 = The command line is wrong, or a file cannot be read or written.
cli-man-variable-cites-data = A file to read instead of the data built into the program, as --data does.
cli-man-variable-lang = Language of the texts, with LC_ALL, LC_MESSAGES and, before them, LANGUAGE: English for an English locale, French for any other.
cli-man-variable-no-color = No colours, unless it is empty.
cli-man-variable-clicolor-force = Colours even without a terminal, unless it is empty or 0.
cli-man-variable-colorfgbg = The terminal's background, dark or light, where it is told like this; else the explorer asks for it, and does not wait.
cli-man-variable-term = What the terminal knows; with COLORTERM, how many colours it has.
cli-man-variable-columns = Width of tables; that of the terminal by default.

### command line: messages

cli-error = error:
cli-warning = warning:
cli-note = note:
cli-cannot-write = standard output cannot be written: { $error }
cli-no-explorer = the explorer cannot open in this terminal: { $error }; `cites list` gives the same list as text
cli-no-folder = { $dir }: there is no such folder
cli-refused = { $count ->
    [one] 1 error; nothing is written
   *[other] { $count } errors; nothing is written
}
cli-did-you-mean = did you mean { $nearest }?
cli-allowed-values = possible values: { $values }
cli-see-help = For all of it: --help
cli-missing-value = { $arg }: the value is missing
cli-invalid-value = { $arg }: "{ $value }" is not a possible value
cli-refused-value = { $arg }: "{ $value }" does not do: { $reason }
cli-unexpected-value = { $arg }: "{ $value }" is one too many
cli-unknown-argument = "{ $arg }" is not a known option
cli-unknown-command = "{ $name }" is not a command
cli-missing-argument = missing: { $arg }
cli-conflict = { $arg } does not go with { $other }
cli-repeated = { $arg } can be given once only
cli-not-utf8 = an argument is not UTF-8 text
cli-wrong-arguments = the arguments do not fit
cli-no-positions = these rows have no position on a map
    With a position: cites list, cites near, cites list --rows commune; with an outline: cites stats --by region or --by department
cli-no-areas = this grouping has no outlines on a map
    With outlines: --by region, --by department
cli-no-such-extension = no format has the extension “{ $extension }”
    Extensions: { $formats }, txt; or give --format
cli-no-rows = no row of --rows { $rows } has these words
cli-no-such-column = there is no column “{ $column }” with { $rows }
    Columns: { $columns }
cli-bad-column-name = write FIELD=NAME with one of the fields: { $fields }
cli-bad-day = write a day such as 2026-11-22
cli-bad-size = write a number of bytes such as 1000000, 512K, 256M or 2G
cli-bad-separator = write one character, such as ";", or tab
cli-bad-number = write a whole number, at least 0
cli-check-field = Field
cli-check-filled = Cités
cli-check-sourced = Sourced
cli-check-evidence = Reliability
cli-check-omitted = and { $count } more
cli-check-summary = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
cli-import-changes = What changes
cli-import-unplaced = No place in the tables
cli-import-not-placed = Not placed, nothing of them is written
cli-import-unlisted = Not in the list, kept
cli-import-dry = nothing is written; add --write to write the tables
cli-carriers-total = { $cites }: lead body documented for { $documented }, from the label for { $label }, not documented for { $unknown }
cli-ages-wave = Wave { $wave }: { $cites }, { $age }
cli-stats-total = { $cites } · { $communes } · { $qpvs } QPVs · { $inhabitants } inhabitants of the QPVs in 2018
cli-near-cite = distances from the middle of { $name }
cli-near-commune = distances from the commune { $name }
cli-near-others = other communes of that name: { $others }
cli-near-nowhere = this Cité has no communes, so it has no place on the map
cli-nothing = nothing found
cli-nothing-for = nothing found for "{ $asked }"
answer-outside = { $place } is in no Cité de l'emploi.
answer-nearest = The nearest: { $cites }
answer-none-near = none within { $distance } km
answer-corrected = results for { $name }
answer-postcode = { $code } is the postcode of: { $communes }
answer-postcode-more = { $code } is the postcode of: { $communes } and { $count ->
    [one] 1 other
   *[other] { $count } others
}
answer-touched = no Cité de l'emploi has { $name } as its own commune; only a shared quartier brings it in
answer-larger = { $place }, larger, is in no Cité de l'emploi
answer-abbreviation = "{ $asked }" is taken for an abbreviation
answer-letters = "{ $asked }": missing letters, in this order in a name
answer-elsewhere = "{ $asked }" is also in { $count ->
    [one] 1 other Cité
   *[other] { $count } other Cités
}, as a word
answer-elsewhere-territory = { $found } in this territory; "{ $asked }" is also in { $count ->
    [one] 1 other Cité
   *[other] { $count } other Cités
}, as a word
answer-asked = "{ $asked }"
answer-read = { $reading } · { $sure } · { $cites }
answer-sure = sure
answer-not-sure = by words or letters, to be verified
answer-places = understood: { $places }
answer-others = also possible: { $names }
answer-as-conditions = Filters
answer-as-region = Region { $name }
answer-as-department = Department { $name } ({ $code })
answer-as-name = Name "{ $name }"
answer-as-names = Names and words { $names }
answer-as-words = Words
answer-as-abbreviation = Abbreviations
answer-as-letters = Missing letters
cli-show-one = "{ $asked }": { $count ->
    [one] 1 Cité
   *[other] { $count } Cités
}; the card of one: cites show { $id }
cli-option-explain = Say how the search is understood, how surely, and what else it could be, instead of the card
cli-list-total = { $found } of { $total }
cli-taken = "{ $asked }": this is { $taken }; also possible: { $others }
cli-and-more = and { $count } more
cli-is-a-command = there is a command "{ $command }": cites { $command }
cli-after-dashes = what is not an option goes after "--"
cli-one-too-many = "{ $arg }" is one too many
cli-near-off-the-globe = this is no point: a latitude lies between -90 and 90, a longitude between -180 and 180; write 48.11,-1.68
cli-stdin-twice = standard input can be read once only: one file at most can be "-"
cli-no-name = a name is missing
cli-output-full = standard output cannot be written: the disk is full
cli-watch-needs-file = --watch follows a file: give it by --data
cli-no-such-id = "{ $id }": no Cité, recommendation or source has this id
cli-no-such-order = the tab { $tab } cannot be sorted by "{ $column }"

### explorer

tui-name = Cités de l'emploi
tui-placeholder = commune, neighbourhood, department, lead body…
tui-too-small = needs { $width } × { $height }
# Before the number of matches so far, which "…" follows.
tui-count-all-cites = { $total ->
    [one] { $total } Cité
   *[other] { $total } Cités
}
tui-count-some-cites = { $count ->
    [0] no Cité of { $total }
    [one] { $count } Cité of { $total }
   *[other] { $count } Cités of { $total }
}
tui-count-all-preconisations = { $total ->
    [one] { $total } recommendation
   *[other] { $total } recommendations
}
tui-count-some-preconisations = { $count ->
    [0] no recommendation of { $total }
    [one] { $count } recommendation of { $total }
   *[other] { $count } recommendations of { $total }
}
tui-count-qpvs = { $count ->
    [one] { $count } QPV
   *[other] { $count } QPVs
}
tui-loading-keys = Esc quit · you can type your search
progress-loading = Reading { $file }
progress-percent = { $what }: { $percent } %
progress-going = { $what }…
progress-computing = Computing
progress-checking = Checking { $file }
progress-comparing = Comparing
progress-writing = Writing
tui-searching = searching
tui-outside = { $name }: in no Cité
tui-elsewhere = Elsewhere: "{ $asked }" in a name
tui-key-offered-tab = open the tab of this number
tui-key-go-back = return to the view before
tui-key-earlier-query = earlier search
tui-key-later-query = later search
tui-key-nearest = show the nearest
card-outside = in no Cité de l'emploi
card-outside-nearest = The nearest
card-outside-place = The place
card-outside-code = INSEE code
card-outside-siren = SIREN
card-outside-postcodes = Postcodes
card-outside-department = Department
card-outside-region = Region
card-outside-population = Inhabitants 2023
tui-nothing-found = Nothing matches “{ $query }”.
tui-did-you-mean = Did you mean { $name }?
tui-passed-over = { $count ->
    [one] { $keys } filters Cités only
   *[other] { $keys } filter Cités only
}
tui-percent = { $percent }%
tui-wave = Wave { $year }
tui-preconisations-core = { $count ->
    [one] { $count } core recommendation of the evaluation
   *[other] The { $count } core recommendations of the evaluation
}
tui-preconisations-others = { $count ->
    [one] { $count } other recommendation
   *[other] { $count } other recommendations
}
tui-help-title = Keys and actions
tui-help-move = Move
tui-help-find = Search, filter, sort
tui-help-take = Take away
tui-help-edit = Edit the line
tui-help-program = The program
tui-unchanged = File read again: it has not changed
tui-reread = File read again: { $changes }
tui-broken = The screen keeps what was read last. { $reason }
tui-welcome = Type to search · F1 search help · Enter the list, where ? lists the keys
tui-facets-title = Filters
tui-grammar-title = What to search
tui-save-title = { $count ->
    [one] Save { $count } line as
   *[other] Save { $count } lines as
}
tui-save-with-bom = Separated by “{ $separator }”, with the UTF-8 mark (BOM): Excel opens it as it is.
tui-save-without-bom = Separated by “{ $separator }”, no UTF-8 mark (BOM): Excel shows wrong accents.
tui-save-format = The end of the name tells the format: { $ends }
tui-save-folder = in { $folder }
tui-save-columns = { $total ->
    [one] { $chosen } of { $total } column, ↓ to choose
   *[other] { $chosen } of { $total } columns, ↓ to choose
}
tui-save-exists = { $name } exists already. Enter replaces it, Esc goes back to the name.
tui-saved = { $count ->
    [one] { $count } line saved in { $name }
   *[other] { $count } lines saved in { $name }
}
tui-copied-much = Sent: { $size } kB, more than many terminals take (75) · the same key shows it
tui-opened = Source { $number } opened in the browser · { $url }
tui-opened-copied = Source { $number } sent to the clipboard, since there is no browser here · { $url }
tui-ages-national = National date of the wave ({ $count })
tui-ages-own = A date of its own, of the label or the launch ({ $count })
tui-ages-wave = { $sign } wave { $year } · { $count }
tui-ages-start = label or launch
tui-ages-end = end: { $day }
tui-ages-today = { $day }
tui-carriers-confirmed = { $count ->
   *[other] { $count } confirmed
}
tui-carriers-probable = { $count ->
   *[other] { $count } probable
}
tui-carriers-deduced = { $count ->
   *[other] { $count } deduced from the label
}
tui-carriers-unknown = { $count ->
   *[other] { $count } unknown
}
wave-national-date = national date, the only one known for these Cités
tui-key-run = run
tui-key-list-cell = list these Cités
tui-key-level = reliability
tui-key-unfold = unfold
tui-copied-xterm = Sent; xterm takes it only with the resource allowWindowOps · the same key shows it
tui-copied-iterm = Sent; iTerm2 takes it if allowed: Settings, General, Selection · the same key shows it
tui-copied-never = This terminal takes no copy from a program · the same key shows the text to be selected
tui-copied-card = Card sent to the terminal's clipboard · the same key shows it to be selected
tui-copied-row = Line sent to the terminal's clipboard · the same key shows it to be selected
tui-copied-address = Address sent to the terminal's clipboard · the same key shows it to be selected
tui-copied-command-line = Command that opens this view, sent to the clipboard · the same key shows it
tui-no-address = No source has an address here.
tui-marked = { $count ->
    [0] No Cité marked any more
    [one] { $count } Cité marked · mark another, then c compares them
   *[other] { $count } Cités marked · c compares them
}
tui-most-marks = At most { $count } Cités are compared: take a mark away first, with Space.
tui-mark-first = Mark two to { $count } Cités with Space, then c compares them.

### explorer: tabs

tui-tab-territories = Territories
tui-tab-carriers = Lead bodies
tui-tab-age = Age
tui-tab-preconisations = Recommendations
tui-tab-map = Map
tui-tab-overview = Overview
tui-tab-data = Data
# Titles of tabs if they do not all fit in full.
tui-tab-short-territories = Territories
tui-tab-short-carriers = Lead bodies
tui-tab-short-age = Age
tui-tab-short-preconisations = Recomm.
tui-tab-short-map = Map
tui-tab-short-overview = Overview
tui-tab-short-data = Data
# Values of --tab, besides those of other languages.
tui-tab-names-territories = territories
tui-tab-names-carriers = carriers
tui-tab-names-age = age, lives
tui-tab-names-age-list = ages-list
tui-tab-names-preconisations = preconisations
tui-tab-names-map = map
tui-tab-names-map-points = points
tui-tab-names-map-regions = regions
tui-tab-names-map-departments = departments
tui-tab-names-overview = overview
tui-tab-names-data = data

### explorer: fields in which something is found

tui-found-in = Found in
tui-field-id = id
tui-field-label = label
tui-field-commune = commune
tui-field-epci = EPCI
tui-field-touched-commune = shared quartier
tui-field-qpv = QPV
tui-field-qpv-2024 = QPV of 2024
tui-field-department = department
tui-field-region = region
tui-field-carrier = lead body
tui-field-source = source
tui-field-later = aftermath
tui-field-theme = theme
tui-field-title = title
tui-field-text = text
tui-field-addressee = addressee
tui-field-sub-measure = measure

### explorer: what a key does

tui-key-suggestion = search this name
tui-key-list = list
tui-key-clear = clear
tui-key-search = search
tui-key-card = card
tui-key-sort = sort
tui-key-sort-previous = sort by the previous column
tui-key-reverse = reverse
tui-key-help = help
tui-key-quit = quit
tui-key-close = close
tui-key-suspend = suspend
tui-key-repaint = redraw the screen
tui-key-yank = paste back what was removed
tui-key-read-again = read the file again
tui-key-mouse = leave or take back the mouse
tui-mouse-released = The terminal has the mouse and can select text; m takes it back
tui-mouse-taken = The explorer has the mouse
tui-key-next = next
tui-key-previous = previous card
tui-key-next-tab = tab
tui-key-tabs = go to tab
tui-key-previous-tab = previous tab
tui-key-up = previous line
tui-key-down = next line
tui-key-page-up = previous page
tui-key-page-down = next page
tui-key-first = start
tui-key-last = end
tui-key-scroll-card-down = scroll the card
tui-key-scroll-card-up = scroll the card back
tui-key-scroll-down = scroll
tui-key-scroll-up = scroll back
tui-key-left = previous character
tui-key-right = next character
tui-key-word-left = previous word
tui-key-word-right = next word
tui-key-start = start of the line
tui-key-end = end of the line
tui-key-delete-left = delete the previous character
tui-key-delete-right = delete the next character
tui-key-delete-word-left = delete the previous word
tui-key-delete-word-right = delete the next word
tui-key-delete-to-start = delete to the start
tui-key-delete-to-end = delete to the end
tui-key-lives = chart or list
tui-key-map-view = other map
tui-key-measure = measure
tui-key-list-area = its Cités
tui-key-walk = next Cité
tui-key-walk-areas = next one
tui-key-colouring = colours
tui-key-closer = closer
tui-key-farther = farther
tui-key-fit = all
tui-key-show-cite = show the Cité
tui-key-list-alone = list alone, or with the card
tui-key-facets = filters
tui-key-mark = mark
tui-key-cross = cross
tui-key-list-cross-cell = list
tui-key-cross-rows = rows
tui-key-cross-rows-back = rows, the other way
tui-key-cross-columns = columns
tui-key-cross-columns-back = columns, the other way
tui-key-cross-values = values
tui-key-cross-share = shares
tui-key-cross-swap = transpose
tui-key-cross-walk = next cell
tui-cross-title = Cross table · { $found }
tui-cross-rows = rows:
tui-cross-columns-by = columns:
tui-cross-values = values:
tui-cross-share = shares:
tui-cross-chosen = { $row } × { $column }
tui-cross-columns = columns { $from } to { $to } of { $all }
tui-cross-empty = No Cité in this cell
tui-cross-no-query = No query stands for this group: choose other rows or columns
tui-key-neighbours = neighbours
tui-near-title = Nearest to { $name }
tui-near-nowhere = No place of this name
tui-near-hint = from another commune: its name or code
tui-key-compare = compare
tui-key-sources = sources
tui-key-open = open the source
tui-key-copy = copy
tui-key-copy-row = copy the line
tui-key-copy-address = copy the address of the first source
tui-key-command-line = copy the command that opens this view
tui-key-save = export
tui-key-enlarge = enlarge
tui-key-grammar = search help
tui-key-example = search this
tui-key-choose = choose
tui-key-choose-and-close = choose and close
tui-key-next-facet = next filter
tui-key-previous-facet = previous filter
tui-key-clear-facet = clear all
tui-key-replace = replace
tui-key-other-name = another name
tui-key-write = save
tui-key-format = format
tui-key-columns = columns
tui-key-file-name = name of the file

### explorer: names of keys

tui-keyname-up = Up
tui-keyname-down = Down
tui-keyname-left = Left
tui-keyname-right = Right
tui-keyname-space = Space
tui-keyname-enter = Enter
tui-keyname-esc = Esc
tui-keyname-tab = Tab
tui-keyname-back-tab = Shift-Tab
tui-keyname-backspace = Backspace
tui-keyname-delete = Del
tui-keyname-home = Home
tui-keyname-end = End
tui-keyname-page-up = PgUp
tui-keyname-page-down = PgDn

### explorer: the map

map-metropole = Mainland France
map-by-region = { $measure } by region
map-by-department = { $measure } by department
map-measure-cites = Cités
map-measure-known-carriers = Known carriers
map-measure-employment-rate = Employment rate of the quartiers in 2018
map-class = { $from } to { $to }
map-without-cites = without Cité
tui-map-not-found = not found by the search
tui-map-elsewhere = { $count ->
    [one] { $count } Cité off the map
   *[other] { $count } Cités off the map
}

### explorer: the timeline of ages

gantt-perhaps-labelled = label uncertain
gantt-labelled = labelled
gantt-perhaps-launched = launch uncertain
gantt-launched = launched
gantt-perhaps-over = end uncertain

### explorer: the overview

overview-scope-all = { $total ->
    [one] The Cité of the programme.
   *[other] The { $total } Cités of the programme.
}
overview-scope-listed = { $listed ->
    [one] Bars, local figures and local events follow the search: { $listed } Cité of { $total }.
   *[other] Bars, local figures and local events follow the search: { $listed } Cités of { $total }.
} National figures and the evaluation are about the whole programme.
overview-local-figures = Local figures (in French)
overview-findings = Findings
overview-preconisations = Recommendations
overview-no-shared-source = Without a shared source
tui-overview-timeline = Timeline of the programme
tui-overview-partial = partial date
tui-overview-national = national event
tui-overview-local = local event
tui-overview-evaluation = Findings and recommendations
tui-overview-evaluation-basis = The data links no finding with a recommendation. They stand side by side where they come from the same source, nothing more.

### explorer: the tab of the snapshot

tui-data-snapshot = The snapshot
tui-data-broken = The file can no longer be read; the screen keeps what was read last
tui-data-unchecked = Checking…
tui-data-problems = { $count ->
    [0] No problem found
    [one] { $count } problem found
   *[other] { $count } problems found
}
tui-data-problems-listed = { $count ->
    [0] No problem found
    [one] { $count } problem found
   *[other] { $count } problems found
} in the search: { $listed ->
    [one] { $listed } Cité
   *[other] { $listed } Cités
} of { $total }
tui-data-known = known
tui-data-changes = { $count ->
    [one] What changed at the last reading ({ $count })
   *[other] What changed at the last reading ({ $count })
}
data-complete = Complete: { $names }
data-complete-fields = Complete fields
data-complete-means = known of every Cité from a source
data-change = Change
data-before = Before
data-after = After
data-absent = absent
data-since-last-read = changed when the file was last read
tui-data-fields = { $total ->
    [one] What is known of the Cité
   *[other] What is known of the { $total } Cités
}
tui-data-fields-listed = { $listed ->
    [0] What is known of the Cités of the search: none
    [one] What is known of the Cité of the search, of { $total }
   *[other] What is known of the { $listed } Cités of the search, of { $total }
}
tui-data-sources = { $count ->
    [0] No source
    [one] { $count } source, and what names it
   *[other] { $count } sources, and how often each is named
}
tui-data-sources-listed = { $count ->
    [0] No source named by the search
    [one] { $count } source of the search
   *[other] { $count } sources of the search
}
data-embedded = built into the program
data-file = File
data-as-of = Date
data-as-of-basis = day of the newest table
data-of = data of { $day }
data-version = Format
data-period = { $from } – { $until }
data-checked = Check
data-contents = Contents
data-built-from = Where the parts come from
data-licences = Licences
data-regions = Regions
data-departments = Departments
data-findings = Findings
data-figures = Figures
data-events = Events
data-cite = Cité
data-path = Field
data-line = Line
data-value = Value
data-rule = Rule
data-filled = Filled
data-sourced = Sourced
data-part = { $count } of { $total } · { $percent }%
data-without = Cités of which nothing is documented
data-more = … and { $count } { $count ->
    [one] other
   *[other] others
}
data-naming = Cités that name it
level-error = error
level-warning = warning
level-note = note

### explorer: Cités side by side

comparison-shared-communes = Shared communes
comparison-shared-qpvs = Shared QPVs
comparison-equal = { $count ->
    [one] The same ({ $count }):
   *[other] The same ({ $count }):
}
comparison-unknown = Known of none:
comparison-fact = Fact
cross-file = cross-table
comparison-file = comparison
comparison-communes = List of communes
comparison-qpvs = List of QPVs
tui-comparison-title = { $count } Cités side by side · { $sign } what differs

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
grammar-carrier-query = carrier:est
grammar-carrier-type-query = type:spe
grammar-evidence-query = reliability:label
grammar-wave-query = wave:2020 scale:epci
grammar-theme-query = theme:mobilité
grammar-age-query = age:>5
grammar-epci-query = epci:mel
grammar-is-unknown-query = unknown:launch deduced:carrier
grammar-is-confirmed-query = confirmed:carrier | probable:carrier
grammar-launch-query = launch:2021
grammar-precision-query = precision:day
grammar-source-query = source:S07
grammar-later-query = after:projet
grammar-population-query = population:>50000
grammar-jobseekers-query = jobseekers:>10000
grammar-employment-rate-query = employment:<40
grammar-poverty-rate-query = poverty:>=50
grammar-living-standard-query = income:<12500
grammar-anywhere = a commune, a neighbourhood, a lead body… without accents or capitals
grammar-saint = two words; "st" stands for "saint"
grammar-letters = an abbreviation: letters of a word, or initials
grammar-or = one or the other
grammar-not = without this word
grammar-exact = exactly these letters
grammar-phrase = these words together
grammar-start = that starts like this
grammar-end = that ends like this
grammar-region = a region, or several
grammar-department = a department, by number or by name
grammar-commune = a commune that is covered
grammar-qpv = a priority neighbourhood that is covered
grammar-carrier = the name of the lead body
grammar-carrier-type = the type of lead body; type:unknown where there is none
grammar-evidence = how the lead body is known
grammar-wave = the wave, the scale
grammar-theme = a theme
grammar-age = more than 5 years, for sure; also age:4..5
grammar-epci = an intercommunal body, by one of its names
grammar-is-unknown = whose launch is not known, and whose lead body is deduced from the label
grammar-is-confirmed = whose lead body a source confirms, or makes probable
grammar-launch = launched in that year; also launch:unknown
grammar-precision = labelled on a known day
grammar-source = cited from a source, by its number
grammar-later = this word in what became of it
grammar-population = more than 50,000 inhabitants in its neighbourhoods, in 2018
grammar-jobseekers = more than 10,000 jobseekers, at the end of 2021
grammar-employment-rate = a mean employment rate below 40%, in 2018; also employment:35.5..40
grammar-poverty-rate = a mean poverty rate of at least 50%, in 2018
grammar-living-standard = a mean median living standard below €12,500 a year, in 2018
