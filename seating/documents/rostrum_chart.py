"""Chart of the rostrum: to scale, from the audience and from the rostrum (主席台座次图)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from seating.documents.charts.scale_view import ScaleView, arrow, frame_of
from seating.documents.charts.seat_cards import CardStyle, draw_layout, pitch_of
from seating.documents.furniture import furniture_of
from seating.documents.headings import heading
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.words import VIEWPOINTS
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import View

NAME = "rostrum_chart"
TITLE = Text("主席台座次图", "Rostrum chart")
SUMMARY = Text(
    "主席台座次图：按比例绘制，台下、台上两个视角各一页。",
    "The rostrum to scale, one page from the audience and one from the rostrum.",
)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.rostrum_chart]``."""

    numbers: bool = parameter("印位次", "the place in the order on each card", default=True)
    titles: bool = parameter("印单位和职务", "unit and post on each card", default=True)


_LEAST_PITCH = 11.0
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


def settings_of(book: Book, name: str) -> Mapping[str, Any]:
    """Return the event's table ``[documents.<name>]`` (numbers, titles: true or false)."""
    documents = book.event.tables.get("documents", {})
    table = documents.get(name, {}) if isinstance(documents, Mapping) else {}
    return table if isinstance(table, Mapping) else {}


def _print(book: Book, job: PrintJob, sitting: BookSitting, name: str) -> Printed:
    press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
    options = settings_of(book, NAME)
    style = CardStyle(
        language=job.language,
        numbers=options.get("numbers", True) is not False,
        titles=options.get("titles", True) is not False,
    )
    paper = _paper(job, sitting)
    for view in sitting.layout.views:
        _page(press, paper, book, sitting, view, style)
    return press.finish(name)


def _paper(job: PrintJob, sitting: BookSitting) -> Paper:
    """Return the paper asked for, lying; else A4, or A3 where names would stand too close."""
    if job.paper:
        return paper_of(job.paper).landscape()
    x0, _, x1, _ = frame_of(sitting.layout)
    a4 = paper_of("A4").landscape()
    scale = (x1 - x0) / (a4.width - 24)
    return a4 if pitch_of(sitting.layout) / scale >= _LEAST_PITCH else paper_of("A3").landscape()


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
    plan = ScaleView.fit(frame_of(sitting.layout), area, view)
    draw_layout(sheet, plan, book, sitting, style)
    at = area.bottom + band / 2 if below else rest.y + band / 2
    words = _AUDIENCE.to(language)
    x = area.cx - (5 + sheet.lettering.width(words, "hei", 12)) / 2
    arrow(sheet, x, at, words, down=below)
    scale = f"比例 1:{plan.scale:.0f}" if language == "zh" else f"Scale 1:{plan.scale:.0f}"
    sheet.text(rest.right, at, scale, "song", 9, align="right", upright="middle")
    for i, line in enumerate(_empty(sitting, language)):
        sheet.text(rest.x, at - i * 4, line, "song", 9, upright="middle")


def _empty(sitting: BookSitting, language: str) -> Iterator[str]:
    free = [
        p for p in sitting.layout.places
        if p.id not in sitting.plan.placing.occupant and not p.purpose
    ]  # fmt: skip
    if free:
        yield f"空位 {len(free)} 个" if language == "zh" else f"{len(free)} empty seat(s)"
