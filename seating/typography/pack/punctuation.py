"""Chinese widths for punctuation that a typeface draws for Latin text (标点字宽).

Some typefaces give quotation marks, the dash or the middle dot the widths of Latin text, the
same code points serving both. Chinese text wants them on the square: quotation marks, dash and
ellipsis one em, the middle dot half an em (GB/T 15834-2011, 5.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

Side = Literal["left", "right", "centre", "across"]

_RULES: tuple[tuple[str, float, Side], ...] = (
    ("“", 1.0, "right"),
    ("‘", 1.0, "right"),
    ("”", 1.0, "left"),
    ("’", 1.0, "left"),
    ("—", 1.0, "across"),
    ("…", 1.0, "centre"),
    ("℃", 1.0, "centre"),
    ("·", 0.5, "centre"),
)
"""Character, width in em, and where the drawing lies in that width."""

_OVERLAP = 0.004
"""How far, in em, a dash reaches beyond its cell, so that two of them join without a gap."""


def set_chinese_widths(font: TTFont) -> None:
    """Give every mark of ``_RULES`` a glyph of its own with its Chinese width, in place."""
    cmap = font.getBestCmap()
    em = font["head"].unitsPerEm
    for character, width, side in _RULES:
        if ord(character) not in cmap:
            continue
        source = cmap[ord(character)]
        if side == "across" and 0x2015 in cmap:
            source = cmap[0x2015]  # the bar at the height of the ideographs' centre
        advance = round(width * em)
        if side != "across" and font["hmtx"][source][0] == advance:
            continue
        _point_to(font, ord(character), _redraw(font, source, advance, side, em))


def _redraw(font: TTFont, source: str, advance: int, side: Side, em: int) -> str:
    """Add a copy of a glyph, placed anew, and return its name."""
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    glyf = font["glyf"]
    old = glyf[source]
    ink = old.xMax - old.xMin
    scale, x = 1.0, 0.0
    if side == "across":
        reach = _OVERLAP * em
        scale = (advance + 2 * reach) / ink
        x = -reach - old.xMin * scale
    elif side == "centre":
        x = (advance - ink) / 2 - old.xMin
    elif side == "left":
        x = advance * 0.08 - old.xMin
    else:
        x = advance * 0.92 - old.xMax
    pen = TTGlyphPen(None)
    font.getGlyphSet()[source].draw(TransformPen(pen, (scale, 0, 0, 1, x, 0)))
    glyph = pen.glyph()
    name = f"{source}.zh{advance}"
    _append(font, name, glyph, advance)
    return name


def _append(font: TTFont, name: str, glyph: Any, advance: int) -> None:
    """Add a glyph to the end of a TrueType font."""
    glyf = font["glyf"]
    if name not in glyf.glyphs:
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs[name] = glyph
    glyph.recalcBounds(glyf)
    font["hmtx"].metrics[name] = (advance, glyph.xMin)


def _point_to(font: TTFont, code_point: int, name: str) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode() and code_point in table.cmap:
            table.cmap[code_point] = name
