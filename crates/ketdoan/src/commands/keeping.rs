//! Keeping the books: `migrate`, `doctor`, `backup`, `restore`, `dump`, `unit add`.

use std::path::Path;

use clap::ArgMatches;
use domain::books::BackupReport;
use domain::units::{Entry, NewUnit, open_unit, scope_of_code};
use kernel::{Block, Day, Refusal, UnitKind};
use vietnamese::number::format_integer;

use super::{flag, text};
use crate::answer::{self, Progress};
use crate::books;

/// Runs one of the commands of this family.
pub(super) fn run(name: &str, matches: &ArgMatches) -> anyhow::Result<()> {
    let app = books::open(matches)?;
    let actor = books::operator();
    let file = || Path::new(text(matches, "file").unwrap_or_default());
    match name {
        "migrate" => answer::line("Lược đồ của sổ đã ở bản mới nhất."),
        "doctor" => return examine(matches, &app),
        "backup" => return told(matches, "Đã sao lưu", &app.backup(&actor, file())?),
        "restore" => return told(matches, "Đã phục hồi từ", &app.restore(&actor, file())?),
        "dump" => {
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            app.dump(&actor, &mut out)?;
        }
        _ => {}
    }
    Ok(())
}

fn told(matches: &ArgMatches, what: &str, report: &BackupReport) -> anyhow::Result<()> {
    if flag(matches, "json") {
        return answer::json(report);
    }
    answer::line(&format!(
        "{what} {}: {} dòng, đến đợt ghi số {}, dấu {}.",
        report.file,
        format_integer(report.rows as i64),
        format_integer(report.batches),
        report.hash
    ));
    answer::line(
        "Khóa ketdoan.key không nằm trong bản sao lưu: cất giữ riêng, thiếu khóa thì không đọc được số căn cước.",
    );
    Ok(())
}

fn examine(matches: &ArgMatches, app: &domain::App) -> anyhow::Result<()> {
    let progress = Progress::start("đang kiểm tra sổ");
    let report =
        domain::keeping::examine(app, &books::operator(), &mut |what| progress.tell(what))?;
    drop(progress);
    if flag(matches, "json") {
        answer::json(&report)?;
    } else {
        answer::line(&format!(
            "Đã tính lại {} đợt ghi, {} dòng, {} bút toán, {} số cộng dồn.",
            format_integer(report.batches),
            format_integer(report.facts),
            format_integer(report.postings),
            format_integer(report.rollups)
        ));
        for finding in &report.findings {
            answer::line(&format!(
                "✗ [{}] bảng {}, dòng {}: {}",
                finding.law, finding.table, finding.row, finding.what
            ));
        }
    }
    if report.findings.is_empty() {
        if !flag(matches, "json") {
            answer::line("✓ Sổ toàn vẹn.");
        }
        return Ok(());
    }
    let message = format!("Sổ có {} chỗ không khớp", report.findings.len());
    Err(Refusal::new(
        "books_broken",
        message,
        "Giữ nguyên hiện trạng và phục hồi từ bản sao lưu gần nhất",
    )
    .into())
}

/// `unit add`.
pub(super) fn unit(matches: &ArgMatches) -> anyhow::Result<()> {
    let Some((_, own)) = matches.subcommand() else { return Ok(()) };
    let app = books::open(own)?;
    let actor = books::operator();
    let manager = text(own, "under").map(|code| scope_of_code(&app, &actor, code)).transpose()?;
    let kind = text(own, "kind").and_then(UnitKind::from_code).unwrap_or(UnitKind::Grassroots);
    let new = NewUnit {
        code: text(own, "code").unwrap_or_default().to_owned(),
        name: text(own, "name").unwrap_or_default().to_owned(),
        kind,
        block: text(own, "block").and_then(Block::from_code).unwrap_or(Block::Other),
        address: None,
        employer: None,
        manager,
        from: Day::parse(text(own, "from").unwrap_or_default())?,
        entry: if kind == UnitKind::External { Entry::External } else { Entry::BroughtForward },
        method: None,
        members: None,
        document: None,
        import: None,
    };
    let id = open_unit(&app, &actor, &new)?;
    answer::line(&format!("Đã ghi đơn vị {} ({}), số {id}.", new.name, new.code));
    Ok(())
}
