//! Distinct things as numbers, from 0 in the order in which they are first seen.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Distinct things and their numbers.
///
/// The things stand in order, apart from the table that finds them: in a map they would be strewn over
/// twice the room, and the frequent ones, which come early, among the rare.
pub(crate) struct Numbered<T> {
    numbers: HashTable<u32>,
    things: Vec<T>,
    hasher: RandomState,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered {
            numbers: HashTable::new(),
            things: Vec::new(),
            hasher: RandomState::default(),
        }
    }
}

impl<T: Hash + Eq> Numbered<T> {
    /// None yet, with room for about so many.
    pub(crate) fn with_capacity(things: usize) -> Self {
        Numbered {
            numbers: HashTable::with_capacity(things),
            things: Vec::with_capacity(things),
            ..Numbered::default()
        }
    }

    /// How many there are; their numbers are below this.
    pub(crate) fn len(&self) -> usize {
        self.things.len()
    }

    /// The things, in the order of their numbers.
    pub(crate) fn things(&self) -> &[T] {
        &self.things
    }

    /// The number of a thing, if it has one.
    pub(crate) fn get(&self, thing: &T) -> Option<u32> {
        self.find(self.hasher.hash_one(thing), thing)
    }

    /// The number of a thing: the next one if it has none.
    #[inline]
    pub(crate) fn get_or_add(&mut self, thing: T) -> u32 {
        let hash = self.hasher.hash_one(&thing);
        if let Some(number) = self.find(hash, &thing) {
            return number;
        }
        let next = self.things.len() as u32;
        self.things.push(thing);
        let hash_of = |&number: &u32| self.hasher.hash_one(&self.things[number as usize]);
        self.numbers.insert_unique(hash, next, hash_of);
        next
    }

    #[inline]
    fn find(&self, hash: u64, thing: &T) -> Option<u32> {
        let is_same = |&number: &u32| self.things[number as usize] == *thing;
        self.numbers.find(hash, is_same).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_things_have_one_number_however_many_there_are() {
        let mut numbered = Numbered::default();
        for round in 0..2 {
            for thing in 0..1000_u32 {
                let known = (round == 1).then_some(thing);
                assert_eq!(numbered.get(&(7 * thing)), known);
                assert_eq!(numbered.get_or_add(7 * thing), thing);
            }
            assert_eq!(numbered.len(), 1000);
        }
        assert_eq!(numbered.get(&1), None);
    }
}
