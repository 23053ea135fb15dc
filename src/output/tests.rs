use super::*;
use crate::hyperlink;
use crate::locale::Lang;
use crate::snapshot::{Cite, Snapshot, embedded, load_bytes};
use crate::views::cites::CiteColumn;
use crate::views::{Align, card};
use Format::{Card, Csv, Json, Ndjson, Table, Tsv};

const COLUMNS: &[CiteColumn] =
    &[CiteColumn::Label, CiteColumn::LabelDate, CiteColumn::Population, CiteColumn::Carrier];
const TERMINAL: OutputStyle = OutputStyle { width: Some(60), color: true, links: true, terminal: true };

fn snapshot() -> Snapshot {
    embedded().expect("the snapshot inside")
}

fn context(snapshot: &Snapshot) -> Context<'_> {
    Context { snapshot, lang: Lang::FR, today: "2026-11-22".parse().expect("a day") }
}

fn listed(snapshot: &Snapshot, rows: &[&Cite], format: Format, style: OutputStyle) -> String {
    let mut out = Vec::new();
    let layout = ListingOptions { style, separator: b';', ..ListingOptions::plain(format) };
    write_listing(COLUMNS, rows, context(snapshot), layout, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("text")
}

fn grid(cells: &[&[&str]]) -> Grid {
    let cell = |text: &&str| GridCell {
        text: (*text).to_owned(),
        value: (*text).to_owned(),
        number: false,
        unknown: false,
        url: None,
    };
    let mut rows = cells.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    let headings = rows.next().unwrap_or_default();
    let headings = headings.into_iter().map(|cell| Heading { title: cell.text, align: Align::Left });
    Grid { headings: headings.collect(), rows: rows.collect() }
}

fn written(write: impl Fn(&mut dyn Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_table_in_a_pipe_is_plain_and_complete() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().take(3).collect();
    insta::assert_snapshot!(listed(&snapshot, &rows, Table, OutputStyle::PLAIN));
}

#[test]
fn a_table_on_a_terminal_fits_and_breaks_between_words() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().collect();
    for width in [60, 80, 100, 120] {
        let style = OutputStyle { width: Some(width), ..OutputStyle::PLAIN };
        let table = listed(&snapshot, &rows, Table, style);
        assert!(table.lines().all(|line| textwrap::core::display_width(line) <= width.into()), "{width}");
        for name in ["Asnières-", "Vernouillet", "documenté"] {
            assert!(table.contains(name), "{name} is broken at {width}");
        }
    }
}

#[test]
fn where_words_would_be_broken_each_cell_has_a_line() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().collect();
    let columns = [CiteColumn::Id, CiteColumn::Label, CiteColumn::Population, CiteColumn::Carrier];
    for width in 20..=80 {
        let style = OutputStyle { width: Some(width), ..OutputStyle::PLAIN };
        let layout = ListingOptions { style, ..ListingOptions::plain(Table) };
        let table = written(|out| write_listing(&columns, &rows, context(&snapshot), layout, out));
        let whole = ["cde-051", "33\u{202f}227", "Agglomération"];
        assert!(whole.iter().all(|word| table.contains(word)), "{width}\n{table}");
        let longest = table.lines().map(textwrap::core::display_width).max().unwrap_or(0);
        // The title and the text take at least 36 cells together, even on a narrower
        // terminal.
        assert!(longest <= usize::from(width.max(36)), "{width}\n{table}");
    }
    let narrow = OutputStyle { width: Some(36), ..OutputStyle::PLAIN };
    insta::assert_snapshot!(listed(&snapshot, &rows[..2], Table, narrow), @"
    Territoire          CU Angers Loire
                        Métropole
    Labellisation       juillet 2020
    Habitants QPV 2018  32 192
    Porteur             Aldev

    Territoire          Asnières-sur-
                        Seine
    Labellisation       2020
    Habitants QPV 2018  20 635
    Porteur             non documenté
    ");
}

#[test]
fn an_address_that_is_no_link_is_never_broken() {
    let url = "https://example.org/a-very-long-address-with-many-words-in-it";
    let mut cells = grid(&[&["Titre", "Adresse"], &["une page", url]]);
    cells.rows[0][1].url = Some(url.to_owned());
    let narrow = OutputStyle { width: Some(40), ..OutputStyle::PLAIN };
    insta::assert_snapshot!(written(|out| table::write(&cells, narrow, out)), @r"
    Titre    une page
    Adresse  https://example.org/a-very-long-address-with-many-words-in-it
    ");
    // A link can be clicked on each of its lines.
    let linked = written(|out| table::write(&cells, OutputStyle { links: true, ..narrow }, out));
    assert_eq!(linked.matches(&format!(";{url}\u{1b}")).count(), 3, "{linked}");
}

#[test]
fn a_table_on_a_terminal_has_a_rule_and_dims_unknown_values() {
    let text = grid(&[&["Nom", "Porteur"], &["Lens", "?"]]);
    let mut text = text;
    text.rows[0][1].unknown = true;
    insta::assert_snapshot!(written(|out| table::write(&text, TERMINAL, out)).replace('\u{1b}', "ESC"), @r"
    ESC[1mESC[36mNomESC[0m   ESC[1mESC[36mPorteurESC[0m
    ESC[2m────  ───────ESC[0m
    Lens  ESC[2m?ESC[0m
    ");
}

#[test]
fn wide_letters_and_marks_keep_the_columns_straight() {
    let cells = grid(&[&["a", "b"], &["日本", "x"], &["e\u{301}te\u{301}", "y"], &["👍", "z"]]);
    let table = written(|out| table::write(&cells, OutputStyle::PLAIN, out));
    assert_eq!(table.lines().collect::<Vec<_>>(), ["a     b", "日本  x", "e\u{301}te\u{301}   y", "👍    z"]);
}

#[test]
fn csv_and_tsv_are_parsed_unchanged() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().collect();
    let grid = Grid::of_rows(&CiteColumn::ALL, &rows, context(&snapshot));
    let csv = written(|out| delimited::write_csv(&grid, b',', out));
    let tsv = written(|out| delimited::write_tsv(&grid, out));
    for (text, separator) in [(csv, b','), (tsv, b'\t')] {
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
        let titles: Vec<_> = grid.headings.iter().map(|heading| heading.title.clone()).collect();
        assert_eq!(reader.headers().expect("titles"), titles);
        let cells: Vec<Vec<String>> =
            grid.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect();
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(read, cells);
    }
}

#[test]
fn csv_quotes_cells_as_in_the_rfc() {
    let cells = grid(&[&["a;b", "c"], &["say \"hi\"", "plain"], &["", " "]]);
    assert_eq!(
        written(|out| delimited::write_csv(&cells, b';', out)),
        "\"a;b\";c\r\n\"say \"\"hi\"\"\";plain\r\n; \r\n"
    );
}

#[test]
fn no_cell_runs_as_a_formula() {
    for (text, harmless) in [
        ("=1+1", "'=1+1"),
        ("+33 5", "'+33 5"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("\t=1", "'<U+0009>=1"),
        ("\r=1", "'<U+000D>=1"),
        ("-1.5", "-1.5"),
        ("+12", "+12"),
        ("-inf", "'-inf"),
        ("Saint-Denis = 93", "Saint-Denis = 93"),
    ] {
        let cells = grid(&[&["x"], &[text]]);
        assert_eq!(written(|out| delimited::write_tsv(&cells, out)), format!("x\n{harmless}\n"), "{text:?}");
    }
}

#[test]
fn a_cell_of_markdown_shows_the_data_unchanged() {
    let cells = grid(&[&["a", "b"], &["x | y &copy;", "[click](http://x) <b>*z*</b>"]]);
    insta::assert_snapshot!(written(|out| markdown::write(&cells, out)), @r"
    | a | b |
    | --- | --- |
    | x \| y \&copy; | \[click\](http://x) \<b\>\*z\*\</b\> |
    ");
}

#[test]
fn json_of_cites_is_a_snapshot_that_loads_again() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().skip(20).take(5).collect();
    let text = listed(&snapshot, &rows, Json, OutputStyle::PLAIN);
    let again = load_bytes(text.into_bytes(), "listing.json", 1 << 30).expect("a snapshot");
    assert_eq!(again.cites.iter().collect::<Vec<_>>(), rows);
    assert!(again.sources.len() < snapshot.sources.len());
}

#[test]
fn each_line_of_ndjson_is_a_record_of_the_snapshot() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().collect();
    let text = listed(&snapshot, &rows, Ndjson, OutputStyle::PLAIN);
    let again: Vec<Cite> = text.lines().map(|line| serde_json::from_str(line).expect("a Cité")).collect();
    assert_eq!(again, snapshot.cites);
}

#[test]
fn a_card_wraps_to_its_width_and_keeps_addresses_whole() {
    let snapshot = snapshot();
    let rows: Vec<_> = snapshot.cites.iter().take(1).collect();
    let style = OutputStyle { width: Some(60), ..OutputStyle::PLAIN };
    let text = listed(&snapshot, &rows, Card, style);
    let long = |line: &&str| textwrap::core::display_width(line) > 60;
    assert!(text.lines().filter(long).all(|line| line.trim_start().starts_with("http")), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn a_source_on_a_terminal_is_a_link() {
    let snapshot = snapshot();
    let cite = &snapshot.cites[0];
    let card = card::cite(cite, context(&snapshot));
    let text = written(|out| write_card(&card, Lang::FR, TERMINAL, out));
    let url = card.sections.last().and_then(|section| section.entries[0].url.clone()).expect("an address");
    assert!(text.contains(&hyperlink::start(&url)), "{text}");
    assert_eq!(text.matches(";http").count(), text.matches("\u{1b}]8;;\u{1b}\\").count());
}

#[test]
fn no_format_lets_a_terminal_obey_the_data() {
    let mut snapshot = snapshot();
    let hostile = "a\u{1b}]52;c;AAAA\u{7}\u{9b}31m\u{202e}z\u{200b}\u{7f}\u{e0041}\r\nb";
    let cite = &mut snapshot.cites[0];
    cite.label = hostile.to_owned();
    cite.note = hostile.to_owned();
    cite.communes[0].name = hostile.into();
    snapshot.sources.iter_mut().for_each(|source| {
        source.title = hostile.to_owned();
        source.url = format!("https://example.org/{hostile}");
    });
    let rows: Vec<_> = snapshot.cites.iter().take(2).collect();
    for format in Format::ALL {
        let style = OutputStyle { links: false, color: false, ..TERMINAL };
        let text = listed(&snapshot, &rows, format, style);
        let ends = |c: &char| *c == '\n' || (*c == '\r' && format == Csv) || (*c == '\t' && format == Tsv);
        let hidden = text.chars().find(|c| crate::sanitize::hidden_kind(*c).is_some() && !ends(c));
        assert_eq!(hidden, None, "{format:?}");
        assert!(!text.contains("\r\nb"), "{format:?}");
    }
    // An address ends its own link only, and contains nothing else.
    let text = listed(&snapshot, &rows, Card, TERMINAL);
    assert!(!text.contains("\u{1b}]52"));
    // JSON returns the data unchanged.
    let line = listed(&snapshot, &rows, Ndjson, OutputStyle::PLAIN);
    let again: Cite = serde_json::from_str(line.lines().next().expect("a line")).expect("a Cité");
    assert_eq!(again.label, hostile);
}
