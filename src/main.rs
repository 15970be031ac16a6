//! The page's entry; natively it only says how to build the page.

/// A page allocates small things and few; an allocator made for small machines is as quick there and a quarter the code.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    yomikurabe::platform::start();
}

/// Does one step of the start; whether there is another. What a module gives to scripts stands in its own program, so that
/// no other module has it.
///
/// # Errors
///
/// What in the page's data is missing or damaged, in both languages.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn prepare() -> Result<bool, String> {
    yomikurabe::platform::prepare()
}

/// Mounts the app over the static page.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn draw() {
    yomikurabe::platform::draw();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("the page is built with `cargo xtask serve`");
}
