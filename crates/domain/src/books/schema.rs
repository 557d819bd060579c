//! The schema as the program knows it: its history, and the catalogue of tables.

use db::{Db, Migration};

use crate::Result;

macro_rules! history {
    ($($name:literal)*) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("../../../../migrations/", $name, ".sql")) },)*]
    };
}

/// Every migration, in the order in which they are carried out.
pub(crate) const HISTORY: &[Migration] = history! {
    "0001_books"
    "0002_office"
    "0003_papers"
    "0004_views"
    "0005_reorganise"
    "0006_running"
    "0007_rules"
    "0008_honours"
    "0009_certificates"
    "0010_activities"
    "0011_reports"
    "0012_rounds"
    "0013_council"
    "0014_scores"
    "0015_exchange"
    "0016_cycle"
    "0017_oidc"
    "0018_scale"
    "0019_ages"
};

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

    /// For a table whose rows name a paper: where, and the columns of the units that the paper is about through them.
    pub(crate) fn cites(&self) -> Option<(usize, Vec<(usize, &'static str)>)> {
        let place = |name: &str| self.columns.iter().position(|column| *column == name);
        let units = ["unit_id", "other_id"].into_iter();
        let units = units.filter_map(|name| Some((place(name)?, name)));
        Some((place("document_id")?, units.collect()))
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
    ACTIVITY "activity" "id" ["record_id" "register" "form" "unit_id" "on_day" "last_day" "year" "title" "document_id"
        "import_id" "withdrawn"];
    ACTIVITY_VALUE "activity_value" "id" ["activity_id" "field" "number" "text"];
    ACTIVITY_PERSON "activity_person" "id" ["activity_id" "person_id"];
    STATED_COUNT "stated_count" "id" ["unit_id" "indicator" "from_on" "to_on" "value" "reason" "document_id"];
    EMULATION "emulation" "id" ["unit_id" "kind" "name" "event" "from_on" "to_on" "document_id" "part_of" "about"];
    EMULATION_LAUNCH "emulation_launch" "id" ["emulation_id" "unit_id" "on_day"];
    CONTEST_LINE "contest_line" "id" ["emulation_id" "kind" "unit_id" "on_day" "person_id" "named" "trade" "round"
        "score" "prize" "quantity" "typed" "document_id"];
    COMMENDATION "commendation" "id" ["unit_id" "stage" "level" "decided_by" "proposed_by" "presented_by"
        "presented_on" "document_id" "on_day" "year" "title" "emulation_id"];
    HONOUR "honour" "id" ["commendation_id" "item" "stage" "level" "award" "form" "grade" "unit_id" "person_id"
        "subject" "named" "unit_named" "search_key" "on_day" "year" "achievement" "money_vnd" "quantity" "typed"
        "document_id" "answers" "nomination_id"];
    HONOUR_END "honour_end" "id" ["honour_id" "unit_id" "how" "on_day" "document_id" "cause" "recovered"
        "recovered_vnd"];
    INITIATIVE "initiative" "id" ["unit_id" "kind" "name" "level" "on_day" "year" "field" "benefit_vnd" "document_id"
        "first" "emulation_id" "quantity" "typed" "at_least" "note" "search_key"];
    INITIATIVE_AUTHOR "initiative_author" "id" ["initiative_id" "unit_id" "person_id" "named" "parts" "whole"];
    PUBLIC_ROLL "public_roll" "id" ["unit_id" "from_on" "is_open"];
    SERVICE_RECORD "service_record" "id" ["person_id" "unit_id" "sort" "kind" "title" "from_on" "to_on" "document_id"
        "corrects" "withdrawn"];
    DOCUMENT_ENTRY "document_entry" "id" ["document_id" "unit_id" "way" "kind" "on_day" "note" "withdraws"];
    PERSON_APART "person_apart" "id" ["person_id" "other_id" "apart" "why"];
    REORGANISATION "reorganisation" "id" ["document_id" "unit_id" "on_day" "file_name" "file_hash" "rows_written"
        "undoes"];
    REPORT_STEP "report_step" "id" ["unit_id" "form" "from_on" "to_on" "version" "step" "note" "ledger_seq"];
    REPORT_CELL "report_cell" "id" ["unit_id" "form" "from_on" "to_on" "version" "line" "measure" "state" "value"
        "target" "source" "note"];
    REPORT_REMARK "report_remark" "id" ["unit_id" "form" "from_on" "to_on" "version" "line" "remark"];
    SIGNING_KEY "signing_key" "id" ["public_key"];
    CERTIFICATE "certificate" "id" ["unit_id" "honour_id" "person_id" "code" "series" "year" "number" "award" "named"
        "recipient" "recipient_of" "content" "document_id" "decision" "decided_on" "issuer" "place" "signed_as"
        "signer" "key_id" "signature"];
    CERTIFICATE_REVOCATION "certificate_revocation" "id" ["certificate_id" "unit_id" "on_day" "document_id" "cause"];
    CERTIFICATE_DELIVERY "certificate_delivery" "id" ["certificate_id" "unit_id" "what" "on_day" "amount_vnd" "item"
        "receiver" "withdraws"];
    ROUND "round" "id" ["unit_id" "sort" "name" "year" "to_year" "opened_on" "due_on" "document_id" "comment_days"
        "comment_level" "note"];
    ROUND_AWARD "round_award" "id" ["round_id" "unit_id" "place" "award" "level" "council" "higher_by"];
    ROUND_ITEM "round_item" "id" ["round_id" "unit_id" "award" "item" "place" "sort" "title" "needed" "source"];
    ROUND_QUOTA "round_quota" "id" ["round_id" "unit_id" "called_id" "award" "block" "at_most"];
    ROUND_PRIORITY "round_priority" "id" ["round_id" "unit_id" "place" "sort" "says"];
    ROUND_CALL "round_call" "id" ["round_id" "unit_id" "called_id" "due_on" "withdrawn"];
    ROUND_STEP "round_step" "id" ["round_id" "unit_id" "step" "due_on" "note"];
    NOMINATION "nomination" "id" ["round_id" "unit_id" "called_id" "award" "level" "subject" "of_unit" "person_id"
        "named" "unit_named" "search_key" "block" "priority" "achievement" "after_id" "on_day"];
    NOMINATION_STEP "nomination_step" "id" ["nomination_id" "round_id" "unit_id" "step" "holder_id" "level" "on_day"
        "document_id" "opening_id" "commendation_id" "session_id" "votes_for" "denominator" "note"];
    NOMINATION_CELL "nomination_cell" "id" ["nomination_id" "unit_id" "item" "body"];
    NOMINATION_FILE "nomination_file" "id" ["nomination_id" "unit_id" "item" "hash" "name" "media" "bytes"
        "withdraws"];
    NOMINATION_MARK "nomination_mark" "id" ["nomination_id" "unit_id" "item" "accepted" "reason"];
    NOMINATION_VERDICT "nomination_verdict" "id" ["nomination_id" "unit_id" "on_day" "year" "state" "rules" "why"];
    NOMINATION_FINDING "nomination_finding" "id" ["verdict_id" "unit_id" "place" "says" "clause" "answer" "decides"
        "used" "missing"];
    ROUND_OPENING "round_opening" "id" ["round_id" "unit_id" "from_on" "to_on"];
    ROUND_COMMENT "round_comment" "id" ["opening_id" "nomination_id" "unit_id" "sort" "body" "named" "answers"];
    REPORT_DEFINITION "report_definition" "id" ["form" "hash" "body"];
    REPORT_BASIS "report_basis" "id" ["unit_id" "form" "from_on" "to_on" "version" "definition_id" "unit_code"
        "unit_name" "unit_kind"];
    REPORT_INPUT "report_input" "id" ["unit_id" "form" "from_on" "to_on" "version" "below_id" "below_code" "below_name"
        "below_form" "below_version" "package_id"];
    PEER_KEY "peer_key" "id" ["unit_id" "public_key" "code" "from_on" "to_on" "note" "ends"];
    REPORT_PACKAGE "report_package" "id" ["unit_id" "form" "from_on" "to_on" "version" "hash" "key_id" "file"];
    RECEIVED_CELL "received_cell" "id" ["unit_id" "package_id" "line" "measure" "indicator" "state" "value" "source"];
    PACKAGE_SENT "package_sent" "id" ["unit_id" "form" "from_on" "to_on" "version" "hash" "public_key"];
    IDENTITY_FACT "identity_fact" "id" ["account_id" "issuer" "subject" "named" "state"];
    REPORT_CALL "report_call" "id" ["unit_id" "form" "from_on" "to_on" "due_on" "remind" "locks" "note" "withdrawn"];
    REPORT_DUE "report_due" "id" ["call_id" "unit_id" "form" "from_on" "to_on" "due_on" "reason"];
    REPORT_FORM "report_form" "id" ["code" "from_on" "body"];
    REPORT_ARTICLE "report_article" "id" ["unit_id" "form" "from_on" "to_on" "title" "body" "withdraws"];
    EMULATION_CLUSTER "emulation_cluster" "id" ["unit_id" "name" "from_on" "to_on" "about" "document_id"];
    CLUSTER_PART "cluster_part" "id" ["cluster_id" "unit_id" "on_day" "part" "document_id"];
    EMULATION_REGISTRATION "emulation_registration" "id" ["emulation_id" "unit_id" "on_day" "step" "pledge" "note"];
    SCORE_SHEET "score_sheet" "id" ["unit_id" "frame" "name" "from_on" "body" "document_id"];
    SCORE_CYCLE "score_cycle" "id" ["unit_id" "sheet_id" "name" "term" "year" "from_on" "to_on" "own_by" "review_by"
        "document_id"];
    SCORE_CARD "score_card" "id" ["cycle_id" "cluster_id" "unit_id" "on_day"];
    SCORE_MARK "score_mark" "id" ["card_id" "unit_id" "hand" "item" "points" "reason"];
    SCORE_STEP "score_step" "id" ["card_id" "unit_id" "step" "note"];
    SCORE_EVIDENCE "score_evidence" "id" ["card_id" "unit_id" "item" "said" "hash" "name" "media" "bytes" "withdraws"];
    SCORE_RANKING "score_ranking" "id" ["cycle_id" "cluster_id" "unit_id" "on_day" "document_id" "withdraws" "cause"];
    SCORE_RANK "score_rank" "id" ["ranking_id" "card_id" "unit_id" "on_day" "year" "is_half" "place" "points" "parts"
        "weakest" "grade" "said" "document_id"];
    HONOUR_RECOVERY "honour_recovery" "id" ["honour_id" "unit_id" "what" "on_day" "amount_vnd" "item" "giver"
        "withdraws"];
    COUNCIL "council" "id" ["council_id" "unit_id" "name" "document_id" "from_on" "to_on"];
    COUNCIL_MEMBER "council_member" "id" ["member_id" "council_id" "unit_id" "role" "person_id" "named" "title" "from_on"
        "to_on" "document_id"];
    COUNCIL_SESSION "council_session" "id" ["session_id" "council_id" "unit_id" "on_day" "place" "title" "quorum"
        "quorum_source" "stage"];
    COUNCIL_ATTENDANCE "council_attendance" "id" ["session_id" "unit_id" "member_id" "presence" "note"];
    COUNCIL_MATTER "council_matter" "id" ["matter_id" "session_id" "unit_id" "award" "title" "subject" "person_id"
        "subject_unit_id" "nomination_id" "pass" "beyond" "base" "secret" "written" "recused_out" "quorum" "source"
        "rule" "withdrawn"];
    COUNCIL_RECUSAL "council_recusal" "id" ["matter_id" "session_id" "unit_id" "member_id" "reason" "withdrawn"];
    COUNCIL_BALLOT "council_ballot" "id" ["matter_id" "session_id" "unit_id" "way" "secret" "base" "needed"];
    COUNCIL_VOTER "council_voter" "id" ["ballot_id" "session_id" "unit_id" "member_id" "in_writing"];
    COUNCIL_VOTED "council_voted" "id" ["ballot_id" "session_id" "unit_id" "member_id"];
    COUNCIL_VOTE "council_vote" "id" ["ballot_id" "session_id" "unit_id" "member_id" "choice"];
    COUNCIL_COUNT "council_count" "id" ["ballot_id" "session_id" "unit_id" "counter" "votes_for" "against" "blank"
        "spoilt"];
    COUNCIL_RESULT "council_result" "id" ["ballot_id" "session_id" "unit_id" "how" "votes_for" "against" "blank"
        "spoilt" "passed" "reason"];
    COUNCIL_OUTCOME "council_outcome" "id" ["matter_id" "session_id" "unit_id" "outcome" "reason"];
}

/// The columns of `spell`.
pub(crate) const SPELL: [&str; 8] = [
    "federation_id",
    "person_id",
    "from_on",
    "start_event",
    "unit_id",
    "to_on",
    "end_event",
    "cohort",
];

/// The columns of running sums, in which they are copied and written.
pub(crate) const REPORT_SUM: [&str; 11] = [
    "federation_id",
    "scope_id",
    "from_on",
    "to_on",
    "reach",
    "measure",
    "total",
    "valued",
    "not_reported",
    "not_obliged",
    "not_applicable",
];

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
    ("suspect_pair", &["federation_id", "person_id", "other_id"]),
    ("name_suffix", &["federation_id", "suffix", "person_id"]),
    ("spell", &SPELL),
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
    ("day_scope", &["federation_id", "unit_id"]),
    (
        "rollup_day",
        &["federation_id", "scope_id", "on_day", "account", "block", "kind", "quantity"],
    ),
    ("report_sum", &REPORT_SUM),
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
    ("document_now", &["federation_id", "document_id", "kind", "on_day", "search_key"]),
    ("document_suffix", &["federation_id", "suffix", "document_id"]),
    ("document_unit", &["federation_id", "unit_id", "document_id"]),
    ("correction_open", &["federation_id", "request_id", "person_id", "unit_id"]),
    ("signing_secret", &["federation_id", "key_id", "sealed"]),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_copied_once() {
        let mut names: Vec<&str> = all_tables().into_iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
        assert!(HISTORY.is_sorted_by(|a, b| a.name < b.name));
    }
}
