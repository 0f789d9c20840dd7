"""Where the pages of a table in sections end, and rows that fill them evenly (表格分页)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_SLACK = 1e-6
_KEEP = 4  # so many joined rows stay on one page
_LOWEST, _HIGHEST, _STEP = 0.9, 1.2, 0.01  # of the height of rows, to fill pages evenly


@dataclass(frozen=True, slots=True)
class Block:
    """A section in mm: the height of its heading (0 = none), of its rows in joined groups."""

    band: float
    groups: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Item:
    """What stands on a page: the heading of a block, or its rows ``start`` to ``stop``.

    Attributes:
        again: the heading of a block that began on a page before.
    """

    block: int
    start: int = 0
    stop: int = 0
    again: bool = False


Page = list[Item]


def paged(blocks: Sequence[Block], first: float, room: float, tail: float = 0.0) -> list[Page]:
    """Return the pages of a table.

    Args:
        blocks: the sections.
        first: mm for headings and rows on the first page.
        room: the same on all others.
        tail: mm that must be left below the last row.
    """
    pages: list[Page] = [[]]
    left = first

    def turn(block: int, *, again: bool) -> None:
        nonlocal left
        pages.append([])
        left = room
        if again:
            pages[-1].append(Item(block, again=True))
            left -= blocks[block].band

    for number, block in enumerate(blocks):
        begin = [height for group in block.groups for height in group][:2]
        if pages[-1] and block.band + sum(begin) > left:
            turn(number, again=False)
        pages[-1].append(Item(number))
        left -= block.band
        row = 0
        for place, group in enumerate(block.groups):
            last = number == len(blocks) - 1 and place == len(block.groups) - 1
            short = sum(group[:_KEEP]) > left + _SLACK
            parted = last and sum(group) <= left + _SLACK < sum(group) + tail
            if place and (short or parted):
                turn(number, again=True)
            at = 0
            while at < len(group):
                fits = at
                used = 0.0
                while fits < len(group) and used + group[fits] <= left + _SLACK:
                    used += group[fits]
                    fits += 1
                if fits == at:
                    used, fits = group[at], at + 1
                pages[-1].append(Item(number, row + at, row + fits))
                left -= used
                at = fits
                if at < len(group):
                    turn(number, again=True)
            row += len(group)
    return pages


def evened(lay: Callable[[float], list[Page]]) -> float:
    """Return by how much rows grow or shrink so that no page is left nearly empty.

    A page is saved where slightly lower rows save one; otherwise rows become as high as the same
    pages allow.

    Args:
        lay: the pages at a share of the usual height of rows.
    """
    usual = len(lay(1.0))
    if usual == 1:
        return 1.0
    if len(lay(_LOWEST)) < usual:
        steps = range(1, round((1 - _LOWEST) / _STEP) + 1)
        return next(f for f in (1 - n * _STEP for n in steps) if len(lay(f)) < usual)
    steps = range(round((_HIGHEST - 1) / _STEP), 0, -1)
    return next((f for f in (1 + n * _STEP for n in steps) if len(lay(f)) == usual), 1.0)
