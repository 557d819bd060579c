//! The lists annexed to a decision or submission letter, and how many stand on them.

use domain::awards::{Commendation, Ended, Form, HonourRow, Stage, Subject, award, award_name};
use domain::rounds::PaperLine;
use print::{Align, Column, Row, Table};
use vietnamese::number::format_integer;

/// Somebody or something on a list.
#[derive(Clone, Debug)]
pub(super) struct Line {
    award: String,
    form: Form,
    subject: Subject,
    named: String,
    unit: String,
    achievement: String,
    money_vnd: Option<i64>,
    /// How many it counts.
    quantity: i64,
    /// Votes for it, and of how many.
    votes: Option<(i64, i64)>,
}

/// What is done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Honours are given.
    Given,
    /// Honours are asked for.
    Asked,
}

/// The lines of a paper of the books that stand: what was recorded in error never stood on it.
pub(super) fn of_honours(shown: &Commendation) -> Vec<Line> {
    let in_error = |row: &HonourRow| matches!(row.ended, Some((Ended::Withdrawn, ..)));
    let line = |row: &HonourRow| {
        let grade = row.grade.map(|grade| format!(" (giải {grade})")).unwrap_or_default();
        Line {
            award: row.award.clone(),
            form: row.form,
            subject: row.subject,
            named: format!("{}{grade}", row.named),
            unit: row.unit_named.clone(),
            achievement: row.achievement.clone().unwrap_or_default(),
            money_vnd: row.money_vnd,
            quantity: row.quantity,
            votes: None,
        }
    };
    shown.lines.iter().filter(|row| !in_error(row)).map(line).collect()
}

/// The lines of a round's submission.
pub(super) fn of_round(lines: &[PaperLine]) -> Vec<Line> {
    let line = |row: &PaperLine| Line {
        award: row.award.clone(),
        form: award(&row.award).map_or(Form::Certificate, |award| award.form),
        subject: row.subject,
        named: row.named.clone(),
        unit: row.unit_named.clone(),
        achievement: row.achievement.clone(),
        money_vnd: None,
        quantity: 1,
        votes: row.votes,
    };
    lines.iter().map(line).collect()
}

/// What a paper of the books does with its list.
pub(super) fn deed_of(stage: Stage) -> Deed {
    if stage == Stage::Proposed { Deed::Asked } else { Deed::Given }
}

/// The lines by award, in the order of the list, collectives before people.
fn groups(lines: &[Line]) -> Vec<Vec<&Line>> {
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for line in lines {
        let same = |rows: &&mut Vec<&Line>| {
            rows.first()
                .is_some_and(|first| first.award == line.award && first.subject == line.subject)
        };
        match groups.iter_mut().find(same) {
            Some(rows) => rows.push(line),
            None => groups.push(vec![line]),
        }
    }
    groups.sort_by_key(|rows| rows.first().is_some_and(|first| first.subject == Subject::Person));
    groups
}

/// All the money that goes with the honours.
pub(super) fn money(lines: &[Line]) -> i64 {
    lines.iter().filter_map(|line| line.money_vnd).sum()
}

/// The name of an award on the paper of who gives it: whose award it is stands at the head. Who asks says whose.
fn name_of(line: &Line, deed: Deed) -> String {
    let name = award_name(&line.award);
    match name.split_once(" của ") {
        Some((short, _)) if deed == Deed::Given => short.to_owned(),
        _ => name.to_owned(),
    }
}

/// `tặng Giấy khen cho`, `công nhận danh hiệu … cho`.
fn verb(line: &Line, deed: Deed) -> String {
    let name = name_of(line, deed);
    match line.form {
        Form::Praised => "biểu dương, tuyên dương".to_owned(),
        Form::Title | Form::Exemplar | Form::Worker => format!("công nhận danh hiệu {name} cho"),
        Form::Flag | Form::Merit | Form::Certificate | Form::Medal | Form::Prize => {
            format!("tặng {name} cho")
        }
    }
}

fn counted(subject: Subject) -> &'static str {
    match subject {
        Subject::Person => "cá nhân",
        Subject::Collective => "tập thể",
    }
}

/// What is done for how many, in words: `tặng Giấy khen cho 3 tập thể, 12 cá nhân; …`.
pub(super) fn told(lines: &[Line], deed: Deed) -> String {
    let mut deeds: Vec<(String, Vec<String>)> = Vec::new();
    for rows in groups(lines) {
        let count = rows.iter().map(|row| row.quantity).sum::<i64>();
        let many = format!("{} {}", format_integer(count), counted(rows[0].subject));
        let verb = verb(rows[0], deed);
        match deeds.iter_mut().find(|(each, _)| *each == verb) {
            Some((_, counts)) => counts.push(many),
            None => deeds.push((verb, vec![many])),
        }
    }
    let said = deeds.iter().map(|(verb, counts)| format!("{verb} {}", counts.join(", ")));
    said.collect::<Vec<_>>().join("; ")
}

/// The lists with their titles, one for each award and for people and collectives.
pub(super) fn titled(lines: &[Line], deed: Deed) -> Vec<(String, Table)> {
    let list = |rows: Vec<&Line>| {
        let of = if deed == Deed::Asked { "đề nghị" } else { "được" };
        let verb = verb(rows[0], deed);
        let verb = verb.strip_suffix(" cho").unwrap_or(&verb);
        let title = format!("danh sách {} {of} {verb}", counted(rows[0].subject));
        (title.to_uppercase(), table(&rows))
    };
    groups(lines).into_iter().map(list).collect()
}

fn table(rows: &[&Line]) -> Table {
    let is_person = rows[0].subject == Subject::Person;
    let has_part = is_person || rows.iter().any(|row| row.named != row.unit);
    let has_deed = rows.iter().any(|row| !row.achievement.is_empty());
    let has_votes = rows.iter().any(|row| row.votes.is_some());
    let has_money = rows.iter().any(|row| row.money_vnd.is_some());
    let column = |title: &str, share, align| Column { title: title.to_owned(), share, align };
    let mut columns = vec![
        column("TT", 2, Align::Center),
        column(if is_person { "Họ và tên" } else { "Tập thể" }, 8, Align::Left),
    ];
    columns.extend(has_part.then(|| column("Đơn vị", 10, Align::Left)));
    columns.extend(has_deed.then(|| column("Thành tích", 10, Align::Left)));
    columns.extend(has_votes.then(|| column("Phiếu tán thành", 4, Align::Center)));
    columns.extend(has_money.then(|| column("Tiền thưởng (đồng)", 4, Align::Right)));
    let mut made: Vec<Row> = Vec::with_capacity(rows.len() + 1);
    for (at, row) in rows.iter().enumerate() {
        let votes = || row.votes.map_or(String::new(), |(votes, of)| format!("{votes}/{of}"));
        let money = || row.money_vnd.map(format_integer).unwrap_or_default();
        let mut cells = vec![(at + 1).to_string(), row.named.clone()];
        cells.extend(has_part.then(|| row.unit.clone()));
        cells.extend(has_deed.then(|| row.achievement.clone()));
        cells.extend(has_votes.then(votes));
        cells.extend(has_money.then(money));
        made.push(Row { cells, strong: false });
    }
    if has_money {
        let sum = rows.iter().filter_map(|row| row.money_vnd).sum();
        let mut cells = vec![String::new(); columns.len()];
        "Cộng".clone_into(&mut cells[1]);
        cells[columns.len() - 1] = format_integer(sum);
        made.push(Row { cells, strong: true });
    }
    if let [_, named] = &mut columns[..] {
        named.share = 20;
    }
    Table { columns, rows: made }
}
