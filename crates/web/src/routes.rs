//! The one table of routes: the router is built from it, and so is the list of who may see what.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use domain::App;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;

use crate::problem::Problem;
use crate::site::{Settings, Site, Work};
use crate::{assets, figures, guard, units};

/// No page reads a body; this much is let through so that a stray one gets an answer.
const BODY_MAX_BYTES: usize = 16 * 1024;

/// A page or file: where it stands, which actions of `domain` it asks for, and how it is worked out.
pub(crate) struct Route {
    /// The path, as the router takes it.
    pub(crate) path: &'static str,
    /// What is answered there, for the list of permissions.
    pub(crate) what: &'static str,
    /// The actions whose powers the reader needs.
    pub(crate) actions: &'static [&'static str],
    pub(crate) work: Work,
}

/// What stands outside the slices: our own files, and a sign of life.
const OWN: &[Route] = &[
    Route { path: "/assets/{name}", what: "style, script, mark", actions: &[], work: assets::give },
    Route {
        path: "/healthz",
        what: "a sign of life",
        actions: &[],
        work: |_| Ok("ok\n".into_response()),
    },
];

/// Every route there is.
pub(crate) fn table() -> impl Iterator<Item = &'static Route> {
    [figures::ROUTES, units::ROUTES, OWN].into_iter().flatten()
}

/// The pages of some books.
pub fn router(app: Arc<App>, settings: Settings) -> Router {
    let site = Site::new(app, settings);
    let mut router = Router::new();
    for route in table() {
        let work = route.work;
        let answer =
            move |State(site): State<Site>, uri: Uri| async move { site.answer(uri, work).await };
        router = router.route(route.path, get(answer));
    }
    router
        .fallback(|State(site): State<Site>, uri: Uri| async move {
            site.answer(uri, |_| Err(Problem::NoPage)).await
        })
        .layer(CatchPanicLayer::new())
        .layer(RequestBodyLimitLayer::new(BODY_MAX_BYTES))
        .layer(from_fn_with_state(site.clone(), guard::guard))
        .with_state(site)
}

/// Every route with the power it asks for, as people read it; a test holds it against the list kept
/// beside the tests.
pub fn permissions() -> String {
    const HEAD: &str = "# Every route: its path, the powers it asks for, the actions behind it, what it is.\n\
        # All of them answer GET and HEAD and nothing else.\n\
        # What asks for no power tells nothing of the books.\n";
    let list = |mut parts: Vec<String>| {
        parts.sort_unstable();
        parts.dedup();
        if parts.is_empty() { "-".to_owned() } else { parts.join(", ") }
    };
    let line = |route: &Route| {
        let power = |action: &&str| format!("{:?}", domain::policy::power_for(action));
        let powers = list(route.actions.iter().map(power).collect());
        let actions = list(route.actions.iter().map(ToString::to_string).collect());
        format!("{} | {powers} | {actions} | {}\n", route.path, route.what)
    };
    let lines: String = table().map(line).collect();
    format!("{HEAD}{lines}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_a_route_names_is_in_the_table_of_powers() {
        for action in table().flat_map(|route| route.actions) {
            assert!(domain::policy::TABLE.iter().any(|(name, _)| name == action), "{action}");
        }
    }

    #[test]
    fn the_reader_holds_exactly_the_powers_the_routes_ask_for() {
        let reader = crate::reader::reader();
        let asked: Vec<kernel::Power> = table()
            .flat_map(|route| route.actions)
            .map(|action| domain::policy::power_for(action))
            .collect();
        for power in kernel::actor::ALL_POWERS {
            assert_eq!(reader.may(power), asked.contains(&power), "{power:?}");
        }
    }
}
