//! Reading registers: a page of records of a scope and period, and one record.

use db::Tx;
use kernel::{Actor, Day, Id, Period, Refusal};

use crate::activities::list_store::{self, Ground};
use crate::activities::model::{Activity, Asked, Page, Together};
use crate::activities::register::{Field, FieldKind, Register};
use crate::activities::{rules, store};
use crate::people::must_reach_person;
use crate::{App, Error, Result, units};

/// Records shown at most at once; an export asks for as many.
const MOST: usize = 50_000;

/// The records of a register under a scope in a period, as the organisation stood on their days.
pub fn list(
    app: &App,
    actor: &Actor,
    register: &'static Register,
    (scope, period): (&str, Period),
    asked: &Asked,
) -> Result<Page> {
    app.allow(actor, "activities.read")?;
    app.db.read(|tx| {
        let scope = units::load_by_code(tx, app.federation, scope)?;
        app.must_reach(tx, actor, "activities.read", scope.id, period.last())?;
        let asked = Asked { most: asked.most.min(MOST), ..asked.clone() };
        let ground = Ground {
            federation: app.federation,
            scope: scope.id,
            register: register.code,
            period,
            asked: &asked,
        };
        let rows = list_store::page(tx, &ground)?;
        let rows = as_shown(app, tx, actor, (register, scope.id, period.last()), rows)?;
        let standing = if register.stands {
            let last = list_store::last_of_each(tx, &ground, period.last().min(app.today()))?;
            Some(together(register, &last))
        } else {
            None
        };
        let (total, distinct) = list_store::counts(tx, &ground)?;
        let sums = list_store::sums(tx, &ground)?;
        let sum = |code: &str| sums.iter().find(|(field, _)| field == code).map(|(_, sum)| *sum);
        let fields = register.fields.iter().filter(|field| field.is_summed());
        let sums = fields.filter_map(|field| Some((field.code, sum(field.code)?))).collect();
        Ok(Page { rows, total, distinct, sums, standing })
    })
}

/// The records of a register under a scope that end within so many days from today, whenever they were written, and were
/// not followed by one that ends later; the first to end first. None where nothing ends by itself.
pub fn ending(
    app: &App,
    actor: &Actor,
    register: &'static Register,
    scope: &str,
    within: i32,
) -> Result<Vec<Activity>> {
    app.allow(actor, "activities.read")?;
    let Some(field) = register.end() else { return Ok(Vec::new()) };
    let today = app.today();
    app.db.read(|tx| {
        let scope = units::load_by_code(tx, app.federation, scope)?.id;
        app.must_reach(tx, actor, "activities.read", scope, today)?;
        let (of, days) = ((register.code, field.code), (today, today.plus(within)));
        let rows = list_store::ending(tx, app.federation, scope, of, days)?;
        as_shown(app, tx, actor, (register, scope, today), rows)
    })
}

/// Rows of a scope as the actor may see them: those within reach, and without texts that are for others.
fn as_shown(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (register, scope, on): (&Register, Id, Day),
    mut rows: Vec<Activity>,
) -> Result<Vec<Activity>> {
    if reaches_less_than_all(actor) {
        rows.retain(|row| app.must_reach(tx, actor, "activities.read", row.unit.0, row.on).is_ok());
    }
    if register.confidential && !reads_texts(app, tx, actor, (scope, on))? {
        rows.iter_mut().for_each(Activity::hide_texts);
    }
    Ok(rows)
}

/// Whether a post of the actor may reach a unit and nothing below it.
fn reaches_less_than_all(actor: &Actor) -> bool {
    actor.holds().is_some_and(|holds| holds.iter().any(|hold| !hold.below))
}

/// One record with its fields; the names of its people for who may see them.
pub fn card(app: &App, actor: &Actor, record: Id) -> Result<Activity> {
    app.allow(actor, "activities.read")?;
    app.db.read(|tx| {
        let found = store::standing(tx, app.federation, record)?;
        let mut found = found.ok_or_else(rules::unknown_record)?;
        match app.must_reach(tx, actor, "activities.read", found.unit.0, found.on) {
            Ok(()) => {}
            // Who may not see a record is not told that it is there.
            Err(Error::Refused(Refusal { code: "out_of_reach", .. })) => {
                return Err(rules::unknown_record().into());
            }
            Err(error) => return Err(error),
        }
        if reads_texts(app, tx, actor, (found.unit.0, found.on))? {
            found.people = Some(store::people(tx, app.federation, found.version)?);
        } else if found.register.confidential {
            found.hide_texts();
        }
        Ok(found)
    })
}

