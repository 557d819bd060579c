//! The link that opens the first account: made when the port is ours, so that a program that cannot listen spends nothing.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A program that ends with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serve(data: &Path, listen: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_ketdoan"));
    program.args(["serve", "--listen", listen, "--data"]).arg(data).stderr(Stdio::null());
    program
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let asked = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(asked.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_program_that_finds_its_port_taken_leaves_the_link_of_the_other_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut first = Server(serve(&data, "127.0.0.1:0").stdout(Stdio::piped()).spawn().unwrap());
    let mut lines = BufReader::new(first.0.stdout.take().unwrap()).lines();
    let opened = lines.next().unwrap().unwrap();
    let address = opened.split("http://").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let told = lines.next().unwrap().unwrap();
    let link = told.split(&address).nth(1).unwrap().to_owned();
    assert!(link.starts_with("/first/"), "{told}");
    let second = serve(&data, &address).output().unwrap();
    assert!(!second.status.success(), "the port is taken");
    assert!(!String::from_utf8_lossy(&second.stdout).contains("/first/"));
    let page = get(&address, &link);
    assert!(page.starts_with("HTTP/1.1 200"), "the link still opens the first account: {page}");
}
