// Lighthouse as it comes: a phone on a slow line. Five runs, each in a browser of its own.
import lighthouse from "lighthouse";

const audits = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

const middle = values => values.sort((a, b) => a - b)[values.length >> 1];

/** The medians of the four scores (of 100) and of the audits (milliseconds; the shift has no unit). */
export async function judge(launch, address, times = 5) {
  const runs = [];
  for (let run = 0; run < times; run += 1) {
    const browser = await launch();
    const port = new URL(browser.wsEndpoint()).port;
    const { lhr } = await lighthouse(address, { port, output: "json", logLevel: "silent" });
    await browser.close();
    const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
    const values = audits.map(id => [id, lhr.audits[id].numericValue]);
    runs.push(Object.fromEntries([...scores, ...values]));
  }
  return Object.fromEntries(Object.keys(runs[0]).map(name => [name, middle(runs.map(run => run[name]))]));
}
