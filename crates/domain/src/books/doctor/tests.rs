//! Whatever is changed, removed or added behind the program's back is found and named, on both engines.

use kernel::UnitKind;

use super::{Finding, examine};
use crate::books::schema;
use crate::figures::tests::{World, day, on_books, proven};
use crate::memberships::{EventKind, NewEvent};
use crate::people::{NewPerson, Sensitive, Sex};
use crate::units::Entry;

/// A district with two unions, three members with identity numbers, one of whom moved.
fn tell(world: &World<'_>) {
    world.clock.move_to(day("2021-06-30"));
    let since = "2020-01-01";
    let k = world.unit("k", UnitKind::District, None, since, Entry::BroughtForward);
    let [a, b] = ["a", "b"]
        .map(|code| world.unit(code, UnitKind::Grassroots, Some(k), since, Entry::BroughtForward));
    let people = ["001190000011", "001190000022", "001190000033"].map(|number| {
        let sensitive = Sensitive { cccd: Some(number.to_owned()), ..Sensitive::default() };
        let name = format!("Hoàng Thị {number}").replace(char::is_numeric, "X");
        let new = NewPerson { name, sex: Some(Sex::Female), sensitive, ..NewPerson::default() };
        let person = world.new_person(&new);
        world.event(NewEvent::new(EventKind::Admitted, person, a, day("2021-01-05")));
        person
    });
    let moved = NewEvent::new(EventKind::Transferred, people[0], a, day("2021-02-05"));
    world.event(NewEvent { other: Some(b), ..moved });
}

fn findings_after(sql: &str) -> Vec<Vec<Finding>> {
    let found = std::cell::RefCell::new(Vec::new());
    on_books(|world| {
        tell(world);
        proven(world);
        let touched = world.test.db.write(|tx| tx.execute(sql, &[])).unwrap();
        assert!(touched > 0, "{sql} touches nothing");
        let report = examine(&world.app, &world.actor, &mut |_| {}).unwrap();
        found.borrow_mut().push(report.findings);
    });
    found.into_inner()
}

/// The law and table of what must be found, and a word of what is said of it.
fn check(sql: &str, (law, table, word): (&str, &str, &str)) {
    for findings in findings_after(sql) {
        let found = findings.iter().find(|each| (each.law, each.table) == (law, table));
        let found = found.unwrap_or_else(|| panic!("{sql}: {findings:?}"));
        assert!(!found.row.is_empty() && found.what.contains(word), "{sql}: {found:?}");
    }
}

const CHAIN: (&str, &str) = ("chain", "batch");

#[test]
fn a_fact_that_was_changed_is_found() {
    for (sql, table) in [
        ("UPDATE posting SET quantity = 2 WHERE seq = (SELECT MIN(seq) FROM posting)", "posting"),
        (
            "UPDATE member_event SET on_day = '2021-01-06'
             WHERE id = (SELECT MIN(id) FROM member_event)",
            "member_event",
        ),
        (
            "UPDATE unit_line SET from_on = '2020-02-01'
             WHERE id = (SELECT MAX(id) FROM unit_line)",
            "unit_line",
        ),
        (
            "UPDATE person_fact SET birth = '1980' WHERE id = (SELECT MIN(id) FROM person_fact)",
            "person_fact",
        ),
        ("UPDATE batch SET actor = 'khác' WHERE number = 3", "unit"),
    ] {
        check(sql, (CHAIN.0, CHAIN.1, table));
    }
}

#[test]
fn a_fact_that_was_removed_is_found() {
    for (sql, word) in [
        ("DELETE FROM posting WHERE seq = (SELECT MAX(seq) FROM posting)", "thiếu 1 dòng"),
        ("DELETE FROM member_event WHERE id = (SELECT MAX(id) FROM member_event)", "thiếu 1 dòng"),
        ("DELETE FROM unit_line WHERE id = (SELECT MAX(id) FROM unit_line)", "thiếu 1 dòng"),
        ("DELETE FROM person_fact WHERE id = (SELECT MAX(id) FROM person_fact)", "thiếu 1 dòng"),
        ("DELETE FROM batch WHERE number = 2", ""),
    ] {
        check(sql, (CHAIN.0, CHAIN.1, word));
    }
}

