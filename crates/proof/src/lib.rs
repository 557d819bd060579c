//! Soát số liệu: finds the figure claims in a published text and says which do not hold.
