//! A condition put to the facts of one subject: yes, no, or not known.
//!
//! The expression language has no "unknown". A fact that is not known raises an error, and `&&` and `||` already treat
//! an error as three-valued logic wants it: `false && ?` is false, `true || ?` is true, anything else stays unknown.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use cel::common::types::{CelBool, CelInt, CelString};
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use cel::{Context, Env, ExecutionError, Program};

use crate::fact::{Fact, QUESTIONS};
use crate::facts::{Facts, Grade, Held, Initiative, Known, Listed, Recognised, Trace, Value};

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Đạt.
    Met,
    /// Không đạt.
    NotMet,
    /// Cần minh chứng.
    NeedsEvidence,
}

impl Answer {
    /// What a reader sees.
    pub const fn name(self) -> kernel::Text {
        match self {
            Self::Met => kernel::Text::new("Đạt", "Met"),
            Self::NotMet => kernel::Text::new("Không đạt", "Not met"),
            Self::NeedsEvidence => kernel::Text::new("Cần minh chứng", "Needs evidence"),
        }
    }

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NeedsEvidence => "needs_evidence",
        }
    }
}

/// What a condition used and what it missed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// The records it was decided by, in order, each once.
    pub traces: Vec<Trace>,
    /// Facts that are not known, in the words of their list.
    pub missing: Vec<String>,
}

/// What the functions and variables of the language see.
#[derive(Default)]
struct Seen {
    facts: Arc<Facts>,
    year: i64,
    limits: Vec<(String, i64)>,
    traces: BTreeSet<Trace>,
    missing: BTreeSet<String>,
    /// Whether only answers are wanted.
    quiet: bool,
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Seen>>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        // Nothing is left half done under the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl VariableResolver for Shared {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        let mut seen = self.lock();
        if variable == "year" {
            return Some(CowVal::owned(CelInt::from(seen.year)));
        }
        if let Some((_, value)) = seen.limits.iter().find(|(name, _)| name == variable) {
            return Some(CowVal::owned(CelInt::from(*value)));
        }
        let known = seen.known(Fact::from_name(variable)?)?;
        // A lower bound is no value: only `at_least` may use it.
        if !known.whole {
            seen.miss(variable);
            return None;
        }
        Some(match known.value {
            Value::Int(number) => CowVal::owned(CelInt::from(number)),
            Value::Bool(truth) => CowVal::owned(CelBool::from(truth)),
            Value::Word(word) => CowVal::owned(CelString::from(word)),
        })
    }
}

impl Seen {
    fn known(&mut self, fact: Fact) -> Option<Known> {
        let facts = Arc::clone(&self.facts);
        let Some(Known { value, whole, traces }) = facts.get(fact) else {
            self.miss(fact.name());
            return None;
        };
        self.used(traces);
        Some(Known { value: value.clone(), whole: *whole, traces: Vec::new() })
    }

