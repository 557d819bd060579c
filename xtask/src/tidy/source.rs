//! A Rust file with its comments and strings told apart from its code, line by line.
//!
//! A scanner of our own because the parsers at hand drop plain comments and cost more to build
//! than everything else here; it needs to know only where comments, strings and characters end.

/// A string literal and the line it begins on (from 1).
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// What the checks want to know of a Rust file.
pub(crate) struct Source {
    /// The lines with comments and the insides of strings blanked out.
    pub(crate) code: Vec<String>,
    pub(crate) literals: Vec<Literal>,
    /// For each line whether it belongs to a `#[cfg(test)]` item.
    pub(crate) in_tests: Vec<bool>,
}

impl Source {
    /// Reads a file; text that is not Rust gives nonsense but never an error.
    pub(crate) fn read(text: &str) -> Self {
        let mut scanner = Scanner::new(text);
        scanner.run();
        let code: Vec<String> = scanner.code.lines().map(str::to_owned).collect();
        let in_tests = test_lines(&code);
        Self { code, literals: scanner.literals, in_tests }
    }

    /// Whether the line (from 1) belongs to a `#[cfg(test)]` item.
    pub(crate) fn is_test_line(&self, line: usize) -> bool {
        self.in_tests.get(line - 1).copied().unwrap_or(false)
    }

    /// The code lines outside tests, numbered from 1.
    pub(crate) fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        self.numbered().filter(|(line, _)| !self.is_test_line(*line))
    }

    /// All code lines, numbered from 1.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.iter().enumerate().map(|(index, line)| (index + 1, line.as_str()))
    }
}

/// Whether `line` holds `word` as a whole identifier.
pub(crate) fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + word.len()..].chars().next();
        !before.is_some_and(is_identifier) && !after.is_some_and(is_identifier)
    })
}

