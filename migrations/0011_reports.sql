-- Reports: the steps of a report, the cells as they were typed and filed, the remarks with which it was sent back.
-- A report is known by its unit, its form and its days; a version by its number, counted up each time it is filed.

CREATE TABLE report_step (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL, step TEXT NOT NULL,
    note TEXT, ledger_seq BIGINT NOT NULL,
    CONSTRAINT report_step_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_step_report ON report_step (federation_id, unit_id, from_on, to_on, form, id);

CREATE TABLE report_cell (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL, line TEXT NOT NULL,
    measure TEXT, state TEXT NOT NULL, value BIGINT, target BIGINT, source TEXT NOT NULL, note TEXT,
    CONSTRAINT report_cell_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_cell_report ON report_cell (federation_id, unit_id, from_on, to_on, form, version, id);

CREATE TABLE report_remark (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL, line TEXT NOT NULL,
    remark TEXT NOT NULL,
    CONSTRAINT report_remark_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_remark_report ON report_remark (federation_id, unit_id, from_on, to_on, form, version, id);
