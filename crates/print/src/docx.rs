//! The same papers as DOCX, for those that people go on editing.

mod parts;

use docx_rs::{
    AlignmentType, Docx, Header, LineSpacing, PageMargin, PageNum, PageOrientationType, Paragraph,
    Run, RunFonts,
};

use crate::limits::checked;
use crate::paper::{Decision, Form, Minutes, Paper, Submission};
use crate::refusal::Refusal;
use parts::{Face, annexes, centred, foot, head, heading, said, signatures, table};

/// A twentieth of a point is Word's measure; a millimetre has 56,7 of them.
const fn mm(millimetres: u32) -> i32 {
    (millimetres * 567 / 10) as i32
}

/// A paper as a DOCX file. Certificates are refused: what is signed as one page is printed, not edited.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, Refusal> {
    checked(paper)?;
    let made = match paper {
        Paper::Certificates(_) => return Err(Refusal::NotEdited),
        Paper::Decision(paper) => decision(sheet(false), paper),
        Paper::Submission(paper) => submission(sheet(false), paper),
        Paper::Minutes(paper) => minutes(sheet(false), paper),
        Paper::Form(paper) => form(sheet(paper.landscape), paper),
    };
    let day = paper.day();
    let dated = format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day);
    let mut bytes = std::io::Cursor::new(Vec::new());
    let made = made.created_at(&dated).updated_at(&dated);
    made.pack(&mut bytes).map_err(|error| Refusal::Docx(error.to_string()))?;
    Ok(bytes.into_inner())
}

/// A4 with the margins of the rules, Times New Roman 14, page numbers from the second page on.
fn sheet(landscape: bool) -> Docx {
    let (short, long) = (11_906, 16_838);
    let font = "Times New Roman";
    let fonts = RunFonts::new().ascii(font).hi_ansi(font).cs(font).east_asia(font);
    let number = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    let (left, right) = if landscape { (mm(20), mm(20)) } else { (mm(30), mm(15)) };
    let (top, bottom, header, footer) = (mm(20), mm(20), mm(10), mm(10));
    let margin = PageMargin { top, left, bottom, right, header, footer, gutter: 0 };
    let empty = Header::new().add_paragraph(Paragraph::new());
    let docx = Docx::new()
        .default_fonts(fonts)
        .default_size(28)
        .default_line_spacing(LineSpacing::new().before(0).after(80))
        .page_margin(margin)
        .header(Header::new().add_paragraph(number))
        .first_header(empty)
        .title_pg();
    if landscape {
        docx.page_size(long, short).page_orient(PageOrientationType::Landscape)
    } else {
        docx.page_size(short, long)
    }
}

fn decision(docx: Docx, paper: &Decision) -> Docx {
    let mut docx = docx.add_table(head(&paper.head, true));
    for line in heading("QUYẾT ĐỊNH", &paper.about) {
        docx = docx.add_paragraph(line);
    }
    for line in &paper.authority {
        docx = docx.add_paragraph(centred(line, Face::bold(28)));
    }
    for ground in &paper.grounds {
        docx = docx.add_paragraph(said(&[(ground, Face::italic(28))]));
    }
    docx = docx.add_paragraph(centred("QUYẾT ĐỊNH:", Face::bold(28)));
    for (place, article) in paper.articles.iter().enumerate() {
        let number = format!("Điều {}. ", place + 1);
        docx = docx.add_paragraph(said(&[(&number, Face::bold(28)), (article, Face::plain(28))]));
    }
    let docx = docx.add_table(foot(&paper.receivers, &paper.signing));
    annexes(docx, &paper.annexes)
}

fn submission(docx: Docx, paper: &Submission) -> Docx {
    let mut docx = docx.add_table(head(&paper.head, !paper.head.symbol.is_empty()));
    for line in heading("TỜ TRÌNH", &paper.about) {
        docx = docx.add_paragraph(line);
    }
    docx =
        docx.add_paragraph(centred(&format!("Kính gửi: {}", paper.to.join("; ")), Face::plain(28)));
    for words in &paper.paragraphs {
        docx = docx.add_paragraph(said(&[(words, Face::plain(28))]));
    }
    let docx = docx.add_table(foot(&paper.receivers, &paper.signing));
    annexes(docx, &paper.annexes)
}

fn minutes(docx: Docx, paper: &Minutes) -> Docx {
    let mut docx = docx.add_table(head(&paper.head, !paper.head.symbol.is_empty()));
    for line in heading("BIÊN BẢN", &paper.about) {
        docx = docx.add_paragraph(line);
    }
    for part in &paper.parts {
        let title = Face::bold(28).of(Run::new(), &part.title);
        docx = docx.add_paragraph(Paragraph::new().keep_next(true).add_run(title));
        for words in &part.paragraphs {
            docx = docx.add_paragraph(said(&[(words, Face::plain(28))]));
        }
        if let Some(list) = &part.table {
            docx = docx.add_table(table(list, 24));
        }
    }
    docx.add_paragraph(Paragraph::new()).add_table(signatures(&[&paper.secretary, &paper.chair]))
}

fn form(docx: Docx, paper: &Form) -> Docx {
    let mut docx = docx.add_table(head(&paper.head, !paper.head.symbol.is_empty()));
    docx = docx.add_paragraph(Paragraph::new());
    docx = docx.add_paragraph(centred(&paper.title, Face::bold(28)));
    for fact in &paper.facts {
        docx = docx.add_paragraph(centred(fact, Face::italic(26)));
    }
    let size = match paper.table.columns.len() {
        ..=5 => 24,
        6..=8 => 22,
        _ => 20,
    };
    docx = docx.add_table(table(&paper.table, size));
    for note in &paper.notes {
        let words = Face::plain(22).of(Run::new(), note);
        docx = docx.add_paragraph(Paragraph::new().add_run(words));
    }
    if paper.signing.is_empty() {
        return docx;
    }
    let all: Vec<_> = paper.signing.iter().collect();
    docx.add_paragraph(Paragraph::new()).add_table(signatures(&all))
}
