//! Old encodings, column by column: what each column is written in, and each of its cells as
//! Unicode.

use serde::Serialize;
use sheets::{Cell, Row, Value, column_letters};
use vietnamese::legacy::{
    CellContext, CellSign, ColumnStatistics, Encoding, Font, read_cell, read_font,
};

use crate::kinds::Finding;

/// The encoding of one column, to be shown before anything is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LegacyColumn {
    /// Column letters.
    pub column: String,
    /// `TCVN3 (ABC)` or `VNI-Windows`.
    pub encoding: &'static str,
    /// The first text of the column as it stands in the file.
    pub raw: String,
    /// The same in Unicode.
    pub decoded: String,
    /// Somebody decided that the column is taken as it stands.
    #[serde(skip)]
    pub is_off: bool,
}

/// What the columns of a table are written in.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    by_col: Vec<Option<Encoding>>,
    /// Columns to be taken as they stand.
    off: Vec<u32>,
    /// The file's encoding takes every accented letter apart, so that this tells nothing.
    pub decomposed: bool,
}

impl Codes {
    /// Looks at every text of these rows.
    pub(crate) fn of<'a>(rows: impl Iterator<Item = &'a Row>, decomposed: bool) -> Self {
        let mut columns: Vec<Seen> = Vec::new();
        for cell in rows.flat_map(|row| &row.cells) {
            let Value::Text(text) = &cell.value else { continue };
            if text.is_ascii() {
                continue;
            }
            let col = cell.col as usize;
            if columns.len() <= col {
                columns.resize_with(col + 1, Seen::default);
            }
            columns[col].add(cell, text);
        }
        let by_col = columns.into_iter().map(Seen::encoding).collect();
        Self { by_col, off: Vec::new(), decomposed }
    }

    /// The same, with columns by their letters taken as they stand.
    pub(crate) fn without(mut self, columns: &[String]) -> Self {
        let is_off = |col: &u32| columns.contains(&column_letters(*col));
        self.off = (0..self.by_col.len() as u32).filter(is_off).collect();
        self
    }

    /// The text of a cell as Unicode, `None` when it is that already; says what it took.
    pub(crate) fn decode(
        &self,
        cell: &Cell,
        text: &str,
        repairs: &mut Vec<Finding>,
    ) -> Option<String> {
        if self.off.contains(&cell.col) {
            return None;
        }
        self.as_unicode(cell, text, repairs)
    }

    fn as_unicode(&self, cell: &Cell, text: &str, repairs: &mut Vec<Finding>) -> Option<String> {
        let column = self.by_col.get(cell.col as usize).copied().flatten();
        let font = font_of(cell);
        let says_legacy = column.is_some() || matches!(font, Some(Font::Legacy(_)));
        if !says_legacy && (text.is_ascii() || is_plainly_unicode(text)) {
            return None;
        }
        let read = read_runs(cell, text, column)
            .unwrap_or_else(|| read_cell(text, CellContext { font, column }));
        repairs.extend(read.signs.into_iter().map(kind_of));
        read.encoding.map(|_| read.text)
    }

    /// The columns in an old encoding, with the first text of each.
    pub(crate) fn columns<'a>(
        &self,
        rows: &(impl Iterator<Item = &'a Row> + Clone),
    ) -> Vec<LegacyColumn> {
        let legacy = self.by_col.iter().enumerate();
        let legacy = legacy.filter_map(|(col, encoding)| Some((col as u32, (*encoding)?)));
        legacy
            .filter_map(|(col, encoding)| {
                let (raw, decoded) = rows.clone().find_map(|row| {
                    let cell = row.cell(col)?;
                    let Value::Text(text) = &cell.value else { return None };
                    let decoded = self.as_unicode(cell, text, &mut Vec::new())?;
                    (decoded != *text).then(|| (text.clone(), decoded))
                })?;
                Some(LegacyColumn {
                    column: column_letters(col),
                    encoding: name(encoding),
                    raw,
                    decoded,
                    is_off: self.off.contains(&col),
                })
            })
            .collect()
    }
}

