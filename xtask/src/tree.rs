//! The files of the repository as git sees them: tracked ones and new ones, nothing ignored.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::shell;
use crate::tidy::source::Source;

/// A text file; what is not UTF-8 is only known by its path.
pub(crate) struct File {
    /// Relative to the root, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Present when the file is Rust.
    pub(crate) rust: Option<Source>,
}

impl File {
    /// A line (from 1), without the spaces around it.
    pub(crate) fn line(&self, number: usize) -> &str {
        self.text.lines().nth(number - 1).unwrap_or_default().trim()
    }
}

/// All files, and all folders that hold one.
#[derive(Default)]
pub(crate) struct Tree {
    pub(crate) files: Vec<File>,
    paths: BTreeSet<String>,
}

impl Tree {
    /// Reads the repository at `root`.
    pub(crate) fn open(root: &Path) -> Result<Self> {
        let listed = shell::output(
            Command::new("git")
                .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
                .current_dir(root),
        )?;
        let mut tree = Self::default();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file deleted but not yet committed is still listed: it is gone all the same.
            if let Ok(bytes) = std::fs::read(root.join(path)) {
                tree.add(path, bytes);
            }
        }
        Ok(tree)
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let folders = path.match_indices('/').map(|(end, _)| path[..end].to_owned());
        self.paths.extend(folders);
        self.paths.insert(path.to_owned());
        if let Ok(text) = String::from_utf8(bytes) {
            let rust = has_extension(path, "rs").then(|| Source::read(&text));
            self.files.push(File { path: path.to_owned(), text, rust });
        }
    }

    /// Whether a file or a folder of this name exists.
    pub(crate) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        path.is_empty() || self.paths.contains(path)
    }

    /// The text file of this path.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The text files with this extension.
    pub(crate) fn with_extension<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| has_extension(&file.path, wanted))
    }

    /// The Rust files with what was read in them.
    pub(crate) fn rust(&self) -> impl Iterator<Item = (&File, &Source)> {
        self.files.iter().filter_map(|file| file.rust.as_ref().map(|source| (file, source)))
    }

    /// A tree made up for a test.
    #[cfg(test)]
    pub(crate) fn sample(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add(path, text.as_bytes().to_vec());
        }
        tree
    }
}

/// Whether a Rust file is there for tests alone.
pub(crate) fn is_test_file(path: &str) -> bool {
    let inside = |folder: &str| path.starts_with(folder) || path.contains(&format!("/{folder}"));
    let name = path.rsplit('/').next().unwrap_or(path);
    name == "tests.rs"
        || name.ends_with("_tests.rs")
        || ["tests/", "benches/", "examples/", "fuzz/"].into_iter().any(inside)
}

fn has_extension(path: &str, wanted: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_knows_its_files_and_the_folders_above_them() {
        let tree = Tree::sample(&[("docs/decisions/0001-a.md", "")]);
        assert!(
            tree.has("docs/decisions/") && tree.has("docs") && tree.has("docs/decisions/0001-a.md")
        );
        assert!(!tree.has("docs/decision"));
    }

    #[test]
    fn test_files_are_known_by_name_and_by_folder() {
        assert!(is_test_file("crates/db/src/tests.rs"));
        assert!(is_test_file("crates/ketdoan/tests/story.rs"));
        assert!(is_test_file("crates/testkit/examples/bench.rs"));
        assert!(!is_test_file("crates/testkit/src/world.rs"));
    }
}
