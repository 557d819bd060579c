//! `report`: a report on a form, as it stands or as it was filed, and what moved since.

use clap::ArgMatches;
use domain::exports::Format;
use domain::figures::State as CellState;
use domain::reports::{self, Cell, Difference, Key, Report, Source, forms};
use domain::units;
use kernel::{Period, Refusal};
use vietnamese::number::{Fraction, format_integer};

use super::{flag, text};
use crate::{answer, books};

/// Prints a report, or the forms there are.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    let Some(code) = text(matches, "form") else { return list(matches) };
    let (Some(scope), Some(period)) = (text(matches, "scope"), text(matches, "period")) else {
        return Err(Refusal::new(
            "scope_or_period_missing",
            "Chưa nêu đơn vị hoặc kỳ của báo cáo",
            "Thêm --scope MÃ --period KỲ",
        )
        .into());
    };
    let (app, actor) = (books::open(matches)?, books::operator());
    let unit = units::scope_of_code(&app, &actor, scope)?;
    let period = Period::parse(period)?;
    let key = Key { unit, form: reports::known_form(&app, code, period)?, period };
    let version = matches.get_one::<i64>("version").copied();
    // A filed version is told on the form it was filed on, whatever became of that form since.
    let key = reports::at_filing(&app, &actor, &key, version)?;
    if flag(matches, "moved") {
        let moved = reports::differences(&app, &actor, &key)?;
        return if flag(matches, "json") { answer::json(&moved) } else { print_moved(&moved) };
    }
    let report = reports::read(&app, &actor, &key, version)?;
    if flag(matches, "json") {
        return answer::json(&report);
    }
    if let Some(file) = text(matches, "xlsx") {
        let bytes = reports::export(&app, &actor, &key, &report, Format::Xlsx)?;
        std::fs::write(file, bytes)?;
        return Ok(());
    }
    print(&key, &report);
    Ok(())
}

#[derive(serde::Serialize)]
struct FormTold {
    code: &'static str,
    name: &'static str,
    source: &'static str,
    confidence: &'static str,
}

fn list(matches: &ArgMatches) -> anyhow::Result<()> {
    let told: Vec<FormTold> = forms()?
        .iter()
        .map(|form| FormTold {
            code: &form.code,
            name: &form.name,
            source: &form.source,
            confidence: &form.confidence,
        })
        .collect();
    if flag(matches, "json") {
        return answer::json(&told);
    }
    for form in &told {
        answer::line(&format!("{:<18} {}\n{:<18} {}", form.code, form.name, "", form.source));
    }
    Ok(())
}

fn print(key: &Key, report: &Report) {
    answer::line(&format!(
        "{}\n{} · {} · bản {}",
        report.form_name,
        report.unit_name,
        key.period.vi(),
        report.version
    ));
    for line in &key.form.lines {
        match report.cells.iter().find(|cell| cell.line == line.code) {
            Some(cell) => answer::line(&format!(
                "{:<7} {:<56} {:>12} {:<7} {}",
                line.code,
                line.text,
                value(cell),
                line.unit,
                against_target(cell, key.form.decimals)
            )),
            None => answer::line(&format!("{:<7} {}", line.code, line.text)),
        }
    }
    for each in &report.findings {
        answer::line(&format!("* {} {}", each.line.as_deref().unwrap_or_default(), each.what));
    }
}

fn value(cell: &Cell) -> String {
    match cell.state {
        CellState::Value => cell.value.map(format_integer).unwrap_or_default(),
        CellState::NotReported => "chưa báo cáo".to_owned(),
        CellState::NotObliged => "không thuộc diện".to_owned(),
        CellState::NotApplicable => "–".to_owned(),
    }
}

fn against_target(cell: &Cell, decimals: u8) -> String {
    let Some((done, asked)) = cell.value.zip(cell.target) else {
        // Of a line that the books count, who owes it, where that is not what was counted.
        let told = cell.note.as_deref().filter(|_| cell.source == Source::Computed);
        return told.unwrap_or_default().to_owned();
    };
    let percent = Fraction::new(done, asked).map(|rate| rate.percent_text(decimals));
    format!("/ {} = {}", format_integer(asked), percent.unwrap_or_default())
}

fn print_moved(moved: &[Difference]) -> anyhow::Result<()> {
    for each in moved {
        let number = |value: Option<i64>| value.map_or_else(|| "…".to_owned(), format_integer);
        answer::line(&format!(
            "{:<7} {}: {} → {}",
            each.line,
            each.text,
            number(each.filed),
            number(each.now)
        ));
        for line in &each.causes {
            let person = line.person.as_deref().unwrap_or("");
            answer::line(&format!(
                "{:>10} {:>+6}  {}  {}  {person}  {}  ({}, {})",
                line.seq,
                line.quantity,
                line.on,
                line.unit,
                line.event,
                line.actor,
                line.recorded_at
            ));
        }
    }
    Ok(())
}
