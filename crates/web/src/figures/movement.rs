//! Movement: opening, each increase, each decrease, closing, and whether they balance.

use domain::figures::{Figure, FigureSet, Indicator};
use kernel::Text;
use maud::{Markup, html};

use super::answers::{self, Side, family, side};
use crate::address::Question;
use crate::parts::{FlowScale, door, fig, flow, number_link};
use crate::say::{MINUS, Say};
use crate::words;

/// A stock whose movement is told.
#[derive(Clone, Copy)]
pub(super) struct Stock {
    prefix: &'static str,
    title: Text,
    pub(super) anchor: &'static str,
    /// Rows that are shown even when nothing happened: a reader expects to find them.
    always: &'static [&'static str],
}

/// Members.
pub(super) const MEMBERS: Stock = Stock {
    prefix: "members.",
    title: words::MOVEMENT_MEMBERS,
    anchor: "bien-dong-doan-vien",
    always: &[
        "members.admitted",
        "members.transferred_in",
        "members.transferred_out",
        "members.left",
    ],
};

/// Grassroots unions.
pub(super) const UNITS: Stock = Stock {
    prefix: "units.",
    title: words::MOVEMENT_UNITS,
    anchor: "bien-dong-don-vi",
    always: &["units.founded", "units.handed_over", "units.struck_off"],
};

/// A row with a change of the stock.
struct Change<'s> {
    figure: &'s Figure,
    /// What the row adds to the stock; a decrease is negative.
    change: i64,
}

/// The movement of members and of unions, for pages beside the overview.
pub(crate) fn both(question: &Question, set: &FigureSet) -> Markup {
    html! { (sheet(question, set, MEMBERS)) (sheet(question, set, UNITS)) }
}

/// The sheet.
pub(super) fn sheet(question: &Question, set: &FigureSet, stock: Stock) -> Markup {
    let say = question.say;
    let title = say.fill(stock.title, &[("period", &say.period(question.period))]);
    let changes = changes(set, stock);
    let (shown, silent): (Vec<&Change<'_>>, Vec<&Change<'_>>) = changes
        .iter()
        .partition(|row| row.change != 0 || stock.always.contains(&row.figure.indicator));
    let most = |sign: i64| shown.iter().map(|row| row.change * sign).max().unwrap_or(0).max(0);
    let scale = FlowScale { up: most(1), down: most(-1) };
    let opening = question.period.from;
    html! {
        section.sheet aria-labelledby=(stock.anchor) {
            header { h2 id=(stock.anchor) { (title) } }
            table.dense.moves {
                caption.vh { (title) }
                thead.vh { tr {
                    th scope="col" { (say.text(words::KIND_OF_MOVE)) }
                    th scope="col" { (say.text(words::BAR)) }
                    th scope="col" { (say.text(words::COUNT)) }
                } }
                tbody {
                    tr.sub { (end_row(question, set, stock, Side::Opening,
                        &say.fill(words::OPENING, &[("day", &say.day(opening))]))) }
                    @for row in &shown {
                        (change_row(question, row, scale))
                        @for part in parts_of(set, row.figure.indicator) { (part_row(question, part)) }
                    }
                }
                tfoot { tr { (end_row(question, set, stock, Side::Closing,
                    &say.fill(words::CLOSING, &[("day", &say.day(question.last_day()))]))) } }
            }
            div.pad.small {
                (balance(say, set, stock, &changes))
                (nothing_in(question, &silent))
            }
        }
    }
}

fn changes(set: &FigureSet, stock: Stock) -> Vec<Change<'_>> {
    let signed = |indicator: &Indicator| {
        let sign = match side(indicator) {
            Side::Increase => 1,
            Side::Decrease => -1,
            Side::Opening | Side::Closing | Side::Beside => return None,
        };
        let figure = answers::of(set, indicator.code)?;
        Some(Change { figure, change: figure.value? * sign })
    };
    family(stock.prefix).filter_map(signed).collect()
}

/// What stands besides a row as a part of it: the reasons of leaving, the new method of founding.
fn parts_of<'s>(set: &'s FigureSet, code: &str) -> impl Iterator<Item = &'s Figure> {
    let prefix = format!("{code}.");
    set.figures.iter().filter(move |figure| {
        figure.indicator.starts_with(&prefix) && figure.value.is_some_and(|value| value != 0)
    })
}

fn end_row(question: &Question, set: &FigureSet, stock: Stock, end: Side, label: &str) -> Markup {
    let figure = family(stock.prefix)
        .find(|indicator| side(indicator) == end)
        .and_then(|indicator| answers::of(set, indicator.code));
    html! {
        th scope="row" { (label) }
        td {}
        td.n { @if let Some(figure) = figure { (fig(question, figure)) } }
    }
}

fn change_row(question: &Question, row: &Change<'_>, scale: FlowScale) -> Markup {
    let say = question.say;
    let sign = if row.change < 0 { MINUS } else { '+' };
    html! {
        tr {
            th scope="row" { (answers::name(say, row.figure.indicator)) }
            td { (flow(row.change, scale)) }
            td.n {
                @if row.change != 0 { (sign) }
                (number_link(question, row.figure.indicator, row.change.abs()))
            }
        }
    }
}

