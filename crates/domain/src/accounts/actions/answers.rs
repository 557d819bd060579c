//! What programs were answered under the names they gave: the same question is answered the same, another one under the
//! same name is refused. The answer stands in the batch that the command wrote, so one never stands without the other.

use kernel::actor::Command;
use kernel::{Actor, Refusal};
use sha2::{Digest, Sha256};

use super::keeping::no_account;
use crate::{App, Error, Result, books};

/// Letters of a name at most.
const NAME_MAX: usize = 100;

/// The actor carrying out a command under a name of the program's own; no two accounts share a name.
pub fn under_name(actor: &Actor, name: &str, question: &[u8]) -> Result<Actor> {
    let account = actor.account.ok_or_else(no_account)?;
    if name.len() > NAME_MAX || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
        let message = "Idempotency-Key phải có 1 đến 100 chữ, không dấu cách";
        return Err(Refusal::new(
            "bad_idempotency_key",
            message,
            "Dùng một mã ngẫu nhiên cho mỗi việc",
        )
        .into());
    }
    let hash: ledger::chain::Hash = Sha256::digest(question).into();
    Ok(actor.clone().under(format!("api-{account}-{name}"), ledger::chain::hex(&hash)))
}

/// What the actor's command answered when it was carried out before; none when it was not.
pub fn answered(app: &App, actor: &Actor) -> Result<Option<String>> {
    let Some(command) = &actor.command else { return Ok(None) };
    let kept = app.db.read(|tx| books::first_answer(tx, app.federation, &command.name))?;
    match kept.map(|kept| of_before(command, &kept)) {
        None => Ok(None),
        Some(Error::Answered(answer)) => Ok(Some(answer)),
        Some(error) => Err(error),
    }
}

/// An answer as the batch keeps it: after the question it answers.
pub(crate) fn kept(command: &Command, answer: &str) -> String {
    format!("{} {answer}", command.question)
}

/// What a command is told that was carried out before.
pub(crate) fn of_before(command: &Command, kept: &str) -> Error {
    match kept.split_once(' ') {
        Some((question, _)) if question != command.question => Refusal::new(
            "idempotency_key_reused",
            "Idempotency-Key này đã dùng cho một việc khác",
            "Dùng một mã mới cho mỗi việc",
        )
        .into(),
        Some((_, answer)) if !answer.is_empty() => Error::Answered(answer.to_owned()),
        // A batch of before the answers stood in them.
        _ => already_recorded().into(),
    }
}

/// The refusal of a command that was carried out before, and whose answer nobody kept.
pub fn already_recorded() -> Refusal {
    Refusal::new(
        "already_recorded",
        "Việc này đã được ghi vào sổ ở lần gửi trước",
        "Không cần gửi lại; mở sổ để xem kết quả",
    )
}
