//! What stands against taking an import back: every table that names a person, a unit or an employer is asked.

use intake::Kind;
use kernel::{Id, UnitKind};

use super::{dump, import, undo_it, whole, with_district};
use crate::accounts::{
    NewAccount, NewPost, Role, close_account, end_post, give_post, open_account,
};
use crate::awards::publish_roll;
use crate::books::schema::FACTS;
use crate::eligibility::{NewRecord, RecordSort, record, withdraw_record};
use crate::figures::tests::{World, day};
use crate::imports::undo_store::COUNTED;
use crate::imports::{Outcome, store, undo};
use crate::people::{Sex, merge, unmerge};
use crate::units::{Entry, scope_of_code, subtree_now};

/// Asked by name and day.
const NAMED: [(&str, &str); 11] = [
    ("unit_line", "manager_id"),
    ("unit_event", "unit_id"),
    ("member_event", "person_id"),
    ("member_event", "unit_id"),
    ("member_event", "other_id"),
    ("target", "unit_id"),
    ("activity", "unit_id"),
    ("activity_person", "person_id"),
    ("stated_count", "unit_id"),
    ("report_step", "unit_id"),
    ("report_package", "unit_id"),
];

/// Not asked, and why.
const APART: [(&str, &str, &str); 46] = [
    ("unit_version", "unit_id", "what changes a unit is an event of it, which is asked"),
    ("unit_line", "unit_id", "what moves a unit is an event of it, which is asked"),
    ("posting", "unit_id", "belongs to its record"),
    ("posting", "other_id", "belongs to its record"),
    ("import_run", "unit_id", "what another import brought is asked itself"),
    ("person_apart", "person_id", "of two records told apart none is left to be mistaken"),
    ("person_apart", "other_id", "of two records told apart none is left to be mistaken"),
    ("honour_end", "unit_id", "ends an honour"),
    ("honour_recovery", "unit_id", "belongs to a revoked honour"),
    ("certificate_revocation", "unit_id", "belongs to a certificate"),
    ("certificate_delivery", "unit_id", "belongs to a certificate"),
    ("round_award", "unit_id", "belongs to a round"),
    ("round_item", "unit_id", "belongs to a round"),
    ("round_quota", "unit_id", "belongs to a round"),
    ("round_quota", "called_id", "binds a unit only while it is called"),
    ("round_priority", "unit_id", "belongs to a round"),
    ("round_step", "unit_id", "belongs to a round"),
    ("round_comment", "unit_id", "belongs to a list opened for comment"),
    ("nomination_cell", "unit_id", "belongs to a nomination"),
    ("nomination_file", "unit_id", "belongs to a nomination"),
    ("nomination_mark", "unit_id", "given where a step brought the file"),
    ("nomination_verdict", "unit_id", "belongs to a nomination"),
    ("nomination_finding", "unit_id", "belongs to a nomination"),
    ("report_remark", "unit_id", "belongs to a filed report"),
    ("report_basis", "unit_id", "belongs to a filed report"),
    ("report_input", "unit_id", "belongs to a filed report"),
    (
        "report_input",
        "below_id",
        "kept with code and name: the report above stands as it was filed",
    ),
    ("received_cell", "unit_id", "belongs to a package"),
    ("package_sent", "unit_id", "belongs to an approved report"),
    ("score_mark", "unit_id", "belongs to a card"),
    ("score_step", "unit_id", "belongs to a card"),
    ("score_evidence", "unit_id", "belongs to a card"),
    ("score_ranking", "unit_id", "belongs to a cycle"),
    ("score_rank", "unit_id", "belongs to a card"),
    ("council_member", "unit_id", "belongs to a council"),
    ("council_session", "unit_id", "belongs to a council"),
    ("council_attendance", "unit_id", "belongs to a council"),
    ("council_matter", "unit_id", "belongs to a council"),
    ("council_recusal", "unit_id", "belongs to a council"),
    ("council_ballot", "unit_id", "belongs to a council"),
    ("council_voter", "unit_id", "belongs to a council"),
    ("council_voted", "unit_id", "belongs to a council"),
    ("council_vote", "unit_id", "belongs to a council"),
    ("council_count", "unit_id", "belongs to a council"),
    ("council_result", "unit_id", "belongs to a council"),
    ("council_outcome", "unit_id", "belongs to a council"),
];

/// Columns that name neither a person nor a unit nor an employer.
const OF_OTHERS: [&str; 33] = [
    "account_id",
    "activity_id",
    "after_id",
    "ballot_id",
    "call_id",
    "card_id",
    "certificate_id",
    "cluster_id",
    "commendation_id",
    "council_id",
    "cycle_id",
    "definition_id",
    "document_id",
    "emulation_id",
    "event_id",
    "honour_id",
    "import_id",
    "initiative_id",
    "key_id",
    "matter_id",
    "member_id",
    "nomination_id",
    "opening_id",
    "package_id",
    "post_id",
    "ranking_id",
    "record_id",
    "round_id",
    "session_id",
    "sheet_id",
    "transfer_id",
    "unit_event_id",
    "verdict_id",
];

