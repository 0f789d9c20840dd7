"""Where do I sit: an index by strokes, pinyin or unit, with leaders to the seat (座位索引)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from seating.documents.charts.keys import check_paper, lying_ways
from seating.documents.flow import fitting
from seating.documents.furniture import furniture_of
from seating.documents.indexes.draw import Index
from seating.documents.indexes.entries import ENGLISH, TITLES, seated, sections
from seating.documents.paper import Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import has_table, keys_of, table_of
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text

NAME = "finder"
TITLE = Text("座位索引", "Seat finder")
SUMMARY = Text(
    "座位索引：按姓氏笔画、拼音或单位查座位，密排多栏，供入口和签到处张贴。",
    "Where everybody sits, to be looked up by strokes, pinyin or unit; in narrow columns.",
)
_SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.25, 10.0, 9.75, 9.5)
_MANY = 60  # so many seats in one sitting call for an index unasked


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.finder]``."""

    by: tuple[Literal["strokes", "pinyin", "unit"], ...] = parameter(
        "各部分的排法：strokes 笔画、pinyin 拼音、unit 单位；英文一律按字母",
        "how its parts are ordered; in English strokes and pinyin are the alphabet",
        default=("strokes", "pinyin"),
    )
    size: float = parameter(
        "字号；不写则在10.5磅上下，以排满整页为准",
        "size of type; not written: about 10.5, so that pages are full",
        default=10.5,
        minimum=6,
        maximum=72,
        unit="pt",
    )
    columns: int = parameter(
        "栏数，0 为能排几栏排几栏", "columns, 0 = as many as fit", default=0, minimum=0, maximum=12
    )
    paper: str = parameter("纸张，留空为会议的纸张", "paper, empty = the event's", default="")
    orientation: Literal["auto", "landscape", "portrait"] = parameter(
        "横放或竖放；auto 为竖放", "how the paper lies; auto = portrait", default="auto"
    )

    def __post_init__(self) -> None:
        check_paper(self.paper)
        if not self.by:
            raise ValueError(
                Text("by 至少写一种排法。", "by: name at least one way to order the index.")
            )

    def lying(self, paper: Paper) -> Paper:
        """Return the paper as it lies."""
        return lying_ways(paper, "portrait" if self.orientation == "auto" else self.orientation)[0]


def wanted(book: Book) -> bool:
    """Whether a sitting is large, or the event asks for an index."""
    large = any(len(s.plan.placing.places) >= _MANY for s in book.sittings.values())
    return large or (has_table(book, NAME) and any(True for _ in indexed(book)))


def indexed(book: Book) -> Iterable[tuple[BookSitting, ...]]:
    """Yield what has an index of its own; a rostrum stands in that of the hall facing it."""
    faced = {s.sitting.faces for s in book.sittings.values()}
    every = has_table(book, NAME)
    for key, sitting in book.sittings.items():
        if key in faced or not sitting.plan.placing.places:
            continue
        if every or len(sitting.plan.placing.places) >= _MANY:
            other = book.sittings.get(sitting.sitting.faces)
            yield (other, sitting) if other is not None else (sitting,)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one index for every large sitting."""
    keys = keys_of(book, NAME, Keys)
    sizes = (keys.size,) if "size" in table_of(book, NAME) else _SIZES
    for sittings in indexed(book):
        name = file_name(TITLE.to(job.language), sittings[-1].sitting.id)
        if job.only and name not in job.only:
            continue
        press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        people = seated(book, sittings, job.language)
        paper = keys.lying(paper_of(job.paper or keys.paper or "A4"))
        done: set[str] = set()
        for by in keys.by:
            title = TITLES[by] if job.language == "zh" or by == "unit" else ENGLISH
            if title.en in done and job.language == "en":
                continue
            done.add(title.en)
            part = sections(book, people, by, job.language)
            last = sittings[-1]
            made = {size: Index(press, book, last, paper, size, keys.columns) for size in sizes}
            pages = {size: index.pages(part) for size, index in made.items()}
            size = fitting(pages.__getitem__, sizes, keys.size)
            made[size].draw(TITLE, title, part)
        yield press.finish(name)
