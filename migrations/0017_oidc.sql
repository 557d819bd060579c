-- Signing in by an identity that an OpenID Connect provider proves.

-- An identity is tied to an account, or untied; the latest row of an issuer's subject says which.
CREATE TABLE identity_fact (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, account_id BIGINT NOT NULL,
    issuer TEXT NOT NULL, subject TEXT NOT NULL, named TEXT, state TEXT NOT NULL,
    CONSTRAINT identity_fact_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX identity_fact_subject ON identity_fact (federation_id, issuer, subject, id);
CREATE INDEX identity_fact_account ON identity_fact (federation_id, account_id);

-- What passes: browsers on their way to the provider and back. Not carried by a backup.
CREATE TABLE provider_errand (
    federation_id BIGINT NOT NULL, mark BLOB NOT NULL, nonce TEXT NOT NULL, verifier TEXT NOT NULL, account_id BIGINT,
    goes_to TEXT NOT NULL, begun_at BIGINT NOT NULL,
    CONSTRAINT provider_errand_pk PRIMARY KEY (federation_id, mark)) WITHOUT ROWID;
CREATE INDEX provider_errand_begun ON provider_errand (federation_id, begun_at);
