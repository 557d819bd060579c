//! An import being prepared: what it is, whose, and what was decided about it; kept as the input of its job.

use intake::Kind;
use kernel::{Day, Refusal};
use serde::{Deserialize, Serialize};

use super::model::{Choices, Request};
use crate::jobs::Job;
use crate::{Error, Result};

/// An import being prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The list it is: `units`, `members`, `movements`, `targets`.
    pub kind: String,
    /// The name of its file.
    pub file_name: String,
    /// The code of the unit it belongs to.
    pub unit: String,
    /// The day the list was drawn up, when its title does not tell.
    pub as_of: Option<String>,
    /// What was decided about it.
    pub choices: Choices,
}

/// The kind with a code.
pub fn kind_from_code(code: &str) -> Option<Kind> {
    match code {
        "units" => Some(Kind::Units),
        "members" => Some(Kind::Members),
        "movements" => Some(Kind::Movements),
        "targets" => Some(Kind::Targets),
        _ => None,
    }
}

impl Draft {
    /// The draft of a job.
    pub fn of(job: &Job) -> Result<Self> {
        serde_json::from_str(&job.input)
            .map_err(|_| Error::Broken(format!("việc {} không đọc được", job.id)))
    }

    /// As it is kept.
    pub(super) fn text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|_| Error::Broken("không ghi được bản nháp".to_owned()))
    }

    /// The request it makes of its file.
    pub(super) fn request<'r>(&'r self, bytes: &'r [u8]) -> Result<Request<'r>> {
        let kind = kind_from_code(&self.kind).ok_or_else(unknown_kind)?;
        let as_of = self.as_of.as_deref().map(Day::parse).transpose()?;
        let unit = Some(&*self.unit).filter(|code| !code.is_empty());
        Ok(Request { kind, file_name: &self.file_name, bytes, unit, as_of })
    }
}

pub(super) fn unknown_kind() -> Refusal {
    Refusal::new(
        "unknown_list",
        "Chưa chọn loại danh sách",
        "Chọn danh sách đơn vị, đoàn viên, biến động hay chỉ tiêu",
    )
}
