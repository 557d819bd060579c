//! Papers set by Typst as PDF, and the same as DOCX. It knows no register: what a paper says comes as data.
//!
//! A [`Paper`] is plain data. `Press` hands it as JSON to a template (`templates/print/*.typ`, which an office may
//! replace by files of its own) and writes PDF/A, or DOCX where people go on editing. No text of a paper is ever read as
//! Typst. There is no clock, no network and no package: the same paper gives the same bytes.
//!
//! Typst takes minutes to build, so it stands behind the feature `set`; without it this crate is the data and [`Sets`].

#[cfg(feature = "set")]
mod docx;
#[cfg(feature = "set")]
mod fonts;
#[cfg(feature = "set")]
mod limits;
mod paper;
#[cfg(feature = "set")]
mod press;
mod refusal;
#[cfg(feature = "set")]
mod square;
#[cfg(feature = "set")]
mod templates;
#[cfg(all(test, feature = "pictures"))]
mod tests;
#[cfg(feature = "set")]
mod world;

#[cfg(feature = "set")]
pub use docx::docx;
pub use paper::{
    Align, Annex, Certificate, Certificates, Column, Day, Decision, Form, Head, Minutes, Paper,
    Part, Row, Signing, Square, Submission, Table,
};
#[cfg(feature = "set")]
pub use press::Press;
pub use refusal::Refusal;

/// What sets papers. Whoever hands papers over needs no more than this.
pub trait Sets: std::fmt::Debug + Send + Sync {
    /// A paper as PDF/A.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal>;
    /// A paper as DOCX, where people edit it.
    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Refusal>;
}

#[cfg(feature = "set")]
impl Sets for Press {
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        Self::pdf(self, paper)
    }

    fn docx(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        docx(paper)
    }
}
