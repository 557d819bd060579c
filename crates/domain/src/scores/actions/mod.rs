//! The use cases of scores.

mod cards;
mod clusters;
mod cycles;
mod evidence;
mod rankings;
mod read;
mod sheets;

pub use cards::{fill, reopen, review, send_back, submit};
pub use clusters::{change_part, clusters, found};
pub use cycles::{cycle, cycles, open_cycle};
pub use evidence::{attach, evidence_file, withdraw_evidence};
pub use rankings::{decide, export, ranking, withdraw_ranking};
pub use read::card;
pub use sheets::{make_sheet, sheet, sheets};
