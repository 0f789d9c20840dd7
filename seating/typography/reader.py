"""One font file opened for questions: which characters, how wide, how tall (字体查询)."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

Box = tuple[float, float, float, float]
"""Left, bottom, right, top of what is drawn, in 1/1000 em from the origin on the baseline."""

_OUTLINES = {"glyf", "CFF ", "CFF2"}


class UnreadableFontError(Exception):
    """The file is no font that can be drawn with."""


class Reader:
    """Metrics and coverage of one face. All lengths are in 1/1000 em; answers are kept.

    Args:
        path: the font file; it is mapped into memory, not read.
        index: the face's number in a collection, else 0.
        axes: for a variable font, the axis tags and values that are pinned.
    """

    def __init__(self, path: Path, index: int, axes: tuple[tuple[str, float], ...]) -> None:
        import uharfbuzz as hb

        try:
            face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        except Exception as error:  # HarfBuzz has no narrower one for a file it cannot map
            raise UnreadableFontError(str(path)) from error
        if not face.glyph_count or not _OUTLINES & set(face.table_tags):
            raise UnreadableFontError(str(path))
        self._font: Any = hb.Font(face)
        if axes:
            self._font.set_variations(dict(axes))
        self._scale = 1000 / face.upem
        self._os2: bytes = face.reference_table("OS/2").data or b""
        self._glyphs: dict[str, int | None] = {}
        self._advances: dict[str, float] = {}
        self.axis_ranges: dict[str, tuple[float, float]] = {
            str(axis.tag): (axis.min_value, axis.max_value) for axis in face.axis_infos
        }

    def glyph(self, character: str) -> int | None:
        """Return the glyph of one character, or None if the face has none or draws nothing."""
        try:
            return self._glyphs[character]
        except KeyError:
            number: int | None = self._font.get_nominal_glyph(ord(character))
            if number is not None and not may_be_blank(character) and self._is_blank(number):
                number = None
            self._glyphs[character] = number
            return number

    def _is_blank(self, number: int) -> bool:
        extents = self._font.get_glyph_extents(number)
        return extents is None or (extents.width == 0 and extents.height == 0)

    def advance(self, character: str) -> float:
        """Return the character's width; that of the missing-glyph box if there is none."""
        try:
            return self._advances[character]
        except KeyError:
            width = float(self._font.get_glyph_h_advance(self.glyph(character) or 0) * self._scale)
            self._advances[character] = width
            return width

    def ink(self, character: str) -> Box:
        """Return the box of what is drawn for the character; all zero if nothing is."""
        extents = self._font.get_glyph_extents(self.glyph(character) or 0)
        if extents is None:
            return (0.0, 0.0, 0.0, 0.0)
        left, top = extents.x_bearing, extents.y_bearing
        box = (left, top + extents.height, left + extents.width, top)
        x0, y0, x1, y1 = (float(value * self._scale) for value in box)
        return (x0, y0, x1, y1)

    def vertical(self) -> tuple[float, float]:
        """Return ascender and (negative) descender of the face."""
        extents = self._font.get_font_extents("ltr")
        return extents.ascender * self._scale, extents.descender * self._scale

    def embedding_allowed(self) -> bool:
        """Tell whether the font's own flags (OS/2 fsType) allow embedding a subset."""
        flags = int.from_bytes(self._os2[8:10], "big")
        return flags & 0x000F != 0x0002 and not flags & 0x0300


def may_be_blank(character: str) -> bool:
    """Tell whether the character rightly draws nothing: spaces and invisible characters."""
    return character.isspace() or is_invisible(character) or character in "\u2800\u3164\uffa0"


def is_invisible(character: str) -> bool:
    """Tell whether the character is a control, a format mark or a variation selector."""
    if character.isascii():
        return not character.isprintable() and not character.isspace()
    return (
        unicodedata.category(character) in ("Cc", "Cf")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character == "\u034f"
    )
