//! Asking for figures.

use db::Tx;
use kernel::{Actor, Block, Id, Instant, Period, Refusal, UnitKind};
use ledger::Class;
use ledger::views::{Sums, View};

use super::populations;
use crate::figures::indicators::{self, INDICATORS, Indicator};
use crate::figures::model::{Column, Figure, FigureSet, Head, Query, Scope, State};
use crate::figures::{fold, like, store};
use crate::{App, Result, units};

/// Every indicator of a question, with targets.
pub fn figures(app: &App, actor: &Actor, query: &Query) -> Result<FigureSet> {
    app.allow(actor, "figures.read")?;
    app.db.read(|tx| Ok(answer(tx, app, actor, query, INDICATORS, false)?.0))
}

/// The same with the population of every denominator: for who waits for a report rather than for a page.
pub fn figures_with_populations(app: &App, actor: &Actor, query: &Query) -> Result<FigureSet> {
    app.allow(actor, "figures.read")?;
    app.db.read(|tx| Ok(answer(tx, app, actor, query, INDICATORS, true)?.0))
}

/// The same, with indicators by block: what both are worked out from is read once.
pub fn figures_by_block(
    app: &App,
    actor: &Actor,
    query: &Query,
    codes: &[&str],
) -> Result<(FigureSet, Vec<Column>)> {
    app.allow(actor, "figures.read")?;
    let indicators = codes.iter().map(|code| known(code)).collect::<Result<Vec<_>, _>>()?;
    app.db.read(|tx| {
        let (set, sums) = answer(tx, app, actor, query, INDICATORS, false)?;
        Ok((set, columns(&sums, query, &indicators, false)))
    })
}

/// One indicator of a question.
pub fn figure(app: &App, actor: &Actor, indicator: &str, query: &Query) -> Result<FigureSet> {
    app.allow(actor, "figures.read")?;
    let indicator = known(indicator)?;
    let one = std::slice::from_ref(indicator);
    app.db.read(|tx| Ok(answer(tx, app, actor, query, one, true)?.0))
}

/// Every indicator of a question with its population, inside a transaction that runs already: for reports.
pub(crate) fn figures_in(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    query: &Query,
) -> Result<FigureSet> {
    Ok(answer(tx, app, actor, query, INDICATORS, true)?.0)
}

pub(super) fn known(code: &str) -> Result<&'static Indicator, Refusal> {
    indicators::find(code).ok_or_else(|| {
        Refusal::new(
            "unknown_indicator",
            format!("Không có chỉ tiêu “{code}”"),
            "Xem danh sách bằng: ketdoan figures --scope MÃ --period KỲ",
        )
    })
}

/// Refuses a code that names no indicator.
pub(crate) fn must_be_known(code: &str) -> Result<(), Refusal> {
    known(code).map(drop)
}

pub(super) fn answer(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    query: &Query,
    indicators: &[Indicator],
    with_populations: bool,
) -> Result<(FigureSet, Sums)> {
    let scope = resolve(tx, app, &query.scope)?;
    app.must_reach(tx, actor, "figures.read", scope.id, query.days().last())?;
    let known_to = known_to(tx, app, query.known_at)?;
    let ground =
        if query.is_plain() { None } else { Some(fold::ground(tx, app, scope.id, known_to)?) };
    let sums = match &ground {
        Some(ground) => fold::folded(tx, app, scope.id, query, ground)?,
        None => kept(tx, app, &scope, query)?,
    };
    let mut targets = store::targets(tx, app.federation, scope.id, query.period, known_to)?;
    let same_whole = ground
        .as_ref()
        .is_none_or(|ground| fold::is_same_whole(ground, query, scope.id, app.today()));
    let is_of_the_same = same_whole && !query.is_of_a_column();
    let targets_withheld = !is_of_the_same && targets.iter().any(|target| target.value.is_some());
    if !is_of_the_same {
        targets.clear();
    }
    let state = state_of(&scope, query);
    let mut figures: Vec<Figure> = indicators
        .iter()
        .map(|indicator| figure_of(indicator, &sums, &targets, query, state))
        .collect();
    let mut notes = notes(tx, app, &scope, query, ground.as_ref())?;
    if with_populations && query.is_plain() && !query.is_of_a_column() {
        populations::tell(tx, app, &scope, query, &mut figures, &mut notes)?;
    }
    populations::set_beside(tx, app, &scope, query, known_to, &mut figures)?;
    if targets_withheld {
        notes.push(why_withheld(query).to_owned());
    }
    let set = FigureSet {
        scope: scope.code.clone(),
        scope_name: scope.name.clone(),
        period: query.period.code(),
        as_of: query.days().last().to_string(),
        known_at: query.known_at.map(Instant::iso),
        view: query.view.code(),
        block: query.block.map(Block::code),
        kind: query.kind.map(UnitKind::code),
        targets_withheld,
        figures,
        notes,
    };
    Ok((set, sums))
}

