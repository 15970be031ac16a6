"""Fits the weights of FSRS-6 to a review log that the page gave out, by the optimiser in Anki's own library.

Argument: the log (`card_id,review_time,review_rating,review_state,review_duration`, see `tests/reviews.rs`). It becomes the history
of a collection, card by card. Prints a JSON object: how many reviews and cards, how many reviews were taken, the weights, what was
found.
"""

import csv
import json
import math
import pathlib
import sys
import tempfile

from anki.collection import Collection

# What Anki calls the state before an answer: learning, review, relearning; a new card is learnt.
KINDS = {"0": 0, "1": 0, "2": 1, "3": 2}
# The least and the greatest of each weight: as `src/domain/schedule/memory.rs` has them, but that Anki lets the first begin lower,
# and the last but one.
RANGES = [
    *[(0.001, 100.0)] * 4, (1.0, 10.0), (0.001, 4.0), (0.001, 4.0), (0.001, 0.75), (0.0, 4.5), (0.0, 0.8), (0.001, 3.5),
    (0.001, 5.0), (0.001, 0.25), (0.001, 0.9), (0.0, 4.0), (0.0, 1.0), (1.0, 6.0), (0.0, 2.0), (0.0, 2.0), (0.0, 0.8),
    (0.1, 0.8),
]
found = []


def entered(collection, rows):
    """Makes a card of each id, with the reviews as its history."""
    basic, cards, deck = collection.models.by_name("Basic"), {}, collection.decks.id("log")
    for row in rows:
        if row["card_id"] not in cards:
            note = collection.new_note(basic)
            note.fields[0] = row["card_id"]
            collection.add_note(note, deck)
            cards[row["card_id"]] = note.card_ids()[0]
        collection.db.execute(
            "insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type) values (?, ?, -1, ?, 1, 1, 2500, ?, ?)",
            int(row["review_time"]), cards[row["card_id"]], int(row["review_rating"]), int(row["review_duration"]),
            KINDS[row["review_state"]],
        )
    return cards


def main():
    rows = list(csv.DictReader(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
    if len({row["review_time"] for row in rows}) != len(rows):
        found.append("two reviews at one moment, which Anki's history cannot hold")
    with tempfile.TemporaryDirectory() as place:
        collection = Collection(str(pathlib.Path(place) / "collection.anki2"))
        cards = entered(collection, rows)
        fitted = collection._backend.compute_fsrs_params(
            search="deck:log", current_params=[], ignore_revlogs_before_ms=0, num_of_relearning_steps=1, health_check=False,
        )
        collection.close()
    weights = list(fitted.params)
    if len(weights) != len(RANGES):
        found.append(f"{len(weights)} weights")
    # Who made the log forgets twice as fast at first as the usual weights have it: the fitted ones should say that it is faster.
    if not weights[0] < 0.212:
        found.append(f"the first weight, {weights[0]}, is not that of the learner")
    for number, (weight, (least, most)) in enumerate(zip(weights, RANGES)):
        if not (math.isfinite(weight) and least - 1e-4 <= weight <= most + 1e-4):
            found.append(f"weight {number} is {weight}")
    said = {"reviews": len(rows), "cards": len(cards), "taken": fitted.fsrs_items, "weights": weights}
    print(json.dumps({**said, "found": found}))


main()
