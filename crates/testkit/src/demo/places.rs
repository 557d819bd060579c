//! Where the demo's unions stand: four districts as they were until 1/7/2025, and the wards they became part of.

use crate::units::Area;

/// A ward union founded when the district level ended: its code and its name.
pub(super) const WARD_UNIONS: [(&str, &str); 13] = [
    ("cd-phuong-thanh-xuan", "Công đoàn phường Thanh Xuân"),
    ("cd-phuong-khuong-dinh", "Công đoàn phường Khương Đình"),
    ("cd-phuong-phuong-liet", "Công đoàn phường Phương Liệt"),
    ("cd-phuong-hai-ba-trung", "Công đoàn phường Hai Bà Trưng"),
    ("cd-phuong-vinh-tuy", "Công đoàn phường Vĩnh Tuy"),
    ("cd-phuong-bach-mai", "Công đoàn phường Bạch Mai"),
    ("cd-phuong-tu-liem", "Công đoàn phường Từ Liêm"),
    ("cd-phuong-xuan-phuong", "Công đoàn phường Xuân Phương"),
    ("cd-phuong-tay-mo", "Công đoàn phường Tây Mỗ"),
    ("cd-phuong-dai-mo", "Công đoàn phường Đại Mỗ"),
    ("cd-phuong-hoan-kiem", "Công đoàn phường Hoàn Kiếm"),
    ("cd-phuong-cua-nam", "Công đoàn phường Cửa Nam"),
    ("cd-phuong-long-bien", "Công đoàn phường Long Biên"),
];

/// The ward union that took over what stood in the district of Long Biên.
pub(super) const LONG_BIEN_WARD: usize = 12;

pub(super) const THANH_XUAN: Area = Area {
    prefix: "tx",
    name: "quận Thanh Xuân",
    within: ", Hà Nội",
    wards: &[
        "Nhân Chính",
        "Thanh Xuân Bắc",
        "Thanh Xuân Trung",
        "Thanh Xuân Nam",
        "Thượng Đình",
        "Hạ Đình",
        "Khương Đình",
        "Khương Trung",
        "Kim Giang",
        "Khương Mai",
        "Phương Liệt",
    ],
    streets: &[
        "phố Quan Nhân",
        "đường Nguyễn Trãi",
        "phố Vũ Trọng Phụng",
        "đường Khương Đình",
        "phố Hoàng Văn Thái",
        "đường Lê Văn Lương",
        "phố Nguyễn Tuân",
        "phố Lê Trọng Tấn",
        "phố Chính Kinh",
        "đường Trường Chinh",
    ],
};
/// The ward union, by its place in [`WARD_UNIONS`], that each ward of Thanh Xuân became the larger part of.
pub(super) const THANH_XUAN_BECOMES: &[usize] = &[0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2];

pub(super) const HAI_BA_TRUNG: Area = Area {
    prefix: "hbt",
    name: "quận Hai Bà Trưng",
    within: ", Hà Nội",
    wards: &[
        "Nguyễn Du",
        "Phạm Đình Hổ",
        "Phố Huế",
        "Lê Đại Hành",
        "Đồng Nhân",
        "Thanh Nhàn",
        "Đống Mác",
        "Bạch Đằng",
        "Vĩnh Tuy",
        "Thanh Lương",
        "Bách Khoa",
        "Bạch Mai",
        "Cầu Dền",
        "Đồng Tâm",
        "Minh Khai",
        "Quỳnh Lôi",
        "Quỳnh Mai",
        "Trương Định",
    ],
    streets: &[
        "phố Huế",
        "phố Bạch Mai",
        "phố Minh Khai",
        "phố Lò Đúc",
        "phố Trần Khát Chân",
        "đường Đại Cồ Việt",
        "phố Lê Thanh Nghị",
        "phố Kim Ngưu",
        "phố Bà Triệu",
    ],
};
pub(super) const HAI_BA_TRUNG_BECOMES: &[usize] =
    &[3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5];

pub(super) const NAM_TU_LIEM: Area = Area {
    prefix: "ntl",
    name: "quận Nam Từ Liêm",
    within: ", Hà Nội",
    wards: &[
        "Cầu Diễn",
        "Mỹ Đình 1",
        "Mỹ Đình 2",
        "Mễ Trì",
        "Phú Đô",
        "Phương Canh",
        "Xuân Phương",
        "Tây Mỗ",
        "Đại Mỗ",
        "Trung Văn",
    ],
    streets: &[
        "đường Hồ Tùng Mậu",
        "đường Mễ Trì",
        "đường Lê Đức Thọ",
        "đường Phạm Hùng",
        "phố Trần Hữu Dực",
        "đường Tố Hữu",
        "đường Phương Canh",
        "đường Đại Mỗ",
        "phố Trung Văn",
    ],
};
pub(super) const NAM_TU_LIEM_BECOMES: &[usize] = &[6, 6, 6, 6, 6, 7, 7, 8, 9, 9];

pub(super) const HOAN_KIEM: Area = Area {
    prefix: "hk",
    name: "quận Hoàn Kiếm",
    within: ", Hà Nội",
    wards: &[
        "Hàng Bạc",
        "Hàng Bồ",
        "Hàng Buồm",
        "Hàng Đào",
        "Hàng Gai",
        "Hàng Mã",
        "Lý Thái Tổ",
        "Đồng Xuân",
        "Cửa Đông",
        "Hàng Bông",
        "Hàng Trống",
        "Tràng Tiền",
        "Hàng Bài",
        "Phan Chu Trinh",
        "Trần Hưng Đạo",
        "Cửa Nam",
    ],
    streets: &[
        "phố Tràng Tiền",
        "phố Hàng Bài",
        "phố Lý Thường Kiệt",
        "phố Hàng Bông",
        "phố Hàng Đào",
        "phố Phan Chu Trinh",
        "phố Trần Hưng Đạo",
        "phố Hàng Gai",
        "phố Lý Thái Tổ",
        "phố Phùng Hưng",
        "phố Quán Sứ",
    ],
};
pub(super) const HOAN_KIEM_BECOMES: &[usize] =
    &[10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11];

/// The four areas since 1/7/2025, in the order of the districts: the wards are those of [`WARD_UNIONS`], in its order.
pub(super) const SINCE_2025: [Area; 4] = [
    Area {
        wards: &["Thanh Xuân", "Khương Đình", "Phương Liệt"], ..in_the_city(THANH_XUAN)
    },
    Area { wards: &["Hai Bà Trưng", "Vĩnh Tuy", "Bạch Mai"], ..in_the_city(HAI_BA_TRUNG) },
    Area {
        wards: &["Từ Liêm", "Xuân Phương", "Tây Mỗ", "Đại Mỗ"], ..in_the_city(NAM_TU_LIEM)
    },
    Area { wards: &["Hoàn Kiếm", "Cửa Nam"], ..in_the_city(HOAN_KIEM) },
];

const fn in_the_city(area: Area) -> Area {
    Area { name: "Hà Nội", within: "", ..area }
}
