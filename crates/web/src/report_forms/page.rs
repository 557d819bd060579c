//! The editor as a page: the head, the lines, the preview.

use axum::http::StatusCode;
use axum::response::Response;
use domain::activities::REGISTERS;
use domain::reports::What;
use kernel::Refusal;
use maud::{Markup, html};

use super::draft::{Draft, Row, SUM, TYPED};
use super::edit::Looked;
use super::words;
use crate::address::Question;
use crate::form::PASTED;
use crate::frame::{self, framed};
use crate::parts::form::{self, Field};
use crate::parts::{crumbs, state_of};
use crate::problem::Problem;
use crate::site::Visit;

/// The page with a draft, the preview where one was asked for, and why a step was not taken.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    draft: &Draft,
    looked: Option<&Looked>,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = question.say;
    let title = say.text(words::EDITOR);
    let content = html! {
        (crumbs(say, &[(question.to("/report-forms"), say.text(words::FORMS))], title))
        div.head { div { h1 { (title) } p { (say.text(words::EDITOR_LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        form.gap novalidate method="post" action=(question.to("/report-forms/edit")) {
            (frame::form_key(visit))
            // The first button is what Enter presses: it only looks.
            button.vh name="what" value="preview" tabindex="-1" { (say.text(words::LOOK)) }
            @if let Some(looked) = looked { (preview(&question, &place.card.name, looked)) }
            (head_of(&question, draft))
            (lines(&question, draft))
            section.sheet { div.pad.form {
                (form::input(say, &Field {
                    is_optional: true,
                    hint: say.text(words::FOR_PERIOD_HINT),
                    most: 40,
                    ..Field::new("for-period", say.text(words::FOR_PERIOD), visit.form.text("for-period"))
                }))
                div.acts {
                    button.btn.main name="what" value="preview" { (say.text(words::LOOK)) }
                    button.btn name="what" value="toml" { (say.text(words::TAKE)) }
                    button.btn name="what" value="put" { (say.text(words::PUT)) }
                }
            } }
            details.sheet {
                summary.pad { (say.text(words::PASTE)) }
                div.pad {
                    label.hint for="f-pasted" { (say.text(words::PASTE_HINT)) }
                    textarea id="f-pasted" name=(PASTED.0) rows="8" {}
                    div.acts { button.btn name="what" value="paste" { (say.text(words::READ_IT)) } }
                }
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn head_of(question: &Question, draft: &Draft) -> Markup {
    let say = question.say;
    let field = |name, label: kernel::Text, value| Field::new(name, say.text(label), value);
    let hinted = |name, label, value, hint: kernel::Text| Field {
        is_optional: true,
        hint: say.text(hint),
        ..field(name, label, value)
    };
    let levels = [("upper", say.text(words::UPPER)), ("grassroots", say.text(words::GRASSROOTS))];
    let known = [("R", say.text(words::READ)), ("S", say.text(words::SECOND_HAND))];
    let [from, to] = [&draft.from, &draft.to].map(|day| day.each_ref().map(|text| &**text));
    let source = Field {
        hint: say.text(words::SOURCE_HINT),
        most: 300,
        ..field("source", words::SOURCE, &draft.source)
    };
    html! {
        section.sheet {
            header { h2 { (say.text(words::HEAD)) } }
            div.pad.form {
                (form::input(say, &Field { is_optional: false, ..hinted("code", words::CODE, &draft.code, words::CODE_HINT) }))
                (form::input(say, &field("name", words::NAME, &draft.name)))
                (form::input(say, &source))
                (form::select(say, &field("confidence", words::CONFIDENCE, &draft.confidence), &known))
                (form::select(say, &field("level", words::LEVEL, &draft.level), &levels))
                (form::date(say, "from", say.text(words::FROM), from, None))
                (form::date(say, "to", say.text(words::TO), to, None))
                (form::input(say, &hinted("begins", words::BEGINS, &draft.begins, words::BEGINS_HINT)))
                (form::input(say, &hinted("cut_offs", words::CUT_OFFS, &draft.cut_offs, words::CUT_OFFS_HINT)))
                (form::input(say, &Field { most: 1, ..field("decimals", words::DECIMALS, &draft.decimals) }))
            }
        }
    }
}

fn lines(question: &Question, draft: &Draft) -> Markup {
    let say = question.say;
    html! {
        section.sheet.lines {
            header { h2 { (say.text(words::LINES_OF)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::LINES_OF)) }
                thead { tr {
                    th scope="col" { (say.text(words::NUMBER)) }
                    th scope="col" { (say.text(words::TEXT)) }
                    th scope="col" { (say.text(words::UNIT)) }
                    th scope="col" { (say.text(words::WHERE_FROM)) }
                    th scope="col" { (say.text(words::MORE)) }
                    th scope="col" { (say.text(words::BESIDE)) }
                    th scope="col" { (say.text(words::PART_OF)) }
                    th scope="col" { (say.text(words::INTERNAL)) }
                    th scope="col" { (say.text(words::ORDER)) }
                } }
                tbody { @for (place, row) in draft.rows.iter().enumerate() { (line(question, place, row)) } }
            } }
            datalist id="chi-tieu" { @for indicator in domain::figures::INDICATORS {
                option value=(indicator.code) { (say.text(indicator.name)) }
            } option value=(TYPED) { (say.text(words::TYPED)) } option value=(SUM) { (say.text(words::SUM)) } }
            datalist id="doi-chieu" {
                @for indicator in domain::figures::INDICATORS { option value=(indicator.code) { (say.text(indicator.name)) } }
                @for (code, name) in standing() { option value=(code) { (say.text(name)) } }
            }
            div.pad { button.btn name="what" value="add" { (say.text(words::ADD)) } }
        }
    }
}

/// The fields of registers a typed line may be held against.
fn standing() -> impl Iterator<Item = (String, kernel::Text)> {
    let standing = REGISTERS.iter().filter(|register| register.stands);
    standing.flat_map(|register| {
        let counted = register.fields.iter().filter(|field| field.is_summed());
        counted.map(move |field| (format!("{}.{}", register.code, field.code), field.name))
    })
}

fn line(question: &Question, place: usize, row: &Row) -> Markup {
    let say = question.say;
    let at = say.number(place as i64 + 1);
    let cell = |name: &str, label: kernel::Text, value: &str, class: &str, list: Option<&str>| {
        html! { td data-l=(say.text(label)) {
            input class=[(!class.is_empty()).then_some(class)] name=(name) value=(value) maxlength="300" autocomplete="off" list=[list]
                aria-label={ (say.text(label)) ", " (at) };
        } }
    };
    let button = |what: &str, sign: &str, label: kernel::Text| {
        html! { button.btn.bare name="what" value={ (what) "-" (place) } title=(say.text(label)) aria-label={ (say.text(label)) ", " (at) } { (sign) } }
    };
    html! { tr {
        (cell("l-code", words::NUMBER, &row.code, "w4", None))
        (cell("l-text", words::TEXT, &row.text, "", None))
        (cell("l-unit", words::UNIT, &row.unit, "w8", None))
        (cell("l-from", words::WHERE_FROM, &row.from, "", Some("chi-tieu")))
        (cell("l-more", words::MORE, &row.more, "", None))
        (cell("l-beside", words::BESIDE, &row.beside, "", Some("doi-chieu")))
        (cell("l-part", words::PART_OF, &row.part_of, "w4", None))
        td data-l=(say.text(words::INTERNAL)) { input type="checkbox" name="l-internal" value=(place) checked[row.internal]
            aria-label={ (say.text(words::INTERNAL)) ", " (at) }; }
        td.nb { (button("up", "↑", words::UP)) (button("down", "↓", words::DOWN)) (button("remove", "×", words::REMOVE)) }
    } }
}

fn preview(question: &Question, unit: &str, looked: &Looked) -> Markup {
    let say = question.say;
    let period = say.period(looked.period);
    let title = say.fill(words::PREVIEW, &[("unit", unit), ("period", &period)]);
    html! {
        section.sheet id="xem-thu" {
            header { h2 { (title) } span.tag.good { (say.text(words::PREVIEW_HOLDS)) } }
            div.tw { table.stack {
                caption.vh lang="vi" { (looked.form.name) }
                thead { tr {
                    th.n scope="col" { (say.text(words::NUMBER)) }
                    th scope="col" { (say.text(words::TEXT)) }
                    th scope="col" { (say.text(words::UNIT)) }
                    th.n scope="col" { (say.text(words::VALUE)) }
                    th.n scope="col" { (say.text(words::TARGET)) }
                    th.n scope="col" { (say.text(words::RATE)) }
                } }
                tbody { @for line in &looked.form.lines {
                    @match looked.cells.iter().find(|cell| cell.line == line.code) {
                        None => tr.sub { th scope="rowgroup" colspan="6" lang="vi" { (line.code) ". " (line.text) } },
                        Some(cell) => tr {
                            td.n.dim.off { (line.code) }
                            th scope="row" lang="vi" { (line.text) }
                            td.mut.off lang="vi" { (line.unit) }
                            td.n data-l=(say.text(words::VALUE)) {
                                @match (cell.value, line.what()) {
                                    (Some(value), _) => (say.number(value)),
                                    (None, What::Typed(_)) => span.mut { (say.text(words::BY_HAND)) },
                                    (None, _) => (state_of(say, cell.state)),
                                }
                            }
                            td.n.off data-l=(say.text(words::TARGET)) { @if let Some(target) = cell.target { (say.number(target)) } }
                            td.n.off data-l=(say.text(words::RATE)) { (say.numeral(&rate(looked, cell.value, cell.target))) }
                        },
                    }
                } }
            } }
        }
    }
}

fn rate(looked: &Looked, value: Option<i64>, target: Option<i64>) -> String {
    let rate = value.zip(target);
    let rate = rate.and_then(|(done, asked)| vietnamese::number::Fraction::new(done, asked));
    rate.map(|rate| rate.percent_text(looked.form.decimals)).unwrap_or_default()
}
