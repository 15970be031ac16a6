//! The module for host pages: what [`crate::embed`] gives, as values of JavaScript.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::nfkc;
use crate::domain::quiz::Millis;
use crate::embed::{Failure, Shelf, quiz};

/// An answer for the host page: a value, or a text that begins with the code of the failure.
pub type Outcome = Result<JsValue, JsValue>;

/// A pack that is ready to be asked.
#[derive(Clone)]
pub struct Kit(Rc<Shelf>);

/// A running quiz.
pub struct Quiz {
    shelf: Rc<Shelf>,
    quiz: RefCell<quiz::Quiz>,
}

impl Kit {
    /// Reads a compiled pack.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn read(json: &str) -> Result<Self, JsValue> {
        let shelf = Shelf::read(json, nfkc::fold()).map_err(told)?;
        Ok(Self(Rc::new(shelf)))
    }

    /// Where terms stand in a text.
    #[must_use]
    pub fn link(&self, text: &str) -> Vec<u32> {
        self.0.link(text)
    }

    /// The terms in a text with their entries.
    pub fn lookup(&self, text: &str) -> Outcome {
        value(&self.0.lookup(text))
    }

    /// All entries.
    pub fn glossary(&self) -> Outcome {
        value(&self.0.glossary())
    }

    /// The statements that a filter leaves.
    pub fn statements(&self, filter: &str) -> Outcome {
        value(&self.0.statements(filter).map_err(told)?)
    }

    /// Two parties side by side.
    pub fn compare(&self, a: &str, b: &str, filter: &str) -> Outcome {
        value(&self.0.compare(a, b, filter).map_err(told)?)
    }

    /// What the pack holds.
    pub fn pack(&self) -> Outcome {
        value(&self.0.edition())
    }

    /// Begins a quiz.
    pub fn quiz(&self, options: &str) -> Result<Quiz, JsValue> {
        let quiz = self.0.quiz(options, now()).map_err(told)?;
        Ok(Quiz {
            shelf: Rc::clone(&self.0),
            quiz: RefCell::new(quiz),
        })
    }
}

impl Quiz {
    /// The questions in their order.
    pub fn questions(&self) -> Outcome {
        value(&self.quiz.borrow().questions(&self.shelf.pack))
    }

    /// Answers a question.
    pub fn answer(&self, at: usize, json: &str) -> Outcome {
        let fold = |words: &str| self.shelf.fold(words);
        let mut quiz = self.quiz.borrow_mut();
        value(&quiz.answer(&self.shelf.pack, at, json, &fold, now()).map_err(told)?)
    }

    /// What came of it.
    pub fn result(&self) -> Outcome {
        value(&self.quiz.borrow_mut().result(&self.shelf.pack, now()))
    }
}

fn now() -> Millis {
    Millis(js_sys::Date::now() as i64)
}

fn value(shape: &impl Serialize) -> Outcome {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    shape.serialize(&serializer).map_err(JsValue::from)
}

fn told(failure: Failure) -> JsValue {
    failure.to_string().into()
}
