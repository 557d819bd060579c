//! Rounds from the call to the decision, on both engines: every step, and every refusal by name.
