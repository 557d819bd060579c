//! The rules of lists: known award, right subject, competent level, nobody twice, shares that make one whole.

use std::collections::HashSet;

use kernel::{Day, Id, Refusal};
use ledger::Account;
use ledger::account::honours as accounts;

use super::catalogue::{self, Award};
use super::emulation_model::{Author, Initiative, Prize, Told};
use super::model::{
    Ended, Form, Level, NewCommendation, NewHonour, NewRecovery, Revocation, Stage, Subject, Thing,
};

/// Lines of one decision at most: a province honours some thousands at a year's end.
pub(super) const LINES_MAX: usize = 5_000;
/// A number of a paper that tells only a number, at most.
const COUNT_MAX: i64 = 1_000_000;
/// Letters of a sentence at most.
pub(super) const LETTERS_MAX: usize = 500;
/// Money of one line at most, in đồng: a thousand billion.
const MONEY_MAX: i64 = 1_000_000_000_000;

fn refuse(code: &'static str, message: impl Into<String>, remedy: &'static str) -> Refusal {
    Refusal::new(code, message.into(), remedy)
}

/// What a paper must say before anything is looked up; gives back the award of each line.
pub(super) fn check(new: &NewCommendation) -> Result<Vec<&'static Award>, Refusal> {
    if new.lines.is_empty() {
        let remedy = "Ghi ít nhất một tập thể hoặc cá nhân trong danh sách kèm theo";
        return Err(refuse("empty_list", "Danh sách khen thưởng còn trống", remedy));
    }
    if new.lines.len() > LINES_MAX {
        let message = format!("Danh sách có {} dòng, nhiều hơn {LINES_MAX}", new.lines.len());
        return Err(refuse(
            "list_too_long",
            message,
            "Chia thành nhiều quyết định, hoặc nhiều lần ghi",
        ));
    }
    must_have_number(&new.document)?;
    must_say(&new.title, "nội dung khen")?;
    must_say(&new.decided_by, "cấp quyết định")?;
    if let Some(presented) = new.presented_on.filter(|day| *day < new.on) {
        let message = format!("Ngày trao {} trước ngày quyết định {}", presented.vi(), new.on.vi());
        return Err(refuse("presented_before_decided", message, "Kiểm tra lại hai ngày"));
    }
    let mut seen = HashSet::new();
    let mut awards = Vec::with_capacity(new.lines.len());
    for (place, line) in new.lines.iter().enumerate() {
        let award = check_line(new, line).map_err(|refusal| at_line(refusal, place + 1))?;
        let named = line.named.as_deref().map(vietnamese::fold::match_key);
        if line.count.is_none()
            && !seen.insert((award.code, line.subject, line.unit, line.person, named))
        {
            let remedy = "Bỏ dòng trùng; một người hay tập thể chỉ có một dòng cho một hình thức";
            let twice = refuse("twice_in_list", "Dòng này trùng với một dòng ở trên", remedy);
            return Err(at_line(twice, place + 1));
        }
        awards.push(award);
    }
    Ok(awards)
}

/// A refusal that says in which line of the list.
pub(super) fn at_line(refusal: Refusal, line: usize) -> Refusal {
    Refusal { message: format!("Dòng {line}: {}", refusal.message), ..refusal }
}

/// The paper has a number.
pub(super) fn must_have_number(document: &crate::documents::DocumentRef) -> Result<(), Refusal> {
    if document.number.trim().is_empty() {
        let remedy = "Ghi số và ngày của quyết định, tờ trình";
        return Err(refuse("document_missing", "Ghi khen thưởng cần số văn bản", remedy));
    }
    Ok(())
}

/// A sentence that must be there, within its limit.
pub(super) fn must_say(text: &str, what: &str) -> Result<(), Refusal> {
    let letters = text.trim().chars().count();
    if (1..=LETTERS_MAX).contains(&letters) {
        return Ok(());
    }
    let message = format!("Phần {what} phải có, dài nhất {LETTERS_MAX} chữ");
    Err(refuse("bad_text", message, "Ghi ngắn gọn như trong văn bản"))
}

