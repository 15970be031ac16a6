//! The second module of the page: what the learner comes back to. It is loaded with the record only.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Draws the learner's part of the record into its element, in the language of that.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn show(host: web_sys::HtmlElement) {
    yomikurabe::platform::learner::show(host);
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("this is a part of the page, which is built with `cargo xtask serve`");
}
