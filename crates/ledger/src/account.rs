//! The accounts: what is counted, in which kind, and which flows make up which stock.
//!
//! A facet (women) is an account of its own with the same law: its number is that of the base account plus
//! [`WOMEN`]. Bridge accounts exist at scopes only; no unit ever posts to them.

pub mod activities;
pub mod honours;

use kernel::Text;

/// An account, by its number in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account(pub i32);

/// What one unit of quantity is. Kinds never add up with one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountKind {
    /// People.
    People,
    /// Grassroots unions.
    Units,
    /// Attendances: somebody who comes twice counts twice.
    Attendances,
    /// Meetings: conferences, dialogues.
    Meetings,
    /// Petitions.
    Petitions,
    /// Training classes.
    Classes,
    /// Cases: of advice, of dispute.
    Cases,
    /// Houses.
    Houses,
    /// Units of blood given.
    BloodUnits,
    /// Collective agreements.
    Agreements,
    /// Collectives of any sort: unions, groups, departments.
    Collectives,
    /// Prizes.
    Prizes,
    /// Initiatives.
    Initiatives,
    /// Movements and waves of emulation.
    Movements,
    /// Money, in đồng.
    Dong,
}

/// What a quantity on the account does to its stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// How many there are.
    Stock,
    /// Adds to the stock.
    In,
    /// Takes from the stock.
    Out,
    /// Counts something that feeds no stock.
    Plain,
    /// A unit came under the scope with what it had.
    BridgeIn,
    /// A unit went from the scope with what it had.
    BridgeOut,
    /// Told of a bridge a second time, by its cause; not part of the sum.
    BridgeDetail,
    /// A unit changed its class and moved between two columns of one scope.
    ClassIn,
    /// The other side of [`Role::ClassIn`].
    ClassOut,
}

/// The distance from an account to its facet of women.
pub const WOMEN: i32 = 1000;

/// An entry of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Its number.
    pub account: Account,
    /// Its stable code.
    pub code: &'static str,
    /// What it counts.
    pub kind: CountKind,
    /// What it does.
    pub role: Role,
    /// The stock it belongs to; itself for a stock, 0 for a plain count.
    pub stock: Account,
    /// Its name.
    pub name: Text,
}

