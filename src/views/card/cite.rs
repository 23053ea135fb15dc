//! The card of a Cité: first the answer, then the evidence for it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Card, Entry, Part, Section, SourceNumbers, detail};
use crate::search::TextField;
use crate::snapshot::{Cite, CiteField, CiteFigure, Commune, PartialDate, Qpv2024Basis, QpvFigure, QpvStats};
use crate::t;
use crate::views::cites::{CiteColumn, age, ran_for, regions};
use crate::views::{Column, Context, joined, labels, quartiers, time};

/// The longest value that stands in the column of names, in characters.
const MAX_VALUE_CHARS: usize = 16;

/// Returns the card of a Cité, with the most requested facts first.
pub fn cite(cite: &Cite, context: Context<'_>) -> Card {
    let mut numbers = SourceNumbers::default();
    let sections = [
        answer(cite, context, &mut numbers),
        figures_of_quartiers(cite, context, &mut numbers),
        jobseekers(cite, context),
        qpvs(cite, context, &mut numbers),
        own_communes(cite, context, &mut numbers),
        touched_communes(cite, context, &mut numbers),
        contracts(cite, context, &mut numbers),
        qpvs_2024(cite, context, &mut numbers),
        figures(cite, context, &mut numbers),
        statements(cite, context, &mut numbers),
        numbers.section(context),
    ];
    let subtitle = t!(
        context.lang,
        "card-subtitle",
        id = cite.id.as_str(),
        wave = cite.wave.year.to_string(),
        age = time::age(context.lang, age(cite, context))
    );
    Card::new(cite.display_label().to_owned(), subtitle, sections)
}

/// What people ask first: who carries it, whether it still runs, since when, and where it is.
fn answer<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let Context { snapshot, lang, today } = context;
    let fact = |column: CiteColumn| Entry::of(column, cite, context);
    let text = |column: CiteColumn| column.cell(cite, context).known(lang).unwrap_or_default();
    let remark = cite.carrier.as_ref().map_or("", |carrier| &carrier.detail);
    let in_french = || labels::in_french(lang);
    let remark_language = if remark.is_empty() { String::new() } else { in_french() };
    let departments = cite.departments().into_iter().map(|code| {
        snapshot.department(code).map_or_else(|| code.to_owned(), |known| format!("{} ({code})", known.name))
    });
    let departments: Vec<String> = departments.collect();
    let mut entries = vec![
        fact(CiteColumn::Carrier)
            .detail(detail([
                &text(CiteColumn::CarrierType),
                &text(CiteColumn::Evidence),
                remark,
                &remark_language,
            ]))
            .sources(numbers.of_field(CiteField::Carrier, cite))
            .field(TextField::Carrier, 0)
            .answer(),
        end(cite, context, numbers),
        fact(CiteColumn::Later)
            .detail(if cite.later.is_some() { in_french() } else { String::new() })
            .sources(numbers.of_field(CiteField::Later, cite)),
        fact(CiteColumn::LabelDate)
            .detail(text(CiteColumn::LabelDateBasis))
            .sources(numbers.of_field(CiteField::LabelDate, cite)),
        fact(CiteColumn::LaunchDate).sources(numbers.of_field(CiteField::LaunchDate, cite)),
        fact(CiteColumn::Age).detail(t!(
            lang,
            "card-age-on",
            day = time::date(lang, PartialDate::day(today))
        )),
        Entry::new(
            t!(lang, "card-department", count = departments.len()),
            joined(departments.iter().map(String::as_str)),
        ),
        Entry::new(t!(lang, "card-region", count = cite.regions().len()), joined(regions(cite, context))),
        fact(CiteColumn::Scale),
        fact(CiteColumn::Wave)
            .detail(text(CiteColumn::WaveEvidence))
            .sources(numbers.of_field(CiteField::Wave, cite)),
    ];
    if cite.carrier.is_none() {
        entries.insert(1, whom_to_ask(cite, context));
    }
    let themes = cite.themes.values.iter().enumerate();
    let themes =
        themes.map(|(index, theme)| Entry::new(String::new(), theme.clone()).field(TextField::Theme, index));
    let first = entries.len();
    entries.extend(themes);
    match entries.get_mut(first) {
        None => entries.push(fact(CiteColumn::Themes)),
        Some(theme) => {
            theme.name = CiteColumn::Themes.title(lang);
            theme.detail = in_french();
            theme.sources = numbers.of_field(CiteField::Themes, cite);
        }
    }
    if cite.display_label.is_some() {
        entries.push(Entry::new(t!(lang, "card-official-label"), cite.label.clone()));
    }
    if !cite.note.is_empty() {
        entries.push(Entry::new(t!(lang, "card-note"), cite.note.clone()).detail(in_french()));
    }
    Section::top(entries)
}

