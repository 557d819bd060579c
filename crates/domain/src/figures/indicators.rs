//! The indicators: formulas over accounts, with their names and what they count.

mod activities;
mod honours;

use kernel::Text;
use ledger::account::{self, Account, CountKind};

/// How an indicator is worked out from the sums of its accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The stock before the first day.
    Opening(Account),
    /// The stock at the end of the last day.
    Closing(Account),
    /// What the accounts counted in the period.
    During(&'static [Account]),
    /// What the first counted, less what the second counted.
    Rest(Account, Account),
}

/// Its part in opening + in − out = closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The stock at the beginning.
    Opening,
    /// An increase.
    Increase,
    /// A decrease.
    Decrease,
    /// The stock at the end.
    Closing,
    /// Told besides; not a part of the sum.
    Beside,
}

/// An indicator.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// The stable code.
    pub code: &'static str,
    /// What it counts; kinds never add up with one another.
    pub kind: CountKind,
    /// The formula.
    pub what: What,
    /// Its part in the movement table.
    pub part: Part,
    /// Its name.
    pub name: Text,
    /// Told to the reader who asks what it counts.
    pub meaning: &'static str,
}

macro_rules! indicators {
    ($list:ident: $($code:literal $kind:ident $part:ident $what:expr, $vi:literal / $en:literal, $meaning:literal;)*) => {
        pub(super) const $list: &[Indicator] = &[$(Indicator {
            code: $code, kind: CountKind::$kind, part: Part::$part, what: $what, name: Text::new($vi, $en),
            meaning: $meaning,
        },)*];
    };
}
pub(crate) use indicators;

/// Every indicator, in its printed order.
pub const INDICATORS: &[Indicator] = &joined::<
    { BOOKS.len() + activities::ACTIVITIES.len() + honours::HONOURS.len() },
>([BOOKS, activities::ACTIVITIES, honours::HONOURS]);

/// Lists in one.
const fn joined<const N: usize>(lists: [&[Indicator]; 3]) -> [Indicator; N] {
    let mut all = [lists[0][0]; N];
    let (mut list, mut place) = (0, 0);
    while list < lists.len() {
        let mut each = 0;
        while each < lists[list].len() {
            all[place] = lists[list][each];
            each += 1;
            place += 1;
        }
        list += 1;
    }
    all
}

use What::{Closing, During, Opening, Rest};
use account as a;

const WOMEN: Account = Account(a::MEMBERS.0 + a::WOMEN);
const WOMEN_ADMITTED: Account = Account(a::ADMITTED.0 + a::WOMEN);

