//! Tests of typed queries and the Cités that they stand for.

use std::sync::LazyLock;

use cites_emploi::locale::Lang;
use cites_emploi::search::{Answer, Index, Match, PreconisationAnswer, Query, QueryField, Scope, TextField};
use cites_emploi::snapshot::{self, Cite, PartialDate, Precision, QpvFigure, QpvSummary, Snapshot};
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 11, 22);

static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| snapshot::embedded().expect("the snapshot inside"));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&SNAPSHOT, DAY));

fn answer(query: &str) -> Answer {
    INDEX.resolve(&SNAPSHOT, &Query::parse(query), Scope::LIST)
}

/// Returns the Cités that answer a query, the best match first.
fn find(query: &str) -> Vec<&'static Cite> {
    answer(query).answering_rows().map(|row| &SNAPSHOT.cites[row]).collect()
}

fn ids(query: &str) -> Vec<&'static str> {
    find(query).into_iter().map(|cite| cite.id.as_str()).collect()
}

fn count_where(test: impl Fn(&Cite) -> bool) -> usize {
    SNAPSHOT.cites.iter().filter(|cite| test(cite)).count()
}

fn launched(cite: &Cite) -> Option<i16> {
    cite.launch_date.as_ref().map(|launch| launch.date.year())
}

fn in_region(cite: &Cite, code: &str) -> bool {
    cite.communes().iter().any(|commune| commune.region == code)
}

/// Returns the texts that match, the matching parts in brackets, the best match first.
fn shown(query: &str, id: &str) -> Vec<(TextField, String)> {
    let index = SNAPSHOT.cites.iter().position(|cite| cite.id == id).expect("a Cité");
    let cite = &SNAPSHOT.cites[index];
    let mut matches = INDEX.highlighter(answer(query).queries()).cite(&SNAPSHOT, index);
    matches.sort_by_key(|found| std::cmp::Reverse(found.score));
    let shown = |found: &Match| match found.field {
        TextField::Label if found.item == 0 => bracketed(cite.display_label(), found),
        TextField::Label => bracketed(&cite.label, found),
        TextField::Commune => {
            bracketed(&cite.own_communes().nth(found.item).expect("an own commune").name, found)
        }
        TextField::Qpv => bracketed(&cite.qpvs()[found.item].name, found),
        TextField::Carrier => bracketed(&cite.carrier.as_ref().expect("a carrier").name, found),
        TextField::DepartmentCode => bracketed(&cite.communes()[0].department, found),
        _ => String::new(),
    };
    matches.iter().map(|found| (found.field, shown(found))).collect()
}

fn bracketed(text: &str, found: &Match) -> String {
    let mut shown = text.to_owned();
    for range in found.ranges.iter().rev() {
        shown.insert(range.end, ']');
        shown.insert(range.start, '[');
    }
    shown
}

#[test]
fn the_cite_a_person_means_comes_first() {
    for (query, first) in [
        ("gueret", "cde-027"),
        ("GUÉRET", "cde-027"),
        ("GUE\u{301}RET", "cde-027"),
        ("st etienne", "cde-025"),
        ("saint-etienne", "cde-025"),
        ("Saint–Étienne", "cde-025"),
        ("st quentin", "cde-040"),
        ("la seyne", "cde-039"),
        ("mulhouse", "cde-037"),
        ("35", "cde-051"),
        ("dep:974", "cde-017"),
        ("region:bretagne", "cde-051"),
        ("vague:2020", "cde-015"),
        ("!vague:2020", "cde-062"),
        ("type:spe", "cde-028"),
        ("preuve:label", "cde-062"),
        ("qpv:minguettes", "cde-081"),
        ("bobigny", "cde-066"),
        ("age:>5 region:ile", "cde-062"),
        ("nouvelle aquitaine", "cde-042"),
        ("vandoeuvre", "cde-012"),
        ("d’yerres", "cde-021"),
        ("d'yerres", "cde-021"),
        ("haute saone", "cde-041"),
        ("bdx", "cde-042"),
        ("gpsea", "cde-070"),
        ("lmoges", "cde-080"),
        ("etiene", "cde-025"),
        ("nancy", "cde-012"),
        ("cde-083", "cde-083"),
        ("025", "cde-025"),
        ("93008", "cde-066"),
        ("QP069015", "cde-081"),
        ("saint denis", "cde-062"),
        ("le mans", "cde-032"),
        ("pole emploi", "cde-033"),
    ] {
        assert_eq!(ids(query).first(), Some(&first), "{query:?} finds {:?}", ids(query));
    }
}