/// The most communes that are named among those who could be asked.
const MAX_ASKED: usize = 3;

/// The public bodies of the territory, which could be asked for a carrier that no source names: its communes, their
/// EPCI, and the prefecture of the department.
fn whom_to_ask(cite: &Cite, context: Context<'_>) -> Entry {
    let lang = context.lang;
    let mut communes: Vec<&Commune> = cite.own_communes().collect();
    communes.sort_by_key(|commune| Reverse(commune.population_2020));
    let named = communes.iter().take(MAX_ASKED).map(|commune| commune.name.as_str());
    let named = joined(named).unwrap_or_default();
    let more = communes.len().saturating_sub(MAX_ASKED);
    let communes_text = match (communes.len(), more) {
        (0, _) => String::new(),
        (count, 0) => t!(lang, "card-ask-communes", count = count, names = named),
        (_, more) => t!(lang, "card-ask-communes-more", names = named, more = more),
    };
    let epcis: BTreeSet<&str> = communes.iter().map(|commune| commune.epci.name.as_str()).collect();
    let prefectures = cite.departments().into_iter().map(|code| {
        let name = context.snapshot.department(code).map_or(code, |department| &department.name);
        t!(lang, "card-ask-prefecture", department = name)
    });
    let prefectures: Vec<String> = prefectures.collect();
    let epcis = joined(epcis).unwrap_or_default();
    let bodies = detail([communes_text, epcis, prefectures.join(", ")]);
    Entry::new(t!(lang, "card-ask"), bodies).detail(t!(lang, "card-ask-remark"))
}

/// The end of the experiment, and how long it ran for the Cité.
fn end<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Entry {
    let Context { snapshot, lang, today } = context;
    let experiment = &snapshot.meta.experiment;
    let day = time::date(lang, experiment.end);
    let lasted = ran_for(cite, context).map(|lasted| time::age(lang, Some(lasted)));
    let (text, detail) = match (experiment.end.latest() < today, lasted) {
        (_, None) => (t!(lang, "card-not-begun"), t!(lang, "card-until", day = day)),
        (true, Some(time)) => {
            (t!(lang, "card-closed", day = day), t!(lang, "card-closed-after", time = time))
        }
        (false, Some(time)) => {
            (t!(lang, "card-running", day = day), t!(lang, "card-running-for", time = time))
        }
    };
    Entry::new(CiteColumn::RanFor.title(lang), text)
        .detail(detail)
        .sources(numbers.of_ids(&experiment.sources))
}

/// Inhabitants and rates of the quartiers, with the inhabitants of the whole communes after them.
fn figures_of_quartiers<'a>(
    cite: &'a Cite,
    context: Context<'a>,
    numbers: &mut SourceNumbers<'a>,
) -> Section {
    const COLUMNS: [CiteColumn; 5] = [
        CiteColumn::Population,
        CiteColumn::EmploymentRate,
        CiteColumn::EmploymentRateWomen,
        CiteColumn::PovertyRate,
        CiteColumn::LivingStandard,
    ];
    let mut section = summed_up("card-quartier-figures", &COLUMNS, cite, context);
    let sources = numbers.of_ids(context.snapshot.sources_of("qpvs"));
    section.sources = sources;
    if let Some(population) = section.entries.first_mut().filter(|_| cite.own_communes().next().is_some()) {
        population.detail = t!(context.lang, "card-whole-communes", count = cite.commune_population());
    }
    section
}

