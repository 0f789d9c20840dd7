"""Which rows of a hall belong to whom, as planned (会场分区)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from seating.documents.words import category_of, unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language
from seating.facts.venue import Place

_FEW = 3


@dataclass(frozen=True, slots=True)
class Zone:
    """Rows or seats that belong together, and how they are called."""

    name: str
    where: str


def categories(book: Book, sitting: BookSitting, language: Language) -> list[Zone]:
    """Return where the categories of units (市直机关, 区县) sit, in the order of the seats.

    A category's zone is, as the plan has it, the longest run of seats in reading order, one or
    two strangers left aside, if that holds most of its people; else the block of seats that is
    its own; else the rows of which it has two thirds.  One or two people are no zone.
    """
    places, who = _seated(book, sitting)
    kinds = [_category(book, person) for person in who]
    zones: list[tuple[int, Zone]] = []
    for name in dict.fromkeys(kind for kind in kinds if kind):
        mine = [i for i, kind in enumerate(kinds) if kind == name]
        if len(mine) < _FEW:
            continue
        best = max(_bridged(_runs(mine)), key=len)
        if len(best) * 10 >= len(mine) * 6:
            where = _span_said(places[best[0]], places[best[-1]], language)
            zones.append((best[0], Zone(category_of(book, name, language), where)))
            continue
        where = _own_block(places, kinds, name, language) or _own_rows(
            places, kinds, name, language
        )
        if where:
            zones.append((mine[0], Zone(category_of(book, name, language), where)))
    return [zone for _, zone in sorted(zones, key=lambda item: item[0])]


def units(book: Book, sitting: BookSitting, language: Language) -> list[Zone]:
    """Return the seats of every unit with two people or more, in the order of the seats."""
    return _zones(book, sitting, language, lambda p: unit_of(book, p.unit, language))


def kept_free(sitting: BookSitting, language: Language) -> list[Zone]:
    """Return the rows that are kept free as a whole."""
    rows: dict[int, list[Place]] = {}
    for place in sitting.layout.places:
        if "unusable" not in place.features:
            rows.setdefault(place.row, []).append(place)
    free = [n for n in sorted(rows) if all("reserved" in p.features for p in rows[n])]
    if not free:
        return []
    name = "预留席" if language == "zh" else "Reserved"
    return [Zone(name, _rows_said(free, language))]


def row_names(sitting: BookSitting, language: Language) -> list[Zone]:
    """Return a sign for every row: 第3排."""
    numbers = sorted({place.row for place in sitting.layout.places})
    return [Zone(f"第{n}排" if language == "zh" else f"Row {n}", "") for n in numbers]


def _seated(book: Book, sitting: BookSitting) -> tuple[list[Place], list[Person]]:
    """Return the taken places in reading order, and who sits there."""
    taken = [
        (sitting.layout.by_id[place], book.people[person])
        for person, place in sitting.plan.placing.places.items()
        if person in book.people and place in sitting.layout.by_id
    ]
    taken.sort(key=lambda pair: (pair[0].row, pair[0].x, pair[0].id))
    return [place for place, _ in taken], [person for _, person in taken]


def _category(book: Book, person: Person) -> str:
    unit = book.units.get(person.unit)
    return unit.category if unit else ""


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Split rising numbers where one is left out."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _bridged(runs: Sequence[list[int]]) -> list[list[int]]:
    """Join runs that one or two strangers interrupt (somebody in a wheelchair place)."""
    joined: list[list[int]] = []
    for run in runs:
        near = bool(joined) and run[0] - joined[-1][-1] <= _FEW
        if near and min(len(run), len(joined[-1])) >= _FEW:
            joined[-1] = [*joined[-1], *run]
        else:
            joined.append(run)
    return joined


def _own_block(places: Sequence[Place], kinds: Sequence[str], name: str, language: Language) -> str:
    """Say the block, between aisles, of which a category has two thirds; else ``""``."""
    blocks: dict[str, list[int]] = {}
    for i, place in enumerate(places):
        blocks.setdefault(place.block, []).append(i)
    if len(blocks) < 2:
        return ""
    order = sorted(blocks, key=lambda b: math.fsum(places[i].x for i in blocks[b]) / len(blocks[b]))
    for number, block in enumerate(order, 1):
        if sum(kinds[i] == name for i in blocks[block]) * 3 >= 2 * len(blocks[block]):
            if language == "en":
                return f"block {number} from the left, facing the rostrum"
            return f"面向主席台左起第{number}区"
    return ""


def _own_rows(places: Sequence[Place], kinds: Sequence[str], name: str, language: Language) -> str:
    """Say the rows of which a category has two thirds; else ``""``."""
    rows: dict[int, list[bool]] = {}
    for place, kind in zip(places, kinds, strict=True):
        rows.setdefault(place.row, []).append(kind == name)
    own = [row for row in sorted(rows) if sum(rows[row]) * 3 >= 2 * len(rows[row])]
    return _rows_said(own, language) if own else ""


def _span_said(first: Place, last: Place, language: Language) -> str:
    """Say a run of seats by its first and last: 2排1座至8排12座."""
    if language == "en":
        return f"{first.label.en} to {last.label.en}"
    return f"{first.label.zh}至{last.label.zh}"


def _zones(
    book: Book, sitting: BookSitting, language: Language, of: Callable[[Person], str]
) -> list[Zone]:
    places = sorted(sitting.layout.places, key=lambda p: (p.row, p.x, p.id))
    spot = {place.id: i for i, place in enumerate(places)}
    mine: dict[str, list[Place]] = {}
    for person, place_id in sitting.plan.placing.places.items():
        if person in book.people and place_id in spot:
            name = of(book.people[person])
            if name:
                mine.setdefault(name, []).append(sitting.layout.by_id[place_id])
    zones = []
    for name, taken in sorted(mine.items(), key=lambda item: min(spot[p.id] for p in item[1])):
        if len(taken) > 1:
            taken.sort(key=lambda p: spot[p.id])
            zones.append(Zone(name, _seats_said(taken, spot, language)))
    return zones


def _seats_said(places: Sequence[Place], spot: dict[str, int], language: Language) -> str:
    """Say seats: 2排1—10座、3排1座; in more than three pieces, only the rows."""
    runs: list[tuple[int, int, int]] = []
    for row, members in groupby(places, key=lambda p: p.row):
        for _, run in groupby(enumerate(members), key=lambda item: spot[item[1].id] - item[0]):
            numbers = [place.number for _, place in run]
            runs.append((row, numbers[0], numbers[-1]))
    if len(runs) > 3:
        return _rows_said(sorted({row for row, _, _ in runs}), language)
    zh = [f"{r}排{a}座" if a == b else f"{r}排{a}—{b}座" for r, a, b in runs]
    en = [f"row {r} seat {a}" if a == b else f"row {r} seats {a}-{b}" for r, a, b in runs]
    return "、".join(zh) if language == "zh" else ", ".join(en)


def _rows_said(rows: Sequence[int], language: Language) -> str:
    """Say rows: 第2排至第7排、第9排."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    if language == "en":
        return ", ".join(f"row {a}" if a == b else f"rows {a}-{b}" for a, b in runs)
    return "、".join(f"第{a}排" if a == b else f"第{a}排至第{b}排" for a, b in runs)
