"""Chart of the rostrum, from the audience and from the rostrum (主席台座次图)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seating.documents.charts.keys import ChartKeys
from seating.documents.charts.scale_view import ScaleView, arrow, frame_of
from seating.documents.charts.seat_cards import CardStyle, card_depth, draw_layout, pitch_of
from seating.documents.charts.shorten import Shortening, shortened
from seating.documents.furniture import furniture_of
from seating.documents.headings import heading
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.words import VIEWPOINTS
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Layout, View

NAME = "rostrum_chart"
TITLE = Text("主席台座次图", "Rostrum chart")
SUMMARY = Text(
    "主席台座次图：一页一个视角（台下、台上），每座印姓名、单位和职务。",
    "The rostrum with names and posts, one page from the audience and one from the rostrum.",
)


@dataclass(frozen=True, kw_only=True)
class Keys(ChartKeys):
    """The keys of ``[documents.rostrum_chart]``."""

    titles: bool = parameter("印单位和职务", "unit and post on each card", default=True)


_LEAST_PITCH = 9.5
_LARGEST = 20.0
_DEEPEST = 1.5  # a card is at most so much deeper than wide …
_NARROW, _DEEPEST_NARROW = 17.0, 2.7  # … or so much where it is narrow (mm)
_WORTH = 50.0  # mm
_AUDIENCE = Text("台下（观众席）", "audience")


def wanted(book: Book) -> bool:
    """Whether the event has a rostrum."""
    return any(s.sitting.form == "rostrum" for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every rostrum."""
    for sitting in book.sittings.values():
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if sitting.sitting.form == "rostrum" and (not job.only or name in job.only):
            yield _print(book, job, sitting, name)


def _print(book: Book, job: PrintJob, sitting: BookSitting, name: str) -> Printed:
    press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
    keys = keys_of(book, NAME, Keys)
    style = CardStyle(
        language=job.language, show=keys.show, titles=keys.titles and keys.show != "numbers"
    )
    paper = _paper(job.paper or keys.paper, keys, sitting)
    for view in keys.views_of(sitting.layout):
        _page(press, paper, book, sitting, view, style)
    return press.finish(name)


def _paper(asked: str, keys: Keys, sitting: BookSitting) -> Paper:
    """Return the paper asked for, lying; else A4, or A3 where names would stand too close."""
    upright = keys.orientation == "portrait"
    x0, _, x1, _ = frame_of(sitting.layout)
    for name in (asked,) if asked else ("A4", "A3"):
        paper = paper_of(name).portrait() if upright else paper_of(name).landscape()
        scale = (x1 - x0) / (paper.width - 24)
        if pitch_of(sitting.layout) / scale >= _LEAST_PITCH:
            break
    return paper


def _page(
    press: Press, paper: Paper, book: Book, sitting: BookSitting, view: View, style: CardStyle
) -> None:
    language = style.language
    sentence = VIEWPOINTS[view].to(language)
    sheet = press.page(paper, bookmark=sentence, note=sentence)
    rest = heading(sheet, book, sitting, TITLE.to(language), sentence, language)
    below = view != "seated"
    band = 13.0
    area = Box(rest.x, rest.y + (0 if below else band), rest.width, rest.height - band)
    layout, extra = _deepened(sitting.layout, area)
    plan = ScaleView.fit(frame_of(layout), area, view)
    drawn = dataclasses.replace(sitting, layout=layout)
    draw_layout(sheet, plan, book, drawn, dataclasses.replace(style, extra=extra))
    at = area.bottom + band / 2 if below else rest.y + band / 2
    words = _AUDIENCE.to(language)
    x = area.cx - (5 + sheet.lettering.width(words, "hei", 12)) / 2
    arrow(sheet, x, at, words, down=below)
    scale = f"比例 1:{plan.scale:.0f}" if language == "zh" else f"Scale 1:{plan.scale:.0f}"
    if layout is not sitting.layout:
        scale = f"左右{scale}" if language == "zh" else f"{scale} across"
    sheet.text(rest.right, at, scale, "song", 9, align="right", upright="middle")
    notes = [_numbers(sitting, view, language)] if style.show == "both" else []
    for i, line in enumerate([*notes, *_empty(sitting, language)]):
        sheet.text(rest.x, at - i * 4, line, "song", 9, upright="middle", max_width=x - rest.x - 6)


def _deepened(layout: Layout, area: Box) -> tuple[Layout, float]:
    """Give the rows the depth that the page has to spare, for larger names.

    Returns:
        The layout as it is drawn, and the mm of the plan by which cards become deeper.
    """
    x0, y0, x1, y1 = frame_of(layout)
    across = max((x1 - x0) / area.width, _LARGEST)
    if (y1 - y0) / area.height > across:
        layout = shortened(layout, Shortening(1.0, 0.6))
        x0, y0, x1, y1 = frame_of(layout)
    rows = sorted({round(p.y) for p in layout.places})
    narrow = pitch_of(layout) / across < _NARROW
    deepest = _DEEPEST_NARROW if narrow else _DEEPEST
    wanted = deepest * pitch_of(layout) - card_depth(layout)
    extra = min((area.height * across - (y1 - y0)) / max(len(rows), 1), wanted)
    if extra < _WORTH:
        return layout, 0.0

    def back(y: float) -> float:
        return y + extra * sum(row < y - 1 for row in rows)

    return (
        dataclasses.replace(
            layout,
            places=tuple(dataclasses.replace(p, y=back(p.y)) for p in layout.places),
            fixtures=tuple(dataclasses.replace(f, y=back(f.y)) for f in layout.fixtures),
        ),
        extra,
    )


def _numbers(sitting: BookSitting, view: View, language: str) -> str:
    """Say what the small numbers are, and from which end the seats of lists are counted."""
    row = sorted((p for p in sitting.layout.places if p.row == 1), key=lambda p: p.number)
    rightward = len(row) < 2 or (row[0].x < row[-1].x) == (view != "seated")
    if language == "zh":
        ends = "自左至右" if rightward else "自右至左"
        return f"框内小号数字为位次；座号{ends}数"
    ends = "left to right" if rightward else "right to left"
    return f"Small numbers: precedence. Seats are counted from {ends}."


def _empty(sitting: BookSitting, language: str) -> Iterator[str]:
    free = [
        p for p in sitting.layout.places
        if p.id not in sitting.plan.placing.occupant and not p.purpose
    ]  # fmt: skip
    if free:
        seats = "1 empty seat" if len(free) == 1 else f"{len(free)} empty seats"
        yield f"空位 {len(free)} 个" if language == "zh" else seats
