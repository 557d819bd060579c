//! What every page has at hand: the books, the settings, who asks, and a gate that keeps pages from crowding each
//! other out.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::App;
use domain::accounts::{Session, Stage, Visitor};
use domain::figures::Head;
use kernel::{Actor, Day, Id, Refusal};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::address::Raw;
use crate::certificates::Turnstile;
use crate::form::Form;
use crate::problem::{self, Problem};
use crate::public_address::PublicAddress;
use crate::request::Asked;
use crate::routes::{Access, Route, Verb};
use crate::say::Say;
use crate::tasks::Badges;
use crate::{door, reader};

/// As many pages are worked out at once as the database has connections for readers; the next one
/// waits.
const PAGES_AT_ONCE: usize = 8;

/// Files taken apart or written at once, while pages go on beside them: a list of 125,000 rows costs 200 MB until it is
/// read, one of 50,000 members 120 MB until it is written.
const FILES_AT_ONCE: usize = 2;

/// How addresses end that answer with a file.
const FILE_ENDINGS: [&str; 6] = [".csv", ".xlsx", ".pdf", "/xlsx", "/pdf", "/docx"];

/// Kilobytes of forms with files that are held at once: four of the largest, or hundreds of usual ones.
const ROOM: usize = 128 * 1024;

/// A page that takes longer than this is given up; the longest honest one, a list of 100,000 lines,
/// takes seconds.
const LONGEST: Duration = Duration::from_mins(1);

/// How often a page is gathered again because somebody wrote in between.
const GATHERINGS: usize = 3;

/// An account of the demo, shown at the door so that anybody may try it.
#[derive(Clone, Debug)]
pub struct DemoAccount {
    /// The sign-in name.
    pub login: String,
    /// The password, which is no secret.
    pub password: String,
    /// Who it is and what that person may do.
    pub about: String,
}

/// What the program decides about its pages.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether to listen on an address that other machines reach.
    pub allow_remote: bool,
    /// Names by which this server may be called besides the machine's own, such as
    /// `so.congdoan.example`.
    pub hosts: Vec<String>,
    /// Where everybody reaches the books, for squares on paper and links that are handed on; without it, the name by
    /// which a page was asked for.
    pub public_address: Option<PublicAddress>,
    /// Whether browsers reach the program through TLS, so that its cookie travels nowhere else.
    pub is_behind_tls: bool,
    /// Whether who has not signed in may read figures and the names behind them: the demo alone.
    pub open_reading: bool,
    /// The accounts of the demo.
    pub demo_accounts: Vec<DemoAccount>,
    /// Whom people may sign in with besides a password.
    pub provider: Option<Arc<oidc::Provider>>,
    /// What sets papers as PDF; without it nothing is printed but pages themselves.
    pub press: Option<Arc<dyn print::Sets>>,
}

/// One running site.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) app: Arc<App>,
    pub(crate) settings: Arc<Settings>,
    turnstile: Turnstile,
    badges: Badges,
    gate: Arc<Semaphore>,
    files: Arc<Semaphore>,
    room: Arc<Semaphore>,
}

/// One request being answered: who asks, for what, on which day.
pub(crate) struct Visit {
    pub(crate) app: Arc<App>,
    pub(crate) settings: Arc<Settings>,
    /// How often one address asked the open page of certificates.
    pub(crate) turnstile: Turnstile,
    /// How many things waited for whom a while ago.
    pub(crate) badges: Badges,
    pub(crate) actor: Actor,
    /// The sign-in, when somebody signed in.
    pub(crate) session: Option<Session>,
    /// Its token, as the browser holds it.
    pub(crate) token: Option<String>,
    /// What the browser carries to an identity provider and back.
    pub(crate) errand: Option<String>,
    pub(crate) visitor: Visitor,
    /// The name by which this server was asked.
    pub(crate) host: Option<String>,
    pub(crate) today: Day,
    /// The path of the address, without what is asked.
    pub(crate) path: String,
    pub(crate) raw: Raw,
    /// The name a program gave to what it asks.
    pub(crate) once: Option<String>,
    /// What was sent, for a form.
    pub(crate) form: Form,
    pub(crate) say: Say,
}

/// Works out the answer to one visit; business code is synchronous, so it runs on a thread that may
/// wait.
pub(crate) type Work = fn(&Visit) -> Result<Response, Problem>;

