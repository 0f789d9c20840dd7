"""Seats with name, post and place in the order, on a plan to scale (席位卡片)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from seating.documents.charts.scale_view import ScaleView, draw_fixture
from seating.documents.ink import BLACK, DARK, MIDDLE, WHITE
from seating.documents.lettering import Lettering
from seating.documents.naming import NameStyle, name_style
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, name_role, stands_for, title_of, unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language
from seating.facts.venue import Layout, Place, gaze

_POST_SIZE = 9.0
_POST_LEAST = 5.5
_LEADING = 1.2


@dataclass(frozen=True, slots=True)
class CardStyle:
    """What stands on a card beside the name."""

    language: Language
    numbers: bool = True
    titles: bool = True


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
    depth = max(350.0, min(880.0, row_pitch_of(layout) - 660.0)) / plan.scale
    people = {
        place: book.people[person]
        for place, person in sitting.plan.placing.occupant.items()
        if person in book.people
    }
    names = [name_of(p, style.language) for p in people.values()]
    room = 0.5 * (depth - (3.6 if style.numbers else 1.0)) if style.titles else depth - 4
    written = name_style(
        sheet.lettering, names, name_role(style.language), width - 1.6, max(room, 3.0), 26.0
    )
    for place in layout.places:
        x, y = gaze(place.facing)
        cx, cy = plan.point(place.x - 110 * x, place.y - 110 * y)
        box = Box(cx - width / 2, cy - depth / 2, width, depth)
        _card(sheet, box, book, place, people.get(place.id), style, written)


def _card(
    sheet: Sheet,
    box: Box,
    book: Book,
    place: Place,
    person: Person | None,
    style: CardStyle,
    written: NameStyle,
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
    top = box.y + 0.6
    if style.numbers and place.honour:
        sheet.text(
            box.cx, top + 1.5, str(place.honour), "latin", 8, align="centre", upright="middle",
            colour=DARK,
        )  # fmt: skip
        top += 3.0
    zone = (box.bottom - top) * (0.5 if style.titles else 0.0)
    lines, size = _post(sheet, book, person, style, box.width - 1.2, zone - 0.6)
    step = size * _LEADING * MM_PER_PT
    room = Box(box.x + 0.8, top, box.width - 1.6, box.bottom - 0.5 - zone - top)
    written.draw(sheet, room, name_of(person, style.language))
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
    if title.startswith(unit) or (style.language == "zh" and title.startswith(person.unit)):
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
