//! A browser as far as a measurement needs one: one kept connection, one question after the other.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::Result;

/// A question that is not answered by then is an error: a page is given up after a minute.
const PATIENCE: Duration = Duration::from_secs(70);
/// Bytes of one answer that are read at most.
const MOST: usize = 64 * 1024 * 1024;

/// An answer: its status, its bytes, and how long it took to its last byte.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    pub(crate) took: Duration,
}

/// A connection with the cookie of a sign-in.
pub(crate) struct Client {
    address: SocketAddr,
    token: String,
    stream: BufReader<TcpStream>,
}

fn connect(address: SocketAddr) -> Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::new(stream))
}

impl Client {
    pub(crate) fn new(address: SocketAddr, token: &str) -> Result<Self> {
        Ok(Self { address, token: token.to_owned(), stream: connect(address)? })
    }

    /// Asks; after an error the connection is a new one.
    pub(crate) fn get(&mut self, path: &str) -> Result<Answer> {
        let answer = self.ask(path);
        if answer.is_err() {
            self.stream = connect(self.address)?;
        }
        answer
    }

    fn ask(&mut self, path: &str) -> Result<Answer> {
        let begun = Instant::now();
        let (address, token) = (self.address, &self.token);
        let question =
            format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: kd={token}\r\n\r\n");
        self.stream.get_mut().write_all(question.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| format!("no answer to {path}: {line:?}"))?;
        let mut length = None;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse::<usize>().ok();
            }
        }
        let length = length.filter(|length| *length <= MOST);
        let mut body = vec![0; length.ok_or_else(|| format!("{path} has no length"))?];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, body, took: begun.elapsed() })
    }
}
