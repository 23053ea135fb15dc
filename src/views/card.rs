//! The card: everything that the snapshot knows of one Cité or one
//! préconisation, in the order in which a person asks for it.

use super::cites::{age, ran_for};
use super::preconisations::addressee_basis;
use super::{Context, labels, time};
use crate::locale::Lang;
use crate::search::TextField;
use crate::snapshot::{Cite, PartialDate, Preconisation, Statement};
use crate::t;

/// A card, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is about.
    pub title: String,
    /// The three things to know first, in one line.
    pub subtitle: String,
    /// Its parts. The first has no heading.
    pub sections: Vec<Section>,
}

/// A part of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading; empty for the facts at the top.
    pub heading: String,
    /// Its lines.
    pub entries: Vec<Entry>,
}

/// A line of a card; long ones are wrapped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// What the line is about: `Porteur`, `QP093012`. May be empty.
    pub name: String,
    /// What is known; `None` where nothing is.
    pub text: Option<String>,
    /// How it is known, or what else belongs to it. May be empty.
    pub detail: String,
    /// Numbers of its sources in the last section, from 1.
    pub sources: Vec<usize>,
    /// Where it leads, for a source.
    pub url: Option<String>,
    /// Which field of the snapshot `text` is, letter for letter, and the
    /// number of it within the field, so that what a search matched can be
    /// shown in it.
    pub field: Option<(TextField, usize)>,
    /// The same of `name`.
    pub name_field: Option<(TextField, usize)>,
}

impl Entry {
    pub(super) fn new(name: String, text: impl Into<Option<String>>) -> Self {
        Self { name, text: text.into(), ..Self::default() }
    }

    pub(super) fn detail(mut self, detail: String) -> Self {
        self.detail = detail;
        self
    }

    pub(super) fn sources(mut self, sources: Vec<usize>) -> Self {
        self.sources = sources;
        self
    }

    fn field(mut self, field: TextField, number: usize) -> Self {
        self.field = Some((field, number));
        self
    }

    fn name_field(mut self, field: TextField, number: usize) -> Self {
        self.name_field = Some((field, number));
        self
    }
}

/// The sources of a card, numbered in the order in which they are first named.
#[derive(Default)]
pub(super) struct Numbers<'a> {
    ids: Vec<&'a str>,
}

impl<'a> Numbers<'a> {
    pub(super) fn of<I: IntoIterator<Item = &'a String>>(&mut self, ids: I) -> Vec<usize> {
        ids.into_iter().map(|id| self.number(id)).collect()
    }

    fn of_statements(&mut self, statements: &'a [Statement]) -> Vec<usize> {
        let mut numbers = self.of(statements.iter().map(|statement| &statement.source));
        numbers.dedup();
        numbers
    }

    pub(super) fn number(&mut self, id: &'a str) -> usize {
        let place = self.ids.iter().position(|known| *known == id).unwrap_or_else(|| {
            self.ids.push(id);
            self.ids.len() - 1
        });
        place + 1
    }

    pub(super) fn section(&self, context: Context<'_>) -> Section {
        let entries = self.ids.iter().zip(1..).map(|(id, number)| {
            let source = context.snapshot.source(id);
            Entry {
                name: format!("[{number}]"),
                text: Some(source.map_or_else(|| (*id).to_owned(), |source| source.title.clone())),
                detail: source
                    .and_then(|source| source.date)
                    .map(|date| time::date(context.lang, date))
                    .unwrap_or_default(),
                url: source.map(|source| source.url.clone()),
                ..Entry::default()
            }
        });
        Section { heading: t!(context.lang, "card-sources"), entries: entries.collect() }
    }
}

/// The card of a Cité.
pub fn cite(cite: &Cite, context: Context<'_>) -> Card {
    let lang = context.lang;
    let mut numbers = Numbers::default();
    let facts = facts(cite, context, &mut numbers);
    let statements = statements(cite, context, &mut numbers);
    let communes = communes(cite, context, &mut numbers);
    let qpvs = qpvs(cite, context, &mut numbers);
    let mut sections = vec![facts, statements, communes, qpvs, numbers.section(context)];
    sections.retain(|section| !section.entries.is_empty());
    let subtitle = t!(
        lang,
        "card-subtitle",
        id = cite.id.as_str(),
        wave = cite.wave.year.to_string(),
        age = time::age(lang, age(cite, context))
    );
    Card { title: cite.label.clone(), subtitle, sections }
}