    fn used<'t>(&mut self, traces: impl IntoIterator<Item = &'t Trace>) {
        if !self.quiet {
            self.traces.extend(traces.into_iter().cloned());
        }
    }

    fn miss(&mut self, what: &str) {
        if !self.quiet {
            self.missing.insert(what.to_owned());
        }
    }

    fn unknown(&mut self, what: &str) -> ExecutionError {
        self.miss(what);
        unknown()
    }

    fn at_least(&mut self, name: &str, wanted: i64) -> Result<bool, ExecutionError> {
        let Some(known) = Fact::from_name(name).and_then(|fact| self.known(fact)) else {
            return Err(self.unknown(name));
        };
        match known.value {
            Value::Int(number) if number >= wanted => Ok(true),
            Value::Int(_) if known.whole => Ok(false),
            _ => Err(self.unknown(name)),
        }
    }

    /// Yes if the list shows it, no if the list is whole, else not known.
    fn shown<T>(
        &mut self,
        enough: bool,
        list: &Listed<T>,
        name: &str,
    ) -> Result<bool, ExecutionError> {
        if enough {
            Ok(true)
        } else if list.whole {
            self.used(&list.by);
            Ok(false)
        } else {
            Err(self.unknown(name))
        }
    }

    /// Whether an award like this is among those held.
    fn any_held(&mut self, like: impl Fn(&Held) -> bool) -> Result<bool, ExecutionError> {
        let facts = Arc::clone(&self.facts);
        let by = || facts.awards.items.iter().filter(|held| like(held));
        self.used(by().map(|held| &held.trace));
        self.shown(by().next().is_some(), &facts.awards, "awards")
    }

    fn held(&mut self, code: &str, year: Option<i64>) -> Result<bool, ExecutionError> {
        self.any_held(|held| {
            held.code == code && year.is_none_or(|year| i64::from(held.year) == year)
        })
    }

    /// One year that is not held settles it when the list is whole; one that is not known leaves it open.
    fn held_in_row(&mut self, code: &str, last: i64, wanted: i64) -> Result<bool, ExecutionError> {
        for year in (0..wanted.clamp(0, ROW_MAX)).map(|back| last.saturating_sub(back)) {
            if !self.held(code, Some(year))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn honoured(&mut self, achievement: &str) -> Result<bool, ExecutionError> {
        if achievement.is_empty() {
            return Ok(false);
        }
        self.any_held(|held| held.achievement.as_deref() == Some(achievement))
    }

    fn rated_in_row(
        &mut self,
        grade: &str,
        last: i64,
        wanted: i64,
    ) -> Result<bool, ExecutionError> {
        let Some(grade) = Grade::from_code(grade) else { return Err(self.unknown("grades")) };
        let facts = Arc::clone(&self.facts);
        let (mut lacks, mut fails) = (false, false);
        for year in (0..wanted.clamp(0, ROW_MAX)).map(|back| last.saturating_sub(back)) {
            match i16::try_from(year).ok().and_then(|year| facts.grades.get(&year)) {
                Some((rated, trace)) => {
                    self.used([trace]);
                    fails |= *rated < grade;
                }
                None => lacks = true,
            }
        }
        if fails {
            Ok(false)
        } else if lacks {
            Err(self.unknown("grades"))
        } else {
            Ok(true)
        }
    }

    fn initiatives(
        &mut self,
        level: &str,
        (from, to): (i64, i64),
        wanted: i64,
    ) -> Result<bool, ExecutionError> {
        let Some(level) = Recognised::from_code(level) else {
            return Err(self.unknown("initiatives"));
        };
        let facts = Arc::clone(&self.facts);
        let like = |each: &&Initiative| each.level >= level && within(each, from, to);
        let by = || facts.initiatives.items.iter().filter(like);
        self.used(by().map(|each| &each.trace));
        self.shown(by().count() as i64 >= wanted, &facts.initiatives, "initiatives")
    }

    fn benefit(&mut self, (from, to): (i64, i64), wanted: i64) -> Result<bool, ExecutionError> {
        let facts = Arc::clone(&self.facts);
        let by = || facts.initiatives.items.iter().filter(|each| within(each, from, to));
        let sum = by().fold(0_i64, |sum, each| sum.saturating_add(each.benefit_vnd.max(0)));
        self.used(by().map(|each| &each.trace));
        self.shown(sum >= wanted, &facts.initiatives, "initiatives")
    }
}

fn within(each: &Initiative, from: i64, to: i64) -> bool {
    (from..=to).contains(&i64::from(each.year))
}

/// No rule looks further back.
const ROW_MAX: i64 = 60;
const UNKNOWN: &str = "unknown";

fn unknown() -> ExecutionError {
    ExecutionError::function_error(UNKNOWN, UNKNOWN)
}

static LANGUAGE: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(Env::stdlib()));

/// An expression may not be longer; the longest shipped has 300 letters.
pub(crate) const LETTERS_MAX: usize = 2_000;

/// Compiles an expression and checks every name in it; a sentence about what is wrong otherwise.
pub(crate) fn compile(text: &str, limits: &[(String, i64)]) -> Result<Program, String> {
    if text.len() > LETTERS_MAX || deepest(text) > 40 {
        return Err(format!("biểu thức quá dài hoặc quá sâu (nhiều nhất {LETTERS_MAX} chữ)"));
    }
    let program = LANGUAGE.compile(text).map_err(|error| {
        let said = error.to_string();
        format!("biểu thức sai: {}", said.lines().next().unwrap_or("không đọc được"))
    })?;
    {
        let references = program.references();
        for name in references.variables() {
            let known = name == "year"
                || limits.iter().any(|(limit, _)| limit == name)
                || Fact::from_name(name).is_some();
            if !known {
                return Err(format!("không có dữ kiện nào tên “{name}”"));
            }
        }
        for name in references.functions() {
            let is_operator = !name.starts_with(|letter: char| letter.is_ascii_alphabetic());
            if !is_operator && !QUESTIONS.iter().any(|question| question.name == name) {
                return Err(format!("không có câu hỏi nào tên “{name}”"));
            }
        }
    }
    Ok(program)
}

