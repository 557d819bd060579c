-- Emulation below a unit: clusters, registration to a movement, score sheets with cycles, evidence and rankings; and what
-- a revoked honour gives back.

-- Facts.

-- A unit divides those below it into clusters (khối, cụm thi đua) by a decision.
CREATE TABLE emulation_cluster (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    name TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT, about TEXT, document_id BIGINT NOT NULL,
    CONSTRAINT emulation_cluster_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX emulation_cluster_unit ON emulation_cluster (federation_id, unit_id, from_on);
CREATE INDEX emulation_cluster_document ON emulation_cluster (federation_id, document_id);

-- What a unit is in a cluster from a day on: `member`, `head` or `gone`. The latest statement up to a day holds.
CREATE TABLE cluster_part (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, cluster_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, part TEXT NOT NULL, document_id BIGINT,
    CONSTRAINT cluster_part_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX cluster_part_of ON cluster_part (federation_id, cluster_id, unit_id);
CREATE INDEX cluster_part_unit ON cluster_part (federation_id, unit_id);
CREATE INDEX cluster_part_document ON cluster_part (federation_id, document_id);

-- A unit registers to a movement it was called to: `sent`, `accepted` or `returned` with a note.
CREATE TABLE emulation_registration (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, emulation_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, step TEXT NOT NULL, pledge TEXT, note TEXT,
    CONSTRAINT emulation_registration_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX emulation_registration_of ON emulation_registration (federation_id, emulation_id, unit_id, id);
CREATE INDEX emulation_registration_unit ON emulation_registration (federation_id, unit_id);

-- A sheet that an office made, under a frame of a regulation or on its own. The body holds groups, items with their
-- maxima, bands and side conditions as JSON, whole: what is printed of a card years later needs nothing else.
CREATE TABLE score_sheet (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    frame TEXT, name TEXT NOT NULL, from_on TEXT NOT NULL, body TEXT NOT NULL, document_id BIGINT NOT NULL,
    CONSTRAINT score_sheet_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_sheet_unit ON score_sheet (federation_id, unit_id, from_on);
CREATE INDEX score_sheet_document ON score_sheet (federation_id, document_id);

-- A cycle: one sheet, one stretch of time, the days by which units score themselves and the upper unit reviews.
CREATE TABLE score_cycle (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    sheet_id BIGINT NOT NULL, name TEXT NOT NULL, term TEXT NOT NULL, year BIGINT NOT NULL, from_on TEXT NOT NULL,
    to_on TEXT NOT NULL, own_by TEXT NOT NULL, review_by TEXT, document_id BIGINT,
    CONSTRAINT score_cycle_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_cycle_unit ON score_cycle (federation_id, unit_id, to_on);
CREATE INDEX score_cycle_document ON score_cycle (federation_id, document_id);

-- The card of a unit in a cycle.
CREATE TABLE score_card (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, cycle_id BIGINT NOT NULL,
    cluster_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL,
    CONSTRAINT score_card_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_card_cycle ON score_card (federation_id, cycle_id, cluster_id);
CREATE INDEX score_card_unit ON score_card (federation_id, unit_id);

-- Points in hundredths, by whose hand: `own`, `review`, `bonus`. An answer to a side condition is 0 or 1 and its item
-- begins with a question mark. The latest row of a card, hand and item holds.
CREATE TABLE score_mark (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, card_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, hand TEXT NOT NULL, item TEXT NOT NULL, points BIGINT NOT NULL, reason TEXT,
    CONSTRAINT score_mark_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_mark_card ON score_mark (federation_id, card_id, id);
CREATE INDEX score_mark_unit ON score_mark (federation_id, unit_id);

CREATE TABLE score_step (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, card_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, step TEXT NOT NULL, note TEXT,
    CONSTRAINT score_step_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_step_card ON score_step (federation_id, card_id, id);
CREATE INDEX score_step_unit ON score_step (federation_id, unit_id);

-- What proves an item: words, a file, or both. A row that withdraws another takes it off.
CREATE TABLE score_evidence (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, card_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, item TEXT NOT NULL, said TEXT, hash TEXT, name TEXT, media TEXT, bytes BIGINT,
    withdraws BIGINT,
    CONSTRAINT score_evidence_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_evidence_card ON score_evidence (federation_id, card_id, id);
CREATE INDEX score_evidence_unit ON score_evidence (federation_id, unit_id);
CREATE INDEX score_evidence_hash ON score_evidence (federation_id, hash);

-- The decided ranking of a cluster in a cycle; a row that withdraws another takes it back, with the cause.
CREATE TABLE score_ranking (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, cycle_id BIGINT NOT NULL,
    cluster_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, document_id BIGINT, withdraws BIGINT,
    cause TEXT,
    CONSTRAINT score_ranking_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_ranking_cycle ON score_ranking (federation_id, cycle_id, cluster_id, id);
CREATE INDEX score_ranking_unit ON score_ranking (federation_id, unit_id);
CREATE INDEX score_ranking_document ON score_ranking (federation_id, document_id);

-- Its lines: place and grade may be missing. The points are `points` / `parts` hundredths, an exact fraction; `said` is
-- the explanation that was shown when it was decided, line by line.
CREATE TABLE score_rank (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, ranking_id BIGINT NOT NULL,
    card_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, year BIGINT NOT NULL, is_half BIGINT NOT NULL,
    place BIGINT, points BIGINT NOT NULL, parts BIGINT NOT NULL, weakest BIGINT, grade TEXT, said TEXT NOT NULL,
    document_id BIGINT NOT NULL,
    CONSTRAINT score_rank_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX score_rank_of ON score_rank (federation_id, ranking_id, id);
CREATE INDEX score_rank_unit ON score_rank (federation_id, unit_id, year);
CREATE INDEX score_rank_document ON score_rank (federation_id, document_id);

-- What came back of a revoked honour: `paper`, `money` or `item`. A row that withdraws another says it was a mistake.
CREATE TABLE honour_recovery (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, honour_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, what TEXT NOT NULL, on_day TEXT NOT NULL, amount_vnd BIGINT, item TEXT, giver TEXT NOT NULL,
    withdraws BIGINT,
    CONSTRAINT honour_recovery_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX honour_recovery_of ON honour_recovery (federation_id, honour_id);
CREATE INDEX honour_recovery_unit ON honour_recovery (federation_id, unit_id);
