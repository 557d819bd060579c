//! Ranking a cluster: worked out from the reviewed cards, decided with a paper, taken back with a cause.

use std::collections::{HashMap, HashSet};

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};
use ledger::Posting;
use ledger::account::honours as accounts;

use super::read::{final_points, outcome_of};
use crate::books::Batch;
use crate::documents::{self, DocumentRef};
use crate::exports::{self, Cell, Format, Table};
use crate::scores::grading::{self, Outcome, points_text};
use crate::scores::model::{CardRow, Cycle, Hand, Mark, Points, RankLine, Ranking, State, Term};
use crate::scores::sheet::{Body, Condition, Effect};
use crate::scores::{cluster_store, list_store, ranking_store, rules, store};
use crate::{App, Result};

/// The ranking of a cluster: as it was decided, or as the reviewed cards make it now. Before it is decided only who
/// reaches the unit that opened the cycle sees it; then every unit of the cluster does.
pub fn ranking(app: &App, actor: &Actor, cycle: Id, cluster: Id) -> Result<Ranking> {
    app.allow(actor, "scores.read")?;
    app.db.read(|tx| {
        let cycle = store::cycle(tx, app.federation, cycle)?;
        let decided = ranking_store::standing(tx, app.federation, (cycle.id, cluster))?;
        if let Err(refused) = app.must_reach(tx, actor, "scores.read", cycle.unit.0, cycle.to) {
            let rows = list_store::cards(tx, app.federation, cycle.id, Some(cluster))?;
            let mut reached = |row: &CardRow| {
                app.must_reach(tx, actor, "scores.read", row.unit.0, cycle.to).is_ok()
            };
            if decided.is_none() || !rows.iter().any(&mut reached) {
                return Err(refused);
            }
        }
        let told = worked_out(tx, app, cycle, cluster)?;
        let day = app.today();
        let may_decide = app.must_reach(tx, actor, "scores.manage", told.cycle.unit.0, day).is_ok();
        let told = Ranking { may_decide, ..told };
        match decided {
            None => Ok(told),
            Some(decided) => as_decided(tx, app, told, decided),
        }
    })
}

/// The lines as they were decided, with the names of the sheet's grades.
fn as_decided(
    tx: &mut Tx<'_>,
    app: &App,
    told: Ranking,
    decided: (Id, Day, String),
) -> Result<Ranking> {
    let sheet = store::sheet(tx, app.federation, told.cycle.sheet)?;
    let name = |code: &str| {
        let band = sheet.body.bands.iter().find(|band| band.grade == code);
        band.map_or_else(|| code.to_owned(), |band| band.name.clone())
    };
    let lines = ranking_store::lines(tx, app.federation, decided.0)?;
    let mut lines: Vec<RankLine> = lines.into_iter().map(|(_, line)| line).collect();
    for line in &mut lines {
        line.grade = line.grade.take().map(|(code, _)| (code.clone(), name(&code)));
    }
    mark_ties(&mut lines);
    Ok(Ranking { lines, decided: Some(decided), waiting: Vec::new(), ..told })
}

fn mark_ties(lines: &mut [RankLine]) {
    let places: Vec<Option<i64>> = lines.iter().map(|line| line.place).collect();
    for line in lines {
        line.tied =
            line.place.is_some() && places.iter().filter(|place| **place == line.place).count() > 1;
    }
}

/// A card looked at: its points, and what they make in one half or in both.
struct Weighed {
    row: CardRow,
    points: Points,
    weakest: Option<i64>,
    grade: Option<usize>,
    forbidden: bool,
    said: Vec<String>,
}

