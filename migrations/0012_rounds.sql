-- Rounds: awards asked for over a stretch of time, the units called, and each nomination's way from rung to rung.
-- What a nomination is stands in its row; where it stands is told by its steps, of which the last one holds.

CREATE TABLE round (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    sort TEXT NOT NULL, name TEXT NOT NULL, year BIGINT NOT NULL, to_year BIGINT NOT NULL, opened_on TEXT NOT NULL,
    due_on TEXT NOT NULL, document_id BIGINT, comment_days BIGINT NOT NULL, comment_level TEXT, note TEXT,
    CONSTRAINT round_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_unit ON round (federation_id, unit_id, opened_on);
CREATE INDEX round_document ON round (federation_id, document_id);

-- An award of the round: the level that decides it here, the levels at which a council votes first, and whether a
-- higher award may be asked for what a lower rung refused, by which text.
CREATE TABLE round_award (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, place BIGINT NOT NULL, award TEXT NOT NULL, level TEXT NOT NULL, council TEXT NOT NULL,
    higher_by TEXT,
    CONSTRAINT round_award_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_award_of ON round_award (federation_id, round_id, place);
CREATE INDEX round_award_unit ON round_award (federation_id, unit_id);

-- An item of the checklist of an award in a round; none named stands for every award of it.
CREATE TABLE round_item (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, award TEXT NOT NULL, item TEXT NOT NULL, place BIGINT NOT NULL, sort TEXT NOT NULL,
    title TEXT NOT NULL, needed BIGINT NOT NULL, source TEXT,
    CONSTRAINT round_item_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_item_of ON round_item (federation_id, round_id, award, place);
CREATE INDEX round_item_unit ON round_item (federation_id, unit_id);

-- At most so many, of a called unit, an award, a block; none named stands for each, or for all of them.
CREATE TABLE round_quota (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, called_id BIGINT, award TEXT, block TEXT, at_most BIGINT NOT NULL,
    CONSTRAINT round_quota_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_quota_of ON round_quota (federation_id, round_id);
CREATE INDEX round_quota_unit ON round_quota (federation_id, unit_id);

CREATE TABLE round_priority (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, place BIGINT NOT NULL, sort TEXT NOT NULL, says TEXT,
    CONSTRAINT round_priority_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_priority_of ON round_priority (federation_id, round_id, place);
CREATE INDEX round_priority_unit ON round_priority (federation_id, unit_id);

-- A unit called by another, until a day; called again, the last row holds.
CREATE TABLE round_call (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, called_id BIGINT NOT NULL, due_on TEXT NOT NULL, withdrawn BIGINT NOT NULL,
    CONSTRAINT round_call_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_call_of ON round_call (federation_id, round_id, called_id, id);
CREATE INDEX round_call_called ON round_call (federation_id, called_id, id);
CREATE INDEX round_call_unit ON round_call (federation_id, unit_id);

-- A round closed, reopened, or given another last day.
CREATE TABLE round_step (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, step TEXT NOT NULL, due_on TEXT NOT NULL, note TEXT,
    CONSTRAINT round_step_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_step_of ON round_step (federation_id, round_id, id);
CREATE INDEX round_step_unit ON round_step (federation_id, unit_id);

-- Somebody, or a collective, nominated by a unit for an award; `called_id` is the unit whose call it answers, `after_id`
-- the refused nomination it goes beyond. Names, block and sex are those of that day.
CREATE TABLE nomination (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, called_id BIGINT NOT NULL, award TEXT NOT NULL, level TEXT NOT NULL,
    subject TEXT NOT NULL, of_unit BIGINT NOT NULL, person_id BIGINT, named TEXT NOT NULL, unit_named TEXT NOT NULL,
    search_key TEXT NOT NULL, block TEXT NOT NULL, priority TEXT NOT NULL, achievement TEXT NOT NULL,
    after_id BIGINT, on_day TEXT NOT NULL,
    CONSTRAINT nomination_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_round ON nomination (federation_id, round_id, id);
CREATE INDEX nomination_unit ON nomination (federation_id, unit_id, id);
CREATE INDEX nomination_person ON nomination (federation_id, person_id);
CREATE INDEX nomination_after ON nomination (federation_id, after_id);

-- A step of a nomination: done at a unit (`unit_id`), after which the file lies at another (`holder_id`; none: outside
-- these books) on the rung `level`.
CREATE TABLE nomination_step (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, nomination_id BIGINT NOT NULL,
    round_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, step TEXT NOT NULL, holder_id BIGINT, level TEXT NOT NULL,
    on_day TEXT NOT NULL, document_id BIGINT, opening_id BIGINT, commendation_id BIGINT, session_id BIGINT,
    votes_for BIGINT, denominator BIGINT, note TEXT,
    CONSTRAINT nomination_step_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_step_of ON nomination_step (federation_id, nomination_id, id);
CREATE INDEX nomination_step_round ON nomination_step (federation_id, round_id, nomination_id, id);
CREATE INDEX nomination_step_holder ON nomination_step (federation_id, holder_id, id);
CREATE INDEX nomination_step_unit ON nomination_step (federation_id, unit_id);
CREATE INDEX nomination_step_document ON nomination_step (federation_id, document_id);

-- What the unit writes into an item of the checklist; the last row holds.
CREATE TABLE nomination_cell (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, nomination_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, item TEXT NOT NULL, body TEXT NOT NULL,
    CONSTRAINT nomination_cell_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_cell_of ON nomination_cell (federation_id, nomination_id, id);
CREATE INDEX nomination_cell_unit ON nomination_cell (federation_id, unit_id);

CREATE TABLE nomination_file (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, nomination_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, item TEXT NOT NULL, hash TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL,
    bytes BIGINT NOT NULL, withdraws BIGINT,
    CONSTRAINT nomination_file_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_file_of ON nomination_file (federation_id, nomination_id, id);
CREATE INDEX nomination_file_hash ON nomination_file (federation_id, hash);
CREATE INDEX nomination_file_unit ON nomination_file (federation_id, unit_id);

-- An item judged by the unit that holds the file: accepted, or returned with a reason.
CREATE TABLE nomination_mark (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, nomination_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, item TEXT NOT NULL, accepted BIGINT NOT NULL, reason TEXT,
    CONSTRAINT nomination_mark_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_mark_of ON nomination_mark (federation_id, nomination_id, id);
CREATE INDEX nomination_mark_unit ON nomination_mark (federation_id, unit_id);

-- The verdict of the rules on the day the file was sent, and what each condition said; `why` is what the unit says
-- where the verdict speaks against the nomination.
CREATE TABLE nomination_verdict (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, nomination_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, year BIGINT NOT NULL, state TEXT NOT NULL, rules TEXT NOT NULL,
    why TEXT,
    CONSTRAINT nomination_verdict_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_verdict_of ON nomination_verdict (federation_id, nomination_id, id);
CREATE INDEX nomination_verdict_unit ON nomination_verdict (federation_id, unit_id);

CREATE TABLE nomination_finding (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, verdict_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, place BIGINT NOT NULL, says TEXT NOT NULL, clause TEXT NOT NULL, answer TEXT NOT NULL,
    decides BIGINT NOT NULL, used TEXT NOT NULL, missing TEXT NOT NULL,
    CONSTRAINT nomination_finding_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX nomination_finding_of ON nomination_finding (federation_id, verdict_id, place);
CREATE INDEX nomination_finding_unit ON nomination_finding (federation_id, unit_id);

-- A list shown to members for comment, from a day up to and without another.
CREATE TABLE round_opening (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, round_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
    CONSTRAINT round_opening_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_opening_of ON round_opening (federation_id, round_id);
CREATE INDEX round_opening_unit ON round_opening (federation_id, unit_id, to_on);

-- What a member says of a nomination on such a list, or the office answers (`answers`).
CREATE TABLE round_comment (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, opening_id BIGINT NOT NULL,
    nomination_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, sort TEXT NOT NULL, body TEXT NOT NULL,
    named TEXT, answers BIGINT,
    CONSTRAINT round_comment_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX round_comment_of ON round_comment (federation_id, opening_id, nomination_id, id);
CREATE INDEX round_comment_nomination ON round_comment (federation_id, nomination_id, id);
CREATE INDEX round_comment_unit ON round_comment (federation_id, unit_id);

CREATE INDEX honour_nomination ON honour (federation_id, nomination_id);
