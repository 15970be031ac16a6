//! The third module: what a host page can ask for. `yomikurabe.js` loads it.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use yomikurabe::platform::embed;

    /// A pack that is ready to be asked.
    #[wasm_bindgen]
    pub struct Kit(embed::Kit);

    /// A running quiz.
    #[wasm_bindgen]
    pub struct Quiz(embed::Quiz);

    #[wasm_bindgen]
    impl Kit {
        /// Reads a compiled pack.
        #[wasm_bindgen(constructor)]
        pub fn new(json: &str) -> Result<Kit, JsValue> {
            embed::Kit::read(json).map(Kit)
        }

        /// Where terms stand in a text: start, end, number of the entry.
        pub fn link(&self, text: &str) -> Vec<u32> {
            self.0.link(text)
        }

        /// The terms in a text with their entries.
        pub fn lookup(&self, text: &str) -> embed::Outcome {
            self.0.lookup(text)
        }

        /// All entries.
        pub fn glossary(&self) -> embed::Outcome {
            self.0.glossary()
        }

        /// The statements that a filter leaves.
        pub fn statements(&self, filter: &str) -> embed::Outcome {
            self.0.statements(filter)
        }

        /// Two parties side by side.
        pub fn compare(&self, a: &str, b: &str, filter: &str) -> embed::Outcome {
            self.0.compare(a, b, filter)
        }

        /// What the pack holds.
        pub fn pack(&self) -> embed::Outcome {
            self.0.pack()
        }

        /// Begins a quiz.
        pub fn quiz(&self, options: &str) -> Result<Quiz, JsValue> {
            self.0.quiz(options).map(Quiz)
        }
    }

    #[wasm_bindgen]
    impl Quiz {
        /// The questions in their order.
        pub fn questions(&self) -> embed::Outcome {
            self.0.questions()
        }

        /// Answers a question.
        pub fn answer(&self, at: usize, json: &str) -> embed::Outcome {
            self.0.answer(at, json)
        }

        /// What came of it.
        pub fn result(&self) -> embed::Outcome {
            self.0.result()
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("this is a part of the page, which is built with `cargo xtask serve`");
}