fn worked_out(tx: &mut Tx<'_>, app: &App, cycle: Cycle, cluster: Id) -> Result<Ranking> {
    let federation = app.federation;
    let known = cluster_store::load(tx, federation, cluster, cycle.to)?;
    let body = store::sheet(tx, federation, cycle.sheet)?.body;
    let rows = list_store::cards(tx, federation, cycle.id, Some(cluster))?;
    if rows.is_empty() {
        let remedy = "Chọn một khối được gọi chấm trong kỳ này";
        return Err(
            Refusal::new("cluster_not_called", "Khối này không chấm trong kỳ", remedy).into()
        );
    }
    let halves = body.halves.filter(|_| cycle.term == Term::SecondHalf);
    let (first, unread) = match halves {
        Some(_) => first_half(tx, app, &cycle, &body)?,
        None => (HashMap::new(), Vec::new()),
    };
    // A year is not ranked by its second half alone where a card of the first one is still under way.
    let here: HashSet<Id> = rows.iter().map(|row| row.unit.0).collect();
    let unread = unread.into_iter().filter(|row| here.contains(&row.unit.0));
    let unread = unread.map(|row| (format!("{}, sáu tháng đầu năm", row.unit.2), row.state));
    let (ready, waiting): (Vec<CardRow>, Vec<CardRow>) =
        rows.into_iter().partition(|row| row.state.is_reviewed());
    let cards: Vec<Id> = ready.iter().map(|row| row.card).collect();
    let outcomes = outcomes(tx, app, &cards, &body)?;
    let mut weighed = Vec::with_capacity(ready.len());
    for row in ready {
        let Some(own) = outcomes.get(&row.card) else { continue };
        let begun = store::begun(tx, federation, row.unit.0, cycle.to)?;
        let young = rules::too_young(&body, begun, cycle.to);
        let before = halves.map(|weights| (weights, first.get(&row.unit.0)));
        weighed.push(weigh(&body, row, own, before, young));
    }
    let waiting = waiting.into_iter().map(|row| (row.unit.2, row.state)).chain(unread).collect();
    Ok(Ranking {
        lines: placed(&body, weighed),
        cluster: (known.id, known.name),
        waiting,
        halves,
        decided: None,
        may_decide: false,
        cycle,
    })
}

fn outcomes(tx: &mut Tx<'_>, app: &App, cards: &[Id], body: &Body) -> Result<HashMap<Id, Outcome>> {
    let mut marks: HashMap<Id, Vec<(Hand, Mark)>> =
        cards.iter().map(|id| (*id, Vec::new())).collect();
    for (card, hand, mark) in store::marks(tx, app.federation, cards)? {
        marks.entry(card).or_default().push((hand, mark));
    }
    let told =
        |(card, marks): (Id, Vec<(Hand, Mark)>)| (card, outcome_of(body, &final_points(&marks)));
    Ok(marks.into_iter().map(told).collect())
}

/// What the units' cards of the first half made, by unit, and the cards that nobody has reviewed yet.
fn first_half(
    tx: &mut Tx<'_>,
    app: &App,
    second: &Cycle,
    body: &Body,
) -> Result<(HashMap<Id, Outcome>, Vec<CardRow>)> {
    let Some(first) = store::first_half(tx, app.federation, second)? else {
        return Ok((HashMap::new(), Vec::new()));
    };
    let rows = list_store::cards(tx, app.federation, first, None)?;
    let (rows, unread): (Vec<CardRow>, Vec<CardRow>) =
        rows.into_iter().partition(|row| row.state.is_reviewed());
    let cards: Vec<Id> = rows.iter().map(|row| row.card).collect();
    let mut outcomes = outcomes(tx, app, &cards, body)?;
    let made = rows.into_iter().filter_map(|row| Some((row.unit.0, outcomes.remove(&row.card)?)));
    Ok((made.collect(), unread))
}

/// The points and the grade of a card: of its own half, or of the year with the half before.
fn weigh(
    body: &Body,
    row: CardRow,
    own: &Outcome,
    before: Option<((i64, i64), Option<&Outcome>)>,
    young: Option<String>,
) -> Weighed {
    let mut said = own.said.clone();
    let (mut points, mut grade) = (Points::whole(own.points), own.grade);
    let mut met = own.met.clone();
    let mut weakest = own.weakest();
    match before {
        Some(((one, two), Some(first))) => {
            points = Points::of_halves((first.points, one), (own.points, two));
            weakest = weakest.min(first.weakest());
            met.extend(first.met.iter().filter(|code| !own.met.contains(code)).cloned());
            said = vec![year_said((first, one), (own, two), points)];
            let reached = grading::band(&body.bands, points);
            said.extend(
                reached
                    .map(|step| body.bands[step].name.clone())
                    .map(|name| format!("Điểm cả năm đạt mức {name}")),
            );
            let conditions: Vec<&Condition> =
                body.conditions.iter().filter(|each| met.contains(&each.code)).collect();
            grade = grading::lowered(body, reached, &conditions, &mut said);
        }
        Some((_, None)) => {
            said.push("Không có phiếu sáu tháng đầu năm: lấy điểm sáu tháng cuối năm".to_owned())
        }
        None => {}
    }
    let forbids = |code: &String| {
        let condition = body.conditions.iter().find(|each| each.code == *code);
        condition.is_some_and(|condition| condition.effect == Effect::Forbid)
    };
    let forbidden = young.is_some() || met.iter().any(forbids);
    if forbidden {
        grade = None;
    }
    said.extend(young);
    Weighed { row, points, weakest, grade, forbidden, said }
}

