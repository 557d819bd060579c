//! Books of any size for trials and measurements: one confederation, provinces, wards, unions, members.
//!
//! Members are admitted over three years, a few leave each year, so that every kind of roll-up row occurs. Told through
//! the same actions as everything else, in batches of fifty thousand people.

use domain::documents::DocumentRef;
use domain::memberships::{Admission, EventKind, admit_many};
use domain::units::{Entry, NewUnit, open_many, open_unit};
use domain::{App, Result};
use kernel::{Actor, Block, Day, Id, UnitKind};

use crate::people::{Ages, People};

/// Unions under one ward, as in Hà Nội's plan of 2025 (5.876 unions in 126 communes).
const UNIONS_A_WARD: usize = 38;
/// Unions under one province: the country's 125.000 in 34 provinces.
const UNIONS_A_PROVINCE: usize = 3_677;
/// People written as one batch.
const BATCH: usize = 50_000;

/// The code of the scope above everything that was generated.
pub const SCOPE: &str = "thanh-pho";

/// Fills empty books with so many unions and members. The same seed makes the same people.
pub fn build(
    app: &App,
    actor: &Actor,
    unions: usize,
    members: usize,
    seed: u64,
    progress: &mut dyn FnMut(&str),
) -> Result<()> {
    progress("đơn vị");
    let leaves = units(app, actor, unions)?;
    let mut people = People::from_seed(seed);
    let mut written = 0;
    while written < members {
        progress(&format!("{written} đoàn viên"));
        let count = BATCH.min(members - written);
        let batch: Result<Vec<Admission>> = (written..written + count)
            .map(|number| admission(&mut people, leaves[number * leaves.len() / members], number))
            .collect();
        admit_many(app, actor, "Sinh đoàn viên", &batch?)?;
        written += count;
    }
    Ok(())
}

/// The block of a generated unit: all four are there.
pub fn block_of(code: &str) -> Block {
    let blocks =
        [Block::PrivateEnterprise, Block::Education, Block::ForeignInvested, Block::Administrative];
    blocks[code.len() % blocks.len()]
}

fn new_unit(code: String, name: String, kind: UnitKind, manager: Option<Id>) -> Result<NewUnit> {
    let entry = if kind.counts_as_grassroots() { Entry::Founded } else { Entry::BroughtForward };
    Ok(NewUnit {
        block: block_of(&code),
        code,
        name,
        kind,
        address: None,
        employer: None,
        manager,
        from: Day::parse(if kind.counts_as_grassroots() { "2021-03-01" } else { "2000-01-01" })?,
        entry,
        method: None,
        members: None,
        document: Some(DocumentRef::decision("1/QĐ", None, "LĐLĐ", "Thành lập")),
        import: None,
    })
}

/// Opens the organisation and gives back its unions.
fn units(app: &App, actor: &Actor, unions: usize) -> Result<Vec<Id>> {
    let root =
        new_unit(SCOPE.to_owned(), "Thành phố thử".to_owned(), UnitKind::Confederation, None)?;
    let root = open_unit(app, actor, &root)?;
    let mut leaves = Vec::with_capacity(unions);
    for province in 0..unions.div_ceil(UNIONS_A_PROVINCE) {
        let in_province = UNIONS_A_PROVINCE.min(unions - province * UNIONS_A_PROVINCE);
        let upper = new_unit(
            format!("tinh-{province}"),
            format!("LĐLĐ tỉnh {province}"),
            UnitKind::Province,
            Some(root),
        )?;
        let upper = open_unit(app, actor, &upper)?;
        let wards: Result<Vec<NewUnit>> = (0..in_province.div_ceil(UNIONS_A_WARD))
            .map(|ward| {
                let name = format!("Công đoàn phường {province}.{ward}");
                new_unit(
                    format!("phuong-{province}-{ward}"),
                    name,
                    UnitKind::WardUnion,
                    Some(upper),
                )
            })
            .collect();
        let wards = open_many(app, actor, "Sinh công đoàn phường", &wards?)?;
        let unions: Result<Vec<NewUnit>> = (0..in_province)
            .map(|number| {
                let name = format!("Công ty số {number} tỉnh {province}");
                let ward = wards[number / UNIONS_A_WARD].0;
                new_unit(
                    format!("cdcs-{province}-{number}"),
                    name,
                    UnitKind::Grassroots,
                    Some(ward),
                )
            })
            .collect();
        let opened = open_many(app, actor, "Sinh công đoàn cơ sở", &unions?)?;
        leaves.extend(opened.into_iter().map(|(unit, _)| unit));
    }
    Ok(leaves)
}

fn admission(people: &mut People, unit: Id, number: usize) -> Result<Admission> {
    let first = Day::parse("2021-03-01")?;
    let on = first.plus((number * 7 % 1_030) as i32);
    let worker = people.worker(Block::PrivateEnterprise, on, Ages::JOINING);
    Ok(Admission {
        person: worker.facts,
        kind: EventKind::Admitted,
        unit,
        on,
        from_outside: None,
        document: None,
        unit_event: None,
    })
}
