"""One label for a seat: name or unit in large type, unit above, seat below (座位贴版面)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from seating.documents.cards.names import NameSizes, in_letters, name_sizes
from seating.documents.cards.panel import Panel
from seating.documents.cards.upright import COLUMN, column_size, draw_columns
from seating.documents.ink import DARK
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import PT_PER_MM, Box
from seating.documents.words import name_parts

_EDGE = 0.07
_ZONE_UPRIGHT = 0.09
_ZONE_FLAT = 0.2
_USUAL = 4.5
"""So many em of height are reckoned with, that names of two to four characters look alike."""


_LEAST = 0.7
"""The common size of names in letters is at least this share of the largest possible."""


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
    """How the labels of a set are laid out; lengths in mm.

    Attributes:
        letters: largest size in pt of names in letters; see :meth:`for_set`.
    """

    width: float
    height: float
    role: RoleName
    head: bool
    foot: bool
    letters: float = math.inf

    @property
    def upright(self) -> bool:
        """Whether the large type is set from top to bottom."""
        return self.height > self.width

    @property
    def _zone(self) -> float:
        """Height of a line of small type with its space."""
        return self.height * (_ZONE_UPRIGHT if self.upright else _ZONE_FLAT)

    @property
    def _edge(self) -> float:
        return min(self.width, self.height) * _EDGE

    @property
    def _box(self) -> Box:
        """Room for the large type."""
        edge = self._edge
        top = edge + (self._zone if self.head else edge)
        low = edge + (self._zone if self.foot else edge)
        return Box(edge, top, self.width - 2 * edge, self.height - top - low)

    def for_set(self, lettering: Lettering, texts: Iterable[LabelText]) -> LabelStyle:
        """Return the style with a common size for all names in letters, whatever their length.

        Only names much longer than the others are smaller.
        """
        sizes = [self._best(lettering, text)[0] for text in texts if in_letters(text.main)]
        if not sizes:
            return self
        return replace(self, letters=max(min(sizes), _LEAST * max(sizes)))

    def draw(self, panel: Panel, text: LabelText) -> None:
        """Draw a label, set vertically if it is higher than wide."""
        size, columns = self._best(panel.lettering, text)
        box, edge, zone = self._box, self._edge, self._zone
        if self.upright:
            draw_columns(panel, box, columns, self.role, size)
        else:
            self._flat(panel.lettering, text).draw(panel, box, text.main)
        small = zone * 0.5 * PT_PER_MM
        if self.upright:
            small = min(small, self.width * 0.16 * PT_PER_MM)
        for words, y in (
            (text.above, edge + zone / 2),
            (text.below, self.height - edge - zone / 2),
        ):
            panel.text(
                self.width / 2, y, words, "hei", small, align="centre", max_width=box.width,
                colour=DARK,
            )  # fmt: skip

    def _best(self, lettering: Lettering, text: LabelText) -> tuple[float, tuple[str, ...]]:
        """Return size in pt and columns: two where that makes the type larger."""
        box = self._box
        if not self.upright:
            return self._flat(lettering, text).of(lettering, text.main), (text.main,)
        most = min(box.width / COLUMN, box.height / _USUAL) * PT_PER_MM
        if in_letters(text.main):
            most = min(most, self.letters)
        best: tuple[float, tuple[str, ...]] = (0.0, (text.main,))
        for columns in self._ways(lettering, text):
            size = column_size(lettering, columns, self.role, box.width, box.height, most)
            if size > best[0] * 1.15:
                best = (size, columns)
        return best

    def _flat(self, lettering: Lettering, text: LabelText) -> NameSizes:
        box = self._box
        letters = in_letters(text.main)
        return name_sizes(
            lettering, [text.main] if letters else [], self.role, box.width, box.height,
            most=self.letters if letters and math.isfinite(self.letters) else 0.0,
        )  # fmt: skip

    def _ways(self, lettering: Lettering, text: LabelText) -> list[tuple[str, ...]]:
        """Return the ways to cut the large type into columns."""
        parts = name_parts(text.main)
        if not text.person and len(parts) == 1 and len(text.main) > 5:
            middle = -(-len(text.main) // 2)
            parts = (text.main[:middle], text.main[middle:])
        return [(text.main,), parts] if len(parts) > 1 else [(text.main,)]
