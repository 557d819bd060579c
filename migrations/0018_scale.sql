-- Sums that are kept so that what is asked at the top does not cost what stands below it.

-- What the approved reports below a unit add up to, measure by measure, with the cells of each state counted: of the
-- units directly below ('below'), and of what every unit at any level below itself reported ('all'). A projection.
CREATE TABLE report_sum (
    federation_id BIGINT NOT NULL, scope_id BIGINT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
    reach TEXT NOT NULL, measure TEXT NOT NULL, total BIGINT NOT NULL, valued BIGINT NOT NULL,
    not_reported BIGINT NOT NULL, not_obliged BIGINT NOT NULL, not_applicable BIGINT NOT NULL,
    CONSTRAINT report_sum_pk PRIMARY KEY (federation_id, scope_id, from_on, to_on, reach, measure)) WITHOUT ROWID;

-- Units that manage, now or ever, others that manage others: they see so many units that the days of a month cannot be
-- read unit by unit, and keep a roll-up by the day beside that by the month. Both are projections.
CREATE TABLE day_scope (
    federation_id BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    CONSTRAINT day_scope_pk PRIMARY KEY (federation_id, unit_id)) WITHOUT ROWID;

CREATE TABLE rollup_day (
    federation_id BIGINT NOT NULL, scope_id BIGINT NOT NULL, on_day TEXT NOT NULL, account BIGINT NOT NULL,
    block TEXT NOT NULL, kind TEXT NOT NULL, quantity BIGINT NOT NULL,
    CONSTRAINT rollup_day_pk PRIMARY KEY (federation_id, scope_id, on_day, account, block, kind)) WITHOUT ROWID;
