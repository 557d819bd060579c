//! What a service record is, and what an answer about eligibility holds.

use kernel::{Day, Id, Text};
use rules::Verdict;
use serde::Serialize;

use crate::documents::DocumentRef;

/// What a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordSort {
    /// A post held in the union, or another time the rules count.
    Service,
    /// The grade of a year.
    Grade,
    /// A sanction being served.
    Discipline,
    /// A matter under review.
    Matter,
    /// A part of the file was checked whole up to a day.
    Checked,
}

impl RecordSort {
    /// Every sort, in the order of the page.
    pub const ALL: &'static [Self] =
        &[Self::Service, Self::Grade, Self::Discipline, Self::Matter, Self::Checked];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Grade => "grade",
            Self::Discipline => "discipline",
            Self::Matter => "matter",
            Self::Checked => "checked",
        }
    }

    /// The sort with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sort| sort.code() == code)
    }

    /// The name a reader sees.
    pub const fn name(self) -> Text {
        match self {
            Self::Service => Text::new("Quá trình công tác", "Service"),
            Self::Grade => Text::new("Xếp loại năm", "Grade of a year"),
            Self::Discipline => Text::new("Kỷ luật", "Discipline"),
            Self::Matter => Text::new("Vụ việc đang xem xét", "Open matter"),
            Self::Checked => Text::new("Đối chiếu hồ sơ", "File checked"),
        }
    }

    /// The kinds such a record may be of, with their names.
    pub fn kinds(self) -> &'static [(&'static str, Text)] {
        match self {
            Self::Service => SERVICE_KINDS,
            Self::Grade => GRADES,
            Self::Discipline => SANCTIONS,
            Self::Matter => MATTERS,
            Self::Checked => CHECKS,
        }
    }
}

/// Kinds of service: the three weighted ones first.
pub const SERVICE_KINDS: &[(&str, Text)] = &[
    ("chuyen_trach", Text::new("Chuyên trách công đoàn (×1)", "Full time (×1)")),
    (
        "khong_chuyen_trach_nha_nuoc",
        Text::new("Không chuyên trách, khu vực nhà nước (×1,5)", "Part time, state sector (×1.5)"),
    ),
    (
        "khong_chuyen_trach_ngoai_nha_nuoc",
        Text::new(
            "Không chuyên trách, CĐCS doanh nghiệp ngoài nhà nước (×2)",
            "Part time, non-state enterprise (×2)",
        ),
    ),
    (
        "nhiem_ky_bch",
        Text::new(
            "Một nhiệm kỳ Ban Chấp hành cấp tỉnh, ngành trung ương trở lên",
            "A term on a province or central committee",
        ),
    ),
    (
        "nhiem_ky_doan_chu_tich",
        Text::new("Một nhiệm kỳ Đoàn Chủ tịch Tổng Liên đoàn", "A term in the presidium"),
    ),
    (
        "don_vi_su_nghiep",
        Text::new("Làm ở đơn vị sự nghiệp công đoàn", "At a public-service unit of the union"),
    ),
    (
        "quan_ly_doanh_nghiep",
        Text::new("Quản lý ở doanh nghiệp công đoàn", "Manager in an enterprise of the union"),
    ),
    (
        "nguoi_ngoai",
        Text::new(
            "Người ngoài công đoàn có công lãnh đạo, phối hợp",
            "Outside leader who supported union work",
        ),
    ),
];

/// Grades of a year.
pub const GRADES: &[(&str, Text)] = &[
    ("xuat_sac", Text::new("Hoàn thành xuất sắc nhiệm vụ", "Excellent")),
    ("tot", Text::new("Hoàn thành tốt nhiệm vụ", "Good")),
    ("hoan_thanh", Text::new("Hoàn thành nhiệm vụ", "Done")),
    ("khong_hoan_thanh", Text::new("Không hoàn thành nhiệm vụ", "Failed")),
];

/// Sanctions.
pub const SANCTIONS: &[(&str, Text)] = &[
    ("khien_trach", Text::new("Khiển trách", "Reprimand")),
    ("canh_cao", Text::new("Cảnh cáo", "Warning")),
    ("cach_chuc", Text::new("Cách chức", "Removal from office")),
    ("khac", Text::new("Hình thức khác", "Other")),
];