fn part_row(question: &Question, figure: &Figure) -> Markup {
    html! {
        tr.kid.mut {
            th scope="row" { (answers::name(question.say, figure.indicator)) }
            td {}
            td.n { (fig(question, figure)) }
        }
    }
}

/// The sum worked out from the very figures above it.
fn balance(say: Say, set: &FigureSet, stock: Stock, changes: &[Change<'_>]) -> Markup {
    let end = |wanted| {
        let indicator = family(stock.prefix).find(|indicator| side(indicator) == wanted)?;
        answers::value(set, indicator.code)
    };
    let Some((opening, closing)) = end(Side::Opening).zip(end(Side::Closing)) else {
        return html! {};
    };
    let total =
        |keep: fn(&i64) -> bool| changes.iter().map(|row| row.change).filter(keep).sum::<i64>();
    let (up, down) = (total(|change| *change > 0), -total(|change| *change < 0));
    let rest = closing - (opening + up - down);
    let holds = rest == 0;
    let [o, u, d, c] = [opening, up, down, closing].map(|value| say.number(value));
    // Who moves between blocks or kinds within the scope is no increase of the scope, and yet changes the column.
    let is_column = set.block.is_some() || set.kind.is_some();
    if is_column && !holds {
        let (sign, moved) = (if rest < 0 { MINUS } else { '+' }, say.number(rest.abs()));
        let sum = format!("{o} + {u} − {d} {sign} {moved} = {c}");
        let told = say.fill(words::BETWEEN_COLUMNS, &[("n", &say.signed(rest)), ("sum", &sum)]);
        return html! { p { (told) } };
    }
    let sign = if holds { "=" } else { "≠" };
    let sum = format!("{o} + {u} − {d} {sign} {c}");
    html! {
        @if holds {
            p.good { i.i.i-check aria-hidden="true" {} " " (say.fill(words::BALANCES, &[("sum", &sum)])) }
        } @else {
            p.bad role="alert" { i.i.i-warn aria-hidden="true" {} " "
                (say.fill(words::DOES_NOT_BALANCE, &[("sum", &sum)])) }
        }
    }
}

/// Rows in which nothing happened, in one line; zero is an answer and leads to its trace too.
fn nothing_in(question: &Question, silent: &[&Change<'_>]) -> Markup {
    let say = question.say;
    html! {
        @if !silent.is_empty() {
            p.mut { (say.text(words::NOTHING_IN)) " "
                @for (place, row) in silent.iter().enumerate() {
                    @if place > 0 { "; " }
                    a.fig href=(door(question, row.figure.indicator)) {
                        (answers::name(say, row.figure.indicator))
                    }
                }
                "."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::figures::{INDICATORS, State};

    fn set(values: &[(&str, i64)]) -> FigureSet {
        let figure = |indicator: &Indicator| {
            let value = values.iter().find(|(code, _)| *code == indicator.code);
            Figure {
                indicator: indicator.code,
                name: indicator.name.vi,
                state: State::Value,
                value: Some(value.map_or(0, |(_, value)| *value)),
                target: None,
                ratio: None,
                percent: None,
                percent_vi: None,
                remaining: None,
                pace: None,
                target_period: None,
                population: None,
                stated: None,
            }
        };
        FigureSet {
            scope: "k".to_owned(),
            scope_name: "K".to_owned(),
            period: "2021".to_owned(),
            as_of: "2021-12-31".to_owned(),
            known_at: None,
            view: "was",
            block: None,
            kind: None,
            targets_withheld: false,
            figures: INDICATORS.iter().map(figure).collect(),
            notes: Vec::new(),
        }
    }

    fn told(values: &[(&str, i64)]) -> String {
        let set = set(values);
        balance(Say::default(), &set, MEMBERS, &changes(&set, MEMBERS)).into_string()
    }

    #[test]
    fn the_tick_is_worked_out_from_the_figures_and_not_taken_on_trust() {
        let right = [("members.opening", 60), ("members.admitted", 6), ("members.left", 2)];
        let closing = |value| [right.as_slice(), &[("members.closing", value)]].concat();
        assert!(
            told(&closing(64)).contains("Khớp: đầu kỳ + tăng − giảm = cuối kỳ (60 + 6 − 2 = 64)")
        );
        assert!(told(&closing(63)).contains("Không khớp: 60 + 6 − 2 ≠ 63"));
    }

    #[test]
    fn of_one_block_what_went_to_another_is_told_and_is_no_fault_of_the_books() {
        let values = [("members.opening", 225), ("members.left", 14), ("members.closing", 210)];
        let whole = set(&values);
        let column = FigureSet { block: Some("hcsn"), ..set(&values) };
        let say = Say::default();
        let told =
            |set: &FigureSet| balance(say, set, MEMBERS, &changes(set, MEMBERS)).into_string();
        assert!(told(&whole).contains("Không khớp"));
        assert!(told(&column).contains("Phần còn lại (−1)"), "{}", told(&column));
        assert!(told(&column).contains("225 + 0 − 14 − 1 = 210"), "{}", told(&column));
    }

    #[test]
    fn an_increase_that_was_taken_back_counts_as_a_decrease() {
        let values = [("members.opening", 5), ("members.in_transit", -2), ("members.closing", 7)];
        assert!(told(&values).contains("5 + 2 − 0 = 7"));
    }
}
