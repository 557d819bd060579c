-- Members by age at a glance: a spell keeps the year of birth and the sex of its person, so that the members of a province
-- are counted by both without looking each of them up. A projection of the people: four times the year, 0 where it is not
-- known, and 1 for a woman, 2 for a man.
ALTER TABLE spell ADD COLUMN cohort BIGINT NOT NULL DEFAULT 0;
UPDATE spell SET cohort = COALESCE((
    SELECT 4 * CAST(COALESCE(SUBSTR(p.birth, 1, 4), '0') AS BIGINT) + CASE p.sex WHEN 'nu' THEN 1 WHEN 'nam' THEN 2 ELSE 0 END
    FROM person p WHERE p.federation_id = spell.federation_id AND p.id = spell.person_id), 0);
DROP INDEX spell_unit;
CREATE INDEX spell_unit ON spell (federation_id, unit_id, to_on, from_on, cohort);
