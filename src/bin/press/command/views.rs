//! The drawn views that do not stand in the static page: the Japanese ones on a page of their own, which is read where no
//! script runs, too, and the English ones as text. Both have one view a line, so that the page's script takes them from either.

use yomikurabe::domain::lang::Lang;
use yomikurabe::domain::library::Library;
use yomikurabe::ui::still;

use super::page::{tags, without_notes};
use super::styles;

/// How the name of the file with the English begins and ends.
pub const ENGLISH_FILE: [&str; 2] = ["english-", ".txt"];
/// How a page names the icon of the browser's tab.
const ICON: &str = "<link rel=\"icon\"";

/// The views in a language, one a line; one that has a break in it would be taken for two.
pub fn lines(library: &'static Library, lang: Lang) -> Result<String, String> {
    let views = still::views(library, lang);
    match views.iter().any(|view| view.contains('\n')) {
        true => Err("a drawn view has a line break in it".to_owned()),
        false => Ok(views.join("\n")),
    }
}

/// Whether a file carries the English of the views.
pub fn is_english(path: &str) -> bool {
    path.starts_with(ENGLISH_FILE[0]) && path.ends_with(ENGLISH_FILE[1])
}

/// The page with these lines, with the styles and the icon that `index` names.
pub fn page(library: &'static Library, lines: &str, index: &str) -> String {
    let [styles, icon] = [styles::LINK, ICON].map(|begin| tags(index, begin).collect::<String>());
    let [bar, ways, foot] = still::around(library);
    let parts = [
        ("<!-- styles -->", &styles[..]),
        ("<!-- icon -->", &icon),
        ("<!-- bar -->", &bar),
        ("<!-- ways -->", &ways),
        ("<!-- foot -->", &foot),
        ("<!-- views -->", lines),
    ];
    let page = without_notes(include_str!("../../../../assets/views.html"));
    parts
        .into_iter()
        .fold(page, |page, (marker, part)| page.replacen(marker, part, 1))
}

/// Only the views of that page, one a line.
pub fn sections(page: &str) -> String {
    let lines: Vec<&str> = page.lines().filter(|line| line.starts_with("<section")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_views_are_found_again() {
        let page = include_str!("../../../../assets/views.html");
        let lines = "<section id=\"ja/a\">a</section>\n<section id=\"ja/b\">b</section>";
        assert_eq!(sections(&page.replace("<!-- views -->", lines)), lines);
    }

    #[test]
    fn the_english_is_known_by_its_name() {
        assert!(is_english("english-1.txt") && !is_english("pack-1.jsonl") && !is_english(still::VIEWS));
    }
}
