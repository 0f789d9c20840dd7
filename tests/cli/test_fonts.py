"""--font-dir: a licensed font of the office is embedded in what is printed."""

from __future__ import annotations

import ctypes
import shutil
from pathlib import Path

import pypdfium2

from seating.typography import pack

from .conftest import Run


def fonts(path: Path) -> set[str]:
    """Names of the fonts that draw the first page."""
    page = pypdfium2.PdfDocument(path)[0].get_textpage()
    raw = pypdfium2.raw
    found = set()
    for i in range(page.count_chars()):
        size = raw.FPDFText_GetFontInfo(page, i, None, 0, None)
        name = ctypes.create_string_buffer(size)
        raw.FPDFText_GetFontInfo(page, i, name, size, None)
        found.add(name.value.decode("utf-8", "replace").split("+")[-1])
    return found


def test_fonts_of_a_folder_are_used(seating: Run, tmp_path: Path) -> None:
    folder = tmp_path / "字体"
    folder.mkdir()
    shutil.copy(pack.FOLDER / "SeatingKai-Regular.ttf", folder / "黑体.ttf")
    plain, own = tmp_path / "plain.pdf", tmp_path / "own.pdf"
    assert seating("preview", "rostrum", "5", "--pdf", plain).returncode == 0
    done = seating("preview", "rostrum", "5", "--pdf", own, "--font-dir", folder)
    assert done.returncode == 0
    assert any("Hei" in name for name in fonts(plain))
    assert not any("Hei" in name for name in fonts(own))
    done = seating("preview", "rostrum", "5", "--pdf", own, "--font-dir", tmp_path / "none")
    assert done.returncode == 2
