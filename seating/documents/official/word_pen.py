"""Lines of a Word file in official typefaces, on the grid (Word 稿排字)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from seating.documents.official import word_parts as parts
from seating.documents.official.marks import INK
from seating.documents.official.measures import MM, Page
from seating.documents.official.model import Paragraph, Role, cells_of
from seating.documents.official.rows import Row

SIZE, TITLE, SMALL = 16.0, 22.0, 14.0
"""三号, 二号 and 四号 as Word knows them, pt."""

LINE = 28.95
"""Pitch of the lines in pt: 22 of them fit the type area (a little less than 225 mm / 22)."""

TRACKING = -0.25
"""What characters of size 3 stand closer in pt, so that 28 of them fit the type area."""

RED = "C4161C"

CENTRE = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes into one file."""

    file: Document
    page: Page

    @property
    def cell(self) -> float:
        """Width of a character of the grid in twips."""
        return self.page.cell * parts.TWIPS

    def line(
        self,
        text: str,
        role: Role = "fang",
        *,
        align: WD_ALIGN_PARAGRAPH | None = None,
        before: float = 0.0,
    ) -> WordParagraph:
        """Add a paragraph; ``before`` is free space above it in pt."""
        paragraph = self.file.add_paragraph()
        parts.spacing(paragraph, LINE, before=before)
        if align is not None:
            paragraph.alignment = align
        self.run(paragraph, text, role)
        return paragraph

    def run(self, paragraph: WordParagraph, text: str, role: Role = "fang") -> None:
        """Add text of size 3 to a paragraph."""
        if text:
            parts.set_face(paragraph.add_run(text), role, SIZE)

    def tab(
        self, paragraph: WordParagraph, mm: float, align: WD_TAB_ALIGNMENT = WD_TAB_ALIGNMENT.LEFT
    ) -> None:
        """Add a tab stop so many mm from the left edge of the type area."""
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(max(0.1, mm)), align)

    def title(self, lines: tuple[str, ...], before: float = 0.0) -> None:
        """Add a title in size 2, its lines as they were turned, in one paragraph."""
        paragraph = self.line("", align=CENTRE, before=before)
        for number, text in enumerate(lines, 1):
            run = paragraph.add_run(text)
            parts.set_face(run, "title_song", TITLE)
            if number < len(lines):
                run.add_break()

    def paragraph(self, block: Paragraph) -> None:
        """Add a paragraph of running text."""
        paragraph = self.line("", align=WD_ALIGN_PARAGRAPH.JUSTIFY)
        if block.indent:
            first = block.indent * SIZE * 20
            parts.indent(paragraph, firstLine=first, firstLineChars=block.indent * 100)
        paragraph.paragraph_format.keep_with_next = block.heading or None
        for span in block.spans:
            self.run(paragraph, span.text, span.role)

    def rows(self, rows: Iterable[Row], *, tied: bool = False) -> None:
        """Write rows of the grid, each string at a tab stop; ``tied`` to what follows them."""
        for row in rows:
            paragraph = self.line("")
            paragraph.paragraph_format.keep_with_next = tied or bool(row.stay) or None
            for left, text, role, track in strings(row, self.page):
                self.tab(paragraph, left)
                self.run(paragraph, "\t")
                run = paragraph.add_run(text)
                parts.set_face(run, role, SIZE)
                if track > 0.05:
                    parts.set_tracking(run, track)

    def red(
        self,
        paragraph: WordParagraph,
        text: str,
        ink: float,
        width: float,
        before: float = 0.0,
        tracking: float = 0.0,
    ) -> None:
        """Set red characters of a height and width in mm; ``before`` and ``tracking`` in pt."""
        points = ink / INK / MM
        paragraph.alignment = CENTRE
        parts.spacing(paragraph, points * 1.15, before=before)
        natural = points * MM
        tracking += max(0.0, width - natural) / MM  # never wider than the face itself
        for piece, more in ((text[:-1], tracking), (text[-1:], 0.0)):  # none behind the last
            run = paragraph.add_run(piece)
            run.font.color.rgb = RGBColor.from_string(RED)
            parts.set_face(run, "title_song", points)
            parts.set_tracking(run, more)
            parts.set_scale(run, 100 * min(1.0, width / natural))


def strings(row: Row, page_: Page) -> list[tuple[float, str, Role, float]]:
    """Return what stands in a row: mm from the left edge, text, typeface, tracking in pt.

    Pieces that follow one another closely are one string.
    """
    found: list[tuple[float, str, Role, float]] = []
    end = -1.0
    for words in row.words:
        width = words.room or words.fill or cells_of(words.text) * page_.cell
        left = words.x - (width / 2 if words.align == "centre" else 0.0)
        gaps = max(1, len(words.text) - 1)
        natural = cells_of(words.text) * page_.cell
        track = max(0.0, words.fill - natural) / gaps / MM if words.fill else 0.0
        if found and left - end < page_.cell * 0.6 and found[-1][2] == words.role:
            before = found[-1]
            found[-1] = (before[0], before[1] + words.text, before[2], max(before[3], track))
        else:
            found.append((left - page_.left, words.text, words.role, track))
        end = left + width
    return found
