//! The catalogue: every award with its money, found by code and by day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kernel::{Day, Refusal};

use crate::award::{Award, Names};
use crate::money::{BaseSalary, Price, RoundingRule};
use crate::read::{self, Place};

/// A file of rules: what it is called in messages, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Its name, as a person would look for it.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Every award, checked as a whole.
#[derive(Debug, Default)]
pub struct Catalogue {
    pub(crate) awards: Vec<Award>,
    pub(crate) base_salaries: Vec<BaseSalary>,
    pub(crate) roundings: Vec<RoundingRule>,
    pub(crate) prices: Vec<Price>,
    pub(crate) rules: Vec<crate::Rule>,
    pub(crate) places: Places,
}

/// Where each entry stands, in the order of the entries.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) awards: Vec<Place>,
    pub(crate) bases: Vec<Place>,
    pub(crate) roundings: Vec<Place>,
    pub(crate) prices: Vec<Place>,
    pub(crate) rules: Vec<Place>,
}

/// The files the program carries with it.
const SHIPPED: &[(&str, &str)] = &[
    ("names.toml", include_str!("../../../regulations/awards/names.toml")),
    ("nha_nuoc.toml", include_str!("../../../regulations/awards/nha_nuoc.toml")),
    ("tong_lien_doan.toml", include_str!("../../../regulations/awards/tong_lien_doan.toml")),
    ("ha_noi.toml", include_str!("../../../regulations/awards/ha_noi.toml")),
    ("ho_chi_minh.toml", include_str!("../../../regulations/awards/ho_chi_minh.toml")),
    (
        "tieu_chuan_nha_nuoc.toml",
        include_str!("../../../regulations/awards/tieu_chuan_nha_nuoc.toml"),
    ),
    (
        "tieu_chuan_cong_doan.toml",
        include_str!("../../../regulations/awards/tieu_chuan_cong_doan.toml"),
    ),
    ("tien_thuong.toml", include_str!("../../../regulations/awards/tien_thuong.toml")),
];

/// The file that holds the names.
const NAMES: &str = "names.toml";

static STANDARD: LazyLock<Result<Catalogue, Refusal>> =
    LazyLock::new(|| Catalogue::read(&Catalogue::shipped()));

impl Catalogue {
    /// The catalogue the program carries. A test reads it, so that no program is built with one that cannot be read.
    pub fn standard() -> &'static Self {
        static NOTHING: LazyLock<Catalogue> = LazyLock::new(Catalogue::default);
        STANDARD.as_ref().unwrap_or(&NOTHING)
    }

    /// The files the program carries, as they would stand in `regulations/awards/`.
    pub fn shipped() -> Vec<RuleFile> {
        let file = |(name, text): &(&str, &str)| RuleFile {
            name: format!("regulations/awards/{name}"),
            text: (*text).to_owned(),
        };
        SHIPPED.iter().map(file).collect()
    }

    /// The shipped files with those of a folder: a file of the same name takes the place of the shipped one, another is
    /// added.
    pub fn with(files: Vec<RuleFile>) -> Result<Self, Refusal> {
        let last = |file: &RuleFile| file.name.rsplit(['/', '\\']).next().unwrap_or("").to_owned();
        let given: Vec<String> = files.iter().map(last).collect();
        let mut all: Vec<RuleFile> =
            Self::shipped().into_iter().filter(|file| !given.contains(&last(file))).collect();
        all.extend(files);
        Self::read(&all)
    }

    /// Reads and checks files. The first thing that does not hold is refused with file, line and remedy.
    pub fn read(files: &[RuleFile]) -> Result<Self, Refusal> {
        let mut names: BTreeMap<String, Names> = BTreeMap::new();
        let is_names = |file: &&RuleFile| file.name.ends_with(NAMES);
        for file in files.iter().filter(is_names) {
            names.extend(read::names(file)?);
        }
        let mut catalogue = Self::default();
        let mut files: Vec<&RuleFile> = files.iter().filter(|file| !is_names(file)).collect();
        // Upper layers first: a lower one speaks of the numbers of an upper one.
        files.sort_by_key(|file| read::layer_of(file));
        for file in files {
            read::into(&mut catalogue, file, &names)?;
        }
        crate::check::all(&catalogue)?;
        Ok(catalogue)
    }

    /// Every entry, in the order of the files.
    pub fn awards(&self) -> &[Award] {
        &self.awards
    }

    /// The award with this code as it was on a day.
    pub fn find(&self, code: &str, on: Day) -> Option<&Award> {
        self.awards.iter().find(|award| award.code == code && award.lasts.holds(on))
    }

    /// The award with this code on whatever day: the latest entry.
    pub fn by_code(&self, code: &str) -> Option<&Award> {
        self.awards.iter().filter(|award| award.code == code).max_by_key(|award| award.lasts.from)
    }

    /// What could be given on a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &Award> {
        self.awards.iter().filter(move |award| award.lasts.holds(day))
    }

    /// The award meant by a name, blind to its letters' size: the award, and whether the name is right. A name that only
    /// looks like one finds the award it is mistaken for.
    pub fn by_name(&self, name: &str) -> Option<(&Award, bool)> {
        let wanted = name.trim().to_lowercase();
        let meets = |each: &String| each.to_lowercase() == wanted;
        let right = |award: &&Award| {
            meets(&award.names.name)
                || meets(&award.title())
                || award.names.aliases.iter().any(meets)
        };
        let alike = |award: &&Award| award.names.look_alikes.iter().any(meets);
        let found = self.awards.iter().find(right).map(|award| (award, true));
        found.or_else(|| self.awards.iter().find(alike).map(|award| (award, false)))
    }
}
