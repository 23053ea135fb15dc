//! Faults of the tables are all reported, with their location and what to do.

use std::collections::HashMap;

use crate::build::encode::encode;
use crate::build::tables::{SOURCES, Tables};

/// Small tables without faults.
fn valid() -> HashMap<&'static str, String> {
    let texts = [
        (
            "communes.csv",
            "insee,name,kind,parent,department,region,postcodes,epci,ept,population_2023,lat,lon\n\
             93066,Saint-Denis,commune,,93,11,93200 93210,200054781,200057867,150000,48.9356,2.3580\n\
             93059,Pierrefitte,delegated,93066,93,11,93380,,,,,\n\
             2A004,Ajaccio,commune,,2A,94,20000,,,73822,41.9263,8.7369\n",
        ),
        (
            "epci.csv",
            "siren,name,type,population_2023\n\
             200054781,Métropole du Grand Paris,METRO,7115576\n\
             200057867,Plaine Commune,EPT,\n",
        ),
        ("aliases.csv", "alias,kind,codes\n9-3,department,93\nlangue,theme,maîtrise du français\n"),
        (
            "commune_changes.csv",
            "insee_2023,name_2023,insee_2025,name_2025,date,cites\n93059,Pierrefitte,93066,Saint-Denis,2025-01-01,\n",
        ),
        ("departments.csv", "code,name,region\n93,Seine-Saint-Denis,11\n2A,Corse-du-Sud,94\n"),
        ("regions.csv", "code,name\n11,Île-de-France\n94,Corse\n"),
    ];
    let path =
        |name: &str| *SOURCES.iter().find(|path| path.ends_with(&format!("/{name}"))).expect("a source");
    texts.into_iter().map(|(name, text)| (path(name), text.to_owned())).collect()
}

