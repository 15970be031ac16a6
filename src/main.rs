//! The page's entry; natively it only says how to build the page.

/// A page allocates small things and few; an allocator made for small machines is as quick there and a quarter the code.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    yomikurabe::platform::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("the page is built with `cargo xtask serve`");
}
