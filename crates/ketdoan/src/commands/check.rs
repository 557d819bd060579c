//! `check`: soát số liệu of a published text.

use std::io::Read as _;

use anyhow::Context;
use clap::ArgMatches;

use super::{flag, text};
use crate::answer;

/// The longest text read from a pipe; `proof` has its own, tighter limit.
const TEXT_MAX: u64 = 64 * 1024 * 1024;

/// Runs `check`.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    let file = text(matches, "file").unwrap_or_default();
    let mut bytes = Vec::new();
    if file == "-" {
        std::io::stdin().lock().take(TEXT_MAX).read_to_end(&mut bytes)?;
    } else {
        let open =
            std::fs::File::open(file).with_context(|| format!("không đọc được tệp {file}"))?;
        open.take(TEXT_MAX).read_to_end(&mut bytes)?;
    }
    let (content, _) = vietnamese::legacy::decode_bytes(&bytes);
    let report = proof::check(&content, &proof::Options::default())?;
    if flag(matches, "json") {
        return answer::json(&report);
    }
    for finding in &report.findings {
        let expected =
            finding.expected.as_deref().map(|right| format!(" → {right}")).unwrap_or_default();
        answer::line(&format!(
            "dòng {}: [{}] {}{expected}. {}",
            finding.line,
            verdict_name(finding.verdict),
            finding.text,
            finding.why
        ));
    }
    Ok(())
}

fn verdict_name(verdict: proof::Verdict) -> &'static str {
    match verdict {
        proof::Verdict::Right => "đúng",
        proof::Verdict::Rounded => "đúng, làm tròn",
        proof::Verdict::Truncated => "cắt bớt, không làm tròn",
        proof::Verdict::Wrong => "sai",
        proof::Verdict::Impossible => "không thể có",
        proof::Verdict::Doubtful => "cần xem lại",
    }
}
