//! What only shows when all files are seen together.

use kernel::Refusal;

use crate::catalogue::Catalogue;
use crate::read::Place;
use crate::rule::{For, Rule, Tighter};
use crate::{Lasts, Layer};

/// Checks the whole.
pub(crate) fn all(catalogue: &Catalogue) -> Result<(), Refusal> {
    awards(catalogue)?;
    followers(catalogue)?;
    money(catalogue)?;
    rules(catalogue)
}

/// One award of a code a day, and the code of an upper layer is not taken by a lower one.
fn awards(catalogue: &Catalogue) -> Result<(), Refusal> {
    let placed = || catalogue.awards.iter().zip(&catalogue.places.awards);
    for (n, (award, at)) in placed().enumerate() {
        for (other, before) in placed().take(n).filter(|(other, _)| other.code == award.code) {
            if award.layer != other.layer {
                return Err(at.refuse(
                    "rule_takes_upper",
                    &format!("{} đã có ở cấp {}", award.code, other.layer.name().vi),
                    "Cấp dưới không đặt lại khen thưởng của cấp trên: đặt mã khác, hoặc chỉ thêm điều kiện",
                ));
            }
            if award.lasts.meets(other.lasts) {
                return Err(twice(at, before, &award.code, award.lasts));
            }
        }
        if award.layer > Layer::Confederation && award.level < crate::Level::Province {
            return Err(at.refuse(
                "rule_above_itself",
                &format!(
                    "{} do cấp dưới đặt mà lại do {} quyết định",
                    award.code,
                    award.level.name().vi
                ),
                "Cấp dưới chỉ đặt khen thưởng của cấp mình",
            ));
        }
    }
    Ok(())
}

fn followers(catalogue: &Catalogue) -> Result<(), Refusal> {
    for (award, at) in catalogue.awards.iter().zip(&catalogue.places.awards) {
        let follower = award.followed_by.as_deref();
        if let Some(code) = follower.filter(|code| catalogue.by_code(code).is_none()) {
            return Err(unknown(at, code));
        }
    }
    Ok(())
}

fn money(catalogue: &Catalogue) -> Result<(), Refusal> {
    let bases = catalogue.base_salaries.iter().zip(&catalogue.places.bases);
    once(bases.map(|(base, at)| (String::from("lương cơ sở"), base.lasts, at)))?;
    let roundings = catalogue.roundings.iter().zip(&catalogue.places.roundings);
    once(roundings.map(|(rule, at)| (String::from("cách làm tròn"), rule.lasts, at)))?;
    let prices = || catalogue.prices.iter().zip(&catalogue.places.prices);
    once(prices().map(|(price, at)| {
        (format!("tiền thưởng của {} cho {}", price.award, price.subject.code()), price.lasts, at)
    }))?;
    for (price, at) in prices() {
        let Some(award) = catalogue.by_code(&price.award) else {
            return Err(unknown(at, &price.award));
        };
        if !award.subjects.contains(&price.subject) {
            return Err(at.refuse(
                "rule_wrong_subject",
                &format!(
                    "{} không dành cho {}",
                    price.award,
                    price.subject.name().vi.to_lowercase()
                ),
                "Sửa subject, hoặc thêm đối tượng vào mục khen thưởng",
            ));
        }
    }
    Ok(())
}

