// The popup of a word in a host page: in the top layer, from a shadow root, so that styles get neither in nor out.

const SAYS = {
  ja: { entry: "用語集で見る", close: "閉じる", background: date => "背景知識（" + date + "時点）" },
  en: { entry: "Full entry", close: "Close", background: date => "Background knowledge (as of " + date + ")" },
};

class Card {
  #page; #host; #box; #sheet;
  word = null;

  constructor(page) {
    this.#page = page;
  }

  show(word, entry, lang) {
    this.close();
    const box = this.#made();
    const says = SAYS[lang];
    box.lang = lang;
    box.replaceChildren(
      part("h2", { id: "word", lang: "ja" }, entry.headword),
      part("p", { class: "quiet" }, part("span", { lang: "ja" }, entry.reading), " ", part("span", { lang: "en" }, entry.en)),
      part("p", { class: "gloss" }, entry.gloss[lang]),
      part("div", { lang: "ja" }, ...entry.says.map(sentence => this.#sentence(sentence, says))),
      part("p", { class: "ways" }, this.#link(entry.view, says.entry)),
      this.#closing(says),
    );
    // In a dialog of the host, since nothing outside of that can be used while it is open.
    (word.closest("dialog[open]") || document.body).append(this.#host);
    this.word = word;
    word.setAttribute("aria-expanded", "true");
    box.showPopover({ source: word });
    this.#place();
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
    addEventListener("scroll", this.#place, { capture: true, passive: true });
    addEventListener("resize", this.#place);
  }

  close() {
    if (this.#box && this.#box.matches(":popover-open")) this.#box.hidePopover();
  }

  #made() {
    if (this.#box) return this.#box;
    this.#host = document.createElement("yomi-card");
    const root = this.#host.attachShadow({ mode: "open" });
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [this.#sheet];
    this.#box = part("div", { popover: "auto", role: "dialog", "aria-labelledby": "word", tabindex: "-1" });
    this.#box.addEventListener("beforetoggle", event => event.newState === "closed" && this.#closed());
    // Once it is gone from the top layer nothing of it is left in the page.
    this.#box.addEventListener("toggle", event => !this.#box.matches(":popover-open") && this.#host.remove());
    root.append(this.#box);
    return this.#box;
  }

  #closed() {
    removeEventListener("scroll", this.#place, { capture: true });
    removeEventListener("resize", this.#place);
    const word = this.word;
    this.word = null;
    if (!word) return;
    word.removeAttribute("aria-expanded");
    if (document.activeElement === this.#host) word.focus({ preventScroll: true });
  }

  #sentence(sentence, says) {
    const { place, background } = sentence;
    const ground = place ? this.#link(place.view, place.label + " \u00B6" + place.paragraph) : says.background(background);
    return part("p", {}, sentence.text, " ", part("small", {}, ground));
  }

  #link(view, text) {
    const page = new URL(this.#page);
    page.hash = view;
    return part("a", { href: page.href, target: "_blank", rel: "noopener" }, text);
  }

  #closing(says) {
    const button = part("button", { class: "close", "aria-label": says.close }, "\u00D7");
    button.addEventListener("click", () => this.close());
    return button;
  }

  // Below the word where there is room, else above it, always within the window.
  #place = () => {
    if (!this.word) return;
    const lines = this.word.getClientRects(), line = lines[lines.length - 1];
    const { style } = this.#box, { offsetWidth: width, offsetHeight: height } = this.#box;
    if (!line) return this.close();
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(8, Math.min(line.left, clientWidth - width - 8));
    const below = line.bottom + 6, above = lines[0].top - height - 6;
    const top = below + height <= clientHeight - 8 || above < 8 ? below : above;
    style.left = left + "px";
    style.top = Math.max(8, Math.min(top, clientHeight - 8 - Math.min(height, clientHeight - 16))) + "px";
  };
}

// An element with plain text in it.
function part(name, attributes, ...kids) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...kids);
  return element;
}

// In `em` of the reader's own size, since a host may set that of its page to anything.
const STYLE = ":host{all:initial!important;display:contents!important}"
  + "div[popover]{color-scheme:light dark;position:fixed;inset:auto;margin:0;box-sizing:border-box;width:min(26.7em,calc(100vw - 16px));"
  + "max-height:min(34em,calc(100dvh - 16px));overflow:auto;overscroll-behavior:contain;padding:1.07em 1.33em;color:light-dark(#1d2127,#e7e5df);"
  + "background:light-dark(#fff,#1c1f25);border:1px solid light-dark(#83899a,#767c88);border-radius:.53em;box-shadow:0 12px 32px rgb(0 0 0/.16);"
  + "font:400 .9375em/1.75 'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP','Noto Sans JP',system-ui,sans-serif;line-break:strict;text-align:start}"
  + "div[popover]:focus{outline:none}"
  + "h2{margin:0;padding-inline-end:1.8em;font:700 1.47em/1.4 'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif}"
  + "p{margin:.27em 0}small{white-space:nowrap}.quiet,small{font-size:.867em;color:light-dark(#565d68,#abaeb4)}.gloss{margin:.53em 0;font-weight:600}"
  + ".ways{margin-top:.92em;padding-top:.3em;border-top:1px solid light-dark(#e0dcd1,#343841);font-size:.867em;line-height:3.4em}"
  + "a{color:light-dark(#1d4f91,#9cc0f5)}"
  + ".close{position:absolute;inset-inline-end:.4em;top:.4em;min-width:2.94em;min-height:2.94em;border:0;border-radius:99px;background:none;color:inherit;font:inherit;cursor:pointer}"
  + ":is(a,button):focus-visible{outline:2px solid;outline-offset:2px}";
