//! `article`: an article written from the books, checked before it is printed.

use clap::ArgMatches;
use domain::reports::{article, article_forms, find_article};
use domain::units;
use kernel::{Period, Refusal};

use super::{flag, text};
use crate::{answer, books};

/// Prints an article, or the templates there are.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    let Some(code) = text(matches, "form") else { return list(matches) };
    let form = find_article(code)?;
    let (Some(scope), Some(period)) = (text(matches, "scope"), text(matches, "period")) else {
        return Err(Refusal::new(
            "scope_or_period_missing",
            "Chưa nêu đơn vị hoặc kỳ của bài",
            "Thêm --scope MÃ --period KỲ",
        )
        .into());
    };
    let (app, actor) = (books::open(matches)?, books::operator());
    let unit = units::scope_of_code(&app, &actor, scope)?;
    let written = article(&app, &actor, form, unit, Period::parse(period)?)?;
    if flag(matches, "json") {
        return answer::json(&written);
    }
    if let Some(alarm) = written.alarms.first() {
        let message = format!("Bài có số liệu không đúng: “{}”. {}", alarm.text, alarm.why);
        let remedy = "Sửa câu trong mẫu bài rồi viết lại";
        return Err(Refusal::new("article_not_right", message, remedy).into());
    }
    answer::line(&written.text());
    Ok(())
}

#[derive(serde::Serialize)]
struct FormTold<'f> {
    code: &'f str,
    name: &'f str,
}

fn list(matches: &ArgMatches) -> anyhow::Result<()> {
    let forms = article_forms()?;
    if flag(matches, "json") {
        let told = forms.iter().map(|form| FormTold { code: &form.code, name: &form.name });
        return answer::json(&told.collect::<Vec<_>>());
    }
    for form in forms {
        answer::line(&format!("{:<18} {}", form.code, form.name));
    }
    Ok(())
}
