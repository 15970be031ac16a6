//! Two actors side by side; the matrix filtered, copied, saved.

use std::path::Path;

use serde_json::json;

use crate::harness::{Key, Page, browse, target};

#[test]
fn two_actors_side_by_side() {
    browse(|page| {
        page.open("compare");
        page.click(".tools-row a[href^='#compare/']");
        page.wait_for(".split .saying");
        page.choose("select[data-input='pair:left']", "ukraine");
        page.choose("select[data-input='pair:right']", "russia");
        page.wait_for_route("compare/ukraine/russia");
        let title = page.text("h1");
        for side in ["ukraine", "russia"] {
            let name = page.js_text(
                "return document.querySelector(arguments[0]).textContent.trim()",
                json!([format!("select option[value='{side}']")]),
            );
            assert!(title.contains(&name), "{name} in {title}");
        }
        counts_agree(page);
        page.reload();
        assert_eq!(page.text("h1"), title, "the view has an address");
    });
}

/// The line above the table counts what the table shows.
fn counts_agree(page: &Page) {
    let counted: usize = page
        .texts(".legend b")
        .iter()
        .map(|count| count.parse::<usize>().expect("a number"))
        .sum();
    assert!(
        counted >= page.count(".split .relation"),
        "{counted} issues of some relation"
    );
    assert!(page.count(".split .relation") > 3);
}

/// The cells that the filter leaves; the others keep their links, unseen.
const FILLED: &str = ".matrix td:not(.out) > .cell";

#[test]
fn the_matrix_filtered() {
    browse(|page| {
        page.open("compare");
        let all = (page.count(FILLED), page.count(".matrix tbody tr"));
        page.click("details.filters > summary");
        page.click("input[data-input='tick:docs'][value='paris-declaration']");
        page.wait(
            "fewer cells are filled",
            &format!("document.querySelectorAll('{FILLED}').length < {}", all.0),
        );
        page.wait(
            "the filter is in the address",
            "location.hash.includes('docs=paris-declaration')",
        );
        assert!(
            page.exists("details.filters[open]"),
            "the filter stays open under the hand"
        );
        // Rows out of sight are not laid out, and have no `innerText`.
        let cells = "return [...document.querySelectorAll(arguments[0])].map(cell => cell.textContent)";
        let filtered = page.js(cells, json!([FILLED]));
        page.reload();
        page.wait_for(".matrix");
        assert_eq!(page.js(cells, json!([FILLED])), filtered, "the filter lasts");
        a_cell_keeps_the_filter(page);
        nothing_left_says_so(page);
        page.wait_for(".matrix");
        assert_eq!((page.count(FILLED), page.count(".matrix tbody tr")), all);
    });
}

fn a_cell_keeps_the_filter(page: &Page) {
    page.click(FILLED);
    page.wait_for(".saying");
    let other = ".saying a[href^='#doc/']:not([href^='#doc/paris-declaration/'])";
    assert_eq!(page.count(other), 0, "only statements of the chosen document");
    page.back();
    page.wait_for(".matrix");
}

fn nothing_left_says_so(page: &Page) {
    page.visit("compare?docs=paris-declaration&until=1950&undated=no");
    page.wait_for(".empty .act");
    page.click(".empty .act");
}

#[test]
fn rows_out_of_sight_follow() {
    browse(|page| {
        for (width, height) in [(1280, 800), (1280, 1700), (390, 800)] {
            page.size(width, height);
            page.open("compare?docs=paris-declaration");
            let filtered = page.js(CELLS, json!([]));
            page.open("compare");
            let all = page.js(CELLS, json!([]));
            assert_ne!(filtered, all);
            page.click("details.filters > summary");
            for expected in [filtered, all] {
                page.click("input[data-input='tick:docs'][value='paris-declaration']");
                page.wait_here("every row is as the filter wants it", || {
                    page.js(CELLS, json!([])) == expected
                });
            }
        }
    });
}

/// What each cell of the matrix shows and says.
const CELLS: &str = "return [...document.querySelectorAll('.matrix :is(th, td)')]
    .map(cell => [cell.className, cell.ariaLabel, cell.firstElementChild?.ariaLabel, cell.textContent])";

#[test]
fn the_table_copied() {
    browse(|page| {
        page.open("compare");
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        page.devtools("Browser.grantPermissions", permissions);
        page.click("[data-press='copy']");
        page.wait_for(".notice");
        let script = "const [item] = await navigator.clipboard.read();\
                      const as = async type => (await item.getType(type)).text();\
                      return { text: await as('text/plain'), html: await as('text/html') }";
        let copied = page.js_async(script, json!([]));
        let text = copied["text"].as_str().expect("the clipboard holds text");
        is_the_table(page, text, '\t');
        let html = copied["html"].as_str().expect("the clipboard holds a table");
        assert!(html.contains("<table") && html.contains("<th"), "{html}");
        page.click(".notice [data-press='notice']");
        page.wait_gone(".notice");
    });
}

/// The browser has one way to the clipboard, an older one, and none.
#[test]
fn the_table_where_copying_is_refused() {
    browse(|page| {
        page.open("compare");
        page.js(
            "navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));",
            json!([]),
        );
        page.click("[data-press='copy']");
        page.wait_for_text(".notice", "写した");
        page.js("document.execCommand = () => false", json!([]));
        page.click("[data-press='copy']");
        page.wait_for_text(".notice", "写せない");
        let text = page.js_text("return document.activeElement.value", json!([]));
        is_the_table(page, &text, '\t');
        let faults = page.violations("text to copy");
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        page.press(Key::Escape);
        page.wait_gone("dialog");
    });
}

#[test]
fn the_table_saved() {
    browse(|page| {
        let folder = target().join("tmp").join("saved");
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).expect("target/tmp can be written to");
        page.devtools(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
        page.open("compare");
        page.tab_to("[data-press='csv']");
        page.press(Key::Enter);
        let file = folder.join("yomikurabe-compare.csv");
        page.wait_here("the file is there", || is_whole(&file));
        let csv = std::fs::read_to_string(&file).expect("it can be read");
        let csv = csv
            .strip_prefix('\u{FEFF}')
            .expect("spreadsheets know UTF-8 by its mark");
        is_the_table(page, csv, ',');
    });
}

fn is_whole(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|file| file.len() > 0)
}

/// A copy has the rows of the matrix on the page, and its columns before one for the sources.
#[track_caller]
fn is_the_table(page: &Page, text: &str, separator: char) {
    let mut lines = text.lines().filter(|line| !line.is_empty());
    let head: Vec<&str> = lines.next().unwrap_or("").split(separator).collect();
    let columns = page.js(
        "return [...document.querySelectorAll('.matrix thead th')].map(th => th.firstChild.textContent.trim())",
        json!([]),
    );
    let columns: Vec<String> = serde_json::from_value(columns).expect("a list of texts");
    assert_eq!(head[..columns.len()], columns, "{head:?}");
    assert_eq!(lines.count(), page.count(".matrix tbody tr"), "{text}");
}
