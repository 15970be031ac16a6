//! The dialogue in which a teacher puts a part of the page into a course: choose, look at it, copy what is to be put there.

mod code;
mod draft;
mod fault;
mod fields;
mod package;
mod sheet;
mod snippet;

pub use code::code;
pub use draft::{Draft, Field, Sort};
pub use fault::Fault;
pub use package::{rewrite, settings};
pub use sheet::Asked;
pub use snippet::Snippets;

use super::el::{El, button, el};
use super::section;
use crate::domain::export::package::Form;
use crate::domain::lang::{Lang, Phrase};
use crate::domain::pack::{ActorId, DocumentId, FindBySlug, IssueId, Pack, TermId};
use crate::domain::words::fill;

const PREVIEW: Phrase = Phrase("見本", "Preview");
const NO_FRAME: Phrase = Phrase(
    "このページ（ひとつのファイルの版など）では見本を出せない。下のリンクで見られる。",
    "There is no preview in this page (the version in one file, for instance). Open the link below to see it.",
);
const SNIPPETS: Phrase = Phrase("写して入れる", "Copy and put in");
const FRAME: Phrase = Phrase("フレーム（HTML）", "Frame (HTML)");
const FRAME_NOTE: Phrase = Phrase(
    "どこでも使えるが、高さは決めたままになる。",
    "Works nearly everywhere; its height stays as it is written.",
);
const ELEMENT: Phrase = Phrase("要素（HTML）", "Element (HTML)");
const ELEMENT_NOTE: Phrase = Phrase(
    "スクリプトを入れられるページで。「中身に合わせる」なら、高さが中身に合う。",
    "For pages that take a script. It grows with its content, unless a fixed height is chosen.",
);
const LINK: Phrase = Phrase("リンク", "Link");
const LINK_NOTE: Phrase = Phrase(
    "ページ全体が開く。言語と配色は見る人が選ぶ。",
    "Opens the whole page; readers choose language and theme there.",
);
const COPY: Phrase = Phrase("写す", "Copy");
const COPY_OF: Phrase = Phrase("{}を写す", "Copy: {}");
const CODE: Phrase = Phrase("QRコード", "QR code");
const CODE_OF: Phrase = Phrase("QRコード：{}", "QR code: {}");
const LARGE: Phrase = Phrase("大きく映す", "Enlarge");
const PRINT: Phrase = Phrase("印刷する", "Print");
const CLOSE: Phrase = Phrase("閉じる", "Close");
const NO_CODE: Phrase = Phrase(
    "リンクが長すぎて、QRコードにできない。",
    "The link is too long for a QR code.",
);
const PACKAGES: Phrase = Phrase("パッケージ", "Package");
const PACKAGE_NOTE: Phrase = Phrase(
    "学習システムに取りこむ zip。選んだ画面・言語・配色が書きこまれ、得点と完了が伝わる。ページの置き場所はいらない。",
    "A zip for learning systems with the chosen view, language and theme written into it. It reports score and completion, and needs no copy of the page elsewhere.",
);
const DOWNLOAD: Phrase = Phrase("{}をダウンロードする", "Download {}");
const NO_PACKAGE: Phrase = Phrase(
    "パッケージを取得できなかった。サーバーに置いたページで開くか、配布元の downloads/ の {} を使う。",
    "The package could not be fetched. Open the page on a server, or take {} from downloads/ there.",
);
const NOT_OURS: Phrase = Phrase(
    "取得したパッケージの形が違うので、何も書きこまなかった。ページを読み直す。",
    "The package that came is not as expected, and nothing was written. Load the page anew.",
);
const GIVEN: Phrase = Phrase(
    "{}をダウンロードした。そのまま学習システムに渡す。",
    "{} was downloaded. Give it to the learning system as it is.",
);
const COPIED: Phrase = Phrase("{}を写した。", "Copied: {}.");
const LOST: Phrase = Phrase(
    "「{}」という画面はこの教材にない。下で選びなおす。",
    "This material has no view \"{}\". Choose one below.",
);

