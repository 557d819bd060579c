//! Jobs are done once, as who asked, and survive the death of the program that did them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use kernel::{Actor, Id, Instant};

use super::board::Progress;
use super::kinds::{Done, Kind};
use super::*;
use crate::accounts::{
    NewAccount, NewPost, Role, close_account, end_post, give_post, open_account,
};
use crate::figures::tests::{World, day, dump, on_books, proven};
use crate::people::{NewPerson, Sex};
use crate::{App, Result, people};

/// Work for tests: writes as many people as its input says, in one batch under the job's command.
pub(super) const KIND: Kind =
    Kind { code: "test", action: "memberships.record", is_whole: false, work: write_people };

fn write_people(app: &App, actor: &Actor, job: &Job, progress: &Progress<'_>) -> Result<Done> {
    let total: usize = job.input.parse().unwrap_or(0);
    let command = command_of(job.id);
    let answer = app.write_once(actor, "memberships.record", "thử", &command, |batch| {
        for number in 0..total {
            progress.tell("đang ghi", number, total)?;
            let name = format!("Nguyễn Thị Việc {number}");
            let new = NewPerson { name, sex: Some(Sex::Female), ..NewPerson::default() };
            people::write_person(batch, &new)?;
            assert!(number < 90, "as if the program were killed in the middle");
        }
        Ok(total.to_string())
    })?;
    Ok(Done { answer })
}

fn ask_for(world: &World<'_>, actor: &Actor, people: usize) -> Id {
    let input = people.to_string();
    let new = NewJob { kind: "test", unit: None, input: &input, file: None, is_draft: false };
    ask(&world.app, actor, &new).unwrap()
}

fn state(world: &World<'_>, id: Id) -> (State, Option<String>) {
    let job = find(&world.app, &world.actor, id).unwrap();
    (job.state, job.answer)
}

#[test]
fn jobs_are_done_in_the_order_asked_and_answer() {
    on_books(|world| {
        let [first, second] = [2, 3].map(|people| ask_for(world, &world.actor, people));
        assert!(step(&world.app).unwrap());
        assert_eq!(state(world, first), (State::Done, Some("2".to_owned())));
        assert_eq!(state(world, second).0, State::Waiting);
        assert!(step(&world.app).unwrap());
        assert!(!step(&world.app).unwrap());
        assert_eq!(mine(&world.app, &world.actor).unwrap().len(), 2);
        proven(world);
    });
}

#[test]
fn a_job_that_was_running_when_the_program_died_is_done_from_its_beginning() {
    on_books(|world| {
        let job = ask_for(world, &world.actor, 2);
        assert_eq!(claim(&world.app).unwrap().map(|job| job.id), Some(job));
        assert!(!step(&world.app).unwrap(), "nobody else takes up what is running");
        assert_eq!(resume(&world.app).unwrap(), 1);
        assert!(step(&world.app).unwrap());
        assert_eq!(state(world, job).0, State::Done);
        proven(world);
    });
}

#[test]
fn a_job_whose_program_died_after_the_commit_writes_nothing_again() {
    on_books(|world| {
        let id = ask_for(world, &world.actor, 2);
        let job = claim(&world.app).unwrap().unwrap();
        write_people(&world.app, &world.actor, &job, &Progress::none()).unwrap();
        let before = dump(world);
        assert_eq!(state(world, id).0, State::Running, "the end was not written down");
        resume(&world.app).unwrap();
        step(&world.app).unwrap();
        assert_eq!(state(world, id), (State::Done, Some("2".to_owned())));
        assert_eq!(dump(world), before);
    });
}

#[test]
fn work_that_breaks_off_in_the_middle_leaves_nothing_and_the_worker_goes_on() {
    on_books(|world| {
        let before = dump(world);
        let broken = ask_for(world, &world.actor, 100);
        step(&world.app).unwrap();
        let job = find(&world.app, &world.actor, broken).unwrap();
        assert_eq!((job.state, &*job.refusal().unwrap()[0]), (State::Failed, "job_failed"));
        assert_eq!(dump(world), before);
        let next = ask_for(world, &world.actor, 1);
        step(&world.app).unwrap();
        assert_eq!(state(world, next).0, State::Done);
    });
}

