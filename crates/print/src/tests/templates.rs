//! An office's own templates take the place of those inside, and say where they are wrong.

use super::look::words;
use crate::samples::*;
use crate::{Press, Refusal};

/// A folder of the system's own that goes away with the test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn folder(files: &[(&str, &[u8])]) -> Folder {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("ketdoan-print-{}-{number}", std::process::id()));
    std::fs::create_dir(&path).expect("folder");
    for (name, text) in files {
        std::fs::write(path.join(name), text).expect("written");
    }
    Folder(path)
}

fn refused(text: &str) -> Refusal {
    let own = folder(&[("submission.typ", text.as_bytes())]);
    let press = Press::of_machine(Some(own.path())).expect("read");
    press.pdf(&submission()).expect_err("refused")
}

#[test]
fn an_offices_own_template_is_used_and_the_others_stay() {
    let own = folder(&[(
        "submission.typ",
        "#import \"/common.typ\": *\n#set document(title: \"T\")\nMẫu riêng: #paper.about"
            .as_bytes(),
    )]);
    let press = Press::of_machine(Some(own.path())).expect("read");
    let set = words(&press, &submission());
    assert_eq!(set, ["Mẫu riêng: Về việc đề nghị tặng Bằng khen năm 2023\n"]);
    assert!(words(&press, &minutes())[0].contains("BIÊN BẢN"));
}

#[test]
fn a_faulty_template_is_refused_with_its_file_and_line() {
    let Refusal::Template { file, line, .. } = refused("A\n\n#nothing-here\n") else { panic!() };
    assert_eq!((file.as_str(), line), ("submission.typ", Some(3)));
}

#[test]
fn a_template_reaches_no_package_no_file_and_no_clock() {
    for text in [
        "#import \"@preview/cetz:0.3.0\"",
        "#read(\"/etc/passwd\")",
        "#read(\"../../../etc/passwd\")",
        "#datetime.today().display()",
        "#image(\"https://example.org/a.png\")",
        "#while true {}",
    ] {
        assert_eq!(refused(text).code(), "bad_template", "{text}");
    }
}

#[test]
fn an_emblem_stands_on_every_certificate_and_what_is_too_large_is_refused() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><path d=\"M0 0h2v2h-2z\"/></svg>";
    let own = folder(&[("emblem.svg", svg)]);
    let press = Press::of_machine(Some(own.path())).expect("read");
    let one = press.pdf(&certificates(vec![certificate("A")])).expect("set");
    assert_ne!(
        one,
        Press::of_machine(None)
            .expect("made")
            .pdf(&certificates(vec![certificate("A")]))
            .expect("set")
    );
    let large = folder(&[("frame.png", &vec![0; 2_000_001])]);
    let refusal = Press::of_machine(Some(large.path())).expect_err("refused");
    assert_eq!(refusal.code(), "template_unreadable");
}

#[test]
fn a_template_that_is_no_text_is_refused_with_its_name() {
    let own = folder(&[("minutes.typ", b"A \xff\xfe")]);
    let Err(Refusal::Unreadable { file, .. }) = Press::of_machine(Some(own.path())) else {
        panic!()
    };
    assert_eq!(file, "minutes.typ");
}

#[test]
fn trying_all_papers_finds_a_fault_before_it_is_needed() {
    assert_eq!(Press::inside().try_all(), Ok(()));
    let own =
        folder(&[("common.typ", b"#let data = json(\"/data.json\")\n#let sheet = 1 + \"a\"\n")]);
    let refused =
        Press::of_machine(Some(own.path())).expect("read").try_all().expect_err("refused");
    let Refusal::Template { file, line, .. } = refused else { panic!("{refused}") };
    assert_eq!((file.as_str(), line), ("common.typ", Some(2)));
}

#[test]
fn a_paper_that_takes_too_long_is_given_up_by_name() {
    let press = Press::inside().patient(std::time::Duration::ZERO);
    let refused = press.pdf(&decision(60)).expect_err("refused");
    assert_eq!(refused.code(), "template_too_slow");
    let (matter, remedy) = refused.told();
    assert_eq!(matter, "Biểu mẫu decision.typ chạy quá 0 giây nên dừng");
    assert!(remedy.starts_with("Chia thành nhiều lần in"), "{remedy}");
}
