//! Who may do what: one table for every action. What is not in it is denied.

use kernel::Power;

/// An action by its name, and the power it asks for.
pub const TABLE: &[(&str, Power)] = &[
    ("accounts.manage", Power::ManageAccounts),
    ("activities.people", Power::ReadPeople),
    ("activities.read", Power::ReadFigures),
    ("activities.record", Power::RecordActivities),
    ("audit.read", Power::ReadAudit),
    ("books.backup", Power::Administer),
    ("books.doctor", Power::Administer),
    ("books.drill", Power::Administer),
    ("books.dump", Power::Administer),
    ("books.health", Power::Administer),
    ("books.restore", Power::Administer),
    ("books.take_backup", Power::Administer),
    ("certificates.deliver", Power::RecordHonours),
    ("certificates.issue", Power::RecordHonours),
    ("certificates.print", Power::ReadPeople),
    ("certificates.read", Power::ReadPeople),
    ("certificates.revoke", Power::RecordHonours),
    ("council.manage", Power::ManageCouncil),
    ("council.read", Power::ReadPeople),
    ("documents.file", Power::ReadPeople),
    ("documents.print", Power::ReadPeople),
    ("documents.read", Power::ReadFigures),
    ("documents.record", Power::RecordMembers),
    ("eligibility.read", Power::ReadPeople),
    ("eligibility.record", Power::RecordMembers),
    ("exchange.keys", Power::ApproveReports),
    ("exchange.read", Power::ReadFigures),
    ("exchange.receive", Power::ApproveReports),
    ("exchange.send", Power::WriteReports),
    ("figures.read", Power::ReadFigures),
    ("figures.trace", Power::ReadPeople),
    ("honours.print", Power::ReadPeople),
    ("honours.publish", Power::PublishRoll),
    ("honours.read", Power::ReadPeople),
    ("honours.record", Power::RecordHonours),
    ("imports.run", Power::Import),
    ("imports.undo", Power::Import),
    ("memberships.record", Power::RecordMembers),
    ("people.correct", Power::RecordMembers),
    ("people.export", Power::ReadPeople),
    ("people.merge", Power::RecordMembers),
    ("people.read_identity", Power::ReadIdentity),
    ("people.search", Power::ReadPeople),
    ("reports.approve", Power::ApproveReports),
    ("reports.call", Power::ApproveReports),
    ("reports.form", Power::ApproveReports),
    ("reports.read", Power::ReadFigures),
    ("reports.write", Power::WriteReports),
    ("rounds.appraise", Power::RecordHonours),
    ("rounds.decide", Power::RecordHonours),
    ("rounds.nominate", Power::RecordHonours),
    ("rounds.open", Power::RecordHonours),
    ("rounds.read", Power::ReadPeople),
    ("rounds.send", Power::RecordHonours),
    ("scores.evidence", Power::ReadPeople),
    ("scores.fill", Power::RecordHonours),
    ("scores.manage", Power::RecordHonours),
    ("scores.read", Power::ReadFigures),
    ("targets.set", Power::SetTargets),
    ("units.read", Power::ReadFigures),
    ("units.record", Power::RecordUnits),
];

/// The power an action asks for; an action without a row asks for the highest.
pub fn power_for(action: &str) -> Power {
    TABLE.iter().find(|(name, _)| *name == action).map_or(Power::Administer, |(_, power)| *power)
}

/// The table of rights as a page of the documents: roles and powers, powers and actions.
#[must_use]
pub fn table_text() -> String {
    use std::fmt::Write as _;

    use crate::accounts::ROLES;
    let mut text = String::from(
        "# Rights\n\n<!-- Written from the program by a test; do not edit. `BLESS=1 cargo test -p web --test it permissions`
         renews it. -->\n\n\
         Rights come from posts: somebody holds a role at a unit from one day until another. A role is a set of powers; a\n\
         power holds at the unit of the post and all units below it. Nobody gives a power they do not hold there. What is\n\
         not in these tables is denied. The same tables stand at `/rights`; `/why` names the posts behind an answer.\n\n\
         ## Roles and powers\n\n| power |",
    );
    for role in ROLES {
        let _ = write!(text, " {} `{}` |", role.name.vi, role.code);
    }
    let _ = writeln!(text, "\n|---|{}", ":-:|".repeat(ROLES.len()));
    for power in kernel::actor::ALL_POWERS {
        let _ = write!(text, "| {} `{}` |", power.name().vi, power.code());
        for role in ROLES {
            text.push_str(if role.powers.contains(power) { " ✓ |" } else { " – |" });
        }
        text.push('\n');
    }
    text.push_str("\n## Powers and actions\n\n| power | actions |\n|---|---|\n");
    for power in kernel::actor::ALL_POWERS {
        let names = TABLE.iter().filter(|(_, asked)| asked == power);
        let names: Vec<String> = names.map(|(name, _)| format!("`{name}`")).collect();
        let _ = writeln!(text, "| {} `{}` | {} |", power.name().vi, power.code(), names.join(", "));
    }
    text.push_str(
        "\nA person's own affairs ask for no power but a sign-in: password, second factor, sign-ins, tokens, one's own record.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_stands_once_and_in_order() {
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0));
    }
}
