//! The stream as records: a kind, a length, that many bytes.

use crate::Refusal;

pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;

/// A record's kind and bytes, without what continues it.
pub(super) type Record<'a> = (u16, &'a [u8]);

/// Walks the records of a stream; ends quietly where the stream ends.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, Refusal> {
        let (Some(kind), Some(length)) = (u16_at(self.rest, 0), u16_at(self.rest, 2)) else {
            return Ok(None);
        };
        let end = 4 + usize::from(length);
        let data = self.rest.get(4..end).ok_or_else(|| Refusal::corrupt("a record is cut off"))?;
        self.rest = &self.rest[end..];
        Ok(Some((kind, data)))
    }

    /// A record's bytes with those of the records that continue it.
    pub(super) fn continued(&mut self, first: &'a [u8]) -> Result<Segments<'a>, Refusal> {
        let mut rest = Vec::new();
        while u16_at(self.rest, 0) == Some(CONTINUE) {
            rest.extend(self.next()?.map(|(_, data)| data));
        }
        rest.reverse();
        Ok(Segments { current: first, rest })
    }
}

/// Bytes in pieces; a text that runs over the end of a piece says anew how wide its letters are.
pub(super) struct Segments<'a> {
    current: &'a [u8],
    /// The last piece first.
    rest: Vec<&'a [u8]>,
}

impl<'a> Segments<'a> {
    pub(super) fn single(data: &'a [u8]) -> Self {
        Self { current: data, rest: Vec::new() }
    }

    /// The next byte, wherever it stands.
    pub(super) fn byte(&mut self) -> Option<u8> {
        while self.current.is_empty() {
            self.current = self.rest.pop()?;
        }
        let (byte, rest) = self.current.split_first()?;
        self.current = rest;
        Some(*byte)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub(super) fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            if self.current.is_empty() {
                self.current = self.rest.pop()?;
            }
            let step = bytes.min(self.current.len());
            self.current = &self.current[step..];
            bytes -= step;
        }
        Some(())
    }

    /// This many letters as UTF-16, narrow ones being Latin-1.
    pub(super) fn letters(&mut self, count: usize, mut wide: bool) -> Option<Vec<u16>> {
        let mut units = Vec::with_capacity(count.min(self.current.len()));
        while units.len() < count {
            if self.current.is_empty() {
                self.current = self.rest.pop()?;
                wide = self.byte()? & 1 == 1;
            }
            let width = if wide { 2 } else { 1 };
            let here = (count - units.len()).min(self.current.len() / width);
            if here == 0 && !self.current.is_empty() {
                return None;
            }
            let (letters, rest) = self.current.split_at(here * width);
            self.current = rest;
            units.extend(letters.chunks_exact(width).map(|letter| match letter {
                [low, high] => u16::from_le_bytes([*low, *high]),
                narrow => u16::from(narrow[0]),
            }));
        }
        Some(units)
    }
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at + 8)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_over_two_records_may_change_its_width() {
        let stream = [
            &[0xFC, 0, 3, 0, b'N', b'g', b'u'][..],
            &[0x3C, 0, 5, 0, 1, 0x79, 0, 0xC5, 0x1E],
            &[0x0A, 0, 0, 0],
        ]
        .concat();
        let mut records = Records::new(&stream);
        let (kind, data) = records.next().unwrap().unwrap();
        let mut segments = records.continued(data).unwrap();
        let units = segments.letters(5, false).unwrap();
        assert_eq!((kind, String::from_utf16(&units).unwrap().as_str()), (0xFC, "Nguyễ"));
        assert_eq!(segments.byte(), None);
        assert_eq!(records.next().unwrap(), Some((EOF, &[][..])));
    }

    #[test]
    fn a_record_longer_than_the_stream_is_corrupt() {
        assert!(Records::new(&[0x0A, 0, 9, 0, 1]).next().is_err());
        assert_eq!(Records::new(&[0x0A, 0]).next(), Ok(None));
    }
}
