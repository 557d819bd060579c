//! Listening: on the machine itself unless told otherwise, and ending cleanly when asked to.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use domain::App;
use domain::jobs::Worker;
use tokio::net::TcpListener;

use crate::Settings;
use crate::routes::router;

/// Why the pages cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is one that other machines reach, and the office did not say that they may.
    #[error(
        "Từ chối mở trang ở {0}: máy khác vào được mà chưa có lời cho phép [remote_without_sign_in]. \
         Dùng địa chỉ của máy này, như 127.0.0.1, hoặc cho phép rõ ràng trong cấu hình."
    )]
    Remote(SocketAddr),
    /// The system did not give the address.
    #[error("không mở được cổng {address}: {source}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// The system's own error.
        source: std::io::Error,
    },
    /// The system took the address away.
    #[error("ngừng phục vụ vì lỗi hệ thống: {0}")]
    Serve(std::io::Error),
    /// What was to be told once the address was open could not be worked out.
    #[error(transparent)]
    Books(#[from] domain::Error),
}

/// Serves the pages until the program is asked to end (Ctrl-C, or SIGTERM from a service manager);
/// answers under way are finished first.
pub async fn serve(app: Arc<App>, listen: SocketAddr, settings: Settings) -> Result<(), Error> {
    serve_and_tell(app, listen, settings, |_| Ok(())).await
}

/// The same; `ready` is told the address once it is open, which tells the port when any was asked
/// for.
pub async fn serve_and_tell(
    app: Arc<App>,
    listen: SocketAddr,
    settings: Settings,
    ready: impl FnOnce(SocketAddr) -> domain::Result<()> + Send + 'static,
) -> Result<(), Error> {
    serve_until(app, listen, settings, ready, asked_to_end()).await
}

async fn serve_until(
    app: Arc<App>,
    listen: SocketAddr,
    settings: Settings,
    ready: impl FnOnce(SocketAddr) -> domain::Result<()> + Send + 'static,
    end: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    if !listen.ip().is_loopback() && !settings.allow_remote {
        return Err(Error::Remote(listen));
    }
    let named = |source| Error::Listen { address: listen, source };
    let listener = TcpListener::bind(listen).await.map_err(named)?;
    let open = listener.local_addr().map_err(named)?;
    // It may ask the books, which wait: no thread that drives the pages does.
    match tokio::task::spawn_blocking(move || ready(open)).await {
        Ok(told) => told?,
        Err(broken) => std::panic::resume_unwind(broken.into_panic()),
    }
    // Long work is done beside the pages; what a program before left running is taken up again.
    let told = |error: &domain::Error| tracing::error!(%error, "a job could not be carried out");
    let _worker = Worker::start(Arc::clone(&app), told);
    let pages = router(app, settings);
    let pages = pages.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, pages).with_graceful_shutdown(end).await.map_err(Error::Serve)
}

/// Waits for Ctrl-C or for the service manager.
async fn asked_to_end() {
    let interrupted = async {
        // Without a handler for the signal the program ends the hard way, as any other would.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::people::Keys;
    use kernel::SystemClock;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;

    fn books(database: &database::testing::TestDb) -> Arc<App> {
        let keys = Keys::from_secret(&[7; 32]);
        Arc::new(App::open(database.again(), Arc::new(SystemClock), keys).unwrap())
    }

    #[tokio::test]
    async fn an_address_other_machines_reach_is_refused_by_name() {
        let database = database::testing::sqlite();
        let listen: SocketAddr = "0.0.0.0:0".parse().unwrap();
        let refused = serve(books(&database), listen, Settings::default()).await.unwrap_err();
        assert!(refused.to_string().contains("[remote_without_sign_in]"), "{refused}");
    }

    #[test]
    fn what_is_told_once_the_address_is_open_may_ask_the_books() {
        database::testing::on_each_engine(|database| {
            let app = books(database);
            let asked = Arc::clone(&app);
            let ready = move |_: SocketAddr| {
                domain::accounts::first_link(&asked).map(|link| assert!(link.is_some()))
            };
            let listen = "127.0.0.1:0".parse().unwrap();
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            let ended = std::future::ready(());
            let serving = serve_until(Arc::clone(&app), listen, Settings::default(), ready, ended);
            runtime.block_on(serving).unwrap();
        });
    }

    #[tokio::test]
    async fn asked_to_end_the_server_finishes_and_gives_the_address_back() {
        let database = database::testing::sqlite();
        let (end, ended) = oneshot::channel::<()>();
        let (told, address) = oneshot::channel();
        let ready = move |address| {
            told.send(address).unwrap();
            Ok(())
        };
        let end_of = async move { ended.await.unwrap() };
        let listen = "127.0.0.1:0".parse().unwrap();
        let app = books(&database);
        let serving = tokio::spawn(serve_until(app, listen, Settings::default(), ready, end_of));
        let address = address.await.unwrap();
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let asked =
            format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(asked.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
        end.send(()).unwrap();
        serving.await.unwrap().unwrap();
        assert!(TcpListener::bind(address).await.is_ok());
    }
}
