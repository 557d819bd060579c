//! What is public: reports that were published and articles written from the books, for anybody.
//!
//! A report is public while its last step is its publication: taken up again, it is gone from there until it is published
//! anew. Shown are the lines and their values; what a unit noted beside a line, who typed it, and lines a form keeps to
//! the office stay inside. An article is public as it was checked, word by word, until it is withdrawn.

mod actions;
mod model;
mod store;

pub use actions::{public_article, public_list, public_report, publish_article, withdraw_article};
pub use model::{PublicArticle, PublicLine, PublicList, PublicReport, PublicRow};
