//! Copies made, tried, counted and taken: by who keeps the whole of the books, on both engines.

use std::path::PathBuf;

use kernel::actor::Hold;
use kernel::{Actor, Id, Power, UnitKind};

use super::*;
use crate::figures::tests::{World, day, on_books, tell_paper_case};
use crate::jobs::{self, Job, State, step};
use crate::people::Sex;
use crate::units::Entry;
use crate::{App, Result};

fn code<T>(result: Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

/// The paper case, with a folder for copies.
fn with_folder(test: impl Fn(&World<'_>, &PathBuf)) {
    on_books(|world| {
        let folder = world.test.folder.path().join("backups");
        let app = App::open(
            world.test.again(),
            world.clock.clone(),
            crate::people::Keys::from_secret(&[7; 32]),
        );
        let app = app.unwrap().with_folder(folder.clone());
        let world =
            World { app, clock: world.clock.clone(), actor: world.actor.clone(), test: world.test };
        tell_paper_case(&world);
        test(&world, &folder);
    });
}

fn done(world: &World<'_>, asked: Result<Id>) -> Job {
    let id = asked.unwrap();
    assert!(step(&world.app).unwrap());
    jobs::find(&world.app, &world.actor, id).unwrap()
}

fn back_up(world: &World<'_>) -> String {
    let job = done(world, ask_backup(&world.app, &world.actor));
    assert_eq!(job.state, State::Done, "{:?}", job.answer);
    health(&world.app, &world.actor).unwrap().backups[0].name.clone()
}

fn keeper(unit: Id) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: vec![Power::Administer] };
    Actor::with_posts("Giữ máy", Id(1), vec![hold])
}

#[test]
fn a_copy_is_made_read_back_and_restores_to_the_same_books() {
    with_folder(|world, folder| {
        let name = back_up(world);
        let health = health(&world.app, &world.actor).unwrap();
        let report = health.backups[0].report().unwrap();
        assert!(health.backup.unwrap().is_good && report.rows > 100);
        assert_eq!(health.jobs.of(State::Done), 1);
        assert!(health.schema.0.starts_with("00") && health.schema.1 > 2 && health.bytes > 0);
        let job = done(world, ask_drill(&world.app, &world.actor, &name));
        assert_eq!(job.state, State::Done, "{:?}", job.answer);
        let drill = super::health(&world.app, &world.actor).unwrap().drill.unwrap();
        let told: Drill = drill.told().unwrap();
        assert!(drill.is_good, "{told:?}");
        assert!(told.figures > 20 && told.tables > 15, "{told:?}");
        assert_eq!((told.batches, told.rows), (report.batches, report.rows));
        let left: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().collect();
        assert_eq!(left.len(), 1, "the throw-away books are thrown away: {left:?}");
    });
}

#[test]
fn a_copy_of_yesterday_is_held_against_the_books_as_they_were_known_then() {
    with_folder(|world, _| {
        let name = back_up(world);
        world.clock.move_to(day("2022-03-02"));
        let top = world.unit("moi", UnitKind::Province, None, "2020-01-01", Entry::BroughtForward);
        let union = world.unit(
            "cdcs-moi",
            UnitKind::Grassroots,
            Some(top),
            "2020-01-01",
            Entry::BroughtForward,
        );
        world.admit(union, "2020-12-31", 3);
        done(world, ask_drill(&world.app, &world.actor, &name));
        let drill = health(&world.app, &world.actor).unwrap().drill.unwrap();
        let told: Drill = drill.told().unwrap();
        assert!(drill.is_good, "{told:?}");
        assert!(told.batches < told.batches_now);
    });
}

