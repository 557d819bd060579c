//! The facts a condition may ask for: typed, named, explained. The page docs/AWARDS.md is written from this list.

use kernel::Text;

/// The type of a fact's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactType {
    /// A whole number.
    Int,
    /// True or false.
    Bool,
    /// A word of a closed list, or empty.
    Word,
}

/// Declares the facts.
macro_rules! facts {
    ($($variant:ident $name:literal $sort:ident $vi:literal $en:literal,)*) => {
        /// A fact with one value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fact { $(#[doc = $en] $variant,)* }

        impl Fact {
            /// Every fact.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in conditions.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The type of its value.
            pub const fn sort(self) -> FactType {
                match self { $(Self::$variant => FactType::$sort,)* }
            }

            /// What it means.
            pub const fn meaning(self) -> Text {
                match self { $(Self::$variant => Text::new($vi, $en),)* }
            }
        }
    };
}

facts! {
    ServiceMonths "service_months" Int
        "Số tháng làm cán bộ công đoàn đã nhân hệ số và trừ thời gian bị kỷ luật"
        "Months of union service, weighted, disciplined time taken out",
    ServiceUnitMonths "service_unit_months" Int
        "Số tháng làm ở đơn vị sự nghiệp công đoàn" "Months of work at a public-service unit of the union",
    EnterpriseManagerMonths "enterprise_manager_months" Int
        "Số tháng làm từ trưởng phòng trở lên ở doanh nghiệp công đoàn"
        "Months as head of department or higher in an enterprise of the union",
    OutsideLeaderMonths "outside_leader_months" Int
        "Số tháng giữ chức vụ của người ngoài công đoàn có lãnh đạo, phối hợp, giúp đỡ công đoàn"
        "Months in post of an outside leader who led, coordinated or supported union work",
    CommitteeTerms "committee_terms" Int
        "Số nhiệm kỳ liên tiếp trong Ban Chấp hành cấp tỉnh, ngành trung ương, tổng công ty hoặc Ban Chấp hành, Ủy ban Kiểm tra Tổng Liên đoàn"
        "Consecutive terms on the committee of a province, a central sector union or the confederation",
    PresidiumTerms "presidium_terms" Int
        "Số nhiệm kỳ trọn vẹn trong Đoàn Chủ tịch Tổng Liên đoàn" "Full terms in the presidium of the confederation",
    ServingDiscipline "serving_discipline" Bool
        "Đang trong thời gian thi hành kỷ luật" "Serving a disciplinary sanction on the day",
    DisciplinedInYear "disciplined_in_year" Bool
        "Bị kỷ luật trong năm xét" "Was under discipline in the year looked at",
    PendingMatter "pending_matter" Bool
        "Đang bị xem xét kỷ luật, có khiếu nại, tố cáo, vụ án hoặc thanh tra chưa kết luận"
        "Discipline, complaint, denunciation, inspection or court case still open",
    AbsenceDays "absence_days" Int
        "Số ngày làm việc nghỉ trong năm xét, không tính thai sản, điều trị do cứu người, cứu tài sản"
        "Working days absent in the year, maternity and treatment after a rescue left out",
    MembershipMonths "membership_months" Int
        "Số tháng là đoàn viên tính đến ngày xét" "Months as a member up to the day",
    Role "role" Word
        "Vị trí việc làm: cong_nhan (trình độ cao đẳng trở xuống, không giữ chức vụ), dai_hoc, lanh_dao"
        "Kind of work: worker up to college level, degree holder, leader",
    Management "management_solution" Bool
        "Có giải pháp tổ chức, quản lý hiệu quả kinh tế, xã hội cao được cấp tỉnh, bộ công nhận"
        "Has a management solution recognised by a province or ministry",
    Achievement "achievement" Word
        "Thành tích được đề nghị (mã), để trống khi chỉ tìm người có thể đề nghị"
        "The achievement nominated (its code); empty when candidates are only looked for",
    UnitYearGood "unit_strong" Bool
        "Tổ chức công đoàn của người ấy đạt vững mạnh (hoàn thành xuất sắc nhiệm vụ) trong năm xét"
        "The union body was ranked strong in the year",
    UnitAgeMonths "unit_age_months" Int
        "Số tháng từ khi đơn vị thành lập" "Months since the unit was founded",
    UnitChangeMonths "unit_change_months" Int
        "Số tháng từ lần chia, tách, sáp nhập gần nhất; không có lần nào thì tính từ khi thành lập"
        "Months since the latest split or merger, or since the founding",
    Points "points" Int
        "Điểm xếp loại trong năm, nhân 100 (85,5 điểm là 8550)" "Score of the year, times 100",
    LowestStandardPercent "lowest_standard_percent" Int
        "Tiêu chuẩn đạt thấp nhất, phần trăm số điểm của tiêu chuẩn ấy"
        "The weakest standard of the sheet, percent of its points",
    AdvancedPercent "advanced_percent" Int
        "Tỷ lệ thành viên đạt Lao động tiên tiến, phần trăm nhân 100 (50% là 5000)"
        "Share of members who are advanced workers, in hundredths of a percent",
    WarnedMembers "warned_members" Int
        "Số người bị kỷ luật từ cảnh cáo trở lên trong năm" "People disciplined from warning up in the year",
    FatalAccident "fatal_accident" Bool
        "Có tai nạn lao động chết người, sự cố kỹ thuật nghiêm trọng hoặc cháy nổ lớn trong năm"
        "A fatal accident, serious technical incident or serious fire in the year",
    LeadsCluster "leads_cluster" Bool
        "Dẫn đầu khối, cụm thi đua" "Leads its emulation cluster",
    UnitKind "unit_kind" Word
        "Loại đơn vị: tinh, nganh, quan, cd_phuong, cdcs, nghiep_doan, cdcs_tv, bo_phan, to" "Kind of unit",
}