impl Site {
    pub(crate) fn new(app: Arc<App>, settings: Settings) -> Self {
        let [gate, files, room] =
            [PAGES_AT_ONCE, FILES_AT_ONCE, ROOM].map(|places| Arc::new(Semaphore::new(places)));
        let (turnstile, badges) = (Turnstile::default(), Badges::default());
        Self { app, settings: Arc::new(settings), turnstile, badges, gate, files, room }
    }

    /// Whether a form is read at all: at the door from anybody, elsewhere from who signed in and from a program that is
    /// known. Whether it is carried out is asked after.
    pub(crate) async fn hears(&self, asked: &Asked, route: &Route) -> bool {
        if route.access != Access::SignedIn {
            return true;
        }
        let (token, bearer) = (asked.token.clone(), asked.bearer.clone());
        if token.is_none() && bearer.is_none() {
            return false;
        }
        let Ok(place) = Arc::clone(&self.gate).acquire_owned().await else { return false };
        let app = Arc::clone(&self.app);
        let known = move || {
            let _place = place;
            match (bearer, token) {
                (Some(bearer), _) => {
                    domain::accounts::token_actor(&app, &bearer).is_ok_and(|found| found.is_some())
                }
                (None, Some(token)) => domain::accounts::visit(&app, &token)
                    .is_ok_and(|found| found.is_some_and(|session| session.stage == Stage::Whole)),
                (None, None) => false,
            }
        };
        tokio::task::spawn_blocking(known).await.unwrap_or(false)
    }

    /// Room for a form of so many bytes among those with files; others need none.
    pub(crate) async fn room_for(
        &self,
        route: &Route,
        bytes: usize,
    ) -> Result<Option<OwnedSemaphorePermit>, Refusal> {
        if !route.opens_files {
            return Ok(None);
        }
        let kilobytes = u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.room).acquire_many_owned(kilobytes);
        match tokio::time::timeout(LONGEST, room).await {
            Ok(Ok(room)) => Ok(Some(room)),
            Ok(Err(_)) | Err(_) => Err(Refusal::new(
                "files_crowded",
                "Đang có nhiều tệp được gửi lên cùng một lúc, nên chưa nhận tệp này",
                "Đợi một phút rồi gửi lại",
            )),
        }
    }

    /// Who asks, found out from the books.
    fn visit(&self, asked: Asked, access: Access) -> Result<Visit, domain::Error> {
        let Asked { path, raw, token, errand, bearer, once, visitor, host, form, .. } = asked;
        let (app, settings) = (Arc::clone(&self.app), Arc::clone(&self.settings));
        // Who shows a program's token is that program and nobody who signed in: two at once would be neither.
        let is_asked = access != Access::Unasked;
        let token = token.filter(|_| bearer.is_none() && is_asked);
        let bearer = bearer.filter(|_| is_asked);
        let session = match &token {
            Some(token) => domain::accounts::visit(&app, token)?,
            None => None,
        };
        let whole = session.as_ref().filter(|session| session.stage == Stage::Whole);
        let program = match &bearer {
            Some(bearer) => domain::accounts::token_actor(&app, bearer)?,
            None => None,
        };
        let actor = match (program, whole) {
            (Some(program), _) => program,
            (None, Some(session)) => session.actor.clone(),
            (None, None) if settings.open_reading => reader::guest(),
            (None, None) => reader::nobody(),
        };
        let today = app.today();
        Ok(Visit {
            app,
            settings,
            turnstile: self.turnstile.clone(),
            badges: self.badges.clone(),
            actor,
            session,
            token,
            errand,
            visitor,
            host,
            today,
            path,
            say: raw.say(),
            raw,
            form,
            once,
        })
    }

    /// Answers a visit within the limits of number and time.
    pub(crate) async fn answer(&self, asked: Asked, route: &'static Route) -> Response {
        let (say, path) = (asked.raw.say(), asked.path.clone());
        let site = self.clone();
        let worked = async {
            // Who waits with a file, or for one, holds no page's place meanwhile.
            let file = if route.opens_files || is_file(&path) {
                Some(Arc::clone(&self.files).acquire_owned().await.ok()?)
            } else {
                None
            };
            let place = Arc::clone(&self.gate).acquire_owned().await.ok()?;
            let job = move || {
                let _places = (place, file);
                let visit = match site.visit(asked, route.access) {
                    Ok(visit) => visit,
                    Err(error) => return problem::bare(say, &Problem::from(error)),
                };
                visit
                    .must_enter(route)
                    .and_then(|barred| barred.map_or_else(|| (route.work)(&visit), Ok))
                    .unwrap_or_else(|problem| problem::answer(&visit, &problem))
            };
            Some(tokio::task::spawn_blocking(job).await)
        };
        match tokio::time::timeout(LONGEST, worked).await {
            Ok(Some(Ok(response))) => response,
            Ok(Some(Err(panic))) => {
                // The pattern and not the path: the path of a link that sets a password is its secret.
                tracing::error!(path = route.path, %panic, "a page broke off");
                problem::bare(say, &Problem::Ours)
            }
            Ok(None) | Err(_) => problem::bare(say, &Problem::Busy),
        }
    }
}

