"""One label for a seat: name or unit in large type, unit above, seat below (座位贴版面)."""

from __future__ import annotations

from dataclasses import dataclass

from seating.documents.cards.names import in_letters, name_sizes
from seating.documents.cards.panel import Panel
from seating.documents.cards.upright import column_size, draw_columns
from seating.documents.ink import DARK
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import PT_PER_MM, Box
from seating.documents.words import name_parts

_EDGE = 0.07
_ZONE_UPRIGHT = 0.09
_ZONE_FLAT = 0.2
_USUAL = 4.5
"""So many em of height are reckoned with, that names of two to four characters look alike."""


@dataclass(frozen=True, slots=True)
class LabelText:
    """What stands on one label.

    Attributes:
        main: in large type.
        above, below: in small type, ``""`` = nothing.
        person: the large type is a name.
    """

    main: str
    above: str
    below: str
    person: bool


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How the labels of a set are laid out; lengths in mm."""

    width: float
    height: float
    role: RoleName
    head: bool
    foot: bool

    def draw(self, panel: Panel, text: LabelText) -> None:
        """Draw a label, set vertically if it is higher than wide."""
        upright = self.height > self.width
        edge = min(self.width, self.height) * _EDGE
        zone = self.height * (_ZONE_UPRIGHT if upright else _ZONE_FLAT)
        top = edge + (zone if self.head else edge)
        low = edge + (zone if self.foot else edge)
        box = Box(edge, top, self.width - 2 * edge, self.height - top - low)
        if upright:
            self._upright(panel, box, text)
        else:
            self._flat(panel, box, text)
        size = zone * 0.5 * PT_PER_MM
        if upright:
            size = min(size, self.width * 0.16 * PT_PER_MM)
        for words, y in (
            (text.above, edge + zone / 2),
            (text.below, self.height - edge - zone / 2),
        ):
            panel.text(
                self.width / 2, y, words, "hei", size, align="centre", max_width=box.width,
                colour=DARK,
            )  # fmt: skip

    def _upright(self, panel: Panel, box: Box, text: LabelText) -> None:
        """Draw the large type in one column, or in two where that makes it larger."""
        most = min(box.width / 1.12, box.height / _USUAL) * PT_PER_MM
        best: tuple[float, tuple[str, ...]] = (0.0, (text.main,))
        for columns in self._ways(panel.lettering, text):
            size = column_size(panel.lettering, columns, self.role, box.width, box.height, most)
            if size > best[0] * 1.15:
                best = (size, columns)
        draw_columns(panel, box, best[1], self.role, best[0])

    def _ways(self, lettering: Lettering, text: LabelText) -> list[tuple[str, ...]]:
        """Return the ways to cut the large type into columns."""
        parts = name_parts(text.main)
        if not text.person and len(parts) == 1 and len(text.main) > 5:
            middle = -(-len(text.main) // 2)
            parts = (text.main[:middle], text.main[middle:])
        return [(text.main,), parts] if len(parts) > 1 else [(text.main,)]

    def _flat(self, panel: Panel, box: Box, text: LabelText) -> None:
        names = [text.main] if in_letters(text.main) else []
        sizes = name_sizes(panel.lettering, names, self.role, box.width, box.height)
        sizes.draw(panel, box, text.main)
