//! Columns of the nine sheets in a workbook of movements.

use super::members::{CCCD, DOB, DOB_FEMALE, DOB_MALE, IGNORED, NAME, NOTE, SEX, UNIT};
use super::units::{ADDRESS, CHAIR, KHOI, MEMBERS, MST, UNIT_NAME};
use super::{Field as F, STT, Spec, column};

const DECISION_NO: Spec = column(
    F::DecisionNo,
    "dec_no",
    "decision_no",
    &[
        "quyet dinh > =so",
        "qd > =so",
        "cong nhan > =so",
        "thanh lap > =so",
        "so qd",
        "so quyet dinh",
        "quyet dinh so",
        "qd so",
        "=quyet dinh",
        "=qd",
        "so qd cong nhan",
        "so qd thanh lap",
        "so qd ket nap",
        "so van ban",
        "decision no",
    ],
);

const DECISION_DATE: Spec = column(
    F::DecisionDate,
    "dec_date",
    "decision_date",
    &[
        "quyet dinh > ngay",
        "qd > ngay",
        "cong nhan > ngay",
        "thanh lap > ngay",
        "ngay qd",
        "ngay quyet dinh",
        "ngay thanh lap",
        "ngay cong nhan",
        "ngay ket nap",
        "thoi gian ket nap",
        "ngay qd cong nhan",
        "ngay qd thanh lap",
        "ngay qd ket nap",
        "decision date",
    ],
);

const LETTER: Spec = column(
    F::Letter,
    "letter",
    "letter_no",
    &[
        "giay gioi thieu",
        "so giay gioi thieu",
        "giay gioi thieu so",
        "ggt",
        "so ggt",
        "giay chuyen sinh hoat",
        "giay chuyen",
        "so giay",
    ],
);

/// Opening, increases, decreases and closing by union.
pub(super) const SUMMARY: &[Spec] = &[
    STT,
    UNIT,
    column(
        F::Opening,
        "open",
        "opening",
        &["dv dau ky", "doan vien dau ky", "dau ky", "so dau ky", "dau nam", "ton dau", "opening"],
    ),
    column(
        F::Admitted,
        "adm",
        "admitted",
        &["tang > ket nap", "ket nap", "ket nap moi", "moi ket nap", "admitted"],
    ),
    column(
        F::Received,
        "recv",
        "received",
        &[
            "tang > chuyen den",
            "chuyen den",
            "tiep nhan",
            "noi khac den",
            "tang > tiep nhan",
            "received",
        ],
    ),
    column(
        F::Sent,
        "sent",
        "sent",
        &["giam > chuyen di", "chuyen di", "chuyen noi khac", "chuyen sinh hoat di", "sent"],
    ),
    column(
        F::LeftRetired,
        "l1",
        "left_retired",
        &["nghi huu", "giam > nghi huu", "huu tri", "nghi che do", "retired"],
    ),
    column(
        F::LeftContractEnd,
        "l2",
        "left_contract_end",
        &[
            "cham dut hdld",
            "cham dut hd",
            "cham dut hop dong",
            "cham dut hop dong lao dong",
            "thoi viec",
            "nghi viec",
            "giam > cham dut hdld",
        ],
    ),
    column(
        F::LeftOther,
        "l3",
        "left_other",
        &["giam > khac", "giam > =khac", "ly do khac", "giam khac", "nguyen nhan khac"],
    ),
    column(
        F::HandedOver,
        "hand",
        "handed_over",
        &["ban giao cdcs", "ban giao", "giam > ban giao", "handed over"],
    ),
    column(
        F::StruckOff,
        "drop",
        "struck_off",
        &["xoa ten cdcs", "xoa ten", "giam > xoa ten", "giai the", "giai the cdcs", "struck off"],
    ),
    column(
        F::Closing,
        "close",
        "closing",
        &[
            "dv cuoi ky",
            "doan vien cuoi ky",
            "cuoi ky",
            "so cuoi ky",
            "hien co",
            "con lai",
            "closing",
        ],
    ),
    NOTE,
];

/// Unions founded.
pub(super) const FOUNDED: &[Spec] = &[
    STT,
    UNIT_NAME,
    KHOI,
    ADDRESS,
    MST,
    DECISION_NO,
    DECISION_DATE,
    MEMBERS,
    column(
        F::Method,
        "method",
        "method",
        &[
            "phuong thuc",
            "phuong phap",
            "phuong thuc thanh lap",
            "cach thanh lap",
            "hinh thuc",
            "method",
        ],
    ),
    CHAIR,
    NOTE,
];

/// People admitted.
pub(super) const ADMISSIONS: &[Spec] = &[
    STT,
    NAME,
    SEX,
    DOB,
    DOB_MALE,
    DOB_FEMALE,
    CCCD,
    UNIT,
    column(
        F::How,
        "how",
        "how",
        &["hinh thuc", "hinh thuc ket nap", "ket nap cong nhan", "loai ket nap", "cach ket nap"],
    ),
    DECISION_NO,
    DECISION_DATE,
    NOTE,
    IGNORED,
];

