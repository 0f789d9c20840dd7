"""Cards dealt out over sheets: all of them, some people's, or only those that changed (出片)."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from seating.documents.cards.grid import Grid, Order
from seating.documents.cards.panel import Panel
from seating.documents.furniture import say_version
from seating.documents.ink import MIDDLE
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.facts.book import Book, Printed
from seating.facts.text import Language, Text

_SLUG = 7.0
"""Size in pt of the line in the waste."""

_SLUG_ROOM = 9.0
"""It needs so much waste, in mm, because printers leave the edge of the paper blank."""

_SLUG_BELOW = 3.2
"""So far below the cards it stands, and between the ticks, in mm."""


@dataclass(frozen=True)
class Item:
    """One card.

    Attributes:
        key: whose it is: the id of a person or table.
        content: all that decides what it looks like; it is printed again when this changes.
        draw: draws it.
    """

    key: str
    content: object
    draw: Callable[[Panel], None]


def deal(
    press: Press,
    items: Sequence[Item],
    grid: Grid,
    name: str,
    *,
    order: Order = "stack",
    cuts: bool = True,
    only: Collection[str] | None = None,
    slug: str = "",
) -> Printed:
    """Print cards; sheets that carry none are left out.

    A card is known by its content, not by its page: after a change of plan only the cards that
    differ are printed, each where it lies among all.

    Args:
        press: without pages yet.
        items: every card of the set, in the order of the stack.
        grid: how they lie on a sheet.
        name: of the file.
        order: see :meth:`Grid.at`.
        cuts: mark where to cut.
        only: keys of the cards wanted; ``None`` = all.
        slug: stands in the waste of every sheet of several cards, with the sheet's number.

    Returns:
        The file; without data if no card is to be printed.
    """
    faces = [face.digest for chain in press.lettering.fonts.chains.values() for face in chain[:1]]
    house = repr((grid.width, grid.height, press.mono, faces))
    marks = [_mark(house, item) for item in items]
    done = press.known.get(name, frozenset())
    press.known = {}
    sheets: dict[int, Sheet] = {}
    total = grid.sheets(len(items))
    places = [grid.at(index, len(items), order) for index in range(len(items))]
    for (number, position), item, mark in sorted(
        zip(places, items, marks, strict=True), key=lambda entry: entry[0]
    ):
        if mark in done or (only is not None and item.key not in only):
            continue
        if number not in sheets:
            sheets[number] = press.page(grid.sheet, margin=0.0)
            if cuts:
                grid.mark_cuts(sheets[number])
            if grid.per_sheet > 1 and slug:
                _draw_slug(sheets[number], grid, slug, number + 1, total, press)
        item.draw(grid.panel(sheets[number], position))
    if not sheets:
        return Printed(name=name, data=b"", prints=tuple(marks))
    return dataclasses.replace(press.finish(name), prints=tuple(marks))


def slug_of(book: Book, title: Text, part: str, language: Language) -> str:
    """Return what stands in the waste of a sheet: the kind of card, for what, which version."""
    glue = "　" if language == "zh" else "   "
    words = (title.to(language), part, say_version(book.plan.version, language))
    return glue.join(word for word in words if word)


def _mark(house: str, item: Item) -> str:
    return hashlib.sha256((house + repr(item.content)).encode()).hexdigest()[:16]


def _draw_slug(sheet: Sheet, grid: Grid, words: str, number: int, total: int, press: Press) -> None:
    """Number the sheets where they are cut away, so that the stack can be put in order."""
    block = grid.block
    if grid.sheet.height - block.bottom < _SLUG_ROOM:
        return
    count = Text(f"第{number}张，共{total}张", f"sheet {number} of {total}").to(press.language)
    glue = "　" if press.language == "zh" else "   "
    sheet.text(
        block.x + _SLUG_BELOW,
        block.bottom + _SLUG_BELOW,
        glue.join((words, count)),
        "song",
        _SLUG,
        upright="middle",
        max_width=grid.width - 2 * _SLUG_BELOW,
        colour=MIDDLE,
    )
