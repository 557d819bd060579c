//! Which unit a name means: `Cty CP Minh Cường`, `Công ty  Cổ phần Minh Cường` and
//! `CĐCS Công ty Cổ phần Minh Cường` are one.
//!
//! Names are compared by a key in which abbreviations are spelt out and the union's own prefix is
//! gone; marks count, since Minh Hà and Minh Hạ are two firms.

use std::collections::HashMap;

use vietnamese::fold::{fold, match_key};
use vietnamese::text::clean;

/// What a name in a row was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// Written like the unit.
    Same(String),
    /// Another writing of this unit.
    Variant(String),
    /// No unit of the list.
    Unknown,
}

/// The units a workbook may speak of.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnitNames {
    names: Vec<String>,
    by_key: HashMap<String, usize>,
    /// Without marks; `None` where two names would meet.
    by_fold: HashMap<String, Option<usize>>,
}

impl UnitNames {
    /// The units of a known list.
    pub(crate) fn of_list<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut units = Self::default();
        for name in names {
            let name = clean(name);
            if !name.is_empty() {
                units.add(name);
            }
        }
        units
    }

    /// The units that a column of names speaks of when no list is known: of several writings of
    /// one name the full one, of several full ones the most frequent.
    pub(crate) fn of_column(written: &[(String, usize)]) -> Self {
        let mut writings: HashMap<String, Vec<(&String, usize)>> = HashMap::new();
        let mut keys: Vec<String> = Vec::new();
        for (name, times) in written {
            let key = key(name);
            let group = writings.entry(key.clone()).or_default();
            if group.is_empty() {
                keys.push(key);
            }
            group.push((name, *times));
        }
        let schools = Schools::of(written);
        let full = |name: &String| spelt_out(name, schools) == *name;
        let short = keys.iter().filter(|key| !writings[*key].iter().any(|(name, _)| full(name)));
        // A clerk who abbreviates every name means to.
        let abbreviates = 2 * short.count() > keys.len();
        let mut units = Self::default();
        for key in keys {
            let best = writings[&key].iter().rev().max_by_key(|(name, times)| (full(name), *times));
            if let Some((name, _)) = best {
                units.add(if abbreviates { (*name).clone() } else { spelt_out(name, schools) });
            }
        }
        units
    }

    /// Whether no unit is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    fn add(&mut self, name: String) {
        let at = self.names.len();
        self.by_fold
            .entry(fold(&spelt_key(&name)))
            .and_modify(|known| *known = None)
            .or_insert(Some(at));
        self.by_key.entry(key(&name)).or_insert(at);
        self.names.push(name);
    }

    /// The unit that a clean name means. `spaced`: it was written with other white space between
    /// its words than one space.
    pub(crate) fn find(&self, name: &str, spaced: bool) -> Match {
        let found = self.by_key.get(&key(name)).copied().or_else(|| {
            // Marks were not typed at all.
            let unmarked = name.is_ascii();
            self.by_fold.get(&fold(&spelt_key(name))).copied().flatten().filter(|_| unmarked)
        });
        let Some(unit) = found.map(|at| self.names[at].as_str()) else { return Match::Unknown };
        let same = name == unit
            || without_prefix(name) == without_prefix(unit)
            || name.to_lowercase() == unit.to_lowercase();
        if same && !spaced { Match::Same(unit.to_owned()) } else { Match::Variant(unit.to_owned()) }
    }
}

