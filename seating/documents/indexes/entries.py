"""Who stands in an index, in which order, under which heading (索引条目)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.words import name_of, seat_label, stands_for, unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.text import Language, Text

By = Literal["strokes", "pinyin", "unit"]

TITLES: dict[By, Text] = {
    "strokes": Text("按姓氏笔画", "by strokes"),
    "pinyin": Text("按姓氏拼音", "by pinyin"),
    "unit": Text("按单位", "by unit"),
}
ENGLISH = Text("按字母", "by name")
_DIGITS = "零一二三四五六七八九"
_OTHER = Text("其他", "other")


@dataclass(frozen=True, slots=True)
class Found:
    """One person of an index; ``apart`` tells namesakes apart, ``seat`` is where he sits."""

    id: str
    name: str
    apart: str
    unit: str
    seat: str


@dataclass(frozen=True, slots=True)
class Section:
    """People under one heading."""

    head: str
    people: tuple[Found, ...]


def seated(book: Book, sittings: Sequence[BookSitting], language: Language) -> dict[str, Found]:
    """Return by id everybody who has a seat in the sittings, in the order of the ids.

    Somebody who sits in several of them has several seats; a namesake is told by his unit.
    """
    labels: dict[str, list[str]] = {}
    for sitting in sittings:
        for person in sitting.plan.placing.places:
            if person in book.people:
                labels.setdefault(person, []).append(seat_label(sitting, person, language))
    names: dict[str, list[str]] = {}
    for person in labels:
        names.setdefault(name_of(book.people[person], language), []).append(person)
    found: dict[str, Found] = {}
    for person in sorted(labels):
        one = book.people[person]
        name, unit = name_of(one, language), unit_of(book, one.unit, language)
        apart = stands_for(book, one, language)
        if len(names[name]) > 1 and unit:
            apart = f"（{unit}）{apart}" if language == "zh" else f" ({unit}){apart}"
        glue = "、" if language == "zh" else ", "
        found[person] = Found(person, name, apart, unit, glue.join(labels[person]))
    return found


def sections(book: Book, people: dict[str, Found], by: By, language: Language) -> list[Section]:
    """Return the people in order, under headings."""
    if by == "unit":
        return _by_unit(book, people, language)
    if language == "en":
        order = sorted(people, key=lambda i: (people[i].name.casefold(), i))
        return _grouped([(people[i].name[:1].upper(), people[i]) for i in order])
    index = book.index()
    if by == "pinyin" and index.by_pinyin:
        order = [i for i in index.by_pinyin if i in people]
        return _grouped([(index.letters.get(i) or _OTHER.zh, people[i]) for i in order])
    order = [i for i in book.name_order or book.order if i in people]
    return _grouped([(_strokes(index.strokes.get(i, 0)), people[i]) for i in order])


def _by_unit(book: Book, people: dict[str, Found], language: Language) -> list[Section]:
    groups: dict[str, list[Found]] = {}
    for person in book.order:
        if person in people:
            groups.setdefault(book.people[person].unit, []).append(people[person])
    unnamed = "未注明单位" if language == "zh" else "No unit"
    return [
        Section(unit_of(book, unit, language) or unnamed, tuple(groups[unit]))
        for unit in sorted(groups, key=lambda name: unit_rank(book, name))
    ]


def unit_rank(book: Book, name: str) -> tuple[bool, int, str]:
    """Return a key by which units stand in their order, those without one at the end."""
    unit = book.units.get(name)
    order = unit.order if unit else 0
    return (order == 0, order, name)


def _grouped(rows: Iterable[tuple[str, Found]]) -> list[Section]:
    groups: dict[str, list[Found]] = {}
    for head, person in rows:
        groups.setdefault(head, []).append(person)
    return [Section(head, tuple(members)) for head, members in groups.items()]


def _strokes(count: int) -> str:
    """Say a number of strokes as books do: 十二画."""
    if count <= 0:
        return _OTHER.zh
    tens, ones = divmod(count, 10)
    words = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "")
    return f"{words}{_DIGITS[ones] if ones else ''}画"
