//! Elements, built by calls instead of `html!`.
//!
//! The macro unfolds to some 250 bytes of code an element; a call costs a tenth of that, and the views are the largest
//! part of the engine. What it builds is the same: Yew's `VTag`s.
//!
//! ```
//! use yomikurabe::ui::el::{el, Node};
//! let list = el("ul").class("shelf").kids(["一", "二"].map(|word| el("li").say(word)));
//! let _: yew::Html = list.node();
//! ```
//!
//! A child that may be missing keeps its place (an empty list of nodes), so that what follows it is not taken for
//! something else when the page is drawn again.

use std::cell::RefCell;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// An element in the making.
#[must_use]
pub struct El(Box<Draft>);

struct Draft {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    kids: Vec<VNode>,
}

thread_local! {
    /// The lists of attributes that elements have had, each once. The views have some hundred different ones.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The one list of these names: Yew compares the attributes of two drawings quickly where they share it.
fn shared(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|lists| match lists.iter().find(|list| ***list == *names) {
        Some(list) => list,
        None => {
            lists.push(Vec::leak(names));
            lists[lists.len() - 1]
        }
    })
}

/// Begins an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Draft {
        tag: VTag::new(tag),
        names: Vec::new(),
        values: Vec::new(),
        kids: Vec::new(),
    }))
}

impl El {
    /// An attribute with a fixed value.
    #[inline(never)]
    pub fn at(mut self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value));
        self
    }

    /// An attribute with a computed value.
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.attribute(name, AttrValue::from(value));
        self
    }

    /// An attribute that is there only where it has a value.
    #[inline(never)]
    pub fn maybe(mut self, name: &'static str, value: Option<&'static str>) -> Self {
        self.0.names.push(name);
        let value = value.map(|value| AttributeOrProperty::Attribute(AttrValue::Static(value)));
        self.0.values.push(value);
        self
    }

    #[inline(never)]
    fn attribute(&mut self, name: &'static str, value: AttrValue) {
        self.0.names.push(name);
        self.0.values.push(Some(AttributeOrProperty::Attribute(value)));
    }

    /// An attribute without a value, such as `disabled`, that is there or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        self.maybe(name, there.then_some(name))
    }

    /// `class`.
    #[inline(never)]
    pub fn class(self, value: &'static str) -> Self {
        self.at("class", value)
    }

    /// `lang`.
    #[inline(never)]
    pub fn lang(self, value: &'static str) -> Self {
        self.at("lang", value)
    }

    /// `href`.
    #[inline(never)]
    pub fn href(self, value: String) -> Self {
        self.with("href", value)
    }

    /// `id`.
    #[inline(never)]
    pub fn id(self, value: String) -> Self {
        self.with("id", value)
    }

    /// What a button says when it is pressed.
    #[inline(never)]
    pub fn press(self, press: super::Press) -> Self {
        self.at("type", "button").with("data-press", press.word())
    }

    /// The value of an input field.
    #[inline(never)]
    pub fn value(mut self, value: String) -> Self {
        self.0.tag.set_value(AttrValue::from(value));
        self
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// What tells this element from its siblings when the list changes.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Words.
    pub fn say(mut self, words: impl Spoken) -> Self {
        self.push(text(words));
        self
    }

    /// Words that must be copied, because they do not last as long as the page.
    #[inline(never)]
    pub fn tell(self, words: &str) -> Self {
        self.say(words.to_owned())
    }

    /// A child: an element, a drawn part, or an [`Option`] of one.
    pub fn kid(mut self, kid: impl Node) -> Self {
        self.push(kid.node());
        self
    }

    /// Children of one sort.
    pub fn kids<K: Node>(mut self, kids: impl IntoIterator<Item = K>) -> Self {
        let nodes: Vec<VNode> = kids.into_iter().map(Node::node).collect();
        self.push(list(nodes));
        self
    }

    #[inline(never)]
    fn push(&mut self, node: VNode) {
        self.0.kids.push(node);
    }
}

/// Something that can stand in an element.
pub trait Node {
    /// It as Yew knows it.
    fn node(self) -> Html;
}

impl Node for El {
    #[inline(never)]
    fn node(self) -> Html {
        let Draft {
            mut tag,
            names,
            values,
            kids,
        } = *self.0;
        if !names.is_empty() {
            tag.set_attributes(Attributes::Dynamic {
                keys: shared(names),
                values: values.into_boxed_slice(),
            });
        }
        tag.add_children(kids);
        VNode::from(tag)
    }
}

impl Node for Html {
    fn node(self) -> Html {
        self
    }
}

impl<N: Node> Node for Option<N> {
    fn node(self) -> Html {
        self.map_or_else(|| list(Vec::new()), Node::node)
    }
}

/// Words as a node.
pub fn text(words: impl Spoken) -> Html {
    text_node(words.spoken())
}

#[inline(never)]
fn text_node(words: AttrValue) -> Html {
    VNode::from(VText::new(words))
}

/// Words that can stand in a page: those of the page and of the pack as they are, others owned.
pub trait Spoken {
    /// They as Yew knows them.
    fn spoken(self) -> AttrValue;
}

impl Spoken for &'static str {
    fn spoken(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Spoken for &'static String {
    fn spoken(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Spoken for String {
    #[inline(never)]
    fn spoken(self) -> AttrValue {
        AttrValue::from(self)
    }
}

/// Parts one after another, without an element around them.
///
/// ```
/// use yomikurabe::ui::el::{all, el, text, Node};
/// let _: yew::Html = all([text("停戦"), el("br").node()]);
/// ```
pub fn all(parts: impl IntoIterator<Item = Html>) -> Html {
    list(parts.into_iter().collect())
}

#[inline(never)]
fn list(nodes: Vec<VNode>) -> Html {
    VNode::from(VList::with_children(nodes, None))
}
