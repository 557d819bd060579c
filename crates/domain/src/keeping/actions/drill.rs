//! A restore drill: a copy becomes books again, which prove themselves and say what the living books say.

use std::path::Path;
use std::sync::Arc;

use db::Db;
use kernel::{Actor, Id, Instant, Period};

use super::examine::found;
use super::{Doing, ask, file_of, folder};
use crate::books::{BackupReport, doctor, schema};
use crate::figures::{FigureSet, Query};
use crate::jobs::{Done, Job, Progress};
use crate::keeping::model::{Difference, Drill, UpkeepKind};
use crate::keeping::store;
use crate::{App, Error, Result, figures};

/// Top units whose figures are asked.
const TOPS: usize = 40;

/// Asks for a trial of a copy.
pub fn ask_drill(app: &App, actor: &Actor, name: &str) -> Result<Id> {
    app.db.read(|tx| app.must_reach_all(tx, actor, "books.drill"))?;
    file_of(app, name)?;
    ask(app, actor, "drill", name)
}

/// Tries a copy. What a program left behind that died of it is thrown away, and the trial begins anew.
pub(crate) fn drill_job(
    app: &App,
    actor: &Actor,
    job: &Job,
    progress: &Progress<'_>,
) -> Result<Done> {
    app.db.read(|tx| app.must_reach_all(tx, actor, "books.drill"))?;
    let name = &*job.input;
    let file = file_of(app, name)?;
    let trial = folder(app)?.join(format!("dien-tap-{}", job.id));
    let doing = Doing { kind: UpkeepKind::Drill, actor, subject: Some(name), began_at: app.now() };
    let _ = std::fs::remove_dir_all(&trial);
    let tried = try_out(app, actor, (file.as_path(), trial.as_path()), progress);
    let _ = std::fs::remove_dir_all(&trial);
    let drill = doing.write(app, tried, Drill::is_good)?;
    Ok(Done { answer: drill.differences.len().to_string() })
}

/// Restores a copy into books of its own, for as long as this takes.
fn try_out(
    app: &App,
    actor: &Actor,
    (file, folder): (&Path, &Path),
    progress: &Progress<'_>,
) -> Result<Drill> {
    progress.tell("Đang phục hồi vào sổ tạm", 0, 0)?;
    std::fs::create_dir_all(folder).map_err(Error::file("tạo sổ tạm"))?;
    let db = Db::open_file(&folder.join("books.db"))?;
    db.write_without_care()?;
    let trial = App::open(db, Arc::clone(&app.clock), app.keys.clone())?;
    let operator = Actor::operator(actor.name.clone());
    let report = trial.restore(&operator, file)?;
    progress.tell("Đang kiểm tra sổ tạm", 0, 0)?;
    let examined = doctor::examine(&trial, &operator, &mut |_| {})?;
    progress.tell("Đang so số liệu với sổ đang dùng", 0, 0)?;
    let mut drill = Drill {
        batches: report.batches,
        batches_now: figures::head(app)?.number,
        rows: report.rows,
        findings: found(&examined),
        ..Drill::default()
    };
    if let Some(at) = same_chain(app, &report, &mut drill)? {
        compare_rows(app, &trial, &report, &mut drill)?;
        compare_figures((app, &trial), &operator, at, &mut drill)?;
    }
    Ok(drill)
}

/// The moment of the copy's last batch, when it is a batch of the living books too.
fn same_chain(app: &App, report: &BackupReport, drill: &mut Drill) -> Result<Option<Instant>> {
    if report.batches == 0 {
        return Ok(Some(app.now()));
    }
    let batch = app.db.read(|tx| store::find_batch(tx, app.federation, report.batches))?;
    let short = |hash: &str| hash.chars().take(12).collect::<String>();
    match batch {
        Some((at, hash)) if short(&hash) == report.hash => Ok(Some(at)),
        other => {
            drill.differences.push(Difference {
                what: format!("dấu của đợt ghi số {}", report.batches),
                here: other.map_or_else(|| "không có".to_owned(), |(_, hash)| short(&hash)),
                there: report.hash.clone(),
            });
            Ok(None)
        }
    }
}

/// As many rows of each sort of fact as the living books had then.
fn compare_rows(app: &App, trial: &App, report: &BackupReport, drill: &mut Drill) -> Result<()> {
    for table in schema::FACTS {
        let count = |app: &App| {
            app.db.read(|tx| store::rows_to(tx, app.federation, table.name, report.batches))
        };
        let (here, there) = (count(app)?, count(trial)?);
        drill.tables += 1;
        if here != there {
            drill.differences.push(Difference {
                what: format!("số dòng của bảng {}", table.name),
                here: here.to_string(),
                there: there.to_string(),
            });
        }
    }
    Ok(())
}

/// The figures of this year and the last, of every top unit. As long as nobody wrote since the copy, both sides are asked
/// the same; else the living books are asked as they were known at the copy's last batch, which costs a fold.
fn compare_figures(
    (app, trial): (&App, &App),
    actor: &Actor,
    at: Instant,
    drill: &mut Drill,
) -> Result<()> {
    let last = drill.batches;
    let is_last = || Ok::<_, Error>(figures::head(app)?.number == last);
    if is_last()? {
        let compared = compared((app, None), (trial, None), actor)?;
        if is_last()? {
            drill.take(compared);
            return Ok(());
        }
    }
    let known = app.db.read(|tx| store::batch_known_at(tx, app.federation, at))?;
    // A later batch of the same millisecond cannot be told from this one, so both sides are asked of the moment before.
    let (here, there) =
        if known == last { (at, None) } else { (Instant(at.0 - 1), Some(Instant(at.0 - 1))) };
    drill.take(compared((app, Some(here)), (trial, there), actor)?);
    Ok(())
}

/// Books, and the moment of knowledge at which they are asked.
type Side<'a> = (&'a App, Option<Instant>);

/// How many figures were asked of both sides, and which differ.
fn compared(
    (app, here): Side<'_>,
    (trial, there): Side<'_>,
    actor: &Actor,
) -> Result<(usize, Vec<Difference>)> {
    let (mut count, mut differences) = (0, Vec::new());
    let this = app.today().year();
    for top in trial.db.read(|tx| store::tops(tx, trial.federation, TOPS))? {
        for period in [this - 1, this].into_iter().filter_map(Period::year) {
            let asked = |known_at| Query { known_at, ..Query::of(&top, period) };
            let copied = figures::figures(trial, actor, &asked(there))?;
            match figures::figures(app, actor, &asked(here)) {
                Ok(living) => compare(&living, &copied, &mut count, &mut differences),
                Err(Error::Refused(refusal)) => differences.push(Difference {
                    what: format!("số liệu của {top}, kỳ {}", period.code()),
                    here: refusal.message,
                    there: "có".to_owned(),
                }),
                Err(error) => return Err(error),
            }
        }
    }
    Ok((count, differences))
}

fn compare(
    living: &FigureSet,
    copied: &FigureSet,
    count: &mut usize,
    differences: &mut Vec<Difference>,
) {
    let text = |value: Option<i64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    for (one, other) in living.figures.iter().zip(&copied.figures) {
        *count += 1;
        if one.value != other.value {
            differences.push(Difference {
                what: format!("{} của {}, kỳ {}", one.name, living.scope_name, living.period),
                here: text(one.value),
                there: text(other.value),
            });
        }
    }
}
