//! A reorganisation being prepared: its list, and the decision behind it; kept as the input of its job.

use kernel::{Day, Refusal};
use serde::{Deserialize, Serialize};

use crate::documents::DocumentRef;
use crate::jobs::Job;
use crate::units::{Act, Change};
use crate::{Error, Result};

/// Letters of a number, an issuer or a reason at most.
const LETTERS: usize = 300;

/// The decision behind a list, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number.
    pub number: String,
    /// Its day, ISO.
    pub issued_on: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// From which day its acts hold, ISO.
    pub on: String,
    /// Why, in a few words.
    pub reason: String,
}

/// A reorganisation being prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The name of its file.
    pub file_name: String,
    /// The code of the unit it belongs to.
    pub unit: String,
    /// The decision behind it.
    pub decision: Decision,
}

impl Decision {
    /// The day from which it holds.
    pub fn day(&self) -> Result<Day, Refusal> {
        Day::parse(&self.on)
    }

    /// Refuses a decision without a number or a day, and one that holds only later.
    pub(super) fn check(&self, today: Day) -> Result<(), Refusal> {
        if self.number.trim().is_empty() {
            return Err(Refusal::new(
                "document_missing",
                "Sắp xếp tổ chức cần có quyết định",
                "Ghi số của quyết định",
            ));
        }
        let texts = [&self.number, &self.issuer, &self.reason];
        if texts.iter().any(|text| text.chars().count() > LETTERS) {
            return Err(Refusal::new(
                "too_long",
                format!("Số, nơi ban hành hoặc lý do dài quá {LETTERS} chữ"),
                "Ghi ngắn gọn như trên quyết định",
            ));
        }
        self.issued_on.as_deref().map(Day::parse).transpose()?;
        let on = self.day()?;
        if on > today {
            return Err(Refusal::new(
                "after_last_day",
                format!("Ngày {} còn ở tương lai", on.vi()),
                "Ghi vào ngày quyết định có hiệu lực; giữ bản chuẩn bị đến ngày ấy rồi ghi",
            ));
        }
        Ok(())
    }

    /// Acts as one change by this decision.
    pub(super) fn change(&self, acts: Vec<Act>) -> Result<Change, Refusal> {
        let issued_on = self.issued_on.as_deref().map(Day::parse).transpose()?;
        let title = if self.reason.is_empty() {
            "Sắp xếp tổ chức công đoàn"
        } else {
            &self.reason
        };
        let document =
            DocumentRef::decision(self.number.trim(), issued_on, self.issuer.trim(), title);
        let (on, reason) = (self.day()?, self.reason.clone());
        Ok(Change { on, reason, document: Some(document), acts })
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
}
