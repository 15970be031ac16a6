/** The module `yomikurabe.js`: what a page of yours can ask a pack for. See docs/embedding.md. */

/** Opens the pack beside the module. Rejects with a {@link YomiError}. */
export function open(options?: OpenOptions): Promise<Kit>;

/** What `yomikurabe.classic.js` gives to pages whose scripts are no modules. */
declare global {
  var Yomikurabe: { open(options?: OpenOptions): Promise<Kit> };
}

export interface OpenOptions {
  /** The address of another pack's data, built with a page of the same version. */
  pack?: string;
  /** The address of the page to which popups link; the one beside the module, if not said. */
  page?: string;
  /** The language of popups: Japanese, if not said. */
  lang?: Lang;
}

/** Every refusal. */
export class YomiError extends Error {
  constructor(code: Code, message: string);
  readonly code: Code;
}

export type Code =
  | "unreachable" | "no-wasm" | "bad-pack" | "bad-option" | "unknown-id" | "bad-answer" | "answered" | "over" | "broken";

export type Lang = "ja" | "en";

interface Kit {
  /** Puts popups on the terms of the text in an element, a document or a shadow root. */
  annotate(root: Element | Document | ShadowRoot, options?: AnnotateOptions): Annotation;
  /** The terms in a text, from left to right. */
  lookup(text: string): Found[];
  /** All entries, in the pack's order. */
  glossary(): Entry[];
  /** The statements that a filter leaves; all without one. */
  statements(filter?: Filter): Statement[];
  /** Two actors side by side: `russia` is the whole side, `~russia` the actor alone. */
  compare(a: string, b: string, filter?: Filter): Pair;
  /** Draws a quiz; the same options give the same questions. */
  quiz(options?: QuizOptions): Quiz;
  /** The questions of such a quiz with their key, for paper. */
  sheet(options?: QuizOptions): Solved[];
  /** What the pack is about and what it holds. */
  pack(): Pack;
}
export type { Kit };

export interface AnnotateOptions {
  /** Popups on the first occurrence of each term, or on every one. First, if not said. */
  occurrences?: "first" | "every";
  /** A selector of what is to be left alone besides links, buttons, fields, code and the like. */
  skip?: string;
  /** Whether text that comes later or changes is annotated too. */
  follow?: boolean;
  /** The language of these popups. */
  lang?: Lang;
}

interface Annotation {
  /** Resolved when all words are found and those near the window bear their popups; the others do when they come near. */
  readonly ready: Promise<Annotation>;
  /** How many words are found. */
  readonly count: number;
  /** Leaves the page as it was. */
  undo(): void;
}
export type { Annotation };

export interface Both { ja: string; en: string }
export interface Named { id: string; name: Both }

/** A place in a document and the words that bear the claim; `view` stands behind # in the address of the page. */
export interface Place { document: string; label: string; paragraph: number; words: string; view: string }

export interface Entry {
  id: string;
  headword: string;
  reading: string;
  en: string;
  native: string | null;
  kind: "treaty" | "organisation" | "weapon" | "place" | "concept" | "event" | "rhetoric" | "idiom" | "person" | "role";
  forms: string[];
  gloss: Both;
  /** The definition, each sentence with its place, or the date at which it was certain as background knowledge. */
  says: { text: string; place: Place | null; background: string | null }[];
  related: string[];
  view: string;
}

/** A term in a text; positions count as those of JavaScript's strings do. */
export interface Found { start: number; end: number; text: string; entry: Entry }

export interface Filter {
  issues?: string[];
  actors?: string[];
  documents?: string[];
  attributions?: Attribution[];
  /** 2026, 2026-01 or 2026-01-06. */
  from?: string;
  until?: string;
  /** False leaves statements without a date out. */
  undated?: boolean;
}

export type Stance = "supports" | "conditional" | "opposes" | "ambiguous" | "no-comment";
export type Attribution = "direct" | "reported" | "hedged" | "inference";

export interface Statement {
  id: string;
  actor: Named;
  issue: string;
  stance: Stance;
  condition: string | null;
  paraphrase: string;
  date: string | null;
  /** Who uttered it, where that is not the actor. */
  speaker: Named | null;
  /** Who reports it; null is the document's own author. */
  reporter: Named | null;
  attribution: Attribution;
  cue: string;
  quote: string | null;
  place: Place;
  note: string | null;
}

export interface Pair {
  a: Named & { side: boolean };
  b: Named & { side: boolean };
  takenOut: string | null;
  rows: Row[];
  tally: { agree: number; partly: number; differ: number; cannotCompare: number };
}

export type Obstacle = "not-stated" | "left-out" | "differs-within" | "ambiguous" | "no-comment";

export interface Row {
  issue: string;
  a: Cell;
  b: Cell;
  relation: "agree" | "partly" | "differ" | "cannot-compare";
  /** What stands in the way with a and with b, where they cannot be compared. */
  obstacles: [Obstacle | null, Obstacle | null] | null;
  daysApart: number | null;
  /** The only document in the whole pack that speaks on the issue. */
  restsOn: string | null;
}

/** Statements that differ are never made into one stance. */
export interface Cell {
  verdict: "not-stated" | "one" | "differ";
  stances: Stance[];
  statements: Statement[];
  leftOut: number;
}

export interface QuizOptions {
  /** The same seed, the same questions. 1, if not said. */
  seed?: number;
  /** 1 to 50; 10, if not said. */
  count?: number;
  kinds?: Kind[];
  documents?: string[];
  issues?: string[];
  /** In practice feedback comes at once and an answer stands; in a test it comes with the result. */
  mode?: "practice" | "test";
}

export type Kind =
  | "term" | "who-said" | "cloze" | "order" | "true-false" | "basis" | "match" | "which-document" | "figure";

interface Quiz {
  readonly questions: Question[];
  /** Answers the question of that number, from 0. Null in a test. */
  answer(number: number, value: number | string | number[]): Feedback | null;
  /** What came of it so far; it ends a test. */
  result(): Result;
}
export type { Quiz };

export type Question = {
  id: string;
  kind: Kind;
  origin: "written" | "generated";
  stem: string;
  context: string | null;
  issues: string[];
} & (
  | { task: "choice"; options: string[] }
  | { task: "typed"; options: string[] }
  | { task: "order"; items: string[] }
  | { task: "match"; left: string[]; right: string[] }
);

export interface Feedback {
  question: number;
  right: boolean;
  parts: boolean[];
  solution: string[];
  why: string;
  place: Place;
}

/** A question with its key. */
export type Solved = Question & Pick<Feedback, "solution" | "why" | "place">;

export interface Result { right: number; of: number; answered: number; milliseconds: number; answers: Feedback[] }

export interface Pack {
  id: string;
  title: Both;
  lead: Both;
  licence: string;
  documents: { id: string; label: string; title: string; short: Both; kind: Both; date: string | null; publisher: string | null; authors: string[] }[];
  actors: (Named & { kind: string; side: string; role: Both })[];
  issues: { id: string; title: Both; question: Both; note: string | null }[];
}
