//! Workplaces and their grassroots unions: invented enterprises and schools, and the offices every district has.
//!
//! Names are given once, codes too. Sizes are drawn as they are met: many small enterprises, few large ones.

mod words;

use std::collections::HashSet;

use fastrand::Rng;
use kernel::{Block, UnitKind};

use crate::draw::{Weighted, one_of};

/// Where workplaces stand.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// The first letters of its codes, such as `tx`.
    pub prefix: &'static str,
    /// Its name in addresses and in names of offices, such as `quận Thanh Xuân`.
    pub name: &'static str,
    /// What follows in addresses, such as `, Hà Nội`.
    pub within: &'static str,
    /// Its wards by name.
    pub wards: &'static [&'static str],
    /// Its streets.
    pub streets: &'static [&'static str],
}

/// A workplace with a grassroots union.
#[derive(Clone, Debug)]
pub struct Workplace {
    /// The union's name.
    pub name: String,
    /// Its code.
    pub code: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its block.
    pub block: Block,
    /// Its address.
    pub address: String,
    /// In which of the area's wards it stands.
    pub ward: usize,
    /// How many people work there, about.
    pub size: usize,
    /// Whether all its wages come from the state budget.
    pub on_budget: bool,
}

/// A source of workplaces of one area.
pub struct Workplaces {
    rng: Rng,
    area: Area,
    forms: Weighted<&'static str>,
    levels: Weighted<&'static str>,
    used: HashSet<String>,
    number: usize,
    offices: usize,
    services: usize,
}

impl Workplaces {
    /// Workplaces of an area, from a seed.
    pub fn from_seed(seed: u64, area: Area) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            area,
            forms: Weighted::read(words::PRIVATE_FORMS),
            levels: Weighted::read(words::LEVELS),
            used: HashSet::new(),
            number: 0,
            offices: 0,
            services: 0,
        }
    }

    /// From now on the workplaces stand in another area: the map was drawn anew. Names and numbers go on.
    pub fn redraw(&mut self, area: Area) {
        self.area = area;
    }

    /// The body of a ward, by the ward's place in the area.
    pub fn ward_body(&mut self, ward: usize) -> Workplace {
        let size = self.rng.usize(18..34);
        let name = format!("phường {}", self.area.wards[ward]);
        Workplace { on_budget: true, ..self.workplace(&name, Block::Ward, ward, size) }
    }

    /// The next office of the district, while there is one.
    pub fn office(&mut self) -> Option<Workplace> {
        let office = words::OFFICES.get(self.offices)?;
        self.offices += 1;
        let size = self.rng.usize(8..30);
        let name = format!("{office} {}", self.area.name);
        let ward = self.any_ward();
        Some(Workplace {
            on_budget: true,
            ..self.workplace(&name, Block::Administrative, ward, size)
        })
    }

    /// The next public service of the district, while there is one.
    pub fn service(&mut self) -> Option<Workplace> {
        let service = words::SERVICES.get(self.services)?;
        self.services += 1;
        let size = self.rng.usize(25..90);
        let name = format!("{service} {}", self.area.name);
        let ward = self.any_ward();
        Some(self.workplace(&name, Block::Administrative, ward, size))
    }

    /// A school, an enterprise or a guild.
    pub fn any(&mut self, block: Block) -> Workplace {
        let name = self.unused(block);
        let ward = self.any_ward();
        let size = self.size(block);
        self.workplace(&name, block, ward, size)
    }

    /// A workplace of a given name.
    pub fn named(&mut self, name: &str, block: Block, size: usize) -> Workplace {
        self.used.insert(name.to_owned());
        let ward = self.any_ward();
        self.workplace(name, block, ward, size)
    }

    fn any_ward(&mut self) -> usize {
        self.rng.usize(0..self.area.wards.len())
    }

    fn workplace(&mut self, name: &str, block: Block, ward: usize, size: usize) -> Workplace {
        self.number += 1;
        let Area { prefix, name: area, within, wards, streets } = self.area;
        let street = one_of(&mut self.rng, streets);
        let house = self.rng.u32(1..400);
        let (kind, title) = match block {
            Block::TradeGuild => (UnitKind::Guild, "Nghiệp đoàn"),
            _ => (UnitKind::Grassroots, "CĐCS"),
        };
        Workplace {
            code: code(prefix, name, self.number),
            address: format!("Số {house} {street}, phường {}, {area}{within}", wards[ward]),
            name: format!("{title} {name}"),
            kind,
            block,
            ward,
            size,
            on_budget: false,
        }
    }

    /// A name that nobody has yet.
    fn unused(&mut self, block: Block) -> String {
        for _ in 0..6 {
            let name = self.invent(block);
            if self.used.insert(name.clone()) {
                return name;
            }
        }
        let name = format!("{} {}", self.invent(block), self.number + 1);
        self.used.insert(name.clone());
        name
    }

    fn invent(&mut self, block: Block) -> String {
        let rng = &mut self.rng;
        let trade = one_of(rng, words::TRADES);
        let own = [one_of(rng, words::FIRST), one_of(rng, words::SECOND)].join(" ");
        match block {
            Block::Education => [*self.levels.draw(rng), one_of(rng, words::SCHOOLS)].join(" "),
            Block::StateEnterprise => format!("Công ty TNHH Nhà nước MTV {trade} {own}"),
            Block::ForeignInvested => format!("Công ty TNHH {own} Việt Nam"),
            Block::Cooperative => format!("Hợp tác xã {trade} {own}"),
            Block::TradeGuild => {
                let ward = one_of(rng, self.area.wards);
                format!("{} phường {ward}", one_of(rng, words::GUILDS))
            }
            _ => format!("{} {trade} {own}", self.forms.draw(rng)),
        }
    }

    fn size(&mut self, block: Block) -> usize {
        let rng = &mut self.rng;
        match (block, rng.u32(0..100)) {
            (Block::Education, _) => rng.usize(24..78),
            (Block::Cooperative, _) => rng.usize(8..30),
            (Block::TradeGuild, _) => rng.usize(20..90),
            (_, 0..55) => rng.usize(8..45),
            (_, 55..85) => rng.usize(45..140),
            (_, 85..97) => rng.usize(140..420),
            _ => rng.usize(420..900),
        }
    }
}

/// A code: the area, the end of the name without marks, a number.
fn code(prefix: &str, name: &str, number: usize) -> String {
    let folded = vietnamese::fold::fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let from = words.len().saturating_sub(5);
    format!("{prefix}-{}-{number:03}", words[from..].join("-"))
}

#[cfg(test)]
mod tests;