#[test]
fn exactly_those_are_found_that_are_meant() {
    for (query, all) in [
        ("gueret", vec!["cde-027"]),
        ("st etienne", vec!["cde-025"]),
        ("st quentin", vec!["cde-040"]),
        ("la seyne", vec!["cde-039"]),
        ("35", vec!["cde-051"]),
        ("dep:974", vec!["cde-017"]),
        ("region:bretagne", vec!["cde-051", "cde-065", "cde-034"]),
        ("type:spe", vec!["cde-028", "cde-072", "cde-036", "cde-033"]),
        ("bobigny", vec!["cde-066", "cde-062", "cde-064"]),
        ("nouvelle aquitaine", vec!["cde-042", "cde-080", "cde-055", "cde-043", "cde-007", "cde-027"]),
        ("bordaeux", vec!["cde-042"]),
        ("qpv:minguettes", vec!["cde-081"]),
        ("^lille$", vec!["cde-028"]),
        ("^rennes | ^vannes", vec!["cde-034", "cde-051"]),
        ("dep:35,56", vec!["cde-051", "cde-034"]),
    ] {
        assert_eq!(ids(query), all, "{query:?}");
    }
}

#[test]
fn filters_find_all_that_the_data_has() {
    let label = |text: &str| text.parse::<PartialDate>().expect("a date");
    let more_than_five = |cite: &Cite| cite.label_date.date.latest() < date(2021, 11, 22);
    for (query, count) in [
        ("", 84),
        ("vague:2020", 24),
        ("!vague:2020", 60),
        ("preuve:label", 28),
        ("fiabilite:label", 28),
        ("reliability:label", 28),
        ("fiabilite:inconnu", 29),
        ("type:inconnu", 29),
        ("porteur:inconnu", 29),
        ("carrier:unknown", 29),
        ("!porteur:inconnu", 55),
        ("region:bretagne,normandie", count_where(|cite| in_region(cite, "53") || in_region(cite, "28"))),
        (
            "region:bretagne | region:normandie",
            count_where(|cite| in_region(cite, "53") || in_region(cite, "28")),
        ),
        ("age:>5 region:ile", count_where(|cite| in_region(cite, "11") && more_than_five(cite))),
        ("age:>5", count_where(more_than_five)),
        ("age:4", count_where(|cite| cite.label_date.date == label("2021"))),
        ("theme:jeunes", count_where(|cite| cite.themes.values.iter().any(|theme| theme.contains("jeunes")))),
        ("theme:inconnu", count_where(|cite| cite.themes.values.is_empty())),
        ("qpv:>=10", count_where(|cite| cite.qpvs().len() >= 10)),
        ("commune:..1", count_where(|cite| cite.own_communes().count() <= 1)),
        ("lancement:inconnu", count_where(|cite| cite.launch_date.is_none())),
        ("lancement:2021", count_where(|cite| launched(cite) == Some(2021))),
        ("!lancement:inconnu", count_where(|cite| launched(cite).is_some())),
        ("precision:jour", count_where(|cite| cite.label_date.date.precision() == Precision::Day)),
        ("source:S07", count_where(|cite| cite.source_ids().contains(&"S07"))),
        ("apres:inconnu", count_where(|cite| cite.later.is_none())),
        ("region:paca", count_where(|cite| in_region(cite, "93"))),
        ("region:93", count_where(|cite| in_region(cite, "93"))),
        (
            "region:picardie",
            count_where(|cite| ["02", "60", "80"].iter().any(|code| cite.departments().contains(code))),
        ),
        ("dep:9-3", count_where(|cite| cite.departments().contains(&"93"))),
        (
            "epci:mel",
            count_where(|cite| cite.own_communes().any(|commune| commune.epci.siren == "200093201")),
        ),
        ("reims ou troyes", 2),
        ("cote d or", count_where(|cite| cite.departments().contains(&"21"))),
        ("ville:bobigny", 0),
        ("type:foo", 84),
        ("vague:2020 type:foo", 24),
        ("region:", 84),
    ] {
        assert_eq!(find(query).len(), count, "{query:?}");
    }
}

