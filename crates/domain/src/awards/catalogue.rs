//! The awards that can be recorded: code, name, form, whom they honour, which levels decide them.

use kernel::Refusal;

use super::model::{Form, Level, Subject};

/// An award.
#[derive(Debug, PartialEq, Eq)]
pub struct Award {
    /// The stable code, as `regulations/awards` has it.
    pub code: &'static str,
    /// Its exact name.
    pub name: &'static str,
    /// Its form.
    pub form: Form,
    /// Whom it honours.
    pub subjects: &'static [Subject],
    /// Which levels may decide it.
    pub levels: &'static [Level],
    /// Whether a person receives it once in a life.
    pub once: bool,
}

use Form as F;
use Level::{City, District, Grassroots, State, Tld};

const P: &[Subject] = &[Subject::Person];
const C: &[Subject] = &[Subject::Collective];
const PC: &[Subject] = &[Subject::Person, Subject::Collective];

macro_rules! awards {
    ($($code:literal $form:ident $subjects:ident [$($level:ident)*] $once:literal $name:literal;)*) => {
        /// Every award, in the order of forms.
        pub const AWARDS: &[Award] = &[$(Award {
            code: $code, name: $name, form: F::$form, subjects: $subjects, levels: &[$($level),*], once: $once,
        },)*];
    };
}

awards! {
    "ctt.cdcs_vung_manh" Title C [District City] false "Công đoàn cơ sở vững mạnh";
    "ctt.cdcs_hoan_thanh_xuat_sac" Title C [District City] false "Công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ";
    "cdcs.to_vung_manh" Title C [Grassroots] false "Tổ công đoàn vững mạnh";
    "cdcs.doan_vien_xuat_sac" Title P [Grassroots] false "Đoàn viên công đoàn xuất sắc";
    "nha_nuoc.lao_dong_tien_tien" Title P [Grassroots District City] false "Lao động tiên tiến";
    "nha_nuoc.tap_the_lao_dong_tien_tien" Title C [Grassroots District City] false "Tập thể lao động tiên tiến";
    "nha_nuoc.tap_the_lao_dong_xuat_sac" Title C [City Tld] false "Tập thể lao động xuất sắc";
    "nha_nuoc.chien_si_thi_dua_co_so" Title P [Grassroots District City] false "Chiến sĩ thi đua cơ sở";
    "tld.chien_si_thi_dua" Title P [Tld] false "Chiến sĩ thi đua Tổng Liên đoàn";
    "nha_nuoc.chien_si_thi_dua_toan_quoc" Title P [State] false "Chiến sĩ thi đua toàn quốc";
    "cdcs.gioi_viec_nuoc" Title PC [Grassroots District City Tld] false "Giỏi việc nước, đảm việc nhà";
    "tld.gia_dinh_tieu_bieu" Title C [District City Tld] false "Gia đình CNVCLĐ tiêu biểu";
    "tinh.co_thi_dua" Flag C [City] false "Cờ thi đua của Liên đoàn Lao động tỉnh, thành phố";
    "tld.co_thi_dua" Flag C [Tld] false "Cờ thi đua của Tổng Liên đoàn Lao động Việt Nam";
    "tld.co_chuyen_de" Flag C [Tld] false "Cờ chuyên đề của Tổng Liên đoàn Lao động Việt Nam";
    "nha_nuoc.co_thi_dua_chinh_phu" Flag C [State] false "Cờ thi đua của Chính phủ";
    "tinh.bang_khen" Merit PC [City] false "Bằng khen của Liên đoàn Lao động tỉnh, thành phố";
    "tld.bang_khen" Merit PC [Tld] false "Bằng khen của Tổng Liên đoàn Lao động Việt Nam";
    "tld.bang_khen_chuyen_de" Merit PC [Tld] false "Bằng khen chuyên đề của Tổng Liên đoàn Lao động Việt Nam";
    "nha_nuoc.bang_khen_thu_tuong" Merit PC [State] false "Bằng khen của Thủ tướng Chính phủ";
    "nha_nuoc.bang_khen_bo_tinh" Merit PC [City State] false "Bằng khen của bộ, ngành, tỉnh";
    "tld.lao_dong_sang_tao" Merit P [Tld] false "Bằng Lao động sáng tạo";
    "cdcs.giay_khen" Certificate PC [Grassroots] false "Giấy khen của công đoàn cơ sở";
    "ctt.giay_khen" Certificate PC [District] false "Giấy khen của công đoàn cấp trên trực tiếp cơ sở";
    "tld.ky_niem_chuong" Medal P [Tld] true "Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”";
    "tld.huy_chuong" Medal P [Tld] true "Huy chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”";
    "tld.nguyen_van_linh" Prize P [Tld] true "Giải thưởng Nguyễn Văn Linh";
    "tld.nguyen_duc_canh" Prize P [Tld] false "Giải thưởng Nguyễn Đức Cảnh";
    "tld.nu_doan_vien_nang_dong" Prize P [Tld] false "Giải thưởng Nữ đoàn viên công đoàn năng động, sáng tạo, trách nhiệm";
    "tinh.ton_duc_thang" Prize P [City] false "Giải thưởng Tôn Đức Thắng";
    "tinh.tran_van_kieu" Prize P [City] false "Giải thưởng Trần Văn Kiểu";
    "khac.giai_thuong" Prize PC [Grassroots District City Tld State] false "Giải thưởng khác";
    "khac.bieu_duong" Praised PC [Grassroots District City Tld State] false "Biểu dương, tuyên dương";
    "khac.dien_hinh" Exemplar PC [Grassroots District City Tld State] false "Điển hình tiên tiến";
    "khac.cong_nhan_gioi" Worker P [Grassroots District City] false "Công nhân giỏi";
    "tinh.cong_nhan_gioi_thu_do" Worker P [City] false "Công nhân giỏi Thủ đô";
}

