//! The words every room shares: ids, clock, days and periods, actors, refusals. Pure.