#[test]
fn a_word_being_typed_finds_saints_and_strasbourg() {
    let ids = |query: &str| -> Vec<&str> {
        answer(query).rows().map(|row| SNAPSHOT.cites[row].id.as_str()).collect()
    };
    let typed = ids("st");
    assert!(typed.contains(&"cde-025") && typed.contains(&"cde-033"), "{typed:?}");
    let done = ids("st ");
    assert!(done.contains(&"cde-025") && !done.contains(&"cde-033"), "{done:?}");
}

#[test]
fn without_words_the_cite_with_more_inhabitants_in_its_quartiers_is_first() {
    for query in ["vague:2021", "preuve:label region:hauts", "region:bretagne,normandie", "bretagne"] {
        let inhabitants = |cite: &&Cite| match SNAPSHOT.quartiers_of([*cite]).summary(QpvFigure::Population) {
            Some(QpvSummary::Sum { sum, .. }) => Some(sum),
            _ => None,
        };
        let found: Vec<Option<u64>> = find(query).iter().map(inhabitants).collect();
        assert!(found.len() > 1 && found.is_sorted_by(|a, b| a >= b), "{query:?}: {found:?}");
    }
    assert!(ids("").is_sorted());
    assert!(INDEX.search(&Query::parse("")).hits.iter().all(|hit| hit.score == 0));
}

#[test]
fn matches_are_shown_at_their_positions() {
    let text = |text: &str| text.to_owned();
    assert_eq!(
        shown("st etienne", "cde-025")[..2],
        [
            (TextField::Commune, text("[Saint-Étienne]")),
            (TextField::Label, text("[Saint-Étienne] Métropole"))
        ]
    );
    assert_eq!(shown("vandoeuvre", "cde-012"), [(TextField::Commune, text("[Vandœuvre-lès-Nancy]"))]);
    assert_eq!(shown("minguettes", "cde-081")[..1], [(TextField::Qpv, text("[Minguettes] - Clochettes"))]);
    assert_eq!(shown("d’yerres", "cde-021")[0], (TextField::Label, text("CA Val [d'Yerres] Val de Seine")));
    assert_eq!(shown("bdx", "cde-042")[0], (TextField::Label, text("[B]or[d]eau[x] Rive Droite")));
    assert_eq!(shown("35", "cde-051")[0], (TextField::DepartmentCode, text("[35]")));
    assert_eq!(shown("!paris vague:2020", "cde-001"), []);
}

#[test]
fn the_nearest_names_are_offered_where_nothing_matches() {
    let offered = |query: &str| {
        let suggestions = INDEX.suggestions(&SNAPSHOT, &Query::parse(query));
        suggestions.into_iter().map(|suggestion| (suggestion.name, suggestion.query)).next()
    };
    for (query, name, instead) in [
        ("bordaeux", "Bordeaux", "Bordeaux"),
        ("vague:2021 bordaeux age:>3", "Bordeaux", "vague:2021 Bordeaux age:>3"),
        ("strasborug", "Strasbourg", "Strasbourg"),
        ("la seine sur mer", "La Seyne-sur-Mer", "La Seyne-sur-Mer"),
        ("st brieux", "Brieuc", "st Brieuc"),
    ] {
        assert_eq!(offered(query), Some((name.to_owned(), instead.to_owned())), "{query:?}");
    }
    assert_eq!(offered("xyzxyz"), None);
    assert_eq!(offered("dep:999"), None);
}

#[test]
fn quotes_of_any_kind_make_a_phrase() {
    let plain = ids("\"rive droite\"");
    assert!(!plain.is_empty());
    for quoted in ["« rive droite »", "«\u{a0}rive droite\u{a0}»", "“rive droite”", "„rive droite“"]
    {
        assert_eq!(ids(quoted), plain, "{quoted}");
        let filtered = format!("carrier:{quoted} !{quoted}");
        assert_eq!(ids(&filtered), ids("carrier:\"rive droite\" !\"rive droite\""), "{filtered}");
    }
    // A quote without its other half is a letter like any other.
    assert_eq!(ids("«bordeaux"), ids("bordeaux"));
}

