"""Where everybody stands in a group photo, to print below it and to call out (站位图)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seating.documents.charts.words import viewpoint
from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.ink import DARK, MIDDLE, PALE
from seating.documents.lists.calling import draw_calls
from seating.documents.lists.occasion import Occasion
from seating.documents.naming import name_style
from seating.documents.paper import MM_PER_PT, Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, name_role, sitting_title
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Language, Text
from seating.facts.venue import Place

NAME = "photo_positions"
TITLE = Text("合影站位名单", "Names below the photo")
SUMMARY = Text(
    "合影站位名单：照片下方的各排姓名，与照片同向；另有大字唱名单，每排一页，供摄影师叫位。",
    "Names row by row as below the printed photo, and a large-type sheet for each row to call out.",
)
_CAPTION = Text("照片下的姓名", "caption")
_CALL = Text("唱名单", "to call out")
_MARGIN = 12.0
_LEAST_CELL = 9.5
_BETWEEN = 1.6  # between neighbouring names, mm
_ZH_NUMBERS = "零一二三四五六七八九十"


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.photo_positions]``."""

    frame: bool = parameter(
        "名单上方留出贴照片的框", "a frame for the photo above the names", default=True
    )
    call: bool = parameter(
        "印大字唱名单", "the large-type sheets to call people to their places", default=True
    )


