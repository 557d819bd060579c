//! The verdict on a subject for an award, condition by condition, by the rules of a day.

use std::sync::Arc;

use kernel::{Day, Text};

use crate::ask::{Answer, Asker, Asking, Used};
use crate::facts::Facts;
use crate::rule::{Condition, Effect, For, Rule};
use crate::{Award, Catalogue, Layer, Source, Subject};

/// What comes of it, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Every condition is met.
    Eligible,
    /// Every condition that could be read is met; the text has others.
    MeetsKnown,
    /// Nothing speaks against it, and something is not known.
    NeedsEvidence,
    /// A matter is open: not looked at until it is settled.
    OnHold,
    /// A condition is not met.
    NotEligible,
    /// No verified rule is in force on that day, or the award does not exist.
    NoRule,
}

impl State {
    /// What a reader sees.
    pub const fn name(self) -> Text {
        match self {
            Self::Eligible => Text::new("Đủ điều kiện", "Eligible"),
            Self::MeetsKnown => Text::new("Đạt các điều kiện đã biết", "Meets what is known"),
            Self::NeedsEvidence => Text::new("Cần minh chứng", "Needs evidence"),
            Self::OnHold => Text::new("Chưa xét", "On hold"),
            Self::NotEligible => Text::new("Không đủ điều kiện", "Not eligible"),
            Self::NoRule => Text::new("Chưa có quy định đã kiểm chứng", "No verified rule"),
        }
    }

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::MeetsKnown => "meets_known",
            Self::NeedsEvidence => "needs_evidence",
            Self::OnHold => "on_hold",
            Self::NotEligible => "not_eligible",
            Self::NoRule => "no_rule",
        }
    }
}

/// What one condition says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code.
    pub rule: String,
    /// The condition's code.
    pub condition: String,
    /// Its sentence.
    pub says: String,
    /// Its clause.
    pub clause: Source,
    /// What it does when it is not met.
    pub effect: Effect,
    /// The group of which one is enough.
    pub one_of: Option<String>,
    /// The answer.
    pub answer: Answer,
    /// Whether it counts: a condition marked as a guess is shown and does not.
    pub decides: bool,
    /// By what, and what is missing.
    pub used: Used,
}

/// A rule that was applied, in its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its code.
    pub code: String,
    /// Its document.
    pub source: Source,
    /// The days it is in force, in words.
    pub lasts: String,
    /// Whether every condition of the text is here.
    pub complete: bool,
    /// Whether it counts.
    pub decides: bool,
    /// What else a reader must know.
    pub note: Option<String>,
}

/// The answer about one subject and one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The award's code.
    pub award: String,
    /// The day whose rules were applied.
    pub on: Day,
    /// The year of achievement.
    pub year: i16,
    /// What comes of it.
    pub state: State,
    /// The rules, highest layer first.
    pub rules: Vec<Applied>,
    /// The conditions.
    pub findings: Vec<Finding>,
    /// What must be said with it.
    pub cautions: Vec<String>,
}

/// What is asked: by the rules of which day, for which year, under whose own rules.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The award's code.
    pub award: &'a str,
    /// Person or collective.
    pub subject: Subject,
    /// The day that decides which rules hold.
    pub on: Day,
    /// The year of achievement.
    pub year: i16,
    /// The codes of the units above the subject: their own rules hold for it too.
    pub owners: &'a [String],
}

impl Catalogue {
    /// Every rule.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules for a case, highest layer first.
    pub fn rules_for(&self, case: Case<'_>) -> Vec<&Rule> {
        let is_theirs = |rule: &&Rule| match &rule.owner {
            None => true,
            Some(owner) => case.owners.contains(owner),
        };
        let mut found: Vec<&Rule> = (self.rules.iter())
            .filter(|rule| rule.lasts.holds(case.on) && rule.is_for(case.award, case.subject))
            .filter(is_theirs)
            .collect();
        found.sort_by_key(|rule| (rule.award == For::Every, rule.layer));
        found
    }

    /// A judge over the catalogue; the asker is made once and used for many subjects.
    pub fn judge<'a>(&'a self, asker: &'a Asker) -> Judge<'a> {
        Judge { catalogue: self, asker, asking: asker.open() }
    }
}

/// Judges one subject after another.
pub struct Judge<'a> {
    catalogue: &'a Catalogue,
    asker: &'a Asker,
    asking: Asking<'a>,
}

