//! The accounts of emulation and commendation: who was honoured, by which level and in which form, and what contests and
//! initiatives counted. All of them are plain counts: nothing here feeds a stock.
//!
//! An honour is counted once, on the account of its form and of the level that decided it, so that every sum over forms
//! or levels is a sum of accounts and no honour is counted twice.

use kernel::Text;

use super::{Account, CountKind, Definition, Role};

/// The number of forms.
pub const FORMS: i32 = 9;
/// The number of deciding levels.
pub const LEVELS: i32 = 5;

/// The first number of the accounts of people honoured; the form takes the tens, the level the ones.
const PEOPLE: i32 = 500;
/// The same of collectives.
const COLLECTIVES: i32 = 600;
/// Where all these accounts begin, and end.
pub(super) const NUMBERS: std::ops::Range<i32> = 500..800;

/// The account of people honoured by a form and a level, both counted from 0.
#[must_use]
pub const fn people(form: i32, level: i32) -> Account {
    Account(PEOPLE + form * 10 + level)
}

/// The same of collectives.
#[must_use]
pub const fn collectives(form: i32, level: i32) -> Account {
    Account(COLLECTIVES + form * 10 + level)
}

/// The account of people (0) or collectives (1).
#[must_use]
pub const fn account(who: i32, form: i32, level: i32) -> Account {
    if who == 0 { people(form, level) } else { collectives(form, level) }
}

/// An initiative recognised by a level, counted from 0.
#[must_use]
pub const fn initiatives(level: i32) -> Account {
    Account(730 + level)
}

/// An experience initiative of a school recognised by a level, counted from 0.
#[must_use]
pub const fn experience(level: i32) -> Account {
    Account(740 + level)
}

/// A prize of an award that has grades: the first is 0.
#[must_use]
pub const fn grade(grade: i32) -> Account {
    Account(760 + grade)
}

/// A union ranked at a grade, the best being 0; a half-year is never added to a year.
#[must_use]
pub const fn ranked(is_half: bool, grade: i32) -> Account {
    Account(if is_half { 775 } else { 770 } + grade)
}

