// What the dialogue for teachers gives out: its codes, read by jsQR as they stand in the window, and its packages, taken from the disk
// as a course system would take them.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import jsQR from "jsqr";
import { Findings, scorm, until, PAPER } from "./course.mjs";
import { unzipped } from "./zip.mjs";

const read = jsQR.default ?? jsQR;
/** Where the teacher's copy stands: of 500 letters, the longest that the dialogue takes. */
const FAR = `https://example.org/${"y".repeat(479)}/`;
const NEAR = "https://example.org/yomi/";

/** Opens the dialogue for a view, and says where the copy stands. */
async function dialogue(browser, address, of, copy) {
  const page = await browser.newPage();
  await page.goto(`${address}#material?of=${encodeURIComponent(of)}`);
  await page.waitForSelector("#material-copy");
  await page.$eval("#material-copy", (field, copy) => {
    field.value = copy;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, copy);
  await page.waitForSelector("#material-link");
  return page;
}

/** The text of a code as a camera sees it: the pixels of a picture of the element. */
async function scanned(browser, element) {
  const picture = await element.screenshot({ encoding: "base64" });
  const page = await browser.newPage();
  const { width, height, pixels } = await page.evaluate(async picture => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
    return { width, height, pixels: [...data] };
  }, picture);
  await page.close();
  return read(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}

const codes = [
  ["a document", "doc/paris-declaration", NEAR, 640],
  ["a quiz of everything", "quiz", FAR, 1280],
  ["the longest search", `search?q=${"停戦".repeat(120)}`, NEAR, 1280],
];

/** Every code, in the dark and large, says what the link beside it says. */
async function codesSay(browser, address) {
  const findings = new Findings();
  for (const [name, of, copy, width] of codes) {
    const page = await dialogue(browser, address, of, copy);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await page.setViewport({ width, height: width, deviceScaleFactor: 2 });
    if (of === "quiz") for (const box of await page.$$("#material-of-sort input[type=checkbox]")) await box.evaluate(box => box.click());
    const link = await page.$eval("#material-link", area => area.value);
    await page.$eval("[data-do=enlarge-code]", button => button.click());
    const large = await page.waitForSelector("#material-code[open] svg");
    findings.equal(`${name}, ${link.length} letters`, await scanned(browser, large), link);
    await page.close();
  }
  return findings;
}

/** The package with the dialogue's choice in it, as the browser has saved it. */
async function saved(browser, address, name, of, folder) {
  const page = await dialogue(browser, address, of, NEAR), file = path.join(folder, name);
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await page.$eval(`[data-of="${name}"]`, button => button.click());
  await until(name, () => fs.existsSync(file));
  await page.close();
  return file;
}

/** The parts of a view's query, in one order. */
const inOrder = view => [view.split("?")[0], ...view.split("?")[1].split("&").toSorted()];

/** A package that was downloaded: whole to another reader of zips, changed in its choice only, and a course. */
async function packaged(browser, address, dist, python, folder, form) {
  const name = `course-${form}.zip`;
  const file = await saved(browser, address, name, PAPER, folder);
  const findings = await scorm(browser, form, unzipped(fs.readFileSync(file)), false);
  const whole = spawnSync(python, ["-m", "zipfile", "--test", file], { encoding: "utf8" });
  findings.equal("the checksums", [whole.status, whole.stdout.trim()], [0, "Done testing"]);
  const before = unzipped(fs.readFileSync(path.join(dist, "downloads", name)));
  for (const [part, text] of unzipped(fs.readFileSync(file))) {
    if (part !== "course.js") findings.holds(`${part} as it was`, text === before.get(part));
    else findings.equal("the choice", inOrder(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)).view), inOrder(PAPER));
  }
  return findings;
}

/** What was found of each, by what it was held against. */
export async function material(browser, address, dist, python, folder) {
  const said = [["codes of the dialogue, by jsQR", await codesSay(browser, address)]];
  for (const form of ["scorm12", "scorm2004"])
    said.push([`${form} out of the dialogue, by zipfile and scorm-again`, await packaged(browser, address, dist, python, folder, form)]);
  return said;
}
