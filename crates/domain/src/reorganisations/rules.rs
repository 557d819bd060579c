//! How the rows of a list become acts, in the order in which they must be written: units that begin, then names, then
//! lines of managers, then those who are joined, and the ends last, the lowest first.

use std::collections::{BTreeMap, HashMap};

use intake::{ChangeRow, Deed};
use kernel::{Block, Day, Refusal, UnitKind};

use vietnamese::fold::fold;

use super::names::{Known, Names, cut, folded};
use crate::imports::name_key;
use crate::units::{Act, Entry, Founding};

/// What was understood of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Meant {
    /// The unit: code and name.
    pub(super) unit: Option<(String, String)>,
    /// Who receives: the name.
    pub(super) to: Option<String>,
    /// What was understood otherwise than it is written.
    pub(super) doubts: Vec<String>,
}

impl Meant {
    fn of(row: &ChangeRow, unit: (String, String), to: Option<(String, String)>) -> Self {
        let pairs = [(&row.unit, Some(&unit)), (&row.to, to.as_ref())];
        let doubts = pairs.into_iter().filter_map(otherwise).collect();
        Self { unit: Some(unit), to: to.map(|(_, name)| name), doubts }
    }
}

/// Tells a name that stands in the books in other words or with other marks; a code says itself.
fn otherwise((written, meant): (&Option<String>, Option<&(String, String)>)) -> Option<String> {
    let (written, (code, name)) = written.as_ref().zip(meant)?;
    let is_same = name_key(written) == name_key(name) || written.trim() == code;
    (!is_same).then(|| format!("“{}” trong danh sách được hiểu là “{name}” ({code})", cut(written)))
}

/// A list as acts.
#[derive(Default)]
pub(super) struct Plan {
    /// The acts in order, each with the place of its row.
    pub(super) acts: Vec<(usize, Act)>,
    /// The rows that cannot be written, by their places.
    pub(super) refused: BTreeMap<usize, Refusal>,
    /// What was understood, row by row.
    pub(super) meant: Vec<Meant>,
}

/// When an act is written: its kind, then how deep its unit stands, then as listed.
type Turn = (u8, i64);

/// The units a list makes or renames, found by the names they are to bear.
#[derive(Default)]
struct New {
    /// The name's key, with the code and the name.
    by_key: HashMap<String, (String, String)>,
    /// The codes and keys of those founded by the rows at these places.
    founded: HashMap<usize, String>,
}

/// The acts of rows that the reading took.
pub(super) fn plan(names: &mut Names, scope: &str, on: Day, rows: &[&ChangeRow]) -> Plan {
    let mut plan = Plan { meant: vec![Meant::default(); rows.len()], ..Plan::default() };
    let new = new_units(names, on, rows, &mut plan);
    let mut told: HashMap<(String, Deed), u32> = HashMap::new();
    let mut acts: Vec<(Turn, usize, Act)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let Some(deed) = row.deed.filter(|_| row.verdict.is_accepted()) else { continue };
        if plan.refused.contains_key(&place) {
            continue;
        }
        let read = match deed {
            Deed::Found => founding(names, &new, (scope, on), (place, row)),
            _ => change(names, &new, on, row, deed),
        };
        match read.and_then(|read| told_once(read, &mut told, row, deed)) {
            Ok((meant, own)) => {
                plan.meant[place] = meant;
                acts.extend(own.into_iter().map(|(turn, act)| (turn, place, act)));
            }
            Err(refusal) => drop(plan.refused.insert(place, refusal)),
        }
    }
    acts.sort_by_key(|(turn, place, _)| (*turn, *place));
    plan.acts = acts.into_iter().map(|(_, place, act)| (place, act)).collect();
    plan
}

type Read = (Meant, Vec<(Turn, Act)>);

/// The same said of one unit twice is a slip of whoever wrote the list.
fn told_once(
    read: Read,
    told: &mut HashMap<(String, Deed), u32>,
    row: &ChangeRow,
    deed: Deed,
) -> Result<Read, Refusal> {
    let Some((code, name)) = &read.0.unit else { return Ok(read) };
    match told.insert((code.clone(), deed), row.row) {
        None => Ok(read),
        Some(first) => Err(Refusal::new(
            "told_twice",
            format!("{} đã có ở dòng {first} với cùng một việc", cut(name)),
            "Xóa một trong hai dòng",
        )),
    }
}

/// Gives every unit that begins its code, and remembers the names units are to bear.
fn new_units(names: &mut Names, on: Day, rows: &[&ChangeRow], plan: &mut Plan) -> New {
    let mut new = New::default();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.verdict.is_accepted()) {
        if row.deed == Some(Deed::Found) {
            let name = row.unit.clone().unwrap_or_default();
            let key = name_key(&name);
            if names.is_taken(&name, on) || new.by_key.contains_key(&key) {
                let refusal = Refusal::new(
                    "unit_exists",
                    format!("Đã có đơn vị “{}” trong phạm vi này", cut(&name)),
                    "Bỏ dòng này, hoặc ghi tên khác nếu là đơn vị khác",
                );
                plan.refused.insert(place, refusal);
                continue;
            }
            let code = row.code.as_deref().map(|code| code.trim().to_lowercase());
            let code = code.unwrap_or_else(|| names.fresh_code(&name));
            new.founded.insert(place, code.clone());
            new.by_key.insert(key, (code, name));
        } else if let Some(name) = &row.new_name
            && let Ok(unit) = subject(names, on, row)
        {
            new.by_key.entry(name_key(name)).or_insert((unit.code.clone(), name.clone()));
        }
    }
    new
}

