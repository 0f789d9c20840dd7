"""Running text set on the grid: paragraphs, addressees, attachment note (正文排字)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from seating.documents.official.measures import MM, Page, count, measure
from seating.documents.official.model import Paragraph, Role, Span, Words, cells_of
from seating.documents.official.rows import BLANK, Row, lay, run_width
from seating.typography.grid import GridLine, default_measure, grid_lines
from seating.typography.units import NO_START, OPENING

TRACKING = 0.09
"""Most that is added between the characters of a Western word to fill its cells, in em."""

EXCESS = 0.1
"""Most by which the grid lets a word exceed its cells, in cells (see ``typography.grid``)."""

_TIMES = {
    "bdghknopquvxy0123456789#$*_": 0.5,
    "acez?": 0.444,
    "fr!()[]-`": 0.333,
    "ijlt:;/\\": 0.278,
    "., ": 0.25,
    "ADGHKNOQUVXYw": 0.722,
    "BCR": 0.667,
    "ELTZ": 0.611,
    "FPS": 0.556,
    "+<=>~^": 0.564,
    "s": 0.389,
    "J": 0.389,
    "I": 0.333,
    "M": 0.889,
    "W": 0.944,
    "@": 0.921,
    "m": 0.778,
    "&": 0.778,
    "%": 0.833,
    "'|": 0.2,
}
_WIDTHS = {char: width for chars, width in reversed(_TIMES.items()) for char in chars}


def is_western(text: str) -> bool:
    """Whether a piece of the grid is a Western word or number."""
    return default_measure(text) < len(text)


def western_cells(text: str) -> float:
    """Return the width in cells of text with its Western part in Times; 1 cell = 1 em."""
    return sum(_WIDTHS.get(c, default_measure(c)) for c in text)


def paragraph_rows(
    page: Page, paragraph: Paragraph, *, first: float | None = None, left: float | None = None
) -> list[Row]:
    """Set a paragraph: 28 cells to a line, 避头尾 kept, digits two to a cell.

    Args:
        page: the grid.
        paragraph: the text with its typefaces.
        first: cell where the first line begins; ``None`` = the paragraph's indent.
        left: cell where the further lines begin; ``None`` = the paragraph's.
    """
    first = paragraph.indent if first is None else first
    left = paragraph.hang if left is None else left
    lines = grid_lines(paragraph.text, int(page.cells - left), first - left, western_cells)
    roles = [span.role for span in paragraph.spans for _ in span.text]
    rows, at = [], 0
    x = page.left + (page.cells - int(page.cells - left)) * page.cell
    for line in lines:
        part = roles[at : at + len(line.text)]
        rows.append(Row(words=set_line(line, part, x, page.cell, measure("size.body")), body=True))
        at += len(line.text)
    return rows


def set_line(
    line: GridLine, roles: Sequence[Role], left: float, cell: float, size: float
) -> tuple[Words, ...]:
    """Turn a line of cells into words in mm; evenly spaced characters become one run.

    Args:
        line: the pieces, in cells from ``left``.
        roles: the typeface of each character of ``line.text``.
        left: left edge in mm.
        cell: pitch of the characters in mm.
        size: of the type in pt.
    """
    found: list[Words] = []
    at, before, pitch = 0, 0.0, 0.0
    for x, text in line.pieces:
        role, place = roles[at], left + x * cell
        at += len(text)
        if not text.strip():
            continue
        if is_western(text):
            found.append(_western(line, x, text, role, left, cell, size))
            before = 0.0
            continue
        step = place - before
        even = len(found[-1].text) == 1 or abs(step - pitch) < 1e-6 if found and before else False
        if even and found[-1].role == role and step >= size * MM:
            joined, pitch = found[-1].text + text, step
            found[-1] = replace(found[-1], text=joined, fill=run_width(joined, pitch, size))
        else:
            found.append(Words(text, place + (cell - size * MM) / 2, 0.0, size, role))
        before = place
    return tuple(found)


def _western(
    line: GridLine, x: float, text: str, role: Role, left: float, cell: float, size: float
) -> Words:
    """Place a Western word in its whole cells: a little spaced, and away from no mark.

    What a mark stands next to, it stands next to closely: the free part of the cells goes to
    the other side.
    """
    natural = western_cells(text)
    cells = max(1, math.ceil(natural - EXCESS - 1e-6))
    free = cells - natural
    wide = natural + max(0.0, min(TRACKING * (len(text) - 1), free * 0.8))
    begin = x - free / 2
    places = [piece for piece, _ in line.pieces]
    index = places.index(x)
    after = line.pieces[index + 1][1] if index + 1 < len(places) else ""
    prior = line.pieces[index - 1][1] if index else ""
    lean = (after[:1] in NO_START if after else not line.is_last) - (
        prior[-1:] in OPENING | {"—"} if prior else True
    )
    middle = begin + cells / 2 + lean * (cells - wide) / 2
    return Words(
        text,
        left + middle * cell,
        0.0,
        size,
        role,
        fill=wide * cell,
        room=cells * cell,
        align="centre",
    )


def addressee_rows(page: Page, addressees: tuple[str, ...]) -> list[Row]:
    """Return the addressees (7.3.2): flush left on every line, a full-width colon at the end."""
    if not addressees:
        return []
    text = "，".join(addressees).rstrip("：:") + "："
    rows = paragraph_rows(page, Paragraph((Span(text),), indent=0))
    return [replace(row, body=False) for row in rows]


def attendance_rows(page: Page, lists: Sequence[tuple[str, Sequence[str]]]) -> list[Row]:
    """Return who was there, a blank line below the text (10.3).

    出席 in 黑体 two cells in, a colon, the names in 仿宋, wrapped below their first character;
    请假 and 列席 on further lines in the same way.  No name is broken.
    """
    rows = [BLANK] * bool(lists)
    indent = count("text.indent")
    for label, pieces in lists:
        begin = indent + cells_of(label) + 1
        lines = [
            row
            for words in _gathered(pieces, page.cells - begin)
            for row in paragraph_rows(page, Paragraph((Span(words),)), first=begin, left=begin)
        ]
        head = lay(page, indent, label, "hei") + lay(page, begin - 1, "：")
        lines[0] = replace(lines[0], words=(*head, *lines[0].words))
        rows += lines
    return rows


def _gathered(pieces: Sequence[str], room: float) -> list[str]:
    """Put pieces on lines of so many cells; one that is longer has lines to itself."""
    lines = [""]
    for piece in pieces:
        if lines[-1] and cells_of(lines[-1] + piece) > room:
            lines.append("")
        lines[-1] += piece
    return lines


def attachment_note(page: Page, titles: tuple[str, ...]) -> list[Row]:
    """Return the attachment note (7.3.4).

    附件：1.×× two cells in, the numbers below each other, names without punctuation at the end
    and wrapped below their first character.
    """
    if not titles:
        return []
    label, indent = "附件：", count("text.indent")
    numbers = [f"{i}." if len(titles) > 1 else "" for i in range(1, len(titles) + 1)]
    names = indent + cells_of(label) + max(map(cells_of, numbers))
    rows = [BLANK] * count("text.attachment_blank")
    for index, (number, title) in enumerate(zip(numbers, titles, strict=True)):
        name = Paragraph((Span(title.rstrip("。；，、")),))
        lines = paragraph_rows(page, name, first=names, left=names)
        start = lay(page, names - cells_of(number), number)
        if index == 0:
            start = (*lay(page, indent, label), *start)
        lines[0] = replace(lines[0], words=(*start, *lines[0].words))
        rows += [replace(line, body=False) for line in lines]
    return rows
