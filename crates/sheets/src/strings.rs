//! Texts that mix fonts, and the table of texts that cells share.

use std::collections::HashMap;
use std::sync::Arc;

use crate::{Cell, Refusal, Run, Value};

/// One name for one font, however many cells have it.
#[derive(Default)]
pub(crate) struct FontNames(HashMap<String, Arc<str>>);

impl FontNames {
    pub(crate) fn get(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let font: Arc<str> = Arc::from(name);
        self.0.insert(name.to_owned(), font.clone());
        font
    }
}

/// A text with the fonts of its parts.
#[derive(Default)]
pub(crate) struct RichText {
    pub(crate) text: String,
    pub(crate) runs: Vec<Run>,
}

impl RichText {
    /// Says that the text from byte `start` to its end is in this font (`None`: the cell's own).
    pub(crate) fn close_run(&mut self, start: usize, font: Option<Arc<str>>) {
        let bytes = self.text.len() - start;
        match self.runs.last_mut() {
            _ if bytes == 0 => {}
            Some(last) if last.font == font => last.bytes += bytes,
            _ => self.runs.push(Run { bytes, font }),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
    }
}

/// The shared texts of a workbook, in one piece of memory however many there are.
#[derive(Default)]
pub(crate) struct StringTable {
    text: String,
    ends: Vec<u32>,
    runs: HashMap<u32, Box<[Run]>>,
}

impl StringTable {
    pub(crate) fn push(&mut self, rich: &RichText) -> Result<(), Refusal> {
        let index = self.ends.len() as u32;
        self.text.push_str(&rich.text);
        let end = u32::try_from(self.text.len());
        self.ends.push(end.map_err(|_| Refusal::corrupt("too many shared texts"))?);
        if rich.runs.iter().any(|run| run.font.is_some()) {
            self.runs.insert(index, rich.runs.clone().into());
        }
        Ok(())
    }

    pub(crate) fn get(&self, index: u32) -> Option<(&str, &[Run])> {
        let end = *self.ends.get(index as usize)? as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before as usize] as usize);
        let runs = self.runs.get(&index).map_or(&[][..], |runs| runs);
        Some((&self.text[start..end], runs))
    }
}

/// A cell of text whose parts may have fonts of their own over the cell's font.
pub(crate) fn text_cell(col: u32, text: &str, runs: &[Run], own: Option<&Arc<str>>) -> Cell {
    let mut cell = Cell::new(col, Value::Text(text.to_owned()));
    let font_of = |run: &Run| run.font.as_ref().or(own).cloned();
    let longest = runs.iter().max_by_key(|run| run.bytes);
    cell.font = longest.map_or_else(|| own.cloned(), font_of);
    if runs.iter().any(|run| font_of(run) != cell.font) {
        cell.runs = runs.iter().map(|run| Run { bytes: run.bytes, font: font_of(run) }).collect();
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_two_fonts_keeps_both_and_is_named_by_the_longer_part() {
        let mut rich = RichText::default();
        for (part, font) in
            [("Nguyễn ", None), ("", Some("X")), ("V", Some("A")), ("¨n", Some("A"))]
        {
            let start = rich.text.len();
            rich.text.push_str(part);
            rich.close_run(start, font.map(Arc::from));
        }
        let mut table = StringTable::default();
        table.push(&rich).unwrap();
        let (text, runs) = table.get(0).unwrap();
        let cell = text_cell(0, text, runs, Some(&Arc::from("Arial")));
        assert_eq!(cell.value, Value::Text("Nguyễn V¨n".to_owned()));
        assert_eq!(cell.font.as_deref(), Some("Arial"));
        let lengths: Vec<_> = cell.runs.iter().map(|r| (r.bytes, r.font.as_deref())).collect();
        assert_eq!(lengths, [(9, Some("Arial")), (4, Some("A"))]);
    }

    #[test]
    fn a_text_all_in_one_font_has_no_runs() {
        let run = |bytes, font: &str| Run { bytes, font: Some(Arc::from(font)) };
        let cell = text_cell(0, "abc", &[run(1, "A"), run(2, "A")], Some(&Arc::from("B")));
        assert_eq!((cell.font.as_deref(), cell.runs.len()), (Some("A"), 0));
    }
}
