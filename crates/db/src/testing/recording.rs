//! The statements some work asks, written down while it runs, so that a measurement can ask the same without the work.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::Value;

/// A question asked of the database, with its values.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The text.
    pub sql: String,
    /// The values, in the order of their places.
    pub values: Vec<Value<'static>>,
}

static IS_ON: AtomicBool = AtomicBool::new(false);
static ASKED: Mutex<Vec<Statement>> = Mutex::new(Vec::new());

/// From now on every question of this program is written down, on whichever thread it is asked.
pub fn begin() {
    taken();
    IS_ON.store(true, Ordering::SeqCst);
}

/// Ends it; what was asked since it began.
pub fn end() -> Vec<Statement> {
    IS_ON.store(false, Ordering::SeqCst);
    taken()
}

fn taken() -> Vec<Statement> {
    std::mem::take(&mut *ASKED.lock().unwrap_or_else(PoisonError::into_inner))
}

pub(crate) fn note(sql: &str, values: &[Value<'_>]) {
    if IS_ON.load(Ordering::Relaxed) {
        let values = values.iter().map(|value| value.clone().into_owned()).collect();
        let statement = Statement { sql: sql.to_owned(), values };
        ASKED.lock().unwrap_or_else(PoisonError::into_inner).push(statement);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values;

    #[test]
    fn what_was_asked_can_be_asked_again() {
        let database = crate::testing::sqlite();
        let ask = |sql: &str, values: &[Value<'_>]| {
            let read = |tx: &mut crate::Tx<'_>| tx.query(sql, values, |row| row.value(0));
            database.db.read::<_, crate::DbError>(read).expect("an answer")
        };
        begin();
        let told = ask("SELECT $1 || $2", &values!["a", "b"]);
        let asked = end();
        ask("SELECT 'later'", &[]);
        // Other tests of this program ask at the same time.
        let own: Vec<_> = asked.iter().filter(|each| each.sql.contains("||")).collect();
        let [statement] = own.as_slice() else { panic!("{asked:?}") };
        assert_eq!(ask(&statement.sql, &statement.values), told);
        assert!(!asked.iter().any(|each| each.sql.contains("later")));
    }
}
