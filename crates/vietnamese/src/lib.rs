//! The Vietnamese language as the books need it: folding, collation, names, numbers, dates, legacy encodings, identity numbers.
