//! Lists that take no more memory than their items.
//!
//! A list that grows has room for four items as soon as it has one. A large snapshot has millions of lists that never
//! grow after they were read, most of them with one item.

use serde::{Deserialize, Deserializer};

/// Deserializes a list without spare room.
///
/// # Errors
///
/// Those of the list.
pub(super) fn shrunk<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let mut list = Vec::deserialize(deserializer)?;
    list.shrink_to_fit();
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_no_spare_room() {
        let list: Vec<u64> = shrunk(&mut serde_json::Deserializer::from_str("[1]")).expect("a list");
        assert_eq!((list.len(), list.capacity()), (1, 1));
    }
}
