//! Many certificates of a decision set as one job, so that who asks can go on meanwhile.

use kernel::{Actor, Id, Refusal};
use serde::{Deserialize, Serialize};

use crate::certificates::model::Certificate;
use crate::jobs::{self, Done, Job, NewJob, Progress, State};
use crate::{App, Error, Result, files};

/// The kind of the job.
const KIND: &str = "certificates";

/// What makes pages of certificates: these books do not know how paper looks.
pub trait Prints: Send + Sync {
    /// The certificates, each with the letters of its square, as one file.
    fn certificates(
        &self,
        run: &[(Certificate, String)],
        how: &How,
    ) -> std::result::Result<Vec<u8>, Refusal>;
}

/// How certificates are set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct How {
    /// With our frame, or the words alone.
    pub frame: bool,
    /// The address at which anybody verifies a code, up to the code.
    pub verify_at: String,
}

#[derive(Serialize, Deserialize)]
struct Asked {
    document: String,
    how: How,
}

#[derive(Serialize, Deserialize)]
struct Answer {
    decision: String,
    count: usize,
}

/// Asks for all certificates of a decision that stand.
pub fn ask_run(app: &App, actor: &Actor, document: Id, how: &How) -> Result<Id> {
    let found = super::of_decision(app, actor, document)?;
    let unit = found.first().map(|each| each.certificate.unit);
    let input = text(&Asked { document: document.to_string(), how: how.clone() })?;
    jobs::ask(app, actor, &NewJob { kind: KIND, unit, input: &input, file: None, is_draft: false })
}

/// Sets them.
pub(crate) fn run_job(
    app: &App,
    actor: &Actor,
    job: &Job,
    progress: &Progress<'_>,
) -> Result<Done> {
    let broken = || Error::Broken("không đọc được việc in giấy".to_owned());
    let Asked { document, how } = serde_json::from_str(&job.input).map_err(|_| broken())?;
    let document = Id::parse(&document).ok_or_else(broken)?;
    let press = app.press.as_ref().ok_or_else(no_press)?;
    let found = super::of_decision(app, actor, document)?;
    let standing = found.iter().filter(|each| each.certificate.revoked.is_none());
    let ids: Vec<Id> = standing.map(|each| each.certificate.id).collect();
    let run = super::printed(app, actor, &ids)?;
    progress.tell("Đang dàn trang", 0, run.len())?;
    let bytes = press.certificates(&run, &how)?;
    progress.tell("Đang cất tệp", run.len(), run.len())?;
    let decision = run.first().map_or_else(String::new, |(first, _)| first.decision.clone());
    app.db.write(|tx| {
        let hash = files::put_in(app, tx, "giay-khen.pdf", &bytes)?;
        jobs::set_answer_file(tx, app.federation, job.id, Some(&hash))
    })?;
    Ok(Done { answer: text(&Answer { decision, count: run.len() })? })
}

/// The file of a job of one's own that is done, with the decision's number.
pub fn run_file(app: &App, actor: &Actor, id: Id) -> Result<(String, Vec<u8>)> {
    app.allow(actor, "certificates.print")?;
    let job = jobs::find(app, actor, id)?;
    let done = (job.kind == KIND && job.state == State::Done).then_some(&job);
    let answer = done.and_then(|job| serde_json::from_str(job.answer.as_deref()?).ok());
    let (Some(Answer { decision, .. }), Some(hash)) = (answer, &job.answer_file) else {
        let no = "Lần in này chưa xong, hoặc tệp đã quá hạn giữ";
        return Err(Refusal::new("not_done", no, "Chờ việc xong, hoặc in lại").into());
    };
    if let Some(unit) = job.unit {
        let today = app.today();
        app.db.read(|tx| app.must_reach(tx, actor, "certificates.print", unit, today))?;
    }
    Ok((decision, app.db.read(|tx| files::load(app, tx, hash))?))
}

fn no_press() -> Error {
    let no = "Máy chủ này không mở phần in văn bản";
    Refusal::new("no_press", no, "Mở sổ bằng lệnh ketdoan serve").into()
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::Broken("không ghi được việc in".to_owned()))
}
