//! Trust: by whom a package is signed, and who takes it in.

use kernel::{Actor, Id, Power, actor::Hold};

use super::{Sender, new_key, of, refusal, take, with_city};
use crate::exchange::{NewKey, add_key, end_key, keys, look, pack, package, receive, received};
use crate::figures::tests::day;
use crate::signing;

fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("văn thư", Id(8), vec![hold])
}

#[test]
fn only_a_key_that_is_trusted_for_the_unit_on_the_day_is_taken() {
    with_city(|world, sender, [_, k, l]| {
        let file = sender.file(207).file;
        let stranger = Sender::new();
        assert_eq!(take(world, &stranger.file(5).file), Err("unknown_sender_key"));
        let entry = keys(&world.app, &world.actor).unwrap().remove(0);
        assert_eq!(entry.fingerprint.len(), 39);
        let other = NewKey { code: "l".to_owned(), ..new_key(l, &stranger.key()) };
        add_key(&world.app, &world.actor, &other).unwrap();
        assert_eq!(take(world, &stranger.pack(None).file), Err("key_of_another_unit"));
        let end = |to: &str| end_key(&world.app, &world.actor, entry.id, day(to), "thay máy");
        assert_eq!(refusal(end("2021-06-01")), "key_bad_end");
        assert_eq!(
            refusal(end_key(&world.app, &world.actor, entry.id, day("2021-07-12"), " ")),
            "reason_missing"
        );
        assert_eq!(
            refusal(end_key(&world.app, &world.actor, Id(5), day("2021-07-12"), "x")),
            "unknown_key"
        );
        assert_eq!(refusal(end("2021-07-12")), "done");
        assert_eq!(refusal(end("2021-07-12")), "key_bad_end", "it ended already");
        assert!(look(&world.app, &world.actor, &file).is_ok());
        world.clock.move_to(day("2021-07-13"));
        assert_eq!(take(world, &file), Err("key_not_in_force"));
        for (new, name) in [
            (new_key(k, &sender.key().to_uppercase()), "bad_public_key"),
            (new_key(k, &"0".repeat(64)), "bad_public_key"),
            (new_key(k, "abc"), "bad_public_key"),
            (NewKey { code: " ".to_owned(), ..new_key(k, &sender.key()) }, "bad_sender_code"),
            (
                NewKey { to: Some(day("2021-06-30")), ..new_key(k, &sender.key()) },
                "key_ends_before_it_begins",
            ),
            (NewKey { note: Some("x".repeat(501)), ..new_key(k, &sender.key()) }, "note_too_long"),
            (new_key(k, &sender.key()), "key_known"),
        ] {
            assert_eq!(refusal(add_key(&world.app, &world.actor, &new)), name, "{new:?}");
        }
        let later = NewKey { from: day("2021-07-13"), ..new_key(k, &sender.key()) };
        add_key(&world.app, &world.actor, &later).unwrap();
        assert!(take(world, &file).is_ok(), "trusted again");
    });
}

#[test]
fn a_package_is_taken_in_from_above_and_seen_within_reach() {
    with_city(|world, sender, [h, k, l]| {
        let file = sender.file(207).file;
        let all = [Power::ReadFigures, Power::WriteReports, Power::ApproveReports];
        let (city, own, other) = (at(h, &all), at(k, &all), at(l, &all));
        let receive_as = |actor: &Actor| refusal(receive(&world.app, actor, &file));
        assert_eq!(receive_as(&own), "own_report", "a unit does not accept its own report");
        assert_eq!(receive_as(&other), "out_of_reach");
        assert_eq!(receive_as(&at(h, &[Power::ReadFigures])), "not_allowed");
        assert_eq!(refusal(look(&world.app, &other, &file)), "out_of_reach");
        let key = signing::public_of(&[5; 32]);
        assert_eq!(refusal(add_key(&world.app, &own, &new_key(k, &key))), "own_report");
        assert_eq!(refusal(add_key(&world.app, &other, &new_key(k, &key))), "out_of_reach");
        let entry = keys(&world.app, &city).unwrap().remove(0);
        assert_eq!(
            refusal(end_key(&world.app, &other, entry.id, day("2021-07-12"), "x")),
            "out_of_reach"
        );
        assert_eq!(receive_as(&city), "done");
        let listed = |actor: &Actor| received(&world.app, actor, (0, 9)).unwrap().len();
        assert_eq!([&city, &own, &other].map(listed), [1, 1, 0]);
        assert_eq!(keys(&world.app, &other).unwrap(), []);
        let id = Id::parse(&received(&world.app, &city, (0, 9)).unwrap()[0].package).unwrap();
        assert!(package(&world.app, &own, id).is_ok());
        assert_eq!(refusal(package(&world.app, &other, id)), "out_of_reach");
        assert_eq!(refusal(package(&world.app, &city, Id(3))), "unknown_package");
        assert_eq!(refusal(pack(&world.app, &other, &of(k), None)), "out_of_reach");
        assert_eq!(
            refusal(pack(&world.app, &at(k, &[Power::ReadFigures]), &of(k), None)),
            "not_allowed"
        );
    });
}
