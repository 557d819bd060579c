//! Papers set by Typst as PDF, and the same as DOCX. It knows no register: what a paper says comes as data.
//!
//! A [`Paper`] is plain data. [`Press`] hands it as JSON to a template (`templates/print/*.typ`, which an office may
//! replace by files of its own) and writes PDF/A, or DOCX where people go on editing. No text of a paper is ever read as
//! Typst. There is no clock, no network and no package: the same paper gives the same bytes.
//!
//! Whoever hands papers over knows [`Sets`] alone, so that pages are tested with a press that only tells what it got.

mod docx;
mod fonts;
mod limits;
mod paper;
mod press;
mod refusal;
mod samples;
mod square;
mod templates;
#[cfg(test)]
mod tests;
mod world;

pub use docx::docx;
pub use paper::{
    Align, Annex, Certificate, Certificates, Column, Day, Decision, Form, Head, Minutes, Paper,
    Part, Row, Signing, Square, Submission, Table,
};
pub use press::Press;
pub use refusal::Refusal;
pub use samples::samples;
pub use templates::{PICTURES, TEMPLATES};

/// What sets papers. Whoever hands papers over needs no more than this.
pub trait Sets: std::fmt::Debug + Send + Sync {
    /// A paper as PDF/A.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal>;
    /// A paper as DOCX, where people edit it.
    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Refusal>;
}

impl Sets for Press {
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        Self::pdf(self, paper)
    }

    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        docx(paper)
    }
}
