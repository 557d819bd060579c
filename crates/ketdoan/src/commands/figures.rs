//! `figure` and `figures`: asking the books.

use clap::ArgMatches;
use domain::figures::{self, Figure, FigureSet, Query, State, Trace};
use kernel::{Block, Day, Instant, Period, UnitKind};
use ledger::views::View;
use sheets::write::{Column, Field, Table, Writer};
use vietnamese::number::format_integer;

use super::{flag, text};
use crate::{answer, books};

/// Lines of a trace printed at most; a whole year of a big federation is a page's business.
const TRACE_LINES: usize = 100_000;

fn question(matches: &ArgMatches) -> anyhow::Result<Query> {
    let period = Period::parse(text(matches, "period").unwrap_or_default())?;
    let mut query = Query::of(text(matches, "scope").unwrap_or_default(), period);
    query.view = text(matches, "view").and_then(View::from_code).unwrap_or_default();
    query.as_of = text(matches, "as-of").map(Day::parse).transpose()?;
    query.known_at = text(matches, "known-at").map(Instant::parse).transpose()?;
    query.block = text(matches, "block").and_then(Block::from_code);
    query.kind = text(matches, "kind").and_then(UnitKind::from_code);
    Ok(query)
}

/// One indicator, with its trace when asked.
pub(super) fn one(matches: &ArgMatches) -> anyhow::Result<()> {
    let query = question(matches)?;
    let indicator = text(matches, "indicator").unwrap_or_default();
    let app = books::open(matches)?;
    let actor = books::operator();
    let set = figures::figure(&app, &actor, indicator, &query)?;
    let trace = flag(matches, "trace")
        .then(|| figures::trace(&app, &actor, indicator, &query, 0, TRACE_LINES))
        .transpose()?;
    if flag(matches, "json") {
        return answer::json(&OneFigure { set: &set, figure: set.figures.first(), trace });
    }
    print_one(&set);
    trace.iter().for_each(print_trace);
    Ok(())
}

/// `figure --json`: the question, the figure, and the trace when it was asked for.
#[derive(serde::Serialize)]
struct OneFigure<'s> {
    #[serde(flatten)]
    set: &'s FigureSet,
    figure: Option<&'s Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<Trace>,
}

/// Every indicator.
pub(super) fn all(matches: &ArgMatches) -> anyhow::Result<()> {
    let query = question(matches)?;
    let app = books::open(matches)?;
    let set = figures::figures_with_populations(&app, &books::operator(), &query)?;
    if flag(matches, "json") {
        return answer::json(&set);
    }
    if let Some(file) = text(matches, "xlsx") {
        return write_sheet(&set, file);
    }
    print_set(&set);
    Ok(())
}

/// Every figure that says something.
fn print_set(set: &FigureSet) {
    print_figures(set, says_something);
}

/// One figure, whatever it is.
fn print_one(set: &FigureSet) {
    print_figures(set, |_| true);
}

fn print_figures(set: &FigureSet, says: impl Fn(&Figure) -> bool) {
    answer::line(&format!(
        "{} · {} · tính đến hết {} · {}",
        set.scope_name, set.period, set.as_of, set.view
    ));
    for figure in set.figures.iter().filter(|figure| says(figure)) {
        let (value, target) = (value(figure), against_target(figure));
        answer::line(&format!("{:<52} {value:>12}  {target}", figure.name));
        beside(figure).iter().for_each(|line| answer::line(line));
    }
    set.notes.iter().for_each(|note| answer::line(&format!("* {note}")));
}

fn value(figure: &Figure) -> String {
    match figure.state {
        State::Value => figure.value.map(format_integer).unwrap_or_default(),
        State::NotReported => "chưa báo cáo".to_owned(),
        State::NotObliged => "không thuộc diện".to_owned(),
        State::NotApplicable => "–".to_owned(),
    }
}

/// What no register knows of is not printed, so that a unit that keeps none is told in a page as before.
fn says_something(figure: &Figure) -> bool {
    let of_the_books =
        ["members.", "units."].iter().any(|family| figure.indicator.starts_with(family));
    let is_nothing = figure.value == Some(0) || figure.state != State::Value;
    let owes = figure.population.as_ref().is_some_and(|population| population.counts.obliged > 0);
    of_the_books || !is_nothing || owes || figure.target.is_some() || figure.stated.is_some()
}

/// Who was obliged, and what the unit states itself.
fn beside(figure: &Figure) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(population) = &figure.population {
        let counts = population.counts;
        lines.push(format!(
            "    phải tổ chức: {} ({}); {}",
            format_integer(counts.obliged),
            population.definition,
            population.source
        ));
    }
    if let Some(stated) = &figure.stated {
        lines.push(format!(
            "    đơn vị tự tổng hợp: {}, lệch {:+}: {} ({})",
            format_integer(stated.value),
            stated.difference,
            stated.reason,
            stated.actor
        ));
    }
    lines
}

fn against_target(figure: &Figure) -> String {
    if let (None, Some([held, obliged])) = (figure.target, figure.ratio) {
        let percent = figure.percent_vi.clone().unwrap_or_default();
        return format!("{}/{} = {percent}", format_integer(held), format_integer(obliged));
    }
    let Some(target) = figure.target else { return String::new() };
    let percent = figure.percent_vi.clone().unwrap_or_default();
    let remaining = match figure.remaining {
        Some(rest) if rest > 0 => format!(", còn {}", format_integer(rest)),
        _ => String::new(),
    };
    format!("/ {} = {percent}{remaining}", format_integer(target))
}

fn print_trace(trace: &Trace) {
    answer::line(trace.meaning);
    for line in &trace.lines {
        let person = line.person.as_deref().unwrap_or("");
        let document = line.document.as_deref().unwrap_or("");
        answer::line(&format!(
            "{:>8}  {}  {:>+6}  {}  {person}  {}  {document}  ({}, {})",
            line.seq, line.on, line.quantity, line.unit, line.event, line.actor, line.recorded_at
        ));
    }
    if trace.more {
        answer::line("… còn nữa");
    }
}

fn write_sheet(set: &FigureSet, file: &str) -> anyhow::Result<()> {
    let title = format!("{} – kỳ {} – tính đến hết {}", set.scope_name, set.period, set.as_of);
    let columns =
        [("Mã", 28), ("Chỉ tiêu", 48), ("Thực hiện", 12), ("Chỉ tiêu giao", 12), ("Tỷ lệ", 12)]
            .map(|(name, width)| Column::new(name, width));
    let mut writer = Writer::new();
    let lines = [title.as_str()];
    let mut sheet =
        writer.sheet(&Table { name: "Số liệu", titles: &lines, columns: &columns })?;
    for figure in &set.figures {
        let number = |value: Option<i64>| value.map_or(Field::Empty, Field::Integer);
        let percent = figure.percent_vi.as_deref().map_or(Field::Empty, Field::Text);
        sheet.row(&[
            Field::Text(figure.indicator),
            Field::Text(figure.name),
            number(figure.value),
            number(figure.target),
            percent,
        ])?;
    }
    writer.save(std::path::Path::new(file))?;
    Ok(())
}
