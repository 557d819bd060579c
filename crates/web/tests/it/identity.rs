//! Signing in by an identity that a provider proves: the way there and back, ties, and every forged answer.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::accounts::{self, Proven, Visitor};
use oidc::Provider;
use oidc::testing::{Liar, Says, field};

use crate::books::{Answer, Books, Knock, PASSWORD};

const BACK: &str = "http://localhost:8080/sign-in/provider/back";

/// Books with a provider that may lie, and an account `hang`.
struct Office {
    books: Books,
    liar: Liar,
    provider: Arc<Provider>,
    /// Of `hang`, signed in with a password.
    token: String,
}

/// A browser on its way back: what it carries, and what it was given.
struct Way {
    carried: String,
    asked: String,
}

impl Office {
    fn new() -> Self {
        let (books, liar) = (Books::told(), Liar::new());
        let provider = Arc::new(liar.provider(BACK));
        let token = books.account("hang", "clerk", "quan-k");
        Self { books, liar, provider, token }
    }

    fn knock(&self, knock: &Knock<'_>) -> Answer {
        self.books.knock(&Knock { provider: Some(&self.provider), ..knock.clone() })
    }

    /// Goes to the provider and comes back, as far as its answer.
    fn way(&self, next: &str) -> Way {
        let address = format!("/sign-in/provider?next={next}");
        let answer = self.knock(&Knock { address: &address, ..Knock::default() });
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let sent_to = answer.headers["location"].to_str().unwrap();
        Way { carried: cookie(&answer, "kd_errand").unwrap(), asked: self.liar.arrive(sent_to) }
    }

    fn back(&self, way: &Way, token: Option<&str>) -> Answer {
        let address = format!("/sign-in/provider/back?{}", way.asked);
        let errand = Some(&*way.carried);
        self.knock(&Knock { address: &address, errand, token, ..Knock::default() })
    }

    fn tie(&self, subject: &str) {
        let actor = accounts::visit(&self.books.app, &self.token).unwrap().unwrap().actor;
        let issuer = self.liar.issuer();
        let proven = Proven { issuer, subject, named: None };
        accounts::tie_own_identity(&self.books.app, &actor, &proven).unwrap();
    }

    fn post(&self, address: &str, form: &str, token: &str) -> Answer {
        self.knock(&Knock { verb: "POST", address, form, token: Some(token), ..Knock::default() })
    }
}

/// A cookie of an answer; none where it is not given or taken away.
fn cookie(answer: &Answer, name: &str) -> Option<String> {
    let lines = answer.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
    let mut values = lines.filter_map(|line| line.strip_prefix(&format!("{name}=")));
    let value = values.next()?.split(';').next()?.to_owned();
    Some(value).filter(|value| !value.is_empty())
}

fn code(answer: &Answer) -> &str {
    let marked = answer.text.split("<small class=\"mut\">[").nth(1).unwrap_or_default();
    marked.split(']').next().unwrap_or_default()
}

#[test]
fn who_has_a_tied_identity_signs_in_by_it_and_comes_to_the_page_asked_for() {
    let office = Office::new();
    office.tie("nguoi-1");
    let way = office.way("/units?unit%3Dquan-k");
    let answer = office.back(&way, None);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(answer.headers["location"], "/units?unit=quan-k");
    let token = cookie(&answer, "kd").unwrap();
    let page = office.knock(&Knock { address: "/me", token: Some(&token), ..Knock::default() });
    assert!(page.text.contains("Lê Thị Sổ"), "{}", page.text);
    assert_eq!(cookie(&answer, "kd_errand"), None, "the errand is over");
    let noted = office.books.noted("accounts.identity_used");
    assert!(noted.len() == 1 && noted[0].contains(office.liar.issuer()), "{noted:?}");
    assert_eq!(office.books.noted("accounts.signed_in").len(), 2);
}

