//! From records to facts, and what a record must be. Pure.

use kernel::{Day, Refusal};
use rules::facts::{Grade, Held, Initiative, Listed};
use rules::service::{Post, Service, ServiceKind, Taken, months_between, plus_months, weigh};
use rules::{Fact, Facts, Trace, Value};

use super::model::{NewRecord, Record, RecordSort, name_of_kind};

/// A check of a file holds for so long: what happened since is asked again.
const CHECK_MONTHS: i64 = 12;
const TITLE_MAX: usize = 200;

/// What the books know of a person beside the records.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// First day of each time as a member, and the first day after.
    pub(super) spells: Vec<(Day, Option<Day>)>,
    /// Awards given.
    pub(super) held: Vec<Held>,
    /// Initiatives recognised.
    pub(super) initiatives: Vec<Initiative>,
}

/// Refuses a record that says nothing or says it of impossible days.
pub(super) fn must_be_sound(new: &NewRecord, today: Day) -> Result<(), Refusal> {
    if !new.sort.kinds().iter().any(|(code, _)| *code == new.kind) {
        return Err(Refusal::new(
            "unknown_kind",
            format!("{} không có loại “{}”", new.sort.name().vi, new.kind),
            "Chọn một loại trong danh sách",
        ));
    }
    if new.title.as_ref().is_some_and(|title| title.chars().count() > TITLE_MAX) {
        return Err(Refusal::new(
            "too_long",
            format!("Nội dung dài quá {TITLE_MAX} chữ"),
            "Ghi ngắn hơn; chi tiết để trong văn bản kèm theo",
        ));
    }
    if new.from > today || new.from < Day::of_1929_07_28() {
        return Err(Refusal::new(
            "bad_record_day",
            format!("Ngày {} ở tương lai, hoặc sớm hơn ngày có công đoàn", new.from.vi()),
            "Ghi ngày đã xảy ra",
        ));
    }
    if new.last.is_some_and(|last| last < new.from) {
        return Err(Refusal::new(
            "days_reversed",
            "Ngày cuối sớm hơn ngày đầu",
            "Sửa một trong hai ngày; để trống ngày cuối nếu còn tiếp tục",
        ));
    }
    if matches!(new.sort, RecordSort::Grade)
        && new.last.is_some_and(|last| last.year() != new.from.year())
    {
        return Err(Refusal::new(
            "grade_of_one_year",
            "Xếp loại là của một năm",
            "Ghi mỗi năm một dòng",
        ));
    }
    Ok(())
}

/// How a record reads in an explanation.
pub(super) fn trace(record: &Record) -> Trace {
    let kind = name_of_kind(record.sort, &record.kind).vi;
    let title = record.title.as_deref().map(|title| format!("{title}: ")).unwrap_or_default();
    let days = match (record.sort, record.until) {
        (RecordSort::Grade, _) => format!("năm {}", record.from.year()),
        (RecordSort::Checked, _) => format!("đến {}", record.from.vi()),
        (_, None) => format!("từ {}", record.from.vi()),
        (_, Some(until)) => format!("{}–{}", record.from.vi(), until.previous().vi()),
    };
    let paper = record.document.as_deref().map(|number| format!(", {number}")).unwrap_or_default();
    Trace::new(format!("record:{}", record.id), format!("{title}{kind}, {days}{paper}"))
}

/// Whether a part of the file was checked for a day.
fn checked<'r>(records: &'r [Record], part: &str, on: Day) -> Option<&'r Record> {
    records.iter().find(|record| {
        record.sort == RecordSort::Checked
            && record.kind == part
            && on <= plus_months(record.from, CHECK_MONTHS)
    })
}

fn of_sort(records: &[Record], sort: RecordSort) -> impl Iterator<Item = &Record> {
    records.iter().filter(move |record| record.sort == sort)
}

fn is_on(record: &Record, on: Day) -> bool {
    record.from <= on && record.until.is_none_or(|until| on < until)
}

