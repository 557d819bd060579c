//! On whose behalf pages read when nobody signed in: the one place where such a page gets its powers.

use kernel::{Actor, Power};

/// Who looks at the demo without signing in: figures and the names behind them, nothing to write, no identity numbers.
pub(crate) fn guest() -> Actor {
    Actor::with_powers("người xem tại máy", &[Power::ReadFigures, Power::ReadPeople])
}

/// Who stands at the door.
pub(crate) fn nobody() -> Actor {
    Actor::with_powers("người chưa đăng nhập", &[])
}
