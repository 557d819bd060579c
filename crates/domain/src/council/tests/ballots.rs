//! Ballots: who votes on what, of how many, on paper, by hand, in writing; and every refusal.

use super::*;

#[test]
fn a_quorum_is_two_of_three_just_short_and_just_there() {
    in_hall(6, |hall| {
        let matter = hall.about_union(typed("50%", Base::All, false));
        assert_eq!(code(hall.open(matter, Way::Hands)), "attendance_missing");
        hall.attend_but(&[0, 1, 2]);
        assert_eq!(code(hall.open(matter, Way::Hands)), "no_quorum");
        hall.attend_but(&[1, 2]);
        assert_eq!(code(hall.open(matter, Way::Hands)), "done");
        assert_eq!(code(hall.open(matter, Way::Hands)), "ballot_open");
    });
}

#[test]
fn who_a_matter_is_about_or_is_related_has_no_vote_and_leaves_the_number_only_as_the_terms_say() {
    in_hall(6, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        hall.attend_but(&[5]);
        for (base, recused_out, expected) in [
            (Base::All, false, 6),
            (Base::All, true, 4),
            (Base::Present, false, 5),
            (Base::Present, true, 3),
        ] {
            let terms = Terms { recused_out, ..typed("2/3", base, true) };
            let matter = hall.matter(&about(Subject::Person(hall.people[2]), terms));
            let related = (matter, hall.seat(3));
            assert_eq!(code(recuse(app, actor, hall.session, related, Some(" "))), "council_text");
            recuse(app, actor, hall.session, related, Some("vợ của người được xét")).unwrap();
            let own = (matter, hall.seat(2));
            assert_eq!(code(recuse(app, actor, hall.session, own, None)), "own_matter");
            let ballot = hall.open(matter, Way::Electronic).unwrap();
            let after = recuse(app, actor, hall.session, (matter, hall.seat(4)), Some("em trai"));
            assert_eq!(code(after), "ballot_open");
            for place in [2, 3, 5, 6] {
                assert_eq!(code(hall.vote(place, ballot, Choice::For)), "no_vote_here", "{place}");
            }
            let room = hall.room();
            let open = room.matter(matter).unwrap().open_ballot().unwrap();
            assert_eq!((open.base, open.voters.len()), (expected, 3), "{base:?} {recused_out}");
            void_ballot(app, actor, ballot, "thử mẫu số").unwrap();
        }
    });
}

#[test]
fn a_recusal_that_was_a_mistake_is_taken_back_and_the_member_votes() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, true));
        let seat = (matter, hall.seat(1));
        recuse(app, actor, hall.session, seat, Some("cùng đơn vị")).unwrap();
        assert_eq!(code(hall.open(matter, Way::Electronic)), "too_few_for_secrecy");
        recuse(app, actor, hall.session, seat, None).unwrap();
        let ballot = hall.open(matter, Way::Electronic).unwrap();
        assert_eq!(code(hall.vote(1, ballot, Choice::Blank)), "done");
    });
}

#[test]
fn each_votes_once_in_time_and_only_by_right() {
    in_hall(4, |hall| {
        let app = &hall.world.app;
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, true));
        assert_eq!(code(hall.open(matter, Way::Hands)), "must_be_secret");
        let ballot = hall.open(matter, Way::Electronic).unwrap();
        assert_eq!(own_ballots(app, &hall.actors[0]).unwrap().len(), 1);
        assert_eq!(own_ballots(app, &hall.actors[4]).unwrap(), []);
        assert_eq!(own_ballots(app, &hall.world.actor).unwrap(), []);
        assert_eq!(code(cast(app, &hall.actors[0], &[])), "no_choice");
        let twice = [(ballot, Choice::For), (ballot, Choice::For)];
        assert_eq!(code(cast(app, &hall.actors[0], &twice)), "already_voted");
        assert_eq!(code(hall.vote(0, ballot, Choice::For)), "done");
        assert_eq!(code(hall.vote(0, ballot, Choice::Against)), "already_voted");
        assert!(own_ballots(app, &hall.actors[0]).unwrap()[0].has_voted);
        assert_eq!(code(hall.vote(4, ballot, Choice::For)), "no_vote_here");
        assert_eq!(code(hall.vote(0, Id(5), Choice::For)), "unknown_ballot");
        assert_eq!(code(cast(app, &hall.world.actor, &[(ballot, Choice::For)])), "no_vote_here");
        let manager = at(hall.district, &[Power::ManageCouncil, Power::ReadPeople]);
        assert_eq!(code(cast(app, &manager, &[(ballot, Choice::For)])), "no_vote_here");
        hall.vote(1, ballot, Choice::Against).unwrap();
        assert_eq!(code(hall.close(ballot, true)), "too_few_votes");
        hall.vote(2, ballot, Choice::For).unwrap();
        assert_eq!(code(hall.close(ballot, false)), "votes_missing");
        assert_eq!(code(hall.close(ballot, true)), "done");
        assert_eq!(code(hall.vote(3, ballot, Choice::For)), "ballot_closed", "too late");
        assert_eq!(code(hall.close(ballot, true)), "ballot_closed");
        assert_eq!(code(hall.open(matter, Way::Electronic)), "matter_decided");
        let room = hall.room();
        let (_, tally, passed) = room.matters[0].counted().unwrap();
        assert_eq!((tally.votes_for, tally.against, tally.sum(), passed), (2, 1, 3, false));
    });
}

