//! A sheet as a table: which of its rows are data, and the cell a row has for a field.

use sheets::{Cell, Row, Sheet, Value, column_letters};

use crate::columns::{Field, Spec};
use crate::header::{Column, Header, is_blank};
use crate::rows::{self, Heading, NotData, TotalRow};

/// How many fields there are.
const FIELDS: usize = Field::Ignored as usize + 1;
/// So many cells tell what a column of marks holds.
const MARKS_LOOKED_AT: usize = 50;

/// One data row and what stands above it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// Its cells.
    pub row: &'a Row,
    /// The heading it stands under, in [`Table::headings`].
    pub heading: Option<usize>,
}

impl Line<'_> {
    /// The row as the spreadsheet shows it.
    pub(crate) fn number(&self) -> u32 {
        self.row.number
    }
}

/// A vertically merged cell among the data.
#[derive(Clone, Copy, Debug)]
struct Hang {
    col: u32,
    first_row: u32,
    last_row: u32,
}

/// A list found on a sheet.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    /// The sheet it stands on.
    pub sheet: &'a Sheet,
    /// Its header.
    pub header: Header,
    /// Its data rows, from the top.
    pub lines: Vec<Line<'a>>,
    /// Block and group headings among them.
    pub headings: Vec<Heading>,
    /// Printed totals.
    pub totals: Vec<TotalRow<'a>>,
    /// Rows between header and end that are no data.
    pub not_data: Vec<NotData>,
    at: [Option<u32>; FIELDS],
    /// By column, then by first row.
    hanging: Vec<Hang>,
    /// Rows with a cell merged over three columns or more, ascending.
    wide: Vec<u32>,
}

impl<'a> Table<'a> {
    /// Sorts the rows below a header into data and the rest.
    pub(crate) fn new(sheet: &'a Sheet, header: Header) -> Self {
        let mut at = [None; FIELDS];
        for column in &header.columns {
            if let Some(spec) = column.spec {
                at[spec.field as usize] = Some(column.col);
            }
        }
        let hanging = hanging(sheet, &header);
        let mut table = Self {
            sheet,
            header,
            lines: Vec::new(),
            headings: Vec::new(),
            totals: Vec::new(),
            not_data: Vec::new(),
            at,
            hanging,
            wide: wide(sheet),
        };
        table.read_marks();
        rows::sort(&mut table);
        table
    }

    /// Columns headed `Nam` and `Nữ` that hold dates are birth columns, not marks.
    fn read_marks(&mut self) {
        for (mark, birth) in
            [(Field::MarkMale, Field::DobMale), (Field::MarkFemale, Field::DobFemale)]
        {
            let Some(col) = self.column(mark).filter(|_| !self.has(birth)) else { continue };
            let below = self.sheet.rows.iter().filter(|row| row.number > self.header.end());
            let filled = below.filter_map(|row| row.cell(col)).filter(|cell| !is_blank(cell));
            let (mut dates, mut all) = (0, 0);
            for cell in filled.take(MARKS_LOOKED_AT) {
                all += 1;
                dates += usize::from(holds_date(cell));
            }
            if 2 * dates > all {
                self.rename(mark, birth);
            }
        }
    }

    /// Lets a column tell something else.
    fn rename(&mut self, from: Field, to: Field) {
        let spec = self.spec(to);
        let is_from = |column: &&mut Column| column.spec.is_some_and(|spec| spec.field == from);
        if let Some(column) = self.header.columns.iter_mut().find(is_from) {
            column.spec = spec;
        }
        self.at[to as usize] = self.at[from as usize].take();
    }

    /// Whether a cell of this row is merged over three columns or more.
    pub(crate) fn is_merged_wide(&self, row: u32) -> bool {
        self.wide.binary_search(&row).is_ok()
    }

    /// The 0-based column that tells this.
    pub(crate) fn column(&self, field: Field) -> Option<u32> {
        self.at[field as usize]
    }

    /// What this 0-based column tells.
    pub(crate) fn field_at(&self, col: u32) -> Option<Field> {
        let columns = &self.header.columns;
        let at = columns.binary_search_by_key(&col, |column| column.col).ok()?;
        columns[at].spec.map(|spec| spec.field)
    }

    /// Whether a column tells this.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// How this list names a field.
    pub(crate) fn spec(&self, field: Field) -> Option<&'static Spec> {
        self.header.role.columns().iter().find(|spec| spec.field == field)
    }

    /// The letters of the column that tells this.
    pub(crate) fn letters(&self, field: Field) -> Option<String> {
        self.column(field).map(column_letters)
    }

    /// The cell of a row for this field, unless it is blank.
    pub(crate) fn own_cell(&self, row: &'a Row, field: Field) -> Option<&'a Cell> {
        row.cell(self.column(field)?).filter(|cell| !is_blank(cell))
    }

    /// The cell that holds for a row: its own, or the merged one that hangs down to it.
    pub(crate) fn cell(&self, row: &'a Row, field: Field) -> Option<&'a Cell> {
        self.own_cell(row, field).or_else(|| self.hanging_cell(row, field))
    }

    /// The merged cell further up that holds for this row too.
    pub(crate) fn hanging_cell(&self, row: &Row, field: Field) -> Option<&'a Cell> {
        if self.hanging.is_empty() {
            return None;
        }
        let col = self.column(field)?;
        let after =
            self.hanging.partition_point(|hang| (hang.col, hang.first_row) < (col, row.number));
        let hang = self.hanging[..after].last()?;
        if hang.col != col || row.number > hang.last_row {
            return None;
        }
        let above = crate::header::row_at(self.sheet, hang.first_row)?;
        above.cell(col).filter(|cell| !is_blank(cell))
    }
}

fn wide(sheet: &Sheet) -> Vec<u32> {
    let wide = sheet.merges.iter().filter(|merge| merge.last_col >= merge.first_col + 2);
    let mut rows: Vec<u32> = wide.map(|merge| merge.first_row).collect();
    rows.sort_unstable();
    rows
}

/// A date, or a year of birth.
fn holds_date(cell: &Cell) -> bool {
    match &cell.value {
        Value::Number(number) => *number >= 1_000.0,
        Value::Text(text) => vietnamese::date::parse(text, 2100).is_ok(),
        _ => false,
    }
}

/// Merges that hang down within one column below the header.
fn hanging(sheet: &Sheet, header: &Header) -> Vec<Hang> {
    let below = sheet.merges.iter().filter(|merge| {
        merge.first_row > header.end()
            && merge.last_row > merge.first_row
            && merge.first_col == merge.last_col
    });
    let hang = below.map(|merge| Hang {
        col: merge.first_col,
        first_row: merge.first_row,
        last_row: merge.last_row,
    });
    let mut hanging: Vec<Hang> = hang.collect();
    hanging.sort_unstable_by_key(|hang| (hang.col, hang.first_row));
    hanging
}
