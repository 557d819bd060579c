-- The books: batches, units, people, movements, postings, targets, imports.
--
-- Three sorts of table. *Facts* are append-only: each row carries the batch that wrote it, its bytes are in that
-- batch's hash, and it is never changed. *Secrets* hold what must be erasable; the fact beside them holds a salted
-- commitment. *Projections* are worked out from the facts, kept in the same transaction, and proved by `doctor`.
-- federation_id is the first column of every key, so that the same schema spreads over a sharded server.

CREATE TABLE federation (
    id BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
    CONSTRAINT federation_pk PRIMARY KEY (id), CONSTRAINT federation_code UNIQUE (code));

-- The head of the chain: one locked row a federation.
CREATE TABLE chain_head (
    federation_id BIGINT NOT NULL, number BIGINT NOT NULL, seq BIGINT NOT NULL, recorded_at BIGINT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT chain_head_pk PRIMARY KEY (federation_id));

CREATE TABLE batch (
    federation_id BIGINT NOT NULL, number BIGINT NOT NULL, actor TEXT NOT NULL, recorded_at BIGINT NOT NULL,
    reason TEXT NOT NULL, command TEXT, last_seq BIGINT NOT NULL, rows_written BIGINT NOT NULL,
    answer TEXT, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
    CONSTRAINT batch_pk PRIMARY KEY (federation_id, number),
    CONSTRAINT batch_command UNIQUE (federation_id, command)) WITHOUT ROWID;
CREATE INDEX batch_recorded ON batch (federation_id, recorded_at);

-- Facts.

