//! The menu: every page that stands by itself, shown to who may open it.

use kernel::{Power, Text};
use maud::{Markup, html};

use super::Frame;
use crate::tasks::badge;
use crate::words;

/// An entry: where it leads, its name, the power without which it is not shown.
struct Entry(&'static str, Text, Option<Power>);

/// The groups of the menu in order.
const GROUPS: &[(Option<Text>, &[Entry])] = &[
    (
        None,
        &[
            Entry("/", words::OVERVIEW, Some(Power::ReadFigures)),
            Entry("/tasks", words::MY_TASKS, Some(Power::ReadFigures)),
        ],
    ),
    (
        Some(words::BOOKS),
        &[
            Entry("/units", words::UNITS, Some(Power::ReadFigures)),
            Entry("/prospects", words::PROSPECTS, Some(Power::RecordUnits)),
            Entry("/members", words::MEMBERS, Some(Power::ReadPeople)),
            Entry("/transfers", words::TRANSFERS, Some(Power::RecordMembers)),
            Entry("/duplicates", words::DUPLICATES, Some(Power::RecordMembers)),
            Entry("/corrections", words::CORRECTIONS, Some(Power::RecordMembers)),
            Entry("/imports", words::IMPORTS, Some(Power::Import)),
            Entry("/reorganise", words::REORGANISE, Some(Power::RecordUnits)),
            Entry("/activities", words::ACTIVITIES, Some(Power::ReadFigures)),
            Entry("/obligations", words::OBLIGATIONS, Some(Power::ReadFigures)),
            Entry("/documents", words::DOCUMENTS, Some(Power::ReadFigures)),
        ],
    ),
    (
        Some(words::EMULATION_AND_HONOURS),
        &[
            Entry("/rounds", crate::rounds::TITLE, Some(Power::ReadPeople)),
            Entry("/honours", words::HONOURS, Some(Power::ReadPeople)),
            Entry("/awards", words::AWARDS, None),
            Entry("/emulation", words::EMULATION, Some(Power::ReadPeople)),
            Entry("/scores", crate::scores::SCORES, Some(Power::ReadFigures)),
            Entry("/initiatives", words::INITIATIVES, Some(Power::ReadPeople)),
            Entry("/council", crate::council::COUNCIL, Some(Power::ReadPeople)),
            Entry("/vote", crate::council::VOTE, None),
            Entry("/certificates", crate::certificates::CERTIFICATES, Some(Power::ReadPeople)),
        ],
    ),
    (
        Some(words::NUMBERS),
        &[
            Entry("/targets", words::TARGETS, Some(Power::ReadFigures)),
            Entry("/reports", words::REPORTS, Some(Power::ReadFigures)),
            Entry("/report-calls", words::REPORT_CALLS, Some(Power::ApproveReports)),
            Entry("/report-forms", words::REPORT_FORMS, Some(Power::ApproveReports)),
            Entry("/exchange", crate::exchange::EXCHANGE, Some(Power::ReadFigures)),
            Entry("/figures/members.closing", words::TRACE_A_FIGURE, Some(Power::ReadPeople)),
            Entry("/compare", words::COMPARE, Some(Power::ReadFigures)),
            Entry("/check", words::CHECK_TEXT, Some(Power::ReadFigures)),
        ],
    ),
    (
        Some(words::OFFICE),
        &[
            Entry("/accounts", words::ACCOUNTS, Some(Power::ManageAccounts)),
            Entry("/rights", words::RIGHTS, None),
            Entry("/audit", words::AUDIT, Some(Power::ReadAudit)),
            Entry("/parameters", words::PARAMETERS, None),
            Entry("/system", words::SYSTEM, Some(Power::Administer)),
        ],
    ),
];

/// How many things wait at the unit shown.
fn open_tasks(frame: &Frame<'_>) -> Markup {
    let count = frame.place.and_then(|place| badge(frame.visit, frame.question, place));
    html! { @if let Some(count) = count {
        @let told = frame.question.say.number(count as i64);
        " " span.count { span.vh { (frame.question.say.text(words::WAITING)) " " } (told) }
    } }
}

/// The links of the menu.
pub(super) fn entries(frame: &Frame<'_>) -> Markup {
    let (say, question, visit) = (frame.question.say, frame.question, frame.visit);
    let may = |power: &Option<Power>| match power {
        Some(power) => visit.actor.may(*power),
        None => visit.is_signed_in(),
    };
    let shown = |entry: &&Entry| may(&entry.2);
    let is_here = |path: &str| {
        let at = &*visit.path;
        at == path
            || (path != "/" && at.starts_with(path.split("/members.").next().unwrap_or(path)))
    };
    html! {
        @for (title, entries) in GROUPS {
            @let entries = entries.iter().filter(shown).collect::<Vec<_>>();
            @if let Some(title) = title.filter(|_| !entries.is_empty()) { h2 { (say.text(title)) } }
            @for Entry(path, name, _) in entries {
                @let current = is_here(path).then_some("page");
                a href=(question.to(path)) aria-current=[current] {
                    (say.text(*name))
                    @if *path == "/tasks" { (open_tasks(frame)) }
                }
            }
        }
    }
}

/// What the bar shows and has no room for on a phone: search, one's own account, the way out.
pub(super) fn on_phone(frame: &Frame<'_>) -> Markup {
    let (say, visit) = (frame.question.say, frame.visit);
    html! {
        a.on-phone href=(frame.question.to("/find")) { (say.text(words::QUICK_FIND)) }
        @if visit.is_signed_in() {
            a.on-phone href="/me" { (say.text(words::MY_ACCOUNT)) }
            form.on-phone method="post" action="/sign-out" {
                (super::form_key(visit))
                button { (say.text(words::SIGN_OUT)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::GROUPS;

    #[test]
    fn every_entry_of_the_menu_has_a_page() {
        for entry in GROUPS.iter().flat_map(|(_, entries)| *entries) {
            let path =
                if entry.0.starts_with("/figures/") { "/figures/{indicator}" } else { entry.0 };
            assert!(crate::routes::table().any(|route| route.path == path), "{path}");
        }
    }
}
