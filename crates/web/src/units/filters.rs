//! What a list of units is narrowed to, as the address writes it and as the page offers it.

use domain::units::{Lives, UnitFilter};
use kernel::{Block, Text, UnitKind};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame;
use crate::site::Visit;
use crate::words as common;

/// The lives, their codes in the address and their names.
const LIVES: [(Lives, &str, Text); 3] = [
    (Lives::Open, "", words::LIVES_OPEN),
    (Lives::Ended, "ended", words::LIVES_ENDED),
    (Lives::Either, "all", words::LIVES_EITHER),
];

/// A filter with the fields of the address that tell it, beside those of the question.
pub(super) struct Filters {
    pub(super) filter: UnitFilter,
    pub(super) deep: bool,
}

impl Filters {
    /// Reads the address; what it does not know means nothing.
    pub(super) fn read(visit: &Visit, question: &Question) -> Self {
        let lives = visit.raw.get("lives").unwrap_or_default();
        let lives = LIVES.iter().find(|(_, code, _)| *code == lives);
        let filter = UnitFilter {
            kind: question.kind,
            block: question.block,
            lives: lives.map_or(Lives::Open, |(lives, _, _)| *lives),
            memberless: visit.raw.get("empty").is_some(),
        };
        Self { filter, deep: visit.raw.get("deep").is_some() }
    }

    /// The fields that are not the question's own.
    pub(super) fn fields(&self) -> Vec<(&'static str, &'static str)> {
        let mut fields = Vec::new();
        if let Some((_, code, _)) =
            LIVES[1..].iter().find(|(each, _, _)| *each == self.filter.lives)
        {
            fields.push(("lives", *code));
        }
        if self.filter.memberless {
            fields.push(("empty", "1"));
        }
        if self.deep {
            fields.push(("deep", "1"));
        }
        fields
    }

    /// Whether anything is left out.
    pub(super) fn is_narrow(&self) -> bool {
        self.filter != UnitFilter::default()
    }
}

/// The form that narrows the list; it works by the address alone.
pub(super) fn form(question: &Question, filters: &Filters) -> Markup {
    let say = question.say;
    let kept = question.whole();
    let kinds = UnitKind::ALL.iter().map(|kind| (kind.code(), kind.name()));
    let blocks = Block::ALL.iter().map(|block| (block.code(), block.name()));
    let lives = LIVES.iter().map(|(_, code, name)| (*code, *name));
    let lives_now = LIVES.iter().find(|(each, _, _)| *each == filters.filter.lives);
    html! {
        form.tools.narrow action="/units" method="get" aria-label=(say.text(words::FILTERS)) {
            (frame::hidden(&kept))
            (choice(question, ("kind", common::KIND), Some(words::ANY_KIND), kinds,
                filters.filter.kind.map_or("", UnitKind::code)))
            (choice(question, ("block", words::BLOCK), Some(words::ANY_BLOCK), blocks,
                filters.filter.block.map_or("", Block::code)))
            (choice(question, ("lives", words::LIVES), None, lives, lives_now.map_or("", |(_, code, _)| code)))
            (tick(question, "empty", words::MEMBERLESS, filters.filter.memberless))
            (tick(question, "deep", words::ALL_LEVELS, filters.deep))
            button.btn { (say.text(words::FILTER)) }
        }
    }
}

fn choice(
    question: &Question,
    (name, label): (&str, Text),
    any: Option<Text>,
    choices: impl Iterator<Item = (&'static str, Text)>,
    now: &str,
) -> Markup {
    let say = question.say;
    html! {
        label.pick-one { span.vh { (say.text(label)) }
            select name=(name) {
                @if let Some(any) = any { option value="" { (say.text(any)) } }
                @for (code, text) in choices { option value=(code) selected[code == now] { (say.text(text)) } }
            }
        }
    }
}

fn tick(question: &Question, name: &str, label: Text, now: bool) -> Markup {
    html! {
        label.tick { input type="checkbox" name=(name) value="1" checked[now]; " " (question.say.text(label)) }
    }
}