/// Abbreviations inside a name and what they stand for. Position matters only for `th` and `mn`:
/// see [`spelt_key`].
const SHORT: &[(&str, &str)] = &[
    ("cty", "công ty"),
    ("ctcp", "công ty cổ phần"),
    ("ctytnhh", "công ty tnhh"),
    ("ctycp", "công ty cổ phần"),
    ("cttnhh", "công ty tnhh"),
    ("cp", "cổ phần"),
    ("tm", "thương mại"),
    ("dv", "dịch vụ"),
    ("tmdv", "thương mại dịch vụ"),
    ("sx", "sản xuất"),
    ("xd", "xây dựng"),
    ("đt", "đầu tư"),
    ("xnk", "xuất nhập khẩu"),
    ("vn", "việt nam"),
    ("dntn", "doanh nghiệp tư nhân"),
    ("dn", "doanh nghiệp"),
    ("htx", "hợp tác xã"),
    ("xn", "xí nghiệp"),
    ("bv", "bệnh viện"),
    ("tt", "trung tâm"),
    ("cn", "chi nhánh"),
    ("vp", "văn phòng"),
    ("mn", "mầm non"),
    ("1tv", "mtv"),
    ("p", "phường"),
    ("q", "quận"),
];

/// What the union itself puts in front of the name of its employer.
const PREFIXES: &[&str] = &["cđcs", "cđ cơ sở", "công đoàn cơ sở", "công đoàn", "đơn vị"];

/// Two writings of one unit have one key.
fn key(name: &str) -> String {
    match_key(&spelt_key(name))
}

/// The name in small letters, abbreviations spelt out, without punctuation, `và` and prefixes.
fn spelt_key(name: &str) -> String {
    let lower = name.to_lowercase();
    let plain = without_prefix(&lower);
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match SHORT.iter().find(|(short, _)| *short == word) {
            Some((_, full)) => words.extend(full.split(' ')),
            None => words.push(word),
        }
    }
    words.retain(|word| *word != "và");
    if matches!(words.first(), Some(&("trường" | "truong"))) {
        words.remove(0);
    }
    if words.first() == Some(&"th") {
        words.splice(..1, ["tiểu", "học"]);
    }
    words
        .join(" ")
        .replace("trách nhiệm hữu hạn", "tnhh")
        .replace("tnhh một thành viên", "tnhh mtv")
        .replace("tnhh 1 thành viên", "tnhh mtv")
}

fn without_prefix(name: &str) -> &str {
    let is_head = |prefix: &&&str| {
        name.get(..prefix.len()).is_some_and(|head| head.to_lowercase() == ***prefix)
            && name[prefix.len()..].starts_with([' ', ':', '.'])
    };
    match PREFIXES.iter().find(is_head) {
        Some(prefix) => name[prefix.len()..].trim_start_matches([' ', ':', '.']),
        None => name,
    }
}

/// Which kinds of school a list names in full, so that a bare `TH` or `MN` can mean one of them.
#[derive(Clone, Copy, Debug, Default)]
struct Schools {
    primary: bool,
    nursery: bool,
    secondary: bool,
}

impl Schools {
    fn of(written: &[(String, usize)]) -> Self {
        let names = |head: &str| {
            written.iter().any(|(name, _)| {
                name.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
            })
        };
        Self {
            primary: names("Trường Tiểu học"),
            nursery: names("Trường Mầm non"),
            secondary: names("Trường THCS"),
        }
    }
}

