//! Finding the Cité a person means.
