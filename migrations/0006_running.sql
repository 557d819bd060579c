-- Running the books: what was done to keep them safe and how it came out, and how often a job was taken up again.

-- Passes: not carried by a backup. `subject` is the name of a backup, `answer` what was found, as its kind writes it.
CREATE TABLE upkeep (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, began_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL, subject TEXT, is_good BIGINT NOT NULL, answer TEXT NOT NULL,
    CONSTRAINT upkeep_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX upkeep_kind ON upkeep (federation_id, kind, id);

-- How often a program died while it did this job.
ALTER TABLE job ADD COLUMN deaths BIGINT NOT NULL DEFAULT 0;
