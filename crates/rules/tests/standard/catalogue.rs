//! What the shipped catalogue says.

use kernel::Day;
use rules::{Catalogue, Mark, Rounding, RuleFile, Sort, Subject};

fn on(day: &str) -> Day {
    Day::parse(day).expect("a day")
}

#[test]
fn the_shipped_files_hold() {
    let read = Catalogue::read(&Catalogue::shipped());
    assert!(read.is_ok(), "{}", read.err().map(|refusal| refusal.to_string()).unwrap_or_default());
    assert!(Catalogue::standard().awards().len() > 25);
}

#[test]
fn every_file_of_the_folder_is_shipped() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../regulations/awards");
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| format!("regulations/awards/{name}"))
        .collect();
    there.sort();
    let mut shipped: Vec<String> = Catalogue::shipped().into_iter().map(|file| file.name).collect();
    shipped.sort();
    assert_eq!(shipped, there);
}

#[test]
fn every_award_of_the_names_that_proof_checks_stands_in_the_catalogue() {
    let catalogue = Catalogue::standard();
    let shipped = Catalogue::shipped();
    let names = shipped.iter().find(|file| file.name.ends_with("names.toml")).unwrap();
    let wanted = names.text.lines().filter_map(|line| line.strip_prefix("name = \""));
    let missing: Vec<&str> = wanted
        .map(|name| name.trim_end_matches('"'))
        .filter(|name| !catalogue.awards().iter().any(|award| award.names.name == *name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_medal_is_one_award_under_its_right_name_and_the_printed_look_alike_is_none() {
    let catalogue = Catalogue::standard();
    let (medal, right) =
        catalogue.by_name("vì sự nghiệp xây dựng tổ chức công đoàn").expect("the medal");
    assert_eq!((medal.code.as_str(), right), ("tld.ky_niem_chuong", true));
    assert_eq!(medal.title(), "Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”");
    let (meant, right) =
        catalogue.by_name("Vì sự nghiệp phát triển Công đoàn Việt Nam").expect("what is meant");
    assert_eq!((meant.code.as_str(), right), ("tld.ky_niem_chuong", false));
    assert!(medal.once && medal.sort == Sort::Medal && !medal.is_title());
}

#[test]
fn a_renamed_title_is_found_under_the_name_of_its_day() {
    let catalogue = Catalogue::standard();
    let names = |day| {
        let of_day = catalogue.on(on(day)).filter(|award| award.code.starts_with("ctt.cdcs_"));
        of_day.map(|award| award.names.name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(names("2019-08-13"), ["Công đoàn cơ sở vững mạnh"]);
    assert_eq!(names("2019-08-14"), ["Công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ"]);
    let old = catalogue.by_code("ctt.cdcs_vung_manh").unwrap();
    assert_eq!(old.followed_by.as_deref(), Some("ctt.cdcs_hoan_thanh_xuat_sac"));
}

#[test]
fn money_is_the_base_salary_of_the_decisions_day_times_the_coefficient_rounded_up() {
    let catalogue = Catalogue::standard();
    // Worked by hand: 0,3 × 2.340.000 = 702.000; 0,6 × 2.530.000 = 1.518.000; 0,8 × 1.490.000 = 1.192.000.
    for (award, subject, day, exact, rounded) in [
        ("nha_nuoc.lao_dong_tien_tien", Subject::Person, "2025-07-28", 702_000, 710_000),
        ("nha_nuoc.lao_dong_tien_tien", Subject::Person, "2026-07-01", 759_000, 760_000),
        ("tld.ky_niem_chuong", Subject::Person, "2025-07-28", 1_404_000, 1_410_000),
        ("tld.ky_niem_chuong", Subject::Person, "2026-07-28", 1_518_000, 1_520_000),
        (
            "nha_nuoc.tap_the_lao_dong_tien_tien",
            Subject::Collective,
            "2020-01-15",
            1_192_000,
            1_200_000,
        ),
        ("nha_nuoc.bang_khen_thu_tuong", Subject::Person, "2026-07-01", 8_855_000, 8_860_000),
    ] {
        let amount = catalogue.amount(award, subject, on(day)).expect(award);
        assert_eq!((amount.exact_vnd, amount.vnd), (exact, rounded), "{award} {day}");
    }
    let medal = catalogue.amount("tld.ky_niem_chuong", Subject::Person, on("2026-07-28")).unwrap();
    assert!(medal.price.is_ceiling);
    assert_eq!(medal.price.coefficient.vi(), "0,6");
}

#[test]
fn no_money_is_worked_out_from_a_guess_or_for_a_coefficient_nobody_read() {
    let catalogue = Catalogue::standard();
    let amount = |award, day| catalogue.amount(award, Subject::Person, on(day));
    // The base salary of 2022 stands in the files marked as unverified.
    assert!(amount("nha_nuoc.lao_dong_tien_tien", "2022-01-15").is_none());
    assert!(amount("nha_nuoc.bang_khen_bo_tinh", "2025-01-15").is_none());
    let shown = catalogue.prices("nha_nuoc.bang_khen_bo_tinh", on("2025-01-15"));
    assert_eq!(shown.iter().map(|price| price.source.mark).collect::<Vec<_>>(), [Mark::Guess]);
    assert!(amount("ctt.giay_khen", "2025-07-28").is_none());
    assert!(amount("tld.ky_niem_chuong", "2024-07-28").is_none());
}

#[test]
fn each_rounding_rounds_as_it_says() {
    for (amount, up, nearest) in [
        (702_000, 710_000, 700_000),
        (1_192_000, 1_200_000, 1_190_000),
        (2_024_000, 2_030_000, 2_020_000),
        (5_000, 10_000, 10_000),
        (2_340_000, 2_340_000, 2_340_000),
        (0, 0, 0),
    ] {
        assert_eq!(Rounding::Up.of(amount), up);
        assert_eq!(Rounding::Nearest.of(amount), nearest);
        assert_eq!(Rounding::Exact.of(amount), amount);
    }
}

#[test]
fn a_folder_takes_the_place_of_a_shipped_file_and_adds_others() {
    let own = RuleFile {
        name: "/etc/ketdoan/regulations/ha_noi.toml".into(),
        text: String::from(
            "layer = \"tinh\"\nowner = \"HN\"\n[[award]]\ncode = \"tinh.nguoi_tot\"\nname = \"Người tốt\"\n\
             sort = \"danh_hieu\"\nsubjects = [\"ca_nhan\"]\nlevel = \"tinh\"\nsource = \"Quy chế\"\n\
             confidence = \"R\"\nfrom = \"2020-01-01\"\n",
        ),
    };
    let catalogue = Catalogue::with(vec![own]).unwrap();
    assert!(catalogue.by_code("tinh.nguoi_tot").is_some());
    assert!(catalogue.by_code("tinh.cong_nhan_gioi_thu_do").is_none());
    assert!(catalogue.by_code("tld.ky_niem_chuong").is_some());
}
