-- What stands behind a filed report, kept with it; report packages sent and received between installations.

-- The wording of a form and what its indicators counted, once for each wording that reports were filed on.
CREATE TABLE report_definition (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, form TEXT NOT NULL, hash TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT report_definition_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT report_definition_hash UNIQUE (federation_id, hash)) WITHOUT ROWID;
CREATE INDEX report_definition_form ON report_definition (federation_id, form, id);

-- On which wording a version was filed, and what the unit was called then.
CREATE TABLE report_basis (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL,
    definition_id BIGINT NOT NULL, unit_code TEXT NOT NULL, unit_name TEXT NOT NULL, unit_kind TEXT NOT NULL,
    CONSTRAINT report_basis_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_basis_report ON report_basis (federation_id, unit_id, from_on, to_on, form, version);

-- The units directly below a version when it was filed, each with the version that was summed, or none.
CREATE TABLE report_input (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL,
    below_id BIGINT NOT NULL, below_code TEXT NOT NULL, below_name TEXT NOT NULL, below_form TEXT,
    below_version BIGINT, package_id BIGINT,
    CONSTRAINT report_input_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX report_input_report ON report_input (federation_id, unit_id, from_on, to_on, form, version, id);

-- Whose packages are trusted: the key of an installation, the unit it speaks for, the code of that unit there. A row
-- that ends another says from which day on that one is not taken any more.
CREATE TABLE peer_key (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    public_key TEXT NOT NULL, code TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT, note TEXT, ends BIGINT,
    CONSTRAINT peer_key_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX peer_key_key ON peer_key (federation_id, public_key, id);
CREATE INDEX peer_key_unit ON peer_key (federation_id, unit_id, id);

-- Packages taken in, byte for byte; the same contents once.
CREATE TABLE report_package (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL, hash TEXT NOT NULL,
    key_id BIGINT NOT NULL, file TEXT NOT NULL,
    CONSTRAINT report_package_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT report_package_hash UNIQUE (federation_id, hash)) WITHOUT ROWID;
CREATE INDEX report_package_report ON report_package (federation_id, unit_id, from_on, to_on, form, version);
CREATE INDEX report_package_days ON report_package (federation_id, to_on, from_on, unit_id);

-- The cells of a package: reported to these books, never records of theirs.
CREATE TABLE received_cell (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    package_id BIGINT NOT NULL, line TEXT NOT NULL, measure TEXT, indicator TEXT, state TEXT NOT NULL, value BIGINT,
    source TEXT NOT NULL,
    CONSTRAINT received_cell_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX received_cell_package ON received_cell (federation_id, package_id, id);

CREATE TABLE package_sent (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    form TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, version BIGINT NOT NULL, hash TEXT NOT NULL,
    public_key TEXT NOT NULL,
    CONSTRAINT package_sent_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX package_sent_unit ON package_sent (federation_id, unit_id, id);
CREATE INDEX package_sent_hash ON package_sent (federation_id, hash);