CREATE TABLE document (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL,
    number TEXT NOT NULL, issued_on TEXT, issuer TEXT NOT NULL, title TEXT NOT NULL,
    CONSTRAINT document_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX document_number ON document (federation_id, number, issuer, issued_on);

CREATE TABLE employer (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL,
    name TEXT NOT NULL, search_key TEXT NOT NULL, tax_number TEXT, address TEXT, workers BIGINT,
    import_id BIGINT, withdraws BIGINT,
    CONSTRAINT employer_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX employer_tax ON employer (federation_id, tax_number);
CREATE INDEX employer_import ON employer (federation_id, import_id);
CREATE INDEX employer_search ON employer (federation_id, search_key);

CREATE TABLE prospect_visit (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL,
    employer_id BIGINT NOT NULL, scope_id BIGINT NOT NULL, on_day TEXT NOT NULL, workers BIGINT, outcome TEXT NOT NULL,
    CONSTRAINT prospect_visit_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX prospect_visit_employer ON prospect_visit (federation_id, employer_id);

CREATE TABLE unit (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, code TEXT NOT NULL,
    CONSTRAINT unit_pk PRIMARY KEY (federation_id, id), CONSTRAINT unit_code UNIQUE (federation_id, code)) WITHOUT ROWID;

CREATE TABLE unit_version (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    from_on TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL, rank TEXT NOT NULL,
    address TEXT, employer_id BIGINT, document_id BIGINT, retracts BIGINT,
    CONSTRAINT unit_version_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX unit_version_unit ON unit_version (federation_id, unit_id, from_on);
CREATE INDEX unit_version_employer ON unit_version (federation_id, employer_id);

CREATE TABLE unit_line (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    line TEXT NOT NULL, from_on TEXT NOT NULL, manager_id BIGINT, cause TEXT NOT NULL, event_id BIGINT,
    retracts BIGINT,
    CONSTRAINT unit_line_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX unit_line_unit ON unit_line (federation_id, unit_id, from_on);
CREATE INDEX unit_line_manager ON unit_line (federation_id, manager_id);

CREATE TABLE unit_event (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, kind TEXT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, document_id BIGINT, other_id BIGINT, method TEXT,
    members BIGINT, reason TEXT, import_id BIGINT, reverses BIGINT,
    CONSTRAINT unit_event_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX unit_event_unit ON unit_event (federation_id, unit_id, on_day);
CREATE INDEX unit_event_import ON unit_event (federation_id, import_id);

CREATE TABLE unit_successor (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, event_id BIGINT NOT NULL,
    from_unit BIGINT NOT NULL, to_unit BIGINT NOT NULL, members BIGINT NOT NULL,
    CONSTRAINT unit_successor_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX unit_successor_from ON unit_successor (federation_id, from_unit);
CREATE INDEX unit_successor_to ON unit_successor (federation_id, to_unit);

CREATE TABLE person_fact (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, person_id BIGINT NOT NULL,
    name TEXT NOT NULL, sex TEXT, birth TEXT, joined TEXT, hometown TEXT, job TEXT, phone TEXT, union_title TEXT,
    note TEXT, commitment TEXT, import_id BIGINT, withdrawn BIGINT NOT NULL, merged_into BIGINT,
    CONSTRAINT person_fact_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX person_fact_person ON person_fact (federation_id, person_id);
CREATE INDEX person_fact_import ON person_fact (federation_id, import_id);

CREATE TABLE member_event (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, kind TEXT NOT NULL,
    person_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, other_id BIGINT, transfer_id BIGINT,
    reason TEXT, document_id BIGINT, unit_event_id BIGINT, import_id BIGINT, reverses BIGINT,
    CONSTRAINT member_event_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX member_event_person ON member_event (federation_id, person_id, on_day);
CREATE INDEX member_event_import ON member_event (federation_id, import_id);
CREATE INDEX member_event_transfer ON member_event (federation_id, transfer_id);

CREATE TABLE posting (
    federation_id BIGINT NOT NULL, seq BIGINT NOT NULL, batch BIGINT NOT NULL, record_id BIGINT NOT NULL,
    account BIGINT NOT NULL, unit_id BIGINT NOT NULL, other_id BIGINT, on_day TEXT NOT NULL, quantity BIGINT NOT NULL,
    reverses BIGINT,
    CONSTRAINT posting_pk PRIMARY KEY (federation_id, seq)) WITHOUT ROWID;
CREATE INDEX posting_unit ON posting (federation_id, unit_id, on_day, account, quantity, other_id);
CREATE INDEX posting_other ON posting (federation_id, other_id, on_day) WHERE other_id IS NOT NULL;
CREATE INDEX posting_record ON posting (federation_id, record_id);

CREATE TABLE target (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    indicator TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, value BIGINT, document_id BIGINT,
    import_id BIGINT,
    CONSTRAINT target_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX target_unit ON target (federation_id, unit_id, indicator, from_on);
CREATE INDEX target_import ON target (federation_id, import_id);

CREATE TABLE import_run (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, kind TEXT NOT NULL,
    file_name TEXT NOT NULL, file_hash TEXT NOT NULL, unit_id BIGINT, as_of TEXT,
    rows_accepted BIGINT NOT NULL, rows_refused BIGINT NOT NULL, undoes BIGINT,
    CONSTRAINT import_run_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;

CREATE TABLE audit_entry (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, actor TEXT NOT NULL,
    what TEXT NOT NULL, subject BIGINT, detail TEXT,
    CONSTRAINT audit_entry_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;

-- Secrets: readable with the key kept outside the database; erased by emptying the row.

CREATE TABLE person_secret (
    federation_id BIGINT NOT NULL, person_id BIGINT NOT NULL, cccd_index BLOB, sealed BLOB,
    CONSTRAINT person_secret_pk PRIMARY KEY (federation_id, person_id)) WITHOUT ROWID;
CREATE INDEX person_secret_cccd ON person_secret (federation_id, cccd_index);

-- Projections.

CREATE TABLE person (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, sort_key BLOB NOT NULL,
    match_key TEXT NOT NULL, sex TEXT, birth TEXT, unit_id BIGINT, status TEXT NOT NULL,
    CONSTRAINT person_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX person_unit ON person (federation_id, unit_id, sort_key, id);
CREATE INDEX person_match ON person (federation_id, match_key, birth);

CREATE TABLE name_suffix (
    federation_id BIGINT NOT NULL, suffix TEXT NOT NULL, person_id BIGINT NOT NULL,
    CONSTRAINT name_suffix_pk PRIMARY KEY (federation_id, suffix, person_id)) WITHOUT ROWID;

CREATE TABLE spell (
    federation_id BIGINT NOT NULL, person_id BIGINT NOT NULL, from_on TEXT NOT NULL, start_event BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, to_on TEXT, end_event BIGINT,
    CONSTRAINT spell_pk PRIMARY KEY (federation_id, person_id, from_on, start_event)) WITHOUT ROWID;
CREATE INDEX spell_unit ON spell (federation_id, unit_id, to_on);

CREATE TABLE unit_path (
    federation_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
    path TEXT NOT NULL, block TEXT NOT NULL, kind TEXT NOT NULL, cause TEXT NOT NULL,
    CONSTRAINT unit_path_pk PRIMARY KEY (federation_id, unit_id, from_on)) WITHOUT ROWID;
CREATE INDEX unit_path_path ON unit_path (federation_id, path, from_on, to_on);

CREATE TABLE scope (
    federation_id BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    CONSTRAINT scope_pk PRIMARY KEY (federation_id, unit_id)) WITHOUT ROWID;

CREATE TABLE rollup (
    federation_id BIGINT NOT NULL, scope_id BIGINT NOT NULL, account BIGINT NOT NULL, month BIGINT NOT NULL,
    block TEXT NOT NULL, kind TEXT NOT NULL, quantity BIGINT NOT NULL,
    CONSTRAINT rollup_pk PRIMARY KEY (federation_id, scope_id, account, month, block, kind)) WITHOUT ROWID;

CREATE TABLE bridge (
    federation_id BIGINT NOT NULL, scope_id BIGINT NOT NULL, account BIGINT NOT NULL, on_day TEXT NOT NULL,
    unit_id BIGINT NOT NULL, block TEXT NOT NULL, kind TEXT NOT NULL, quantity BIGINT NOT NULL,
    CONSTRAINT bridge_pk PRIMARY KEY (federation_id, scope_id, account, on_day, unit_id, block, kind)) WITHOUT ROWID;

CREATE TABLE unit_now (
    federation_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, name TEXT NOT NULL, search_key TEXT NOT NULL,
    opened_on TEXT NOT NULL, ended_on TEXT,
    CONSTRAINT unit_now_pk PRIMARY KEY (federation_id, unit_id)) WITHOUT ROWID;
CREATE INDEX unit_now_search ON unit_now (federation_id, search_key);
