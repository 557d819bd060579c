//! What is asked: an address or more for every page of the office that is read.

/// Routes that are measured under a table of their own: a file is worked out whole, as large as its scope is.
const FILES: &[(&str, &str)] = &[
    ("/figures.xlsx", "/figures.xlsx?unit={unit}&period=2022"),
    ("/figures.csv", "/figures.csv?unit={unit}&period=2022"),
    ("/units.csv", "/units.csv?unit={ward}"),
    ("/units.xlsx", "/units.xlsx?unit={ward}"),
    ("/members/list.csv", "/members/list.csv?unit={ward}"),
    ("/members/list.xlsx", "/members/list.xlsx?unit={ward}"),
    ("/imports/{id}/refused.xlsx", "/imports/{import}/refused.xlsx"),
];

/// `{unit}` is the upper unit of the reader, `{ward}` one below it, `{union}` a union below that, `{person}` a member,
/// `{import}` a list that waits.
const PAGES: &[(&str, &str)] = &[
    ("/", "/?unit={unit}&period=2022"),
    ("/", "/?unit={ward}&period=2022"),
    ("/", "/?unit={unit}&period=2021-05-10..2023-02-03"),
    ("/figures/{indicator}", "/figures/members.closing?unit={unit}&period=2022"),
    ("/figures/{indicator}", "/figures/members.admitted?unit={unit}&period=2022&page=3"),
    ("/figures/{indicator}", "/figures/members.closing?unit={union}&period=2022"),
    ("/units", "/units?unit={unit}"),
    ("/units", "/units?unit={ward}"),
    ("/units", "/units?unit={unit}&q=cong+ty+so+12"),
    ("/units.json", "/units.json?q=cong+ty"),
    ("/units.json", "/units.json?q=phuong"),
    ("/members", "/members?unit={unit}"),
    ("/members", "/members?unit={ward}"),
    ("/members", "/members?unit={union}"),
    ("/members", "/members?unit={unit}&q=nguyen+van"),
    ("/members", "/members?unit={unit}&q=vu+quang+a"),
    ("/members", "/members?unit={ward}&q=nguyen"),
    ("/members", "/members?unit={unit}&sex=nu&born_from=1990&born_to=1995"),
    ("/members", "/members?unit={unit}&status=left"),
    ("/members", "/members?unit={unit}&joined_from=2022&joined_to=2022"),
    ("/members", "/members?unit={unit}&no_number=1"),
    ("/targets", "/targets?unit={unit}&period=2022"),
    ("/targets/grid", "/targets/grid?unit={unit}&period=2022"),
    ("/prospects", "/prospects?unit={unit}"),
    ("/units/{code}", "/units/{unit}"),
    ("/units/{code}", "/units/{union}"),
    ("/units/{code}/{tab}", "/units/{unit}/figures"),
    ("/units/{code}/{tab}", "/units/{union}/versions"),
    ("/units/{code}/do", "/units/{union}/do"),
    ("/units/{code}/do/{event}", "/units/{union}/do/rename"),
    ("/imports", "/imports?unit={unit}"),
    ("/imports/{id}", "/imports/{import}"),
    ("/jobs/{id}", "/jobs/{import}"),
    ("/rights", "/rights"),
    ("/why", "/why?unit={unit}"),
    ("/parameters", "/parameters"),
    ("/api/v1/openapi.json", "/api/v1/openapi.json"),
    ("/api/v1/units", "/api/v1/units?q=cong+ty"),
    ("/api/v1/units/{code}", "/api/v1/units/{unit}"),
    ("/api/v1/units/{code}/below", "/api/v1/units/{unit}/below"),
    ("/api/v1/units/{code}/figures", "/api/v1/units/{unit}/figures?period=2022"),
    (
        "/api/v1/units/{code}/figures/{indicator}/trace",
        "/api/v1/units/{unit}/figures/members.admitted/trace?period=2022",
    ),
    ("/api/v1/units/{code}/targets", "/api/v1/units/{unit}/targets?period=2022"),
    ("/api/v1/members", "/api/v1/members?q=nguyen+van"),
    ("/api/v1/members/{id}", "/api/v1/members/{person}"),
    ("/healthz", "/healthz"),
];

/// Open to everybody, or to who holds a link: nothing of the books is read there.
const OUTSIDE: &[&str] =
    &["/sign-in", "/sign-in/second", "/link/{token}", "/first/{token}", "/assets/{name}"];

/// Whose books a reader sees.
pub(crate) struct Ground {
    pub(crate) unit: &'static str,
    pub(crate) ward: &'static str,
    pub(crate) union: &'static str,
    pub(crate) person: String,
    /// A list that waits to be taken in.
    pub(crate) import: String,
}

/// An address with a name for the table, which is the same for every reader.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) address: String,
}

fn filled(list: &[(&'static str, &'static str)], ground: &Ground) -> Vec<Page> {
    let fill = |name: &'static str| {
        let parts = [
            ("{unit}", ground.unit),
            ("{ward}", ground.ward),
            ("{union}", ground.union),
            ("{person}", &ground.person),
            ("{import}", &ground.import),
        ];
        let address = parts.iter().fold(name.to_owned(), |text, (from, to)| text.replace(from, to));
        Page { name, address }
    };
    list.iter().map(|(_, address)| fill(address)).collect()
}

/// The pages as a reader asks them.
pub(crate) fn pages(ground: &Ground) -> Vec<Page> {
    filled(PAGES, ground)
}

/// The files as a reader asks them.
pub(crate) fn files(ground: &Ground) -> Vec<Page> {
    filled(FILES, ground)
}

/// Routes that are read and have no address here: they are told, so that none is forgotten.
pub(crate) fn forgotten() -> Vec<&'static str> {
    let has = |route: &str| {
        OUTSIDE.contains(&route) || FILES.iter().chain(PAGES).any(|(known, _)| *known == route)
    };
    let doors = web::doors();
    doors
        .iter()
        .filter(|(verb, route, _)| *verb == "GET" && !has(route))
        .map(|door| door.1)
        .collect()
}
