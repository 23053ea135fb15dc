//! Any bytes read as one of the ANCT's files or are explained; what was read
//! and is written as such a file reads the same again.

#![no_main]

use cites_emploi::locale::Lang;
use cites_emploi::sanitize::sanitize;
use cites_emploi::snapshot::{Published, PublishedRow, read_published};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for (kind, header) in [
        (Published::List, "id_cde;lib_cde"),
        (Published::Communes, "insee_com;lib_com;id_cde"),
        (Published::Qpvs, "id_qp;lib_qp;id_cde"),
    ] {
        match read_published(kind, bytes.to_vec(), "fuzz.csv") {
            // The newer form of the list has rows of communes.
            Ok(rows) if kind == Published::List && rows.iter().any(|row| !row.cites.is_empty()) => {
                let text = written("insee_com;id_cde;", &rows.iter().map(without_name).collect::<Vec<_>>());
                let again = read_published(kind, text.clone().into(), "again.csv");
                assert_eq!(again.as_deref().map(values), Ok(values(&rows)), "{text}");
            }
            Ok(rows) => {
                let text = written(header, &rows);
                let again = read_published(kind, text.clone().into(), "again.csv");
                assert_eq!(again.as_deref().map(values), Ok(values(&rows)), "{text}");
            }
            Err(problems) => {
                for message in problems.iter().map(|problem| problem.describe(Lang::FR)) {
                    assert!(message.lines().all(|line| sanitize(line) == line), "{message:?}");
                }
            }
        }
    }
});

/// Moves the ids into the second column.
fn without_name(row: &PublishedRow) -> PublishedRow {
    PublishedRow { name: row.cites.join(" ; "), cites: Vec::new(), ..row.clone() }
}

fn values(rows: &[PublishedRow]) -> Vec<(&str, &str, &[String])> {
    rows.iter().map(|row| (row.code.as_str(), row.name.as_str(), row.cites.as_slice())).collect()
}

fn written(header: &str, rows: &[PublishedRow]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &PublishedRow| {
        format!("{};{};{}", quoted(&row.code), quoted(&row.name), quoted(&row.cites.join(" ; ")))
    };
    let width = header.split(';').count();
    let lines = rows.iter().map(|row| match width {
        2 => format!("{};{}", quoted(&row.code), quoted(&row.name)),
        _ => line(row),
    });
    std::iter::once(header.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}
