//! What the name of a font says about the codes under it.

use super::Encoding;

/// What a font shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Font {
    /// A font for Unicode, or one we do not know.
    Unicode,
    /// A font made for an old encoding.
    Legacy(Encoding),
}

/// Reads a font's name: `.VnTime`, `.VnArialH`, `VNI-Times`; anything else is Unicode.
pub fn read_font(name: &str) -> Font {
    detect_by_font(name).map_or(Font::Unicode, Font::Legacy)
}

/// The encoding a font was made for. Fonts of the ABC set begin with `.Vn`; those that show
/// capitals end in H.
pub fn detect_by_font(name: &str) -> Option<Encoding> {
    let name = name.trim().trim_matches(['"', '\'', '\\']);
    if starts_with(name, "VNI-") || starts_with(name, "VNI ") {
        return Some(Encoding::Vni);
    }
    let rest = name.strip_prefix(['.', '_']);
    let is_abc = rest.is_some_and(|rest| starts_with(rest, "Vn"))
        || starts_with(name, "VnTime")
        || starts_with(name, "VnArial");
    if !is_abc {
        return None;
    }
    let shows_capitals = without_style(name).ends_with('H');
    Some(if shows_capitals { Encoding::Tcvn3Caps } else { Encoding::Tcvn3 })
}

fn starts_with(name: &str, prefix: &str) -> bool {
    name.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// The family's name without `Bold`, `Italic` and the like.
fn without_style(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some((head, last)) = name.rsplit_once(' ') {
        let is_style = ["bold", "italic", "regular", "normal", "light", "medium"]
            .iter()
            .any(|style| last.eq_ignore_ascii_case(style));
        if !is_style {
            break;
        }
        name = head.trim_end();
    }
    name
}
