//! Days and counts as people type them: `28/7/2024`, `2024-07-28` or three boxes; `1.400`.

use kernel::{Day, Refusal};

/// A day typed as one text; `d/m/yyyy` or ISO.
pub(crate) fn day(typed: &str) -> Result<Day, Refusal> {
    let parts: Vec<&str> = typed.trim().split(['/', '.']).map(str::trim).collect();
    if let [day, month, year] = &parts[..] {
        return boxes([day, month, year])?.ok_or_else(|| wrong(typed));
    }
    Day::parse(typed.trim()).map_err(|_| wrong(typed))
}

/// A day typed in three boxes; none when all of them are empty.
pub(crate) fn boxes([day, month, year]: [&str; 3]) -> Result<Option<Day>, Refusal> {
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let number = |text: &str| text.trim().parse::<i16>().ok();
    let found = match (number(day), number(month), number(year)) {
        (Some(day), Some(month), Some(year)) if (1000..=9999).contains(&year) => i8::try_from(day)
            .ok()
            .zip(i8::try_from(month).ok())
            .and_then(|(day, month)| Day::new(year, month, day)),
        _ => None,
    };
    found.map(Some).ok_or_else(|| wrong(&format!("{day}/{month}/{year}")))
}

/// A number of people or things as typed.
pub(crate) fn count(typed: &str) -> Result<i64, Refusal> {
    vietnamese::number::parse_integer(typed).map(|(count, _)| count).map_err(|_| {
        let typed: String = typed.chars().take(30).collect();
        Refusal::new(
            "bad_number",
            format!("“{typed}” không phải là một số"),
            "Ghi số nguyên như 1.400",
        )
    })
}

fn wrong(typed: &str) -> Refusal {
    let typed: String = typed.chars().take(30).collect();
    Refusal::new("bad_day", format!("“{typed}” không phải là một ngày"), "Viết như 28/7/2024")
}

#[cfg(test)]
mod tests {
    use super::{boxes, count, day};

    #[test]
    fn a_count_is_read_as_vietnamese_write_it_and_a_fraction_is_no_count() {
        assert_eq!(["40", "1.400", " 12 "].map(|typed| count(typed).unwrap()), [40, 1_400, 12]);
        for wrong in ["", "1,5", "1.5", "nhiều"] {
            assert_eq!(count(wrong).unwrap_err().code, "bad_number", "{wrong}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it_and_one_that_is_none_is_refused() {
        for (typed, iso) in [
            ("28/7/2024", "2024-07-28"),
            (" 2024-07-28 ", "2024-07-28"),
            ("1.2.2021", "2021-02-01"),
        ] {
            assert_eq!(day(typed).unwrap().to_string(), iso);
        }
        for wrong in ["", "31/6/2024", "7/2024", "mai", "1/1/24", "1/1/99999", "-1/1/2024"] {
            assert_eq!(day(wrong).unwrap_err().code, "bad_day", "{wrong}");
        }
        assert_eq!(boxes(["", "", ""]).unwrap(), None);
        assert!(boxes(["5", "", "2024"]).is_err());
    }
}
