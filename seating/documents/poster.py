"""Large posters for the entrance: the chart in big lettering, units and names (入口海报)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from seating.documents.charts.keys import Lie, check_paper, lying_ways
from seating.documents.charts.words import chart_title
from seating.documents.furniture import furniture_of
from seating.documents.indexes.entries import ENGLISH, TITLES, By, seated, sections
from seating.documents.paper import Paper, paper_of
from seating.documents.posters.chart import draw_chart
from seating.documents.posters.here import DOORS
from seating.documents.posters.lists import draw_names, draw_units
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "poster"
TITLE = Text("入口海报", "Poster")
SUMMARY = Text(
    "入口海报：大字座次图（标“您在此”）、各单位座区、姓名索引，A2、A1、A0 或任意尺寸；"
    "写了 [documents.poster] 才印。",
    "Posters for the entrance, A2 to A0 or any size: chart with 'you are here', areas of units, "
    "names. Printed where the event has [documents.poster].",
)
OWN_PAPER = True


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.poster]``."""

    content: tuple[Literal["chart", "units", "names"], ...] = parameter(
        "各页内容：chart 座次图、units 各单位座区、names 姓名索引",
        "pages: the chart, where each unit sits, the index of names",
        default=("chart", "units"),
    )
    by: Literal["strokes", "pinyin"] = parameter(
        "姓名索引的排法：strokes 笔画、pinyin 拼音", "order of the names", default="strokes"
    )
    here: Literal[
        "", "front-left", "front-right", "left", "right", "rear-left", "rear", "rear-right"
    ] = parameter(
        "海报贴在哪个门，图上标“您在此”（左右为面向主席台的左右）；只有一个门时不必写",
        "the door where it hangs, marked 'you are here'; left and right facing the rostrum",
        default="",
    )
    color: Literal["unit", "category", "group", "none"] = parameter(
        "会场图按什么着色", "what colours tell on the chart of a hall", default="unit"
    )
    paper: str = parameter("纸张", "paper", default="A1")
    orientation: Literal["auto", "landscape", "portrait"] = parameter(
        "横放或竖放；auto 取字较大的一种",
        "how the paper lies; auto = whichever makes letters larger",
        default="auto",
    )

    def __post_init__(self) -> None:
        check_paper(self.paper)


def wanted(book: Book) -> bool:
    """Whether the event asks for posters."""
    return has_table(book, NAME) and any(True for _ in _sittings(book))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every sitting; a rostrum stands on the poster of its hall."""
    for sittings in _sittings(book):
        name = file_name(TITLE.to(job.language), sittings[-1].sitting.id)
        if not job.only or name in job.only:
            yield _Poster(book, job, sittings).print(name)


def _sittings(book: Book) -> Iterable[tuple[BookSitting, ...]]:
    faced = {s.sitting.faces for s in book.sittings.values()}
    for key, sitting in book.sittings.items():
        if key not in faced and sitting.plan.placing.places:
            other = book.sittings.get(sitting.sitting.faces)
            yield (other, sitting) if other is not None else (sitting,)


class _Poster:
    """Everything is laid out as on A3 and printed so much larger."""

    def __init__(self, book: Book, job: PrintJob, sittings: tuple[BookSitting, ...]) -> None:
        self.book = book
        self.job = job
        self.sittings = sittings
        self.sitting = sittings[-1]
        self.keys = keys_of(book, NAME, Keys)
        self.press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        whole = paper_of(job.paper or self.keys.paper)
        self.press.grow = max(1.0, math.sqrt(whole.area / paper_of("A3").area))
        self.paper = Paper(whole.width / self.press.grow, whole.height / self.press.grow)

    def print(self, name: str) -> Printed:
        """Draw the pages asked for and return the file."""
        language = self.job.language
        for page in self.keys.content:
            if page == "chart":
                door = DOORS[self.keys.here] if self.keys.here else None
                draw_chart(
                    self.press, self.book, self.sitting, self.ways(), door, self.keys.color,
                    _capital(chart_title(self.sitting.sitting.form).to(language)),
                )  # fmt: skip
            elif page == "units":
                draw_units(self.press, self.book, self.sitting, self.ways())
            else:
                by: By = self.keys.by
                title = TITLES[by] if language == "zh" else ENGLISH
                people = seated(self.book, self.sittings, language)
                found = sections(self.book, people, by, language)
                draw_names(self.press, self.book, self.sitting, self.ways(), title, found)
        if not self.press.sheets:
            draw_units(self.press, self.book, self.sitting, self.ways())
        return self.press.finish(name)

    def ways(self) -> tuple[Paper, ...]:
        """Return how the paper may lie."""
        lie: Lie = self.keys.orientation
        return lying_ways(self.paper, lie)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