/// Job seekers of the quartiers.
fn jobseekers(cite: &Cite, context: Context<'_>) -> Section {
    const COLUMNS: [CiteColumn; 5] = [
        CiteColumn::Jobseekers,
        CiteColumn::JobseekersWomen,
        CiteColumn::JobseekersUnder25,
        CiteColumn::Jobseekers50Plus,
        CiteColumn::Jobseekers1YearPlus,
    ];
    summed_up("card-jobseekers", &COLUMNS, cite, context)
}

/// Figures over the quartiers, under names without the year, which the heading says.
fn summed_up(heading: &str, columns: &[CiteColumn], cite: &Cite, context: Context<'_>) -> Section {
    let lang = context.lang;
    let columns = columns.iter().filter(|_| !cite.qpvs().is_empty());
    let entries = columns.map(|column| {
        let name = t!(lang, &format!("card-figure-{}", column.name()));
        Entry::new(name, column.cell(cite, context).known(lang))
    });
    Section::new(t!(lang, heading), entries).part(Part::Places)
}

/// The quartiers of 2015, each with its figures.
fn qpvs<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let Context { snapshot, lang, .. } = context;
    let sources = numbers.of_ids(snapshot.sources_of("qpvs"));
    let entries = cite.qpvs().iter().enumerate().map(|(index, qpv)| {
        let stats = snapshot.stats_of(&qpv.code);
        let figures = stats.map(|stats| figures_of(stats, context));
        Entry::new(qpv.code.to_string(), qpv.name.to_string())
            .detail(figures.unwrap_or_default())
            .brief(stats.map(|stats| quartiers::short(lang, QpvFigure::Population, stats)))
            .field(TextField::Qpv, index)
            .name_field(TextField::QpvCode, index)
    });
    let heading = t!(lang, "card-qpvs", count = cite.qpvs().len());
    Section::new(heading, entries).sources(sources).part(Part::Places)
}

/// `2018 : habitants 6 034, taux d'emploi 33,5 %, … · fin 2021 : demandeurs d'emploi 987, …`
fn figures_of(stats: &QpvStats, context: Context<'_>) -> String {
    let vintages: BTreeSet<u16> = QpvFigure::ALL.map(QpvFigure::vintage).into();
    detail(vintages.into_iter().map(|vintage| quartiers::of_vintage(context.lang, vintage, stats)))
}

fn own_communes<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let heading = t!(context.lang, "card-communes", count = cite.own_communes().count());
    communes(heading, cite.own_communes(), [TextField::Commune, TextField::CommuneCode], context, numbers)
}

fn touched_communes<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let heading = t!(context.lang, "card-touched-communes", count = cite.touched_communes().count());
    let fields = [TextField::TouchedCommune, TextField::TouchedCommuneCode];
    communes(heading, cite.touched_communes(), fields, context, numbers)
}

/// Some communes of a Cité; `fields` are those of their names and of their codes.
fn communes<'a>(
    heading: String,
    communes: impl Iterator<Item = &'a Commune>,
    [name, code]: [TextField; 2],
    context: Context<'a>,
    numbers: &mut SourceNumbers<'a>,
) -> Section {
    let Context { snapshot, lang, .. } = context;
    let sources = numbers.of_ids(snapshot.sources_of("communes"));
    let entries = communes.enumerate().map(|(index, commune)| {
        let inhabitants = t!(lang, "count-inhabitants", count = commune.population_2020);
        let ept = commune.ept.as_ref().map_or("", |ept| &ept.name);
        let change = snapshot.commune_change(&commune.insee).map(|change| {
            let date = time::date(lang, change.date);
            t!(lang, "card-commune-merged", name = change.into_name.as_str(), date = date)
        });
        let change = change.unwrap_or_default();
        Entry::new(commune.insee.to_string(), commune.name.to_string())
            .detail(detail([&inhabitants, commune.epci.name.as_str(), ept, &change]))
            .field(name, index)
            .name_field(code, index)
    });
    Section::new(heading, entries).sources(sources).part(Part::Places)
}

