//! The one table of routes: the router is built from it, and so is the list of who may see what.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use domain::App;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;

use crate::problem::{self, Problem};
use crate::request::Asked;
use crate::rights::fits;
use crate::site::{Settings, Site, Work};
use crate::{assets, guard};

/// Bytes of a form without files.
const FORM_BYTES: usize = 512 * 1024;
/// Bytes of a form with files: the largest workbook that is read, and a little more.
const UPLOAD_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of a form that anybody may send: a name, a password, an address of 2,000 letters to go to after.
const DOOR_BYTES: usize = 16 * 1024;

/// How a route is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verb {
    /// Reads.
    Get,
    /// Carries a form out.
    Post,
}

/// Who may knock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Anybody, and nobody is asked who it is: our own files, a sign of life.
    Unasked,
    /// Anybody: the door itself.
    Open,
    /// Who signed in, with the powers the actions ask for.
    SignedIn,
}

/// A page, form or file: where it stands, which actions of `domain` it asks for, and how it is worked out.
pub(crate) struct Route {
    pub(crate) verb: Verb,
    /// The path, as the router takes it.
    pub(crate) path: &'static str,
    /// What is answered there, for the list of permissions.
    pub(crate) what: &'static str,
    /// The actions whose powers the reader needs.
    pub(crate) actions: &'static [&'static str],
    pub(crate) access: Access,
    /// Bytes of a form at most.
    pub(crate) body: usize,
    /// Whether a file is taken apart for it, which costs memory and time as no page does. What is written as a file is
    /// known by its address.
    pub(crate) opens_files: bool,
    pub(crate) work: Work,
}

impl Route {
    /// A page that is read.
    pub(crate) const fn page(
        path: &'static str,
        what: &'static str,
        actions: &'static [&'static str],
        work: Work,
    ) -> Self {
        let (access, body) = (Access::SignedIn, 0);
        Self { verb: Verb::Get, path, what, actions, access, body, opens_files: false, work }
    }

    /// A form that is carried out; it answers with a page to go to.
    pub(crate) const fn form(
        path: &'static str,
        what: &'static str,
        actions: &'static [&'static str],
        work: Work,
    ) -> Self {
        Self {
            verb: Verb::Post,
            path,
            what,
            actions,
            access: Access::SignedIn,
            body: FORM_BYTES,
            opens_files: false,
            work,
        }
    }

    /// A form with files.
    pub(crate) const fn upload(
        path: &'static str,
        what: &'static str,
        actions: &'static [&'static str],
        work: Work,
    ) -> Self {
        Self { body: UPLOAD_BYTES, ..Self::form(path, what, actions, work) }.heavy()
    }

    /// The same where a file that was sent before is taken apart again.
    pub(crate) const fn heavy(self) -> Self {
        Self { opens_files: true, ..self }
    }

    /// The same for anybody, and without a look at who asks.
    const fn unasked(self) -> Self {
        Self { access: Access::Unasked, ..self }
    }

    /// The same for anybody, signed in or not.
    pub(crate) const fn open(self) -> Self {
        let body = if self.body < DOOR_BYTES { self.body } else { DOOR_BYTES };
        Self { access: Access::Open, body, ..self }
    }
}

/// What stands outside the slices: our own files, and a sign of life.
const OWN: &[Route] = &[
    Route::page("/assets/{name}", "style, script, mark", &[], assets::give).unasked(),
    Route::page("/healthz", "a sign of life", &[], |_| Ok("ok\n".into_response())).unasked(),
];

/// Where no route leads.
static NOWHERE: Route = Route::page("/{*path}", "no page", &[], |_| Err(Problem::NoPage)).open();

/// The routes of every slice.
const SLICES: &[&[Route]] = &[
    crate::figures::ROUTES, // what the books say
    crate::compare::ROUTES,
    crate::check::ROUTES,
    crate::find::ROUTES,
    crate::units::ROUTES,
    crate::members::ROUTES,
    crate::duplicates::ROUTES,
    crate::print::ROUTES,
    crate::targets::ROUTES,
    crate::activities::ROUTES,
    crate::honours::ROUTES,
    crate::scores::ROUTES,
    crate::eligibility::ROUTES,
    crate::documents::ROUTES,
    crate::requests::ROUTES,
    crate::tasks::ROUTES,
    crate::reports::ROUTES,
    crate::exchange::ROUTES,
    crate::calls::ROUTES,
    crate::report_forms::ROUTES,
    crate::published::ROUTES,
    crate::rounds::ROUTES,
    crate::certificates::ROUTES,
    crate::council::ROUTES,
    crate::papers::ROUTES,
    crate::accounts::ROUTES,
    crate::audit::ROUTES,
    crate::me::ROUTES,
    crate::rights::ROUTES,
    crate::system::ROUTES,
    crate::api::ROUTES,
    crate::imports::ROUTES,
    crate::jobs::ROUTES,
    crate::reorganisations::ROUTES,
    crate::door::ROUTES, // the way in and out
    crate::identity::ROUTES,
    OWN,
];

/// Every route there is.
pub(crate) fn table() -> impl Iterator<Item = &'static Route> {
    SLICES.iter().copied().flatten()
}

