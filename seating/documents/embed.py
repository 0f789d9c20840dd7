"""From finished sheets to PDF: subset first, then embed (嵌入字体，写成PDF).

The only module that imports ReportLab, and it is imported only when a file is written.
ReportLab keeps the document, its fonts and outline; what stands on a page is written here as
PDF operators, because a chart of three thousand seats has too many small texts for its canvas.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from fontTools.ttLib import TTFont as TrueType
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from seating.documents.lettering import Run
from seating.documents.paper import PT_PER_MM
from seating.documents.sheet import Sheet
from seating.documents.strokes import Lettered, Pictured
from seating.facts.text import Language
from seating.typography.faces import Face
from seating.typography.subset import subset_truetype
from seating.typography.tounicode import to_unicode_cmap

# ReportLab writes characters beyond U+FFFF so that no reader can copy them.
ttfonts.makeToUnicodeCMap = to_unicode_cmap
# Binary streams: a third smaller and faster than their ASCII form.
rl_config.useA85 = 0

Fonts = dict[tuple[Face, bool], ttfonts.TTFont]
"""The embedded font of every face; the second key is :attr:`Run.wide`."""

_LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that a reader shows beside the pages (书签)."""

    page: int
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Link:
    """A box (x0, y0, x1, y1 in mm from the upper left corner) that leads to another page."""

    page: int
    box: tuple[float, float, float, float]
    target: int


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says about itself."""

    title: str
    author: str
    subject: str
    language: Language


def write_pdf(
    sheets: Sequence[Sheet],
    bookmarks: Sequence[Bookmark],
    imprint: Imprint,
    links: Sequence[Link] = (),
) -> bytes:
    """Return the PDF; the same sheets always give the same bytes.

    A sheet's ``shift`` (mm to the right) moves all that stands on it: room for the binding;
    its ``grow`` prints it so much larger.
    """
    fonts = _fonts(sheets)
    first = next(iter(fonts.values()))
    pdfmetrics.registerFont(first)
    try:
        out = io.BytesIO()
        canvas = Canvas(
            out,
            invariant=1,
            pageCompression=1,
            initialFontName=first.fontName,
            lang=_LANGUAGE_TAGS[imprint.language],
        )
        canvas.setTitle(imprint.title)
        canvas.setAuthor(imprint.author)
        canvas.setSubject(imprint.subject)
        canvas.setCreator("seating")
        canvas.setProducer("seating")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        marks: dict[int, list[Bookmark]] = {}
        for bookmark in bookmarks:
            marks.setdefault(bookmark.page, []).append(bookmark)
        if len(bookmarks) > 1:
            canvas.showOutline()
        targets = {link.target for link in links}
        pictures: dict[str, str] = {}
        for sheet in sheets:
            height = sheet.paper.height
            point = PT_PER_MM * sheet.grow
            canvas.setPageSize((sheet.paper.width * point, height * point))
            if sheet.number in targets:
                canvas.bookmarkPage(f"t{sheet.number}")
            for link in links:
                if link.page == sheet.number:
                    x0, y0, x1, y1 = (v * point for v in link.box)
                    down = height * point
                    box = (x0, down - y1, x1, down - y0)
                    canvas.linkRect("", f"t{link.target}", box, thickness=0)
            for index, bookmark in enumerate(marks.get(sheet.number, ())):
                key = f"p{sheet.number}-{index}"
                canvas.bookmarkPage(key)
                canvas.addOutlineEntry(bookmark.title, key, bookmark.level)
            if sheet.shift or sheet.grow != 1:
                by = f"{sheet.grow:.6g}"
                canvas._code.append(f"{by} 0 0 {by} {sheet.shift * point:.2f} 0 cm")
            canvas._code.append("\n".join(_operators(sheet, fonts, canvas, pictures)))
            canvas.showPage()
        canvas.save()
        return out.getvalue()
    finally:
        first.unregister()


def _picture(mark: Pictured, canvas: Canvas, known: dict[str, str]) -> str:
    """Put a picture into the file, once however often it is drawn; return its operators.

    ``known`` holds the name of every picture that the file has already, by its digest.
    """
    from reportlab.lib.utils import ImageReader

    before = len(canvas._code)
    if mark.digest in known:
        canvas.saveState()
        canvas.translate(mark.x, mark.y)
        canvas.scale(mark.width, mark.height)
        canvas.doForm(known[mark.digest])
        canvas.restoreState()
    else:
        image = ImageReader(io.BytesIO(mark.data))
        canvas.drawImage(image, mark.x, mark.y, mark.width, mark.height, mask="auto")
        known[mark.digest] = canvas._formsinuse[-1]
    drawn = "\n".join(canvas._code[before:])
    del canvas._code[before:]
    return drawn


def _fonts(sheets: Sequence[Sheet]) -> Fonts:
    """Cut from every face the characters that the sheets use."""
    used: dict[tuple[Face, bool], set[str]] = {}
    for sheet in sheets:
        for mark in sheet.marks:
            if isinstance(mark, Lettered):
                for run in mark.runs:
                    used.setdefault((run.face, run.wide), set()).update(run.chars)
    if not used:
        runs = sheets[0].lettering.setting(" ", "song").runs
        used.update(((run.face, False), {" "}) for run in runs)
    fonts: Fonts = {}
    taken: set[bytes] = set()
    for number, ((face, wide), chars) in enumerate(used.items()):
        data = subset_truetype(face, "".join(sorted(chars)))
        if wide:
            data = _widen(data)
        font = ttfonts.TTFont(f"seating-{number}", io.BytesIO(data), shapable=False)
        if font.face.name in taken:
            font.face.name = ttfonts.TTFNameBytes(font.face.name + b"-%d" % number)
        taken.add(font.face.name)
        fonts[face, wide] = font
    return fonts


def _widen(data: bytes) -> bytes:
    """Add one em of blank behind every character of a font."""
    font = TrueType(io.BytesIO(data), recalcTimestamp=False)
    em = font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    for name, (advance, bearing) in list(metrics.items()):
        metrics[name] = (advance + em, bearing)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _operators(sheet: Sheet, fonts: Fonts, canvas: Canvas, pictures: dict[str, str]) -> list[str]:
    doc = canvas._doc
    chunks: dict[Run, list[tuple[str, str]]] = {}
    out: list[str] = []
    state: tuple[float, float, str] | None = None
    font_now: tuple[str, float] | None = None
    for mark in sheet.marks:
        if isinstance(mark, str):
            out.append(mark)
            state = None
            continue
        if isinstance(mark, Pictured):
            out.append(_picture(mark, canvas, pictures))
            continue
        line: list[str] = []
        if mark.actual:
            text = mark.actual.encode("utf-16-be").hex().upper()
            line.append(f"/Span <</ActualText <FEFF{text}>>> BDC")
        line.append("BT")
        new = (mark.squeeze, mark.spacing, mark.colour)
        if new != state:
            line.append(f"{mark.colour} {mark.squeeze * 100:.2f} Tz {mark.spacing:.3f} Tc")
            state = new
        if mark.turn:
            angle = math.radians(mark.turn)
            cos, sin = math.cos(angle), math.sin(angle)
            line.append(f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {mark.x:.2f} {mark.y:.2f} Tm")
        else:
            line.append(f"{mark.x:.2f} {mark.y:.2f} Td")
        for run in mark.runs:
            pieces = chunks.get(run)
            if pieces is None:
                font = fonts[run.face, run.wide]
                pieces = chunks[run] = [
                    (font.getSubsetInternalName(subset, doc), codes.hex())
                    for subset, codes in font.splitString(run.chars, doc)
                ]
            for name, codes in pieces:
                if (name, mark.size) != font_now:
                    line.append(f"{name} {mark.size:.3f} Tf")
                    font_now = (name, mark.size)
                line.append(f"<{codes}> Tj")
        line.append("ET")
        if mark.actual:
            line.append("EMC")
        out.append(" ".join(line))
    return out