/// Whether names, and the texts of confidential registers, are shown.
fn reads_texts(app: &App, tx: &mut Tx<'_>, actor: &Actor, (unit, on): (Id, Day)) -> Result<bool> {
    match app.must_reach(tx, actor, "activities.people", unit, on) {
        Ok(()) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Adds the last records of units up: averages by the count each is of.
fn together(register: &'static Register, last: &[Activity]) -> Together {
    let sum = |code: &str| last.iter().filter_map(|row| row.number(code)).sum::<i64>();
    let average = |code: &str, of: &str| {
        let weighted: i128 = last
            .iter()
            .filter_map(|row| Some(i128::from(row.number(code)?) * i128::from(row.number(of)?)))
            .sum();
        let people = i128::from(sum(of));
        (people > 0).then(|| i64::try_from((weighted * 2 + people) / (people * 2)).ok()).flatten()
    };
    let value = |field: &'static Field| match field.kind {
        FieldKind::Average(of) => average(field.code, of).map(|value| (field.code, value)),
        _ if field.is_summed() => Some((field.code, sum(field.code))),
        _ => None,
    };
    Together {
        units: last.len() as i64,
        values: register.fields.iter().filter_map(value).collect(),
    }
}

/// What the last records of the units under a scope say of a field on a day: how many units say it, and their sum.
pub(crate) fn standing_sum(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Id,
    (register, field): (&'static Register, &'static Field),
    on: Day,
) -> Result<(i64, i64)> {
    let asked = Asked::default();
    let (federation, period) = (app.federation, Period::inclusive(on, on));
    let ground = Ground { federation, scope, register: register.code, period, asked: &asked };
    let last = list_store::last_of_each(tx, &ground, on)?;
    let said = last.iter().filter_map(|row| row.number(field.code));
    Ok(said.fold((0, 0_i64), |(units, sum), number| (units + 1, sum.saturating_add(number))))
}

/// Refuses who may not record activities at a unit: asked before a form is shown.
pub fn must_record_at(app: &App, actor: &Actor, unit: Id) -> Result<()> {
    app.db.read(|tx| app.must_reach(tx, actor, "activities.record", unit, app.today()))
}

/// The members under a unit on a day whom some lines name: `Họ tên`, `Họ tên, 1990` where two have the name, or a name
/// with `#` and the person's number.
pub fn name_people(app: &App, actor: &Actor, unit: Id, on: Day, lines: &[&str]) -> Result<Vec<Id>> {
    let lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    app.db.read(|tx| {
        let mut people = Vec::new();
        for line in lines.clone() {
            // Otherwise the answer would tell whether somebody of a name is a member of a unit out of reach.
            app.must_reach(tx, actor, "activities.people", unit, on)?;
            people.push(named(app, tx, actor, (unit, on), line)?);
        }
        Ok(people)
    })
}

fn named(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (unit, on): (Id, Day),
    line: &str,
) -> Result<Id> {
    if let Some(id) = line.rsplit_once('#').and_then(|(_, id)| Id::parse(id.trim())) {
        must_reach_person(app, tx, actor, "activities.people", id)?;
        return Ok(id);
    }
    let (name, birth) =
        line.split_once(',').map_or((line, ""), |(name, birth)| (name, birth.trim()));
    let key = vietnamese::fold::match_key(name.trim());
    let found = store::members_called(tx, app.federation, (unit, on), &key)?;
    let fits = |known: &Option<String>| {
        birth.is_empty() || known.as_deref().is_some_and(|known| known.contains(birth))
    };
    let fitting: Vec<Id> =
        found.into_iter().filter(|(_, known)| fits(known)).map(|(id, _)| id).collect();
    let short: String = line.chars().take(60).collect();
    match fitting[..] {
        [person] => {
            must_reach_person(app, tx, actor, "activities.people", person)?;
            Ok(person)
        }
        [] => Err(Refusal::new(
            "unknown_person",
            format!("Không có đoàn viên “{short}” ở đơn vị vào ngày {}", on.vi()),
            "Kiểm tra họ tên, năm sinh; người không phải đoàn viên thì chỉ tính vào số lượt",
        )
        .into()),
        _ => Err(Refusal::new(
            "several_people",
            format!("Có nhiều người tên “{short}”"),
            "Thêm dấu phẩy và năm sinh, ví dụ: Nguyễn Văn An, 1990",
        )
        .into()),
    }
}
