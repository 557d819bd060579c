//! A unit's life as a time line: what happened, when, by which decision; the day being viewed marked.

use domain::units::{EventTold, Paper, Profile};
use kernel::{Day, Text};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::say::Say;
use crate::words as common;

/// What happened, in words, by the stable code of the event.
const NAMES: &[(&str, Text)] = &[
    ("founded", Text::new("Thành lập", "Founded")),
    ("brought_forward", Text::new("Đưa vào sổ ban đầu", "Brought forward")),
    ("formed", Text::new("Lập do chia, tách, hợp nhất", "Formed from others")),
    ("external", Text::new("Ghi là đơn vị ngoài sổ", "Written down as kept elsewhere")),
    ("renamed", Text::new("Đổi tên", "Renamed")),
    ("reclassified", Text::new("Đổi loại hình, khối", "Reclassified")),
    ("suspended", Text::new("Tạm ngừng hoạt động", "Suspended")),
    ("resumed", Text::new("Hoạt động trở lại", "Taken up again")),
    ("handed_over", Text::new("Bàn giao", "Handed over")),
    ("moved", Text::new("Sắp xếp lại cấp quản lý", "Moved under another superior")),
    (
        "merged",
        Text::new("Kết thúc, đoàn viên về đơn vị kế tục", "Ended, members went to successors"),
    ),
    ("struck_off", Text::new("Xóa tên", "Struck off")),
    ("dissolved", Text::new("Giải thể, chấm dứt hoạt động", "Dissolved")),
    ("restored", Text::new("Khôi phục", "Restored")),
];

/// The name of an event by its code.
pub(crate) fn event_name(say: Say, code: &str) -> &str {
    NAMES.iter().find(|(known, _)| *known == code).map_or(code, |(_, text)| say.text(*text))
}

/// The name of an event.
pub(super) fn name_of(say: Say, event: &EventTold) -> String {
    let name = event_name(say, &event.kind);
    match &event.at {
        // Somebody else's ending whose members came here.
        Some((_, other)) => format!("{}: {other}", say.text(RECEIVED)),
        None => name.to_owned(),
    }
}

const RECEIVED: Text =
    Text::new("Nhận đoàn viên của đơn vị kết thúc", "Received the members of a unit that ended");

/// A paper as number and day.
pub(super) fn cite(say: Say, paper: &Paper) -> Markup {
    html! {
        span.nb { (paper.number) }
        @if let Some(day) = paper.issued_on { " (" (say.day(day)) ")" }
    }
}

/// A unit's record of a code and name as a link.
pub(super) fn door(question: &Question, (code, name): &(String, String)) -> Markup {
    html! { a lang=[question.say.foreign()] href=(super::record_door(question, code)) { (name) } }
}

/// Whether an event changed the organisation.
fn is_key(event: &EventTold) -> bool {
    !matches!(&*event.kind, "suspended" | "resumed" | "brought_forward" | "external")
}

fn line(question: &Question, event: &EventTold, day: Day) -> Markup {
    let say = question.say;
    let class = match (event.on > day, is_key(event)) {
        (true, _) => "later",
        (false, true) => "key",
        (false, false) => "",
    };
    html! {
        li class=[Some(class).filter(|class| !class.is_empty())] {
            time datetime=(event.on.to_string()) { (say.day(event.on)) }
            div {
                b { (name_of(say, event)) }
                @if event.is_reversed { " " span.tag.flat { (say.text(words::TAKEN_BACK)) } }
                small {
                    @for (place, other) in event.others.iter().enumerate() {
                        @if place > 0 { ", " } @else { "→ " } (door(question, other))
                    }
                    @if let Some(members) = event.members {
                        @if !event.others.is_empty() { " · " }
                        (say.fill(words::WITH_MEMBERS, &[("n", &say.number(members))]))
                    }
                    @if let Some(reason) = &event.reason { " · " span lang="vi" { (reason) } }
                    @if let Some(paper) = &event.document { " · " (cite(say, paper)) }
                }
            }
        }
    }
}

/// The line, the newest first; at most so many of what is past.
pub(super) fn line_of(question: &Question, profile: &Profile, most: usize) -> Markup {
    let say = question.say;
    let day = question.last_day();
    let newest = || profile.events.iter().rev();
    let now = say.fill(words::NOW_VIEWING, &[("day", &say.day(day))]);
    html! {
        @if profile.events.is_empty() { p.mut { (say.text(words::NO_HISTORY)) } }
        ol.tl {
            @for event in newest().filter(|event| event.on > day) { (line(question, event, day)) }
            li.now { span { (now) } }
            @for event in newest().filter(|event| event.on <= day).take(most) { (line(question, event, day)) }
        }
    }
}

/// From which day to which, in words; an open end is left out.
pub(super) fn span(say: Say, from: Day, to: Option<Day>) -> String {
    let first = say.day(from);
    match to {
        Some(to) => say.fill(words::FROM_TO, &[("from", &first), ("to", &say.day(to))]),
        None => say.fill(words::SINCE, &[("day", &first)]),
    }
}

/// The day a unit ended, in words.
pub(super) fn ended(say: Say, day: Day) -> String {
    say.fill(common::ENDED_ON, &[("day", &say.day(day))])
}
