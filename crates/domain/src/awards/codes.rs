//! Lists of codes with their names in both languages, each an enum.

/// A list of codes with their names, as one enum.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident $code:literal $vi:literal / $en:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code.
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }

            /// The name.
            pub const fn name(self) -> kernel::Text { match self { $(Self::$variant => kernel::Text::new($vi, $en),)* } }

            /// The one with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }
        }
    };
}

pub(crate) use codes;
