"""Running text of a handbook: titles, paragraphs and tables poured over pages (正文)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.documents.flow import Piece
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.documents.words import name_role
from seating.facts.text import Language

SIZE = 14.0
"""Size of the running text in pt (四号)."""

LEADING = 1.75
_NAMES = 12.0  # pt; names in columns
TITLE_HEIGHT = 20.0
"""Height in mm that the title of a chapter takes."""

_FULL_ENOUGH = 0.86


def body_role(language: Language) -> RoleName:
    """Return the face of running text: 仿宋, or the Latin face in English."""
    return "fang" if language == "zh" else "latin"


def chapter_title(sheet: Sheet, words: str) -> Box:
    """Draw the title of a chapter; returns what is left of the page (mm)."""
    area = sheet.body
    spread = 5.0 if len(words) < 5 and not words.isascii() else 0.0
    sheet.text(
        area.cx, area.y + 2, words, "title_song", 22,
        align="centre", upright="top", max_width=area.width, spread=spread,
    )  # fmt: skip
    return Box(area.x, area.y + TITLE_HEIGHT, area.width, area.height - TITLE_HEIGHT)


def heading_piece(words: str, language: Language) -> Piece:
    """Return a heading inside a chapter; it stays with what follows."""
    height = SIZE * LEADING * MM_PER_PT
    indent = 2 * SIZE * MM_PER_PT if language == "zh" else 0.0

    def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.text(
            x + indent, y + height / 2, words, "hei", SIZE, upright="middle",
            max_width=width - indent,
        )  # fmt: skip

    return Piece(height, draw, keep=True)


def paragraph_pieces(
    lettering: Lettering, words: str, width: float, language: Language
) -> list[Piece]:
    """Return the lines of a justified paragraph, its first indented by two characters.

    Args:
        lettering: measures.
        words: the paragraph.
        width: of the column, in mm.
        language: of the text; Chinese is set in 仿宋 with an indent.
    """
    role = body_role(language)
    indent = "　　" if language == "zh" else ""
    lines = list(lettering.lines(indent + words, role, SIZE, width))
    height = SIZE * LEADING * MM_PER_PT
    return [
        Piece(height, _line(lettering, line, role, height, last=number == len(lines)))
        for number, line in enumerate(lines, 1)
    ]


def _line(lettering: Lettering, line: str, role: RoleName, height: float, *, last: bool):  # type: ignore[no-untyped-def]
    def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
        ems = width / (SIZE * MM_PER_PT)
        natural = lettering.width(line, role, SIZE)
        full = not last and natural > _FULL_ENOUGH * width and " " not in line
        sheet.text(
            x, y + height / 2, line, role, SIZE, upright="middle",
            max_width=width, spread=ems if full else 0.0,
        )  # fmt: skip

    return draw


def name_pieces(
    lettering: Lettering, names: Sequence[str], width: float, language: Language
) -> list[Piece]:
    """Return names in columns, in reading order along the lines, indented as a paragraph is.

    Args:
        lettering: measures.
        names: of people.
        width: of the page's matter, in mm.
        language: of the names.
    """
    role = name_role(language)
    em = _NAMES * MM_PER_PT
    indent = 2 * SIZE * MM_PER_PT if language == "zh" else 0.0
    widths = sorted(max(lettering.width(name, role, _NAMES), 3 * em) for name in names)
    usual = max(widths[(len(widths) - 1) * 9 // 10], widths[-1] * 0.5) + 1.5 * em
    columns = max(1, int((width - indent + 1.5 * em) / usual))
    step = (width - indent + 1.5 * em) / columns
    height = _NAMES * LEADING * MM_PER_PT

    def line(row: Sequence[str]) -> Piece:
        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            for number, name in enumerate(row):
                sheet.name(
                    x + indent + number * step, y + height / 2, name, role, _NAMES,
                    upright="middle", max_width=step - 1.2 * em,
                )  # fmt: skip

        return Piece(height, draw)

    return [line(names[i : i + columns]) for i in range(0, len(names), columns)]


def space(height: float) -> Piece:
    """Return an empty stretch of so many mm."""
    return Piece(height, lambda sheet, x, y, width: None)


def numbered(items: Sequence[tuple[str, str]], language: Language) -> list[str]:
    """Number headed paragraphs: 一、报到。… / 1. Registration. …"""
    if language == "en":
        return [
            f"{n}. {head}. {body}" if head else f"{n}. {body}"
            for n, (head, body) in enumerate(items, 1)
        ]
    return [
        f"{_count(n)}、{head}。{body}" if head else f"{_count(n)}、{body}"
        for n, (head, body) in enumerate(items, 1)
    ]


def _count(number: int) -> str:
    """Say a number below 100 in Chinese."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if tens == 0:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
