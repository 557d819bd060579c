//! From the text of a file to checked entries; every "no" names file, line and remedy.

use std::collections::BTreeMap;

use kernel::{Day, Refusal};

use crate::award::{Award, Decider, Layer, Names};
use crate::catalogue::{Catalogue, RuleFile};
use crate::money::{BaseSalary, Coefficient, Price, RoundingRule};
use crate::written::{self, FromWhere};
use crate::{Lasts, Source};

/// A file may not be larger: the shipped ones are under 40 kB, and somebody writes them by hand.
const BYTES_MAX: usize = 1 << 20;
/// The dearest base salary that is believed; the one of 2026 is 2.530.000.
const BASE_VND_MAX: i64 = 1_000_000_000;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
}

impl Place {
    /// A refusal at this place.
    pub(crate) fn refuse(&self, code: &'static str, why: &str, remedy: &str) -> Refusal {
        Refusal::new(code, format!("{}, dòng {}: {why}", self.file, self.line), remedy)
    }
}

/// A file that is being read.
pub(crate) struct Reading<'a> {
    pub(crate) file: &'a RuleFile,
    pub(crate) layer: Layer,
    pub(crate) owner: Option<String>,
}

impl Reading<'_> {
    pub(crate) fn place(&self, offset: usize) -> Place {
        place(self.file, offset)
    }
}

/// Days, document and mark of an entry.
pub(crate) fn days_and_source(
    at: &Place,
    written: &FromWhere<'_>,
) -> Result<(Lasts, Source), Refusal> {
    let day = |text: &str| {
        Day::parse(text).map_err(|_| {
            at.refuse(
                "rule_bad_day",
                &format!("“{text}” không phải là một ngày"),
                "Viết năm-tháng-ngày, như from = \"2019-11-12\"",
            )
        })
    };
    let lasts = Lasts { from: day(written.from)?, to: written.to.map(day).transpose()? };
    if lasts.to.is_some_and(|to| to < lasts.from) {
        let why = format!("hết hiệu lực trước khi có hiệu lực ({lasts})");
        return Err(at.refuse(
            "rule_days_reversed",
            &why,
            "Sửa from hoặc to; to là ngày cuối cùng còn hiệu lực",
        ));
    }
    if written.source.trim().is_empty() {
        return Err(at.refuse(
            "rule_without_source",
            "không ghi văn bản làm căn cứ",
            "Ghi số, ký hiệu và ngày của văn bản vào source",
        ));
    }
    let source = Source {
        document: written.source.trim().to_owned(),
        article: written.article.map(|article| article.trim().to_owned()),
        mark: written.confidence,
    };
    Ok((lasts, source))
}

/// The place of a byte of a file.
pub(crate) fn place(file: &RuleFile, offset: usize) -> Place {
    let before = file.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count();
    Place { file: file.name.clone(), line: before + 1 }
}

/// Reads `names.toml`.
pub(crate) fn names(file: &RuleFile) -> Result<BTreeMap<String, Names>, Refusal> {
    let written: written::NamesFile = parse(file)?;
    let named = written.award.into_iter().map(|row| {
        let names = Names { name: row.name, aliases: row.aliases, look_alikes: row.look_alikes };
        (row.code, names)
    });
    Ok(named.collect())
}

/// The layer a file says it is of; what cannot be read comes first and is refused when it is.
pub(crate) fn layer_of(file: &RuleFile) -> Option<Layer> {
    let line = file.text.lines().find(|line| line.starts_with("layer"))?;
    let code = line.split('"').nth(1)?;
    Layer::from_code(code)
}

/// Reads one file into the catalogue; the whole is checked afterwards.
pub(crate) fn into(
    catalogue: &mut Catalogue,
    file: &RuleFile,
    names: &BTreeMap<String, Names>,
) -> Result<(), Refusal> {
    let written: written::File = parse(file)?;
    let reading = Reading { file, layer: written.layer, owner: written.owner.clone() };
    let has_owner = written.owner.as_ref().is_some_and(|owner| !owner.trim().is_empty());
    if has_owner != (written.layer >= Layer::Province) {
        return Err(place(file, 0).refuse(
            "rule_owner",
            "tệp của tỉnh, ngành, đơn vị phải ghi mã đơn vị (owner); tệp của Nhà nước, Tổng Liên đoàn thì không",
            "Thêm hoặc bỏ dòng owner ở đầu tệp",
        ));
    }
    for row in &written.award {
        let at = reading.place(row.span().start);
        let award = award(&reading, &at, row.get_ref(), names)?;
        catalogue.awards.push(award);
        catalogue.places.awards.push(at);
    }
    for row in &written.rule {
        let at = reading.place(row.span().start);
        let rule = crate::read_rules::rule(&reading, &at, row.get_ref(), &catalogue.rules)?;
        catalogue.rules.push(rule);
        catalogue.places.rules.push(at);
    }
    for row in &written.base_salary {
        let at = reading.place(row.span().start);
        let (lasts, source) = days_and_source(&at, &row.get_ref().origin())?;
        let vnd = row.get_ref().vnd;
        if !(1..=BASE_VND_MAX).contains(&vnd) {
            return Err(at.refuse(
                "rule_bad_amount",
                &format!("lương cơ sở {vnd} đồng là không thể"),
                "Ghi số đồng một tháng, như vnd = 2340000",
            ));
        }
        catalogue.base_salaries.push(BaseSalary { vnd, lasts, source });
        catalogue.places.bases.push(at);
    }
    for row in &written.rounding {
        let at = reading.place(row.span().start);
        let (lasts, source) = days_and_source(&at, &row.get_ref().origin())?;
        catalogue.roundings.push(RoundingRule { mode: row.get_ref().mode, lasts, source });
        catalogue.places.roundings.push(at);
    }
    for row in &written.money {
        let at = reading.place(row.span().start);
        let price = price(&at, row.get_ref())?;
        catalogue.prices.push(price);
        catalogue.places.prices.push(at);
    }
    Ok(())
}

