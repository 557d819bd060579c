//! An office's own templates take the place of those inside, and say where they are wrong.

use super::look::words;
use crate::samples::*;
use crate::{Day, Paper, Press, Refusal};

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

/// A folder that holds, for papers from a day on, one template of its own.
fn from_day(own: &Folder, day: &str, (name, text): (&str, &str)) {
    let dated = own.path().join(day);
    std::fs::create_dir(&dated).expect("folder");
    std::fs::write(dated.join(name), text).expect("written");
}

#[test]
fn a_paper_is_set_by_the_templates_of_its_day() {
    let text =
        |words: &str| format!("#import \"/common.typ\": *\n#set document(title: \"T\")\n{words}");
    let own = folder(&[("submission.typ", text("Mẫu thứ nhất").as_bytes())]);
    from_day(&own, "2026-07-01", ("submission.typ", &*text("Mẫu thứ ba")));
    from_day(&own, "2024-05-14", ("submission.typ", &*text("Mẫu thứ hai")));
    from_day(&own, "2025-01-01", ("minutes.typ", &*text("Biên bản mới")));
    let press = Press::of_machine(Some(own.path())).expect("read");
    let on = |year, month, day| {
        let mut paper = submission();
        if let Paper::Submission(letter) = &mut paper {
            letter.head.day = Day { year, month, day };
        }
        words(&press, &paper).concat()
    };
    assert_eq!(on(2011, 8, 19), "Mẫu thứ nhất\n");
    assert_eq!(on(2024, 5, 13), "Mẫu thứ nhất\n");
    assert_eq!(on(2024, 5, 14), "Mẫu thứ hai\n");
    assert_eq!(on(2025, 6, 30), "Mẫu thứ hai\n", "what a later folder does not hold stays");
    assert_eq!(on(2026, 7, 1), "Mẫu thứ ba\n");
}

#[test]
fn a_folder_that_is_no_day_is_refused_and_a_fault_names_the_folder_it_is_in() {
    let own = folder(&[]);
    from_day(&own, "2026-02-30", ("minutes.typ", "A"));
    let Err(Refusal::Unreadable { file, .. }) = Press::of_machine(Some(own.path())) else {
        panic!()
    };
    assert_eq!(file, "2026-02-30");
    let own = folder(&[]);
    from_day(
        &own,
        "2025-01-01",
        ("common.typ", "#let data = json(\"/data.json\")\n#let sheet = 1 + \"a\"\n"),
    );
    let press = Press::of_machine(Some(own.path())).expect("read");
    let Err(Refusal::Template { file, line, .. }) = press.try_all() else { panic!() };
    assert_eq!((file.as_str(), line), ("2025-01-01/common.typ", Some(2)));
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
