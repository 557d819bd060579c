//! Pure decisions about papers: kinds read from numbers, keys for the search, what a number, a title and a file's name may be.

use kernel::{Day, Refusal};

use super::model::{DocumentRef, Kind};
use crate::files::Media;

/// Letters of a number at most.
const NUMBER_MAX: usize = 60;
/// Letters of a symbol at most: with `9999/` before it, it is a number.
const SYMBOL_MAX: usize = 40;
/// Letters of an issuer at most.
const ISSUER_MAX: usize = 200;
/// Letters of a title at most.
const TITLE_MAX: usize = 500;
/// Letters of a remark at most.
const NOTE_MAX: usize = 500;
/// Letters of a file's name at most; file systems take 255 bytes.
const FILE_NAME_MAX: usize = 120;
/// A series begins no higher; four digits are read as one number.
const FIRST_MAX: i64 = 9_999;
/// Words of a paper that search begins at.
const WORDS: usize = 32;
/// Letters of a key: more of a title nobody types.
const LETTERS: usize = 48;

/// The kind that a number shows: `22/QĐ-LĐLĐ` is a decision.
pub(super) fn kind_of_number(number: &str) -> Kind {
    let behind = number.split_once('/').map_or("", |(_, behind)| behind);
    let mut parts = behind.split(['-', '/', '.', ' ']);
    let is_sign = |kind: &Kind, part: &str| {
        !kind.sign().is_empty() && kind.sign().to_lowercase() == part.to_lowercase()
    };
    parts
        .find_map(|part| Kind::ALL.iter().copied().find(|kind| is_sign(kind, part)))
        .unwrap_or(Kind::Other)
}

