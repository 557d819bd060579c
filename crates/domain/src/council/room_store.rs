//! The SQL of what happens in a session: attendance, agenda, recusals, ballots and their ends, read as one
//! room.

use std::collections::HashMap;

use db::{Row, Tx, Value, values};
use kernel::Id;

use super::ballot_model::{Ballot, Choice, Count, Ended, OwnBallot, Tally, Voter, Way};
use super::model::{Council, Matter, Outcome, Presence, Recusal, Room};
use super::store::{self, SessionTold, share};
use super::terms::{Base, Terms};
use crate::Result;
use crate::books::Batch;
use crate::books::schema;

/// Reads the whole room of a session.
pub(super) fn room(
    tx: &mut Tx<'_>,
    federation: Id,
    (id, session): (Id, SessionTold),
    council: Council,
) -> Result<Room> {
    let members =
        council.members.iter().filter(|member| member.sits_on(session.on)).cloned().collect();
    let mut room = Room {
        id,
        council,
        on: session.on,
        place: session.place,
        title: session.title,
        quorum: session.quorum,
        stage: session.stage,
        members,
        presence: presence(tx, federation, id)?,
        matters: matters(tx, federation, id)?,
    };
    let people = room.members.iter().map(|member| member.person);
    let people = people.chain(room.matters.iter().map(|matter| matter.person));
    let people: Vec<Id> = people.flatten().collect();
    let kept = store::kept(tx, federation, &people)?;
    let mut recusals = recusals(tx, federation, id)?;
    let mut ballots = ballots(tx, federation, id)?;
    let mut outcomes = outcomes(tx, federation, id)?;
    for matter in &mut room.matters {
        let own = room.members.iter().filter(|member| is_about(matter, member.person, &kept));
        let own = own.map(|member| Recusal {
            member: member.id,
            reason: "là người được xét".to_owned(),
            is_own: true,
        });
        matter.recusals = own.collect();
        for recusal in recusals.remove(&matter.id).unwrap_or_default() {
            if !matter.is_recused(recusal.member) {
                matter.recusals.push(recusal);
            }
        }
        matter.ballots = ballots.remove(&matter.id).unwrap_or_default();
        matter.outcome = outcomes.remove(&matter.id);
    }
    Ok(room)
}

/// Whether a matter is about somebody of the books; records that were merged are one person.
fn is_about(matter: &Matter, person: Option<Id>, kept: &HashMap<Id, Id>) -> bool {
    let stands = |person: Option<Id>| person.map(|id| kept.get(&id).copied().unwrap_or(id));
    person.is_some() && stands(matter.person) == stands(person)
}

