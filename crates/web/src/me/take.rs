//! All that the books hold of oneself, as a file: for people to read, or for programs.

use std::fmt::Write as _;

use axum::response::Response;
use domain::own::{MyData, my_data};

use super::{owner, record, words};
use crate::audit;
use crate::parts::download;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;

/// The file.
pub(super) fn take(visit: &Visit) -> Result<Response, Problem> {
    owner(visit)?;
    let data = my_data(&visit.app, &visit.actor)?;
    if visit.form.text("as") == "json" {
        let text = serde_json::to_string_pretty(&data).map_err(|error| {
            tracing::error!(%error, "one's own data could not be written");
            Problem::Ours
        })?;
        return Ok(download("du-lieu-cua-toi.json", "application/json", text.into_bytes()));
    }
    let text = as_text(visit.say, &data);
    Ok(download("du-lieu-cua-toi.txt", "text/plain; charset=utf-8", text.into_bytes()))
}

/// The same in words, one fact a line.
fn as_text(say: Say, data: &MyData) -> String {
    let mut text = String::new();
    let mut line = |parts: &str| {
        let _ = writeln!(text, "{parts}");
    };
    line(say.text(words::TAB_RECORD));
    for (name, value) in record::facts(say, &data.record) {
        line(&format!("  {name}: {}", value.as_deref().unwrap_or(say.text(words::NOT_KNOWN))));
    }
    line(&format!("\n{}", say.text(words::LIFE_LINE)));
    for (day, what, unit) in &data.record.events {
        line(&format!("  {}: {what} · {unit}", say.day_text(day)));
    }
    line(&format!("\n{}", say.text(words::ASK_MEND)));
    for each in &data.requests {
        let name = say.text(record::field_name(&each.field));
        line(&format!("  {name}: {}", each.asked));
    }
    line(&format!("\n{}", say.text(words::LOOKS)));
    for look in &data.looks {
        line(&format!("  {} · {} · {}", look.at, look.actor, audit::what_name(say, &look.what)));
    }
    text
}
