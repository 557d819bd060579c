//! Making an article public, and what anybody may read.

use db::Tx;
use kernel::{Actor, Id, Period, Refusal};

use super::model::{PublicArticle, PublicLine, PublicList, PublicReport, PublicRow};
use super::store;
use crate::reports::actions::kept::worded;
use crate::reports::actions::read::filed;
use crate::reports::own_forms::holding;
use crate::reports::{ArticleForm, Key, all_forms, article, known_form};
use crate::{App, Error, Result, awards, units};

/// Makes an article public as the books write it now. An article whose figures do not pass the check stays inside.
pub fn publish_article(
    app: &App,
    actor: &Actor,
    form: &ArticleForm,
    unit: Id,
    period: Period,
) -> Result<Id> {
    app.allow(actor, "reports.approve")?;
    let written = article(app, actor, form, unit, period)?;
    if !written.alarms.is_empty() {
        return Err(Refusal::new(
            "article_not_right",
            "Số liệu trong bài chưa qua kiểm tra nên chưa công bố được",
            "Sửa bản ghi trong sổ cho đúng rồi mở lại bài",
        )
        .into());
    }
    if written.paragraphs.is_empty() {
        return Err(Refusal::new(
            "article_empty",
            "Sổ chưa có số liệu nào cho bài này trong kỳ",
            "Chọn kỳ khác, hoặc ghi sổ trước",
        )
        .into());
    }
    let paragraph =
        |runs: &Vec<crate::reports::Run>| -> String { runs.iter().map(|run| &*run.text).collect() };
    let body: Vec<String> = written.paragraphs.iter().map(paragraph).collect();
    app.write(actor, "reports.approve", "Công bố bài viết", |batch| {
        batch.must_reach(unit)?;
        let said = (&*written.title, &*body.join("\n\n"));
        store::write_article(batch, (unit, &form.code, period), said, None)
    })
}

/// Takes a public article back.
pub fn withdraw_article(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, "reports.approve", "Rút bài viết đã công bố", |batch| {
        let federation = batch.federation();
        let found = store::article(batch.reader()?, federation, id)?.ok_or_else(not_public)?;
        batch.must_reach(found.unit)?;
        let of = (found.unit, &*found.form, found.period);
        store::write_article(batch, of, ("", ""), Some(id)).map(drop)
    })
}

/// The answer for what is not there and for what is not public alike.
fn not_public() -> Refusal {
    Refusal::new(
        "not_public",
        "Không có nội dung công khai ở địa chỉ này",
        "Kiểm tra lại địa chỉ, hoặc hỏi văn phòng liên đoàn",
    )
}

fn unit_of(tx: &mut Tx<'_>, app: &App, code: &str) -> Result<units::UnitState> {
    units::load_by_code(tx, app.federation, code).map_err(|error| match error {
        Error::Refused(_) => not_public().into(),
        other => other,
    })
}

/// What a unit made public. A unit without anything and a unit that is not there give the same answer.
pub fn public_list(app: &App, code: &str) -> Result<PublicList> {
    let (unit, reports, articles, has_roll) = app.db.read(|tx| {
        let unit = unit_of(tx, app, code)?;
        let reports = store::reports(tx, app.federation, unit.id)?;
        let articles = store::articles(tx, app.federation, unit.id)?;
        let has_roll = awards::is_roll_open(tx, app, unit.id)?;
        Ok::<_, Error>((unit, reports, articles, has_roll))
    })?;
    if reports.is_empty() && articles.is_empty() {
        return Err(not_public().into());
    }
    // Anybody may ask for this page: the forms are read once, not once a report.
    let known = all_forms(app)?;
    let reports = reports.into_iter().map(|each| {
        let form = match holding(&known, &each.form, each.period) {
            Some(form) => form,
            None => known_form(app, &each.form, each.period)?,
        };
        let title = form.name.clone();
        Ok(PublicRow { id: each.id, form: each.form, title, period: each.period, on: each.on })
    });
    let articles = articles.into_iter().map(|each| PublicRow {
        id: each.id,
        form: each.form,
        title: each.title,
        period: each.period,
        on: each.on,
    });
    Ok(PublicList {
        unit_name: unit.name,
        reports: reports.collect::<Result<_>>()?,
        articles: articles.collect(),
        has_roll,
    })
}

/// A published report of a unit.
pub fn public_report(app: &App, code: &str, id: Id) -> Result<PublicReport> {
    let found = app.db.read(|tx| store::report(tx, app.federation, id))?.ok_or_else(not_public)?;
    let form = known_form(app, &found.form, found.period)?;
    app.db.read(|tx| {
        let unit = unit_of(tx, app, code)?;
        if unit.id != found.unit {
            return Err(not_public().into());
        }
        // What is public stays as it was filed, also where the form was changed since or is no more.
        let key = Key { unit: unit.id, form, period: found.period };
        let key = worded(tx, app, &key, found.version)?;
        let form = key.form;
        let cells = filed(tx, app, &key, found.version)?;
        let public = form.lines.iter().filter(|line| !line.internal);
        let lines = public.map(|line| {
            let cell = cells.iter().find(|cell| cell.line == line.code);
            PublicLine {
                line,
                state: cell.map(|cell| cell.state),
                value: cell.and_then(|cell| cell.value),
                target: cell.and_then(|cell| cell.target),
            }
        });
        Ok(PublicReport {
            unit_name: unit.name,
            form,
            period: found.period,
            version: found.version,
            on: found.on,
            lines: lines.collect(),
            has_roll: awards::is_roll_open(tx, app, unit.id)?,
        })
    })
}

/// A published article of a unit.
pub fn public_article(app: &App, code: &str, id: Id) -> Result<PublicArticle> {
    app.db.read(|tx| {
        let unit = unit_of(tx, app, code)?;
        let found = store::article(tx, app.federation, id)?.ok_or_else(not_public)?;
        if found.unit != unit.id {
            return Err(not_public().into());
        }
        Ok(PublicArticle {
            unit_name: unit.name,
            title: found.title,
            paragraphs: found.body.split("\n\n").map(str::to_owned).collect(),
            period: found.period,
            on: found.on,
            has_roll: awards::is_roll_open(tx, app, unit.id)?,
        })
    })
}
