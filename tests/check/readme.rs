//! The CI snippets of the README: parsed as their systems do, and run.
