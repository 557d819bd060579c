//! SQL cut into statements and words, comments gone, lines remembered.

/// A word, a number, a string or a single sign.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// From 1.
    pub(crate) line: usize,
    /// Whether it was written in single quotes and so is data, not language.
    pub(crate) is_data: bool,
}

impl Word {
    /// Whether this is the given word of the language, in whatever case.
    pub(crate) fn is(&self, word: &str) -> bool {
        !self.is_data && self.text.eq_ignore_ascii_case(word)
    }
}

/// The statements of a file; a semicolon ends one.
pub(crate) fn statements(sql: &str) -> Vec<Vec<Word>> {
    let mut all = vec![Vec::new()];
    for word in words(sql) {
        if word.is(";") {
            all.push(Vec::new());
        } else if let Some(last) = all.last_mut() {
            last.push(word);
        }
    }
    all.retain(|statement| !statement.is_empty());
    all
}

/// Where in `words` this sequence of words begins.
pub(crate) fn position(words: &[Word], sequence: &[&str]) -> Option<usize> {
    let matches = |window: &[Word]| window.iter().zip(sequence).all(|(word, want)| word.is(want));
    words.windows(sequence.len()).position(matches)
}

/// The words inside the bracket that opens at or after `from`, and the place after its end.
pub(crate) fn bracket(words: &[Word], from: usize) -> Option<(&[Word], usize)> {
    let open = from + words.get(from..)?.iter().position(|word| word.is("("))?;
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate().skip(open) {
        depth += usize::from(word.is("("));
        if word.is(")") {
            depth -= 1;
            if depth == 0 {
                return Some((&words[open + 1..at], at + 1));
            }
        }
    }
    None
}

/// Cuts a list at the commas that stand in no inner bracket.
pub(crate) fn items(words: &[Word]) -> Vec<&[Word]> {
    let mut depth = 0_i32;
    let cut = |word: &Word| {
        depth += i32::from(word.is("(")) - i32::from(word.is(")"));
        depth == 0 && word.is(",")
    };
    words.split(cut).filter(|item| !item.is_empty()).collect()
}

fn words(sql: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut rest = sql;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (length, kind) = lexeme(rest, first);
        let (text, after) = rest.split_at(length);
        match kind {
            Kind::Nothing => {}
            Kind::Data => found.push(Word { text: text.to_owned(), line, is_data: true }),
            Kind::Language => {
                let text = text.trim_matches('"').to_owned();
                found.push(Word { text, line, is_data: false });
            }
        }
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

enum Kind {
    Nothing,
    Data,
    Language,
}

/// How long the piece at the start of `rest` is, and what it is.
fn lexeme(rest: &str, first: char) -> (usize, Kind) {
    let until = |end: &str, from: usize| {
        rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len())
    };
    match first {
        _ if rest.starts_with("--") => (rest.find('\n').unwrap_or(rest.len()), Kind::Nothing),
        _ if rest.starts_with("/*") => (until("*/", 2), Kind::Nothing),
        // A doubled quote inside a string reads as two strings side by side; the rules don't mind.
        '\'' => (until("'", 1), Kind::Data),
        '"' => (until("\"", 1), Kind::Language),
        _ if first.is_whitespace() => (first.len_utf8(), Kind::Nothing),
        _ if is_word(first) => {
            (rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()), Kind::Language)
        }
        _ => (first.len_utf8(), Kind::Language),
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(words: &[Word]) -> Vec<&str> {
        words.iter().map(|word| word.text.as_str()).collect()
    }

    #[test]
    fn comments_go_and_lines_stay() {
        let read = statements("-- one; two\nCREATE TABLE a /* ; */ (\n  b TEXT DEFAULT ';'\n);\n;");
        assert_eq!(read.len(), 1);
        let expected = ["CREATE", "TABLE", "a", "(", "b", "TEXT", "DEFAULT", "';'", ")"];
        assert_eq!(texts(&read[0]), expected);
        assert_eq!(read[0][4].line, 3);
    }

    #[test]
    fn a_word_in_quotes_is_data_and_no_keyword() {
        let read = statements("INSERT INTO kind VALUES ('CREATE TRIGGER')");
        assert_eq!(position(&read[0], &["CREATE", "TRIGGER"]), None);
        assert_eq!(position(&read[0], &["into", "KIND"]), Some(1));
    }

    #[test]
    fn items_are_cut_at_outer_commas_only() {
        let read = statements("(a TEXT CHECK (a IN (1, 2)), b TEXT)");
        let (inside, after) = bracket(&read[0], 0).expect("a bracket");
        assert_eq!(items(inside).len(), 2);
        assert_eq!(after, read[0].len());
    }

    #[test]
    fn text_cut_off_anywhere_is_read_to_its_end() {
        for text in ["'open", "/* open", "\"open", "-- open", "CREATE TABLE a (", ")", "ễ("] {
            for statement in statements(text) {
                assert!(bracket(&statement, 0).is_none(), "{text}");
            }
        }
    }
}