/// People sent away.
pub(super) const TRANSFERS_OUT: &[Spec] = &[
    STT,
    NAME,
    CCCD,
    column(
        F::FromUnit,
        "from_unit",
        "from_unit",
        &[
            "tu cdcs",
            "tu don vi",
            "chuyen tu",
            "noi di",
            "don vi cu",
            "cdcs cu",
            "noi chuyen di",
            "cdcs noi di",
            "don vi chuyen di",
            "=cdcs",
            "=cong doan co so",
            "=don vi",
            "dang sinh hoat tai",
        ],
    ),
    column(
        F::ToUnit,
        "to_unit",
        "to_unit",
        &[
            "chuyen den",
            "noi chuyen den",
            "noi den",
            "den cdcs",
            "den don vi",
            "don vi moi",
            "cdcs moi",
            "don vi tiep nhan",
            "cdcs tiep nhan",
            "noi tiep nhan",
            "don vi chuyen den",
            "chuyen ve",
        ],
    ),
    LETTER,
    column(
        F::Day,
        "day",
        "date_out",
        &[
            "ngay chuyen",
            "ngay chuyen di",
            "ngay di",
            "thoi gian chuyen",
            "=ngay",
            "ngay gioi thieu",
            "ngay thang",
        ],
    ),
    NOTE,
    IGNORED,
];

/// People received.
pub(super) const TRANSFERS_IN: &[Spec] = &[
    STT,
    NAME,
    CCCD,
    column(
        F::ToUnit,
        "to_unit",
        "to_unit",
        &[
            "cdcs tiep nhan",
            "don vi tiep nhan",
            "noi tiep nhan",
            "noi nhan",
            "chuyen den",
            "noi den",
            "noi chuyen den",
            "den don vi",
            "cdcs moi",
            "don vi moi",
            "den cdcs",
            "=cdcs",
            "=cong doan co so",
            "=don vi",
        ],
    ),
    column(
        F::FromUnit,
        "from_unit",
        "from_unit",
        &[
            "chuyen tu",
            "tu don vi",
            "tu cdcs",
            "noi di",
            "noi chuyen di",
            "don vi cu",
            "cdcs cu",
            "noi chuyen",
            "don vi chuyen di",
            "cdcs noi di",
            "noi gioi thieu",
        ],
    ),
    LETTER,
    column(
        F::Day,
        "day",
        "date_in",
        &[
            "ngay tiep nhan",
            "ngay chuyen den",
            "ngay den",
            "ngay nhan",
            "thoi gian tiep nhan",
            "=ngay",
            "ngay chuyen",
            "ngay thang",
        ],
    ),
    NOTE,
    IGNORED,
];

/// People who left.
pub(super) const LEAVERS: &[Spec] = &[
    STT,
    NAME,
    CCCD,
    UNIT,
    column(
        F::Reason,
        "reason",
        "reason",
        &["ly do", "ly do giam", "ly do nghi", "nguyen nhan", "nguyen nhan giam", "reason"],
    ),
    DECISION_NO,
    column(
        F::Day,
        "day",
        "date",
        &[
            "=ngay",
            "ngay giam",
            "ngay nghi",
            "ngay thoi",
            "ngay qd",
            "ngay quyet dinh",
            "thoi gian",
            "thoi diem",
            "tu ngay",
        ],
    ),
    NOTE,
    IGNORED,
];

/// Unions handed over.
pub(super) const HANDED_OVER: &[Spec] = &[
    STT,
    UNIT,
    column(
        F::Receiver,
        "to",
        "to",
        &[
            "ban giao cho",
            "ban giao ve",
            "don vi nhan",
            "noi nhan",
            "don vi tiep nhan",
            "noi tiep nhan",
            "ben nhan",
            "giao ve",
            "chuyen ve",
        ],
    ),
    MEMBERS,
    DECISION_NO,
    DECISION_DATE,
    column(
        F::Day,
        "day",
        "handover_date",
        &["ngay ban giao", "ngay giao", "thoi gian ban giao", "thoi diem ban giao"],
    ),
    NOTE,
];

/// Unions struck off.
pub(super) const STRUCK_OFF: &[Spec] = &[
    STT,
    UNIT,
    MEMBERS,
    column(
        F::Reason,
        "reason",
        "reason",
        &["ly do", "ly do xoa ten", "ly do giai the", "nguyen nhan", "reason"],
    ),
    DECISION_NO,
    DECISION_DATE,
    NOTE,
];

/// Plan against result.
pub(super) const PLAN_AND_RESULT: &[Spec] = &[
    STT,
    column(
        F::Indicator,
        "ind",
        "indicator",
        &["=chi tieu", "noi dung", "ten chi tieu", "noi dung chi tieu", "indicator", "nhiem vu"],
    ),
    column(
        F::Plan,
        "plan",
        "planned",
        &[
            "ke hoach",
            "ke hoach nam",
            "chi tieu giao",
            "chi tieu duoc giao",
            "chi tieu nam",
            "giao nam",
            "=kh",
            "kh nam",
            "plan",
        ],
    ),
    column(
        F::Actual,
        "act",
        "actual",
        &[
            "thuc hien",
            "ket qua",
            "ket qua thuc hien",
            "da thuc hien",
            "dat duoc",
            "=th",
            "actual",
            "result",
        ],
    ),
    column(
        F::Rate,
        "rate",
        "printed_rate",
        &[
            "ty le",
            "ti le",
            "dat ty le",
            "ty le dat",
            "phan tram",
            "=dat",
            "so sanh",
            "rate",
            "hoan thanh",
        ],
    ),
    NOTE,
];
