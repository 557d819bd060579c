//! Soát số liệu: finds the figure claims in a published text and says which do not hold.
mod figure;
mod refusal;
mod report;
mod sentence;
mod source;
mod token;
mod words;
