//! Values that many records repeat, in memory once.
//!
//! Every commune of a file describes its intercommunal body. A large file has millions of communes, and France has some
//! 1,250 bodies.

use std::cell::RefCell;
use std::hash::Hash;
use std::sync::Arc;
use std::thread::LocalKey;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Deserializer};

/// The number of different values that a thread remembers at most, so that a file in which all of them differ takes no
/// more memory.
const MAX_KNOWN: usize = 4096;

/// The values that a thread has read so far.
pub(super) type Known<T> = RefCell<FxHashSet<Arc<T>>>;

/// A value that many records repeat.
pub(super) trait Repeated: Eq + Hash + Sized + 'static {
    /// Returns the values that this thread has read so far.
    fn known() -> &'static LocalKey<Known<Self>>;
}

/// Deserializes a value that many records repeat.
///
/// # Errors
///
/// Those of the value.
pub(super) fn shared<'de, T, D>(deserializer: D) -> Result<Arc<T>, D::Error>
where
    T: Repeated + Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(share)
}

/// Deserializes a value that many records repeat, or `null`.
///
/// # Errors
///
/// Those of the value.
pub(super) fn shared_if_any<'de, T, D>(deserializer: D) -> Result<Option<Arc<T>>, D::Error>
where
    T: Repeated + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(|value| value.map(share))
}

/// Returns the value that is equal to this one and known, or this one.
fn share<T: Repeated>(value: T) -> Arc<T> {
    T::known().with_borrow_mut(|known| {
        if let Some(known) = known.get(&value) {
            return Arc::clone(known);
        }
        if known.len() >= MAX_KNOWN {
            known.clear();
        }
        let value = Arc::new(value);
        known.insert(Arc::clone(&value));
        value
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Repeated for usize {
        fn known() -> &'static LocalKey<Known<Self>> {
            thread_local!(static KNOWN: Known<usize> = RefCell::default());
            &KNOWN
        }
    }

    #[test]
    fn equal_values_are_one_and_not_too_many_are_remembered() {
        let first = share(0_usize);
        assert!(Arc::ptr_eq(&first, &share(0)));
        for other in 1..=MAX_KNOWN {
            assert_eq!(*share(other), other);
        }
        assert_eq!(share(0), first);
        assert!(!Arc::ptr_eq(&first, &share(0)));
        usize::known().with_borrow(|known| assert!(known.len() <= MAX_KNOWN));
    }
}
