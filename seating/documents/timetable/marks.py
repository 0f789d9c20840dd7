"""Small marks on meetings: class of priority, confidential; and what they mean (标记与图例)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seating.documents.ink import BLACK, RED, WHITE, Colour, Tint
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.timetable.words import MARKS, SECRET
from seating.facts.booking import PRIORITY_TITLES, Meeting
from seating.facts.text import Language, Text

_SECRET = Text("保密，隔壁不安排会议", "confidential, nobody next door")
_SIZE = 8.0
_SAMPLE = 7.0
_ROW = 4.6


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter in a small box; ``solid`` ones are white on colour."""

    word: str
    colour: Colour
    solid: bool

    def draw(self, sheet: Sheet, x: float, y: float, side: float) -> None:
        """Draw it with its upper left corner at ``x, y``; all in mm."""
        fill = self.colour if self.solid else WHITE
        sheet.rect(x, y, side, side, line=0.2, stroke=self.colour, fill=fill, radius=0.4)
        sheet.text(
            x + side / 2,
            y + side / 2,
            self.word,
            "hei",
            side / MM_PER_PT * 0.74,
            align="centre",
            upright="middle",
            colour=WHITE if self.solid else self.colour,
        )


def marks_of(meeting: Meeting, language: Language) -> list[Mark]:
    """Return the marks of a meeting: its class, then whether it is confidential."""
    found = []
    if meeting.priority in MARKS:
        solid = meeting.priority == "fixed"
        colour = RED if meeting.priority in ("fixed", "urgent") else BLACK
        found.append(Mark(MARKS[meeting.priority].to(language), colour, solid))
    if meeting.confidential:
        found.append(Mark(SECRET.to(language), BLACK, True))
    return found


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry of a legend: a sample, drawn into a box, and what it means."""

    sample: Callable[[Sheet, Box], None]
    words: str


def sign_of_tint(ground: Tint, words: str) -> Sign:
    """Return the entry for a unit's ground."""

    def sample(sheet: Sheet, box: Box) -> None:
        sheet.ground(box, ground)
        sheet.rect(box.x, box.y, box.width, box.height, line=0.15)

    return Sign(sample, words)


def sign_of_mark(mark: Mark, words: str) -> Sign:
    """Return the entry for a mark."""
    return Sign(lambda sheet, box: mark.draw(sheet, box.cx - 1.6, box.cy - 1.6, 3.2), words)


def mark_signs(
    meetings: Sequence[Meeting], language: Language, secret: Text = _SECRET
) -> list[Sign]:
    """Return the entries for the marks that some meetings carry."""
    found: dict[str, Sign] = {}
    for priority, title in PRIORITY_TITLES.items():
        first = next((m for m in meetings if m.priority == priority), None)
        if first is not None and priority in MARKS:
            mark = marks_of(first, language)[0]
            found[mark.word] = sign_of_mark(mark, title.to(language))
    if any(m.confidential for m in meetings):
        mark = Mark(SECRET.to(language), BLACK, True)
        found[mark.word + "!"] = sign_of_mark(mark, secret.to(language))
    return list(found.values())


def legend_height(sheet: Sheet, signs: Sequence[Sign], width: float) -> float:
    """Return the height in mm that a legend takes."""
    return len(_rows(sheet, signs, width)) * _ROW


def draw_legend(sheet: Sheet, box: Box, signs: Sequence[Sign]) -> None:
    """Draw a legend from the upper left corner of a box."""
    y = box.y
    for row in _rows(sheet, signs, box.width):
        x = box.x
        for sign in row:
            sign.sample(sheet, Box(x, y + 0.5, _SAMPLE, _ROW - 1.2))
            sheet.text(
                x + _SAMPLE + 1.2, y + _ROW / 2, sign.words, "song", _SIZE, upright="middle",
                max_width=box.width - _SAMPLE - 1.2,
            )  # fmt: skip
            x += _entry(sheet, sign)
        y += _ROW


def _entry(sheet: Sheet, sign: Sign) -> float:
    return _SAMPLE + 1.2 + sheet.lettering.width(sign.words, "song", _SIZE) + 4.5


def _rows(sheet: Sheet, signs: Sequence[Sign], width: float) -> list[list[Sign]]:
    rows: list[list[Sign]] = [[]]
    used = 0.0
    for sign in signs:
        room = _entry(sheet, sign)
        if used + room - 4.5 > width and rows[-1]:
            rows.append([])
            used = 0.0
        rows[-1].append(sign)
        used += room
    return rows
