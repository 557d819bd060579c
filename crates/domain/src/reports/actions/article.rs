//! Writing an article from the books, and checking it before anybody prints it.

use kernel::{Actor, Id, Period, Refusal};
use serde::Serialize;
use vietnamese::number::format_integer;

use crate::figures::{self, Figure, Query};
use crate::reports::article::{ArticleForm, Piece};
use crate::{App, Result, units};

/// An article written from the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// The title.
    pub title: String,
    /// Its paragraphs in runs of text; a run that is a number names its figure.
    pub paragraphs: Vec<Vec<Run>>,
    /// Sentences left out because the books do not have a figure of theirs.
    pub left_out: usize,
    /// What the check of figures says against it; nothing may stand here in what is printed.
    pub alarms: Vec<proof::Finding>,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The indicator it is a figure of.
    pub indicator: Option<&'static str>,
}

impl Article {
    /// The whole as plain text, a paragraph a line.
    pub fn text(&self) -> String {
        let paragraph = |runs: &Vec<Run>| runs.iter().map(|run| &*run.text).collect::<String>();
        let body = self.paragraphs.iter().map(paragraph);
        std::iter::once(self.title.clone()).chain(body).collect::<Vec<_>>().join("\n\n")
    }
}

/// Writes an article of a unit and a period.
pub fn article(
    app: &App,
    actor: &Actor,
    form: &ArticleForm,
    unit: Id,
    period: Period,
) -> Result<Article> {
    let (name, set) = app.db.read(|tx| {
        app.must_reach(tx, actor, "reports.read", unit, period.last())?;
        let state = units::load(tx, app.federation, unit)?;
        let query = Query::of(&state.code, period);
        Ok::<_, crate::Error>((state.name, figures::figures_in(tx, app, actor, &query)?))
    })?;
    let told = Told { name: &name, period, figures: &set.figures };
    let mut left_out = 0;
    let mut paragraphs = Vec::new();
    for sentences in &form.paragraphs {
        let mut runs: Vec<Run> = Vec::new();
        for sentence in sentences {
            match told.sentence(sentence) {
                Some(written) => {
                    if !runs.is_empty() {
                        runs.push(words(" "));
                    }
                    runs.extend(written);
                }
                None => left_out += 1,
            }
        }
        if !runs.is_empty() {
            paragraphs.push(runs);
        }
    }
    let title = told.sentence(&form.title).unwrap_or_default();
    let title = title.into_iter().map(|run| run.text).collect();
    let mut article = Article { title, paragraphs, left_out, alarms: Vec::new() };
    article.alarms = checked(&article.text())?;
    Ok(article)
}

/// What the check of figures says against a text. One that cannot be checked is refused: it has not passed.
fn checked(text: &str) -> Result<Vec<proof::Finding>, Refusal> {
    match proof::check(text, &proof::Options::default()) {
        Ok(report) => Ok(report.alarms().cloned().collect()),
        Err(why) => {
            let why = why.to_string();
            let why = why.trim_end_matches('.');
            Err(Refusal::new(
                "article_not_checked",
                format!("Số liệu trong bài chưa soát được: {why}"),
                "Sửa câu trong mẫu bài rồi mở lại bài",
            ))
        }
    }
}

fn words(text: &str) -> Run {
    Run { text: text.to_owned(), indicator: None }
}

/// What sentences are filled from.
struct Told<'t> {
    name: &'t str,
    period: Period,
    figures: &'t [Figure],
}

impl Told<'_> {
    /// A sentence in words; none where a figure of it has no value, or counts nothing.
    fn sentence(&self, pieces: &[Piece]) -> Option<Vec<Run>> {
        // Days of one's own are told as “từ … đến …”, which takes no “trong” before it.
        let written = self.period.vi();
        let from = written.strip_prefix("từ ").map(|days| format!("Từ {days}"));
        let (mut runs, pieces) = match (pieces, from) {
            ([Piece::Text(before), Piece::Period, rest @ ..], Some(from)) if before == "Trong " => {
                (vec![words(&from)], rest)
            }
            (pieces, _) => (Vec::with_capacity(pieces.len()), pieces),
        };
        let mut all_nothing = true;
        let mut has_figures = false;
        for piece in pieces {
            runs.push(match piece {
                Piece::Text(text) => words(text),
                Piece::Unit => words(self.name),
                Piece::Period => words(&written),
                Piece::Figure { code, with_rate } => {
                    let figure = self.figures.iter().find(|each| each.indicator == *code)?;
                    has_figures = true;
                    all_nothing &= figure.value? == 0;
                    Run { text: number(figure, *with_rate)?, indicator: Some(figure.indicator) }
                }
            });
        }
        (!has_figures || !all_nothing).then_some(runs)
    }
}

/// `3.335`, or `3.335/2.500 (đạt 133,4%)`.
fn number(figure: &Figure, with_rate: bool) -> Option<String> {
    let value = figure.value?;
    let rate = figure.ratio.zip(figure.percent_vi.as_ref()).filter(|_| with_rate);
    Some(match rate {
        Some(([done, planned], percent)) => {
            format!("{}/{} (đạt {percent})", format_integer(done), format_integer(planned))
        }
        None => format_integer(value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_about_days_of_ones_own_begins_with_the_first_of_them() {
        let pieces = [Piece::Text("Trong ".to_owned()), Piece::Period, Piece::Text(".".to_owned())];
        for (period, sentence) in
            [("2025-12-01..2026-05-31", "Từ 1/12/2025 đến 31/5/2026."), ("2025", "Trong năm 2025.")]
        {
            let period = Period::parse(period).unwrap();
            let told = Told { name: "", period, figures: &[] };
            let runs = told.sentence(&pieces).unwrap();
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(text, sentence);
        }
    }

    #[test]
    fn a_text_that_cannot_be_checked_has_not_passed_the_check() {
        let most = proof::Options::default().bytes_max;
        assert!(checked("Kết nạp 25 đoàn viên.").is_ok());
        let refused = checked(&"a".repeat(most + 1)).unwrap_err();
        assert_eq!(refused.code, "article_not_checked");
        assert!(refused.message.contains("quá giới hạn"), "{}", refused.message);
    }
}
