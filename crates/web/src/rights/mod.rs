//! Rights as they are read: the table of roles and powers, and why somebody may do something.

mod table;
mod why;
pub(crate) mod words;

use crate::routes::{self, Route};
use crate::site::Visit;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/rights", "the table of roles, powers and actions", &[], table::page),
    Route::page("/why", "by which posts somebody may do something at a unit", &[], why::page),
];

/// The address that asks why the page of a visit may be seen or not: about the first power of its route that the reader
/// does not hold, else the last, at the unit of its address.
pub(crate) fn why_of(visit: &Visit) -> String {
    let route = routes::table().find(|route| fits(route.path, &visit.path));
    let actions = route.map_or(&[][..], |route| route.actions);
    let powers: Vec<_> = actions.iter().map(|action| domain::policy::power_for(action)).collect();
    let lacking = powers.iter().find(|power| !visit.actor.may(**power)).or(powers.last());
    let power = lacking.copied().unwrap_or(kernel::Power::ReadFigures);
    let mut fields = form_urlencoded::Serializer::new(String::new());
    fields.append_pair("power", power.code());
    if let Some(unit) = visit.raw.get("unit") {
        fields.append_pair("unit", unit);
    }
    format!("/why?{}", fields.finish())
}

/// Whether a path is one of a route, whose parts in braces stand for anything.
pub(crate) fn fits(route: &str, path: &str) -> bool {
    let is_same = |(wanted, is): (&str, &str)| wanted == is || wanted.starts_with('{');
    route.split('/').count() == path.split('/').count()
        && route.split('/').zip(path.split('/')).all(is_same)
}
