//! What is asked: an address or more for every page of the office that is read.
//!
//! The routes are those of the router: one that stands in none of these lists is an error of the measurement, and of the
//! tests, so that no page stays unmeasured.

/// Routes that are measured under a table of their own: a file is worked out whole, as large as its scope is.
const FILES: &[(&str, &str)] = &[
    ("/figures.xlsx", "/figures.xlsx?unit={unit}&period=2022"),
    ("/figures.csv", "/figures.csv?unit={unit}&period=2022"),
    ("/compare.xlsx", "/compare.xlsx?unit={unit}&period=2022"),
    ("/compare.csv", "/compare.csv?unit={unit}&period=2022"),
    ("/units.csv", "/units.csv?unit={ward}"),
    ("/units.xlsx", "/units.xlsx?unit={ward}"),
    ("/members/list.csv", "/members/list.csv?unit={ward}"),
    ("/members/list.xlsx", "/members/list.xlsx?unit={ward}"),
    ("/activities/{register}/list.xlsx", "/activities/headcount/list.xlsx?unit={ward}&period=2022"),
    ("/activities/{register}/list.csv", "/activities/headcount/list.csv?unit={ward}&period=2022"),
    ("/reports/{form}/xlsx", "/reports/2_hdcd/xlsx?unit={ward}&period=2021-12-01..2022-05-31"),
    ("/report-calls/{id}/xlsx", "/report-calls/{call}/xlsx"),
    ("/report-forms/{code}/toml", "/report-forms/ket_qua_nam/toml"),
    ("/scores/cycles/{id}/ranking.xlsx", "/scores/cycles/{cycle}/ranking.xlsx?cluster={cluster}"),
    ("/documents/{id}/files/{file}", "/documents/{paper}/files/{file}"),
    ("/reorganise/list.xlsx", "/reorganise/list.xlsx?unit={ward}"),
    ("/reorganise/{id}/list.xlsx", "/reorganise/{draft}/list.xlsx"),
    ("/imports/{id}/refused.xlsx", "/imports/{import}/refused.xlsx"),
];

