-- Pairs of records that may be one person, and what people said of them.

-- Two records were looked at and are two people (apart = 1), or that was taken back (0). The later id stands first.
CREATE TABLE person_apart (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, person_id BIGINT NOT NULL,
    other_id BIGINT NOT NULL, apart BIGINT NOT NULL, why TEXT,
    CONSTRAINT person_apart_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX person_apart_pair ON person_apart (federation_id, person_id, other_id, id, apart);

-- Pairs that share an identity number, or name, full birth date and sex: a projection of people and what was told apart.
CREATE TABLE suspect_pair (
    federation_id BIGINT NOT NULL, person_id BIGINT NOT NULL, other_id BIGINT NOT NULL,
    CONSTRAINT suspect_pair_pk PRIMARY KEY (federation_id, person_id, other_id)) WITHOUT ROWID;
CREATE INDEX suspect_pair_other ON suspect_pair (federation_id, other_id);

INSERT INTO suspect_pair (federation_id, person_id, other_id)
SELECT n.federation_id, n.id, o.id FROM person n CROSS JOIN person o
WHERE LENGTH(n.birth) = 10 AND o.federation_id = n.federation_id AND o.match_key = n.match_key AND o.birth = n.birth
  AND o.sex = n.sex AND o.id < n.id;

INSERT INTO suspect_pair (federation_id, person_id, other_id)
SELECT n.federation_id, n.person_id, o.person_id FROM person_secret n CROSS JOIN person_secret o
WHERE n.cccd_index IS NOT NULL AND o.federation_id = n.federation_id AND o.cccd_index = n.cccd_index
  AND o.person_id < n.person_id
  AND EXISTS (SELECT 1 FROM person p WHERE p.federation_id = n.federation_id AND p.id = n.person_id)
  AND EXISTS (SELECT 1 FROM person p WHERE p.federation_id = n.federation_id AND p.id = o.person_id)
ON CONFLICT (federation_id, person_id, other_id) DO NOTHING;

-- Merges, the latest first.
CREATE INDEX person_fact_merged ON person_fact (federation_id, id) WHERE merged_into IS NOT NULL;
