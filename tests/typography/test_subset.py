"""Subsets: any font in, a small TrueType font out that the PDF writer accepts."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import ttfonts

from seating.typography.faces import Face, resolve, subset_truetype
from seating.typography.roles import Role
from seating.typography.subset import SubsetError

BOX_LEFT = 100  # where every tiny glyph begins


def face_of(path: Path, index: int = 0, **axes: float) -> Face:
    return Face(path, index, tuple(axes.items()), path.stem, "0" * 64)


def load(data: bytes) -> ttfonts.TTFont:
    return ttfonts.TTFont("probe", BytesIO(data))


@pytest.mark.parametrize("role", list(Role))
def test_bundled_subsets_are_small_and_load(role: str) -> None:
    """A few characters make a few kilobytes, with their widths."""
    face = resolve({}, base=None).face(role)
    data = subset_truetype(face, ["张伟", "2026"])
    assert len(data) < 10_000
    widths = load(data).face.charWidths
    assert widths[ord("2")] == pytest.approx(resolve({}, base=None).advance(face, "2"), abs=1)


def check_boxes(data: bytes, characters: str) -> None:
    """The outlines are TrueType, and the bearing is where the outline begins."""
    font = TTFont(BytesIO(data))
    assert font.sfntVersion == "\x00\x01\x00\x00"
    table = font.getBestCmap()
    for character in characters:
        glyph = font["glyf"][table[ord(character)]]
        assert glyph.numberOfContours == 1
        assert font["hmtx"][table[ord(character)]] == (1000, glyph.xMin)
        assert glyph.xMin == BOX_LEFT
    assert load(data).face.charWidths[ord(characters[0])] == 1000


def test_postscript_becomes_truetype(make_font: Callable[..., Path]) -> None:
    """CFF outlines are converted, and a bearing of zero is corrected."""
    path = make_font("ps.otf", "张三李四", "Post Script", postscript=True)
    data = subset_truetype(face_of(path), "张四")
    check_boxes(data, "张四")
    assert ord("三") not in TTFont(BytesIO(data)).getBestCmap()


@pytest.mark.parametrize("postscript", [False, True])
def test_collections(
    make_collection: Callable[..., Path], build_font: Callable[..., TTFont], postscript: bool
) -> None:
    """The numbered face of a collection is taken, whatever its outlines."""
    path = make_collection(
        "two.ttc",
        build_font("张", "One", postscript=postscript),
        build_font("三", "Two", postscript=postscript),
    )
    check_boxes(subset_truetype(face_of(path, 0), "张"), "张")
    check_boxes(subset_truetype(face_of(path, 1), "三"), "三")


def test_variable_font_is_pinned(make_font: Callable[..., Path]) -> None:
    """The weight changes the outline; the name tells the instances apart."""
    path = make_font("vf.ttf", "张", "Vary", variable=True)
    rights, names = [], []
    for weight in (100.0, 500.0, 900.0):
        font = TTFont(BytesIO(subset_truetype(face_of(path, wght=weight), "张")))
        assert "fvar" not in font
        rights.append(font["glyf"][font.getBestCmap()[ord("张")]].xMax)
        names.append(font["name"].getDebugName(6))
    assert rights == sorted(set(rights))
    assert names == ["Vary-wght100", "Vary-wght500", "Vary-wght900"]


def test_same_bytes_every_time(
    make_font: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Order of the characters, and the clock, leave no trace."""
    path = make_font("ps.otf", "张三李四", "Post Script", postscript=True)
    first = subset_truetype(face_of(path), "张四")
    monkeypatch.setattr("time.time", lambda: 4e9)
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "86400")
    assert subset_truetype(face_of(path), ["四", "张", "张"]) == first


def test_characters_without_a_glyph_are_left_out(make_font: Callable[..., Path]) -> None:
    """Asking for too much is no error here; ``FontBook.missing`` tells beforehand."""
    path = make_font("a.ttf", "张", "A")
    assert set(TTFont(BytesIO(subset_truetype(face_of(path), "张三"))).getBestCmap()) == {
        0x20,
        ord("张"),
    }


def test_damage_is_one_kind_of_error(tmp_path: Path) -> None:
    """A file that is no font raises SubsetError."""
    path = tmp_path / "torn.ttf"
    path.write_bytes(b"OTTO" + bytes(200))
    with pytest.raises(SubsetError):
        subset_truetype(face_of(path), "张")