indicators! { BOOKS:
    "members.opening" People Opening Opening(a::MEMBERS), "Đoàn viên đầu kỳ" / "Members at the beginning",
        "Đoàn viên của các đơn vị thuộc phạm vi, cuối ngày trước kỳ.";
    "members.brought_forward" People Increase During(&[a::BROUGHT_FORWARD]),
        "Đưa vào sổ ban đầu" / "Brought forward", "Đoàn viên đã có khi bắt đầu ghi sổ; không phải kết nạp trong kỳ.";
    "members.admitted" People Increase During(&[a::ADMITTED]), "Kết nạp đoàn viên" / "Members admitted",
        "Người được kết nạp trong kỳ theo ngày hiệu lực; không tính công nhận và chuyển sinh hoạt.";
    "members.recognised" People Increase During(&[a::RECOGNISED]), "Công nhận đoàn viên" / "Members recognised",
        "Người được công nhận là đoàn viên, không tính là kết nạp mới.";
    "members.restored" People Increase During(&[a::RESTORED]), "Gia nhập lại" / "Members restored",
        "Người đã thôi, nay trở lại; mở một quá trình đoàn viên mới.";
    "members.transferred_in" People Increase During(&[a::TRANSFERRED_IN, a::MERGED_IN]),
        "Chuyển đến" / "Transferred in", "Chuyển sinh hoạt từ ngoài phạm vi đến; chuyển trong phạm vi không tính.";
    "members.came_with_units" People Increase During(&[a::CAME_WITH_UNITS]),
        "Về theo đơn vị" / "Came with units", "Đoàn viên của đơn vị được đưa về phạm vi trong kỳ.";
    "members.transferred_out" People Decrease During(&[a::TRANSFERRED_OUT, a::MERGED_OUT]),
        "Chuyển đi" / "Transferred out", "Chuyển sinh hoạt ra ngoài phạm vi; chuyển trong phạm vi không tính.";
    "members.in_transit" People Decrease During(&[a::SENT]), "Đang chờ tiếp nhận, tăng thêm" / "In transit, change",
        "Đã có giấy giới thiệu đi mà nơi đến chưa tiếp nhận: số tăng thêm trong kỳ.";
    "members.left" People Decrease During(&[a::LEFT_RETIRED, a::LEFT_JOB_ENDED, a::LEFT_OWN_WISH, a::LEFT_DIED,
        a::LEFT_EXPELLED, a::LEFT_ABROAD, a::LEFT_OTHER]),
        "Nghỉ, thôi là đoàn viên" / "Left", "Mọi lý do: nghỉ hưu, nghỉ việc, xin ra, qua đời, khai trừ, khác.";
    "members.ended_with_unit" People Decrease During(&[a::ENDED_STRUCK_OFF, a::ENDED_DISSOLVED]),
        "Thôi do đơn vị kết thúc" / "Ended with their unit", "Đoàn viên của đơn vị bị xóa tên hoặc giải thể trong kỳ.";
    "members.corrected" People Decrease During(&[a::CORRECTED]), "Xóa khỏi sổ do ghi sai" / "Recorded in error",
        "Sửa sổ, không phải giảm hoạt động.";
    "members.went_with_units" People Decrease During(&[a::WENT_WITH_UNITS]),
        "Đi theo đơn vị" / "Went with units", "Đoàn viên của đơn vị chuyển khỏi phạm vi trong kỳ.";
    "members.closing" People Closing Closing(a::MEMBERS), "Đoàn viên cuối kỳ" / "Members at the end",
        "Đoàn viên của các đơn vị thuộc phạm vi, cuối ngày cuối kỳ.";
    "members.closing.women" People Beside Closing(WOMEN), "Trong đó nữ" / "Of these, women",
        "Đoàn viên nữ cuối kỳ.";
    "members.admitted.women" People Beside During(&[WOMEN_ADMITTED]), "Kết nạp, trong đó nữ" / "Admitted, women",
        "Nữ được kết nạp trong kỳ.";
    "members.left.retired" People Beside During(&[a::LEFT_RETIRED]), "Nghỉ hưu" / "Left: retired", "Thôi do nghỉ hưu.";
    "members.left.job_ended" People Beside During(&[a::LEFT_JOB_ENDED]), "Chấm dứt hợp đồng, nghỉ việc" / "Left: job ended",
        "Thôi do chấm dứt hợp đồng mà không chuyển sinh hoạt.";
    "members.left.own_wish" People Beside During(&[a::LEFT_OWN_WISH]), "Xin ra khỏi tổ chức" / "Left: own wish",
        "Thôi theo nguyện vọng.";
    "members.left.died" People Beside During(&[a::LEFT_DIED]), "Qua đời" / "Left: died", "Qua đời.";
    "members.left.expelled" People Beside During(&[a::LEFT_EXPELLED]), "Khai trừ" / "Left: expelled", "Bị khai trừ.";
    "members.left.abroad" People Beside During(&[a::LEFT_ABROAD]), "Đi nước ngoài" / "Left: went abroad",
        "Thôi do đi nước ngoài.";
    "members.left.other" People Beside During(&[a::LEFT_OTHER]), "Lý do khác" / "Left: other", "Lý do khác, hoặc chưa rõ.";

    "units.opening" Units Opening Opening(a::UNITS), "Công đoàn cơ sở đầu kỳ" / "Grassroots unions at the beginning",
        "Công đoàn cơ sở, nghiệp đoàn cơ sở thuộc phạm vi, cuối ngày trước kỳ.";
    "units.brought_forward" Units Increase During(&[a::UNITS_BROUGHT_FORWARD]),
        "Đưa vào sổ ban đầu" / "Brought forward", "Đơn vị đã có khi bắt đầu ghi sổ.";
    "units.founded" Units Increase During(&[a::FOUNDED]), "Thành lập công đoàn cơ sở" / "Unions founded",
        "Đơn vị được thành lập, công nhận trong kỳ.";
    "units.founded.new_method" Units Beside During(&[a::FOUNDED_NEW_METHOD]),
        "Thành lập theo phương thức mới" / "Founded by the new method",
        "Theo cách ghi của quyết định; sổ không tự suy ra phương thức.";
    "units.founded.new_method.members" People Beside During(&[a::FOUNDED_NEW_METHOD_MEMBERS]),
        "Đoàn viên của đơn vị lập theo phương thức mới" / "Members of units founded by the new method",
        "Số đoàn viên khi thành lập.";
    "units.founded.members" People Beside During(&[a::FOUNDED_MEMBERS]),
        "Đoàn viên khi thành lập" / "Members at the founding", "Số đoàn viên khi thành lập của các đơn vị mới.";
    "units.founded.min_members" Units Beside During(&[a::FOUNDED_MIN_MEMBERS]),
        "Thành lập có đủ số đoàn viên theo chỉ tiêu" / "Founded with the stated number of members",
        "Đủ số tối thiểu đang áp dụng vào ngày thành lập (tham số có thời hạn: 25 từ năm 2021).";
    "units.restored" Units Increase During(&[a::UNITS_RESTORED]), "Khôi phục" / "Restored", "Đơn vị đã kết thúc, nay hoạt động lại.";
    "units.formed" Units Increase During(&[a::SPLIT_IN, a::KIND_IN]), "Lập do chia, tách, hợp nhất, đổi loại" / "Formed",
        "Không phải thành lập mới.";
    "units.received" Units Increase During(&[a::UNITS_RECEIVED]), "Tiếp nhận" / "Received", "Đơn vị nhận bàn giao về phạm vi.";
    "units.received.members" People Beside During(&[a::RECEIVED_MEMBERS]), "Đoàn viên theo đơn vị tiếp nhận" / "Members received",
        "Đoàn viên của đơn vị nhận bàn giao, vào ngày nhận.";
    "units.came" Units Increase Rest(a::UNITS_CAME, a::UNITS_RECEIVED), "Về do sắp xếp tổ chức" / "Came by reorganisation",
        "Đơn vị về phạm vi do sắp xếp lại tổ chức, không phải bàn giao.";
    "units.handed_over" Units Decrease During(&[a::UNITS_HANDED_OVER]), "Bàn giao" / "Handed over", "Đơn vị bàn giao ra ngoài phạm vi.";
    "units.handed_over.members" People Beside During(&[a::HANDED_OVER_MEMBERS]),
        "Đoàn viên theo đơn vị bàn giao" / "Members handed over", "Đoàn viên của đơn vị bàn giao, vào ngày bàn giao.";
    "units.went" Units Decrease Rest(a::UNITS_WENT, a::UNITS_HANDED_OVER), "Đi do sắp xếp tổ chức" / "Went by reorganisation",
        "Đơn vị ra khỏi phạm vi do sắp xếp lại tổ chức, không phải bàn giao.";
    "units.struck_off" Units Decrease During(&[a::STRUCK_OFF]), "Xóa tên" / "Struck off", "Đơn vị bị xóa tên trong kỳ.";
    "units.struck_off.members" People Beside During(&[a::ENDED_STRUCK_OFF]),
        "Đoàn viên của đơn vị xóa tên" / "Members of units struck off", "Đoàn viên thôi cùng đơn vị bị xóa tên.";
    "units.merged" Units Decrease During(&[a::MERGED]), "Sáp nhập, hợp nhất, chia" / "Merged", "Đơn vị kết thúc, đoàn viên về đơn vị kế tiếp.";
    "units.dissolved" Units Decrease During(&[a::DISSOLVED, a::KIND_OUT]), "Giải thể, chấm dứt, đổi loại" / "Dissolved",
        "Đơn vị kết thúc mà không có đơn vị kế tiếp, hoặc thôi là công đoàn cơ sở.";
    "units.closing" Units Closing Closing(a::UNITS), "Công đoàn cơ sở cuối kỳ" / "Grassroots unions at the end",
        "Công đoàn cơ sở, nghiệp đoàn cơ sở thuộc phạm vi, cuối ngày cuối kỳ.";
}

/// The indicator with this code.
pub fn find(code: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.code == code)
}

impl Indicator {
    /// The accounts it is worked out from.
    pub fn accounts(&self) -> Vec<Account> {
        match self.what {
            Opening(account) | Closing(account) => vec![account],
            During(accounts) => accounts.to_vec(),
            Rest(all, part) => vec![all, part],
        }
    }

    /// The value in some sums, over the columns that pass.
    pub fn value(&self, sums: &ledger::views::Sums, passes: impl Fn(ledger::Class) -> bool) -> i64 {
        match self.what {
            Opening(account) => sums.of(account, passes).before,
            Closing(account) => sums.of(account, passes).closing(),
            During(accounts) => accounts.iter().map(|each| sums.of(*each, &passes).during).sum(),
            Rest(all, part) => sums.of(all, &passes).during - sums.of(part, &passes).during,
        }
    }
}
