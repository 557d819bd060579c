//! A comparison as a file; that it was taken is noted.

use axum::response::Response;
use domain::exports::{Cell, Format, Table, export};
use domain::figures::Comparison;

use super::asked::Sides;
use super::{page, words};
use crate::figures::name;
use crate::frame;
use crate::parts::download;
use crate::problem::Problem;
use crate::site::Visit;
use crate::words as common;

/// The file, as the ending of the address says.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let ending = visit.path.rsplit('.').next().unwrap_or_default();
    let format = Format::from_ending(ending).ok_or(Problem::NoPage)?;
    let sides = Sides::read(visit)?;
    let (told, _) = visit.steady(|| page::gather(visit, &sides))?;
    let card = &sides.first.place.card;
    let what = ("figures.exported", Some(card.id));
    let bytes = export(&visit.app, &visit.actor, what, &table(&sides, &told), format)?;
    let period = sides.first.question.period.code().replace("..", "_");
    let file = format!("so-sanh_{}_{period}.{}", card.code, format.ending());
    Ok(download(&file, format.content_type(), bytes))
}

fn table(sides: &Sides, told: &Comparison) -> Table {
    let say = sides.first.question.say;
    let [first, second] = sides.names();
    let columns = vec![
        (say.text(words::CODE).to_owned(), 32),
        (say.text(common::INDICATOR).to_owned(), 48),
        (first.clone(), 18),
        (second.clone(), 18),
        (say.text(words::DIFFERENCE).to_owned(), 14),
        (say.text(words::CHANGE).to_owned(), 14),
    ];
    let rows = told.differences.iter().zip(told.first.figures.iter().zip(&told.second.figures));
    let rows = rows.map(|(each, (first, second))| {
        vec![
            Cell::text(each.indicator),
            Cell::text(name(say, each.indicator)),
            Cell::number(first.value),
            Cell::number(second.value),
            Cell::number(each.by),
            each.change.map_or(Cell::Empty, |[by, base]| Cell::ratio(by, base)),
        ]
    });
    Table {
        name: say.text(common::COMPARE).to_owned(),
        titles: vec![
            sides.first.place.card.name.clone(),
            format!("{first} {} {second}", say.text(words::AGAINST)),
            frame::view_name(say, sides.first.question.view).to_owned(),
        ],
        columns,
        rows: rows.collect(),
    }
}
