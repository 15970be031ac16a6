//! The page's entry; natively it only says how to build the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    yomikurabe::platform::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("the page is built with `cargo xtask serve`");
}