/// The weighted service of a person on a day.
pub(super) fn service_of(records: &[Record], on: Day) -> Service {
    let posts: Vec<Post> = of_sort(records, RecordSort::Service)
        .filter_map(|record| {
            let kind = ServiceKind::from_code(&record.kind)?;
            Some(Post { kind, from: record.from, until: record.until, trace: trace(record) })
        })
        .collect();
    if posts.is_empty() {
        return Service::default();
    }
    let taken: Vec<Taken> = of_sort(records, RecordSort::Discipline)
        .map(|record| Taken { from: record.from, until: record.until, trace: trace(record) })
        .collect();
    weigh(&posts, &taken, on)
}

/// Months of a kind of service, overlaps once.
fn months_of(records: &[Record], kind: &str, on: Day) -> i64 {
    // Unweighted service is weighed as full time: ×1.
    let posts: Vec<Post> = of_sort(records, RecordSort::Service)
        .filter(|record| record.kind == kind)
        .map(|record| Post {
            kind: ServiceKind::FullTime,
            from: record.from,
            until: record.until,
            trace: trace(record),
        })
        .collect();
    if posts.is_empty() { 0 } else { weigh(&posts, &[], on).months() }
}

/// The longest run of terms that follow one another: the next begins within a year of the end. A term that is not over
/// is no term yet.
fn terms_in_row(records: &[Record], kind: &str, on: Day) -> i64 {
    let mut terms: Vec<(Day, Day)> = of_sort(records, RecordSort::Service)
        .filter(|record| record.kind == kind)
        .filter_map(|record| Some((record.from, record.until?)))
        .filter(|(_, until)| *until <= on.next())
        .collect();
    terms.sort_unstable();
    let (mut best, mut run, mut end) = (0, 0, None::<Day>);
    for (from, until) in terms {
        let follows = end.is_some_and(|end| from <= plus_months(end, 12) && from >= end);
        run = if follows { run + 1 } else { 1 };
        end = Some(until);
        best = best.max(run);
    }
    best
}

/// Everything known of a person on a day. What was checked for the day that is asked about counts as checked on later days too:
/// looking ahead takes for granted that nothing new happens.
pub(super) fn facts_of(records: &[Record], known: &Known, on: Day, asked_on: Day) -> Facts {
    facts_of_year(records, known, (on, asked_on), on.year())
}

/// The same for merit of a year that may be another than the day's.
pub(super) fn facts_of_year(
    records: &[Record],
    known: &Known,
    (on, asked_on): (Day, Day),
    year: i16,
) -> Facts {
    let mut facts = Facts::default();
    facts.set(Fact::Achievement, Value::Word(String::new()), Vec::new());
    let months: i64 = (known.spells.iter())
        .filter(|(from, _)| *from <= on)
        .map(|(from, until)| months_between(*from, until.unwrap_or(on.next()).min(on.next())).0)
        .sum();
    facts.at_least(Fact::MembershipMonths, months, Vec::new());
    service_facts(&mut facts, records, on, asked_on);
    standing_facts(&mut facts, records, (on, asked_on), year);
    for record in of_sort(records, RecordSort::Grade) {
        if let Some(grade) = Grade::from_code(&record.kind) {
            facts.grades.insert(record.from.year(), (grade, trace(record)));
        }
    }
    let check = |part| checked(records, part, asked_on).map(trace);
    let (awards, initiatives) = (check("awards"), check("initiatives"));
    facts.awards = Listed { items: known.held.clone(), whole: awards.is_some(), by: awards };
    let items = known.initiatives.clone();
    facts.initiatives = Listed { items, whole: initiatives.is_some(), by: initiatives };
    facts
}

fn service_facts(facts: &mut Facts, records: &[Record], on: Day, asked_on: Day) {
    let whole = checked(records, "service", asked_on);
    let mut put = |fact: Fact, number: i64, kinds: &[&str]| {
        let of_kind = |record: &&Record| kinds.contains(&record.kind.as_str());
        let used = of_sort(records, RecordSort::Service).filter(of_kind);
        let traces: Vec<Trace> = used.chain(whole).map(trace).collect();
        if whole.is_some() {
            facts.set(fact, Value::Int(number), traces);
        } else {
            facts.at_least(fact, number, traces);
        }
    };
    let weighted: Vec<&str> = ServiceKind::ALL.iter().map(|kind| kind.code()).collect();
    put(Fact::ServiceMonths, service_of(records, on).months(), &weighted);
    put(Fact::CommitteeTerms, terms_in_row(records, "nhiem_ky_bch", on), &["nhiem_ky_bch"]);
    let presidium = "nhiem_ky_doan_chu_tich";
    put(Fact::PresidiumTerms, terms_in_row(records, presidium, on), &[presidium]);
    for (fact, kind) in [
        (Fact::ServiceUnitMonths, "don_vi_su_nghiep"),
        (Fact::EnterpriseManagerMonths, "quan_ly_doanh_nghiep"),
        (Fact::OutsideLeaderMonths, "nguoi_ngoai"),
    ] {
        put(fact, months_of(records, kind, on), &[kind]);
    }
}

