//! The press: templates and typefaces made ready once, papers set one after the other.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, Source};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fonts::Fonts;
use crate::limits::checked;
use crate::paper::{Day, Paper};
use crate::refusal::Refusal;
use crate::square;
use crate::templates::{self, Dated};
use crate::world::{Sight, named};

/// How long a paper may take: 2.000 certificates take some ten seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// Bytes of the stack papers are set on: a template may call itself some hundred times.
const STACK: usize = 16 * 1024 * 1024;

/// Sets papers.
pub struct Press {
    pub(crate) inner: Arc<Inner>,
    patience: Duration,
}

/// What a press is made of; a paper that takes too long keeps it until it ends.
pub(crate) struct Inner {
    library: LazyHash<Library>,
    fonts: Fonts,
    /// Templates by day, the earliest first; there is one at least.
    versions: Vec<Version>,
    /// One paper at a time: a long list takes half a gigabyte while it is set.
    turn: Mutex<()>,
}

/// The templates and pictures of papers from a day on.
struct Version {
    from: Option<Day>,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    emblem: Option<&'static str>,
    picture: Option<&'static str>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").field("family", &self.inner.fonts.family).finish_non_exhaustive()
    }
}

impl Press {
    /// The templates and the typeface inside the program: the same pages on every machine.
    #[must_use]
    pub fn inside() -> Self {
        Self::of(Fonts::inside(), &[(None, templates::inside())])
    }

    /// The machine's typeface where it has the prescribed one, and over the templates inside those of a folder, whose
    /// own `fonts` come first. A paper is set by the templates of its day.
    pub fn of_machine(folder: Option<&Path>) -> Result<Self, Refusal> {
        let versions = match folder {
            Some(folder) => templates::of_folder(folder)?,
            None => vec![(None, templates::inside())],
        };
        let own = folder.and_then(|folder| Fonts::of_folder(&folder.join("fonts")));
        Ok(Self::of(own.unwrap_or_else(Fonts::of_machine), &versions))
    }

    fn of(fonts: Fonts, versions: &[Dated]) -> Self {
        Self { inner: Arc::new(Inner::of(fonts, versions)), patience: PATIENCE }
    }

    /// The same press, which waits so long for a paper.
    #[must_use]
    pub fn patient(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The typeface papers are set in.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.inner.fonts.family
    }

    /// Sets a paper as PDF/A: certificates as PDF/A-2u, papers one reads as PDF/A-2a with their structure.
    pub fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, Refusal> {
        self.set(paper, self.inner.version_on(paper.day()))
    }

    fn set(&self, paper: &Paper, version: usize) -> Result<Vec<u8>, Refusal> {
        let (inner, own) = (Arc::clone(&self.inner), paper.clone());
        let (told, heard) = mpsc::channel();
        // A template is a program: the paper is set on a thread of its own, so that one that never ends is given up.
        let setting = move || {
            let _turn = inner.turn.lock().unwrap_or_else(PoisonError::into_inner);
            let set = inner.written(&own, version);
            // What Typst keeps for a next run of the same pages would only grow.
            comemo::evict(0);
            let _ = told.send(set);
        };
        let (file, seconds) = (paper.template(), self.patience.as_secs());
        let thread = std::thread::Builder::new().stack_size(STACK);
        thread.spawn(setting).map_err(|error| template(file, None, error.to_string()))?;
        let slow = Refusal::TooSlow { file, seconds };
        match heard.recv_timeout(self.patience) {
            Ok(set) => set,
            Err(mpsc::RecvTimeoutError::Timeout) => Err(slow),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                Err(template(file, None, "the setting broke off".to_owned()))
            }
        }
    }

    /// Sets one of each paper by the templates of each day, so that a faulty one is found before it is needed.
    pub fn try_all(&self) -> Result<(), Refusal> {
        let samples = crate::samples::samples();
        (0..self.inner.versions.len()).try_for_each(|version| {
            samples.iter().try_for_each(|(_, paper)| self.set(paper, version).map(drop))
        })
    }
}

impl Version {
    fn of((from, files): &Dated) -> Self {
        let known = |names: [&'static str; 2]| {
            names.into_iter().find(|name| files.contains_key(name.trim_start_matches('/')))
        };
        let mut version = Self {
            from: *from,
            sources: HashMap::new(),
            files: HashMap::new(),
            emblem: known(["/emblem.svg", "/emblem.png"]),
            picture: known(["/frame.svg", "/frame.png"]),
        };
        for (name, bytes) in files {
            let Some(id) = named(name) else { continue };
            if name.ends_with(".typ") {
                let text = String::from_utf8_lossy(bytes).into_owned();
                version.sources.insert(id, Source::new(id, text));
            } else {
                version.files.insert(id, Bytes::new(bytes.clone()));
            }
        }
        version
    }
}

