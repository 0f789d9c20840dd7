"""Finished sides copied to paper; nothing is decided here (绘制)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from seating.documents.house import BLACK, RED, Paper, Press, Sheet, colour
from seating.documents.official.measures import MM, measure
from seating.documents.official.model import Side, Words

BASELINE = 0.86
"""Depth of the baseline below the top of the em box, in em."""

DASH = "—"


_PALE_RED = colour("F6C8C8")
_ACROSS = 150.0
_ACROSS_NOTE = 22.0


def draw_sides(press: Press, sides: Iterable[Side], bookmark: str = "") -> None:
    """Draw sides as pages of a file; the first one gets the bookmark."""
    paper = Paper(measure("page.width"), measure("page.height"))
    for side in sides:
        sheet = press.page(paper, margin=0.0, bookmark=bookmark)
        bookmark = ""
        draw_across(sheet, *side.across)
        for rule in side.rules:
            sheet.line(
                rule.x0,
                rule.y0,
                rule.x1,
                rule.y1,
                width=rule.width,
                colour=RED if rule.red else BLACK,
            )
        for words in side.words:
            _draw(sheet, words)


def draw_across(sheet: Sheet, words: str, note: str) -> None:
    """Print words pale from corner to corner, beneath everything else."""
    paper = sheet.paper
    middle, angle = (paper.width / 2, paper.height / 2), math.radians(45)
    for text, size, down in ((words, _ACROSS, 0.0), (note, _ACROSS_NOTE, 42.0)):
        if text:
            sheet.text(
                middle[0] + down * math.sin(angle),
                middle[1] + down * math.cos(angle),
                text,
                "title_song" if size == _ACROSS else "hei",
                size if not text.isascii() else size / 2,
                align="centre",
                upright="middle",
                turn=45,
                max_width=paper.width,
                colour=_PALE_RED,
                spread=1.4 * len(text) if size == _ACROSS and not text.isascii() else 0.0,
            )


def _draw(sheet: Sheet, words: Words) -> None:
    em = words.size * MM
    down = words.top + _baseline(sheet, words) * em
    sheet.text(
        down if words.turned else words.x,
        words.x if words.turned else down,
        words.text,
        words.role,
        words.size,
        align=words.align,
        max_width=words.room or None,
        colour=RED if words.red else BLACK,
        turn=90 if words.turned else 0,
        spread=words.fill / em,
        latin=words.role in ("fang", "kai", "title_song"),
    )


def _baseline(sheet: Sheet, words: Words) -> float:
    """Return the depth in em of the baseline below ``words.top``."""
    if not words.ink_of and not words.on_dash:
        return BASELINE
    fonts = sheet.lettering.fonts
    probe = DASH if words.on_dash else words.ink_of
    boxes = [fonts.ink(face, char) for face, part in fonts.runs(probe, words.role) for char in part]
    if not boxes:
        return BASELINE
    if words.on_dash:
        return (boxes[0][1] + boxes[0][3]) / 2000
    return max(box[3] for box in boxes) / 1000
