//! Head, signature, table and the other parts of which DOCX papers are made.

use docx_rs::{
    AlignmentType, Docx, LineSpacing, Paragraph, Run, SpecialIndentType, Table, TableCell,
    TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::mm;
use crate::limits::plain;
use crate::paper::{Align, Annex, Head, Signing, Table as List};

/// How words look: size in half points, bold, italic.
#[derive(Clone, Copy)]
pub(super) struct Face {
    size: usize,
    bold: bool,
    italic: bool,
}

impl Face {
    pub(super) const fn plain(size: usize) -> Self {
        Self { size, bold: false, italic: false }
    }

    pub(super) const fn bold(size: usize) -> Self {
        Self { size, bold: true, italic: false }
    }

    pub(super) const fn italic(size: usize) -> Self {
        Self { size, bold: false, italic: true }
    }

    /// Words in this face.
    pub(super) fn of(self, run: Run, words: &str) -> Run {
        let run = run.add_text(plain(words)).size(self.size);
        let run = if self.bold { run.bold() } else { run };
        if self.italic { run.italic() } else { run }
    }
}

/// A line in the middle.
pub(super) fn centred(words: &str, face: Face) -> Paragraph {
    Paragraph::new().align(AlignmentType::Center).add_run(face.of(Run::new(), words))
}

/// A paragraph of a letter: its first line is set in.
pub(super) fn said(words: &[(&str, Face)]) -> Paragraph {
    let paragraph = Paragraph::new()
        .align(AlignmentType::Both)
        .indent(None, Some(SpecialIndentType::FirstLine(mm(10))), None, None)
        .line_spacing(LineSpacing::new().before(80).after(80));
    words.iter().fold(paragraph, |made, (words, face)| made.add_run(face.of(Run::new(), words)))
}

/// The name of a paper and what it is about.
pub(super) fn heading(word: &str, about: &str) -> [Paragraph; 4] {
    let empty = Paragraph::new();
    [empty.clone(), centred(word, Face::bold(28)), centred(about, Face::bold(28)), empty]
}

/// A rule under a line: a short run of dashes one can still edit.
fn rule(length: usize) -> Paragraph {
    centred(&"─".repeat(length), Face::plain(14))
}

fn cell(width: u32, lines: Vec<Paragraph>) -> TableCell {
    let empty = TableCell::new().width(mm(width) as usize, WidthType::Dxa);
    let empty = empty.vertical_align(VAlignType::Top);
    lines.into_iter().fold(empty, TableCell::add_paragraph)
}

fn bare(rows: Vec<TableRow>, widths: &[u32]) -> Table {
    let grid = widths.iter().map(|width| mm(*width) as usize).collect();
    Table::without_borders(rows).set_grid(grid).layout(TableLayoutType::Fixed)
}

/// The head of a letter.
pub(super) fn head(head: &Head, symbol: bool) -> Table {
    let mut left: Vec<Paragraph> =
        head.above.iter().map(|line| centred(line, Face::plain(24))).collect();
    left.extend(head.body.iter().map(|line| centred(line, Face::bold(24))));
    left.push(rule(10));
    if symbol {
        left.push(centred(&format!("Số: {}", head.symbol), Face::plain(26)));
    }
    let right = vec![
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face::bold(24)),
        centred("Độc lập - Tự do - Hạnh phúc", Face::bold(26)),
        rule(22),
        centred(&format!("{}, {}", head.place, head.day.in_words()), Face::italic(26)),
    ];
    bare(vec![TableRow::new(vec![cell(65, left), cell(100, right)])], &[65, 100])
}

fn signature(who: &Signing) -> Vec<Paragraph> {
    let mut lines: Vec<Paragraph> =
        who.lines.iter().map(|line| centred(line, Face::bold(26))).collect();
    // Room for signature and seal.
    lines.extend(std::iter::repeat_n(Paragraph::new(), 4));
    lines.push(centred(&who.name, Face::bold(28)));
    lines
}

/// Signatures beside each other.
pub(super) fn signatures(who: &[&Signing]) -> Table {
    let share = 165 / who.len().max(1) as u32;
    let cells = who.iter().map(|one| cell(share, signature(one))).collect();
    bare(vec![TableRow::new(cells).cant_split()], &vec![share; who.len()])
}

/// Receivers on the left, signature on the right.
pub(super) fn foot(receivers: &[String], who: &Signing) -> Table {
    let title = Run::new().add_text("Nơi nhận:").size(24).bold().italic();
    let mut left = vec![Paragraph::new().add_run(title)];
    for (place, one) in receivers.iter().enumerate() {
        let end = if place + 1 < receivers.len() { ";" } else { "." };
        let line = Face::plain(22).of(Run::new(), &format!("- {one}{end}"));
        left.push(Paragraph::new().add_run(line).line_spacing(LineSpacing::new().after(0)));
    }
    let row = TableRow::new(vec![cell(82, left), cell(83, signature(who))]);
    bare(vec![row.cant_split()], &[82, 83])
}

/// A table as people edit it.
pub(super) fn table(list: &List, size: usize) -> Table {
    let shares: u32 = list.columns.iter().map(|column| u32::from(column.share.max(1))).sum();
    let width = |share: u16| 165 * u32::from(share.max(1)) / shares.max(1);
    let put = |at: usize, words: &str, strong: bool, align: Align| {
        let face = if strong { Face::bold(size) } else { Face::plain(size) };
        let align = match align {
            Align::Left => AlignmentType::Left,
            Align::Center => AlignmentType::Center,
            Align::Right => AlignmentType::Right,
        };
        let line = Paragraph::new().align(align).add_run(face.of(Run::new(), words));
        cell(width(list.columns[at].share), vec![line.line_spacing(LineSpacing::new().after(0))])
    };
    let titles = list.columns.iter().enumerate();
    let top = titles.map(|(at, column)| put(at, &column.title, true, Align::Center)).collect();
    let mut rows = vec![TableRow::new(top).cant_split()];
    for row in &list.rows {
        let cells = row.cells.iter().enumerate();
        let cells = cells.map(|(at, words)| put(at, words, row.strong, list.columns[at].align));
        rows.push(TableRow::new(cells.collect()).cant_split());
    }
    let grid = list.columns.iter().map(|column| mm(width(column.share)) as usize).collect();
    Table::new(rows).set_grid(grid).layout(TableLayoutType::Fixed)
}

/// The lists annexed, each from a new page on.
pub(super) fn annexes(docx: Docx, all: &[Annex]) -> Docx {
    all.iter().fold(docx, |docx, annex| {
        let title = centred(&annex.title, Face::bold(28)).page_break_before(true);
        let docx = docx.add_paragraph(title).add_paragraph(centred(&annex.of, Face::italic(26)));
        docx.add_table(table(&annex.table, 24))
    })
}