impl Visit {
    /// Whether somebody signed in, with the second step where one is asked.
    pub(crate) fn is_signed_in(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.stage == Stage::Whole)
    }

    /// Whether the books may be told of at all: signed in, or at the demo.
    pub(crate) fn is_inside(&self) -> bool {
        self.is_signed_in() || self.actor.account.is_some() || self.settings.open_reading
    }

    /// A part of the path, empty where there is none: in `/rounds/{id}/call` the id is 2.
    pub(crate) fn part(&self, place: usize) -> &str {
        self.path.split('/').nth(place).unwrap_or_default()
    }

    /// The id that a part of the path is.
    pub(crate) fn id_at(&self, place: usize) -> Option<Id> {
        Id::parse(self.part(place))
    }

    /// Where everybody reaches these books: as the office told it, else the name by which this page was asked for.
    pub(crate) fn public_address(&self) -> Option<String> {
        if let Some(told) = &self.settings.public_address {
            return Some(told.as_str().to_owned());
        }
        let scheme = if self.settings.is_behind_tls { "https" } else { "http" };
        self.host.as_ref().map(|host| format!("{scheme}://{host}"))
    }

    /// The way to the door for who must sign in first; forms must carry the key of their sign-in.
    fn must_enter(&self, route: &Route) -> Result<Option<Response>, Problem> {
        if route.access != Access::SignedIn {
            return Ok(None);
        }
        let reads = route.verb == Verb::Get;
        let is_program = self.session.is_none() && self.actor.account.is_some();
        if !(self.is_signed_in() || is_program || (self.settings.open_reading && reads)) {
            return Ok(Some(door::way_in(self, reads)));
        }
        if reads
            || is_program
            || self
                .session
                .as_ref()
                .is_some_and(|session| session.form_key == self.form.exact("key"))
        {
            return Ok(None);
        }
        Err(Problem::Refused(Refusal::new(
            "form_expired",
            "Biểu mẫu này thuộc một lần đăng nhập đã kết thúc, nên chưa ghi gì",
            "Mở lại trang rồi gửi lại",
        )))
    }

    /// Goes to another page after a form was carried out, with a message there.
    pub(crate) fn done(&self, to: &str, message: &str) -> Result<Response, Problem> {
        if let Some(account) = self.actor.account {
            self.badges.forget(account);
        }
        if let Some(token) =
            self.token.as_ref().filter(|_| self.session.is_some() && !message.is_empty())
        {
            domain::accounts::set_flash(&self.app, token, message)?;
        }
        Ok(see_other(to))
    }

    /// Gathers what a page shows so that all of it belongs to one state of the books: when somebody
    /// wrote in between, it is gathered again.
    pub(crate) fn steady<T>(
        &self,
        gather: impl Fn() -> Result<T, Problem>,
    ) -> Result<(T, Head), Problem> {
        let mut before = domain::figures::head(&self.app)?;
        for _ in 1..GATHERINGS {
            let gathered = gather()?;
            let after = domain::figures::head(&self.app)?;
            if before == after {
                return Ok((gathered, after));
            }
            before = after;
        }
        Ok((gather()?, before))
    }
}

/// An answer that sends the browser to another of our pages, to be asked with GET.
pub(crate) fn see_other(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

/// Whether an address answers with a file.
fn is_file(path: &str) -> bool {
    FILE_ENDINGS.iter().any(|ending| path.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::is_file;

    #[test]
    fn lists_and_papers_as_files_wait_for_their_turn_and_pages_do_not() {
        for path in [
            "/members/list.csv",
            "/figures/members.closing.csv",
            "/compare.xlsx",
            "/reports/doan_vien_cdcs/xlsx",
            "/council/sessions/0/minutes/docx",
            "/certificates/0/print.pdf",
        ] {
            assert!(is_file(path), "{path}");
        }
        for path in ["/", "/members", "/figures/members.closing", "/units/csv", "/units.json"] {
            assert!(!is_file(path), "{path}");
        }
    }
}
