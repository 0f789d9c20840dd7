"""Which characters the bundled fonts keep (随附字体的字符集)."""

from __future__ import annotations

import bz2
import re
from collections.abc import Iterable

_TGH = re.compile(r"^U\+([0-9A-F]{4,5})\tkTGH\t", re.MULTILINE)

_SYMBOLS: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels with tone marks
    (0x01F8, 0x01F9),
    (0x0251, 0x0251),
    (0x0261, 0x0261),
    (0x02C6, 0x02DD),
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic
    (0x1E3F, 0x1E3F),
    (0x2010, 0x2027),  # general punctuation
    (0x202F, 0x205E),
    (0x2070, 0x209C),  # superiors and inferiors
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218B),  # letter-like, fractions, Roman numerals
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2312, 0x2312),
    (0x2460, 0x27BF),  # enclosed, box drawing, shapes, signs
    (0x2E3A, 0x2E3B),
    (0x2FF0, 0x303F),  # CJK symbols and punctuation
    (0x3041, 0x312F),  # kana, bopomofo
    (0x3200, 0x33FF),  # enclosed and squared CJK
    (0xFE10, 0xFE19),  # vertical punctuation
    (0xFE30, 0xFE6B),
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),
)

_HAN: tuple[tuple[int, int], ...] = (
    (0x2E80, 0x2FD5),  # radicals, as copied out of some PDFs
    (0x31C0, 0x31EF),  # strokes
    (0x3400, 0x4DBF),  # Extension A
    (0x4E00, 0x9FFF),  # unified ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x3FFFF),  # Extensions B and later
)


def _expand(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {point for first, last in ranges for point in range(first, last + 1)}


def symbols() -> set[int]:
    """Return letters, punctuation and signs found in Chinese official documents."""
    return _expand(_SYMBOLS)


def gb2312() -> set[int]:
    """Return every character of GB/T 2312: 6 763 ideographs and 682 signs."""
    points: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", errors="ignore")
            points.update(map(ord, character))
    return points


def general_standard(unihan_other_mappings: bytes) -> set[int]:
    """Return the 8 105 characters of the 通用规范汉字表 from Unihan's ``kTGH``.

    Args:
        unihan_other_mappings: ``Unihan_OtherMappings.txt``, compressed with bzip2.
    """
    text = bz2.decompress(unihan_other_mappings).decode("utf-8")
    points = {int(match, 16) for match in _TGH.findall(text)}
    if len(points) != 8105:
        raise ValueError(f"通用规范汉字表 has 8105 characters, the Unihan file gives {len(points)}")
    return points


def common(unihan_other_mappings: bytes) -> set[int]:
    """Return GB/T 2312, the 通用规范汉字表 and the symbols: the set of every face but one."""
    return gb2312() | general_standard(unihan_other_mappings) | symbols()


def every_ideograph() -> set[int]:
    """Return every ideograph there is, and the symbols.

    Cut down to what Noto Serif SC draws this holds the whole of GB 18030-2022 level 2.
    """
    return _expand(_HAN) | symbols()
