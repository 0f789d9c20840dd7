"""A file in the making: its pages, its fonts and what must be said about it (印制)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from seating.documents.furniture import Furniture
from seating.documents.lettering import Lettering
from seating.documents.paper import Box, Paper
from seating.documents.sheet import Sheet
from seating.documents.strokes import Pictured
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Language, Text

if TYPE_CHECKING:
    from seating.typography.faces import FontBook

_SHELF: dict[tuple[object, ...], FontBook] = {}


def font_book(book: Book, job: PrintJob) -> FontBook:
    """Return the fonts of an event; opened once however many documents are printed.

    Fonts of this machine are used only when ``PrintJob.settings["fonts"]`` says ``system``.
    """
    from seating.typography.faces import resolve

    system = job.settings.get("fonts", "") == "system"
    key = (tuple(sorted(book.event.fonts.items())), book.folder, system, job.font_dirs)
    known = _SHELF.get(key)
    if known is None:
        base = Path(book.folder) if book.folder else None
        folders = tuple(Path(folder) for folder in job.font_dirs)
        known = _SHELF[key] = resolve(book.event.fonts, base=base, system=system, folders=folders)
    return known


_VOLUME: ContextVar[list[Press] | None] = ContextVar("volume", default=None)


@contextmanager
def collected() -> Iterator[list[Press]]:
    """Gather the presses of the documents made meanwhile, instead of printing each (合订).

    The pages of a gathered press have neither header nor footer yet.
    """
    volume: list[Press] = []
    token = _VOLUME.set(volume)
    try:
        yield volume
    finally:
        _VOLUME.reset(token)


class Press:
    """Collects the pages of one PDF file and prints it.

    Attributes:
        lettering: measures text before it is drawn.
        furniture: header and footer of every page, or ``None``.
        remarks: findings of the document; ``finish`` adds what the fonts could not draw.
        names: of everybody, to say whose the characters are that no font has.
        name: of the file, once it is finished.
        grow: how many times larger the pages begun from now on are printed.
    """

    def __init__(
        self,
        fonts: FontBook,
        *,
        title: str,
        author: str = "",
        subject: str = "",
        language: Language = "zh",
        mono: bool = False,
        furniture: Furniture | None = None,
        known: Mapping[str, frozenset[str]] | None = None,
        names: Iterable[str] = (),
    ) -> None:
        self.known = known or {}
        self.names = frozenset(names)
        self.name = ""
        self.grow = 1.0
        self.title = title
        self.author = author
        self.subject = subject
        self.language: Language = language
        self.mono = mono
        self.lettering = Lettering(fonts)
        self.furniture = furniture
        self.sheets: list[Sheet] = []
        self.remarks: list[str] = []
        self.bookmarks: list[tuple[int, str, int]] = []
        self._links: list[tuple[int, tuple[float, float, float, float], int]] = []
        self._notes: dict[int, str] = {}

    def page(
        self,
        paper: Paper,
        *,
        margin: float = 12.0,
        bookmark: str = "",
        level: int = 0,
        note: str = "",
    ) -> Sheet:
        """Begin a page.

        Args:
            paper: the page as it lies before the reader.
            margin: free edge in mm.
            bookmark: entry in the outline; ``""`` = none.
            level: depth of the entry, 0 = top.
            note: stands in the middle of the footer (the viewpoint of a chart).
        """
        number = len(self.sheets) + 1
        sheet = Sheet(paper, self.lettering, mono=self.mono, margin=margin, number=number)
        sheet.grow = self.grow
        if self.furniture is not None:
            sheet.body = self.furniture.body(paper, margin)
        if bookmark:
            self.bookmark(sheet, bookmark, level)
        self._notes[number] = note
        self.sheets.append(sheet)
        return sheet

    def adopt(self, sheet: Sheet) -> Sheet:
        """Take over a page drawn by another press; it gets the next number."""
        sheet.number = len(self.sheets) + 1
        self.sheets.append(sheet)
        self._notes[sheet.number] = ""
        return sheet

    def bookmark(self, sheet: Sheet, title: str, level: int = 0) -> None:
        """Add an entry to the outline."""
        self.bookmarks.append((sheet.number, title, level))

    def note(self, sheet: Sheet) -> str:
        """Return what stands in the middle of a page's footer."""
        return self._notes.get(sheet.number, "")

    def link(self, sheet: Sheet, box: Box, target: Sheet) -> None:
        """Make a box of a page lead to another page."""
        self._links.append((sheet.number, (box.x, box.y, box.right, box.bottom), target.number))

    def remark(self, sentence: Text) -> None:
        """Tell the reader of the report something about this file."""
        words = sentence.to(self.language)
        if words not in self.remarks:
            self.remarks.append(words)

    def finish(self, name: str) -> Printed:
        """Print the file; nothing can be drawn afterwards.

        Raises:
            ValueError: the file has no page.
        """
        from seating.documents.embed import Bookmark, Imprint, Link, write_pdf

        if not self.sheets:
            raise ValueError(f"{name}: a file needs at least one page")
        volume = _VOLUME.get()
        if volume is not None:
            self.name = name
            volume.append(self)
            return Printed(name=name, data=b"", pages=len(self.sheets))
        prints = tuple(fingerprint(sheet) for sheet in self.sheets)
        done = self.known.get(name, frozenset())
        if self.furniture is not None:
            for sheet in self.sheets:
                self.furniture.draw(sheet, len(self.sheets), self._notes[sheet.number])
        wanted = [s for s, mark in zip(self.sheets, prints, strict=True) if mark not in done]
        if not wanted:
            return Printed(name=name, data=b"", prints=prints)
        whole = len(wanted) == len(self.sheets)  # an outline of some pages could lack its top
        data = write_pdf(
            wanted,
            [Bookmark(*entry) for entry in self.bookmarks if whole],
            Imprint(self.title, self.author, self.subject, self.language),
            [Link(*entry) for entry in self._links if whole],
        )
        for notice in self.lettering.fonts.notices:
            self.remark(notice.sentence)
        self._tell_lost(name)
        return Printed(
            name=name,
            data=data,
            pages=len(wanted),
            findings=tuple(self.remarks),
            prints=prints,
        )

    def _tell_lost(self, name: str) -> None:
        """Tell which characters no font has, and in whose names they are."""
        lost = sorted(self.lettering.lost)
        if not lost:
            return
        zh = "、".join(f"{c}（U+{ord(c):04X}）" for c in lost)
        en = ", ".join(f"{c} (U+{ord(c):04X})" for c in lost)
        whose = sorted(n for n in self.names if self.lettering.lost & set(n))
        people = Text("、".join(whose), ", ".join(whose))
        self.remark(
            Text(
                f"《{name}》：没有字体含有以下字符，印作“〓”：{zh}"
                + (f"，见于姓名：{people.zh}" if whose else "")
                + "。请在[fonts]中指定含有它们的字体。",
                f"{name}: no font has these characters, printed as 〓: {en}"
                + (f", in the names {people.en}" if whose else "")
                + ". Name a font that has them under [fonts].",
            )
        )


