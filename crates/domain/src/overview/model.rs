//! What waits, and what was written.

use kernel::Instant;

/// Counts go on to here; a count that reaches it stands for "this many or more".
pub const COUNTED_TO: i64 = 1_000;
/// People of a scope up to which duplicates are looked for unasked: some 10 µs each.
pub const LOOKED_THROUGH: i64 = 2_500;

/// Imports whose refused rows may still have to be mended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Imports with refused rows.
    pub imports: i64,
    /// The rows refused in them.
    pub rows: i64,
}

/// What waits for a reader in a unit and under it. Nothing where the reader's powers hold for no such work there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Members sent to units here and not yet received.
    pub to_receive: Option<i64>,
    /// Members sent from units here and not yet answered.
    pub to_be_answered: Option<i64>,
    /// Imports of the last days with refused rows.
    pub refused: Option<Refused>,
    /// Pairs that may be one person; nothing for a scope too large to look through unasked.
    pub duplicates: Option<i64>,
    /// Corrections members asked for.
    pub corrections: Option<i64>,
}

/// A batch of the books, as the overview names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub batch: i64,
    /// When.
    pub recorded_at: Instant,
    /// Who.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// The only unit of the scope it counts at: code and name; none when there are several.
    pub unit: Option<(String, String)>,
}
