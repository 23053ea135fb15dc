//! Cards: everything that the snapshot contains about one Cité or one préconisation.

use super::cites::{CiteColumn, age, regions};
use super::preconisations::PreconisationColumn;
use super::{Column, Context, joined, time};
use crate::locale::Lang;
use crate::search::TextField;
use crate::snapshot::{Cite, CiteField, PartialDate, Preconisation};
use crate::t;

/// A card, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The name of its subject.
    pub title: String,
    /// A line with the three most important facts.
    pub subtitle: String,
    /// Its sections. The first has no heading.
    pub sections: Vec<Section>,
}

impl Card {
    /// Creates a card of the sections that have entries.
    pub(super) fn new(title: String, subtitle: String, sections: impl IntoIterator<Item = Section>) -> Self {
        let sections = sections.into_iter().filter(|section| !section.entries.is_empty()).collect();
        Self { title, subtitle, sections }
    }
}

/// A section of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading; empty at the top of the card.
    pub heading: String,
    /// Its lines.
    pub entries: Vec<Entry>,
}

impl Section {
    pub(super) fn new(heading: String, entries: impl IntoIterator<Item = Entry>) -> Self {
        Self { heading, entries: entries.into_iter().collect() }
    }

    /// Creates the section at the top of a card.
    pub(super) fn top(entries: impl IntoIterator<Item = Entry>) -> Self {
        Self::new(String::new(), entries)
    }
}

/// A line of a card, which is wrapped if it is long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The subject of the line: `Porteur`, `QP093012`. May be empty.
    pub name: String,
    /// The value; `None` if it is not known.
    pub text: Option<String>,
    /// The evidence for the value, or a remark on it. May be empty.
    pub detail: String,
    /// The numbers of its sources in the last section, from 1.
    pub sources: Vec<usize>,
    /// The address of a source.
    pub url: Option<String>,
    /// The search field that has exactly `text`, and the index of the text in the field.
    /// Matches are highlighted there.
    pub field: Option<(TextField, usize)>,
    /// The same for `name`.
    pub name_field: Option<(TextField, usize)>,
}

impl Entry {
    pub(super) fn new(name: String, text: impl Into<Option<String>>) -> Self {
        Self { name, text: text.into(), ..Self::default() }
    }

    /// Creates the entry of a column: its title, and the value of a row in it.
    pub(super) fn of<C: Column>(column: C, row: &C::Row, context: Context<'_>) -> Self {
        Self::new(column.title(context.lang), column.cell(row, context).known(context.lang))
    }

    pub(super) fn detail(self, detail: String) -> Self {
        Self { detail, ..self }
    }

    pub(super) fn sources(self, sources: Vec<usize>) -> Self {
        Self { sources, ..self }
    }

    pub(super) fn url(self, url: &str) -> Self {
        Self { url: Some(url.to_owned()), ..self }
    }

    fn field(self, field: TextField, index: usize) -> Self {
        Self { field: Some((field, index)), ..self }
    }

    fn name_field(self, field: TextField, index: usize) -> Self {
        Self { name_field: Some((field, index)), ..self }
    }
}

/// Joins the parts of a detail that are not empty: `EPCI · explicite`.
pub(super) fn detail<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> String {
    let mut detail = String::new();
    for part in parts {
        let gap = if detail.is_empty() || part.as_ref().is_empty() { "" } else { " · " };
        detail.extend([gap, part.as_ref()]);
    }
    detail
}

/// The sources of a card, numbered from 1 in the order of their first citation.
#[derive(Default)]
pub(super) struct SourceNumbers<'a> {
    ids: Vec<&'a str>,
}

impl<'a> SourceNumbers<'a> {
    pub(super) fn of_ids<I: IntoIterator<Item = &'a String>>(&mut self, ids: I) -> Vec<usize> {
        ids.into_iter().map(|id| self.number(id)).collect()
    }

    /// Returns the numbers of the sources of a field of a Cité.
    fn of_field(&mut self, field: CiteField, cite: &'a Cite) -> Vec<usize> {
        let mut numbers = self.of_ids(field.statements(cite).iter().map(|statement| &statement.source));
        numbers.dedup();
        numbers
    }

    pub(super) fn number(&mut self, id: &'a str) -> usize {
        let index = self.ids.iter().position(|known| *known == id).unwrap_or_else(|| {
            self.ids.push(id);
            self.ids.len() - 1
        });
        index + 1
    }

    /// Returns the last section of the card: the sources by their numbers.
    pub(super) fn section(&self, context: Context<'_>) -> Section {
        let entries = self.ids.iter().zip(1..).map(|(id, number)| {
            let name = format!("[{number}]");
            let Some(source) = context.snapshot.source(id) else { return Entry::new(name, (*id).to_owned()) };
            let date = source.date.map(|date| time::date(context.lang, date));
            Entry::new(name, source.title.clone()).detail(date.unwrap_or_default()).url(&source.url)
        });
        Section::new(t!(context.lang, "column-sources"), entries)
    }
}

