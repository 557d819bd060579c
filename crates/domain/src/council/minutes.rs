//! The minutes of a session as plain words: what a page shows, and what a paper is set from.

use kernel::{Day, Refusal};

use super::ballot_model::{Ballot, Choice, Tally, Way};
use super::model::{Council, Matter, Member, Outcome, Presence, Role, Room, Stage};
use super::terms::Base;
use crate::awards;

/// The minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// The unit whose council it is, by its name of that day.
    pub unit: String,
    /// The council.
    pub council: String,
    /// The decision it sits by.
    pub decision: String,
    /// What the session was about.
    pub title: String,
    /// When.
    pub on: Day,
    /// Where.
    pub place: String,
    /// What happened.
    pub parts: Vec<MinutesPart>,
    /// Who led: what they are in the council, and the name.
    pub chair: Option<(String, String)>,
    /// Who kept the minutes.
    pub secretary: Option<(String, String)>,
}

/// A part of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesPart {
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The table under them.
    pub table: Option<MinutesTable>,
}

/// A table of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesTable {
    /// Its headings.
    pub head: Vec<String>,
    /// Its rows, as wide as the headings.
    pub rows: Vec<Vec<String>>,
}

/// The minutes of a room that was closed.
pub(super) fn minutes(room: &Room) -> Result<Minutes, Refusal> {
    if room.stage != Stage::Closed {
        return Err(Refusal::new(
            "session_not_closed",
            "Phiên họp chưa kết thúc nên chưa có biên bản",
            "Kết thúc phiên họp trước",
        ));
    }
    let there = |role: Role| {
        let found =
            room.members.iter().find(|member| member.role == role && is_there(room, member));
        found.map(|member| (role.name().vi.to_owned(), member.named.clone()))
    };
    let mut parts = vec![who_was_there(room), results(room)];
    parts.extend(by_name(room));
    parts.extend(reasons(room));
    Ok(Minutes {
        unit: room.council.unit.2.clone(),
        council: room.council.name.clone(),
        decision: decision(&room.council),
        title: room.title.clone(),
        on: room.on,
        place: room.place.clone(),
        parts,
        chair: there(Role::Chair).or_else(|| there(Role::Deputy)),
        secretary: there(Role::Secretary),
    })
}

fn is_there(room: &Room, member: &Member) -> bool {
    room.presence_of(member.id) == Some(Presence::Present)
}

fn decision(council: &Council) -> String {
    let (_, number, day) = &council.paper;
    let day = day.map(|day| format!(" ngày {}", day.vi())).unwrap_or_default();
    format!("Quyết định số {number}{day}")
}

fn who_was_there(room: &Room) -> MinutesPart {
    let (share, source) = &room.quorum;
    let (all, present) = (room.members.len() as i64, room.present() as i64);
    let met = if share.is_met(present, all, false) { "đủ" } else { "không đủ" };
    let quorum = format!(
        "Có mặt {present}/{all} thành viên, {met} điều kiện họp: cần {} người, là {} của {all} ({source}).",
        share.least(all, false),
        share.text(),
    );
    let row = |member: &Member| {
        let told = room.presence.iter().find(|(id, ..)| *id == member.id);
        let presence = told.map_or_else(String::new, |(_, presence, note)| {
            let dash = if note.is_empty() { "" } else { ": " };
            format!("{}{dash}{note}", presence.name().vi)
        });
        let (role, title) = (member.role.name().vi.to_owned(), member.title.clone());
        vec![member.named.clone(), title, role, presence]
    };
    MinutesPart {
        title: "Thành phần".to_owned(),
        paragraphs: vec![quorum],
        table: Some(MinutesTable {
            head: ["Họ tên", "Chức vụ", "Trong Hội đồng", "Dự họp"].map(str::to_owned).to_vec(),
            rows: room.members.iter().map(row).collect(),
        }),
    }
}

fn results(room: &Room) -> MinutesPart {
    let head =
        ["Mục", "Được xét", "Tán thành", "Không tán thành", "Trắng, không hợp lệ", "Kết quả"];
    MinutesPart {
        title: "Nội dung và kết quả bỏ phiếu".to_owned(),
        paragraphs: room.matters.iter().map(|matter| told(room, matter)).collect(),
        table: Some(MinutesTable {
            head: head.map(str::to_owned).to_vec(),
            rows: room.matters.iter().map(row).collect(),
        }),
    }
}

/// The name of a matter: the award and for whom, or what is asked.
fn named(matter: &Matter) -> String {
    let award = matter.award.as_deref().map(awards::award_name);
    match (award, &*matter.subject) {
        (Some(award), "") => award.to_owned(),
        (Some(award), subject) => format!("{award} cho {subject}"),
        (None, "") => matter.title.clone(),
        (None, subject) => format!("{} ({subject})", matter.title),
    }
}