/// A part is never measured against what was asked of the whole.
fn why_withheld(query: &Query) -> &'static str {
    if query.is_of_a_column() {
        "Chỉ tiêu giao cho cả phạm vi, không giao cho riêng khối hay loại hình này, nên không so ở đây."
    } else {
        "Chỉ tiêu giao cho phạm vi như lúc đó; cách nhìn này tính những đơn vị khác, nên không so với chỉ tiêu."
    }
}

pub(super) fn resolve(tx: &mut Tx<'_>, app: &App, code: &str) -> Result<Scope> {
    let state = units::load_by_code(tx, app.federation, code)?;
    let external = state.is_external();
    let units::UnitState { id, code, name, opened_on, ended_on, .. } = state;
    Ok(Scope { id, code, name, opened_on, ended_on, external })
}

pub(super) fn known_to(tx: &mut Tx<'_>, app: &App, at: Option<Instant>) -> Result<i64> {
    at.map_or(Ok(i64::MAX), |at| store::batch_known_at(tx, app.federation, at))
}

/// The sums of a question, by the shortest way that gives them exactly.
pub(super) fn sums(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    known_to: i64,
) -> Result<Sums> {
    if query.is_plain() {
        return kept(tx, app, scope, query);
    }
    let ground = fold::ground(tx, app, scope.id, known_to)?;
    fold::folded(tx, app, scope.id, query, &ground)
}

/// The sums of a plain question, from the roll-up or the unit's own postings.
fn kept(tx: &mut Tx<'_>, app: &App, scope: &Scope, query: &Query) -> Result<Sums> {
    if store::keeps_rollup(tx, app.federation, scope.id)? {
        store::rolled(tx, app.federation, scope.id, query.days())
    } else {
        store::own(tx, app.federation, scope.id, query.days())
    }
}

/// Only what was there can be asked as it was. The other views ask of the units, wherever they stood then.
fn state_of(scope: &Scope, query: &Query) -> State {
    let days = query.days();
    let stood = query.view != View::Was
        || (scope.opened_on < days.to && scope.ended_on.is_none_or(|ended| ended >= days.from));
    if scope.external || !stood { State::NotApplicable } else { State::Value }
}

fn figure_of(
    indicator: &Indicator,
    sums: &Sums,
    targets: &[store::Target],
    query: &Query,
    state: State,
) -> Figure {
    let value = (state == State::Value).then(|| indicator.value(sums, |class| query.passes(class)));
    // The narrowest period that holds the question's; of two decisions for one period the later one.
    let target = targets
        .iter()
        .enumerate()
        .filter(|(_, target)| target.indicator == indicator.code)
        .min_by_key(|(place, target)| {
            (target.period.to.since(target.period.from), std::cmp::Reverse(*place))
        })
        .and_then(|(_, target)| Some((target.value?, target.period)));
    let ratio = value
        .zip(target)
        .filter(|(_, (planned, _))| *planned > 0)
        .map(|(done, (planned, _))| [done, planned]);
    let fraction =
        ratio.and_then(|[done, planned]| vietnamese::number::Fraction::new(done, planned));
    Figure {
        indicator: indicator.code,
        name: indicator.name.vi,
        state,
        value,
        target: target.map(|(planned, _)| planned),
        ratio,
        percent: fraction.map(|each| each.percent_machine(2)),
        percent_vi: fraction.map(|each| each.percent_text(2)),
        remaining: value.zip(target).map(|(done, (planned, _))| (planned - done).max(0)),
        pace: target.map(|(planned, period)| pace(planned, period, query.days())),
        target_period: target.map(|(_, period)| period.code()),
        population: None,
        stated: None,
    }
}