#[test]
fn a_waiting_job_can_be_taken_back_and_a_running_one_stops_at_its_next_step() {
    on_books(|world| {
        let before = dump(world);
        let waiting = ask_for(world, &world.actor, 1);
        cancel(&world.app, &world.actor, waiting).unwrap();
        assert_eq!(state(world, waiting).0, State::Cancelled);
        assert!(!step(&world.app).unwrap());
        ask_for(world, &world.actor, 3);
        let job = claim(&world.app).unwrap().unwrap();
        world.app.board.begin(job.id);
        let progress = Progress::of(&world.app.board, job.id);
        progress.tell("đang ghi", 1, 3).unwrap();
        let seen = find(&world.app, &world.actor, job.id).unwrap();
        assert_eq!((&*seen.stage, seen.done, seen.total), ("đang ghi", 1, 3));
        cancel(&world.app, &world.actor, job.id).unwrap();
        let stopped = write_people(&world.app, &world.actor, &job, &progress).unwrap_err();
        assert_eq!(stopped.refusal().unwrap().code, "job_cancelled");
        assert_eq!(dump(world), before);
    });
}

fn clerk(world: &World<'_>) -> (Id, Id) {
    let new =
        NewAccount { login: "hang".to_owned(), name: "Lê Thị Sổ".to_owned(), person: None };
    let account = open_account(&world.app, &world.actor, &new).unwrap();
    let post = NewPost {
        account,
        unit: kernel::actor::Hold::WHOLE,
        role: Role::find("clerk").unwrap(),
        from: day("2020-01-01"),
        to: None,
        stands_for: None,
        reason: None,
    };
    (account, give_post(&world.app, &world.actor, &post).unwrap())
}

fn actor(world: &World<'_>, account: Id) -> Actor {
    crate::accounts::open_actor(&world.app, account).unwrap().unwrap()
}

#[test]
fn a_job_runs_with_the_posts_of_the_moment_it_runs() {
    on_books(|world| {
        let (account, post) = clerk(world);
        let clerk = actor(world, account);
        let jobs = [1, 1, 1].map(|people| ask_for(world, &clerk, people));
        let told = |id| find(&world.app, &clerk, id).unwrap();
        step(&world.app).unwrap();
        assert_eq!(told(jobs[0]).state, State::Done);
        end_post(&world.app, &world.actor, post, day("2021-01-01")).unwrap();
        step(&world.app).unwrap();
        assert_eq!(told(jobs[1]).refusal().unwrap()[0], "not_allowed");
        close_account(&world.app, &world.actor, account).unwrap();
        step(&world.app).unwrap();
        assert_eq!(told(jobs[2]).refusal().unwrap()[0], "account_closed");
    });
}

#[test]
fn nobody_sees_or_cancels_the_job_of_another() {
    on_books(|world| {
        let (account, _) = clerk(world);
        let clerk = actor(world, account);
        let job = ask_for(world, &world.actor, 1);
        let code = |result: Result<()>| result.unwrap_err().refusal().unwrap().code;
        assert_eq!(code(find(&world.app, &clerk, job).map(drop)), "unknown_job");
        assert_eq!(code(cancel(&world.app, &clerk, job)), "unknown_job");
        assert_eq!(mine(&world.app, &clerk).unwrap(), []);
        let nobody = Actor::with_powers("khách", &[kernel::Power::RecordMembers]);
        assert_eq!(code(find(&world.app, &nobody, job).map(drop)), "unknown_job");
        let new = NewJob { kind: "test", unit: None, input: "1", file: None, is_draft: false };
        assert_eq!(code(ask(&world.app, &nobody, &new).map(drop)), "sign_in_first");
    });
}

