//! Emulation and commendation in the demo: how lists are drawn from those who were members that day. What was published
//! stands in `published_honours`.

use domain::awards::{
    EmulationKind, Level, NewCommendation, NewEmulation, NewHonour, Stage, commend,
    record_emulation,
};
use domain::documents::DocumentRef;
use domain::{Result, awards};
use fastrand::Rng;
use kernel::{Actor, Block, Day, Id};

use super::districts::DISTRICTS;
use super::teller::{Teller, Told};

/// The confederation, as papers name it.
const TLD: &str = "Tổng Liên đoàn Lao động Việt Nam";

/// A paper to be written: who decides, on which day, for what.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    pub(super) district: usize,
    pub(super) on: &'static str,
    pub(super) stage: Stage,
    pub(super) level: Level,
    pub(super) year: i16,
    pub(super) title: &'static str,
    pub(super) presented: Option<(&'static str, &'static str)>,
    pub(super) emulation: Option<Id>,
}

/// So many of an award to people, or to collectives.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) award: &'static str,
    pub(super) count: usize,
    pub(super) to_people: bool,
    pub(super) grade: Option<u8>,
    pub(super) achievement: &'static str,
    /// Whose unions they are drawn from.
    pub(super) blocks: Blocks,
    /// Years of membership at least.
    pub(super) years: i32,
}

/// Which unions a list is drawn from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Blocks {
    Any,
    Enterprises,
    Schools,
    Public,
}

impl Blocks {
    pub(super) fn has(self, block: Block) -> bool {
        match self {
            Self::Any => true,
            Self::Schools => block == Block::Education,
            Self::Public => {
                matches!(block, Block::Administrative | Block::Education | Block::Ward)
            }
            Self::Enterprises => matches!(
                block,
                Block::StateEnterprise
                    | Block::PrivateEnterprise
                    | Block::ForeignInvested
                    | Block::Cooperative
            ),
        }
    }
}

/// So many collectives.
pub(super) const fn collectives(award: &'static str, count: usize) -> Share {
    Share {
        award,
        count,
        to_people: false,
        grade: None,
        achievement: "",
        blocks: Blocks::Any,
        years: 0,
    }
}

/// So many people.
pub(super) const fn people(award: &'static str, count: usize) -> Share {
    Share { to_people: true, ..collectives(award, count) }
}

impl Teller {
    /// Who decides at a level, for a district.
    fn decider(&self, district: usize, level: Level) -> String {
        match level {
            Level::Tld => TLD.to_owned(),
            Level::State => "Thủ tướng Chính phủ".to_owned(),
            Level::City => super::teller::CITY_OFFICE.to_owned(),
            Level::District | Level::Grassroots => self.office(district),
        }
    }

    /// Papers of commendation have a series of their own.
    fn commendation_paper(
        &mut self,
        issuer: &str,
        on: Day,
        stage: Stage,
        title: &str,
    ) -> DocumentRef {
        let series = if stage == Stage::Proposed { "TTr-LĐLĐ" } else { "QĐKT" };
        let paper = self.issue(&format!("{issuer}, {series}"), on, title);
        let number = paper.number.split('/').next().unwrap_or_default().to_owned();
        DocumentRef { number: format!("{number}/{series}"), issuer: issuer.to_owned(), ..paper }
    }

    /// Writes a paper with lists drawn from the district's unions of that day.
    pub(super) fn honour(&mut self, paper: &Paper, shares: &[Share]) -> Result<Id> {
        let on = Day::parse(paper.on)?;
        let mut rng =
            Rng::with_seed(on.year() as u64 * 1_000 + shares.len() as u64 + paper.level as u64);
        let mut lines = Vec::new();
        for share in shares {
            let drawn = self.draw((paper.district, on), share, &lines, &mut rng);
            lines.extend(drawn);
        }
        let decided_by = self.decider(paper.district, paper.level);
        let issuer = match paper.stage {
            Stage::Decided => decided_by.clone(),
            Stage::Proposed | Stage::Delegated => self.office(paper.district),
        };
        let document = self.commendation_paper(&issuer, on, paper.stage, paper.title);
        let proposed_by =
            (issuer != self.office(paper.district)).then(|| self.office(paper.district));
        let new = NewCommendation {
            unit: self.districts[paper.district],
            stage: paper.stage,
            level: paper.level,
            decided_by,
            proposed_by,
            presented_by: paper.presented.map(|(who, _)| who.to_owned()),
            presented_on: paper.presented.map(|(_, day)| Day::parse(day)).transpose()?,
            document,
            on,
            year: paper.year,
            title: paper.title.to_owned(),
            emulation: paper.emulation,
            lines,
        };
        commend(&self.app, &self.actor(paper.district), &new)
    }

