//! The unit an address means: by its code, by its name, or the first of the federation when none is
//! named.

use axum::response::Response;
use domain::units::{UnitCard, UnitRow, card_of_code, find_units, home};
use kernel::{Actor, Day, Id, Power};
use maud::{Markup, html};

use crate::address::Question;
use crate::problem::{Fault, Problem};
use crate::say::Say;
use crate::site::{Visit, see_other};
use crate::words;

/// The unit a page is about.
pub(crate) struct Place {
    pub(crate) card: UnitCard,
}

/// A manager above a unit, as the way to the unit names it.
pub(crate) struct Above<'p> {
    pub(crate) code: &'p str,
    pub(crate) name: &'p str,
    /// Whether the reader's posts reach it; else it is named and no door.
    pub(crate) is_reached: bool,
}

impl Above<'_> {
    /// Its step on the way: a door to an address where the reader reaches it.
    pub(crate) fn step(&self, say: Say, address: &str) -> Markup {
        html! { li lang=[say.foreign()] {
            @if self.is_reached { a href=(address) { (self.name) } } @else { (self.name) }
        } }
    }
}

impl Place {
    /// The managers above, highest first.
    pub(crate) fn above(&self, actor: &Actor) -> Vec<Above<'_>> {
        above(&self.card, actor)
    }
}

/// The managers above a unit, highest first.
pub(crate) fn above<'c>(card: &'c UnitCard, actor: &Actor) -> Vec<Above<'c>> {
    let ids: Vec<Id> = card.managers.iter().map(|(id, ..)| *id).collect();
    let told = |(place, (_, code, name)): (usize, &'c (Id, String, String))| Above {
        code,
        name,
        is_reached: actor.may_at(Power::ReadFigures, &ids[place..]),
    };
    card.managers.iter().enumerate().rev().map(told).collect()
}

/// Units offered when a name fits several.
const LOOKED_AT: usize = 50;

impl Visit {
    /// The question of this visit and the unit it is about. When the form named the unit otherwise
    /// than by its code, the question has the code.
    pub(crate) fn question_and_place(&self) -> Result<(Question, Place), Problem> {
        let mut question = self.raw.question(self.today)?;
        let day = question.organisation_day();
        let place = match self.raw.get("unit") {
            Some(typed) => {
                let place = self.place_of(typed, day)?;
                question.unit = Some(place.card.code.clone());
                place
            }
            None => self.first_place(day)?,
        };
        Ok((question, place))
    }

    /// The question of a page whose path names the unit. When the bar asks for another unit, the way to that unit's page
    /// is given instead.
    pub(crate) fn question_and_place_at(
        &self,
        code: &str,
    ) -> Result<(Question, Result<Place, Response>), Problem> {
        let mut question = self.raw.question(self.today)?;
        let day = question.organisation_day();
        let place = Place { card: self.card(code, day)? };
        if let Some(typed) = self.raw.get("unit").filter(|typed| *typed != code) {
            let asked = self.place_of(typed, day)?.card.code;
            if asked != code {
                let there = Question { unit: None, ..question };
                return Ok((there.clone(), Err(see_other(&there.to(&super::record_path(&asked))))));
            }
        }
        question.unit = Some(code.to_owned());
        Ok((question, Ok(place)))
    }

    fn card(&self, code: &str, day: Day) -> Result<UnitCard, domain::Error> {
        card_of_code(&self.app, &self.actor, code, day)
    }

    /// The unit that was typed: its code, its whole name, or a part of the name that no other has.
    pub(crate) fn place_of(&self, typed: &str, day: Day) -> Result<Place, Problem> {
        match self.card(typed, day) {
            Ok(card) => return Ok(Place { card }),
            Err(error) if error.refusal().is_some_and(|no| no.code == "unknown_unit") => {}
            Err(error) => return Err(error.into()),
        }
        // The form sends the name of the unit it stood at back; two units may have that name.
        if let Some(card) = self.raw.get("at").and_then(|code| self.card(code, day).ok())
            && card.name == typed
        {
            return Ok(Place { card });
        }
        let rows = self.units_called(typed, LOOKED_AT)?;
        match &rows[..] {
            [] => Err(self.unknown(typed).into()),
            [row] => Ok(Place { card: self.card(&row.code, day)? }),
            _ => Err(Problem::Choose { typed: typed.to_owned(), rows }),
        }
    }

    /// The units that what was typed may mean: the one whose whole name it is, or else all whose names hold it.
    pub(crate) fn units_called(
        &self,
        typed: &str,
        limit: usize,
    ) -> Result<Vec<UnitRow>, domain::Error> {
        let mut rows = find_units(&self.app, &self.actor, typed, limit)?;
        let same = |row: &UnitRow| row.name.to_lowercase() == typed.to_lowercase();
        if rows.iter().filter(|row| same(row)).count() == 1 {
            rows.retain(same);
        }
        Ok(rows)
    }

    fn unknown(&self, typed: &str) -> Fault {
        let text = (words::UNKNOWN_UNIT, &[("typed", typed)][..]);
        Fault::new(self.say, "unit", "unknown_unit", text, (words::UNKNOWN_UNIT_DO, &[]))
    }

    /// Where a reader who names no unit begins.
    fn first_place(&self, day: Day) -> Result<Place, Problem> {
        let card = home(&self.app, &self.actor, day)?.ok_or(Problem::Empty)?;
        Ok(Place { card })
    }
}
