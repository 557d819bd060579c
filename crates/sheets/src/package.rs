//! The zip container of `.xlsx` and `.ods`: parts by name, unpacked within one budget of bytes.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::Refusal;

/// No spreadsheet program writes that many parts; the directory alone would cost memory.
const MOST_PARTS: usize = 20_000;

/// An opened container.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Part names are compared without case, and some programs write backslashes.
    parts: HashMap<String, usize>,
    limit: u64,
    left: u64,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8], unpacked_limit: u64) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
        if archive.len() > MOST_PARTS {
            return Err(Refusal::corrupt("too many parts"));
        }
        let mut parts = HashMap::new();
        for (at, name) in archive.file_names_raw().enumerate() {
            parts.insert(plain_name(&String::from_utf8_lossy(name)), at);
        }
        Ok(Self { archive, parts, limit: unpacked_limit, left: unpacked_limit })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain_name(name))
    }

    pub(crate) fn has_folder(&self, folder: &str) -> bool {
        self.parts.keys().any(|name| name.starts_with(folder))
    }

    /// The text of a part that must be there.
    pub(crate) fn text(&mut self, name: &str) -> Result<String, Refusal> {
        self.find_text(name)?.ok_or_else(|| Refusal::corrupt(format!("no part {name}")))
    }

    /// The text of a part, if there is such a part.
    pub(crate) fn find_text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        self.find_bytes(name)?.map(|bytes| decode(name, bytes)).transpose()
    }

    fn find_bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(&at) = self.parts.get(&plain_name(name)) else {
            return Ok(None);
        };
        let part = self.archive.by_index(at).map_err(|error| refusal(&error))?;
        // The declared size is a hint for the first allocation and nothing more.
        let hint = part.size().min(self.left).min(1 << 20) as usize;
        let mut bytes = Vec::with_capacity(hint);
        let read = part.take(self.left + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > self.left {
            return Err(Refusal::TooLargeUnpacked { limit: self.limit });
        }
        read.map_err(|error| Refusal::corrupt(format!("{name}: {error}")))?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}

fn plain_name(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Encrypted,
        other => Refusal::corrupt(other.to_string()),
    }
}

/// XML is UTF-8 unless it starts with another byte order mark.
fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Refusal> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(&bytes)
        && encoding != encoding_rs::UTF_8
    {
        return Ok(encoding.decode(&bytes).0.into_owned());
    }
    String::from_utf8(bytes).map_err(|_| Refusal::corrupt(format!("{name} is not UTF-8")))
}
