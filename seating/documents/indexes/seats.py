"""Lines of a list of seats: name, post where there is room, seat (座次名单的行)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.flow import Piece
from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.lettering import Lettering
from seating.documents.paper import MM_PER_PT
from seating.documents.sheet import Sheet
from seating.documents.words import name_role
from seating.facts.people import Person
from seating.facts.text import Language

_MOST_COLUMNS = 4
_ROW, _HEAD = 5.4 / 10.5, 7.6 / 10.5  # mm for each pt of type
_SPARE = 3.0  # mm between a name and its seat at least


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the list."""

    person: Person
    name: str
    extra: str
    unit: str
    seat: str


@dataclass(frozen=True)
class SeatLines:
    """The lines of a list in one size of type.

    Attributes:
        size: of names, in pt.
        posts: what each person is, by id, for one wide column; ``None`` = several narrow ones.
    """

    lettering: Lettering
    language: Language
    size: float
    posts: dict[str, str] | None = None
    gap: float = 6.0

    def columns(self, entries: Sequence[Entry], width: float) -> int:
        """Return how many columns fit a width in mm, 4 at most."""
        if self.posts is not None:
            return 1
        name, seat = self.widths(entries)
        fitting = int((width + self.gap) / (name + seat + _SPARE + self.gap))
        return max(1, min(_MOST_COLUMNS, fitting))

    def widths(self, entries: Sequence[Entry]) -> tuple[float, float]:
        """Return the widths in mm that names and seats need; a few long ones are squeezed."""
        measure = self.lettering.width
        role = name_role(self.language)
        em = self.size * MM_PER_PT
        names = [max(measure(e.name, role, self.size), 3 * em) for e in entries]
        seats = [measure(e.seat, "song", self.size - 1) for e in entries]
        return _usual(names), _usual(seats)

    def row(self, entry: Entry, widths: tuple[float, float]) -> Piece:
        """Return one line: name, whom he stands for, seat."""
        size = self.size
        height = size * _ROW

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            middle = y + height / 2
            natural = sheet.lettering.width(entry.seat, "song", size - 1)
            seat_room = max(min(natural, widths[1]), min(natural, width - widths[0] - 2.5))
            room = width - min(natural, seat_room) - 2.8
            own = room if self.posts is None else min(room * 0.4, 1.35 * widths[0])
            extra = sheet.lettering.width(entry.extra, "song", size - 2)
            fitted = sheet.name(
                x + 0.6, middle, entry.name, name_role(self.language), size, upright="middle",
                max_width=max(own - extra, own * 0.55),
            )  # fmt: skip
            if entry.extra:
                sheet.text(
                    x + 0.6 + fitted.width, middle, entry.extra, "song", size - 2,
                    upright="middle", max_width=own - fitted.width, colour=DARK,
                )  # fmt: skip
            post = (self.posts or {}).get(entry.person.id, "")
            if post:
                sheet.text(
                    x + own + 2.0, middle, post, "song", size - 1, upright="middle",
                    max_width=room - own - 3.0,
                )  # fmt: skip
            sheet.text(
                x + width - 0.6, middle, entry.seat, "song", size - 1, align="right",
                upright="middle", max_width=seat_room,
            )  # fmt: skip
            sheet.line(x, y + height, x + width, y + height, width=0.08, colour=LIGHT)

        return Piece(height, draw)

    def head(self, words: str, total: str) -> Piece:
        """Return a heading with a number at its right end."""
        size = self.size

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            top = y + 0.18 * _HEAD * size
            height = 0.76 * _HEAD * size
            sheet.rect(x, top, width, height, stroke=None, fill=PALE)
            middle = top + height / 2
            end = sheet.text(
                x + width - 0.6, middle, total, "hei", size - 1, align="right", upright="middle"
            )
            sheet.text(
                x + 0.6, middle, words, "hei", size, upright="middle",
                max_width=width - end.width - 3,
            )  # fmt: skip

        return Piece(size * _HEAD, draw, keep=True)


def _usual(widths: Sequence[float]) -> float:
    """Return a width that suits nearly all and squeezes none below 70 %."""
    if not widths:
        return 0.0
    ordered = sorted(widths)
    return max(ordered[int((len(ordered) - 1) * 0.95)], ordered[-1] * 0.7)
