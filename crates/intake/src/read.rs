//! The whole way of a workbook: find the lists, read their rows, compare them, give the verdicts.

use jiff::civil::Date;
use sheets::{Format, Sheet, Workbook};

use crate::cells::system;
use crate::checks::fields_max;
use crate::columns::{Field, Role};
use crate::draft::Draft;
use crate::duplicates;
use crate::header::{self, Header};
use crate::kinds::Finding;
use crate::legacy::Codes;
use crate::members::{Above, Seen};
use crate::person::Person;
use crate::problem::{FileProblem, Problem};
use crate::reader::{Notes, Reader};
use crate::reading::{Kind, Options, Reading, Refusal, Rows, Skipped, WhySkipped};
use crate::table::{Line, Table};
use crate::titles::Titles;
use crate::unit_names::UnitNames;
use crate::units_named::Resolver;

/// Reads a workbook as this kind of list. Pure: nothing is written, no clock is asked; time grows
/// with the number of cells.
pub fn read(workbook: &Workbook, options: &Options) -> Reading {
    let (lists, skipped) = lists(workbook, options);
    let titles: Vec<&Titles> = lists.iter().map(|list| &list.titles).collect();
    let period = titles.iter().find_map(|titles| titles.period);
    let as_of = as_of(options, &titles, period);
    let mut reading = Reading {
        kind: options.kind,
        refused: None,
        as_of,
        period,
        sheets: Vec::new(),
        skipped,
        file_problems: Vec::new(),
    };
    if lists.is_empty() {
        reading.refused = Some(refusal(workbook, &reading.skipped));
        return reading;
    }
    if workbook.date_1904 {
        reading.file_problems.push(FileProblem::new(None, Finding::DateSystem1904));
    }
    let readers = lists.iter().map(|list| Reader {
        table: &list.table,
        codes: &list.codes,
        as_of,
        days: system(workbook.date_1904),
        is_csv: workbook.format == Format::Csv,
        members_min: options.members_min,
        fields_max: fields_max(&list.table),
    });
    let readers: Vec<Reader<'_>> = readers.collect();
    let parts = lists.iter().zip(readers).map(|(list, reader)| Part {
        sheet: list.sheet,
        titles: &list.titles,
        reader,
    });
    let parts: Vec<Part<'_>> = parts.collect();
    let drafts = match options.kind {
        Kind::Units => parts.into_iter().map(units).collect(),
        Kind::Members => members(parts, options),
        Kind::Targets => targets(parts, options),
        Kind::Changes => parts.into_iter().map(changes).collect(),
        Kind::Movements => crate::movements::read(parts, options, period),
    };
    for draft in drafts {
        reading.sheets.push(draft.close(&mut reading.file_problems));
    }
    reading
}

/// A list found on a sheet.
struct List<'a> {
    sheet: Option<&'a str>,
    titles: Titles,
    table: Table<'a>,
    codes: Codes,
}

/// A list with its reader, before its rows are read.
pub(crate) struct Part<'a> {
    pub sheet: Option<&'a str>,
    pub titles: &'a Titles,
    pub reader: Reader<'a>,
}

impl<'a> Part<'a> {
    /// The list with its rows.
    pub(crate) fn with(self, rows: Rows, problems: Vec<Problem>) -> Draft<'a> {
        Draft { sheet: self.sheet, reader: self.reader, titles: self.titles, rows, problems }
    }
}

/// The lists of a workbook, and the sheets that are none.
fn lists<'w>(workbook: &'w Workbook, options: &Options) -> (Vec<List<'w>>, Vec<Skipped>) {
    let mut lists = Vec::new();
    let mut skipped = Vec::new();
    let decomposed = workbook.encoding.as_deref().is_some_and(|name| name == "windows-1258");
    for sheet in &workbook.sheets {
        let name = (workbook.format != Format::Csv).then_some(sheet.name.as_str());
        match list(sheet, name, options) {
            Ok((titles, table)) => {
                let rows = table.lines.iter().map(|line| line.row);
                let codes = Codes::of(rows, decomposed).without(&as_written(options, name));
                lists.push(List { sheet: name, titles, table, codes });
            }
            Err(why) => skipped.push(Skipped { sheet: name.map(str::to_owned), why }),
        }
    }
    // What says of itself that it is not in use counts only where there is nothing else.
    if lists.iter().any(|list| !list.titles.set_aside) {
        lists.retain(|list| {
            let aside = list.titles.set_aside;
            if aside {
                let sheet = list.sheet.map(str::to_owned);
                skipped.push(Skipped { sheet, why: WhySkipped::SetAside });
            }
            !aside
        });
    }
    (lists, skipped)
}

/// The columns of a sheet that are to be taken as they stand.
fn as_written(options: &Options, sheet: Option<&str>) -> Vec<String> {
    let of_sheet = options.as_written.iter().filter(|place| place.sheet.as_deref() == sheet);
    of_sheet.map(|place| place.column.clone()).collect()
}

