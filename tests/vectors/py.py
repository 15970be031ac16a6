"""Runs PyPI's `fsrs` over the histories of histories.json and writes both references' outcomes.

Usage: py.py LINES-OF-TS OUTPUT. The grammar of the output stands in tests/schedule.rs.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from fsrs import Card, Rating, Scheduler, State

HERE = Path(__file__).parent
PLAN = json.loads((HERE / "histories.json").read_text())
MASK = (1 << 64) - 1
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ZONES = [ZoneInfo(name) for name in PLAN["zones"]]


class Rng:
    """SplitMix64, as the page's own `Rng`."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        bits = self.state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
        return bits ^ (bits >> 31)

    def below(self, end):
        return ((self.next() >> 32) * end) >> 32


def day_of(zone, hour, moment):
    """The day of a moment where the clock shows local time and days begin at an hour, from 1970-01-01."""
    local = moment.astimezone(ZONES[zone]).replace(tzinfo=None) - timedelta(hours=hour)
    return (local.date() - EPOCH.date()).days


def offset_minutes(zone, moment):
    return int(moment.astimezone(ZONES[zone]).utcoffset().total_seconds() // 60)


def changes(zone):
    """The offset at the start of 2018 and every change until 2042: `minutes second:minutes …`."""
    at = datetime(2018, 1, 1, tzinfo=timezone.utc)
    last = offset_minutes(zone, at)
    found = [str(last)]
    while at.year < 2042:
        later = at + timedelta(days=7)
        if offset_minutes(zone, later) != last:
            low, high = at, later
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
                low, high = (middle, high) if offset_minutes(zone, middle) == last else (low, middle)
            last = offset_minutes(zone, high)
            found.append(f"{int(high.timestamp())}:{last}")
        at = later
    return " ".join(found)


def scheduler(parameters):
    return Scheduler(
        parameters=parameters["weights"],
        desired_retention=parameters["retention"],
        learning_steps=[timedelta(minutes=10)],
        relearning_steps=[timedelta(minutes=10)],
        maximum_interval=36500,
        enable_fuzzing=False,
    )


SCHEDULERS = [scheduler(parameters) for parameters in PLAN["parameters"]]


def due_of(card, now):
    minutes = (card.due - now).total_seconds() / 60
    return f"d{minutes / 1440:.0f}" if minutes >= 1440 else f"m{minutes:.0f}"


def history(at):
    """For each review: the rating, whether the card was in review, then stability, difficulty, due, and the dues of all four
    ratings."""
    rng = Rng(PLAN["seed"] + at)
    chosen = SCHEDULERS[at % len(SCHEDULERS)]
    zone, hour = rng.below(len(ZONES)), rng.below(24)
    moment = EPOCH + timedelta(milliseconds=1_546_300_800_000 + rng.below(8 * 365 * 1440) * 60_000)
    card = Card(due=moment)
    for nth in range(1 + rng.below(12)):
        lot = rng.below(20)
        rating = 1 if lot < 3 else 2 if lot < 6 else 3 if lot < 17 else 4
        now = EPOCH + timedelta(days=day_of(zone, hour, moment), seconds=nth)
        outcomes = [chosen.review_card(card, Rating(one), now)[0] for one in (1, 2, 3, 4)]
        in_review = card.state == State.Review
        card = outcomes[rating - 1]
        yield rating, in_review, [card.stability, card.difficulty, due_of(card, now), *(due_of(one, now) for one in outcomes)]
        days = 0 if rng.below(10) < 3 else 1 + rng.below(2 ** rng.below(9))
        moment += timedelta(minutes=days * 1440 + 1 + rng.below(600))


def in_order(in_review, dues):
    """The four dues with Hard, Good and Easy of a card in review one after the other, as `ts-fsrs` has them."""
    if not in_review:
        return dues
    hard, good, easy = (int(due[1:]) for due in dues[1:])
    hard = min(hard, good)
    good = max(good, hard + 1)
    return [dues[0], f"d{hard}", f"d{good}", f"d{max(easy, good + 1)}"]


def fnv(value, text):
    """FNV-1a of 32 bits, continued."""
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def number(value):
    return f"{value:.8g}"


def main(lines, output):
    theirs = iter(Path(lines).read_text().split("\n"))
    head = [f"# ts-fsrs 5.4.2, fsrs {version('fsrs')} of PyPI; written by `cargo xtask vectors`"]
    head += [f"z {name} {changes(zone)}" for zone, name in enumerate(PLAN["zones"])]
    body, apart = [], []
    sums = [0x811C9DC5, 0x811C9DC5]
    reviews, unordered, worst = 0, 0, 0.0
    for at in range(PLAN["histories"]):
        for nth, (rating, in_review, py) in enumerate(history(at)):
            ts = next(theirs).split()[1:]
            ts = [float(ts[0]), float(ts[1]), *ts[2:]]
            ordered = in_order(in_review, py[3:])
            apart += [
                f"x {at} {nth} {one + 1} {ts[3 + one]} {ordered[one]}" for one in range(4) if ts[3 + one] != ordered[one]
            ]
            ts[2:] = [ordered[rating - 1], *ordered]
            reviews += 1
            unordered += ts[2] != py[2]
            worst = max(worst, *(abs(a - b) / b for a, b in zip(ts[:2], py[:2])))
            sums = [fnv(sums[0], " ".join(ts[3:])), fnv(sums[1], " ".join(py[3:]))]
        assert next(theirs) == "h"
        one = [number(ts[0]), number(ts[1]), ts[2]]
        two = [number(py[0]), number(py[1]), py[2]]
        differing = [] if one == two else ["=" if a == b else b for a, b in zip(one, two)]
        body.append(" ".join(one + differing))
        if (at + 1) % PLAN["block"] == 0:
            body.append(f"s {sums[0]:08x} {sums[1]:08x}")
    Path(output).write_text("\n".join(head + apart + body) + "\n")
    print(f"{PLAN['histories']} histories, {reviews} answers; the two programs differ by {worst:.2g} at most;")
    print(f"due on another day for want of an order {unordered}, for another reason (all ratings) {len(apart)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
