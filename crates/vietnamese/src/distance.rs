//! How many letters two short words differ by.

/// Insertions, deletions and replacements, and swaps of neighbours, that turn one into the other
/// (optimal string alignment). For words of a few letters; the work grows with the product.
pub(crate) fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &y) in b.iter().enumerate() {
            let replaced = above[j] + usize::from(x != y);
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::edits;

    fn between(a: &str, b: &str) -> usize {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        edits(&chars(a), &chars(b))
    }

    #[test]
    fn changed_missing_added_and_swapped_letters_count_one_each() {
        assert_eq!(between("king", "kinh"), 1);
        assert_eq!(between("muong", "mong"), 1);
        assert_eq!(between("dao", "daoo"), 1);
        assert_eq!(between("knih", "kinh"), 1);
        assert_eq!(between("", "tay"), 3);
        assert_eq!(between("tay", "tay"), 0);
    }
}
