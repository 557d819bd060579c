//! The registers there are, one file each. A new one is a new file here and a line in the list.

mod agreements;
mod candidates;
mod care;
mod classes;
mod conferences;
mod congresses;
mod dialogues;
mod disputes;
mod exemptions;
mod headcount;
mod inspections;
mod legal_advice;
mod party;
mod petitions;

use super::register::{Field, Register};

/// Every register, in the order of the page.
pub const REGISTERS: &[&Register] = &[
    &conferences::REGISTER,
    &dialogues::REGISTER,
    &petitions::REGISTER,
    &exemptions::REGISTER,
    &headcount::REGISTER,
    &agreements::REGISTER,
    &classes::REGISTER,
    &congresses::REGISTER,
    &party::REGISTER,
    &candidates::REGISTER,
    &care::REGISTER,
    &legal_advice::REGISTER,
    &disputes::REGISTER,
    &inspections::REGISTER,
];

/// The register with this code.
pub fn find(code: &str) -> Option<&'static Register> {
    REGISTERS.iter().copied().find(|register| register.code == code)
}

/// The number that the records of a register state, by `register.field`: only of a register that says how things are.
pub fn standing_field(code: &str) -> Option<(&'static Register, &'static Field)> {
    let (register, field) = code.split_once('.')?;
    let register = find(register).filter(|register| register.stands)?;
    let field = register.fields.iter().find(|each| each.code == field && each.is_summed())?;
    Some((register, field))
}