/// Matters that hold a case.
pub const MATTERS: &[(&str, Text)] = &[
    ("ky_luat", Text::new("Đang xem xét kỷ luật", "Discipline under review")),
    ("khieu_nai", Text::new("Khiếu nại, tố cáo", "Complaint or denunciation")),
    ("thanh_tra", Text::new("Thanh tra, kiểm tra", "Inspection")),
    ("vu_an", Text::new("Vụ án", "Court case")),
];

/// Parts of a file that can be checked.
pub const CHECKS: &[(&str, Text)] = &[
    (
        "service",
        Text::new("Quá trình công tác công đoàn: đã ghi đủ", "Union service: all recorded"),
    ),
    ("discipline", Text::new("Kỷ luật: đã ghi đủ, không còn gì khác", "Discipline: all recorded")),
    ("matter", Text::new("Vụ việc: đã ghi đủ, không còn gì khác", "Open matters: all recorded")),
    ("awards", Text::new("Khen thưởng đã nhận: đã ghi đủ", "Awards received: all recorded")),
    (
        "initiatives",
        Text::new("Sáng kiến được công nhận: đã ghi đủ", "Recognised initiatives: all recorded"),
    ),
];

/// The name of a kind; the code itself where it is unknown.
pub fn name_of_kind(sort: RecordSort, code: &str) -> Text {
    let found = sort.kinds().iter().find(|(each, _)| *each == code);
    found.map_or(Text::new("?", "?"), |(_, name)| *name)
}

/// A record to be written.
#[derive(Clone, Debug)]
pub struct NewRecord {
    /// Of whom.
    pub person: Id,
    /// What it says.
    pub sort: RecordSort,
    /// Of which kind.
    pub kind: String,
    /// The post or the matter in words.
    pub title: Option<String>,
    /// First day; for a check the day up to which the file is whole.
    pub from: Day,
    /// Last day; open when it lasts.
    pub last: Option<Day>,
    /// The paper behind it.
    pub document: Option<DocumentRef>,
}

/// A record as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The first row: what corrections name.
    pub id: Id,
    /// Of whom.
    pub person: Id,
    /// The unit it was written at.
    pub unit: Id,
    /// What it says.
    pub sort: RecordSort,
    /// Of which kind.
    pub kind: String,
    /// The post or the matter in words.
    pub title: Option<String>,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Option<Day>,
    /// The number of the paper behind it.
    pub document: Option<String>,
}

/// What is missing in one condition, and from when it would be met if what lasts goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The condition's code.
    pub condition: String,
    /// The first day it is met; unknown when it never is.
    pub from: Option<String>,
}

/// The answer about one subject.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The verdict with everything behind it.
    pub verdict: Verdict,
    /// For conditions that are not met: from when they would be.
    pub ahead: Vec<Missing>,
    /// The stretches of service that count, when the award asks for service.
    pub service: rules::service::Service,
}

/// Somebody who might be proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The person.
    pub person: String,
    /// The name.
    pub name: String,
    /// The unit's name.
    pub unit: String,
    /// The outcome's code.
    pub state: &'static str,
    /// Weighted months of service on record.
    pub service_months: i64,
}

/// A page of them.
#[derive(Clone, Debug, Serialize)]
pub struct Candidates {
    /// The page's rows, best outcome first.
    pub rows: Vec<Candidate>,
    /// How many people have anything on record, by outcome.
    pub counts: Vec<(&'static str, usize)>,
    /// How many people have anything on record.
    pub on_record: usize,
    /// Whether there were more than are looked at.
    pub cut: bool,
}

/// How many members come to which outcome, for one award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SweepRow {
    /// The award's code.
    pub award: String,
    /// Its name.
    pub name: String,
    /// How many by outcome, best first, none left out.
    pub counts: Vec<(&'static str, usize)>,
}

/// A whole scope against awards.
#[derive(Clone, Debug, Serialize)]
pub struct Sweep {
    /// The scope's name.
    pub scope: String,
    /// The day.
    pub on: String,
    /// Members looked at.
    pub members: usize,
    /// One row an award.
    pub rows: Vec<SweepRow>,
    /// Those who are eligible or meet what is known, for the first award asked.
    pub proposed: Vec<Candidate>,
}
