//! A person as a form names one: by the record's own number, or by a name that only one person within reach
//! has.

use domain::people::{PersonRow, search};
use kernel::{Id, Refusal};
use vietnamese::fold::fold;

use crate::site::Visit;

/// Namesakes looked at.
const LOOKED_AT: usize = 20;
/// Namesakes told.
const TOLD: usize = 5;

/// The person that was typed.
pub(super) fn typed(visit: &Visit, text: &str) -> Result<Id, domain::Error> {
    let text = text.trim();
    if let Some(id) = Id::parse(text) {
        return Ok(id);
    }
    let found = search(&visit.app, &visit.actor, text, LOOKED_AT)?;
    let same: Vec<&PersonRow> = found.iter().filter(|row| fold(&row.name) == fold(text)).collect();
    let one = match (&same[..], &found[..]) {
        ([one], _) => Some(*one),
        ([], [one]) => Some(one),
        _ => None,
    };
    if let Some(id) = one.and_then(|row| Id::parse(&row.id)) {
        return Ok(id);
    }
    Err(several(text, if same.is_empty() { found.iter().collect() } else { same }).into())
}

fn several(text: &str, found: Vec<&PersonRow>) -> Refusal {
    let typed: String = text.chars().take(60).collect();
    if found.is_empty() {
        return Refusal::new(
            "unknown_person",
            format!("Không tìm thấy “{typed}” trong phạm vi của bạn"),
            "Gõ lại họ tên đầy đủ, hoặc đánh dấu là người ngoài sổ",
        );
    }
    let told = |row: &&PersonRow| {
        let parts = [row.birth.as_deref(), row.unit.as_deref(), Some(&*row.id)];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        format!("{} ({})", row.name, parts.join(", "))
    };
    let names: Vec<String> = found.iter().take(TOLD).map(told).collect();
    Refusal::new(
        "several_people",
        format!("Có nhiều người khớp “{typed}”: {}", names.join("; ")),
        "Chép mã hồ sơ trong ngoặc vào ô này",
    )
}
