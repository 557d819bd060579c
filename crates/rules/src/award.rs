//! What can be awarded: a title or a form, to whom, by which level.

use kernel::Text;
use serde::Deserialize;

use crate::{Lasts, Source};

/// Declares a list whose members have a stable code, read from the files, and a name in both languages.
macro_rules! list {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident $code:literal $vi:literal $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name { $($(#[$each])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// Every member, in its order.
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

list! {
    /// Who wrote a rule. A later layer stands below an earlier one and may only narrow it.
    Layer {
        /// The state.
        State "nha_nuoc" "Nhà nước" "State",
        /// The confederation.
        Confederation "tld" "Tổng Liên đoàn" "Confederation",
        /// A federation of a province or city, or a central sector union.
        Province "tinh" "LĐLĐ tỉnh, công đoàn ngành" "Province or sector union",
        /// A union below it.
        Unit "don_vi" "Đơn vị" "Unit",
    }
}

list! {
    /// The rung that decides an award, highest first.
    Level {
        /// The state: president, government, prime minister, and those the law of emulation names.
        State "nha_nuoc" "Nhà nước" "State",
        /// The confederation.
        Confederation "tld" "Tổng Liên đoàn" "Confederation",
        /// A federation of a province or city, or a central sector union.
        Province "tinh" "LĐLĐ tỉnh, công đoàn ngành trung ương" "Province or sector union",
        /// The union directly above the grassroots.
        Above "cap_tren" "Công đoàn cấp trên trực tiếp cơ sở" "Union directly above the grassroots",
        /// The grassroots union.
        Grassroots "co_so" "Công đoàn cơ sở" "Grassroots union",
    }
}

list! {
    /// What an award is. A title says what somebody is for a time; all others are things given.
    Sort {
        /// Danh hiệu thi đua.
        Title "danh_hieu" "Danh hiệu" "Title",
        /// Cờ thi đua.
        Flag "co" "Cờ thi đua" "Flag",
        /// Bằng khen.
        Merit "bang_khen" "Bằng khen" "Merit certificate",
        /// Giấy khen.
        Commendation "giay_khen" "Giấy khen" "Certificate of commendation",
        /// Bằng khác.
        Diploma "bang" "Bằng" "Diploma",
        /// Kỷ niệm chương.
        Medal "ky_niem_chuong" "Kỷ niệm chương" "Commemorative medal",
        /// Giải thưởng.
        Prize "giai_thuong" "Giải thưởng" "Prize",
    }
}

list! {
    /// Who is commended.
    Subject {
        /// An individual.
        Person "ca_nhan" "Cá nhân" "Individual",
        /// A collective.
        Collective "tap_the" "Tập thể" "Collective",
    }
}

/// What an award is called, and what it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The exact name.
    pub name: String,
    /// Other right names.
    pub aliases: Vec<String>,
    /// Names that were printed and do not exist.
    pub look_alikes: Vec<String>,
}

/// One award of the catalogue, for the days it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its code, such as `tld.ky_niem_chuong`: short, stable, ASCII.
    pub code: String,
    /// Its names.
    pub names: Names,
    /// What it is.
    pub sort: Sort,
    /// To whom it may go.
    pub subjects: Vec<Subject>,
    /// The rung that decides it.
    pub level: Level,
    /// Who created it.
    pub layer: Layer,
    /// Whose award it is when a province or a unit created it: the code of that unit.
    pub owner: Option<String>,
    /// The body that decides, when it is known.
    pub decided_by: Option<Decider>,
    /// Whether it is given once in a life.
    pub once: bool,
    /// How decisions are numbered, with `{so}` for the number: `{so}/QĐ-TLĐ`.
    pub series: Option<String>,
    /// What goes with it, such as a badge.
    pub items: Vec<String>,
    /// The award that took its place.
    pub followed_by: Option<String>,
    /// The days it can be given.
    pub lasts: Lasts,
    /// Where it stands.
    pub source: Source,
    /// What else a reader must know.
    pub note: Option<String>,
}

/// Who decides an award, with a mark of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decider {
    /// The body.
    pub body: String,
    /// How sure it is.
    pub mark: crate::Mark,
}

impl Award {
    /// Whether it is a title rather than a form.
    pub fn is_title(&self) -> bool {
        self.sort == Sort::Title
    }

    /// Its full name: `Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”`, `Giấy khen của công đoàn cơ sở`.
    pub fn title(&self) -> String {
        let sort = self.sort.name().vi;
        let first = sort.split(' ').next().unwrap_or(sort);
        // A name that says what it is, or quotes one, stands by itself.
        let says =
            self.names.name.split(' ').next() == Some(first) || self.names.name.contains('“');
        if says || self.is_title() {
            self.names.name.clone()
        } else {
            format!("{sort} “{}”", self.names.name)
        }
    }
}
