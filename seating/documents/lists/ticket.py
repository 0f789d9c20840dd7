"""The face of a meal ticket (餐券券面)."""

from __future__ import annotations

from dataclasses import dataclass

from seating.documents.cards.panel import Panel
from seating.documents.ink import DARK, RED
from seating.documents.lettering import RoleName, name_spread
from seating.documents.paper import Box

_LONG = 12
"""A name of more characters than this gets more room beside the unit."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What stands on one ticket."""

    title: str
    kind: str
    meal: str
    detail: str
    number: str
    name: str
    unit: str
    note: str
    role: RoleName

    def draw(self, card: Panel) -> None:
        """Draw it; everything grows with the height of the card."""
        w, h = card.width, card.height
        pad = min(4.0, w * 0.05)
        room = w - 2 * pad
        pt = h / 54.0
        card.rect(Box(2, 2, w - 4, h - 4), line=0.3, stroke=RED)
        card.text(
            w / 2, h * 0.13, self.title, "title_song", 11 * pt, align="centre", max_width=room - 4
        )
        card.text(pad, h * 0.27, self.kind, "hei", 12 * pt, colour=RED)
        card.text(w - pad, h * 0.27, self.number, "latin", 11 * pt, align="right", colour=DARK)
        big = 24.0 if self.detail else 27.0
        middle = 0.46 if self.detail else 0.5
        card.text(w / 2, h * middle, self.meal, "hei", big * pt, align="centre", max_width=room)
        card.text(w / 2, h * 0.635, self.detail, "song", 10 * pt, align="centre", max_width=room)
        if self.name:
            half = room * (0.44 if len(self.name) <= _LONG else 0.56)
            fitted = card.text(
                pad, h * 0.775, self.name, self.role, 13 * pt, max_width=half,
                spread=name_spread(self.name),
            )  # fmt: skip
            card.text(
                w - pad, h * 0.775, self.unit, "song", 9.5 * pt, align="right",
                max_width=room - fitted.width - 3,
            )  # fmt: skip
        card.text(
            w / 2, h * 0.9, self.note, "song", 7.5 * pt, align="centre", max_width=room, colour=DARK
        )
