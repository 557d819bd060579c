//! The shipped rules, and what is refused.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod service;
#[cfg(test)]
mod verdicts;
