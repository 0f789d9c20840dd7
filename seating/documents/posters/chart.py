"""The chart of a sitting as a poster, on one page (海报上的座次图)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.charts.card import subject_of
from seating.documents.charts.keys import Lie
from seating.documents.charts.pages import Chart, Heads
from seating.documents.charts.words import joined
from seating.documents.furniture import furniture_of
from seating.documents.halls.page import MARGIN, Composition, compose, doors_of, draw_page
from seating.documents.halls.plan import ColourBy, Look, hall_plan
from seating.documents.halls.stage import Stage
from seating.documents.headings import HEADING, heading
from seating.documents.paper import Box, Paper
from seating.documents.posters.here import door_of, draw_here, mark_width
from seating.documents.press import Press
from seating.documents.words import VIEWPOINTS, sitting_title
from seating.facts.book import Book, BookSitting
from seating.facts.text import Text
from seating.facts.venue import Fixture

_LEAST = 9.0  # pt as printed; smaller names cannot be read by people who stand before it
_SIDE = 3.4  # mm from a door to the middle of its mark
_REAR = 7.0  # mm from the middle of a door to the edge of its mark


def draw_chart(
    press: Press,
    book: Book,
    sitting: BookSitting,
    ways: Sequence[Paper],
    door: tuple[int, int] | None,
    colour: ColourBy,
    title: str,
) -> None:
    """Draw the chart as those see it who come in, with the reader's place if it is known.

    Args:
        press: the file; its ``grow`` says how much larger everything is printed.
        book: the event.
        sitting: what is shown.
        ways: the paper as it may lie.
        door: side and depth of the door where the poster hangs; ``None`` = the only one.
        colour: what colours tell in a hall.
        title: of the chart.
    """
    here = door_of(sitting.layout, door)
    if door is not None and here is None:
        press.remark(
            Text(
                "入口海报：会场没有 here 所写的门，没有标“您在此”。",
                "Poster: the room has no such door as 'here' names; no place is marked.",
            )
        )
    if sitting.sitting.form == "hall":
        _hall(press, book, sitting, ways, here, colour, title)
        return
    language = press.language
    event = book.event.title.to(language) or book.event.title.zh
    own = sitting_title(sitting, language)
    if own and own != event and own.lower() not in title.lower():
        title = joined(own, title) if language == "zh" else f"{own}: {title}"
    subject = subject_of(book, sitting, language, show="names")
    lie: Lie = "auto"
    if len(ways) == 1:
        lie = "landscape" if ways[0].width > ways[0].height else "portrait"
    size = f"{ways[0].width:.4f}x{ways[0].height:.4f}"
    chart = Chart(press, subject, Heads(event, title), size, lie=lie, here=here, whole=True)
    chart.draw(sitting.layout.views[:1])


def _hall(
    press: Press,
    book: Book,
    sitting: BookSitting,
    ways: Sequence[Paper],
    here: Fixture | None,
    colour: ColourBy,
    title: str,
) -> None:
    language = press.language
    plan = hall_plan(book, sitting, language, Look("both", colour))
    stage = Stage(book, book.sittings.get(sitting.sitting.faces), language)
    furniture = furniture_of(book, language)

    def composed(lying: Paper) -> Composition:
        body = furniture.body(lying, MARGIN)
        rest = Box(body.x, body.y + HEADING, body.width, body.height - HEADING)
        return compose(plan, stage, press.lettering, rest, turned=False)

    lying = max(ways, key=lambda way: composed(way).style.size)
    page = composed(lying)
    if page.style.size * press.grow < _LEAST:
        press.remark(
            Text(
                f"入口海报：姓名只有{page.style.size * press.grow:.0f}磅，请改用更大的纸。",
                f"Poster: names have only {page.style.size * press.grow:.0f} pt; take larger "
                "paper.",
            )
        )
    sentence = VIEWPOINTS["audience"].to(language)
    sheet = press.page(lying, margin=MARGIN, bookmark=title, note=sentence)
    heading(sheet, book, sitting, title, sentence, language)
    draw_page(sheet, page, stage)
    for fixture, x, y, side in doors_of(page.grid):
        if fixture is here and side:
            draw_here(sheet, x + side * _SIDE, y, language, upright=True)
        elif fixture is here:
            draw_here(sheet, x + _REAR + mark_width(sheet, language) / 2, y + 2.2, language)
