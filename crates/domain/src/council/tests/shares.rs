//! Shares at their edges: just below, just at, just above.

use super::*;

#[test]
fn a_share_is_met_from_its_edge_on_and_beyond_it_one_vote_later() {
    for (share, beyond, of, least) in [
        ("90%", false, 9, 9),
        ("90%", false, 10, 9),
        ("90%", true, 10, 10),
        ("80%", false, 9, 8),
        ("80%", false, 8, 7),
        ("70%", false, 10, 7),
        ("70%", true, 10, 8),
        ("50%", true, 7, 4),
        ("50%", true, 8, 5),
        ("2/3", false, 9, 6),
        ("2/3", false, 7, 5),
        ("667/1000", false, 9, 7),
        ("100%", false, 5, 5),
    ] {
        let read = Share::parse(share).unwrap();
        assert_eq!(read.least(of, beyond), least, "{share} of {of}");
        for (count, met) in [(least - 1, false), (least, true), (least + 1, true)] {
            assert_eq!(read.is_met(count, of, beyond), met, "{count} of {of} for {share}");
        }
    }
}

#[test]
fn nobody_is_no_share_of_nobody() {
    assert!(!Share { part: 1, whole: 2 }.is_met(0, 0, false));
}

#[test]
fn a_share_is_written_as_people_write_it_and_nonsense_is_refused() {
    for (typed, shown) in [("2/3", "2/3"), (" 80% ", "80%"), ("90/100", "90%"), ("1/1", "1/1")] {
        assert_eq!(Share::parse(typed).unwrap().text(), shown);
    }
    for wrong in
        ["", "0%", "0/3", "101%", "4/3", "-1/3", "2", "hai phần ba", "2/0", "1/9999", "80,5%"]
    {
        assert_eq!(Share::parse(wrong).unwrap_err().code, "bad_share", "{wrong}");
    }
}

#[test]
fn two_shares_are_compared_as_fractions() {
    let share = |typed| Share::parse(typed).unwrap();
    assert!(share("2/3").is_as_large_as(share("66%")));
    assert!(!share("66%").is_as_large_as(share("2/3")));
    assert!(share("50%").is_as_large_as(share("1/2")) && share("1/2").is_as_large_as(share("50%")));
}
