//! What a form sends: fields, and files within their limits.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::http::{HeaderMap, header};
use kernel::Refusal;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;

/// Fields of a form at most; a page of the targets' grid has two thousand.
const FIELDS_MAX: usize = 4_000;
/// Letters of one field at most: a paste of 5,000 lines of 100 letters. The bytes of the whole form have their own limit.
const FIELD_MAX: usize = 500_000;
/// The field of a text that is pasted whole, and its letters at most: a long report has 200,000.
pub(crate) const PASTED: (&str, usize) = ("pasted", 400_000);
/// Files of one form at most.
const FILES_MAX: usize = 10;
/// A form that takes longer to arrive is given up: 20 MB at 70 KB a second.
const LONGEST: Duration = Duration::from_mins(5);

/// A file as it was sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    /// The field it was sent in.
    pub(crate) field: String,
    /// Its name on the sender's machine, without folders.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// A form as it was sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    fields: Vec<(String, String)>,
    pub(crate) files: Vec<Sent>,
    /// What a program sent instead of a form.
    pub(crate) json: Vec<u8>,
    /// The room it takes up among the forms with files, for as long as it is kept.
    _room: Option<Arc<OwnedSemaphorePermit>>,
}

impl Form {
    /// A field without outer spaces; empty when it is not there.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.fields.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.trim())
    }

    /// A field as typed, spaces and all: passwords.
    pub(crate) fn exact(&self, field: &str) -> &str {
        self.fields.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// A field that holds something.
    pub(crate) fn some(&self, field: &str) -> Option<&str> {
        Some(self.text(field)).filter(|value| !value.is_empty())
    }

    /// The three boxes of a day, `NAME-d`, `NAME-m`, `NAME-y`, as typed; a whole day in the first stands for all three.
    pub(crate) fn boxes(&self, name: &str) -> [&str; 3] {
        let typed = ["d", "m", "y"].map(|part| self.text(&format!("{name}-{part}")));
        let [whole, "", ""] = typed else { return typed };
        let parts: Vec<&str> = whole.split(['/', '.', '-']).map(str::trim).collect();
        match parts[..] {
            [year, month, day] if year.len() == 4 => [day, month, year],
            [day, month, year] => [day, month, year],
            _ => typed,
        }
    }

    /// Every value of a field that stands more than once: ticked rows.
    pub(crate) fn all<'f>(&'f self, field: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.trim())
    }

    /// Every field with its value, in the order sent.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (&**name, value.trim()))
    }

    /// The file of a field, if one was chosen.
    pub(crate) fn file(&self, field: &str) -> Option<&Sent> {
        self.files.iter().find(|sent| sent.field == field && !sent.name.is_empty())
    }

    /// The same, taking up room until it is let go.
    pub(crate) fn held_in(self, room: Option<OwnedSemaphorePermit>) -> Self {
        Self { _room: room.map(Arc::new), ..self }
    }

    fn read_fields(bytes: &[u8]) -> Self {
        let fields = form_urlencoded::parse(bytes).take(FIELDS_MAX);
        let fields = fields.map(|(name, value)| cut(name.into_owned(), &value)).collect();
        Self { fields, ..Self::default() }
    }
}

/// A field within its limit, without the sign that PostgreSQL keeps in no text and nobody types.
fn cut(name: String, value: &str) -> (String, String) {
    let most = if name == PASTED.0 { PASTED.1 } else { FIELD_MAX };
    (name, value.chars().filter(|letter| *letter != '\0').take(most).collect())
}

/// The bytes a form says it has, or as many as it may have; more are not read.
pub(crate) fn length(headers: &HeaderMap, limit: usize) -> usize {
    let told = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    told.and_then(|length| length.parse().ok()).map_or(limit, |length: usize| length.min(limit))
}

