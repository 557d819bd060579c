//! The kinds of finding: a stable code, how grave it is, how sure a good reader must be to find it,
//! and the sentence that tells a clerk what to do.

use serde::{Serialize, Serializer};

/// How grave a finding is for its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Put right without asking.
    Info,
    /// The row is taken in; somebody must look.
    Warning,
    /// The row is not taken in until it is corrected.
    Error,
}

/// How much is expected of a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Harmless, or follows from another finding.
    May,
    /// A good reader tells it.
    Should,
    /// A reader that misses it is wrong.
    Must,
}

/// Declares the kinds: code, usual severity, level, and the Vietnamese sentence.
macro_rules! findings {
    ($($(#[$doc:meta])* $variant:ident $code:literal $severity:ident $level:ident $vi:literal,)*) => {
        /// What was found in a cell, a row or a workbook.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Finding { $($(#[$doc])* $variant,)* }

        impl Finding {
            /// Every kind, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code that scripts and files rely on.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The usual severity; a finding may be milder on one of the two rows it names.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// How much is expected of a reader.
            pub const fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)* }
            }

            /// What is the matter and what to do, in Vietnamese.
            pub const fn vi(self) -> &'static str {
                match self { $(Self::$variant => $vi,)* }
            }
        }
    };
}

findings! {
    /// A name is empty although other cells are filled.
    NameMissing "name_missing" Error Must
        "Dòng có dữ liệu nhưng thiếu tên. Đề nghị điền tên rồi nhập lại dòng này.",
    /// The same CCCD and the same name stand in an earlier row.
    DuplicatePerson "duplicate_person" Error Must
        "Trùng số CCCD và họ tên với dòng trước. Đề nghị xóa một trong hai dòng.",
    /// The same CCCD stands in another row under another name.
    CccdConflict "cccd_conflict" Error Must
        "Hai người chung một số CCCD. Đề nghị đối chiếu thẻ và sửa số sai.",
    /// Without a CCCD, but name and birth date equal another row's.
    PossibleDuplicate "possible_duplicate" Warning Must
        "Có thể là một người với dòng khác: cùng họ tên, ngày sinh. Đề nghị bổ sung CCCD.",
    /// The calendar does not have this birth date.
    DobImpossible "dob_impossible" Error Must
        "Ngày sinh không có trong lịch. Đề nghị đối chiếu giấy tờ và sửa.",
    /// Born after the day the list is drawn up.
    DobFuture "dob_future" Error Must
        "Ngày sinh sau ngày chốt danh sách. Đề nghị sửa năm sinh.",
    /// Both the men's and the women's birth column are filled.
    DobBothColumns "dob_both_columns" Warning Must
        "Ngày sinh ghi ở cả cột Nam và cột Nữ. Đề nghị để lại một cột.",
    /// No birth date.
    DobMissing "dob_missing" Warning Must
        "Chưa có ngày sinh. Đề nghị bổ sung.",
    /// Only the year of birth is known.
    DobYearOnly "dob_year_only" Info Should
        "Chỉ có năm sinh; ghi sổ đúng như vậy, không tự đặt ngày 1/1.",
    /// Only month and year of birth are known.
    DobMonthOnly "dob_month_only" Info Should
        "Chỉ có tháng và năm sinh; ghi sổ đúng như vậy.",
    /// Younger than 15 or older than 100.
    AgeOutOfRange "age_out_of_range" Warning Must
        "Tuổi dưới 15 hoặc trên 100. Đề nghị kiểm tra năm sinh.",
    /// Month and day stand in the American order.
    DateMonthDaySwapped "date_month_day_swapped" Warning Must
        "Ngày ghi kiểu tháng/ngày/năm. Đề nghị xác nhận ngày đã đổi lại.",
    /// The year has two digits.
    DateTwoDigitYear "date_two_digit_year" Warning Must
        "Năm chỉ ghi hai chữ số. Đề nghị xác nhận năm đã hiểu.",
    /// An Excel serial that lost its date format.
    DateSerialNumber "date_serial_number" Warning Must
        "Ngày bị hiện thành số của Excel. Đề nghị xác nhận ngày đã đổi lại.",
    /// A date written without separators.
    DateCompact "date_compact" Info Should
        "Ngày ghi liền không có dấu phân cách; đã tách lại.",
    /// Leading zeros were lost.
    CccdLostZero "cccd_lost_zero" Warning Must
        "Số CCCD mất số 0 ở đầu; đã thêm lại vì khớp năm sinh và giới tính. Đề nghị xác nhận.",
    /// Neither 9 nor 12 digits, and padding contradicts the row.
    CccdBadLength "cccd_bad_length" Error Must
        "Số CCCD không đủ 12 chữ số. Đề nghị chép lại theo thẻ.",
    /// Words instead of a number.
    CccdBadChars "cccd_bad_chars" Warning Must
        "Ô CCCD ghi chữ, không phải số; chữ được giữ ở ghi chú. Đề nghị bổ sung số.",
    /// Scientific notation: digits are lost.
    CccdScientific "cccd_scientific" Error Must
        "Số CCCD bị đổi thành dạng 1,08E+10, mất chữ số. Đề nghị nhập lại theo thẻ.",
    /// The letter O typed for the digit 0.
    CccdLetterO "cccd_letter_o" Warning Must
        "Số CCCD gõ chữ O thay số 0; đã sửa. Đề nghị xác nhận.",
    /// Spaces, dots, hyphens or an apostrophe inside.
    CccdPunctuation "cccd_punctuation" Info Must
        "Đã bỏ dấu cách, dấu chấm trong số CCCD.",
    /// Nine digits, an old CMND number.
    CccdIsOldCmnd "cccd_is_old_cmnd" Warning Must
        "Đây là số CMND cũ 9 số; giữ ở ô CMND. Đề nghị bổ sung số CCCD.",
    /// The first three digits are no province.
    CccdPlaceNotProvince "cccd_place_not_province" Warning Must
        "Ba số đầu của CCCD không phải mã tỉnh. Đề nghị đối chiếu thẻ.",
    /// Digits 5 and 6 disagree with the year of birth.
    CccdBirthYearMismatch "cccd_birth_year_mismatch" Warning Must
        "Năm sinh trong số CCCD khác năm sinh trong danh sách. Đề nghị đối chiếu thẻ.",
    /// Digit 4 disagrees with the sex.
    CccdSexMismatch "cccd_sex_mismatch" Warning Must
        "Giới tính trong số CCCD khác danh sách. Đề nghị đối chiếu thẻ.",
    /// No identity number.
    CccdMissing "cccd_missing" Warning Must
        "Chưa có số CCCD. Đề nghị bổ sung.",
    /// The joining date does not exist.
    JoinDateImpossible "join_date_impossible" Warning Must
        "Ngày vào công đoàn không có trong lịch; để trống. Đề nghị bổ sung.",
    /// Joined before the age of 15.
    JoinDateBefore15 "join_date_before_15" Warning Must
        "Vào công đoàn khi chưa đủ 15 tuổi. Đề nghị kiểm tra ngày vào và năm sinh.",
    /// Joined after the day the list is drawn up.
    JoinDateFuture "join_date_future" Warning Must
        "Ngày vào công đoàn sau ngày chốt danh sách. Đề nghị sửa.",
    /// A phone number stored as a number.
    PhoneLostZero "phone_lost_zero" Info Must
        "Đã thêm lại số 0 ở đầu số điện thoại.",
    /// +84, spaces, dots or hyphens removed.
    PhoneNormalised "phone_normalised" Info Must
        "Đã viết lại số điện thoại theo một kiểu.",
    /// An old mobile number of 11 digits.
    PhoneOld11Digits "phone_old_11_digits" Warning Must
        "Số di động cũ 11 số; đã đổi sang đầu số mới. Đề nghị xác nhận.",
    /// Two numbers in one cell.
    PhoneMultiple "phone_multiple" Warning Must
        "Một ô ghi nhiều số điện thoại; lấy số đầu. Đề nghị xác nhận.",
    /// Not a Vietnamese phone number.
    PhoneInvalid "phone_invalid" Warning Must
        "Không phải số điện thoại Việt Nam; để trống. Đề nghị nhập lại.",
    /// None of the 54 ethnic groups.
    EthnicityUnknown "ethnicity_unknown" Warning Should
        "Dân tộc không có trong danh mục 54 dân tộc. Đề nghị chọn lại.",
    /// A remark typed into the name.
    NameExtraText "name_extra_text" Warning Should
        "Ô họ tên có lời ghi thêm; đã tách ra ghi chú. Đề nghị xác nhận.",
    /// A name of one word.
    NameSingleWord "name_single_word" Warning Should
        "Họ tên chỉ có một từ. Đề nghị ghi đủ họ và tên.",
    /// A name all in capitals or in lower case.
    NameCase "name_case" Info Should
        "Đã viết hoa lại họ tên.",
    /// Bà, Ông or Đ/c in front of the name.
    NameHonorific "name_honorific" Info Should
        "Đã bỏ từ xưng hô trước họ tên.",
    /// Outer, double or non-breaking spaces.
    Whitespace "whitespace" Info Must
        "Đã bỏ dấu cách thừa.",
    /// Decomposed Unicode.
    NotNfc "not_nfc" Info Must
        "Đã gộp dấu về Unicode dựng sẵn.",
    /// The Icelandic eth typed for Đ.
    EthForD "eth_for_d" Info Must
        "Đã đổi chữ Ð lạ thành chữ Đ.",
    /// An invisible character inside the text.
    InvisibleChar "invisible_char" Info Must
        "Đã bỏ ký tự vô hình trong chữ.",
    /// A running number repeated or skipped.
    SttSequence "stt_sequence" Info May
        "Số thứ tự lặp hoặc nhảy cách.",
    /// A capital that TCVN3 cannot write was restored.
    LegacyCapitalRestored "legacy_capital_restored" Info Must
        "Đã viết hoa lại chữ có dấu mà phông cũ không có chữ hoa.",
    /// Lower-case codes that the font showed as capitals.
    LegacyAllcapsFont "legacy_allcaps_font" Info Must
        "Phông chữ hoa cũ; đã viết hoa lại họ tên.",
    /// The font and the codes of the cell disagree.
    LegacyFontMismatch "legacy_font_mismatch" Warning Must
        "Phông và bảng mã của ô không khớp; đã đọc theo nội dung. Đề nghị xác nhận.",
    /// A byte of the old encoding was replaced in transit.
    LegacyCharSubstituted "legacy_char_substituted" Warning Must
        "Một chữ của bảng mã cũ bị đổi khi chép; đã khôi phục. Đề nghị xác nhận.",
    /// The letter ư was dropped in transit.
    LegacyLostUHorn "legacy_lost_u_horn" Warning Should
        "Chữ ư bị rơi khi chép; đã đoán lại. Đề nghị xác nhận.",
    /// More fields than the header has.
    CsvFieldCount "csv_field_count" Error Must
        "Dòng nhiều ô hơn tiêu đề, có dấu phân cách chưa để trong ngoặc kép. Đề nghị sửa \
         dòng này.",
    /// The name of the grassroots union is empty.
    UnitNameMissing "unit_name_missing" Error Must
        "Thiếu tên công đoàn cơ sở. Đề nghị điền tên rồi nhập lại dòng này.",
    /// The row does not say what happens to the unit.
    DeedMissing "deed_missing" Error Must
        "Chưa ghi việc gì với đơn vị này. Ghi chuyển về, bàn giao, sáp nhập, đổi tên, kết thúc hay thành lập.",
    /// What happens to the unit is told in words nobody knows.
    DeedUnknown "deed_unknown" Error Must
        "Không hiểu việc ghi ở dòng này. Ghi chuyển về, bàn giao, sáp nhập, đổi tên, kết thúc hay thành lập.",
    /// Who goes where cannot be told in a list of units.
    DeedByMember "deed_by_member" Error Must
        "Chia, tách phải kể ai về đâu nên không ghi bằng danh sách được. Ghi ở trang của đơn vị.",
    /// The receiving unit is missing.
    ReceiverMissing "receiver_missing" Error Must
        "Chưa ghi đơn vị tiếp nhận. Ghi tên hoặc mã đơn vị ở cột chuyển về.",
    /// The new name is missing.
    NewNameMissing "new_name_missing" Error Must
        "Đổi tên mà chưa có tên mới. Ghi tên mới theo quyết định.",
    /// What is to be founded is called by no kind of unit that is known.
    ClassUnknown "class_unknown" Error Must
        "Không hiểu loại tổ chức. Ghi như công đoàn phường, công đoàn cơ sở, nghiệp đoàn.",
    /// The same name and tax number stand in an earlier row.
    DuplicateUnit "duplicate_unit" Error Must
        "Trùng tên và mã số thuế với dòng trước. Đề nghị xóa một trong hai dòng.",
    /// The check digit of the tax number is wrong.
    MstCheckDigit "mst_check_digit" Warning Must
        "Mã số thuế sai chữ số kiểm tra. Đề nghị đối chiếu giấy đăng ký.",
    /// A tax number that lost its leading zero.
    MstLostZero "mst_lost_zero" Warning Must
        "Mã số thuế mất số 0 ở đầu; đã thêm lại. Đề nghị xác nhận.",
    /// An enterprise without a tax number.
    MstMissing "mst_missing" Warning Should
        "Doanh nghiệp chưa có mã số thuế. Đề nghị bổ sung.",
    /// Two unions at one employer.
    MstShared "mst_shared" Warning Should
        "Hai công đoàn cơ sở chung một mã số thuế. Đề nghị xác nhận cùng một doanh nghiệp.",
    /// More members than workers.
    MembersExceedWorkers "members_exceed_workers" Warning Must
        "Số đoàn viên nhiều hơn số lao động. Đề nghị kiểm tra hai số.",
    /// More women members than members.
    WomenExceedMembers "women_exceed_members" Warning Must
        "Số nữ đoàn viên nhiều hơn tổng số đoàn viên. Đề nghị kiểm tra hai số.",
    /// Fewer members than a grassroots union must have.
    BelowMinMembers "below_min_members" Warning Must
        "Chưa đủ số đoàn viên tối thiểu của một công đoàn cơ sở. Đề nghị kiểm tra.",
    /// A number typed as text with a thousands mark.
    NumberTextThousands "number_text_thousands" Info Must
        "Số ghi dạng chữ có dấu chấm nghìn; đã đổi thành số.",
    /// A number typed as text.
    NumberText "number_text" Info Must
        "Số ghi dạng chữ; đã đổi thành số.",
    /// A thousands mark was read as a decimal point.
    NumberDecimalThousands "number_decimal_thousands" Warning Must
        "Dấu chấm nghìn bị hiểu là dấu thập phân. Đề nghị xác nhận số đã sửa.",
    /// The date of the decision does not exist.
    DecisionDateImpossible "decision_date_impossible" Warning Must
        "Ngày quyết định không có trong lịch; để trống. Đề nghị bổ sung.",
    /// The decision is dated after the list.
    DecisionDateFuture "decision_date_future" Warning Must
        "Ngày quyết định sau ngày chốt danh sách. Đề nghị sửa.",
    /// The chair is vacant.
    ChairVacant "chair_vacant" Info Should
        "Chức chủ tịch đang khuyết; không ghi thành người.",
    /// The block column disagrees with the block heading.
    KhoiConflict "khoi_conflict" Warning Must
        "Cột loại hình khác với khối ở dòng tiêu đề phía trên. Đề nghị sửa một trong hai.",
    /// A printed subtotal differs from its rows.
    SubtotalMismatch "subtotal_mismatch" Warning Must
        "Số cộng của khối khác tổng các dòng. Đề nghị kiểm tra.",
    /// A printed grand total differs from the rows.
    TotalMismatch "total_mismatch" Warning Must
        "Số tổng cộng khác tổng các dòng. Đề nghị kiểm tra.",
    /// A unit name written in another way.
    UnitNameVariant "unit_name_variant" Warning Must
        "Tên đơn vị viết tắt hoặc khác cách; đã hiểu là tên đề xuất. Đề nghị xác nhận.",
    /// A unit that is in no list of units.
    UnitUnknown "unit_unknown" Error Must
        "Không tìm thấy đơn vị này. Đề nghị sửa tên hoặc thêm đơn vị trước.",
    /// Sent within the district, received nowhere.
    TransferNotReceived "transfer_not_received" Warning Must
        "Chuyển đi trong cùng địa bàn nhưng nơi đến chưa tiếp nhận. Đề nghị kiểm tra hai sổ.",
    /// Received within the district, sent from nowhere.
    TransferWithoutOrigin "transfer_without_origin" Warning Must
        "Tiếp nhận trong cùng địa bàn nhưng nơi đi chưa ghi chuyển. Đề nghị kiểm tra hai sổ.",
    /// Received before it was sent.
    TransferDatesReversed "transfer_dates_reversed" Warning Must
        "Ngày tiếp nhận trước ngày chuyển đi. Đề nghị sửa một trong hai ngày.",
    /// One person leaves twice.
    TwoExits "two_exits" Warning Must
        "Một người vừa chuyển đi vừa giảm. Đề nghị giữ một lần.",
    /// A date outside the period of the report.
    DateOutsidePeriod "date_outside_period" Warning Must
        "Ngày nằm ngoài kỳ báo cáo. Đề nghị sửa ngày hoặc chuyển sang kỳ khác.",
    /// A reason that is in no list of reasons.
    ReasonUnknown "reason_unknown" Warning Should
        "Lý do giảm không có trong danh mục. Đề nghị chọn lại.",
    /// A printed rate is not actual / planned.
    RateMismatch "rate_mismatch" Warning Must
        "Tỷ lệ in ra không bằng thực hiện chia kế hoạch. Đề nghị sửa.",
    /// Opening and movements do not give the closing figure.
    BalanceMismatch "balance_mismatch" Warning Must
        "Đầu kỳ cộng tăng trừ giảm không bằng cuối kỳ. Đề nghị kiểm tra.",
    /// A summary figure differs from the detail rows.
    SummaryDetailMismatch "summary_detail_mismatch" Warning Must
        "Số ở bảng tổng hợp khác số dòng chi tiết. Đề nghị kiểm tra.",
    /// The row is hidden.
    HiddenRow "hidden_row" Warning Should
        "Dòng đang bị ẩn; vẫn đọc. Đề nghị xác nhận có nhập dòng này.",
    /// The column is hidden.
    HiddenColumn "hidden_column" Warning Should
        "Cột đang bị ẩn; vẫn đọc. Đề nghị kiểm tra cột này.",
    /// The value is the stored result of a formula.
    FormulaCell "formula_cell" Info Should
        "Ô là công thức; lấy kết quả đã lưu.",
    /// A formula without a stored result.
    FormulaWithoutValue "formula_without_value" Warning Must
        "Công thức chưa có kết quả; để trống. Đề nghị mở bằng Excel, lưu lại.",
    /// Refers to another file or a web address.
    ExternalLink "external_link" Warning Must
        "Công thức trỏ ra tệp hoặc trang web khác; không mở. Đề nghị dán giá trị.",
    /// Text that a spreadsheet would run.
    InjectionText "injection_text" Warning Must
        "Chữ có thể bị bảng tính chạy như lệnh; chỉ giữ như chữ. Đề nghị xem lại.",
    /// The workbook counts dates from 1904.
    DateSystem1904 "date_system_1904" Info Must
        "Tệp đếm ngày từ năm 1904; đã tính theo cách đó.",
    /// A merged cell whose value holds for every row.
    MergedFillDown "merged_fill_down" Info Must
        "Ô gộp dọc; giá trị áp dụng cho mọi dòng của ô.",
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}
