//! Derived: answers kept while their question stands.
//!
//! **Promise.** A question names the revisions it was asked of, so an answer cannot go stale unnoticed; a late answer to a
//! question that no longer stands is dropped, and so is one that nobody waits for.
//! **Not here.** Working answers out: the desk turns what must be asked into a job, whose answer comes back through
//! [`Memo::keep`]. What the questions are: `desk::answers`.

use std::collections::VecDeque;

/// Something that can be asked: it holds the revisions of whatever its answer depends on.
pub trait Question: PartialEq + Clone {
    /// What the world's revisions are.
    type Now;

    /// Whether the answer would still be the same.
    fn stands(&self, now: &Self::Now) -> bool;
}

/// Answers by question, and the questions that are on their way. There is room for a few dozen, so they are looked through.
#[derive(Debug)]
pub struct Memo<Q, A> {
    /// Oldest first.
    kept: VecDeque<(Q, A)>,
    asked: Vec<Q>,
    room_for: usize,
}

impl<Q: Question, A> Memo<Q, A> {
    /// Room for so many answers, at least one.
    pub fn with_room_for(answers: usize) -> Self {
        Self { kept: VecDeque::new(), asked: Vec::new(), room_for: answers.max(1) }
    }

    /// The answer to exactly this question.
    pub fn get(&self, question: &Q) -> Option<&A> {
        self.newest(|it| it == question)
    }

    /// The newest answer to a question that `fits`, for showing while the right one is on its way.
    pub fn newest(&self, fits: impl Fn(&Q) -> bool) -> Option<&A> {
        self.kept.iter().rev().find(|(it, _)| fits(it)).map(|(_, answer)| answer)
    }

    /// Whether a question must be sent: neither answered nor on its way. From now on it is.
    pub fn must_ask(&mut self, question: &Q) -> bool {
        let new = self.get(question).is_none() && !self.asked.contains(question);
        if new {
            self.asked.push(question.clone());
        }
        new
    }

    /// A question is no longer on its way, its answer not kept here: it can be asked again. Whether it was.
    pub fn no_longer_asked(&mut self, question: &Q) -> bool {
        let at = self.asked.iter().position(|it| it == question);
        at.map(|it| self.asked.swap_remove(it)).is_some()
    }

    /// Takes an answer in; the oldest makes room for it. `false`, and dropped, where nobody waits for it or its question no
    /// longer stands.
    pub fn keep(&mut self, question: Q, answer: A, now: &Q::Now) -> bool {
        if !self.no_longer_asked(&question) || !question.stands(now) {
            return false;
        }
        while self.room_for <= self.kept.len() {
            self.kept.pop_front();
        }
        self.kept.push_back((question, answer));
        true
    }

    /// Forgets every answer, and waits for none.
    pub fn forget(&mut self) {
        self.kept.clear();
        self.asked.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
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

    fn answered(memo: &mut Memo<PeopleOf, u32>, question: PeopleOf, answer: u32) -> bool {
        let now = question.plan;
        memo.must_ask(&question);
        memo.keep(question, answer, &now)
    }

    #[test]
    fn a_question_is_sent_once_and_answered_for_good() {
        let mut memo = Memo::with_room_for(4);
        assert!(memo.must_ask(&of(1, 1)));
        assert!(!memo.must_ask(&of(1, 1)), "it is on its way");
        assert!(memo.keep(of(1, 1), 31_128, &1));
        assert_eq!((memo.get(&of(1, 1)).copied(), memo.must_ask(&of(1, 1))), (Some(31_128), false));
        assert!(memo.must_ask(&of(2, 1)), "after a change the question is another one");
        assert_eq!(memo.newest(|it| it.area == 1), Some(&31_128), "until it is answered the last answer is shown");
        assert!(answered(&mut memo, of(2, 1), 40_000));
        assert_eq!(memo.newest(|it| it.area == 1), Some(&40_000));
    }

    #[test]
    fn a_late_answer_to_an_old_question_is_dropped() {
        let mut memo = Memo::with_room_for(4);
        memo.must_ask(&of(1, 1));
        assert!(!memo.keep(of(1, 1), 7, &2));
        assert_eq!((memo.get(&of(1, 1)).copied(), memo.must_ask(&of(1, 1))), (None, true), "whoever goes back to it asks again");
        memo.forget();
        assert!(!memo.keep(of(1, 1), 7, &1), "nobody waits for it any more");
    }

    #[test]
    fn what_is_kept_elsewhere_can_be_asked_again() {
        let mut memo = Memo::<_, u32>::with_room_for(4);
        memo.must_ask(&of(1, 1));
        assert!(memo.no_longer_asked(&of(1, 1)) && !memo.no_longer_asked(&of(1, 1)));
        assert!(memo.must_ask(&of(1, 1)));
    }

    #[test]
    fn the_oldest_answer_makes_room() {
        let mut memo = Memo::with_room_for(2);
        for area in 1..=3 {
            assert!(answered(&mut memo, of(1, area), area));
        }
        let kept: Vec<_> = (1..=3).map(|it| memo.get(&of(1, it)).copied()).collect();
        assert_eq!(kept, [None, Some(2), Some(3)]);
    }
}
