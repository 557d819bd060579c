//! Common words with marks: the tie-breaker where a word is a syllable in several encodings.
//!
//! Words of names, places, posts, trades and headings, as lists of members hold them; in the old
//! placement of tone marks. Not a dictionary: a word that is missing only counts for less.

use crate::syllable::Syllable;
use std::sync::LazyLock;

/// Whether a syllable is among the common words.
pub(super) fn is_common(syllable: &Syllable) -> bool {
    COMMON.binary_search(&syllable.key()).is_ok()
}

static COMMON: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut keys: Vec<u64> = WORDS.split(' ').filter_map(Syllable::of).map(|s| s.key()).collect();
    keys.sort_unstable();
    keys
});

const WORDS: &str = "biên biện bành bá bác bách bái bán bì bình bích bính bùi bưu bưởi bạc bạch bảng bảo \
    bảy bậc bắc bằng bến bệnh bốn bồng bộ chiến chuyên chuyền chánh châm châu chí chín \
    chính chú chúc chăm chưa chương chấn chấp chất chế chỉ chỗ chợ chủ chức chử cuối cà \
    các cây có công cù cúc cũ cũng cơ cương cường cạn cảnh cấn cấp cầm cần cầu cẩm cậy cắt \
    cổ cộng của diễm diễn diệp diệu doãn duyên dân dìu dũng dương dưới dưỡng dược dệt dịch \
    dự dựng giày giám giáo giáp giáy giấy giỏi giới giữa gỗ hiên hiến hiếu hiền hiển hiện \
    hiệp hiệu hoài hoàn hoàng hoạt huyền huyện huân huấn huế huệ huỳnh hà hàn hàng hành \
    hân hòa hóa hùng hưng hương hướng hường hưởng hạ hạn hạnh hải hảo hậu hằng họ học hồ \
    hồng hội hợi hợp hứa hữu khuê khuất khá khách khánh khí khôi không khơ khương khải \
    khẩu khắc khổng kiên kiếm kiều kiểm kiệt ký kế kết kỳ kỹ liêm liên liêu liễu luyến \
    luân luận là làm lành lào lái lâm lã lãm lê lý lăm lưu lương lượng lại lạng lập lễ \
    lịch lộc lớn lợi lụa lục lữ miên miền muôn máy mây mê mô môi mông mùi mĩ mơ mười mường \
    mạc mại mạnh mầm mận mốt một mới mỹ nghiêm nghiệp nghìn nghĩa nghề nghệ nghỉ nghị \
    nguyên nguyễn nguyệt nguội ngà ngày ngái ngân ngãi ngô người ngọc ngụy nhiên nhiệm \
    nhuế nhà nhàn nhánh nhâm nhân như nhường nhạn nhất nhập nhật nhị nhỏ nhữ những nhựa \
    này nông nùng năm nơi nước nạp nấu nẵng nội nữ phát phí phòng phó phùng phú phúc \
    phương phước phường phượng phạm phần phẩm phận phố phổ phục phụng quyên quyết quyền \
    quách quán quân quê quý quản quảng quận quế quốc quỳnh quỹ rịa siêu sách sán sáng sáu \
    sâm sóc sĩ sơn sư sạn sản sầm sắc số sở sự sỹ thiên thiết thiều thiện thiệu thoại \
    thuần thuận thuật thành thái tháng tháp thân thép thìn thôn thông thùy thúy thăng thơ \
    thơm thư thương thường thưởng thượng thạch thạo thảo thất thắm thắng thế thị thịnh thọ \
    thổ thợ thục thủ thủy thức thực tiên tiêu tiến tiền tiểu tiện tiệp toàn toán toản \
    triển triệu trà trách trâm trên trình trí trúc trăng trương trước trường trưởng trấn \
    trần trị trịnh trọng trực tuyên tuyến tuyết tuyền tuân tuấn tuất tài tàu tày tá tám \
    tâm tân tây tên tình tín tính tòng tô tôn tùng tú tăng tĩnh tư tươi tước tường tưởng \
    tạ tại tạp tải tấn tất tần tập tế tỉnh tịch tống tốt tổ tổng tộc tứ từ tự uyên uông \
    viên viết viễn việc viện việt và vào vân vì võ văn vĩ vĩnh vũ vũng vương vượng vạn vấn \
    vận vật về vệ vị với vụ vỹ xuyên xuyến xuân xuất xây xã xí xóm yên yến ái ánh âm ân âu \
    ông út ăn đa đan đang đau đinh điền điều điện điệp đoan đoàn đà đài đàm đào đái đã \
    đình đính đô đôn đông đăng đơn đương đường được đại đạo đạt đảng đầu đẳng đặng đến \
    đỉnh địa định đốc đống đồng đổng đỗ độ độc động đức ước ấn ấp ốm ở ủi ủy ứng";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syllable::Placement;

    #[test]
    fn every_common_word_is_a_syllable_in_the_old_placement() {
        for word in WORDS.split(' ') {
            let syllable = Syllable::of(word).unwrap_or_else(|| panic!("no syllable: {word}"));
            assert_eq!(syllable.write(Placement::Old), word);
            assert!(is_common(&syllable));
        }
    }
}