def wanted(book: Book) -> bool:
    """Whether the event has a group photo."""
    return any(s.sitting.form == "photo" for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every photo."""
    keys = keys_of(book, NAME, Keys)
    for sitting in book.sittings.values():
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if sitting.sitting.form == "photo" and (not job.only or name in job.only):
            yield _Photo(book, job, sitting, keys).print(name)


class _Photo:
    def __init__(self, book: Book, job: PrintJob, sitting: BookSitting, keys: Keys) -> None:
        self.keys, self.sitting = keys, sitting
        self.language: Language = job.language
        ranks = {person: i for i, person in enumerate(sitting.order)}
        self.names = {
            place: tuple(
                name_of(book.people[i], job.language)
                for i in sorted(who, key=lambda i: (ranks.get(i, len(ranks)), i))
                if i in book.people
            )
            for place, who in sitting.plan.placing.occupants.items()
        }
        self.press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        self.asked = job.paper
        self.occasion = Occasion(book, job.language)
        self.rows: dict[int, list[Place]] = {}
        for place in sorted(sitting.layout.places, key=lambda p: (p.row, p.x)):
            if self.names.get(place.id):
                self.rows.setdefault(place.row, []).append(place)

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def print(self, name: str) -> Printed:
        """Draw the caption, then one page for every row."""
        self._caption()
        if self.keys.call:
            for row, places in self.rows.items():
                self._call(row, places)
        return self.press.finish(name)

    # --- the caption ---------------------------------------------------------------------

    def _caption(self) -> None:
        paper = self._paper()
        sentence = viewpoint(self.sitting.layout, "audience").to(self.language)
        words = _CAPTION.to(self.language)
        sheet = self.press.page(paper, margin=_MARGIN, bookmark=words, note=sentence)
        people = sum(len(self.names[p.id]) for r in self.rows.values() for p in r)
        own = sitting_title(self.sitting, self.language)
        second = self.say(f"{own}站位名单（共{people}人）", f"{own}: {people} people")
        area = head_lines(sheet, self.occasion.title, second, sentence, self.language)
        height = min(len(self.rows) * 13.0, area.height * 0.62)
        names = Box(area.x, area.bottom - height, area.width, height)
        if not self.keys.frame:
            names = Box(area.x, area.y + 2, area.width, min(area.height - 2, height * 1.5))
        elif self.language == "zh":
            self._frame(sheet, Box(area.x, area.y + 2, area.width, area.height - height - 5))
        if self.language == "zh":
            self._columns(sheet, names)
        else:
            self._running(sheet, area)

    def _paper(self) -> Paper:
        """Return the paper asked for, lying; else A4, or A3 where names would stand too close."""
        if self.asked:
            return paper_of(self.asked).landscape()
        a4 = paper_of("A4").landscape()
        cell = self._cell(a4.width - 2 * _MARGIN)[0]
        return a4 if cell >= _LEAST_CELL or self.language == "en" else paper_of("A3").landscape()

    def _cell(self, width: float) -> tuple[float, float, float]:
        """Return width of a name in mm, then mm of paper per mm of the row, and its left end."""
        places = [p for places in self.rows.values() for p in places]
        xs = sorted({p.x for p in places})
        pitch = min((b - a for r in self.rows.values() for a, b in _pairs(r)), default=1000.0)
        span = xs[-1] - xs[0] + pitch
        scale = (width - self._label) / span
        return pitch * scale, scale, xs[0] - pitch / 2

    @property
    def _label(self) -> float:
        return 14.0 if self.language == "zh" else 0.0

    def _frame(self, sheet: Sheet, box: Box) -> None:
        sheet.rect(box.x, box.y, box.width, box.height, line=0.3, stroke=MIDDLE, dash=(2, 1.5))
        words = self.say("（贴照片处）", "photo")
        sheet.text(
            box.cx, box.cy, words, "song", 12, align="centre", upright="middle", colour=MIDDLE
        )

    def _columns(self, sheet: Sheet, area: Box) -> None:
        """Set every name below the place where its bearer stands, the front row first."""
        cell, scale, left = self._cell(area.width)
        step = area.height / len(self.rows)
        every = [
            name
            for places in self.rows.values()
            for place in places
            for name in self.names[place.id]
        ]
        style = name_style(
            sheet.lettering, every, name_role(self.language), cell - _BETWEEN, step * 0.72, 14.0
        )
        for i, (row, places) in enumerate(self.rows.items()):
            y = area.y + i * step
            if i % 2 == 0:
                sheet.rect(area.x, y, area.width, step, stroke=None, fill=PALE)
            sheet.text(
                area.x + 1, y + step / 2, _row_name(row, self.language), "hei", 11,
                upright="middle", max_width=self._label - 2,
            )  # fmt: skip
            for place in places:
                x = area.x + self._label + (place.x - left) * scale
                names = "、".join(self.names[place.id])
                style.draw(sheet, Box(x - (cell - _BETWEEN) / 2, y, cell - _BETWEEN, step), names)
        sheet.line(area.x, area.y, area.right, area.y, width=0.3, colour=DARK)
        sheet.line(area.x, area.bottom, area.right, area.bottom, width=0.3, colour=DARK)

    def _running(self, sheet: Sheet, area: Box) -> None:
        """Set the names as running text, row by row, with a frame above if asked for."""
        size, lines = 12.0, []
        while True:
            lines = [
                (_row_name(row, self.language), self._wrapped(sheet, places, size, area.width))
                for row, places in self.rows.items()
            ]
            step = size * 1.4 * MM_PER_PT
            tall = sum((len(text) + 0.6) * step for _, text in lines)
            if tall <= area.height * (0.5 if self.keys.frame else 0.95) or size <= 6:
                break
            size -= 0.5
        y = area.bottom - tall if self.keys.frame else area.y + 2
        if self.keys.frame:
            self._frame(sheet, Box(area.x, area.y + 2, area.width, y - area.y - 6))
        for title, text in lines:
            sheet.text(area.x, y + step / 2, title, "hei", size, upright="middle", max_width=36)
            for line in text:
                sheet.text(
                    area.x + 38, y + step / 2, line, name_role(self.language), size,
                    upright="middle", max_width=area.width - 38,
                )  # fmt: skip
                y += step
            y += 0.6 * step

    def _wrapped(
        self, sheet: Sheet, places: Sequence[Place], size: float, width: float
    ) -> list[str]:
        """Break names into lines, never within a name."""
        lines: list[str] = []
        line = ""
        names = [name for p in places for name in self.names[p.id]]
        for i, name in enumerate(names):
            word = name + ("," if i + 1 < len(names) else "")
            longer = f"{line} {word}".strip()
            room = width - 38
            if line and sheet.lettering.width(longer, name_role(self.language), size) > room:
                lines.append(line)
                longer = word
            line = longer
        return [*lines, line]

    # --- large type ----------------------------------------------------------------------

    def _call(self, row: int, places: Sequence[Place]) -> None:
        """Draw a page with the names of one row, numbered from the left of the picture."""
        paper = paper_of(self.asked or "A4").portrait()
        title = _row_name(row, self.language)
        sentence = self.say(
            "面向合影者（从照相机看）从左至右", "left to right as the camera sees them"
        )
        sheet = self.press.page(
            paper, margin=_MARGIN, bookmark=f"{_CALL.to(self.language)} {title}", note=sentence
        )
        names = [name for p in places for name in self.names[p.id]]
        count = self.say(f"{title}　共{len(names)}人", f"{title}: {len(names)} people")
        area = head_lines(sheet, self.occasion.title, count, sentence, self.language, clear=True)
        centre = {place.id for place in places if abs(place.x) < 1.0}
        marked = [place.id in centre for place in places for _ in self.names[place.id]]
        draw_calls(sheet, area, names, marked, self.language)


def _pairs(places: Sequence[Place]) -> list[tuple[float, float]]:
    return [(a.x, b.x) for a, b in pairwise(places) if b.x > a.x]


def _row_name(row: int, language: Language) -> str:
    if language == "en":
        return f"Front row (row {row})" if row == 1 else f"Row {row}"
    return f"第{_ZH_NUMBERS[row]}排" if row <= 10 else f"第{row}排"