/// The name with the abbreviations that can mean one thing only written in full.
fn spelt_out(name: &str, schools: Schools) -> String {
    let mut full: Vec<&str> = Vec::new();
    for word in name.split(' ') {
        let plain = word.trim_end_matches('.').to_lowercase();
        let before = full.last().map(|word| word.to_lowercase());
        let of_company = before.as_deref() == Some("ty");
        let of_school = full.len() == 1 && before.as_deref() == Some("trường");
        let first = full.is_empty();
        match plain.as_str() {
            "cty" | "c.ty" => full.extend(["Công", "ty"]),
            "ctcp" => full.extend(["Công", "ty", "Cổ", "phần"]),
            "cp" if of_company => full.extend(["Cổ", "phần"]),
            "mn" if of_school => full.extend(["Mầm", "non"]),
            "th" if of_school => full.extend(["Tiểu", "học"]),
            "mn" if first && schools.nursery => full.extend(["Trường", "Mầm", "non"]),
            "th" if first && schools.primary => full.extend(["Trường", "Tiểu", "học"]),
            "thcs" if first && schools.secondary => full.extend(["Trường", "THCS"]),
            _ => full.push(word),
        }
    }
    full.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> UnitNames {
        UnitNames::of_list([
            "Công ty Cổ phần Thương mại Minh Cường",
            "Trường Tiểu học Hoa Sen",
            "Trường Mầm non Ánh Dương",
            "Công ty TNHH MTV Cơ khí Gia Minh",
            "Công ty TNHH Minh Hà",
            "Công ty TNHH Minh Hạ",
        ])
    }

    fn find(units: &UnitNames, written: &str) -> Match {
        units.find(&clean(written), written.trim().contains("  "))
    }

    fn column(written: &[&str]) -> UnitNames {
        let each: Vec<(String, usize)> = written.iter().map(|name| (clean(name), 1)).collect();
        UnitNames::of_column(&each)
    }

    #[test]
    fn abbreviations_and_spaces_lead_to_the_unit_they_mean() {
        for (written, unit) in [
            ("Cty CP Thương mại Minh Cường", "Công ty Cổ phần Thương mại Minh Cường"),
            ("CTCP TM Minh Cường", "Công ty Cổ phần Thương mại Minh Cường"),
            ("TH Hoa Sen", "Trường Tiểu học Hoa Sen"),
            ("Trường MN Ánh Dương", "Trường Mầm non Ánh Dương"),
            ("Công ty  TNHH MTV Cơ khí Gia Minh", "Công ty TNHH MTV Cơ khí Gia Minh"),
            ("Công ty TNHH một thành viên Cơ khí Gia Minh", "Công ty TNHH MTV Cơ khí Gia Minh"),
        ] {
            assert_eq!(find(&known(), written), Match::Variant(unit.to_owned()), "{written}");
        }
    }

    #[test]
    fn the_unions_own_prefix_and_capitals_are_no_other_writing() {
        let unit = "Công ty TNHH Minh Hà".to_owned();
        assert_eq!(find(&known(), "CĐCS Công ty TNHH Minh Hà"), Match::Same(unit.clone()));
        assert_eq!(find(&known(), " CÔNG TY TNHH MINH HÀ "), Match::Same(unit));
    }

    #[test]
    fn marks_tell_two_firms_apart_and_without_marks_nobody_can() {
        let other = Match::Same("Công ty TNHH Minh Hạ".to_owned());
        assert_eq!(find(&known(), "Công ty TNHH Minh Hạ"), other);
        assert_eq!(find(&known(), "Cong ty TNHH Minh Ha"), Match::Unknown);
        let school = Match::Variant("Trường Tiểu học Hoa Sen".to_owned());
        assert_eq!(find(&known(), "Truong Tieu hoc Hoa Sen"), school);
    }

    #[test]
    fn without_a_list_the_full_writing_wins_and_a_lone_abbreviation_is_spelt_out() {
        let units = column(&["Cty TNHH Sao Kỳ", "Công ty TNHH An Bình", "TH Hoa Sen"]);
        let full = Match::Variant("Công ty TNHH Sao Kỳ".to_owned());
        assert_eq!(find(&units, "Cty TNHH Sao Kỳ"), full);
        assert_eq!(find(&units, "TH Hoa Sen"), Match::Same("TH Hoa Sen".to_owned()));
    }

    #[test]
    fn among_schools_in_full_a_bare_abbreviation_is_a_school_too() {
        let units = column(&["Trường Tiểu học Sao Mai", "Trường THCS Sao Mai", "TH Hoa Sen"]);
        let school = Match::Variant("Trường Tiểu học Hoa Sen".to_owned());
        assert_eq!(find(&units, "TH Hoa Sen"), school);
        let other = Match::Same("Trường THCS Sao Mai".to_owned());
        assert_eq!(find(&units, "Trường THCS Sao Mai"), other);
    }

    #[test]
    fn a_clerk_who_always_abbreviates_is_let_alone() {
        let units = column(&["Cty A", "Cty B", "Cty C"]);
        assert_eq!(find(&units, "Cty A"), Match::Same("Cty A".to_owned()));
    }
}
