//! Checklists as dated data: what a file holds, offered when a round is opened.

use std::sync::LazyLock;

use kernel::{Day, Refusal};
use serde::Deserialize;

use super::model::{Item, ItemSort};
use super::rules::{ITEMS_MAX, LINE_MAX};
use crate::awards;

const NAME: &str = "regulations/rounds/checklists.toml";
const TEXT: &str = include_str!("../../../../regulations/rounds/checklists.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    checklist: Vec<Checklist>,
}

/// What the file of an award holds, from a day on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Its name.
    pub name: String,
    /// The forms of award it is for.
    #[serde(default)]
    forms: Vec<String>,
    /// The awards it is for, before any that is for their form.
    #[serde(default)]
    awards: Vec<String>,
    /// The document it stands in.
    pub source: String,
    /// `R` read, `S` reported by others.
    pub confidence: String,
    from: String,
    to: Option<String>,
    #[serde(rename = "item")]
    items: Vec<WrittenItem>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenItem {
    code: String,
    sort: String,
    title: String,
    needed: bool,
}

impl Checklist {
    /// Its items.
    pub fn items(&self) -> Vec<Item> {
        let item = |told: &WrittenItem| Item {
            code: told.code.clone(),
            sort: ItemSort::from_code(&told.sort).unwrap_or(ItemSort::Both),
            title: told.title.clone(),
            needed: told.needed,
            source: Some(self.source.clone()),
        };
        self.items.iter().map(item).collect()
    }

    fn holds(&self, on: Day) -> bool {
        let day = |text: &str| Day::parse(text).ok();
        day(&self.from).is_some_and(|from| from <= on)
            && self.to.as_deref().and_then(day).is_none_or(|to| on <= to)
    }
}

static ALL: LazyLock<Result<Vec<Checklist>, Refusal>> = LazyLock::new(|| read(TEXT));

/// The checklist for an award on a day: the one that names it, or else the one for its form.
pub fn checklist_for(award: &str, on: Day) -> Option<&'static Checklist> {
    let all = ALL.as_deref().ok()?;
    let form = awards::award(award)?.form.code();
    let mut standing = all.iter().filter(|each| each.holds(on));
    let named = standing.clone().find(|each| each.awards.iter().any(|code| code == award));
    named.or_else(|| standing.find(|each| each.forms.iter().any(|code| code == form)))
}

/// Passes when the shipped checklists could be read: a program that cannot is not to serve.
pub fn must_have_checklists() -> Result<(), Refusal> {
    ALL.as_ref().map(drop).map_err(Clone::clone)
}

fn refuse(message: String) -> Refusal {
    Refusal::new("bad_checklist_file", message, "Sửa tệp theo mẫu trong docs/registers/rounds.md")
}

/// Reads checklists; the first thing that does not hold is refused.
fn read(text: &str) -> Result<Vec<Checklist>, Refusal> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
        refuse(format!("{NAME}, dòng {line}: {}", error.message()))
    })?;
    for list in &written.checklist {
        let at = |what: &str| refuse(format!("{NAME}, “{}”: {what}", list.name));
        check(list).map_err(|what| at(&what))?;
    }
    Ok(written.checklist)
}

fn check(list: &Checklist) -> Result<(), String> {
    if !matches!(&*list.confidence, "R" | "S") {
        return Err("confidence phải là R hoặc S".to_owned());
    }
    let days = [Some(&list.from), list.to.as_ref()];
    if days.into_iter().flatten().any(|day| Day::parse(day).is_err()) {
        return Err("ngày phải theo dạng 2024-01-31".to_owned());
    }
    if list.forms.is_empty() == list.awards.is_empty() {
        return Err("ghi forms hoặc awards, một trong hai".to_owned());
    }
    if let Some(code) = list.awards.iter().find(|code| awards::award(code).is_none()) {
        return Err(format!("danh mục không có {code}"));
    }
    if let Some(code) = list.forms.iter().find(|code| awards::Form::from_code(code).is_none()) {
        return Err(format!("không có hình thức {code}"));
    }
    if list.items.is_empty() || list.items.len() > ITEMS_MAX {
        return Err(format!("cần từ 1 đến {ITEMS_MAX} mục"));
    }
    for item in &list.items {
        if ItemSort::from_code(&item.sort).is_none() {
            return Err(format!("mục {}: sort phải là text, file hoặc both", item.code));
        }
        if item.title.trim().is_empty() || item.title.chars().count() > LINE_MAX {
            return Err(format!("mục {}: title dài từ 1 đến {LINE_MAX} chữ", item.code));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_award_has_a_checklist_today_and_every_item_names_its_source() {
        assert_eq!(must_have_checklists(), Ok(()));
        let today = Day::parse("2026-11-22").unwrap();
        for award in awards::AWARDS {
            let list = checklist_for(award.code, today).unwrap_or_else(|| panic!("{}", award.code));
            assert!(list.items().iter().all(|item| item.source.is_some()));
        }
        let warrior = checklist_for("nha_nuoc.chien_si_thi_dua_co_so", today).unwrap();
        assert!(warrior.items().iter().any(|item| item.code == "sang_kien" && item.needed));
    }

    #[test]
    fn a_file_with_an_error_is_refused_by_line_or_by_name() {
        let good = TEXT;
        for (from, to, says) in [
            ("needed = true", "needed = 7", "dòng"),
            ("confidence = \"R\"", "confidence = \"G\"", "confidence"),
            ("from = \"2024-01-01\"", "from = \"hôm qua\"", "ngày"),
            ("sort = \"both\"", "sort = \"pages\"", "sort"),
            ("forms = [\"title\"]", "forms = [\"crown\"]", "crown"),
            ("forms = [\"title\"]", "awards = [\"no.such\"]", "no.such"),
            ("forms = [\"title\"]", "", "forms"),
        ] {
            assert!(good.contains(from), "{from}");
            let refusal = read(&good.replacen(from, to, 1)).unwrap_err();
            assert_eq!(refusal.code, "bad_checklist_file");
            assert!(refusal.message.contains(says), "{}", refusal.message);
        }
    }
}
