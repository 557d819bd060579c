//! `package send`: a package sent to other books by their API.

use std::time::Duration;

use anyhow::Context as _;
use clap::ArgMatches;
use domain::exchange;
use kernel::Refusal;
use ureq::Agent;

use super::{flag, package, text};
use crate::answer;

/// The variable that holds the token where no file does, so that it stands in no list of running programs.
const TOKEN_VARIABLE: &str = "KETDOAN_TOKEN";
/// Bytes of an answer that are read.
const ANSWER_MAX: u64 = 64 * 1024;
/// As long as a package may take on a slow line.
const LONGEST: Duration = Duration::from_mins(2);

/// Sends a package; what the other books refuse is refused here by the same name.
pub(super) fn send(matches: &ArgMatches) -> anyhow::Result<()> {
    let file = package::read(text(matches, "file").unwrap_or_default())?;
    // What would be refused there is told here, and the other office is not bothered.
    exchange::inside(&file)?;
    let base = text(matches, "url").unwrap_or_default().trim_end_matches('/');
    must_be_private(base)?;
    let token = token(text(matches, "token-file"))?;
    let config = Agent::config_builder()
        .timeout_global(Some(LONGEST))
        .http_status_as_error(false)
        .max_redirects(0)
        .build();
    let mut reply = Agent::from(config)
        .post(format!("{base}/api/v1/packages"))
        .header("Authorization", format!("Bearer {token}"))
        .header("Content-Type", "application/json")
        .send(&file[..])
        .with_context(|| format!("gửi tới {base}"))?;
    let status = reply.status();
    let told =
        reply.body_mut().with_config().limit(ANSWER_MAX).read_to_string().unwrap_or_default();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap_or_default();
    let word = |name: &str| told[name].as_str().unwrap_or_default().to_owned();
    if !status.is_success() {
        let (code, title, detail) = (word("code"), word("title"), word("detail"));
        anyhow::ensure!(!code.is_empty(), "{base} trả lời {status}: đó không phải sổ Kết Đoàn");
        anyhow::bail!("{base} không nhận: {title} [{code}]. {detail}.");
    }
    if flag(matches, "json") {
        return answer::json(&told);
    }
    answer::line(&format!("{base} đã nhận: {} ({})", word("id"), word("standing")));
    Ok(())
}

/// A token travels through TLS, or stays on this machine.
fn must_be_private(url: &str) -> Result<(), Refusal> {
    let here = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([':', '/']);
    let is_here = here.iter().any(|name| url.strip_prefix(name).is_some_and(ends));
    if url.starts_with("https://") || is_here {
        return Ok(());
    }
    Err(Refusal::new(
        "insecure_address",
        "Địa chỉ sổ nhận phải bắt đầu bằng https://, để mã truy cập không lộ trên đường",
        "Hỏi nơi nhận địa chỉ https, hoặc gửi gói bằng tệp",
    ))
}

fn token(file: Option<&str>) -> anyhow::Result<String> {
    let told = match file {
        Some(file) => std::fs::read_to_string(file).with_context(|| format!("đọc {file}"))?,
        None => std::env::var(TOKEN_VARIABLE).unwrap_or_default(),
    };
    let token = told.trim().to_owned();
    if token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(token);
    }
    Err(Refusal::new(
        "no_token",
        "Thiếu mã truy cập do nơi nhận cấp, hoặc mã không đúng 64 chữ",
        "Xin nơi nhận tạo mã ở trang Tài khoản của tôi, lưu vào tệp rồi thêm --token-file TỆP",
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::must_be_private;

    #[test]
    fn a_token_leaves_this_machine_only_through_tls() {
        for good in
            ["https://so.vn", "http://127.0.0.1:8080", "http://localhost", "http://[::1]:80/x"]
        {
            assert!(must_be_private(good).is_ok(), "{good}");
        }
        for bad in
            ["http://so.vn", "http://localhost.so.vn", "http://127.0.0.1.so.vn:80", "so.vn", ""]
        {
            assert_eq!(must_be_private(bad).unwrap_err().code, "insecure_address", "{bad}");
        }
    }
}
