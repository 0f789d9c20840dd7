"""Where the tables stand and which part shows which of them, without names (总图)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.charts.card import Subject
from seating.documents.charts.draw import head_label
from seating.documents.charts.fit import Fitting
from seating.documents.charts.fixtures import Room, centre_of
from seating.documents.charts.parts import Group, layout_of
from seating.documents.charts.plot import Plot
from seating.documents.ink import DARK, MIDDLE
from seating.documents.paper import Box
from seating.documents.sheet import Sheet

_EDGE = 0.5


def draw_overview(
    sheet: Sheet, subject: Subject, parts: Sequence[Sequence[Group]], area: Box, *, turned: bool
) -> None:
    """Draw all tables with their number and how many sit there, framed by parts."""
    layout = subject.layout
    fitting = Fitting(layout, turned=turned)
    width = 12.0
    plot = fitting.place(width, 8.0, area) or fitting.place(0.1, 0.1, area)
    if plot is None:
        return
    centre = centre_of([plot.point(p.x, p.y) for p in layout.places])
    room = Room(sheet, plot, area, centre, subject.language, head_label(subject))
    if len(parts) > 1:
        for number, part in enumerate(parts, start=1):
            _frame(sheet, plot, part, number, subject)
    room.draw_all(layout.fixtures)
    zh = subject.language == "zh"
    for group in (group for part in parts for group in part):
        x, y = plot.point(group.fixture.x, group.fixture.y)
        low = group.fixture.width / 2 / plot.scale + 2.4
        taken = sum(len(subject.cards[p.id].names) for p in group.places)
        words = f"{taken}人" if zh else f"{taken} people"
        sheet.text(x, y + low, words, "song", 9, align="centre", upright="middle")


def _frame(sheet: Sheet, plot: Plot, part: Sequence[Group], number: int, subject: Subject) -> None:
    layout = layout_of(subject.layout, part)
    x0, y0, x1, y1 = layout.extent
    (ax, ay), (bx, by) = plot.point(x0, y0), plot.point(x1, y1)
    left, right, top, low = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    grow = 450 / plot.scale
    sheet.rect(
        left - grow, top - grow, right - left + 2 * grow, low - top + 2 * grow, line=0.25,
        stroke=MIDDLE, dash=(1.6, 1.0), radius=1.0,
    )  # fmt: skip
    words = f"分图{number}" if subject.language == "zh" else f"part {number}"
    sheet.text(left - grow + 1, top - grow + 2.4, words, "hei", 9, upright="middle", colour=DARK)
