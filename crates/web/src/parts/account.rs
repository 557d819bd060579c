//! The name of an account of the ledger, as tables of postings show it.

use ledger::Account;

use crate::say::Say;
use crate::words;

/// The name; the facet of women says so.
pub(crate) fn account_name(say: Say, account: Account) -> String {
    let Some(definition) = account.definition() else { return account.0.to_string() };
    let name = say.text(definition.name);
    if account.is_women() {
        return say.fill(words::WOMEN_OF, &[("account", name)]);
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_called_as_the_catalogue_calls_it_and_women_are_told() {
        let say = Say::default();
        let told = [100, 1_100, 160, 222, 7].map(|number| account_name(say, Account(number)));
        let names =
            ["Đoàn viên", "Đoàn viên, nữ", "Về theo đơn vị", "Giải thể, chấm dứt hoạt động", "7"];
        assert_eq!(told, names);
    }
}
