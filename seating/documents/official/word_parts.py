"""Pieces of a Word file that python-docx has no words for: fonts, grid, borders, fixed bytes.

Sizes in pt, lengths in mm; twips are 1/20 pt.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from seating.documents.official.model import Role

TWIPS = 20 * 72 / 25.4
"""Twips in a millimetre."""

FACES: dict[Role, str] = {
    "title_song": "方正小标宋简体",
    "song": "宋体",
    "hei": "黑体",
    "kai": "楷体_GB2312",
    "fang": "仿宋_GB2312",
}
"""The names by which offices know the typefaces."""

SUBSTITUTES: dict[str, tuple[str, str]] = {
    "方正小标宋简体": ("方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体", "02010609000101010101"),
    "仿宋_GB2312": ("仿宋,FangSong,华文仿宋,STFangsong", "02010609030101010101"),
    "楷体_GB2312": ("楷体,KaiTi,华文楷体,STKaiti", "02010609030101010101"),
    "黑体": ("SimHei,思源黑体", "02010609060101010101"),
    "宋体": ("SimSun,思源宋体", "02010600030101010101"),
}
"""What takes the place of a typeface that a machine lacks, and how it looks (PANOSE)."""

LATIN = "Times New Roman"


def set_face(run: Run, role: Role, size: float = 0.0) -> None:
    """Set typeface and size of a run; digits and Latin letters are set in Times."""
    properties = run._element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    latin = FACES[role] if role in ("hei", "song") else LATIN
    for key, value in (("ascii", latin), ("hAnsi", latin), ("eastAsia", FACES[role])):
        fonts.set(qn(f"w:{key}"), value)
    fonts.set(qn("w:hint"), "eastAsia")
    if size:
        set_value(properties, "w:sz", round(size * 2))
        set_value(properties, "w:szCs", round(size * 2))


def set_value(parent: Any, tag: str, value: object) -> None:
    """Give an element a child ``<tag w:val=…>``."""
    child = parent.find(qn(tag))
    if child is None:
        child = OxmlElement(tag)
        parent.append(child)
    child.set(qn("w:val"), str(value))


def set_scale(run: Run, percent: float) -> None:
    """Make characters narrower or wider."""
    element = OxmlElement("w:w")
    element.set(qn("w:val"), str(max(1, min(600, round(percent)))))
    _before_size(run, element)


def set_tracking(run: Run, points: float) -> None:
    """Add space behind every character."""
    element = OxmlElement("w:spacing")
    element.set(qn("w:val"), str(round(points * 20)))
    _before_size(run, element)


def _before_size(run: Run, element: Any) -> None:
    """Insert where the schema wants it: behind colour, before size."""
    properties = run._element.get_or_add_rPr()
    size = properties.find(qn("w:sz"))
    if size is None:
        properties.append(element)
    else:
        size.addprevious(element)


def indent(paragraph: Paragraph, **twips: float) -> None:
    """Set indents: ``left``, ``right``, ``firstLine``, ``hanging`` in twips."""
    properties = paragraph._p.get_or_add_pPr()
    element = properties.find(qn("w:ind"))
    if element is None:
        element = properties._add_ind()
    for key, value in twips.items():
        element.set(qn(f"w:{key}"), str(round(value)))


def spacing(paragraph: Paragraph, line: float, *, before: float = 0.0, after: float = 0.0) -> None:
    """Set the line to an exact height and the space around the paragraph, in pt."""
    properties = paragraph._p.get_or_add_pPr()
    element = properties.find(qn("w:spacing"))
    if element is None:
        element = properties._add_spacing()
    values = {"before": before * 20, "after": after * 20, "line": line * 20}
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(round(value)))
    element.set(qn("w:lineRule"), "exact")
    if properties.find(qn("w:snapToGrid")) is None:  # an exact line is the grid already
        snap = OxmlElement("w:snapToGrid")
        snap.set(qn("w:val"), "0")
        element.addprevious(snap)


@dataclass(frozen=True, slots=True)
class Line:
    """A line along a paragraph: width and distance from the text in mm.

    Attributes:
        kind: ``single``, ``thickThinSmallGap`` …
        colour: six hexadecimal digits.
    """

    width: float
    away: float = 0.0
    kind: str = "single"
    colour: str = "000000"


def border(paragraph: Paragraph, *, top: Line | None = None, bottom: Line | None = None) -> None:
    """Draw lines above and below a paragraph."""
    lines = ""
    for side, line in (("top", top), ("bottom", bottom)):
        if line is not None:
            eighths = round(line.width / 25.4 * 72 * 8)
            points = min(31, round(line.away / 25.4 * 72))
            lines += (
                f"<w:{side} w:val='{line.kind}' w:sz='{eighths}' w:space='{points}' "
                f"w:color='{line.colour}'/>"
            )
    properties = paragraph._p.get_or_add_pPr()
    after = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
    element = parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>")
    properties.insert_element_before(element, *after)


def page_field(paragraph: Paragraph, size: float) -> None:
    """Add — 1 — with the number of the page."""
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        set_face(run, "song", size)
        if text is None:
            for kind, instruction in (("begin", ""), ("", "PAGE"), ("end", "")):
                if instruction:
                    element = OxmlElement("w:instrText")
                    element.set(qn("xml:space"), "preserve")
                    element.text = instruction
                else:
                    element = OxmlElement("w:fldChar")
                    element.set(qn("w:fldCharType"), kind)
                run._r.append(element)


def set_grid(section: Section, line: float) -> None:
    """Set the grid of a section: the height of a line in pt.

    Only lines: programs other than Word give a character that is wider than its cell two cells.
    """
    element = OxmlElement("w:docGrid")
    element.set(qn("w:type"), "lines")
    element.set(qn("w:linePitch"), str(round(line * 20)))
    old = section._sectPr.find(qn("w:docGrid"))
    if old is not None:
        section._sectPr.remove(old)
    section._sectPr.append(element)


def name_substitutes(document: Document) -> None:
    """Tell Word what to take where a machine lacks a typeface."""
    fonts = "".join(
        f"<w:font w:name='{name}'><w:altName w:val='{other}'/><w:panose1 w:val='{panose}'/>"
        "<w:charset w:val='86'/><w:family w:val='auto'/><w:pitch w:val='default'/></w:font>"
        for name, (other, panose) in SUBSTITUTES.items()
    )
    xml = (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f"<w:fonts {nsdecls('w')}>{fonts}"
        f"<w:font w:name='{LATIN}'><w:panose1 w:val='02020603050405020304'/>"
        "<w:charset w:val='00'/><w:family w:val='roman'/><w:pitch w:val='variable'/></w:font>"
        "</w:fonts>"
    )
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = xml.encode("utf-8")


def set_normal(document: Document, size: float, tracking: float = 0.0) -> None:
    """Make 仿宋 the style of all text that says nothing else; size and tracking in pt."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(size)
    properties = normal.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), FACES["fang"])
    if tracking:
        element = OxmlElement("w:spacing")
        element.set(qn("w:val"), str(round(tracking * 20)))
        properties.find(qn("w:sz")).addprevious(element)


def saved(document: Document) -> bytes:
    """Return the file; the same content always gives the same bytes."""
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for info in source.infolist():
            if info.filename == "docProps/thumbnail.jpeg":
                continue  # a picture of the empty template
            fixed = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            data = source.read(info.filename)
            if info.filename == "_rels/.rels":
                data = _without_thumbnail(data)
            target.writestr(fixed, data)
    return out.getvalue()


def _without_thumbnail(data: bytes) -> bytes:
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