    /// Unions, or one member of each of so many unions, of those that stood on a day; nobody who stands on the list
    /// already.
    fn draw(
        &self,
        (district, on): (usize, Day),
        share: &Share,
        taken: &[NewHonour],
        rng: &mut Rng,
    ) -> Vec<NewHonour> {
        let stood = |unit: &&Told| {
            unit.district == district
                && unit.open
                && unit.from <= on
                && share.blocks.has(unit.place.block)
        };
        let mut units: Vec<&Told> = self.units.iter().filter(stood).collect();
        rng.shuffle(&mut units);
        let achievement = (!share.achievement.is_empty()).then(|| share.achievement.to_owned());
        let mut lines = Vec::new();
        // More people than unions are drawn in further rounds, each time another member.
        for round in 0..40 {
            for unit in &units {
                if lines.len() == share.count {
                    return lines;
                }
                let line = if share.to_people {
                    let is_taken =
                        |person: Id| taken.iter().any(|line| line.person == Some(person));
                    let members = unit
                        .members
                        .iter()
                        .filter(|member| on.since(member.since) >= share.years * 365);
                    let member = members.filter(|member| !is_taken(member.person)).nth(round);
                    member.map(|member| NewHonour::of_person(share.award, member.person, unit.id))
                } else {
                    (round == 0).then(|| NewHonour::of_unit(share.award, unit.id))
                };
                let achievement = achievement.clone();
                lines.extend(line.map(|line| NewHonour {
                    grade: share.grade,
                    achievement,
                    ..line
                }));
            }
        }
        lines
    }

    /// Members of so many unions of some blocks, each once: unit and person.
    pub(super) fn some_members(
        &self,
        district: usize,
        on: Day,
        blocks: Blocks,
        count: usize,
        seed: u64,
    ) -> Vec<(Id, Id)> {
        let share = Share { blocks, ..people("khac.bieu_duong", count) };
        let lines = self.draw((district, on), &share, &[], &mut Rng::with_seed(seed));
        lines.into_iter().filter_map(|line| Some((line.unit, line.person?))).collect()
    }

    /// Launches a movement or a wave of a district, or opens a contest or conference.
    pub(super) fn emulation(
        &mut self,
        district: usize,
        kind: EmulationKind,
        name: &str,
        event: Option<&str>,
        (from, to): (&str, Option<&str>),
    ) -> Result<Id> {
        let from = Day::parse(from)?;
        let title = format!("Kế hoạch {}: {name}", kind.name().vi.to_lowercase());
        let issuer = self.office(district);
        let paper = self.issue(&format!("{issuer}, KH"), from, &title);
        let number = paper.number.split('/').next().unwrap_or_default().to_owned();
        let new = NewEmulation {
            unit: self.districts[district],
            kind,
            name: name.to_owned(),
            event: event.map(str::to_owned),
            from,
            to: to.map(Day::parse).transpose()?,
            document: Some(DocumentRef { number: format!("{number}/KH-LĐLĐ"), issuer, ..paper }),
            part_of: None,
            about: None,
        };
        record_emulation(&self.app, &self.actor(district), &new)
    }

    /// Launches one to the district's open unions of some blocks.
    pub(super) fn launch_to(
        &self,
        district: usize,
        emulation: Id,
        on: &str,
        blocks: Blocks,
    ) -> Result<()> {
        let on = Day::parse(on)?;
        let units = self.units.iter().filter(|unit| {
            unit.district == district
                && unit.open
                && unit.from <= on
                && blocks.has(unit.place.block)
        });
        let units: Vec<Id> = units.map(|unit| unit.id).collect();
        awards::launch(&self.app, &self.actor(district), emulation, &units, on).map(drop)
    }

    /// Shows the rolls of honour of the city and of a district that keeps its own address to everybody.
    pub(super) fn open_rolls(&self, on: Day) -> Result<()> {
        let actor = Actor::operator(super::teller::CITY_OFFICE);
        for unit in self.districts.iter().chain([&self.city]) {
            awards::publish_roll(&self.app, &actor, *unit, on, true)?;
        }
        Ok(())
    }

    /// Where a district's papers are kept.
    pub(super) fn area_of(district: usize) -> &'static str {
        DISTRICTS[district].area.name
    }
}
