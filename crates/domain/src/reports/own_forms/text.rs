//! A form as the text of a regulation file.

use std::fmt::Write as _;

use crate::reports::{Form, Level};

/// The text of a form: read again it is the same form.
pub fn text_of(form: &Form) -> String {
    let mut text = String::new();
    let mut say = |name: &str, value: String| {
        let _ = writeln!(text, "{name} = {value}");
    };
    say("code", quoted(&form.code));
    say("name", quoted(&form.name));
    say("source", quoted(&form.source));
    say("confidence", quoted(&form.confidence));
    let level = if form.level == Level::Upper { "upper" } else { "grassroots" };
    say("level", quoted(level));
    say("from", quoted(&form.from));
    if let Some(to) = &form.to {
        say("to", quoted(to));
    }
    if let Some(begins) = &form.begins {
        say("begins", quoted(begins));
    }
    if !form.cut_offs.is_empty() {
        say("cut_offs", list(&form.cut_offs));
    }
    say("decimals", form.decimals.to_string());
    for line in &form.lines {
        let mut say = |name: &str, value: String| {
            let _ = writeln!(text, "{name} = {value}");
        };
        say("\n[[line]]\ncode", quoted(&line.code));
        say("text", quoted(&line.text));
        let given = [
            ("unit", Some(&line.unit).filter(|unit| !unit.is_empty())),
            ("indicator", line.indicator.as_ref()),
            ("measure", line.measure.as_ref()),
            ("beside", line.beside.as_ref()),
            ("part_of", line.part_of.as_ref()),
        ];
        for (name, value) in given {
            if let Some(value) = value {
                say(name, quoted(value));
            }
        }
        if !line.sum.is_empty() {
            say("sum", list(&line.sum));
        }
        if line.internal {
            say("internal", "true".to_owned());
        }
    }
    text
}

fn list(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    format!("[{}]", values.join(", "))
}

/// A text between quotation marks as TOML takes it.
fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            letter if letter.is_control() => {
                let _ = write!(text, "\\u{:04X}", u32::from(letter));
            }
            letter => text.push(letter),
        }
    }
    text.push('"');
    text
}
