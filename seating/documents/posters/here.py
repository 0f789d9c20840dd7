"""Where the reader of a poster stands: the mark beside a door (您在此)."""

from __future__ import annotations

from seating.documents.ink import RED, WHITE
from seating.documents.lettering import MIDDLE_OF_EM
from seating.documents.paper import MM_PER_PT
from seating.documents.sheet import Sheet
from seating.facts.text import Language
from seating.facts.venue import Fixture, Layout

DOORS: dict[str, tuple[int, int]] = {
    "front-left": (-1, 1),
    "front-right": (1, 1),
    "left": (-1, 0),
    "right": (1, 0),
    "rear-left": (-1, -1),
    "rear": (0, -1),
    "rear-right": (1, -1),
}
"""Side and depth of each door by its name in ``[sitting.layout]``, facing the rostrum."""

_WORDS = {"zh": "您在此", "en": "You are here"}
_SIZE = 11.0


def door_of(layout: Layout, wanted: tuple[int, int] | None) -> Fixture | None:
    """Return the door meant; without a wish the only one there is, else ``None``."""
    doors = [f for f in layout.fixtures if f.kind == "door"]
    if wanted is None or not layout.places:
        return doors[0] if len(doors) == 1 else None
    xs, ys = [p.x for p in layout.places], [p.y for p in layout.places]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    quarter = (max(ys) - min(ys)) / 4

    def place(door: Fixture) -> tuple[int, int]:
        sideways = abs(door.turn % 180 - 90) < 45
        side = 0 if abs(door.x - middle[0]) < 500 else 1 if door.x > middle[0] else -1
        if not sideways:
            return side, -1 if door.y < middle[1] else 1
        return side, 1 if door.y > middle[1] + quarter else 0

    return next((door for door in doors if place(door) == wanted), None)


def mark_width(sheet: Sheet, language: Language) -> float:
    """Return the width of the mark in mm."""
    return sheet.lettering.width(_WORDS[language], "hei", _SIZE) + 4.0


def draw_here(
    sheet: Sheet, x: float, y: float, language: Language, *, upright: bool = False
) -> None:
    """Draw a red mark centred on a point (mm); ``upright`` = read downwards, where it is narrow."""
    words = _WORDS[language]
    wide = mark_width(sheet, language)
    high = _SIZE * MM_PER_PT + 2.6
    if upright:
        wide, high = high, wide
    sheet.rect(x - wide / 2, y - high / 2, wide, high, stroke=None, fill=RED, radius=1.2)
    if upright and language == "zh":
        step = _SIZE * MM_PER_PT * 1.05
        for i, char in enumerate(words):
            sheet.text(
                x, y + (i - 1) * step, char, "hei", _SIZE, align="centre", upright="middle",
                colour=WHITE,
            )  # fmt: skip
        return
    if upright:
        shift = MIDDLE_OF_EM * _SIZE * MM_PER_PT
        sheet.text(x + shift, y, words, "hei", _SIZE, align="centre", turn=90, colour=WHITE)
        return
    sheet.text(x, y, words, "hei", _SIZE, align="centre", upright="middle", colour=WHITE)
