"""One face of a place card: the name, unit and post in small type, a mark of the house (牌面)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seating.documents.cards.names import NameSizes, in_letters, name_sizes
from seating.documents.cards.panel import Panel
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import PT_PER_MM, Box
from seating.facts.text import Language

_SIDE = 0.065
"""Free edge at both sides, as a share of the width."""

_EDGE = 0.11
"""Free edge above and below, as a share of the height."""

_SMALL = 0.135
"""Height of a line of small type, as a share of the height of the face."""

_GAP = 0.045
"""Between small type and name, as a share of the height."""

_BARE = 1.12
"""A name of two lines that stands alone may come so much nearer to the edges."""

_LOGO = 0.2
"""Height of the mark of the house, as a share of the height of the face."""

_LOGO_WIDE = 0.2
"""Width of its room, as a share of the width of the face."""

_LOGO_GAP = 0.02
"""Between it and small type, as a share of the width of the face."""

_SMALL_TYPE = 0.76
"""Size of small type, as a share of the height of its line."""


@dataclass(frozen=True, slots=True)
class FaceText:
    """What stands on one face.

    Attributes:
        lines: unit and post in small type; above a Chinese name, below an English one.
    """

    name: str
    lines: tuple[str, ...] = ()
    language: Language = "zh"


@dataclass(frozen=True)
class FaceStyle:
    """How the faces of a set are laid out; lengths in mm.

    Attributes:
        small: how many lines of small type are kept free, whether a face fills them or not.
        logo: the bytes of a picture, or nothing.
    """

    width: float
    height: float
    small: int
    logo: bytes
    role: RoleName
    most: float = 0.0

    @property
    def _top(self) -> float:
        return _LOGO * self.height if self.logo else 0.0

    @property
    def _zone(self) -> float:
        return (self.small * _SMALL + _GAP) * self.height if self.small else 0.0

    def name_box(self, language: Language) -> Box:
        """Return the room for the name."""
        x, y = self.width * _SIDE, self.height * _EDGE
        above = max(self._zone, self._top) if language == "zh" else self._top
        below = 0.0 if language == "zh" else self._zone
        tall = self.height - 2 * y - above - below
        return Box(x, y + above, self.width - 2 * x, tall)

    @property
    def content(self) -> object:
        """All that decides the look of a face beside its text."""
        logo = hashlib.sha256(self.logo).hexdigest() if self.logo else ""
        return (self.width, self.height, self.small, logo, self.role)

    def sizes(
        self, lettering: Lettering, texts: Iterable[FaceText]
    ) -> Mapping[Language, NameSizes]:
        """Return the common sizes of all names, for either language."""
        names: dict[Language, set[str]] = {"zh": set(), "en": set()}
        for text in texts:
            names[text.language].add(text.name)
        taller = 1.0 if self.small or self.logo else _BARE
        found: dict[Language, NameSizes] = {}
        for language, those in names.items():
            box = self.name_box(language)
            found[language] = name_sizes(
                lettering,
                sorted(those),
                self.role,
                box.width,
                box.height,
                most=self.most,
                taller=taller,
            )
        return found

    def draw(self, panel: Panel, text: FaceText, sizes: NameSizes) -> None:
        """Draw a face; ``sizes`` are those of the text's language."""
        x, y = self.width * _SIDE, self.height * _EDGE
        mark = Box(x, y, self.width * _LOGO_WIDE, self._top * 0.94)
        if self.logo:
            panel.picture(mark, self.logo)
        sizes.draw(panel, self.name_box(text.language), text.name)
        step = _SMALL * self.height
        size = step * _SMALL_TYPE * PT_PER_MM
        zone = self.small * step
        top = y if text.language == "zh" else self.height - y - zone
        if text.language == "zh":
            zone = max(zone, mark.height)
        first = top + (zone - step * (len(text.lines) - 1)) / 2
        role: RoleName = "latin" if text.language == "en" else "hei"
        room = Box(x, first, self.width - 2 * x, zone)
        if self.logo and text.language == "zh":
            widest = [panel.lettering.width(line, role, size) for line in text.lines]
            room = self._beside(room, mark, max(widest, default=0.0))
        for i, line in enumerate(text.lines):
            panel.text(
                room.cx,
                room.y + i * step,
                line,
                role,
                size,
                align="centre",
                max_width=room.width,
                latin=not in_letters(line),
            )

    def _beside(self, room: Box, mark: Box, wide: float) -> Box:
        """Return the room beside the mark: in the middle of the face if the lines fit there."""
        clear = mark.right + _LOGO_GAP * self.width
        middle = self.width - 2 * clear
        return Box(clear, room.y, middle if wide <= middle else room.right - clear, room.height)
