//! Styles: the font of a cell or of a part of its text, and hidden tables.

use std::collections::HashMap;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use crate::Refusal;
use crate::strings::FontNames;
use crate::xml::{Xml, attribute};

/// As in the other formats: such a file was not made by hand.
const MOST_STYLES: usize = 65_536;
/// How far a style may lean on another.
const DEEPEST: usize = 16;

/// The styles read so far, by family (`table-cell`, `text` …) and name.
#[derive(Default)]
pub(super) struct Styles {
    faces: HashMap<String, Arc<str>>,
    known: HashMap<String, Style>,
    names: FontNames,
    current: Option<String>,
}

#[derive(Default)]
struct Style {
    font: Option<Arc<str>>,
    parent: Option<String>,
    hidden: bool,
}

impl Styles {
    /// Takes what an event says about styles, if it says anything.
    pub(super) fn take(&mut self, event: &Event<'_>, xml: &Xml<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(start) => self.start(start),
            Event::End(end) if matches!(end.local_name().as_ref(), "style" | "default-style") => {
                self.current = None;
            }
            _ => {}
        }
        if self.known.len().max(self.faces.len()) > MOST_STYLES {
            return Err(xml.corrupt("too many styles"));
        }
        Ok(())
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        let value = |name| attribute(start, name).unwrap_or_default();
        match start.name().as_ref() {
            "style:font-face" => {
                let family = self.names.get(unquoted(&value("font-family")));
                self.faces.insert(value("name").into_owned(), family);
            }
            "style:style" | "style:default-style" => {
                let family = value("family");
                let parent = attribute(start, "parent-style-name");
                let parent = parent.map_or_else(|| key(&family, ""), |name| key(&family, &name));
                let name = key(&family, &value("name"));
                let parent = Some(parent).filter(|parent| *parent != name);
                self.known.insert(name.clone(), Style { parent, ..Style::default() });
                self.current = Some(name);
            }
            "style:text-properties" => {
                let face = self.faces.get(&*value("font-name")).cloned();
                let family = attribute(start, "font-family");
                let family = family.map(|family| self.names.get(unquoted(&family)));
                let current = self.current.as_ref().and_then(|name| self.known.get_mut(name));
                if let Some(style) = current {
                    style.font = family.or(face);
                }
            }
            "style:table-properties" if value("display") == "false" => {
                let current = self.current.as_ref().and_then(|name| self.known.get_mut(name));
                if let Some(style) = current {
                    style.hidden = true;
                }
            }
            _ => {}
        }
    }

    /// The font a style sets, itself or through the styles it leans on.
    pub(super) fn font(&self, family: &str, name: &str) -> Option<Arc<str>> {
        let mut style = self.known.get(&key(family, name));
        for _ in 0..DEEPEST {
            let found = style?;
            if found.font.is_some() {
                return found.font.clone();
            }
            style = found.parent.as_ref().and_then(|parent| self.known.get(parent));
        }
        None
    }

    pub(super) fn hides_table(&self, name: &str) -> bool {
        self.known.get(&key("table", name)).is_some_and(|style| style.hidden)
    }
}

fn key(family: &str, name: &str) -> String {
    format!("{family}/{name}")
}

fn unquoted(family: &str) -> &str {
    family.trim_matches(['\'', '"'])
}
