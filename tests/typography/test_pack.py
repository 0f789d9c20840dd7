"""The bundled fonts are what they claim to be."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from seating.typography import pack
from seating.typography.pack import build, charsets, sources
from seating.typography.roles import Role

CHINESE = ("title_song", "song", "hei", "kai", "fang")


def cmap(role: str) -> set[int]:
    with TTFont(pack.FOLDER / pack.FILES[role], lazy=True) as font:
        return set(font.getBestCmap())


def test_every_role_has_a_file() -> None:
    """No role is forgotten."""
    assert set(pack.FILES) == {role.value for role in Role}
    assert all((pack.FOLDER / name).is_file() for name in pack.FILES.values())


def test_checksums_match_and_are_complete() -> None:
    """Every font and licence is listed with its right sha256."""
    listed = pack.digests()
    binary = {
        str(p.relative_to(pack.FOLDER))
        for p in pack.FOLDER.rglob("*")
        if p.suffix in (".ttf", ".otf", ".txt")
    }
    assert set(listed) == binary
    for name, digest in listed.items():
        assert hashlib.sha256((pack.FOLDER / name).read_bytes()).hexdigest() == digest, name


@pytest.mark.parametrize("role", CHINESE)
def test_gb2312_is_complete(role: str) -> None:
    """Every Chinese face draws all of GB/T 2312's ideographs."""
    ideographs = {p for p in charsets.gb2312() if 0x4E00 <= p <= 0x9FFF}
    assert len(ideographs) == 6763
    assert not ideographs - cmap(role)


def test_song_holds_gb18030_level_2_and_vertical_marks() -> None:
    """All of the basic block, Extension A and the vertical punctuation are in 宋体."""
    song = cmap("song")
    wanted = set(range(0x4E00, 0x9FF0)) | set(range(0x3400, 0x4DB6))
    assert not wanted - song
    assert not set(range(0xFE10, 0xFE1A)) - song
    assert not set(range(0xFE30, 0xFE45)) - song


@pytest.mark.parametrize("role", ["latin", "latin_bold"])
def test_latin_covers_european_letters(role: str) -> None:
    """Latin-1, Latin Extended-A, Greek and Cyrillic are there."""
    letters = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x400, 0x460))
    letters |= set(range(0x391, 0x3CA)) - {0x3A2}
    assert not letters - cmap(role)


@pytest.mark.parametrize("role", CHINESE)
def test_marks_have_chinese_widths(role: str) -> None:
    """Quotation marks, dash and ellipsis are an em, the middle dot half of one."""
    with TTFont(pack.FOLDER / pack.FILES[role], lazy=True) as font:
        table, widths = font.getBestCmap(), font["hmtx"].metrics
        assert {widths[table[ord(c)]][0] for c in "“”‘’—…℃，。、（）《》"} == {1000}
        assert widths[table[ord("·")]][0] == 500
        dash = font["glyf"][table[ord("—")]]
        assert dash.xMin <= 0
        assert dash.xMax >= 1000


@pytest.mark.parametrize("role", list(pack.FILES))
def test_no_reserved_name_and_a_declared_change(role: str) -> None:
    """Licences forbid the old names and want the change stated."""
    with TTFont(pack.FOLDER / pack.FILES[role], lazy=True) as font:
        names = font["name"]
        for number in (1, 3, 4, 6, 16):
            name = str(names.getDebugName(number))
            assert not any(
                reserved in name.lower()
                for reserved in ("noto", "source", "lxgw", "霞鹜", "fandol", "liberation", "tinos")
            )
        assert "Subset of" in names.getDebugName(10)
        assert "Licensed under" in names.getDebugName(13)


def test_reading_sums_of_a_pack_without_fangsong(tmp_path: Path) -> None:
    """The sums of the rest stand alone."""
    (tmp_path / "SHA256SUMS").write_text("ab  A.ttf\n", encoding="ascii")
    assert pack.digests(tmp_path) == {"A.ttf": "ab"}


def test_unihan_file_of_another_size_is_refused() -> None:
    """A Unihan file without the 8 105 characters is a wrong one."""
    import bz2

    with pytest.raises(ValueError, match="8105"):
        charsets.general_standard(bz2.compress(b"U+4E00\tkTGH\t2013:1\n"))


def test_cutting_is_deterministic_and_renames() -> None:
    """The same input gives the same bytes under the new name."""
    source = (pack.FOLDER / "SeatingSerif-Regular.ttf").read_bytes()
    cut = next(c for c in sources.CUTS if c.target == "SeatingSerif-Bold.ttf")
    first = build.cut_font(source, cut, {0x41, 0x2014, 0xB7})
    assert first == build.cut_font(source, cut, {0x41, 0x2014, 0xB7})
    font = TTFont(BytesIO(first))
    assert font["name"].getDebugName(6) == "SeatingSerif-Bold"
    assert set(font.getBestCmap()) == {0x41, 0x2014, 0xB7}
    assert "GSUB" not in font