#[test]
fn a_draft_is_changed_then_asked_for_once_and_its_file_goes_with_it() {
    on_books(|world| {
        let file = Some(("a.csv", &b"STT;Ten"[..]));
        let new = NewJob { kind: "test", unit: None, input: "1", file, is_draft: true };
        let id = ask(&world.app, &world.actor, &new).unwrap();
        assert!(!step(&world.app).unwrap(), "a draft is not done");
        change_draft(&world.app, &world.actor, id, "2").unwrap();
        submit(&world.app, &world.actor, id).unwrap();
        for again in
            [submit(&world.app, &world.actor, id), change_draft(&world.app, &world.actor, id, "3")]
        {
            assert_eq!(again.unwrap_err().refusal().unwrap().code, "already_asked");
        }
        step(&world.app).unwrap();
        assert_eq!(state(world, id), (State::Done, Some("2".to_owned())));
        forget_old(&world.app).unwrap();
        assert_eq!(crate::files::sweep(&world.app).unwrap(), 0, "its file stays while it does");
        let hash = find(&world.app, &world.actor, id).unwrap().file.unwrap();
        world.clock.set(Instant(world.app.now().0 + 31 * 24 * 60 * 60 * 1_000));
        forget_old(&world.app).unwrap();
        assert!(find(&world.app, &world.actor, id).is_err());
        let read = world.app.db.read(|tx| crate::files::load(&world.app, tx, &hash));
        assert_eq!(read.unwrap_err().refusal().unwrap().code, "file_gone");
    });
}

#[test]
fn a_worker_takes_up_what_was_left_and_ends_when_it_is_dropped() {
    on_books(|world| {
        let job = ask_for(world, &world.actor, 2);
        claim(&world.app).unwrap();
        let db = world.test.again();
        let keys = people::Keys::from_secret(&[7; 32]);
        let app = Arc::new(App::open(db, world.clock.clone(), keys).unwrap());
        let faults = Arc::new(AtomicU32::new(0));
        let (count, done) = (Arc::clone(&faults), AtomicBool::new(false));
        let worker = Worker::start(app, move |_| {
            count.fetch_add(1, Ordering::Relaxed);
        });
        for _ in 0..500 {
            if state(world, job).0 == State::Done {
                done.store(true, Ordering::Relaxed);
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        drop(worker);
        assert!(done.load(Ordering::Relaxed), "{:?}", state(world, job));
        assert_eq!(faults.load(Ordering::Relaxed), 0);
        proven(world);
    });
}

#[test]
fn a_job_that_three_programs_died_of_is_told_as_broken_and_the_worker_goes_on() {
    on_books(|world| {
        let (before, deadly) = (dump(world), ask_for(world, &world.actor, 2));
        for _ in 0..3 {
            assert_eq!(claim(&world.app).unwrap().map(|job| job.id), Some(deadly));
            assert_eq!(resume(&world.app).unwrap(), 1);
        }
        let next = ask_for(world, &world.actor, 1);
        assert!(step(&world.app).unwrap());
        let job = find(&world.app, &world.actor, deadly).unwrap();
        assert_eq!((job.state, &*job.refusal().unwrap()[0]), (State::Failed, "job_broken"));
        assert_eq!(dump(world), before);
        assert!(step(&world.app).unwrap());
        assert_eq!(state(world, next).0, State::Done);
        let standing = standing(&world.app, &world.actor).unwrap();
        assert_eq!((standing.of(State::Failed), standing.of(State::Done)), (1, 1));
        assert_eq!(standing.failed[0].id, deadly);
    });
}

#[test]
fn a_job_whose_batch_stands_is_done_however_often_its_program_died() {
    on_books(|world| {
        let id = ask_for(world, &world.actor, 2);
        let job = claim(&world.app).unwrap().unwrap();
        write_people(&world.app, &world.actor, &job, &Progress::none()).unwrap();
        for _ in 0..3 {
            resume(&world.app).unwrap();
            claim(&world.app).unwrap();
        }
        resume(&world.app).unwrap();
        assert!(step(&world.app).unwrap());
        assert_eq!(state(world, id), (State::Done, Some("2".to_owned())));
    });
}

#[test]
fn a_program_that_ends_in_order_leaves_its_job_to_the_next_without_counting_a_death() {
    on_books(|world| {
        let id = ask_for(world, &world.actor, 2);
        world.app.board.end_all();
        assert!(!step(&world.app).unwrap());
        let job = find(&world.app, &world.actor, id).unwrap();
        assert_eq!((job.state, job.deaths), (State::Waiting, 0));
    });
}