#[test]
fn a_fact_that_was_added_is_found() {
    let next = |table: &str, columns: &str| {
        format!(
            "INSERT INTO {table} (federation_id, id, batch, {columns})
             SELECT federation_id, id + 1, batch, {columns} FROM {table}
             WHERE id = (SELECT MAX(id) FROM {table})"
        )
    };
    let of = |table: &crate::books::Table| next(table.name, &table.columns.join(", "));
    for table in [&schema::MEMBER_EVENT, &schema::UNIT_LINE, &schema::PERSON_FACT] {
        check(&of(table), (CHAIN.0, CHAIN.1, "có thêm 1 dòng"));
    }
    let columns = schema::POSTING.columns.join(", ");
    let posting = format!(
        "INSERT INTO posting (federation_id, seq, batch, {columns})
         SELECT federation_id, seq + 1, batch, {columns} FROM posting
         WHERE seq = (SELECT MAX(seq) FROM posting)"
    );
    check(&posting, (CHAIN.0, CHAIN.1, "có thêm 1 dòng"));
    let stray = posting.replace("seq + 1, batch,", "seq + 1, batch + 1,");
    check(&stray, ("extra_row", "posting", "không có đợt ghi này"));
    let columns = "actor, recorded_at, reason, last_seq, rows_written, previous_hash, hash";
    let batch = format!(
        "INSERT INTO batch (federation_id, number, {columns})
         SELECT federation_id, number + 1, {columns} FROM batch
         WHERE number = (SELECT MAX(number) FROM batch)"
    );
    check(&batch, (CHAIN.0, CHAIN.1, "không còn dòng nào"));
}

#[test]
fn a_projection_that_was_changed_removed_or_added_is_found() {
    let one = "SELECT MIN(account) FROM rollup";
    let any = "SELECT MIN(person_id) FROM";
    for (sql, law, table) in [
        (format!("UPDATE rollup SET quantity = 99 WHERE account = ({one})"), "rollup", "rollup"),
        (format!("DELETE FROM rollup WHERE account = ({one})"), "rollup", "rollup"),
        (
            "INSERT INTO rollup SELECT federation_id, scope_id, account, 209901, block, kind, 1
             FROM rollup WHERE account = 100"
                .to_owned(),
            "rollup",
            "rollup",
        ),
        (
            format!("UPDATE spell SET from_on = '2021-01-04' WHERE person_id = ({any} spell)"),
            "spells",
            "spell",
        ),
        (format!("DELETE FROM spell WHERE person_id = ({any} spell)"), "spells", "spell"),
        ("UPDATE spell SET cohort = cohort + 4".to_owned(), "spells", "spell"),
        (
            "INSERT INTO spell SELECT federation_id, person_id, '2020-06-06', start_event, unit_id,
             to_on, end_event, cohort FROM spell"
                .to_owned(),
            "spells",
            "spell",
        ),
        (
            format!(
                "UPDATE person_secret SET cccd_index = NULL WHERE person_id = ({any} person_secret)"
            ),
            "secrets",
            "person_secret",
        ),
        (
            format!("DELETE FROM person_secret WHERE person_id = ({any} person_secret)"),
            "secrets",
            "person_secret",
        ),
        (
            format!(
                "INSERT INTO person_secret SELECT federation_id, person_id + 1, cccd_index, sealed
                 FROM person_secret WHERE person_id = ({any} person_secret)"
            ),
            "secrets",
            "person_secret",
        ),
        ("UPDATE person SET name = 'Ai Đó'".to_owned(), "people", "person"),
        ("UPDATE person SET match_key = 'ai do'".to_owned(), "people", "person"),
        ("DELETE FROM person".to_owned(), "people", "person"),
        ("UPDATE chain_head SET seq = seq + 1".to_owned(), "chain", "chain_head"),
    ] {
        check(&sql, (law, table, ""));
    }
}

#[test]
fn a_list_or_search_key_that_was_changed_removed_or_added_is_found() {
    let unit = "WHERE unit_id = (SELECT MAX(unit_id) FROM unit_now)";
    for (sql, law, table) in [
        ("UPDATE name_suffix SET suffix = suffix || 'x'".to_owned(), "names", "name_suffix"),
        (
            "DELETE FROM name_suffix WHERE suffix = (SELECT MIN(suffix) FROM name_suffix)".to_owned(),
            "names",
            "name_suffix",
        ),
        (
            "INSERT INTO name_suffix SELECT federation_id, 'ai do', id FROM person".to_owned(),
            "names",
            "name_suffix",
        ),
        (format!("UPDATE unit_now SET name = 'Khác' {unit}"), "units", "unit_now"),
        (format!("UPDATE unit_now SET search_key = 'khac' {unit}"), "units", "unit_now"),
        (format!("UPDATE unit_now SET opened_on = '2019-01-01' {unit}"), "units", "unit_now"),
        (format!("UPDATE unit_now SET ended_on = '2021-01-01' {unit}"), "units", "unit_now"),
        (format!("DELETE FROM unit_now {unit}"), "units", "unit_now"),
        (
            format!(
                "INSERT INTO unit_now SELECT federation_id, unit_id + 1, name, search_key, opened_on,
                 ended_on FROM unit_now {unit}"
            ),
            "units",
            "unit_now",
        ),
    ] {
        check(&sql, (law, table, ""));
    }
}

#[test]
fn erasing_a_person_by_law_leaves_the_books_whole() {
    on_books(|world| {
        tell(world);
        let sql = "UPDATE person_secret SET cccd_index = NULL, sealed = NULL";
        assert_eq!(world.test.db.write(|tx| tx.execute(sql, &[])).unwrap(), 3);
        proven(world);
    });
}
