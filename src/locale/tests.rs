use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use serde_json::Value;

use super::*;
use crate::cli::man_pages;
use crate::search::{QueryField, Values};
use crate::snapshot::{
    CiteField, CommuneBasis, FigureGroup, FigureQualifier, FigureStatus, Qpv2024Basis, Qpv2024Status,
    QpvFigure, QpvStats, embedded, schema,
};
use crate::tui::state::{Subject, Tab};
use crate::views::cites::CiteColumn;
use crate::views::cross::{Quantity, Share};
use crate::views::grammar::examples;
use crate::views::groups::Grouping;
use crate::views::map::Measure;
use crate::views::near::NearColumn;
use crate::views::preconisations::PreconisationColumn;
use crate::views::quartiers;
use crate::views::rows::{
    CommuneColumn, EventColumn, EvidenceColumn, FigureColumn, FindingColumn, Qpv2024Column, QpvColumn,
};
use crate::views::sources::SourceColumn;
use crate::views::stats::StatColumn;
use crate::views::summary::SummaryColumn;
use crate::views::{self, Column, Context};

/// Keys and the names of the values in their texts, as `key $name $other`.
fn messages(texts: &str) -> BTreeSet<String> {
    let mut messages = BTreeSet::new();
    let mut current: Option<(String, BTreeSet<String>)> = None;
    for line in texts.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) =
            line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            messages.extend(
                current.take().map(|(key, names)| format!("{key}{}", names.into_iter().collect::<String>())),
            );
            current = Some((key.to_owned(), BTreeSet::new()));
        }
        if let Some((_, names)) = &mut current {
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                names.insert(format!(" ${name}"));
            }
        }
    }
    messages.extend(current.map(|(key, names)| format!("{key}{}", names.into_iter().collect::<String>())));
    messages
}

thread_local! {
    /// The keys that were looked up in this thread since recording began.
    static RECORDED: RefCell<Option<BTreeSet<String>>> = const { RefCell::new(None) };
}

/// Notes that a text was looked up.
pub(super) fn record(key: &str) {
    RECORDED.with_borrow_mut(|recorded| recorded.as_mut().map(|keys| keys.insert(key.to_owned())));
}

/// Returns the keys that `run` looks up.
fn recorded(run: impl FnOnce()) -> BTreeSet<String> {
    RECORDED.set(Some(BTreeSet::new()));
    run();
    RECORDED.take().unwrap_or_default()
}

/// The string literals of the code without its tests.
#[derive(Default)]
struct Literals {
    /// Every literal.
    all: BTreeSet<String>,
    /// Those that are the key in a call of `t!`.
    keys: BTreeSet<String>,
}

impl Literals {
    fn of_the_code() -> Self {
        let mut literals = Self::default();
        literals.read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        literals
    }

    fn read_folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
            if path.is_dir() && name != "tests" {
                self.read_folder(&path);
            } else if name.ends_with(".rs") && name != "tests.rs" {
                let code = fs::read_to_string(&path).expect("a source file");
                self.read_tokens(code.parse().unwrap_or_else(|error| panic!("{path:?}: {error}")));
            }
        }
    }

    fn read_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let [first, others @ ..] = rest {
            rest = others;
            match (first, others) {
                // An attribute, such as a doc comment, and what is compiled for tests only.
                (TokenTree::Punct(sign), [TokenTree::Group(attribute), item @ ..])
                    if sign.as_char() == '#' =>
                {
                    let is_test = attribute.to_string().replace(' ', "") == "[cfg(test)]";
                    let end = item.iter().position(|token| match token {
                        TokenTree::Group(body) => body.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(sign) => sign.as_char() == ';',
                        _ => false,
                    });
                    rest = item.get(end.filter(|_| is_test).map_or(0, |end| end + 1)..).unwrap_or_default();
                }
                (TokenTree::Ident(name), [TokenTree::Punct(sign), TokenTree::Group(call), ..])
                    if name == "t" && sign.as_char() == '!' =>
                {
                    let mut arguments = call.stream().into_iter();
                    let comma =
                        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ',');
                    if arguments.any(|token| comma(&token)) {
                        self.keys.extend(arguments.next().as_ref().and_then(literal));
                    }
                }
                (TokenTree::Group(group), _) => self.read_tokens(group.stream()),
                _ => self.all.extend(literal(first)),
            }
        }
    }
}

