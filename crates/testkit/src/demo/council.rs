//! The council of the ward of Hoàn Kiếm: a session that was held and closed, and one to come in which its
//! members, who have accounts, may vote from their telephones.

use domain::accounts::{NewAccount, actor_of, find_account, make_link, open_account, use_link};
use domain::council::{
    Base, NewCouncil, NewMatter, NewMember, NewSession, Opening, Presence, Role, Share, Subject,
    Tally, Terms, Way, add_matter, attend, call_session, close_ballots, close_session, enter_count,
    open_ballots, recuse, room, set_up,
};
use domain::people::person_card;
use domain::units::scope_of_code;
use domain::{App, Result};
use kernel::{Actor, Day, Id};

use super::accounts::PASSWORD;
use super::teller::{Teller, Told};

/// Whose council it is.
const UNIT: &str = "cd-phuong-hoan-kiem";
/// The day of its decision.
const SET_UP: &str = "2026-09-15";
/// The session that was held, and the one to come.
const SESSIONS: [&str; 2] = ["2026-10-30", "2026-12-18"];
/// Members of the books; two more are only named.
const MEMBERS: usize = 7;
/// What the council's own rules say, as the session typed it.
const RULES: &str = "Quy chế hoạt động của Hội đồng, Điều 6";

impl Teller {
    /// Tells of the council, once everybody has an account.
    pub(super) fn council(&mut self) -> Result<()> {
        let issuer = "Công đoàn phường Hoàn Kiếm";
        let on = Day::parse(SET_UP)?;
        let document = self.issue(issuer, on, "Thành lập Hội đồng Thi đua – Khen thưởng");
        let unions = self.of_the_ward();
        let first = |place: usize| {
            unions.iter().filter_map(move |union| union.members.get(place)).map(|each| each.person)
        };
        let members: Vec<Id> = first(0).take(MEMBERS).collect();
        let asked: Vec<Id> = first(1).take(3).collect();
        let honoured: Vec<Id> = unions.iter().take(2).map(|union| union.id).collect();
        if members.len() < MEMBERS || asked.len() < 3 || honoured.len() < 2 {
            return Ok(());
        }
        let app = &self.app;
        let clerk = signed_in(app, "hoankiem")?;
        let unit = scope_of_code(app, &clerk, UNIT)?;
        let seats = members.iter().enumerate().map(|(place, person)| seat(place, *person));
        let new = NewCouncil {
            unit,
            name: "Hội đồng Thi đua – Khen thưởng Công đoàn phường Hoàn Kiếm".to_owned(),
            from: on,
            to: None,
            document,
            members: seats.chain(named()).collect(),
        };
        let council = set_up(app, &clerk, &new)?;
        open_for_members(app, &members)?;
        held(app, &clerk, council, &[asked.as_slice(), &members[4..5]].concat(), &honoured)?;
        to_come(app, &clerk, council, &asked)
    }

    /// The unions of the ward, the largest first.
    fn of_the_ward(&self) -> Vec<&Told> {
        const HOAN_KIEM: usize = 3;
        let mut here: Vec<&Told> = self
            .units
            .iter()
            .filter(|unit| unit.open && unit.district == HOAN_KIEM && unit.place.ward == 0)
            .collect();
        here.sort_by_key(|unit| std::cmp::Reverse((unit.members.len(), unit.id)));
        here
    }
}

fn signed_in(app: &App, login: &str) -> Result<Actor> {
    actor_of(app, &find_account(app, &Actor::operator("sổ mẫu"), login)?)
}

fn seat(place: usize, person: Id) -> NewMember {
    let (role, title) = match place {
        0 => (Role::Member, "Chủ tịch công đoàn cơ sở"),
        1 => (Role::Chair, "Chủ tịch Công đoàn phường"),
        2 => (Role::Deputy, "Phó Chủ tịch Công đoàn phường"),
        3 => (Role::Secretary, "Chuyên viên Công đoàn phường"),
        _ => (Role::Member, "Ủy viên Ban Chấp hành"),
    };
    NewMember {
        role,
        person: Some(person),
        named: String::new(),
        title: title.to_owned(),
        from: None,
    }
}

/// Two members who are not in the books.
fn named() -> impl Iterator<Item = NewMember> {
    [
        ("Ông Tạ Đức Hưng", "Phòng Văn hóa – Xã hội phường"),
        ("Bà Lương Thị Nhàn", "Ủy ban MTTQ phường"),
    ]
    .into_iter()
    .map(|(named, title)| NewMember {
        role: Role::Member,
        person: None,
        named: named.to_owned(),
        title: title.to_owned(),
        from: None,
    })
}

/// Each member of the books gets an account, unless one stands already: `uyvien2` to `uyvien7`.
fn open_for_members(app: &App, members: &[Id]) -> Result<()> {
    let by = Actor::operator("sổ mẫu");
    // The first is the member whom the demo's own account of a plain member is tied to.
    for (place, person) in members.iter().enumerate().skip(1) {
        let name = person_card(app, &by, *person, false)?.row.name;
        let login = format!("uyvien{}", place + 1);
        let id = open_account(app, &by, &NewAccount { login, name, person: Some(*person) })?;
        use_link(app, &make_link(app, &by, id)?, PASSWORD)?;
    }
    Ok(())
}

