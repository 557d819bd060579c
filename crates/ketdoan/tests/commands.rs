//! The command line as scripts use it: answers, exit codes, named refusals.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ketdoan"));
    command.args(arguments).arg("--data").arg(data).env("LC_ALL", "vi_VN.UTF-8").output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn sample(name: &str) -> String {
    format!("{}/../intake/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Books with one district, its list of unions taken in.
fn books() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    assert!(run(&data, &["unit", "add", "quan", "LĐLĐ quận", "--kind", "quan"]).status.success());
    (folder, data)
}

fn dump(data: &Path) -> Vec<u8> {
    let output = run(data, &["dump"]);
    assert!(output.status.success());
    output.stdout
}

#[test]
fn a_list_goes_in_is_backed_up_restored_and_undone_to_an_equal_dump() {
    let (folder, data) = books();
    let empty = dump(&data);
    let file = sample("don-vi-ldld-quan-thanh-xuan.xlsx");
    let errors = folder.path().join("loi.xlsx");
    let import = run(
        &data,
        &[
            "import",
            "units",
            &file,
            "--unit",
            "quan",
            "--json",
            "--errors-to",
            errors.to_str().unwrap(),
        ],
    );
    let answer: serde_json::Value = serde_json::from_slice(&import.stdout).unwrap();
    assert_eq!(
        (answer["accepted"].as_i64(), answer["refused"].as_array().map(Vec::len)),
        (Some(275), Some(1))
    );
    assert!(std::fs::metadata(&errors).unwrap().len() > 1_000);
    let full = dump(&data);
    let copy = folder.path().join("sao-luu.db");
    assert!(run(&data, &["backup", copy.to_str().unwrap()]).status.success());
    assert!(refused(&run(&data, &["backup", copy.to_str().unwrap()])).contains("file_exists"));
    let other = folder.path().join("other");
    assert!(run(&other, &["restore", copy.to_str().unwrap()]).status.success());
    assert!(dump(&other) == full, "a restored set of books says something else");
    assert!(run(&other, &["doctor"]).status.success());
    assert!(
        refused(&run(&other, &["restore", copy.to_str().unwrap()])).contains("books_not_empty")
    );
    let id = answer["import"].as_str().unwrap();
    assert!(run(&data, &["import", "undo", id]).status.success());
    assert!(dump(&data) == empty, "an undone import left something");
    assert!(refused(&run(&data, &["import", "undo", id])).contains("already_undone"));
}

#[test]
fn figures_print_their_documented_object() {
    let (_folder, data) = books();
    let file = sample("bien-dong-hoan-kiem-6-thang-2021.xlsx");
    assert!(run(&data, &["import", "movements", &file, "--unit", "quan"]).status.success());
    let output = run(&data, &["figures", "--scope", "quan", "--period", "2021-H1", "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in ["scope", "period", "as_of", "known_at", "view", "figures"] {
        assert!(answer.get(key).is_some(), "{key}");
    }
    let figures = answer["figures"].as_array().unwrap();
    let founded = figures.iter().find(|figure| figure["indicator"] == "units.founded").unwrap();
    assert_eq!(founded["ratio"], serde_json::json!([21, 27]));
    assert_eq!((&founded["percent"], &founded["state"]), (&"77.78".into(), &"value".into()));
    let trace = run(
        &data,
        &[
            "figure",
            "members.admitted",
            "--scope",
            "quan",
            "--period",
            "2021-H1",
            "--trace",
            "--json",
        ],
    );
    let trace: serde_json::Value = serde_json::from_slice(&trace.stdout).unwrap();
    assert_eq!(trace["trace"]["lines"].as_array().map(Vec::len), Some(1548));
    let sheet = data.join("so-lieu.xlsx");
    assert!(
        run(
            &data,
            &[
                "figures",
                "--scope",
                "quan",
                "--period",
                "2021-H1",
                "--xlsx",
                sheet.to_str().unwrap()
            ]
        )
        .status
        .success()
    );
    let read = sheets::read_file(&sheet, &sheets::Limits::default()).unwrap();
    assert!(read.sheets[0].rows.len() > 30);
}

#[test]
fn a_dry_run_needs_no_books_and_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = run(
        &data,
        &["import", "members", &sample("doan-vien-windows-1258.csv"), "--dry-run", "--json"],
    );
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&answer["refused"], &answer["sheets"][0]["counts"]["accepted"]),
        (&serde_json::Value::Null, &31.into())
    );
    assert!(!data.exists());
    let refused_file =
        run(&data, &["import", "members", &sample("hostile-hong.xlsx"), "--dry-run", "--json"]);
    assert!(said(&refused_file).contains("\"refused\":\"corrupt\""));
    assert!(refused(&refused_file).contains("corrupt"));
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let (_folder, data) = books();
    for (arguments, code) in [
        (vec!["figures", "--scope", "không-có", "--period", "2021"], "unknown_unit"),
        (vec!["figures", "--scope", "quan", "--period", "2021-H9"], "bad_period"),
        (vec!["figure", "x.y", "--scope", "quan", "--period", "2021"], "unknown_indicator"),
        (
            vec!["figures", "--scope", "quan", "--period", "2021", "--as-of", "31/12/2021"],
            "bad_day",
        ),
        (
            vec!["figures", "--scope", "quan", "--period", "2021", "--known-at", "hôm qua"],
            "bad_instant",
        ),
        (vec!["import", "undo", "xyz"], "bad_id"),
        (vec!["import", "undo", "0000000000001"], "unknown_import"),
        (vec!["unit", "add", "quan", "Trùng mã"], "code_taken"),
        (vec!["unit", "add", "Mã Xấu", "Tên"], "bad_code"),
        (vec!["restore", "/không/có"], "no_such_file"),
        (vec!["serve", "--listen", "đâu đó"], "bad_address"),
        (vec!["generate", "--members", "-1"], ""),
    ] {
        assert!(refused(&run(&data, &arguments)).contains(code), "{arguments:?}");
    }
}

