// The terms in the text of a host page. Words are put into inline elements; nothing else of the page is touched, and
// `undo` gives every text node back as it was.

// What bears no popups: what is pressed, written into, read as code, drawn, or marked so.
const SKIPPED = "a[href],area,audio,button,canvas,code,datalist,details>summary,embed,fieldset>legend,iframe,img,input,kbd,label,"
  + "math,meter,noscript,object,option,output,picture,pre,progress,rp,rt,samp,script,select,style,svg,template,textarea,title,tt,var,video,"
  + "[contenteditable]:not([contenteditable=false]),[role=button],[role=link],[role=textbox],[role=combobox],[role=searchbox],"
  + "[hidden],[data-yomi=off],yomi-kurabe,yomi-term,yomi-card";
// What a sentence runs on through.
const INLINE = new Set(("a abbr b bdi bdo cite code data del dfn em font i img input ins kbd label mark q rb rt rp ruby s samp small span strong sub"
  + " sup time tt u var wbr yomi-term button").split(" "));
// Stands for what is skipped in the middle of a sentence.
const GAP = "\uFFFC";
// How many letters are looked at in one go.
const LETTERS = 4000;
// How long (ms) terms are looked for before the page may answer.
const LOOKING = 8;
// How many letters of the page may be laid out anew in one frame at first and at least; after that as many as the browser
// lays out in this time (ms), well below what a reader feels.
const FEW = 2000, DRAWING = 20;
// How far from the window words bear popups before they are seen: its own height.
const NEAR = { rootMargin: "100%", scrollMargin: "100%" };

class Annotation {
  #root; #skip; #every; #lang; #tools; #seen = new Set(); #split = new Map(); #terms = new WeakMap(); #observer; #comings = []; #over = false; #sheets; #pressed;

