//! The words of a decision or submission letter, drafted from its records: to be mended by who writes it.

use domain::awards::{Commendation, Stage};
use domain::papers::{Letterhead, Signed, commendation_regulation};
use kernel::UnitKind;

use super::lists::{self, told};
use super::set::day_of;
use crate::form::Form;

/// What a paper says besides its lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) about: String,
    /// Who decides, or to whom it is submitted.
    pub(super) to: String,
    pub(super) grounds: String,
    /// The articles of a decision, the paragraphs of a letter.
    pub(super) body: String,
    pub(super) receivers: String,
    pub(super) place: String,
    pub(super) signed_as: String,
    pub(super) signer: String,
}

/// The lines of a text that hold something.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The name of a union as a paper has it: in capitals, nothing abbreviated.
pub(crate) fn written_out(name: &str) -> String {
    let name = name.replace("LĐLĐ", "Liên đoàn Lao động").replace("CĐCS", "Công đoàn cơ sở");
    name.to_uppercase()
}

/// In whose stead the chair of a unit signs.
pub(super) fn body_of(kind: UnitKind) -> &'static str {
    use UnitKind as K;
    match kind {
        K::Confederation => "ĐOÀN CHỦ TỊCH",
        K::Province | K::District | K::WardUnion | K::Sector => "BAN THƯỜNG VỤ",
        _ => "BAN CHẤP HÀNH",
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl Draft {
    /// The words as they were typed.
    pub(super) fn typed(form: &Form) -> Self {
        let text = |name| form.text(name).to_owned();
        Self {
            about: text("about"),
            to: text("to"),
            grounds: text("grounds"),
            body: text("body"),
            receivers: text("receivers"),
            place: text("place"),
            signed_as: text("signed-as"),
            signer: text("signer"),
        }
    }

    /// The words drafted from the records.
    pub(super) fn of(shown: &Commendation, head: &Letterhead, signed: Option<Signed>) -> Self {
        let (place, signed_as, signer) = match signed {
            Some(Signed { place, signer }) => (place, signer.lines.join("\n"), signer.name),
            None => (String::new(), format!("TM. {}\nCHỦ TỊCH", body_of(head.kind)), String::new()),
        };
        let title = &shown.head.title;
        let about = if title.to_lowercase().starts_with("về việc") {
            title.clone()
        } else if shown.head.stage == Stage::Proposed {
            format!("Về việc đề nghị {}", lower_first(title))
        } else {
            format!("Về việc {}", lower_first(title))
        };
        let common = Self { about, place, signed_as, signer, ..Self::default() };
        if shown.head.stage == Stage::Proposed {
            common.submission(shown, head)
        } else {
            common.decision(shown, head)
        }
    }

    fn decision(self, shown: &Commendation, head: &Letterhead) -> Self {
        let first = self.signed_as.lines().next().unwrap_or_default();
        let body = first.strip_prefix("TM. ").unwrap_or_else(|| body_of(head.kind));
        let articles = articles(shown);
        let last = articles.len();
        let mut receivers = vec![format!("Như Điều {last}")];
        receivers.extend(head.above.iter().map(|above| format!("{above} (để báo cáo)")));
        receivers.push("Lưu: Văn thư".to_owned());
        Self {
            to: format!("{body} {}", written_out(&head.body)),
            grounds: grounds(shown).join("\n"),
            body: articles.join("\n"),
            receivers: receivers.join("\n"),
            ..self
        }
    }

    fn submission(self, shown: &Commendation, head: &Letterhead) -> Self {
        let to = &shown.head.decided_by;
        let asked = format!(
            "{} đã xét chọn và đề nghị {to} {} ({}); danh sách kèm theo.",
            head.body,
            told(shown),
            lower_first(&shown.head.title)
        );
        let prayed = format!("Kính trình {to} xem xét, quyết định./.");
        Self {
            to: to.clone(),
            body: [asked, prayed].join("\n"),
            receivers: "Như trên\nLưu: Văn thư".to_owned(),
            ..self
        }
    }
}

fn grounds(shown: &Commendation) -> Vec<String> {
    let mut grounds = vec!["Căn cứ Điều lệ Công đoàn Việt Nam".to_owned()];
    if let Some((number, day)) = commendation_regulation(shown.head.on) {
        let day = day_of(day).in_words();
        grounds.push(format!(
            "Căn cứ Quyết định số {number} {day} của Tổng Liên đoàn Lao động Việt Nam về Quy chế khen thưởng của tổ chức \
             Công đoàn"
        ));
    }
    grounds.extend(shown.proposed_by.iter().map(|by| format!("Xét đề nghị của {by}")));
    let last = grounds.len() - 1;
    let end = |at: usize| if at == last { "." } else { ";" };
    grounds.into_iter().enumerate().map(|(at, ground)| ground + end(at)).collect()
}

fn articles(shown: &Commendation) -> Vec<String> {
    let told = told(shown);
    let mut letters = told.chars();
    let first: String = letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    let title = lower_first(&shown.head.title);
    let mut articles = vec![format!("{first} ({title}); danh sách kèm theo.")];
    let money = lists::money(shown);
    if money > 0 {
        articles.push(format!(
            "Tiền thưởng kèm theo là {}, ghi từng dòng trong danh sách, chi từ nguồn tài chính công đoàn.",
            vietnamese::money::format_dong(money)
        ));
    }
    articles.push(
        "Văn phòng, các đơn vị liên quan và những tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành \
         Quyết định này./."
            .to_owned(),
    );
    articles
}