#[test]
fn a_copy_that_says_something_else_is_told_as_bad() {
    with_folder(|world, folder| {
        let name = back_up(world);
        let copy = db::Db::open_file(&folder.join(&name)).unwrap();
        copy.run_script(
            "UPDATE person SET name = 'Người khác' WHERE id = (SELECT MIN(id) FROM person);
             DELETE FROM member_event WHERE id = (SELECT MAX(id) FROM member_event);
             PRAGMA wal_checkpoint(TRUNCATE);",
        )
        .unwrap();
        drop(copy);
        done(world, ask_drill(&world.app, &world.actor, &name));
        let drill = health(&world.app, &world.actor).unwrap().drill.unwrap();
        let told: Drill = drill.told().unwrap();
        assert!(!drill.is_good);
        assert!(told.differences.iter().any(|each| each.what.contains("member_event")), "{told:?}");
        assert!(told.findings.iter().any(|each| each.table == "person"), "{told:?}");
    });
}

#[test]
fn a_copy_of_other_books_is_told_as_bad() {
    with_folder(|world, folder| {
        let name = back_up(world);
        let copy = db::Db::open_file(&folder.join(&name)).unwrap();
        copy.run_script("UPDATE chain_head SET hash = 'ffff'; PRAGMA wal_checkpoint(TRUNCATE);")
            .unwrap();
        drop(copy);
        done(world, ask_drill(&world.app, &world.actor, &name));
        let drill = health(&world.app, &world.actor).unwrap().drill.unwrap();
        assert!(!drill.is_good);
        let told: Drill = drill.told().unwrap();
        assert!(told.differences[0].what.starts_with("dấu của đợt ghi"), "{told:?}");
    });
}

#[test]
fn a_file_that_is_no_copy_is_refused_and_the_trial_told_as_bad() {
    with_folder(|world, folder| {
        back_up(world);
        let name = "sao-luu-2099-01-01-X.db";
        std::fs::write(folder.join(name), "không phải sổ").unwrap();
        let job = done(world, ask_drill(&world.app, &world.actor, name));
        assert_eq!(job.refusal().unwrap()[0], "not_a_backup");
        let health = health(&world.app, &world.actor).unwrap();
        assert!(!health.drill.unwrap().is_good);
        assert_eq!(health.backups[0].name, name);
        assert_eq!(health.backups[0].made, None, "nobody knows who laid it there");
    });
}

#[test]
fn copies_past_the_number_kept_go() {
    with_folder(|world, folder| {
        std::fs::create_dir_all(folder).unwrap();
        for number in 10..10 + KEPT {
            std::fs::write(folder.join(format!("sao-luu-2001-01-{number}-X.db")), "cũ").unwrap();
        }
        std::fs::write(folder.join("sao-luu-2001-01-01-X.part"), "dở dang").unwrap();
        std::fs::write(folder.join("ghi-chu.txt"), "của người khác").unwrap();
        let name = back_up(world);
        let mut left: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        left.sort_unstable();
        assert_eq!(left.len(), KEPT + 1, "{left:?}");
        assert!(left.contains(&name) && left.contains(&"ghi-chu.txt".to_owned()));
        assert!(!left.contains(&"sao-luu-2001-01-10-X.db".to_owned()));
    });
}

#[test]
fn a_copy_whose_program_died_in_the_middle_is_made_anew_and_one_that_has_its_name_stands() {
    with_folder(|world, folder| {
        let id = ask_backup(&world.app, &world.actor).unwrap();
        let job = jobs::claim(&world.app).unwrap().unwrap();
        std::fs::create_dir_all(folder).unwrap();
        let name = rules::file_name(job.made_at, job.id);
        std::fs::write(folder.join(&name).with_extension("part"), "dở dang").unwrap();
        jobs::resume(&world.app).unwrap();
        assert!(step(&world.app).unwrap());
        let after = jobs::find(&world.app, &world.actor, id).unwrap();
        assert_eq!((after.state, after.deaths), (State::Done, 1));
        let bytes = std::fs::read(folder.join(&name)).unwrap();
        // The same job once more, as if the program had died before the end was written down.
        backup_job(&world.app, &world.actor, &job, &jobs::Progress::none()).unwrap();
        assert!(std::fs::read(folder.join(&name)).unwrap() == bytes, "the copy that stands stands");
        assert_eq!(health(&world.app, &world.actor).unwrap().backups.len(), 1);
    });
}

