//! What waits, and what was written.

use kernel::{Day, Instant};

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

/// Things named one by one, at most; the others are counted.
pub const NAMED: i64 = 10;

/// An import with refused rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedImport {
    /// The name of the file.
    pub file_name: String,
    /// Code and name of its unit.
    pub unit: (String, String),
    /// The rows refused.
    pub rows: i64,
    /// When it was taken in.
    pub at: Instant,
}

/// A post about to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The sign-in name and the name of who holds it.
    pub holder: (String, String),
    /// The code of the role.
    pub role: String,
    /// The name of the unit.
    pub unit: String,
    /// The first day on which it is not held any more.
    pub on: Day,
}

/// What waits for a reader in a unit and under it. Nothing where the reader's powers hold for no such work there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Members sent to units here and not yet received.
    pub to_receive: Option<i64>,
    /// Members sent from units here and not yet answered.
    pub to_be_answered: Option<i64>,
    /// Imports of the last days with refused rows.
    pub refused: Option<Refused>,
    /// The last of these imports, by name.
    pub refused_last: Vec<RefusedImport>,
    /// Corrections members asked for.
    pub corrections: Option<i64>,
    /// Posts that end in the next days, the first ones by name.
    pub ending: Option<Vec<Ending>>,
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
