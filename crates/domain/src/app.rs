//! The opened system: database, clock, ids, keys, and the federation whose books these are.

use std::path::PathBuf;
use std::sync::Arc;

use db::{Db, DbError, MaybeDbError, Tx};
use kernel::actor::Command;
use kernel::{Actor, Clock, Id, IdSource, Instant, Power};

use crate::accounts::{Entropy, Hashing, SystemEntropy, answers};
use crate::books::{self, Batch, schema};
use crate::people::Keys;
use crate::{Error, Result, policy};

/// The federation of a fresh set of books. Partition numbers are assigned, never derived.
pub const FIRST_FEDERATION: Id = Id(1);

/// Everything an action needs. Web and command line hold one of these and nothing lower.
pub struct App {
    pub(crate) db: Db,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: IdSource,
    pub(crate) keys: Keys,
    pub(crate) federation: Id,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) hashing: Hashing,
    /// Where backups are kept, when the program was told.
    pub(crate) folder: Option<PathBuf>,
    /// How far running jobs are.
    pub(crate) board: crate::jobs::Board,
    /// The awards and their rules, when they are not those the program carries.
    pub(crate) awards: Option<Arc<rules::Catalogue>>,
    /// Files that are being looked at before they go in.
    pub(crate) shelf: crate::imports::Shelf,
    /// Lists of decisions that are being looked at before they are carried out.
    pub(crate) desk: crate::reorganisations::Desk,
    /// Secret votes of ballots that are open: here and nowhere else.
    pub(crate) urns: crate::council::Urns,
    /// What makes pages of certificates, where the program has it.
    pub(crate) press: Option<Arc<dyn crate::certificates::Prints>>,
}

impl App {
    /// Lets the planner count the tables that grew. For when nobody waits any more: it takes a while, and what was
    /// written stands without it; a planner that learns nothing is slower, and no reason to say otherwise.
    pub fn look_over(&self) {
        let _ = self.db.optimize();
    }

    /// Opens books on a database whose schema may be behind; brings it up to date.
    pub fn open(db: Db, clock: Arc<dyn Clock>, keys: Keys) -> Result<Self> {
        schema::migrate(&db)?;
        let app = Self {
            db,
            clock,
            ids: IdSource::new(0),
            keys,
            federation: FIRST_FEDERATION,
            entropy: Arc::new(SystemEntropy),
            hashing: Hashing::default(),
            folder: None,
            board: crate::jobs::Board::default(),
            awards: None,
            shelf: crate::imports::Shelf::default(),
            desk: crate::reorganisations::Desk::default(),
            urns: crate::council::Urns::default(),
            press: None,
        };
        app.begin_federation()?;
        Ok(app)
    }

    /// The same books with chance from elsewhere and passwords hashed at another cost: for tests and for the demo.
    #[must_use]
    pub fn with_chance(self, entropy: Arc<dyn Entropy>, hashing: Hashing) -> Self {
        Self { entropy, hashing, ..self }
    }

    /// The same books with awards and rules read from elsewhere.
    #[must_use]
    pub fn with_awards(self, awards: rules::Catalogue) -> Self {
        Self { awards: Some(Arc::new(awards)), ..self }
    }

    /// The awards and the rules for them.
    pub fn catalogue(&self) -> &rules::Catalogue {
        self.awards.as_deref().unwrap_or_else(|| rules::Catalogue::standard())
    }

    /// The same books, with what makes pages of certificates.
    #[must_use]
    pub fn with_press(self, press: Arc<dyn crate::certificates::Prints>) -> Self {
        Self { press: Some(press), ..self }
    }

