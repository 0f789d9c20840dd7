"""A checker for any PDF that a document prints: fonts, margins, overlapping letters.

    problems = check_pdf(data)          # [] = in order

Positions are in mm from the upper left corner of the page.
"""

from __future__ import annotations

import ctypes
import dataclasses
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

MM = 25.4 / 72
_SUBSET = re.compile(r"[A-Z]{6}\+")


@dataclass(frozen=True)
class Letter:
    """One character and the box of its ink."""

    char: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@lru_cache(maxsize=4)
def pages(data: bytes) -> list[list[Letter]]:
    """Return the letters of every page, not to be changed; blanks are left out."""
    document = pdfium.PdfDocument(data)
    found = []
    for page in document:
        height = page.get_height()
        text = page.get_textpage()
        letters = []
        for i in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, i)
            if 0xDC00 <= code <= 0xDFFF and letters and 0xD800 <= ord(letters[-1].char) <= 0xDBFF:
                pair = letters[-1].char + chr(code)
                whole = pair.encode("utf-16", "surrogatepass").decode("utf-16")
                letters[-1] = dataclasses.replace(letters[-1], char=whole)
                continue
            if not code or chr(code).isspace() or raw.FPDFText_IsGenerated(text, i) == 1:
                continue
            sides = [ctypes.c_double() for _ in range(4)]
            raw.FPDFText_GetCharBox(text, i, *sides)
            left, right, bottom, top = (side.value for side in sides)
            letters.append(
                Letter(
                    chr(code), left * MM, (height - top) * MM, right * MM, (height - bottom) * MM
                )
            )
        found.append(letters)
    return found


def texts(data: bytes) -> list[str]:
    """Return the text of every page as a reader would copy it."""
    return [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data)]


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in mm."""
    return [(p.get_width() * MM, p.get_height() * MM) for p in pdfium.PdfDocument(data)]


@lru_cache(maxsize=4)
def fonts(data: bytes) -> dict[str, bool]:
    """Return for every font of the file whether it is embedded; not to be changed."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    found: dict[str, bool] = {}
    for xref in document.xrefs:
        for number in xref.get_objids():
            item = document.getobj(number)
            if isinstance(item, PDFStream) or not isinstance(item, dict):
                continue
            if getattr(item.get("Type"), "name", "") == "Font":
                descriptor = resolve1(item.get("FontDescriptor")) or {}
                name = item["BaseFont"].name
                found[name] = "FontFile2" in descriptor and "ToUnicode" in item
    return found


def check_pdf(data: bytes, *, margin: float = 8.0, tolerance: float = 0.12) -> list[str]:
    """Return what is wrong; ``tolerance`` is the share of a letter's box that may be covered."""
    problems = [f"font {n} is not embedded" for n, good in fonts(data).items() if not good]
    problems += [f"font {n} is not a subset" for n in fonts(data) if not _SUBSET.match(n)]
    if not fonts(data):
        problems.append("no fonts")
    for number, (letters, size) in enumerate(zip(pages(data), sizes(data), strict=True), 1):
        width, height = size
        for letter in letters:
            if (
                letter.left < margin - 0.5
                or letter.top < margin - 0.5
                or letter.right > width - margin + 0.5
                or letter.bottom > height - margin + 0.5
            ):
                problems.append(f"page {number}: {letter} lies in the margin")
        for one, two in overlaps(letters, tolerance):
            problems.append(f"page {number}: {one} and {two} overlap")
    return problems


def overlaps(letters: list[Letter], tolerance: float) -> Iterator[tuple[Letter, Letter]]:
    """Yield pairs of letters whose inks' boxes overlap by more than a share of the smaller."""
    grid: dict[tuple[int, int], list[int]] = {}
    cell = 6.0
    for i, a in enumerate(letters):
        around = {
            (x, y)
            for x in range(int(a.left // cell), int(a.right // cell) + 1)
            for y in range(int(a.top // cell), int(a.bottom // cell) + 1)
        }
        for j in sorted({j for key in around for j in grid.get(key, ())}):
            b = letters[j]
            across = min(a.right, b.right) - max(a.left, b.left)
            down = min(a.bottom, b.bottom) - max(a.top, b.top)
            smaller = min(a.area, b.area)
            most = 2 * tolerance if {a.char, b.char} & set("fj") else tolerance  # ff, gj
            if across > 0 and down > 0 and smaller > 0 and across * down / smaller > most:
                yield a, b
        for key in around:
            grid.setdefault(key, []).append(i)


def places(letters: list[Letter], word: str) -> list[Letter]:
    """Return the boxes of every occurrence of a word whose letters follow each other."""
    line = "".join(letter.char for letter in letters)
    found = []
    at = line.find(word)
    while at >= 0:
        part = letters[at : at + len(word)]
        found.append(
            Letter(
                word,
                min(p.left for p in part),
                min(p.top for p in part),
                max(p.right for p in part),
                max(p.bottom for p in part),
            )
        )
        at = line.find(word, at + 1)
    return found


Edge = tuple[float, float, float, float]


def edges(page: pdfium.PdfPage) -> list[Edge]:
    """Return the upright and level lines of a page as boxes (left, top, right, bottom) in mm.

    Pale ones, which are hatchings and leaders behind text, are left out.
    """
    height = page.get_height()
    found: list[Edge] = []
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        count = raw.FPDFPath_CountSegments(path)
        if not stroke.value or count > 12 or _pale(path):
            continue
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(path, matrix)
        first = last = (0.0, 0.0)
        for number in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, number)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            right = matrix.a * x.value + matrix.c * y.value + matrix.e
            up = matrix.b * x.value + matrix.d * y.value + matrix.f
            here = (right * MM, (height - up) * MM)
            kind = raw.FPDFPathSegment_GetType(segment)
            ends = [(last, here)] if kind == raw.FPDF_SEGMENT_LINETO else []
            if kind == raw.FPDF_SEGMENT_MOVETO:
                first = here
            if raw.FPDFPathSegment_GetClose(segment):
                ends.append((here, first))
            for (x0, y0), (x1, y1) in ends:
                if abs(x0 - x1) < 0.05 or abs(y0 - y1) < 0.05:
                    found.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            last = here
    return found


def _pale(path: pdfium.PdfObject) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetStrokeColor(path, *parts)
    return min(part.value for part in parts[:3]) > 175


def crossed(data: bytes, *, slack: float = 0.25) -> list[str]:
    """Return the letters that a line runs through: text that leaves its box.

    Args:
        data: the file.
        slack: how far, in mm, ink may reach over a line.
    """
    problems = []
    cell = 8.0
    document = pdfium.PdfDocument(data)
    for number, (page, letters) in enumerate(zip(document, pages(data), strict=True), 1):
        grid: dict[tuple[int, int], list[Edge]] = {}
        for edge in edges(page):
            for key in _cells(edge, cell):
                grid.setdefault(key, []).append(edge)
        for one in letters:
            box = (one.left + slack, one.top + slack, one.right - slack, one.bottom - slack)
            near = {edge for key in _cells(box, cell) for edge in grid.get(key, ())}
            if any(_meet(box, edge) for edge in near):
                problems.append(f"page {number}: a line runs through {one}")
    return problems


def _cells(box: Edge, cell: float) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(v // cell) for v in box)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _meet(box: Edge, edge: Edge) -> bool:
    return edge[0] < box[2] and edge[2] > box[0] and edge[1] < box[3] and edge[3] > box[1]
