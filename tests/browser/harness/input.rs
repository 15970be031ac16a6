//! Mouse, finger and keyboard, as the browser would get them from the machine.

use serde_json::{Value, json};

use super::page::Page;

/// A key that is no letter, as WebDriver names it.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// Tab.
    Tab,
    /// Shift and Tab.
    ShiftTab,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Backspace.
    Backspace,
    /// The space bar.
    Space,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
}

impl Key {
    /// Keys to hold down, the last one to be pressed. Source: WebDriver, section 17.4.2, "normalised key value".
    fn codes(self) -> &'static [char] {
        match self {
            Key::Tab => &['\u{E004}'],
            Key::ShiftTab => &['\u{E008}', '\u{E004}'],
            Key::Enter => &['\u{E007}'],
            Key::Escape => &['\u{E00C}'],
            Key::Backspace => &['\u{E003}'],
            Key::Space => &[' '],
            Key::Up => &['\u{E013}'],
            Key::Down => &['\u{E015}'],
        }
    }
}

impl Page {
    /// Shows the page that somebody is there: the engine waits for that. The mouse moves a little in the corner; twice, since
    /// it may have been at either place.
    #[track_caller]
    pub fn touch(&self) {
        self.step("a sign of a reader".into());
        let to = |x: i64| json!({ "type": "pointerMove", "duration": 0, "x": x, "y": 1 });
        self.mouse(json!([to(1), to(2)]));
    }

    /// Moves the mouse onto an element.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        self.step(format!("hover {css}"));
        let element = self.element(css);
        self.js("arguments[0].scrollIntoView({ block: 'nearest' })", json!([element]));
        self.mouse(json!([{ "type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0 }]));
    }

    /// Moves the mouse to a point of the window in a straight line.
    #[track_caller]
    pub fn move_mouse(&self, x: i64, y: i64) {
        self.step(format!("mouse to {x}, {y}"));
        self.mouse(json!([{ "type": "pointerMove", "duration": 50, "x": x, "y": y }]));
    }

    /// Presses an element with the mouse as a person does: the pointer gets there, rests, goes down and comes up.
    #[track_caller]
    pub fn press_slowly(&self, element: &Value) {
        self.step("press slowly".into());
        self.mouse(json!([
            { "type": "pointerMove", "duration": 50, "origin": element, "x": 0, "y": 0 },
            { "type": "pause", "duration": 150 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pause", "duration": 70 },
            { "type": "pointerUp", "button": 0 },
        ]));
    }

    /// Presses the mouse at a point of the window.
    #[track_caller]
    pub fn click_at(&self, x: i64, y: i64) {
        self.step(format!("click at {x}, {y}"));
        self.mouse(json!([
            { "type": "pointerMove", "duration": 0, "x": x, "y": y },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]));
    }

    #[track_caller]
    fn mouse(&self, actions: Value) {
        self.pointer("mouse", actions);
    }

    #[track_caller]
    fn pointer(&self, kind: &str, actions: Value) {
        let source =
            json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions });
        self.command("/actions", &json!({ "actions": [source] }));
    }

    /// Taps an element with a finger.
    #[track_caller]
    pub fn tap(&self, css: &str) {
        self.step(format!("tap {css}"));
        let element = self.element(css);
        self.js("arguments[0].scrollIntoView({ block: 'nearest' })", json!([element]));
        self.finger(&json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0 }));
    }

    /// Taps a point of the window with a finger.
    #[track_caller]
    pub fn tap_at(&self, x: i64, y: i64) {
        self.step(format!("tap at {x}, {y}"));
        self.finger(&json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y }));
    }

    #[track_caller]
    fn finger(&self, there: &Value) {
        let down = json!({ "type": "pointerDown", "button": 0 });
        self.pointer("touch", json!([there, down, { "type": "pointerUp", "button": 0 }]));
    }

    /// Presses a key.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.step(format!("press {key:?}"));
        self.keys(key.codes());
    }

    /// Chooses a file of this machine in a field for files.
    #[track_caller]
    pub fn choose_file(&self, css: &str, path: &std::path::Path) {
        self.step(format!("file {} in {css}", path.display()));
        let element = self.element(css);
        let id = element[super::page::ELEMENT].as_str().expect("an element has an id");
        self.command(
            &format!("/element/{id}/value"),
            &json!({ "text": path.to_string_lossy() }),
        );
    }

    /// Chooses from a list with the arrow keys: the option that has this value.
    #[track_caller]
    pub fn choose(&self, css: &str, value: &str) {
        self.step(format!("choose {value} from {css}"));
        let element = self.element(css);
        let script = "const [list, value] = arguments; list.focus();
                      return [...list.options].findIndex(option => option.value === value) - list.selectedIndex";
        let way = self
            .js(script, json!([element, value]))
            .as_i64()
            .expect("a number of options");
        (0..way.abs()).for_each(|_| self.press(if way < 0 { Key::Up } else { Key::Down }));
        let chosen = format!("document.querySelector({}).value === {}", json!(css), json!(value));
        self.wait(&format!("{value} is chosen"), &chosen);
    }

    /// Types a text, letter by letter, into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.step(format!("type {text}"));
        for letter in text.chars() {
            self.keys(&[letter]);
        }
    }

    /// Presses Tab until the element with the focus fits a selector.
    #[track_caller]
    pub fn tab_to(&self, css: &str) {
        for _ in 0..500 {
            self.press(Key::Tab);
            if self.focus_is(css) {
                return;
            }
        }
        panic!("500 times Tab and never on `{css}`");
    }

    /// Whether the element with the focus fits a selector.
    #[track_caller]
    pub fn focus_is(&self, css: &str) -> bool {
        self.js("return document.activeElement.matches(arguments[0])", json!([css])) == json!(true)
    }

    /// Waits until the element with the focus fits a selector.
    #[track_caller]
    pub fn wait_for_focus(&self, css: &str) {
        let expression = format!("document.activeElement.matches({})", json!(css));
        self.wait(&format!("the focus is on `{css}`"), &expression);
    }

    #[track_caller]
    fn keys(&self, codes: &[char]) {
        let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code }));
        let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code }));
        let actions: Vec<Value> = down.chain(up).collect();
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.command("/actions", &json!({ "actions": [source] }));
    }

    /// Begins to compose a text with an input method, as for Japanese: shown, but not yet entered.
    #[track_caller]
    pub fn compose(&self, text: &str) {
        self.step(format!("compose {text}"));
        let end = text.encode_utf16().count();
        let composition = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.devtools("Input.imeSetComposition", composition);
    }

    /// Enters the composed text with the Enter key, as an input method sees it: the key belongs to the conversion.
    #[track_caller]
    pub fn confirm_composition(&self, text: &str) {
        self.step(format!("confirm {text}"));
        let key = json!({ "type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
        self.devtools("Input.dispatchKeyEvent", key);
        self.devtools("Input.insertText", json!({ "text": text }));
        let up = json!({ "type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13 });
        self.devtools("Input.dispatchKeyEvent", up);
    }
}
