"""Seat lists as a Word file: by unit and by name (座次名单 .docx).

Fonts are named, not embedded: those of Chinese Windows and Office (宋体、黑体、仿宋).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from seating.exports.frozen import frozen
from seating.exports.people import Row, by_name, by_unit, rows, together
from seating.facts.book import Book, BookSitting, Printed
from seating.facts.text import Language, Text

TITLE = Text("座次名单", "Seat list")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TITLE, _HEADING, _BODY = "方正小标宋简体", "黑体", "仿宋"
_LATIN = "Times New Roman"
_WIDE = 160.0  # mm between the margins
_WIDTHS = {3: (34.0, 90.0, 36.0), 4: (38.0, 26.0, 60.0, 36.0)}  # mm


def export(book: Book, language: Language) -> list[Printed]:
    """Return one file for every sitting; a rostrum stands on the list of the hall facing it."""
    return [_file(book, sittings, language) for sittings in together(book)]


def _file(book: Book, sittings: Sequence[BookSitting], language: Language) -> Printed:
    from docx import Document

    zh = language == "zh"
    made = Document()
    _prepare(made, book, language)
    event = book.event.title.to(language) or book.event.title.zh
    own = sittings[-1].sitting.title.to(language) or sittings[-1].sitting.title.zh
    title = TITLE.to(language)
    title = f"{own}{title}" if zh else f"{own}: {title.lower()}"
    _line(made, event, _TITLE, 22)
    _line(made, title, _HEADING, 16)
    seated = [r for r in rows(book, by_unit(book), sittings, language) if any(r.seats)]
    count = f"共{len(seated)}人　第{book.plan.version}版"
    _line(made, count if zh else f"{len(seated)} people, version {book.plan.version}", _BODY, 12)
    _heading(made, "一、按单位" if zh else "1. By unit")
    heads = "单位 姓名 职务 座位" if zh else "Unit Name Post Seat"
    table = _table(
        made, heads.split(), [(r.unit, _name(r), r.title, _seats(r, zh)) for r in seated]
    )
    _merge(table, [row.unit for row in seated])
    names = [r for r in rows(book, by_name(book, language), sittings, language) if any(r.seats)]
    words = "二、按姓氏笔画" if zh and book.name_order else "二、按姓名"
    _heading(made, words if zh else "2. By name")
    heads = "姓名 单位 座位" if zh else "Name Unit Seat"
    _table(made, heads.split(), [(_name(r), r.unit, _seats(r, zh)) for r in names])
    away = [r for r in rows(book, by_unit(book), (), language) if r.person.absent]
    if away:
        _heading(made, "三、请假人员" if zh else "3. Absent")
        heads = "姓名 单位 职务" if zh else "Name Unit Post"
        _table(made, heads.split(), [(r.name, r.unit, r.title) for r in away])
    raw = io.BytesIO()
    made.save(raw)
    name = f"{TITLE.to(language)}_{sittings[-1].sitting.id}.docx".replace(" ", "-")
    return Printed(name=name, data=frozen(raw.getvalue()))


def _name(row: Row) -> str:
    if not row.extra:
        return row.name
    zh = "\u4e00" <= row.extra[:1] <= "\u9fff"
    return f"{row.name}（{row.extra}）" if zh else f"{row.name} ({row.extra})"


def _seats(row: Row, zh: bool) -> str:
    return ("、" if zh else ", ").join(seat for seat in row.seats if seat)


def _prepare(made: Any, book: Book, language: Language) -> None:
    """Set page, default type, footer with page numbers, and what the file says of itself."""
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    style = made.styles["Normal"]
    _face(style, _BODY, 12)
    core = made.core_properties
    core.title = _plain(book.event.title.to(language) or book.event.title.zh)
    core.author = _plain(book.event.organiser.to(language) or book.event.organiser.zh)
    core.comments, core.last_modified_by, core.revision = "", "", 1
    core.language = "zh-CN" if language == "zh" else "en"
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 1
    before, between, after = ("第", "页　共", "页") if language == "zh" else ("Page ", " of ", "")
    _run(paragraph, before, _BODY, 9)
    _field(paragraph, "PAGE")
    _run(paragraph, between, _BODY, 9)
    _field(paragraph, "NUMPAGES")
    _run(paragraph, after, _BODY, 9)


def _line(made: Any, words: str, face: str, size: float) -> None:
    """Add a centred line of the head."""
    paragraph = made.add_paragraph()
    paragraph.alignment = 1
    paragraph.paragraph_format.space_after = 0
    _run(paragraph, words, face, size)


def _heading(made: Any, words: str) -> None:
    from docx.shared import Pt

    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.keep_with_next = True
    _run(paragraph, words, _HEADING, 14)


def _table(made: Any, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> Any:
    """Add a table whose head is repeated on every page and whose rows do not break."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = made.add_table(rows=0, cols=len(heads), style="Table Grid")
    table.autofit = False
    widths = _WIDTHS[len(heads)]
    share = _WIDE / sum(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width * share)
    for number, words in enumerate((heads, *lines)):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, word, width in zip(row.cells, words, widths, strict=True):
            cell.width = Mm(width * share)
            cell.vertical_alignment = 1
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = 0
            if number == 0:
                paragraph.alignment = 1
            _run(paragraph, word, _HEADING if number == 0 else _BODY, 11)
    return table


def _merge(table: Any, units: Sequence[str]) -> None:
    """Join the cells of one unit in the first column; the name stays in the first of them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    # Done by hand: the library's own merging walks through the whole table for every cell.
    for at, (row, unit) in enumerate(zip(table._tbl.tr_lst[1:], units, strict=True)):
        same = at > 0 and unit == units[at - 1] and bool(unit)
        follows = at + 1 < len(units) and unit == units[at + 1] and bool(unit)
        if not same and not follows:
            continue
        cell = row.tc_lst[0]
        join = OxmlElement("w:vMerge")
        join.set(qn("w:val"), "continue" if same else "restart")
        properties = cell.get_or_add_tcPr()
        properties.insert(1, join)
        if same:
            for text in list(cell.iter(qn("w:r"))):
                text.getparent().remove(text)


def _run(paragraph: Any, words: str, face: str, size: float) -> None:
    if words:
        _face(paragraph.add_run(_plain(words)), face, size)


def _face(holder: Any, face: str, size: float) -> None:
    """Set Western and Chinese typeface and size of a run or a style."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    holder.font.name = _LATIN
    holder.font.size = Pt(size)
    fonts = holder._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)


def _field(paragraph: Any, code: str) -> None:
    """Add a field such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    _run(paragraph, "1", _BODY, 9)
    field.append(paragraph.runs[-1]._r)
    paragraph._p.append(field)


def _plain(words: str) -> str:
    """Return text without what XML forbids."""
    return _CONTROL.sub("", words)
