//! A provider behind TLS: it is believed by an authority the office trusts, and by no other.

use std::io;
use std::net::TcpStream;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::crypto::ring;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{BACK, errand};
use crate::Identity;
use crate::testing::{Liar, Says, field};

/// An authority that signs certificates.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let pem = params.self_signed(&key).unwrap().pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// What a server shows that this authority vouches for under a name.
    fn vouches_for(&self, name: &str) -> Arc<ServerConfig> {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([name.to_owned()]).unwrap();
        let shown = params.signed_by(&key, &self.issuer).unwrap();
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![shown.der().clone()], key.into())
            .unwrap();
        Arc::new(config)
    }
}

fn encrypted(config: Arc<ServerConfig>) -> Liar {
    let open = move |stream: TcpStream| {
        let server = ServerConnection::new(Arc::clone(&config)).map_err(io::Error::other)?;
        Ok(StreamOwned::new(server, stream))
    };
    Liar::over("https://localhost", open)
}

/// Asks a provider whose server shows a certificate, trusting one authority.
fn asked(shown: Arc<ServerConfig>, trusted: &Authority) -> Result<Identity, &'static str> {
    let liar = encrypted(shown);
    liar.say(Says::default());
    let provider = liar.provider_trusting(BACK, Some(trusted.pem.clone().into_bytes()));
    let sent_to = provider.begin(&errand()).map_err(|refusal| refusal.code)?;
    let code = field(&liar.arrive(&sent_to), "code");
    provider.identity(&code, &errand()).map_err(|refusal| refusal.code)
}

#[test]
fn a_provider_behind_tls_is_believed_by_an_authority_the_office_trusts_alone() {
    let (own, another) = (Authority::new(), Authority::new());
    let told = asked(own.vouches_for("localhost"), &own).unwrap();
    assert!(told.issuer.starts_with("https://localhost:"), "{told:?}");
    for (what, shown) in [
        ("another authority", another.vouches_for("localhost")),
        ("another name", own.vouches_for("cong.example")),
    ] {
        assert_eq!(asked(shown, &own).unwrap_err(), "provider_away", "{what}");
    }
}
