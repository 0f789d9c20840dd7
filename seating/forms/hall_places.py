"""The places of a hall with their features and order of filling (会场座位)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from itertools import chain

from seating.facts.convention import Convention
from seating.facts.text import Text
from seating.facts.venue import Place
from seating.forms.blocks import FACING, Blocks, Chair, bend
from seating.forms.filling import fill_order
from seating.forms.form import FormError
from seating.forms.rows import clean

Seat = tuple[int, int]  # row and printed number
Seats = frozenset[Seat]
_NOT_FREE = {"unusable", "reserved"}


def make_places(
    blocks: Blocks,
    rows: Sequence[Sequence[Chair]],
    special: tuple[Seats, Seats, Seats],
    side_aisles: bool,
    convention: Convention,
) -> list[list[Place]]:
    """Return the places row by row, on straight rows.

    ``special`` are the seats unusable, reserved and for wheelchairs.  Ordinary seats are
    numbered 1, 2, 3 … in the order of filling; wheelchair places have an order of their own;
    seats unusable or reserved have none.
    """
    features: dict[Seat, set[str]] = {(c.row, c.number): set() for c in chain(*rows)}
    for word, seats in zip(("unusable", "reserved", "wheelchair"), special, strict=True):
        for seat in seats:
            features[seat].add(word)
    for row in rows:
        _mark(row, len(blocks.names), side_aisles, features)
    honour = _honours(blocks, list(chain(*rows)), features, convention)
    return [[_place(c, blocks, features, honour) for c in row] for row in rows]


def _honours(
    blocks: Blocks,
    chairs: Sequence[Chair],
    features: Mapping[Seat, set[str]],
    convention: Convention,
) -> dict[Seat, int]:
    order = fill_order(
        [c for c in chairs if not features[c.row, c.number] & _NOT_FREE],
        convention["hall.fill"],
        convention["hall.start"],
        convention.values.get("hall.side", "left"),
        blocks.segment,
    )
    seats = [(c.row, c.number) for c in order]
    ordinary = [seat for seat in seats if "wheelchair" not in features[seat]]
    wheelchair = [seat for seat in seats if "wheelchair" in features[seat]]
    return {seat: i for line in (ordinary, wheelchair) for i, seat in enumerate(line, start=1)}


def _place(
    chair: Chair, blocks: Blocks, features: Mapping[Seat, set[str]], honour: Mapping[Seat, int]
) -> Place:
    seat = (chair.row, chair.number)
    part = str(blocks.segment(chair.row)) if blocks.cross_aisles else ""
    return Place(
        id=f"{chair.row}-{chair.number}",
        label=Text(f"{chair.row}排{chair.number}座", f"row {chair.row} seat {chair.number}"),
        honour=honour.get(seat, 0),
        x=chair.x,
        y=chair.y,
        facing=FACING,
        row=chair.row,
        number=chair.number,
        file=chair.file,
        block=blocks.names[chair.block - 1] + part,
        purpose="wheelchair" if "wheelchair" in features[seat] else "",
        features=frozenset(features[seat]),
        width=min(550.0, blocks.pitch - 20.0),
    )


def _mark(
    row: Sequence[Chair], blocks: int, side_aisles: bool, features: Mapping[Seat, set[str]]
) -> None:
    """Add ``front``, ``row-end``, ``aisle`` and ``companion`` to the features of one row."""
    for i, chair in enumerate(row):
        here = features[chair.row, chair.number]
        left = row[i - 1] if i else None
        right = row[i + 1] if i + 1 < len(row) else None
        if chair.row == 1:
            here.add("front")
        if left is None or right is None:
            here.add("row-end")
        first = left is None or left.block != chair.block
        last = right is None or right.block != chair.block
        if (first and (chair.block > 1 or side_aisles)) or (
            last and (chair.block < blocks or side_aisles)
        ):
            here.add("aisle")
        if "wheelchair" in here:
            free = [
                c
                for c in (left, right)
                if c is not None
                and c.block == chair.block
                and not features[c.row, c.number] & {*_NOT_FREE, "wheelchair"}
            ]
            if free:
                nearest = min(free, key=lambda c: (abs(c.x), c.x))
                features[nearest.row, nearest.number].add("companion")


def curve(places: Sequence[Place], front: float, radius: float) -> tuple[list[Place], float]:
    """Return the places on curved rows, and how far all of them had to move back, in mm.

    ``front`` is the distance from the stage edge to the front row and ``radius`` that row's
    radius in mm; radius 0 leaves the rows straight.

    Raises:
        FormError: the rows are too wide for the radius.
    """
    if not radius:
        return list(places), 0.0
    if radius <= 1000.0 or max(abs(p.x) / (radius - front - p.y) for p in places) > 1.2:
        raise FormError(
            Text(
                f"半径{radius:g}毫米容不下这么宽的弧形排。",
                f"Rows this wide cannot bend with a radius of {radius:g} mm.",
            ),
            Text("加大 radius，或写 0 用直排。", "Enlarge radius, or write 0."),
        )
    bent = [(p, bend(p.x, p.y, front, radius)) for p in places]
    shift = max(0.0, max(y for _, (_, y, _) in bent) + front)
    return [
        dataclasses.replace(p, x=x, y=clean(y - shift), facing=facing) for p, (x, y, facing) in bent
    ], shift
