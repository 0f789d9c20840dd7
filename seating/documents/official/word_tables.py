"""Tables of a Word file: those of the text, and the imprint at the foot of the last page."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell

from seating.documents.furniture import say_date
from seating.documents.official import word_parts as parts
from seating.documents.official.measures import MM, Page, measure
from seating.documents.official.model import Official, Role, Table
from seating.documents.official.tables import column_widths, common_size

_LINE = 20.0


def add_table(
    file: Document, table: Table, page: Page, size: float, *, width: float = 0.0
) -> WordTable:
    """Add a ruled table; its head is repeated on every page."""
    wide = width or page.width
    shares = [w * wide / page.width for w in column_widths(page, table)]
    lines = [table.head, *table.rows] if table.head else list(table.rows)
    widths = tuple(shares)
    sizes = (
        common_size([table.head], widths) if table.head else size,
        common_size(table.rows, widths),
    )
    made: WordTable = file.add_table(rows=len(lines), cols=len(shares))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _rules(made, {side: ("single", measure("table.rule")) for side in _SIDES})
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(share)
    for number, (row, cells) in enumerate(zip(made.rows, lines, strict=True)):
        head = bool(table.head) and number == 0
        properties = row._tr.get_or_add_trPr()
        _flag(properties, "w:cantSplit")
        row.height = Mm(page.line)
        if head:
            _flag(properties, "w:tblHeader")
        for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Mm(shares[place])
            label = head or (not table.head and place == 0)
            left = place in table.left and not head
            _fill(cell, text, "hei" if label else "fang", sizes[not head], left)
    return made


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _fill(cell: _Cell, text: str, role: Role, size: float, left: bool) -> None:
    paragraph = cell.paragraphs[0]
    centre = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else centre
    parts.spacing(paragraph, _LINE)
    if text:
        parts.set_face(paragraph.add_run(text), role, size)
    align = OxmlElement("w:vAlign")
    align.set(qn("w:val"), "center")
    cell._tc.get_or_add_tcPr().append(align)


def add_imprint(file: Document, page: Page, official: Official, size: float) -> None:
    """Add the imprint as a table that floats at the foot of the last page."""
    imprint, letter = official.imprint, official.form == "letter"
    names = [label + "，".join(of).rstrip("。：:") + "。" for label, of in imprint.listed]
    printed = bool(imprint.office or imprint.date) and not letter
    if not names and not printed:
        return
    made: WordTable = file.add_table(rows=bool(names) + printed, cols=1)
    made.autofit = False
    made.columns[0].width = Mm(page.width)
    place = (
        f"<w:tblpPr {nsdecls('w')} w:leftFromText='0' w:rightFromText='0' w:vertAnchor='margin' "
        "w:horzAnchor='margin' w:tblpX='1' w:tblpYSpec='bottom'/>"
    )
    after = ("w:tblOverlap", "w:bidiVisual", "w:tblW", "w:jc", "w:tblLayout", "w:tblLook")
    made._tbl.tblPr.insert_element_before(parse_xml(place), *after)
    if not letter:
        outer, inner = measure("imprint.rule_outer"), measure("imprint.rule_inner")
        rules = {"top": ("single", outer), "bottom": ("single", outer)}
        _rules(made, rules | {"insideH": ("single", inner)})
    em = size * 20
    hang = len("抄送：") * em
    for number, text in enumerate(names):
        cell = made.rows[0].cells[0]
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        parts.spacing(paragraph, measure("imprint.row") / MM)
        parts.indent(paragraph, left=em + hang, right=em, hanging=hang)
        parts.set_face(paragraph.add_run(text), "fang", size)
    if printed:
        paragraph = made.rows[-1].cells[0].paragraphs[0]
        parts.spacing(paragraph, measure("imprint.row") / MM)
        parts.indent(paragraph, left=em)
        stop = Mm(page.width - size * MM)
        paragraph.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
        date = say_date(imprint.date, "zh") + "印发" if imprint.date else ""
        parts.set_face(paragraph.add_run(f"{imprint.office}\t{date}"), "fang", size)
    parts.spacing(file.add_paragraph(), 1)  # a table may not be the last thing of a file


def _rules(table: WordTable, rules: dict[str, tuple[str, float]]) -> None:
    """Draw the lines of a table: kind and width in mm by side."""
    lines = "".join(
        f"<w:{side} w:val='{rules[side][0]}' w:sz='{round(rules[side][1] / MM * 8)}' "
        "w:space='0' w:color='000000'/>"
        for side in _SIDES
        if side in rules
    )
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table._tbl.tblPr.insert_element_before(borders, *after)
    no_margins(table)


def no_margins(table: WordTable) -> None:
    """Let text reach the edges of its cells."""
    margins = "".join(f"<w:{side} w:w='0' w:type='dxa'/>" for side in ("left", "right"))
    element = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(element, "w:tblLook")


def _flag(parent: Any, tag: str) -> None:
    if parent.find(qn(tag)) is None:
        parent.append(OxmlElement(tag))
