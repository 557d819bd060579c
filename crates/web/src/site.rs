//! What every page has at hand: the books, the settings, and a gate that keeps pages from crowding
//! each other out.

use std::sync::Arc;
use std::time::Duration;

use axum::http::Uri;
use axum::response::Response;
use domain::App;
use domain::figures::Head;
use kernel::{Actor, Day};
use tokio::sync::Semaphore;

use crate::address::Raw;
use crate::problem::{self, Problem};
use crate::reader;
use crate::say::Say;

/// As many pages are worked out at once as the database has connections for readers; the next one
/// waits.
const PAGES_AT_ONCE: usize = 8;

/// A page that takes longer than this is given up; the longest honest one, a list of 100,000 lines,
/// takes seconds.
const LONGEST: Duration = Duration::from_mins(1);

/// How often a page is gathered again because somebody wrote in between.
const GATHERINGS: usize = 3;

/// What the program decides about its pages.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether to listen on an address that other machines reach, although nobody signs in yet.
    pub allow_remote: bool,
    /// Names by which this server may be called besides the machine's own, such as
    /// `so.congdoan.example`.
    pub hosts: Vec<String>,
}

/// One running site.
#[derive(Clone)]
pub(crate) struct Site {
    app: Arc<App>,
    pub(crate) settings: Arc<Settings>,
    gate: Arc<Semaphore>,
}

/// One request being answered: who asks, for what, on which day.
pub(crate) struct Visit {
    pub(crate) app: Arc<App>,
    pub(crate) actor: Actor,
    pub(crate) today: Day,
    /// The path of the address, without what is asked.
    pub(crate) path: String,
    pub(crate) raw: Raw,
    pub(crate) say: Say,
}

/// Works out the answer to one visit; business code is synchronous, so it runs on a thread that may
/// wait.
pub(crate) type Work = fn(&Visit) -> Result<Response, Problem>;

impl Site {
    pub(crate) fn new(app: Arc<App>, settings: Settings) -> Self {
        let gate = Arc::new(Semaphore::new(PAGES_AT_ONCE));
        Self { app, settings: Arc::new(settings), gate }
    }

    fn visit(&self, uri: &Uri) -> Visit {
        let raw = Raw::read(uri.query().unwrap_or_default());
        Visit {
            app: Arc::clone(&self.app),
            actor: reader::reader(),
            today: self.app.today(),
            path: uri.path().to_owned(),
            say: raw.say(),
            raw,
        }
    }

    /// Answers a visit within the limits of number and time.
    pub(crate) async fn answer(&self, uri: Uri, work: Work) -> Response {
        let visit = self.visit(&uri);
        let say = visit.say;
        let worked = async {
            let place = Arc::clone(&self.gate).acquire_owned().await.ok()?;
            let job = move || {
                let _place = place;
                work(&visit).unwrap_or_else(|problem| problem::page(&visit, &problem))
            };
            Some(tokio::task::spawn_blocking(job).await)
        };
        match tokio::time::timeout(LONGEST, worked).await {
            Ok(Some(Ok(response))) => response,
            Ok(Some(Err(panic))) => {
                tracing::error!(%uri, %panic, "a page broke off");
                problem::bare(say, &Problem::Ours)
            }
            Ok(None) | Err(_) => problem::bare(say, &Problem::Busy),
        }
    }
}

impl Visit {
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
