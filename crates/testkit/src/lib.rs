//! Clock, seeded ids, builders and generated people for tests and the demo.
