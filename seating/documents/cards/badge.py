"""The face of a badge, lying or standing: what the bearer is, who he is, where he sits (证件)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.cards.codes import draw_code
from seating.documents.cards.names import NameSizes, in_letters, name_sizes
from seating.documents.cards.panel import Panel
from seating.documents.ink import BLACK, DARK, MIDDLE, WHITE, Colour, colour
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import MM_PER_PT, PT_PER_MM, Box
from seating.facts.text import Language

_SLOT = (14.0, 3.2)
"""The punched slot for a strap, width and height in mm."""

_PHOTO = 5 / 7
"""Width by height of a one-inch photograph, 25 x 35 mm."""


@dataclass(frozen=True, slots=True)
class Band:
    """A coloured ground; in black and white a grey of its own, so that kinds still differ."""

    colour: Colour
    grey: float
    dark: bool

    def ground(self, mono: bool) -> Colour:
        """Return the colour to fill with."""
        return Colour(self.grey, self.grey, self.grey) if mono else self.colour

    def ink(self, mono: bool) -> Colour:
        """Return the colour of letters on it."""
        return BLACK if mono and not self.dark else WHITE


BANDS: dict[str, Band] = {
    "red": Band(colour("B5141A"), 1.0, dark=False),
    "blue": Band(colour("1B4F9C"), 0.0, dark=True),
    "green": Band(colour("1C7A3E"), 0.8, dark=False),
    "orange": Band(colour("B85C00"), 0.62, dark=False),
    "purple": Band(colour("6A2C91"), 0.42, dark=True),
    "grey": Band(colour("5A5A5A"), 0.25, dark=True),
}
"""Dark enough for white letters; told apart by lightness where there is no colour, the usual red
white there, which saves toner."""


@dataclass(frozen=True, slots=True)
class BadgeText:
    """What stands on one badge; empty parts are left out."""

    event: str
    kind: str
    name: str
    lines: tuple[str, ...]
    seats: tuple[str, ...]
    number: str
    code: str
    band: str


@dataclass(frozen=True, slots=True)
class BadgeStyle:
    """How the badges of a set are laid out; lengths in mm.

    Attributes:
        bleed: so far the bands reach over the edge, where cutting may be inexact.
    """

    width: float
    height: float
    role: RoleName
    language: Language
    photo: bool
    code: bool
    hole: bool
    bleed: float

    @property
    def lying(self) -> bool:
        """Whether the badge is wider than high."""
        return self.width > self.height

    @property
    def _edge(self) -> float:
        return 0.055 * min(self.width, self.height)

    @property
    def _head(self) -> float:
        """Height of the upper band."""
        slot = _SLOT[1] + 3.4 if self.hole else 0.0
        return slot + self.height * (0.17 if self.lying else 0.13)

    @property
    def _foot(self) -> float:
        """Height of the lower band."""
        return self.height * (0.17 if self.lying else 0.12)

    @property
    def _middle(self) -> Box:
        edge = self._edge
        tall = self.height - self._head - self._foot - 1.4 * edge
        return Box(edge, self._head + 0.7 * edge, self.width - 2 * edge, tall)

    @property
    def _photo_box(self) -> Box:
        mid = self._middle
        if self.lying:
            tall = min(mid.height, 35.0)
            return Box(mid.x, mid.cy - tall / 2, tall * _PHOTO, tall)
        tall = min(mid.height * 0.36, 35.0)
        return Box(mid.cx - tall * _PHOTO / 2, mid.y, tall * _PHOTO, tall)

    @property
    def _code_box(self) -> Box:
        mid = self._middle
        if self.lying:
            side = min(mid.height * 0.74, 0.25 * self.width, 32.0)
            return Box(mid.right - side, mid.y, side, side)
        side = min(mid.height * 0.26, 0.34 * self.width, 36.0)
        return Box(mid.x, mid.bottom - side, side, side)

    @property
    def _words(self) -> Box:
        """Room for name, unit and post."""
        mid, gap = self._middle, self._edge * 0.7
        left, top, right, low = mid.x, mid.y, mid.right, mid.bottom
        if self.lying:
            left += self._photo_box.width + gap if self.photo else 0.0
            right -= self._code_box.width + gap * 0.4 if self.code else 0.0
            low -= self._small * 1.5
        else:
            top += self._photo_box.height + gap if self.photo else 0.0
            low -= max(self._code_box.height if self.code else 0.0, self._small * 3) + gap
        return Box(left, top, right - left, low - top)

    @property
    def _small(self) -> float:
        """Height of the small type in mm."""
        return 0.062 * self.height if self.lying else 0.034 * self.height

    @property
    def _line(self) -> float:
        """Height of a line of unit or post in mm."""
        return min(0.17 * self._words.height, 0.09 * self._words.width)

    @property
    def _name_box(self) -> Box:
        words = self._words
        return Box(words.x, words.y, words.width, words.height * 0.5)

    def sizes(self, lettering: Lettering, names: Iterable[str]) -> NameSizes:
        """Return the common sizes of all names."""
        box = self._name_box
        return name_sizes(lettering, names, self.role, box.width, box.height)

    def draw(self, panel: Panel, text: BadgeText, sizes: NameSizes) -> None:
        """Draw a badge."""
        self._bands(panel, text)
        if self.photo:
            self._photo(panel)
        sizes.draw(panel, self._name_box, text.name)
        words, step = self._words, self._line * 1.32
        low = words.y + words.height * 0.5
        y = low + (words.height * 0.5 - step * len(text.lines)) / 2 + step / 2
        for line in text.lines:
            self._centred(panel, words.cx, y, line, "hei", self._line, words.width)
            y += step
        if self.code:
            draw_code(panel, self._code_box, text.code)
        self._small_print(panel, text)

    def _bands(self, panel: Panel, text: BadgeText) -> None:
        band, mono, over = BANDS[text.band], panel.sheet.mono, self.bleed
        ground, ink = band.ground(mono), band.ink(mono)
        wide = self.width + 2 * over
        panel.rect(Box(-over, -over, wide, self._head + over), stroke=None, fill=ground)
        low = self.height - self._foot
        panel.rect(Box(-over, low, wide, self._foot + over), stroke=None, fill=ground)
        if ground.grey > 0.6:
            for y in (self._head, low):
                panel.line(0, y, self.width, y, width=0.5)
        top = 0.0
        if self.hole:
            top = _SLOT[1] + 3.4
            slot = Box(self.width / 2 - _SLOT[0] / 2, 2.6, *_SLOT)
            panel.rect(slot, line=0.1, stroke=MIDDLE, fill=WHITE, radius=_SLOT[1] / 2)
        self._title(panel, text.event, Box(0, top, self.width, self._head - top), ink)
        role: RoleName = "title_song" if self.language == "zh" else "latin_bold"
        spread = len(text.kind) * 1.5 - 0.5 if self.language == "zh" else 0.0
        panel.text(
            self.width / 2,
            low + self._foot / 2,
            text.kind,
            role,
            self._foot * 0.62 * PT_PER_MM,
            align="centre",
            max_width=self.width - 2 * self._edge,
            colour=ink,
            spread=spread,
        )

    def _title(self, panel: Panel, words: str, box: Box, ink: Colour) -> None:
        """Draw the event's title in one line, or in two where it is long."""
        role: RoleName = "title_song" if self.language == "zh" else "latin_bold"
        room = self.width - 2 * self._edge
        size = min(box.height * 0.62, self.width * 0.075) * PT_PER_MM
        lines = [words]
        if panel.lettering.width(words, role, size) * 0.75 > room:
            size = box.height * 0.36 * PT_PER_MM
            lines = list(panel.lettering.even_lines(words, role, size, room))[:2]
            if "".join(lines).replace(" ", "") != words.replace(" ", ""):
                lines = [words]
        step = size * 1.22 * MM_PER_PT
        for i, line in enumerate(lines):
            panel.text(
                box.cx, box.cy + (i - (len(lines) - 1) / 2) * step, line.strip(), role, size,
                align="centre", max_width=room, colour=ink, latin=self.language == "zh",
            )  # fmt: skip

    def _photo(self, panel: Panel) -> None:
        box = self._photo_box
        panel.rect(box, line=0.2, stroke=MIDDLE, dash=(1.0, 0.8))
        words = "照片" if self.language == "zh" else "photo"
        panel.text(
            box.cx, box.cy, words, "song", 8, align="centre", max_width=box.width - 2,
            colour=MIDDLE,
        )  # fmt: skip

    def _small_print(self, panel: Panel, text: BadgeText) -> None:
        """Draw number and seats: below the code of a lying badge, beside that of a standing one."""
        mid, small = self._middle, self._small
        if self.lying:
            seats = ("　" if self.language == "zh" else "; ").join(text.seats)
            y = mid.bottom - small * 0.6
            aside = self._code_box.width if self.code else self.width * 0.25
            words = self._words
            self._centred(panel, words.cx, y, seats, "hei", small, words.width, DARK)
            self._centred(panel, mid.right - aside / 2, y, text.number, "latin", small, aside, DARK)
            return
        left = self._code_box.right + self._edge * 0.5 if self.code else mid.x
        room = mid.right - left
        lines = [*text.seats, text.number]
        step = small * 1.5
        lines = [line for line in lines if line]
        base = self._code_box.cy if self.code else mid.bottom - step * len(lines) / 2
        y = base - step * (len(lines) - 1) / 2
        for line in lines:
            if self.code:
                panel.text(left, y, line, "hei", small * PT_PER_MM, max_width=room, colour=DARK)
            else:
                self._centred(panel, mid.cx, y, line, "hei", small, room, DARK)
            y += step

    def _centred(
        self,
        panel: Panel,
        x: float,
        y: float,
        words: str,
        role: RoleName,
        tall: float,
        room: float,
        ink: Colour = BLACK,
    ) -> None:
        face: RoleName = "latin" if in_letters(words) else role
        panel.text(x, y, words, face, tall * PT_PER_MM, align="centre", max_width=room, colour=ink)
