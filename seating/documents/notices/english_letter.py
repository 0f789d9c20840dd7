"""The English notice drawn as a letter; the grid of GB/T 9704 is for Chinese (英文通知版式)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seating.documents.flow import Piece, pour
from seating.documents.house import (
    DARK,
    MM_PER_PT,
    RED,
    Box,
    Press,
    RoleName,
    Sheet,
    file_name,
    open_press,
    paper_of,
    say_date,
)
from seating.documents.notices.english import letter
from seating.documents.notices.english_body import Letter
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.personal import LABELS
from seating.documents.notices.seats import readers
from seating.documents.official.draw import draw_across
from seating.documents.official.model import Table
from seating.documents.tables import Column
from seating.documents.tables import Table as HouseTable
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Text

MARGIN = 25.0
"""Free edge on all sides, mm."""

SIZE = 11.5
"""Size of the text, pt."""

_WIDE = {"Unit", "Post", "Name", *(label.en for label in LABELS.values())}
"""Heads of columns that share the room left over."""

_LEADING = 1.35
_INDENT = 6.0


def print_letters(book: Book, job: PrintJob, keys: NoticeKeys, title: Text) -> Iterator[Printed]:
    """Print the notice in English: one letter, or one for each reader, bound or file by file."""
    letters = [("", letter(book, keys))]
    if keys.personal:
        letters = [(r.key, letter(book, keys, r)) for r in readers(book, keys.personal)]
    apart = keys.personal_files and bool(keys.personal)
    groups = [[one] for one in letters] if apart else [letters]
    used: dict[str, int] = {}
    for group in groups:
        reader = group[0][0] if apart else ""
        used[reader] = used.get(reader, 0) + 1
        again = f"{reader}-{used[reader]}" if used[reader] > 1 else reader
        press = open_press(book, job, title)
        for bookmark, one in group:
            draw_letter(press, one, say_date(keys.date, "en"), bookmark)
        yield press.finish(file_name(title.en.replace(" ", "-"), book.event.id, again))


def draw_letter(press: Press, one: Letter, date: str, bookmark: str = "") -> None:
    """Draw a letter and tell what had no English."""
    _Writer(press, bookmark).write(one, date)
    for sentence in one.missing:
        press.remark(sentence)


class _Writer:
    """Draws one letter; its pages are numbered from 1."""

    def __init__(self, press: Press, bookmark: str) -> None:
        self.press = press
        self.bookmark = bookmark
        self.across = ""
        self.sheets: list[Sheet] = []

    def begin(self) -> tuple[Sheet, Box]:
        """Begin a page."""
        sheet = self.press.page(paper_of("A4"), margin=MARGIN, bookmark=self.bookmark)
        self.bookmark = ""
        self.sheets.append(sheet)
        draw_across(sheet, self.across, "")
        return sheet, sheet.body

    def write(self, one: Letter, date: str) -> None:
        """Draw the letter, its enclosures and the page numbers."""
        self.across = one.across
        room = paper_of("A4").width - 2 * MARGIN
        pieces = [*self._head(one, date, room)]
        number = 0
        for kind, words in one.body:
            if kind == "heading":
                number += 1
                pieces += self._text(
                    f"{number}.  {words}", room, "latin_bold", above=3.0, keep=True
                )
            elif kind == "item":
                pieces += self._text(words, room, indent=_INDENT, bullet="•", above=1.0)
            else:
                pieces += self._text(words, room, above=1.6)
        if one.tables:
            sheet, low = pour(pieces, self.begin)
            for table in one.tables:
                sheet, low = self._table(table, sheet, low)
            if foot := self._foot(one, room):
                pour(foot, self._below(sheet, low))
        else:
            pour([*pieces, *self._foot(one, room)], self.begin)
        for index, (title, matter) in enumerate(one.enclosures, 1):
            if matter:
                self._enclosure(index, title, matter, room)
        for index, sheet in enumerate(self.sheets, 1):
            y = sheet.paper.height - MARGIN / 2
            words = f"{index} / {len(self.sheets)}"
            sheet.text(sheet.paper.width / 2, y, words, "latin", 9, align="centre", colour=DARK)
            if one.marks:  # a loose page must show what it belongs to
                right, top = sheet.paper.width - MARGIN, MARGIN / 2 + 3
                marks = "   ".join(one.marks)
                sheet.text(right, top, marks, "latin_bold", 9, align="right", colour=DARK)

    def _head(self, one: Letter, date: str, room: float) -> list[Piece]:
        pieces: list[Piece] = []
        for issuer in one.issuer:
            pieces += self._text(issuer, room, "latin_bold", 16.0, colour=True)
        pieces.append(Piece(4.0, _rule))
        pieces.append(Piece(7.0, _ends(one.reference, date), keep=True))
        if one.to:
            pieces += self._text("To: " + "; ".join(one.to), room, above=3.0)
        return pieces + self._text(one.title, room, "latin_bold", 14.0, above=5.0, keep=True)

    def _foot(self, one: Letter, room: float) -> list[Piece]:
        pieces: list[Piece] = []
        for issuer in one.issuer if one.signed else ():
            pieces += self._text(issuer, room, above=4.0 if pieces else 12.0)
        if one.enclosures:
            titles = "; ".join(title for title, _ in one.enclosures)
            label = "Enclosures: " if len(one.enclosures) > 1 else "Enclosure: "
            pieces += self._text(label + titles, room, above=6.0)
        if one.copies:
            pieces += self._text("Copies: " + "; ".join(one.copies), room, above=2.0)
        return pieces + (self._text(one.note, room, above=2.0) if one.note else [])

    def _enclosure(
        self, index: int, title: str, matter: tuple[str | Table, ...], room: float
    ) -> None:
        head = self._text(f"Enclosure {index}", room)
        head += self._text(title, room, "latin_bold", 14.0, above=4.0)
        for words in matter:
            if isinstance(words, str):
                head += self._text(words, room, above=1.6)
        sheet, low = pour(head, self.begin)
        for table in matter:
            if isinstance(table, Table):
                sheet, low = self._table(table, sheet, low)

    def _below(self, sheet: Sheet, low: float) -> Callable[[], tuple[Sheet, Box]]:
        """Return what begins below ``low`` mm of a page, and then begins pages."""
        first = [True]

        def begin() -> tuple[Sheet, Box]:
            if not first[0]:
                return self.begin()
            first[0] = False
            body, top = sheet.body, low + 4.0
            return sheet, Box(body.x, top, body.width, body.bottom - top)

        return begin

    def _table(self, table: Table, sheet: Sheet, low: float) -> tuple[Sheet, float]:
        """Draw a table below what stands on a page already; return where it ends."""
        by_hand = not any("".join(row).strip() for row in table.rows)
        columns = [
            Column(h, role="latin", grow=h in _WIDE, least=20.0 if by_hand else 0.0)
            for h in table.head
        ]
        rows = [tuple(cell or " " for cell in row) for row in table.rows]
        height = 9.0 if by_hand else 6.5
        drawn = HouseTable(columns, rows, row_height=height, zebra=not by_hand)
        return drawn.draw(self.press.lettering, self._below(sheet, low))

    def _text(
        self,
        words: str,
        room: float,
        role: RoleName = "latin",
        size: float = SIZE,
        *,
        above: float = 0.0,
        indent: float = 0.0,
        bullet: str = "",
        keep: bool = False,
        colour: bool = False,
    ) -> list[Piece]:
        """Wrap words into one piece for each line; lengths in mm."""
        step = size * _LEADING * MM_PER_PT
        lines = self.press.lettering.lines(words, role, size, room - indent)

        def draw(line: str, top: float, mark: str) -> Piece:
            def ink(sheet: Sheet, x: float, y: float, width: float) -> None:
                tone = RED if colour else DARK
                at = y + top + step / 2
                if mark:
                    sheet.text(x + 1.5, at, mark, role, size, upright="middle", colour=tone)
                sheet.text(
                    x + indent,
                    at,
                    line.strip(),
                    role,
                    size,
                    upright="middle",
                    max_width=width - indent,
                    colour=tone,
                )

            return Piece(step + top, ink, keep=keep)

        return [
            draw(line, 0.0 if index else above, "" if index else bullet)
            for index, line in enumerate(lines)
        ]


def _rule(sheet: Sheet, x: float, y: float, width: float) -> None:
    sheet.line(x, y + 2, x + width, y + 2, width=0.5, colour=RED)


def _ends(left: str, right: str) -> Callable[[Sheet, float, float, float], None]:
    def ink(sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.text(x, y + 4, left, "latin", SIZE, upright="middle", colour=DARK)
        sheet.text(x + width, y + 4, right, "latin", SIZE, align="right", upright="middle")

    return ink