/// A text as search sees it: words without marks and punctuation, one blank between them.
pub(super) fn plain(text: &str) -> String {
    let folded = vietnamese::fold::fold(text);
    let spaced = folded.replace(|letter: char| !letter.is_alphanumeric(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a paper is searched in: ` number title | issuer`, a blank before each word.
pub(super) fn search_key(paper: &DocumentRef) -> String {
    let [number, title, issuer] =
        [&paper.number, &paper.title, &paper.issuer].map(|text| plain(text));
    format!(" {number} {title} | {issuer}")
}

/// The keys by which a paper is found: from each of its words on.
pub(super) fn suffixes(paper: &DocumentRef) -> std::collections::BTreeSet<String> {
    let parts = [format!("{} {}", plain(&paper.number), plain(&paper.title)), plain(&paper.issuer)];
    let cut = |key: &str| key.trim().chars().take(LETTERS).collect::<String>();
    let keys = parts.iter().flat_map(|part| vietnamese::fold::suffixes(part).take(WORDS)).map(cut);
    keys.filter(|key| !key.is_empty()).collect()
}

/// The condition of one word in the key of a paper: `LIKE` texts. Words hold letters and digits alone.
pub(super) fn patterns(text: &str, issuer: &str) -> Vec<String> {
    let words = plain(text);
    let words = words.split(' ').filter(|word| !word.is_empty()).map(|word| format!("% {word}%"));
    let of_issuer = plain(issuer);
    let issuers = of_issuer.split(' ').filter(|word| !word.is_empty());
    words.chain(issuers.map(|word| format!("%|% {word}%"))).collect()
}

/// The longest word that was asked for: few papers hold it, so it is looked up first.
pub(super) fn rarest_word(text: &str, issuer: &str) -> Option<String> {
    let all = format!("{} {}", plain(text), plain(issuer));
    let words = all.split(' ').filter(|word| !word.is_empty());
    words.max_by_key(|word| word.chars().count()).map(|word| word.chars().take(LETTERS).collect())
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    vietnamese::text::nfc(&words.join(" "))
}

/// A paper as it may be entered: number, issuer and title there, each within its length, its day not to come.
pub(super) fn must_be_whole(paper: &DocumentRef, today: Day) -> Result<DocumentRef, Refusal> {
    let clean = DocumentRef {
        number: one_line(&paper.number),
        issuer: one_line(&paper.issuer),
        title: must_be_title(&paper.title)?,
        issued_on: paper.issued_on,
    };
    if !(1..=NUMBER_MAX).contains(&clean.number.chars().count()) {
        return Err(Refusal::new(
            "bad_paper_number",
            format!("Thiếu số, ký hiệu văn bản, hoặc dài quá {NUMBER_MAX} chữ"),
            "Ghi như trên văn bản, ví dụ 22/QĐ-LĐLĐ; văn bản không số thì ghi “không số”",
        ));
    }
    if !(1..=ISSUER_MAX).contains(&clean.issuer.chars().count()) {
        return Err(Refusal::new(
            "bad_issuer",
            format!("Thiếu cơ quan ban hành, hoặc dài quá {ISSUER_MAX} chữ"),
            "Ghi tên cơ quan như trên văn bản",
        ));
    }
    let Some(day) = clean.issued_on else {
        return Err(Refusal::new(
            "paper_day_missing",
            "Chưa ghi ngày văn bản",
            "Ghi ngày ký trên văn bản",
        ));
    };
    not_to_come(day, today)?;
    Ok(clean)
}

/// A day that is not to come.
pub(super) fn not_to_come(day: Day, today: Day) -> Result<(), Refusal> {
    if day <= today {
        return Ok(());
    }
    Err(Refusal::new(
        "after_last_day",
        format!("Ngày {} còn ở tương lai, sổ chỉ nhận đến {}", day.vi(), today.vi()),
        "Ghi ngày trên văn bản",
    ))
}

/// A title within its length.
pub(super) fn must_be_title(title: &str) -> Result<String, Refusal> {
    let title = one_line(title);
    if (1..=TITLE_MAX).contains(&title.chars().count()) {
        return Ok(title);
    }
    Err(Refusal::new(
        "bad_title",
        format!("Thiếu trích yếu, hoặc dài quá {TITLE_MAX} chữ"),
        "Ghi trích yếu như trên văn bản, ví dụ: Về việc thành lập công đoàn cơ sở",
    ))
}

/// A remark within its length; none where nothing was typed.
pub(super) fn must_be_note(note: Option<&str>) -> Result<Option<String>, Refusal> {
    let note = note.map(one_line).filter(|note| !note.is_empty());
    if note.as_ref().is_none_or(|note| note.chars().count() <= NOTE_MAX) {
        return Ok(note);
    }
    Err(Refusal::new("bad_note", format!("Ghi chú dài quá {NOTE_MAX} chữ"), "Rút gọn ghi chú"))
}

/// What stands behind a number.
pub(super) fn must_be_symbol(symbol: &str) -> Result<String, Refusal> {
    let symbol = one_line(symbol);
    let fits = (1..=SYMBOL_MAX).contains(&symbol.chars().count());
    if fits && symbol.chars().all(|letter| letter.is_alphanumeric() || "-./&".contains(letter)) {
        return Ok(symbol);
    }
    Err(Refusal::new(
        "bad_symbol",
        format!("Ký hiệu gồm chữ, số, dấu gạch và dấu chấm, nhiều nhất {SYMBOL_MAX} chữ"),
        "Ghi phần sau số, ví dụ QĐ-LĐLĐ",
    ))
}

/// The number that a paper takes after the last one of its series, dated no earlier than it.
pub(super) fn next_after(
    last: Option<(i64, Day)>,
    first: Option<i64>,
    on: Day,
) -> Result<i64, Refusal> {
    let Some((number, day)) = last else {
        let first = first.unwrap_or(1);
        return if (1..=FIRST_MAX).contains(&first) {
            Ok(first)
        } else {
            Err(Refusal::new(
                "bad_first_number",
                format!("Số bắt đầu phải từ 1 đến {FIRST_MAX}"),
                "Ghi số tiếp theo số cuối cùng đã cấp trên sổ giấy, hoặc để trống",
            ))
        };
    };
    if on < day {
        return Err(Refusal::new(
            "before_last_number",
            format!("Số {number} của dãy này đã cấp cho ngày {}", day.vi()),
            "Ghi ngày từ đó trở đi: số sau không đứng trước số trước",
        ));
    }
    Ok(number + 1)
}

/// A number as it is written: two digits at least.
pub(super) fn written(number: i64, symbol: &str) -> String {
    format!("{number:02}/{symbol}")
}

/// The symbol that is usual for a kind of paper: like the one the unit used last, or by what the unit is.
pub(super) fn usual_symbol(kind: Kind, last: Option<&str>, unit: kernel::UnitKind) -> String {
    use kernel::UnitKind;
    let of_unit = match unit {
        UnitKind::Confederation => "TLĐ",
        UnitKind::Province | UnitKind::District => "LĐLĐ",
        UnitKind::WardUnion => "CĐP",
        UnitKind::Grassroots => "CĐCS",
        _ => "CĐ",
    };
    let own = last.and_then(|symbol| symbol.split_once('-')).map(|(_, own)| own.to_owned());
    let own = own.unwrap_or_else(|| of_unit.to_owned());
    if kind.sign().is_empty() { own } else { format!("{}-{own}", kind.sign()) }
}

/// Letters that reverse or hide the letters around them, so that a name seems to end otherwise than it does.
fn is_hiding(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The name and the sort of a file that may be attached: known by its content, named as what it is.
pub(crate) fn must_be_file(name: &str, bytes: &[u8]) -> Result<(String, Media), Refusal> {
    crate::files::must_fit(name, bytes)?;
    let name = vietnamese::text::nfc(name.trim());
    let is_path = name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']);
    let length = name.chars().count();
    if length > FILE_NAME_MAX || is_path || name.starts_with('.') || name.chars().any(is_hiding) {
        return Err(Refusal::new(
            "bad_file_name",
            "Tên tệp quá dài, hoặc có ký tự ẩn, dấu đường dẫn",
            format!("Đổi tên tệp: chữ, số, dấu cách, gạch nối, nhiều nhất {FILE_NAME_MAX} chữ"),
        ));
    }
    let Some(media) = Media::of(bytes) else {
        return Err(Refusal::new(
            "bad_file_kind",
            format!(
                "Tệp {name} không phải PDF, Word (.docx), Excel (.xlsx), ảnh PNG hay JPEG, hoặc có chứa chương trình"
            ),
            "Lưu văn bản thành PDF rồi gửi lại",
        ));
    };
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let fits = ending == media.ending() || (media == Media::Jpeg && ending == "jpeg");
    if !fits {
        return Err(Refusal::new(
            "bad_file_ending",
            format!("Tệp {name} có nội dung là .{} mà tên không nói thế", media.ending()),
            format!("Đổi đuôi tên tệp thành .{}", media.ending()),
        ));
    }
    Ok((name, media))
}