#[test]
fn papers_are_entered_by_two_people_who_must_agree_and_the_first_is_not_shown_to_the_second() {
    in_hall(5, |hall| {
        let (app, first) = (&hall.world.app, &hall.world.actor);
        let second = at(hall.district, &[Power::ManageCouncil, Power::ReadPeople]);
        hall.attend_but(&[4]);
        let matter = hall.about_union(typed("80%", Base::Present, true));
        let ballot = hall.open(matter, Way::Paper).unwrap();
        assert_eq!(code(hall.vote(0, ballot, Choice::For)), "not_electronic");
        let tally = |votes_for, against| Tally { votes_for, against, ..Tally::default() };
        assert_eq!(code(hall.close(ballot, false)), "counts_missing");
        assert_eq!(code(enter_count(app, first, ballot, tally(5, 0))), "more_ballots_than_voters");
        assert_eq!(code(enter_count(app, first, ballot, tally(5, -1))), "more_ballots_than_voters");
        enter_count(app, first, ballot, tally(4, 0)).unwrap();
        enter_count(app, first, ballot, tally(3, 1)).unwrap();
        assert_eq!(code(hall.close(ballot, false)), "counts_missing", "one person twice is one");
        let seen = |actor: &Actor| {
            let room = room(app, actor, hall.session).unwrap();
            let open = room.matters[0].open_ballot().unwrap();
            (open.counters, open.counts.len())
        };
        assert_eq!((seen(&second), seen(first)), ((1, 0), (1, 1)));
        enter_count(app, &second, ballot, tally(4, 0)).unwrap();
        assert_eq!(seen(&second), (2, 2), "both are shown when they are to be compared");
        assert_eq!(code(hall.close(ballot, false)), "counts_disagree");
        enter_count(app, first, ballot, tally(4, 0)).unwrap();
        hall.close(ballot, false).unwrap();
        assert_eq!(code(enter_count(app, first, ballot, tally(1, 1))), "ballot_closed");
        let room = hall.room();
        let (counted, tally, passed) = room.matters[0].counted().unwrap();
        assert_eq!((counted.base, counted.needed, tally.votes_for, passed), (4, 4, 4, true));
    });
}

#[test]
fn a_letter_of_an_absent_member_counts_where_it_is_allowed_and_among_papers_alone_when_secret() {
    in_hall(5, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        hall.attend_but(&[4]);
        let absent = vec![hall.seat(4)];
        let forbidden = hall.about_union(typed("2/3", Base::Present, true));
        let opened = hall.open_with(forbidden, Way::Paper, absent.clone());
        assert_eq!(code(opened), "written_not_allowed");
        let terms = Terms { written: true, ..typed("80%", Base::Present, true) };
        let secret = hall.about_union(terms.clone());
        let there = hall.open_with(secret, Way::Paper, vec![hall.seat(0)]);
        assert_eq!(code(there), "not_absent");
        let opened = hall.open_with(secret, Way::Electronic, absent.clone());
        assert_eq!(code(opened), "written_needs_paper");
        hall.open_with(secret, Way::Paper, absent.clone()).unwrap();
        let room = hall.room();
        let paper = room.matter(secret).unwrap().open_ballot().unwrap();
        assert_eq!((paper.base, paper.voters.len()), (5, 5), "the letter counts above and below");
        let open = hall.about_union(Terms { secret: false, ..terms });
        let ballot = hall.open_with(open, Way::Electronic, absent).unwrap();
        assert_eq!(code(hall.vote(4, ballot, Choice::For)), "votes_in_writing");
        let letter = [(hall.seat(4), Choice::Against)];
        record_votes(app, actor, ballot, &letter).unwrap();
        assert_eq!(code(record_votes(app, actor, ballot, &letter)), "already_voted");
        let other = [(hall.seat(0), Choice::Against)];
        assert_eq!(code(record_votes(app, actor, ballot, &other)), "not_by_name");
        (0..4).for_each(|place| hall.vote(place, ballot, Choice::For).unwrap());
        hall.close(ballot, false).unwrap();
        let room = hall.room();
        let (counted, tally, passed) = room.matter(open).unwrap().counted().unwrap();
        assert_eq!((counted.base, tally.votes_for, tally.against, passed), (5, 4, 1, true));
    });
}

