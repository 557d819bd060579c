//! What is public: the lines and values of a published report, an article as it was checked, and nothing else.

use kernel::{Id, Period};

use super::super::*;
use super::{code, half, step, typed, with_district};
use crate::figures::tests::World;

fn published(world: &World<'_>, k: Id) -> Id {
    let cell = Typed { note: Some("theo bà Nguyễn Thị Kín".to_owned()), ..typed("IV.1", 40) };
    type_cells(&world.app, &world.actor, &half(k), &[cell]).unwrap();
    for each in [Step::Submit, Step::Approve, Step::Publish] {
        step(world, &half(k), each).unwrap();
    }
    public_list(&world.app, "k").unwrap().reports[0].id
}

#[test]
fn a_report_is_public_while_it_is_published_with_values_and_without_notes() {
    with_district(|world, [k, a, _]| {
        world.admit(a, "2021-02-01", 3);
        let id = published(world, k);
        let told = public_report(&world.app, "k", id).unwrap();
        let of = |code: &str| told.lines.iter().find(|each| each.line.code == code).unwrap();
        assert_eq!((of("II.2").value, of("IV.1").value), (Some(3), Some(40)));
        assert!(!format!("{told:?}").contains("Kín"), "a note stays inside");
        step(world, &half(k), Step::Reopen).unwrap();
        let gone = public_report(&world.app, "k", id).map_err(code);
        assert_eq!(gone.unwrap_err(), "not_public");
        assert_eq!(public_list(&world.app, "k").map_err(code).unwrap_err(), "not_public");
    });
}

#[test]
fn a_line_that_a_form_keeps_to_the_office_is_not_public() {
    with_district(|world, [k, ..]| {
        let text = text_of(half(k).form).replace("doan_vien_cdcs", "mau_rieng");
        let text = text.replace("code = \"IV.1\"\n", "code = \"IV.1\"\ninternal = true\n");
        let form = put_in_force(&world.app, &world.actor, &text).unwrap();
        let key = Key { form, ..half(k) };
        type_cells(&world.app, &world.actor, &key, &[typed("IV.1", 7)]).unwrap();
        for each in [Step::Submit, Step::Approve, Step::Publish] {
            step(world, &key, each).unwrap();
        }
        let id = public_list(&world.app, "k").unwrap().reports[0].id;
        let told = public_report(&world.app, "k", id).unwrap();
        assert!(told.lines.iter().all(|each| each.line.code != "IV.1"));
        assert!(told.lines.iter().any(|each| each.line.code == "IV.1.1"));
    });
}

#[test]
fn nothing_of_another_unit_or_of_what_waits_is_found_by_its_id() {
    with_district(|world, [k, ..]| {
        let id = published(world, k);
        for (unit, id) in [("a", id), ("khong", id), ("k", Id(7))] {
            let refused = public_report(&world.app, unit, id).map_err(code).unwrap_err();
            assert_eq!(refused, "not_public");
            assert_eq!(public_article(&world.app, unit, id).map_err(code), Err("not_public"));
        }
    });
}

#[test]
fn an_article_is_public_word_by_word_until_it_is_withdrawn() {
    with_district(|world, [k, a, _]| {
        world.admit(a, "2021-02-01", 3);
        let (form, period) =
            (find_article("sau_thang").unwrap(), Period::parse("2021-H1").unwrap());
        let publish = || publish_article(&world.app, &world.actor, form, k, period);
        let id = publish().unwrap();
        let before = public_article(&world.app, "k", id).unwrap();
        assert!(before.paragraphs.iter().any(|text| text.contains('3')), "{before:?}");
        world.admit(a, "2021-03-01", 5);
        assert_eq!(public_article(&world.app, "k", id).unwrap(), before);
        withdraw_article(&world.app, &world.actor, id).unwrap();
        assert_eq!(public_article(&world.app, "k", id).map_err(code), Err("not_public"));
        let again = withdraw_article(&world.app, &world.actor, id).map_err(code);
        assert_eq!(again, Err("not_public"));
        let none = Period::parse("2005-H1").unwrap();
        let empty = publish_article(&world.app, &world.actor, form, k, none).map_err(code);
        assert_eq!(empty, Err("article_empty"));
    });
}