/// `{unit}` is the upper unit of the reader, `{ward}` one below it, `{union}` a union below that, `{person}` a member,
/// `{import}` a list that waits; the others are what `seeds` wrote down.
const PAGES: &[(&str, &str)] = &[
    ("/", "/?unit={unit}&period=2022"),
    ("/", "/?unit={ward}&period=2022"),
    ("/", "/?unit={unit}&period=2022&block=giao_duc"),
    ("/", "/?unit={unit}&period=2021-05-10..2023-02-03"),
    ("/figures/{indicator}", "/figures/members.closing?unit={unit}&period=2022"),
    ("/figures/{indicator}", "/figures/members.admitted?unit={unit}&period=2022&page=3"),
    ("/figures/{indicator}", "/figures/members.closing?unit={union}&period=2022"),
    ("/figures/{indicator}", "/figures/members.closing?unit={unit}&period=2022&block=giao_duc"),
    ("/figures/ages", "/figures/ages?unit={unit}&period=2022"),
    ("/figures/ages", "/figures/ages?unit={ward}&period=2022"),
    ("/compare", "/compare?unit={unit}&period=2022"),
    ("/compare", "/compare?unit={unit}&period=2022-05-10..2022-11-20"),
    ("/check", "/check"),
    ("/find", "/find?q=nguyen+van"),
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
    ("/members/new", "/members/new?unit={union}"),
    ("/members/{id}", "/members/{person}"),
    ("/members/{id}/event", "/members/{person}/event"),
    ("/members/{id}/correct", "/members/{person}/correct"),
    ("/members/{id}/take-back", "/members/{person}/take-back?event={event}"),
    ("/members/{id}/eligibility", "/members/{person}/eligibility"),
    ("/transfers", "/transfers"),
    ("/duplicates", "/duplicates?unit={unit}"),
    ("/duplicates/answered", "/duplicates/answered?unit={unit}"),
    ("/targets", "/targets?unit={unit}&period=2022"),
    ("/targets/grid", "/targets/grid?unit={unit}&period=2022"),
    ("/prospects", "/prospects?unit={unit}"),
    ("/units/{code}", "/units/{unit}"),
    ("/units/{code}", "/units/{union}"),
    ("/units/{code}/{tab}", "/units/{unit}/figures"),
    ("/units/{code}/{tab}", "/units/{union}/versions"),
    ("/units/{code}/do", "/units/{union}/do"),
    ("/units/{code}/do/{event}", "/units/{union}/do/rename"),
    ("/activities", "/activities?unit={unit}&period=2022"),
    ("/activities/stated", "/activities/stated?unit={unit}&period=2022"),
    ("/activities/{register}", "/activities/headcount?unit={unit}&period=2022"),
    ("/activities/{register}/new", "/activities/conferences/new?unit={union}&form=workers"),
    ("/activities/{register}/import", "/activities/headcount/import?unit={unit}"),
    ("/activities/{register}/{id}", "/activities/headcount/{activity}"),
    ("/activities/{register}/{id}/correct", "/activities/headcount/{activity}/correct"),
    ("/obligations", "/obligations?unit={ward}&period=2022"),
    ("/obligations/{code}", "/obligations/dialogues?unit={ward}&period=2022"),
    ("/honours", "/honours?unit={unit}&period=2022"),
    ("/honours/new", "/honours/new?unit={unit}"),
    ("/honours/{id}", "/honours/{honours}"),
    ("/honours/{id}/paper", "/honours/{honours}/paper"),
    ("/emulation", "/emulation?unit={unit}&period=2022"),
    ("/emulation/{id}", "/emulation/{emulation}"),
    ("/initiatives", "/initiatives?unit={unit}&period=2022"),
    ("/awards", "/awards"),
    ("/awards/{code}", "/awards/tld.ky_niem_chuong"),
    ("/awards/eligibility", "/awards/eligibility?unit={union}"),
    ("/awards/collective", "/awards/collective?unit={union}"),
    ("/rounds", "/rounds?unit={unit}"),
    ("/rounds/new", "/rounds/new?unit={unit}"),
    ("/rounds/{id}", "/rounds/{round}"),
    ("/rounds/{id}/nominate", "/rounds/{round}/nominate"),
    ("/rounds/{id}/outcome", "/rounds/{round}/outcome"),
    ("/nominations/{id}", "/nominations/{nomination}"),
    ("/openings/{id}", "/openings/{opening}"),
    ("/council", "/council?unit={unit}"),
    ("/council/new", "/council/new?unit={unit}"),
    ("/council/{id}", "/council/{council}"),
    ("/council/{id}/plan", "/council/{council}/plan"),
    ("/council/sessions/{id}", "/council/sessions/{session}"),
    ("/council/sessions/{id}/change", "/council/sessions/{session}/change"),
    ("/council/sessions/{id}/matter", "/council/sessions/{session}/matter"),
    ("/council/sessions/{id}/close", "/council/sessions/{session}/close"),
    ("/council/sessions/{id}/minutes", "/council/sessions/{held}/minutes"),
    ("/council/sessions/{id}/ballots/{ballot}", "/council/sessions/{session}/ballots/{ballot}"),
    ("/vote", "/vote"),
    ("/scores", "/scores?unit={unit}"),
    ("/scores", "/scores?unit={ward}"),
    ("/scores/sheets/new", "/scores/sheets/new?unit={unit}"),
    ("/scores/sheets/{id}", "/scores/sheets/{sheet}"),
    ("/scores/cycles/{id}", "/scores/cycles/{cycle}"),
    ("/scores/cycles/{id}/ranking", "/scores/cycles/{cycle}/ranking?cluster={cluster}"),
    ("/scores/cards/{id}", "/scores/cards/{card}"),
    ("/documents", "/documents?unit={unit}"),
    ("/documents/new", "/documents/new?unit={unit}"),
    ("/documents/{id}", "/documents/{paper}"),
    ("/corrections", "/corrections"),
    ("/corrections/{id}", "/corrections/{correction}"),
    ("/tasks", "/tasks?unit={unit}"),
    ("/reports", "/reports?unit={unit}"),
    ("/reports/{form}", "/reports/2_hdcd?unit={unit}&period=2021-12-01..2022-05-31"),
    ("/reports/{form}", "/reports/2_hdcd?unit={ward}&period=2021-12-01..2022-05-31"),
    ("/reports/{form}", "/reports/ket_qua_nam?unit={ward}&period=2022"),
    ("/reports/{form}/hall", "/reports/2_hdcd/hall?unit={ward}&period=2021-12-01..2022-05-31"),
    (
        "/reports/{form}/line",
        "/reports/2_hdcd/line?unit={ward}&period=2021-12-01..2022-05-31&line=1",
    ),
    ("/report-calls", "/report-calls?unit={unit}"),
    ("/report-calls/{id}", "/report-calls/{call}"),
    ("/report-forms", "/report-forms"),
    ("/report-forms/edit", "/report-forms/edit"),
    ("/exchange", "/exchange"),
    ("/exchange/keys", "/exchange/keys"),
    ("/exchange/{id}", "/exchange/{package}"),
    ("/cong-bo/{code}", "/cong-bo/tinh-1"),
    ("/cong-bo/{code}/{id}", "/cong-bo/tinh-1/{article}"),
    ("/cong-bo/{code}/{id}/hoi-truong", "/cong-bo/tinh-1/{article}/hoi-truong"),
    ("/articles/{form}", "/articles/sau_thang?unit={unit}&period=2022-H1"),
    ("/certificates", "/certificates?unit={unit}&period=2022"),
    ("/certificates/new", "/certificates/new?unit={unit}"),
    ("/certificates/decision/{id}", "/certificates/decision/{decision}"),
    ("/certificates/{id}", "/certificates/{certificate}"),
    ("/me", "/me"),
    ("/reorganise", "/reorganise?unit={unit}"),
    ("/reorganise/{id}", "/reorganise/{draft}"),
    ("/imports", "/imports?unit={unit}"),
    ("/imports/{id}", "/imports/{import}"),
    ("/jobs/{id}", "/jobs/{import}"),
    ("/rights", "/rights"),
    ("/why", "/why?unit={unit}"),
    ("/parameters", "/parameters"),
    ("/so-vang/{code}", "/so-vang/tinh-1"),
    ("/xac-minh", "/xac-minh"),
    ("/xac-minh/khoa", "/xac-minh/khoa"),
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

/// What has no place of its own in `seeds` and is found by following links: its name, where a link leads to it, and what
/// stands before it in the link.
const LINKS: &[(&str, &str, &str)] = &[
    ("event", "/members/{person}", "event="),
    ("round", "/rounds?unit={unit}", "/rounds/"),
    ("nomination", "/rounds/{round}", "/nominations/"),
    ("opening", "/rounds/{round}", "/openings/"),
    ("council", "/council?unit={unit}", "/council/"),
    ("ballot", "/council/sessions/{session}", "/council/sessions/{session}/ballots/"),
    ("sheet", "/scores?unit={ward}", "/scores/sheets/"),
    ("cycle", "/scores?unit={ward}", "/scores/cycles/"),
    ("card", "/scores/cycles/{cycle}", "/scores/cards/"),
    ("cluster", "/scores/cycles/{cycle}", "/scores/cycles/{cycle}/ranking?cluster="),
    ("call", "/report-calls?unit={unit}", "/report-calls/"),
    ("package", "/exchange", "/exchange/"),
    ("article", "/cong-bo/tinh-1", "/cong-bo/tinh-1/"),
];

/// Pages that the administrator asks alone: a clerk is not let into them, or an address is let in sixty times a minute.
const HEADS: &[(&str, &str)] = &[
    ("/xac-minh/{code}", "/xac-minh/{verify}"),
    ("/accounts", "/accounts"),
    ("/accounts/new", "/accounts/new"),
    ("/accounts/{login}", "/accounts/do-canbo"),
    ("/audit", "/audit"),
    ("/system", "/system"),
];

/// Not asked here, each for a reason.
const OUTSIDE: &[(&str, &str)] = &[
    ("/sign-in", "nothing of the books is read"),
    ("/sign-in/second", "nothing of the books is read"),
    ("/link/{token}", "a link is used once"),
    ("/first/{token}", "only before there is an account"),
    ("/assets/{name}", "nothing of the books is read"),
    ("/sign-in/provider", "somebody else's program answers"),
    ("/sign-in/provider/back", "somebody else's program answers"),
    ("/me/record", "of a member's own account"),
    ("/nominations/{id}/files/{file}", "a file as it was attached, as those of papers"),
    ("/scores/cards/{id}/evidence/{file}", "a file as it was attached, as those of papers"),
    ("/exchange/{id}/file", "a file as it was received, as those of papers"),
    ("/reports/{form}/package", "signed and written down each time it is asked"),
    ("/certificates/run/{id}", "of the one whose job it was"),
    ("/rounds/{id}/letter", "the press is measured by itself"),
    ("/council/sessions/{id}/minutes/pdf", "the press is measured by itself"),
    ("/council/sessions/{id}/minutes/docx", "the press is measured by itself"),
    ("/system/backups/{name}", "a copy of everything, as long as the disk is"),
    ("/certificates/{id}/print.pdf", "the press is measured by itself"),
    ("/certificates/decision/{id}/print.pdf", "the press is measured by itself"),
    ("/reports/{form}/pdf", "the press is measured by itself"),
    ("/reports/{form}/docx", "the press is measured by itself"),
    ("/documents/{id}/paper", "a draft as that of honours, of a paper that founded or moved"),
];

/// Whose books a reader sees: what stands for each name in braces.
pub(crate) struct Ground {
    pub(crate) names: Vec<(String, String)>,
}

/// An address with a name for the table, which is the same for every reader.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) address: String,
}

