//! The chain of batches: one changed, moved, added or missing row changes every hash after it.

use crate::chain::{self, Field, GENESIS, TableDigest};

fn batch(rows: &[&[Field<'_>]]) -> chain::Hash {
    let mut digest = TableDigest::default();
    for row in rows {
        digest.row(row.iter().copied());
    }
    chain::seal(&GENESIS, [Field::Int(1), Field::Text("thư ký")], [("posting", digest)])
}

#[test]
fn any_change_to_a_row_changes_the_hash() {
    let row: &[Field<'_>] = &[Field::Int(1), Field::Text("ab"), Field::Null];
    let whole = batch(&[row, row]);
    let changed: &[&[&[Field<'_>]]] = &[
        &[row],
        &[row, row, row],
        &[row, &[Field::Int(2), Field::Text("ab"), Field::Null]],
        &[row, &[Field::Int(1), Field::Text("a"), Field::Text("b")]],
        &[row, &[Field::Int(1), Field::Bytes(b"ab"), Field::Null]],
        &[row, &[Field::Int(1), Field::Text("ab"), Field::Null, Field::Null]],
    ];
    for rows in changed {
        assert_ne!(batch(rows), whole);
    }
    assert_eq!(batch(&[row, row]), whole);
}

#[test]
fn rows_cannot_slide_from_one_table_into_another() {
    let mut digest = TableDigest::default();
    digest.row([Field::Int(1)]);
    let of = |name| chain::seal(&GENESIS, [], [(name, digest.clone())]);
    assert_ne!(of("posting"), of("target"));
}

#[test]
fn a_hash_reads_back_as_printed() {
    let hash = batch(&[]);
    assert_eq!(chain::from_hex(&chain::hex(&hash)), Some(hash));
    assert_eq!(chain::from_hex("xyz"), None);
    assert_eq!(chain::from_hex(&"é".repeat(32)), None);
}
