//! An import prepared on a page: looked at, decided about, done once by a worker, given back where it did not fit.

use intake::Kind;
use kernel::actor::Hold;
use kernel::{Actor, Id, Power, UnitKind};

use super::{dump, sample, whole, with_district};
use crate::figures::tests::World;
use crate::imports::{
    Class, Forced, Place, Request, change, commit, history, look, outcome, prepare, refused_file,
    undo,
};
use crate::jobs::{self, State};
use crate::units::Entry;

const FILE: &str = "doan-vien-phan-mem-nhan-su.csv";

fn prepare_as(world: &World<'_>, actor: &Actor, file: &str, unit: &str) -> crate::Result<Id> {
    let bytes = sample(file);
    let request = Request {
        kind: Kind::Members,
        file_name: file,
        bytes: &bytes,
        unit: Some(unit),
        as_of: None,
    };
    prepare(&world.app, actor, &request)
}

fn draft(world: &World<'_>, file: &str) -> Id {
    world.unit("cdcs", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
    prepare_as(world, &world.actor, file, "cdcs").unwrap()
}

fn counts(world: &World<'_>, id: Id) -> [usize; 3] {
    look(&world.app, &world.actor, id, None, (0, 5)).unwrap().counts
}

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

#[test]
fn a_file_is_looked_at_decided_about_taken_in_once_and_taken_back_whole() {
    with_district(|world| {
        let id = draft(world, FILE);
        let empty = dump(world);
        let before = counts(world, id);
        assert_eq!(before.iter().sum::<usize>(), 45, "{before:?}");
        assert!(before[1] > 0 && before[2] > 0, "{before:?}");
        let waits = look(&world.app, &world.actor, id, Some(Class::Waits), (0, 100)).unwrap();
        assert_eq!((waits.rows.len(), waits.shown), (before[1], before[1]));
        assert!(waits.rows.iter().all(|row| !row.reasons.is_empty() && !row.about.is_empty()));
        let first = (waits.rows[0].sheet.clone(), waits.rows[0].row);
        change(&world.app, &world.actor, id, |choices| choices.taken.push(first)).unwrap();
        assert_eq!(counts(world, id), [before[0] + 1, before[1] - 1, before[2]]);
        let second = (waits.rows[1].sheet.clone(), waits.rows[1].row);
        change(&world.app, &world.actor, id, |choices| choices.left.push(second)).unwrap();
        let wanted = counts(world, id);
        assert_eq!(wanted, [before[0] + 1, before[1] - 2, before[2] + 1]);
        assert_eq!(dump(world), empty, "nothing is written by looking");
        commit(&world.app, &world.actor, id).unwrap();
        commit(&world.app, &world.actor, id).unwrap();
        assert!(jobs::step(&world.app).unwrap() && !jobs::step(&world.app).unwrap());
        let (done, refused) = outcome(&world.app, &world.actor, id).unwrap();
        assert_eq!((done.accepted, done.refused), (wanted[0], wanted[1] + wanted[2]));
        let codes: Vec<&str> = refused.iter().map(|row| &*row.code).collect();
        assert!(codes.contains(&"left_out") && codes.contains(&"not_decided"), "{codes:?}");
        let (rows, more) = history(&world.app, &world.actor, "cdcs", (0, 10)).unwrap();
        assert_eq!((rows.len(), more, rows[0].is_undone), (1, false, false));
        assert_eq!([rows[0].accepted, rows[0].refused], [wanted[0] as i64, refused.len() as i64]);
        whole(world);
        undo(&world.app, &world.actor, Id::parse(&done.import).unwrap()).unwrap();
        assert_eq!(dump(world), empty);
        assert!(history(&world.app, &world.actor, "cdcs", (0, 10)).unwrap().0[0].is_undone);
    });
}

#[test]
fn an_import_whose_program_died_after_the_commit_is_not_taken_in_twice() {
    with_district(|world| {
        let id = draft(world, FILE);
        commit(&world.app, &world.actor, id).unwrap();
        let job = jobs::claim(&world.app).unwrap().unwrap();
        let progress = jobs::Progress::none();
        super::super::run_job(&world.app, &world.actor, &job, &progress).unwrap();
        let written = dump(world);
        assert_eq!(jobs::resume(&world.app).unwrap(), 1);
        assert!(jobs::step(&world.app).unwrap());
        assert_eq!(dump(world), written);
        let (done, refused) = outcome(&world.app, &world.actor, id).unwrap();
        assert!(done.accepted > 0 && done.refused == refused.len());
    });
}

#[test]
fn a_column_told_otherwise_and_a_column_taken_as_it_stands_are_read_so() {
    with_district(|world| {
        let id = draft(world, "doan-vien-vntime-co-khi-truong-son-ha.xlsx");
        let seen = || look(&world.app, &world.actor, id, None, (0, 3)).unwrap();
        let sheet = seen().sheets.remove(0);
        let old = sheet.repairs[0].clone();
        let place = |column: &str| Place { sheet: sheet.sheet.clone(), column: column.to_owned() };
        let off = place(&old.column);
        change(&world.app, &world.actor, id, |choices| choices.as_written.push(off)).unwrap();
        assert!(seen().sheets[0].repairs.iter().any(|each| each.is_off));
        let job = sheet.columns.iter().find(|column| column.field == Some("job")).cloned();
        let job = job.unwrap_or_else(|| sheet.columns.last().unwrap().clone());
        let forced = Forced { place: place(&job.column), field: Some("note".to_owned()) };
        change(&world.app, &world.actor, id, |choices| choices.forced.push(forced)).unwrap();
        let columns = &seen().sheets[0].columns;
        let told = columns.iter().find(|column| column.column == job.column).unwrap();
        assert_eq!((told.field, told.is_forced), (Some("note"), true));
        assert_eq!(columns.iter().filter(|column| column.field == Some("note")).count(), 1);
    });
}

#[test]
fn rows_that_did_not_go_in_come_back_as_the_workbook_with_reasons() {
    with_district(|world| {
        let id = draft(world, FILE);
        let refused = counts(world, id);
        let (name, bytes) = refused_file(&world.app, &world.actor, id).unwrap();
        assert_eq!(name, "doan-vien-phan-mem-nhan-su - dòng chưa ghi.xlsx");
        let book = sheets::read_bytes(&name, &bytes, &sheets::Limits::default()).unwrap();
        let rows = book.sheets[0].rows.len();
        assert!(rows > refused[1] + refused[2], "{rows}");
    });
}

#[test]
fn nobody_takes_in_a_list_of_a_unit_out_of_reach_nor_a_file_that_cannot_be_read() {
    with_district(|world| {
        let other =
            world.unit("khac", UnitKind::District, None, "2000-01-01", Entry::BroughtForward);
        world.unit("cdcs", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
        let hold = Hold {
            post: Id(1),
            unit: other,
            below: true,
            powers: vec![Power::Import, Power::ReadFigures],
        };
        let clerk = Actor::with_posts("Lê Thị Sổ", Id(2), vec![hold]);
        let before = dump(world);
        assert_eq!(code(prepare_as(world, &clerk, FILE, "cdcs")), "out_of_reach");
        assert_eq!(code(history(&world.app, &clerk, "cdcs", (0, 5))), "out_of_reach");
        let id = prepare_as(world, &world.actor, FILE, "cdcs").unwrap();
        for told in [
            code(look(&world.app, &clerk, id, None, (0, 5))),
            code(commit(&world.app, &clerk, id)),
            code(refused_file(&world.app, &clerk, id)),
            code(outcome(&world.app, &clerk, id)),
        ] {
            assert_eq!(told, "unknown_job");
        }
        let reader = Actor::with_powers("khách", &[Power::ReadFigures]);
        assert_eq!(code(prepare_as(world, &reader, FILE, "cdcs")), "not_allowed");
        let hostile = prepare_as(world, &world.actor, "hostile-hong.xlsx", "cdcs");
        assert_ne!(code(hostile), "done");
        assert_eq!(dump(world), before);
    });
}

#[test]
fn a_job_whose_actor_lost_the_post_writes_nothing() {
    with_district(|world| {
        let id = draft(world, FILE);
        commit(&world.app, &world.actor, id).unwrap();
        let before = dump(world);
        let job = jobs::claim(&world.app).unwrap().unwrap();
        let stranger = Actor::with_posts("Lê Thị Sổ", Id(2), Vec::new());
        let told = super::super::run_job(&world.app, &stranger, &job, &jobs::Progress::none());
        assert_eq!(code(told), "not_allowed");
        assert_eq!(dump(world), before);
        assert_eq!(jobs::find(&world.app, &world.actor, id).unwrap().state, State::Running);
    });
}