fn year_said(
    (first, one): (&Outcome, i64),
    (second, two): (&Outcome, i64),
    points: Points,
) -> String {
    let rounded = if points.is_rounded() { ", đã làm tròn" } else { "" };
    format!(
        "Cả năm {} điểm{rounded} = ({} × {one} + {} × {two}) ÷ {}",
        points.text(),
        points_text(first.points),
        points_text(second.points),
        one + two
    )
}

/// The lines by place; who is not ranked stands last, without one.
fn placed(body: &Body, weighed: Vec<Weighed>) -> Vec<RankLine> {
    let ranked: Vec<Points> =
        weighed.iter().filter(|each| !each.forbidden).map(|each| each.points).collect();
    let places = grading::places(&ranked);
    let mut places = places.into_iter();
    let mut lines: Vec<RankLine> = weighed
        .into_iter()
        .map(|each| RankLine {
            card: each.row.card,
            unit: each.row.unit,
            place: if each.forbidden { None } else { places.next() },
            tied: false,
            points: each.points,
            weakest: each.weakest,
            grade: each.grade.map(|step| {
                let band = &body.bands[step];
                (band.grade.clone(), band.name.clone())
            }),
            said: each.said,
        })
        .collect();
    mark_ties(&mut lines);
    for line in &mut lines {
        if line.tied {
            let place = line.place.unwrap_or_default();
            line.said.push(format!("Đồng hạng {place} với đơn vị khác bằng điểm"));
        }
    }
    lines.sort_by_key(|line| line.place.unwrap_or(i64::MAX));
    lines
}

/// Decides the ranking of a cluster: every card must have been reviewed; each union counts on the account of its grade.
pub fn decide(
    app: &App,
    actor: &Actor,
    (cycle, cluster): (Id, Id),
    on: Day,
    document: &DocumentRef,
) -> Result<Id> {
    app.write(actor, "scores.manage", "Xếp loại khối, cụm thi đua", |batch| {
        batch.not_in_the_future(on)?;
        if document.number.trim().is_empty() {
            return Err(refuse(
                "document_missing",
                "Xếp loại cần số quyết định",
                "Ghi số và ngày của quyết định",
            ));
        }
        let federation = batch.federation();
        let known = store::cycle(batch.reader()?, federation, cycle)?;
        batch.must_reach(known.unit.0)?;
        if on < known.to {
            let message = format!("Ngày {} trước khi hết kỳ chấm {}", on.vi(), known.to.vi());
            return Err(refuse("cycle_not_over", message, "Ghi ngày của quyết định xếp loại"));
        }
        if ranking_store::standing(batch.reader()?, federation, (cycle, cluster))?.is_some() {
            let remedy = "Hủy bảng xếp loại cũ trước, rồi xếp loại lại";
            return Err(refuse("already_ranked", "Khối này đã có quyết định xếp loại", remedy));
        }
        let told = worked_out(batch.reader()?, app, known, cluster)?;
        if let Some((name, state)) = told.waiting.first() {
            let message = format!(
                "Còn {} phiếu chưa thẩm định, trong đó có {name} ({})",
                told.waiting.len(),
                state.name().vi.to_lowercase()
            );
            return Err(refuse("cards_waiting", message, "Thẩm định hết phiếu của khối trước"));
        }
        write(batch, &told, on, document)
    })
}

fn refuse(code: &'static str, message: impl Into<String>, remedy: &'static str) -> crate::Error {
    Refusal::new(code, message.into(), remedy).into()
}