/// Whether a column may name what an import brought.
fn refers(column: &str) -> bool {
    let is_id = column.ends_with("_id") && !OF_OTHERS.contains(&column);
    is_id || ["from_unit", "to_unit", "of_unit", "merged_into"].contains(&column)
}

#[test]
fn every_column_that_names_a_unit_a_person_or_an_employer_is_asked_before_an_import_is_undone() {
    let counted = COUNTED.iter().map(|(table, column, ..)| (*table, *column));
    let apart = APART.iter().map(|(table, column, _)| (*table, *column));
    let mut known: Vec<(&str, &str)> = counted.chain(apart).chain(NAMED).collect();
    let columns = FACTS
        .iter()
        .flat_map(|table| table.columns.iter().map(move |column| (table.name, *column)));
    let mut asked: Vec<(&str, &str)> = columns.filter(|(_, column)| refers(column)).collect();
    known.sort_unstable();
    asked.sort_unstable();
    assert_eq!(known, asked);
}

/// What an import is not undone for.
fn told(world: &World<'_>, import: Id) -> String {
    let error = undo(&world.app, &world.actor, import).unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code, "has_dependents");
    refusal.message.clone()
}

fn id_of(outcome: &Outcome) -> Id {
    Id::parse(outcome.import.as_deref().unwrap()).unwrap()
}

fn account(world: &World<'_>, person: Option<Id>) -> Id {
    let new = NewAccount { login: "hang".to_owned(), name: "Lê Thị Sổ".to_owned(), person };
    open_account(&world.app, &world.actor, &new).unwrap()
}

#[test]
fn a_post_and_a_public_roll_hold_the_units_of_an_import_until_they_end() {
    with_district(|world| {
        let (app, actor) = (&world.app, &world.actor);
        let units = import(world, Kind::Units, "don-vi-ldld-quan-thanh-xuan.xlsx", "quan");
        let quan = scope_of_code(app, actor, "quan").unwrap();
        let below = subtree_now(app, actor, quan, day("2024-07-15")).unwrap();
        let unit = scope_of_code(app, actor, &below[0].code).unwrap();
        let post = NewPost {
            account: account(world, None),
            unit,
            role: Role::find("clerk").unwrap(),
            from: day("2024-07-01"),
            to: None,
            stands_for: None,
            reason: None,
        };
        let post = give_post(app, actor, &post).unwrap();
        publish_roll(app, actor, unit, day("2024-07-10"), true).unwrap();
        let both = told(world, id_of(&units));
        assert!(both.contains("1 chức vụ của tài khoản tại đơn vị"), "{both}");
        assert!(both.contains("1 sổ vàng công khai của đơn vị"), "{both}");
        end_post(app, actor, post, day("2024-07-15")).unwrap();
        let roll = told(world, id_of(&units));
        assert!(!roll.contains("chức vụ") && roll.contains("sổ vàng"), "{roll}");
        publish_roll(app, actor, unit, day("2024-07-10"), false).unwrap();
        undo_it(world, &units);
        whole(world);
    });
}

#[test]
fn an_account_a_service_record_and_a_merge_hold_the_people_of_an_import_until_they_end() {
    with_district(|world| {
        let (app, actor) = (&world.app, &world.actor);
        world.unit("cdcs", UnitKind::Grassroots, None, "2000-01-01", Entry::BroughtForward);
        let other = world.person("Nguyễn Thị Trùng", Sex::Female);
        let roster = import(world, Kind::Members, "doan-vien-phan-mem-nhan-su.csv", "cdcs");
        let brought = app.db.read(|tx| store::people_brought(tx, app.federation, id_of(&roster)));
        let person = brought.unwrap()[0];
        let before = dump(world);
        let login = account(world, Some(person));
        let grade = NewRecord {
            person,
            sort: RecordSort::Grade,
            kind: "tot".to_owned(),
            title: None,
            from: day("2023-01-01"),
            last: Some(day("2023-12-31")),
            document: None,
        };
        let grade = record(app, actor, &grade).unwrap();
        merge(app, actor, person, other).unwrap();
        let all = told(world, id_of(&roster));
        for part in [
            "1 tài khoản của đoàn viên",
            "1 mục hồ sơ xét khen thưởng của đoàn viên",
            "1 hồ sơ đã gộp vào hồ sơ đoàn viên",
        ] {
            assert!(all.contains(part), "{part}: {all}");
        }
        close_account(app, actor, login).unwrap();
        withdraw_record(app, actor, person, grade).unwrap();
        let merged = told(world, id_of(&roster));
        assert!(!merged.contains("tài khoản") && !merged.contains("mục hồ sơ"), "{merged}");
        unmerge(app, actor, other).unwrap();
        undo_it(world, &roster);
        assert!(dump(world).len() < before.len(), "the people of the import are gone");
        whole(world);
    });
}
