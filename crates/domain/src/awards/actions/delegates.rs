//! Exemplars of a conference, and who of them is sent to the next level's, with the paper.

use std::collections::HashSet;

use kernel::{Actor, Id, Refusal};

use crate::awards::emulation_model::EmulationKind;
use crate::awards::model::{
    Delegation, Exemplars, Form, HonourRow, NewCommendation, NewHonour, Stage, Subject,
};
use crate::awards::{emulation_store, list_store};
use crate::books::Batch;
use crate::{App, Result};

/// Those honoured as exemplars in a conference, and those sent to the next level's.
pub fn exemplars(app: &App, actor: &Actor, conference: Id) -> Result<Exemplars> {
    app.db.read(|tx| {
        super::emulation::card(app, tx, actor, conference)?;
        let rows = list_store::of_emulation(tx, app.federation, conference)?;
        Ok(sorted(rows))
    })
}

fn sorted(rows: Vec<HonourRow>) -> Exemplars {
    let mut told = Exemplars::default();
    for row in rows.into_iter().filter(|row| row.ended.is_none()) {
        match row.stage {
            Stage::Decided if row.form == Form::Exemplar => told.honoured.push(row),
            Stage::Delegated => told.sent.push(row),
            Stage::Decided | Stage::Proposed => {}
        }
    }
    told
}

impl Exemplars {
    /// People, and collectives, of a list.
    pub fn counts(rows: &[HonourRow]) -> (i64, i64) {
        let of = |subject: Subject| {
            rows.iter().filter(|row| row.subject == subject).map(|row| row.quantity).sum()
        };
        (of(Subject::Person), of(Subject::Collective))
    }

    /// Those who may still be sent: named, and not sent yet.
    pub fn to_send(&self) -> impl Iterator<Item = &HonourRow> {
        // A person may have changed unions since; a collective is known by its unit and name.
        let key = |row: &HonourRow| match row.person {
            Some(person) => (person, String::new()),
            None => (row.unit.0, row.named.clone()),
        };
        let sent: HashSet<_> = self.sent.iter().map(key).collect();
        self.honoured.iter().filter(move |row| !row.typed && !sent.contains(&key(row)))
    }
}

/// Sends some exemplars of a conference to the next level's. Each line leads back to the honour it rests on.
pub fn delegate(app: &App, actor: &Actor, conference: Id, new: &Delegation) -> Result<Id> {
    app.write(actor, "honours.record", "Cử dự hội nghị cấp trên", |batch| {
        let federation = batch.federation();
        let told = emulation_store::must_stand(batch.reader()?, federation, conference)?;
        batch.must_reach(told.unit.0)?;
        if told.kind != EmulationKind::Conference {
            let message = format!("“{}” không phải hội nghị điển hình", told.name);
            return Err(refuse("not_a_conference", message, "Chọn một hội nghị điển hình"));
        }
        if new.on < told.from {
            let message = format!("Ngày {} trước hội nghị {}", new.on.vi(), told.from.vi());
            return Err(refuse("before_conference", message, "Kiểm tra lại ngày của văn bản cử"));
        }
        let known = sorted(list_store::of_emulation(batch.reader()?, federation, conference)?);
        let lines = chosen(batch, &known, &new.honours)?;
        let paper = NewCommendation {
            unit: told.unit.0,
            stage: Stage::Delegated,
            level: new.level,
            decided_by: new.to.clone(),
            proposed_by: None,
            presented_by: None,
            presented_on: None,
            document: new.document.clone(),
            on: new.on,
            year: new.on.year(),
            title: format!("Cử dự: {}", new.to.trim()),
            emulation: Some(conference),
            lines,
        };
        super::commend::commend_in(batch, &paper)
    })
}

fn refuse(code: &'static str, message: String, remedy: &'static str) -> crate::Error {
    Refusal::new(code, message, remedy).into()
}

/// The lines of those chosen; each must be an exemplar of the conference who was not sent yet.
fn chosen(batch: &mut Batch<'_, '_>, known: &Exemplars, honours: &[Id]) -> Result<Vec<NewHonour>> {
    let federation = batch.federation();
    let open: Vec<&HonourRow> = known.to_send().collect();
    let mut lines = Vec::with_capacity(honours.len());
    for id in honours {
        let row = open.iter().find(|row| row.id == *id).ok_or_else(|| {
            let message =
                "Người hoặc tập thể được chọn không còn trong danh sách chờ cử".to_owned();
            refuse("not_an_exemplar", message, "Tải lại trang hội nghị rồi chọn lại")
        })?;
        // Where the person changed unions since, today's stands on the paper of today.
        let unit = match row.person {
            Some(person) => {
                let places = crate::people::places_of(batch.reader()?, federation, person)?;
                places.first().copied().unwrap_or(row.unit.0)
            }
            None => row.unit.0,
        };
        let line = match row.person {
            Some(person) => NewHonour::of_person(&row.award, person, unit),
            None => NewHonour {
                subject: row.subject,
                named: (row.named != row.unit_named).then(|| row.named.clone()),
                ..NewHonour::of_unit(&row.award, unit)
            },
        };
        lines.push(NewHonour { answers: Some(row.id), ..line });
    }
    Ok(lines)
}
