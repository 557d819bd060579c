//! Why people leave, as clerks write it.

use crate::columns::Field;
use crate::heading::{holds, words};

/// Why a person left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LeavingReason {
    /// Nghỉ hưu.
    Retired,
    /// Chấm dứt hợp đồng lao động, nghỉ việc.
    ContractEnded,
    /// Xin ra khỏi tổ chức công đoàn.
    Resigned,
    /// Khai trừ.
    Expelled,
    /// Ốm đau, từ trần.
    Died,
    /// Đi nước ngoài.
    WentAbroad,
    /// In no list of reasons.
    #[default]
    Unknown,
}

impl LeavingReason {
    /// The column of the summary that counts it.
    pub(crate) fn column(self) -> Field {
        match self {
            Self::Retired => Field::LeftRetired,
            Self::ContractEnded => Field::LeftContractEnd,
            _ => Field::LeftOther,
        }
    }

    /// Reads a reason by its words.
    pub fn parse(text: &str) -> Option<Self> {
        const WORDS: &[(LeavingReason, &[&str])] = &[
            (LeavingReason::Retired, &["huu", "nghi che do"]),
            (LeavingReason::WentAbroad, &["nuoc ngoai", "xuat khau lao dong", "xuat canh"]),
            (LeavingReason::Expelled, &["khai tru", "ky luat"]),
            (
                LeavingReason::Died,
                &["tu tran", "om dau", "chet", "mat", "qua doi", "tu vong", "hy sinh"],
            ),
            (
                LeavingReason::Resigned,
                &["xin ra", "ra khoi", "tu nguyen ra", "thoi tham gia", "xin thoi"],
            ),
            (
                LeavingReason::ContractEnded,
                &[
                    "cham dut",
                    "het han",
                    "het hop dong",
                    "hdld",
                    "hop dong",
                    "nghi viec",
                    "thoi viec",
                    "chuyen cong tac",
                    "sa thai",
                    "bo viec",
                    "mat viec",
                    "tinh gian",
                ],
            ),
        ];
        let plain = words(text);
        let named = |words: &&[&str]| words.iter().any(|word| holds(&plain, word));
        WORDS.iter().find(|(_, words)| named(words)).map(|(reason, _)| *reason)
    }
}
