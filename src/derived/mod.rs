//! Derived: answers kept while their question stands.
//!
//! **Promise.** A question names the revisions it was asked of, so an answer cannot go stale unnoticed; a late answer to a
//! question that no longer stands is dropped.
//! **Not here.** Working answers out: the desk turns what is wanted into a job, whose answer comes back through [`Memo::keep`].

use std::{collections::BTreeMap, sync::Arc};

/// Something that can be asked: it holds the revisions of whatever its answer depends on.
pub trait Question: Ord + Clone {
    /// What the world's revisions are.
    type Now;

    /// Whether the answer would still be the same.
    fn stands(&self, now: &Self::Now) -> bool;
}

/// What a page gets when it asks: the answer, or the news that somebody has to work it out first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<Q, A> {
    /// The answer.
    Ready(Arc<A>),
    /// Nobody has worked it out yet.
    Wanted(Q),
}

/// Answers by question.
#[derive(Debug)]
pub struct Memo<Q, A> {
    kept: BTreeMap<Q, Arc<A>>,
    room_for: usize,
}

impl<Q: Question, A> Memo<Q, A> {
    /// Room for so many answers, at least one.
    pub fn with_room_for(answers: usize) -> Self {
        Self { kept: BTreeMap::new(), room_for: answers.max(1) }
    }

    /// The answer, if it is there.
    pub fn ask(&self, question: Q) -> Answer<Q, A> {
        match self.kept.get(&question) {
            Some(kept) => Answer::Ready(Arc::clone(kept)),
            None => Answer::Wanted(question),
        }
    }

    /// Takes an answer in and gives it out shared. One whose question no longer stands is not kept: `None`.
    pub fn keep(&mut self, question: Q, answer: A, now: &Q::Now) -> Option<Arc<A>> {
        if !question.stands(now) {
            return None;
        }
        let full = |kept: &BTreeMap<Q, Arc<A>>| self.room_for <= kept.len() && !kept.contains_key(&question);
        if full(&self.kept) {
            self.kept.retain(|question, _| question.stands(now));
        }
        if full(&self.kept) {
            self.kept.clear(); // all of them are current; whoever looks asks again
        }
        let answer = Arc::new(answer);
        self.kept.insert(question, Arc::clone(&answer));
        Some(answer)
    }

    /// Forgets every answer whose question no longer stands.
    pub fn turn_to(&mut self, now: &Q::Now) {
        self.kept.retain(|question, _| question.stands(now));
    }

    /// How many answers are kept.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether none is kept.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
    struct PeopleOf {
        plan: u64,
        area: u32,
    }

    impl Question for PeopleOf {
        type Now = u64;
        fn stands(&self, now: &u64) -> bool {
            self.plan == *now
        }
    }

    fn of(plan: u64, area: u32) -> PeopleOf {
        PeopleOf { plan, area }
    }

    #[test]
    fn an_answer_is_worked_out_once_and_shared() {
        let mut memo = Memo::with_room_for(4);
        assert_eq!(memo.ask(of(1, 1)), Answer::Wanted(of(1, 1)));
        let kept = memo.keep(of(1, 1), 31_128, &1);
        let Answer::Ready(found) = memo.ask(of(1, 1)) else { panic!("kept") };
        assert!(kept.is_some_and(|it| Arc::ptr_eq(&it, &found)));
        assert_eq!(memo.ask(of(2, 1)), Answer::Wanted(of(2, 1)), "after a change the question is another one");
    }

    #[test]
    fn a_late_answer_to_an_old_question_is_dropped() {
        let mut memo = Memo::with_room_for(4);
        assert_eq!(memo.keep(of(1, 1), 7, &2), None);
        assert!(memo.is_empty());
    }

    #[test]
    fn old_answers_make_room_for_new_ones() {
        let mut memo = Memo::with_room_for(2);
        memo.keep(of(1, 1), 1, &1);
        memo.keep(of(1, 2), 2, &1);
        memo.keep(of(2, 1), 3, &2);
        assert_eq!((memo.len(), memo.ask(of(2, 1))), (1, Answer::Ready(Arc::new(3))));
        memo.keep(of(2, 2), 4, &2);
        memo.keep(of(2, 2), 5, &2);
        assert_eq!((memo.len(), memo.ask(of(2, 2))), (2, Answer::Ready(Arc::new(5))), "the same question needs no more room");
        memo.keep(of(2, 3), 6, &2);
        assert!(memo.len() <= 2);
        memo.turn_to(&3);
        assert!(memo.is_empty());
    }
}