def fingerprint(sheet: Sheet) -> str:
    """Return a short digest of what is drawn on a page, before header and footer."""
    width, height = sheet.paper.width * sheet.grow, sheet.paper.height * sheet.grow
    digest = hashlib.sha256(repr((width, height)).encode())
    for mark in sheet.marks:
        if isinstance(mark, str):
            digest.update(mark.encode())
            continue
        if isinstance(mark, Pictured):
            digest.update(repr(mark[:5]).encode())
            continue
        runs = [(run.face.digest, *run[1:]) for run in mark.runs]
        digest.update(repr((mark[:3], runs, mark[4:])).encode())
    return digest.hexdigest()[:16]


def open_press(
    book: Book, job: PrintJob, title: Text, *, furniture: Furniture | None = None
) -> Press:
    """Begin a file about an event in the language and look that were asked for."""
    language = job.language
    event = book.event
    return Press(
        font_book(book, job),
        title=f"{event.title.to(language) or event.title.zh} {title.to(language)}".strip(),
        author=event.organiser.to(language) or event.organiser.zh,
        subject=title.to(language),
        language=language,
        mono=job.mono,
        furniture=furniture,
        known=job.known,
        names=(name for p in book.people.values() for name in (p.name, p.name_en)),
    )


def file_name(*parts: str) -> str:
    """Return a PDF file name that every system accepts, made of title and ids."""
    clean = ["".join("-" if c in '\\/:*?"<>|\r\n\t ' else c for c in p.strip()) for p in parts]
    return "_".join(p for p in clean if p) + ".pdf"
