//! Opening a cycle and looking at where its cards stand.

use std::collections::HashMap;

use kernel::{Actor, Id, Refusal};

use super::read::{final_points, own_points};
use crate::scores::clusters::Part;
use crate::scores::model::{CardRow, Cycle, Cycles, Hand, Mark, NewCycle};
use crate::scores::sheet::Sheet;
use crate::scores::{cluster_store, grading, list_store, rules, store};
use crate::{App, Result, documents};

/// Opens a cycle: every unit of the clusters that day gets a card. Gives back the cycle.
pub fn open_cycle(app: &App, actor: &Actor, new: &NewCycle) -> Result<Id> {
    app.write(actor, "scores.manage", "Mở kỳ chấm điểm thi đua", |batch| {
        rules::check_cycle(new)?;
        let (federation, today) = (batch.federation(), batch.app.today());
        let sheet = store::sheet(batch.reader()?, federation, new.sheet)?;
        if new.to < sheet.head.from {
            let message = format!("{} dùng từ {}", sheet.head.name, sheet.head.from.vi());
            return Err(refuse("sheet_not_in_force", message, "Chọn bảng điểm của thời gian ấy"));
        }
        if store::is_open(batch.reader()?, federation, new)? {
            let message = format!("Đã mở {} {} với bảng điểm này", new.term.name().vi, new.year);
            return Err(refuse("already_open", message, "Mở kỳ đã có trong danh sách"));
        }
        let document = match &new.document {
            Some(paper) => Some(documents::find_or_add(batch, paper)?),
            None => None,
        };
        let id = store::append_cycle(batch, new, document)?;
        let mut called = 0;
        for cluster in &new.clusters {
            let known = cluster_store::load(batch.reader()?, federation, *cluster, today)?;
            if known.unit != new.unit {
                let message = format!("{} do đơn vị khác chia", known.name);
                return Err(refuse(
                    "cluster_of_another",
                    message,
                    "Chọn khối của đơn vị mở kỳ chấm",
                ));
            }
            for unit in known.units.iter().filter(|each| each.part != Part::Gone) {
                store::append_card(batch, (id, known.id, unit.id), today)?;
                called += 1;
            }
        }
        if called == 0 {
            let message = "Các khối đã chọn không có đơn vị nào".to_owned();
            return Err(refuse("no_units", message, "Thêm đơn vị vào khối trước"));
        }
        Ok(id)
    })
}

fn refuse(code: &'static str, message: String, remedy: &'static str) -> crate::Error {
    Refusal::new(code, message, remedy).into()
}

/// The cycles a unit opened, and its own cards.
pub fn cycles(app: &App, actor: &Actor, unit: Id) -> Result<Cycles> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "scores.read", unit, app.today())?;
        Ok(Cycles {
            opened: list_store::opened(tx, app.federation, unit)?,
            own: list_store::own(tx, app.federation, unit)?,
            may_record: app.must_reach(tx, actor, "scores.manage", unit, app.today()).is_ok(),
        })
    })
}

/// A cycle with its sheet and cards: all of them for who reaches the unit that opened it.
pub fn cycle(app: &App, actor: &Actor, id: Id) -> Result<(Cycle, Sheet, Vec<CardRow>)> {
    app.allow(actor, "scores.read")?;
    app.db.read(|tx| {
        let cycle = store::cycle(tx, app.federation, id)?;
        app.must_reach(tx, actor, "scores.read", cycle.unit.0, cycle.to)?;
        let sheet = store::sheet(tx, app.federation, cycle.sheet)?;
        let mut rows = list_store::cards(tx, app.federation, id, None)?;
        let cards: Vec<Id> = rows.iter().map(|row| row.card).collect();
        let mut marks: HashMap<Id, Vec<(Hand, Mark)>> = HashMap::new();
        for (card, hand, mark) in store::marks(tx, app.federation, &cards)? {
            marks.entry(card).or_default().push((hand, mark));
        }
        let none = Vec::new();
        for row in &mut rows {
            let marks = marks.get(&row.card).unwrap_or(&none);
            let sum = |points: &HashMap<String, i64>| {
                let of = |item: &str| points.get(item).copied().unwrap_or(0);
                grading::outcome(&sheet.body, of, |_| false).points
            };
            if !row.state.is_open() {
                row.own = Some(sum(&own_points(marks)));
            }
            if row.state.is_reviewed() {
                row.reviewed = Some(sum(&final_points(marks)));
            }
        }
        Ok((cycle, sheet, rows))
    })
}
