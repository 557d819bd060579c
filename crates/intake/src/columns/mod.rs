//! What a column may hold, for each kind of list, and the words by which its heading is known.

mod changes;
mod members;
mod movements;
mod targets;
mod units;

use serde::Serialize;

/// What one column of a list tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    Stt,
    Name,
    FamilyName,
    GivenName,
    Sex,
    MarkMale,
    MarkFemale,
    Dob,
    DobMale,
    DobFemale,
    DobDay,
    DobMonth,
    DobYear,
    Ethnicity,
    Hometown,
    Cccd,
    JoinDate,
    UnionTitle,
    Job,
    Phone,
    Note,
    Group,
    Unit,
    Khoi,
    Address,
    Mst,
    Workers,
    WorkersWomen,
    Members,
    MembersWomen,
    Chair,
    Decision,
    DecisionNo,
    DecisionDate,
    Method,
    Opening,
    Admitted,
    Received,
    Sent,
    LeftRetired,
    LeftContractEnd,
    LeftOther,
    HandedOver,
    StruckOff,
    Closing,
    How,
    FromUnit,
    ToUnit,
    Letter,
    Day,
    Reason,
    Receiver,
    Indicator,
    Plan,
    Actual,
    Rate,
    MembersToAdmit,
    UnionsToFound,
    ConferencesPublic,
    ConferencesWorkers,
    Dialogues,
    CollectiveAgreements,
    IntroducedToParty,
    Code,
    Deed,
    NewName,
    Class,
    /// Known, and told from its neighbours, but not taken in.
    Ignored,
}

/// Which list a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Grassroots unions.
    Units,
    /// Members.
    Members,
    /// Targets by union.
    Targets,
    /// What a decision does to units.
    Changes,
    /// Opening, movements and closing of every union.
    SummaryByUnit,
    /// Unions founded in the period.
    UnitsFounded,
    /// People admitted.
    Admissions,
    /// People sent to another union.
    TransfersOut,
    /// People received from another union.
    TransfersIn,
    /// People who left.
    Leavers,
    /// Unions handed over to another federation.
    UnitsHandedOver,
    /// Unions struck off.
    UnitsStruckOff,
    /// Plan, result and rate by indicator.
    PlanAndResult,
}

/// One column of a kind of list.
#[derive(Debug)]
pub(crate) struct Spec {
    /// What it tells.
    pub field: Field,
    /// Its name in the structure of the sheet and in findings.
    pub code: &'static str,
    /// Its name in the records.
    pub key: &'static str,
    /// The wordings, folded. `a > b` wants `b` in the heading itself and `a` in one above it;
    /// `=` before a wording wants the whole heading.
    pub words: &'static [&'static str],
}

/// A row of a column table.
const fn column(
    field: Field,
    code: &'static str,
    key: &'static str,
    words: &'static [&'static str],
) -> Spec {
    Spec { field, code, key, words }
}

/// The running number, the same in every list.
const STT: Spec = column(
    Field::Stt,
    "stt",
    "stt",
    &["=stt", "=tt", "=so tt", "so thu tu", "=no", "=sl no", "=#", "=ord", "=so t t", "=s t t"],
);

impl Role {
    /// The roles one workbook of movements may hold.
    pub(crate) const MOVEMENTS: [Self; 9] = [
        Self::SummaryByUnit,
        Self::UnitsFounded,
        Self::Admissions,
        Self::TransfersOut,
        Self::TransfersIn,
        Self::Leavers,
        Self::UnitsHandedOver,
        Self::UnitsStruckOff,
        Self::PlanAndResult,
    ];