fn facts<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut Numbers<'a>) -> Section {
    let Context { snapshot, lang, today } = context;
    let mut entries = Vec::new();

    let carrier = t!(lang, "card-carrier");
    entries.push(match &cite.carrier {
        None => Entry::new(carrier, None),
        Some(known) => {
            let how = labels::carrier_evidence(lang, Some(known.evidence));
            let kind = labels::carrier_type(lang, Some(known.kind));
            let detail = [kind, how, known.detail.clone()].into_iter().filter(|part| !part.is_empty());
            Entry::new(carrier, known.name.clone())
                .detail(detail.collect::<Vec<_>>().join(" · "))
                .sources(numbers.of_statements(&known.sources))
                .field(TextField::Carrier, 0)
        }
    });

    let departments = cite.departments();
    let names = departments.iter().map(|code| {
        snapshot.department(code).map_or_else(|| (*code).to_owned(), |d| format!("{} ({code})", d.name))
    });
    let names = names.collect::<Vec<_>>().join(", ");
    let name = t!(lang, "card-department", count = departments.len());
    entries.push(Entry::new(name, Some(names).filter(|names| !names.is_empty())));

    let regions = cite.regions();
    let names = regions.iter().map(|code| snapshot.region(code).map_or(*code, |region| region.name.as_str()));
    let names = names.collect::<Vec<_>>().join(", ");
    let name = t!(lang, "card-region", count = regions.len());
    entries.push(Entry::new(name, Some(names).filter(|names| !names.is_empty())));

    entries.push(Entry::new(t!(lang, "card-scale"), labels::scale(lang, cite.scale)));
    entries.push(
        Entry::new(t!(lang, "card-wave"), cite.wave.year.to_string())
            .detail(labels::wave_evidence(lang, cite.wave.evidence))
            .sources(numbers.of_statements(&cite.wave.sources)),
    );
    entries.push(
        Entry::new(t!(lang, "card-label-date"), time::date(lang, cite.label_date.date))
            .detail(labels::label_date_basis(lang, cite.label_date.basis))
            .sources(numbers.of_statements(&cite.label_date.sources)),
    );
    let launch = cite.launch_date.as_ref();
    entries.push(
        Entry::new(t!(lang, "card-launch-date"), launch.map(|launch| time::date(lang, launch.date)))
            .sources(launch.map(|launch| numbers.of_statements(&launch.sources)).unwrap_or_default()),
    );

    let day = |date| time::date(lang, date);
    entries.push(Entry::new(t!(lang, "card-age"), time::age(lang, age(cite, context))).detail(t!(
        lang,
        "card-age-on",
        day = day(PartialDate::day(today))
    )));
    let experiment = &snapshot.meta.experiment;
    let end = PartialDate::day(experiment.end.latest().min(today));
    entries.push(
        Entry::new(t!(lang, "card-ran-for"), time::age(lang, ran_for(cite, context)))
            .detail(t!(lang, "card-ran-until", day = day(end)))
            .sources(numbers.of(&experiment.sources)),
    );

    let population = t!(lang, "count-inhabitants", count = cite.population());
    entries.push(
        Entry::new(t!(lang, "card-population"), Some(population).filter(|_| !cite.communes().is_empty()))
            .detail(t!(lang, "card-population-basis"))
            .sources(numbers.of(snapshot.sources_of("communes"))),
    );

    let themes = t!(lang, "card-themes");
    match cite.themes.values.as_slice() {
        [] => entries.push(Entry::new(themes, None)),
        values => {
            let sources = numbers.of_statements(&cite.themes.sources);
            entries.extend(values.iter().enumerate().map(|(place, theme)| {
                let first = place == 0;
                Entry::new(if first { themes.clone() } else { String::new() }, theme.clone())
                    .sources(if first { sources.clone() } else { Vec::new() })
                    .field(TextField::Theme, place)
            }));
        }
    }
    if !cite.note.is_empty() {
        entries.push(Entry::new(t!(lang, "card-note"), cite.note.clone()));
    }
    Section { heading: String::new(), entries }
}

