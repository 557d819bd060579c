//! A typed or imported list looked up: each line's unit, person and award, or why it cannot be written.

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};

use crate::awards::catalogue::{self, AWARDS, Award};
use crate::awards::columns::{Listed, ListedRow};
use crate::awards::match_store;
use crate::awards::model::{NewHonour, Subject};
use crate::books::read_paths;
use crate::{App, Result, units};

/// Looks a list up on a day, for the units under `scope`; `award` stands where a line names none. Nothing is written.
pub fn read_list(
    app: &App,
    actor: &Actor,
    (scope, on): (Id, Day),
    award: &str,
    rows: &[ListedRow],
) -> Result<Vec<Listed>> {
    app.allow(actor, "honours.record")?;
    app.db.read(|tx| {
        app.must_reach(tx, actor, "honours.record", scope, on)?;
        rows.iter().map(|row| look_up(tx, app, (scope, on), award, row)).collect()
    })
}

fn look_up(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, on): (Id, Day),
    award: &str,
    row: &ListedRow,
) -> Result<Listed> {
    let mut told = Listed {
        row: row.clone(),
        found: Err(Refusal::new("not_looked_up", "Chưa tra", "")),
        note: None,
        unit_name: String::new(),
    };
    let found = (|| -> Result<NewHonour> {
        let award = award_of(if row.award.is_empty() { award } else { &row.award })?;
        let subject = subject_of(row, award);
        let unit = unit_of(tx, app, (scope, on), &row.unit)?;
        told.unit_name = unit.name;
        let (grade, money_vnd) = (grade_of(&row.grade)?, money_of(&row.money)?);
        let achievement = Some(row.achievement.clone()).filter(|text| !text.is_empty());
        let mut line = NewHonour {
            subject,
            grade,
            money_vnd,
            achievement,
            ..NewHonour::of_unit(award.code, unit.id)
        };
        let (named, born) = split_birth(&row.named);
        if subject == Subject::Person {
            match &match_store::people_named(tx, app.federation, (named, born), unit.id, on)?[..] {
                [person] => line.person = Some(*person),
                [] => {
                    line.named = Some(named.to_owned());
                    told.note =
                        Some("Đơn vị không có đoàn viên tên này; sẽ ghi theo tên".to_owned());
                }
                several => return Err(same_name(named, several.len()).into()),
            }
        } else if !named.is_empty() {
            line.named = Some(row.named.clone());
        }
        Ok(line)
    })();
    told.found = match found {
        Ok(line) => Ok(line),
        Err(crate::Error::Refused(refusal)) => Err(refusal),
        Err(error) => return Err(error),
    };
    Ok(told)
}

fn same_name(named: &str, count: usize) -> Refusal {
    Refusal::new(
        "same_name",
        format!("Đơn vị có {count} người tên {named}"),
        "Ghi thêm năm sinh sau tên, ví dụ: Nguyễn Thị Lan (1985)",
    )
}

/// A name, and the year of birth in brackets behind it.
fn split_birth(named: &str) -> (&str, Option<&str>) {
    let year = named.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    match year {
        Some((name, year))
            if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) =>
        {
            (name.trim(), Some(year))
        }
        _ => (named.trim(), None),
    }
}

fn award_of(typed: &str) -> Result<&'static Award, Refusal> {
    let plain = vietnamese::fold::fold(typed);
    let named = AWARDS.iter().find(|each| vietnamese::fold::fold(each.name) == plain);
    named.map_or_else(|| catalogue::known(typed.trim()), Ok)
}

fn subject_of(row: &ListedRow, award: &Award) -> Subject {
    let told = vietnamese::fold::fold(&row.subject);
    match award.subjects {
        [only] => *only,
        _ if told.starts_with("tap the") || told == Subject::Collective.code() => {
            Subject::Collective
        }
        _ if told.starts_with("ca nhan") || told == Subject::Person.code() => Subject::Person,
        _ if row.named.is_empty() => Subject::Collective,
        _ => Subject::Person,
    }
}

/// The unit a line means: under the scope on that day, and standing then.
fn unit_of(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, on): (Id, Day),
    typed: &str,
) -> Result<units::UnitState> {
    let typed = typed.trim();
    let ids = if typed.is_empty() {
        vec![scope]
    } else {
        match_store::units_named(tx, app.federation, typed)?
    };
    let paths = read_paths(tx, app.federation, &ids)?;
    let under = |id: &&Id| {
        paths
            .get(*id)
            .and_then(|path| ledger::paths::on(path, on))
            .is_some_and(|each| each.is_under(scope))
    };
    let mut fits = Vec::new();
    for id in ids.iter().filter(under) {
        let state = units::load(tx, app.federation, *id)?;
        if units::must_be_open(&state, on).is_ok() {
            fits.push(state);
        }
    }
    let exact = vietnamese::fold::fold(typed);
    if fits.len() > 1
        && fits.iter().filter(|unit| vietnamese::fold::fold(&unit.name) == exact).count() == 1
    {
        fits.retain(|unit| vietnamese::fold::fold(&unit.name) == exact);
    }
    let count = fits.len();
    match fits.pop() {
        Some(unit) if count == 1 => Ok(unit),
        None => Err(Refusal::new(
            "unknown_unit",
            format!("Không thấy đơn vị “{typed}” trong phạm vi vào ngày {}", on.vi()),
            "Ghi mã đơn vị, hoặc đúng tên như trong sổ",
        )
        .into()),
        Some(_) => Err(Refusal::new(
            "several_units",
            format!("Có {count} đơn vị tên “{typed}”"),
            "Ghi mã đơn vị thay cho tên",
        )
        .into()),
    }
}

fn grade_of(typed: &str) -> Result<Option<u8>, Refusal> {
    match vietnamese::fold::fold(typed).as_str() {
        "" => Ok(None),
        "1" | "i" | "nhat" | "a" => Ok(Some(1)),
        "2" | "ii" | "nhi" | "b" => Ok(Some(2)),
        "3" | "iii" | "ba" | "c" => Ok(Some(3)),
        _ => Err(Refusal::new("bad_grade", format!("Không rõ hạng “{typed}”"), "Ghi 1, 2 hoặc 3")),
    }
}

fn money_of(typed: &str) -> Result<Option<i64>, Refusal> {
    let digits: String = typed.chars().filter(|letter| !". ,đ₫".contains(*letter)).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().map(Some).map_err(|_| {
        Refusal::new(
            "bad_money",
            format!("Không rõ số tiền “{typed}”"),
            "Ghi số đồng, ví dụ 1.500.000",
        )
    })
}
