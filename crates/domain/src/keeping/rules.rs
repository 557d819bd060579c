//! The names of copies, and which of them are kept.

use kernel::{Id, Instant, Refusal};

/// Copies kept at most: two working weeks of a copy a day, and some before deeds that frighten.
pub const KEPT: usize = 14;

const BEGINS: &str = "sao-luu-";
const ENDS: &str = ".db";

/// The name of the copy a job makes: the same however often the job is begun.
pub(super) fn file_name(asked_at: Instant, job: Id) -> String {
    format!("{BEGINS}{}-{job}{ENDS}", asked_at.day())
}

/// Whether a name is that of a copy, and no way out of the folder.
pub(super) fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    name.len() < 80
        && name
            .strip_prefix(BEGINS)
            .and_then(|rest| rest.strip_suffix(ENDS))
            .is_some_and(|middle| !middle.is_empty() && middle.bytes().all(plain))
}

/// A copy as the choice sees it.
pub(super) struct Standing<'n> {
    pub(super) name: &'n str,
    /// Whether its last trial was good.
    pub(super) is_proven: bool,
}

/// The copies to remove, of all from the latest on: what is past the number kept, but never the latest one whose trial was
/// good.
pub(super) fn to_remove<'n>(latest_first: &[Standing<'n>]) -> Vec<&'n str> {
    let proven = latest_first.iter().position(|copy| copy.is_proven);
    let is_old = |(place, _): &(usize, &Standing<'_>)| *place >= KEPT && Some(*place) != proven;
    latest_first.iter().enumerate().filter(is_old).map(|(_, copy)| copy.name).collect()
}

pub(super) fn no_folder() -> Refusal {
    Refusal::new(
        "no_folder",
        "Chương trình chưa được chỉ thư mục để giữ bản sao lưu",
        "Chạy với --data, hoặc sao lưu bằng lệnh: ketdoan backup TỆP",
    )
}

pub(super) fn no_backup(name: &str) -> Refusal {
    let name: String = name.chars().take(80).collect();
    Refusal::new(
        "no_such_backup",
        format!("Không có bản sao lưu “{name}”"),
        "Mở lại danh sách bản sao lưu; bản cũ có thể đã được dọn",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_copies_are_names() {
        assert!(is_name(&file_name(Instant(0), Id(7))), "{}", file_name(Instant(0), Id(7)));
        for bad in [
            "",
            "books.db",
            "sao-luu-.db",
            "sao-luu-../../etc.db",
            "sao-luu-a/b.db",
            "sao-luu-a.db-wal",
            "ketdoan.key",
        ] {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn the_oldest_copies_go_but_never_the_last_proven_one() {
        let names: Vec<String> = (0..KEPT + 3).map(|number| number.to_string()).collect();
        let all = |proven: &[usize]| -> Vec<String> {
            let standing = |(place, name)| Standing { name, is_proven: proven.contains(&place) };
            let copies: Vec<Standing<'_>> =
                names.iter().map(String::as_str).enumerate().map(standing).collect();
            to_remove(&copies).into_iter().map(str::to_owned).collect()
        };
        assert_eq!(all(&[]), ["14", "15", "16"]);
        assert_eq!(all(&[15, 16]), ["14", "16"]);
        assert_eq!(all(&[3, 15]), ["14", "15", "16"]);
    }
}