fn standing_facts(facts: &mut Facts, records: &[Record], (on, asked_on): (Day, Day), year: i16) {
    for (fact, sort, part) in [
        (Fact::ServingDiscipline, RecordSort::Discipline, "discipline"),
        (Fact::PendingMatter, RecordSort::Matter, "matter"),
    ] {
        let there: Vec<Trace> =
            of_sort(records, sort).filter(|record| is_on(record, on)).map(trace).collect();
        let check = checked(records, part, asked_on);
        if !there.is_empty() {
            facts.set(fact, Value::Bool(true), there);
        } else if let Some(check) = check {
            facts.set(fact, Value::Bool(false), vec![trace(check)]);
        }
    }
    let in_year = |record: &&Record| {
        record.from.year() <= year
            && record.until.is_none_or(|until| until.previous().year() >= year)
    };
    let there: Vec<Trace> =
        of_sort(records, RecordSort::Discipline).filter(in_year).map(trace).collect();
    if !there.is_empty() {
        facts.set(Fact::DisciplinedInYear, Value::Bool(true), there);
    } else if let Some(check) = checked(records, "discipline", asked_on) {
        facts.set(Fact::DisciplinedInYear, Value::Bool(false), vec![trace(check)]);
    }
}

/// What the books know of a unit beside its age.
#[derive(Clone, Debug, Default)]
pub(super) struct UnitKnown {
    /// Kind, name, first day, and the day of the latest split or merger.
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) opened: Option<Day>,
    pub(super) changed: Option<Day>,
    /// Awards given to it as a collective.
    pub(super) held: Vec<Held>,
    /// Its decided ranking of the year looked at.
    pub(super) ranked: Option<Ranked>,
}

/// A ranking as a rule asks of it.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub(super) points: i64,
    pub(super) weakest: Option<i64>,
    /// Whether it leads its cluster alone or with others.
    pub(super) leads: bool,
    /// Whether the grade is the best one; none where it was not ranked.
    pub(super) best: Option<bool>,
    pub(super) trace: Trace,
}

/// What the books know of a unit on a day.
pub(super) fn facts_of_unit(known: &UnitKnown, on: Day) -> Facts {
    let mut facts = Facts::default();
    facts.set(Fact::Achievement, Value::Word(String::new()), Vec::new());
    let opened = known.opened.unwrap_or(on);
    let seen = || vec![Trace::new("unit", format!("{}: trong sổ từ {}", known.name, opened.vi()))];
    facts.set(Fact::UnitKind, Value::Word(known.kind.clone()), seen());
    // The books may have begun later than the unit: what they show is a lower bound.
    facts.at_least(Fact::UnitAgeMonths, months_between(opened, on.next()).0, seen());
    let since = known.changed.unwrap_or(opened);
    facts.at_least(Fact::UnitChangeMonths, months_between(since, on.next()).0, seen());
    facts.awards.items.extend(known.held.iter().cloned());
    if let Some(ranked) = &known.ranked {
        let told = || vec![ranked.trace.clone()];
        facts.set(Fact::Points, Value::Int(ranked.points), told());
        facts.set(Fact::LeadsCluster, Value::Bool(ranked.leads), told());
        if let Some(weakest) = ranked.weakest {
            facts.set(Fact::LowestStandardPercent, Value::Int(weakest), told());
        }
        if let Some(best) = ranked.best {
            facts.set(Fact::UnitYearGood, Value::Bool(best), told());
        }
    }
    facts
}
