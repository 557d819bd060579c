-- Certificates: numbered, signed, revoked with a cause; what was handed over with them.

-- The public half of a key; its secret half stands sealed in signing_secret.
CREATE TABLE signing_key (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, public_key TEXT NOT NULL,
    CONSTRAINT signing_key_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;

-- Numbers run in a series of an issuer and a year, in order and never twice: what is revoked keeps its number.
CREATE TABLE certificate (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, unit_id BIGINT NOT NULL,
    honour_id BIGINT, person_id BIGINT, code TEXT NOT NULL, series TEXT NOT NULL, year BIGINT NOT NULL,
    number BIGINT NOT NULL, award TEXT NOT NULL, named TEXT, recipient TEXT NOT NULL, recipient_of TEXT,
    content TEXT NOT NULL, document_id BIGINT NOT NULL, decision TEXT NOT NULL, decided_on TEXT NOT NULL,
    issuer TEXT NOT NULL, place TEXT NOT NULL, signed_as TEXT NOT NULL, signer TEXT NOT NULL, key_id BIGINT NOT NULL,
    signature TEXT NOT NULL,
    CONSTRAINT certificate_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT certificate_code UNIQUE (federation_id, code),
    CONSTRAINT certificate_number UNIQUE (federation_id, unit_id, series, year, number)) WITHOUT ROWID;
CREATE INDEX certificate_document ON certificate (federation_id, document_id, id);
CREATE INDEX certificate_unit ON certificate (federation_id, unit_id, id);
CREATE INDEX certificate_honour ON certificate (federation_id, honour_id);

CREATE TABLE certificate_revocation (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, certificate_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, document_id BIGINT NOT NULL, cause TEXT NOT NULL,
    CONSTRAINT certificate_revocation_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT certificate_revocation_once UNIQUE (federation_id, certificate_id)) WITHOUT ROWID;

-- What was handed over: the paper, money, an item. A row that withdraws another says that one was a mistake.
CREATE TABLE certificate_delivery (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, certificate_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, what TEXT NOT NULL, on_day TEXT NOT NULL, amount_vnd BIGINT, item TEXT,
    receiver TEXT NOT NULL, withdraws BIGINT,
    CONSTRAINT certificate_delivery_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX certificate_delivery_of ON certificate_delivery (federation_id, certificate_id);

CREATE TABLE signing_secret (
    federation_id BIGINT NOT NULL, key_id BIGINT NOT NULL, sealed BLOB NOT NULL,
    CONSTRAINT signing_secret_pk PRIMARY KEY (federation_id, key_id)) WITHOUT ROWID;
