// The same texts, terms and questions in two programs that people use for such things: a wiki in one file, whose terms
// link themselves, and a form that asks the questions. How soon each can be seen and used on a slow line, by a slow processor.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { serve } from "./serve.mjs";

const modules = path.join(import.meta.dirname, "node_modules");
const middle = values => values.sort((a, b) => a - b)[values.length >> 1];

/** The pack as the page carries it, and the text of its documents. */
function pack(dist, root) {
  const data = fs.readdirSync(dist).find(name => /^pack-.*\.jsonl$/.test(name));
  const [, , line] = fs.readFileSync(path.join(dist, data), "utf8").split("\n");
  const pack = JSON.parse(line);
  const text = ({ id }) => fs.readFileSync(path.join(root, "assets/packs/ukraine/documents", `${id}.md`), "utf8");
  return { ...pack, texts: pack.documents.map(document => [document.title, text(document)]) };
}

/** A wiki with a page a document and a page a term. */
function wiki(pack, folder) {
  const plugins = ["tiddlywiki/freelinks"], themes = ["tiddlywiki/vanilla", "tiddlywiki/snowwhite"];
  fs.mkdirSync(path.join(folder, "tiddlers"), { recursive: true });
  fs.writeFileSync(path.join(folder, "tiddlywiki.info"), JSON.stringify({ plugins, themes }));
  const pages = [
    ...pack.texts.map(([title, text]) => ({ title, text })),
    ...pack.terms.map(({ headword, gloss }) => ({ title: headword, text: gloss })),
    { title: "$:/config/Freelinks/Enable", text: "yes" },
    { title: "$:/DefaultTiddlers", text: `[[${pack.texts[0][0]}]]` },
  ];
  fs.writeFileSync(path.join(folder, "tiddlers", "all.json"), JSON.stringify(pages));
  const script = path.join(modules, "tiddlywiki/tiddlywiki.js");
  const made = spawnSync("node", [script, folder, "--output", path.join(folder, "out"), "--rendertiddler", "$:/core/save/all", "index.html", "text/plain"]);
  if (made.status !== 0) throw new Error(`the wiki is not made: ${made.stderr}`);
  return path.join(folder, "out");
}

/** A form with every question of choice. */
function form(pack, folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const file of ["survey-core/survey.core.min.js", "survey-core/survey-core.min.css", "survey-js-ui/survey-js-ui.min.js"])
    fs.copyFileSync(path.join(modules, file), path.join(folder, path.basename(file)));
  const ask = ({ id, stem, key, distractors }) => ({
    elements: [{ type: "radiogroup", name: id, title: stem, choices: [key, ...distractors], correctAnswer: key }],
  });
  const asked = pack.questions.filter(({ key, distractors }) => typeof key === "string" && distractors?.length);
  const start = `new Survey.Model(${JSON.stringify({ title: pack.title, pages: asked.map(ask) })}).render(document.getElementById("form"));`;
  fs.writeFileSync(path.join(folder, "start.js"), start);
  fs.writeFileSync(path.join(folder, "index.html"), `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>form</title>
<link rel="stylesheet" href="survey-core.min.css"><body><div id="form"></div>
<script src="survey.core.min.js"></script><script src="survey-js-ui.min.js"></script><script src="start.js"></script>`);
  return folder;
}

/** Somebody moves the pointer as soon as there is something to be seen: our engine waits for a sign of a reader. */
function touch() {
  setInterval(() => {
    if (performance.getEntriesByName("first-contentful-paint").length) dispatchEvent(new PointerEvent("pointermove"));
  }, 8);
}

/** Bytes over the line, milliseconds to the first paint and until `ready`; medians of `times` visits. */
async function visit(browser, address, ready, times = 5) {
  const visits = [];
  for (let at = 0; at < times; at += 1) {
    const context = await browser.createBrowserContext(), page = await context.newPage();
    await page.evaluateOnNewDocument(touch);
    const session = await page.createCDPSession();
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => bytes += encodedDataLength);
    await session.send("Network.enable");
    // A slow line of the fourth generation.
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(address, { waitUntil: "commit" }).catch(() => page.goto(address));
    await page.waitForFunction(ready, { polling: 20, timeout: 120_000 });
    const [painted, usable] = await page.evaluate(() => [
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime, performance.now(),
    ]);
    visits.push([bytes, painted, usable]);
    await context.close();
  }
  return [0, 1, 2].map(column => middle(visits.map(visit => visit[column])));
}

/** A row for our page to read in, our page to answer in, the wiki and the form. */
export async function peers(browser, dist, root, folder) {
  const content = pack(dist, root);
  const rows = [
    ["this page, a document", dist, "#doc/missile-permission", "document.documentElement.dataset.ready !== undefined"],
    ["this page, a question", dist, "#quiz/paper?seed=5&n=10", "document.querySelector('#stem')"],
    ["TiddlyWiki, a document", wiki(content, path.join(folder, "wiki")), "", "document.querySelector('.tc-tiddler-body a.tc-tiddlylink')"],
    ["SurveyJS, a question", form(content, path.join(folder, "form")), "", "document.querySelector('input[type=radio]')"],
  ];
  const measured = [];
  for (const [name, where, fragment, ready] of rows) {
    const server = await serve(where);
    measured.push([name, ...await visit(browser, server.address + fragment, ready)]);
    server.close();
  }
  return measured;
}
