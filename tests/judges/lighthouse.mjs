// Lighthouse as it comes: a phone on a slow line. Each run in a browser of its own.
import lighthouse from "lighthouse";

const audits = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

/** For each address the scores (of 100) of the categories and, with them, the audits of speed (milliseconds; the shift has no
 * unit): of so many runs, by turns, the least, the median and the most. */
export async function judge(launch, addresses, { times, categories }) {
  const runs = addresses.map(() => []);
  for (let run = 0; run < times * addresses.length; run += 1) {
    const at = run % addresses.length, browser = await launch();
    const port = new URL(browser.wsEndpoint()).port;
    const { lhr } = await lighthouse(addresses[at], { port, output: "json", logLevel: "silent", onlyCategories: categories });
    await browser.close();
    const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
    const values = audits.filter(id => id in lhr.audits).map(id => [id, lhr.audits[id].numericValue]);
    runs[at].push(Object.fromEntries([...scores, ...values]));
  }
  const spread = (runs, name) => {
    const values = runs.map(run => run[name]).sort((a, b) => a - b);
    return { least: values[0], median: values[values.length >> 1], most: values.at(-1) };
  };
  return runs.map(runs => Object.fromEntries(Object.keys(runs[0]).map(name => [name, spread(runs, name)])));
}
