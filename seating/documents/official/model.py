"""What an official document says, and what stands where on its pages (公文内容与版面).

The content (:class:`Official`) knows nothing of pages; a finished :class:`Side` knows nothing of
clauses: it is a list of words and rules at places in mm, which the drawer copies to paper.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Role = Literal["title_song", "song", "hei", "kai", "fang"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph in one typeface."""

    text: str
    role: Role = "fang"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text (自然段).

    Attributes:
        spans: the text, typeface by typeface.
        heading: it is a heading and must not end a page.
        indent: blank cells before the first line.
        hang: blank cells before the further lines.
    """

    spans: tuple[Span, ...]
    heading: bool = False
    indent: float = 2
    hang: float = 0

    @property
    def text(self) -> str:
        """The words without their typefaces."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its head is repeated on every page.

    Attributes:
        head: the heading of each column.
        rows: the cells, row by row.
        weights: wished share of the width by column; empty = by content.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment (附件); without blocks it is only named, and comes separately."""

    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint (版记): copies to, who printed it and when."""

    copies: tuple[str, ...] = ()
    office: str = ""
    date: dt.date | None = None

    def __bool__(self) -> bool:
        return bool(self.copies or self.office or self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Everything an official document says (公文).

    Attributes:
        marks: issuers in the red head, the lead first; empty = no red head.
        suffix: stands right of the marks, usually 文件.
        secrecy: 密级和保密期限 as printed, e.g. ``机密★1年``.
        title: the title's lines.
        sealed: leave room for the seals (加盖印章).
    """

    marks: tuple[str, ...] = ()
    suffix: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    number: str = ""
    title: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    issuers: tuple[str, ...] = ()
    sealed: bool = True
    date: dt.date
    note: str = ""
    imprint: Imprint = Imprint()


@dataclass(frozen=True, slots=True)
class Words:
    """Characters in one line.

    Attributes:
        text: what is drawn.
        x: left edge, middle or right edge in mm, as ``align`` says.
        top: top of the em box in mm.
        size: in pt.
        fill: mm to which the characters are spaced out; 0 = as wide as they are.
        room: widest in mm before the words are squeezed; 0 = any.
        align: what ``x`` is.
        ink_of: ``top`` is where the black of these characters begins, not the em box; ``""``
            = the em box.
        on_dash: ``top`` is the height of the dash.
        red: drawn in the red of official documents.
    """

    text: str
    x: float
    top: float
    size: float
    role: Role = "fang"
    fill: float = 0.0
    room: float = 0.0
    align: Literal["left", "centre", "right"] = "left"
    ink_of: str = ""
    on_dash: bool = False
    red: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; all in mm, ``y`` and ``x`` are its middle."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    red: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of paper (面); ``number`` is printed below it, ``None`` = none."""

    words: tuple[Words, ...] = ()
    rules: tuple[Rule, ...] = ()
    number: int | None = None


def cells_of(text: str) -> float:
    """Return the width of text in cells: ASCII takes half a cell, all else a whole one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def tokens(text: str) -> list[str]:
    """Split text into runs of ASCII and runs of full-width characters."""
    found: list[str] = []
    for char in text:
        if found and found[-1][-1].isascii() == char.isascii():
            found[-1] += char
        else:
            found.append(char)
    return found
