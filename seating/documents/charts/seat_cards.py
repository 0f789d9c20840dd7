"""Seats with name, post and place in the order, on a plan to scale (席位卡片)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from seating.documents.charts.keys import Show
from seating.documents.charts.scale_view import ScaleView, draw_fixture
from seating.documents.ink import BLACK, DARK, MIDDLE, WHITE
from seating.documents.lettering import Lettering
from seating.documents.naming import NameStyle, draw_column, name_style
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import (
    name_of,
    name_role,
    says_unit,
    stands_for,
    title_of,
    unit_of,
)
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language
from seating.facts.venue import Layout, Place, gaze

_POST_SIZE = 9.0
_POST_LEAST = 5.5
_LEADING = 1.2
_DOWN = 1.2  # names set downwards must be so much larger


@dataclass(frozen=True, slots=True)
class CardStyle:
    """What stands on a card; ``extra`` mm of the plan are added to its depth, behind the seat."""

    language: Language
    show: Show = "both"
    titles: bool = True
    extra: float = 0.0


def pitch_of(layout: Layout) -> float:
    """Return the least distance between neighbours of a row, in plan mm."""
    rows: dict[int, list[float]] = {}
    for place in layout.places:
        rows.setdefault(place.row, []).append(place.x)
    gaps = [b - a for xs in rows.values() for a, b in pairwise(sorted(xs)) if b - a > 1]
    return min(gaps, default=800.0)


def row_pitch_of(layout: Layout) -> float:
    """Return the least distance between rows, in plan mm; 1500 for a single row."""
    nearest: dict[int, Place] = {}
    for place in layout.places:
        best = nearest.get(place.row)
        if best is None or abs(place.x) < abs(best.x):
            nearest[place.row] = place
    ys = sorted(p.y for p in nearest.values())
    return min((b - a for a, b in pairwise(ys) if b - a > 1), default=1500.0)


def draw_layout(
    sheet: Sheet, plan: ScaleView, book: Book, sitting: BookSitting, style: CardStyle
) -> None:
    """Draw fixtures and all seats of a layout, each with who sits there."""
    layout = sitting.layout
    for fixture in layout.fixtures:
        draw_fixture(sheet, plan, fixture, style.language)
    width = (pitch_of(layout) * 0.94) / plan.scale
    depth = card_depth(layout) + style.extra
    people = {
        place: book.people[person]
        for place, person in sitting.plan.placing.occupant.items()
        if person in book.people
    }
    names = [name_of(p, style.language) for p in people.values()]
    room = Box(0, 0, width - 1.6, depth / plan.scale)
    written = _written(sheet.lettering, names, style, room)
    for place in layout.places:
        x, y = gaze(place.facing)
        away = 110 + style.extra / 2
        cx, cy = plan.point(place.x - away * x, place.y - away * y)
        box = Box(cx - width / 2, cy - room.height / 2, width, room.height)
        _card(sheet, box, book, place, people.get(place.id), style, written)


def card_depth(layout: Layout) -> float:
    """Return the depth in plan mm that a card has without any extra."""
    return max(350.0, min(880.0, row_pitch_of(layout) - 660.0))


@dataclass(frozen=True, slots=True)
class _Written:
    """How names are set; ``share`` of the card below the number is theirs."""

    across: NameStyle
    down: float
    share: float


def _written(lettering: Lettering, names: list[str], style: CardStyle, room: Box) -> _Written:
    """Set names across, or downwards where they become much larger so."""
    high = room.height - (3.6 if style.show == "both" else 1.0)
    share = 0.5 if style.titles else 1.0
    across = name_style(
        lettering, names, name_role(style.language), room.width,
        max(high * share, 3.0) if style.titles else max(high - 0.4, 3.0), 26.0,
    )  # fmt: skip
    if style.language != "zh" or not names:
        return _Written(across, 0.0, share)
    share = 0.62 if style.titles else 1.0
    letters = max(3, min(max(len(name) for name in names), 5))
    down = min(room.width / MM_PER_PT, high * share / letters / 1.04 / MM_PER_PT, 26.0)
    return _Written(across, down if down > _DOWN * across.size else 0.0, share)


def _card(
    sheet: Sheet,
    box: Box,
    book: Book,
    place: Place,
    person: Person | None,
    style: CardStyle,
    written: _Written,
) -> None:
    zh = style.language == "zh"
    if person is None:
        sheet.rect(
            box.x, box.y, box.width, box.height, line=0.25, stroke=MIDDLE, fill=WHITE,
            radius=1.2, dash=(1.2, 0.9),
        )  # fmt: skip
        words = "空" if zh else "empty"
        sheet.text(
            box.cx, box.cy, words, "song", 10, align="centre", upright="middle", colour=MIDDLE,
            max_width=box.width - 2,
        )  # fmt: skip
        return
    first = place.honour == 1
    sheet.rect(
        box.x, box.y, box.width, box.height, line=0.55 if first else 0.3, stroke=BLACK,
        fill=WHITE, radius=1.2,
    )  # fmt: skip
    if style.show == "numbers":
        number = str(place.honour or place.number)
        sheet.text(
            box.cx, box.cy, number, "hei", min(26.0, box.width / MM_PER_PT / 2), align="centre",
            upright="middle", max_width=box.width - 1.6,
        )  # fmt: skip
        return
    top = box.y + 0.6
    if style.show == "both" and place.honour:
        sheet.text(
            box.cx, top + 1.5, str(place.honour), "latin", 8, align="centre", upright="middle",
            colour=DARK,
        )  # fmt: skip
        top += 3.0
    share = written.share if written.down else 0.5
    zone = (box.bottom - top) * (1 - share if style.titles else 0.0)
    lines, size = _post(sheet, book, person, style, box.width - 1.2, zone - 0.6)
    step = size * _LEADING * MM_PER_PT
    room = Box(box.x + 0.8, top, box.width - 1.6, box.bottom - 0.5 - zone - top)
    name = name_of(person, style.language)
    if written.down:
        draw_column(sheet, room, name, written.down)
    else:
        written.across.draw(sheet, room, name)
    y = room.bottom + max(0.0, (zone - step * len(lines)) / 2 - step / 4)
    for line in lines:
        sheet.text(
            box.cx, y + step / 2, line, "song", size, align="centre", upright="middle",
            max_width=box.width - 1.2,
        )  # fmt: skip
        y += step


def _post(
    sheet: Sheet, book: Book, person: Person, style: CardStyle, width: float, height: float
) -> tuple[list[str], float]:
    """Return unit and post in lines, at the largest size at which they fit."""
    if not style.titles:
        return [], _POST_SIZE
    unit = unit_of(book, person.unit, style.language)
    title = title_of(person, style.language)
    if says_unit(book, person, style.language):
        unit = ""
    parts = [part for part in (unit, title, stands_for(book, person, style.language)) if part]
    size = _POST_SIZE
    while True:
        lines = [
            line.strip()
            for part in parts
            for line in _post_lines(sheet.lettering, part.strip(), size, width)
        ]
        if len(lines) * size * _LEADING * MM_PER_PT <= height:
            return lines, size
        if size <= _POST_LEAST:
            break
        size -= 0.5
    # Too little room to break lines: one line for each part, squeezed.
    while len(parts) > 1 and len(parts) * size * _LEADING * MM_PER_PT > height:
        parts = [" ".join(parts[:2]), *parts[2:]]
    return parts, size


def _post_lines(lettering: Lettering, post: str, size: float, width: float) -> list[str]:
    """Break a post at its own divisions first: 常委、｜组织部部长."""
    if lettering.width(post, "song", size) <= width:
        return [post]
    parts = post.replace("、", "、\n").split("\n")
    return [line for part in parts for line in lettering.even_lines(part, "song", size, width)]
