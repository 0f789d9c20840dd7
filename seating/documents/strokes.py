"""Lines and shapes on a page, written as PDF operators (线条与图形)."""

from __future__ import annotations

import hashlib
import io
import math
from collections.abc import Sequence
from typing import NamedTuple

from seating.documents.ink import BLACK, Colour, Hatch, Tint
from seating.documents.lettering import Run
from seating.documents.paper import PT_PER_MM, Box

# A quarter of a circle as a Bézier curve: the handles' share of the radius.
_HANDLE = 0.5523
_HATCH_STEP = 1.8 * PT_PER_MM
_LARGEST_PICTURE = 50_000_000


class Lettered(NamedTuple):
    """A line of text waiting for its fonts; all lengths in pt, y upwards."""

    x: float
    y: float
    turn: float
    runs: tuple[Run, ...]
    size: float
    squeeze: float
    spacing: float
    colour: str
    actual: str


class Pictured(NamedTuple):
    """A picture, its box in pt with y upwards; ``digest`` stands for its bytes."""

    x: float
    y: float
    width: float
    height: float
    digest: str
    data: bytes


class Strokes:
    """The drawing half of a sheet; positions and lengths in mm, y downwards from the top edge."""

    def __init__(self, height: float, mono: bool) -> None:
        self.mono = mono
        self.marks: list[str | Lettered | Pictured] = []
        self._height = height * PT_PER_MM

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
        """Draw a line; ``width`` and the lengths of ``dash`` in mm."""
        self.polygon(((x0, y0), (x1, y1)), closed=False, width=width, stroke=colour, dash=dash)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        closed: bool = True,
        width: float = 0.2,
        stroke: Colour | None = BLACK,
        fill: Colour | None = None,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw straight lines from point to point."""
        path = [f"{self._at(*points[0])} m"]
        path += [f"{self._at(*point)} l" for point in points[1:]]
        if closed:
            path.append("h")
        self._paint(" ".join(path), width, stroke, fill, dash)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        line: float = 0.2,
        stroke: Colour | None = BLACK,
        fill: Colour | None = None,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle from its upper left corner; ``line`` and ``radius`` in mm."""
        if radius > 0:
            path = self._rounded(x, y, width, height, min(radius, width / 2, height / 2))
        else:
            k = PT_PER_MM
            path = (
                f"{x * k:.2f} {self._height - (y + height) * k:.2f} "
                f"{width * k:.2f} {height * k:.2f} re"
            )
        self._paint(path, line, stroke, fill, dash)

    def circle(
        self,
        cx: float,
        cy: float,
        radius: float,
        *,
        line: float = 0.2,
        stroke: Colour | None = BLACK,
        fill: Colour | None = None,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a circle."""
        path = self._rounded(cx - radius, cy - radius, 2 * radius, 2 * radius, radius)
        self._paint(path, line, stroke, fill, dash)

    def ground(self, box: Box, tint: Tint) -> None:
        """Fill a box with a tint: its colour, or in black and white its grey and hatching."""
        if not self.mono:
            self.rect(box.x, box.y, box.width, box.height, stroke=None, fill=tint.colour)
            return
        grey = Colour(tint.grey, tint.grey, tint.grey)
        self.rect(box.x, box.y, box.width, box.height, stroke=None, fill=grey)
        if tint.hatch:
            self.hatch(box, tint.hatch)

    def hatch(self, box: Box, hatch: Hatch, shade: float = 0.74) -> None:
        """Draw a hatching clipped to the box; ``shade`` is the grey of its lines."""
        k = PT_PER_MM
        x0, y0 = box.x * k, self._height - box.bottom * k
        x1, y1 = box.right * k, self._height - box.y * k
        dash = "[0.6 4.5] 0 d 0.6 w" if hatch == "dots" else "0.25 w"
        self.marks.append(
            f"q {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re W n {shade:.3g} G {dash} "
            f"{_hatching(hatch, x0, y0, x1, y1)} S Q"
        )

    def picture(self, box: Box, data: bytes) -> None:
        """Draw a picture (PNG or JPEG) as large as the box allows, in its middle, undistorted.

        Raises:
            ValueError: the bytes are no picture that can be read.
        """
        width, height = picture_size(data)
        scale = min(box.width / width, box.height / height)
        w, h = width * scale, height * scale
        k = PT_PER_MM
        self.marks.append(
            Pictured(
                (box.cx - w / 2) * k,
                self._height - (box.cy + h / 2) * k,
                w * k,
                h * k,
                hashlib.sha256(data).hexdigest(),
                data,
            )
        )

    def _at(self, x: float, y: float) -> str:
        return f"{x * PT_PER_MM:.2f} {self._height - y * PT_PER_MM:.2f}"

    def _rounded(self, x: float, y: float, w: float, h: float, r: float) -> str:
        at, k = self._at, r * (1 - _HANDLE)
        right, low = x + w, y + h
        return (
            f"{at(x + r, y)} m {at(right - r, y)} l "
            f"{at(right - k, y)} {at(right, y + k)} {at(right, y + r)} c {at(right, low - r)} l "
            f"{at(right, low - k)} {at(right - k, low)} {at(right - r, low)} c {at(x + r, low)} l "
            f"{at(x + k, low)} {at(x, low - k)} {at(x, low - r)} c {at(x, y + r)} l "
            f"{at(x, y + k)} {at(x + k, y)} {at(x + r, y)} c h"
        )

    def _paint(
        self,
        path: str,
        width: float,
        stroke: Colour | None,
        fill: Colour | None,
        dash: Sequence[float],
    ) -> None:
        parts = []
        if fill is not None:
            parts.append(fill.operator(self.mono))
        if stroke is not None:
            parts.append(f"{stroke.operator(self.mono, stroke=True)} {width * PT_PER_MM:.2f} w")
        if dash:
            parts.append(f"[{' '.join(f'{d * PT_PER_MM:.2f}' for d in dash)}] 0 d")
        parts.append(path)
        parts.append("B" if fill and stroke else "f" if fill else "S")
        if dash:
            parts.append("[] 0 d")
        self.marks.append(" ".join(parts))


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in pixels.

    Raises:
        ValueError: the bytes are no such picture, or it is beyond 50 megapixels.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            width, height = image.size
            if width * height > _LARGEST_PICTURE:
                raise ValueError("the picture has more than 50 megapixels")
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValueError("neither PNG nor JPEG") from error
    return width, height


def _hatching(hatch: Hatch, x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the lines of a hatching over a box in pt; they join across neighbouring boxes."""
    step = _HATCH_STEP
    lines: list[tuple[float, float, float, float]] = []
    if hatch in ("rising", "cross"):
        lines += [(y0 + c, y0, y1 + c, y1) for c in _steps(x0 - y1, x1 - y0, step)]
    if hatch in ("falling", "cross"):
        lines += [(c - y0, y0, c - y1, y1) for c in _steps(x0 + y0, x1 + y1, step)]
    if hatch == "dots":
        lines += [(x0, y, x1, y) for y in _steps(y0, y1, step)]
    return " ".join(f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l" for a, b, c, d in lines)


def _steps(first: float, last: float, step: float) -> list[float]:
    return [i * step for i in range(math.ceil(first / step), math.floor(last / step) + 1)]
