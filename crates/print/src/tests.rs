//! Pages read back as text and as pictures.

mod look;
mod papers;
mod samples;
mod square;
mod templates;
