//! Home places: the province whose code begins the identity number, and a district of it, as they were before 2025.

/// A province: its code of birth registration, its name on papers, and some of its districts.
#[derive(Clone, Copy)]
pub(super) struct Province {
    pub(super) code: u16,
    pub(super) name: &'static str,
    pub(super) districts: &'static [&'static str],
}

macro_rules! provinces {
    ($($weight:literal $code:literal $name:literal [$($district:literal)*];)*) => {
        /// Provinces by how often workers of Hà Nội come from them.
        pub(super) const PROVINCES: &[(Province, u32)] =
            &[$((Province { code: $code, name: $name, districts: &[$($district),*] }, $weight),)*];
    };
}

provinces! {
    320 1 "thành phố Hà Nội" ["quận Đống Đa" "quận Ba Đình" "quận Hai Bà Trưng" "huyện Thường Tín" "huyện Sóc Sơn"
        "huyện Chương Mỹ" "huyện Ba Vì" "huyện Đông Anh" "huyện Ứng Hòa" "thị xã Sơn Tây" "huyện Phú Xuyên"];
    75 36 "tỉnh Nam Định" ["huyện Ý Yên" "huyện Hải Hậu" "huyện Nam Trực" "huyện Giao Thủy" "huyện Vụ Bản"];
    70 34 "tỉnh Thái Bình" ["huyện Thái Thụy" "huyện Tiền Hải" "huyện Vũ Thư" "huyện Đông Hưng" "huyện Quỳnh Phụ"];
    75 38 "tỉnh Thanh Hóa" ["huyện Hoằng Hóa" "huyện Nga Sơn" "huyện Quảng Xương" "huyện Triệu Sơn" "huyện Hậu Lộc"];
    45 40 "tỉnh Nghệ An" ["huyện Diễn Châu" "huyện Đô Lương" "huyện Yên Thành" "huyện Nam Đàn"];
    40 30 "tỉnh Hải Dương" ["huyện Tứ Kỳ" "huyện Gia Lộc" "huyện Thanh Miện" "huyện Kim Thành"];
    40 33 "tỉnh Hưng Yên" ["huyện Khoái Châu" "huyện Ân Thi" "huyện Kim Động" "huyện Tiên Lữ"];
    40 35 "tỉnh Hà Nam" ["huyện Lý Nhân" "huyện Bình Lục" "huyện Kim Bảng" "thị xã Duy Tiên"];
    35 25 "tỉnh Phú Thọ" ["huyện Lâm Thao" "huyện Cẩm Khê" "huyện Thanh Ba" "huyện Tam Nông"];
    35 24 "tỉnh Bắc Giang" ["huyện Hiệp Hòa" "huyện Tân Yên" "huyện Lạng Giang" "huyện Yên Dũng"];
    30 26 "tỉnh Vĩnh Phúc" ["huyện Vĩnh Tường" "huyện Yên Lạc" "huyện Lập Thạch"];
    30 27 "tỉnh Bắc Ninh" ["huyện Gia Bình" "huyện Lương Tài" "huyện Quế Võ"];
    30 37 "tỉnh Ninh Bình" ["huyện Kim Sơn" "huyện Yên Khánh" "huyện Nho Quan"];
    25 31 "thành phố Hải Phòng" ["huyện Tiên Lãng" "huyện Vĩnh Bảo" "huyện Thủy Nguyên"];
    20 17 "tỉnh Hòa Bình" ["huyện Lương Sơn" "huyện Kim Bôi" "huyện Lạc Thủy"];
    20 19 "tỉnh Thái Nguyên" ["huyện Phú Bình" "huyện Đại Từ" "thị xã Phổ Yên"];
    20 42 "tỉnh Hà Tĩnh" ["huyện Can Lộc" "huyện Đức Thọ" "huyện Thạch Hà"];
    12 22 "tỉnh Quảng Ninh" ["thị xã Đông Triều" "thị xã Quảng Yên"];
    10 8 "tỉnh Tuyên Quang" ["huyện Sơn Dương" "huyện Yên Sơn"];
    10 15 "tỉnh Yên Bái" ["huyện Trấn Yên" "huyện Yên Bình"];
    8 20 "tỉnh Lạng Sơn" ["huyện Hữu Lũng" "huyện Chi Lăng"];
    6 14 "tỉnh Sơn La" ["huyện Mộc Châu" "huyện Phù Yên"];
    4 10 "tỉnh Lào Cai" ["huyện Bảo Thắng" "huyện Văn Bàn"];
    4 4 "tỉnh Cao Bằng" ["huyện Hòa An" "huyện Quảng Hòa"];
    4 44 "tỉnh Quảng Bình" ["huyện Quảng Trạch" "huyện Bố Trạch"];
    3 79 "Thành phố Hồ Chí Minh" ["huyện Củ Chi" "quận Bình Thạnh"];
    2 48 "thành phố Đà Nẵng" ["huyện Hòa Vang" "quận Hải Châu"];
}