fn subject<'n>(names: &'n Names, on: Day, row: &ChangeRow) -> Result<&'n Known, Refusal> {
    match (&row.code, &row.unit) {
        (Some(code), _) => names.by_code(code),
        (None, unit) => names.find(unit.as_deref().unwrap_or_default(), row.from.as_deref(), on),
    }
}

/// Who receives: a unit of this list under the name it is to bear, else one of the books.
fn receiver(
    names: &Names,
    new: &New,
    on: Day,
    row: &ChangeRow,
) -> Result<(String, String), Refusal> {
    let text = row.to.as_deref().unwrap_or_default();
    if let Some(found) = new.by_key.get(&name_key(text)) {
        return Ok(found.clone());
    }
    if let Some(found) = new.by_key.values().find(|(code, _)| code == text.trim()) {
        return Ok(found.clone());
    }
    // Written without its marks it means the one new unit that could be meant, where the books have none by that name.
    let mut alike = new.by_key.iter().filter(|(key, _)| fold(key) == folded(text));
    if let (Some((_, found)), None) = (alike.next(), alike.next())
        && names.find(text, None, on).is_err()
    {
        return Ok(found.clone());
    }
    names.find(text, None, on).map(|unit| (unit.code.clone(), unit.name.clone()))
}

fn founding(
    names: &Names,
    new: &New,
    (scope, on): (&str, Day),
    (place, row): (usize, &ChangeRow),
) -> Result<Read, Refusal> {
    let name = row.unit.clone().unwrap_or_default();
    let code = new.founded.get(&place).cloned().unwrap_or_default();
    let manager = match row.to {
        Some(_) => receiver(names, new, on, row)?,
        None => (scope.to_owned(), String::new()),
    };
    // One that stands under another of this list is written after it.
    let under_new = new.founded.values().any(|code| *code == manager.0);
    let kind = row.class.unwrap_or(UnitKind::Grassroots);
    let block = row.khoi.unwrap_or(match kind {
        UnitKind::Guild => Block::TradeGuild,
        _ => Block::Other,
    });
    let act = Act::Found(Founding {
        code: code.clone(),
        name: name.clone(),
        kind,
        block,
        manager: manager.0.clone(),
        entry: Entry::Founded,
        method: None,
        members: None,
        address: None,
    });
    let to = row.to.as_ref().map(|_| manager);
    let meant = Meant::of(row, (code, name), to);
    Ok((meant, vec![((0, i64::from(under_new)), act)]))
}

fn change(names: &Names, new: &New, on: Day, row: &ChangeRow, deed: Deed) -> Result<Read, Refusal> {
    let known = subject(names, on, row)?;
    let unit = || known.code.clone();
    let to = match row.to {
        Some(_) if !matches!(deed, Deed::End | Deed::StrikeOff | Deed::Keep) => {
            Some(receiver(names, new, on, row)?)
        }
        _ => None,
    };
    let line = |deed: Deed| -> Result<Option<(Turn, Act)>, Refusal> {
        let Some((to, name)) = to.clone() else { return Ok(None) };
        must_be_elsewhere(names, known, &to, &name)?;
        let unit = unit();
        let act = if deed == Deed::HandOver {
            Act::HandOver { unit, to }
        } else {
            Act::Move { unit, to }
        };
        Ok(Some(((3, 0), act)))
    };
    let mut acts: Vec<(Turn, Act)> = Vec::new();
    if let Some(name) = row.new_name.clone().filter(|_| !matches!(deed, Deed::Keep | Deed::Merge)) {
        acts.push(((2, 0), Act::Rename { unit: unit(), name }));
    }
    match deed {
        Deed::Move | Deed::HandOver | Deed::Rename => acts.extend(line(deed)?),
        Deed::Merge => {
            let shares = to.iter().map(|(code, _)| (code.clone(), None)).collect();
            acts.push(((4, 0), Act::Succeed { unit: unit(), shares, ends: true }));
        }
        Deed::End => acts.push(((6, -(known.depth as i64)), Act::Dissolve { unit: unit() })),
        Deed::StrikeOff => acts.push(((6, -(known.depth as i64)), Act::StrikeOff { unit: unit() })),
        Deed::Suspend => acts.push(((5, 0), Act::Suspend { unit: unit() })),
        Deed::Resume => acts.push(((1, 0), Act::Resume { unit: unit() })),
        Deed::Restore => acts.push(((1, 0), Act::Restore { unit: unit() })),
        Deed::Found | Deed::Keep => {}
    }
    let meant = Meant::of(row, (unit(), known.name.clone()), to);
    Ok((meant, acts))
}

/// A unit that stands there already was moved before, or the row is about another.
fn must_be_elsewhere(names: &Names, unit: &Known, to: &str, name: &str) -> Result<(), Refusal> {
    match names.manager_of(unit) {
        Some(manager) if manager.code == to => Err(Refusal::new(
            "already_there",
            format!("{} đã trực thuộc {name}", unit.name),
            "Bỏ dòng này, hoặc ghi là giữ nguyên",
        )),
        _ => Ok(()),
    }
}
