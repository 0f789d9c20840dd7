"""Copying and searching rare characters in a PDF."""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from seating.typography.faces import resolve, subset_truetype
from seating.typography.tounicode import to_unicode_cmap


def entries(cmap: str) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<(..)> <([0-9A-F]+)>$", cmap, re.MULTILINE)
        if len(text) % 4 == 0
    }


def test_surrogates_and_blocks() -> None:
    """Characters beyond U+FFFF are pairs; no block has more than 100 entries."""
    points = [0, *map(ord, "张𬀩𫘝"), *range(0x4E00, 0x4E00 + 250)]
    cmap = to_unicode_cmap("ABCDEF+Song", points)
    assert "<02> <D870DC29>" in cmap
    assert entries(cmap) == {i: chr(p) for i, p in enumerate(points) if p}
    assert re.findall(r"(\d+) beginbfchar", cmap) == ["100", "100", "53"]
    assert cmap.count("endbfchar") == 3
    assert "/CMapName /ABCDEF+Song def" in cmap


def test_lone_surrogates_and_too_many_codes() -> None:
    """What UTF-16 cannot say is left out; what one byte cannot say is refused."""
    assert entries(to_unicode_cmap("X", [0xD800, 0x41])) == {1: "A"}
    with pytest.raises(ValueError, match="256"):
        to_unicode_cmap("X", [0x41] * 257)


def test_a_reader_gets_the_characters_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the function installed, PDFium extracts what was drawn."""
    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", to_unicode_cmap)
    text = "张𬀩、赵𫘝、䶮㛃"
    face = resolve({}, base=None).face("song")
    font = ttfonts.TTFont("rare-probe", BytesIO(subset_truetype(face, text)))
    pdfmetrics.registerFont(font)
    out = BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName="rare-probe")
    canvas.setFont("rare-probe", 20)
    canvas.drawString(50, 700, text)
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    page = document[0].get_textpage()
    assert page.get_text_bounded().strip() == text
    page.close()
    document.close()
