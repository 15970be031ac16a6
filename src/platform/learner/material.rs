//! The dialogue for teachers in the browser: hears its fields and buttons, copies, fetches and gives out packages.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::super::dom;
use super::{closest, lang, made, pack};
use crate::domain::export::package::Form;
use crate::learner::material::{Asked, Copied, Delivery, Dialogue, Draft, Field, Preview, rewrite, settings};

thread_local! {
    static OPEN: RefCell<Option<Dialogue<'static>>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = give, js_name = text)]
    fn give_text(text: &str);
    #[wasm_bindgen(js_namespace = give, js_name = file)]
    fn give_bytes(name: &str, media_type: &str, bytes: &Uint8Array);
    #[wasm_bindgen(js_namespace = give, js_name = paper, catch)]
    async fn give_paper(options: &str) -> Result<JsValue, JsValue>;
}

/// Draws the dialogue into the element. It begins with the view that the element names, and keeps what was chosen when only the
/// language changes.
pub fn show(host: &HtmlElement, of: &str) -> Result<(), String> {
    let pack = pack()?;
    let lang = lang(host);
    let kept = OPEN.take().filter(|_| host.has_child_nodes()).map(|open| open.draft);
    let dialogue = Dialogue {
        pack,
        lang,
        draft: kept.unwrap_or_else(|| Draft::new(pack, of, lang, &copy())),
        preview: preview(),
    };
    made::fill(host, &dialogue.parts());
    OPEN.set(Some(dialogue));
    Ok(())
}

/// Where the page stands; empty where nobody else can reach it.
fn copy() -> String {
    let location = dom::window().location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    let host = part(location.hostname());
    let is_local = ["", "localhost", "127.0.0.1", "[::1]"].contains(&host.as_str()) || host.ends_with(".localhost");
    match part(location.protocol()).as_str() {
        "http:" | "https:" if !is_local => [part(location.origin()), part(location.pathname())].concat(),
        _ => String::new(),
    }
}

/// The policy of the single file, which is known by the packed text in it, allows no frames.
fn preview() -> Preview {
    match dom::element("packed") {
        Some(_) => Preview::Refused,
        None => Preview::Shown,
    }
}

