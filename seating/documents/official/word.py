"""An official document as a Word file that can be edited (公文 Word 稿).

The same text, margins, typefaces (by name) and line grid as in print. Word decides where pages
end; so the imprint stands at the foot of the last page, be it odd or even.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Mm, RGBColor

from seating.documents.official import word_parts as parts
from seating.documents.official.attached import label
from seating.documents.official.closing import closing
from seating.documents.official.measures import Page, count, measure, page
from seating.documents.official.model import Attachment, Block, Official, Table
from seating.documents.official.pages import settled
from seating.documents.official.text import attachment_note, attendance_rows
from seating.documents.official.title import turn
from seating.documents.official.word_head import write_head, write_letterhead
from seating.documents.official.word_pen import CENTRE, LINE, RED, SIZE, SMALL, TRACKING, Pen
from seating.documents.official.word_tables import add_imprint, add_table

EARLY = dt.datetime(2000, 1, 1)
"""What a file without a date says of the time of its making."""


def official_docx(official: Official, title: str, author: str, sheet: Page | None = None) -> bytes:
    """Return a document as a Word file; the same content always gives the same bytes.

    Args:
        official: what it says.
        title: of the file.
        author: of the file.
        sheet: the grid with its margins; ``None`` = the standard one.
    """
    pen = Pen(docx.Document(), sheet or page())
    official = settled(pen.page, official)
    parts.name_substitutes(pen.file)
    parts.set_normal(pen.file, SIZE, TRACKING)
    letter = official.form == "letter"
    _section(pen, pen.file.sections[0], official, first=letter)
    (write_letterhead if letter else write_head)(pen, official)
    _text(pen, official)
    several = len(official.attachments) > 1
    upright = True
    for number, attachment in enumerate(official.attachments, 1):
        if attachment.blocks:
            if not upright and not attachment.landscape:
                _section(pen, pen.file.add_section(WD_SECTION.NEW_PAGE), official)
            _attachment(pen, official, attachment, label(number if several else 0), upright)
            upright = not attachment.landscape
    if official.imprint and not upright:
        _section(pen, pen.file.add_section(WD_SECTION.NEW_PAGE), official)
    add_imprint(pen.file, pen.page, official, SMALL)
    say_about(pen.file, title, author, official.date)
    return parts.saved(pen.file)


def say_about(file: Document, title: str, author: str, date: dt.date | None) -> None:
    """Write what a file says of itself; nothing of the machine or the hour."""
    about = file.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.comments = ""
    about.revision = 1
    made = dt.datetime.combine(date, dt.time()) if date else EARLY
    about.created = about.modified = made


def _section(pen: Pen, section: Section, official: Official, *, first: bool = False) -> None:
    sheet = pen.page
    paper = measure("page.width"), measure("page.height")
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper[0]), Mm(paper[1])
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(paper[1] - sheet.bottom)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(paper[0] - sheet.right)
    section.header_distance = Mm(measure("letter.mark_top") if first else 15)
    section.footer_distance = Mm(measure("letter.rule_foot") if first else 25)
    section.different_first_page_header_footer = first
    parts.set_grid(section, LINE)
    if len(pen.file.sections) > 1:
        return  # header and footer are those of the section before
    pen.file.settings.odd_and_even_pages_header_footer = True
    right, left = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
    for footer, side, name in (
        (section.footer, right, "right"),
        (section.even_page_footer, left, "left"),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        parts.indent(paragraph, **{name: SMALL * 20})
        parts.page_field(paragraph, SMALL)
    if official.across:
        note = "　".join(filter(None, (official.across, official.across_note)))
        for header in (section.header, section.even_page_header):
            run = header.paragraphs[0].add_run(note)
            parts.set_face(run, "hei", SIZE)
            run.font.color.rgb = RGBColor.from_string(RED)


def _text(pen: Pen, official: Official) -> None:
    """Write title, addressees, text, attachment note, signature and note."""
    pen.title(official.title, count("title.blank_above") * LINE)
    if official.status:
        pen.line(f"（{official.status}）", "kai", align=CENTRE)
    pen.line("")
    if official.addressees:
        pen.line("，".join(official.addressees).rstrip("：:") + "：")
    _blocks(pen, official.body, pen.page.width)
    if official.body and not isinstance(official.body[-1], Table):  # no signature alone on a page
        last = pen.file.paragraphs[-1].paragraph_format
        last.keep_with_next = last.keep_together = True
    pen.rows(attachment_note(pen.page, tuple(a.title for a in official.attachments)), tied=True)
    pen.rows(attendance_rows(pen.page, official.lists))
    pen.rows(closing(pen.page, official))


def _blocks(pen: Pen, blocks: Iterable[Block], width: float) -> None:
    for block in blocks:
        if isinstance(block, Table):
            add_table(pen.file, block, pen.page, SMALL, width=width)
        else:
            pen.paragraph(block)


def _attachment(
    pen: Pen, official: Official, attachment: Attachment, words: str, upright: bool
) -> None:
    """Write an attachment on a page of its own.

    Args:
        pen: the file.
        official: the document.
        attachment: what is attached.
        words: 附件 with its number.
        upright: the page before it stands upright.
    """
    sheet, lying = pen.page, attachment.landscape
    if lying:
        section = pen.file.add_section(WD_SECTION.NEW_PAGE)
        _section(pen, section, official)
        paper = section.page_height, section.page_width
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = paper
        section.top_margin, section.bottom_margin = section.left_margin, section.right_margin
        section.left_margin = Mm(measure("page.height") - sheet.bottom)
        section.right_margin = Mm(sheet.top)
    first = pen.line(official.number + words if attachment.apart else words, "hei")
    first.paragraph_format.page_break_before = True if upright and not lying else None
    pen.line("")
    pen.title(turn(attachment.title))
    pen.line("")
    _blocks(pen, attachment.blocks, sheet.height if lying else sheet.width)