fn is_identifier(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Marks the items under `#[cfg(test)]`: formatted code ends an item with a brace in column one,
/// or with a semicolon when it has no body.
fn test_lines(code: &[String]) -> Vec<bool> {
    let mut inside = false;
    let mut body = false;
    let mut marks = Vec::with_capacity(code.len());
    for line in code {
        let opens = line.starts_with("#[cfg(test)]") || line.starts_with("#[cfg(all(test");
        if opens && !inside {
            (inside, body) = (true, false);
        }
        marks.push(inside);
        body |= inside && line.contains('{');
        let ends = if body { line.starts_with('}') } else { line.trim_end().ends_with(';') };
        inside &= !ends;
    }
    marks
}

struct Scanner {
    text: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl Scanner {
    fn new(text: &str) -> Self {
        let code = String::with_capacity(text.len());
        Self { text: text.chars().collect(), at: 0, line: 1, code, literals: Vec::new() }
    }

    fn run(&mut self) {
        while let Some(character) = self.peek(0) {
            match character {
                '/' if self.peek(1) == Some('/') => self.line_comment(),
                '/' if self.peek(1) == Some('*') => self.block_comment(),
                '"' => self.string(),
                '\'' => self.quote(),
                _ if is_identifier(character) => self.word(),
                _ => self.keep(),
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at + ahead).copied()
    }

    /// Takes one character over into the code.
    fn keep(&mut self) {
        let character = self.step();
        self.code.push(character);
    }

    /// Takes one character and leaves a blank in its place, so that columns and lines stay.
    fn blank(&mut self) -> char {
        let character = self.step();
        self.code.push(if character == '\n' { '\n' } else { ' ' });
        character
    }

    fn step(&mut self) -> char {
        let character = self.text[self.at];
        self.at += 1;
        self.line += usize::from(character == '\n');
        character
    }

    fn line_comment(&mut self) {
        while self.peek(0).is_some_and(|character| character != '\n') {
            self.blank();
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        while let Some(character) = self.peek(0) {
            match (character, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.blank();
                    continue;
                }
            }
            self.blank();
            self.blank();
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        let line = self.line;
        self.keep();
        let mut text = String::new();
        while let Some(character) = self.peek(0) {
            if character == '"' {
                self.keep();
                break;
            }
            if character == '\\' {
                self.blank();
                if self.peek(0).is_some() {
                    text.push(self.blank());
                }
                continue;
            }
            text.push(self.blank());
        }
        self.literals.push(Literal { line, text });
    }

    /// A character literal, or the tick of a lifetime.
    fn quote(&mut self) {
        let escaped = self.peek(1) == Some('\\');
        if !escaped && self.peek(2) != Some('\'') {
            return self.keep();
        }
        self.keep();
        // An escape hides the character after it, which may itself be a tick.
        for _ in 0..=usize::from(escaped) {
            if self.peek(0).is_some() {
                self.blank();
            }
        }
        while self.peek(0).is_some_and(|character| character != '\'' && character != '\n') {
            self.blank();
        }
        if self.peek(0) == Some('\'') {
            self.keep();
        }
    }

    /// An identifier, a keyword, a number, or the prefix of a raw string.
    fn word(&mut self) {
        let start = self.at;
        while self.peek(0).is_some_and(is_identifier) {
            self.keep();
        }
        let word: String = self.text[start..self.at].iter().collect();
        if matches!(word.as_str(), "r" | "br" | "cr") {
            self.raw_string();
        }
    }

    fn raw_string(&mut self) {
        let hashes = self.text[self.at..].iter().take_while(|letter| **letter == '#').count();
        if self.peek(hashes) != Some('"') {
            return;
        }
        let line = self.line;
        for _ in 0..=hashes {
            self.keep();
        }
        let mut text = String::new();
        while let Some(character) = self.peek(0) {
            let ends = (1..=hashes).all(|ahead| self.peek(ahead) == Some('#'));
            if character == '"' && ends {
                for _ in 0..=hashes {
                    self.keep();
                }
                break;
            }
            text.push(self.blank());
        }
        self.literals.push(Literal { line, text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_blanked_and_code_stays_in_its_place() {
        let source = Source::read("let a = \"db::x // no\"; // db::y\n/* db /* db */ db */ let b;");
        assert_eq!(source.code[0].trim_end(), "let a = \"           \";");
        assert_eq!(source.code[1].trim(), "let b;");
        assert_eq!(source.literals[0].text, "db::x // no");
    }

    #[test]
    fn raw_strings_end_at_their_own_hashes_and_keep_their_line() {
        let source = Source::read("fn f() {\n    r#\"say \"SELECT\" x\"#\n}\nlet r#type = 1;");
        assert_eq!(source.literals.len(), 1);
        assert_eq!(source.literals[0].line, 2);
        assert_eq!(source.literals[0].text, "say \"SELECT\" x");
        assert_eq!(source.code[3], "let r#type = 1;");
    }

    #[test]
    fn lifetimes_and_quoted_characters_do_not_open_strings() {
        let source = Source::read("fn f<'a>(x: &'a str) { if c == '\"' || c == '\\'' {} } \"end\"");
        assert_eq!(source.literals.len(), 1);
        assert_eq!(source.literals[0].text, "end");
    }

    #[test]
    fn lines_under_cfg_test_are_known_and_the_code_after_them_is_not_lost() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n\
                    #[cfg(test)]\nmod more;\nfn d() {}";
        let source = Source::read(text);
        let shipped: Vec<usize> = source.shipped().map(|(line, _)| line).collect();
        assert_eq!(shipped, [1, 6, 9]);
    }

    #[test]
    fn a_word_inside_another_word_is_not_that_word() {
        assert!(names("use db::Tx;", "db"));
        assert!(!names("let pgdb = rdb_open();", "db"));
    }

    #[test]
    fn text_cut_off_in_a_string_or_comment_is_read_to_its_end() {
        for text in ["\"open", "r##\"open\"#", "/* open", "'\\", "\"\\", "'", "b'"] {
            assert_eq!(Source::read(text).code.len(), 1, "{text}");
        }
    }
}
