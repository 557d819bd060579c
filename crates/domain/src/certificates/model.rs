//! What a certificate is.

use kernel::{Day, Id};
use serde::Serialize;

use crate::awards::{Commendation, HonourRow};
use crate::documents::DocumentRef;

/// Who signs a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// In whose stead and as what, line by line: `TM. BAN CHẤP HÀNH`, `CHỦ TỊCH`.
    pub lines: Vec<String>,
    /// The name.
    pub name: String,
}

/// What a certificate says, before it has a number.
#[derive(Clone, Debug)]
pub struct CertificateFacts {
    /// The unit that gives it.
    pub unit: Id,
    /// The honour it belongs to, where the register of honours has it.
    pub honour: Option<Id>,
    /// The person it is given to, where it is a person of the books.
    pub person: Option<Id>,
    /// The series its number is taken from: `GK`, `BK`, `KNC`.
    pub series: String,
    /// What is given, as it stands in large letters: `GIẤY KHEN`.
    pub award: String,
    /// The award's own name, where it has one.
    pub named: Option<String>,
    /// To whom.
    pub recipient: String,
    /// Their title and unit.
    pub recipient_of: Option<String>,
    /// What for.
    pub content: String,
    /// The decision's number.
    pub decision: String,
    /// The decision's day.
    pub decided_on: Day,
    /// The decision as the books cite it already; else it is written down from number, day and issuer.
    pub paper: Option<DocumentRef>,
    /// Who gives it, line by line.
    pub issuer: Vec<String>,
    /// Where.
    pub place: String,
    /// Who signs.
    pub signer: Signer,
}

/// A list of the register of honours as the register of certificates sees it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The paper with its list.
    pub paper: Commendation,
    /// Its lines without a certificate.
    pub lines: Vec<HonourRow>,
    /// The paper under which certificates of it stand, where there are any.
    pub issued: Option<Id>,
}

/// What the certificates of a list share; the list itself says who and what for.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The series.
    pub series: String,
    /// What is given, as it stands in large letters.
    pub award: String,
    /// The award's own name, where it has one.
    pub named: Option<String>,
    /// What for, where the list does not say.
    pub content: String,
    /// Who gives it, line by line.
    pub issuer: Vec<String>,
    /// Where.
    pub place: String,
    /// Who signs.
    pub signer: Signer,
}

/// A certificate that was just issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its id.
    pub id: Id,
    /// Its code.
    pub code: String,
    /// Its number in the series and year.
    pub number: i64,
}

/// A certificate as the books keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: Id,
    /// The unit that gave it.
    pub unit: Id,
    /// The honour, where known.
    pub honour: Option<Id>,
    /// The person, where known.
    pub person: Option<Id>,
    /// The code, twelve letters.
    pub code: String,
    /// The series.
    pub series: String,
    /// The year of the number.
    pub year: i64,
    /// The number.
    pub number: i64,
    /// What is given.
    pub award: String,
    /// The award's own name.
    pub named: Option<String>,
    /// To whom.
    pub recipient: String,
    /// Their title and unit.
    pub recipient_of: Option<String>,
    /// What for.
    pub content: String,
    /// The decision as a paper of the books.
    pub document: Id,
    /// The decision's number.
    pub decision: String,
    /// The decision's day.
    pub decided_on: Day,
    /// Who gave it, line by line.
    pub issuer: Vec<String>,
    /// Where.
    pub place: String,
    /// Who signed.
    pub signer: Signer,
    /// The signature, 128 hexadecimal letters.
    pub signature: String,
    /// How it was revoked, where it was.
    pub revoked: Option<Revocation>,
}

impl Certificate {
    /// The number as it stands in the golden book: `62/2024`.
    pub fn numbered(&self) -> String {
        format!("{}/{}", self.number, self.year)
    }
}

/// How a certificate was revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// The day.
    pub on: Day,
    /// The decision's number.
    pub decision: String,
    /// Why.
    pub cause: String,
}

/// The facts of a certificate that anybody may read: what its signature stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Public {
    /// The code, twelve letters.
    pub code: String,
    /// The number in the golden book.
    pub number: String,
    /// What is given.
    pub award: String,
    /// To whom.
    pub recipient: String,
    /// The decision's number.
    pub decision: String,
    /// The decision's day, ISO.
    pub decided_on: String,
    /// Who gave it.
    pub issuer: String,
}

/// What the public page says of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was given and stands.
    Valid(Public),
    /// It was given and taken back on a day.
    Revoked(Public, Day),
    /// The books know no such code.
    Unknown,
}

/// What the text of a square says, once its signature was found right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The facts signed.
    pub facts: Public,
    /// The key whose signature it bears.
    pub key: String,
}

/// What was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The certificate itself.
    Paper,
    /// Money.
    Money,
    /// An item: a medal, a frame.
    Item,
}

impl What {
    /// Every sort, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Money, Self::Item];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Money => "money",
            Self::Item => "item",
        }
    }

    /// The sort with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
}

/// Something to be written down as handed over.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    /// The certificate it goes with.
    pub certificate: Id,
    /// What.
    pub what: What,
    /// When.
    pub on: Day,
    /// How much, for money.
    pub amount_vnd: Option<i64>,
    /// What it is, for an item.
    pub item: Option<String>,
    /// Who took it.
    pub receiver: String,
}

/// Something that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: Id,
    /// What.
    pub what: What,
    /// When.
    pub on: Day,
    /// How much.
    pub amount_vnd: Option<i64>,
    /// What it is.
    pub item: Option<String>,
    /// Who took it.
    pub receiver: String,
}

/// A certificate with all that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The certificate.
    pub certificate: Certificate,
    /// What was handed over, in order.
    pub deliveries: Vec<Delivery>,
}

/// A decision for which certificates were issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// The paper.
    pub document: Id,
    /// Its number.
    pub decision: String,
    /// Its day.
    pub decided_on: Day,
    /// Who issued it.
    pub issuer: String,
    /// How many certificates.
    pub issued: i64,
    /// How many of them were revoked.
    pub revoked: i64,
}
