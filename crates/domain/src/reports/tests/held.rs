//! What a draft is held against: a row for every finding, and that nothing is found where all agree.

use super::super::checks::{self, Books, Returned};
use super::super::{Cell, Finding, Gathered, Source, read, read_form, type_cells};
use super::{of_union, typed, with_district};
use crate::activities::{NewActivity, Stated, record};
use crate::figures::tests::day;
use crate::figures::{Figure, INDICATORS, State};
use crate::obligations::{Counts, Population};

const FORM: &str = "code = \"m\"\nname = \"Mẫu\"\nsource = \"QĐ 1\"\nconfidence = \"R\"\nlevel = \"upper\"\n\
    from = \"2020-01-01\"\ndecimals = 2\n\n\
    [[line]]\ncode = \"1\"\ntext = \"Đầu kỳ\"\nindicator = \"members.opening\"\n\n\
    [[line]]\ncode = \"2\"\ntext = \"Kết nạp\"\nindicator = \"members.admitted\"\n\n\
    [[line]]\ncode = \"3\"\ntext = \"Cuối kỳ\"\nmeasure = \"members\"\nbeside = \"members.closing\"\n\n\
    [[line]]\ncode = \"4\"\ntext = \"Hội nghị\"\nindicator = \"conferences.workers.held\"\n\n\
    [[line]]\ncode = \"5\"\ntext = \"Kết nạp Đảng\"\nmeasure = \"party\"\nbeside = \"party.admitted\"\n\n\
    [[line]]\ncode = \"6\"\ntext = \"Lao động\"\nmeasure = \"workers\"\nbeside = \"headcount.workers\"\n";

fn figure(indicator: &'static str, value: i64) -> Figure {
    Figure {
        indicator,
        name: "",
        state: State::Value,
        value: Some(value),
        target: None,
        ratio: None,
        percent: None,
        percent_vi: None,
        remaining: None,
        pace: None,
        target_period: None,
        population: None,
        stated: None,
    }
}

fn cell(line: &str, value: i64) -> Cell {
    Cell {
        line: line.to_owned(),
        state: State::Value,
        value: Some(value),
        target: None,
        source: Source::Typed,
        typed: None,
        note: None,
        gathered: None,
    }
}

/// Books in which everything counts nothing, but for some figures.
fn books(counted: &[(&str, i64)]) -> Books {
    let value =
        |code: &str| counted.iter().find(|(each, _)| *each == code).map(|(_, value)| *value);
    let each = |code: &'static str| figure(code, value(code).unwrap_or_default());
    let figures = INDICATORS.iter().map(|indicator| each(indicator.code)).collect();
    Books { figures, returned: Vec::new() }
}

fn change(books: &mut Books, indicator: &str, with: impl Fn(&mut Figure)) {
    with(books.figures.iter_mut().find(|figure| figure.indicator == indicator).unwrap());
}

fn obliged(obliged: i64, held: i64, late: i64) -> Population {
    let counts = Counts { obliged, held, late, ..Counts::default() };
    Population {
        obligation: "conferences.workers",
        year: 2023,
        definition: "",
        source: String::new(),
        confidence: "R",
        due_on: String::new(),
        counts,
    }
}

fn found(cells: &[Cell], books: &Books) -> Vec<Finding> {
    checks::findings(&read_form("m.toml", FORM).unwrap(), cells, books)
}

#[track_caller]
fn one(found: &[Finding], line: &str, code: &str, against: Option<&str>, said: [&str; 2]) {
    let [one] = found else { panic!("{found:?}") };
    let told = (one.line.as_deref(), one.code, one.against.as_deref());
    assert_eq!(told, (Some(line), code, against));
    assert!(one.what.contains(said[0]) && one.what_en.contains(said[1]), "{one:?}");
}

#[test]
fn opening_and_movements_are_closing_over_the_form_and_the_books() {
    let form =
        |opening, admitted, closing| [cell("1", opening), cell("2", admitted), cell("3", closing)];
    for (cells, left, expected) in [
        (form(10, 5, 15), 0, None),
        (form(10, 5, 14), 1, None),
        (form(10, 5, 14), 0, Some(["10 + tăng 5 − giảm 0", "−1 apart"])),
        (form(10, 5, 14), 3, Some(["= 12, cuối kỳ ghi 14: lệch +2", "decreases 3"])),
    ] {
        let closing = cells[2].value.unwrap();
        let told = found(&cells, &books(&[("members.left", left), ("members.closing", closing)]));
        match expected {
            Some(said) => one(&told, "3", "movements_differ", None, said),
            None => assert_eq!(told, []),
        }
    }
    // A filed version has no more than its cells: what the form has no line for is not guessed.
    assert_eq!(found(&form(10, 5, 14), &Books::default()), []);
    assert_eq!(found(&[cell("3", 14)], &books(&[("members.closing", 14)])), []);
}

