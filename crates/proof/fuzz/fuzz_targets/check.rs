//! Any text is checked or refused; every finding has a line of the text, a wording and a reason.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proof::{Options, check};

fuzz_target!(|text: &str| {
    let Ok(report) = check(text, &Options::default()) else { return };
    let lines = text.lines().count().max(1);
    for found in report.findings {
        assert!((1..=lines).contains(&found.line), "{found:?}");
        assert!(!found.text.is_empty() && !found.why.is_empty(), "{found:?}");
    }
});
