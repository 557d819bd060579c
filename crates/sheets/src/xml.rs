//! What both XML formats ask of a part: safe events, attributes, references.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::Refusal;

/// A part's events in order. A document type declaration is refused wherever it stands, so no
/// entity but the five of XML itself can exist.
pub(crate) struct Xml<'a> {
    part: &'a str,
    reader: Reader<&'a [u8]>,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // A damaged part is caught by its checksum; without a stack of names, nesting costs nothing.
        config.check_end_names = false;
        config.check_comments = false;
        Self { part, reader }
    }

    /// The next event; an empty element comes as its start and its end.
    pub(crate) fn next(&mut self) -> Result<Event<'a>, Refusal> {
        match self.reader.read_event() {
            Ok(Event::DocType(_)) => Err(Refusal::ForbiddenXml { part: self.part.to_owned() }),
            Ok(event) => Ok(event),
            Err(error) => Err(self.corrupt(&error.to_string())),
        }
    }

    /// Passes over the rest of the element whose start was just read.
    pub(crate) fn skip(&mut self) -> Result<(), Refusal> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(self.corrupt("an element without its end")),
                _ => {}
            }
        }
        Ok(())
    }

    pub(crate) fn corrupt(&self, detail: &str) -> Refusal {
        Refusal::corrupt(format!("{}: {detail}", self.part))
    }

    /// Adds the character data of an event, if it is any, to the text.
    pub(crate) fn push_text(&self, event: &Event<'_>, text: &mut String) -> Result<(), Refusal> {
        match event {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => text.push(self.resolve(reference)?),
            _ => {}
        }
        Ok(())
    }

    /// All character data up to the end of the element whose start was just read.
    pub(crate) fn element_text(&mut self, text: &mut String) -> Result<(), Refusal> {
        loop {
            match self.next()? {
                Event::End(_) => return Ok(()),
                Event::Start(_) => self.skip()?,
                Event::Eof => return Err(self.corrupt("an element without its end")),
                event => self.push_text(&event, text)?,
            }
        }
    }

    fn resolve(&self, reference: &BytesRef<'_>) -> Result<char, Refusal> {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            return Ok(character);
        }
        match &**reference {
            "amp" => Ok('&'),
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "quot" => Ok('"'),
            "apos" => Ok('\''),
            _ => Err(self.corrupt("an unknown reference")),
        }
    }
}

/// The value of the attribute with this local name.
pub(crate) fn attribute<'s>(start: &'s BytesStart<'_>, local_name: &str) -> Option<Cow<'s, str>> {
    start.attributes().with_checks(false).flatten().find_map(|attribute| {
        if attribute.key.local_name().as_ref() != local_name {
            return None;
        }
        attribute.normalized_value(XmlVersion::Implicit1_0).ok()
    })
}

/// A number attribute, `None` where it is missing or no number.
pub(crate) fn number(start: &BytesStart<'_>, local_name: &str) -> Option<u32> {
    attribute(start, local_name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(crate) fn flag(start: &BytesStart<'_>, local_name: &str) -> bool {
    attribute(start, local_name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
}
