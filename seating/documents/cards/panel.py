"""A card, or one face of it, as something to draw on: its own millimetres, either way up (版面)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.cards.pictures import upside_down
from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import NARROWEST, Fitted, Lettering, RoleName
from seating.documents.paper import PT_PER_MM, Box
from seating.documents.sheet import Align, Sheet, Upright


class Panel:
    """A rectangle of a sheet; positions in mm from its own upper left corner, y downwards.

    Attributes:
        box: where it lies on the sheet.
        turned: it is read from the other side: everything stands upside down on the sheet.
    """

    def __init__(self, sheet: Sheet, box: Box, *, turned: bool = False) -> None:
        self.sheet = sheet
        self.box = box
        self.turned = turned

    @property
    def width(self) -> float:
        """Width in mm."""
        return self.box.width

    @property
    def height(self) -> float:
        """Height in mm."""
        return self.box.height

    @property
    def lettering(self) -> Lettering:
        """Measures text before it is drawn."""
        return self.sheet.lettering

    def part(self, box: Box, *, turned: bool = False) -> Panel:
        """Return a part of the panel, upside down within it if asked."""
        return Panel(self.sheet, self._box(box), turned=self.turned != turned)

    def text(
        self,
        x: float,
        y: float,
        s: str,
        role: RoleName,
        size: float,
        *,
        align: Align = "left",
        upright: Upright = "middle",
        max_width: float | None = None,
        colour: Colour = BLACK,
        turn: float = 0.0,
        spread: float = 0.0,
        latin: bool = False,
        narrowest: float = NARROWEST,
    ) -> Fitted:
        """Draw one line; see :meth:`Sheet.text`."""
        px, py = self._at(x, y)
        return self.sheet.text(
            px, py, s, role, size, align=align, upright=upright, max_width=max_width,
            colour=colour, turn=(turn + 180) % 360 if self.turned else turn, spread=spread,
            latin=latin, narrowest=narrowest,
        )  # fmt: skip

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        width: float = 0.2,
        colour: Colour = BLACK,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a line; ``width`` in mm."""
        self.sheet.line(*self._at(x0, y0), *self._at(x1, y1), width=width, colour=colour, dash=dash)

    def rect(
        self,
        box: Box,
        *,
        line: float = 0.2,
        stroke: Colour | None = BLACK,
        fill: Colour | None = None,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle; ``line`` and ``radius`` in mm."""
        on = self._box(box)
        self.sheet.rect(
            on.x, on.y, on.width, on.height, line=line, stroke=stroke, fill=fill, radius=radius,
            dash=dash,
        )  # fmt: skip

    def shape(self, path: str, x: float, y: float, unit: float, fill: Colour) -> None:
        """Fill a path of PDF operators, y downwards, ``unit`` mm to each of its units.

        Args:
            path: without painting operator; the corner of its first unit is at 0 0.
            x: where that corner lies, in mm.
            y: where that corner lies, in mm.
            unit: its side in mm.
            fill: colour.
        """
        px, py = self._at(x, y)
        k = PT_PER_MM
        scale = -unit * k if self.turned else unit * k
        self.sheet.marks.append(
            f"q {scale:.4f} 0 0 {-scale:.4f} {px * k:.3f} "
            f"{(self.sheet.paper.height - py) * k:.3f} cm "
            f"{fill.operator(self.sheet.mono)} {path} f Q"
        )

    def picture(self, box: Box, data: bytes) -> None:
        """Draw a picture as large as the box allows."""
        self.sheet.picture(self._box(box), upside_down(data) if self.turned else data)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        if self.turned:
            return self.box.right - x, self.box.bottom - y
        return self.box.x + x, self.box.y + y

    def _box(self, box: Box) -> Box:
        x, y = self._at(box.x, box.y)
        if self.turned:
            x, y = x - box.width, y - box.height
        return Box(x, y, box.width, box.height)