/// A text of mixed fonts, run by run, when one of them is a font of an old encoding.
fn read_runs(
    cell: &Cell,
    text: &str,
    column: Option<Encoding>,
) -> Option<vietnamese::legacy::CellText> {
    let fonts = cell.runs.iter().map(|run| run.font.as_deref().map(read_font));
    let legacy = fonts.filter(|font| matches!(font, Some(Font::Legacy(_)))).count();
    if legacy == 0 || legacy == cell.runs.len() {
        return None;
    }
    let mut whole = vietnamese::legacy::CellText {
        text: String::with_capacity(2 * text.len()),
        encoding: None,
        signs: Vec::new(),
    };
    let mut rest = text;
    for run in &cell.runs {
        let (part, after) = rest.split_at_checked(run.bytes)?;
        let font = run.font.as_deref().or(cell.font.as_deref()).map(read_font);
        let read = read_cell(part, CellContext { font, column });
        whole.text.push_str(&read.text);
        whole.encoding = whole.encoding.or(read.encoding);
        let new: Vec<_> = read.signs.into_iter().filter(|s| !whole.signs.contains(s)).collect();
        whole.signs.extend(new);
        rest = after;
    }
    whole.text.push_str(rest);
    Some(whole)
}

/// What the font of a cell was made for. Old fonts have names that begin with `.Vn`, `_Vn`, `Vn`
/// or `VNI`: a glance at the first letter spares nearly every cell the question.
fn font_of(cell: &Cell) -> Option<Font> {
    let name = cell.font.as_deref()?;
    let may_be_old = name.starts_with(['.', '_', 'V', 'v', '"', '\'', '\\', ' ']);
    Some(if may_be_old { read_font(name) } else { Font::Unicode })
}

/// So many texts whose letters speak are enough to know a column.
const SAMPLE: usize = 100;

/// The texts of one column so far.
#[derive(Default)]
struct Seen {
    statistics: ColumnStatistics,
    unicode: usize,
    unsaid: usize,
    fonts: [usize; 3],
    texts: usize,
}

impl Seen {
    fn add(&mut self, cell: &Cell, text: &str) {
        self.texts += 1;
        if let Some(Font::Legacy(encoding)) = font_of(cell) {
            self.fonts[encoding as usize] += 1;
        }
        if is_plainly_unicode(text) {
            self.unicode += 1;
        } else if self.statistics.speaking() < SAMPLE {
            self.statistics.add(text);
        } else {
            self.unsaid += 1;
        }
    }

    /// The letters decide; where they are silent, the fonts.
    fn encoding(self) -> Option<Encoding> {
        let share = ColumnStatistics::MIN_SHARE_PERCENT;
        // Texts beyond the sample are taken to be like it.
        let speaking = self.statistics.speaking() + self.unsaid;
        let legacy = self.statistics.encoding(share);
        if let Some(encoding) =
            legacy.filter(|_| speaking * 100 >= share * (speaking + self.unicode))
        {
            return Some(encoding);
        }
        if speaking > 0 || self.unicode > 0 {
            return None;
        }
        let fonts = [Encoding::Tcvn3, Encoding::Tcvn3Caps, Encoding::Vni];
        fonts.into_iter().find(|encoding| 2 * self.fonts[*encoding as usize] > self.texts)
    }
}

/// The text of a heading or a title as Unicode.
pub(crate) fn label(cell: &Cell) -> String {
    let Value::Text(text) = &cell.value else {
        return crate::cells::digits(cell).into_owned();
    };
    // Headings keep the case they were typed in, whatever the font shows.
    let font = cell.font.as_deref().map(read_font).map(|font| match font {
        Font::Legacy(Encoding::Tcvn3Caps) => Font::Legacy(Encoding::Tcvn3),
        other => other,
    });
    read_cell(text, CellContext { font, column: None }).text
}

/// Whether a text holds a letter that only Unicode Vietnamese has: none of the old encodings
/// reaches beyond Latin-1.
fn is_plainly_unicode(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{102}'..='\u{1B0}' | '\u{300}'..='\u{323}' | '\u{1EA0}'..='\u{1EF9}'),
    )
}

fn kind_of(sign: CellSign) -> Finding {
    match sign {
        CellSign::FontMismatch => Finding::LegacyFontMismatch,
        CellSign::CharSubstituted => Finding::LegacyCharSubstituted,
        CellSign::LostUHorn => Finding::LegacyLostUHorn,
        CellSign::AllCapsFont => Finding::LegacyAllcapsFont,
        CellSign::CapitalRestored => Finding::LegacyCapitalRestored,
    }
}

/// The name people know an encoding by.
fn name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Tcvn3 | Encoding::Tcvn3Caps => "TCVN3 (ABC)",
        Encoding::Vni => "VNI-Windows",
    }
}
