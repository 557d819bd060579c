//! The business of a federation, one folder a slice.
