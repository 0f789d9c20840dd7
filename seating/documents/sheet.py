"""One page to draw on: millimetres from the upper left corner, sizes of type in points (页面)."""

from __future__ import annotations

import math
from typing import Literal

from seating.documents.ink import BLACK, Colour
from seating.documents.lettering import (
    MIDDLE_OF_EM,
    NARROWEST,
    TOP_OF_EM,
    Fitted,
    Lettering,
    RoleName,
    name_spread,
    widened,
)
from seating.documents.paper import MM_PER_PT, PT_PER_MM, Box, Paper
from seating.documents.strokes import Lettered, Strokes

Align = Literal["left", "centre", "right"]
Upright = Literal["baseline", "top", "middle"]


class Sheet(Strokes):
    """A page.  Positions and lengths in mm, x to the right, y **downwards** from the top edge.

    Attributes:
        paper: size of the page.
        margin: free edge in mm on all sides.
        body: the part that a document may fill; headers and footers stay outside it.
        number: 1 for the first page.
        shift: mm by which everything on the page is printed further to the right.
        grow: how many times larger the page and all that stands on it is printed (posters).
    """

    def __init__(
        self, paper: Paper, lettering: Lettering, *, mono: bool, margin: float, number: int
    ) -> None:
        super().__init__(paper.height, mono)
        self.paper = paper
        self.lettering = lettering
        self.margin = margin
        self.number = number
        self.shift = 0.0
        self.grow = 1.0
        self.body = Box(0, 0, paper.width, paper.height).inset(margin)

    def text(
        self,
        x: float,
        y: float,
        s: str,
        role: RoleName = "song",
        size: float = 10.5,
        *,
        align: Align = "left",
        upright: Upright = "baseline",
        max_width: float | None = None,
        colour: Colour = BLACK,
        turn: float = 0.0,
        spread: float = 0.0,
        latin: bool = False,
        narrowest: float = NARROWEST,
    ) -> Fitted:
        """Draw one line of text; ``x, y`` is the point named by ``align`` and ``upright``.

        Args:
            x: mm from the left edge.
            y: mm from the top edge, to the baseline, the top or the middle of the line.
            s: the text; characters that no font has are drawn as 〓 and reported.
            role: typeface.
            size: size wished in pt.
            align: which end of the text ``x`` is.
            upright: which height of the text ``y`` is.
            max_width: room in mm: the text is squeezed to 60 %, then made smaller, never cut.
            colour: of the letters.
            turn: degrees counter-clockwise about ``x, y``.
            spread: space the characters out to this many em (for names: ``name_spread``).
            latin: set ASCII in the Latin face.
            narrowest: the share of its width below which the text becomes smaller instead.

        Returns:
            The size and width that came out.
        """
        if not s:
            return Fitted(size, 1.0, 0.0, 0.0)
        setting = self.lettering.setting(s, role, latin)
        fitted = self.lettering.fit(
            s, role, size, max_width, spread=spread, latin=latin, narrowest=narrowest
        )
        back = {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * fitted.width
        down = {"baseline": 0.0, "top": TOP_OF_EM, "middle": MIDDLE_OF_EM}[upright]
        dx, dy = -back * PT_PER_MM, -down * fitted.size
        px, py = x * PT_PER_MM, self._height - y * PT_PER_MM
        if turn:
            angle = math.radians(turn)
            cos, sin = math.cos(angle), math.sin(angle)
            dx, dy = dx * cos - dy * sin, dx * sin + dy * cos
        actual = setting.actual or (s if fitted.spacing > 0 else "")
        if any(ord(c) > 0xFFFF for c in actual):
            actual = ""  # PDFium, and so most browsers, drop such characters from this entry
        self.marks.append(
            Lettered(
                px + dx,
                py + dy,
                turn,
                widened(setting.runs) if fitted.wide else setting.runs,
                fitted.size,
                fitted.squeeze,
                fitted.spacing,
                colour.operator(self.mono),
                actual,
            )
        )
        return fitted

    def name(
        self,
        x: float,
        y: float,
        s: str,
        role: RoleName = "song",
        size: float = 10.5,
        *,
        align: Align = "left",
        upright: Upright = "baseline",
        max_width: float | None = None,
        colour: Colour = BLACK,
        turn: float = 0.0,
    ) -> Fitted:
        """Draw a person's name; 张三 is spaced as wide as three characters, yet copies as 张三."""
        return self.text(
            x,
            y,
            s,
            role,
            size,
            align=align,
            upright=upright,
            max_width=max_width,
            colour=colour,
            turn=turn,
            spread=name_spread(s),
        )

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        s: str,
        role: RoleName = "song",
        size: float = 10.5,
        *,
        leading: float = 1.5,
        align: Align = "left",
        colour: Colour = BLACK,
        latin: bool = False,
    ) -> float:
        """Draw text wrapped to ``width`` mm below ``y``; lines ``leading`` x size apart.

        Returns:
            The y in mm below the last line.
        """
        step = size * leading * MM_PER_PT
        at = x + {"left": 0.0, "centre": width / 2, "right": width}[align]
        for line in self.lettering.lines(s, role, size, width, latin):
            self.text(
                at,
                y + step / 2,
                line.strip() if align != "left" else line.rstrip(),
                role,
                size,
                align=align,
                upright="middle",
                max_width=width,
                colour=colour,
                latin=latin,
            )
            y += step
        return y
