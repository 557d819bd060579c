//! What is done with one nomination: appraised, returned, taken back or out, looked at again.

use axum::response::Response;
use domain::rounds::{
    Mark, accept, mark, pass_on, recall, reconsider, return_file, withdraw as withdraw_nomination,
};
use kernel::{Refusal, Text};

use super::page::{id_of, must_record, nomination_at};
use super::{nomination, words as w};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Carries out what was pressed.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, _) = visit.raw.understood(visit.today);
    let id = id_of(visit)?;
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let why = form.text("why");
    let told: Result<Text, domain::Error> = match form.text("do") {
        "save" => mark(app, actor, id, &marks(visit)).map(|()| w::DID_MARK),
        "accept" => accept(app, actor, id, &marks(visit)).map(|()| w::DID_ACCEPT),
        "complete" => accept(app, actor, id, &[]).map(|()| w::DID_ACCEPT),
        "return" => {
            return_file(app, actor, id, &marks(visit), form.some("note")).map(|()| w::DID_RETURN)
        }
        "recall" => recall(app, actor, id).map(|()| w::DID_RECALL),
        "withdraw" => withdraw_nomination(app, actor, id, why).map(|()| w::DID_WITHDRAW),
        "reconsider" => reconsider(app, actor, id, why).map(|()| w::DID_RECONSIDER),
        "pass-on" => pass_on(app, actor, id, visit.today, why).map(|()| w::DID_PASS_ON),
        _ => Err(unknown().into()),
    };
    carried_out(
        visit,
        told,
        |done| visit.done(&nomination_at(&question, id), visit.say.text(done)),
        nomination::show,
    )
}

fn unknown() -> Refusal {
    Refusal::new("unknown_step", "Không rõ việc cần làm với hồ sơ", "Bấm một nút trên trang")
}

/// The judgements on items as they were chosen; where nothing was, the item is left as it is.
fn marks(visit: &Visit) -> Vec<Mark> {
    let judged = visit.form.fields().filter_map(|(name, judged)| {
        let item = name.strip_prefix("m-")?.to_owned();
        match judged {
            "ok" => Some(Mark { item, reason: None }),
            "back" => {
                let reason = visit.form.text(&format!("w-{item}")).to_owned();
                Some(Mark { item, reason: Some(reason) })
            }
            _ => None,
        }
    });
    judged.collect()
}