#[test]
fn only_who_keeps_the_whole_of_the_books_copies_tries_examines_and_looks() {
    on_books(|world| {
        let brought =
            |code, kind, above| world.unit(code, kind, above, "2020-01-01", Entry::BroughtForward);
        let top = brought("h", UnitKind::Province, None);
        let [a, _] = ["a", "b"].map(|code| brought(code, UnitKind::Grassroots, Some(top)));
        world.person("Bùi Thị An", Sex::Female);
        let app = App::open(
            world.test.again(),
            world.clock.clone(),
            crate::people::Keys::from_secret(&[7; 32]),
        );
        let folder = world.test.folder.path().join("backups");
        let app = app.unwrap().with_folder(folder.clone());
        let file = world.test.folder.path().join("copy.db");
        let clerk = Actor::with_posts(
            "Người ghi",
            Id(2),
            vec![Hold { post: Id(9), unit: top, below: true, powers: vec![Power::RecordMembers] }],
        );
        for (actor, told) in [(keeper(a), "out_of_reach"), (clerk, "not_allowed")] {
            assert_eq!(code(app.backup(&actor, &file)), told);
            assert_eq!(code(app.restore(&actor, &file)), told);
            assert_eq!(code(ask_backup(&app, &actor)), told);
            assert_eq!(code(ask_drill(&app, &actor, "sao-luu-2021-01-01-X.db")), told);
            assert_eq!(code(ask_examination(&app, &actor)), told);
            assert_eq!(code(examine(&app, &actor, &mut |_| {})), told);
            assert_eq!(code(health(&app, &actor)), told);
            assert_eq!(code(take_backup(&app, &actor, "sao-luu-2021-01-01-X.db", "")), told);
        }
        assert!(!file.exists() && !folder.exists());
        assert_eq!(code(app.backup(&keeper(top), &file)), "done");
        assert_eq!(code(health(&app, &keeper(top))), "done");
        assert_eq!(code(ask_backup(&app, &keeper(top))), "done");
        assert_eq!(code(ask_backup(&app, &world.actor)), "already_under_way");
        assert_eq!(code(ask_drill(&app, &keeper(top), "../copy.db")), "no_such_backup");
        let without = ask_backup(&world.app, &world.actor);
        assert_eq!(code(without), "no_folder");
    });
}

#[test]
fn an_examination_is_kept_with_what_it_found() {
    with_folder(|world, _| {
        let job = done(world, ask_examination(&world.app, &world.actor));
        assert_eq!((job.state, job.answer.as_deref()), (State::Done, Some("0")));
        let clean = health(&world.app, &world.actor).unwrap();
        let told: Examination = clean.examination.as_ref().unwrap().told().unwrap();
        assert!(told.batches > 0 && told.postings > 0, "{told:?}");
        assert_eq!(clean.chain, clean.examination, "the whole chain was proved with it");
        let db = world.test.again();
        db.run_script(
            "UPDATE person SET name = 'Người khác' WHERE id = (SELECT MIN(id) FROM person)",
        )
        .unwrap();
        done(world, ask_examination(&world.app, &world.actor));
        let ill = health(&world.app, &world.actor).unwrap().examination.unwrap();
        let told: Examination = ill.told().unwrap();
        assert!(!ill.is_good);
        assert!(told.findings.iter().any(|each| each.table == "person"), "{told:?}");
    });
}

#[test]
fn proving_the_chain_is_kept_too() {
    with_folder(|world, _| {
        world.clock.move_to(day("2022-01-05"));
        crate::audit::verify(&world.app, &world.actor).unwrap();
        let chain = health(&world.app, &world.actor).unwrap().chain.unwrap();
        assert_eq!((chain.kind, chain.is_good), (UpkeepKind::Chain, true));
    });
}
