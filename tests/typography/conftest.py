"""Tiny fonts, drawn on the spot: TrueType, PostScript, collection, variable, forbidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

BOX_LEFT, BOX_RIGHT = 100, 900


def _draw(pen: object, *, curved: bool) -> None:
    pen.moveTo((BOX_LEFT, 0))  # type: ignore[attr-defined]
    if curved:
        pen.curveTo((300, -50), (700, -50), (BOX_RIGHT, 0))  # type: ignore[attr-defined]
    else:
        pen.lineTo((BOX_RIGHT, 0))  # type: ignore[attr-defined]
    pen.lineTo((BOX_RIGHT, 700))  # type: ignore[attr-defined]
    pen.lineTo((BOX_LEFT, 700))  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]


def build_font(
    characters: str,
    family: str,
    *,
    postscript: bool = False,
    blank: str = "",
    fs_type: int = 0,
    weight: int = 400,
    names_zh: Iterable[str] = (),
    variable: bool = False,
) -> TTFont:
    """Make a font whose every character is a box from 100 to 900, 1000 wide."""
    names = {c: f"u{ord(c):05X}" for c in characters + blank}
    order = [".notdef", "space", *names.values()]
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({0x20: "space", **{ord(c): n for c, n in names.items()}})
    empty = {"space", *(names[c] for c in blank)}
    if postscript:
        charstrings = {}
        for name in order:
            pen = T2CharStringPen(1000, None)
            if name not in empty:
                _draw(pen, curved=True)
            charstrings[name] = pen.getCharString()
        builder.setupCFF(family.replace(" ", ""), {"FullName": family}, charstrings, {})
    else:
        glyphs = {}
        for name in order:
            pen = TTGlyphPen(None)
            if name not in empty:
                _draw(pen, curved=False)
            glyphs[name] = pen.glyph()
        builder.setupGlyf(glyphs)
    # The bearing is deliberately wrong for PostScript fonts: a converter must set it right.
    bearing = 0 if postscript else BOX_LEFT
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, bearing)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    for name in names_zh:
        builder.font["name"].setName(name, 1, 3, 1, 0x804)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type, usWeightClass=weight)
    builder.setupPost()
    if variable:
        builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
        wider = [(0, 0), (50, 0), (50, 0), (0, 0)] + [(0, 0)] * 4
        variations = {n: [TupleVariation({"wght": (0, 1, 1)}, list(wider))] for n in names.values()}
        builder.setupGvar(variations)
    font: TTFont = builder.font
    font["head"].created = font["head"].modified = 0
    return font


@pytest.fixture(name="build_font")
def build_font_fixture() -> Callable[..., TTFont]:
    """Make a tiny font in memory."""
    return build_font


@pytest.fixture
def make_font(tmp_path: Path) -> Callable[..., Path]:
    """Save a tiny font below the test's folder; the arguments are those of ``build_font``."""

    def make(file: str, characters: str, family: str, **options: object) -> Path:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        build_font(characters, family, **options).save(path)  # type: ignore[arg-type]
        return path

    return make


@pytest.fixture
def make_collection(tmp_path: Path) -> Callable[..., Path]:
    """Save several tiny fonts as one collection."""

    def make(file: str, *fonts: TTFont) -> Path:
        collection = TTCollection()
        collection.fonts = list(fonts)
        path = tmp_path / file
        collection.save(str(path))
        return path

    return make
