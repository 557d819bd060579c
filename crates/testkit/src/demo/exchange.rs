//! Exchange in the demo: Hoàn Kiếm's report leaves as a package, Long Biên's comes from its own installation.

use domain::Result;
use domain::exchange::{NewKey, add_key, inside, pack, receive};
use domain::reports::{Key, find_form};
use kernel::{Actor, Day, Period};

use super::districts::HK;
use super::teller::{CITY_OFFICE, Teller};

/// What the installation of Long Biên sent: generated figures, signed by a key of the demo's own.
const LONG_BIEN: &[u8] = include_bytes!("long-bien-2021-h1.json");

/// What is done, and the day on which it is.
pub(super) const EVENTS: &[(&str, fn(&mut Teller) -> Result<()>)] = &[
    ("2021-07-15", Teller::trust_long_bien),
    ("2021-07-16", Teller::receive_long_bien),
    ("2021-09-23", Teller::pack_half_of_hoan_kiem),
];

fn city() -> Actor {
    Actor::operator(CITY_OFFICE)
}

impl Teller {
    /// The city trusts the key of Long Biên, once both read its fingerprint to each other.
    fn trust_long_bien(&mut self) -> Result<()> {
        let (body, signature) = inside(LONG_BIEN)?;
        let new = NewKey {
            unit: self.long_bien,
            key: signature.key,
            code: body.unit.code,
            from: Day::parse("2021-07-15")?,
            to: None,
            note: Some("Đọc dấu vân tay qua điện thoại với chị Hương, văn phòng quận".to_owned()),
        };
        add_key(&self.app, &city(), &new).map(drop)
    }

    fn receive_long_bien(&mut self) -> Result<()> {
        receive(&self.app, &city(), LONG_BIEN).map(drop)
    }

    fn pack_half_of_hoan_kiem(&mut self) -> Result<()> {
        let form = find_form("doan_vien_cdcs")?;
        let key = Key { unit: self.districts[HK], form, period: Period::parse("2021-H1")? };
        pack(&self.app, &self.actor(HK), &key, None).map(drop)
    }
}