/// Returns the card of a Cité, with the most requested facts first.
pub fn cite(cite: &Cite, context: Context<'_>) -> Card {
    let mut numbers = SourceNumbers::default();
    let sections = [
        facts(cite, context, &mut numbers),
        statements(cite, context, &mut numbers),
        communes(cite, context, &mut numbers),
        qpvs(cite, context, &mut numbers),
        numbers.section(context),
    ];
    let subtitle = t!(
        context.lang,
        "card-subtitle",
        id = cite.id.as_str(),
        wave = cite.wave.year.to_string(),
        age = time::age(context.lang, age(cite, context))
    );
    Card::new(cite.label.clone(), subtitle, sections)
}

fn facts<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let Context { snapshot, lang, today } = context;
    let fact = |column: CiteColumn| Entry::of(column, cite, context);
    let text = |column: CiteColumn| column.cell(cite, context).known(lang).unwrap_or_default();
    let day = |day| time::date(lang, PartialDate::day(day));
    let remark = cite.carrier.as_ref().map_or("", |carrier| &carrier.detail);
    let departments = cite.departments().into_iter().map(|code| {
        snapshot.department(code).map_or_else(|| code.to_owned(), |known| format!("{} ({code})", known.name))
    });
    let departments: Vec<String> = departments.collect();
    let experiment = &snapshot.meta.experiment;
    let end = experiment.end.latest().min(today);
    let population = t!(lang, "count-inhabitants", count = cite.population());
    let mut entries = vec![
        fact(CiteColumn::Carrier)
            .detail(detail([&text(CiteColumn::CarrierType), &text(CiteColumn::Evidence), remark]))
            .sources(numbers.of_field(CiteField::Carrier, cite))
            .field(TextField::Carrier, 0),
        Entry::new(
            t!(lang, "card-department", count = departments.len()),
            joined(departments.iter().map(String::as_str)),
        ),
        Entry::new(t!(lang, "card-region", count = cite.regions().len()), joined(regions(cite, context))),
        fact(CiteColumn::Scale),
        fact(CiteColumn::Wave)
            .detail(text(CiteColumn::WaveEvidence))
            .sources(numbers.of_field(CiteField::Wave, cite)),
        fact(CiteColumn::LabelDate)
            .detail(text(CiteColumn::LabelDateBasis))
            .sources(numbers.of_field(CiteField::LabelDate, cite)),
        fact(CiteColumn::LaunchDate).sources(numbers.of_field(CiteField::LaunchDate, cite)),
        fact(CiteColumn::Age).detail(t!(lang, "card-age-on", day = day(today))),
        Entry::new(t!(lang, "card-ran-for"), text(CiteColumn::RanFor))
            .detail(t!(lang, "card-ran-until", day = day(end)))
            .sources(numbers.of_ids(&experiment.sources)),
        Entry::new(
            CiteColumn::Population.title(lang),
            Some(population).filter(|_| !cite.communes().is_empty()),
        )
        .detail(t!(lang, "card-population-basis"))
        .sources(numbers.of_ids(snapshot.sources_of("communes"))),
    ];
    let themes = cite.themes.values.iter().enumerate();
    let themes =
        themes.map(|(index, theme)| Entry::new(String::new(), theme.clone()).field(TextField::Theme, index));
    let first = entries.len();
    entries.extend(themes);
    match entries.get_mut(first) {
        None => entries.push(fact(CiteColumn::Themes)),
        Some(theme) => {
            theme.name = CiteColumn::Themes.title(lang);
            theme.sources = numbers.of_field(CiteField::Themes, cite);
        }
    }
    if !cite.note.is_empty() {
        entries.push(Entry::new(t!(lang, "card-note"), cite.note.clone()));
    }
    Section::top(entries)
}