/// Lets a form go by without keeping it, so that the browser that sends it takes the answer.
pub(crate) async fn pass_over(mut body: Body, limit: usize) {
    let passing = async {
        let mut left = limit;
        while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
        {
            let rest = frame.data_ref().and_then(|part| left.checked_sub(part.len()));
            let Some(rest) = rest else { return };
            left = rest;
        }
    };
    // Late or whole, it is not read.
    let _ = timeout(LONGEST, passing).await;
}

/// Reads a form of either kind; what is larger than the route allows, or does not arrive in time, is refused by name.
pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Form, Refusal> {
    timeout(LONGEST, read_whole(headers, body, limit)).await.unwrap_or_else(|_| Err(cut_short()))
}

async fn read_whole(headers: &HeaderMap, body: Body, limit: usize) -> Result<Form, Refusal> {
    let kind =
        headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if let Ok(boundary) = multer::parse_boundary(kind) {
        return read_parts(body, boundary, limit).await;
    }
    let bytes = axum::body::to_bytes(body, limit).await.map_err(|_| too_large(limit))?;
    if kind.split(';').next().is_some_and(|kind| kind.trim() == "application/json") {
        return Ok(Form { json: bytes.to_vec(), ..Form::default() });
    }
    Ok(Form::read_fields(&bytes))
}

async fn read_parts(body: Body, boundary: String, limit: usize) -> Result<Form, Refusal> {
    let limits = multer::SizeLimit::new().whole_stream(limit as u64);
    let constraints = multer::Constraints::new().size_limit(limits);
    let mut parts =
        multer::Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let mut form = Form::default();
    while let Some(part) = parts.next_field().await.map_err(|error| broken(&error, limit))? {
        let field = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(plain_name);
        let bytes = part.bytes().await.map_err(|error| broken(&error, limit))?;
        match file {
            Some(name) if form.files.len() < FILES_MAX => {
                form.files.push(Sent { field, name, bytes: bytes.to_vec() });
            }
            Some(_) => return Err(too_large(limit)),
            None if form.fields.len() < FIELDS_MAX => {
                form.fields.push(cut(field, &String::from_utf8_lossy(&bytes)));
            }
            None => return Err(too_large(limit)),
        }
    }
    Ok(form)
}

/// The last part of a name; some browsers send whole paths.
fn plain_name(name: &str) -> String {
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(200)
        .collect()
}

fn broken(error: &multer::Error, limit: usize) -> Refusal {
    match error {
        multer::Error::StreamSizeExceeded { .. } => too_large(limit),
        _ => cut_short(),
    }
}

fn cut_short() -> Refusal {
    Refusal::new(
        "broken_form",
        "Biểu mẫu gửi lên không trọn vẹn",
        "Kiểm tra đường truyền rồi gửi lại",
    )
}

fn too_large(limit: usize) -> Refusal {
    let most = vietnamese::number::format_integer((limit / 1024) as i64);
    Refusal::new(
        "form_too_large",
        format!("Nội dung gửi lên lớn hơn {most} KB"),
        "Chia nhỏ tệp, hoặc bỏ bớt phần không cần rồi gửi lại",
    )
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn a_day_typed_whole_into_the_first_box_stands_for_all_three() {
        let boxes = |form: &[u8]| Form::read_fields(form).boxes("on").map(str::to_owned);
        assert_eq!(boxes(b"on-d=28%2F7%2F2024&on-m=&on-y="), ["28", "7", "2024"]);
        assert_eq!(boxes(b"on-d=2024-07-28"), ["28", "07", "2024"]);
        assert_eq!(boxes(b"on-d=28%2F7%2F2024&on-m=7"), ["28/7/2024", "7", ""]);
        assert_eq!(boxes(b"on-d=28"), ["28", "", ""]);
    }

    #[test]
    fn a_sign_that_not_every_engine_keeps_is_left_out() {
        let form = Form::read_fields(b"name=Nguy%E1%BB%85n%00+An&why=%00");
        assert_eq!((form.text("name"), form.some("why")), ("Nguyễn An", None));
    }
}
