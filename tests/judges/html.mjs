// The checker of HTML, over the static page and over what the app makes of it.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const views = [
  "", "doc/paris-declaration", "doc/seventy-two-hours", "glossary", "term/new-start", "compare",
  "compare/russia/ukraine", "issue/ceasefire", "issue/ceasefire/time", "issue/ceasefire/documents", "quiz",
  "quiz/paper?seed=5&n=5", "record", "search?q=ATACMS", "timeline", "telling", "figures", "known", "agreement", "codebook",
  "no-such-place",
];

// What the engine took out of the page is text there: the checker would take it for elements.
function standing() {
  const copy = document.documentElement.cloneNode(true);
  for (const kept of copy.querySelectorAll("noscript")) kept.remove();
  return `<!DOCTYPE html>${copy.outerHTML}`;
}

/** The messages of the checker about the page as it is built and as each view stands when mounted, one line each. */
export async function html(browser, dist, address, folder) {
  const files = ["index.html", "views.html", "yomikurabe.html", "downloads/index.html"].map(name => path.join(dist, name));
  const page = await browser.newPage();
  for (const [lang, view] of ["ja", "en"].flatMap(lang => views.map(view => [lang, view]))) {
    await page.goto(address);
    await page.evaluate(lang => localStorage.setItem("yomikurabe.settings", `lang=${lang}`), lang);
    await page.goto(`${address}#${view}`);
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    await page.waitForSelector("h1");
    const file = path.join(folder, `${lang}-${view.replaceAll(/\W+/g, "-")}.html`);
    fs.writeFileSync(file, await page.evaluate(standing));
    files.push(file);
  }
  // Who judges next finds the page as a new reader does.
  await page.evaluate(() => localStorage.clear());
  await page.close();
  const jar = path.join(import.meta.dirname, "node_modules/vnu-jar/build/dist/vnu.jar");
  const checker = spawnSync("java", ["-Xss4m", "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", ...files], {
    encoding: "utf8", maxBuffer: 1 << 28,
  });
  if (checker.error) throw new Error(`the checker of HTML needs java on the PATH: ${checker.error.message}`);
  const { messages } = JSON.parse(checker.stdout);
  // The checker's list of CSS ends before anchor positioning.
  const unknown = /“position-(area|try-fallbacks)” doesn't exist/;
  const errors = messages.filter(({ type, message }) => type === "error" && !unknown.test(message));
  const say = ({ url, lastLine, message, extract }) => `${path.basename(url)}:${lastLine}: ${message}  ${extract?.slice(0, 160)}`;
  return { pages: files.length, errors: errors.map(say) };
}