impl Inner {
    fn of(fonts: Fonts, versions: &[Dated]) -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            fonts,
            versions: versions.iter().map(Version::of).collect(),
            turn: Mutex::new(()),
        }
    }

    /// The place of the templates by which papers of a day are set.
    pub(crate) fn version_on(&self, day: Day) -> usize {
        let holds = |version: &Version| version.from.is_none_or(|from| from <= day);
        self.versions.iter().rposition(holds).unwrap_or_default()
    }

    /// A paper by the templates at a place; a fault is told with the folder they are in.
    fn written(&self, paper: &Paper, version: usize) -> Result<Vec<u8>, Refusal> {
        let from = self.versions.get(version).and_then(|version| version.from);
        self.bytes(paper, version).map_err(|refusal| match (refusal, from) {
            (Refusal::Template { file, line, message }, Some(Day { year, month, day })) => {
                let file = format!("{year:04}-{month:02}-{day:02}/{file}");
                Refusal::Template { file, line, message }
            }
            (other, _) => other,
        })
    }

    fn bytes(&self, paper: &Paper, version: usize) -> Result<Vec<u8>, Refusal> {
        let sight = self.sight(paper, version)?;
        let document = self.pages(&sight)?;
        let tagged = !matches!(paper, Paper::Certificates(_));
        let standard = if tagged { PdfStandard::A_2a } else { PdfStandard::A_2u };
        let (day, failed) =
            (paper.day(), |message: String| template(paper.template(), None, message));
        let options = PdfOptions {
            ident: Smart::Auto,
            creator: Smart::Custom(Some("Kết Đoàn".to_owned())),
            timestamp: Datetime::from_ymd_hms(i32::from(day.year), day.month, day.day, 0, 0, 0)
                .map(Timestamp::new_utc),
            page_ranges: None,
            standards: PdfStandards::new(&[standard])
                .map_err(|error| failed(error.message().to_string()))?,
            tagged,
            pretty: false,
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| said(&sight, &errors, paper))
    }

    /// The pages of a paper, before they are written.
    pub(crate) fn pages(&self, sight: &Sight<'_>) -> Result<PagedDocument, Refusal> {
        let set = typst::compile::<PagedDocument>(sight);
        set.output.map_err(|errors| {
            let main = sight.main.get().vpath().get_without_slash().to_owned();
            first(sight, &errors, &main)
        })
    }

    /// What the templates at a place see of a paper.
    pub(crate) fn sight(&self, paper: &Paper, version: usize) -> Result<Sight<'_>, Refusal> {
        let missing = || template(paper.template(), None, "not found".to_owned());
        let version = self.versions.get(version).ok_or_else(missing)?;
        let mut data = checked(paper)?;
        let day = paper.day();
        Datetime::from_ymd(i32::from(day.year), day.month, day.day).ok_or(Refusal::NoSuchDay)?;
        let squares = squares(paper, &mut data)?;
        let (emblem, frame) = (version.emblem, version.picture);
        let made = json!({ "family": self.fonts.family, "emblem": emblem, "frame": frame });
        let whole = json!({ "set": made, "paper": data }).to_string();
        Ok(Sight {
            library: &self.library,
            fonts: &self.fonts,
            sources: &version.sources,
            files: &version.files,
            main: named(paper.template()).ok_or_else(missing)?,
            data: (named("data.json").ok_or_else(missing)?, Bytes::from_string(whole)),
            squares,
        })
    }
}

/// The squares of a run, as files that its template reads; the data tell their names and widths.
fn squares(paper: &Paper, data: &mut Value) -> Result<HashMap<FileId, Bytes>, Refusal> {
    let mut squares = HashMap::new();
    let Paper::Certificates(run) = paper else { return Ok(squares) };
    let places: Vec<(usize, &str)> = run
        .pages
        .iter()
        .enumerate()
        .filter_map(|(place, page)| Some((place, &*page.square.as_ref()?.text)))
        .collect();
    let texts: Vec<&str> = places.iter().map(|(_, text)| *text).collect();
    let pictures = square::all_drawn(&texts)?;
    for ((place, _), (width, pixels)) in places.into_iter().zip(pictures) {
        let name = format!("square/{place}");
        let Some(id) = named(&name) else { continue };
        squares.insert(id, Bytes::new(pixels));
        let told = &mut data["pages"][place]["square"];
        told["file"] = Value::from(format!("/{name}"));
        told["width"] = Value::from(width);
    }
    Ok(squares)
}

fn said(sight: &Sight<'_>, errors: &[SourceDiagnostic], paper: &Paper) -> Refusal {
    first(sight, errors, paper.template())
}

/// The first thing Typst says of a template, with the line it stands on.
fn first(sight: &Sight<'_>, errors: &[SourceDiagnostic], main: &str) -> Refusal {
    let Some(error) = errors.first() else {
        return template(main, None, "unknown".to_owned());
    };
    let source = error.span.id().and_then(|id| sight.source(id).ok());
    let file =
        source.as_ref().map(|source| source.id().get().vpath().get_without_slash().to_owned());
    let line = source.and_then(|source| {
        let at = sight.range(error.span)?.start;
        source.lines().byte_to_line(at)
    });
    template(
        &file.unwrap_or_else(|| main.to_owned()),
        line.map(|line| line + 1),
        error.message.to_string(),
    )
}

fn template(file: &str, line: Option<usize>, message: String) -> Refusal {
    Refusal::Template { file: file.to_owned(), line, message }
}