#[test]
fn what_was_held_is_held_against_who_was_obliged() {
    for (held, population, expected) in [
        (174, obliged(174, 174, 0), None),
        (139, obliged(174, 139, 0), Some(("obliged_not_held", ["Còn 35 trên 174", "35 of 174"]))),
        (
            139,
            obliged(174, 139, 30),
            Some(("obliged_not_held", ["30 đơn vị đã quá hạn", "30 of them late"])),
        ),
        (
            180,
            obliged(174, 174, 0),
            Some(("held_beyond_obliged", ["180, chỉ 174", "only 174 units"])),
        ),
        (2, obliged(0, 0, 0), Some(("held_beyond_obliged", ["2, chỉ 0", "only 0 units"]))),
    ] {
        let mut books = books(&[("conferences.workers.held", held)]);
        change(&mut books, "conferences.workers.held", |figure| {
            figure.population = Some(population.clone());
        });
        let told = found(&[cell("4", held)], &books);
        match expected {
            Some((code, said)) => one(&told, "4", code, Some("conferences.workers"), said),
            None => assert_eq!(told, []),
        }
    }
}

#[test]
fn what_is_typed_is_held_against_the_registers_and_what_is_stated() {
    let mut books = books(&[("party.admitted", 5), ("conferences.workers.held", 139)]);
    books.returned.push(Returned { line: "6".to_owned(), units: 2, sum: 100 });
    assert_eq!(found(&[cell("5", 5), cell("6", 100)], &books), []);
    let party = found(&[cell("5", 7)], &books);
    let said = ["Ghi tay 7, sổ đếm được 5: lệch +2", "count 5: +2 apart"];
    one(&party, "5", "register_differs", Some("party.admitted"), said);
    let workers = found(&[cell("6", 1_200)], &books);
    let said = ["Ghi tay 1.200, sổ của 2 đơn vị ghi 100: lệch +1.100", "Typed 1,200"];
    one(&workers, "6", "register_differs", Some("headcount.workers"), said);
    // While a report below is missing, that is why it differs.
    let gathered = Some(Gathered { due: 2, reported: 1, ..Gathered::default() });
    assert_eq!(found(&[Cell { gathered, ..cell("6", 90) }], &books), []);

    for code in ["party.admitted", "conferences.workers.held"] {
        change(&mut books, code, |figure| {
            let (value, reason) = (figure.value.unwrap() + 3, "chưa gửi biên bản".to_owned());
            figure.stated =
                Some(Stated { value, difference: 3, reason, actor: "thử".to_owned() });
        });
    }
    let typed = found(&[cell("5", 5)], &books);
    let said =
        ["tự tổng hợp 8, dòng này là 5: lệch +3. Lý do đã ghi: chưa gửi biên bản", "states 8"];
    one(&typed, "5", "stated_differs", Some("party.admitted"), said);
    let counted = found(&[cell("4", 139)], &books);
    one(&counted, "4", "stated_differs", Some("conferences.workers.held"), ["142", "142"]);
}

#[test]
fn the_headcount_a_union_types_is_held_against_the_one_it_returned() {
    with_district(|world, [_, a, _]| {
        let new = NewActivity::new("headcount", "", a, day("2021-03-01"));
        record(&world.app, &world.actor, &new.count("workers", 100)).unwrap();
        for (workers, differs) in [(120, true), (100, false)] {
            let key = of_union(a);
            type_cells(&world.app, &world.actor, &key, &[typed("1", workers)]).unwrap();
            let draft = read(&world.app, &world.actor, &key, None).unwrap();
            let told = draft.findings.iter().find(|each| each.code == "register_differs");
            let against = told.and_then(|each| each.against.as_deref());
            assert_eq!(against, differs.then_some("headcount.workers"), "{:?}", draft.findings);
        }
    });
}
