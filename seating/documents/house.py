"""House style: what every document is drawn with (印制规范); import from here.

Quick tour::

    from seating.documents.house import Paper, furniture_of, open_press, paper_of, file_name

    press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
    sheet = press.page(paper_of("A4").landscape(), bookmark="第一页", note="图示视角：…")
    area = sheet.body                      # Box in mm, inside margins, header and footer
    sheet.text(area.cx, area.y, "标题", "title_song", 22, align="centre", upright="top",
               max_width=area.width)       # squeezed to 60 %, then smaller; never cut
    sheet.name(20, 60, "张三", "kai", 14)   # spaced 张　三, copied as 张三
    y = sheet.paragraph(20, 70, 100, "…", "song", 10.5)   # wrapped; returns the y below
    sheet.rect(20, 90, 30, 10, fill=PALE, radius=1)
    return [press.finish(file_name("某图", sitting.id))]   # -> Printed

Units: positions, lengths and line widths in **mm** with the origin at the **top left** and y
downwards; sizes of type in **pt**; angles in degrees counter-clockwise.

* ``press.page(paper, margin=, bookmark=, level=, note=) -> Sheet``; without ``furniture`` there
  is no header or footer and ``sheet.body`` is the page less its margin.
* ``sheet.text(x, y, s, role, size, align=, upright=, max_width=, colour=, turn=, spread=,
  latin=) -> Fitted(size, squeeze, spacing, width)``; ``upright`` is baseline (default), top or
  middle; ``turn`` 90/180/270 rotates about ``x, y``; ``latin=True`` sets ASCII in the Latin face.
* ``sheet.name``, ``sheet.paragraph``, ``sheet.line``, ``rect``, ``polygon``, ``circle``,
  ``ground`` (a tint that becomes grey and hatching in black and white), ``hatch``.
* ``press.lettering.width(s, role, size) -> mm``; ``.fit(...)``; ``.lines(s, role, size, mm)``.
* ``pour(pieces, begin, columns=)`` runs ``Piece``s through columns and pages; ``Table(columns,
  rows).draw(press.lettering, begin)`` draws a table with its head repeated on every page, where
  ``begin() -> (Sheet, Box)`` starts a page.
* ``press.remark(Text)`` -> ``Printed.findings``; missing characters are reported by themselves.

Roles: ``title_song`` 小标宋, ``song`` 宋体, ``hei`` 黑体, ``kai`` 楷体, ``fang`` 仿宋, ``latin``.
"""

from __future__ import annotations

from seating.documents.flow import Begin, Piece, pour
from seating.documents.furniture import Furniture, furniture_of, say_date, say_version
from seating.documents.ink import (
    BLACK,
    DARK,
    LIGHT,
    MIDDLE,
    PALE,
    RED,
    TINTS,
    WHITE,
    Colour,
    Tint,
    colour,
    tint,
)
from seating.documents.lettering import Fitted, Lettering, RoleName, is_han, name_spread
from seating.documents.paper import MM_PER_PT, PT_PER_MM, Box, Paper, paper_of
from seating.documents.press import Press, file_name, font_book, open_press
from seating.documents.sheet import Align, Sheet, Upright
from seating.documents.tables import Column, Table

__all__ = [
    "BLACK",
    "DARK",
    "LIGHT",
    "MIDDLE",
    "MM_PER_PT",
    "PALE",
    "PT_PER_MM",
    "RED",
    "TINTS",
    "WHITE",
    "Align",
    "Begin",
    "Box",
    "Colour",
    "Column",
    "Fitted",
    "Furniture",
    "Lettering",
    "Paper",
    "Piece",
    "Press",
    "RoleName",
    "Sheet",
    "Table",
    "Tint",
    "Upright",
    "colour",
    "file_name",
    "font_book",
    "furniture_of",
    "is_han",
    "name_spread",
    "open_press",
    "paper_of",
    "pour",
    "say_date",
    "say_version",
    "tint",
]