  constructor(root, options, tools) {
    if (!(root instanceof Node) || ![1, 9, 11].includes(root.nodeType)) {
      throw new YomiError("bad-option", "annotate wants an element, a document or a shadow root");
    }
    const { occurrences = "first", skip = "", follow = false, lang = tools.lang } = read(options, {
      occurrences: ["first", "every"],
      skip: "string",
      follow: "boolean",
      lang: ["ja", "en"],
    });
    this.#root = root;
    this.#skip = selector(skip);
    this.#every = occurrences === "every";
    this.#lang = lang;
    this.#tools = tools;
    this.count = 0;
    this.#sheets = wear(root);
    for (const [name, hear] of this.#listeners()) root.addEventListener(name, hear, name === "pointerdown");
    this.ready = this.#look(this.#runs(root)).then(() => this);
    if (follow) this.#follow();
  }

  // Takes every word out of its element and puts the text nodes together again.
  undo() {
    if (this.#over) return;
    this.#over = true;
    for (const observer of this.#comings.concat(this.#observer || [])) observer.disconnect();
    for (const [name, hear] of this.#listeners()) this.#root.removeEventListener(name, hear, name === "pointerdown");
    this.#tools.card.close();
    for (const [node, pieces] of this.#split) join(node, pieces);
    this.#split.clear();
    this.#sheets();
    this.count = 0;
  }

  // The sentences below a node, each a list of text nodes; `null` stands for what is skipped in between.
  #runs(top) {
    const runs = [];
    if (top.parentElement && top.parentElement.closest(this.#skip)) return runs;
    let run = [];
    const end = () => {
      if (run.some(Boolean)) runs.push(run);
      run = [];
    };
    const shown = laidOutInLines();
    const enter = node => {
      if (node.nodeType === 3) run.push(shown(node) ? node : null);
      if (node.nodeType !== 1) return node.nodeType > 8;
      const skipped = node.matches(this.#skip);
      if (!INLINE.has(node.localName)) end();
      else if (skipped && node.localName !== "rt" && node.localName !== "rp") run.push(null);
      return !skipped;
    };
    let node = top, inside = enter(top);
    for (;;) {
      let next = inside && node.firstChild;
      while (!next && node !== top) {
        if (node.nodeType === 1 && !INLINE.has(node.localName)) end();
        next = node.nextSibling;
        node = next ? node : node.parentNode;
      }
      if (!next) break;
      node = next;
      inside = enter(node);
    }
    end();
    return runs;
  }

  // Looks for terms in all sentences, and marks those near the window; the others wait until they come near: what is marked is
  // laid out anew, which takes the browser longer than all else here, and most of a long page may never be seen.
  async #look(runs) {
    const found = await this.#sought(runs), waiting = new Map();
    if (found.reduce((sum, one) => sum + one.letters, 0) <= FEW) return this.#mark(found);
    for (const one of found) {
      const place = boxOf(one.parent);
      waiting.set(place, (waiting.get(place) || []).concat(one));
    }
    // What stands in a shadow root itself.
    await this.#markAll(waiting.get(null) || []);
    waiting.delete(null);
    await new Promise(done => {
      const come = async (all, observer) => {
        const near = all.filter(one => one.isIntersecting).map(one => one.target);
        for (const place of near) observer.unobserve(place);
        await this.#markAll(near.flatMap(place => waiting.get(place)));
        done();
      };
      const observer = new IntersectionObserver(come, NEAR);
      this.#comings.push(observer);
      for (const place of waiting.keys()) observer.observe(place);
      soon(done);
    });
  }

  // Marks sentences, as many in each frame as the browser lays out in good time.
  async #markAll(sentences) {
    let room = FEW;
    for (let from = 0, to; from < sentences.length && !this.#over; from = to) {
      to = filled(sentences, from, room);
      this.#mark(sentences.slice(from, to));
      room = Math.max(FEW, room * Math.min(2, DRAWING / await drawn()));
    }
  }

  // The sentences that have words to be marked, with how many letters are laid out anew for them.
  async #sought(runs) {
    const all = [], late = slices(LOOKING);
    for (const run of runs) {
      const words = new Map(), texts = run.map(node => node ? node.data : GAP), text = texts.join("");
      for (let from = 0; from < text.length;) {
        const to = cut(text, from);
        this.#find(text.slice(from, to), from, run, texts, words);
        from = to;
        const pause = late();
        if (pause) await pause;
        if (this.#over) return [];
      }
      if (words.size) all.push({ words, letters: text.length, parent: words.keys().next().value.parentElement });
    }
    return all;
  }

  #mark(sentences) {
    if (this.#over) return;
    for (const { words } of sentences) {
      for (const [node, found] of words) {
        if (node.isConnected && node.data === found.text) this.#wrap(node, found.words);
      }
    }
    this.#unhear();
  }

  // What was just changed here is no change of the host's.
  #unhear() {
    if (this.#observer) this.#observer.takeRecords();
  }

  // Adds the words of a part of a sentence to the text nodes in which they stand as a whole.
  #find(part, offset, run, texts, words) {
    if (!part.trim()) return;
    const links = this.#tools.link(part);
    let at = 0, begin = 0;
    for (let i = 0; i < links.length; i += 3) {
      const start = links[i] + offset, end = links[i + 1] + offset, term = links[i + 2];
      while (begin + texts[at].length <= start) begin += texts[at++].length;
      if (!run[at] || end > begin + texts[at].length || !this.#every && this.#seen.has(term)) continue;
      this.#seen.add(term);
      const found = words.get(run[at]) || { text: texts[at], words: [] };
      found.words.push([start - begin, end - begin, term]);
      this.count++;
      words.set(run[at], found);
    }
  }

  // The text node keeps what stands before the first word; the rest comes behind it.
  #wrap(node, words) {
    const text = node.data, pieces = [];
    words.forEach(([start, end, term], at) => {
      const word = blank().cloneNode(false);
      word.append(text.slice(start, end));
      this.#terms.set(word, term);
      pieces.push(word);
      const next = at + 1 < words.length ? words[at + 1][0] : text.length;
      if (next > end) pieces.push(document.createTextNode(text.slice(end, next)));
    });
    node.data = text.slice(0, words[0][0]);
    node.after(...pieces);
    this.#split.set(node, pieces);
  }

  #follow() {
    this.#observer = new MutationObserver(records => this.#changed(records));
    this.#observer.observe(this.#root, { childList: true, characterData: true, subtree: true });
  }

  // What the host has put in is looked through; where it has taken a text away or changed it, the rest of that goes too.
  #changed(records) {
    if (!records || !records.length) return;
    const added = new Set();
    for (const record of records) {
      if (record.type === "characterData") {
        this.#forget(record.target);
        added.add(record.target);
      }
      // A text that is taken out is taken out as a whole: it may be put in elsewhere.
      for (const node of record.removedNodes) {
        const rest = this.#forget(node);
        if (rest) node.appendData(rest);
      }
      for (const node of record.addedNodes) added.add(node);
    }
    const outermost = Array.from(added).filter(node => node.isConnected && (node.nodeType === 1 || node.nodeType === 3));
    this.#unhear();
    this.#look(outermost.flatMap(node => this.#runs(node)));
  }

  // Takes away what came out of a text node, and gives its words.
  #forget(node) {
    const pieces = this.#split.get(node) || [];
    this.#split.delete(node);
    for (const piece of pieces) piece.remove();
    return pieces.map(piece => piece.textContent).join("");
  }

  #listeners() {
    const wordOf = event => {
      const word = event.target instanceof Element && event.target.closest("yomi-term");
      return word && this.#terms.has(word) ? word : null;
    };
    const show = word => this.#tools.card.show(word, this.#tools.entries[this.#terms.get(word)], this.#lang);
    this.#heard = this.#heard || [
      ["pointerdown", event => this.#pressed = this.#tools.card.word],
      ["click", event => {
        const word = wordOf(event);
        if (word && this.#pressed !== word) show(word);
        this.#pressed = null;
      }],
      ["keydown", event => {
        const word = wordOf(event);
        if (!word || event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        show(word);
      }],
    ];
    return this.#heard;
  }

  #heard;
}

function selector(skip) {
  if (!skip.trim()) return SKIPPED;
  try {
    document.createDocumentFragment().querySelector(skip);
  } catch (refused) {
    throw new YomiError("bad-option", "skip is no selector: " + skip.slice(0, 80));
  }
  return SKIPPED + "," + skip;
}

// Whether a text stands in lines: in a flex box or a grid its words would each become a part of their own.
function laidOutInLines() {
  const known = new Map();
  return node => {
    const parent = node.parentElement;
    if (!parent || !node.data.trim()) return true;
    if (!known.has(parent)) known.set(parent, !/flex|grid/.test(getComputedStyle(parent).display));
    return known.get(parent);
  };
}

// Gives a promise to wait for where a slice of time is used up.
function slices(length) {
  let until = performance.now() + length;
  return () => performance.now() > until && breath().then(() => until = performance.now() + length);
}

// The element by which it is seen where a text stands: itself, or the one around it that has a box.
function boxOf(element) {
  while (element && getComputedStyle(element).display === "contents") element = element.parentElement;
  return element;
}

// How many sentences from this one on have so many letters; one at least.
function filled(sentences, from, room) {
  let to = from;
  while (to < sentences.length && (to === from || room >= sentences[to].letters)) room -= sentences[to++].letters;
  return to;
}

// Waits until the page has drawn what was changed; gives how long (ms) that took.
function drawn() {
  return new Promise(done => {
    requestAnimationFrame(() => {
      const begun = performance.now();
      breath().then(() => done(performance.now() - begun));
    });
    soon(() => done(DRAWING));
  });
}

// A page that nobody sees draws nothing.
function soon(act) {
  setTimeout(act, document.hidden ? 0 : 200);
}

// Where to end a part of a long sentence: behind a mark that no term has in it.
function cut(text, from) {
  if (text.length - from <= LETTERS) return text.length;
  const part = text.slice(from, from + LETTERS);
  const end = Math.max(...["\u3002", "\u3001", "\n", ". "].map(mark => part.lastIndexOf(mark)));
  return from + (end > 0 ? end + 1 : LETTERS);
}

function join(node, pieces) {
  const own = new Set();
  for (const piece of pieces) {
    if (piece.nodeType === 3) own.add(piece);
    else {
      for (const text of piece.childNodes) own.add(text);
      piece.replaceWith(...piece.childNodes);
    }
  }
  let rest = "";
  for (let next = node.nextSibling; own.has(next); next = node.nextSibling) {
    rest += next.data;
    next.remove();
  }
  if (rest) node.appendData(rest);
}

// A word before it has its text: a button among words, which no script and no style of the host knows.
let made;
function blank() {
  if (!made) {
    made = document.createElement("yomi-term");
    for (const [name, value] of [["role", "button"], ["tabindex", "0"], ["aria-haspopup", "dialog"]]) made.setAttribute(name, value);
  }
  return made;
}

// Gives a page, or a shadow root, the look of the words; what it returns takes it away. Several can ask.
const worn = new Map();
let wordSheet;
function wear(root) {
  if (!wordSheet) {
    wordSheet = new CSSStyleSheet();
    wordSheet.replaceSync("yomi-term{all:unset;cursor:pointer;text-decoration:underline dotted from-font;text-underline-offset:.2em}"
      + "yomi-term:hover,yomi-term[aria-expanded=true]{text-decoration-style:solid}"
      + "yomi-term:focus-visible{outline:2px solid;outline-offset:2px;border-radius:2px}");
  }
  const whole = root.getRootNode(), tree = "adoptedStyleSheets" in whole ? whole : document;
  worn.set(tree, (worn.get(tree) || 0) + 1);
  if (worn.get(tree) === 1) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, wordSheet];
  return () => {
    worn.set(tree, worn.get(tree) - 1);
    if (!worn.get(tree)) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter(sheet => sheet !== wordSheet);
  };
}
