//! What the demonstration books say, in one program: they are written once for all of its tests.

#[cfg(test)]
mod books;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod exchange;
#[cfg(test)]
mod honours;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod scenarios;
