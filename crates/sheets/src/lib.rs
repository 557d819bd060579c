//! Spreadsheets in and out, within limits; knows no register.
