//! The pages on the demo books, to be looked at: `cargo run -p web --example look -- FOLDER
//! [ADDRESS]`.
//!
//! The books are built in the folder the first time and kept there.

use std::error::Error;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use domain::App;
use domain::people::Keys;
use kernel::SystemClock;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let folder = words.next().ok_or("a folder for the books")?;
    let listen: SocketAddr = words.next().as_deref().unwrap_or("127.0.0.1:8080").parse()?;
    let app =
        tokio::task::spawn_blocking(move || open(Path::new(&folder)).map_err(|e| e.to_string()));
    web::serve(Arc::new(app.await??), listen, web::Settings::default()).await?;
    Ok(())
}

fn open(folder: &Path) -> Result<App, Box<dyn Error>> {
    let file = folder.join("books.sqlite");
    let keys = || Keys::from_secret(&[7; 32]);
    if !file.exists() {
        std::fs::create_dir_all(folder)?;
        let part = folder.join("books.part");
        testkit::demo::build(database::Db::open_file(&part)?, keys(), &mut |_| {})?;
        std::fs::rename(&part, &file)?;
    }
    Ok(App::open(database::Db::open_file(&file)?, Arc::new(SystemClock), keys())?)
}
