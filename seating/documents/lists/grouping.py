"""People in groups: by unit, by desk, by row or table (分组)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.charts.parts import groups_of
from seating.documents.lists.plain_english import desk_said
from seating.documents.lists.roll import STANDING, by_unit, natural
from seating.documents.words import sitting_title, unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language
from seating.facts.venue import Place


@dataclass(frozen=True, slots=True)
class Part:
    """Some people under a heading."""

    title: str
    people: list[Person]


def by_unit_parts(book: Book, people: Sequence[Person], language: Language) -> list[Part]:
    """Return one part for every unit, units in their order."""
    nowhere = "未注明单位" if language == "zh" else "No unit"
    return [
        Part(unit_of(book, unit, language) or nowhere, members)
        for unit, members in by_unit(book, people)
    ]


def by_arrival(book: Book, people: Sequence[Person], language: Language) -> tuple[list[Part], int]:
    """Return one part for every desk and how many people have no desk.

    Desks come in the order of their names, those without a desk last.  At each desk the people
    of a rostrum come first by precedence, the others by unit.
    """
    leaders = {
        person
        for sitting in book.sittings.values()
        if sitting.sitting.form == "rostrum"
        for person in sitting.plan.placing.places
    }
    found: dict[str, list[Person]] = {}
    for person in people:
        if person.id in leaders:
            found.setdefault(person.arrival, []).append(person)
    for _, members in by_unit(book, [p for p in people if p.id not in leaders]):
        for person in members:
            found.setdefault(person.arrival, []).append(person)
    rest = found.pop("", [])
    parts = [Part(desk_said(d, language), found[d]) for d in sorted(found, key=natural)]
    if rest:
        parts.append(Part("未分签到组" if language == "zh" else "No desk", rest))
    return parts, len(rest)


def by_seat(book: Book, people: Sequence[Person], language: Language) -> list[Part]:
    """Return one part for every row or table, then those without a seat.

    Somebody who sits twice stands in the first of his sittings only.
    """
    left = {person.id: person for person in people}
    parts: list[Part] = []
    for sitting in book.sittings.values():
        if sitting.sitting.form in STANDING:
            continue
        for title, places in _rows(sitting, language):
            here = sorted(places, key=lambda p: (p.row, p.number, p.x, p.id))
            ids = [i for p in here for i in sitting.plan.placing.occupants.get(p.id, ())]
            members = [left.pop(i) for i in ids if i in left]
            if members:
                parts.append(Part(title, members))
    rest = [person for person in people if person.id in left]
    if rest:
        parts.append(Part("没有座位的人员" if language == "zh" else "Without a seat", rest))
    return parts


def _rows(sitting: BookSitting, language: Language) -> list[tuple[str, list[Place]]]:
    """Return the tables of a sitting, else its rows, with their names."""
    own = sitting_title(sitting, language)
    groups = groups_of(sitting.layout)
    if groups:
        return [
            (g.fixture.label.to(language) or g.fixture.label.zh, list(g.places)) for g in groups
        ]
    rows: dict[int, list[Place]] = {}
    for place in sitting.layout.places:
        rows.setdefault(place.row, []).append(place)
    if len(rows) < 2:
        return [(own, places) for places in rows.values()]
    if language == "zh":
        return [(f"{own}第{row}排", rows[row]) for row in sorted(rows)]
    return [(f"{own}, row {row}", rows[row]) for row in sorted(rows)]
