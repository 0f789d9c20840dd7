"""Recipients and presenters on the stage, seen from the audience (颁奖站位示意图)."""

from __future__ import annotations

from seating.documents.ink import BLACK, DARK, MIDDLE, PALE, WHITE
from seating.documents.lists.batches import Batch
from seating.documents.naming import NameStyle, name_style
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, name_role, unit_of
from seating.facts.book import Book
from seating.facts.people import Person
from seating.facts.text import Language

_WIDEST = 46.0
_CARD = 42.0
_APART = 17.0
_SMALL = 11.0
_LEADING = 1.25


def draw_stage(sheet: Sheet, area: Box, batch: Batch, book: Book, language: Language) -> None:
    """Draw both rows, arrows from presenter to recipient, and where the audience is."""
    places = max(h.position for h in batch.handings)
    pitch = min(_WIDEST, area.width / places)
    left = area.cx - pitch * places / 2
    both = any(h.presenter for h in batch.handings)
    tall = _CARD * (2 if both else 1) + (_APART if both else 0.0) + 26.0
    top = area.y + max(6.0, (area.height - tall) / 2)
    width = pitch * 0.92
    everyone = [p for h in batch.handings for p in (h.recipient, h.presenter) if p]
    names = [name_of(p, language) for p in everyone]
    style = name_style(sheet.lettering, names, name_role(language), width - 2, 13.0, 26.0)
    low = top + _CARD + _APART
    for handing in batch.handings:
        x = left + (handing.position - 1) * pitch + (pitch - width) / 2
        box = Box(x, top, width, _CARD)
        _card(sheet, box, book, handing.recipient, style, language, str(handing.position))
        if handing.presenter:
            _arrow(sheet, box.cx, low - 3, top + _CARD + 3)
            card = Box(x, low, width, _CARD)
            _card(sheet, card, book, handing.presenter, style, language, "")
    edge = (low + _CARD if both else top + _CARD) + 9
    first, second = ("领奖人", "颁奖人") if language == "zh" else ("Recipients", "Presenters")
    start, stop = left, left + pitch * places
    sheet.text(start, top - 3, first, "hei", 11, upright="middle", colour=DARK)
    if both:
        sheet.text(start, low + _CARD + 3.5, second, "hei", 11, upright="middle", colour=DARK)
    sheet.line(start, edge, stop, edge, width=0.6, colour=BLACK)
    words = "台口" if language == "zh" else "edge of the stage"
    sheet.text(stop, edge + 4, words, "song", 10, align="right", upright="middle", colour=DARK)
    words = "台下（观众）" if language == "zh" else "audience"
    sheet.text(area.cx, edge + 8, words, "hei", 12, align="centre", upright="middle")


def _card(
    sheet: Sheet,
    box: Box,
    book: Book,
    person: Person,
    style: NameStyle,
    language: Language,
    number: str,
) -> None:
    """Draw a card with the place, the name and the unit, for presenters the post."""
    fill = PALE if number else WHITE
    sheet.rect(box.x, box.y, box.width, box.height, line=0.35, fill=fill, radius=1.5)
    sheet.text(box.cx, box.y + 5, number, "hei", 12, align="centre", upright="middle", colour=DARK)
    middle = box.y + (16.0 if number else 12.0)
    style.draw(sheet, Box(box.x + 1, middle - 7, box.width - 2, 14), name_of(person, language))
    low = middle + 8.5
    unit = unit_of(book, person.unit, language)
    title = person.title if language == "zh" else person.title_en or person.title
    words = unit if number else title or unit
    size = _SMALL
    room = box.width - 2.4
    while True:
        lines = sheet.lettering.even_lines(words, "song", size, room)
        step = size * _LEADING * MM_PER_PT
        if len(lines) * step <= box.bottom - low - 1 or size <= 5:
            break
        size -= 0.5
    y = low + (box.bottom - low - step * len(lines)) / 2
    for line in lines:
        sheet.text(
            box.cx, y + step / 2, line.strip(), "song", size, align="centre", upright="middle",
            max_width=room,
        )  # fmt: skip
        y += step


def _arrow(sheet: Sheet, x: float, start: float, stop: float) -> None:
    """Draw an arrow upwards, from the presenter to the recipient."""
    sheet.line(x, start, x, stop + 2.5, width=0.5, colour=MIDDLE)
    sheet.polygon(((x - 1.6, stop + 3), (x, stop), (x + 1.6, stop + 3)), stroke=None, fill=MIDDLE)
