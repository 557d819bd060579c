-- What unions did: one record in a register, with its described fields and the people it names; and counts that a unit
-- states without keeping records. Facts, append-only: a correction is a later row of the same record.

CREATE TABLE activity (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, record_id BIGINT NOT NULL,
    register TEXT NOT NULL, form TEXT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, last_day TEXT NOT NULL,
    year BIGINT NOT NULL, title TEXT NOT NULL, document_id BIGINT, import_id BIGINT, withdrawn BIGINT NOT NULL,
    CONSTRAINT activity_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX activity_record ON activity (federation_id, record_id, id);
CREATE INDEX activity_unit ON activity (federation_id, unit_id, register, form, year);
CREATE INDEX activity_list ON activity (federation_id, register, on_day, id);
CREATE INDEX activity_import ON activity (federation_id, import_id);

CREATE TABLE activity_value (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, activity_id BIGINT NOT NULL,
    field TEXT NOT NULL, number BIGINT, text TEXT,
    CONSTRAINT activity_value_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX activity_value_activity ON activity_value (federation_id, activity_id);

CREATE TABLE activity_person (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, activity_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT activity_person_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX activity_person_activity ON activity_person (federation_id, activity_id);
CREATE INDEX activity_person_person ON activity_person (federation_id, person_id);

CREATE TABLE stated_count (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    indicator TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, value BIGINT, reason TEXT NOT NULL,
    document_id BIGINT,
    CONSTRAINT stated_count_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX stated_count_unit ON stated_count (federation_id, unit_id, indicator, from_on);