    /// The columns this list may have.
    pub(crate) fn columns(self) -> &'static [Spec] {
        match self {
            Self::Units => units::COLUMNS,
            Self::Members => members::COLUMNS,
            Self::Targets => targets::COLUMNS,
            Self::Changes => changes::COLUMNS,
            Self::SummaryByUnit => movements::SUMMARY,
            Self::UnitsFounded => movements::FOUNDED,
            Self::Admissions => movements::ADMISSIONS,
            Self::TransfersOut => movements::TRANSFERS_OUT,
            Self::TransfersIn => movements::TRANSFERS_IN,
            Self::Leavers => movements::LEAVERS,
            Self::UnitsHandedOver => movements::HANDED_OVER,
            Self::UnitsStruckOff => movements::STRUCK_OFF,
            Self::PlanAndResult => movements::PLAN_AND_RESULT,
        }
    }

    /// The field without which a row of this list means nothing.
    pub(crate) fn subject(self) -> Field {
        match self {
            Self::Units
            | Self::Members
            | Self::UnitsFounded
            | Self::Admissions
            | Self::TransfersOut
            | Self::TransfersIn
            | Self::Leavers => Field::Name,
            Self::Targets
            | Self::Changes
            | Self::SummaryByUnit
            | Self::UnitsHandedOver
            | Self::UnitsStruckOff => Field::Unit,
            Self::PlanAndResult => Field::Indicator,
        }
    }

    /// Whether its rows are people.
    pub(crate) fn of_people(self) -> bool {
        matches!(
            self,
            Self::Members
                | Self::Admissions
                | Self::TransfersOut
                | Self::TransfersIn
                | Self::Leavers
        )
    }

    /// Fields of which a header must hold one to be this list; when the title of the sheet does
    /// not say so, one of the second kind.
    pub(crate) fn proof(self) -> (&'static [Field], &'static [Field]) {
        use Field as F;
        const PERSON: &[Field] = &[
            F::Dob,
            F::DobMale,
            F::DobFemale,
            F::DobYear,
            F::Cccd,
            F::Sex,
            F::JoinDate,
            F::Phone,
            F::MarkMale,
            F::MarkFemale,
        ];
        const ANY: &[Field] = &[];
        match self {
            Self::Members => (PERSON, ANY),
            Self::Units => (
                &[
                    F::Members,
                    F::Workers,
                    F::Address,
                    F::Mst,
                    F::Chair,
                    F::DecisionNo,
                    F::DecisionDate,
                ],
                ANY,
            ),
            Self::Targets => (
                &[
                    F::MembersToAdmit,
                    F::UnionsToFound,
                    F::ConferencesPublic,
                    F::ConferencesWorkers,
                    F::Dialogues,
                    F::CollectiveAgreements,
                    F::IntroducedToParty,
                ],
                ANY,
            ),
            Self::Changes => (&[F::Deed, F::ToUnit, F::NewName], ANY),
            Self::SummaryByUnit => (&[F::Opening, F::Closing], &[F::Opening, F::Closing]),
            // A plain roster has birth and joining dates too, a plain list of unions decisions.
            Self::Admissions => (
                &[F::Cccd, F::Dob, F::DobMale, F::DecisionNo, F::DecisionDate],
                &[F::DecisionNo, F::How],
            ),
            Self::UnitsFounded => {
                (&[F::DecisionNo, F::DecisionDate, F::Members, F::Method], &[F::Method])
            }
            Self::TransfersOut => (&[F::FromUnit, F::ToUnit], &[F::ToUnit]),
            Self::TransfersIn => (&[F::FromUnit, F::ToUnit], &[F::FromUnit]),
            Self::Leavers => (&[F::Reason], ANY),
            Self::UnitsHandedOver => (&[F::Receiver], ANY),
            Self::UnitsStruckOff => {
                (&[F::Members, F::Reason, F::DecisionNo, F::DecisionDate], &[F::Reason])
            }
            Self::PlanAndResult => (&[F::Plan], &[F::Actual, F::Rate]),
        }
    }

    /// Headings that belong to another list and never to this one, folded.
    pub(crate) fn contrary(self) -> &'static [&'static str] {
        match self {
            Self::Members => &[
                "ly do",
                "ly do giam",
                "giay gioi thieu",
                "chuyen den",
                "chuyen di",
                "noi den",
                "noi chuyen den",
                "tu cdcs",
                "chuyen tu",
                "cdcs tiep nhan",
            ],
            Self::Units => &["ho va ten", "ho ten", "ban giao cho", "ly do", "ho va ten doan vien"],
            Self::Changes => {
                &["ho va ten", "ho ten", "ho va ten doan vien", "so cccd", "ngay sinh"]
            }
            Self::Targets => &["dau ky", "cuoi ky", "dv dau ky", "dv cuoi ky", "thuc hien"],
            _ => &[],
        }
    }

    /// Words in the name or the title of a sheet that tell this list, folded.
    pub(crate) fn title_words(self) -> &'static [&'static str] {
        match self {
            Self::Units | Self::Members | Self::Targets | Self::Changes => &[],
            Self::SummaryByUnit => &["tong hop", "bien dong chung", "summary"],
            Self::UnitsFounded => &["thanh lap", "cdcs moi"],
            Self::Admissions => &["ket nap", "phat trien doan vien", "doan vien moi", "tang moi"],
            Self::TransfersOut => &["chuyen di", "sinh hoat di", "chuyen sinh hoat di"],
            Self::TransfersIn => &["chuyen den", "sinh hoat den", "tiep nhan doan vien"],
            Self::Leavers => {
                &["giam", "thoi sinh hoat", "ra khoi", "nghi viec", "xoa ten doan vien"]
            }
            Self::UnitsHandedOver => &["ban giao"],
            Self::UnitsStruckOff => &["xoa ten", "giai the", "cham dut hoat dong"],
            Self::PlanAndResult => &["ket qua", "thuc hien chi tieu", "ty le thuc hien"],
        }
    }
}

impl Spec {
    /// The field name findings use: the three birth columns are one field to the reader.
    pub(crate) fn finding_code(&self) -> &'static str {
        match self.field {
            Field::DobMale
            | Field::DobFemale
            | Field::DobDay
            | Field::DobMonth
            | Field::DobYear => "dob",
            Field::MarkMale | Field::MarkFemale => "sex",
            Field::FamilyName | Field::GivenName => "name",
            _ => self.code,
        }
    }
}
