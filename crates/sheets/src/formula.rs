//! Formulas as text: never run, only looked at for what leads out of the file.

use std::collections::HashSet;

/// Shared formulas of one sheet: only the first cell of a group holds the text.
#[derive(Default)]
pub(crate) struct Shared {
    external_groups: HashSet<u32>,
}

impl Shared {
    /// Whether a cell's formula leads out of the file, itself or by the group it belongs to.
    pub(crate) fn is_external(&mut self, text: &str, group: Option<u32>) -> bool {
        let known = group.is_some_and(|group| self.external_groups.contains(&group));
        let external = known || is_external(text);
        if let Some(group) = group.filter(|_| external) {
            self.external_groups.insert(group);
        }
        external
    }
}

/// Whether a formula refers to another file, to the network or to another program.
pub(crate) fn is_external(formula: &str) -> bool {
    let mut rest = formula;
    let mut before = '=';
    while let Some(character) = rest.chars().next() {
        let (token, after) = match character {
            '"' => quoted(rest, '"'),
            '\'' => quoted(rest, '\''),
            _ => rest.split_at(character.len_utf8()),
        };
        let leads_out = match character {
            '"' => is_address(token.trim_matches('"')),
            '\'' => token.contains('[') || is_address(token.trim_matches('\'')),
            // `[1]Sheet1!A1` names another workbook; `Table1[Column]` does not, nor does `[@x]`.
            '[' => !is_name_end(before) && after.split(']').nth(1).is_some_and(names_sheet),
            // `program|topic!item` talks to another program.
            '|' => after.contains('!'),
            _ => false,
        };
        if leads_out {
            return true;
        }
        before = character;
        rest = after;
    }
    let upper = formula.to_ascii_uppercase();
    ["WEBSERVICE(", "RTD(", "DDE(", "IMPORTDATA(", "IMPORTXML("]
        .iter()
        .any(|call| upper.contains(call))
}

/// What follows a workbook in brackets: a sheet's name or nothing, then an exclamation mark.
fn names_sheet(rest: &str) -> bool {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | ':')));
    end.is_some_and(|at| rest[at..].starts_with('!'))
}

fn is_name_end(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '.' | ']' | '[')
}

/// Splits after the closing quote; a text without one goes to the end.
fn quoted(text: &str, quote: char) -> (&str, &str) {
    let end = text[1..].find(quote).map_or(text.len(), |at| at + 2);
    text.split_at(end)
}

/// Whether a text starts as an address of the network or of another computer.
pub(crate) fn is_address(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(7).collect();
    let schemes = ["http:", "https:", "ftp:", "file:", "mailto:", "\\\\", "//", "www."];
    schemes.iter().any(|scheme| start.to_ascii_lowercase().starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_addresses_and_programs_lead_out() {
        for formula in [
            "'[DS nam truoc.xlsx]Sheet1'!$C$7",
            "[1]Sheet1!A1",
            "SUM([2]T1!A1:A3)",
            "'C:\\tmp\\[a.xlsx]S'!A1",
            "[3]!ten",
            "HYPERLINK(\"http://example.com/?id=7\",\"Yến\")",
            "WEBSERVICE(A1)",
            "cmd|' /C calc'!A0",
            "['file:///c:/ds.ods'#$Sheet1.A1]",
            "IF(A1=1,\"\\\\may-chu\\ds.xlsx\",0)",
        ] {
            assert!(is_external(formula), "{formula}");
        }
    }

    #[test]
    fn what_stays_in_the_file_does_not_lead_out() {
        for formula in [
            "A4+1",
            "\"0\"&\"816641704\"",
            "CONCATENATE(\"001092\",\"519995\")",
            "'Tổng hợp'!B5",
            "SUM(Bang1[Số đoàn viên])",
            "Bang1[[#This Row],[Nữ]]/Bang1[[#This Row],[Tổng]]",
            "[@Nữ]+1",
            "IF(A1<>\"\",\"a|b\",\"!\")",
            "SUM([.A1:.B2])+['Sheet 2'.A1]",
            "HYPERLINK(\"#Sheet2!A1\",\"xem\")",
            "\"",
            "'",
        ] {
            assert!(!is_external(formula), "{formula}");
        }
    }
}
