//! Who acts, and what that person may do. Everything is denied that is not granted.

use crate::Refusal;

/// One thing an actor may be allowed to do. The table of who holds which is in `domain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Power {
    /// Read figures, units and targets: nothing that names a person.
    ReadFigures,
    /// Read the names behind a figure.
    ReadPeople,
    /// Read an identity number in full. Each such read is logged.
    ReadIdentity,
    /// Record what happened: units, members, movements, documents.
    Record,
    /// Set and revise targets.
    SetTargets,
    /// Run and undo imports.
    Import,
    /// Migrate, back up, restore, prove.
    Administer,
}

/// Every power there is, in the order of the table of rights.
pub const ALL_POWERS: [Power; 7] = [
    Power::ReadFigures,
    Power::ReadPeople,
    Power::ReadIdentity,
    Power::Record,
    Power::SetTargets,
    Power::Import,
    Power::Administer,
];

/// The person or program on whose behalf an action runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// How the books name this actor in every batch, at most 80 characters.
    pub name: String,
    powers: Vec<Power>,
}

impl Actor {
    /// The operator at the machine's own terminal, who holds the data folder and so every power.
    pub fn operator(name: impl Into<String>) -> Self {
        Self { name: name.into(), powers: ALL_POWERS.to_vec() }
    }

    /// An actor with exactly these powers.
    pub fn with_powers(name: impl Into<String>, powers: &[Power]) -> Self {
        Self { name: name.into(), powers: powers.to_vec() }
    }

    /// Whether the actor holds a power.
    pub fn may(&self, power: Power) -> bool {
        self.powers.contains(&power)
    }

    /// Passes, or refuses with the missing power named.
    pub fn must(&self, power: Power) -> Result<(), Refusal> {
        if self.may(power) {
            return Ok(());
        }
        Err(Refusal::new(
            "not_allowed",
            format!("{} không có quyền {power:?} cho việc này", self.name),
            "Đề nghị người quản trị giao quyền, hoặc nhờ người có quyền thực hiện",
        ))
    }
}
