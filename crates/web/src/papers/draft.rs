//! The words of a decision or submission letter, drafted from its records: to be mended by who writes it.

use domain::papers::{Letterhead, Signed, commendation_regulation};
use kernel::{Day, UnitKind};

use super::lists::{self, Deed, Line, told};
use super::set::day_of;
use crate::form::Form;

/// What a paper says besides its lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) number: String,
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

/// What a draft is made of.
pub(super) struct Matter<'m> {
    /// Number of the paper, where it has one.
    pub(super) number: &'m str,
    /// What for: the title of the list or the name of the round.
    pub(super) title: &'m str,
    pub(super) head: &'m Letterhead,
    pub(super) signed: Option<Signed>,
    pub(super) lines: &'m [Line],
    /// To whom a letter goes.
    pub(super) to: &'m str,
    /// Who proposed what is decided.
    pub(super) proposed_by: Option<&'m str>,
    pub(super) on: Day,
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

/// The same in the lines of a head: a federation's name is broken before its place.
pub(super) fn in_lines(name: &str) -> Vec<String> {
    const FEDERATION: &str = "LIÊN ĐOÀN LAO ĐỘNG";
    let whole = written_out(name);
    match whole.strip_prefix(FEDERATION).map(str::trim) {
        Some(place) if !place.is_empty() => vec![FEDERATION.to_owned(), place.to_owned()],
        _ => vec![whole],
    }
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

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Draft {
    /// The words as they were typed.
    pub(super) fn typed(form: &Form) -> Self {
        let text = |name| form.text(name).to_owned();
        Self {
            number: text("number"),
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

    /// The words that are the same on either paper.
    fn common(matter: &Matter<'_>, asks: &str) -> Self {
        let (place, signed_as, signer) = match matter.signed.clone() {
            Some(Signed { place, signer }) => (place, signer.lines.join("\n"), signer.name),
            None => {
                let signed_as = format!("TM. {}\nCHỦ TỊCH", body_of(matter.head.kind));
                (String::new(), signed_as, String::new())
            }
        };
        let title = matter.title;
        let asks = if lower_first(title).starts_with(asks) { "" } else { asks };
        let about = if title.to_lowercase().starts_with("về việc") {
            title.to_owned()
        } else {
            format!("Về việc {asks}{}", lower_first(title))
        };
        let number = matter.number.to_owned();
        Self { number, about, place, signed_as, signer, ..Self::default() }
    }

    /// A decision.
    pub(super) fn decision(matter: &Matter<'_>) -> Self {
        let common = Self::common(matter, "");
        let first = common.signed_as.lines().next().unwrap_or_default();
        let body = first.strip_prefix("TM. ").unwrap_or_else(|| body_of(matter.head.kind));
        let to = format!("{body} {}", written_out(&matter.head.body));
        let articles = articles(matter);
        let mut receivers = vec![format!("Như Điều {}", articles.len())];
        receivers.extend(matter.head.above.iter().map(|above| format!("{above} (để báo cáo)")));
        receivers.push("Lưu: Văn thư".to_owned());
        Self {
            to,
            grounds: grounds(matter).join("\n"),
            body: articles.join("\n"),
            receivers: receivers.join("\n"),
            ..common
        }
    }

    /// A decision of a paper that caused something: its articles are told, the office and signer drafted.
    pub(super) fn of_paper(
        (number, title): (&str, &str),
        head: &Letterhead,
        signed: Option<Signed>,
        articles: &[String],
    ) -> Self {
        let matter = Matter {
            number,
            title,
            head,
            signed,
            lines: &[],
            to: "",
            proposed_by: None,
            on: head.day,
        };
        let common = Self::common(&matter, "");
        let first = common.signed_as.lines().next().unwrap_or_default();
        let body = first.strip_prefix("TM. ").unwrap_or_else(|| body_of(head.kind));
        Self {
            to: format!("{body} {}", written_out(&head.body)),
            grounds: "Căn cứ Điều lệ Công đoàn Việt Nam.".to_owned(),
            body: articles.join("\n"),
            receivers: format!("Như Điều {}\nLưu: Văn thư", articles.len()),
            ..common
        }
    }

    /// A submission letter.
    pub(super) fn letter(matter: &Matter<'_>) -> Self {
        let to = matter.to;
        let asked = format!(
            "{} đã xét chọn và đề nghị {to} {} ({}); danh sách kèm theo.",
            matter.head.body,
            told(matter.lines, Deed::Asked),
            lower_first(matter.title)
        );
        let prayed = format!("Kính trình {to} xem xét, quyết định./.");
        Self {
            to: to.to_owned(),
            body: [asked, prayed].join("\n"),
            receivers: "Như trên\nLưu: Văn thư".to_owned(),
            ..Self::common(matter, "đề nghị ")
        }
    }
}

fn grounds(matter: &Matter<'_>) -> Vec<String> {
    let mut grounds = vec!["Căn cứ Điều lệ Công đoàn Việt Nam".to_owned()];
    if let Some((number, day)) = commendation_regulation(matter.on) {
        let day = day_of(day).in_words();
        grounds.push(format!(
            "Căn cứ Quyết định số {number} {day} của Tổng Liên đoàn Lao động Việt Nam về Quy chế khen thưởng của tổ chức \
             Công đoàn"
        ));
    }
    grounds.extend(matter.proposed_by.map(|by| format!("Xét đề nghị của {by}")));
    let last = grounds.len() - 1;
    let end = |at: usize| if at == last { "." } else { ";" };
    grounds.into_iter().enumerate().map(|(at, ground)| ground + end(at)).collect()
}

fn articles(matter: &Matter<'_>) -> Vec<String> {
    let told = upper_first(&told(matter.lines, Deed::Given));
    let title = lower_first(matter.title);
    let mut articles = vec![format!("{told} ({title}); danh sách kèm theo.")];
    let money = lists::money(matter.lines);
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