fn statements<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut Numbers<'a>) -> Section {
    let lang = context.lang;
    let carrier = cite.carrier.as_ref().map_or(&[][..], |carrier| &carrier.sources);
    let launch = cite.launch_date.as_ref().map_or(&[][..], |launch| &launch.sources);
    let fields = [
        (t!(lang, "card-carrier"), carrier),
        (t!(lang, "card-wave"), cite.wave.sources.as_slice()),
        (t!(lang, "card-label-date"), cite.label_date.sources.as_slice()),
        (t!(lang, "card-launch-date"), launch),
        (t!(lang, "card-themes"), cite.themes.sources.as_slice()),
    ];
    let entries = fields
        .into_iter()
        .flat_map(|(name, statements)| statements.iter().map(move |statement| (name.clone(), statement)));
    let entries = entries.map(|(name, statement)| {
        Entry::new(name, statement.says.clone()).sources(vec![numbers.number(&statement.source)])
    });
    Section { heading: t!(lang, "card-statements"), entries: entries.collect() }
}

fn communes<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut Numbers<'a>) -> Section {
    let Context { snapshot, lang, .. } = context;
    let sources = numbers.of(snapshot.sources_of("communes"));
    let entries = cite.communes().iter().enumerate().map(|(place, commune)| {
        let inhabitants = t!(lang, "count-inhabitants", count = commune.population_2020);
        let ept = commune.ept.as_ref().map(|ept| ept.name.as_str());
        let detail = [Some(inhabitants.as_str()), Some(&commune.epci.name), ept];
        Entry::new(commune.insee.to_string(), commune.name.to_string())
            .detail(detail.into_iter().flatten().collect::<Vec<_>>().join(" · "))
            .field(TextField::Commune, place)
            .name_field(TextField::CommuneCode, place)
    });
    let heading = t!(lang, "card-communes", count = cite.communes().len());
    Section { heading: with_sources(heading, &sources), entries: entries.collect() }
}

fn qpvs<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut Numbers<'a>) -> Section {
    let sources = numbers.of(context.snapshot.sources_of("qpvs"));
    let entries = cite.qpvs().iter().enumerate().map(|(place, qpv)| {
        Entry::new(qpv.code.to_string(), qpv.name.to_string())
            .field(TextField::Qpv, place)
            .name_field(TextField::QpvCode, place)
    });
    let heading = t!(context.lang, "card-qpvs", count = cite.qpvs().len());
    Section { heading: with_sources(heading, &sources), entries: entries.collect() }
}

/// `Communes (3) [4][5]`
fn with_sources(heading: String, sources: &[usize]) -> String {
    let marks: String = sources.iter().map(|number| format!("[{number}]")).collect();
    if marks.is_empty() { heading } else { format!("{heading} {marks}") }
}

/// The card of a préconisation.
pub fn preconisation(item: &Preconisation, context: Context<'_>) -> Card {
    let Context { snapshot, lang, .. } = context;
    let mut numbers = Numbers::default();
    let sources = numbers.of(&item.sources);
    let basis = addressee_basis(item, context);
    let mut entries = vec![
        Entry::new(String::new(), item.text.get(lang).clone()).sources(sources).field(TextField::Text, 0),
        Entry::new(t!(lang, "card-addressees"), item.addressees.join(", ")).detail(basis),
        Entry::new(t!(lang, "card-theme"), item.theme.clone()).field(TextField::Theme, 0),
    ];
    // The remarks of those who keep the data are in English only.
    let remarks = [(t!(lang, "card-origin"), &item.origin), (t!(lang, "card-note"), &item.note)];
    entries.extend(
        remarks
            .into_iter()
            .filter(|(_, remark)| lang == Lang::UNLOCALIZED && !remark.is_empty())
            .map(|(name, remark)| Entry::new(name, remark.clone())),
    );
    entries.extend(item.related_to.iter().map(|id| {
        let related = snapshot.preconisation(id).map(|related| related.title.get(lang).as_str());
        Entry::new(t!(lang, "card-related"), format!("{id} {}", related.unwrap_or_default()))
    }));
    let measures = item.sub_measures.iter().enumerate().map(|(place, measure)| {
        let title = measure.title.get(lang).clone();
        Entry::new(measure.id.clone(), title)
            .detail(measure.theme.clone())
            .field(TextField::SubMeasure, place)
    });
    let measures = Section { heading: t!(lang, "card-sub-measures"), entries: measures.collect() };
    let mut sections = vec![Section { heading: String::new(), entries }, measures, numbers.section(context)];
    sections.retain(|section| !section.entries.is_empty());
    let core = snapshot.preconisations.iter().filter(|other| other.core).count();
    let rank = match item.core {
        true => t!(lang, "card-core", order = item.order, total = core),
        false => t!(lang, "card-other"),
    };
    Card { title: item.title.get(lang).clone(), subtitle: format!("{} · {rank}", item.id), sections }
}
