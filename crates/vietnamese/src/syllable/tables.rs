//! The onsets and rhymes of written Vietnamese, without tone.

use std::sync::LazyLock;

/// Onsets of more than one letter, longest first; `gi` and `qu` have laws of their own.
const CLUSTERS: [&str; 9] = ["ngh", "ch", "gh", "kh", "ng", "nh", "ph", "th", "tr"];

/// Every rhyme a syllable can end in, grouped by its first vowel.
const RHYMES: &[&str] = &[
    "a ac ach ai am an ang anh ao ap at au ay",
    "ăc ăm ăn ăng ăp ăt",
    "âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et",
    "ê êch êm ên ênh êp êt êu",
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet \
     oi om on ong ooc oong op ot",
    "ô ôc ôi ôm ôn ông ôp ôt",
    "ơ ơi ơm ơn ơp ơt",
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya \
     uych uyn uynh uyp uyt uyu uyên uyêt",
    "ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu",
    "y yêm yên yêng yêt yêu",
];

/// After `qu` the glide is written already: these follow it.
const AFTER_QU: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây \
    e en eo et ê ên êch ênh êt êu i ich in inh it iu ơ y ych yn ynh yt yu yên yêt ôc ôt";

/// `gi` keeps its i as vowel before these (`gìn`); without anything too (`gì`).
const CODAS_OF_GI: &str = "m n nh p t";

/// `gi` and a rhyme in iê share their i (`giêng`, `giết`).
const AFTER_GI: &str = "êc êm ên êng êp êt êu";

/// How many letters of a toneless word are its onset; `None` when onset and rhyme do not make a
/// syllable.
pub(super) fn onset_length(letters: &[char]) -> Option<usize> {
    let length = match letters {
        ['q', 'u', rest @ ..] => return is_one_of(rest, AFTER_QU).then_some(2),
        ['g', 'i', rest @ ..] if rest.is_empty() || is_one_of(rest, CODAS_OF_GI) => return Some(1),
        ['g', 'i', rest @ ..] => {
            return (is_one_of(rest, AFTER_GI) || is_rhyme(rest)).then_some(2);
        }
        ['q', ..] => return None,
        _ => consonants(letters)?,
    };
    let (onset, rhyme) = letters.split_at(length);
    (is_rhyme(rhyme) && agree(onset, rhyme)).then_some(length)
}

/// The length of the initial consonants, when there is such an onset.
fn consonants(letters: &[char]) -> Option<usize> {
    let starts_with =
        |cluster: &&str| cluster.chars().eq(letters.iter().copied().take(cluster.len()));
    if let Some(cluster) = CLUSTERS.iter().find(|cluster| starts_with(cluster)) {
        return Some(cluster.len());
    }
    match letters.first()? {
        'b' | 'c' | 'd' | 'đ' | 'g' | 'h' | 'k' | 'l' | 'm' | 'n' | 'p' | 'r' | 's' | 't' | 'v'
        | 'x' => Some(1),
        _ => Some(0),
    }
}

/// Spelling laws: `k gh ngh` before e ê i y, `c g ng` before the others; y opens a rhyme of more
/// than one letter only without onset.
fn agree(onset: &[char], rhyme: &[char]) -> bool {
    let is_front = matches!(rhyme.first(), Some('e' | 'ê' | 'i' | 'y'));
    match onset {
        ['k'] | ['g', 'h'] | ['n', 'g', 'h'] => is_front,
        ['c' | 'g'] | ['n', 'g'] => !is_front,
        [] => !matches!(rhyme, ['i', 'ê', ..]),
        _ => !matches!(rhyme, ['y', _, ..]),
    }
}

fn is_rhyme(letters: &[char]) -> bool {
    letters.len() <= RHYME_MAX && RHYMES_PACKED.binary_search(&packed(letters)).is_ok()
}

/// The letters of the longest rhyme, `uyên`.
const RHYME_MAX: usize = 4;

static RHYMES_PACKED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let words = RHYMES.iter().flat_map(|row| row.split(' '));
    let mut all: Vec<u64> = words.map(|w| packed(&w.chars().collect::<Vec<_>>())).collect();
    all.sort_unstable();
    all
});

/// Up to eight bases in one number, six bits each.
pub(super) fn packed(letters: &[char]) -> u64 {
    letters.iter().fold(0, |packed, letter| packed << 6 | code(*letter))
}

fn code(base: char) -> u64 {
    match base {
        'a'..='z' => base as u64 - 'a' as u64 + 1,
        'ă' => 27,
        'â' => 28,
        'đ' => 29,
        'ê' => 30,
        'ô' => 31,
        'ơ' => 32,
        'ư' => 33,
        _ => 63,
    }
}

fn is_one_of(letters: &[char], words: &str) -> bool {
    words.split(' ').any(|word| word.chars().eq(letters.iter().copied()))
}
