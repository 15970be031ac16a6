"""Imports the deck with Anki's own library and compares every field with the JSON files beside it.

Arguments: the folder of the downloads, the slug of the pack. Prints a JSON object: how many notes and cards, what was found.
"""

import html
import json
import pathlib
import re
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

folder, slug = pathlib.Path(sys.argv[1]), sys.argv[2]
found = []


def read(name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def equal(where, is_there, wanted):
    if is_there != wanted:
        found.append(f"{where}: {is_there!r} is not {wanted!r}")


def escaped(text):
    return html.escape(text, quote=True).replace("&#x27;", "'")


def listed(name, items):
    return f"<{name}>{''.join(f'<li>{escaped(item)}</li>' for item in items)}</{name}>"


def choices(task):
    match task["type"]:
        case "choice":
            return listed("ul", task["options"])
        case "order":
            return listed("ul", task["items"])
        case "match":
            return listed("ul", task["left"]) + listed("ul", task["right"])
    return ""


def solution(task):
    match task["type"]:
        case "choice":
            return escaped(task["options"][task["key"]])
        case "order":
            return listed("ol", [task["items"][at] for at in task["key"]])
        case "match":
            pairs = zip(task["left"], task["key"])
            return listed("ul", [f"{left} — {task['right'][at]}" for left, at in pairs])
    return escaped(task["key"])


def place(source):
    name = f"{source['label']}「{source['title']}」¶{source['paragraph']}"
    if source["address"].startswith("#"):
        return escaped(f"{name}（{source['address']}）")
    return f'<a href="{escaped(source["address"])}">{escaped(name)}</a>'


def hiragana(text):
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in text)


def question(asked, credit):
    context = asked["context"]
    context = f"<blockquote>{escaped(context)}</blockquote>" if context else ""
    stem = f"<p>{escaped(asked['stem'])}</p>{context}"
    fields = [asked["id"], stem, choices(asked["task"]), solution(asked["task"]), escaped(asked["why"])]
    tags = ["question", f"kind::{asked['kind']}", f"document::{asked['source']['document']}"]
    tags += [f"issue::{issue}" for issue in asked["issues"]]
    return [*fields, place(asked["source"]), escaped(credit)], tags


def plain(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def check_term(note, term, credit):
    where = term["id"]
    names = [term["en"], *([term["native"]] if "native" in term else [])]
    equal(where, note["id"], term["id"])
    equal(where, note["読み"], escaped(term["reading"]))
    equal(where, note["意味"], escaped(term["gloss"]))
    equal(where, note["英語"], " / ".join(escaped(name) for name in names))
    equal(where, note["教材"], escaped(credit))
    is_there = [plain(part) for part in note["説明"].split("</p>") if part]
    # Where there is a link, the address stands in it and not beside the name.
    bare = [re.sub(r"（https?://[^（）]*）］$", "］", sentence) for sentence in term["definition"]]
    equal(where, is_there, bare)
    if term["address"] not in html.unescape(note["出典"]):
        found.append(f"{where}: no way back to {term['address']}")
    kinds = {tag.split("::")[2] for tag in note.tags if tag.startswith("yomikurabe::kind::")}
    equal(where, kinds, {term["kind"]})


def check_drawn(note, term):
    """Furigana as Anki draws them: the word without readings, and the readings without the word."""
    drawn = re.sub(r"<style>.*?</style>", "", note.cards()[0].question(), flags=re.S)
    without = plain(re.sub(r"<rt>.*?</rt>", "", drawn)).replace("\u00a0", " ").strip()
    equal(f"{term['id']} drawn", without, term["headword"])
    over = re.sub(r"<rb>.*?</rb>", "", drawn)
    is_kana = all("ぁ" <= letter <= "ー" for letter in hiragana(plain(over).strip()))
    if "<ruby>" in drawn and is_kana:
        equal(f"{term['id']} read", hiragana(plain(over).strip()), term["reading"])
    return "<ruby>" in drawn


def main():
    with tempfile.TemporaryDirectory() as place_for_it:
        collection = Collection(str(pathlib.Path(place_for_it) / "collection.anki2"))
        request = ImportAnkiPackageRequest(package_path=str(folder / f"{slug}.apkg"), options=ImportAnkiPackageOptions())
        collection.import_anki_package(request)
        notes = {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}
        terms, asked = read("glossary.json"), read("questions.json")
        credit = terms["credit"]
        with_ruby = 0
        for term in terms["records"]:
            note = notes.pop(f"yomikurabe/{slug}/term/{term['id']}")
            check_term(note, term, credit)
            with_ruby += check_drawn(note, term)
            equal(f"{term['id']} cards", len(note.cards()), 2)
        for item in asked:
            note = notes.pop(f"yomikurabe/{slug}/question/{item['id']}")
            fields, tags = question(item, credit)
            equal(item["id"], list(note.fields), fields)
            equal(item["id"], sorted(note.tags), sorted(f"yomikurabe::{tag}" for tag in tags))
            equal(f"{item['id']} cards", len(note.cards()), 1)
        equal("notes that nothing is known of", list(notes), [])
        said, is_sound = collection.fix_integrity()
        if not is_sound:
            found.append(f"fix_integrity: {said}")
        # The same deck again changes nothing.
        again = collection.import_anki_package(request).log
        equal("notes new the second time", len(again.new), 0)
        counts = {"notes": collection.note_count(), "cards": collection.card_count(), "with_ruby": with_ruby}
        collection.close()
        print(json.dumps({**counts, "found": found}, ensure_ascii=False))


main()
