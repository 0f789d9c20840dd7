"""The rostrum at the head of a hall chart, in small (会场图上的主席台)."""

from __future__ import annotations

from dataclasses import dataclass

from seating.documents.charts.keys import Show
from seating.documents.charts.seat_cards import pitch_of
from seating.documents.ink import BLACK, DARK, LIGHT, MIDDLE, PALE, WHITE
from seating.documents.lettering import RoleName
from seating.documents.naming import name_style
from seating.documents.paper import Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, name_role, sitting_title
from seating.facts.book import Book, BookSitting
from seating.facts.text import Language
from seating.facts.venue import Place

_CARD = 8.0
_ROW = 9.2
_WIDEST = 24.0
_STAGE = {"zh": "主席台", "en": "ROSTRUM"}


@dataclass(frozen=True)
class Stage:
    """The rostrum that a hall faces, or only its place where nothing is known of it."""

    book: Book
    sitting: BookSitting | None
    language: Language
    show: Show = "both"

    @property
    def rows(self) -> list[list[Place]]:
        """Seats of the rostrum by row, front row first, from the drawing's left."""
        if self.sitting is None:
            return []
        rows: dict[int, list[Place]] = {}
        for place in self.sitting.layout.places:
            rows.setdefault(place.row, []).append(place)
        return [sorted(rows[row], key=lambda p: p.x) for row in sorted(rows)]

    @property
    def height(self) -> float:
        """Height in mm of the band on paper, with the space towards the seats."""
        return len(self.rows) * _ROW + 7.5 + 3.5

    def draw(self, sheet: Sheet, box: Box, *, turned: bool) -> None:
        """Draw the band into a box; ``turned`` = at the foot of the page, seen from there."""
        inner = Box(box.x, box.y + (3.5 if turned else 0.0), box.width, box.height - 3.5)
        sheet.rect(
            inner.x, inner.y, inner.width, inner.height, line=0.35, stroke=BLACK, fill=PALE,
            radius=2.0,
        )  # fmt: skip
        words = _STAGE[self.language]
        if self.sitting is not None:
            words = sitting_title(self.sitting, self.language)
        label_y = inner.bottom - 3.4 if turned else inner.y + 3.4
        sheet.text(inner.cx, label_y, words, "hei", 11, align="centre", upright="middle")
        if self.sitting is None:
            return
        self._seats(sheet, inner, self.sitting, turned=turned)

    def _seats(self, sheet: Sheet, inner: Box, sitting: BookSitting, *, turned: bool) -> None:
        layout = sitting.layout
        pitch = pitch_of(layout)
        reach = max(max(abs(p.x) for p in layout.places) + pitch / 2, pitch / 2)
        wide = min(_WIDEST, (inner.width - 4) / (2 * reach / pitch))
        occupant = sitting.plan.placing.occupant
        people = {
            place: self.book.people[who]
            for place, who in occupant.items()
            if who in self.book.people
        }
        names = {place: name_of(p, self.language) for place, p in people.items()}
        role: RoleName = name_role(self.language)
        if self.show == "numbers":
            names = {p.id: str(p.honour or p.number) for p in layout.places if p.id in people}
            role = "hei"
        style = name_style(sheet.lettering, names.values(), role, wide - 2.0, _CARD - 1.2, 15.0)
        for index, row in enumerate(self.rows):
            away = (index + 0.5) * _ROW
            cy = inner.y + away if turned else inner.bottom - away
            for place in row:
                offset = place.x / pitch * wide
                cx = inner.cx + (-offset if turned else offset)
                card = Box(cx - wide / 2 + 0.4, cy - _CARD / 2, wide - 0.8, _CARD)
                name = names.get(place.id, "")
                sheet.rect(
                    card.x, card.y, card.width, card.height, line=0.25, fill=WHITE, radius=0.8,
                    stroke=DARK if name else LIGHT,
                )  # fmt: skip
                if name:
                    style.draw(sheet, card.inset(0.5), name)
        self._lectern(sheet, inner, sitting, reach / pitch * wide, turned=turned)

    def _lectern(
        self, sheet: Sheet, inner: Box, sitting: BookSitting, reach: float, *, turned: bool
    ) -> None:
        """Draw the lectern beside the front row, on the side where it stands, if there is room."""
        for fixture in sitting.layout.fixtures:
            if fixture.kind != "lectern" or abs(fixture.x) < 1:
                continue
            room = inner.width / 2 - reach
            if room < 14:
                return
            side = 1 if (fixture.x > 0) != turned else -1
            cx = inner.cx + side * (reach + min(room / 2, 14.0))
            cy = inner.y + _ROW / 2 if turned else inner.bottom - _ROW / 2
            words = fixture.label.to(self.language) or fixture.label.zh
            sheet.rect(
                cx - 6.5, cy - 2.6, 13, 5.2, line=0.25, stroke=MIDDLE, fill=WHITE, radius=0.8
            )
            sheet.text(cx, cy, words, "song", 8, align="centre", upright="middle", max_width=12.0)