fn write(batch: &mut Batch<'_, '_>, told: &Ranking, on: Day, document: &DocumentRef) -> Result<Id> {
    let federation = batch.federation();
    let body = store::sheet(batch.reader()?, federation, told.cycle.sheet)?.body;
    let paper = documents::find_or_add(batch, document)?;
    let place = (told.cycle.id, told.cluster.0, told.cycle.unit.0);
    let head = ranking_store::append_head(batch, place, on, Some(paper), None)?;
    let is_half =
        told.halves.is_none() && matches!(told.cycle.term, Term::FirstHalf | Term::SecondHalf);
    for line in &told.lines {
        let when = (on, told.cycle.year, is_half);
        let id = ranking_store::append_line(batch, (head, paper), when, line)?;
        let step = line.grade.as_ref().and_then(|(code, _)| body.step_of(code));
        if let Some(step) = step {
            let account = accounts::ranked(is_half, step as i32);
            let unit = line.unit.0;
            batch.post(id, Posting { account, unit, other: None, on, quantity: 1 })?;
        }
    }
    Ok(head)
}

/// Takes a ranking back, with the cause: its postings are reversed, its lines stay readable.
pub fn withdraw_ranking(
    app: &App,
    actor: &Actor,
    (cycle, cluster): (Id, Id),
    cause: &str,
) -> Result<()> {
    app.write(actor, "scores.manage", "Hủy bảng xếp loại khối, cụm thi đua", |batch| {
        rules::must_say(cause, "lý do hủy")?;
        let federation = batch.federation();
        let known = store::cycle(batch.reader()?, federation, cycle)?;
        batch.must_reach(known.unit.0)?;
        let standing = ranking_store::standing(batch.reader()?, federation, (cycle, cluster))?;
        let Some((ranking, on, _)) = standing else {
            let remedy = "Tải lại trang để xem khối đang ở bước nào";
            return Err(refuse("not_ranked", "Khối này chưa có quyết định xếp loại", remedy));
        };
        let lines = ranking_store::lines(batch.reader()?, federation, ranking)?;
        let place = (cycle, cluster, known.unit.0);
        ranking_store::append_head(batch, place, on, None, Some((ranking, cause)))?;
        lines.iter().try_for_each(|(id, _)| batch.reverse(*id))
    })
}

/// The ranking as a file; that it left the books is noted.
pub fn export(app: &App, actor: &Actor, told: &Ranking, format: Format) -> Result<Vec<u8>> {
    let state = match &told.decided {
        Some((_, on, paper)) => format!("Theo {paper}, ghi ngày {}", on.vi()),
        None => "Dự kiến, chưa có quyết định xếp loại".to_owned(),
    };
    let named = |text: &str, width: u16| (text.to_owned(), width);
    let table = Table {
        name: "Xếp loại".to_owned(),
        titles: vec![
            format!("BẢNG XẾP LOẠI: {}", told.cluster.1),
            format!("{} · {}", told.cycle.name, told.cycle.unit.2),
            state,
        ],
        columns: vec![
            named("Hạng", 8),
            named("Mã đơn vị", 16),
            named("Đơn vị", 44),
            named("Điểm", 10),
            named("Xếp loại", 28),
            named("Diễn giải", 90),
        ],
        rows: told.lines.iter().map(line_of).collect(),
    };
    exports::export(
        app,
        actor,
        ("scores.ranking_exported", Some(told.cycle.unit.0)),
        &table,
        format,
    )
}

fn line_of(line: &RankLine) -> Vec<Cell> {
    let place = match (line.place, line.tied) {
        (Some(place), true) => Cell::text(format!("{place} (đồng hạng)")),
        (place, _) => Cell::number(place),
    };
    let grade = line.grade.as_ref().map_or("Không xếp loại", |(_, name)| name);
    vec![
        place,
        Cell::text(&*line.unit.1),
        Cell::text(&*line.unit.2),
        Cell::text(line.points.text()),
        Cell::text(grade),
        Cell::text(line.said.join(". ")),
    ]
}

impl Ranking {
    /// Units of the cluster that are not reviewed yet.
    pub fn waits(&self) -> bool {
        self.decided.is_none() && self.waiting.iter().any(|(_, state)| *state != State::Ranked)
    }
}