fn award(
    reading: &Reading<'_>,
    at: &Place,
    row: &written::Award,
    names: &BTreeMap<String, Names>,
) -> Result<Award, Refusal> {
    let (lasts, source) = days_and_source(at, &row.origin())?;
    if !is_code(&row.code) {
        return Err(at.refuse(
            "rule_bad_code",
            &format!("mã “{}” không đúng dạng", row.code),
            "Viết chữ thường không dấu: cấp, dấu chấm, tên, như tld.bang_khen",
        ));
    }
    if row.subjects.is_empty() {
        let why = format!("{} không ghi đối tượng", row.code);
        return Err(at.refuse(
            "rule_without_subject",
            &why,
            "Ghi subjects = [\"ca_nhan\"] hoặc [\"tap_the\"]",
        ));
    }
    let names = award_names(at, row, names)?;
    let decided_by = row.decided_by.as_ref().map(|body| Decider {
        body: body.clone(),
        mark: row.decided_by_confidence.unwrap_or(source.mark),
    });
    Ok(Award {
        code: row.code.clone(),
        names,
        sort: row.sort,
        subjects: row.subjects.clone(),
        level: row.level,
        layer: reading.layer,
        owner: reading.owner.clone(),
        decided_by,
        once: row.once,
        series: row.series.clone(),
        items: row.items.clone(),
        followed_by: row.followed_by.clone(),
        lasts,
        source,
        note: row.note.clone(),
    })
}

fn award_names(
    at: &Place,
    row: &written::Award,
    names: &BTreeMap<String, Names>,
) -> Result<Names, Refusal> {
    match (&row.names, &row.name) {
        (Some(key), None) => names.get(key).cloned().ok_or_else(|| {
            let why = format!("names.toml không có mục “{key}”");
            at.refuse(
                "rule_unknown_names",
                &why,
                "Thêm mục ấy vào names.toml, hoặc ghi tên bằng name",
            )
        }),
        (None, Some(name)) if !name.trim().is_empty() => Ok(Names {
            name: name.clone(),
            aliases: row.aliases.clone(),
            look_alikes: row.look_alikes.clone(),
        }),
        _ => Err(at.refuse(
            "rule_without_name",
            &format!("{} phải có tên: names (mục của names.toml) hoặc name, chỉ một", row.code),
            "Ghi một trong hai dòng ấy",
        )),
    }
}

fn price(at: &Place, row: &written::Price) -> Result<Price, Refusal> {
    let (lasts, source) = days_and_source(at, &row.origin())?;
    let coefficient = Coefficient::parse(&row.coefficient).ok_or_else(|| {
        let why = format!("hệ số “{}” không đọc được", row.coefficient);
        at.refuse(
            "rule_bad_coefficient",
            &why,
            "Viết hệ số trong ngoặc kép, nhiều nhất ba số lẻ, như \"0.6\"",
        )
    })?;
    Ok(Price {
        award: row.award.clone(),
        subject: row.subject,
        coefficient,
        is_ceiling: row.ceiling,
        lasts,
        source,
    })
}

/// `tld.bang_khen`: small letters, digits and `_`, one dot inside.
fn is_code(code: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    code.len() <= 60 && code.split_once('.').is_some_and(|(level, name)| part(level) && part(name))
}

fn parse<T: serde::de::DeserializeOwned>(file: &RuleFile) -> Result<T, Refusal> {
    if file.text.len() > BYTES_MAX {
        let why = format!("{}: tệp lớn hơn {} kB", file.name, BYTES_MAX / 1024);
        return Err(Refusal::new("rule_file_too_large", why, "Chia thành nhiều tệp"));
    }
    toml::from_str(&file.text).map_err(|error| {
        let at = place(file, error.span().map_or(0, |span| span.start));
        let why = format!("không đọc được: {}", error.message().replace('\n', " "));
        at.refuse(
            "rule_unreadable",
            &why,
            "Sửa dòng ấy theo các mục bên cạnh; docs/AWARDS.md nói từng trường",
        )
    })
}