/// The award with this code.
pub fn award(code: &str) -> Option<&'static Award> {
    AWARDS.iter().find(|each| each.code == code)
}

/// The name of an award; the code where the catalogue no longer has it.
pub fn award_name(code: &str) -> &str {
    award(code).map_or(code, |award| award.name)
}

/// The award with this code, or a refusal.
pub(super) fn known(code: &str) -> Result<&'static Award, Refusal> {
    award(code).ok_or_else(|| {
        Refusal::new(
            "unknown_award",
            format!("Danh mục không có danh hiệu, hình thức khen “{code}”"),
            "Chọn đúng tên trong danh mục; tên ghi sai không được tự đặt thêm",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_used_once_and_every_award_has_somebody_and_some_level() {
        let mut codes: Vec<_> = AWARDS.iter().map(|each| each.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), AWARDS.len());
        assert!(AWARDS.iter().all(|each| !each.subjects.is_empty() && !each.levels.is_empty()));
    }

    /// The level of the rules as one of ours.
    fn level_of(level: ::rules::Level) -> Level {
        match level {
            ::rules::Level::State => State,
            ::rules::Level::Confederation => Tld,
            ::rules::Level::Province => City,
            ::rules::Level::Above => District,
            ::rules::Level::Grassroots => Grassroots,
        }
    }

    #[test]
    fn every_award_of_the_rules_can_be_recorded_under_the_same_code_for_the_same_subjects() {
        let shipped = ::rules::Catalogue::standard().awards();
        assert!(shipped.len() > 20);
        for told in shipped {
            let here = award(&told.code).unwrap_or_else(|| panic!("{}", told.code));
            assert_eq!(here.once, told.once, "{}", told.code);
            let people = told.subjects.contains(&::rules::Subject::Person);
            let collectives = told.subjects.contains(&::rules::Subject::Collective);
            let subjects =
                [Subject::Person, Subject::Collective].map(|each| here.subjects.contains(&each));
            assert_eq!(subjects, [people, collectives], "{}", told.code);
            // The titles of the state law are decided by the heads of units.
            let is_decided = here.levels.contains(&level_of(told.level));
            assert!(is_decided || told.code.starts_with("nha_nuoc."), "{}", told.code);
        }
        for here in AWARDS.iter().filter(|each| !each.code.starts_with("khac.")) {
            assert!(shipped.iter().any(|told| told.code == here.code), "{}", here.code);
        }
    }
}
