//! Identities: tied, used, untied; errands that work once.

use super::*;

const ISSUER: &str = "https://cong.example";

fn proven(subject: &str) -> Proven<'_> {
    Proven { issuer: ISSUER, subject, named: Some("ten.o.do@cong.example") }
}

fn enter(office: &Office<'_>, subject: &str) -> crate::Result<SignedIn> {
    sign_in_by_identity(&office.app, &proven(subject), &here())
}

#[test]
fn an_identity_belongs_to_one_account_until_it_is_untied() {
    with_office(|office| {
        let hang = office.account("hang", "clerk", office.units[1]);
        office.account("lan", "clerk", office.units[1]);
        let (hers, other) = (office.actor("hang"), office.actor("lan"));
        assert_eq!(code(enter(office, "n-1")), "identity_not_tied");
        tie_own_identity(&office.app, &hers, &proven("n-1")).unwrap();
        assert_eq!(enter(office, "n-1").unwrap().account.id, hang);
        assert_eq!(code(tie_own_identity(&office.app, &other, &proven("n-1"))), "identity_taken");
        let again = tie_own_identity(&office.app, &hers, &proven("n-1"));
        assert_eq!(code(again), "identity_already_tied");
        let tied = my_account(&office.app, &hers).unwrap().identities;
        assert_eq!((tied.len(), tied[0].subject.as_str()), (1, "n-1"));
        assert_eq!(tied[0].tied_by, "Lê Thị Sổ (hang)");
        let kept = office.enter("hang");
        let by_provider = enter(office, "n-1").unwrap().token;
        untie_own_identity(&office.app, &hers, &kept, tied[0].id).unwrap();
        assert!(visit(&office.app, &kept).unwrap().is_some(), "the one that asked stays");
        assert!(visit(&office.app, &by_provider).unwrap().is_none());
        assert_eq!(code(enter(office, "n-1")), "identity_not_tied");
        let twice = untie_own_identity(&office.app, &hers, &kept, tied[0].id);
        assert_eq!(code(twice), "unknown_identity");
        tie_own_identity(&office.app, &other, &proven("n-1")).unwrap();
        assert_eq!(enter(office, "n-1").unwrap().account.login, "lan");
    });
}

#[test]
fn another_issuer_with_the_same_subject_is_another_person() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        tie_own_identity(&office.app, &office.actor("hang"), &proven("n-1")).unwrap();
        let elsewhere = Proven { issuer: "https://khac.example", subject: "n-1", named: None };
        let told = sign_in_by_identity(&office.app, &elsewhere, &here());
        assert_eq!(code(told), "identity_not_tied");
    });
}

#[test]
fn an_account_has_five_identities_at_most() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let hers = office.actor("hang");
        for subject in ["1", "2", "3", "4", "5"] {
            tie_own_identity(&office.app, &hers, &proven(subject)).unwrap();
        }
        let sixth = tie_own_identity(&office.app, &hers, &proven("6"));
        assert_eq!(code(sixth), "too_many_identities");
        assert_eq!(code(tie_own_identity(&office.app, &hers, &proven(""))), "bad_identity");
    });
}

#[test]
fn who_may_not_do_all_that_an_account_may_ties_nothing_to_it() {
    with_office(|office| {
        let chief = office.account("truong", "head", office.units[1]);
        let wide = office.account("rong", "clerk", office.units[0]);
        let own = office.account("hang", "clerk", office.units[1]);
        let by = office.actor("truong");
        let tie = |account| code(tie_identity(&office.app, &by, account, &proven("n-1")));
        assert_eq!(tie(wide), "out_of_reach");
        assert_eq!(tie(chief), "own_account");
        assert_eq!(tie(own), "done");
        let tied = account_card(&office.app, &by, "hang").unwrap().identities;
        let clerk = office.actor("hang");
        let untie = |by, id| code(untie_identity(&office.app, by, own, id));
        assert_eq!(untie(&clerk, tied[0].id), "not_allowed");
        assert_eq!(untie(&by, tied[0].id), "done");
    });
}

#[test]
fn an_errand_works_once_for_a_quarter_of_an_hour_with_all_its_parts() {
    with_office(|office| {
        let begun = begin_errand(&office.app, "/units").unwrap();
        let take = |carried: &str, state: &str| take_errand(&office.app, carried, state);
        assert_eq!(code(take(&begun.carried, "khac")), "errand_unknown");
        assert_eq!(code(take("khac", &begun.state)), "errand_unknown");
        assert_eq!(code(take(&begun.state, &begun.carried)), "errand_unknown");
        let errand = take(&begun.carried, &begun.state).unwrap();
        assert_eq!((errand.nonce, errand.verifier), (begun.nonce.clone(), begun.verifier.clone()));
        assert_eq!((errand.goes_to.as_str(), errand.ties), ("/units", None));
        assert_eq!(code(take(&begun.carried, &begun.state)), "errand_unknown");
        let late = begin_errand(&office.app, "/").unwrap();
        office.pass(15 * 60_000 + 1);
        assert_eq!(code(take(&late.carried, &late.state)), "errand_unknown");
    });
}

#[test]
fn a_tie_begins_with_the_password_and_guesses_wait() {
    with_office(|office| {
        let account = office.account("hang", "clerk", office.units[1]);
        let hers = office.actor("hang");
        for _ in 0..5 {
            let guess = begin_tie(&office.app, &hers, "đoán mò một câu");
            assert_eq!(code(guess), "wrong_password");
        }
        assert_eq!(code(begin_tie(&office.app, &hers, PASSWORD)), "too_many_tries");
        office.pass(16 * 60_000);
        let begun = begin_tie(&office.app, &hers, PASSWORD).unwrap();
        let errand = take_errand(&office.app, &begun.carried, &begun.state).unwrap();
        assert_eq!(errand.ties, Some(account));
    });
}
