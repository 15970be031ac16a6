// Runs the engine's linker and search beside JavaScript's own means, over the same text, in turns; and the scheduling
// beside npm's ts-fsrs, over the same answers.
import init, { Linking, Scheduling, Searching } from "./measure.js";
import { createEmptyCard, fsrs } from "./ts-fsrs.js";

await init();
const { documents, terms, queries } = await (await fetch("./corpus.json")).json();

const timed = work => {
  const began = performance.now();
  const value = work();
  return [performance.now() - began, value];
};
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
// Between two measurements the browser may draw and clean up.
const breath = () => new Promise(resolve => setTimeout(resolve, 20));

/** Finding all terms in all documents, against one regular expression of all terms, the longest first. */
window.link = async rounds => {
  const [building, linking] = timed(() => new Linking(terms, documents));
  const escaped = terms.toSorted((a, b) => b.length - a.length).map(term => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const regex = new RegExp(escaped.join("|"), "g");
  // Where each match stands, as links need it.
  const places = text => {
    const found = [];
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) found.push([match.index, match[0]]);
    return found.length;
  };
  const matches = () => documents.reduce((sum, text) => sum + places(text), 0);
  const engine = [], expression = [];
  let found = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const [engineTime, links] = timed(() => linking.run());
    await breath();
    const [expressionTime, hits] = timed(matches);
    await breath();
    engine.push(engineTime);
    expression.push(expressionTime);
    found = [links, hits];
  }
  return { building, engine: median(engine), expression: median(expression), links: found[0], hits: found[1] };
};

// The folding of the search, written again from its description, so that one is held against the other.
const fold = text => text.normalize("NFKC").toLowerCase()
  .replace(/[・·‧]/g, "")
  .replace(/[-‐‒–—―−]/g, "ー")
  .replace(/[ァ-ヶヽヾ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/** Each query so many times in a row, against String.includes over the same documents. */
window.search = async times => {
  const [building, searching] = timed(() => new Searching(documents));
  const folded = documents.map(fold);
  const engine = [], includes = [];
  let found = 0, wrong = 0, missed = 0, plain = 0;
  for (const query of queries) {
    const repeat = work => timed(() => { for (let n = 1; n < times; n += 1) work(); return work(); });
    const [engineTime, hits] = repeat(() => searching.run(query));
    const [includesTime, holding] = repeat(() => documents.filter(text => text.includes(query)));
    engine.push(engineTime / times);
    includes.push(includesTime / times);
    const got = new Set(hits), asked = fold(query);
    const right = folded.flatMap((text, at) => (text.includes(asked) ? [at] : []));
    found += right.filter(at => got.has(at)).length;
    missed += right.filter(at => !got.has(at)).length;
    wrong += got.size - right.filter(at => got.has(at)).length;
    plain += holding.length;
    await breath();
  }
  return {
    building, engine: median(engine), includes: median(includes),
    worst: Math.max(...engine), worstIncludes: Math.max(...includes),
    recall: found / (found + missed), precision: found / (found + wrong), found, plain,
  };
};

/** A hundred thousand answers to ten thousand items, so many times, against ts-fsrs as it is meant to be used. */
window.schedule = async rounds => {
  const ITEMS = 10_000, EACH = 10, DAY = 86_400_000;
  let state = 1;
  const lot = end => (state = (state * 48271) % 2147483647) % end;
  const histories = Array.from({ length: ITEMS }, () => {
    let at = 1_700_000_000_000 - 1_700_000_000_000 % DAY;
    return Array.from({ length: EACH }, () => {
      at += (1 + lot(40)) * DAY;
      return [at, [1, 2, 3, 3, 3, 3, 3, 3, 4, 4][lot(10)]];
    });
  });
  const ours = new Scheduling(
    Uint32Array.from(histories, history => history.length),
    Float64Array.from(histories.flat(), ([at]) => at),
    Uint8Array.from(histories.flat(), ([, rating]) => rating),
  );
  const scheduler = fsrs({
    request_retention: 0.9, enable_fuzz: false, enable_short_term: true,
    learning_steps: ["10m"], relearning_steps: ["10m"], maximum_interval: 36500,
  });
  const dated = histories.map(history => history.map(([at, rating]) => [new Date(at), rating]));
  const last = history => history.reduce((card, [at, rating]) => scheduler.next(card, at, rating).card, createEmptyCard(history[0][0]));
  const theirs = () => dated.reduce((sum, history) => sum + last(history).stability, 0);
  const engine = [], peer = [];
  let sums = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const [engineTime, sum] = timed(() => ours.run());
    await breath();
    const [peerTime, other] = timed(theirs);
    await breath();
    engine.push(engineTime);
    peer.push(peerTime);
    sums = [sum, other];
  }
  return { engine: median(engine), peer: median(peer), ours: sums[0], theirs: sums[1] };
};

document.documentElement.toggleAttribute("data-ready");
