//! Answers of the API: JSON, problems by name, and the same answer again for the same question under the same name.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::accounts::{answered, under_name};
use domain::documents::DocumentRef;
use kernel::{Actor, Day, Refusal};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::shapes::{Paper, Problem as Told, Recorded};
use crate::problem::Problem;
use crate::site::Visit;

const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// An answer of JSON.
pub(super) fn json<T: Serialize>(value: &T) -> Result<Response, Problem> {
    text(value).map(ready)
}

/// An answer of JSON that is written already.
pub(super) fn ready(text: String) -> Response {
    with(StatusCode::OK, JSON, text)
}

fn text<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "an answer could not be written");
        Problem::Ours
    })
}

fn with(status: StatusCode, kind: &'static str, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text)
        .into_response()
}

/// The body of a request.
pub(super) fn body<T: DeserializeOwned>(visit: &Visit) -> Result<T, Problem> {
    let remedy = "Gửi application/json đúng như /api/v1/openapi.json mô tả";
    if visit.form.json.windows(6).any(|six| six == b"\\u0000") {
        let message = "Nội dung gửi lên có ký tự số 0 (\\u0000), sổ không giữ được".to_owned();
        return Err(refuse("bad_json", message, remedy));
    }
    serde_json::from_slice(&visit.form.json).map_err(|error| {
        Problem::Refused(Refusal::new(
            "bad_json",
            format!("Nội dung gửi lên không đọc được: {error}"),
            remedy,
        ))
    })
}

/// Carries a command out and tells what it answered. Under a name it happens at most once, and asking again is answered
/// as it was the first time, also where that answer never arrived.
pub(super) fn carry_out<T: Serialize>(
    visit: &Visit,
    work: impl FnOnce(&Actor) -> domain::Result<String>,
    shape: impl FnOnce(String) -> T,
) -> Result<Response, Problem> {
    let actor = match &visit.once {
        Some(name) => under_name(&visit.actor, name, &question(visit))?,
        None => visit.actor.clone(),
    };
    // What was done before may no longer be possible: it is asked about first.
    let told = match answered(&visit.app, &actor)? {
        Some(told) => told,
        None => work(&actor).or_else(|error| match error {
            domain::Error::Answered(told) => Ok(told),
            other => Err(other),
        })?,
    };
    text(&shape(told)).map(|text| with(StatusCode::CREATED, JSON, text))
}

/// What a program asks: where, and with which words.
fn question(visit: &Visit) -> Vec<u8> {
    [visit.path.as_bytes(), b"\n", &visit.form.json].concat()
}

/// The shape of an answer that names what was recorded.
pub(super) fn recorded(id: String) -> Recorded {
    Recorded { id }
}

/// A part of the path: 0 is the first after `/api/v1/`.
pub(super) fn segment(visit: &Visit, place: usize) -> String {
    let part = visit.part(place + 3);
    form_urlencoded::parse(part.replace('+', "%2B").as_bytes())
        .next()
        .map(|(name, _)| name.replace('\0', ""))
        .unwrap_or_default()
}

/// A day as ISO text.
pub(super) fn day(text: &str) -> Result<Day, Problem> {
    Day::parse(text).map_err(Problem::Refused)
}

/// A paper as the books cite it.
pub(super) fn paper(paper: Option<&Paper>, title: &str) -> Result<Option<DocumentRef>, Problem> {
    let Some(paper) = paper else { return Ok(None) };
    let on = paper.issued_on.as_deref().map(day).transpose()?;
    if paper.number.trim().is_empty() || paper.number.chars().count() > 200 {
        let message = "Số văn bản trống hoặc dài quá 200 chữ";
        return Err(Problem::Refused(Refusal::new(
            "bad_document_number",
            message,
            "Ghi số như 12/QĐ-LĐLĐ",
        )));
    }
    Ok(Some(DocumentRef::decision(
        &paper.number,
        on,
        paper.issuer.as_deref().unwrap_or_default(),
        title,
    )))
}

/// A number of the address within limits.
pub(super) fn number(
    visit: &Visit,
    field: &str,
    usual: usize,
    most: usize,
) -> Result<usize, Problem> {
    let Some(typed) = visit.raw.get(field) else { return Ok(usual) };
    typed.parse::<usize>().ok().filter(|value| *value <= most).ok_or_else(|| {
        let message = format!("{field} phải là số từ 0 đến {most}");
        Problem::Refused(Refusal::new("bad_number", message, "Sửa địa chỉ rồi hỏi lại"))
    })
}

/// A refusal as the API tells it.
pub(super) fn refuse(code: &'static str, message: String, remedy: &str) -> Problem {
    Problem::Refused(Refusal::new(code, message, remedy))
}

/// A problem as RFC 9457 writes it.
pub(crate) fn problem(problem: &Problem) -> Response {
    let status = problem.status();
    let (code, title, detail) = match problem {
        Problem::Refused(refusal) => {
            (refusal.code, refusal.message.clone(), refusal.remedy.clone())
        }
        Problem::Faults(faults) => match faults.first() {
            Some(fault) => (fault.code, fault.message.clone(), fault.remedy.clone()),
            None => ("bad_request", "Câu hỏi không đọc được".to_owned(), String::new()),
        },
        Problem::NoPage => (
            "no_such_address",
            "API không có địa chỉ này".to_owned(),
            "Xem /api/v1/openapi.json".to_owned(),
        ),
        Problem::NoIndicator(code) => (
            "unknown_indicator",
            format!("Không có chỉ số “{code}”"),
            "Xem danh sách chỉ số".to_owned(),
        ),
        Problem::Busy => {
            ("busy", "Máy chủ đang bận".to_owned(), "Đợi một lát rồi hỏi lại".to_owned())
        }
        Problem::Empty | Problem::Choose { .. } => {
            ("unknown_unit", "Không có đơn vị này".to_owned(), "Kiểm tra mã đơn vị".to_owned())
        }
        Problem::Ours => (
            "ours",
            "Lỗi của chương trình".to_owned(),
            "Thử lại; nếu còn lỗi, báo người quản trị".to_owned(),
        ),
    };
    // A set of books without any unit answers pages with an empty one; a program is told there is no such unit.
    let status = if matches!(problem, Problem::Empty) { StatusCode::NOT_FOUND } else { status };
    told(status, code, title, detail)
}

fn told(status: StatusCode, code: &str, title: String, detail: String) -> Response {
    let kind = format!("urn:ketdoan:{code}");
    let told = Told { kind, title, status: status.as_u16(), detail, code: code.to_owned() };
    with(status, PROBLEM, serde_json::to_string(&told).unwrap_or_default())
}

/// The answer to a program that shows no token, or one that holds no more.
pub(crate) fn who_are_you() -> Response {
    let title = "Cần mã truy cập còn hiệu lực".to_owned();
    let detail = "Gửi Authorization: Bearer với mã lấy ở trang Tài khoản của tôi".to_owned();
    let mut response = told(StatusCode::UNAUTHORIZED, "no_token", title, detail);
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}