impl Judge<'_> {
    /// The verdict.
    pub fn verdict(&self, case: Case<'_>, facts: &Arc<Facts>) -> Verdict {
        self.asker.about(Arc::clone(facts), case.year);
        let award = self.catalogue.find(case.award, case.on);
        let rules = self.catalogue.rules_for(case);
        let limits = limits(&rules);
        let mut findings = Vec::new();
        for rule in &rules {
            let asked = rule.conditions.iter().map(|condition| {
                let (answer, used) = self.asking.ask(&condition.program, &limits);
                finding(rule, condition, answer, used)
            });
            findings.extend(asked);
        }
        let mut cautions: Vec<String> = (rules.iter())
            .flat_map(|rule| rule.cautions.iter())
            .filter(|caution| caution.from <= case.on)
            .map(|caution| caution.say.clone())
            .collect();
        cautions.dedup();
        Verdict {
            award: case.award.to_owned(),
            on: case.on,
            year: case.year,
            state: state(award, &rules, &findings.iter().map(Told::from).collect::<Vec<_>>()),
            rules: rules.iter().map(|rule| applied(rule)).collect(),
            findings,
            cautions,
        }
    }

    /// The outcome alone, without what it was decided by: for many subjects.
    pub fn state(&self, case: Case<'_>, facts: &Arc<Facts>) -> State {
        self.asker.about(Arc::clone(facts), case.year);
        let award = self.catalogue.find(case.award, case.on);
        let rules = self.catalogue.rules_for(case);
        if !has_own(award, &rules) {
            return State::NoRule;
        }
        let limits = limits(&rules);
        let mut findings = Vec::new();
        for rule in &rules {
            for condition in &rule.conditions {
                let decides = condition.mark.max(rule.source.mark).decides();
                // A guess is shown and not asked for here: it changes nothing but that not all is known.
                let answer = if decides {
                    self.asking.answer(&condition.program, &limits)
                } else {
                    Answer::Met
                };
                findings.push(Told {
                    one_of: condition.one_of.as_deref(),
                    effect: condition.effect,
                    answer,
                    decides,
                });
            }
        }
        state(award, &rules, &findings)
    }

    /// The answer of one condition for a case, for looking ahead.
    pub(crate) fn again(&self, case: Case<'_>, wanted: &Finding, facts: &Arc<Facts>) -> Answer {
        self.asker.about(Arc::clone(facts), case.year);
        let rules = self.catalogue.rules_for(case);
        let limits = limits(&rules);
        let condition = (rules.iter())
            .find(|rule| rule.code == wanted.rule)
            .and_then(|rule| rule.conditions.iter().find(|each| each.code == wanted.condition));
        condition.map_or(Answer::NotMet, |each| self.asking.ask(&each.program, &limits).0)
    }
}

/// The numbers that hold: a lower layer's take the place of an upper one's; the loader saw that they only tighten.
fn limits(rules: &[&Rule]) -> Vec<(String, i64)> {
    let mut limits: Vec<(String, i64, Layer)> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.decides()) {
        for limit in &rule.limits {
            match limits.iter_mut().find(|(name, ..)| *name == limit.name) {
                Some(held) if held.2 < rule.layer => (held.1, held.2) = (limit.value, rule.layer),
                Some(_) => {}
                None => limits.push((limit.name.clone(), limit.value, rule.layer)),
            }
        }
    }
    limits.into_iter().map(|(name, value, _)| (name, value)).collect()
}

fn finding(rule: &Rule, condition: &Condition, answer: Answer, used: Used) -> Finding {
    let clause = rule.clause(condition);
    Finding {
        rule: rule.code.clone(),
        condition: condition.code.clone(),
        says: condition.say.clone(),
        decides: clause.mark.decides(),
        clause,
        effect: condition.effect,
        one_of: condition.one_of.clone(),
        answer,
        used,
    }
}

fn applied(rule: &Rule) -> Applied {
    Applied {
        code: rule.code.clone(),
        source: rule.source.clone(),
        lasts: rule.lasts.to_string(),
        complete: rule.complete,
        decides: rule.decides(),
        note: rule.note.clone(),
    }
}

/// What the outcome is made of.
struct Told<'f> {
    one_of: Option<&'f str>,
    effect: Effect,
    answer: Answer,
    decides: bool,
}

impl<'f> From<&'f Finding> for Told<'f> {
    fn from(finding: &'f Finding) -> Self {
        let Finding { effect, answer, decides, .. } = *finding;
        Self { one_of: finding.one_of.as_deref(), effect, answer, decides }
    }
}

/// The rules of the award itself that may decide.
fn own<'r>(rules: &'r [&'r Rule]) -> impl Iterator<Item = &'r Rule> {
    let is_own =
        |rule: &&&Rule| rule.award != For::Every && rule.decides() && !rule.conditions.is_empty();
    rules.iter().filter(is_own).copied()
}

/// A lower layer adds to a rule; where the rule itself could not be read there is nothing to add to.
fn has_own(award: Option<&Award>, rules: &[&Rule]) -> bool {
    let home = award.map(|award| award.layer);
    own(rules).any(|rule| Some(rule.layer) <= home)
}

fn state(award: Option<&Award>, rules: &[&Rule], told: &[Told<'_>]) -> State {
    if !has_own(award, rules) {
        return State::NoRule;
    }
    let decisive = || told.iter().filter(|each| each.decides);
    let alone = || decisive().filter(|each| each.one_of.is_none());
    let mut groups: Vec<(&str, Answer)> = Vec::new();
    for each in decisive() {
        let Some(name) = each.one_of else { continue };
        match groups.iter_mut().find(|(group, _)| *group == name) {
            Some((_, best)) => *best = either(*best, each.answer),
            None => groups.push((name, each.answer)),
        }
    }
    let unmet = |effect| alone().any(|each| each.answer == Answer::NotMet && each.effect == effect);
    if unmet(Effect::Bar) || groups.iter().any(|(_, answer)| *answer == Answer::NotMet) {
        return State::NotEligible;
    }
    if unmet(Effect::Hold) {
        return State::OnHold;
    }
    let unknown = alone().any(|each| each.answer == Answer::NeedsEvidence)
        || groups.iter().any(|(_, answer)| *answer == Answer::NeedsEvidence);
    if unknown {
        return State::NeedsEvidence;
    }
    let complete = own(rules).all(|rule| rule.complete) && told.iter().all(|each| each.decides);
    if complete { State::Eligible } else { State::MeetsKnown }
}

/// One is enough: met beats unknown, unknown beats unmet.
fn either(a: Answer, b: Answer) -> Answer {
    match (a, b) {
        (Answer::Met, _) | (_, Answer::Met) => Answer::Met,
        (Answer::NeedsEvidence, _) | (_, Answer::NeedsEvidence) => Answer::NeedsEvidence,
        (Answer::NotMet, Answer::NotMet) => Answer::NotMet,
    }
}
