"""Chart of every form other than rostrum and hall, to scale (座次图).

Empty space is shortened where names become larger by it; the scale says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from seating.documents.charts.card import Subject, subject_of, subject_of_marks
from seating.documents.charts.keys import ChartKeys
from seating.documents.charts.pages import Chart, Heads
from seating.documents.charts.words import SEATS, chart_title, joined
from seating.documents.furniture import furniture_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.words import sitting_title
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Language, Text
from seating.facts.venue import Layout, View

NAME = "form_chart"
TITLE = SEATS
SUMMARY = Text(
    "座次图：会谈、宴会、合影、乘车等各种形式，按实际位置绘制，有几个视角印几页；桌多时另附名单。",
    "Charts of talks, banquets, photos, vehicles and all other forms as they stand in the room, "
    "from every side.",
)


@dataclass(frozen=True, kw_only=True)
class Keys(ChartKeys):
    """The keys of ``[documents.form_chart]``."""

    titles: bool = parameter(
        "印单位和职务（姓名会因此明显变小的图不印）",
        "unit and post on each card, unless names would become much smaller",
        default=True,
    )
    scale: bool = parameter(
        "严格按比例，不缩短空当", "true to scale, empty space not shortened", default=False
    )


OWN_CHARTS = ("rostrum", "hall")
"""Forms with a chart of their own."""


def wanted(book: Book) -> bool:
    """Whether the event has a sitting of such a form."""
    return any(s.sitting.form not in OWN_CHARTS for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every sitting."""
    for sitting in book.sittings.values():
        if sitting.sitting.form in OWN_CHARTS:
            continue
        title = chart_title(sitting.sitting.form)
        name = file_name(title.to(job.language), sitting.sitting.id)
        if not job.only or name in job.only:
            yield _print(book, job, sitting, title, name)


def _print(book: Book, job: PrintJob, sitting: BookSitting, title: Text, name: str) -> Printed:
    language = job.language
    keys = keys_of(book, NAME, Keys)
    press = open_press(book, job, title, furniture=furniture_of(book, language))
    subject = subject_of(book, sitting, language, titles=keys.titles, show=keys.show)
    event = book.event.title.to(language) or book.event.title.zh
    own, words = sitting_title(sitting, language), title.to(language)
    if own and own != event and own.lower() not in words.lower():
        words = joined(own, words) if language == "zh" else f"{own}: {words}"
    paper = job.paper or keys.paper
    heads = Heads(event, words)
    chart = Chart(press, subject, heads, paper, lie=keys.orientation, true=keys.scale)
    chart.draw(keys.views_of(sitting.layout))
    return press.finish(name)


def preview_pdf(
    layout: Layout,
    marks: Mapping[str, str],
    view: View,
    language: Language,
    *,
    title: Text,
    foot: tuple[str, ...] = (),
    paper: str = "",
    fonts: Sequence[Path] = (),
) -> Printed:
    """Return a cheat-sheet: the layout with marks in place of names, in one view."""
    from seating.typography.faces import resolve

    words = title.to(language)
    press = Press(resolve({}, base=None, folders=fonts), title=words, language=language)
    subject: Subject = subject_of_marks(layout, marks, language)
    name = chart_title(layout.form).to(language)
    second = f"{name}（按位次）" if language == "zh" else f"{name}, by rank"
    Chart(press, subject, Heads(words, second, foot), paper).draw((view,))
    return press.finish(file_name(name))