/// What an even pace would have done by the end of the question's days, rounded half-up.
fn pace(planned: i64, whole: Period, days: Period) -> i64 {
    let total = i64::from(whole.to.since(whole.from)).max(1);
    let gone = i64::from(days.to.min(whole.to).since(whole.from)).clamp(0, total);
    (planned * gone * 2 + total) / (total * 2)
}

fn notes(
    tx: &mut Tx<'_>,
    app: &App,
    scope: &Scope,
    query: &Query,
    ground: Option<&fold::Ground>,
) -> Result<Vec<String>> {
    let mut notes = Vec::new();
    if scope.external {
        notes.push(format!("{} có sổ riêng ở nơi khác; không hỏi số liệu ở đây.", scope.name));
    }
    if let Some(ended) =
        scope.ended_on.filter(|ended| *ended < query.days().to || query.view != View::Was)
    {
        notes.push(format!("{} đã kết thúc ngày {}.", scope.name, ended.vi()));
    }
    if let Some(ground) = ground.filter(|_| query.view != View::Was && !scope.external) {
        let out = like::left_out(tx, app, scope, query, ground)?;
        notes.extend(like::explain(&out, query.view));
        notes.extend(like::explain_the_past(tx, app, scope, query, ground)?);
    }
    Ok(notes)
}

/// Indicators of a question by block, or by kind of unit. The columns add up to the total.
pub fn breakdown(
    app: &App,
    actor: &Actor,
    query: &Query,
    codes: &[&str],
    by_kind: bool,
) -> Result<Vec<Column>> {
    app.allow(actor, "figures.read")?;
    let indicators = codes.iter().map(|code| known(code)).collect::<Result<Vec<_>, _>>()?;
    app.db.read(|tx| {
        let scope = resolve(tx, app, &query.scope)?;
        app.must_reach(tx, actor, "figures.read", scope.id, query.days().last())?;
        let known_to = known_to(tx, app, query.known_at)?;
        let sums = sums(tx, app, &scope, query, known_to)?;
        Ok(columns(&sums, query, &indicators, by_kind))
    })
}

/// The columns that have anything in them, each with its values in the order of the indicators.
fn columns(sums: &Sums, query: &Query, indicators: &[&Indicator], by_kind: bool) -> Vec<Column> {
    let row = |code, name, passes: &dyn Fn(Class) -> bool| {
        let value =
            |each: &&Indicator| each.value(sums, |class| passes(class) && query.passes(class));
        (code, name, indicators.iter().map(value).collect::<Vec<i64>>())
    };
    let mut columns: Vec<Column> = if by_kind {
        let each =
            |kind: &UnitKind| row(kind.code(), kind.name().vi, &|class: Class| class.kind == *kind);
        UnitKind::ALL.iter().map(each).collect()
    } else {
        let each = |block: &Block| {
            row(block.code(), block.name().vi, &|class: Class| class.block == *block)
        };
        Block::ALL.iter().map(each).collect()
    };
    columns.retain(|(_, _, values)| values.iter().any(|value| *value != 0));
    columns
}

/// An indicator of flows month by month over a year, for a scope that keeps a roll-up; months without anything are 0.
pub fn monthly(
    app: &App,
    actor: &Actor,
    scope: Id,
    indicator: &str,
    year: i16,
) -> Result<Vec<i64>> {
    app.allow(actor, "figures.read")?;
    let accounts = known(indicator)?.accounts();
    let first = i32::from(year) * 100 + 1;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "figures.read", scope, app.today())?;
        let mut months = vec![0; 12];
        for account in accounts {
            for (month, quantity) in
                store::by_month(tx, app.federation, scope, account, (first, first + 12))?
            {
                months[((month - first) as usize).min(11)] += quantity;
            }
        }
        Ok(months)
    })
}

/// The head of the chain, for the foot of every page and document.
pub fn head(app: &App) -> Result<Head> {
    app.db.read(|tx| {
        let (number, seq, recorded_at, hash) = store::head(tx, app.federation)?;
        let hash = hash.chars().take(12).collect();
        Ok(Head { number, seq, recorded_at: Instant(recorded_at).vi(), hash })
    })
}