macro_rules! accounts {
    ($($constant:ident = $number:literal $code:literal $kind:ident $role:ident of $stock:literal $vi:literal / $en:literal;)*) => {
        $(#[doc = $en] pub const $constant: Account = Account($number);)*

        /// The catalogue, in its printed order.
        pub const CATALOGUE: &[Definition] = &[$(Definition {
            account: Account($number), code: $code, kind: CountKind::$kind, role: Role::$role,
            stock: Account($stock), name: Text::new($vi, $en),
        },)*];
    };
}

accounts! {
    MEMBERS = 100 "members" People Stock of 100 "Đoàn viên" / "Members";
    BROUGHT_FORWARD = 109 "members.brought_forward" People In of 100 "Đưa vào sổ ban đầu" / "Brought forward when the books began";
    ADMITTED = 110 "members.admitted" People In of 100 "Kết nạp" / "Admitted";
    RECOGNISED = 111 "members.recognised" People In of 100 "Công nhận" / "Recognised";
    RESTORED = 112 "members.restored" People In of 100 "Khôi phục, gia nhập lại" / "Restored";
    TRANSFERRED_IN = 113 "members.transferred_in" People In of 100 "Chuyển đến" / "Transferred in";
    MERGED_IN = 114 "members.transferred_in.with_unit" People In of 100 "Chuyển đến theo đơn vị sáp nhập" / "Transferred in with a merged unit";
    TRANSFERRED_OUT = 120 "members.transferred_out" People Out of 100 "Chuyển đi" / "Transferred out";
    SENT = 121 "members.in_transit" People Out of 100 "Đã giới thiệu, chờ nơi đến tiếp nhận" / "In transit: sent, not yet received";
    MERGED_OUT = 122 "members.transferred_out.with_unit" People Out of 100 "Chuyển đi theo đơn vị sáp nhập" / "Transferred out with a merged unit";
    LEFT_RETIRED = 130 "members.left.retired" People Out of 100 "Nghỉ hưu" / "Left: retired";
    LEFT_JOB_ENDED = 131 "members.left.job_ended" People Out of 100 "Chấm dứt hợp đồng, nghỉ việc" / "Left: job ended";
    LEFT_OWN_WISH = 132 "members.left.own_wish" People Out of 100 "Xin ra khỏi tổ chức" / "Left: own wish";
    LEFT_DIED = 133 "members.left.died" People Out of 100 "Qua đời" / "Left: died";
    LEFT_EXPELLED = 134 "members.left.expelled" People Out of 100 "Khai trừ" / "Left: expelled";
    LEFT_ABROAD = 135 "members.left.abroad" People Out of 100 "Đi nước ngoài" / "Left: went abroad";
    LEFT_OTHER = 139 "members.left.other" People Out of 100 "Lý do khác" / "Left: other reason";
    ENDED_STRUCK_OFF = 140 "members.ended_with_unit.struck_off" People Out of 100 "Thôi do đơn vị bị xóa tên" / "Ended with a unit struck off";
    ENDED_DISSOLVED = 141 "members.ended_with_unit.dissolved" People Out of 100 "Thôi do đơn vị kết thúc" / "Ended with a unit dissolved";
    CORRECTED = 150 "members.corrected" People Out of 100 "Xóa khỏi sổ do ghi sai, ghi trùng" / "Removed as recorded in error";
    CAME_WITH_UNITS = 160 "members.came_with_units" People BridgeIn of 100 "Về theo đơn vị" / "Came with units";
    WENT_WITH_UNITS = 161 "members.went_with_units" People BridgeOut of 100 "Đi theo đơn vị" / "Went with units";
    RECEIVED_MEMBERS = 162 "units.received.members" People BridgeDetail of 100 "Đoàn viên theo đơn vị tiếp nhận" / "Members of units received";
    HANDED_OVER_MEMBERS = 163 "units.handed_over.members" People BridgeDetail of 100 "Đoàn viên theo đơn vị bàn giao" / "Members of units handed over";
    CLASS_IN = 164 "members.class_in" People ClassIn of 100 "Chuyển khối, loại hình vào" / "Reclassified in";
    CLASS_OUT = 165 "members.class_out" People ClassOut of 100 "Chuyển khối, loại hình ra" / "Reclassified out";

    UNITS = 200 "units" Units Stock of 200 "Công đoàn cơ sở" / "Grassroots unions";
    UNITS_BROUGHT_FORWARD = 209 "units.brought_forward" Units In of 200 "Đưa vào sổ ban đầu" / "Brought forward when the books began";
    FOUNDED = 210 "units.founded" Units In of 200 "Thành lập" / "Founded";
    UNITS_RESTORED = 211 "units.restored" Units In of 200 "Khôi phục" / "Restored";
    SPLIT_IN = 212 "units.split_in" Units In of 200 "Lập do chia, tách, hợp nhất" / "Formed by split or union";
    KIND_IN = 213 "units.kind_in" Units In of 200 "Đổi loại thành công đoàn cơ sở" / "Became a grassroots union";
    STRUCK_OFF = 220 "units.struck_off" Units Out of 200 "Xóa tên" / "Struck off";
    MERGED = 221 "units.merged" Units Out of 200 "Sáp nhập, hợp nhất, chia" / "Merged or divided";
    DISSOLVED = 222 "units.dissolved" Units Out of 200 "Giải thể, chấm dứt hoạt động" / "Dissolved";
    KIND_OUT = 223 "units.kind_out" Units Out of 200 "Đổi loại, thôi là công đoàn cơ sở" / "No longer a grassroots union";
    FOUNDED_NEW_METHOD = 230 "units.founded.new_method" Units Plain of 0 "Thành lập theo phương thức mới" / "Founded by the new method";
    FOUNDED_MIN_MEMBERS = 231 "units.founded.min_members" Units Plain of 0 "Thành lập có đủ số đoàn viên tối thiểu theo chỉ tiêu" / "Founded with the stated number of members";
    FOUNDED_MEMBERS = 232 "units.founded.members" People Plain of 0 "Đoàn viên khi thành lập" / "Members at the founding";
    FOUNDED_NEW_METHOD_MEMBERS = 233 "units.founded.new_method.members" People Plain of 0 "Đoàn viên của đơn vị thành lập theo phương thức mới" / "Members of units founded by the new method";
    UNITS_CAME = 260 "units.came" Units BridgeIn of 200 "Về" / "Came under the scope";
    UNITS_WENT = 261 "units.went" Units BridgeOut of 200 "Đi" / "Went from the scope";
    UNITS_RECEIVED = 262 "units.received" Units BridgeDetail of 200 "Tiếp nhận" / "Received";
    UNITS_HANDED_OVER = 263 "units.handed_over" Units BridgeDetail of 200 "Bàn giao" / "Handed over";
    UNITS_CLASS_IN = 264 "units.class_in" Units ClassIn of 200 "Chuyển khối, loại hình vào" / "Reclassified in";
    UNITS_CLASS_OUT = 265 "units.class_out" Units ClassOut of 200 "Chuyển khối, loại hình ra" / "Reclassified out";
}

impl Account {
    /// The account without its facet.
    #[must_use]
    pub fn base(self) -> Self {
        Self(self.0 % WOMEN)
    }

    /// The same account, women only.
    #[must_use]
    pub fn women(self) -> Self {
        Self(self.0 % WOMEN + WOMEN)
    }

    /// Whether this is the facet of women.
    pub fn is_women(self) -> bool {
        self.0 >= WOMEN
    }

    /// Another base account in this account's facet.
    #[must_use]
    pub fn facet_of(self, base: Self) -> Self {
        Self(base.0 + (self.0 - self.base().0))
    }

    /// The entry of the catalogue; a number that is not in it is a plain count without a name.
    pub fn definition(self) -> Option<&'static Definition> {
        let base = self.base();
        if activities::holds(base.0) {
            return activities::definition(base);
        }
        if honours::NUMBERS.contains(&base.0) {
            return honours::definition(base);
        }
        CATALOGUE.iter().find(|each| each.account == base)
    }

    /// What a quantity on the account does.
    pub fn role(self) -> Role {
        self.definition().map_or(Role::Plain, |each| each.role)
    }

    /// The stable code, with `.women` for the facet.
    pub fn code(self) -> String {
        let code = self.definition().map_or("?", |each| each.code);
        if self.is_women() { format!("{code}.women") } else { code.to_owned() }
    }

    /// The stock the account belongs to, in the same facet; `None` for a plain count.
    pub fn stock(self) -> Option<Self> {
        let stock = self.definition()?.stock;
        (stock.0 != 0).then(|| self.facet_of(stock))
    }
}