#[test]
fn preconisations_are_found_by_the_same_query() {
    let found = |query: &str, lang| -> Vec<&str> {
        let answer = INDEX.search_preconisations(&SNAPSHOT, &Query::parse(query), lang, Scope::LIST);
        answer.results.hits.iter().map(|hit| SNAPSHOT.preconisations[hit.row()].id.as_str()).collect()
    };
    assert_eq!(found("", Lang::FR).len(), 12);
    assert_eq!(found("contrat de ville", Lang::FR).first(), Some(&"R1"));
    assert_eq!(found("\"employment strand\"", Lang::EN), ["R1", "R5"]);
    assert_eq!(found("\"employment strand\"", Lang::FR), [""; 0]);
    assert_eq!(found("theme:gouvernance", Lang::FR), ["R2", "R4", "R5", "A4"]);
    assert_eq!(found("theme:gouvernance region:bretagne", Lang::FR), ["R2", "R4", "R5", "A4"]);
    assert_eq!(
        Query::parse("region:bretagne x age:>3 theme:y").cite_only_fields(),
        [QueryField::Region, QueryField::Age]
    );
}

#[test]
fn a_slip_in_a_query_for_preconisations_is_corrected() {
    let found =
        |query: &str| INDEX.search_preconisations(&SNAPSHOT, &Query::parse(query), Lang::FR, Scope::CERTAIN);
    for (query, corrected) in [
        ("gouvernanse", "gouvernance"),
        ("politique gouvrenance", "politique gouvernance"),
        ("theme:ingénierie gouvernanse", "theme:ingénierie gouvernance"),
        ("où est gouvernanse ?", "gouvernance"),
    ] {
        let (answer, plain) = (found(query), found(corrected));
        assert_eq!(answer.corrected.as_deref(), Some(corrected), "{query}");
        let rows = |answer: &PreconisationAnswer| {
            answer.results.hits.iter().map(|hit| hit.row()).collect::<Vec<_>>()
        };
        assert_eq!(rows(&answer), rows(&plain), "{query}");
        assert!(!rows(&plain).is_empty(), "{corrected}");
        assert_eq!(plain.corrected, None, "{corrected}");
    }
    for unlike in ["xyzxyz", "gouv", "gouvernanse xyzxyz", "\"\"", "!gouvernanse"] {
        assert_eq!(found(unlike).corrected, None, "{unlike}");
    }
}

/// More Cités than one thread takes at a time, made from real names.
static LARGE: LazyLock<Index> = LazyLock::new(|| Index::new(&snapshot::sample(&SNAPSHOT, 20_000, 3), DAY));

#[test]
fn a_search_in_steps_finds_the_same_as_one_at_once() {
    for text in ["", "e", "bdx", "st etienne", "region:bretagne !vannes", "type:spe"] {
        let query = Query::parse(text);
        let mut search = LARGE.start(&query, None);
        let (mut steps, mut found) = (0, 0);
        while search.step() {
            let hits = search.results().hits;
            assert!(hits.len() >= found && hits.is_sorted_by_key(|hit| std::cmp::Reverse(hit.score)));
            (steps, found) = (steps + 1, hits.len());
        }
        let progress = search.progress();
        assert_eq!(progress.searched, progress.total);
        assert_eq!(search.finish().hits, LARGE.search(&query).hits, "{text:?} in {steps} steps");
    }
}

#[test]
fn a_longer_query_finds_the_same_as_a_new_one() {
    for text in
        ["st etienne", "bdx", "region:bret", "la s qu", "35 re", "!paris 93", "quais", "a | b c", "gueret 2"]
    {
        let mut previous = INDEX.search(&Query::parse(""));
        for end in (1..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            let query = Query::parse(&text[..end]);
            let again = INDEX.search_again(&query, &previous);
            assert_eq!(again.hits, INDEX.search(&query).hits, "{:?}", &text[..end]);
            previous = again;
        }
    }
}

#[test]
fn the_inputs_of_fuzzing_are_answered() {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/query");
    let seeds = std::fs::read_dir(seeds).expect("the seeds").map(|seed| seed.expect("a seed").path());
    let texts: Vec<String> = seeds.map(|seed| std::fs::read_to_string(seed).expect("text")).collect();
    assert!(texts.iter().any(|text| text.contains("age:65535")), "an age beyond all dates");
    for text in texts {
        let query = Query::parse(&text);
        assert_eq!(Query::parse(&query.to_string()), query, "{text}");
        INDEX.search(&query);
    }
    assert_eq!(find("age:>49995"), Vec::<&Cite>::new());
    assert_eq!(find("age:65535"), Vec::<&Cite>::new());
}
