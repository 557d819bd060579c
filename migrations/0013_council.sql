-- The council room: councils with their seats, sessions, agendas, ballots and what came of them.
-- A council, a seat, a session and a matter are known by an id of their own; the latest row of each says what stands.
-- No table here holds a secret vote: between the opening of a ballot and its close they are in no table at all, and
-- after it there are sums alone (docs/decisions/0073). council_vote is of open ballots.

CREATE TABLE council (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, council_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, name TEXT NOT NULL, document_id BIGINT NOT NULL, from_on TEXT NOT NULL, to_on TEXT,
    CONSTRAINT council_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_council ON council (federation_id, council_id, id);
CREATE INDEX council_unit ON council (federation_id, unit_id, id);

CREATE TABLE council_member (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, member_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, role TEXT NOT NULL, person_id BIGINT, named TEXT NOT NULL,
    title TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT, document_id BIGINT,
    CONSTRAINT council_member_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_member_council ON council_member (federation_id, council_id, id);
CREATE INDEX council_member_member ON council_member (federation_id, member_id, id);
CREATE INDEX council_member_person ON council_member (federation_id, person_id, id);

CREATE TABLE council_session (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, session_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, on_day TEXT NOT NULL, place TEXT NOT NULL,
    title TEXT NOT NULL, quorum TEXT NOT NULL, quorum_source TEXT NOT NULL, stage TEXT NOT NULL,
    CONSTRAINT council_session_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_session_session ON council_session (federation_id, session_id, id);
CREATE INDEX council_session_council ON council_session (federation_id, council_id, id);

CREATE TABLE council_attendance (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, session_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL, member_id BIGINT NOT NULL, presence TEXT NOT NULL, note TEXT NOT NULL,
    CONSTRAINT council_attendance_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_attendance_session ON council_attendance (federation_id, session_id, id);

CREATE TABLE council_matter (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, matter_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, award TEXT, title TEXT NOT NULL, subject TEXT NOT NULL,
    person_id BIGINT, subject_unit_id BIGINT, nomination_id BIGINT, pass TEXT NOT NULL, beyond BIGINT NOT NULL,
    base TEXT NOT NULL, secret BIGINT NOT NULL, written BIGINT NOT NULL, recused_out BIGINT NOT NULL,
    quorum TEXT NOT NULL, source TEXT NOT NULL, rule TEXT, withdrawn BIGINT NOT NULL,
    CONSTRAINT council_matter_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_matter_session ON council_matter (federation_id, session_id, id);
CREATE INDEX council_matter_nomination ON council_matter (federation_id, nomination_id, id);

CREATE TABLE council_recusal (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, matter_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, member_id BIGINT NOT NULL, reason TEXT NOT NULL,
    withdrawn BIGINT NOT NULL,
    CONSTRAINT council_recusal_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_recusal_session ON council_recusal (federation_id, session_id, id);

-- A ballot as it was opened: what the share is taken of, how many votes are needed.
CREATE TABLE council_ballot (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, matter_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, way TEXT NOT NULL, secret BIGINT NOT NULL,
    base BIGINT NOT NULL, needed BIGINT NOT NULL,
    CONSTRAINT council_ballot_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_ballot_session ON council_ballot (federation_id, session_id, id);

CREATE TABLE council_voter (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, ballot_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, member_id BIGINT NOT NULL, in_writing BIGINT NOT NULL,
    CONSTRAINT council_voter_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT council_voter_once UNIQUE (federation_id, ballot_id, member_id)) WITHOUT ROWID;
CREATE INDEX council_voter_session ON council_voter (federation_id, session_id, id);
CREATE INDEX council_voter_member ON council_voter (federation_id, member_id, id);

-- That somebody voted; never what.
CREATE TABLE council_voted (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, ballot_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, member_id BIGINT NOT NULL,
    CONSTRAINT council_voted_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT council_voted_once UNIQUE (federation_id, ballot_id, member_id)) WITHOUT ROWID;
CREATE INDEX council_voted_session ON council_voted (federation_id, session_id, id);

-- What somebody voted in an open ballot.
CREATE TABLE council_vote (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, ballot_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, member_id BIGINT NOT NULL, choice TEXT NOT NULL,
    CONSTRAINT council_vote_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT council_vote_once UNIQUE (federation_id, ballot_id, member_id)) WITHOUT ROWID;
CREATE INDEX council_vote_session ON council_vote (federation_id, session_id, id);

-- Papers as one person counted and entered them.
CREATE TABLE council_count (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, ballot_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, counter TEXT NOT NULL, votes_for BIGINT NOT NULL,
    against BIGINT NOT NULL, blank BIGINT NOT NULL, spoilt BIGINT NOT NULL,
    CONSTRAINT council_count_pk PRIMARY KEY (federation_id, id)) WITHOUT ROWID;
CREATE INDEX council_count_session ON council_count (federation_id, session_id, id);

-- How a ballot ended: counted, or thrown away unread.
CREATE TABLE council_result (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, ballot_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, how TEXT NOT NULL, votes_for BIGINT NOT NULL,
    against BIGINT NOT NULL, blank BIGINT NOT NULL, spoilt BIGINT NOT NULL, passed BIGINT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT council_result_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT council_result_once UNIQUE (federation_id, ballot_id)) WITHOUT ROWID;
CREATE INDEX council_result_session ON council_result (federation_id, session_id, id);

CREATE TABLE council_outcome (
    federation_id BIGINT NOT NULL, id BIGINT NOT NULL, batch BIGINT NOT NULL, matter_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
    CONSTRAINT council_outcome_pk PRIMARY KEY (federation_id, id),
    CONSTRAINT council_outcome_once UNIQUE (federation_id, matter_id)) WITHOUT ROWID;
CREATE INDEX council_outcome_session ON council_outcome (federation_id, session_id, id);

-- Who may vote on an own telephone: the account of a member is found by the person it is tied to.
CREATE INDEX account_fact_person ON account_fact (federation_id, person_id);
