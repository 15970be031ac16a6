// How soon the built page is there, by Lighthouse and beside two programs that people use for such things; `cargo xtask bench`
// runs this by itself, with nothing else on the machine. Arguments: the folder of the page, the root of the repository, the
// report to add to. CHROMIUM names the browser. It fails where a bound is missed.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launch } from "./browser.mjs";
import { judge } from "./lighthouse.mjs";
import { peers } from "./peers.mjs";
import { serve } from "./serve.mjs";

const [dist, root, report] = process.argv.slice(2);
const bounds = [
  ["performance", "of 100", value => value === 100, "100 wanted"],
  ["total-blocking-time", "ms", value => value < 50, "under 50 wanted"],
  ["cumulative-layout-shift", "", value => value === 0, "0 wanted"],
  ["first-contentful-paint", "ms", () => true, ""],
  ["largest-contentful-paint", "ms", () => true, ""],
];
const lines = [], missed = [];

// Beside a page of one line, whose blocking is the machine's and the browser's own.
const plain = fs.mkdtempSync(path.join(os.tmpdir(), "plain-"));
fs.writeFileSync(path.join(plain, "index.html"), "<!DOCTYPE html><html lang=ja><meta name=viewport content=width=device-width>"
  + "<title>一行</title><p>一行だけのページ。");
const sites = await Promise.all([dist, plain].map(serve));
const addresses = sites.map(site => site.address);
const [found, floor] = await judge(launch, addresses, { times: 5, categories: ["performance"] });
sites.forEach(site => site.close());
fs.rmSync(plain, { recursive: true });
for (const [name, unit, isMet, wanted] of bounds) {
  const { [name]: { least, median, most } } = found, [a, b, c] = [least, median, most].map(Math.round);
  console.log(`Lighthouse, ${name}: ${b} ${unit} (${a} to ${c})  ${wanted} ${isMet(median) ? "" : "MISSED"}`.trim());
  if (!isMet(median)) missed.push(name);
  lines.push({ what: `Lighthouse, ${name}`, median, least, most });
}
const { least, median, most } = floor["total-blocking-time"];
console.log(`total-blocking-time of a page of one line, by turns: ${Math.round(median)} ms (${Math.round(least)} to ${Math.round(most)})`);
lines.push({ what: "Lighthouse, total-blocking-time of a page of one line", median, least, most });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "peers-")), browser = await launch();
try {
  console.log("\non a slow line, four times slower         bytes  first paint  usable");
  for (const [what, bytes, painted, usable] of await peers(browser, dist, root, folder)) {
    console.log(`${what.padEnd(38)}${String(bytes).padStart(9)}${painted.toFixed(0).padStart(10)} ms${usable.toFixed(0).padStart(6)} ms`);
    lines.push({ what: `${what}, on a slow line`, bytes, painted, usable });
  }
} finally {
  await browser.close();
  fs.rmSync(folder, { recursive: true });
}
const before = JSON.parse(fs.readFileSync(report, "utf8"));
fs.writeFileSync(report, JSON.stringify([...before, ...lines], null, 2));
if (missed.length) {
  console.error(`\nmissed: ${missed.join(", ")}`);
  process.exit(1);
}
