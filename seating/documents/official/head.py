"""What stands above the text of a document: head, number, signers, title (版头与标题)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from seating.documents.official.marks import MarkSize, on_grid, place_marks, widest_size
from seating.documents.official.measures import MM, Page, count, measure
from seating.documents.official.model import Official, Role, Rule, Words, cells_of
from seating.documents.official.rows import lay

SIGNERS = "签发人："


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text.

    Attributes:
        first_line: the grid line on which the addressees begin, 0 = top of the type area.
    """

    words: tuple[Words, ...]
    rules: tuple[Rule, ...]
    first_line: int


def head(page: Page, official: Official) -> Head:
    """Place copy number, secrecy, urgency, red mark, number, signers, red rule and title."""
    if not official.marks:
        return _bare(page, official)
    words = tuple(
        replace(word, top=word.top + page.line_top(line))
        for line, item in enumerate(corner(official))
        for word in lay(page, 0, *item)
    )
    lines = len(signer_lines(official.signers))
    if official.headline is not None:
        lines = 1 + bool(official.number)
    size = mark_size(page, official.marks, official.suffix, lines)
    top = page.top + measure("mark.drop")
    red, foot = place_marks(page, official.marks, official.suffix, size, top)
    below = foot + count("mark.number_blank") * page.line
    numbered, last = _numbered(page, official, below)
    if official.headline is not None:
        last += page.line * bool(official.number)
        numbered += _headline(page, official.headline, last)
    y = last + measure("size.body") * MM + measure("mark.rule_drop")
    rule = Rule(page.left, y, page.right, y, measure("mark.rule_width"), red=True)
    title, first_line = place_title(page, official, y + count("title.blank_above") * page.line)
    return Head(words + red + numbered + title, (rule,), first_line)


def mark_size(page: Page, marks: tuple[str, ...], suffix: str, signed: int = 0) -> MarkSize:
    """Choose the size of the red head, which the standard leaves free (7.2.4).

    As large as the span and the limits allow; where nothing is lost by it, so that the number,
    the rule and the title below come to stand on the lines of the grid.

    Args:
        page: the grid.
        marks: the issuers.
        suffix: what stands right of them.
        signed: lines that number and signers take.
    """
    blank = count("mark.number_blank") + count("title.blank_above") + max(0, signed - 1)
    below = blank * page.line + measure("size.body") * MM + measure("mark.rule_drop")
    size = widest_size(marks, suffix, measure("mark.tallest"))
    return on_grid(size, len(marks), below + measure("mark.drop"), page.line)


def corner(official: Official) -> list[tuple[str, Role]]:
    """Return copy number, secrecy and urgency with their typefaces, in this order (7.2.1-3)."""
    listed: list[tuple[str, Role]] = [
        (official.copy_number, "song"),
        (official.secrecy, "hei"),
        (official.urgency, "hei"),
    ]
    return [item for item in listed if item[0]]


def signer_lines(signers: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the signers line by line, from left to right and downwards (7.2.6)."""
    step = count("signers.per_line")
    return [signers[at : at + step] for at in range(0, len(signers), step)]


def spaced(name: str) -> str:
    """Return a name of two characters as wide as one of three."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 and not name.isascii() else name


def _bare(page: Page, official: Official) -> Head:
    """Head of a document that is printed on paper with the red head already on it."""
    listed = corner(official)
    words = tuple(
        replace(word, top=word.top + page.line_top(line))
        for line, item in enumerate(listed)
        for word in lay(page, 0, *item)
    )
    line = len(listed) + bool(official.number)
    words += _centred(page, official.number, page.line_top(max(0, line - 1)))
    title, first_line = place_title(page, official, page.line_top(max(2, line + 1)))
    return Head(words + title, (), first_line)


def _numbered(page: Page, official: Official, top: float) -> tuple[tuple[Words, ...], float]:
    """Place number and signers from ``top`` on; return them and the top of the last line, mm."""
    if not official.signers:
        return _centred(page, official.number, top), top
    lines = signer_lines(official.signers)
    name = max(cells_of(spaced(s)) for s in official.signers)
    inset, across = count("signers.inset"), max(map(len, lines))
    left = page.cells - inset - name * across - (across - 1)
    words = lay(page, left - cells_of(SIGNERS), SIGNERS, top=top)
    for number, line in enumerate(lines):
        y = top + number * page.line
        for place, signer in enumerate(line):
            words += lay(page, left + place * (name + 1), spaced(signer), "kai", top=y)
    last = top + (len(lines) - 1) * page.line
    return words + lay(page, inset, official.number, top=last), last


def _centred(page: Page, text: str, top: float) -> tuple[Words, ...]:
    return lay(page, (page.cells - cells_of(text)) / 2, text, top=top) if text else ()


def _headline(page: Page, words: tuple[str, str], top: float) -> tuple[Words, ...]:
    """Place issuer and date, one character in from either edge; a long issuer is squeezed."""
    issuer, date = words
    right = page.cells - 1 - cells_of(date)
    room = min(cells_of(issuer), right - 2)
    return lay(page, 1, issuer, top=top, spread=room) + lay(page, right, date, top=top)


def place_title(page: Page, official: Official, top: float) -> tuple[tuple[Words, ...], int]:
    """Centre the title from ``top`` mm on; return it and the line on which the text begins.

    What is missing to the next line of the grid widens its pitch (at most 2.5 mm).
    """
    lines = len(official.title) + bool(official.status)
    after = lines + count("title.blank_below") * bool(lines)
    first_line = page.line_below(top + after * page.line)
    slack = page.line_top(first_line) - top - after * page.line
    pitch = page.line + min(2.5, slack / max(1, lines))
    words = title_words(page, official.title, top, pitch)
    if official.status:
        middle = page.left + page.width / 2
        y = top + len(official.title) * pitch
        text, size = f"（{official.status}）", measure("size.body")
        words += (Words(text, middle, y, size, "kai", room=page.width, align="centre"),)
    return words, first_line


def title_words(page: Page, lines: tuple[str, ...], top: float, pitch: float) -> tuple[Words, ...]:
    """Centre lines in size 2 小标宋, the first at ``top`` mm, the others ``pitch`` mm apart."""
    size = measure("size.title")
    return tuple(
        Words(
            text=line,
            x=page.left + page.width / 2,
            top=top + index * pitch,
            size=size,
            role="title_song",
            room=page.width,
            align="centre",
        )
        for index, line in enumerate(lines)
    )
