//! What a report was filed on: the wording of its form and what its indicators counted, so that no later program and no
//! file of regulations is needed to read it.
//!
//! The wording is kept once, by its hash, however many reports are filed on it. Its shape is that of report packages too
//! (`exchange`), but for what lines were held against, and changes only by growing.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use kernel::{Id, Instant};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::form::{Form, Level, Line};
use super::model::Cell;
use crate::figures::{self, What};
use crate::{Error, Result};

/// A form as it was worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptForm {
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The document it stands in.
    pub source: String,
    /// `R` read, `S` reported by others.
    pub confidence: String,
    /// `grassroots` or `upper`.
    pub level: String,
    /// First day it holds, ISO.
    pub from: String,
    /// Last day it holds, ISO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The day from which it counts up, `mm-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<String>,
    /// The days up to which it counts, `mm-dd`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cut_offs: Vec<String>,
    /// Decimals of its percentages.
    pub decimals: u8,
    /// Its lines in order.
    #[serde(rename = "line")]
    pub lines: Vec<KeptLine>,
}

/// A line as it was worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptLine {
    /// Its number as printed.
    pub code: String,
    /// Its wording.
    pub text: String,
    /// What it is counted in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The indicator that filled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The name under which it is summed upwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// What it was held against when it was typed; never told in a package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// The lines it is the sum of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum: Vec<String>,
    /// The line of which it is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Whether it stays inside when the report is made public.
    #[serde(default, skip_serializing_if = "is_false")]
    pub internal: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape a serialiser asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// What an indicator counted when a report was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its code.
    pub indicator: String,
    /// Its name.
    pub name: String,
    /// What it counted, in Vietnamese.
    pub meaning: String,
    /// How it was worked out, by the numbers of accounts: `during 3 4`.
    pub formula: String,
}

/// A form and the definitions of its indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The form.
    pub form: KeptForm,
    /// The definitions, in the order of the form's lines.
    #[serde(default)]
    pub definitions: Vec<Definition>,
}

/// What a version was filed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The wording.
    pub wording: Wording,
    /// The unit's code then.
    pub unit_code: String,
    /// Its name then.
    pub unit_name: String,
    /// The code of its kind then.
    pub unit_kind: String,
}

/// A unit directly below when a version was filed, and what of it was summed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Input {
    /// The unit.
    #[serde(skip)]
    pub unit: Id,
    /// Its code.
    pub code: String,
    /// Its name then.
    pub name: String,
    /// The form and the version that was summed; none where nothing of it was approved.
    pub summed: Option<(String, i64)>,
    /// The package it came in, where it was received.
    #[serde(skip)]
    pub package: Option<Id>,
}

/// A version that was filed and approved, with what stands behind it.
#[derive(Clone, Debug)]
pub(crate) struct FiledVersion {
    pub(crate) version: i64,
    /// When and by whom it was filed.
    pub(crate) filed: (Instant, String),
    /// When and by whom it was approved.
    pub(crate) approved: (Instant, String),
    /// The postings the books held when it was filed.
    pub(crate) ledger_seq: i64,
    pub(crate) wording: Wording,
    pub(crate) unit_code: String,
    pub(crate) unit_name: String,
    pub(crate) unit_kind: String,
    pub(crate) cells: Vec<Cell>,
    pub(crate) inputs: Vec<Input>,
}

impl KeptForm {
    fn of(form: &Form) -> Self {
        let level = match form.level {
            Level::Grassroots => "grassroots",
            Level::Upper => "upper",
        };
        Self {
            code: form.code.clone(),
            name: form.name.clone(),
            source: form.source.clone(),
            confidence: form.confidence.clone(),
            level: level.to_owned(),
            from: form.from.clone(),
            to: form.to.clone(),
            begins: form.begins.clone(),
            cut_offs: form.cut_offs.clone(),
            decimals: form.decimals,
            lines: form.lines.iter().map(KeptLine::of).collect(),
        }
    }

    /// The line with this number.
    pub fn line(&self, code: &str) -> Option<&KeptLine> {
        self.lines.iter().find(|line| line.code == code)
    }
}

impl KeptLine {
    fn of(line: &Line) -> Self {
        Self {
            code: line.code.clone(),
            text: line.text.clone(),
            unit: line.unit.clone(),
            indicator: line.indicator.clone(),
            measure: line.measure.clone(),
            beside: line.beside.clone(),
            sum: line.sum.clone(),
            part_of: line.part_of.clone(),
            internal: line.internal,
        }
    }
}

impl Definition {
    /// What an indicator counts today; nothing where the program does not know it.
    pub fn of(indicator: &str) -> Option<Self> {
        let found = figures::find_indicator(indicator)?;
        Some(Self {
            indicator: found.code.to_owned(),
            name: found.name.vi.to_owned(),
            meaning: found.meaning.to_owned(),
            formula: formula(found.what),
        })
    }
}

fn formula(what: What) -> String {
    match what {
        What::Opening(account) => format!("opening {}", account.0),
        What::Closing(account) => format!("closing {}", account.0),
        What::Rest(all, part) => format!("rest {} {}", all.0, part.0),
        What::During(accounts) => {
            let numbers = accounts.iter().map(|account| format!(" {}", account.0));
            format!("during{}", numbers.collect::<String>())
        }
    }
}

impl Wording {
    /// A form as it is worded now, with what its indicators count now.
    pub fn of(form: &Form) -> Self {
        let named = form.lines.iter().filter_map(|line| line.indicator.as_deref());
        let mut definitions: Vec<Definition> = Vec::new();
        for definition in named.filter_map(Definition::of) {
            if !definitions.contains(&definition) {
                definitions.push(definition);
            }
        }
        Self { form: KeptForm::of(form), definitions }
    }

    /// What an indicator counted.
    pub fn definition(&self, indicator: &str) -> Option<&Definition> {
        self.definitions.iter().find(|each| each.indicator == indicator)
    }

    /// As it is kept, and the hash of that.
    pub(super) fn body(&self) -> Result<(String, String)> {
        let body = serde_json::to_string(self).map_err(|error| broken(&error))?;
        let hash: [u8; 32] = Sha256::digest(&body).into();
        Ok((ledger::chain::hex(&hash), body))
    }

    /// A kept wording read again.
    pub(super) fn read(body: &str) -> Result<Self> {
        serde_json::from_str(body).map_err(|error| broken(&error))
    }

    /// The form, for those who ask a form its lines. One is held for each wording there ever was, a few a decade, for as
    /// long as the program runs.
    pub(super) fn form(&self) -> Result<&'static Form> {
        static HELD: LazyLock<Mutex<HashMap<String, &'static Form>>> =
            LazyLock::new(Mutex::default);
        let (hash, _) = self.body()?;
        let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(form) = held.get(&hash) {
            return Ok(form);
        }
        let told = serde_json::to_value(&self.form).map_err(|error| broken(&error))?;
        let form: Form = serde_json::from_value(told).map_err(|error| broken(&error))?;
        let form: &'static Form = Box::leak(Box::new(form));
        held.insert(hash, form);
        Ok(form)
    }
}

fn broken(error: &serde_json::Error) -> Error {
    Error::Broken(format!("lời mẫu báo cáo đã giữ không đọc được: {error}"))
}
