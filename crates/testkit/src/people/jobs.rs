//! What people do, by the block of their unit, and how many of them are women there.

use kernel::Block;

const OFFICE: &str = "Chuyên viên 60, Cán sự 10, Kế toán 8, Văn thư 6, Trưởng phòng 3, Phó Trưởng phòng 5, Lái xe 4, \
    Nhân viên phục vụ 4";
const SCHOOL: &str = "Giáo viên 78, Phó Hiệu trưởng 3, Hiệu trưởng 2, Kế toán 3, Nhân viên y tế 2, \
    Nhân viên thư viện 2, Nhân viên nuôi dưỡng 7, Bảo vệ 3";
const WARD: &str = "Công chức Văn phòng - Thống kê 20, Công chức Tư pháp - Hộ tịch 20, \
    Công chức Tài chính - Kế toán 12, Công chức Địa chính - Xây dựng 18, Công chức Văn hóa - Xã hội 20, \
    Chỉ huy trưởng Quân sự 5, Phó Chủ tịch UBND phường 5";
const FIRM: &str = "Công nhân 34, Nhân viên kinh doanh 16, Kế toán 8, Nhân viên kỹ thuật 10, Kỹ sư 8, \
    Nhân viên hành chính 6, Lái xe 4, Thủ kho 3, Bảo vệ 3, Nhân viên bán hàng 6, Tổ trưởng sản xuất 2";
const GUILD: &str = "Tài xế công nghệ 60, Xe ôm 20, Giáo viên mầm non độc lập 20";

/// The jobs of a block with their weights.
pub(super) const fn of(block: Block) -> &'static str {
    match block {
        Block::Administrative => OFFICE,
        Block::Education => SCHOOL,
        Block::Ward => WARD,
        Block::TradeGuild => GUILD,
        _ => FIRM,
    }
}

/// Women among a hundred workers of a block.
pub(super) const fn women_in_a_hundred(block: Block) -> u32 {
    match block {
        Block::Education => 84,
        Block::Administrative | Block::Ward => 52,
        Block::TradeGuild => 22,
        Block::StateEnterprise => 40,
        _ => 48,
    }
}
