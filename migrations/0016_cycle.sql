-- The cycle of reports: who is called to report by which day, forms an office put in force itself, articles made public.

-- The last row of a unit, a form and its days is the call that stands.
CREATE TABLE report_call (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, due_on TEXT NOT NULL, remind TEXT NOT NULL,
    locks BIGINT NOT NULL, note TEXT, withdrawn BIGINT NOT NULL,
    CONSTRAINT report_call_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_call_unit ON report_call (federation_id, unit_id, form, from_on, to_on, id);

-- The last row of a unit, a form and its days says by which day it owes the report; none where it was let off.
CREATE TABLE report_due (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, call_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, due_on TEXT, reason TEXT,
    CONSTRAINT report_due_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_due_unit ON report_due (federation_id, unit_id, to_on, form, from_on, id);
CREATE INDEX report_due_call ON report_due (federation_id, call_id, unit_id, id);

CREATE TABLE report_form (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, code TEXT NOT NULL, from_on TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT report_form_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;

CREATE TABLE report_article (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
    withdraws BIGINT,
    CONSTRAINT report_article_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_article_unit ON report_article (federation_id, unit_id, id);
