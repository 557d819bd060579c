//! Family, middle and given names, as often as they are met.
//!
//! Family names follow the shares counted by Lê Trung Hoa (2005), in tenths of a per cent, northern forms before
//! southern ones. Middle and given names follow the fashion of three generations: born before 1975, before 1990, later.

use domain::people::Sex;
use fastrand::Rng;

use crate::draw::Weighted;

const FAMILY: &str = "Nguyễn 384, Trần 121, Lê 95, Phạm 70, Hoàng 38, Huỳnh 8, Phan 45, Vũ 30, Võ 7, Đặng 21, Bùi 20, Đỗ 18, \
    Hồ 11, Ngô 13, Dương 10, Lý 5, Đào 9, Đinh 9, Trịnh 8, Trương 7, Đoàn 7, Lương 6, Mai 6, Cao 5, Hà 5, Tạ 4, \
    Lưu 4, Chu 4, Tô 4, Phùng 4, Thái 3, Quách 2, Kiều 2, Nghiêm 2, Khuất 2, Nông 2, Tống 2, Lại 2, Doãn 1, \
    La 1, Thân 1, Vi 1, Hứa 1, Triệu 1, Tăng 1, Ông 1";

/// Middle names of men; a hyphen stands for none.
const MEN_MIDDLE: [&str; 3] = [
    "Văn 50, Đình 8, Xuân 7, Đức 7, Hữu 6, Ngọc 5, Quang 5, Bá 4, Công 3, Trọng 3, Thanh 2, Duy 2, Viết 2, - 2",
    "Văn 34, Đức 9, Quang 8, Ngọc 6, Xuân 5, Đình 5, Hữu 5, Mạnh 5, Thanh 5, Minh 5, Anh 4, Quốc 4, Tuấn 3, \
     Công 3, Trọng 3, - 2",
    "Văn 16, Minh 11, Đức 10, Quang 8, Hoàng 8, Tuấn 7, Anh 6, Việt 6, Duy 6, Quốc 5, Mạnh 5, Thành 4, Trung 4, \
     Gia 2, Hải 2",
];

const WOMEN_MIDDLE: [&str; 3] = [
    "Thị 74, Thị Kim 4, Thị Minh 3, Thị Bích 3, Thị Thanh 4, Thị Hồng 4, Kim 3, Bích 2, Minh 2, Thanh 1",
    "Thị 46, Thị Thu 9, Thị Thanh 8, Thị Ngọc 6, Thị Hồng 6, Thị Minh 5, Thu 5, Thanh 4, Bích 3, Minh 3, Thúy 3, \
     Hồng 2",
    "Thị 24, Thị Thu 8, Thị Ngọc 8, Thị Thùy 6, Thị Phương 5, Ngọc 9, Thu 8, Phương 7, Minh 7, Khánh 6, Thùy 5, \
     Hoàng 4, Diệu 3",
];

const MEN_GIVEN: [&str; 3] = [
    "Hùng 8, Dũng 8, Bình 6, Sơn 6, Thắng 6, Hải 6, Thành 5, Hòa 5, Minh 5, Chiến 4, Tiến 4, Lâm 3, Quang 3, \
     Phúc 3, Vinh 3, Thọ 2, Toàn 3, Lợi 2, Khánh 2, Tân 2, Hưng 3, Cường 5, Thịnh 2, Nghĩa 2, Mạnh 2",
    "Tuấn 9, Hùng 7, Cường 7, Dũng 6, Thắng 5, Sơn 5, Hải 5, Nam 5, Long 4, Hưng 4, Trung 4, Tùng 5, Thành 4, \
     Kiên 3, Đức 4, Quân 3, Việt 3, Phương 2, Hiếu 3, Linh 2, Tú 2, Bắc 1, Giang 2, Minh 4",
    "Anh 9, Đức 7, Minh 7, Nam 6, Hiếu 6, Long 6, Huy 6, Hoàng 5, Tùng 5, Đạt 5, Sơn 4, Quân 4, Khánh 3, \
     Dương 3, Thành 3, Phong 3, Bách 2, Lâm 2, Khoa 2, Kiên 3, Vũ 2, Trường 3, Thái 2, Tú 2",
];

const WOMEN_GIVEN: [&str; 3] = [
    "Hà 6, Lan 7, Hoa 7, Hương 6, Thanh 6, Bình 4, Minh 3, Liên 5, Nga 5, Loan 4, Hạnh 5, Thủy 5, Tuyết 4, \
     Mai 4, Yến 3, Oanh 3, Xuân 2, Phượng 3, Vân 4, Tâm 3, Nhung 2, Thơm 2, Lý 2, Sâm 1",
    "Hương 9, Hà 7, Thủy 6, Hằng 6, Lan 5, Huyền 5, Hiền 5, Nga 4, Thu 4, Vân 4, Mai 4, Hạnh 4, Dung 4, Nhung 4, \
     Yến 3, Trang 5, Phương 5, Giang 2, Oanh 2, Ngọc 3, Thảo 3, Liên 2, Tuyết 1",
    "Linh 9, Trang 9, Anh 8, Phương 6, Huyền 6, Thảo 6, Hương 4, Ngọc 5, Hà 4, Nhung 4, Ly 2, My 2, Chi 3, \
     Mai 4, Quỳnh 4, Vân 3, Hằng 3, Yến 3, Giang 2, Dung 2, Uyên 2, Hiền 2, Nga 2, Thư 2",
];

/// Draws whole names.
pub(super) struct Names {
    family: Weighted<&'static str>,
    middle: [[Weighted<&'static str>; 3]; 2],
    given: [[Weighted<&'static str>; 3]; 2],
}

impl Names {
    pub(super) fn new() -> Self {
        Self {
            family: Weighted::read(FAMILY),
            middle: [MEN_MIDDLE.map(Weighted::read), WOMEN_MIDDLE.map(Weighted::read)],
            given: [MEN_GIVEN.map(Weighted::read), WOMEN_GIVEN.map(Weighted::read)],
        }
    }

    /// A whole name in the fashion of the birth year.
    pub(super) fn draw(&self, rng: &mut Rng, sex: Sex, birth_year: i16) -> String {
        let generation = usize::from(birth_year >= 1975) + usize::from(birth_year >= 1990);
        let row = usize::from(sex == Sex::Female);
        let given = self.given[row][generation].draw(rng);
        let mut middle = *self.middle[row][generation].draw(rng);
        // Minh Minh is nobody's name.
        if middle.ends_with(given) {
            middle = if sex == Sex::Female { "Thị" } else { "Văn" };
        }
        let family = self.family.draw(rng);
        let mut name = String::with_capacity(family.len() + middle.len() + given.len() + 2);
        for (place, part) in [*family, middle, *given].into_iter().enumerate() {
            if place > 0 {
                name.push(' ');
            }
            name.push_str(part);
        }
        name
    }
}
