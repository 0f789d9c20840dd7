"""Seats named in a hall's parameters: ``3-12``, ``16-1..4``, ``row:5`` (座位写法)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from seating.facts.text import Text
from seating.forms.blocks import Chair
from seating.forms.form import FormError

_SEATS = re.compile(r"(\d{1,6})-(\d{1,6})(?:\.\.(\d{1,6}))?")
_GROUP = re.compile(r"(row|file|排|列)[:：](\d{1,6})(?:\.\.(\d{1,6}))?")


def seats_named(
    parameter: str, names: Iterable[str], chairs: Sequence[Chair]
) -> frozenset[tuple[int, int]]:
    """Return (row, number) of all seats named.

    ``3-12`` is row 3 seat 12 as printed, ``16-1..4`` four seats, ``row:5`` (``row:5..7``) and
    ``file:3`` whole rows and files.

    Raises:
        FormError: a name cannot be read or means no seat of this hall.
    """
    found: set[tuple[int, int]] = set()
    for name in names:
        hits = _hits(name.strip(), chairs)
        if not hits:
            raise FormError(
                Text(
                    f"{parameter}：本会场没有座位“{name}”。",
                    f"{parameter}: this hall has no seat {name!r}.",
                ),
                Text(
                    "写法如：3-12、16-1..4、row:5、file:3。",
                    "Write for example 3-12, 16-1..4, row:5, file:3.",
                ),
            )
        found |= hits
    return frozenset(found)


def _hits(name: str, chairs: Sequence[Chair]) -> set[tuple[int, int]]:
    seats, group = _SEATS.fullmatch(name), _GROUP.fullmatch(name)
    if seats:
        row, low, high = int(seats[1]), int(seats[2]), int(seats[3] or seats[2])
        hits = {(c.row, c.number) for c in chairs if c.row == row and low <= c.number <= high}
        return hits if len(hits) == high - low + 1 else set()
    if group:
        low, high = int(group[2]), int(group[3] or group[2])
        by_row = group[1] in ("row", "排")
        return {(c.row, c.number) for c in chairs if low <= (c.row if by_row else c.file) <= high}
    return set()
