// The module for pages of others, `yomikurabe.js`: what it exports, and how questions go into the program and answers come
// out. Before it stands the glue that wasm-bindgen wrote, behind it annotate.js and card.js. See docs/embedding.md.

// Every refusal: `code` to act on, `message` to read.
export class YomiError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "YomiError";
    this.code = code;
  }
}

const files = {
  program: new URL("PROGRAM", import.meta.url),
  pack: new URL("DATA", import.meta.url),
  page: new URL("index.html", import.meta.url),
};

// Opens the pack beside this file, or another one that was built for a page of the same version.
export async function open(options) {
  const { pack = files.pack.href, page = files.page.href, lang = "ja" } = read(options, {
    pack: "string",
    page: "string",
    lang: ["ja", "en"],
  });
  const [data, glue] = await Promise.all([packOf(address(pack)), program()]);
  // The page answers between two steps.
  await breath();
  return new Kit(attempt(() => new glue.Kit(data)), address(page).href, lang);
}

class Kit {
  #asked; #page; #lang; #entries; #card;

  constructor(asked, page, lang) {
    this.#asked = asked;
    this.#page = page;
    this.#lang = lang;
  }

  annotate(root, options) {
    this.#entries = this.#entries || this.glossary();
    this.#card = this.#card || new Card(this.#page);
    return new Annotation(root, options, { link: text => this.#asked.link(text), entries: this.#entries, card: this.#card, lang: this.#lang });
  }

  lookup(text) {
    return attempt(() => this.#asked.lookup(string(text, "lookup wants a text")));
  }

  glossary() {
    return attempt(() => this.#asked.glossary());
  }

  statements(filter) {
    return attempt(() => this.#asked.statements(asText(filter)));
  }

  compare(a, b, filter) {
    const [one, other] = [a, b].map(id => string(id, "compare wants two ids of actors"));
    return attempt(() => this.#asked.compare(one, other, asText(filter)));
  }

  quiz(options) {
    return new Quiz(attempt(() => this.#asked.quiz(asText(options))));
  }

  // For paper: the questions with what is said of them when nobody has answered.
  sheet(options) {
    const quiz = this.quiz(options), numbers = list => list.map((_, at) => at);
    const blank = { choice: () => 0, typed: () => "", order: ({ items }) => numbers(items), match: ({ left }) => left.map(() => 0) };
    quiz.questions.forEach((question, number) => quiz.answer(number, blank[question.task](question)));
    return quiz.result().answers.map(({ question, solution, why, place }) => ({ ...quiz.questions[question], solution, why, place }));
  }

  pack() {
    return attempt(() => this.#asked.pack());
  }
}

class Quiz {
  #asked;

  constructor(asked) {
    this.#asked = asked;
    this.questions = attempt(() => asked.questions());
  }

  answer(number, value) {
    if (!Number.isInteger(number) || number < 0) throw new YomiError("bad-answer", "a question is named by its number, from 0");
    return attempt(() => this.#asked.answer(number, asText(value)));
  }

  result() {
    return attempt(() => this.#asked.result());
  }
}

// The program, loaded once whoever asks.
let loading;
function program() {
  loading = loading || load();
  loading.catch(() => loading = null);
  return loading;
}

async function load() {
  const fetched = () => reached(files.program);
  let module;
  try {
    module = await WebAssembly.compileStreaming(fetched())
      // A server that does not know what wasm is.
      .catch(async () => WebAssembly.compile(await (await fetched()).arrayBuffer()));
    await glue.default({ module_or_path: module });
  } catch (refused) {
    if (refused instanceof YomiError) throw refused;
    throw new YomiError("no-wasm", "WebAssembly does not run here; the page's policy needs 'wasm-unsafe-eval' in script-src");
  }
  return glue;
}

// The pack stands in the last line of the page's data.
async function packOf(url) {
  const lines = (await (await reached(url)).text()).trimEnd().split("\n");
  return lines[lines.length - 1];
}

async function reached(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (refused) {}
  if (response && response.ok) return response;
  throw new YomiError("unreachable", url.href + " cannot be had" + (response ? ": " + response.status : ""));
}

function address(text) {
  try {
    return new URL(text, document.baseURI);
  } catch (refused) {
    throw new YomiError("bad-option", "this is no address: " + text.slice(0, 80));
  }
}

// What the program refuses comes as a text that begins with its code.
function attempt(asked) {
  try {
    return asked();
  } catch (refused) {
    if (refused instanceof YomiError) throw refused;
    if (typeof refused !== "string") throw new YomiError("broken", "the program has stopped: " + refused);
    const end = refused.indexOf(" ");
    throw new YomiError(refused.slice(0, end), refused.slice(end + 1));
  }
}

function string(value, says) {
  if (typeof value !== "string") throw new YomiError("bad-option", says);
  return value;
}

// A value as JSON; what JSON would drop or change without a word is refused.
function asText(value) {
  if (value === undefined) return "{}";
  const refuse = () => { throw new YomiError("bad-option", "only texts, finite numbers, yes and no, lists and plain objects can be options or answers"); };
  const known = (key, part) => {
    const kind = typeof part;
    if (kind === "function" || kind === "symbol" || kind === "bigint" || kind === "number" && !Number.isFinite(part)) refuse();
    return part;
  };
  try {
    return JSON.stringify(value, known) || refuse();
  } catch (refused) {
    if (refused instanceof YomiError) throw refused;
    return refuse();
  }
}

// Options that are read here: by their names, each with its type or the words it may be.
function read(options, kinds) {
  const chosen = JSON.parse(asText(options));
  if (!chosen || typeof chosen !== "object" || Array.isArray(chosen)) throw new YomiError("bad-option", "options are a plain object");
  for (const [name, value] of Object.entries(chosen)) {
    const kind = Object.hasOwn(kinds, name) && kinds[name];
    if (!kind) throw new YomiError("bad-option", "no option `" + name.slice(0, 40) + "`; there are " + Object.keys(kinds).join(", "));
    if (Array.isArray(kind) ? !kind.includes(value) : typeof value !== kind) {
      throw new YomiError("bad-option", name + " is " + (Array.isArray(kind) ? kind.join(" or ") : "a " + kind));
    }
  }
  return chosen;
}

// Lets the page do what waits: input, drawing, its own work.
const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()();
function breath() {
  return new Promise(done => {
    waiting.push(done);
    channel.port2.postMessage(0);
  });
}
