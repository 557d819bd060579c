//! The regulations of councils as dated data, from `regulations/council`: read once, checked as a whole,
//! refused with file, line and remedy. What is marked a guess is shown and never decides.

use std::collections::HashSet;
use std::sync::LazyLock;

use ::rules::Mark;
use kernel::{Day, Refusal, UnitKind};
use serde::Deserialize;
use toml::Spanned;

use super::terms::{Base, Share, Terms};
use crate::awards;

const FILES: &[(&str, &str)] = &[(
    "regulations/council/hoi_dong.toml",
    include_str!("../../../../regulations/council/hoi_dong.toml"),
)];

/// A rule of how a council votes on some awards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteRule {
    /// Its stable code.
    pub code: String,
    /// The kinds of units whose councils it binds.
    pub kinds: Vec<UnitKind>,
    /// The awards.
    pub awards: Vec<String>,
    /// The share of votes, whether more than it, of whom.
    pub pass: (Share, bool, Base),
    /// Whether the ballot is secret.
    pub secret: bool,
    /// Whether an absent member may vote in writing.
    pub written: bool,
    /// Whether who may not vote is left out of the number.
    pub recused_out: bool,
    /// How many must be present, where the text says it.
    pub quorum: Option<Share>,
    /// Days, document, mark.
    pub origin: Origin,
}

/// A rule of how many members a council has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeRule {
    /// Its stable code.
    pub code: String,
    /// The kinds of units whose councils it binds.
    pub kinds: Vec<UnitKind>,
    /// At most.
    pub most: usize,
    /// Days, document, mark.
    pub origin: Origin,
}

/// Where a rule comes from and when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// First day.
    pub from: Day,
    /// Last day; none while it holds.
    pub to: Option<Day>,
    /// The document.
    pub source: String,
    /// The article.
    pub article: String,
    /// How sure it is.
    pub mark: Mark,
    /// What should be known besides.
    pub note: String,
}

impl Origin {
    fn holds(&self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Document and article.
    #[must_use]
    pub fn cited(&self) -> String {
        format!("{}, {}", self.source, self.article)
    }
}

/// Every rule of councils.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regulations {
    /// How they vote.
    pub votes: Vec<VoteRule>,
    /// How many they are.
    pub sizes: Vec<SizeRule>,
}

impl Regulations {
    /// The rules about an award in the councils of a kind of unit on a day: those that decide, or the
    /// guesses.
    pub fn votes_on<'r>(
        &'r self,
        kind: UnitKind,
        award: &'r str,
        on: Day,
        decides: bool,
    ) -> impl Iterator<Item = &'r VoteRule> {
        let marked = move |rule: &&VoteRule| rule.origin.mark.decides() == decides;
        self.votes.iter().filter(marked).filter(move |rule| rule.binds(kind, award, on))
    }

    /// How many members a council of a kind of unit may have on a day.
    pub fn size_on(&self, kind: UnitKind, on: Day) -> Option<&SizeRule> {
        self.sizes.iter().find(|rule| {
            rule.origin.mark.decides() && rule.origin.holds(on) && rule.kinds.contains(&kind)
        })
    }
}

impl VoteRule {
    /// Whether it is about the councils of a kind of unit on a day.
    #[must_use]
    pub fn is_about(&self, kind: UnitKind, on: Day) -> bool {
        self.origin.holds(on) && self.kinds.contains(&kind)
    }

    /// Whether it is about an award there.
    #[must_use]
    pub fn binds(&self, kind: UnitKind, award: &str, on: Day) -> bool {
        self.is_about(kind, on) && self.awards.iter().any(|each| each == award)
    }

