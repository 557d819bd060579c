//! A file that is too large for memory, given part by part as the reader takes it.

use std::io::Read;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::keeping::TakenBackup;
use futures_core::Stream;
use tokio::sync::mpsc::{Receiver, channel};

use crate::parts::download::disposition;

/// Bytes of a part.
const PART: usize = 256 * 1024;
/// Parts that wait for a slow reader: a megabyte.
const WAITING: usize = 4;

type Part = std::io::Result<Bytes>;

/// Parts as they are read.
struct Parts(Receiver<Part>);

impl Stream for Parts {
    type Item = Part;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Part>> {
        self.0.poll_recv(context)
    }
}

/// The file, read on a thread that may wait; it ends when the reader goes away.
pub(super) fn file(taken: TakenBackup) -> Response {
    let TakenBackup { name, bytes, mut file } = taken;
    let (send, receive) = channel::<Part>(WAITING);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut part = vec![0; PART];
            let read = file.read(&mut part).map(|length| {
                part.truncate(length);
                Bytes::from(part)
            });
            let is_last = read.as_ref().map_or(true, Bytes::is_empty);
            if (is_last && read.is_ok()) || send.blocking_send(read).is_err() || is_last {
                return;
            }
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "application/vnd.sqlite3".to_owned()),
        (header::CONTENT_LENGTH, bytes.to_string()),
        (header::CONTENT_DISPOSITION, disposition(&name)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::OK, headers, Body::from_stream(Parts(receive))).into_response()
}
