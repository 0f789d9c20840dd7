"""Many tables or vehicles cut into parts that can be read (分图)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seating.facts.venue import Fixture, Layout, Place


@dataclass(frozen=True)
class Group:
    """One table or vehicle with its places."""

    fixture: Fixture
    places: tuple[Place, ...]


def groups_of(layout: Layout) -> list[Group]:
    """Return round tables, or vehicles, with their places; fewer than two count as none.

    A block of places belongs to the table or vehicle that lies nearest to its middle.
    """
    for kind in ("round-table", "vehicle"):
        fixtures = [f for f in layout.fixtures if f.kind == kind]
        if len(fixtures) > 1:
            groups = _grouped(layout, fixtures)
            # The round ends of an oval table are no tables with places of their own.
            return groups if all(group.places for group in groups) else []
    return []


def vehicles_of(layout: Layout) -> list[Group]:
    """Return the vehicles with their places, even a single one."""
    return _grouped(layout, [f for f in layout.fixtures if f.kind == "vehicle"])


def _grouped(layout: Layout, fixtures: Sequence[Fixture]) -> list[Group]:
    if not fixtures:
        return []
    blocks: dict[str, list[Place]] = {}
    for place in layout.places:
        blocks.setdefault(place.block, []).append(place)
    members: dict[int, list[Place]] = {i: [] for i in range(len(fixtures))}
    for block in blocks.values():
        x = math.fsum(p.x for p in block) / len(block)
        y = math.fsum(p.y for p in block) / len(block)
        near = min(
            range(len(fixtures)), key=lambda i: math.hypot(fixtures[i].x - x, fixtures[i].y - y)
        )
        members[near] += block
    return [Group(f, tuple(members[i])) for i, f in enumerate(fixtures)]


def layout_of(layout: Layout, groups: Sequence[Group]) -> Layout:
    """Return a layout with nothing but some groups."""
    return Layout(
        form=layout.form,
        places=tuple(p for group in groups for p in group.places),
        fixtures=tuple(group.fixture for group in groups),
        views=layout.views,
    )


def tilings(groups: Sequence[Group]) -> Iterator[list[list[Group]]]:
    """Yield ways to cut groups into parts, first those with few parts.

    Parts are read as the tables are: the farthest row first, from the drawing's left.
    """
    xs = sorted({round(g.fixture.x) for g in groups})
    ys = sorted({round(g.fixture.y) for g in groups}, reverse=True)
    ways = sorted(
        ((nx, ny) for nx in range(1, len(xs) + 1) for ny in range(1, len(ys) + 1)),
        key=lambda way: (way[0] * way[1], abs(way[0] - way[1])),
    )
    for nx, ny in ways:
        if nx * ny == 1:
            continue
        column, row = _slots(xs, nx), _slots(ys, ny)
        parts: dict[tuple[int, int], list[Group]] = {}
        for group in groups:
            key = (row[round(group.fixture.y)], column[round(group.fixture.x)])
            parts.setdefault(key, []).append(group)
        yield [parts[key] for key in sorted(parts)]


def _slots(values: Sequence[int], count: int) -> dict[int, int]:
    """Share out values in turn to so many slots, as evenly as can be."""
    return {value: i * count // len(values) for i, value in enumerate(values)}
