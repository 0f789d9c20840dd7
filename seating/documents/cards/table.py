"""The faces of a table's number: the number, or who sits there (桌号牌版面)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from seating.documents.cards.names import in_letters, name_sizes
from seating.documents.cards.panel import Panel
from seating.documents.ink import MIDDLE
from seating.documents.lettering import RoleName
from seating.documents.paper import PT_PER_MM, Box
from seating.facts.text import Language

_CAP = 0.7
"""Height of a figure in em."""

_MANY = 8
"""More guests than this stand in two columns."""


@dataclass(frozen=True, slots=True)
class TableText:
    """What stands on the card of one table.

    Attributes:
        caption: below the number: the table's name, or what the number is.
        title: number and name in one line, above the guests.
    """

    number: str
    caption: str
    title: str
    guests: tuple[str, ...]

    @property
    def bare(self) -> TableText:
        """The same without the guests, whom the number alone does not show."""
        return replace(self, guests=())


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How the faces of a set are laid out; lengths in mm."""

    width: float
    height: float
    language: Language

    def draw(self, panel: Panel, text: TableText) -> None:
        """Draw the number, with the table's name below."""
        edge = 0.09 * min(self.width, self.height)
        zone = 0.2 * self.height
        tall = self.height - 2 * edge - zone
        size = tall / (_CAP if text.number.isascii() else 1.0) * 0.92 * PT_PER_MM
        role: RoleName = "latin_bold" if in_letters(text.number) else "title_song"
        panel.text(
            self.width / 2, edge + tall * 0.49, text.number, role, size, align="centre",
            max_width=self.width - 2 * edge,
        )  # fmt: skip
        panel.text(
            self.width / 2, self.height - edge - zone * 0.45, text.caption,
            "latin_bold" if in_letters(text.caption) else "title_song", zone * 0.72 * PT_PER_MM,
            align="centre", max_width=self.width - 2 * edge,
        )  # fmt: skip

    def draw_guests(self, panel: Panel, text: TableText) -> None:
        """Draw the table's number and name small, and its guests by their seats."""
        edge = 0.08 * min(self.width, self.height)
        head = 0.13 * self.height
        panel.text(
            self.width / 2, edge + head * 0.4, text.title, "hei", head * 0.62 * PT_PER_MM,
            align="centre", max_width=self.width - 2 * edge, latin=False,
        )  # fmt: skip
        panel.line(edge, edge + head, self.width - edge, edge + head, width=0.3, colour=MIDDLE)
        if not text.guests:
            return
        columns = 2 if len(text.guests) > _MANY else 1
        rows = math.ceil(len(text.guests) / columns)
        gap = 0.05 * self.width
        wide = (self.width - 2 * edge - gap * (columns - 1)) / columns
        top = edge + head * 1.15
        step = (self.height - edge - top) / max(rows, 5)
        first = top + (self.height - edge - top - rows * step) / 2
        role: RoleName = "kai" if self.language == "zh" else "latin"
        sizes = name_sizes(panel.lettering, text.guests, role, wide, step * 0.8)
        for i, guest in enumerate(text.guests):
            column, row = divmod(i, rows)
            x = edge + column * (wide + gap)
            room = Box(x + (wide - sizes.width) / 2, first + row * step, sizes.width, step)
            sizes.draw(panel, room, guest)
