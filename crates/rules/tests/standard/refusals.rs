//! Every refusal of a file, each with its line.

use rules::{Catalogue, RuleFile};

/// A file that holds, one entry a sort; each row of the table spoils one line of it.
const GOOD: &str = r#"layer = "tld"
[[award]]
code = "tld.mot"
name = "Một"
sort = "danh_hieu"
subjects = ["ca_nhan"]
level = "tld"
source = "1/QĐ-TLĐ"
confidence = "R"
from = "2020-01-01"
to = "2020-12-31"
followed_by = "tld.mot"
[[base_salary]]
vnd = 1000000
source = "Nghị định"
confidence = "R"
from = "2020-01-01"
[[rounding]]
mode = "ceil_10k"
source = "Nghị định"
confidence = "R"
from = "2020-01-01"
[[money]]
award = "tld.mot"
subject = "ca_nhan"
coefficient = "0.5"
source = "Nghị định"
confidence = "R"
from = "2020-01-01"
"#;

fn read(text: &str) -> Result<Catalogue, kernel::Refusal> {
    Catalogue::read(&[RuleFile { name: "thu.toml".into(), text: text.into() }])
}

/// What is written in place of what, the code of the refusal, and its line.
const SPOILT: &[(&str, &str, &str, usize)] = &[
    ("layer = \"tld\"", "layer = \"xa\"", "rule_unreadable", 1),
    ("layer = \"tld\"", "layer = \"tinh\"", "rule_owner", 1),
    ("layer = \"tld\"", "layer = \"tld\"\nowner = \"HN\"", "rule_owner", 1),
    ("sort = \"danh_hieu\"", "sort = \"huan_chuong\"", "rule_unreadable", 5),
    ("sort = \"danh_hieu\"", "sort = \"danh_hieu\"\ncolour = \"red\"", "rule_unreadable", 6),
    (
        "confidence = \"R\"\nfrom = \"2020-01-01\"\nto",
        "confidence = \"X\"\nfrom = \"2020-01-01\"\nto",
        "rule_unreadable",
        9,
    ),
    ("from = \"2020-01-01\"\nto", "from = \"1/1/2020\"\nto", "rule_bad_day", 2),
    ("to = \"2020-12-31\"", "to = \"2019-12-31\"", "rule_days_reversed", 2),
    ("source = \"1/QĐ-TLĐ\"", "source = \" \"", "rule_without_source", 2),
    ("code = \"tld.mot\"\nname", "code = \"Một\"\nname", "rule_bad_code", 2),
    ("subjects = [\"ca_nhan\"]", "subjects = []", "rule_without_subject", 2),
    ("name = \"Một\"", "names = \"khong_co\"", "rule_unknown_names", 2),
    ("name = \"Một\"\n", "", "rule_without_name", 2),
    ("followed_by = \"tld.mot\"", "followed_by = \"tld.hai\"", "rule_unknown_award", 2),
    ("vnd = 1000000", "vnd = 0", "rule_bad_amount", 13),
    ("coefficient = \"0.5\"", "coefficient = \"-1\"", "rule_bad_coefficient", 23),
    ("award = \"tld.mot\"", "award = \"tld.hai\"", "rule_unknown_award", 23),
    ("subject = \"ca_nhan\"", "subject = \"tap_the\"", "rule_wrong_subject", 23),
    (
        "[[rounding]]",
        "[[base_salary]]\nvnd = 2000000\nsource = \"N\"\nconfidence = \"R\"\nfrom = \"2021-01-01\"\n[[rounding]]",
        "rule_twice",
        18,
    ),
];

#[test]
fn every_fault_of_a_file_is_refused_with_its_line_and_a_remedy() {
    assert!(read(GOOD).is_ok());
    for (right, wrong, code, line) in SPOILT {
        let text = GOOD.replacen(right, wrong, 1);
        assert_ne!(text, GOOD, "{right}");
        let refusal = read(&text).err().unwrap_or_else(|| panic!("{wrong} passes"));
        assert_eq!(refusal.code, *code, "{wrong}: {refusal}");
        let place = format!("thu.toml, dòng {line}: ");
        assert!(refusal.message.starts_with(&place), "{wrong}: {refusal}");
        assert!(!refusal.remedy.is_empty());
    }
}

#[test]
fn a_lower_layer_neither_takes_an_award_of_an_upper_one_nor_decides_above_itself() {
    let upper = RuleFile { name: "tren.toml".into(), text: GOOD.into() };
    let lower = |text: &str| {
        let text = format!("layer = \"tinh\"\nowner = \"HN\"\n{text}");
        Catalogue::read(&[upper.clone(), RuleFile { name: "duoi.toml".into(), text }])
    };
    let award = "[[award]]\ncode = \"CODE\"\nname = \"Một\"\nsort = \"danh_hieu\"\nsubjects = [\"ca_nhan\"]\n\
                 level = \"LEVEL\"\nsource = \"N\"\nconfidence = \"R\"\nfrom = \"2022-01-01\"\n";
    let given = |code: &str, level: &str| award.replace("CODE", code).replace("LEVEL", level);
    assert!(lower(&given("tinh.mot", "tinh")).is_ok());
    let taken = lower(&given("tld.mot", "tinh")).expect_err("taken");
    assert_eq!(taken.code, "rule_takes_upper");
    assert!(taken.message.starts_with("duoi.toml, dòng 3: "), "{taken}");
    let above = lower(&given("tinh.mot", "tld")).expect_err("above");
    assert_eq!(above.code, "rule_above_itself");
}

#[test]
fn a_file_that_no_hand_could_have_written_is_refused_before_it_is_read() {
    let long = format!("{GOOD}# {}", "x".repeat(1 << 20));
    assert_eq!(read(&long).err().map(|refusal| refusal.code), Some("rule_file_too_large"));
}
