//! Printing answers: on standard output what was asked, on standard error what was refused.

use std::io::{IsTerminal, Write};

use kernel::text::Language;

/// The reader's language by the locale, Vietnamese where it does not say.
pub(crate) fn language() -> Language {
    let set = |name: &str| {
        std::env::var(name).ok().filter(|value| {
            !value.is_empty() && value != "C" && value != "C.UTF-8" && value != "POSIX"
        })
    };
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"));
    locale.map_or_else(Language::default, |locale| Language::of_locale(&locale))
}

/// Writes a line; a reader that closed the pipe early is not an error.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Writes a value as one JSON object.
pub(crate) fn json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, value)?;
    let _ = writeln!(out);
    Ok(())
}

/// Says on standard error why a command did not succeed: the refusal with its remedy, or the chain of causes.
pub(crate) fn refusal(error: &anyhow::Error) {
    let _ = writeln!(std::io::stderr().lock(), "{error:#}");
}

/// Tells on a terminal what is being done; nothing in a pipe.
pub(crate) struct Progress(Option<indicatif::ProgressBar>);

impl Progress {
    pub(crate) fn start(what: &str) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = indicatif::ProgressBar::new_spinner().with_message(what.to_owned());
        bar.enable_steady_tick(std::time::Duration::from_millis(120));
        Self(Some(bar))
    }

    pub(crate) fn tell(&self, what: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(what.to_owned());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