fn rows<T>(
    tx: &mut Tx<'_>,
    (federation, session): (Id, Id),
    (table, columns): (&str, &str),
    read: impl FnMut(&Row<'_>) -> Result<T, db::DbError>,
) -> Result<Vec<T>> {
    let sql = format!(
        "SELECT {columns} FROM {table} WHERE federation_id = $1 AND session_id = $2 ORDER BY id"
    );
    Ok(tx.query(&sql, &values![federation, session], read)?)
}

fn presence(tx: &mut Tx<'_>, federation: Id, session: Id) -> Result<Vec<(Id, Presence, String)>> {
    let columns = ("council_attendance", "member_id, presence, note");
    let told = rows(tx, (federation, session), columns, |row| {
        let presence = Presence::from_code(row.text(1)?).unwrap_or(Presence::Absent);
        Ok((row.id(0)?, presence, row.text(2)?.to_owned()))
    })?;
    let mut latest: Vec<(Id, Presence, String)> = Vec::new();
    for one in told {
        match latest.iter_mut().find(|(member, ..)| *member == one.0) {
            Some(known) => *known = one,
            None => latest.push(one),
        }
    }
    Ok(latest)
}

fn matters(tx: &mut Tx<'_>, federation: Id, session: Id) -> Result<Vec<Matter>> {
    let columns = "matter_id, award, title, subject, person_id, subject_unit_id, nomination_id, pass, beyond, base,
        secret, written, recused_out, quorum, source, rule, withdrawn";
    let told = rows(tx, (federation, session), ("council_matter", columns), |row| {
        let text = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
        let terms = Terms {
            pass: share(row.text(7)?),
            beyond: row.int(8)? != 0,
            base: Base::from_code(row.text(9)?).unwrap_or(Base::All),
            secret: row.int(10)? != 0,
            written: row.int(11)? != 0,
            recused_out: row.int(12)? != 0,
            quorum: share(row.text(13)?),
            source: text(14)?,
            rule: row.opt_text(15)?.map(str::to_owned),
        };
        let matter = Matter {
            id: row.id(0)?,
            place: 0,
            award: row.opt_text(1)?.map(str::to_owned),
            title: text(2)?,
            subject: text(3)?,
            person: row.opt_id(4)?,
            unit: row.opt_id(5)?,
            nomination: row.opt_id(6)?,
            terms,
            recusals: Vec::new(),
            ballots: Vec::new(),
            outcome: None,
        };
        Ok((matter, row.int(16)? != 0))
    })?;
    let mut latest: Vec<(Matter, bool)> = Vec::new();
    for one in told {
        match latest.iter_mut().find(|(matter, _)| matter.id == one.0.id) {
            Some(known) => *known = one,
            None => latest.push(one),
        }
    }
    let mut matters: Vec<Matter> =
        latest.into_iter().filter(|(_, withdrawn)| !withdrawn).map(|(matter, _)| matter).collect();
    for (place, matter) in matters.iter_mut().enumerate() {
        matter.place = place + 1;
    }
    Ok(matters)
}

fn recusals(tx: &mut Tx<'_>, federation: Id, session: Id) -> Result<HashMap<Id, Vec<Recusal>>> {
    let columns = ("council_recusal", "matter_id, member_id, reason, withdrawn");
    let told = rows(tx, (federation, session), columns, |row| {
        let recusal =
            Recusal { member: row.id(1)?, reason: row.text(2)?.to_owned(), is_own: false };
        Ok((row.id(0)?, recusal, row.int(3)? != 0))
    })?;
    let mut latest: HashMap<Id, Vec<Recusal>> = HashMap::new();
    for (matter, recusal, withdrawn) in told {
        let known = latest.entry(matter).or_default();
        known.retain(|each| each.member != recusal.member);
        if !withdrawn {
            known.push(recusal);
        }
    }
    Ok(latest)
}

fn ballots(tx: &mut Tx<'_>, federation: Id, session: Id) -> Result<HashMap<Id, Vec<Ballot>>> {
    let place = (federation, session);
    let columns = ("council_ballot", "id, matter_id, way, secret, base, needed");
    let mut told = rows(tx, place, columns, |row| {
        let ballot = Ballot {
            id: row.id(0)?,
            way: Way::from_code(row.text(2)?).unwrap_or(Way::Paper),
            secret: row.int(3)? != 0,
            base: row.int(4)?,
            needed: row.int(5)?,
            voters: Vec::new(),
            counts: Vec::new(),
            counters: 0,
            ended: None,
            has_urn: false,
        };
        Ok((row.id(1)?, ballot))
    })?;
    let mut by_id: HashMap<Id, usize> = HashMap::new();
    for (index, (_, ballot)) in told.iter().enumerate() {
        by_id.insert(ballot.id, index);
    }
    let mut at = |ballot: Id, work: &mut dyn FnMut(&mut Ballot)| {
        if let Some((_, ballot)) = by_id.get(&ballot).and_then(|index| told.get_mut(*index)) {
            work(ballot);
        }
    };
    for (ballot, voter) in voters(tx, place)? {
        at(ballot, &mut |known| known.voters.push(voter.clone()));
    }
    let voted = rows(tx, place, ("council_voted", "ballot_id, member_id"), |row| {
        Ok((row.id(0)?, row.id(1)?))
    })?;
    for (ballot, member) in voted {
        at(ballot, &mut |known| {
            known
                .voters
                .iter_mut()
                .filter(|each| each.member == member)
                .for_each(|each| each.has_voted = true);
        });
    }
    for (ballot, member, choice) in open_votes(tx, place)? {
        at(ballot, &mut |known| {
            known
                .voters
                .iter_mut()
                .filter(|each| each.member == member)
                .for_each(|each| each.choice = choice);
        });
    }
    for (ballot, count) in counts(tx, place)? {
        at(ballot, &mut |known| {
            known.counts.retain(|each| each.counter != count.counter);
            known.counts.push(count.clone());
            known.counters = known.counts.len();
        });
    }
    for (ballot, ended) in results(tx, place)? {
        at(ballot, &mut |known| known.ended = Some(ended.clone()));
    }
    let mut of_matters: HashMap<Id, Vec<Ballot>> = HashMap::new();
    for (matter, ballot) in told {
        of_matters.entry(matter).or_default().push(ballot);
    }
    Ok(of_matters)
}

fn voters(tx: &mut Tx<'_>, place: (Id, Id)) -> Result<Vec<(Id, Voter)>> {
    rows(tx, place, ("council_voter", "ballot_id, member_id, in_writing"), |row| {
        let in_writing = row.int(2)? != 0;
        Ok((row.id(0)?, Voter { member: row.id(1)?, in_writing, has_voted: false, choice: None }))
    })
}

fn open_votes(tx: &mut Tx<'_>, place: (Id, Id)) -> Result<Vec<(Id, Id, Option<Choice>)>> {
    rows(tx, place, ("council_vote", "ballot_id, member_id, choice"), |row| {
        Ok((row.id(0)?, row.id(1)?, Choice::from_code(row.text(2)?)))
    })
}

fn tally(row: &Row<'_>, first: usize) -> Result<Tally, db::DbError> {
    Ok(Tally {
        votes_for: row.int(first)?,
        against: row.int(first + 1)?,
        blank: row.int(first + 2)?,
        spoilt: row.int(first + 3)?,
    })
}

fn counts(tx: &mut Tx<'_>, place: (Id, Id)) -> Result<Vec<(Id, Count)>> {
    let columns = ("council_count", "ballot_id, counter, votes_for, against, blank, spoilt");
    rows(tx, place, columns, |row| {
        Ok((row.id(0)?, Count { counter: row.text(1)?.to_owned(), tally: tally(row, 2)? }))
    })
}

fn results(tx: &mut Tx<'_>, place: (Id, Id)) -> Result<Vec<(Id, Ended)>> {
    let columns = "ballot_id, how, votes_for, against, blank, spoilt, passed, reason";
    rows(tx, place, ("council_result", columns), |row| {
        let ended = if row.text(1)? == "void" {
            Ended::Void(row.text(7)?.to_owned())
        } else {
            Ended::Counted { tally: tally(row, 2)?, passed: row.int(6)? != 0 }
        };
        Ok((row.id(0)?, ended))
    })
}

fn outcomes(
    tx: &mut Tx<'_>,
    federation: Id,
    session: Id,
) -> Result<HashMap<Id, (Outcome, String)>> {
    let columns = ("council_outcome", "matter_id, outcome, reason");
    let told = rows(tx, (federation, session), columns, |row| {
        let outcome = Outcome::from_code(row.text(1)?).unwrap_or(Outcome::Postponed);
        Ok((row.id(0)?, (outcome, row.text(2)?.to_owned())))
    })?;
    Ok(told.into_iter().collect())
}

/// The session a ballot belongs to.
pub(super) fn session_of(tx: &mut Tx<'_>, federation: Id, ballot: Id) -> Result<Option<Id>> {
    let sql = "SELECT session_id FROM council_ballot WHERE federation_id = $1 AND id = $2";
    Ok(tx.find(sql, &values![federation, ballot], |row| row.id(0))?)
}

/// The ballots on machines that were opened since a moment and are still open, with the person of each who
/// may vote in them and whether they did, in the order of their opening.
pub(super) fn open_since(
    tx: &mut Tx<'_>,
    federation: Id,
    since: Id,
) -> Result<Vec<(Id, OwnBallot)>> {
    let sql = "SELECT w.person_id, b.id, c.name, s.title, s.on_day, m.award, m.title, m.subject, b.secret,
            (SELECT COUNT(*) FROM council_voted d WHERE d.federation_id = v.federation_id
                AND d.ballot_id = v.ballot_id AND d.member_id = v.member_id)
         FROM council_ballot b
         JOIN council_voter v ON v.federation_id = b.federation_id AND v.ballot_id = b.id AND v.in_writing = 0
         JOIN council_member w ON w.federation_id = v.federation_id AND w.member_id = v.member_id
            AND w.person_id IS NOT NULL AND w.id = (SELECT MAX(l.id) FROM council_member l
                WHERE l.federation_id = w.federation_id AND l.member_id = w.member_id)
         JOIN council_session s ON s.federation_id = b.federation_id AND s.session_id = b.session_id
            AND s.id = (SELECT MAX(l.id) FROM council_session l
                WHERE l.federation_id = s.federation_id AND l.session_id = s.session_id)
         JOIN council c ON c.federation_id = s.federation_id AND c.council_id = s.council_id
            AND c.id = (SELECT MAX(l.id) FROM council l
                WHERE l.federation_id = c.federation_id AND l.council_id = c.council_id)
         JOIN council_matter m ON m.federation_id = b.federation_id AND m.session_id = b.session_id
            AND m.matter_id = b.matter_id AND m.id = (SELECT MAX(l.id) FROM council_matter l
                WHERE l.federation_id = m.federation_id AND l.session_id = m.session_id AND l.matter_id = m.matter_id)
         WHERE b.federation_id = $1 AND b.id >= $2 AND b.way = 'electronic'
            AND NOT EXISTS (SELECT 1 FROM council_result r
                WHERE r.federation_id = b.federation_id AND r.ballot_id = b.id)
         ORDER BY b.id";
    Ok(tx.query(sql, &values![federation, since], |row| {
        let ballot = OwnBallot {
            id: row.id(1)?,
            session: (row.text(2)?.to_owned(), row.text(3)?.to_owned(), row.day(4)?),
            award: row.opt_text(5)?.map(str::to_owned),
            title: row.text(6)?.to_owned(),
            subject: row.text(7)?.to_owned(),
            secret: row.int(8)? != 0,
            has_voted: row.int(9)? != 0,
            is_lost: false,
        };
        Ok((row.id(0)?, ballot))
    })?)
}

/// Appends how a ballot ended.
pub(super) fn append_result(
    batch: &mut Batch<'_, '_>,
    (ballot, session, unit): (Id, Id, Id),
    ended: &Ended,
) -> Result<Id> {
    let (how, tally, passed, reason) = match ended {
        Ended::Counted { tally, passed } => ("counted", *tally, *passed, ""),
        Ended::Void(reason) => ("void", Tally::default(), false, &**reason),
    };
    let row = values![
        ballot,
        session,
        unit,
        how,
        tally.votes_for,
        tally.against,
        tally.blank,
        tally.spoilt,
        passed,
        reason.to_owned()
    ];
    batch.append(&schema::COUNCIL_RESULT, row.to_vec())
}

/// The columns of a matter's terms.
pub(super) fn terms_row(terms: &Terms) -> [Value<'static>; 9] {
    let kept = |share: super::terms::Share| format!("{}/{}", share.part, share.whole);
    values![
        kept(terms.pass),
        terms.beyond,
        terms.base.code(),
        terms.secret,
        terms.written,
        terms.recused_out,
        kept(terms.quorum),
        terms.source.clone(),
        terms.rule.clone()
    ]
}
