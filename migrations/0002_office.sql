-- The office: accounts and their posts, what is kept of sign-ins, files by their content, long work, requests.

-- Facts.

CREATE TABLE account_fact (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, account_id BIGINT NOT NULL,
    login TEXT NOT NULL, name TEXT NOT NULL, person_id BIGINT, state TEXT NOT NULL,
    CONSTRAINT account_fact_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX account_fact_account ON account_fact (federation_id, account_id);

CREATE TABLE post_fact (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, post_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, role TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT,
    stands_for BIGINT, reason TEXT,
    CONSTRAINT post_fact_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX post_fact_post ON post_fact (federation_id, post_id);
CREATE INDEX post_fact_account ON post_fact (federation_id, account_id);
CREATE INDEX post_fact_unit ON post_fact (federation_id, unit_id);

-- A number taken from a series of an issuer and a year; numbers are given in order and never twice.
CREATE TABLE series_number (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, document_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, series TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL,
    CONSTRAINT series_number_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT series_number_once UNIQUE (federation_id, unit_id, series, year, number)) WITHOUT ROWID;
CREATE INDEX series_number_document ON series_number (federation_id, document_id);

CREATE TABLE attachment (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, document_id BIGINT NOT NULL,
    hash TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL, bytes BIGINT NOT NULL, withdraws BIGINT,
    CONSTRAINT attachment_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX attachment_document ON attachment (federation_id, document_id);

-- A member asks that the own record be mended; the answer is a row that answers.
CREATE TABLE correction_request (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, person_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, field TEXT NOT NULL, asked TEXT NOT NULL, why TEXT, answers BIGINT, accepted BIGINT,
    CONSTRAINT correction_request_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX correction_request_person ON correction_request (federation_id, person_id);
CREATE INDEX correction_request_unit ON correction_request (federation_id, unit_id);
CREATE INDEX correction_request_answers ON correction_request (federation_id, answers);

CREATE INDEX audit_entry_subject ON audit_entry (federation_id, subject, id);
CREATE INDEX audit_entry_what ON audit_entry (federation_id, what, id);
CREATE INDEX audit_entry_actor ON audit_entry (federation_id, actor, id);
CREATE INDEX audit_entry_batch ON audit_entry (federation_id, batch);
CREATE INDEX batch_actor ON batch (federation_id, actor, number);
CREATE INDEX person_sort ON person (federation_id, sort_key, id);

-- Secrets of accounts: hashes and sealed bytes only.

CREATE TABLE account_login (
    federation_id BIGINT NOT NULL, login TEXT NOT NULL, account_id BIGINT NOT NULL, search_key TEXT NOT NULL,
    CONSTRAINT account_login_pk PRIMARY KEY (federation_id, login)) WITHOUT ROWID;

CREATE TABLE account_secret (
    federation_id BIGINT NOT NULL, account_id BIGINT NOT NULL, password TEXT, totp BLOB, totp_step BIGINT NOT NULL,
    recovery TEXT NOT NULL, changed_at BIGINT NOT NULL,
    CONSTRAINT account_secret_pk PRIMARY KEY (federation_id, account_id)) WITHOUT ROWID;

CREATE TABLE api_token (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, token BLOB NOT NULL, account_id BIGINT NOT NULL,
    name TEXT NOT NULL, powers TEXT NOT NULL, made_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, used_at BIGINT,
    revoked_at BIGINT,
    CONSTRAINT api_token_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT api_token_token UNIQUE (federation_id, token)) WITHOUT ROWID;

-- What passes: sign-ins, links used once, failed tries. Not carried by a backup.

CREATE TABLE sign_in (
    federation_id BIGINT NOT NULL, token BLOB NOT NULL, account_id BIGINT NOT NULL, begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, stage TEXT NOT NULL, agent TEXT NOT NULL, address TEXT NOT NULL,
    flash TEXT,
    CONSTRAINT sign_in_pk PRIMARY KEY (federation_id, token)) WITHOUT ROWID;
CREATE INDEX sign_in_account ON sign_in (federation_id, account_id);

CREATE TABLE one_time_link (
    federation_id BIGINT NOT NULL, token BLOB NOT NULL, account_id BIGINT NOT NULL, made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, used_at BIGINT,
    CONSTRAINT one_time_link_pk PRIMARY KEY (federation_id, token)) WITHOUT ROWID;

CREATE TABLE throttle (
    federation_id BIGINT NOT NULL, subject TEXT NOT NULL, tries BIGINT NOT NULL, last_at BIGINT NOT NULL,
    CONSTRAINT throttle_pk PRIMARY KEY (federation_id, subject)) WITHOUT ROWID;

-- Files by the hash of their content, in parts of at most a megabyte.
CREATE TABLE content (
    federation_id BIGINT NOT NULL, hash TEXT NOT NULL, part BIGINT NOT NULL, bytes BLOB NOT NULL,
    CONSTRAINT content_pk PRIMARY KEY (federation_id, hash, part)) WITHOUT ROWID;

-- Long work: asked for, taken up, done; taken up again after a restart.
CREATE TABLE job (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, kind TEXT NOT NULL, account_id BIGINT, actor TEXT NOT NULL,
    unit_id BIGINT, input TEXT NOT NULL, file TEXT, state TEXT NOT NULL, stage TEXT NOT NULL, done BIGINT NOT NULL,
    total BIGINT NOT NULL, answer TEXT, answer_file TEXT, made_at BIGINT NOT NULL, began_at BIGINT, ended_at BIGINT,
    CONSTRAINT job_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX job_state ON job (federation_id, state);
CREATE INDEX job_account ON job (federation_id, account_id);

-- Whether anything still refers to a file is asked for each.
CREATE INDEX attachment_hash ON attachment (federation_id, hash);

-- What units are and were called, and their codes, from each word on: search begins at any word.
CREATE TABLE unit_suffix (
    federation_id BIGINT NOT NULL, suffix TEXT NOT NULL, unit_id BIGINT NOT NULL,
    CONSTRAINT unit_suffix_pk PRIMARY KEY (federation_id, suffix, unit_id)) WITHOUT ROWID;
CREATE INDEX unit_path_kind ON unit_path (federation_id, kind, path);
CREATE INDEX unit_path_block ON unit_path (federation_id, block, path);
-- Who is no member: few of all, and asked for by name order. Phone numbers, to find a person by one.
CREATE INDEX person_no_member ON person (federation_id, status, sort_key, id) WHERE status <> 'member';
CREATE INDEX person_fact_phone ON person_fact (federation_id, phone) WHERE phone IS NOT NULL;

-- What a program was answered under a name it gave, so that asking again is answered again and does nothing.
CREATE TABLE api_answer (
    federation_id BIGINT NOT NULL, account_id BIGINT NOT NULL, name TEXT NOT NULL, asked TEXT NOT NULL,
    status BIGINT NOT NULL, answer TEXT NOT NULL, made_at BIGINT NOT NULL,
    CONSTRAINT api_answer_pk PRIMARY KEY (federation_id, account_id, name)) WITHOUT ROWID;
-- What happened on some days, whatever the unit: parts of months, of which no roll-up tells. All that is asked stands in it.
CREATE INDEX posting_day ON posting (federation_id, on_day, unit_id, account, quantity, other_id);
