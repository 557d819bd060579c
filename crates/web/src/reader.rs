//! On whose behalf pages read: the one place where a page gets its powers.

use kernel::{Actor, Power};

use crate::say::Say;
use crate::words;

/// Who sits at the machine and reads. Until signing in exists this reader sees figures and the
/// names behind them, which is why the program listens on the machine itself only; writing,
/// identity numbers and all else are denied.
pub(crate) fn reader() -> Actor {
    Actor::with_powers("người xem tại máy", &[Power::ReadFigures, Power::ReadPeople])
}

/// How the frame of a page names this reader.
pub(crate) fn shown_as(say: Say) -> &'static str {
    say.text(words::LOCAL_READER)
}
