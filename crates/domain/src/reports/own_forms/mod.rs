//! Forms an office puts in force itself: the same text a regulation file is, kept in the books from a day on.
//!
//! A form that was put in force is never changed or taken away, because reports were filed on it: a change is the next
//! dated version under the same code. Which version holds is asked with the period a report is about.

mod actions;
mod rules;
mod store;
mod text;

pub(super) use actions::holding;
pub use actions::{all_forms, form_among, form_at, preview, put_in_force};
pub use text::text_of;
