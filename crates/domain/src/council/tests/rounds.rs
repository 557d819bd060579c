//! Files of a round: taken onto an agenda once, voted on, answered by the close of the session.

use super::*;
use crate::awards::{self, Level};
use crate::rounds::{
    self, Item, ItemSort, Mark, NewNomination, NewRound, RoundAward, RoundSort, State,
};

/// A round of the district whose files a council of the district votes on, with a file for each of some
/// members of the union that is sent and appraised.
fn with_files(hall: &Hall<'_>, places: &[usize]) -> (Id, Vec<Id>) {
    let (app, actor) = (&hall.world.app, &hall.world.actor);
    let item = Item {
        code: "bao_cao".to_owned(),
        sort: ItemSort::Text,
        title: "Báo cáo thành tích".to_owned(),
        needed: true,
        source: None,
    };
    let round = NewRound {
        unit: hall.district,
        sort: RoundSort::Yearly,
        name: "Khen thưởng năm 2020".to_owned(),
        years: (2020, 2020),
        due_on: day("2021-03-31"),
        document: Some(paper()),
        comment_days: 0,
        comment_level: None,
        note: None,
        awards: vec![RoundAward {
            award: "ctt.giay_khen".to_owned(),
            level: Level::District,
            council: vec![Level::District],
            higher_by: None,
            items: vec![item],
        }],
        quotas: Vec::new(),
        priorities: Vec::new(),
        called: vec![hall.union],
    };
    let round = rounds::open_round(app, actor, &round).unwrap();
    let file = |place: &usize| {
        let new = NewNomination {
            round,
            unit: hall.union,
            award: "ctt.giay_khen".to_owned(),
            subject: awards::Subject::Person,
            of_unit: hall.union,
            person: Some(hall.people[*place]),
            named: None,
            achievement: "Hoàn thành xuất sắc nhiệm vụ năm 2020".to_owned(),
            after: None,
        };
        let id = rounds::nominate(app, actor, &new).unwrap();
        rounds::fill(app, actor, id, &[("bao_cao".to_owned(), "Báo cáo".to_owned())]).unwrap();
        id
    };
    let files: Vec<Id> = places.iter().map(file).collect();
    send_up(hall, &files);
    (round, files)
}

/// Some files sent by the union and appraised by the district.
fn send_up(hall: &Hall<'_>, files: &[Id]) {
    let (app, actor) = (&hall.world.app, &hall.world.actor);
    let up = rounds::Outcome {
        unit: hall.union,
        nominations: files.to_vec(),
        document: Some(DocumentRef::decision(
            "1/TTr",
            Some(day("2021-01-01")),
            "CĐCS u",
            "Đề nghị",
        )),
        on: day("2021-01-01"),
    };
    rounds::send(app, actor, &up, Some("xin xét")).unwrap();
    for file in files {
        let marks = [Mark { item: "bao_cao".to_owned(), reason: None }];
        rounds::accept(app, actor, *file, &marks).unwrap();
    }
}

fn state(hall: &Hall<'_>, file: Id) -> State {
    rounds::nomination(&hall.world.app, &hall.world.actor, file).unwrap().row.state
}

#[test]
fn files_of_a_round_are_taken_once_voted_on_and_answered_by_the_close() {
    in_hall(4, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let (round, files) = with_files(hall, &[2, 4]);
        let waits = waiting(app, actor, hall.session).unwrap();
        assert_eq!((waits.len(), waits[0].round, waits[0].nominations), (1, round, 2));
        let take = |typed: Option<&Terms>| take_from_round(app, actor, hall.session, round, typed);
        assert_eq!(code(take(None)), "terms_missing");
        let terms = typed("2/3", Base::All, true);
        assert_eq!(take(Some(&terms)).unwrap(), 2);
        assert_eq!(code(take(Some(&terms))), "nothing_waits");
        assert_eq!(waiting(app, actor, hall.session).unwrap(), []);
        hall.attend_but(&[]);
        let matters = hall.room().matters;
        let own = matters.iter().find(|matter| matter.person == Some(hall.people[2])).unwrap();
        assert!(own.is_recused(hall.seat(2)) && own.recusals[0].is_own);
        for matter in &matters {
            let ballot = hall.open(matter.id, Way::Electronic).unwrap();
            let is_own = matter.id == own.id;
            let voters = (0..4).filter(|place| !is_own || *place != 2);
            for place in voters {
                let choice = if is_own { Choice::For } else { Choice::Against };
                hall.vote(place, ballot, choice).unwrap();
            }
            hall.close(ballot, false).unwrap();
        }
        let fails = matters.iter().find(|matter| matter.id != own.id).unwrap().id;
        hall.end(&[(fails, "Thành tích chưa nổi bật".to_owned())]).unwrap();
        assert_eq!((state(hall, files[0]), state(hall, files[1])), (State::Passed, State::Failed));
        let told = rounds::nomination(app, actor, files[1]).unwrap();
        let votes: Vec<_> = told.steps.iter().filter_map(|step| step.votes).collect();
        assert_eq!(votes, [(0, 4)]);
        assert!(
            told.steps.iter().any(|step| step.note.as_deref() == Some("Thành tích chưa nổi bật"))
        );
    });
}

#[test]
fn a_file_that_went_elsewhere_is_no_hindrance_to_the_close_and_the_trail_says_so() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let (round, files) = with_files(hall, &[3]);
        let terms = typed("2/3", Base::All, false);
        take_from_round(app, actor, hall.session, round, Some(&terms)).unwrap();
        let lacks =
            Mark { item: "bao_cao".to_owned(), reason: Some("Bổ sung minh chứng".to_owned()) };
        rounds::return_file(app, actor, files[0], &[lacks], None).unwrap();
        hall.attend_but(&[]);
        let ballot = hall.open(hall.room().matters[0].id, Way::Hands).unwrap();
        let votes: Vec<(Id, Choice)> =
            (0..3).map(|place| (hall.seat(place), Choice::For)).collect();
        record_votes(app, actor, ballot, &votes).unwrap();
        hall.close(ballot, false).unwrap();
        hall.end(&[]).unwrap();
        assert_eq!(state(hall, files[0]), State::Returned);
        assert_eq!(hall.room().matters[0].outcome.as_ref().unwrap().0, Outcome::Passed);
    });
}

#[test]
fn a_file_that_was_mended_after_the_vote_is_not_carried_by_it_and_waits_for_another() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let (round, files) = with_files(hall, &[3]);
        let terms = typed("2/3", Base::All, false);
        take_from_round(app, actor, hall.session, round, Some(&terms)).unwrap();
        hall.attend_but(&[]);
        let ballot = hall.open(hall.room().matters[0].id, Way::Hands).unwrap();
        let votes: Vec<(Id, Choice)> =
            (0..3).map(|place| (hall.seat(place), Choice::For)).collect();
        record_votes(app, actor, ballot, &votes).unwrap();
        hall.close(ballot, false).unwrap();
        let lacks = Mark { item: "bao_cao".to_owned(), reason: Some("Sai số liệu".to_owned()) };
        rounds::return_file(app, actor, files[0], &[lacks], None).unwrap();
        let other = [("bao_cao".to_owned(), "Báo cáo khác".to_owned())];
        rounds::fill(app, actor, files[0], &other).unwrap();
        send_up(hall, &files);
        hall.end(&[]).unwrap();
        assert_eq!(state(hall, files[0]), State::Accepted, "nobody voted on this file yet");
        let next = new_session(hall.council, "2021-01-01");
        let next = call_session(app, actor, &next).unwrap();
        assert_eq!(waiting(app, actor, next).unwrap()[0].nominations, 1);
    });
}
