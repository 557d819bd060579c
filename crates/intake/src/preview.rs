//! A list as somebody looks at it before it goes in: each row by its number, whom or what it is about, its verdict.

use crate::columns::{Field, Role, Spec};
use crate::problem::Said;
use crate::reading::{SheetReading, with_rows};
use crate::record::{Record, Verdict};

/// Values told beside the subject of a row at most.
const BESIDE: usize = 3;

impl SheetReading {
    /// Every row by its number, with its verdict.
    pub fn verdicts(&self) -> Vec<(u32, Verdict)> {
        with_rows!(&self.rows, rows => rows.iter().map(|row| (row.row(), row.verdict())).collect())
    }

    /// Whom or what a row is about, by its place in the list, and a few values beside it. Identity numbers are not
    /// among them.
    pub fn about(&self, at: usize) -> Option<(String, Vec<String>)> {
        with_rows!(&self.rows, rows => rows.get(at).map(|row| self.describe(row)))
    }

    fn describe<R: Record>(&self, row: &R) -> (String, Vec<String>) {
        let subject = self.role.subject();
        let untold = [subject, Field::Stt, Field::Cccd, Field::Phone, Field::Ignored];
        let mut beside = Vec::new();
        for spec in self.specs().filter(|spec| !untold.contains(&spec.field)) {
            let told = row.said(spec.field).plain();
            if !told.is_empty() && !beside.contains(&told) && beside.len() < BESIDE {
                beside.push(told);
            }
        }
        (row.said(subject).plain(), beside)
    }

    /// The columns the sheet has, in the order of the list.
    fn specs(&self) -> impl Iterator<Item = &'static Spec> {
        let has = |spec: &&Spec| {
            self.structure.columns.iter().any(|column| column.field == Some(spec.code))
        };
        self.role.columns().iter().filter(has)
    }
}

impl Role {
    /// The codes of the fields a column of this list may tell.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        let known = self.columns().iter().filter(|spec| spec.field != Field::Ignored);
        known.map(|spec| spec.code)
    }
}

impl Said {
    /// As a reader sees it; empty where there is nothing.
    pub fn plain(&self) -> String {
        match self {
            Self::Nothing | Self::Fields(_) => String::new(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Each(each) => each.iter().map(Self::plain).collect::<Vec<_>>().join(", "),
        }
    }
}
