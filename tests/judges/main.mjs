// Programs of others judge the page that is built; `cargo xtask judge` runs this. Arguments: the folder of the page and the
// root of the repository. CHROMIUM names the browser, PYTHON a Python that has Anki's library. It fails where something is found or a bound is missed.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launch } from "./browser.mjs";
import { courses } from "./course.mjs";
import { csp } from "./csp.mjs";
import { html } from "./html.mjs";
import { judge } from "./lighthouse.mjs";
import { material } from "./material.mjs";
import { packages } from "./packages.mjs";
import { reviews } from "./reviews.mjs";
import { serve } from "./serve.mjs";

const [dist, root] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "judges-"));
const missed = [];
const say = (good, line) => {
  console.log(`${line}  ${good ? "met" : "MISSED"}`);
  if (!good) missed.push(line);
};
const list = (name, found) => {
  say(found.length === 0, `${name}: ${found.length} findings, none wanted`);
  for (const finding of found.slice(0, 20)) console.log(`    ${finding}`);
};

const browser = await launch(), site = await serve(dist);
try {
  list("policy, by csp_evaluator (high and medium)", csp(dist));
  const { pages, errors } = await html(browser, dist, site.address, folder);
  list(`HTML of ${pages} pages, by vnu`, errors);
  for (const [name, { compared, found }] of await packages(browser, dist, process.env.PYTHON))
    list(`${name}, ${compared} compared`, found);
  for (const [name, { compared, found }] of await courses(browser, dist, process.env.PYTHON, folder))
    list(`${name}, ${compared} compared`, found);
  for (const [name, { compared, found }] of await material(browser, site.address, dist, process.env.PYTHON, folder))
    list(`${name}, ${compared} compared`, found);
  const { compared, found: unfit } = reviews(process.env.PYTHON, root);
  list(`Review log, by the optimiser in Anki's library, ${compared} reviews`, unfit);
  const [scores] = await judge(launch, [site.address], { times: 1, categories: ["accessibility", "best-practices", "seo"] });
  for (const [name, { median }] of Object.entries(scores)) say(median === 100, `Lighthouse ${name}: ${median} of 100`);
} finally {
  site.close();
  await browser.close();
  fs.rmSync(folder, { recursive: true });
}
if (missed.length) {
  console.error(`\nmissed: ${missed.length}`);
  process.exit(1);
}
