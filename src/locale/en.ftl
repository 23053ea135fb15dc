# Texts in English. One key a text; values are written { $name }.

count-cites = { $count ->
    [one] { $count } Cité
   *[other] { $count } Cités
}

### words of the data: scales, carrier types, evidence, dates, ages

### snapshot: problems of tables and files

### search: problems of a query

### output: tables, cards, formats

### command line

### explorer