/// All that the dialogue knows.
pub struct Dialogue<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The language of the page.
    pub lang: Lang,
    /// What is chosen.
    pub draft: Draft,
    /// Whether a preview can be shown.
    pub preview: Preview,
}

/// Whether a preview can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// It can.
    Shown,
    /// The page's policy refuses frames.
    Refused,
}

/// A text that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The frame.
    Frame,
    /// The element.
    Element,
    /// The link.
    Link,
}

impl Copied {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Frame, "material-frame"),
        (Self::Element, "material-element"),
        (Self::Link, "material-link"),
    ];

    fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    fn name(self) -> (Phrase, Phrase) {
        match self {
            Self::Frame => (FRAME, FRAME_NOTE),
            Self::Element => (ELEMENT, ELEMENT_NOTE),
            Self::Link => (LINK, LINK_NOTE),
        }
    }

    /// The text whose field has an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.1 == id).map(|one| one.0)
    }
}

/// What is said after an attempt to give a package out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was given out.
    Given,
    /// It could not be fetched.
    Refused,
    /// What was fetched is not the package.
    Foreign,
    /// The choice cannot be written into it.
    Fault(Fault),
}

impl Dialogue<'_> {
    fn say(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    /// The parts in their order; each has an id by which it is drawn again.
    #[must_use]
    pub fn parts(&self) -> Vec<El> {
        let lost = self.draft.lost.as_ref().map(|lost| {
            let text = fill(self.say(LOST), &[lost]);
            el("p").class("learner-note").at("role", "alert").say(text)
        });
        let mut parts: Vec<El> = lost.into_iter().collect();
        parts.extend([
            fields::view(self),
            fields::looks(self),
            self.preview_part(),
            self.snippets(),
            self.packages(),
            self.sheet(),
        ]);
        parts
    }

    /// The fields of the chosen sort of view.
    pub fn fields_of_sort(&self) -> El {
        fields::of_sort(self)
    }

    /// What the view is called, in the chosen language.
    #[must_use]
    pub fn title(&self) -> String {
        let (pack, draft) = (self.pack, &self.draft);
        let lang = if draft.get(Field::Lang) == "en" {
            Lang::En
        } else {
            Lang::Ja
        };
        let named = match draft.sort() {
            Sort::Document => DocumentId::find(pack, draft.get(Field::Document)).map(|id| lang.pick(&pack[id].short)),
            Sort::Term => TermId::find(pack, draft.get(Field::Term)).map(|id| pack[id].headword.as_str()),
            Sort::Issue => IssueId::find(pack, draft.get(Field::Issue)).map(|id| lang.pick(&pack[id].title)),
            Sort::Pair => return self.pair(lang),
            Sort::Here => Some(lang.pick(&pack.title)),
            sort => Some(fields::name(sort).of(lang)),
        };
        named.unwrap_or_default().to_owned()
    }

    fn pair(&self, lang: Lang) -> String {
        let name =
            |field| ActorId::find(self.pack, self.draft.get(field)).map_or("", |id| lang.pick(&self.pack[id].name));
        [name(Field::Left), " / ", name(Field::Right)].concat()
    }

    /// The address of the preview, as seen from the page; nothing while something is wrong.
    #[must_use]
    pub fn preview_address(&self) -> Option<String> {
        let view = self.draft.view(self.pack).ok()?;
        let [lang, theme] = [Field::Lang, Field::Theme].map(|field| self.draft.get(field));
        Some(["?embed&preview&lang=", lang, "&theme=", theme, "#", &view].concat())
    }

    /// The view as the class will see it, or what is wrong with the choice.
    pub fn preview_part(&self) -> El {
        let part = section("preview", self.say(PREVIEW));
        let fault = self.draft.view(self.pack).err();
        match (self.preview, self.preview_address()) {
            (Preview::Refused, _) => part.kid(el("p").say(self.say(NO_FRAME))),
            (Preview::Shown, Some(address)) => part.kid(
                el("iframe")
                    .at("title", self.title())
                    .at("src", address)
                    .class("learner-preview"),
            ),
            (Preview::Shown, None) => part.kids(fault.map(|fault| self.fault(fault))),
        }
    }

    fn fault(&self, fault: Fault) -> El {
        el("p").class("learner-note").say(self.say(fault.says()))
    }

    /// What is to be copied, or what is missing before it can be.
    pub fn snippets(&self) -> El {
        let part = section("snippets", self.say(SNIPPETS));
        match Snippets::of(&self.draft, self.pack, &self.title()) {
            Err(fault) => part.kid(self.fault(fault).at("role", "status")),
            Ok(Snippets { frame, element, link }) => part
                .kid(self.snippet(Copied::Frame, &frame))
                .kid(self.snippet(Copied::Element, &element))
                .kid(self.snippet(Copied::Link, &link))
                .kid(el("p").at("id", "material-copied").at("role", "status"))
                .kid(self.code(&link)),
        }
    }

    fn snippet(&self, which: Copied, text: &str) -> El {
        let (name, note) = which.name();
        let name = self.say(name);
        let note_id = [which.id(), "-note"].concat();
        let area = el("textarea")
            .class("field")
            .at("id", which.id())
            .at("readonly", "")
            .at("spellcheck", "false")
            .at("aria-describedby", &note_id)
            .number("rows", if which == Copied::Link { 2 } else { 3 })
            .say(text);
        let copy = button("act", "copy-snippet", self.say(COPY))
            .at("data-of", which.id())
            .at("aria-label", fill(self.say(COPY_OF), &[name]));
        el("div")
            .class("learner-field learner-snippet")
            .kid(el("label").at("for", which.id()).say(name))
            .kid(area)
            .kid(el("p").at("id", note_id).class("quiet").say(self.say(note)))
            .kid(el("p").class("acts").kid(copy))
    }

    /// The code of the link, and the same over all of the window.
    fn code(&self, link: &str) -> El {
        let place = el("div").class("stack").kid(el("h3").say(self.say(CODE)));
        let name = fill(self.say(CODE_OF), &[&self.title()]);
        let Some(drawing) = code(link, &name) else {
            return place.kid(el("p").say(self.say(NO_CODE)));
        };
        let large = el("dialog")
            .at("id", "material-code")
            .at("aria-label", &name)
            .kid(el("p").class("learner-code-name").say(self.title()))
            .kid(drawing.clone())
            .kid(el("p").class("learner-code-link").say(link))
            .kid(
                el("p")
                    .class("acts")
                    .kid(button("act", "print-code", self.say(PRINT)))
                    .kid(button("act", "shrink-code", self.say(CLOSE))),
            );
        let acts = el("p")
            .class("acts")
            .kid(button("act", "enlarge-code", self.say(LARGE)));
        place.kid(drawing).kid(acts).kid(large)
    }

    /// The packages, or what is wrong with the choice.
    pub fn packages(&self) -> El {
        let acts = Form::ALL.map(|package| {
            let name = fill(self.say(DOWNLOAD), &[package.name()]);
            button("act", "package", &name).at("data-of", package.file_name())
        });
        let part = section("packages", self.say(PACKAGES)).kid(el("p").say(self.say(PACKAGE_NOTE)));
        let part = match self.draft.view(self.pack) {
            Ok(_) => part.kid(el("p").class("acts").kids(acts)),
            Err(fault) => part.kid(self.fault(fault)),
        };
        part.kid(el("p").at("id", "material-given").at("role", "status"))
    }

    /// What is said after a text was copied.
    #[must_use]
    pub fn copied(&self, which: Copied) -> String {
        fill(self.say(COPIED), &[self.say(which.name().0)])
    }

    /// What is said after an attempt to give a package out.
    #[must_use]
    pub fn given(&self, package: Form, delivery: Delivery) -> String {
        match delivery {
            Delivery::Given => fill(self.say(GIVEN), &[package.name()]),
            Delivery::Refused => fill(self.say(NO_PACKAGE), &[package.file_name()]),
            Delivery::Foreign => self.say(NOT_OURS).to_owned(),
            Delivery::Fault(fault) => self.say(fault.says()).to_owned(),
        }
    }
}