fn read(texts: &HashMap<&'static str, String>) -> Result<Tables, Vec<String>> {
    let tables = Tables::read(|path| texts.get(path).map_or("", String::as_str));
    tables.map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// Returns the faults after replacing a text in the tables, each time it occurs.
fn faults(from: &str, to: &str) -> Vec<String> {
    let mut texts = valid();
    let mut replaced = 0;
    for text in texts.values_mut() {
        replaced += text.matches(from).count();
        *text = text.replace(from, to);
    }
    assert!(replaced > 0, "{from:?} is in no table");
    read(&texts).err().unwrap_or_default()
}

#[test]
fn tables_without_faults_are_encoded() {
    let tables = read(&valid()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let files = encode(&tables).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    assert!(names.contains(&"names.fst") && names.contains(&"communes"), "{names:?}");
    assert!(files.iter().all(|(_, bytes)| !bytes.is_empty()));
}

#[test]
fn a_broken_value_is_reported_with_its_location_and_what_to_do() {
    for (from, to, expected) in [
        (
            "\n2A004,",
            "\n4004,",
            "data/france/communes.csv, line 4, column insee: \"4004\" is not allowed: write an INSEE code such as 01004 or \
             2A004, with its leading zero",
        ),
        (
            ",Ajaccio,",
            ", Ajaccio,",
            "data/france/communes.csv, line 4, column name: \" Ajaccio\" is not allowed: write a name of at most 255 bytes \
             without white space around it",
        ),
        (
            "Ajaccio,commune",
            "Ajaccio,town",
            "data/france/communes.csv, line 4, column kind: \"town\" is not allowed: write commune, arrondissement, \
             delegated or associated",
        ),
        (
            "commune,,2A,94",
            "commune,93066,2A,94",
            "data/france/communes.csv, line 4, column parent: a commune of today has no parent: empty the cell, or change \
             the kind",
        ),
        (
            "delegated,93066",
            "delegated,",
            "data/france/communes.csv, line 3, column parent: it is empty: write the code of the commune that the place is \
             part of",
        ),
        (
            "delegated,93066",
            "delegated,93001",
            "data/france/communes.csv, line 3, column parent: \"93001\" is not in data/france/communes.csv: correct it, or \
             add its row there",
        ),
        (
            "delegated,93066",
            "delegated,93059",
            "data/france/communes.csv, line 3, column parent: the row with this code is not of the kind commune: write the \
             code of the commune of today",
        ),
        (
            "commune,,2A,94",
            "commune,,2A,11",
            "data/france/communes.csv, line 4, column region: \"11\" is not the region of the department, which is 94 in \
             data/sources/departments.csv: correct one of them",
        ),
        (
            "93200 93210",
            "93200 9321",
            "data/france/communes.csv, line 2, column postcodes: \"9321\" is not allowed: write postcodes of five digits \
             with blanks between them",
        ),
        (
            "200054781,200057867",
            "200057867,200054781",
            "data/france/communes.csv, line 2, column epci: \"200057867\" is of the type EPT in data/france/epci.csv: write \
             an EPT in the column ept, any other EPCI in the column epci",
        ),
        (
            ",73822,",
            ",73 822,",
            "data/france/communes.csv, line 4, column population_2023: \"73 822\" is not allowed: write a number of \
             inhabitants in digits, or nothing if it is not known",
        ),
        (
            ",41.9263,",
            ",\"41,9263\",",
            "data/france/communes.csv, line 4, column lat: \"41,9263\" is not allowed: write degrees from -90 to 90 with at \
             most four decimals, such as 48.8566",
        ),
        (
            ",8.7369",
            ",188.7369",
            "data/france/communes.csv, line 4, column lon: \"188.7369\" is not allowed: write degrees from -180 to 180 with \
             at most four decimals, such as 2.3522",
        ),
        (
            ",41.9263,",
            ",,",
            "data/france/communes.csv, line 4, column lat: it is empty: fill it, or empty lon too",
        ),
        (
            "Commune,EPT",
            "Commune,EPCI",
            "data/france/epci.csv, line 3, column type: \"EPCI\" is not allowed: write CC, CA, CU, METRO, MET69 or EPT",
        ),
        (
            "department,93\n",
            "department,93 99\n",
            "data/france/aliases.csv, line 2, column codes: \"99\" is not in data/sources/departments.csv: correct it, or \
             add its row there",
        ),
        (
            "department,93\n",
            "department,\n",
            "data/france/aliases.csv, line 2, column codes: it is empty: write the codes that the alias stands for, or \
             remove the row",
        ),
        (
            "theme,",
            "topic,",
            "data/france/aliases.csv, line 3, column kind: \"topic\" is not allowed: write region, department, epci, \
             commune, carrier or theme",
        ),
        (
            "2025-01-01",
            "2025-02-29",
            "data/france/commune_changes.csv, line 2, column date: \"2025-02-29\" is not allowed: write a date such as \
             2025-01-01, or nothing if it is not known",
        ),
        (
            "94,Corse\n",
            "94,Corse\n94,Corsica\n",
            "data/sources/regions.csv, line 4, column code: \"94\" occurs twice: remove or correct one of the rows",
        ),
    ] {
        assert!(
            faults(from, to).contains(&expected.to_owned()),
            "{expected}\nis not in {:#?}",
            faults(from, to)
        );
    }
}

#[test]
fn a_broken_table_is_reported_once() {
    assert_eq!(
        faults("siren,name", "siren,nom"),
        [
            "data/france/epci.csv, line 1, column name: the column is missing: add it to the header and to every row"
        ]
    );
    assert_eq!(
        faults("94,Corse\n", "94,Corse,du Sud\n")[0],
        "data/sources/regions.csv, line 3: the row has 3 cells: write 2, and put quotes around texts with commas"
    );
    assert_eq!(
        faults("11,Île-de-France\n94,Corse\n", ""),
        ["data/sources/regions.csv: there are no rows: restore the table"]
    );
}

#[test]
fn all_faults_are_reported_in_one_run() {
    let mut texts = valid();
    for (path, from, to) in [
        ("data/france/communes.csv", "73822", "many"),
        ("data/france/communes.csv", "8.7369", "east"),
        ("data/france/epci.csv", "7115576", "-1"),
        ("data/france/aliases.csv", "theme", "topic"),
        ("data/sources/regions.csv", "11,Île", "1,Île"),
    ] {
        let text = texts.get_mut(path).expect(path);
        assert!(text.contains(from), "{from}");
        *text = text.replace(from, to);
    }
    let faults = read(&texts).err().expect("faults");
    for table in ["communes.csv, line 4, column population_2023", "communes.csv, line 4, column lon"] {
        assert!(faults.iter().any(|fault| fault.contains(table)), "{table}: {faults:#?}");
    }
    for table in ["epci.csv, line 2", "aliases.csv, line 3", "regions.csv, line 2"] {
        assert!(faults.iter().any(|fault| fault.contains(table)), "{table}: {faults:#?}");
    }
}
