//! The workbook part: which sheets there are and in which parts they stand.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::package::Package;
use crate::xml::{Xml, attribute, flag};
use crate::{Limits, Refusal};

/// The parts a workbook is made of.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) sheets: Vec<Listed>,
    pub(super) styles: Option<String>,
    pub(super) strings: Option<String>,
    pub(super) date_1904: bool,
}

/// A worksheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) part: String,
}

struct Relation {
    /// The last word of the relation's type: `worksheet`, `styles` …
    kind: String,
    part: String,
}

pub(super) fn read(package: &mut Package<'_>, limits: &Limits) -> Result<Parts, Refusal> {
    let root = relations(package, "_rels/.rels", "")?;
    let workbook = root.into_values().find(|relation| relation.kind == "officeDocument");
    let workbook = workbook.map_or_else(|| "xl/workbook.xml".to_owned(), |found| found.part);
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let part_of = |kind: &str| {
        relations.values().find(|relation| relation.kind == kind).map(|found| found.part.clone())
    };
    let mut parts =
        Parts { styles: part_of("styles"), strings: part_of("sharedStrings"), ..Parts::default() };
    let text = package.text(&workbook)?;
    let mut xml = Xml::new(&workbook, &text);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(parts),
            Event::Start(start) => match start.local_name().as_ref() {
                "workbookPr" => parts.date_1904 = flag(&start, "date1904"),
                "sheet" => {
                    let id = attribute(&start, "id").unwrap_or_default();
                    // A chart on a tab of its own is no worksheet and holds no cells.
                    let Some(relation) = relations.get(&*id).filter(|r| r.kind == "worksheet")
                    else {
                        continue;
                    };
                    if parts.sheets.len() == limits.sheets {
                        return Err(Refusal::TooManySheets { limit: limits.sheets });
                    }
                    let name = attribute(&start, "name").unwrap_or_default().into_owned();
                    let hidden = attribute(&start, "state").is_some_and(|s| s.contains("idden"));
                    parts.sheets.push(Listed { name, hidden, part: relation.part.clone() });
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// The relations of a part by their id; targets outside the file are left out, for good.
fn relations(
    package: &mut Package<'_>,
    part: &str,
    folder: &str,
) -> Result<HashMap<String, Relation>, Refusal> {
    let mut relations = HashMap::new();
    let Some(text) = package.find_text(part)? else {
        return Ok(relations);
    };
    let mut xml = Xml::new(part, &text);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(relations),
            Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                if attribute(&start, "TargetMode").is_some_and(|mode| mode == "External") {
                    continue;
                }
                let value = |name| attribute(&start, name).unwrap_or_default();
                let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
                let part = resolve(folder, &value("Target"));
                relations.insert(value("Id").into_owned(), Relation { kind, part });
            }
            _ => {}
        }
    }
}

/// A target as a part's name: relative to its folder unless it starts with a slash.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_relative_to_the_workbook_or_from_the_root() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl", "../other/./a.xml"), "other/a.xml");
        assert_eq!(resolve("", "../../xl/workbook.xml"), "xl/workbook.xml");
    }
}
