//! Which character separates the fields of a text.

use std::collections::HashMap;

use csv::{ByteRecord, ReaderBuilder};

const CANDIDATES: [char; 4] = [';', '\t', ',', '|'];
/// Records looked at: enough to get past titles, few enough to be quick.
const SAMPLE_RECORDS: usize = 200;
const SAMPLE_BYTES: usize = 256 << 10;

/// The line `sep=;` that Excel reads and does not show, taken off the text.
pub(super) fn declared(text: &str) -> (&str, Option<char>) {
    let line_end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(line_end);
    let line = line.trim_matches('"').to_ascii_lowercase();
    match line.strip_prefix("sep=").map(|separator| separator.chars().collect::<Vec<_>>()) {
        Some(separator) if separator.len() == 1 && separator[0].is_ascii() => {
            let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
            (rest.unwrap_or_default(), Some(separator[0]))
        }
        _ => (text, None),
    }
}

/// The candidate that cuts most records into the same number of fields; of equals the one that
/// makes more fields. `None` where no candidate cuts anything.
pub(super) fn guess(text: &str) -> Option<char> {
    let end = text.floor_char_boundary(SAMPLE_BYTES);
    let sample = &text.as_bytes()[..end];
    let (score, separator) = CANDIDATES
        .into_iter()
        .rev()
        .map(|separator| (regularity(sample, separator), separator))
        .max_by_key(|(score, _)| *score)?;
    (score > 0).then_some(separator)
}

/// How many separators stand in records that have the commonest number of them.
fn regularity(sample: &[u8], separator: char) -> usize {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator as u8)
        .has_headers(false)
        .flexible(true)
        .from_reader(sample);
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut record = ByteRecord::new();
    for _ in 0..SAMPLE_RECORDS {
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            break;
        }
        if record.len() > 1 {
            *counts.entry(record.len() - 1).or_default() += 1;
        }
    }
    counts.into_iter().map(|(separators, records)| separators * records).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_cuts_regularly() {
        let lists = [
            (";", "STT;Tên;Quê\n1;An, con ông B, bà C;Hà Nội\n2;Ba, ơi;Huế\n"),
            ("\t", "STT\tTên\n1\tAn; Bình\n"),
            (",", "stt,ten,que\n1,\"An;Ba;Chi;Dung\",x\n2,B,y\n"),
            ("|", "a|b|c\n1|2|3\n"),
            (";", "LIÊN ĐOÀN, QUẬN\n\nSTT;Tỷ lệ;Số\n1;79,89;2\n2;80,1;3\n"),
        ];
        for (separator, list) in lists {
            assert_eq!(guess(list), separator.chars().next(), "{list}");
        }
        assert_eq!(guess("Họ tên\nAn\n"), None);
        assert_eq!(guess(""), None);
    }

    #[test]
    fn a_declared_separator_is_obeyed_and_its_line_is_not_a_record() {
        assert_eq!(declared("sep=,\r\na,b\r\n"), ("a,b\r\n", Some(',')));
        assert_eq!(declared("sep=\na,b"), ("sep=\na,b", None));
        assert_eq!(declared("a,b"), ("a,b", None));
    }
}