fn call(app: &App, actor: &Actor, council: Id, on: &str, title: &str) -> Result<Id> {
    let new = NewSession {
        council,
        on: Day::parse(on)?,
        place: "Phòng họp tầng 2, trụ sở Công đoàn phường".to_owned(),
        title: title.to_owned(),
        quorum: Share { part: 2, whole: 3 },
        quorum_source: RULES.to_owned(),
    };
    call_session(app, actor, &new)
}

fn terms(secret: bool) -> Terms {
    Terms {
        pass: Share { part: 80, whole: 100 },
        beyond: false,
        base: Base::All,
        secret,
        written: true,
        recused_out: true,
        quorum: Share { part: 2, whole: 3 },
        source: RULES.to_owned(),
        rule: None,
    }
}

fn matter(award: Option<&str>, title: &str, subject: Subject, secret: bool) -> NewMatter {
    NewMatter {
        award: award.map(str::to_owned),
        title: title.to_owned(),
        subject,
        terms: Some(terms(secret)),
        nomination: None,
    }
}

/// The session of October: papers counted by two people, one matter a vote short of 80 in a hundred, one
/// about a member, one put off.
fn held(app: &App, clerk: &Actor, council: Id, people: &[Id], unions: &[Id]) -> Result<()> {
    const AWARD: Option<&str> = Some("ctt.giay_khen");
    let session = call(app, clerk, council, SESSIONS[0], "Xét tặng Giấy khen quý III năm 2026")?;
    let achieved = "Hoàn thành xuất sắc nhiệm vụ công đoàn chín tháng đầu năm 2026";
    let mut matters = Vec::new();
    for person in people {
        matters.push(matter(AWARD, achieved, Subject::Person(*person), true));
    }
    for union in unions {
        matters.push(matter(
            AWARD,
            "Tập thể có phong trào thi đua tiêu biểu",
            Subject::Unit(*union),
            true,
        ));
    }
    let matters: Vec<Id> = matters
        .iter()
        .map(|matter| add_matter(app, clerk, session, matter))
        .collect::<Result<_>>()?;
    let told = room(app, clerk, session)?;
    let away = told.members.last().map(|member| member.id);
    let there = |member: Id| {
        let is_away = away == Some(member);
        let presence = if is_away { Presence::Excused } else { Presence::Present };
        (
            member,
            presence,
            if is_away { "đi công tác, gửi phiếu bằng văn bản" } else { "" }.to_owned(),
        )
    };
    let attendance: Vec<_> = told.members.iter().map(|member| there(member.id)).collect();
    attend(app, clerk, session, &attendance)?;
    let related = told
        .members
        .iter()
        .rev()
        .find(|member| member.role == Role::Member && Some(member.id) != away);
    if let Some(member) = related {
        recuse(
            app,
            clerk,
            session,
            (matters[1], member.id),
            Some("cùng gia đình với người được xét"),
        )?;
    }
    let (put_off, voted) =
        matters.split_last().map_or((None, &matters[..]), |(last, rest)| (Some(*last), rest));
    let opening = Opening {
        matters: voted.to_vec(),
        way: Way::Paper,
        in_writing: away.into_iter().collect(),
    };
    let ballots = open_ballots(app, clerk, session, &opening)?;
    count(app, clerk, session, &ballots)?;
    let mut reasons = Vec::new();
    for each in &room(app, clerk, session)?.matters {
        if each.counted().is_some_and(|(.., passed)| !passed) {
            let said = "Thành tích chưa nổi bật so với người cùng đơn vị; đề nghị xét lại cuối năm";
            reasons.push((each.id, said.to_owned()));
        }
    }
    reasons.extend(put_off.map(|id| (id, "Hồ sơ thiếu xác nhận của chuyên môn".to_owned())));
    close_session(app, clerk, session, &reasons)
}

/// The clerk of the ward and the office of the city count the same papers; the third matter is one vote
/// short.
fn count(app: &App, clerk: &Actor, session: Id, ballots: &[Id]) -> Result<()> {
    let second = signed_in(app, "thanhpho")?;
    let known = room(app, clerk, session)?;
    for ballot in known.matters.iter().filter_map(|matter| matter.open_ballot()) {
        let voters = ballot.voters.len() as i64;
        let is_third = ballots.get(2) == Some(&ballot.id);
        let votes_for =
            if is_third { ballot.needed - 1 } else { voters - i64::from(voters > ballot.needed) };
        let against = (voters - votes_for - 1).max(0);
        let blank = voters - votes_for - against;
        let tally = Tally { votes_for, against, blank, spoilt: 0 };
        for by in [clerk, &second] {
            enter_count(app, by, ballot.id, tally)?;
        }
    }
    close_ballots(app, clerk, session, ballots, false)
}

/// The session of December, with its agenda.
fn to_come(app: &App, clerk: &Actor, council: Id, people: &[Id]) -> Result<()> {
    let title = "Xét khen thưởng tổng kết năm 2026";
    let session = call(app, clerk, council, SESSIONS[1], title)?;
    for person in people {
        let asked = "Thành tích xuất sắc trong hoạt động công đoàn năm 2026";
        let new = matter(Some("ctt.giay_khen"), asked, Subject::Person(*person), true);
        add_matter(app, clerk, session, &new)?;
    }
    let plan = "Thông qua kế hoạch phát động thi đua năm 2027";
    let new = matter(None, plan, Subject::Named(String::new()), false);
    add_matter(app, clerk, session, &new).map(drop)
}
