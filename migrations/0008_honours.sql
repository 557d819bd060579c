-- Emulation and commendation: movements, waves and contests, decisions with their lists, initiatives, the roll of honour.

-- Facts.

-- A movement, a wave of a stretch of time, a contest, a conference of exemplars: what honours and entries belong to.
CREATE TABLE emulation (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, event TEXT, from_on TEXT NOT NULL, to_on TEXT, document_id BIGINT,
    part_of BIGINT, about TEXT,
    CONSTRAINT emulation_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX emulation_unit ON emulation (federation_id, unit_id, from_on);
CREATE INDEX emulation_document ON emulation (federation_id, document_id);

CREATE TABLE emulation_launch (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, emulation_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL,
    CONSTRAINT emulation_launch_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX emulation_launch_of ON emulation_launch (federation_id, emulation_id, unit_id);
CREATE INDEX emulation_launch_unit ON emulation_launch (federation_id, unit_id);

-- What happened in a contest: `entry` of a unit, `contestant`, `judge`; a contestant may have a score and a prize.
CREATE TABLE contest_line (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, emulation_id BIGINT NOT NULL,
    kind TEXT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, person_id BIGINT, named TEXT,
    trade TEXT, round BIGINT, score BIGINT, prize TEXT, quantity BIGINT NOT NULL, typed BIGINT NOT NULL,
    document_id BIGINT,
    CONSTRAINT contest_line_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX contest_line_of ON contest_line (federation_id, emulation_id, kind);
CREATE INDEX contest_line_unit ON contest_line (federation_id, unit_id);
CREATE INDEX contest_line_person ON contest_line (federation_id, person_id);

-- A paper that honours: a decision with its list (`decided`), a proposal to a higher level (`proposed`), the sending of
-- some to the next level (`delegated`). Who decided, who proposed and who presented stand apart.
CREATE TABLE commendation (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    stage TEXT NOT NULL, level TEXT NOT NULL, decided_by TEXT NOT NULL, proposed_by TEXT, presented_by TEXT,
    presented_on TEXT, document_id BIGINT NOT NULL, on_day TEXT NOT NULL, year BIGINT NOT NULL, title TEXT NOT NULL,
    emulation_id BIGINT,
    CONSTRAINT commendation_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX commendation_unit ON commendation (federation_id, unit_id, on_day);
CREATE INDEX commendation_day ON commendation (federation_id, on_day, id);
CREATE INDEX commendation_document ON commendation (federation_id, document_id);
CREATE INDEX commendation_emulation ON commendation (federation_id, emulation_id);

-- One line of its list. `named` and `unit_named` are the names of that day. `answers` is the proposal it came from,
-- `nomination_id` the nomination of a round; `typed` tells a count without names.
CREATE TABLE honour (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, commendation_id BIGINT NOT NULL,
    item BIGINT NOT NULL, stage TEXT NOT NULL, level TEXT NOT NULL, award TEXT NOT NULL, form TEXT NOT NULL,
    grade BIGINT, unit_id BIGINT NOT NULL, person_id BIGINT, subject TEXT NOT NULL, named TEXT NOT NULL,
    unit_named TEXT NOT NULL, search_key TEXT NOT NULL, on_day TEXT NOT NULL, year BIGINT NOT NULL,
    achievement TEXT, money_vnd BIGINT, quantity BIGINT NOT NULL, typed BIGINT NOT NULL, document_id BIGINT NOT NULL,
    answers BIGINT, nomination_id BIGINT,
    CONSTRAINT honour_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX honour_commendation ON honour (federation_id, commendation_id, item);
CREATE INDEX honour_person ON honour (federation_id, person_id, on_day);
CREATE INDEX honour_unit ON honour (federation_id, unit_id, on_day);
CREATE INDEX honour_day ON honour (federation_id, on_day, id);
CREATE INDEX honour_document ON honour (federation_id, document_id);
CREATE INDEX honour_answers ON honour (federation_id, answers);

-- The end of an honour: `revoked` by a decision, with what came back; `withdrawn` because it was recorded in error;
-- `declined` for a proposal that was not granted.
CREATE TABLE honour_end (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, honour_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, how TEXT NOT NULL, on_day TEXT NOT NULL, document_id BIGINT, cause TEXT NOT NULL,
    recovered TEXT, recovered_vnd BIGINT,
    CONSTRAINT honour_end_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX honour_end_of ON honour_end (federation_id, honour_id);
CREATE INDEX honour_end_unit ON honour_end (federation_id, unit_id);

-- An initiative as one level recognised it; `first` is the row of the same initiative at the lower level.
CREATE TABLE initiative (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, on_day TEXT NOT NULL, year BIGINT NOT NULL,
    field TEXT, benefit_vnd BIGINT, document_id BIGINT NOT NULL, first BIGINT, emulation_id BIGINT,
    quantity BIGINT NOT NULL, typed BIGINT NOT NULL, at_least BIGINT NOT NULL, note TEXT, search_key TEXT NOT NULL,
    CONSTRAINT initiative_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX initiative_unit ON initiative (federation_id, unit_id, on_day);
CREATE INDEX initiative_day ON initiative (federation_id, on_day, id);
CREATE INDEX initiative_first ON initiative (federation_id, first);
CREATE INDEX initiative_document ON initiative (federation_id, document_id);

-- Its authors; the shares of one initiative add up to one whole.
CREATE TABLE initiative_author (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, initiative_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, person_id BIGINT, named TEXT NOT NULL, parts BIGINT NOT NULL, whole BIGINT NOT NULL,
    CONSTRAINT initiative_author_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX initiative_author_of ON initiative_author (federation_id, initiative_id);
CREATE INDEX initiative_author_person ON initiative_author (federation_id, person_id);
CREATE INDEX initiative_author_unit ON initiative_author (federation_id, unit_id);

-- From which day on a federation shows its roll of honour to everybody, or no longer.
CREATE TABLE public_roll (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    from_on TEXT NOT NULL, is_open BIGINT NOT NULL,
    CONSTRAINT public_roll_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX public_roll_unit ON public_roll (federation_id, unit_id, from_on);