/// Returns the text of a string literal without escapes.
fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    Some(literal.to_string().strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// Looks up the texts whose keys are put together in the code.
fn look_up_computed_keys(lang: Lang) {
    fn titles<C: Column>(lang: Lang) {
        C::ALL.iter().for_each(|column| drop(column.title(lang)));
    }
    titles::<CiteColumn>(lang);
    let snapshot = embedded().expect("the embedded snapshot");
    let context = Context { snapshot: &snapshot, lang, today: jiff::civil::date(2026, 11, 22) };
    drop(views::card::cite(&snapshot.cites[0], context));
    titles::<PreconisationColumn>(lang);
    titles::<SourceColumn>(lang);
    titles::<StatColumn>(lang);
    titles::<SummaryColumn>(lang);
    titles::<EvidenceColumn>(lang);
    titles::<FigureColumn>(lang);
    titles::<EventColumn>(lang);
    titles::<FindingColumn>(lang);
    titles::<NearColumn>(lang);
    for quantity in Quantity::ALL {
        drop(quantity.title(lang));
        t!(lang, &format!("cross-of-{}", quantity.name()), count = 2);
    }
    for share in Share::ALL.map(Share::name).into_iter().chain(["none"]) {
        t!(lang, &format!("cross-share-{share}"));
    }
    quartiers::named().for_each(|(_, figure)| drop(quartiers::title(lang, figure)));
    titles::<QpvColumn>(lang);
    titles::<CommuneColumn>(lang);
    titles::<Qpv2024Column>(lang);
    Grouping::all().for_each(|grouping| drop(grouping.title(lang)));
    Tab::ALL.iter().for_each(|tab| drop((tab.title(lang), tab.short_title(lang))));
    Measure::ALL.iter().for_each(|measure| drop(measure.title(lang)));
    Tab::views().for_each(|view| drop(view.aliases()));
    examples().for_each(|example| drop((example.query(lang), example.meaning(lang))));
    for field in QueryField::ALL {
        drop((field.name(lang), field.words(lang)));
        if let Values::Choice(choice) = field.values() {
            (choice.codes)().into_iter().for_each(|code| drop(choice.label(Some(code), lang)));
        }
    }
    for field in CiteField::ALL {
        for (code, _) in field.count_evidence(&[]) {
            t!(lang, &field.evidence_key(code));
        }
    }
    FigureStatus::ALL.iter().for_each(|status| drop(views::labels::figure_status(lang, *status)));
    FigureGroup::ALL.iter().for_each(|group| drop(views::labels::figure_group(lang, *group)));
    FigureQualifier::ALL.iter().for_each(|word| drop(views::labels::qualified(lang, *word, "")));
    Qpv2024Status::ALL.iter().for_each(|status| drop(views::labels::qpv_2024_status(lang, *status)));
    Qpv2024Basis::ALL.iter().for_each(|basis| drop(views::labels::qpv_2024_basis(lang, *basis)));
    CommuneBasis::ALL.iter().for_each(|basis| drop(views::labels::commune_basis(lang, *basis)));
    QpvFigure::ALL.iter().for_each(|figure| {
        drop(views::quartiers::short(lang, *figure, &QpvStats::default()));
        drop(views::quartiers::of_vintage(lang, figure.vintage(), &QpvStats::default()));
    });
    for subject in [Subject::Cites, Subject::Preconisations] {
        for key in ["all", "some"] {
            let _ = t!(lang, &format!("tui-count-{key}-{}", subject.code()), count = 2, total = 3);
        }
    }
    for month in 1..=12 {
        views::date(lang, format!("2020-{month:02}").parse().expect("a month"));
    }
    man_pages(lang).expect("the manual");
    fields_of_the_format(|field| record(&format!("diff-field-{}", field.replace('.', "-"))));
}

/// Calls `emit` with each field of the format, and each field in an object: `carrier.name`.
fn fields_of_the_format(mut emit: impl FnMut(&str)) {
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("definitions");
    let properties = |definition: &Value| definition["properties"].as_object().cloned().unwrap_or_default();
    for (field, value) in definitions.values().chain([&schema]).flat_map(properties) {
        emit(&field);
        let reference = value.to_string();
        for (name, definition) in definitions {
            if reference.contains(&format!("\"#/$defs/{name}\"")) {
                properties(definition).keys().for_each(|inner| emit(&format!("{field}.{inner}")));
            }
        }
    }
}

#[test]
fn all_locale_files_have_the_same_texts_with_the_same_values() {
    let complete = messages(Lang::FALLBACK.language().file);
    for lang in Lang::ALL {
        let texts = messages(lang.language().file);
        let none = Vec::<&String>::new();
        assert_eq!(complete.difference(&texts).collect::<Vec<_>>(), none, "missing in {lang:?}");
        assert_eq!(texts.difference(&complete).collect::<Vec<_>>(), none, "only in {lang:?}");
    }
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let keys = keys();
    let Literals { keys: used, .. } = Literals::of_the_code();
    assert!(used.len() > 100, "{}", used.len());
    assert_eq!(used.difference(&keys).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Returns the keys of the texts.
fn keys() -> BTreeSet<String> {
    Lang::FALLBACK.texts().keys().map(str::to_owned).collect()
}

#[test]
fn every_text_is_looked_up() {
    let Literals { all, keys: used } = Literals::of_the_code();
    let computed = recorded(|| look_up_computed_keys(Lang::FALLBACK));
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|key| !all.contains(key) && !used.contains(key) && !computed.contains(key))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_literal_that_looks_like_a_key_has_a_text() {
    let keys = keys();
    let first = |key: &str| key.split('-').next().unwrap_or_default().to_owned();
    let kinds: BTreeSet<String> = [
        "tui",
        "cli",
        "card",
        "data",
        "overview",
        "map",
        "grammar",
        "comparison",
        "problem",
        "load",
        "views",
    ]
    .map(str::to_owned)
    .into();
    let is_word =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let missing: Vec<String> = Literals::of_the_code()
        .all
        .into_iter()
        .filter(|word| word.contains('-') && word.split('-').all(is_word) && kinds.contains(&first(word)))
        .filter(|word| !keys.contains(word) && Tab::views().all(|view| view.name != word))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_counted_noun_has_its_plural() {
    // The number has no noun, or is never 1.
    let without = [
        "card-communes",
        "card-qpvs",
        "card-qpvs-2024",
        "card-touched-communes",
        "cli-and-more",
        "data-part",
        "tui-ages-national",
        "tui-ages-own",
        "tui-ages-wave",
        "tui-comparison-title",
        "tui-most-marks",
        "tui-mark-first",
        // Singular and plural are the same in one language.
        "cli-check-omitted",
        "diff-more-added",
        "diff-more-removed",
    ];
    for lang in Lang::ALL {
        let texts = lang.language().file;
        let mut key = "";
        let mut selects = BTreeSet::new();
        let mut counts = BTreeSet::new();
        for line in texts.lines() {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key = name;
            }
            if line.contains("{ $count ->") {
                selects.insert(key);
            } else if line.contains("{ $count }") {
                counts.insert(key);
            }
        }
        let missing: Vec<&&str> = counts.difference(&selects).filter(|key| !without.contains(key)).collect();
        assert_eq!(missing, Vec::<&&str>::new(), "{lang:?}");
    }
}

#[test]
fn numbers_and_plurals_follow_the_language() {
    assert_eq!(Lang::FR.number(1_234_567), "1\u{202f}234\u{202f}567");
    assert_eq!(Lang::EN.number(4567), "4,567");
    assert_eq!(Lang::FR.decimal(96.4), "96,4");
    assert_eq!(Lang::EN.decimal(-1234.56), "-1,234.6");
    for (lang, count, text) in
        [(Lang::FR, 0, "0 Cité"), (Lang::FR, 1, "1 Cité"), (Lang::FR, 2, "2 Cités"), (Lang::EN, 0, "0 Cités")]
    {
        assert_eq!(t!(lang, "count-cites", count = count), text);
    }
}

#[test]
fn an_unknown_locale_gives_the_fallback() {
    for (locale, lang) in [
        ("en_GB.UTF-8", Lang::EN),
        ("en", Lang::EN),
        ("fr_FR.UTF-8", Lang::FR),
        ("xx_XX", Lang::FR),
        ("C", Lang::FR),
        ("POSIX", Lang::FR),
        ("", Lang::FR),
    ] {
        assert_eq!(Lang::from_locale(locale), lang, "{locale}");
    }
}

#[test]
fn languages_of_gettext_come_before_the_locale() {
    for (language, locale, lang) in [
        ("en", "fr_FR.UTF-8", Lang::EN),
        ("fr:en", "en_GB.UTF-8", Lang::FR),
        ("de:en_GB:fr", "fr_FR.UTF-8", Lang::EN),
        ("de", "en_GB.UTF-8", Lang::EN),
        ("", "en_GB.UTF-8", Lang::EN),
        ("::", "en_GB.UTF-8", Lang::EN),
        ("en", "C", Lang::FR),
        ("en", "POSIX", Lang::FR),
        ("en", "", Lang::FR),
    ] {
        let variable = |name: &str| match name {
            "LANGUAGE" => Some(language.to_owned()),
            "LC_ALL" => Some(String::new()),
            "LANG" => Some(locale.to_owned()),
            _ => None,
        };
        assert_eq!(Lang::from_variables(variable), lang, "LANGUAGE={language} LANG={locale}");
    }
}
