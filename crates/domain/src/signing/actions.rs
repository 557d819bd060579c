//! The key in hand, and the list of those there were.

use db::values;
use kernel::Id;
use serde::Serialize;

use super::sign::{self, Purpose, Secret};
use super::store;
use crate::books::{Batch, schema};
use crate::{App, Error, Result};

/// The public half of a key that signed in these books, or signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicKey {
    /// As hexadecimal letters.
    pub key: String,
    /// Since when, ISO.
    pub since: String,
}

/// The key that signs now.
pub(crate) struct Key {
    /// The fact that tells of it.
    pub(crate) id: Id,
    secret: Secret,
}

impl Key {
    /// The signature of some bytes for a purpose.
    pub(crate) fn sign(&self, purpose: Purpose, bytes: &[u8]) -> [u8; 64] {
        sign::signature_of(purpose, &self.secret, bytes)
    }

    /// The public half.
    pub(crate) fn public(&self) -> String {
        sign::public_of(&self.secret)
    }
}

/// The key that signs now; who asks first makes it.
pub(crate) fn key(batch: &mut Batch<'_, '_>) -> Result<Key> {
    let (app, federation) = (batch.app, batch.federation());
    if let Some((id, sealed)) = store::signing_key(batch.reader()?, federation)? {
        let opened = app.keys.open_bytes(&sealed)?;
        let secret = opened.try_into().map_err(|_| broken())?;
        return Ok(Key { id, secret });
    }
    let mut secret = [0; 32];
    app.entropy.fill(&mut secret);
    let id = batch.append(&schema::SIGNING_KEY, values![sign::public_of(&secret)])?;
    let sealed = app.keys.seal_bytes(&*app.entropy, &secret)?;
    store::insert_secret(batch, id, sealed)?;
    // The name under which it was always noted, from when certificates alone were signed.
    batch.note("certificates.key_made", Some(id), None)?;
    Ok(Key { id, secret })
}

fn broken() -> Error {
    Error::Broken("khóa ký không đúng độ dài".to_owned())
}

/// The public keys of these books, the latest first.
pub fn public_keys(app: &App) -> Result<Vec<PublicKey>> {
    app.db.read(|tx| store::keys(tx, app.federation))
}