#[test]
fn a_text_is_checked_from_a_pipe() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ketdoan"))
        .args(["check", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = "Trong 6 tháng, quận thành lập 21/27 công đoàn cơ sở, đạt 87,5% kế hoạch năm.";
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let answer: serde_json::Value =
        serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    let finding = &answer["findings"][0];
    assert_eq!((&finding["verdict"], &finding["expected"]), (&"wrong".into(), &"77,78%".into()));
}

#[test]
fn help_speaks_the_readers_language() {
    let help = |locale: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_ketdoan"))
            .arg("--help")
            .env("LC_ALL", locale)
            .output()
            .unwrap();
        assert!(output.status.success());
        said(&output)
    };
    assert!(help("vi_VN.UTF-8").contains("sổ sách của công đoàn"));
    assert!(help("en_GB.UTF-8").contains("union books kept like accounts"));
}

/// Books with one certificate; its id, the letters of its square, and the public key.
fn certified(data: &Path) -> (domain::App, kernel::Id, String, String) {
    use domain::certificates::{CertificateFacts, Signer, issue, printed, public_keys};
    let db = db::Db::open_file(&data.join("books.db")).unwrap();
    let keys = domain::people::Keys::open_file(&data.join("ketdoan.key")).unwrap();
    let app = domain::App::open(db, std::sync::Arc::new(kernel::SystemClock), keys).unwrap();
    let actor = kernel::Actor::operator("thử");
    let own = str::to_owned;
    let facts = CertificateFacts {
        unit: domain::units::scope_of_code(&app, &actor, "quan").unwrap(),
        honour: None,
        person: None,
        series: own("GK"),
        award: own("GIẤY KHEN"),
        named: None,
        recipient: own("Bà Nguyễn Thị Hòa"),
        recipient_of: None,
        content: own("Đã có thành tích"),
        decision: own("12/QĐ-LĐLĐ"),
        decided_on: app.today(),
        paper: None,
        issuer: vec![own("BAN CHẤP HÀNH LĐLĐ QUẬN")],
        place: own("Hà Nội"),
        signer: Signer { lines: vec![own("CHỦ TỊCH")], name: own("Trần Văn Lợi") },
    };
    let id = issue(&app, &actor, &[facts]).unwrap()[0].id;
    let letters = printed(&app, &actor, &[id]).unwrap().remove(0).1;
    let key = public_keys(&app).unwrap().remove(0).key;
    (app, id, letters, key)
}

