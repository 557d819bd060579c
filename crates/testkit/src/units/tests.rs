//! Tests of the generated units.
use super::*;

const AREA: Area = Area {
    prefix: "tx",
    name: "quận Thanh Xuân",
    within: ", Hà Nội",
    wards: &["Khương Trung", "Nhân Chính"],
    streets: &["Quan Nhân"],
};

#[test]
fn a_thousand_workplaces_have_a_thousand_names_and_codes() {
    let mut source = Workplaces::from_seed(1, AREA);
    let blocks =
        [Block::PrivateEnterprise, Block::Education, Block::ForeignInvested, Block::TradeGuild];
    let all: Vec<Workplace> = (0..1_000).map(|n| source.any(blocks[n % 4])).collect();
    let distinct = |of: fn(&Workplace) -> &str| all.iter().map(of).collect::<HashSet<_>>().len();
    assert_eq!(distinct(|each| &each.name), 1_000);
    assert_eq!(distinct(|each| &each.code), 1_000);
    for each in &all {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(each.code.len() <= 64 && each.code.bytes().all(plain), "{}", each.code);
        assert!(each.size >= 8);
    }
}

#[test]
fn the_same_seed_gives_the_same_workplaces() {
    let names = |seed| {
        let mut source = Workplaces::from_seed(seed, AREA);
        (0..20).map(|_| source.any(Block::PrivateEnterprise).name).collect::<Vec<_>>()
    };
    assert_eq!(names(3), names(3));
    assert_ne!(names(3), names(4));
}

#[test]
fn offices_come_once_and_then_no_more() {
    let mut source = Workplaces::from_seed(1, AREA);
    let offices = std::iter::from_fn(|| source.office()).count();
    assert_eq!(offices, words::OFFICES.len());
    assert_eq!(source.ward_body(1).name, "CĐCS phường Nhân Chính");
}