fn check_line(new: &NewCommendation, line: &NewHonour) -> Result<&'static Award, Refusal> {
    let award = catalogue::known(&line.award)?;
    if !award.subjects.contains(&line.subject) {
        let whom = line.subject.name().vi.to_lowercase();
        let message = format!("{} không tặng cho {whom}", award.name);
        return Err(refuse("wrong_subject", message, "Chọn hình thức khen dành cho đối tượng này"));
    }
    // Who is sent to the next level is sent because of what was decided below; nobody decides anything there.
    if new.stage != Stage::Delegated && !award.levels.contains(&new.level) {
        return Err(not_competent(award, new.level));
    }
    if line.grade.is_some_and(|grade| !(1..=3).contains(&grade) || award.form != Form::Prize) {
        let remedy = "Ghi hạng 1, 2 hoặc 3 cho giải thưởng có hạng, để trống cho hình thức khác";
        return Err(refuse("bad_grade", "Hạng của giải không hợp lệ", remedy));
    }
    if line.count.is_some_and(|count| !(1..=COUNT_MAX).contains(&count) || line.person.is_some()) {
        let remedy = "Chỉ ghi số lượng khi văn bản không kèm tên; còn lại ghi từng tên";
        return Err(refuse("bad_count", "Số lượng không hợp lệ", remedy));
    }
    if line.money_vnd.is_some_and(|money| !(0..=MONEY_MAX).contains(&money)) {
        return Err(refuse("bad_money", "Số tiền không hợp lệ", "Kiểm tra lại số tiền thưởng"));
    }
    let is_named =
        line.person.is_some() || line.named.as_deref().is_some_and(|name| !name.trim().is_empty());
    if line.subject == Subject::Person && !is_named && line.count.is_none() {
        return Err(refuse(
            "name_missing",
            "Thiếu tên người được khen",
            "Ghi họ tên, hoặc chọn đoàn viên",
        ));
    }
    for text in [&line.named, &line.achievement].into_iter().flatten() {
        if text.chars().count() > LETTERS_MAX {
            let message = format!("Tên hoặc thành tích dài hơn {LETTERS_MAX} chữ");
            return Err(refuse("bad_text", message, "Ghi ngắn gọn như trong quyết định"));
        }
    }
    Ok(award)
}

/// Nobody gives what only another level can give.
fn not_competent(award: &Award, level: Level) -> Refusal {
    let levels: Vec<&str> = award.levels.iter().map(|level| level.name().vi).collect();
    Refusal::new(
        "level_not_competent",
        format!(
            "{} do cấp {} quyết định, không phải cấp {}",
            award.name,
            levels.join(", "),
            level.name().vi
        ),
        "Ghi đúng cấp ra quyết định; nơi trao ghi riêng ở phần trao tặng",
    )
}

/// The account on which a line counts.
pub(super) fn account_of(stage: Stage, form: Form, level: Level, subject: Subject) -> Account {
    let is_person = subject == Subject::Person;
    match stage {
        Stage::Decided if is_person => accounts::people(form as i32, level as i32),
        Stage::Decided => accounts::collectives(form as i32, level as i32),
        Stage::Proposed if is_person => accounts::PROPOSED_PEOPLE,
        Stage::Proposed => accounts::PROPOSED_COLLECTIVES,
        Stage::Delegated if is_person => accounts::DELEGATED_PEOPLE,
        Stage::Delegated => accounts::DELEGATED_COLLECTIVES,
    }
}

/// The account of a contest's line, where it counts.
pub(super) fn contest_account(kind: Told) -> Option<Account> {
    match kind {
        Told::Entry => Some(accounts::ENTRIES),
        Told::Contestant => Some(accounts::CONTESTANTS),
        Told::Judge => None,
    }
}

/// The account of a prize.
pub(super) fn prize_account(prize: Prize) -> Account {
    match prize {
        Prize::First => accounts::PRIZE_FIRST,
        Prize::Second => accounts::PRIZE_SECOND,
        Prize::Third => accounts::PRIZE_THIRD,
        Prize::Consolation => accounts::PRIZE_CONSOLATION,
    }
}

/// What stands of an honour when it shall end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) stage: Stage,
    pub(super) on: Day,
    pub(super) ended: bool,
    pub(super) answered: bool,
}

/// Whether an honour can end so.
pub(super) fn must_may_end(standing: Standing, how: Ended, on: Day) -> Result<(), Refusal> {
    if standing.ended {
        let remedy = "Mở lại trang để xem trạng thái hiện nay";
        return Err(refuse("already_ended", "Dòng này đã thu hồi, xóa hoặc trả lời rồi", remedy));
    }
    let fits = match how {
        Ended::Revoked => standing.stage == Stage::Decided,
        Ended::Declined => standing.stage == Stage::Proposed && !standing.answered,
        Ended::Withdrawn => !standing.answered,
    };
    if !fits {
        let remedy =
            "Chỉ thu hồi khen thưởng đã quyết định; chỉ trả lời đề nghị chưa có quyết định";
        return Err(refuse(
            "cannot_end_so",
            "Trạng thái của dòng này không cho làm việc đó",
            remedy,
        ));
    }
    if on < standing.on {
        let message = format!("Ngày {} trước ngày khen {}", on.vi(), standing.on.vi());
        return Err(refuse("ends_before_begun", message, "Kiểm tra lại ngày"));
    }
    Ok(())
}

