//! Blocks (khối) and kinds of unit: the two attributes by which every figure can be broken down.

use crate::Text;

/// Declares a closed list whose members have a stable code and a name in both languages.
macro_rules! catalogue {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident $code:literal $vi:literal $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)* }

        impl $name {
            /// Every member of the list, in its printed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code, as stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The member with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }

            /// The name a reader sees.
            pub const fn name(self) -> Text {
                match self { $(Self::$variant => Text::new($vi, $en),)* }
            }
        }
    };
}

catalogue! {
    /// Khối: the part of the economy or the state a grassroots union belongs to. It drives dues,
    /// duties of workplace democracy and the columns of every report (domain/operations, topic 3).
    Block {
        /// Administrative bodies and public-service units.
        Administrative "hcsn" "Hành chính, sự nghiệp" "Administrative and public service",
        /// Schools.
        Education "giao_duc" "Giáo dục" "Education",
        /// Ward and commune bodies.
        Ward "phuong" "Phường, xã" "Wards and communes",
        /// Enterprises the state owns or controls.
        StateEnterprise "dn_nn" "Doanh nghiệp nhà nước" "State enterprises",
        /// Enterprises outside the state.
        PrivateEnterprise "dn_ngoai_nn" "Doanh nghiệp ngoài nhà nước" "Non-state enterprises",
        /// Foreign-invested enterprises.
        ForeignInvested "fdi" "Doanh nghiệp có vốn đầu tư nước ngoài" "Foreign-invested enterprises",
        /// Co-operatives.
        Cooperative "htx" "Hợp tác xã" "Co-operatives",
        /// Unions of workers without one employer.
        TradeGuild "nghiep_doan" "Nghiệp đoàn" "Trade guilds",
        /// Not stated.
        Other "khac" "Chưa phân khối" "Not classified",
    }
}

catalogue! {
    /// What a unit is. Rank does not follow from the place in the tree: a ward union ranks as a grassroots
    /// union and still manages others.
    UnitKind {
        /// Tổng Liên đoàn.
        Confederation "tld" "Tổng Liên đoàn" "Confederation",
        /// Federation of a province or city.
        Province "tinh" "LĐLĐ tỉnh, thành phố" "Province or city federation",
        /// Central sector union.
        Sector "nganh" "Công đoàn ngành" "Sector union",
        /// District federation; the level ended on 1/7/2025.
        District "quan" "LĐLĐ quận, huyện" "District federation",
        /// Union of a commune, ward or special zone, since 2025.
        WardUnion "cd_phuong" "Công đoàn xã, phường, đặc khu" "Commune or ward union",
        /// Grassroots union.
        Grassroots "cdcs" "Công đoàn cơ sở" "Grassroots union",
        /// Grassroots union of a trade.
        Guild "nghiep_doan" "Nghiệp đoàn cơ sở" "Grassroots guild",
        /// Member union of a grassroots union.
        MemberUnion "cdcs_tv" "Công đoàn cơ sở thành viên" "Member union",
        /// Section of a grassroots union.
        Section "bo_phan" "Công đoàn bộ phận" "Section",
        /// Group.
        Group "to" "Tổ công đoàn" "Group",
        /// A union or federation whose books are kept elsewhere.
        External "ngoai" "Đơn vị ngoài sổ" "Kept elsewhere",
    }
}

impl UnitKind {
    /// Whether the unit is counted when grassroots unions are counted.
    pub const fn counts_as_grassroots(self) -> bool {
        matches!(self, Self::Grassroots | Self::Guild)
    }
}