/// How deep brackets stand in one another; the parser goes as deep as they do.
fn deepest(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for letter in text.chars() {
        match letter {
            '(' | '[' | '{' | '!' | '-' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Puts conditions to subjects: made once, asked often.
#[derive(Default)]
pub struct Asker {
    shared: Shared,
}

impl Asker {
    /// An asker that has been told of nobody yet.
    pub fn new() -> Self {
        Self { shared: Shared::default() }
    }

    /// The subject and year the next questions are about.
    pub(crate) fn about(&self, facts: Arc<Facts>, year: i16) {
        let mut seen = self.shared.lock();
        seen.facts = facts;
        seen.year = i64::from(year);
    }

    /// Opens the language for asking; the context borrows the asker.
    pub(crate) fn open(&self) -> Asking<'_> {
        let mut context = Context::with_env(Arc::clone(&LANGUAGE));
        context.set_variable_resolver(&self.shared);
        let with = |context: &mut Context<'_, '_>,
                    shared: &Shared|
         -> Result<(), cel::DeclarationError> {
            let s = shared.clone();
            context.add_function("at_least", move |name: Arc<String>, n: i64| {
                s.lock().at_least(&name, n)
            })?;
            let s = shared.clone();
            context.add_function("held", move |code: Arc<String>| s.lock().held(&code, None))?;
            let s = shared.clone();
            context.add_function("held_in", move |code: Arc<String>, year: i64| {
                s.lock().held(&code, Some(year))
            })?;
            let s = shared.clone();
            context.add_function("held_in_row", move |code: Arc<String>, year: i64, n: i64| {
                s.lock().held_in_row(&code, year, n)
            })?;
            let s = shared.clone();
            context.add_function("honoured", move |what: Arc<String>| s.lock().honoured(&what))?;
            let s = shared.clone();
            context
                .add_function("rated_in_row", move |grade: Arc<String>, year: i64, n: i64| {
                    s.lock().rated_in_row(&grade, year, n)
                })?;
            let s = shared.clone();
            context.add_function(
                "initiatives",
                move |level: Arc<String>, from: i64, to: i64, n: i64| {
                    s.lock().initiatives(&level, (from, to), n)
                },
            )?;
            let s = shared.clone();
            context.add_function("benefit", move |from: i64, to: i64, n: i64| {
                s.lock().benefit((from, to), n)
            })
        };
        // None of the names is one of the language's own; a test asks every question.
        let _ = with(&mut context, &self.shared);
        Asking { context, asker: self }
    }
}

fn answer_of(told: &cel::ResolveResult) -> Answer {
    match told {
        Ok(cel::Value::Bool(true)) => Answer::Met,
        Ok(cel::Value::Bool(false)) => Answer::NotMet,
        Ok(_) | Err(_) => Answer::NeedsEvidence,
    }
}

/// The language, open.
pub(crate) struct Asking<'a> {
    context: Context<'a, 'a>,
    asker: &'a Asker,
}

impl Asking<'_> {
    /// The answer, what it was decided by and what is missing. An expression that fails otherwise is not known either:
    /// nobody is refused because a rule is broken.
    pub(crate) fn ask(&self, program: &Program, limits: &[(String, i64)]) -> (Answer, Used) {
        {
            let mut seen = self.asker.shared.lock();
            seen.limits = limits.to_vec();
            seen.traces.clear();
            seen.missing.clear();
        }
        let answer = answer_of(&program.execute(&self.context));
        let mut seen = self.asker.shared.lock();
        let traces = std::mem::take(&mut seen.traces).into_iter().collect();
        let missing = std::mem::take(&mut seen.missing);
        let missing = if answer == Answer::NeedsEvidence { missing } else { BTreeSet::new() };
        (answer, Used { traces, missing: missing.into_iter().collect() })
    }

    /// The answer alone.
    pub(crate) fn answer(&self, program: &Program, limits: &[(String, i64)]) -> Answer {
        {
            let mut seen = self.asker.shared.lock();
            seen.quiet = true;
            if seen.limits != limits {
                seen.limits = limits.to_vec();
            }
        }
        let told = program.execute(&self.context);
        self.asker.shared.lock().quiet = false;
        answer_of(&told)
    }

    /// Whether an expression gives yes or no for facts of which none is unknown; a sentence about what it gives instead.
    pub(crate) fn sound(&self, program: &Program, limits: &[(String, i64)]) -> Result<(), String> {
        self.asker.shared.lock().limits = limits.to_vec();
        match program.execute(&self.context) {
            Ok(cel::Value::Bool(_)) => Ok(()),
            Ok(other) => {
                Err(format!("kết quả phải là đúng hay sai, không phải {}", other.type_of()))
            }
            Err(error) => Err(format!("không tính được: {error}")),
        }
    }
}