fn list<'s>(
    sheet: &'s Sheet,
    name: Option<&str>,
    options: &Options,
) -> Result<(Titles, Table<'s>), WhySkipped> {
    if sheet.rows.is_empty() {
        return Err(WhySkipped::Empty);
    }
    if sheet.hidden {
        return Err(WhySkipped::Hidden);
    }
    let header = match options.kind {
        Kind::Units => header::find(sheet, &[Role::Units]),
        Kind::Members => header::find(sheet, &[Role::Members]),
        Kind::Targets => header::find(sheet, &[Role::Targets]),
        Kind::Changes => header::find(sheet, &[Role::Changes]),
        Kind::Movements => header::find(sheet, &Role::MOVEMENTS),
    };
    let mut header: Header = header.ok_or(WhySkipped::NoHeader)?;
    for forced in options.forced.iter().filter(|forced| forced.place.sheet.as_deref() == name) {
        header.force(&forced.place.column, forced.field.as_deref());
    }
    let titles = Titles::of(sheet, *header.rows.start());
    let table = Table::new(sheet, header);
    if table.lines.is_empty() {
        return Err(WhySkipped::NoRows);
    }
    Ok((titles, table))
}

/// A header without rows is an empty list; cells without a header are another document.
fn refusal(workbook: &Workbook, skipped: &[Skipped]) -> Refusal {
    let no_rows = skipped.iter().any(|sheet| sheet.why == WhySkipped::NoRows);
    if no_rows || workbook.is_empty() { Refusal::NoData } else { Refusal::NoList }
}

/// The day of the list: as given, as its title says, at latest today.
fn as_of(options: &Options, titles: &[&Titles], period: Option<(Date, Date)>) -> Date {
    let said = || titles.iter().find_map(|titles| titles.as_of);
    let ends = || period.map(|(_, end)| end.min(options.today));
    options.as_of.or_else(said).or_else(ends).unwrap_or(options.today)
}

fn units(part: Part<'_>) -> Draft<'_> {
    let mut problems = Vec::new();
    let rows = part.reader.each(&mut problems, Reader::unit);
    part.reader.tell_twins(&part.reader.table.lines, &rows, &mut problems);
    part.with(Rows::Units(rows), problems)
}

fn changes(part: Part<'_>) -> Draft<'_> {
    let mut problems = Vec::new();
    let rows = part.reader.each(&mut problems, Reader::change);
    part.with(Rows::Changes(rows), problems)
}

fn members<'a>(parts: Vec<Part<'a>>, options: &Options) -> Vec<Draft<'a>> {
    let units = resolver(&parts, options);
    let mut drafts = Vec::new();
    for part in parts {
        let mut problems = Vec::new();
        let sparse = part.reader.is_sparse(Field::Unit);
        let begin = || (Seen::default(), None, units.clone());
        let read = |reader: &Reader<'a>, seen: &mut _, line: &Line<'a>, notes: &mut Notes| {
            let (seen, above, units): &mut (Seen, Above, Resolver<'a>) = seen;
            let mut row = reader.member(line, seen, notes);
            row.unit = reader.unit_of(line, sparse, above, units, options, notes);
            row.kept.append(&mut notes.kept);
            row
        };
        let rows = if sparse {
            // A unit told once holds for the rows below it, across any stretch.
            let mut seen = begin();
            part.reader
                .each(&mut problems, |reader, line, notes| read(reader, &mut seen, line, notes))
        } else {
            part.reader.each_apart(&mut problems, begin, read)
        };
        drafts.push(part.with(Rows::Members(rows), problems));
    }
    tell_twins(&mut drafts);
    drafts
}

/// The units that rows may name: those known, else those the workbook itself speaks of.
fn resolver<'a>(parts: &[Part<'a>], options: &Options) -> Resolver<'a> {
    if !options.known_units.is_empty() {
        let names = options.known_units.iter().map(String::as_str);
        return Resolver::strict(UnitNames::of_list(names));
    }
    let writings: Vec<(String, usize)> =
        parts.iter().flat_map(|part| part.reader.writings(Field::Unit)).collect();
    Resolver::lenient(UnitNames::of_column(&writings))
}

fn targets<'a>(parts: Vec<Part<'a>>, options: &Options) -> Vec<Draft<'a>> {
    let mut units = resolver(&parts, options);
    let drafts = parts.into_iter().map(|part| {
        let mut problems = Vec::new();
        let rows = part
            .reader
            .each(&mut problems, |reader, line, notes| reader.target(line, &mut units, notes));
        part.with(Rows::Targets(rows), problems)
    });
    drafts.collect()
}

/// People who stand twice, on one sheet or on two.
fn tell_twins(drafts: &mut [Draft<'_>]) {
    let mut people: Vec<&Person> = Vec::new();
    let mut places: Vec<(usize, u32)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Rows::Members(rows) = &draft.rows else { continue };
        people.extend(rows.iter().map(|row| &row.person));
        places.extend(rows.iter().map(|row| (at, row.row)));
    }
    let twins = duplicates::find(&people);
    for twin in twins {
        let ((at, row), (other_at, other_row)) = (places[twin.at], places[twin.other]);
        let other_sheet = drafts[other_at].sheet.filter(|_| at != other_at);
        let note = other_sheet.map(|sheet| format!("ở trang “{sheet}”, dòng {other_row}"));
        let draft = &mut drafts[at];
        let problem = draft.reader.twin(row, twin, other_row);
        draft.problems.extend(problem.map(|problem| Problem { note, ..problem }));
    }
}
