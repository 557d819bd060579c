//! The library's words and ours: what is asked of a provider, and how each failure is told.

use std::error::Error;
use std::io;

use kernel::Refusal;
use openidconnect::core::{CoreClient, CoreIdToken, CoreJwsSigningAlgorithm};
use openidconnect::{
    ClientId, ClientSecret, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    HttpResponse, IssuerUrl, LogoutRequest, Nonce, ProviderMetadataWithLogout, RedirectUrl,
};

/// What a provider says of itself, with where one signs out.
pub(crate) type Metadata = ProviderMetadataWithLogout;

/// The library's client of a provider that was asked.
pub(crate) type Spoken = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// How a token may be signed: by keys that the provider alone holds. `none` and shared secrets are not among them.
const SIGNED: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What the answer to one errand must say.
pub(crate) struct Asked<'a> {
    pub(crate) issuer: &'a IssuerUrl,
    pub(crate) nonce: &'a Nonce,
}

/// Asks a provider what it says of itself; it must name itself as we do.
pub(crate) fn discover(
    issuer: &IssuerUrl,
    ask: &dyn Fn(HttpRequest) -> io::Result<HttpResponse>,
) -> Result<Metadata, Refusal> {
    Metadata::discover(issuer, &|request: HttpRequest| ask(request)).map_err(|error| away(&error))
}

pub(crate) fn spoken(
    metadata: &Metadata,
    client: &str,
    secret: Option<&str>,
    back: RedirectUrl,
) -> Spoken {
    let secret = secret.map(|secret| ClientSecret::new(secret.to_owned()));
    CoreClient::from_provider_metadata(metadata.clone(), ClientId::new(client.to_owned()), secret)
        .set_redirect_uri(back)
}

/// The subject of a token that holds, and what the person is called there.
pub(crate) fn claims(
    client: &Spoken,
    token: &CoreIdToken,
    asked: &Asked<'_>,
) -> Result<(String, Option<String>), Refusal> {
    // Issuer, audience, expiry, nonce and signature are the library's own checks; what may sign is ours.
    let verifier = client.id_token_verifier().set_allowed_algs(SIGNED);
    let claims = token.claims(&verifier, asked.nonce).map_err(|error| unproven(&told(&error)))?;
    if claims.issuer() != asked.issuer {
        return Err(unproven("another issuer"));
    }
    let called = claims.preferred_username().map(|name| name.as_str().to_owned());
    let called = called.or_else(|| claims.email().map(|mail| mail.as_str().to_owned()));
    let named =
        called.map(|name| name.chars().filter(|each| !each.is_control()).take(120).collect());
    Ok((claims.subject().as_str().to_owned(), named))
}

/// Where one signs out at the provider.
pub(crate) fn way_out(metadata: &Metadata, client: &str) -> Option<String> {
    let end = metadata.additional_metadata().end_session_endpoint.clone()?;
    let request = LogoutRequest::from(end).set_client_id(ClientId::new(client.to_owned()));
    Some(request.http_get_url().into())
}

/// The whole chain of an error in one line, for the log.
fn told(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(each) = cause {
        line = format!("{line}: {each}");
        cause = each.source();
    }
    line
}

/// The provider cannot be asked now.
pub(crate) fn away(error: &dyn Error) -> Refusal {
    tracing::warn!(error = told(error), "the identity provider does not answer as it should");
    Refusal::new(
        "provider_away",
        "Nhà cung cấp danh tính đang không trả lời",
        "Đăng nhập bằng mật khẩu, hoặc thử lại sau ít phút",
    )
}

/// The provider does not take the code: used before, too old, or never its own.
pub(crate) fn not_traded(error: &dyn Error) -> Refusal {
    tracing::warn!(error = told(error), "the identity provider did not take a code");
    Refusal::new(
        "code_not_taken",
        "Nhà cung cấp danh tính không nhận mã đăng nhập này",
        "Bắt đầu đăng nhập lại; nếu vẫn thế, báo người quản trị hệ thống",
    )
}

/// The answer does not prove who it is about.
pub(crate) fn unproven(why: &str) -> Refusal {
    tracing::warn!(why, "an identity token was refused");
    Refusal::new(
        "identity_unproven",
        "Câu trả lời của nhà cung cấp danh tính không qua được kiểm tra, nên không dùng",
        "Bắt đầu đăng nhập lại; nếu vẫn thế, báo người quản trị hệ thống",
    )
}
