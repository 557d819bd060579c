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
    known: HashMap<String, HashMap<String, Style>>,
    count: usize,
    names: FontNames,
    /// The family and the name of the style being read.
    current: Option<(String, String)>,
}

#[derive(Default)]
struct Style {
    font: Option<Arc<str>>,
    parent: String,
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
        if self.count.max(self.faces.len()) > MOST_STYLES {
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
                // A default style has no name, and every style without a parent leans on it.
                let (family, name) = (value("family").into_owned(), value("name").into_owned());
                let parent = value("parent-style-name").into_owned();
                let style = Style { parent, ..Style::default() };
                self.known.entry(family.clone()).or_default().insert(name.clone(), style);
                self.count += 1;
                self.current = Some((family, name));
            }
            "style:text-properties" => {
                let face = self.faces.get(&*value("font-name")).cloned();
                let family = attribute(start, "font-family");
                let family = family.map(|family| self.names.get(unquoted(&family)));
                if let Some(style) = self.current() {
                    style.font = family.or(face);
                }
            }
            "style:table-properties" if value("display") == "false" => {
                if let Some(style) = self.current() {
                    style.hidden = true;
                }
            }
            _ => {}
        }
    }

    fn current(&mut self) -> Option<&mut Style> {
        let (family, name) = self.current.as_ref()?;
        self.known.get_mut(family)?.get_mut(name)
    }

    /// The font a style sets, itself or through the styles it leans on.
    pub(super) fn font(&self, family: &str, name: &str) -> Option<Arc<str>> {
        let family = self.known.get(family)?;
        let mut style = family.get(name)?;
        for _ in 0..DEEPEST {
            if style.font.is_some() {
                return style.font.clone();
            }
            style = family.get(&style.parent)?;
        }
        None
    }

    pub(super) fn hides_table(&self, name: &str) -> bool {
        self.known
            .get("table")
            .and_then(|family| family.get(name))
            .is_some_and(|style| style.hidden)
    }
}

fn unquoted(family: &str) -> &str {
    family.trim_matches(['\'', '"'])
}
