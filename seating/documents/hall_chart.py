"""Chart of the hall with every name in its seat, from both sides (会场座次图)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from seating.documents.charts.keys import ChartKeys, lying_ways
from seating.documents.furniture import furniture_of
from seating.documents.halls.page import MARGIN, compose, draw_page
from seating.documents.halls.plan import HallPlan, Look, hall_plan
from seating.documents.halls.stage import Stage
from seating.documents.halls.tiles import Tiling, draw_overview, draw_tile, find_tiling
from seating.documents.headings import HEADING, heading
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.words import VIEWPOINTS
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import View

NAME = "hall_chart"
TITLE = Text("会场座次图", "Hall chart")
SUMMARY = Text(
    "会场座次图：姓名写在座位上，按单位（类别、组别）着色，台下、台上两个视角；大会场自动分图。",
    "The hall with names in the seats, tinted by unit, category or group, from both sides; "
    "big halls in parts.",
)


@dataclass(frozen=True, kw_only=True)
class Keys(ChartKeys):
    """The keys of ``[documents.hall_chart]``."""

    color: Literal["unit", "category", "group", "none"] = parameter(
        "按什么着色：unit 单位、category 单位类别、group 组别、none 不着色",
        "what colours tell: the unit, its category, the group of the person, or nothing",
        default="unit",
    )


_LEAST = 6.0
_GOOD = 7.5


def wanted(book: Book) -> bool:
    """Whether the event has a hall."""
    return any(s.sitting.form == "hall" for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every hall."""
    for sitting in book.sittings.values():
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if sitting.sitting.form == "hall" and (not job.only or name in job.only):
            yield _Chart(book, job, sitting).print(name)


@dataclass(frozen=True)
class _Choice:
    """A way to print: the paper as it lies, and whether the hall must be cut into parts."""

    paper: Paper
    size: float
    tiling: Tiling | None = None


class _Chart:
    def __init__(self, book: Book, job: PrintJob, sitting: BookSitting) -> None:
        self.book = book
        self.job = job
        self.sitting = sitting
        self.keys = keys = keys_of(book, NAME, Keys)
        self.furniture = furniture_of(book, job.language)
        self.press: Press = open_press(book, job, TITLE, furniture=self.furniture)
        self.plan: HallPlan = hall_plan(book, sitting, job.language, Look(keys.show, keys.color))
        faced = book.sittings.get(sitting.sitting.faces)
        self.stage = Stage(book, faced, job.language, keys.show)

    def print(self, name: str) -> Printed:
        """Draw both views and return the file."""
        choice = self.choose()
        for view in self.keys.views_of(self.sitting.layout):
            self.draw(choice, view)
        return self.press.finish(name)

    def choose(self) -> _Choice:
        """Choose the paper: as asked if names can be read on it, else A3, else several pages."""
        asked = self.job.paper or self.keys.paper
        if asked:
            first = self.best(paper_of(asked))
            if first.size >= _LEAST:
                return first
            large = self.best(paper_of("A3"))
            if paper_of(asked).area < paper_of("A3").area and large.size >= _LEAST:
                self.press.remark(
                    Text(
                        f"会场座次图在{asked}纸上姓名不足{_LEAST:g}磅，已改用A3。",
                        f"On {asked} names would be below {_LEAST:g} pt; A3 is used instead.",
                    )
                )
                return large
            return self.tiled(paper_of(asked))
        small = self.best(paper_of("A4"))
        if small.size >= _GOOD:
            return small
        large = self.best(paper_of("A3"))
        return large if large.size >= _LEAST else self.tiled(paper_of("A3"))

    def rest(self, paper: Paper) -> Box:
        """Return what the heading leaves of a page."""
        body = self.furniture.body(paper, MARGIN)
        return Box(body.x, body.y + HEADING, body.width, body.height - HEADING)

    def best(self, paper: Paper) -> _Choice:
        """Return the better way to lay a paper for one page."""
        choices = []
        for lying in lying_ways(paper, self.keys.orientation):
            page = compose(
                self.plan, self.stage, self.press.lettering, self.rest(lying), turned=False
            )
            choices.append(_Choice(lying, page.style.size))
        return max(choices, key=lambda c: c.size)

    def tiled(self, paper: Paper) -> _Choice:
        """Cut the hall into the fewest parts that can be read."""
        found = []
        for lying in lying_ways(paper, self.keys.orientation):
            tiling = find_tiling(self.plan, self.press.lettering, self.rest(lying), _LEAST + 0.5)
            found.append(_Choice(lying, tiling.size, tiling))
        choice = min(found, key=lambda c: (c.tiling.count if c.tiling else 1, -c.size))
        if choice.tiling is not None:
            parts = choice.tiling.count
            self.press.remark(
                Text(
                    f"会场座次图一页容不下，印为总图和{parts}张分图。",
                    f"The hall does not fit one page: an overview and {parts} parts are printed.",
                )
            )
        return choice

    def draw(self, choice: _Choice, view: View) -> None:
        """Draw all pages of one view."""
        language, turned = self.job.language, view == "seated"
        sentence = VIEWPOINTS[view].to(language)
        title = TITLE.to(language)
        rest = self.page(choice.paper, title, sentence, sentence, 0)
        sheet = self.press.sheets[-1]
        if choice.tiling is None:
            page = compose(self.plan, self.stage, self.press.lettering, rest, turned=turned)
            draw_page(sheet, page, self.stage)
            return
        page = compose(self.plan, self.stage, self.press.lettering, rest, turned=turned)
        draw_overview(sheet, page, self.stage, choice.tiling)
        for number in range(1, choice.tiling.count + 1):
            part = f"分图{number}" if language == "zh" else f"Part {number}"
            own = f"{title}　{part}" if language == "zh" else f"{title}, {part}"
            rest = self.page(choice.paper, own, sentence, part, 1)
            draw_tile(self.press.sheets[-1], self.plan, choice.tiling, number, rest, turned=turned)

    def page(self, paper: Paper, title: str, sentence: str, bookmark: str, level: int) -> Box:
        """Begin a page with its heading."""
        sheet = self.press.page(paper, margin=MARGIN, bookmark=bookmark, level=level, note=sentence)
        return heading(sheet, self.book, self.sitting, title, sentence, self.job.language)
