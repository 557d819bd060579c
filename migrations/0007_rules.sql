-- What rules of awards ask of a person and nothing else here tells: posts, yearly grades, discipline, open matters, and
-- that a file was checked whole. A correction is one more row that names the first; the latest stands.

CREATE TABLE service_record (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, person_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, sort TEXT NOT NULL, kind TEXT NOT NULL, title TEXT, from_on TEXT NOT NULL, to_on TEXT,
    document_id BIGINT, corrects BIGINT, withdrawn BIGINT NOT NULL,
    CONSTRAINT service_record_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX service_record_person ON service_record (federation_id, person_id, from_on);
CREATE INDEX service_record_unit ON service_record (federation_id, unit_id);
CREATE INDEX service_record_corrects ON service_record (federation_id, corrects, id);
