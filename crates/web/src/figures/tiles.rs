//! The strip of main figures at the top of the overview.

use domain::figures::{Figure, FigureSet};
use maud::{Markup, html};

use super::answers;
use crate::address::Question;
use crate::parts::{fig, number_link};
use crate::say::Say;
use crate::words;

/// Members, unions, admitted, founded, women: each with one line of context.
pub(super) fn strip(question: &Question, set: &FigureSet) -> Markup {
    let say = question.say;
    html! {
        dl.figs aria-label=(say.text(words::MAIN_FIGURES)) {
            (tile(question, set, words::MEMBERS, "members.closing", &change(say, set)))
            (tile(question, set, words::UNIONS, "units.closing", &came_and_went(question, set)))
            (tile(question, set, words::ADMITTED, "members.admitted", &reached(say, set, "members.admitted")))
            (tile(question, set, words::FOUNDED, "units.founded", &reached(say, set, "units.founded")))
            (tile(question, set, words::WOMEN, "members.closing.women", &share_of_women(say, set)))
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

fn change(say: Say, set: &FigureSet) -> Markup {
    let values = answers::value(set, "members.opening").zip(answers::value(set, "members.closing"));
    let Some((opening, closing)) = values else { return html! {} };
    let text = match closing - opening {
        0 => say.text(words::UNCHANGED).to_owned(),
        up if up > 0 => say.fill(words::ROSE, &[("n", &say.number(up))]),
        down => say.fill(words::FELL, &[("n", &say.number(-down))]),
    };
    html! { (text) }
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

fn reached(say: Say, set: &FigureSet, code: &str) -> Markup {
    let figure = answers::of(set, code);
    html! { (figure.map(|figure| target_line(say, figure)).unwrap_or_default()) }
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

fn share_of_women(say: Say, set: &FigureSet) -> Markup {
    let women = answers::value(set, "members.closing.women");
    let share = women.zip(answers::value(set, "members.closing"));
    let percent = share.and_then(|(women, all)| say.share(women, all));
    html! { @if let Some(percent) = percent { (say.fill(words::OF_MEMBERS, &[("percent", &percent)])) } }
}