#[test]
fn the_door_shows_the_way_only_where_the_office_named_a_provider() {
    let office = Office::new();
    let with = office.knock(&Knock { address: "/sign-in?next=/units", ..Knock::default() });
    assert!(with.text.contains("/sign-in/provider?next=%2Funits"), "{}", with.text);
    assert!(with.text.contains("Đăng nhập bằng Cổng thử"));
    let without = office.books.knock(&Knock { address: "/sign-in", ..Knock::default() });
    assert!(!without.text.contains("/sign-in/provider"));
    for address in ["/sign-in/provider", "/sign-in/provider/back"] {
        let answer = office.books.knock(&Knock { address, ..Knock::default() });
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[test]
fn an_identity_tied_to_nobody_opens_nothing_and_is_told_how_to_be_tied() {
    let office = Office::new();
    let answer = office.back(&office.way("/"), None);
    assert_eq!((answer.status, code(&answer)), (StatusCode::FORBIDDEN, "identity_not_tied"));
    assert!(answer.text.contains("nguoi-1") && answer.text.contains("name=\"password\""));
    assert_eq!(cookie(&answer, "kd"), None);
}

#[test]
fn a_mail_address_or_a_name_ties_nothing() {
    let office = Office::new();
    office.tie("nguoi-1@cong.example");
    assert_eq!(code(&office.back(&office.way("/"), None)), "identity_not_tied");
}

#[test]
fn a_forged_answer_lets_nobody_in() {
    let office = Office::new();
    office.tie("nguoi-1");
    let other = |text: &str| Some(text.to_owned());
    for (what, says) in [
        ("issuer", Says { issuer: other("https://elsewhere.example"), ..Says::default() }),
        ("audience", Says { audience: other("another-program"), ..Says::default() }),
        ("expired", Says { holds: -1, ..Says::default() }),
        ("nonce", Says { nonce: other("of another errand"), ..Says::default() }),
        ("unsigned", Says { algorithm: "none", ..Says::default() }),
        ("another key", Says { other_key: true, ..Says::default() }),
        ("a shared secret", Says { algorithm: "HS256", ..Says::default() }),
    ] {
        office.liar.say(says);
        let answer = office.back(&office.way("/"), None);
        assert_eq!(code(&answer), "identity_unproven", "{what}: {}", answer.text);
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{what}");
        assert_eq!(cookie(&answer, "kd"), None, "{what}");
    }
    assert!(office.books.noted("accounts.identity_used").is_empty());
}

#[test]
fn an_answer_works_once_in_the_browser_that_asked_and_with_its_own_state() {
    let office = Office::new();
    office.tie("nguoi-1");
    let way = office.way("/");
    let elsewhere = Way { carried: "a".repeat(64), asked: way.asked.clone() };
    assert_eq!(code(&office.back(&elsewhere, None)), "errand_unknown");
    let none = format!("/sign-in/provider/back?{}", way.asked);
    let none = office.knock(&Knock { address: &none, ..Knock::default() });
    assert_eq!(code(&none), "errand_unknown");
    let state = field(&way.asked, "state");
    let forged = Way { asked: way.asked.replace(&state, &"b".repeat(64)), ..way };
    assert_eq!(code(&office.back(&forged, None)), "errand_unknown");
    // What others tried took nothing from who came first; what was used is used.
    let right = Way { asked: forged.asked.replace(&"b".repeat(64), &state), ..forged };
    assert_eq!(office.back(&right, None).status, StatusCode::SEE_OTHER);
    let replayed = office.back(&right, None);
    assert_eq!((replayed.status, code(&replayed)), (StatusCode::BAD_REQUEST, "errand_unknown"));
}

#[test]
fn an_answer_that_comes_too_late_is_no_use() {
    let office = Office::new();
    office.tie("nguoi-1");
    let way = office.way("/");
    let now = kernel::Clock::now(&*office.books.clock);
    office.books.clock.set(kernel::Instant(now.0 + 15 * 60_000 + 1));
    assert_eq!(code(&office.back(&way, None)), "errand_unknown");
}

#[test]
fn a_code_that_was_traded_before_is_refused_by_the_provider_and_here() {
    let office = Office::new();
    office.tie("nguoi-1");
    let first = office.way("/");
    assert_eq!(office.back(&first, None).status, StatusCode::SEE_OTHER);
    let second = office.way("/");
    let (old, new) = (field(&first.asked, "code"), field(&second.asked, "code"));
    let replayed = Way { asked: second.asked.replace(&new, &old), ..second };
    assert_eq!(code(&office.back(&replayed, None)), "code_not_taken");
}

#[test]
fn another_provider_in_the_answer_is_refused_before_its_code_is_sent_anywhere() {
    let office = Office::new();
    office.tie("nguoi-1");
    let way = office.way("/");
    let asked = format!("iss=https%3A%2F%2Felsewhere.example&{}", way.asked);
    assert_eq!(code(&office.back(&Way { asked, ..way }, None)), "identity_unproven");
}

#[test]
fn who_says_no_at_the_provider_is_back_at_the_door() {
    let office = Office::new();
    let way = office.way("/");
    let asked = format!("error=access_denied&state={}", field(&way.asked, "state"));
    let answer = office.back(&Way { asked, ..way }, None);
    assert_eq!(code(&answer), "provider_said_no");
    assert!(answer.text.contains("name=\"password\""));
}

#[test]
fn a_provider_that_is_away_leaves_the_password_form() {
    let office = Office::new();
    let gone = oidc::Settings {
        issuer: "http://127.0.0.1:9".to_owned(),
        client: "so".to_owned(),
        back: BACK.to_owned(),
        name: "Cổng xa".to_owned(),
        ..oidc::Settings::default()
    };
    let provider = Arc::new(Provider::new(gone).unwrap());
    let knock = Knock { address: "/sign-in/provider", ..Knock::default() };
    let answer = office.books.knock(&Knock { provider: Some(&provider), ..knock });
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(code(&answer), "provider_away");
    assert!(answer.text.contains("name=\"password\""), "{}", answer.text);
}

#[test]
fn nobody_is_led_elsewhere_by_the_way_back() {
    let office = Office::new();
    office.tie("nguoi-1");
    for next in ["https://elsewhere.example", "//elsewhere.example", "/%5Celsewhere.example"] {
        let answer = office.back(&office.way(next), None);
        assert_eq!(answer.headers["location"], "/", "{next}");
    }
}

#[test]
fn a_token_planted_before_is_worth_nothing_after_the_way_back() {
    let office = Office::new();
    office.tie("nguoi-1");
    let planted = "a".repeat(64);
    let answer = office.back(&office.way("/"), Some(&planted));
    let token = cookie(&answer, "kd").unwrap();
    assert_ne!(token, planted);
    let knock = Knock { address: "/me", token: Some(&planted), ..Knock::default() };
    assert_eq!(office.knock(&knock).status, StatusCode::SEE_OTHER);
}

#[test]
fn the_second_factor_of_the_account_is_asked_all_the_same() {
    let office = Office::new();
    office.tie("nguoi-1");
    let app = &office.books.app;
    let actor = accounts::visit(app, &office.token).unwrap().unwrap().actor;
    let key = accounts::begin_totp(app);
    let bytes = totp(&key, app.now());
    accounts::confirm_totp(app, &actor, &key, &bytes).unwrap();
    let answer = office.back(&office.way("/units"), None);
    assert_eq!(answer.headers["location"], "/sign-in/second?next=%2Funits");
    let half = cookie(&answer, "kd").unwrap();
    let knock = Knock { address: "/me", token: Some(&half), ..Knock::default() };
    assert_eq!(office.knock(&knock).status, StatusCode::SEE_OTHER, "half-way is not in");
}

/// The code an authenticator shows for a key at a moment.
fn totp(key: &str, now: kernel::Instant) -> String {
    let bytes = totp_rs::Secret::Encoded(key.to_owned()).to_bytes().unwrap();
    let machine = totp_rs::TOTP::new(totp_rs::Algorithm::SHA1, 6, 1, 30, bytes).unwrap();
    machine.generate((now.0 / 1000) as u64)
}

#[test]
fn an_owner_ties_an_identity_after_the_password_and_a_sign_in_there() {
    let office = Office::new();
    let form = format!("tie_password={}", PASSWORD.replace(' ', "+"));
    let page = office.post("/me/identity", &form, &office.token);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let href = page.text.split("href=\"").map(|part| part.split('"').next().unwrap());
    let sent_to = href.filter(|each| each.contains("/authorize?")).next().unwrap();
    let asked = office.liar.arrive(&sent_to.replace("&amp;", "&"));
    let way = Way { carried: cookie(&page, "kd_errand").unwrap(), asked };
    let answer = office.back(&way, Some(&office.token));
    assert_eq!(answer.headers["location"], "/me", "{}", answer.text);
    let me =
        office.knock(&Knock { address: "/me", token: Some(&office.token), ..Knock::default() });
    assert!(me.text.contains("nguoi-1@cong.example"), "{}", me.text);
    assert_eq!(office.back(&office.way("/"), None).status, StatusCode::SEE_OTHER);
    assert_eq!(office.books.noted("accounts.identity_tied").len(), 1);
}

#[test]
fn a_wrong_password_ties_nothing_and_the_provider_is_not_asked() {
    let office = Office::new();
    let page = office.post("/me/identity", "tie_password=sai+het+ca+roi", &office.token);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("wrong_password") && page.text.contains("#f-tie_password"));
    assert_eq!(cookie(&page, "kd_errand"), None);
}

#[test]
fn a_tie_begun_by_one_account_is_not_finished_by_another() {
    let office = Office::new();
    let form = format!("tie_password={}", PASSWORD.replace(' ', "+"));
    let page = office.post("/me/identity", &form, &office.token);
    let href = page.text.split("href=\"").map(|part| part.split('"').next().unwrap());
    let sent_to = href.filter(|each| each.contains("/authorize?")).next().unwrap();
    let asked = office.liar.arrive(&sent_to.replace("&amp;", "&"));
    let way = Way { carried: cookie(&page, "kd_errand").unwrap(), asked };
    let other = office.books.account("lan", "clerk", "quan-k");
    assert_eq!(code(&office.back(&way, Some(&other))), "errand_of_another");
    assert_eq!(code(&office.back(&office.way("/"), None)), "identity_not_tied");
}

#[test]
fn who_governs_an_account_ties_and_unties_by_the_subject() {
    let office = Office::new();
    let chief = office.books.account("truong", "head", "quan-k");
    let tie = |subject: &str| {
        let form = format!("subject={subject}");
        office.post("/accounts/hang/identity", &form, &chief)
    };
    assert_eq!(tie("nguoi-1").status, StatusCode::SEE_OTHER);
    assert_eq!(code(&tie("nguoi-1")), "identity_already_tied");
    assert_eq!(code(&tie("")), "bad_identity");
    let signed = office.back(&office.way("/"), None);
    let token = cookie(&signed, "kd").unwrap();
    let card =
        office.knock(&Knock { address: "/accounts/hang", token: Some(&chief), ..Knock::default() });
    let marked = card.text.split("name=\"identity\" value=\"").nth(1).unwrap();
    let id = marked.split('"').next().unwrap();
    let untie =
        |id: &str| office.post("/accounts/hang/identity/untie", &format!("identity={id}"), &chief);
    assert_eq!(code(&untie("0000000000009")), "unknown_identity");
    assert_eq!(untie(id).status, StatusCode::SEE_OTHER);
    let knock = Knock { address: "/me", token: Some(&token), ..Knock::default() };
    assert_eq!(office.knock(&knock).status, StatusCode::SEE_OTHER, "its sign-ins ended");
    assert_eq!(code(&office.back(&office.way("/"), None)), "identity_not_tied");
}

#[test]
fn nobody_ties_an_identity_to_an_account_that_may_do_more() {
    let office = Office::new();
    office.books.account("quan", "administrator", "ha-noi");
    let chief = office.books.account("truong", "head", "quan-k");
    let answer = office.post("/accounts/quan/identity", "subject=nguoi-9", &chief);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let own = office.post("/accounts/truong/identity", "subject=nguoi-9", &chief);
    assert_eq!(code(&own), "own_account");
}

#[test]
fn a_closed_account_is_not_entered_by_its_identity() {
    let office = Office::new();
    office.tie("nguoi-1");
    let chief = office.books.account("truong", "head", "quan-k");
    let closed = office.post("/accounts/hang/close", "sure=yes", &chief);
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text);
    assert_eq!(code(&office.back(&office.way("/"), None)), "identity_not_tied");
}

#[test]
fn who_signs_out_is_told_that_the_provider_is_still_signed_in() {
    let office = Office::new();
    office.tie("nguoi-1");
    let signed = office.back(&office.way("/"), None);
    let token = cookie(&signed, "kd").unwrap();
    let left = office.post("/sign-out", "", &token);
    assert_eq!(left.headers["location"], "/sign-in?left=1");
    let door = office.knock(&Knock { address: "/sign-in?left=1", ..Knock::default() });
    assert!(door.text.contains(&format!("{}/out?client_id=ket-doan", office.liar.issuer())));
    let signed_in = accounts::visit(&office.books.app, &token).unwrap();
    assert!(signed_in.is_none());
    let again = accounts::sign_in(&office.books.app, "hang", PASSWORD, &Visitor::default());
    assert!(again.is_ok(), "the password still works");
}
