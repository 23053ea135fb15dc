//! Questions whose answers the data gives.