    /// The same books, whose backups are kept in a folder. It is made when the first is.
    #[must_use]
    pub fn with_folder(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// The row every chain starts from.
    fn begin_federation(&self) -> Result<()> {
        self.db.write(|tx| {
            books::begin_federation(tx, self.federation)?;
            self.catch_up(tx)
        })
    }

    /// Works out what an older program did not keep of the facts in the books.
    pub(crate) fn catch_up(&self, tx: &mut Tx<'_>) -> Result<()> {
        crate::units::catch_up(tx, self.federation)?;
        crate::documents::catch_up(tx, self.federation)?;
        books::catch_up_days(tx, self.federation)?;
        crate::reports::catch_up(tx, self.federation)
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Today in Hà Nội.
    pub fn today(&self) -> kernel::Day {
        self.clock.today()
    }

    /// `SQLite` or `PostgreSQL`, for health pages.
    pub fn engine_name(&self) -> &'static str {
        self.db.engine_name()
    }

    /// Passes if the actor holds the power an action asks for.
    #[expect(
        clippy::unused_self,
        reason = "an action asks the system it was given, whose table may grow its own"
    )]
    pub(crate) fn allow(&self, actor: &Actor, action: &str) -> Result<()> {
        actor.must(policy::power_for(action)).map_err(Error::from)
    }

    /// Runs an action's writes as one batch: rights first, then all of it or nothing.
    pub(crate) fn write<T>(
        &self,
        actor: &Actor,
        action: &'static str,
        reason: &str,
        work: impl FnMut(&mut Batch<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.allow(actor, action)?;
        let by = (actor, Some(policy::power_for(action)));
        self.in_batch(by, reason, actor.command.as_ref(), work)
    }

    /// One batch, all of it or nothing; under a name at most once. What a command answered stands in its batch, so that
    /// asking again is answered the same even where the first answer never arrived.
    fn in_batch<T>(
        &self,
        by: (&Actor, Option<Power>),
        reason: &str,
        command: Option<&Command>,
        mut work: impl FnMut(&mut Batch<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.db.write(|tx| {
            let name = command.map(|command| &*command.name);
            let mut batch = Batch::begin(self, tx, by, reason, name)?;
            if let Some(command) = command
                && let Some(kept) = batch.first_answer()?
            {
                return Err(answers::of_before(command, &kept));
            }
            let result = work(&mut batch)?;
            let answer = command.map(|command| answers::kept(command, batch.answer()));
            batch.seal(answer.as_deref())?;
            Ok(result)
        })
    }

    /// Runs an action's writes and takes all of them back: what they would tell, or why they would be refused.
    pub(crate) fn try_out<T>(
        &self,
        actor: &Actor,
        action: &'static str,
        work: impl FnMut(&mut Batch<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.rehearse(actor, action, |_| Ok(()), work, |_, (), told| Ok(told))
    }

    /// Runs an action's writes to the end and takes all of it back: `before` and `after` read the books without and with
    /// what was written. Rights and rules are asked as for a true write; nothing stays.
    pub(crate) fn rehearse<B, T, L>(
        &self,
        actor: &Actor,
        action: &'static str,
        mut before: impl FnMut(&mut Tx<'_>) -> Result<B>,
        mut work: impl FnMut(&mut Batch<'_, '_>) -> Result<T>,
        mut after: impl FnMut(&mut Tx<'_>, B, T) -> Result<L>,
    ) -> Result<L> {
        self.allow(actor, action)?;
        let ended: Result<(), Rehearsed<L>> = self.db.write(|tx| {
            let stood = before(tx).map_err(Rehearsed::Failed)?;
            let by = (actor, Some(policy::power_for(action)));
            let written = || -> Result<L> {
                let mut batch = Batch::begin(self, tx, by, "Xem trước", None)?;
                let told = work(&mut batch)?;
                batch.seal(None)?;
                after(tx, stood, told)
            };
            // Only an error ends a transaction without its writes, so the answer comes as one.
            Err(written().map_or_else(Rehearsed::Failed, Rehearsed::Seen))
        });
        match ended {
            Err(Rehearsed::Seen(seen)) => Ok(seen),
            Err(Rehearsed::Failed(error)) => Err(error),
            Ok(()) => Err(Error::Broken("việc xem trước đã bị ghi lại".to_owned())),
        }
    }

    /// Runs what needs no post: somebody's own affairs, and signing in. The action itself decides who may.
    pub(crate) fn write_own<T>(
        &self,
        actor: &Actor,
        reason: &str,
        work: impl FnMut(&mut Batch<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.in_batch((actor, None), reason, None, work)
    }

    /// Puts one line into the audit trail: an export, a print, a sensitive read.
    pub fn note(
        &self,
        actor: &Actor,
        what: &str,
        subject: Option<Id>,
        detail: Option<&str>,
    ) -> Result<()> {
        self.write_own(actor, "Ghi nhật ký", |batch| batch.note(what, subject, detail))
    }

    /// Runs a command at most once: told again with the same name it gives its first answer and
    /// writes nothing.
    pub fn write_once(
        &self,
        actor: &Actor,
        action: &'static str,
        reason: &str,
        command: &str,
        mut work: impl FnMut(&mut Batch<'_, '_>) -> Result<String>,
    ) -> Result<String> {
        self.allow(actor, action)?;
        self.db.write(|tx| {
            let by = (actor, Some(policy::power_for(action)));
            let mut batch = Batch::begin(self, tx, by, reason, Some(command))?;
            if let Some(answer) = batch.first_answer()? {
                return Ok(answer);
            }
            let answer = work(&mut batch)?;
            batch.seal(Some(&answer))?;
            Ok(answer)
        })
    }
}

/// How a rehearsal ends: never with what it wrote.
enum Rehearsed<L> {
    Seen(L),
    Failed(Error),
}

impl<L> From<DbError> for Rehearsed<L> {
    fn from(error: DbError) -> Self {
        Self::Failed(error.into())
    }
}

impl<L> MaybeDbError for Rehearsed<L> {
    fn db_error(&self) -> Option<&DbError> {
        match self {
            Self::Seen(_) => None,
            Self::Failed(error) => error.db_error(),
        }
    }
}
