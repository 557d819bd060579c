//! Recording a paper with its list: a decision, a proposal upward, the sending of some to the next level.

use std::collections::HashMap;

use kernel::{Actor, Day, Id, Refusal};
use ledger::Posting;
use ledger::account::honours as accounts;

use crate::awards::catalogue::Award;
use crate::awards::model::{Form, NewCommendation, NewHonour, Stage, Subject};
use crate::awards::store::{self, Line};
use crate::awards::{emulation_store, rules};
use crate::books::Batch;
use crate::{App, Error, Result, documents, people, units};

/// Records a paper with its whole list, or nothing of it. Gives back its id.
pub fn commend(app: &App, actor: &Actor, new: &NewCommendation) -> Result<Id> {
    let reason = match new.stage {
        Stage::Proposed => "Đề nghị khen thưởng",
        Stage::Decided => "Khen thưởng",
        Stage::Delegated => "Cử dự hội nghị cấp trên",
    };
    app.write(actor, "honours.record", reason, |batch| commend_in(batch, new))
}

/// The same within a batch that writes more.
pub(crate) fn commend_in(batch: &mut Batch<'_, '_>, new: &NewCommendation) -> Result<Id> {
    batch.not_in_the_future(new.on)?;
    let awards = rules::check(new)?;
    let federation = batch.federation();
    let keeper = units::load(batch.reader()?, federation, new.unit)?;
    units::must_be_open(&keeper, new.on)?;
    batch.must_reach(new.unit)?;
    if let Some(emulation) = new.emulation {
        emulation_store::must_stand(batch.reader()?, federation, emulation)?;
    }
    let document = documents::find_or_add(batch, &new.document)?;
    let head = store::append_head(batch, new, document)?;
    let mut names = HashMap::new();
    for (place, (line, award)) in new.lines.iter().zip(awards).enumerate() {
        write_line(batch, (head, document), new, (place + 1, line, award), &mut names)
            .map_err(|error| named_line(error, place + 1))?;
    }
    Ok(head)
}

/// A refusal that says in which line of the list.
fn named_line(error: Error, line: usize) -> Error {
    match error {
        Error::Refused(refusal) => rules::at_line(refusal, line).into(),
        other => other,
    }
}

