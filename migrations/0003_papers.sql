-- Papers: the registers they are entered in, what finds them, what they touch; requests that wait for an answer.

-- Facts.

-- A paper entered in the register of a unit: one that came, or one of its own. A row that withdraws takes an entry out.
CREATE TABLE document_entry (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, document_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, way TEXT NOT NULL, kind TEXT NOT NULL, on_day TEXT NOT NULL, note TEXT, withdraws BIGINT,
    CONSTRAINT document_entry_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX document_entry_document ON document_entry (federation_id, document_id);

-- Projections.

-- What a list of papers shows, filters and sorts by; the day is empty where it is not known.
CREATE TABLE document_now (
    federation_id BIGINT NOT NULL, document_id BIGINT NOT NULL, kind TEXT NOT NULL, on_day TEXT NOT NULL,
    search_key TEXT NOT NULL,
    CONSTRAINT document_now_pk PRIMARY KEY (federation_id, document_id)) WITHOUT ROWID;
CREATE INDEX document_now_day ON document_now (federation_id, on_day, document_id);
CREATE INDEX document_now_kind ON document_now (federation_id, kind, on_day, document_id);

-- Number, title and issuer from each word on: search begins at any word.
CREATE TABLE document_suffix (
    federation_id BIGINT NOT NULL, suffix TEXT NOT NULL, document_id BIGINT NOT NULL,
    CONSTRAINT document_suffix_pk PRIMARY KEY (federation_id, suffix, document_id)) WITHOUT ROWID;

-- The units a paper is about: those of the records that name it, and of the registers it is entered in.
CREATE TABLE document_unit (
    federation_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, document_id BIGINT NOT NULL,
    CONSTRAINT document_unit_pk PRIMARY KEY (federation_id, unit_id, document_id)) WITHOUT ROWID;
CREATE INDEX document_unit_document ON document_unit (federation_id, document_id, unit_id);

INSERT INTO document_unit (federation_id, unit_id, document_id)
SELECT federation_id, unit_id, document_id FROM unit_version WHERE document_id IS NOT NULL
UNION SELECT federation_id, unit_id, document_id FROM unit_event WHERE document_id IS NOT NULL
UNION SELECT federation_id, other_id, document_id FROM unit_event WHERE document_id IS NOT NULL AND other_id IS NOT NULL
UNION SELECT federation_id, unit_id, document_id FROM member_event WHERE document_id IS NOT NULL
UNION SELECT federation_id, other_id, document_id FROM member_event WHERE document_id IS NOT NULL AND other_id IS NOT NULL
UNION SELECT federation_id, unit_id, document_id FROM target WHERE document_id IS NOT NULL;

-- Requests for a correction that nobody answered yet.
CREATE TABLE correction_open (
    federation_id BIGINT NOT NULL, request_id BIGINT NOT NULL, person_id BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    CONSTRAINT correction_open_pk PRIMARY KEY (federation_id, request_id)) WITHOUT ROWID;

INSERT INTO correction_open (federation_id, request_id, person_id, unit_id)
SELECT r.federation_id, r.id, r.person_id, r.unit_id FROM correction_request r
WHERE r.answers IS NULL AND NOT EXISTS (
    SELECT 1 FROM correction_request a WHERE a.federation_id = r.federation_id AND a.answers = r.id);

-- What a paper caused, found by the paper.
CREATE INDEX unit_event_document ON unit_event (federation_id, document_id, unit_id) WHERE document_id IS NOT NULL;
CREATE INDEX member_event_document ON member_event (federation_id, document_id, unit_id, kind, import_id)
    WHERE document_id IS NOT NULL;
CREATE INDEX target_document ON target (federation_id, document_id, unit_id) WHERE document_id IS NOT NULL;
CREATE INDEX series_number_unit ON series_number (federation_id, unit_id, series, year, number);

-- Posts that end on some days.
CREATE INDEX post_fact_end ON post_fact (federation_id, to_on) WHERE to_on IS NOT NULL;
