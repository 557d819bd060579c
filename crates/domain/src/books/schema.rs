//! The schema as the program knows it: its history, and the catalogue of tables.

use db::{Db, Migration};

use crate::Result;

const HISTORY: &[Migration] = &[
    Migration { name: "0001_books", sql: include_str!("../../../../migrations/0001_books.sql") },
    Migration { name: "0002_office", sql: include_str!("../../../../migrations/0002_office.sql") },
];

/// Brings a database up to date.
pub fn migrate(db: &Db) -> Result<Vec<&'static str>> {
    Ok(db::migrate(db, HISTORY)?)
}

/// An append-only table: every row carries its batch, and its bytes are in that batch's hash.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The column that orders its rows: `id` or `seq`.
    pub key: &'static str,
    /// Its columns after `federation_id`, the key and `batch`.
    pub columns: &'static [&'static str],
}

impl Table {
    /// The columns that name the unit a row belongs to: who writes the row must reach one of them. A posting belongs
    /// to its record, whose own row is asked.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let names: &[&str] = match self.name {
            "posting" | "import_run" => &[],
            "member_event" => &["unit_id", "other_id"],
            "prospect_visit" => &["scope_id"],
            _ => &["unit_id"],
        };
        let columns = self.columns;
        names.iter().filter_map(move |name| columns.iter().position(|column| column == name))
    }
}

macro_rules! facts {
    ($($constant:ident $name:literal $key:literal [$($column:literal)*];)*) => {
        $(#[doc = concat!("The facts of `", $name, "`.")]
        pub const $constant: Table = Table { name: $name, key: $key, columns: &[$($column),*] };)*
        /// Every append-only table, in the order in which a batch's hash takes them; new tables go last.
        pub const FACTS: &[&Table] = &[$(&$constant),*];
    };
}

facts! {
    DOCUMENT "document" "id" ["number" "issued_on" "issuer" "title"];
    EMPLOYER "employer" "id" ["name" "search_key" "tax_number" "address" "workers" "import_id" "withdraws"];
    PROSPECT_VISIT "prospect_visit" "id" ["employer_id" "scope_id" "on_day" "workers" "outcome"];
    UNIT "unit" "id" ["code"];
    UNIT_VERSION "unit_version" "id" ["unit_id" "from_on" "name" "kind" "block" "rank" "address" "employer_id"
        "document_id" "retracts"];
    UNIT_LINE "unit_line" "id" ["unit_id" "line" "from_on" "manager_id" "cause" "event_id" "retracts"];
    UNIT_EVENT "unit_event" "id" ["kind" "unit_id" "on_day" "document_id" "other_id" "method" "members" "reason"
        "import_id" "reverses"];
    UNIT_SUCCESSOR "unit_successor" "id" ["event_id" "from_unit" "to_unit" "members"];
    PERSON_FACT "person_fact" "id" ["person_id" "name" "sex" "birth" "joined" "hometown" "job" "phone"
        "union_title" "note" "commitment" "import_id" "withdrawn" "merged_into"];
    MEMBER_EVENT "member_event" "id" ["kind" "person_id" "unit_id" "on_day" "other_id" "transfer_id" "reason"
        "document_id" "unit_event_id" "import_id" "reverses"];
    POSTING "posting" "seq" ["record_id" "account" "unit_id" "other_id" "on_day" "quantity" "reverses"];
    TARGET "target" "id" ["unit_id" "indicator" "from_on" "to_on" "value" "document_id" "import_id"];
    IMPORT_RUN "import_run" "id" ["kind" "file_name" "file_hash" "unit_id" "as_of" "rows_accepted" "rows_refused"
        "undoes"];
    AUDIT_ENTRY "audit_entry" "id" ["actor" "what" "subject" "detail"];
    ACCOUNT_FACT "account_fact" "id" ["account_id" "login" "name" "person_id" "state"];
    POST_FACT "post_fact" "id" ["post_id" "account_id" "unit_id" "role" "from_on" "to_on" "stands_for" "reason"];
    SERIES_NUMBER "series_number" "id" ["document_id" "unit_id" "series" "year" "number"];
    ATTACHMENT "attachment" "id" ["document_id" "hash" "name" "media" "bytes" "withdraws"];
    CORRECTION_REQUEST "correction_request" "id" ["person_id" "unit_id" "field" "asked" "why" "answers" "accepted"];
}

/// Tables kept beside the facts, with all their columns, in the order in which a copy must write them.
pub const OTHERS: &[(&str, &[&str])] = &[
    ("federation", &["id", "code", "name"]),
    ("chain_head", &["federation_id", "number", "seq", "recorded_at", "hash"]),
    (
        "batch",
        &[
            "federation_id",
            "number",
            "actor",
            "recorded_at",
            "reason",
            "command",
            "last_seq",
            "rows_written",
            "answer",
            "previous_hash",
            "hash",
        ],
    ),
    ("person_secret", &["federation_id", "person_id", "cccd_index", "sealed"]),
    (
        "person",
        &[
            "federation_id",
            "id",
            "name",
            "sort_key",
            "match_key",
            "sex",
            "birth",
            "unit_id",
            "status",
        ],
    ),
    ("name_suffix", &["federation_id", "suffix", "person_id"]),
    (
        "spell",
        &["federation_id", "person_id", "from_on", "start_event", "unit_id", "to_on", "end_event"],
    ),
    (
        "unit_path",
        &["federation_id", "unit_id", "from_on", "to_on", "path", "block", "kind", "cause"],
    ),
    ("scope", &["federation_id", "unit_id"]),
    ("rollup", &["federation_id", "scope_id", "account", "month", "block", "kind", "quantity"]),
    (
        "bridge",
        &["federation_id", "scope_id", "account", "on_day", "unit_id", "block", "kind", "quantity"],
    ),
    ("unit_now", &["federation_id", "unit_id", "name", "search_key", "opened_on", "ended_on"]),
    ("unit_suffix", &["federation_id", "suffix", "unit_id"]),
    ("account_login", &["federation_id", "login", "account_id", "search_key"]),
    (
        "account_secret",
        &["federation_id", "account_id", "password", "totp", "totp_step", "recovery", "changed_at"],
    ),
    (
        "api_token",
        &[
            "federation_id",
            "id",
            "token",
            "account_id",
            "name",
            "powers",
            "made_at",
            "ends_at",
            "used_at",
            "revoked_at",
        ],
    ),
    ("content", &["federation_id", "hash", "part", "bytes"]),
];

/// Every table of the books with its columns: what a backup carries.
pub fn all_tables() -> Vec<(&'static str, Vec<String>)> {
    let whole = |table: &Table| {
        let columns = ["federation_id", table.key, "batch"].into_iter();
        columns.chain(table.columns.iter().copied()).map(str::to_owned).collect()
    };
    let facts = FACTS.iter().map(|table| (table.name, whole(table)));
    let named = |columns: &[&str]| columns.iter().map(|each| (*each).to_owned()).collect();
    OTHERS.iter().map(|(name, columns)| (*name, named(columns))).chain(facts).collect()
}
