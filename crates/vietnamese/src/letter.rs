//! One Vietnamese letter: its base, its tone, its case; the table all other rooms stand on.
//!
//! A vowel is one of twelve bases (`a ă â e ê i o ô ơ u ư y`) with one of six tones. NFC has a
//! code for each of these 72 vowels in both cases; with đ, Đ and the plain consonants they are the
//! whole alphabet.

/// The tone of a syllable, in dictionary order (CLDR `vi`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tone {
    /// Thanh ngang: no mark.
    #[default]
    Ngang,
    /// Thanh huyền: grave, `à`.
    Huyen,
    /// Thanh hỏi: hook above, `ả`.
    Hoi,
    /// Thanh ngã: tilde, `ã`.
    Nga,
    /// Thanh sắc: acute, `á`.
    Sac,
    /// Thanh nặng: dot below, `ạ`.
    Nang,
}

impl Tone {
    /// All six, in dictionary order.
    pub const ALL: [Self; 6] =
        [Self::Ngang, Self::Huyen, Self::Hoi, Self::Nga, Self::Sac, Self::Nang];

    /// The combining mark that writes this tone; none for the level tone.
    pub fn mark(self) -> Option<char> {
        match self {
            Self::Ngang => None,
            Self::Huyen => Some('\u{300}'),
            Self::Hoi => Some('\u{309}'),
            Self::Nga => Some('\u{303}'),
            Self::Sac => Some('\u{301}'),
            Self::Nang => Some('\u{323}'),
        }
    }

    /// The tone a combining mark writes.
    pub fn of_mark(mark: char) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.mark() == Some(mark))
    }
}

/// A letter taken apart: lower-case base without tone, its tone, its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// Lower case, without tone: one of the twelve vowels, `đ`, or a plain consonant.
    pub base: char,
    /// The tone mark it carries; consonants carry none.
    pub tone: Tone,
    /// Whether it is a capital.
    pub capital: bool,
}

/// The twelve vowels, each in its six tones, in dictionary order.
pub const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

impl Letter {
    /// Takes a composed (NFC) letter of the Vietnamese alphabet apart. `f j w z`, which only
    /// foreign words use, count as letters; signs, digits and foreign accents do not.
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then(|| Self {
                base: c.to_ascii_lowercase(),
                tone: Tone::Ngang,
                capital: c.is_ascii_uppercase(),
            });
        }
        let lower = lower(c);
        let (base, tone) = take_apart(lower)?;
        Some(Self { base, tone, capital: lower != c })
    }

    /// The composed letter again.
    pub fn compose(self) -> char {
        let lower = with_tone(self.base, self.tone);
        if self.capital { upper(lower) } else { lower }
    }

    /// Whether the base is one of the twelve vowels.
    pub fn is_vowel(self) -> bool {
        is_vowel(self.base)
    }
}

/// Whether a lower-case base without tone is one of the twelve vowels.
pub fn is_vowel(base: char) -> bool {
    vowel_row(base).is_some()
}

/// A lower-case base vowel with a tone; any other character comes back unchanged.
pub fn with_tone(base: char, tone: Tone) -> char {
    vowel_row(base).map_or(base, |row| VOWELS[row][tone as usize])
}

/// Where a lower-case base stands in [`VOWELS`]; `None` for consonants.
pub fn vowel_row(base: char) -> Option<usize> {
    Some(match base {
        'a' => 0,
        'ă' => 1,
        'â' => 2,
        'e' => 3,
        'ê' => 4,
        'i' => 5,
        'o' => 6,
        'ô' => 7,
        'ơ' => 8,
        'u' => 9,
        'ư' => 10,
        'y' => 11,
        _ => return None,
    })
}

/// The lower-case form of one character (the first, where Unicode has several).
pub fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The capital form of one character; unchanged where it would become several (`ß`).
pub fn upper(c: char) -> char {
    let mut capitals = c.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// The ASCII letter under a base: `ơ` → `o`, `đ` → `d`.
pub fn ascii_base(base: char) -> char {
    match base {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        other => other,
    }
}

/// Where each toned vowel stands in [`VOWELS`]: row × 6 + tone + 1, or 0. Two blocks of Unicode
/// hold them all; a table, because it is asked for every character of a million names.
static LATIN: [u8; 0x100] = places(0xC0);
static ADDITIONAL: [u8; 0x100] = places(0x1E00);

const fn places(block: u32) -> [u8; 0x100] {
    let mut table = [0; 0x100];
    let mut at = 0;
    while at < 72 {
        let code = VOWELS[at / 6][at % 6] as u32;
        if code >= block && code < block + 0x100 {
            table[(code - block) as usize] = at as u8 + 1;
        }
        at += 1;
    }
    table
}

/// Lower-case composed letter → (base, tone).
fn take_apart(c: char) -> Option<(char, Tone)> {
    let place = match c {
        'đ' => return Some(('đ', Tone::Ngang)),
        '\u{C0}'..='\u{1BF}' => LATIN[c as usize - 0xC0],
        '\u{1E00}'..='\u{1EFF}' => ADDITIONAL[c as usize - 0x1E00],
        _ => 0,
    };
    let at = usize::from(place.checked_sub(1)?);
    Some((VOWELS[at / 6][0], Tone::ALL[at % 6]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vowel_comes_apart_and_together_in_both_cases() {
        for (row, tones) in VOWELS.iter().enumerate() {
            for (tone, &vowel) in Tone::ALL.iter().zip(tones) {
                for c in [vowel, upper(vowel)] {
                    let letter = Letter::of(c).expect("a letter of the alphabet");
                    let expected =
                        Letter { base: VOWELS[row][0], tone: *tone, capital: c != vowel };
                    assert_eq!(letter, expected);
                    assert_eq!(letter.compose(), c);
                }
            }
        }
    }

    #[test]
    fn d_with_stroke_is_a_letter_of_its_own_and_eth_is_none() {
        assert_eq!(Letter::of('Đ').map(|l| (l.base, l.capital)), Some(('đ', true)));
        assert_eq!(Letter::of('\u{D0}'), None);
        assert_eq!(Letter::of('ç'), None);
        assert_eq!(Letter::of('7'), None);
    }

    #[test]
    fn each_tone_has_its_own_mark() {
        for tone in Tone::ALL {
            assert_eq!(tone.mark().and_then(Tone::of_mark), tone.mark().map(|_| tone));
        }
        assert_eq!(Tone::of_mark('\u{302}'), None);
    }
}