fn write_line(
    batch: &mut Batch<'_, '_>,
    (head, document): (Id, Id),
    new: &NewCommendation,
    (item, line, award): (usize, &NewHonour, &'static Award),
    names: &mut HashMap<Id, String>,
) -> Result<()> {
    let federation = batch.federation();
    let unit_named = unit_named(batch, line.unit, new.on, names)?;
    let named = match (line.person, line.named.as_deref().map(str::trim)) {
        (Some(person), _) => member_named(batch, person, line.unit, new.on)?,
        (None, Some(name)) if !name.is_empty() => name.to_owned(),
        _ => unit_named.clone(),
    };
    let line = Line { item, new: line, award, named, unit_named };
    if line.new.count.is_none()
        && store::was_honoured(batch.reader()?, federation, new, document, &line)?
    {
        return Err(already(&line.named, award).into());
    }
    if let Some(proposal) = line.new.answers {
        must_answer(batch, proposal, new.stage, line.new)?;
    }
    let honour = store::append_line(batch, (head, document), new, &line)?;
    let account = rules::account_of(new.stage, award.form, new.level, line.new.subject);
    let quantity = line.new.count.unwrap_or(1);
    let unit = line.new.unit;
    let posting = Posting { account, unit, other: None, on: new.on, quantity };
    batch.post(honour, posting)?;
    let grade = line.new.grade.filter(|_| new.stage == Stage::Decided && award.form == Form::Prize);
    if let Some(grade) = grade {
        let account = accounts::grade(i32::from(grade) - 1);
        batch.post(honour, Posting { account, ..posting })?;
    }
    Ok(())
}

/// The name a unit had that day; it must stand then, and its books must be kept here.
pub(crate) fn unit_named(
    batch: &mut Batch<'_, '_>,
    unit: Id,
    on: Day,
    names: &mut HashMap<Id, String>,
) -> Result<String> {
    if let Some(name) = names.get(&unit) {
        return Ok(name.clone());
    }
    let federation = batch.federation();
    let state = units::load(batch.reader()?, federation, unit)?;
    units::must_be_open(&state, on)?;
    if state.is_external() {
        return Err(Refusal::new(
            "external_unit",
            format!("{} có sổ riêng ở nơi khác", state.name),
            "Khen thưởng của đơn vị này ghi ở sổ của nơi đó",
        )
        .into());
    }
    let name = store::unit_named(batch.reader()?, federation, unit, on)?.unwrap_or(state.name);
    names.insert(unit, name.clone());
    Ok(name)
}

/// The unit where a person stands on a day, or stood last.
pub(crate) fn unit_on(batch: &mut Batch<'_, '_>, person: Id, on: Day) -> Result<Option<Id>> {
    let federation = batch.federation();
    let found = store::person_on(batch.reader()?, federation, person, on)?;
    Ok(found.and_then(|(_, unit)| unit))
}

/// The name of a person, who must belong to the unit on that day, or have belonged to it last.
pub(crate) fn member_named(
    batch: &mut Batch<'_, '_>,
    person: Id,
    unit: Id,
    on: Day,
) -> Result<String> {
    let federation = batch.federation();
    let Some((name, last)) = store::person_on(batch.reader()?, federation, person, on)? else {
        return Err(Refusal::new(
            "unknown_person",
            "Sổ không có người này",
            "Tìm lại trong danh sách đoàn viên",
        )
        .into());
    };
    if last == Some(unit) {
        return Ok(name);
    }
    let there = match last {
        Some(other) => format!("thuộc {}", units::load(batch.reader()?, federation, other)?.name),
        None => "chưa là đoàn viên".to_owned(),
    };
    Err(Refusal::new(
        "not_a_member_then",
        format!("Ngày {} {name} {there}, không thuộc đơn vị đã ghi", on.vi()),
        "Chọn đúng đơn vị của người đó vào ngày quyết định",
    )
    .into())
}

fn already(named: &str, award: &Award) -> Refusal {
    let message = if award.once {
        format!("{named} đã được tặng {} trước đó; chỉ tặng một lần", award.name)
    } else {
        format!("{named} đã có {} theo chính văn bản này", award.name)
    };
    Refusal::new("already_honoured", message, "Bỏ dòng này, hoặc kiểm tra lại số và ngày văn bản")
}

/// A line may answer only a standing proposal of the same recipient.
fn must_answer(
    batch: &mut Batch<'_, '_>,
    proposal: Id,
    stage: Stage,
    line: &NewHonour,
) -> Result<()> {
    let federation = batch.federation();
    let known = store::load(batch.reader()?, federation, proposal)?;
    let people: Vec<Id> = known.person.into_iter().chain(line.person).collect();
    let kept = people::kept_of(batch.reader()?, federation, &people)?;
    let stands = |person: Option<Id>| person.map(|id| kept.get(&id).copied().unwrap_or(id));
    let same = known.subject == line.subject
        && stands(known.person) == stands(line.person)
        && (line.subject == Subject::Person || known.unit == line.unit);
    let standing = known.standing;
    // Who is sent on rests on an honour that was decided and stands.
    if stage == Stage::Delegated && standing.stage == Stage::Decided && !standing.ended && same {
        return Ok(());
    }
    if standing.stage == Stage::Proposed
        && !standing.ended
        && !standing.answered
        && same
        && stage == Stage::Decided
    {
        return Ok(());
    }
    Err(Refusal::new(
        "not_an_answer",
        format!("Đề nghị cho {} không còn chờ quyết định, hoặc là của người khác", known.named),
        "Mở lại tờ trình để xem dòng nào còn chờ",
    )
    .into())
}
