//! A provider that lies, and one that is away.

mod encrypted;

use crate::testing::{Liar, Says, field};
use crate::{Errand, Identity, Provider, Settings};

const BACK: &str = "http://127.0.0.1:8080/sign-in/provider/back";

fn errand() -> Errand {
    Errand { state: "s".repeat(64), nonce: "n".repeat(64), verifier: "v".repeat(64) }
}

/// Sends a browser there and back, and asks who came.
fn asked(liar: &Liar, says: Says) -> Result<Identity, &'static str> {
    liar.say(says);
    let provider = liar.provider(BACK);
    let sent_to = provider.begin(&errand()).unwrap();
    let back = liar.arrive(&sent_to);
    provider.identity(&field(&back, "code"), &errand()).map_err(|refusal| refusal.code)
}

#[test]
fn a_browser_is_sent_with_state_nonce_and_the_hash_of_the_verifier_alone() {
    let liar = Liar::new();
    let sent_to = liar.provider(BACK).begin(&errand()).unwrap();
    assert!(sent_to.starts_with(&format!("{}/authorize?", liar.issuer())), "{sent_to}");
    let asked = sent_to.split_once('?').unwrap().1;
    for (name, value) in [
        ("response_type", "code"),
        ("scope", "openid"),
        ("redirect_uri", BACK),
        ("code_challenge_method", "S256"),
        ("state", &errand().state),
        ("nonce", &errand().nonce),
    ] {
        assert_eq!(field(asked, name), value, "{name}");
    }
    assert!(!sent_to.contains(&errand().verifier) && !sent_to.contains("bi"), "{sent_to}");
}

#[test]
fn who_signed_in_there_is_told_by_issuer_and_subject() {
    let liar = Liar::new();
    let told = asked(&liar, Says::default()).unwrap();
    assert_eq!((told.issuer.as_str(), told.subject.as_str()), (liar.issuer(), "nguoi-1"));
    assert_eq!(told.named.as_deref(), Some("nguoi-1@cong.example"));
}

#[test]
fn a_forged_answer_proves_nobody() {
    let liar = Liar::new();
    let other = |text: &str| Some(text.to_owned());
    for (what, says) in [
        ("issuer", Says { issuer: other("https://elsewhere.example"), ..Says::default() }),
        ("audience", Says { audience: other("another-program"), ..Says::default() }),
        ("expired", Says { holds: -1, ..Says::default() }),
        ("nonce", Says { nonce: other("of another errand"), ..Says::default() }),
        ("unsigned", Says { algorithm: "none", ..Says::default() }),
        ("another key", Says { other_key: true, ..Says::default() }),
        ("a shared secret", Says { algorithm: "HS256", ..Says::default() }),
        ("another way", Says { algorithm: "RS256", ..Says::default() }),
        ("nobody", Says { subject: String::new(), ..Says::default() }),
        ("too long", Says { subject: "x".repeat(256), ..Says::default() }),
        ("two lines", Says { subject: "a\nb".to_owned(), ..Says::default() }),
    ] {
        assert_eq!(asked(&liar, says).unwrap_err(), "identity_unproven", "{what}");
    }
}

#[test]
fn a_code_is_traded_once_and_only_with_its_own_verifier() {
    let liar = Liar::new();
    let provider = liar.provider(BACK);
    let code = || field(&liar.arrive(&provider.begin(&errand()).unwrap()), "code");
    let first = code();
    provider.identity(&first, &errand()).unwrap();
    let again = provider.identity(&first, &errand()).unwrap_err();
    assert_eq!(again.code, "code_not_taken");
    let stolen = Errand { verifier: "w".repeat(64), ..errand() };
    assert_eq!(provider.identity(&code(), &stolen).unwrap_err().code, "code_not_taken");
}

#[test]
fn a_provider_that_is_away_is_told_as_away() {
    let gone = Settings {
        issuer: "http://127.0.0.1:9".to_owned(),
        client: "ket-doan".to_owned(),
        back: BACK.to_owned(),
        name: "Cổng thử".to_owned(),
        ..Settings::default()
    };
    let provider = Provider::new(gone).unwrap();
    assert_eq!(provider.begin(&errand()).unwrap_err().code, "provider_away");
    assert_eq!(provider.way_out(), None, "nothing is asked only to tell the way out");
    let liar = Liar::new();
    let broken = Says { is_broken: true, ..Says::default() };
    assert_eq!(asked(&liar, broken).unwrap_err(), "code_not_taken");
}

#[test]
fn nothing_is_sent_in_the_clear_beyond_this_machine() {
    for (issuer, back, code) in [
        ("http://cong.example", BACK, Some("oidc_bad_issuer")),
        ("ftp://cong.example", BACK, Some("oidc_bad_issuer")),
        ("không phải", BACK, Some("oidc_bad_issuer")),
        ("https://cong.example", "http://so.example/back", Some("oidc_bad_address")),
        ("https://cong.example", "https://so.example/back", None),
        ("http://[::1]:9", BACK, None),
        ("http://localhost:9", BACK, None),
        ("http://127.0.0.1.cong.example", BACK, Some("oidc_bad_issuer")),
    ] {
        let settings = Settings {
            issuer: issuer.to_owned(),
            client: "c".to_owned(),
            back: back.to_owned(),
            name: "Cổng".to_owned(),
            ..Settings::default()
        };
        let told = Provider::new(settings).err().map(|refusal| refusal.code);
        assert_eq!(told, code, "{issuer} {back}");
    }
}

#[test]
fn settings_without_a_client_or_with_empty_roots_are_refused() {
    let settings = |client: &str, roots: Option<&[u8]>| Settings {
        issuer: "https://cong.example".to_owned(),
        client: client.to_owned(),
        back: BACK.to_owned(),
        name: "Cổng".to_owned(),
        roots: roots.map(<[u8]>::to_vec),
        ..Settings::default()
    };
    let told = |settings| Provider::new(settings).unwrap_err().code;
    assert_eq!(told(settings("", None)), "oidc_bad_client");
    assert_eq!(told(settings("c", Some(b"no certificate"))), "oidc_bad_roots");
}

#[test]
fn the_way_out_is_told_once_the_provider_was_asked() {
    let liar = Liar::new();
    let provider = liar.provider(BACK);
    provider.begin(&errand()).unwrap();
    let way = provider.way_out().unwrap();
    assert_eq!(way, format!("{}/out?client_id=ket-doan", liar.issuer()));
}