#[test]
fn a_square_is_verified_by_the_key_alone_or_by_the_books_and_a_revoked_one_exits_with_1() {
    let (folder, data) = books();
    let (app, id, letters, key) = certified(&data);
    assert!(said(&run(&data, &["key"])).contains(&key));
    let offline = run(&folder.path().join("none"), &["verify", &letters, "--key", &key]);
    assert!(said(&offline).contains("Được tặng: Bà Nguyễn Thị Hòa"), "{}", said(&offline));
    assert!(!folder.path().join("none").exists(), "no books are opened for it");
    let file = folder.path().join("ma.txt");
    std::fs::write(&file, format!("https://so.vn/xac-minh/A#{letters}\n")).unwrap();
    let by_books = run(&data, &["verify", file.to_str().unwrap(), "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&by_books.stdout).unwrap();
    assert_eq!(
        (told["standing"].as_str(), told["facts"]["number"].as_str().is_some()),
        (Some("valid"), true)
    );
    let other = if &letters[20..21] == "G" { "H" } else { "G" };
    let altered = format!("{}{other}{}", &letters[..20], &letters[21..]);
    assert!(refused(&run(&data, &["verify", &altered])).contains("[bad_signature]"));
    let cause = (app.today(), "Khai man");
    let decision = domain::documents::DocumentRef::decision("13/QĐ-LĐLĐ", None, "", "Thu hồi");
    let actor = kernel::Actor::operator("thử");
    domain::certificates::revoke(&app, &actor, id, cause, &decision).unwrap();
    let revoked = run(&data, &["verify", &letters]);
    assert!(refused(&revoked).contains("[certificate_revoked]"));
    assert!(said(&revoked).contains("đã bị thu hồi"));
}

#[test]
fn templates_are_copied_out_once_tried_and_a_fault_is_refused_with_file_line_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let copied = run(&data, &["templates", "copy"]);
    assert!(copied.status.success());
    assert_eq!(said(&copied).lines().count(), 6);
    let letter = data.join("templates/print/submission.typ");
    std::fs::write(&letter, "#import \"/common.typ\": *\n#set document(title: \"T\")\nMẫu riêng")
        .unwrap();
    assert!(said(&run(&data, &["templates", "copy"])).contains("submission.typ: đã có, để nguyên"));
    assert!(std::fs::read_to_string(&letter).unwrap().ends_with("Mẫu riêng"));
    let to = folder.path().join("xem");
    let tried = run(&data, &["templates", "try", "--to", to.to_str().unwrap()]);
    assert!(tried.status.success(), "{}", String::from_utf8_lossy(&tried.stderr));
    assert!(std::fs::read(to.join("submission.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    std::fs::write(&letter, "A\n\n#nothing-here\n").unwrap();
    for arguments in [&["templates", "try"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let told = refused(&run(&data, arguments));
        assert!(told.contains("Biểu mẫu submission.typ, dòng 3 có lỗi"), "{told}");
        assert!(told.contains("bỏ tệp ấy để dùng mẫu có sẵn"), "{told}");
    }
}

#[test]
fn a_faulty_file_of_rules_stops_the_demonstration_as_it_stops_every_command() {
    let (folder, data) = books();
    let rules = folder.path().join("quy-dinh");
    std::fs::create_dir(&rules).unwrap();
    std::fs::write(rules.join("sai.toml"), "layer = \"tinh\"\nkhong_co = 1\n").unwrap();
    for arguments in [&["demo", "--no-serve"][..], &["dump"]] {
        let told =
            refused(&run(&data, &[arguments, &["--rules", rules.to_str().unwrap()]].concat()));
        assert!(told.contains("sai.toml"), "{arguments:?}: {told}");
    }
    let fresh = folder.path().join("moi");
    let told = refused(&run(&fresh, &["demo", "--no-serve", "--rules", rules.to_str().unwrap()]));
    assert!(told.contains("sai.toml") && !fresh.exists(), "no books are made before: {told}");
}

#[test]
fn what_is_asked_wrongly_is_refused_by_name_and_a_list_of_articles_is_json_when_asked() {
    let (_folder, data) = books();
    let all = ["eligible", "all", "--scope", "quan", "--against", "2024-01-01"];
    assert!(refused(&run(&data, &all)).contains("[against_needs_award]"));
    let list = run(&data, &["article", "--json"]);
    let list: serde_json::Value = serde_json::from_slice(&list.stdout).unwrap();
    assert!(list[0]["code"].is_string() && list[0]["name"].is_string(), "{list}");
}
