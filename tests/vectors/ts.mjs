// Runs `ts-fsrs` over the histories of histories.json and writes one line a review: node ts.mjs OUTPUT.
//
// line = "r" stability difficulty due, where due is "d" days or "m" minutes from the review,
//        then the dues of all four ratings; "h" ends a history.
import { readFileSync, writeFileSync } from "node:fs";
import { createEmptyCard, fsrs } from "ts-fsrs";

const plan = JSON.parse(readFileSync(new URL("histories.json", import.meta.url)));
const MASK = (1n << 64n) - 1n;
const DAY = 86_400_000;

/** SplitMix64, as the page's own `Rng`. */
class Rng {
  constructor(seed) { this.state = BigInt(seed); }
  next() {
    this.state = (this.state + 0x9e3779b97f4a7c15n) & MASK;
    let bits = this.state;
    bits = ((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    bits = ((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return bits ^ (bits >> 31n);
  }
  below(end) { return Number(((this.next() >> 32n) * BigInt(end)) >> 32n); }
}

const clocks = plan.zones.map((timeZone) => new Intl.DateTimeFormat("en-CA", {
  timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
  hour: "numeric", minute: "numeric", second: "numeric",
}));

/** The day of a moment where the clock shows local time and days begin at an hour, from 1970-01-01. */
function dayOf(zone, hour, moment) {
  const part = Object.fromEntries(clocks[zone].formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return Math.floor((local - hour * 3_600_000) / DAY);
}

const schedulers = plan.parameters.map(({ weights, retention }) => fsrs({
  w: weights, request_retention: retention, enable_fuzz: false, enable_short_term: true,
  learning_steps: ["10m"], relearning_steps: ["10m"], maximum_interval: 36500,
}));

function dueOf(card, now) {
  const minutes = (card.due.getTime() - now.getTime()) / 60_000;
  return card.scheduled_days > 0 ? `d${minutes / 1440}` : `m${minutes}`;
}

const out = [];
for (let at = 0; at < plan.histories; at++) {
  const rng = new Rng(plan.seed + at);
  const scheduler = schedulers[at % schedulers.length];
  const zone = rng.below(plan.zones.length);
  const hour = rng.below(24);
  let moment = 1_546_300_800_000 + rng.below(8 * 365 * 1440) * 60_000;
  let card = createEmptyCard(new Date(moment));
  const reviews = 1 + rng.below(12);
  for (let nth = 0; nth < reviews; nth++) {
    const lot = rng.below(20);
    const rating = lot < 3 ? 1 : lot < 6 ? 2 : lot < 17 ? 3 : 4;
    const now = new Date(dayOf(zone, hour, moment) * DAY + nth * 1000);
    const outcomes = scheduler.repeat(card, now);
    card = outcomes[rating].card;
    const all = [1, 2, 3, 4].map((one) => dueOf(outcomes[one].card, now));
    out.push(["r", card.stability, card.difficulty, dueOf(card, now), ...all].join(" "));
    const days = rng.below(10) < 3 ? 0 : 1 + rng.below(2 ** rng.below(9));
    moment += (days * 1440 + 1 + rng.below(600)) * 60_000;
  }
  out.push("h");
}
writeFileSync(process.argv[2], `${out.join("\n")}\n`);