/// Returns the section with the statements of sources, in the order of the facts.
fn statements<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let fields =
        [CiteField::Carrier, CiteField::Wave, CiteField::LabelDate, CiteField::LaunchDate, CiteField::Themes];
    let entries = fields.into_iter().flat_map(|field| {
        let name = t!(context.lang, field.label_key());
        field.statements(cite).iter().map(move |statement| (name.clone(), statement))
    });
    let entries = entries.map(|(name, statement)| {
        Entry::new(name, statement.says.clone()).sources(vec![numbers.number(&statement.source)])
    });
    Section::new(t!(context.lang, "card-statements"), entries)
}

fn communes<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let Context { snapshot, lang, .. } = context;
    let sources = numbers.of_ids(snapshot.sources_of("communes"));
    let entries = cite.communes().iter().enumerate().map(|(index, commune)| {
        let inhabitants = t!(lang, "count-inhabitants", count = commune.population_2020);
        let ept = commune.ept.as_ref().map_or("", |ept| &ept.name);
        Entry::new(commune.insee.to_string(), commune.name.to_string())
            .detail(detail([&inhabitants, commune.epci.name.as_str(), ept]))
            .field(TextField::Commune, index)
            .name_field(TextField::CommuneCode, index)
    });
    let heading = t!(lang, "card-communes", count = cite.communes().len());
    Section::new(with_sources(heading, &sources), entries)
}

fn qpvs<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let sources = numbers.of_ids(context.snapshot.sources_of("qpvs"));
    let entries = cite.qpvs().iter().enumerate().map(|(index, qpv)| {
        Entry::new(qpv.code.to_string(), qpv.name.to_string())
            .field(TextField::Qpv, index)
            .name_field(TextField::QpvCode, index)
    });
    let heading = t!(context.lang, "card-qpvs", count = cite.qpvs().len());
    Section::new(with_sources(heading, &sources), entries)
}

/// Returns the marks of sources: `[4][5]`.
pub fn source_marks(numbers: &[usize]) -> String {
    numbers.iter().map(|number| format!("[{number}]")).collect()
}

/// Appends the marks of sources to a heading: `Communes (3) [4][5]`.
fn with_sources(heading: String, sources: &[usize]) -> String {
    format!("{heading} {}", source_marks(sources)).trim_end().to_owned()
}

/// Returns the card of a préconisation.
pub fn preconisation(item: &Preconisation, context: Context<'_>) -> Card {
    let Context { snapshot, lang, .. } = context;
    let mut numbers = SourceNumbers::default();
    let fact = |column: PreconisationColumn| Entry::of(column, item, context);
    let mut entries = vec![
        Entry::new(String::new(), item.text.get(lang).clone())
            .sources(numbers.of_ids(&item.sources))
            .field(TextField::Text, 0),
        fact(PreconisationColumn::Addressees).detail(PreconisationColumn::AddresseeBasis.text(item, context)),
        fact(PreconisationColumn::Theme).field(TextField::Theme, 0),
    ];
    // The remarks of the maintainers are not translated.
    let remarks = [(t!(lang, "card-origin"), &item.origin), (t!(lang, "card-note"), &item.note)];
    let remarks = remarks.into_iter().filter(|(_, remark)| lang == Lang::UNLOCALIZED && !remark.is_empty());
    entries.extend(remarks.map(|(name, remark)| Entry::new(name, remark.clone())));
    entries.extend(item.related_to.iter().map(|id| {
        let related = snapshot.preconisation(id).map(|related| related.title.get(lang).as_str());
        Entry::new(t!(lang, "card-related"), format!("{id} {}", related.unwrap_or_default()))
    }));
    let measures = item.sub_measures.iter().enumerate().map(|(index, measure)| {
        Entry::new(measure.id.clone(), measure.title.get(lang).clone())
            .detail(measure.theme.clone())
            .field(TextField::SubMeasure, index)
    });
    let measures = Section::new(t!(lang, "card-sub-measures"), measures);
    let core = snapshot.preconisations.iter().filter(|other| other.core).count();
    let rank = match item.core {
        true => t!(lang, "card-core", order = item.order, total = core),
        false => t!(lang, "card-other"),
    };
    Card::new(
        item.title.get(lang).clone(),
        format!("{} · {rank}", item.id),
        [Section::top(entries), measures, numbers.section(context)],
    )
}
