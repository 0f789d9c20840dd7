"""Finished sides copied to paper; nothing is decided here (绘制)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.documents.house import BLACK, RED, Paper, Press, Sheet
from seating.documents.official.measures import MM, measure
from seating.documents.official.model import Side, Words

BASELINE = 0.86
"""Depth of the baseline below the top of the em box, in em."""

DASH = "—"


def draw_sides(press: Press, sides: Iterable[Side], bookmark: str = "") -> None:
    """Draw sides as pages of a file; the first one gets the bookmark."""
    paper = Paper(measure("page.width"), measure("page.height"))
    for side in sides:
        sheet = press.page(paper, margin=0.0, bookmark=bookmark)
        bookmark = ""
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


def _draw(sheet: Sheet, words: Words) -> None:
    em = words.size * MM
    sheet.text(
        words.x,
        words.top + _baseline(sheet, words) * em,
        words.text,
        words.role,
        words.size,
        align=words.align,
        max_width=words.room or None,
        colour=RED if words.red else BLACK,
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