impl Fact {
    /// What it means to who looks at a verdict: without how a condition writes its values.
    pub const fn asked(self) -> Text {
        match self {
            Self::Points => Text::new("Điểm xếp loại trong năm", "Score of the year"),
            Self::AdvancedPercent => Text::new(
                "Tỷ lệ thành viên đạt Lao động tiên tiến",
                "Share of members who are advanced workers",
            ),
            Self::Role => Text::new("Vị trí việc làm", "Kind of work"),
            Self::Achievement => Text::new("Thành tích được đề nghị", "The achievement nominated"),
            Self::UnitKind => Text::new("Loại đơn vị", "Kind of unit"),
            other => other.meaning(),
        }
    }

    /// The fact with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fact| fact.name() == name)
    }
}

/// A question over the lists of facts: awards held, ranks by year, initiatives.
pub struct Question {
    /// Its name in conditions.
    pub name: &'static str,
    /// How many values it takes.
    pub takes: usize,
    /// How it is written.
    pub written: &'static str,
    /// What it answers.
    pub meaning: Text,
}

/// Every question. Each answers yes, no, or that evidence is needed.
pub const QUESTIONS: &[Question] = &[
    Question {
        name: "at_least",
        takes: 2,
        written: "at_least(\"service_months\", 240)",
        meaning: Text::new(
            "Số liệu ấy ít nhất là bấy nhiêu; đã ghi đủ thì đạt dù còn thiếu hồ sơ",
            "The number is at least so much; what is on record may suffice although the record is not whole",
        ),
    },
    Question {
        name: "held",
        takes: 1,
        written: "held(\"tld.ky_niem_chuong\")",
        meaning: Text::new("Đã từng được khen thưởng ấy", "Was ever given that award"),
    },
    Question {
        name: "held_in",
        takes: 2,
        written: "held_in(\"tinh.bang_khen\", year - 1)",
        meaning: Text::new(
            "Được khen thưởng ấy cho thành tích năm đó",
            "Was given that award for that year",
        ),
    },
    Question {
        name: "held_in_row",
        takes: 3,
        written: "held_in_row(\"nha_nuoc.chien_si_thi_dua_co_so\", year, 3)",
        meaning: Text::new(
            "Được khen thưởng ấy bấy nhiêu năm liền, năm cuối là năm đó",
            "Was given that award so many years in a row up to that year",
        ),
    },
    Question {
        name: "honoured",
        takes: 1,
        written: "honoured(achievement)",
        meaning: Text::new(
            "Thành tích ấy đã được khen thưởng rồi",
            "That very achievement was already honoured",
        ),
    },
    Question {
        name: "rated_in_row",
        takes: 3,
        written: "rated_in_row(\"xuat_sac\", year, 2)",
        meaning: Text::new(
            "Được xếp loại từ mức ấy trở lên (hoan_thanh, tot, xuat_sac) bấy nhiêu năm liền đến năm đó",
            "Was rated at that grade or better so many years in a row up to that year",
        ),
    },
    Question {
        name: "initiatives",
        takes: 4,
        written: "initiatives(\"co_so\", year - 1, year, 2)",
        meaning: Text::new(
            "Có bấy nhiêu sáng kiến được công nhận từ cấp ấy trở lên (co_so, bo_tinh, toan_quoc), từ năm đến năm",
            "Has so many initiatives recognised at that level or higher, from year to year",
        ),
    },
    Question {
        name: "benefit",
        takes: 3,
        written: "benefit(year, year, 80000000)",
        meaning: Text::new(
            "Giá trị làm lợi của các giải pháp, từ năm đến năm, ít nhất bấy nhiêu đồng",
            "Benefit of recognised solutions, from year to year, of at least so many đồng",
        ),
    },
];

/// The list of facts as tables of a document.
#[must_use]
pub fn table_text() -> String {
    use std::fmt::Write as _;
    let mut text = String::from("| fact | type | nghĩa | meaning |\n|---|---|---|---|\n");
    let _ = writeln!(text, "| `year` | Int | Năm thành tích được xét | The year of achievement |");
    for fact in Fact::ALL {
        let said = fact.meaning();
        let _ =
            writeln!(text, "| `{}` | {:?} | {} | {} |", fact.name(), fact.sort(), said.vi, said.en);
    }
    text.push_str("\n| question | trả lời | answers |\n|---|---|---|\n");
    for question in QUESTIONS {
        let said = question.meaning;
        let _ = writeln!(text, "| `{}` | {} | {} |", question.written, said.vi, said.en);
    }
    text
}
