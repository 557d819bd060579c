//! Our own style, script and mark, inside the program; their names carry a hash of their content,
//! so a browser keeps them for good and still gets the new one after an update.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::problem::Problem;
use crate::site::Visit;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// Bytes of the hash in a name: 48 bits, far more than the handful of versions there will be.
const HASH_BYTES: usize = 6;

/// The address of one of our files, such as `/assets/kit.0f3a….css`.
pub(crate) fn address(name: &str) -> String {
    let hash = Files::get(name).map(|file| hash_of(&file)).unwrap_or_default();
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}.{hash}.{extension}")
}

fn hash_of(file: &rust_embed::EmbeddedFile) -> String {
    let bytes = file.metadata.sha256_hash();
    let number = bytes.iter().take(HASH_BYTES).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{number:012x}")
}

/// Gives a file out under the name of its present content; any other name is no page of ours.
pub(crate) fn give(visit: &Visit) -> Result<Response, Problem> {
    let asked = visit.path.strip_prefix("/assets/").unwrap_or_default();
    let mut parts = asked.split('.');
    let (Some(stem), Some(_), Some(extension), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Problem::NoPage);
    };
    let name = format!("{stem}.{extension}");
    let file = Files::get(&name).filter(|_| address(&name) == visit.path);
    let (Some(file), Some(kind)) = (file, kind_of(extension)) else {
        return Err(Problem::NoPage);
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((StatusCode::OK, headers, file.data.into_owned()).into_response())
}

fn kind_of(extension: &str) -> Option<&'static str> {
    match extension {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_of_a_page_holds_no_address_of_another_server() {
        for name in Files::iter() {
            let file = Files::get(&name).unwrap();
            let text = String::from_utf8(file.data.into_owned()).unwrap();
            let foreign = text.replace("http://www.w3.org/2000/svg", "");
            assert!(!foreign.contains("http://") && !foreign.contains("https://"), "{name}");
        }
    }

    #[test]
    fn every_script_stays_small_enough_to_be_read_in_one_sitting() {
        for name in Files::iter().filter(|name| name.ends_with(".js")) {
            let script = Files::get(&name).unwrap();
            let lines = String::from_utf8(script.data.into_owned()).unwrap().lines().count();
            assert!(lines < 150, "{name}: {lines}");
        }
    }
}
