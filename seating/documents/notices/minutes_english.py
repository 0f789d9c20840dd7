"""Minutes in English, laid out as the English letter (英文纪要)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seating.documents.furniture import say_date
from seating.documents.notices.english import SECRECY, reference
from seating.documents.notices.english_body import Letter, Line, english, lines_of, name
from seating.documents.notices.files import own_blocks
from seating.documents.notices.minutes import attendance, chairs
from seating.documents.notices.minutes_keys import DecisionKeys, Keys
from seating.documents.notices.seats import unit_name
from seating.documents.official.model import Table
from seating.documents.words import name_of, title_of
from seating.facts.book import Book
from seating.facts.people import Person
from seating.facts.text import Text

LISTS = ("Present", "Absent", "In attendance, without vote")


def english_minutes(book: Book, keys: Keys) -> Letter:
    """Return the minutes in English; what has no English is left out and told."""
    event = book.event
    title = keys.title_en or f"Minutes of the {name(event.title)}"
    level = SECRECY.get((keys.classification or event.classification)[:2], "")
    copy = f"Copy {keys.copy_number}" if keys.copy_number else ""
    issuer = name(event.organiser)
    found = Letter(
        (issuer,) if issuer else (),
        tuple(filter(None, (copy, level))),
        _number(keys.number),
        (),
        title,
        copies=keys.sent_en,
        signed=False,
    )
    opening = own_blocks(book, keys.opening_en, "documents.minutes.opening_en")
    found.body += lines_of(opening) or [("text", _opening(book, keys))]
    told = own_blocks(book, keys.body_en, "documents.minutes.body_en", "minutes.en.md")
    found.body += lines_of(told)
    if not told and own_blocks(book, keys.body, "documents.minutes.body", "minutes.md"):
        _lack(found, "body")
    if (keys.sent or keys.copies) and not keys.sent_en:
        _lack(found, "sent")
    found.body += _decisions(book, keys, found)
    for label, people in zip(LISTS, attendance(book, keys), strict=True):
        if people:
            found.body.append(("heading", label))
            found.body.append(("text", _by_unit(book, people, keys.names)))
    if keys.table and keys.decisions:
        found.enclosures.append(("Decisions", (_table(book, keys.decisions),)))
    return found


def _lack(found: Letter, key: str) -> None:
    found.missing.append(
        Text(
            f"documents.minutes.{key} 没有英文，已略去。",
            f"documents.minutes.{key} has no English text and was left out.",
        )
    )


def _number(number: str) -> str:
    plain = re.fullmatch(r"第?(\d+)[期号次]", number)
    return f"No. {plain[1]}" if plain else reference(number)


def _opening(book: Book, keys: Keys) -> str:
    event = book.event
    when = f" on {say_date(event.start.date(), 'en')}" if event.start else ""
    place = name(event.place)
    hall = place.partition(",")[0]
    # Hall 5 and The Grand need no article.
    article = "" if hall[-1:].isdigit() or hall.lower().startswith("the ") else "the "
    where = f" at {article}{place}" if place else ""
    led = " and ".join(
        ", ".join(filter(None, (name_of(p, "en"), title_of(p, "en")))) for p in chairs(book, keys)
    )
    chaired = f" {led}, presided." if led else ""
    return f"The {name(event.title)} was held{when}{where}.{chaired}"


def _decisions(book: Book, keys: Keys, found: Letter) -> list[Line]:
    lines: list[Line] = []
    for number, decision in enumerate(keys.decisions, 1):
        if not english(decision.text_en):
            _lack(found, f"decisions[{number}].text")
            continue
        if decision.by_words and not decision.by_words_en:
            _lack(found, f"decisions[{number}].by_words")
        parts = (
            ("responsible", _units(book, decision.lead)),
            ("with", _units(book, decision.support)),
            ("due", _until(decision)),
        )
        aside = "; ".join(f"{label}: {words}" for label, words in parts if words)
        text = decision.text_en.rstrip(".")
        lines.append(("item", f"{text} ({aside})." if aside else f"{text}."))
    return [("heading", "Decisions"), *lines] if lines else []


def _units(book: Book, units: Iterable[str]) -> str:
    """Return units by their English names; they may have been written short."""
    full = {u.short: u.name for u in book.units.values() if u.short}
    return ", ".join(unit_name(book, full.get(unit, unit), "en") for unit in units)


def _until(decision: DecisionKeys) -> str:
    if decision.by_words_en or decision.by_words:
        return decision.by_words_en
    return say_date(decision.by, "en") if decision.by else ""


def _by_unit(book: Book, people: Iterable[Person], names: bool) -> str:
    units: dict[str, list[str]] = {}
    for person in people:
        units.setdefault(unit_name(book, person.unit, "en"), []).append(name_of(person, "en"))
    if not names:
        return "; ".join(unit or ", ".join(who) for unit, who in units.items()) + "."
    said = (f"{', '.join(who)} ({unit})" if unit else ", ".join(who) for unit, who in units.items())
    return "; ".join(said) + "."


def _table(book: Book, decisions: Iterable[DecisionKeys]) -> Table:
    listed = tuple(decisions)
    rows = tuple(
        (str(n), d.text_en or d.text, _units(book, d.lead), _units(book, d.support), _until(d))
        for n, d in enumerate(listed, 1)
    )
    head = ("No.", "Decision", "Unit", "With", "Due")
    kept = [i for i in range(len(head)) if i != 3 or any(row[3] for row in rows)]
    return Table(tuple(head[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows))
