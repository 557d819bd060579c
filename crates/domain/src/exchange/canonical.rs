//! The one way in which a package is written: what RFC 8785 says of values without fractions.
//!
//! No blanks, the names of an object in order, whole numbers, text escaped no more than it must be. Two packages that say
//! the same are the same bytes, so a hash of them means something.

use serde_json::Value;

/// A value as its canonical bytes; none where it holds a fraction or a number out of range.
pub(super) fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    write(value, &mut bytes)?;
    Some(bytes)
}

/// 2⁵³ − 1: beyond it other programs would read another number.
const NUMBER_MAX: i64 = 9_007_199_254_740_991;

fn write(value: &Value, bytes: &mut Vec<u8>) -> Option<()> {
    match value {
        Value::Null => bytes.extend(b"null"),
        Value::Bool(true) => bytes.extend(b"true"),
        Value::Bool(false) => bytes.extend(b"false"),
        Value::Number(number) => {
            // No absolute value is taken: that of the smallest number there is is none.
            let is_whole = |whole: &i64| (-NUMBER_MAX..=NUMBER_MAX).contains(whole);
            let number = number.as_i64().filter(is_whole)?;
            bytes.extend(number.to_string().bytes());
        }
        Value::String(text) => write_text(text, bytes)?,
        Value::Array(items) => {
            bytes.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    bytes.push(b',');
                }
                write(item, bytes)?;
            }
            bytes.push(b']');
        }
        Value::Object(fields) => {
            // Whatever order a map keeps: the names of a package are ASCII, so their bytes order them.
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            bytes.push(b'{');
            for (at, (name, item)) in fields.into_iter().enumerate() {
                if at > 0 {
                    bytes.push(b',');
                }
                write_text(name, bytes)?;
                bytes.push(b':');
                write(item, bytes)?;
            }
            bytes.push(b'}');
        }
    }
    Some(())
}

fn write_text(text: &str, bytes: &mut Vec<u8>) -> Option<()> {
    serde_json::to_writer(bytes, text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_order_text_is_escaped_once_and_fractions_have_no_place() {
        let value: Value =
            serde_json::from_str(r#"{ "b": [1, -2, true, null], "a": "Đ\u0111\n\u0001\/\"" }"#)
                .unwrap();
        let text = String::from_utf8(bytes_of(&value).unwrap()).unwrap();
        assert_eq!(text, "{\"a\":\"Đđ\\n\\u0001/\\\"\",\"b\":[1,-2,true,null]}");
        let smallest = "-9223372036854775808";
        for bad in ["1.5", "[1e3]", "9007199254740992", "18446744073709551615", smallest] {
            assert_eq!(bytes_of(&serde_json::from_str(bad).unwrap()), None, "{bad}");
        }
    }
}
