//! The page's entry; natively it only says how to build the page.

fn main() {
    println!("the page is built with `cargo xtask serve`");
}