/// The accounts that carry a stock across a boundary between scopes or classes.
#[derive(Clone, Copy, Debug)]
pub struct BridgeAccounts {
    /// Came under the scope.
    pub came: Account,
    /// Went from the scope.
    pub went: Account,
    /// Came by a hand-over.
    pub received: Account,
    /// Went by a hand-over.
    pub handed_over: Account,
    /// Came into the column.
    pub class_in: Account,
    /// Went from the column.
    pub class_out: Account,
}

/// The bridge accounts of a stock, in its facet.
pub fn bridges_of(stock: Account) -> Option<BridgeAccounts> {
    let base = match stock.base() {
        MEMBERS => [
            CAME_WITH_UNITS,
            WENT_WITH_UNITS,
            RECEIVED_MEMBERS,
            HANDED_OVER_MEMBERS,
            CLASS_IN,
            CLASS_OUT,
        ],
        UNITS => [
            UNITS_CAME,
            UNITS_WENT,
            UNITS_RECEIVED,
            UNITS_HANDED_OVER,
            UNITS_CLASS_IN,
            UNITS_CLASS_OUT,
        ],
        _ => return None,
    };
    let [came, went, received, handed_over, class_in, class_out] =
        base.map(|each| stock.facet_of(each));
    Some(BridgeAccounts { came, went, received, handed_over, class_in, class_out })
}