    /// What the rule asks for; the quorum is the session's where the text is silent about it.
    pub(super) fn terms(&self, quorum: Share) -> Terms {
        let (pass, beyond, base) = self.pass;
        Terms {
            pass,
            beyond,
            base,
            secret: self.secret,
            written: self.written,
            recused_out: self.recused_out,
            quorum: self.quorum.filter(|own| own.is_as_large_as(quorum)).unwrap_or(quorum),
            source: self.origin.cited(),
            rule: Some(self.code.clone()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    vote: Vec<Spanned<Vote>>,
    #[serde(default)]
    size: Vec<Spanned<Size>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vote {
    code: String,
    kinds: Vec<String>,
    awards: Vec<String>,
    pass: String,
    beyond: bool,
    base: String,
    secret: bool,
    written: bool,
    recused_out: bool,
    quorum: Option<String>,
    from: String,
    to: Option<String>,
    source: String,
    article: String,
    confidence: Mark,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Size {
    code: String,
    kinds: Vec<String>,
    most: usize,
    from: String,
    to: Option<String>,
    source: String,
    article: String,
    confidence: Mark,
    #[serde(default)]
    note: String,
}

/// What is wrong with a rule, and what mends it.
type Fault = (String, &'static str);

static STANDARD: LazyLock<Result<Regulations, Refusal>> = LazyLock::new(|| {
    let mut all = Regulations::default();
    for (file, text) in FILES {
        let read = read(file, text)?;
        all.votes.extend(read.votes);
        all.sizes.extend(read.sizes);
    }
    Ok(all)
});

/// The rules that come with the program; the refusal of the first that does not hold.
pub fn standard() -> Result<&'static Regulations, Refusal> {
    STANDARD.as_ref().map_err(Clone::clone)
}

/// Reads a file; every refusal tells file, line and what to mend.
pub fn read(file: &str, text: &str) -> Result<Regulations, Refusal> {
    let bad = |at: usize, what: &str, remedy: &str| {
        let line = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        Refusal::new("bad_council_rule", format!("{file}, dòng {line}: {what}"), remedy)
    };
    let parsed: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        bad(at, error.message(), "Sửa cho đúng cách viết của tệp quy định về hội đồng")
    })?;
    let mut seen = HashSet::new();
    let mut once = |code: &str| {
        if seen.insert(code.to_owned()) && !code.trim().is_empty() {
            return Ok(());
        }
        Err((format!("mã “{code}” trống hoặc đã dùng"), "Mỗi điều có một mã riêng"))
    };
    let mut all = Regulations::default();
    for row in parsed.vote {
        let at = row.span().start;
        let row = row.into_inner();
        let rule = once(&row.code).and_then(|()| vote(row));
        all.votes.push(rule.map_err(|(what, remedy)| bad(at, &what, remedy))?);
    }
    for row in parsed.size {
        let at = row.span().start;
        let row = row.into_inner();
        let rule = once(&row.code).and_then(|()| size(row));
        all.sizes.push(rule.map_err(|(what, remedy)| bad(at, &what, remedy))?);
    }
    Ok(all)
}

fn vote(row: Vote) -> Result<VoteRule, Fault> {
    let share = |typed: &str| {
        Share::parse(typed).map_err(|refusal| (refusal.message, "Ghi như 2/3 hoặc 80%"))
    };
    if row.awards.is_empty() {
        return Err(("không nêu danh hiệu, hình thức nào".to_owned(), "Ghi awards"));
    }
    if let Some(award) = row.awards.iter().find(|code| awards::award(code).is_none()) {
        return Err((
            format!("danh mục không có “{award}”"),
            "Lấy mã trong regulations/awards, viết đúng từng chữ",
        ));
    }
    let base = Base::from_code(&row.base)
        .ok_or((format!("không hiểu mẫu số “{}”", row.base), "Ghi base là all hoặc present"))?;
    let pass = share(&row.pass)?;
    if row.beyond && pass.part == pass.whole {
        return Err(("không ai đạt được nhiều hơn 100%".to_owned(), "Ghi beyond = false"));
    }
    Ok(VoteRule {
        kinds: kinds(&row.kinds)?,
        pass: (pass, row.beyond, base),
        secret: row.secret,
        written: row.written,
        recused_out: row.recused_out,
        quorum: row.quorum.as_deref().map(share).transpose()?,
        origin: origin(
            (&row.from, row.to.as_deref()),
            (row.source, row.article, row.note),
            row.confidence,
        )?,
        code: row.code,
        awards: row.awards,
    })
}

fn size(row: Size) -> Result<SizeRule, Fault> {
    if !(3..=99).contains(&row.most) {
        return Err((format!("số thành viên {} không hợp lý", row.most), "Ghi most từ 3 đến 99"));
    }
    Ok(SizeRule {
        kinds: kinds(&row.kinds)?,
        most: row.most,
        origin: origin(
            (&row.from, row.to.as_deref()),
            (row.source, row.article, row.note),
            row.confidence,
        )?,
        code: row.code,
    })
}

fn kinds(codes: &[String]) -> Result<Vec<UnitKind>, Fault> {
    let known = |code: &String| {
        UnitKind::from_code(code).ok_or_else(|| {
            (format!("không có loại đơn vị “{code}”"), "Ghi như tld, tinh, cd_phuong")
        })
    };
    if codes.is_empty() {
        return Err(("không nêu loại đơn vị nào".to_owned(), "Ghi kinds"));
    }
    codes.iter().map(known).collect()
}

fn origin(
    (from, to): (&str, Option<&str>),
    (source, article, note): (String, String, String),
    mark: Mark,
) -> Result<Origin, Fault> {
    let day = |text: &str| {
        Day::parse(text).map_err(|_| (format!("không có ngày “{text}”"), "Viết như 2017-10-01"))
    };
    let (from, to) = (day(from)?, to.map(day).transpose()?);
    if to.is_some_and(|to| to < from) {
        return Err(("ngày cuối ở trước ngày đầu".to_owned(), "Xem lại from và to"));
    }
    if source.trim().is_empty() || article.trim().is_empty() {
        return Err(("thiếu văn bản hoặc điều khoản".to_owned(), "Ghi đủ source và article"));
    }
    Ok(Origin { from, to, source, article, mark, note })
}
