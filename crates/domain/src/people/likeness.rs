//! How like two records are. Pure: what is known of both in; what agrees, what does not, and a score out.
//!
//! The score says where to look first; it decides nothing. Each trait gives or takes its points, and the sum is kept
//! between 0 and 100.

use kernel::Id;

/// Something two records are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// The identity number, by its blind index.
    Number,
    /// The name.
    Name,
    /// The birth.
    Birth,
    /// Sex.
    Sex,
    /// The phone.
    Phone,
    /// The day of joining the union.
    Joined,
    /// The unit of today, or the last one.
    Unit,
}

/// How two records agree in a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The same in both.
    Same,
    /// The same but for marks, or as far as the less precise of them tells.
    Alike,
    /// Different.
    Differs,
    /// At least one of them does not tell.
    Unknown,
}

/// What a trait adds to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The trait.
    pub of: Trait,
    /// How the records agree in it.
    pub agreement: Agreement,
    /// What it adds.
    pub points: i64,
}

/// How like two records are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// From 0 to 100.
    pub score: i64,
    /// Every trait with its share.
    pub points: Vec<Point>,
}

/// What is known of one of the two.
#[derive(Clone, Debug, Default)]
pub(super) struct Known<'k> {
    pub(super) number: Option<&'k [u8]>,
    pub(super) name: &'k str,
    pub(super) birth: Option<&'k str>,
    pub(super) sex: Option<super::Sex>,
    pub(super) phone: Option<&'k str>,
    pub(super) joined: Option<&'k str>,
    pub(super) unit: Option<Id>,
}

/// Points of a trait: when it is the same, when it is alike, when it differs.
fn weights(of: Trait) -> [i64; 3] {
    match of {
        // Two people never share a number; the same person may have had two, the old and the new card.
        Trait::Number => [50, 0, -40],
        Trait::Name => [20, 10, -20],
        Trait::Birth => [20, 8, -20],
        Trait::Sex => [5, 0, -15],
        Trait::Phone => [15, 0, 0],
        Trait::Joined | Trait::Unit => [5, 2, 0],
    }
}

/// Compares two records.
pub(super) fn likeness(a: &Known<'_>, b: &Known<'_>) -> Likeness {
    let each = [
        (Trait::Number, same(a.number, b.number)),
        (Trait::Name, names(a.name, b.name)),
        (Trait::Birth, days(a.birth, b.birth)),
        (Trait::Sex, same(a.sex, b.sex)),
        (Trait::Phone, same(a.phone, b.phone)),
        (Trait::Joined, days(a.joined, b.joined)),
        (Trait::Unit, same(a.unit, b.unit)),
    ];
    let points = each.map(|(of, agreement)| {
        let [same, alike, differs] = weights(of);
        let points = match agreement {
            Agreement::Same => same,
            Agreement::Alike => alike,
            Agreement::Differs => differs,
            Agreement::Unknown => 0,
        };
        Point { of, agreement, points }
    });
    let score = points.iter().map(|point| point.points).sum::<i64>().clamp(0, 100);
    Likeness { score, points: points.into() }
}

fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> Agreement {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::Unknown,
    }
}

fn names(a: &str, b: &str) -> Agreement {
    use vietnamese::fold::{fold, match_key};
    if match_key(a) == match_key(b) {
        Agreement::Same
    } else if fold(a) == fold(b) {
        Agreement::Alike
    } else {
        Agreement::Differs
    }
}

/// Days as precise as known: `1990` and `1990-05-06` are alike.
fn days(a: Option<&str>, b: Option<&str>) -> Agreement {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Agreement::Same,
        (Some(a), Some(b)) if a.starts_with(b) || b.starts_with(a) => Agreement::Alike,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Sex;
    use super::*;

    fn known() -> Known<'static> {
        Known {
            number: Some(b"1"),
            name: "Ngô Thị Hoà",
            birth: Some("1990-05-06"),
            sex: Some(Sex::Female),
            phone: Some("0912345678"),
            joined: None,
            unit: Some(Id(7)),
        }
    }

    fn told(a: &Known<'_>, b: &Known<'_>, of: Trait) -> (Agreement, i64) {
        let likeness = likeness(a, b);
        let point = likeness.points.iter().find(|point| point.of == of).unwrap();
        (point.agreement, point.points)
    }

    #[test]
    fn what_agrees_gives_points_what_differs_takes_them_and_what_is_not_told_does_neither() {
        let a = known();
        let b = Known {
            number: None,
            name: "Ngo Thi Hoa",
            birth: Some("1990"),
            phone: Some("0987654321"),
            ..known()
        };
        assert_eq!(told(&a, &b, Trait::Number), (Agreement::Unknown, 0));
        assert_eq!(told(&a, &b, Trait::Name), (Agreement::Alike, 10));
        assert_eq!(told(&a, &b, Trait::Birth), (Agreement::Alike, 8));
        assert_eq!(told(&a, &b, Trait::Sex), (Agreement::Same, 5));
        assert_eq!(told(&a, &b, Trait::Phone), (Agreement::Differs, 0));
        assert_eq!(likeness(&a, &b).score, 28);
        assert_eq!(likeness(&b, &a).score, 28, "it does not matter who stands first");
    }

    #[test]
    fn the_score_stays_between_nothing_and_all() {
        assert_eq!(likeness(&known(), &known()).score, 100);
        let other = Known {
            number: Some(b"2"),
            name: "Lê Văn Sơn",
            birth: Some("1971-01-02"),
            sex: Some(Sex::Male),
            phone: None,
            joined: None,
            unit: None,
        };
        assert_eq!(likeness(&known(), &other).score, 0);
    }

    #[test]
    fn a_mark_set_on_another_vowel_is_the_same_name() {
        let b = Known { name: "Ngô Thị Hòa", ..known() };
        assert_eq!(told(&known(), &b, Trait::Name), (Agreement::Same, 20));
    }
}