#[test]
fn a_member_without_an_account_votes_on_paper() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let named = NewMember {
            role: Role::Member,
            person: None,
            named: "Ông Trần Văn Mời".to_owned(),
            title: String::new(),
            from: Some(day("2021-01-01")),
        };
        let seat = seat(app, actor, hall.council, &named, &paper()).unwrap();
        hall.attend_but(&[]);
        attend(app, actor, hall.session, &[(seat, Presence::Present, String::new())]).unwrap();
        let matter = hall.about_union(typed("2/3", Base::All, true));
        let refused = hall.open(matter, Way::Electronic).unwrap_err();
        let refused = refused.refusal().unwrap().clone();
        assert_eq!(refused.code, "voter_without_account");
        assert!(refused.message.contains("Ông Trần Văn Mời"));
        assert_eq!(code(hall.open(matter, Way::Paper)), "done");
    });
}

#[test]
fn a_ballot_whose_program_stopped_is_lost_thrown_away_unread_and_held_again() {
    in_hall(4, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, true));
        let ballot = hall.open(matter, Way::Electronic).unwrap();
        hall.vote(0, ballot, Choice::For).unwrap();
        app.urns.hold().throw_away(ballot);
        assert!(hall.room().matters[0].open_ballot().unwrap().is_lost());
        assert!(own_ballots(app, &hall.actors[1]).unwrap()[0].is_lost);
        assert_eq!(code(hall.vote(1, ballot, Choice::For)), "ballot_lost");
        assert_eq!(code(hall.close(ballot, true)), "ballot_lost");
        assert_eq!(code(void_ballot(app, actor, ballot, "")), "council_text");
        void_ballot(app, actor, ballot, "máy chủ khởi động lại").unwrap();
        assert_eq!(code(void_ballot(app, actor, ballot, "lần nữa")), "ballot_closed");
        let again = hall.open(matter, Way::Electronic).unwrap();
        (0..4).for_each(|place| hall.vote(place, again, Choice::For).unwrap());
        hall.close(again, false).unwrap();
        assert!(hall.room().matters[0].counted().unwrap().2);
    });
}

#[test]
fn an_urn_that_lacks_a_vote_the_books_know_of_is_not_counted() {
    in_hall(4, |hall| {
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, true));
        let ballot = hall.open(matter, Way::Electronic).unwrap();
        (0..4).for_each(|place| hall.vote(place, ballot, Choice::For).unwrap());
        hall.world.app.urns.hold().set_up(ballot);
        assert_eq!(code(hall.close(ballot, true)), "urn_does_not_agree");
    });
}

#[test]
fn who_sat_in_a_session_that_voted_stays_and_its_minutes_are_the_same_ever_after() {
    in_hall(4, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, false));
        let ballot = hall.open(matter, Way::Hands).unwrap();
        let leaves = hall.seat(3);
        let come = |from: &str| {
            let new = member(Role::Member, hall.people[4]);
            let new = NewMember { from: Some(day(from)), ..new };
            code(seat(app, actor, hall.council, &new, &paper()))
        };
        let leave = |on: &str| code(unseat(app, actor, (hall.council, leaves), day(on), &paper()));
        let held = "session_was_held";
        assert_eq!((come("2021-01-01"), leave("2020-12-31")), (held, held), "while it votes");
        let votes: Vec<(Id, Choice)> =
            (0..4).map(|place| (hall.seat(place), Choice::For)).collect();
        record_votes(app, actor, ballot, &votes).unwrap();
        hall.close(ballot, false).unwrap();
        hall.end(&[]).unwrap();
        let told = minutes_of(app, actor, hall.session).unwrap();
        assert_eq!((come("2020-12-31"), leave("2020-12-31")), (held, held));
        assert_eq!((come("2021-01-02"), leave("2021-01-01")), ("done", "done"));
        assert_eq!(minutes_of(app, actor, hall.session).unwrap(), told);
    });
}

#[test]
fn a_session_with_an_agenda_keeps_its_day_and_quorum_by_which_the_matters_are_voted_on() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let called = new_session(hall.council, "2021-01-01");
        let matter = hall.about_union(typed("2/3", Base::All, true));
        let change = |new: &NewSession| code(change_session(app, actor, hall.session, new));
        let all = Share { part: 1, whole: 1 };
        let stricter = NewSession { quorum: all, ..called.clone() };
        let later = NewSession { on: day("2021-02-01"), ..called.clone() };
        assert_eq!(
            (change(&stricter), change(&later)),
            ("session_has_agenda", "session_has_agenda")
        );
        let elsewhere = NewSession { place: "Hội trường".to_owned(), ..called };
        assert_eq!(change(&elsewhere), "done");
        withdraw_matter(app, actor, hall.session, matter).unwrap();
        assert_eq!(change(&stricter), "done");
        hall.about_union(typed("2/3", Base::All, true));
        assert_eq!(hall.room().matters[0].terms.quorum, all);
    });
}
