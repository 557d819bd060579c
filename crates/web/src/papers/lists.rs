//! The lists annexed to a decision or submission letter, and how many stand on them.

use domain::awards::{Commendation, Ended, Form, HonourRow, Stage, Subject, award_name};
use print::{Align, Annex, Column, Row, Table};
use vietnamese::number::format_integer;

use super::set::day_of;

/// The lines that stand: what was recorded in error never stood on the paper.
fn standing(shown: &Commendation) -> impl Iterator<Item = &HonourRow> {
    let in_error = |row: &HonourRow| matches!(row.ended, Some((Ended::Withdrawn, ..)));
    shown.lines.iter().filter(move |row| !in_error(row))
}

/// The lines by award, in the order of the list, collectives before people.
fn groups(shown: &Commendation) -> Vec<(&HonourRow, Vec<&HonourRow>)> {
    let mut groups: Vec<(&HonourRow, Vec<&HonourRow>)> = Vec::new();
    for row in standing(shown) {
        let same = |first: &HonourRow| first.award == row.award && first.subject == row.subject;
        match groups.iter_mut().find(|(first, _)| same(first)) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((row, vec![row])),
        }
    }
    groups.sort_by_key(|(first, _)| first.subject == Subject::Person);
    groups
}

/// All the money that goes with the honours.
pub(super) fn money(shown: &Commendation) -> i64 {
    standing(shown).filter_map(|row| row.money_vnd).sum()
}

/// The name of an award on the paper of who decides it: whose award it is stands at the head. A proposal says whose.
fn name_of(shown: &Commendation, row: &HonourRow) -> String {
    let name = award_name(&row.award);
    match name.split_once(" của ") {
        Some((short, _)) if shown.head.stage == Stage::Decided => short.to_owned(),
        _ => name.to_owned(),
    }
}

/// `tặng Giấy khen cho`, `công nhận danh hiệu … cho`.
fn deed(shown: &Commendation, row: &HonourRow) -> String {
    let name = name_of(shown, row);
    match row.form {
        Form::Title | Form::Exemplar | Form::Worker => format!("công nhận danh hiệu {name} cho"),
        Form::Praised => "biểu dương, tuyên dương".to_owned(),
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
pub(super) fn told(shown: &Commendation) -> String {
    let mut deeds: Vec<(String, Vec<String>)> = Vec::new();
    for (first, rows) in groups(shown) {
        let count = rows.iter().map(|row| row.quantity).sum::<i64>();
        let many = format!("{} {}", format_integer(count), counted(first.subject));
        let deed = deed(shown, first);
        match deeds.iter_mut().find(|(each, _)| *each == deed) {
            Some((_, counts)) => counts.push(many),
            None => deeds.push((deed, vec![many])),
        }
    }
    let said = deeds.iter().map(|(deed, counts)| format!("{deed} {}", counts.join(", ")));
    said.collect::<Vec<_>>().join("; ")
}

/// The lists, one for each award and for people and collectives.
pub(super) fn annexes(shown: &Commendation) -> Vec<Annex> {
    groups(shown).into_iter().map(|(first, rows)| annex(shown, first, &rows)).collect()
}

fn annex(shown: &Commendation, first: &HonourRow, rows: &[&HonourRow]) -> Annex {
    let is_asked = shown.head.stage == Stage::Proposed;
    let of = if is_asked { "đề nghị" } else { "được" };
    let deed = deed(shown, first);
    let deed = deed.strip_suffix(" cho").unwrap_or(&deed);
    let title = format!("danh sách {} {of} {deed}", counted(first.subject)).to_uppercase();
    let paper = if is_asked { "Tờ trình" } else { "Quyết định" };
    let number = &shown.head.paper.number;
    let day = day_of(shown.head.on).in_words();
    let of = format!("(Kèm theo {paper} số {number} {day})");
    Annex { title, of, table: table(first.subject, rows) }
}

fn table(subject: Subject, rows: &[&HonourRow]) -> Table {
    let is_person = subject == Subject::Person;
    let has_part = is_person || rows.iter().any(|row| row.named != row.unit_named);
    let has_deed = rows.iter().any(|row| row.achievement.is_some());
    let has_money = rows.iter().any(|row| row.money_vnd.is_some());
    let column = |title: &str, share, align| Column { title: title.to_owned(), share, align };
    let mut columns = vec![
        column("TT", 1, Align::Center),
        column(if is_person { "Họ và tên" } else { "Tập thể" }, 4, Align::Left),
    ];
    columns.extend(has_part.then(|| column("Đơn vị", 5, Align::Left)));
    columns.extend(has_deed.then(|| column("Thành tích", 5, Align::Left)));
    columns.extend(has_money.then(|| column("Tiền thưởng (đồng)", 2, Align::Right)));
    let money = |row: &HonourRow| row.money_vnd.map(format_integer).unwrap_or_default();
    let mut made: Vec<Row> = Vec::with_capacity(rows.len() + 1);
    for (at, row) in rows.iter().enumerate() {
        let grade = row.grade.map(|grade| format!(" (giải {grade})")).unwrap_or_default();
        let mut cells = vec![(at + 1).to_string(), format!("{}{grade}", row.named)];
        cells.extend(has_part.then(|| row.unit_named.clone()));
        cells.extend(has_deed.then(|| row.achievement.clone().unwrap_or_default()));
        cells.extend(has_money.then(|| money(row)));
        made.push(Row { cells, strong: false });
    }
    if has_money {
        let sum = rows.iter().filter_map(|row| row.money_vnd).sum();
        let mut cells = vec![String::new(); columns.len()];
        cells[1] = "Cộng".to_owned();
        cells[columns.len() - 1] = format_integer(sum);
        made.push(Row { cells, strong: true });
    }
    Table { columns, rows: made }
}