/// One paragraph: what is asked, how it was voted on, of whom the share is taken, what came of it.
fn told(room: &Room, matter: &Matter) -> String {
    let mut text = format!("Mục {}. {}.", matter.place, named(matter));
    let Some((ballot, tally, passed)) = matter.counted() else {
        text.push_str(" Chưa bỏ phiếu, để lại.");
        return text;
    };
    let secret = if ballot.secret { "Bỏ phiếu kín" } else { "Biểu quyết công khai" };
    let needed = format!(
        " {secret}, {}; cần {} phiếu, {} ({} người); theo {}.",
        ballot.way.name().vi,
        ballot.needed,
        matter.terms.vi(),
        ballot.base,
        matter.terms.source
    );
    text.push_str(&needed);
    text.push_str(&recused(room, matter));
    text.push_str(&in_writing(ballot));
    let fate = if passed { Outcome::Passed } else { Outcome::Failed };
    let result =
        format!(" Tán thành {} phiếu: {}.", tally.votes_for, fate.name().vi.to_lowercase());
    text.push_str(&result);
    text
}

/// Who did not vote and why, and whether they are left out of the number.
fn recused(room: &Room, matter: &Matter) -> String {
    let names: Vec<String> = matter
        .recusals
        .iter()
        .filter_map(|each| Some(format!("{} ({})", room.member(each.member)?.named, each.reason)))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    let out = match (matter.terms.recused_out, matter.terms.base) {
        (true, _) => "không tính vào mẫu số",
        (false, Base::All) => "vẫn tính trong tổng số thành viên",
        (false, Base::Present) => "vẫn tính trong số dự họp",
    };
    format!(" Không bỏ phiếu: {}; {out}.", names.join(", "))
}

fn in_writing(ballot: &Ballot) -> String {
    let count = ballot.voters.iter().filter(|voter| voter.in_writing).count();
    if count == 0 {
        String::new()
    } else {
        format!(" Trong đó {count} phiếu gửi bằng văn bản.")
    }
}

fn row(matter: &Matter) -> Vec<String> {
    let fate = matter.outcome.as_ref().map_or("", |(outcome, _)| outcome.name().vi).to_owned();
    let place = matter.place.to_string();
    let Some((ballot, Tally { votes_for, against, blank, spoilt }, _)) = matter.counted() else {
        let none = String::new;
        return vec![place, named(matter), none(), none(), none(), fate];
    };
    let of = |count: i64| format!("{count}/{}", ballot.base);
    let rest = (blank + spoilt).to_string();
    vec![place, named(matter), of(votes_for), against.to_string(), rest, fate]
}

/// The votes of open ballots, by name; of secret ones nobody knows them.
fn by_name(room: &Room) -> Option<MinutesPart> {
    let told = |matter: &Matter| {
        let (ballot, ..) =
            matter.counted().filter(|(ballot, ..)| !ballot.secret && ballot.way != Way::Paper)?;
        let of = |choice: Choice| {
            let names: Vec<&str> = ballot
                .voters
                .iter()
                .filter(|voter| voter.choice == Some(choice))
                .filter_map(|voter| Some(&*room.member(voter.member)?.named))
                .collect();
            (!names.is_empty()).then(|| format!("{}: {}", choice.name().vi, names.join(", ")))
        };
        let parts: Vec<String> = Choice::ALL.iter().filter_map(|choice| of(*choice)).collect();
        Some(format!("Mục {}. {}.", matter.place, parts.join("; ")))
    };
    let paragraphs: Vec<String> = room.matters.iter().filter_map(told).collect();
    (!paragraphs.is_empty()).then(|| MinutesPart {
        title: "Biểu quyết công khai".to_owned(),
        paragraphs,
        table: None,
    })
}

/// Why matters did not pass, as it will be told to who asked for them.
fn reasons(room: &Room) -> Option<MinutesPart> {
    let told = |matter: &Matter| {
        let (outcome, reason) = matter.outcome.as_ref()?;
        let is_told = *outcome != Outcome::Passed && !reason.is_empty();
        let fate = outcome.name().vi.to_lowercase();
        is_told.then(|| format!("Mục {}. {}: {fate}. {reason}.", matter.place, named(matter)))
    };
    let paragraphs: Vec<String> = room.matters.iter().filter_map(told).collect();
    (!paragraphs.is_empty()).then(|| MinutesPart {
        title: "Lý do với việc không thông qua, để lại".to_owned(),
        paragraphs,
        table: None,
    })
}
