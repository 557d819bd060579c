//! `eligible`: a whole scope against an award, or against all of them.

use clap::ArgMatches;
use domain::eligibility::{Against, Sweep, against, sweep};
use kernel::{Day, Refusal};
use vietnamese::number::format_integer;

use super::{flag, text};
use crate::{answer, books};

/// Stands for every award where one is named.
const ALL: &str = "all";

/// Runs `eligible`.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    let award = text(matches, "award").filter(|code| *code != ALL);
    let scope = text(matches, "scope").unwrap_or_default();
    let app = books::open(matches)?;
    let on = text(matches, "on").map(Day::parse).transpose()?.unwrap_or_else(|| app.today());
    if let Some(other) = text(matches, "against").map(Day::parse).transpose()? {
        let award = award.ok_or_else(|| {
            Refusal::new(
                "against_needs_award",
                "--against chỉ so sánh được một khen thưởng mỗi lần",
                "Nêu mã khen thưởng thay cho all",
            )
        })?;
        let told = against(&app, &books::operator(), scope, (award, false), (on, other))?;
        if flag(matches, "json") {
            return answer::json(&told);
        }
        print_against(&told, on, other);
        return Ok(());
    }
    let told = sweep(&app, &books::operator(), scope, award, on)?;
    if flag(matches, "json") {
        return answer::json(&told);
    }
    print(&told, on);
    Ok(())
}

fn print(told: &Sweep, on: Day) {
    let members = format_integer(told.members as i64);
    answer::line(&format!("{} · ngày {} · {members} đoàn viên", told.scope, on.vi()));
    for row in &told.rows {
        let counts: Vec<String> = (row.counts.iter())
            .filter(|(_, count)| *count > 0)
            .map(|(state, count)| format!("{} {}", name_of(state), format_integer(*count as i64)))
            .collect();
        answer::line(&format!("{:<44} {:<60} {}", row.award, row.name, counts.join(" · ")));
    }
    for each in &told.proposed {
        answer::line(&format!(
            "{}  {}  {}  {} tháng quy đổi",
            name_of(each.state),
            each.name,
            each.unit,
            format_integer(each.service_months)
        ));
    }
}

fn print_against(told: &Against, on: Day, other: Day) {
    let members = format_integer(told.members as i64);
    answer::line(&format!(
        "{} · dữ kiện ngày {} · theo quy định ngày {} và ngày {} · {members} đoàn viên",
        told.scope,
        on.vi(),
        on.vi(),
        other.vi()
    ));
    for (first, second, count) in &told.counts {
        let count = format_integer(*count as i64);
        let same = if first == second { "như nhau" } else { "khác nhau" };
        answer::line(&format!("{} → {}: {count} ({same})", name_of(first), name_of(second)));
    }
    for each in &told.otherwise {
        answer::line(&format!(
            "{}  {}  {} → {}",
            each.name,
            each.unit,
            name_of(each.first),
            name_of(each.second)
        ));
    }
}

fn name_of(state: &str) -> &'static str {
    match state {
        "eligible" => "đủ điều kiện",
        "meets_known" => "đạt các điều kiện đã biết",
        "needs_evidence" => "cần minh chứng",
        "on_hold" => "chưa xét",
        "not_eligible" => "không đủ điều kiện",
        _ => "chưa có quy định đã kiểm chứng",
    }
}
