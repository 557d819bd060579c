//! Who may do what: one table for every action. What is not in it is denied.

use kernel::Power;

/// An action by its name, and the power it asks for.
pub const TABLE: &[(&str, Power)] = &[
    ("accounts.manage", Power::ManageAccounts),
    ("audit.read", Power::ReadAudit),
    ("books.backup", Power::Administer),
    ("books.doctor", Power::Administer),
    ("books.dump", Power::Administer),
    ("books.migrate", Power::Administer),
    ("books.restore", Power::Administer),
    ("figures.read", Power::ReadFigures),
    ("figures.trace", Power::ReadPeople),
    ("imports.run", Power::Import),
    ("imports.undo", Power::Import),
    ("memberships.record", Power::RecordMembers),
    ("people.correct", Power::RecordMembers),
    ("people.export", Power::ReadPeople),
    ("people.merge", Power::RecordMembers),
    ("people.read_identity", Power::ReadIdentity),
    ("people.search", Power::ReadPeople),
    ("targets.set", Power::SetTargets),
    ("units.read", Power::ReadFigures),
    ("units.record", Power::RecordUnits),
];

/// The power an action asks for; an action without a row asks for the highest.
pub fn power_for(action: &str) -> Power {
    TABLE.iter().find(|(name, _)| *name == action).map_or(Power::Administer, |(_, power)| *power)
}
