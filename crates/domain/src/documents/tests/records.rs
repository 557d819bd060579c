//! Records of other registers that a paper leads to.

use kernel::Actor;

use super::{CLERK, at, id, with_books};
use crate::activities::{self, NewActivity};
use crate::documents::{Asked, DocumentRef, RecordSort, card, list};
use crate::figures::tests::day;

#[test]
fn a_paper_leads_to_the_activities_that_name_it_until_they_are_withdrawn() {
    with_books(|world| {
        let (app, [k, u1, u2]) = (&world.app, ["k", "u1", "u2"].map(|code| id(world, code)));
        let paper = DocumentRef::decision("78/KH-LĐLĐ", None, "LĐLĐ", "Hội nghị");
        let new = NewActivity {
            document: Some(paper),
            title: "Hội nghị bất thường".to_owned(),
            ..NewActivity::new("conferences", "extraordinary", u1, day("2021-10-05"))
        };
        let record = activities::record(app, &world.actor, &new).unwrap();
        let asked = Asked { text: "78".to_owned(), limit: 9, ..Asked::default() };
        let document = list(app, &world.actor, k, &asked).unwrap()[0].id;
        let told = |actor: &Actor| card(app, actor, document).unwrap().caused.records;
        let whole = told(&world.actor);
        assert_eq!((whole.len(), whole[0].sort, whole[0].id), (1, RecordSort::Activity, record));
        assert_eq!((&*whole[0].register, &*whole[0].unit.0), ("conferences", "u1"));
        assert_eq!(told(&at(u1, CLERK)), whole);
        assert!(card(app, &at(u2, CLERK), document).is_err(), "it is nothing of theirs");
        let version = activities::card(app, &world.actor, record).unwrap().version;
        activities::withdraw(app, &world.actor, version, record, "ghi nhầm").unwrap();
        assert_eq!(told(&world.actor), []);
    });
}
