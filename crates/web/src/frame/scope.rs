//! The scope switcher: which unit, period, day and view; a plain form whose answer is in the address.

use kernel::{Day, Period, Text};
use ledger::views::View;
use maud::{Markup, html};

use crate::address::{Question, VIEWS};
use crate::problem::Fault;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words;

/// The name of a view and the sentence that explains it.
fn view_words(view: View) -> (Text, Text) {
    match view {
        View::Was => (words::WAS, words::WAS_HINT),
        View::Now => (words::NOW, words::NOW_HINT),
        View::Like => (words::LIKE, words::LIKE_HINT),
    }
}

/// The name of a view.
pub(crate) fn view_name(say: Say, view: View) -> &'static str {
    say.text(view_words(view).0)
}

/// The sentence that explains a view.
pub(crate) fn view_hint(say: Say, view: View) -> &'static str {
    say.text(view_words(view).1)
}

/// The two-line bar that opens into the form, without any script.
pub(super) fn switcher(visit: &Visit, question: &Question, place: &Place) -> Markup {
    let say = question.say;
    let (period, day) = (say.period(question.period), say.day(question.last_day()));
    let view = view_name(say, question.view);
    let name = &*place.card.name;
    let above = place.card.managers.first().map_or("", |(_, _, name)| name);
    html! {
        details.scope {
            summary {
                span.vh { (say.text(words::NOW_SEEING)) }
                span.c.first { small lang=[say.foreign()] { (above) } b lang=[say.foreign()] { (name) } }
                span.c.off-phone { small { (say.text(words::PERIOD)) } b { (period) } }
                span.c.day { small { (say.text(words::TO_THE_END_OF)) } b { (day) } }
                span.c.off-phone { small { (say.text(words::VIEW)) } b { (view) } }
                span.vh { (say.text(words::PRESS_TO_CHANGE)) }
            }
            (panel(visit, question, Some(place), &[], "panel grid g2"))
        }
    }
}

/// The form in the page itself: where something in the address cannot be used.
pub(crate) fn form(visit: &Visit, question: &Question, faults: &[Fault]) -> Markup {
    html! { section.sheet { (panel(visit, question, None, faults, "pad grid g2")) } }
}

fn panel(
    visit: &Visit,
    question: &Question,
    place: Option<&Place>,
    faults: &[Fault],
    class: &str,
) -> Markup {
    let say = question.say;
    html! {
        form class=(class) method="get" action=(visit.path) aria-label=(say.text(words::CHANGE_SCOPE)) {
            div.gap {
                (unit_field(visit, question, place, faults))
                (period_field(visit, question, faults))
            }
            div.gap {
                (day_field(visit, question, faults))
                (view_field(question, faults))
                (known_field(visit, question, faults))
            }
            div.acts {
                @if say != Say::default() { input type="hidden" name="lang" value=(say.code()); }
                @if let Some(block) = question.block { input type="hidden" name="block" value=(block.code()); }
                @if let Some(kind) = question.kind { input type="hidden" name="kind" value=(kind.code()); }
                button.btn.main { (say.text(words::SHOW)) }
                a.btn.bare href=(Question::plain(question.today, say).to("/")) {
                    (say.text(words::START_AGAIN))
                }
            }
        }
    }
}

fn error_of(faults: &[Fault], field: &str) -> Markup {
    let fault = faults.iter().find(|fault| fault.field == field);
    html! { @if let Some(fault) = fault { span.err id={ "e-" (field) } { (fault.message) } } }
}

fn invalid(faults: &[Fault], field: &str) -> Option<&'static str> {
    faults.iter().any(|fault| fault.field == field).then_some("true")
}

/// What a field is described by: its error first, when it has one, then its hint.
fn described(faults: &[Fault], field: &str) -> String {
    let hint = format!("h-{field}");
    if invalid(faults, field).is_some() { format!("e-{field} {hint}") } else { hint }
}

fn unit_field(
    visit: &Visit,
    question: &Question,
    place: Option<&Place>,
    faults: &[Fault],
) -> Markup {
    let say = question.say;
    let shown = place.map_or_else(|| visit.raw.get("unit").unwrap_or(""), |place| &place.card.name);
    // A form of the page below the bar may ask for a unit too.
    let (id, hint) = if place.is_some() { ("s-unit", "hs-unit") } else { ("f-unit", "h-unit") };
    let told = described(faults, "unit").replace("h-unit", hint);
    html! {
        div.field {
            label for=(id) { (say.text(words::UNIT)) }
            span.hint id=(hint) { (say.text(words::UNIT_HINT)) }
            (error_of(faults, "unit"))
            div.combo data-units=(say.text(words::MATCHING_UNITS)) {
                input id=(id) name="unit" value=(shown) autocomplete="off" maxlength="300"
                    aria-describedby=(told) aria-invalid=[invalid(faults, "unit")];
            }
            @if let Some(place) = place { input type="hidden" name="at" value=(place.card.code); }
        }
        @let above = place.map(|place| place.above(&visit.actor)).unwrap_or_default();
        @if above.iter().any(|each| each.is_reached) {
            div.field {
                span.hint { (say.text(words::ABOVE_AND_BELOW)) }
                span.chips {
                    @for each in above.iter().rev().filter(|each| each.is_reached) {
                        a.chip.plain lang=[say.foreign()] href=(question.of_unit(each.code).to(&visit.path)) { (each.name) }
                    }
                }
            }
        }
    }
}