/// The nearest page above an address that takes forms alone.
pub(crate) fn page_above(address: &str) -> &str {
    let mut above = address;
    while let Some((rest, _)) = above.rsplit_once('/') {
        above = rest;
        if table().any(|route| route.verb == Verb::Get && fits(route.path, above)) {
            return above;
        }
    }
    "/"
}

async fn answer(site: Site, request: Request, route: &'static Route) -> Response {
    match Asked::read(request, route, &site).await {
        Ok(asked) => {
            let chosen = asked.chosen;
            remember(site.answer(asked, route).await, chosen)
        }
        Err((asked, refusal)) => problem::bare(asked.raw.say(), &Problem::Refused(refusal)),
    }
}

/// Lets the browser remember a language that was chosen; it says nothing about anybody.
fn remember(mut response: Response, language: Option<&'static str>) -> Response {
    if let Some(language) = language {
        let cookie =
            format!("kd_lang={language}; Path=/; SameSite=Lax; Max-Age=31536000; HttpOnly");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

fn method(route: &'static Route) -> MethodRouter<Site> {
    let handler = move |State(site): State<Site>, request: Request| answer(site, request, route);
    match route.verb {
        Verb::Get => get(handler),
        Verb::Post => post(handler),
    }
}

/// The pages of some books.
pub fn router(app: Arc<App>, settings: Settings) -> Router {
    let site = Site::new(app, settings);
    let mut by_path: BTreeMap<&'static str, MethodRouter<Site>> = BTreeMap::new();
    for route in table() {
        let methods = by_path.remove(route.path).unwrap_or_default();
        by_path.insert(route.path, methods.merge(method(route)));
    }
    let mut router = Router::new();
    for (path, methods) in by_path {
        router = router.route(path, methods);
    }
    router
        .fallback(|State(site): State<Site>, request: Request| answer(site, request, &NOWHERE))
        .method_not_allowed_fallback(guard::wrong_method)
        .layer(CatchPanicLayer::new())
        .layer(RequestBodyLimitLayer::new(UPLOAD_BYTES))
        .layer(from_fn_with_state(site.clone(), guard::guard))
        .with_state(site)
}

/// Every route with the power it asks for, as people read it; a test holds it against the list kept
/// beside the tests.
pub fn permissions() -> String {
    const HEAD: &str = "# Every route: how it is asked, its path, the powers it asks for, the actions behind it, what it is.\n\
        # `-` asks for no power but a sign-in; `open` asks for nothing and tells nothing of the books.\n";
    let list = |route: &Route, mut parts: Vec<String>| {
        parts.sort_unstable();
        parts.dedup();
        match (parts.is_empty(), route.access) {
            (false, _) => parts.join(", "),
            (true, Access::Open | Access::Unasked) => "open".to_owned(),
            (true, Access::SignedIn) => "-".to_owned(),
        }
    };
    let line = |route: &Route| {
        let power = |action: &&str| format!("{:?}", domain::policy::power_for(action));
        let powers = list(route, route.actions.iter().map(power).collect());
        let actions = list(route, route.actions.iter().map(ToString::to_string).collect());
        let verb = if route.verb == Verb::Get { "GET" } else { "POST" };
        format!("{verb} {} | {powers} | {actions} | {}\n", route.path, route.what)
    };
    let lines: String = table().map(line).collect();
    format!("{HEAD}{lines}")
}

/// Every route by method and path, for tests that must have a row for each.
pub fn doors() -> Vec<(&'static str, &'static str, bool)> {
    let door = |route: &Route| {
        let verb = if route.verb == Verb::Get { "GET" } else { "POST" };
        (verb, route.path, route.access != Access::SignedIn)
    };
    table().map(door).collect()
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
    fn every_form_with_files_waits_for_its_turn() {
        let large = table().filter(|route| route.body > FORM_BYTES);
        let unheld: Vec<_> =
            large.filter(|route| !route.opens_files).map(|route| route.path).collect();
        assert_eq!(unheld, [""; 0]);
    }

    #[test]
    fn above_an_address_that_takes_forms_alone_stands_a_page() {
        for (address, page) in [
            ("/members/bulk", "/members"),
            ("/reports/1_hdcd/cells", "/reports/1_hdcd"),
            ("/accounts/hang/posts/end", "/accounts/hang"),
            ("/print/members", "/"),
        ] {
            assert_eq!(page_above(address), page);
        }
    }

    #[test]
    fn no_two_routes_stand_at_one_place() {
        let mut places: Vec<_> = table().map(|route| (route.path, route.verb)).collect();
        places.sort_unstable();
        let count = places.len();
        places.dedup();
        assert_eq!(places.len(), count);
    }

    #[test]
    fn who_looks_without_signing_in_can_write_nothing() {
        // A text sent to be checked is read, and that a page is printed is noted of who signed in: no book is written.
        let reads = |route: &&Route| route.path == "/check" || route.path.starts_with("/print/");
        let guest = crate::reader::guest();
        let forms =
            table().filter(|route| route.verb == Verb::Post && route.access == Access::SignedIn);
        for route in forms.filter(|route| !reads(route)) {
            let all =
                route.actions.iter().all(|action| guest.may(domain::policy::power_for(action)));
            assert!(!all || route.actions.is_empty(), "{}", route.path);
        }
    }
}