impl Ground {
    /// An address with what stands for its names; none while one of them is not known.
    fn fill(&self, address: &str) -> Option<String> {
        let named =
            |text: String, (from, to): &(String, String)| text.replace(&format!("{{{from}}}"), to);
        let address = self.names.iter().fold(address.to_owned(), named);
        (!address.contains('{')).then_some(address)
    }

    /// Finds what the links of some pages lead to; `get` reads a page.
    pub(crate) fn follow(&mut self, mut get: impl FnMut(&str) -> String) {
        for (name, list, begins) in LINKS {
            let (Some(list), Some(begins)) = (self.fill(list), self.fill(begins)) else { continue };
            let page = get(&list);
            let mut links = page.split(&*begins).skip(1).filter_map(|rest| {
                let id: String = rest.chars().take(ID_LENGTH).collect();
                let is_id = |letter: char| letter.is_ascii_digit() || letter.is_ascii_uppercase();
                (id.len() == ID_LENGTH && id.chars().all(is_id)).then_some(id)
            });
            let found = links.next();
            self.names.extend(found.map(|id| ((*name).to_owned(), id)));
        }
    }
}

/// Letters of an id in an address.
const ID_LENGTH: usize = 13;

fn filled(list: &[(&'static str, &'static str)], ground: &Ground) -> Vec<Page> {
    let fill = |(_, name): &(&str, &'static str)| Some(Page { name, address: ground.fill(name)? });
    list.iter().filter_map(fill).collect()
}

/// Pages about something that is in none of the books that are measured.
pub(crate) fn empty(ground: &Ground) -> Vec<&'static str> {
    let all = PAGES.iter().chain(FILES);
    all.filter(|(_, address)| ground.fill(address).is_none()).map(|(_, address)| *address).collect()
}

/// The pages as a reader asks them.
pub(crate) fn pages(ground: &Ground) -> Vec<Page> {
    filled(PAGES, ground)
}

/// Those of them that only the administrator asks.
pub(crate) fn of_heads(ground: &Ground) -> Vec<Page> {
    filled(HEADS, ground)
}

/// The files as a reader asks them.
pub(crate) fn files(ground: &Ground) -> Vec<Page> {
    filled(FILES, ground)
}

/// What the lists and the router do not agree in: routes that are read and have no address, and addresses whose route is
/// gone.
pub(crate) fn forgotten() -> Vec<String> {
    let doors = web::doors();
    let read: Vec<&str> =
        doors.iter().filter(|(verb, ..)| *verb == "GET").map(|door| door.1).collect();
    let listed = || FILES.iter().chain(PAGES).chain(HEADS).chain(OUTSIDE).map(|(route, _)| *route);
    let new = read.iter().filter(|route| !listed().any(|known| known == **route));
    let gone = listed().filter(|route| !read.contains(route));
    let new = new.map(|route| format!("{route} is measured nowhere"));
    new.chain(gone.map(|route| format!("{route} is no route"))).collect()
}