macro_rules! plain {
    ($($constant:ident = $number:literal $code:literal $kind:ident $vi:literal / $en:literal;)*) => {
        $(#[doc = $en] pub const $constant: Account = Account($number);)*
        const SINGLE: &[Definition] = &[$(define(Account($number), $code, CountKind::$kind, Text::new($vi, $en)),)*];
    };
}

plain! {
    PROPOSED_PEOPLE = 700 "awards.proposed.people" People "Cá nhân đề nghị cấp trên khen" / "People proposed to higher levels";
    PROPOSED_COLLECTIVES = 701 "awards.proposed.collectives" Collectives "Tập thể đề nghị cấp trên khen" / "Collectives proposed to higher levels";
    DELEGATED_PEOPLE = 702 "awards.delegated.people" People "Cá nhân được cử dự hội nghị cấp trên" / "People sent to the next level";
    DELEGATED_COLLECTIVES = 703 "awards.delegated.collectives" Collectives "Tập thể được cử dự hội nghị cấp trên" / "Collectives sent to the next level";
    REVOKED_PEOPLE = 704 "awards.revoked.people" People "Cá nhân bị thu hồi khen thưởng" / "People whose honour was revoked";
    REVOKED_COLLECTIVES = 705 "awards.revoked.collectives" Collectives "Tập thể bị thu hồi khen thưởng" / "Collectives whose honour was revoked";
    MOVEMENTS = 708 "emulation.movements" Movements "Phong trào thi đua phát động" / "Movements of emulation launched";
    WAVES = 709 "emulation.waves" Movements "Đợt thi đua cao điểm phát động" / "Waves of emulation launched";
    ENTRIES = 710 "contests.entries" Attendances "Lượt đơn vị dự thi" / "Entries of units in contests";
    CONTESTANTS = 711 "contests.contestants" Attendances "Lượt thí sinh dự thi" / "Attendances of contestants";
    PRIZE_FIRST = 720 "contests.prizes.first" Prizes "Giải nhất" / "First prizes";
    PRIZE_SECOND = 721 "contests.prizes.second" Prizes "Giải nhì" / "Second prizes";
    PRIZE_THIRD = 722 "contests.prizes.third" Prizes "Giải ba" / "Third prizes";
    PRIZE_CONSOLATION = 723 "contests.prizes.consolation" Prizes "Giải khuyến khích" / "Consolation prizes";
    INITIATIVES_GRASSROOTS = 730 "initiatives.recognised.grassroots" Initiatives "Sáng kiến công nhận, khen cấp cơ sở" / "Initiatives recognised at the grassroots";
    INITIATIVES_DISTRICT = 731 "initiatives.recognised.district" Initiatives "Sáng kiến công nhận, khen cấp trên cơ sở" / "Initiatives recognised above the grassroots";
    INITIATIVES_CITY = 732 "initiatives.recognised.city" Initiatives "Sáng kiến công nhận, khen cấp tỉnh, thành phố" / "Initiatives recognised by the province or city";
    INITIATIVES_TLD = 733 "initiatives.recognised.tld" Initiatives "Sáng kiến Tổng Liên đoàn công nhận, khen" / "Initiatives recognised by the confederation";
    INITIATIVES_STATE = 734 "initiatives.recognised.state" Initiatives "Sáng kiến Nhà nước công nhận" / "Initiatives recognised by the state";
    EXPERIENCE_GRASSROOTS = 740 "initiatives.experience.grassroots" Initiatives "Sáng kiến kinh nghiệm cấp cơ sở" / "Experience initiatives at the grassroots";
    EXPERIENCE_DISTRICT = 741 "initiatives.experience.district" Initiatives "Sáng kiến kinh nghiệm cấp quận, huyện" / "Experience initiatives of the district";
    EXPERIENCE_CITY = 742 "initiatives.experience.city" Initiatives "Sáng kiến kinh nghiệm cấp tỉnh, thành phố" / "Experience initiatives of the province or city";
    EXPERIENCE_TLD = 743 "initiatives.experience.tld" Initiatives "Sáng kiến kinh nghiệm cấp Tổng Liên đoàn" / "Experience initiatives of the confederation";
    EXPERIENCE_STATE = 744 "initiatives.experience.state" Initiatives "Sáng kiến kinh nghiệm cấp Nhà nước" / "Experience initiatives of the state";
    BENEFIT = 750 "initiatives.benefit_vnd" Dong "Giá trị làm lợi của sáng kiến (đồng)" / "Benefit of initiatives, in đồng";
    GRADE_FIRST = 760 "awards.grades.first" Prizes "Giải thưởng công đoàn hạng nhất" / "Union prizes of the first grade";
    GRADE_SECOND = 761 "awards.grades.second" Prizes "Giải thưởng công đoàn hạng nhì" / "Union prizes of the second grade";
    GRADE_THIRD = 762 "awards.grades.third" Prizes "Giải thưởng công đoàn hạng ba" / "Union prizes of the third grade";
    RANKED_FIRST = 770 "scores.ranked.first" Units "Công đoàn cơ sở xếp loại năm, mức một" / "Unions ranked for the year, first grade";
    RANKED_SECOND = 771 "scores.ranked.second" Units "Công đoàn cơ sở xếp loại năm, mức hai" / "Unions ranked for the year, second grade";
    RANKED_THIRD = 772 "scores.ranked.third" Units "Công đoàn cơ sở xếp loại năm, mức ba" / "Unions ranked for the year, third grade";
    RANKED_FOURTH = 773 "scores.ranked.fourth" Units "Công đoàn cơ sở xếp loại năm, mức bốn" / "Unions ranked for the year, fourth grade";
    HALF_FIRST = 775 "scores.half.first" Units "Công đoàn cơ sở xếp loại nửa năm, mức một" / "Unions ranked for a half-year, first grade";
    HALF_SECOND = 776 "scores.half.second" Units "Công đoàn cơ sở xếp loại nửa năm, mức hai" / "Unions ranked for a half-year, second grade";
    HALF_THIRD = 777 "scores.half.third" Units "Công đoàn cơ sở xếp loại nửa năm, mức ba" / "Unions ranked for a half-year, third grade";
    HALF_FOURTH = 778 "scores.half.fourth" Units "Công đoàn cơ sở xếp loại nửa năm, mức bốn" / "Unions ranked for a half-year, fourth grade";
}

const fn define(account: Account, code: &'static str, kind: CountKind, name: Text) -> Definition {
    Definition { account, code, kind, role: Role::Plain, stock: Account(0), name }
}

macro_rules! levels {
    ($who:literal $first:ident $kind:ident $vi_who:literal $en_who:literal, $form:literal $code:literal $vi:literal $en:literal) => {
        [
            level!($first $kind $form 0, $who $code ".grassroots", $vi_who $vi ", cấp cơ sở", $en_who $en ", grassroots"),
            level!($first $kind $form 1, $who $code ".district", $vi_who $vi ", cấp trên trực tiếp cơ sở", $en_who $en ", above the grassroots"),
            level!($first $kind $form 2, $who $code ".city", $vi_who $vi ", cấp tỉnh, thành phố", $en_who $en ", province or city"),
            level!($first $kind $form 3, $who $code ".tld", $vi_who $vi ", Tổng Liên đoàn", $en_who $en ", confederation"),
            level!($first $kind $form 4, $who $code ".state", $vi_who $vi ", Nhà nước", $en_who $en ", state"),
        ]
    };
}

macro_rules! level {
    ($first:ident $kind:ident $form:literal $level:literal, $($code:literal)*, $v1:literal $v2:literal $v3:literal, $e1:literal $e2:literal $e3:literal) => {
        define(
            Account($first + $form * 10 + $level),
            concat!($($code),*),
            CountKind::$kind,
            Text::new(concat!($v1, $v2, $v3), concat!($e1, $e2, $e3)),
        )
    };
}

macro_rules! forms {
    ($($form:literal $code:literal $vi:literal / $en:literal;)*) => {
        const OF_PEOPLE: [[Definition; 5]; FORMS as usize] =
            [$(levels!("awards.people." PEOPLE People "Cá nhân: " "People: ", $form $code $vi $en),)*];
        const OF_COLLECTIVES: [[Definition; 5]; FORMS as usize] =
            [$(levels!("awards.collectives." COLLECTIVES Collectives "Tập thể: " "Collectives: ", $form $code $vi $en),)*];
    };
}

// The order is that of `domain::awards::Form`.
forms! {
    0 "titles" "danh hiệu thi đua" / "titles";
    1 "flags" "cờ thi đua" / "flags";
    2 "merit" "bằng khen" / "merit certificates";
    3 "certificates" "giấy khen" / "certificates of commendation";
    4 "medals" "kỷ niệm chương" / "commemorative medals";
    5 "prizes" "giải thưởng" / "prizes";
    6 "praised" "biểu dương, tuyên dương" / "public praise";
    7 "exemplars" "điển hình tiên tiến" / "exemplars";
    8 "workers" "công nhân giỏi" / "outstanding workers";
}

/// The entry of an account of these numbers.
pub(super) fn definition(account: Account) -> Option<&'static Definition> {
    let of_form = |forms: &'static [[Definition; 5]; FORMS as usize], first: i32| {
        let place = account.0 - first;
        forms.get((place / 10) as usize)?.get((place % 10) as usize)
    };
    static PEOPLE_TOLD: [[Definition; 5]; FORMS as usize] = OF_PEOPLE;
    static COLLECTIVES_TOLD: [[Definition; 5]; FORMS as usize] = OF_COLLECTIVES;
    match account.0 {
        PEOPLE..COLLECTIVES => of_form(&PEOPLE_TOLD, PEOPLE),
        COLLECTIVES..700 => of_form(&COLLECTIVES_TOLD, COLLECTIVES),
        _ => SINGLE.iter().find(|each| each.account == account),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_and_level_has_an_account_that_says_so() {
        let told = people(4, 3).definition().unwrap();
        assert_eq!((told.code, told.account), ("awards.people.medals.tld", people(4, 3)));
        let told = collectives(0, 1).definition().unwrap();
        assert_eq!(
            (told.code, told.kind),
            ("awards.collectives.titles.district", CountKind::Collectives)
        );
        for number in NUMBERS {
            let Some(told) = Account(number).definition() else { continue };
            assert_eq!((told.account, told.role), (Account(number), Role::Plain));
        }
        assert_eq!(experience(2).code(), "initiatives.experience.city");
        assert_eq!(initiatives(1).code(), "initiatives.recognised.district");
        assert!(people(9, 0).definition().is_none() && people(0, 5).definition().is_none());
    }
}