/// Rules are about awards that exist, stand once a day and layer, and lower layers only narrow upper ones.
fn rules(catalogue: &Catalogue) -> Result<(), Refusal> {
    let placed = || catalogue.rules.iter().zip(&catalogue.places.rules);
    for (n, (rule, at)) in placed().enumerate() {
        if let Some(code) = crate::read_rules::unknown_award(rule, &catalogue.awards) {
            return Err(unknown(at, code));
        }
        if let Some((_, before)) = placed().take(n).find(|(other, _)| other.code == rule.code) {
            return Err(twice(at, before, &format!("quy định {}", rule.code), rule.lasts));
        }
        for (c, condition) in rule.conditions.iter().enumerate() {
            if rule.conditions.iter().take(c).any(|other| other.code == condition.code) {
                let why = format!("điều kiện “{}” có hai lần trong {}", condition.code, rule.code);
                return Err(at.refuse("rule_twice", &why, "Đổi mã hoặc bỏ một điều kiện"));
            }
        }
        let together = placed().filter(|(other, _)| {
            other.code != rule.code
                && rule.award != For::Every
                && other.award == rule.award
                && other.subject == rule.subject
                && other.lasts.meets(rule.lasts)
        });
        let mut is_new = vec![true; rule.limits.len()];
        for (other, before) in together {
            if other.layer == rule.layer && other.owner == rule.owner {
                return Err(twice(at, before, &format!("quy định {}", rule.code), rule.lasts));
            }
            if other.layer < rule.layer {
                narrows(rule, other, at)?;
                for (is_new, limit) in is_new.iter_mut().zip(&rule.limits) {
                    *is_new &= !other.limits.iter().any(|upper| upper.name == limit.name);
                }
            }
        }
        let unsaid = rule.limits.iter().zip(&is_new).find(|(limit, is_new)| {
            **is_new && (limit.tighter.is_none() || limit.meaning.is_empty())
        });
        if let Some((limit, _)) = unsaid {
            return Err(at.refuse(
                "rule_bad_limit",
                &format!(
                    "mức “{}” không ghi chiều chặt hơn (tighter) hoặc ý nghĩa (meaning)",
                    limit.name
                ),
                "Ghi tighter = \"up\" hoặc \"down\" và meaning",
            ));
        }
    }
    Ok(())
}

/// A lower layer adds conditions and tightens numbers; it takes no condition's place and opens no other way.
fn narrows(rule: &Rule, upper: &Rule, at: &Place) -> Result<(), Refusal> {
    let taken = rule
        .conditions
        .iter()
        .find(|condition| upper.conditions.iter().any(|other| other.code == condition.code));
    if let Some(condition) = taken {
        return Err(at.refuse(
            "rule_takes_upper",
            &format!("điều kiện “{}” đã có trong {}", condition.code, upper.code),
            "Cấp dưới không đặt lại điều kiện của cấp trên: đặt mã khác",
        ));
    }
    let opened = rule.conditions.iter().find(|condition| {
        condition.one_of.is_some()
            && upper.conditions.iter().any(|other| other.one_of == condition.one_of)
    });
    if let Some(condition) = opened {
        return Err(at.refuse(
            "rule_widens",
            &format!(
                "điều kiện “{}” mở thêm một đường cho nhóm của {}",
                condition.code, upper.code
            ),
            "Cấp dưới chỉ được thêm điều kiện phải đạt: bỏ one_of",
        ));
    }
    for limit in &rule.limits {
        let Some(held) = upper.limits.iter().find(|held| held.name == limit.name) else { continue };
        let loosens = match held.tighter {
            Some(Tighter::Up) => limit.value < held.value,
            Some(Tighter::Down) => limit.value > held.value,
            None => limit.value != held.value,
        };
        if loosens {
            return Err(at.refuse(
                "rule_loosens",
                &format!(
                    "mức “{}” {} nới hơn {} của {}",
                    limit.name, limit.value, held.value, upper.code
                ),
                "Cấp dưới chỉ được chặt hơn cấp trên",
            ));
        }
    }
    Ok(())
}

/// Whether each thing stands once on any day.
fn once<'a>(each: impl Iterator<Item = (String, Lasts, &'a Place)>) -> Result<(), Refusal> {
    let mut seen: Vec<(String, Lasts, &Place)> = Vec::new();
    for (what, lasts, at) in each {
        let before = seen.iter().find(|(other, days, _)| *other == what && days.meets(lasts));
        if let Some((_, _, before)) = before {
            return Err(twice(at, before, &what, lasts));
        }
        seen.push((what, lasts, at));
    }
    Ok(())
}

fn twice(at: &Place, before: &Place, what: &str, lasts: Lasts) -> Refusal {
    at.refuse(
        "rule_twice",
        &format!(
            "{what} ({lasts}) đã có ở {}, dòng {}, cho cùng những ngày ấy",
            before.file, before.line
        ),
        "Ghi ngày cuối (to) của mục cũ trước ngày đầu (from) của mục mới",
    )
}

fn unknown(at: &Place, code: &str) -> Refusal {
    at.refuse(
        "rule_unknown_award",
        &format!("không có khen thưởng nào mang mã {code}"),
        "Viết đúng mã trong danh mục",
    )
}
