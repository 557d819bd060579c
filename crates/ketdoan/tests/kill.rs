//! `kill -9` in the middle of imports and of postings: nothing acknowledged is lost, nothing is half-written, and the
//! doctor finds the books whole. `KETDOAN_KILLS` says how often (200 for the proof before a release).
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// People on each list.
const ROWS: i64 = 300;

fn program() -> Command {
    let built = env!("CARGO_BIN_EXE_ketdoan");
    Command::new(std::env::var("KETDOAN_BIN").unwrap_or_else(|_| built.to_owned()))
}

fn kills() -> u32 {
    std::env::var("KETDOAN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(12)
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    program().args(arguments).arg("--data").arg(data).output().unwrap()
}

fn json(data: &Path, arguments: &[&str]) -> serde_json::Value {
    let output = run(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A list of people nobody has seen before.
fn write_list(file: &Path, number: u32) {
    let mut text = String::from("STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD\r\n");
    for row in 0..ROWS {
        let serial = i64::from(number) * ROWS + row;
        let _ = write!(text, "{};Nguyễn Văn Thử;Nam;01/02/1990;001090{serial:06}\r\n", row + 1);
    }
    std::fs::write(file, text).unwrap();
}

/// Draws delays; a fixed seed, so that a failure can be told again.
struct Draw(u64);

impl Draw {
    fn up_to(&mut self, longest: Duration) -> Duration {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        longest.mul_f64(f64::from((self.0 >> 33) as u32) / f64::from(1_u32 << 31))
    }
}

/// Starts a command, kills it after a while, and tells what it had said by then.
fn killed_after(data: &Path, arguments: &[&str], delay: Duration) -> String {
    let mut child = program()
        .args(arguments)
        .arg("--data")
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(delay);
    let _ = child.kill();
    String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).into_owned()
}

fn doctor_is_content(data: &Path) {
    let output = run(data, &["doctor"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn members(data: &Path) -> i64 {
    let answer =
        json(data, &["figure", "members.closing", "--scope", "cdcs", "--period", "2026", "--json"]);
    answer["figure"]["value"].as_i64().unwrap()
}

#[test]
fn imports_killed_at_any_moment_lose_nothing_acknowledged_and_leave_nothing_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let list = folder.path().join("list.csv");
    let list_name = list.to_str().unwrap().to_owned();
    assert!(run(&data, &["unit", "add", "cdcs", "CĐCS Thử"]).status.success());
    let import =
        ["import", "members", &list_name, "--unit", "cdcs", "--as-of", "2026-01-01", "--json"];
    write_list(&list, 0);
    let started = Instant::now();
    json(&data, &import);
    let longest = started.elapsed().mul_f64(1.3);
    let (mut acknowledged, mut silent, mut draw) = (1_i64, 0_i64, Draw(2026));
    for number in 1..=kills() {
        write_list(&list, number);
        let said = killed_after(&data, &import, draw.up_to(longest));
        if said.contains("\"accepted\":300") {
            acknowledged += 1;
        } else {
            silent += 1;
        }
        if number % 10 == 0 {
            doctor_is_content(&data);
        }
    }
    doctor_is_content(&data);
    let lists = members(&data);
    assert_eq!(lists % ROWS, 0, "a list is half-written");
    let lists = lists / ROWS;
    assert!(
        (acknowledged..=acknowledged + silent).contains(&lists),
        "{lists} of {acknowledged}+{silent}"
    );
    println!(
        "{acknowledged} acknowledged, {silent} killed before they answered, {lists} lists in the books"
    );
}

#[test]
fn postings_killed_at_any_moment_leave_whole_batches() {
    let folder = tempfile::tempdir().unwrap();
    let mut draw = Draw(7);
    let arguments = ["generate", "--members", "2000", "--units", "12"];
    let started = Instant::now();
    assert!(run(&folder.path().join("whole"), &arguments).status.success());
    let longest = started.elapsed();
    for number in 0..kills().div_ceil(4) {
        let data = folder.path().join(format!("data{number}"));
        killed_after(&data, &arguments, draw.up_to(longest));
        doctor_is_content(&data);
    }
}