fn period_field(visit: &Visit, question: &Question, faults: &[Fault]) -> Markup {
    let say = question.say;
    let shown = visit.raw.get("period").map_or_else(|| question.period.code(), str::to_owned);
    html! {
        div.field {
            label for="f-period" { (say.text(words::PERIOD)) }
            span.hint id="h-period" { (say.text(words::PERIOD_HINT)) }
            (error_of(faults, "period"))
            input.w16 id="f-period" name="period" value=(shown) autocomplete="off" maxlength="40"
                aria-describedby=(described(faults, "period")) aria-invalid=[invalid(faults, "period")];
        }
        div.field {
            span.hint { (say.text(words::QUICK_PERIODS)) }
            span.chips {
                @for period in quick_periods(question) {
                    @let current = (period == question.period).then_some("true");
                    a.chip.plain href=(question.in_period(period).to(&visit.path)) aria-current=[current] {
                        (say.period(period))
                    }
                }
            }
        }
    }
}

/// The year asked about and its neighbours, its halves and quarters.
fn quick_periods(question: &Question) -> Vec<Period> {
    let year = question.period.from.year();
    let years = [year.saturating_sub(1), year, year.saturating_add(1)];
    let this_year = question.today.year();
    let whole =
        years.into_iter().filter(|each| *each <= this_year.max(year)).filter_map(Period::year);
    let parts = ["H1", "H2", "Q1", "Q2", "Q3", "Q4"];
    let parts = parts.iter().filter_map(|part| Period::parse(&format!("{year:04}-{part}")).ok());
    whole.chain(parts.filter(|part| part.from <= question.today)).collect()
}

fn day_field(visit: &Visit, question: &Question, faults: &[Fault]) -> Markup {
    let say = question.say;
    let typed = ["d", "m", "y"].map(|field| visit.raw.get(field).unwrap_or("").to_owned());
    let shown = question.as_of.map_or(typed, |day| {
        let date = day.date();
        [i16::from(date.day()), i16::from(date.month()), date.year()].map(|part| part.to_string())
    });
    let labels = [words::DAY, words::MONTH, words::YEAR].map(|label| say.text(label));
    let bad = invalid(faults, "d");
    html! {
        fieldset.field aria-describedby=(described(faults, "d")) {
            legend { (say.text(words::AS_OF_DAY)) }
            span.hint id="h-d" { (say.text(words::AS_OF_HINT)) }
            (error_of(faults, "d"))
            span.date3 {
                @for ((name, label), value) in ["d", "m", "y"].iter().zip(labels).zip(&shown) {
                    label { (label)
                        input class=(if *name == "y" { "w8" } else { "w4" }) id={ "f-" (name) } name=(name)
                            inputmode="numeric" maxlength="10" autocomplete="off" value=(value)
                            aria-invalid=[bad];
                    }
                }
            }
            span.chips {
                @for (label, day) in quick_days(question) {
                    @let there = Question { as_of: Some(day), ..question.clone() };
                    a.chip.plain href=(there.to(&visit.path)) { (say.text(label)) }
                }
            }
        }
    }
}

/// Today, the end of the last month, the end of the period: those that lie in the period asked about.
fn quick_days(question: &Question) -> Vec<(Text, Day)> {
    let month_end = question.today.month().first_day().previous();
    let days = [
        (words::TODAY, question.today),
        (words::LAST_MONTH_END, month_end),
        (words::PERIOD_END, question.period.last()),
    ];
    days.into_iter().filter(|(_, day)| question.period.contains(*day)).collect()
}

fn view_field(question: &Question, faults: &[Fault]) -> Markup {
    let say = question.say;
    html! {
        fieldset.field id="f-view" {
            legend { (say.text(words::VIEW)) }
            (error_of(faults, "view"))
            @for view in VIEWS {
                label.pick {
                    input type="radio" name="view" value=(view.code()) checked[view == question.view];
                    span { (view_name(say, view)) small { (view_hint(say, view)) } }
                }
            }
        }
    }
}

fn known_field(visit: &Visit, question: &Question, faults: &[Fault]) -> Markup {
    let say = question.say;
    let shown = visit.raw.get("known_at").unwrap_or("");
    html! {
        details.more open[!shown.is_empty()] {
            summary { (say.text(words::KNOWN_AT_MORE)) }
            div.field {
                label for="f-known_at" { (say.text(words::KNOWN_AT)) }
                span.hint id="h-known_at" { (say.text(words::KNOWN_AT_HINT)) }
                (error_of(faults, "known_at"))
                input.w16 id="f-known_at" name="known_at" value=(shown) autocomplete="off" maxlength="40"
                    aria-describedby=(described(faults, "known_at"))
                    aria-invalid=[invalid(faults, "known_at")];
            }
        }
    }
}

/// The question as hidden fields, for forms that ask something else of the same place.
pub(crate) fn hidden(question: &Question) -> Markup {
    let address = question.to("/");
    let fields = address.split_once('?').map_or("", |(_, fields)| fields);
    html! {
        @for (name, value) in form_urlencoded::parse(fields.as_bytes()) {
            input type="hidden" name=(name) value=(value);
        }
    }
}
