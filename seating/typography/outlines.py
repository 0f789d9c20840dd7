"""PostScript outlines turned into TrueType ones (三次曲线转二次曲线)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# Tables which mean nothing without the PostScript outlines that they speak of.
_POSTSCRIPT_TABLES = ("CFF ", "CFF2", "VORG")

_MAXP_ZEROES = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)


def is_postscript(font: TTFont) -> bool:
    """Tell whether the outlines are PostScript (CFF or CFF2)."""
    return "CFF " in font or "CFF2" in font


def to_truetype(font: TTFont, max_error: float = 1.0) -> None:
    """Replace PostScript outlines by TrueType ones, in place.

    Args:
        font: a font without variations.
        max_error: the largest distance between old and new curve, in font units; 1.0 at 1000
            units per em cannot be seen at any size that is printed.
    """
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    order = font.getGlyphOrder()
    drawings = font.getGlyphSet()
    glyphs: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawings[name].draw(Cu2QuPen(pen, max_error, reverse_direction=True))
        glyphs[name] = pen.glyph()

    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for glyph in glyphs.values():
        glyph.recalcBounds(glyf)
    align_bearings(font)

    font.recalcBBoxes = True  # the new maxp needs its counts
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in _MAXP_ZEROES:
        setattr(maxp, field, 0)
    post = font["post"]
    post.formatType = 3.0
    for tag in _POSTSCRIPT_TABLES:
        if tag in font:
            del font[tag]
    font.sfntVersion = "\x00\x01\x00\x00"


def align_bearings(font: TTFont) -> None:
    """Make every left side bearing equal the leftmost point of its glyph.

    Rasterisers shift a glyph by the difference of the two, so a bearing that is merely zero
    moves every character to the left and lets punctuation overlap.
    """
    glyf = font["glyf"]
    metrics = font["hmtx"].metrics
    for name, (advance, _) in list(metrics.items()):
        glyph = glyf[name]
        metrics[name] = (advance, glyph.xMin if glyph.numberOfContours else 0)