/// What a recognition must say before anything is looked up.
pub(super) fn check_initiative(new: &Initiative) -> Result<(), Refusal> {
    must_have_number(&new.document)?;
    must_say(&new.name, "tên sáng kiến")?;
    must_be_a_count(new.count.map(|(count, _)| count))?;
    if new.benefit_vnd.is_some_and(|benefit| !(0..=MONEY_MAX).contains(&benefit)) {
        return Err(refuse("bad_money", "Giá trị làm lợi không hợp lệ", "Ghi số đồng, không âm"));
    }
    match (&new.count, new.authors.is_empty()) {
        (None, _) => check_shares(&new.authors),
        (Some(_), true) => Ok(()),
        (Some(_), false) => {
            let message = "Đã ghi theo số lượng thì không ghi tác giả";
            Err(refuse("count_with_names", message, "Chọn một trong hai cách"))
        }
    }
}

/// Authors' shares make exactly one whole, as fractions.
fn check_shares(authors: &[Author]) -> Result<(), Refusal> {
    let bad = |message: &str| {
        refuse(
            "shares_not_one",
            message,
            "Ghi phần của từng tác giả, cộng lại vừa đủ một, ví dụ 1/2, 1/4, 1/4",
        )
    };
    let mut sum = (0_i128, 1_i128);
    for Author { share: (parts, whole), .. } in authors {
        if *parts < 1 || *whole < 1 || *whole > 10_000 {
            return Err(bad("Phần đóng góp của tác giả không hợp lệ"));
        }
        let (parts, whole) = (i128::from(*parts), i128::from(*whole));
        sum = lowest(sum.0 * whole + parts * sum.1, sum.1 * whole);
        if sum.1 > 1_i128 << 80 {
            return Err(bad("Phần đóng góp của các tác giả quá lẻ"));
        }
    }
    if sum == (1, 1) {
        Ok(())
    } else {
        Err(bad("Phần đóng góp của các tác giả cộng lại không bằng một"))
    }
}

fn lowest(parts: i128, whole: i128) -> (i128, i128) {
    let (mut a, mut b) = (parts, whole);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    (parts / a, whole / a)
}

/// The key under which a line is found: name and unit, without marks.
pub(super) fn search_key(named: &str, unit_named: &str) -> String {
    vietnamese::fold::fold(&format!("{named} {unit_named}"))
}

/// A search as typed, as the pattern of a comparison.
pub(super) fn pattern(typed: &str) -> Option<String> {
    let plain: String = vietnamese::fold::fold(typed)
        .chars()
        .take(80)
        .filter(|letter| !"%_\\".contains(*letter))
        .collect();
    (!plain.trim().is_empty()).then(|| format!("%{}%", plain.trim()))
}

/// Somebody must be told by name or by id.
pub(super) fn must_be_somebody(
    person: Option<Id>,
    named: Option<&str>,
    count: Option<i64>,
) -> Result<(), Refusal> {
    if person.is_some() || count.is_some() || named.is_some_and(|name| !name.trim().is_empty()) {
        return Ok(());
    }
    Err(refuse("name_missing", "Thiếu tên", "Ghi họ tên, chọn đoàn viên, hoặc ghi số lượng"))
}

/// A count that stands for names, where it is told.
pub(super) fn must_be_a_count(count: Option<i64>) -> Result<(), Refusal> {
    if count.is_none_or(|count| (1..=COUNT_MAX).contains(&count)) {
        return Ok(());
    }
    Err(refuse("bad_count", "Số lượng không hợp lệ", "Ghi số nguyên từ 1 trở lên"))
}

/// A revocation has a paper and a cause; what came back with it is nothing below nothing.
pub(super) fn check_revocation(how: &Revocation) -> Result<(), Refusal> {
    must_have_number(&how.document)?;
    must_say(&how.cause, "lý do thu hồi")?;
    if let Some(item) = &how.recovered {
        must_say(item, "hiện vật đã thu lại")?;
    }
    if how.recovered_vnd.is_some_and(|vnd| !(0..=MONEY_MAX).contains(&vnd)) {
        let remedy = "Ghi số tiền đã thu lại, tính bằng đồng";
        return Err(refuse("bad_money", "Số tiền thu hồi không hợp lệ", remedy));
    }
    Ok(())
}

/// What came back of a revoked honour says what and by whom.
pub(super) fn check_recovery(new: &NewRecovery) -> Result<(), Refusal> {
    must_say(&new.giver, "người nộp lại")?;
    match new.what {
        Thing::Money if !new.amount_vnd.is_some_and(|vnd| (1..=MONEY_MAX).contains(&vnd)) => {
            let remedy = "Ghi số tiền đã thu lại, tính bằng đồng";
            Err(refuse("bad_money", "Số tiền thu hồi không hợp lệ", remedy))
        }
        Thing::Item => must_say(new.item.as_deref().unwrap_or_default(), "tên hiện vật"),
        Thing::Money | Thing::Paper => Ok(()),
    }
}
