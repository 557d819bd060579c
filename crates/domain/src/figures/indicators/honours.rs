//! The indicators of emulation and commendation: sums over the accounts of forms and levels, contests, initiatives.

use kernel::Text;
use ledger::account::honours::{self, account as honour};
use ledger::account::{Account, CountKind};

use super::What::During;
use super::{Indicator, Part, indicators};

/// The accounts of people (0) or collectives (1) honoured, of every form and level.
const fn all_honours(who: i32) -> [Account; 45] {
    let mut told = [Account(0); 45];
    let mut place = 0;
    while place < 45 {
        told[place] = honours::account(who, place as i32 / 5, place as i32 % 5);
        place += 1;
    }
    told
}

/// The same of one level, of every form.
const fn of_level(who: i32, level: i32) -> [Account; 9] {
    let mut told = [Account(0); 9];
    let mut form = 0;
    while form < 9 {
        told[form] = honours::account(who, form as i32, level);
        form += 1;
    }
    told
}

/// The same of one form, of every level.
const fn of_form(who: i32, form: i32) -> [Account; 5] {
    let mut told = [Account(0); 5];
    let mut level = 0;
    while level < 5 {
        told[level] = honours::account(who, form, level as i32);
        level += 1;
    }
    told
}

indicators! { HONOURS:
    "awards.people" People Beside During(&all_honours(0)),
        "Cá nhân được khen" / "People honoured", "Mọi hình thức, mọi cấp, theo ngày quyết định; một người được khen hai lần tính hai.";
    "awards.people.grassroots" People Beside During(&of_level(0, 0)),
        "Cá nhân được khen, cấp cơ sở" / "People honoured at the grassroots", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.people.district" People Beside During(&of_level(0, 1)),
        "Cá nhân được khen, cấp trên trực tiếp cơ sở" / "People honoured above the grassroots", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.people.city" People Beside During(&of_level(0, 2)),
        "Cá nhân được khen, cấp tỉnh, thành phố" / "People honoured by the province or city", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.people.tld" People Beside During(&of_level(0, 3)),
        "Cá nhân được khen, Tổng Liên đoàn" / "People honoured by the confederation", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.people.state" People Beside During(&of_level(0, 4)),
        "Cá nhân được khen, Nhà nước" / "People honoured by the state", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.people.titles" People Beside During(&of_form(0, 0)),
        "Cá nhân được khen: danh hiệu thi đua" / "People honoured: titles", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.merit" People Beside During(&of_form(0, 2)),
        "Cá nhân được khen: bằng khen" / "People honoured: merit certificates", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.certificates" People Beside During(&of_form(0, 3)),
        "Cá nhân được khen: giấy khen" / "People honoured: certificates of commendation", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.medals" People Beside During(&of_form(0, 4)),
        "Cá nhân được khen: kỷ niệm chương" / "People honoured: commemorative medals", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.prizes" People Beside During(&of_form(0, 5)),
        "Cá nhân được khen: giải thưởng" / "People honoured: prizes", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.praised" People Beside During(&of_form(0, 6)),
        "Cá nhân được khen: biểu dương, tuyên dương" / "People honoured: public praise", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.exemplars" People Beside During(&of_form(0, 7)),
        "Cá nhân được khen: điển hình tiên tiến" / "People honoured: exemplars", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.workers" People Beside During(&of_form(0, 8)),
        "Cá nhân được khen: công nhân giỏi" / "People honoured: outstanding workers", "Theo hình thức, mọi cấp quyết định.";
    "awards.people.medals.tld" People Beside During(&[honour(0, 4, 3)]),
        "Cá nhân được khen: kỷ niệm chương, Tổng Liên đoàn" / "People honoured: commemorative medals, by the confederation", "Một hình thức, một cấp quyết định.";
    "awards.people.praised.district" People Beside During(&[honour(0, 6, 1)]),
        "Cá nhân được khen: biểu dương, tuyên dương, cấp trên trực tiếp cơ sở" / "People honoured: public praise, above the grassroots", "Một hình thức, một cấp quyết định.";
    "awards.people.praised.city" People Beside During(&[honour(0, 6, 2)]),
        "Cá nhân được khen: biểu dương, tuyên dương, cấp tỉnh, thành phố" / "People honoured: public praise, by the province or city", "Một hình thức, một cấp quyết định.";
    "awards.people.certificates.district" People Beside During(&[honour(0, 3, 1)]),
        "Cá nhân được khen: giấy khen, cấp trên trực tiếp cơ sở" / "People honoured: certificates of commendation, above the grassroots", "Một hình thức, một cấp quyết định.";
    "awards.people.exemplars.district" People Beside During(&[honour(0, 7, 1)]),
        "Cá nhân được khen: điển hình tiên tiến, cấp trên trực tiếp cơ sở" / "People honoured: exemplars, above the grassroots", "Một hình thức, một cấp quyết định.";
    "awards.people.workers.district" People Beside During(&[honour(0, 8, 1)]),
        "Cá nhân được khen: công nhân giỏi, cấp trên trực tiếp cơ sở" / "People honoured: outstanding workers, above the grassroots", "Một hình thức, một cấp quyết định.";
    "awards.people.workers.city" People Beside During(&[honour(0, 8, 2)]),
        "Cá nhân được khen: công nhân giỏi, cấp tỉnh, thành phố" / "People honoured: outstanding workers, by the province or city", "Một hình thức, một cấp quyết định.";
    "awards.collectives" Collectives Beside During(&all_honours(1)),
        "Tập thể được khen" / "Collectives honoured", "Mọi hình thức, mọi cấp, theo ngày quyết định; một người được khen hai lần tính hai.";
    "awards.collectives.grassroots" Collectives Beside During(&of_level(1, 0)),
        "Tập thể được khen, cấp cơ sở" / "Collectives honoured at the grassroots", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.collectives.district" Collectives Beside During(&of_level(1, 1)),
        "Tập thể được khen, cấp trên trực tiếp cơ sở" / "Collectives honoured above the grassroots", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.collectives.city" Collectives Beside During(&of_level(1, 2)),
        "Tập thể được khen, cấp tỉnh, thành phố" / "Collectives honoured by the province or city", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.collectives.tld" Collectives Beside During(&of_level(1, 3)),
        "Tập thể được khen, Tổng Liên đoàn" / "Collectives honoured by the confederation", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.collectives.state" Collectives Beside During(&of_level(1, 4)),
        "Tập thể được khen, Nhà nước" / "Collectives honoured by the state", "Theo cấp ra quyết định, không theo nơi trao.";
    "awards.collectives.titles" Collectives Beside During(&of_form(1, 0)),
        "Tập thể được khen: danh hiệu thi đua" / "Collectives honoured: titles", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.flags" Collectives Beside During(&of_form(1, 1)),
        "Tập thể được khen: cờ thi đua" / "Collectives honoured: flags", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.merit" Collectives Beside During(&of_form(1, 2)),
        "Tập thể được khen: bằng khen" / "Collectives honoured: merit certificates", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.certificates" Collectives Beside During(&of_form(1, 3)),
        "Tập thể được khen: giấy khen" / "Collectives honoured: certificates of commendation", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.prizes" Collectives Beside During(&of_form(1, 5)),
        "Tập thể được khen: giải thưởng" / "Collectives honoured: prizes", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.praised" Collectives Beside During(&of_form(1, 6)),
        "Tập thể được khen: biểu dương, tuyên dương" / "Collectives honoured: public praise", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.exemplars" Collectives Beside During(&of_form(1, 7)),
        "Tập thể được khen: điển hình tiên tiến" / "Collectives honoured: exemplars", "Theo hình thức, mọi cấp quyết định.";
    "awards.collectives.titles.district" Collectives Beside During(&[honour(1, 0, 1)]),
        "Tập thể được khen: danh hiệu thi đua, cấp trên trực tiếp cơ sở" / "Collectives honoured: titles, above the grassroots", "Một hình thức, một cấp quyết định.";
    "awards.collectives.exemplars.district" Collectives Beside During(&[honour(1, 7, 1)]),
        "Tập thể được khen: điển hình tiên tiến, cấp trên trực tiếp cơ sở" / "Collectives honoured: exemplars, above the grassroots", "Một hình thức, một cấp quyết định.";
    "awards.proposed.people" People Beside During(&[honours::PROPOSED_PEOPLE]),
        "Cá nhân đề nghị cấp trên khen" / "People proposed to higher levels", "Theo ngày tờ trình; vẫn tính dù sau đó được duyệt hay không.";
    "awards.proposed.collectives" Collectives Beside During(&[honours::PROPOSED_COLLECTIVES]),
        "Tập thể đề nghị cấp trên khen" / "Collectives proposed to higher levels", "Theo ngày tờ trình; vẫn tính dù sau đó được duyệt hay không.";
    "awards.delegated.people" People Beside During(&[honours::DELEGATED_PEOPLE]),
        "Cá nhân được cử dự hội nghị cấp trên" / "People sent to the next level", "Điển hình được cử dự hội nghị cấp trên.";
    "awards.delegated.collectives" Collectives Beside During(&[honours::DELEGATED_COLLECTIVES]),
        "Tập thể được cử dự hội nghị cấp trên" / "Collectives sent to the next level", "Điển hình được cử dự hội nghị cấp trên.";
    "awards.revoked.people" People Beside During(&[honours::REVOKED_PEOPLE]),
        "Cá nhân bị thu hồi khen thưởng" / "People whose honour was revoked", "Theo ngày quyết định thu hồi; số đã khen của kỳ trước không đổi.";
    "awards.revoked.collectives" Collectives Beside During(&[honours::REVOKED_COLLECTIVES]),
        "Tập thể bị thu hồi khen thưởng" / "Collectives whose honour was revoked", "Theo ngày quyết định thu hồi; số đã khen của kỳ trước không đổi.";
    "awards.grades.first" Prizes Beside During(&[honours::GRADE_FIRST]),
        "Giải thưởng công đoàn, mức một" / "Union prizes of the first grade", "Giải thưởng có mức, hạng, do công đoàn tặng; không kể giải hội thi.";
    "awards.grades.second" Prizes Beside During(&[honours::GRADE_SECOND]),
        "Giải thưởng công đoàn, mức hai" / "Union prizes of the second grade", "Như trên.";
    "awards.grades.third" Prizes Beside During(&[honours::GRADE_THIRD]),
        "Giải thưởng công đoàn, mức ba" / "Union prizes of the third grade", "Như trên.";
    "emulation.movements" Movements Beside During(&[honours::MOVEMENTS]),
        "Phong trào thi đua phát động" / "Movements launched", "Theo ngày bắt đầu, ở nơi phát động.";
    "emulation.waves" Movements Beside During(&[honours::WAVES]),
        "Đợt thi đua cao điểm phát động" / "Waves launched", "Theo ngày bắt đầu, ở nơi phát động.";
    "contests.entries" Attendances Beside During(&[honours::ENTRIES]),
        "Lượt đơn vị dự thi" / "Entries of units", "Đơn vị dự hai hội thi tính hai.";
    "contests.contestants" Attendances Beside During(&[honours::CONTESTANTS]),
        "Lượt thí sinh" / "Attendances of contestants", "Người thi hai lần tính hai; số người đếm riêng ở trang hội thi.";
    "contests.prizes.first" Prizes Beside During(&[honours::PRIZE_FIRST]),
        "Giải nhất hội thi" / "First prizes of contests", "Giải đã trao ở hội thi.";
    "contests.prizes.second" Prizes Beside During(&[honours::PRIZE_SECOND]),
        "Giải nhì hội thi" / "Second prizes of contests", "Giải đã trao ở hội thi.";
    "contests.prizes.third" Prizes Beside During(&[honours::PRIZE_THIRD]),
        "Giải ba hội thi" / "Third prizes of contests", "Giải đã trao ở hội thi.";
    "contests.prizes.consolation" Prizes Beside During(&[honours::PRIZE_CONSOLATION]),
        "Giải khuyến khích hội thi" / "Consolation prizes of contests", "Giải đã trao ở hội thi.";
    "initiatives.recognised.grassroots" Initiatives Beside During(&[honours::INITIATIVES_GRASSROOTS]),
        "Sáng kiến được công nhận, khen cấp cơ sở" / "Initiatives recognised at the grassroots", "Mỗi cấp công nhận tính ở cấp đó.";
    "initiatives.recognised.district" Initiatives Beside During(&[honours::INITIATIVES_DISTRICT]),
        "Sáng kiến được công nhận, khen cấp trên trực tiếp cơ sở" / "Initiatives recognised above the grassroots", "Mỗi cấp công nhận tính ở cấp đó.";
    "initiatives.recognised.city" Initiatives Beside During(&[honours::INITIATIVES_CITY]),
        "Sáng kiến được công nhận, khen cấp tỉnh, thành phố" / "Initiatives recognised by the province or city", "Mỗi cấp công nhận tính ở cấp đó.";
    "initiatives.recognised.tld" Initiatives Beside During(&[honours::INITIATIVES_TLD]),
        "Sáng kiến Tổng Liên đoàn công nhận, khen" / "Initiatives recognised by the confederation", "Mỗi cấp công nhận tính ở cấp đó.";
    "initiatives.experience.grassroots" Initiatives Beside During(&[honours::EXPERIENCE_GRASSROOTS]),
        "Sáng kiến kinh nghiệm cấp cơ sở" / "Experience initiatives at the grassroots", "Của khối giáo dục.";
    "initiatives.experience.district" Initiatives Beside During(&[honours::EXPERIENCE_DISTRICT]),
        "Sáng kiến kinh nghiệm cấp quận, huyện" / "Experience initiatives of the district", "Của khối giáo dục; chỗ chỉ có con số thì truy vết nói rõ.";
    "initiatives.experience.city" Initiatives Beside During(&[honours::EXPERIENCE_CITY]),
        "Sáng kiến kinh nghiệm cấp tỉnh, thành phố" / "Experience initiatives of the province or city", "Của khối giáo dục; chỗ chỉ có con số thì truy vết nói rõ.";
    "initiatives.benefit_vnd" Dong Beside During(&[honours::BENEFIT]),
        "Giá trị làm lợi của sáng kiến (đồng)" / "Benefit of initiatives (đồng)", "Tính một lần, ở cấp công nhận đầu tiên.";
    "scores.ranked.first" Units Beside During(&[honours::RANKED_FIRST]),
        "Công đoàn cơ sở xếp loại năm, mức một" / "Unions ranked for the year, first grade", "Theo ngày quyết định xếp loại. Hoàn thành xuất sắc nhiệm vụ; theo quy định trước 14/8/2019 là vững mạnh.";
    "scores.ranked.second" Units Beside During(&[honours::RANKED_SECOND]),
        "Công đoàn cơ sở xếp loại năm, mức hai" / "Unions ranked for the year, second grade", "Theo ngày quyết định xếp loại. Hoàn thành tốt nhiệm vụ; theo quy định trước 14/8/2019 là khá.";
    "scores.ranked.third" Units Beside During(&[honours::RANKED_THIRD]),
        "Công đoàn cơ sở xếp loại năm, mức ba" / "Unions ranked for the year, third grade", "Theo ngày quyết định xếp loại. Hoàn thành nhiệm vụ; theo quy định trước 14/8/2019 là trung bình.";
    "scores.ranked.fourth" Units Beside During(&[honours::RANKED_FOURTH]),
        "Công đoàn cơ sở xếp loại năm, mức bốn" / "Unions ranked for the year, fourth grade", "Theo ngày quyết định xếp loại. Không hoàn thành nhiệm vụ; theo quy định trước 14/8/2019 là yếu.";
    "scores.half.first" Units Beside During(&[honours::HALF_FIRST]),
        "Công đoàn cơ sở xếp loại nửa năm, mức một" / "Unions ranked for a half-year, first grade", "Theo ngày quyết định xếp loại. Hoàn thành xuất sắc nhiệm vụ; theo quy định trước 14/8/2019 là vững mạnh.";
    "scores.half.second" Units Beside During(&[honours::HALF_SECOND]),
        "Công đoàn cơ sở xếp loại nửa năm, mức hai" / "Unions ranked for a half-year, second grade", "Theo ngày quyết định xếp loại. Hoàn thành tốt nhiệm vụ; theo quy định trước 14/8/2019 là khá.";
    "scores.half.third" Units Beside During(&[honours::HALF_THIRD]),
        "Công đoàn cơ sở xếp loại nửa năm, mức ba" / "Unions ranked for a half-year, third grade", "Theo ngày quyết định xếp loại. Hoàn thành nhiệm vụ; theo quy định trước 14/8/2019 là trung bình.";
    "scores.half.fourth" Units Beside During(&[honours::HALF_FOURTH]),
        "Công đoàn cơ sở xếp loại nửa năm, mức bốn" / "Unions ranked for a half-year, fourth grade", "Theo ngày quyết định xếp loại. Không hoàn thành nhiệm vụ; theo quy định trước 14/8/2019 là yếu.";
}