/// The contrats de ville of its own communes.
fn contracts<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let sources = numbers.of_ids(context.snapshot.sources_of("contracts"));
    let heading = CiteColumn::Contract.title(context.lang);
    let contract = CiteColumn::Contract.cell(cite, context).known(context.lang);
    Section::new(heading, [Entry::new(String::new(), contract)]).sources(sources).part(Part::Places)
}

/// The quartiers of 2024 that stand where its quartiers stood.
fn qpvs_2024<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let Context { snapshot, lang, .. } = context;
    let sources = numbers.of_ids(snapshot.sources_of("qpvs"));
    let entries = cite.qpvs_2024().iter().enumerate().map(|(index, link)| {
        let qpv = snapshot.qpv_2024(&link.code);
        let predecessors = joined(link.predecessors.iter().map(|code| code.as_str()));
        let origin = match link.basis {
            Qpv2024Basis::Successor => {
                t!(lang, "card-qpv-2024-follows", codes = predecessors.unwrap_or_default())
            }
            Qpv2024Basis::NewInCommune => t!(lang, "card-qpv-2024-new"),
        };
        let status = qpv.map(|qpv| labels::qpv_2024_status(lang, qpv.status));
        Entry::new(link.code.to_string(), qpv.map(|qpv| qpv.name.to_string()))
            .detail(detail([status.unwrap_or_default(), origin]))
            .field(TextField::Qpv2024, index)
            .name_field(TextField::Qpv2024Code, index)
    });
    let heading = t!(lang, "card-qpvs-2024", count = cite.qpvs_2024().len());
    Section::new(heading, entries).sources(sources).part(Part::Places)
}

/// The figures that sources give of the Cité.
fn figures<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let lang = context.lang;
    let entries = cite.figures.iter().map(|figure| {
        let date = figure.date.map(|date| time::date(lang, date));
        local_figure(figure, numbers).detail(date.unwrap_or_default())
    });
    Section::new(t!(lang, "card-figures"), entries.collect::<Vec<_>>())
}

/// Returns the entry of a figure of a Cité. A long value stands after its label.
pub(in crate::views) fn local_figure<'a>(figure: &'a CiteFigure, numbers: &mut SourceNumbers<'a>) -> Entry {
    let CiteFigure { what, value, .. } = figure;
    let entry = match value.chars().count() <= MAX_VALUE_CHARS {
        true => Entry::new(value.clone(), what.clone()),
        false => Entry::new(String::new(), format!("{what} : {value}")),
    };
    entry.sources(vec![numbers.number(&figure.source)])
}

/// What sources say, in the order of the facts.
fn statements<'a>(cite: &'a Cite, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Section {
    let fields = [
        CiteField::Carrier,
        CiteField::Later,
        CiteField::LabelDate,
        CiteField::LaunchDate,
        CiteField::Wave,
        CiteField::Themes,
    ];
    let entries = fields.into_iter().flat_map(|field| {
        let name = t!(context.lang, field.label_key());
        field.statements(cite).iter().map(move |statement| (name.clone(), statement))
    });
    let entries = entries.map(|(name, statement)| {
        Entry::new(name, statement.says.clone()).sources(vec![numbers.number(&statement.source)])
    });
    Section::new(t!(context.lang, "card-statements"), entries).part(Part::Sources)
}
