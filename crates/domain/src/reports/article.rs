//! Articles: templates whose every number is a figure of the books.

use std::sync::LazyLock;

use kernel::Refusal;
use serde::Deserialize;

use super::form::line_at;
use crate::figures;

/// The templates that come with the program.
const FILES: &[(&str, &str)] = &[
    (
        "regulations/articles/tong_ket_nam.toml",
        include_str!("../../../../regulations/articles/tong_ket_nam.toml"),
    ),
    (
        "regulations/articles/sau_thang.toml",
        include_str!("../../../../regulations/articles/sau_thang.toml"),
    ),
];

/// A template of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleForm {
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The pieces of its title.
    pub(super) title: Vec<Piece>,
    /// Its paragraphs, a list of sentences each.
    pub(super) paragraphs: Vec<Vec<Vec<Piece>>>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it stands.
    Text(String),
    /// The unit's name.
    Unit,
    /// The period in words.
    Period,
    /// A figure, with what was asked or owed where there is such a thing.
    Figure { code: String, with_rate: bool },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: String,
    name: String,
    title: String,
    paragraph: Vec<Paragraph>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paragraph {
    sentences: Vec<String>,
}

static FORMS: LazyLock<Result<Vec<ArticleForm>, Refusal>> =
    LazyLock::new(|| FILES.iter().map(|(file, text)| read(file, text)).collect());

/// Every template; the refusal of the first that does not hold.
pub fn all() -> Result<&'static [ArticleForm], Refusal> {
    match &*FORMS {
        Ok(forms) => Ok(forms),
        Err(refusal) => Err(refusal.clone()),
    }
}

/// The template with this code.
pub fn find(code: &str) -> Result<&'static ArticleForm, Refusal> {
    all()?.iter().find(|form| form.code == code).ok_or_else(|| {
        let known: Vec<&str> = all().unwrap_or_default().iter().map(|form| &*form.code).collect();
        Refusal::new(
            "unknown_article",
            format!("Không có mẫu bài “{}”", code.chars().take(60).collect::<String>()),
            format!("Các mẫu đang có: {}", known.join(", ")),
        )
    })
}

/// Reads a template.
pub(super) fn read(file: &str, text: &str) -> Result<ArticleForm, Refusal> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        bad(&format!("{file}, dòng {line}: {}", error.message()))
    })?;
    let pieces = |sentence: &str| pieces(sentence).map_err(|what| bad(&format!("{file}: {what}")));
    let paragraph = |each: &Paragraph| each.sentences.iter().map(|each| pieces(each)).collect();
    Ok(ArticleForm {
        title: pieces(&written.title)?,
        paragraphs: written.paragraph.iter().map(paragraph).collect::<Result<_, _>>()?,
        code: written.code,
        name: written.name,
    })
}

fn bad(what: &str) -> Refusal {
    Refusal::new("bad_article", what.to_owned(), "Sửa tệp mẫu bài rồi chạy lại")
}

/// A sentence in pieces; what stands in braces must be a figure, `unit` or `period`.
fn pieces(sentence: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((field, after)) = after.split_once('}') else {
            return Err(format!("thiếu dấu }} trong câu “{sentence}”"));
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(match (field, field.strip_suffix('/')) {
            ("unit", _) => Piece::Unit,
            ("period", _) => Piece::Period,
            (code, with_rate) => {
                let code = with_rate.unwrap_or(code);
                if figures::find_indicator(code).is_none() {
                    return Err(format!("không có chỉ tiêu “{code}” trong câu “{sentence}”"));
                }
                Piece::Figure { code: code.to_owned(), with_rate: with_rate.is_some() }
            }
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_comes_with_the_program_holds() {
        assert!(all().unwrap().len() >= 2);
        assert_eq!(find("khong").unwrap_err().code, "unknown_article");
    }

    #[test]
    fn a_template_with_a_fault_is_refused_by_name() {
        let good = "code = \"b\"\nname = \"Bài\"\ntitle = \"{unit}\"\n[[paragraph]]\n\
                    sentences = [\"Có {members.admitted/} người.\"]\n";
        assert!(read("b.toml", good).is_ok());
        for (from, to, said) in [
            ("members.admitted/", "members.nobody", "không có chỉ tiêu “members.nobody”"),
            ("admitted/}", "admitted/", "thiếu dấu }"),
            ("sentences", "sentence", "dòng 5"),
        ] {
            let refusal = read("b.toml", &good.replacen(from, to, 1)).unwrap_err();
            assert_eq!(refusal.code, "bad_article");
            assert!(refusal.message.contains(said), "{}", refusal.message);
        }
    }
}
