//! The short code of a certificate: twelve letters nobody can guess and anybody can read aloud.

/// Crockford's letters: no I, L, O or U.
pub(super) const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Twelve letters of five bits: among a million certificates one guess in 10¹² meets one.
pub(super) const LENGTH: usize = 12;

/// A code from eight bytes of chance, of which sixty bits are used.
pub(super) fn drawn(chance: [u8; 8]) -> String {
    let mut bits = u64::from_be_bytes(chance);
    let mut code = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        code.push(LETTERS[(bits & 31) as usize] as char);
        bits >>= 5;
    }
    code
}

/// The code somebody typed: with or without dashes and spaces, small letters and look-alikes understood.
pub fn typed(text: &str) -> Option<String> {
    // Twelve letters and a mark or two between each; longer is nobody's code.
    if text.len() > 60 {
        return None;
    }
    let letters = text.chars().filter(|letter| !matches!(letter, '-' | ' ' | '.'));
    let code: Option<String> = letters.map(known).collect();
    code.filter(|code| code.len() == LENGTH)
}

/// The letter of our alphabet that is meant.
pub(super) fn known(letter: char) -> Option<char> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let byte = u8::try_from(letter).ok()?;
    LETTERS.contains(&byte).then_some(letter)
}

/// The code as it is printed: `K7M2-9QXT-4ABC`.
pub fn shown(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let parts: Vec<String> = letters.chunks(4).map(|part| part.iter().collect()).collect();
    parts.join("-")
}
