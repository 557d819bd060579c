//! The limit: a bare handler that asks the same statements of the same books, reads every column of every row, and
//! writes the same bytes.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use database::testing::recording::Statement;
use database::{Db, DbError};

use crate::Result;

/// What a page asked of the books, and what it answered.
pub(crate) struct Page {
    pub(crate) statements: Vec<Statement>,
    pub(crate) body: Vec<u8>,
}

/// The bare handler, with its own connections to the books.
#[derive(Clone)]
pub(crate) struct Bare {
    books: Arc<Db>,
    pages: Arc<Mutex<HashMap<String, Arc<Page>>>>,
}

impl Bare {
    pub(crate) fn open(file: &Path) -> Result<Self> {
        Ok(Self { books: Arc::new(Db::open_file(file)?), pages: Arc::default() })
    }

    pub(crate) fn add(&self, address: &str, page: Page) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.insert(address.to_owned(), Arc::new(page));
    }

    pub(crate) fn router(&self) -> Router {
        Router::new().fallback(answer).with_state(self.clone())
    }

    /// The statements of a page that took so long or longer, alone and a second time.
    pub(crate) fn slow(&self, address: &str, least: Duration) -> Result<Vec<(Duration, String)>> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let page = pages.get(address).cloned().ok_or("a page that was taken down")?;
        let mut slow = Vec::new();
        for each in &page.statements {
            let alone = Page { statements: vec![each.clone()], body: Vec::new() };
            self.replay(&alone)?;
            let begun = Instant::now();
            self.replay(&alone)?;
            slow.push((begun.elapsed(), each.sql.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        slow.retain(|(took, _)| *took >= least);
        Ok(slow)
    }

    fn replay(&self, page: &Page) -> std::result::Result<Vec<u8>, DbError> {
        self.books.read(|tx| {
            for Statement { sql, values } in &page.statements {
                tx.each(sql, values, |row| {
                    for column in 0..row.columns() {
                        std::hint::black_box(row.value(column)?);
                    }
                    Ok(())
                })?;
            }
            Ok(page.body.clone())
        })
    }
}

async fn answer(State(bare): State<Bare>, asked: Uri) -> Response {
    let page = {
        let pages = bare.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.get(&asked.to_string()).cloned()
    };
    let Some(page) = page else { return StatusCode::NOT_FOUND.into_response() };
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    match tokio::task::spawn_blocking(move || bare.replay(&page)).await {
        Ok(Ok(body)) => (html, body).into_response(),
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
