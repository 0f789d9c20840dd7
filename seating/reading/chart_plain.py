"""A plain grid of names → seats: rows as rows, blank columns as aisles (方格座次表)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from seating.facts.venue import Layout, Place, View
from seating.reading.chart_names import ROSTRUM, Names, no_name, row_number
from seating.reading.words import key

Cell = tuple[int, int]
_NEAR = 0.45


@dataclass(kw_only=True)
class Drawn:
    """Which cells are seats.

    Attributes:
        places: place by cell (row from 1, column from 0).
        strays: cells with a name that fit no seat.
        misfits: rows whose cells do not match the seats: row, cells, seats.
    """

    places: dict[Cell, str] = field(default_factory=dict)
    strays: list[tuple[Cell, str]] = field(default_factory=list)
    misfits: list[tuple[int, int, int]] = field(default_factory=list)


def plain_places(
    cells: Mapping[Cell, str], layout: Layout, names: Names, view: View | None
) -> Drawn:
    """Match the rows of a grid with the rows of a layout, then cells with seats."""
    drawn = Drawn()
    lines = _seat_rows(cells, names)
    if not lines:
        return drawn
    rostrum = [row for (row, _), text in cells.items() if ROSTRUM.search(key(text))]
    middle = (min(lines) + max(lines)) / 2
    below = any(row > max(lines) for row in rostrum) and not any(row < middle for row in rostrum)
    if view is None:
        view = "seated" if below else "audience"
    rows: dict[int, list[Place]] = {}
    for place in layout.places:
        rows.setdefault(place.row, []).append(place)
    order = sorted(rows)
    told = {line: _told(cells, line) for line in lines}
    ranked = sorted(lines, reverse=below)
    matched = {
        line: told[line] if told[line] in rows else (order[at] if at < len(order) else 0)
        for at, line in enumerate(ranked)
    }
    columns = _columns(cells, lines, layout, view)
    for line in lines:
        here = sorted(c for (r, c), text in cells.items() if r == line and _a_seat(text, names))
        row = rows.get(matched[line])
        if row is None:
            drawn.strays += [((line, c), cells[line, c]) for c in here]
            continue
        _fit(drawn, line, here, columns, row, layout, view, cells)
    return drawn


def _seat_rows(cells: Mapping[Cell, str], names: Names) -> list[int]:
    """Rows of the sheet that hold people: most of what they say is on the roster."""
    found = []
    for row in sorted({r for r, _ in cells}):
        texts = [t for (r, _), t in cells.items() if r == row and _a_seat(t, names)]
        known = sum(bool(names.find(t).people) for t in texts)
        if known and known * 2 >= len(texts):
            found.append(row)
    inside = range(min(found), max(found) + 1) if found else ()
    return [
        row
        for row in inside
        if row in found or any(r == row and _a_seat(t, names) for (r, _), t in cells.items())
    ]


def _a_seat(text: str, names: Names) -> bool:
    return bool(names.find(text).people) or not no_name(text)


def _told(cells: Mapping[Cell, str], line: int) -> int:
    return next((n for (r, _), t in cells.items() if r == line and (n := row_number(t))), 0)


def _columns(
    cells: Mapping[Cell, str], lines: Sequence[int], layout: Layout, view: View
) -> list[int]:
    """Columns of seats from the left: as many as the room has files, blank ones left out."""
    used = sorted({c for (r, c), t in cells.items() if r in lines and not row_number(t)})
    if not used:
        return []
    files = len(_files(layout, view))
    every = list(range(used[0], used[-1] + 1))
    return every if len(used) != files and len(every) == files else used


def _files(layout: Layout, view: View) -> list[float]:
    """Distinct places across the room, from the left of the drawing."""
    near = _NEAR * min(p.width for p in layout.places)
    found: list[float] = []
    for x in sorted(_x(p, view) for p in layout.places):
        if not found or x - found[-1] > near:
            found.append(x)
    return found


def _x(place: Place, view: View) -> float:
    return -place.x if view == "seated" else place.x


def _fit(
    drawn: Drawn,
    line: int,
    here: Sequence[int],
    columns: Sequence[int],
    row: Sequence[Place],
    layout: Layout,
    view: View,
    cells: Mapping[Cell, str],
) -> None:
    """Give each cell of a row its seat, by files if they match, else by counting."""
    seats = sorted(row, key=lambda p: (_x(p, view), p.id))
    files = _files(layout, view)
    if len(columns) == len(files):
        by_file = {max(i for i, f in enumerate(files) if f <= _x(p, view)): p for p in seats}
        for at, column in enumerate(columns):
            if at in by_file:
                drawn.places[line, column] = by_file[at].id
            elif column in here:
                drawn.strays.append(((line, column), cells[line, column]))
        return
    usable = [p for p in seats if p.usable]
    within = [c for c in columns if here and here[0] <= c <= here[-1]]
    for places in (seats, usable):
        for spots in (columns, within, here):
            if len(spots) == len(places):
                drawn.places.update({(line, c): p.id for c, p in zip(spots, places, strict=True)})
                return
    drawn.misfits.append((line, len(here), len(usable)))
