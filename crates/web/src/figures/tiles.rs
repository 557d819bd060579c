//! The strip of main figures at the top of the overview.

use domain::figures::{Figure, FigureSet};
use maud::{Markup, html};

use super::answers;
use super::movement::MEMBERS;
use crate::address::Question;
use crate::parts::{door, fig, number_link};
use crate::say::Say;
use crate::words;

/// Members, unions, admitted, founded, women: each with one line of context. `page` is where the movement of members
/// stands; empty where it is this page.
pub(crate) fn strip(question: &Question, set: &FigureSet, page: &str) -> Markup {
    html! {
        dl.figs aria-label=(question.say.text(words::MAIN_FIGURES)) {
            (tile(question, set, words::MEMBERS, "members.closing", &change(question, set, page)))
            (tile(question, set, words::UNIONS, "units.closing", &came_and_went(question, set)))
            (tile(question, set, words::ADMITTED, "members.admitted", &reached(question, set, "members.admitted")))
            (tile(question, set, words::FOUNDED, "units.founded", &reached(question, set, "units.founded")))
            (tile(question, set, words::WOMEN, "members.closing.women", &share_of_women(question, set)))
        }
    }
}

fn tile(
    question: &Question,
    set: &FigureSet,
    label: kernel::Text,
    code: &str,
    context: &Markup,
) -> Markup {
    html! {
        @if let Some(figure) = answers::of(set, code) {
            div {
                dt { (question.say.text(label)) }
                dd.big { (fig(question, figure)) }
                dd { (context) }
            }
        }
    }
}

/// The change of the stock leads to the movement that made it.
fn change(question: &Question, set: &FigureSet, page: &str) -> Markup {
    let say = question.say;
    let values = answers::value(set, "members.opening").zip(answers::value(set, "members.closing"));
    let Some((opening, closing)) = values else { return html! {} };
    let text = match closing - opening {
        0 => say.text(words::UNCHANGED).to_owned(),
        up if up > 0 => say.fill(words::ROSE, &[("n", &say.number(up))]),
        down => say.fill(words::FELL, &[("n", &say.number(-down))]),
    };
    let movement = format!("{page}#{}", MEMBERS.anchor);
    html! { a.fig href=(movement) { (text) } }
}

fn came_and_went(question: &Question, set: &FigureSet) -> Markup {
    let say = question.say;
    let ways = [("units.founded", words::FOUNDED_IN), ("units.struck_off", words::STRUCK_OFF_IN)];
    html! {
        @for (place, (code, label)) in ways.into_iter().enumerate() {
            @if let Some(value) = answers::value(set, code) {
                @if place > 0 { " · " }
                (say.text(label)) " " (number_link(question, code, value))
            }
        }
    }
}

/// A ratio leads to where it is written out exactly.
fn reached(question: &Question, set: &FigureSet, code: &str) -> Markup {
    let say = question.say;
    html! {
        @if let Some(figure) = answers::of(set, code).filter(|_| !set.targets_withheld) {
            @if figure.ratio.is_some() {
                a.fig href=(door(question, code)) { (target_line(say, figure)) }
            } @else { (target_line(say, figure)) }
        }
    }
}

/// `chỉ tiêu 2.500 · đạt 133,4%`.
fn target_line(say: Say, figure: &Figure) -> String {
    match (figure.target, say.percent(figure)) {
        (Some(target), Some(percent)) => {
            let target = say.number(target);
            say.fill(words::TARGET_REACHED, &[("target", &target), ("percent", &percent)])
        }
        (Some(0), None) => say.text(words::ZERO_TARGET).to_owned(),
        _ => say.text(words::NO_TARGET_SET).to_owned(),
    }
}

fn share_of_women(question: &Question, set: &FigureSet) -> Markup {
    let say = question.say;
    let women = answers::value(set, "members.closing.women");
    let share = women.zip(answers::value(set, "members.closing"));
    let percent = share.and_then(|(women, all)| say.share(women, all));
    html! {
        @if let Some(percent) = percent {
            a.fig href=(door(question, "members.closing")) {
                (say.fill(words::OF_MEMBERS, &[("percent", &percent)]))
            }
        }
    }
}