fn with<T>(act: impl FnOnce(&mut Dialogue<'static>) -> T) -> Option<T> {
    OPEN.with_borrow_mut(|open| open.as_mut().map(act))
}

/// Takes in what a field says now, and draws anew what depends on it.
pub fn changed(event: &Event) {
    let Some(element) = closest(event, "[data-choice]") else {
        return;
    };
    let field = element
        .get_attribute("data-choice")
        .and_then(|word| Field::from_word(&word));
    let value = Reflect::get(&element, &"value".into())
        .ok()
        .and_then(|value| value.as_string());
    let (Some(field), Some(value)) = (field, value) else {
        return;
    };
    let is_box = element
        .dyn_ref::<HtmlInputElement>()
        .filter(|input| input.type_() == "checkbox");
    with(|dialogue| {
        let before = dialogue.draft.clone();
        match is_box {
            Some(input) if input.checked() != before.has(field, &value) => dialogue.draft.toggle(field, &value),
            Some(_) => {}
            None => dialogue.draft.set(field, &value),
        }
        if dialogue.draft != before {
            redraw(dialogue, field);
        }
    });
}

fn redraw(dialogue: &Dialogue, field: Field) {
    if field == Field::Sort {
        made::replace(&dialogue.fields_of_sort());
    }
    made::replace(&dialogue.snippets());
    made::replace(&dialogue.packages());
    made::replace(&dialogue.sheet());
    if !matches!(field, Field::Copy | Field::Pixels | Field::Height) {
        made::replace(&dialogue.preview_part());
    }
}

/// The page's policy refused something: where that was the frame, it is said.
pub fn refused(event: &Event) {
    let directive = Reflect::get(event, &"effectiveDirective".into()).ok();
    if directive.and_then(|directive| directive.as_string()).as_deref() == Some("frame-src") {
        with(|dialogue| {
            dialogue.preview = Preview::Refused;
            made::replace(&dialogue.preview_part());
        });
    }
}

/// Does what a button says, of what it says; whether it is a button of this dialogue.
pub fn act(does: &str, of: &str) -> bool {
    match does {
        "copy-snippet" => {
            if let Some(which) = Copied::from_id(of) {
                let field = dom::element(of).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
                spawn_local(copied(which, field.map_or_else(String::new, |area| area.value())));
            }
        }
        "enlarge-code" => drop(call(dom::element("material-code"), "showModal")),
        "shrink-code" => drop(call(dom::element("material-code"), "close")),
        "print-sheet" => spawn_local(print()),
        "print-code" => drop(call(Some(dom::window()), "print")),
        "package" => {
            if let Some(package) = Form::from_file(of) {
                spawn_local(give(package));
            }
        }
        _ => return false,
    }
    true
}

/// Calls a method without arguments; nothing where there is none.
fn call(of: Option<impl AsRef<Object>>, method: &str) -> Option<JsValue> {
    let of = of?;
    let method: Function = Reflect::get(of.as_ref(), &method.into()).ok()?.dyn_into().ok()?;
    method.call0(of.as_ref()).ok()
}

/// Copies a text; where the clipboard is refused, it is shown to be copied by hand.
async fn copied(which: Copied, text: String) {
    let write = || -> Result<Promise, JsValue> {
        let clipboard = Reflect::get(&dom::window().navigator(), &"clipboard".into())?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
        Ok(write.call1(&clipboard, &text.as_str().into())?.unchecked_into())
    };
    let is_copied = match write() {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    };
    if !is_copied {
        return give_text(&text);
    }
    if let (Some(place), Some(said)) = (dom::element("material-copied"), with(|open| open.copied(which))) {
        place.set_text_content(Some(&said));
    }
}

/// Fetches a package, writes the choice into it, and gives it out.
async fn give(package: Form) {
    let entry = with(|open| settings(&open.draft, open.pack, &open.title()));
    let delivery = match entry {
        None => return,
        Some(Err(fault)) => Delivery::Fault(fault),
        Some(Ok(entry)) => match fetched(&["downloads/", package.file_name()].concat()).await {
            Err(_) => Delivery::Refused,
            Ok(zip) => give_written(package, zip, &entry),
        },
    };
    if let (Some(place), Some(said)) = (
        dom::element("material-given"),
        with(|open| open.given(package, delivery)),
    ) {
        place.set_text_content(Some(&said));
    }
}

/// Writes the entry into what was fetched, and gives that out.
fn give_written(package: Form, mut zip: Vec<u8>, entry: &[u8]) -> Delivery {
    if !rewrite(&mut zip, entry) {
        return Delivery::Foreign;
    }
    give_bytes(package.file_name(), "application/zip", &Uint8Array::from(&*zip));
    Delivery::Given
}

/// Prints the chosen paper with its key; the page takes it away again when it was printed.
async fn print() {
    let Some(Ok(options)) = with(|open| open.draft.options(open.pack)) else {
        return;
    };
    let questions: Vec<Asked> = match give_paper(&options).await {
        Ok(list) => Array::from(&list).iter().map(|one| asked(&one)).collect(),
        Err(_) => Vec::new(),
    };
    if questions.is_empty() {
        if let (Some(place), Some(said)) = (dom::element("material-sheet"), with(|open| open.no_sheet())) {
            place.set_text_content(Some(said));
        }
        return;
    }
    if let (Some(body), Some(paper)) = (dom::document().body(), with(|open| open.paper(&questions))) {
        made::append(&body, &paper);
        call(Some(dom::window()), "print");
    }
}

/// A question with its key, as the module for host pages tells it.
fn asked(question: &JsValue) -> Asked {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or_default();
    let text = |key: &str| get(question, key).as_string().unwrap_or_default();
    let list = |key: &str| -> Vec<String> {
        let list: Array = get(question, key).dyn_into().unwrap_or_default();
        list.into_iter().filter_map(|text| text.as_string()).collect()
    };
    let place = get(question, "place");
    let label = get(&place, "label").as_string().unwrap_or_default();
    // Whole: numbers with fractions would bring their printing.
    let paragraph = get(&place, "paragraph").as_f64().unwrap_or_default() as u32;
    Asked {
        task: text("task"),
        stem: text("stem"),
        context: text("context"),
        lines: ["options", "items", "left"].into_iter().flat_map(list).collect(),
        right: list("right"),
        solution: list("solution").join("、"),
        why: text("why"),
        place: [label.as_str(), " ¶", &paragraph.to_string()].concat(),
    }
}

async fn fetched(address: &str) -> Result<Vec<u8>, JsValue> {
    let response = JsFuture::from(dom::window().fetch_with_str(address)).await?;
    if Reflect::get(&response, &"ok".into())? != JsValue::TRUE {
        return Err(JsValue::NULL);
    }
    let read: Function = Reflect::get(&response, &"arrayBuffer".into())?.dyn_into()?;
    let buffer = JsFuture::from(read.call0(&response)?.unchecked_into::<Promise>()).await?;
    Ok(Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>()).to_vec())
}
