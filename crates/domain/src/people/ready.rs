//! A new person made ready to be written: the name keyed, the secrets sealed. It asks nothing of the books, so it is
//! done for the next people while others are being written.

use std::sync::mpsc::sync_channel;

use super::model::NewPerson;
use super::seal::{Keys, Sealed};
use crate::{Error, Result};

/// People made ready at a time: enough to keep both sides busy, few enough to hold.
const PART: usize = 1_000;
/// Words of a name that search begins at; a person's name has two to six.
const WORDS: usize = 8;

/// What a record needs besides its facts.
pub(crate) struct Ready {
    pub(super) sealed: Option<Sealed>,
    pub(super) names: Names,
}

/// The keys of a name.
pub(super) struct Names {
    pub(super) sort: Vec<u8>,
    pub(super) match_key: String,
    /// The ends under which search finds it.
    pub(super) ends: Vec<String>,
}

impl Names {
    /// The keys of this name.
    pub(super) fn of(name: &str) -> Self {
        Self {
            sort: vietnamese::name::sort_key(name),
            match_key: vietnamese::fold::match_key(name),
            ends: search_keys(name),
        }
    }
}

impl Ready {
    /// Makes one person ready.
    pub(crate) fn of(keys: &Keys, new: &NewPerson) -> Result<Self> {
        let sensitive = &new.sensitive;
        let sealed = (!sensitive.is_empty()).then(|| keys.seal(sensitive)).transpose()?;
        Ok(Self { sealed, names: Names::of(&new.name) })
    }
}

/// Makes people ready on a thread of their own, a part ahead of the work that takes them in their order.
pub(crate) fn ahead<N: Sync>(
    keys: &Keys,
    all: &[N],
    person: impl Fn(&N) -> &NewPerson + Send + Sync,
    mut work: impl FnMut(&N, Ready) -> Result<()>,
) -> Result<()> {
    if all.len() <= PART {
        return all.iter().try_for_each(|new| work(new, Ready::of(keys, person(new))?));
    }
    std::thread::scope(|scope| {
        let (give, take) = sync_channel(1);
        scope.spawn(move || {
            for part in all.chunks(PART) {
                let ready = part.iter().map(|new| Ready::of(keys, person(new)));
                // Nobody takes any more when the work was refused.
                if give.send(ready.collect::<Result<Vec<_>>>()).is_err() {
                    return;
                }
            }
        });
        for part in all.chunks(PART) {
            let ready = take.recv().map_err(|_| stopped())??;
            part.iter().zip(ready).try_for_each(|(new, ready)| work(new, ready))?;
        }
        Ok(())
    })
}

fn stopped() -> Error {
    Error::Broken("việc chuẩn bị hồ sơ dừng giữa chừng".to_owned())
}

/// The keys under which a name is found: its folded ends, each from the beginning of a word.
pub(crate) fn search_keys(name: &str) -> Vec<String> {
    let folded = vietnamese::fold::fold(name);
    vietnamese::fold::suffixes(&folded).take(WORDS).map(str::to_owned).collect()
}
