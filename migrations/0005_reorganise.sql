-- Reorganisations: the list of a decision, written as one batch, and its taking back.

CREATE TABLE reorganisation (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, document_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, file_name TEXT NOT NULL, file_hash TEXT NOT NULL,
    rows_written BIGINT NOT NULL, undoes BIGINT,
    CONSTRAINT reorganisation_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX reorganisation_unit ON reorganisation (federation_id, unit_id);
CREATE INDEX reorganisation_undoes ON reorganisation (federation_id, undoes);
