//! The words of which invented names of workplaces are made.

/// Forms of enterprises outside the state.
pub(super) const PRIVATE_FORMS: &str =
    "Công ty TNHH 40, Công ty Cổ phần 45, Công ty TNHH MTV 10, Doanh nghiệp tư nhân 5";

/// What enterprises do.
pub(super) const TRADES: &[&str] = &[
    "Thương mại",
    "Thương mại và Dịch vụ",
    "Đầu tư",
    "Xây dựng",
    "Đầu tư và Xây dựng",
    "Tư vấn Thiết kế",
    "Công nghệ",
    "Phần mềm",
    "Thiết bị Điện",
    "Cơ khí",
    "May",
    "Dệt kim",
    "In và Bao bì",
    "Dược phẩm",
    "Thiết bị Y tế",
    "Du lịch",
    "Khách sạn",
    "Vận tải",
    "Nội thất",
    "Thực phẩm",
    "Nhựa",
    "Truyền thông",
    "Giáo dục",
    "Bất động sản",
    "Vệ sinh Công nghiệp",
    "Bảo vệ",
    "Viễn thông",
    "Chiếu sáng",
    "Kiểm định",
    "Mỹ thuật",
];

/// First and second halves of invented names.
pub(super) const FIRST: &[&str] = &[
    "Hoàng",
    "Thiên",
    "Phú",
    "Việt",
    "Đại",
    "Tân",
    "Minh",
    "Bảo",
    "An",
    "Thành",
    "Kim",
    "Ngọc",
    "Sao",
    "Trường",
    "Hải",
    "Đông",
    "Nam",
    "Bắc",
    "Hồng",
    "Thái",
    "Gia",
    "Khang",
    "Vĩnh",
    "Long",
    "Song",
    "Nhật",
    "Quang",
    "Hưng",
    "Toàn",
    "Thăng",
    "Phương",
    "Trung",
    "Xuân",
    "Cường",
    "Tiến",
    "Mai",
    "Lạc",
    "Tràng",
    "Hà",
    "Sơn",
];
pub(super) const SECOND: &[&str] = &[
    "Phát", "Long", "Thịnh", "Hưng", "An", "Phong", "Minh", "Anh", "Sơn", "Hà", "Đô", "Lâm",
    "Khánh", "Vượng", "Tín", "Cường", "Thành", "Nguyên", "Đạt", "Phúc", "Quân", "Hòa", "Việt",
    "Dương", "Giang", "Châu", "Lộc", "Tâm", "Vinh", "Khôi", "Thiên", "Linh", "Sáng", "Bình", "Trí",
    "Thắng", "Hải", "Kiên", "Thuận", "Mỹ",
];

/// Names of schools: invented, of flowers, birds and hopes.
pub(super) const SCHOOLS: &[&str] = &[
    "Hoa Sen",
    "Hoa Mai",
    "Hoa Ban",
    "Hoa Sữa",
    "Hoa Phượng",
    "Hoa Hướng Dương",
    "Hoa Cúc",
    "Sơn Ca",
    "Họa Mi",
    "Vành Khuyên",
    "Chim Én",
    "Bồ Câu",
    "Ánh Dương",
    "Ánh Sao",
    "Bình Minh",
    "Ban Mai",
    "Mầm Xanh",
    "Búp Măng",
    "Tuổi Thơ",
    "Tuổi Hoa",
    "Hạnh Phúc",
    "Ước Mơ",
    "Tương Lai",
    "Sao Sáng",
    "Sao Khuê",
    "Cầu Vồng",
    "Lá Xanh",
    "Trăng Non",
    "Hương Sen",
    "Nắng Mai",
    "Trúc Xanh",
    "Thông Xanh",
    "Hồ Gươm Xanh",
    "Đồng Tâm",
    "Hòa Bình",
    "Thống Nhất",
    "Đoàn Kết",
    "Thắng Lợi",
    "Tiến Bộ",
    "Hy Vọng",
];

/// Levels of schools.
pub(super) const LEVELS: &str = "Trường Mầm non 45, Trường Tiểu học 32, Trường THCS 23";

/// Offices of a district, in the order in which they are set up; every one of them lives on the state budget.
pub(super) const OFFICES: &[&str] = &[
    "Văn phòng HĐND và UBND",
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Quản lý đô thị",
    "Phòng Văn hóa và Thông tin",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Tư pháp",
    "Phòng Giáo dục và Đào tạo",
    "Phòng Kinh tế",
    "Phòng Y tế",
    "Thanh tra",
    "Cơ quan Quận ủy",
    "Cơ quan Mặt trận Tổ quốc và đoàn thể",
    "Phòng Tài nguyên và Môi trường",
];

/// Public services of a district.
pub(super) const SERVICES: &[&str] = &[
    "Trung tâm Y tế",
    "Trung tâm Văn hóa - Thông tin và Thể thao",
    "Ban Quản lý dự án đầu tư xây dựng",
    "Trung tâm Phát triển quỹ đất",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
];

/// Trades of guilds.
pub(super) const GUILDS: &[&str] =
    &["Xe ôm công nghệ", "Xích lô du lịch", "Giáo viên mầm non độc lập", "Bốc xếp", "Lái xe"];
