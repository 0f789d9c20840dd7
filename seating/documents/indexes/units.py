"""Where each unit sits: its rows or tables, for people who follow a sign (单位座区)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from seating.documents.charts.parts import groups_of
from seating.documents.flow import Piece
from seating.documents.indexes.entries import unit_rank
from seating.documents.ink import LIGHT
from seating.documents.lettering import Lettering
from seating.documents.paper import MM_PER_PT
from seating.documents.sheet import Sheet
from seating.documents.words import unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.text import Language
from seating.facts.venue import Layout, Place

_LINE, _UNDER, _REST = 1.5, 1.25, 0.55
_SMALL = 0.86


@dataclass(frozen=True, slots=True)
class Area:
    """A unit, how many of it sit here, and where: words that lines are not broken within."""

    unit: str
    count: int
    where: tuple[str, ...]


def areas(book: Book, sitting: BookSitting, language: Language) -> list[Area]:
    """Return where each unit sits, in the order of the units."""
    places: dict[str, list[Place]] = {}
    layout = sitting.layout
    for person, place in sorted(sitting.plan.placing.places.items()):
        if person in book.people and place in layout.by_id:
            places.setdefault(book.people[person].unit, []).append(layout.by_id[place])
    unnamed = "其他人员" if language == "zh" else "others"
    return [
        Area(
            unit_of(book, unit, language) or unnamed,
            len(places[unit]),
            spans(layout, places[unit], language),
        )
        for unit in sorted(places, key=lambda name: unit_rank(book, name))
    ]


def spans(layout: Layout, places: Sequence[Place], language: Language) -> tuple[str, ...]:
    """Say where some places are: 3排1—12座、4排2座; by tables 3桌（1人）、5桌（2人）."""
    zh = language == "zh"
    tables = _tables(layout, places, language)
    if tables:
        return tuple(tables)
    if layout.form != "hall":
        labels = [p.label.to(language) or p.label.zh for p in _ordered(places)]
        return tuple(dict.fromkeys(labels))
    neighbours = _neighbours(layout)
    found: list[str] = []
    for row in sorted({p.row for p in places}):
        mine = sorted((p for p in places if p.row == row), key=lambda p: (p.x, p.id))
        runs: list[list[Place]] = []
        for place in mine:
            if runs and neighbours.get(runs[-1][-1].id) == place.id:
                runs[-1].append(place)
            else:
                runs.append([place])
        words = [_run([p.number for p in run], zh) for run in runs]
        found.append(f"{row}排{'、'.join(words)}座" if zh else f"row {row}: {', '.join(words)}")
    return tuple(found)


def _run(numbers: Sequence[int], zh: bool) -> str:
    """Say neighbouring seats: 5—9; where only every second number stands there, 双号 or 单号."""
    if len(numbers) == 1:
        return str(numbers[0])
    steps = {abs(b - a) for a, b in pairwise(numbers)}
    low, high = min(numbers), max(numbers)
    if sorted(numbers) == list(range(low, high + 1)):
        return f"{low}—{high}" if zh else f"{low}-{high}"
    if steps == {2}:
        odd = low % 2
        if zh:
            return f"{low}—{high}（{'单' if odd else '双'}号）"
        return f"{low}-{high} ({'odd' if odd else 'even'})"
    return ("、" if zh else ", ").join(str(n) for n in sorted(numbers))


def _neighbours(layout: Layout) -> dict[str, str]:
    """Return for each seat the next one in its row with no aisle between."""
    rows: dict[tuple[int, str], list[Place]] = {}
    for place in layout.places:
        rows.setdefault((place.row, place.block), []).append(place)
    found = {}
    for row in rows.values():
        row.sort(key=lambda p: (p.x, p.id))
        found.update({a.id: b.id for a, b in pairwise(row)})
    return found


def _tables(layout: Layout, places: Sequence[Place], language: Language) -> list[str]:
    wanted = {p.id for p in places}
    found = []
    for group in groups_of(layout):
        count = sum(p.id in wanted for p in group.places)
        if count:
            label = group.fixture.label.to(language) or group.fixture.label.zh
            found.append(f"{label}（{count}人）" if language == "zh" else f"{label} ({count})")
    return found


def _ordered(places: Sequence[Place]) -> list[Place]:
    return sorted(places, key=lambda p: (p.party, p.row, p.honour, p.number, p.id))


def pieces(
    found: Sequence[Area], lettering: Lettering, size: float, width: float, language: Language
) -> list[Piece]:
    """Return the units as pieces for columns of a width in mm, with type of ``size`` pt."""
    return [_piece(area, lettering, size, width, language) for area in found]


def _lines(
    words: Sequence[str], lettering: Lettering, size: float, room: float, language: Language
) -> list[str]:
    """Fill lines of ``room`` mm; a word longer than that has a line of its own."""
    glue = "；" if language == "zh" else "; "
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}{glue}{word}" if lines else word
        if lines and lettering.width(longer, "song", size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _piece(
    area: Area, lettering: Lettering, size: float, width: float, language: Language
) -> Piece:
    em = size * MM_PER_PT
    room = width - 0.4 * em
    lines = _lines(area.where, lettering, size * _SMALL, room, language)
    count = f"{area.count}人" if language == "zh" else str(area.count)
    height = em * (_LINE + _UNDER * _SMALL * len(lines) + _REST)

    def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
        middle = y + _LINE * em / 2
        last = sheet.text(
            x + width - 0.2 * em, middle, count, "song", size * _SMALL, align="right",
            upright="middle",
        )  # fmt: skip
        sheet.text(
            x + 0.2 * em, middle, area.unit, "hei", size, upright="middle",
            max_width=width - last.width - em,
        )  # fmt: skip
        at = y + _LINE * em
        for line in lines:
            at += _UNDER * _SMALL * em
            sheet.text(
                x + 0.2 * em, at - _UNDER * _SMALL * em / 2, line, "song", size * _SMALL,
                upright="middle", max_width=room,
            )  # fmt: skip
        low = y + height - 0.2 * em
        sheet.line(x, low, x + width, low, width=0.15, colour=LIGHT)

    return Piece(height, draw)
