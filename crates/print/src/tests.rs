//! Pages read back as text and as pictures.

mod look;
mod papers;
mod square;
mod templates;
