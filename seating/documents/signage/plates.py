"""One sign: a line above, words as large as they fit, an arrow, a line below (牌面)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.ink import BLACK, DARK, RED, Colour
from seating.documents.lettering import Lettering, RoleName, is_han
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.signage.arrows import Arrow, draw_arrow

_LEADING = 1.22
_SHRINK = 0.96
_LEAST = 8.0


@dataclass(frozen=True, slots=True)
class Plate:
    """What stands on one sign.

    Attributes:
        text: the words to be read from afar.
        second: the same in the other language, under them.
        head: small above a rule: the event.
        note: under the words, e.g. 三楼 or 第2排至第7排.
        foot: small at the lower edge: time and place.
        arrow: which way.
        kind: what the sign is, in red above the words: 车辆通行证.
        role: typeface of the words.
    """

    text: str
    second: str = ""
    head: str = ""
    note: str = ""
    foot: str = ""
    arrow: Arrow = "none"
    role: RoleName = "hei"
    kind: str = ""


def draw_plate(sheet: Sheet, box: Box, plate: Plate) -> None:
    """Draw a sign into a box (mm); type grows with it."""
    unit = min(box.height, box.width * 0.75)
    _frame(sheet, box, unit)
    inner = box.inset(unit * 0.07)
    top, low = inner.y, inner.bottom
    if plate.head:
        band = unit * 0.105
        _line(sheet, Box(inner.x, top, inner.width, band * 0.8), plate.head, "title_song")
        sheet.line(inner.x, top + band, inner.right, top + band, width=unit * 0.004, colour=RED)
        top += band
    if plate.foot:
        band = unit * 0.085
        _line(sheet, Box(inner.x, low - band, inner.width, band), plate.foot, "song")
        low -= band
    if plate.kind:
        band = unit * 0.16
        box = Box(inner.x, top + unit * 0.02, inner.width, band)
        _line(sheet, box, plate.kind, "hei", RED)
        top = box.bottom
    gap = unit * 0.03
    body = Box(inner.x, top + gap, inner.width, low - top - 2 * gap)
    if plate.arrow != "none":
        body = _beside_arrow(sheet, body, plate.arrow)
    _words(sheet, body, plate)


def _frame(sheet: Sheet, box: Box, unit: float) -> None:
    """Draw a heavy and a fine red line around."""
    heavy, fine = unit * 0.012, unit * 0.003
    out = box.inset(heavy / 2)
    sheet.rect(out.x, out.y, out.width, out.height, line=heavy, stroke=RED)
    inside = box.inset(heavy + unit * 0.01)
    sheet.rect(inside.x, inside.y, inside.width, inside.height, line=fine, stroke=RED)


def _beside_arrow(sheet: Sheet, body: Box, arrow: Arrow) -> Box:
    """Draw the arrow on the side it points to (else at the left); return the rest."""
    wide = min(body.width * 0.38, body.height)
    gap = body.width * 0.03
    if arrow == "right":
        draw_arrow(sheet, Box(body.right - wide, body.y, wide, body.height), arrow, BLACK)
        return Box(body.x, body.y, body.width - wide - gap, body.height)
    draw_arrow(sheet, Box(body.x, body.y, wide, body.height), arrow, BLACK)
    return Box(body.x + wide + gap, body.y, body.width - wide - gap, body.height)


def _words(sheet: Sheet, body: Box, plate: Plate) -> None:
    """Set the words, the other language and the note, all together in the middle."""
    share = 1.0 - (0.2 if plate.second else 0.0) - (0.22 if plate.note else 0.0)
    lettering = sheet.lettering
    parts: list[tuple[Sequence[str], float, RoleName]] = []
    lines, size = largest(lettering, plate.text, plate.role, body.width, body.height * share)
    parts.append((lines, size, plate.role))
    for words, part in ((plate.second, 0.18), (plate.note, 0.2)):
        if words:
            room = min(body.height * part, size * MM_PER_PT * 0.62)
            small, least = largest(lettering, words, "hei", body.width, room)
            parts.append((small, least, "hei"))
    gap = body.height * 0.04
    tall = sum(len(ls) * s * _LEADING * MM_PER_PT for ls, s, _ in parts) + gap * (len(parts) - 1)
    y = body.cy - tall / 2
    for lines, size, role in parts:
        step = size * _LEADING * MM_PER_PT
        for line in lines:
            sheet.text(
                body.cx, y + step / 2, line, role, size, align="centre", upright="middle",
                max_width=body.width,
            )  # fmt: skip
            y += step
        y += gap


def largest(
    lettering: Lettering, words: str, role: RoleName, width: float, height: float
) -> tuple[Sequence[str], float]:
    """Return the lines and the largest size (pt) at which words fit a room in mm.

    Short words stay on one line; a line end in the words is kept.
    """
    most = _most_lines(words)
    parts = words.split("\n")
    ems = max(lettering.setting(part, role).ems for part in parts)
    # So many lines hold no larger type than this; Latin words are not broken.
    latin = re.findall(r"[^\s\u2e80-\uffff\U00020000-\U0003ffff]+", words)
    longest = max((lettering.setting(word, role).ems for word in latin), default=0.0)
    widest = width / max(ems / most, longest, 0.1)
    size = min(height / _LEADING, widest) / MM_PER_PT
    while size > _LEAST:
        lines = [line for part in parts for line in lettering.lines(part, role, size, width)]
        fits = all(lettering.width(line, role, size) <= width * 1.001 for line in lines)
        if fits and len(lines) <= most and len(lines) * size * _LEADING * MM_PER_PT <= height:
            even = (lettering.even_lines(part, role, size, width) for part in parts)
            return [line.strip() for lines in even for line in lines], size
        size *= _SHRINK
    return parts, size


def _most_lines(words: str) -> int:
    """Return how many lines words may take: one for six characters, two for sixteen."""
    parts = words.split("\n")
    length = sum(2 if is_han(c) else 1 for part in parts for c in part)
    wanted = 1 if length <= 12 else 2 if length <= 34 else 3
    return max(wanted, len(parts))


def _line(sheet: Sheet, box: Box, words: str, role: RoleName, colour: Colour = DARK) -> None:
    size = box.height * 0.8 / MM_PER_PT
    size *= min(1.0, box.width / sheet.lettering.width(words, role, size))
    sheet.text(
        box.cx, box.cy, words, role, size, align="centre", upright="middle",
        max_width=box.width, colour=colour,
    )  # fmt: skip
