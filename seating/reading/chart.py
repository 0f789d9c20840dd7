"""A chart drawn in a spreadsheet → who sits where (读手工座次图).

Two ways of drawing are understood: our own export, in which the name stands below the label of
its seat; and a plain grid of names as offices draw it, rows as rows, the front row nearest to
a cell 主席台, blank columns as aisles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from seating.facts.fault import Where
from seating.facts.people import Person
from seating.facts.text import Text
from seating.facts.venue import Layout, View
from seating.reading.chart_names import Names, no_name
from seating.reading.chart_plain import Drawn, plain_places
from seating.reading.grid import Grid, Unusable, blank, letter
from seating.reading.words import clean, key


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the chart that the reader must know, and the cell in which it stands."""

    where: Where
    sentence: Text


@dataclass(kw_only=True)
class Chart:
    """Who sits where according to a chart.

    Attributes:
        places: place by person.
        cells: the cell of each person's name.
        remarks: unknown names, people seated twice, names on no seat.
        names: how many cells held a name of the roster.
    """

    places: dict[str, str] = field(default_factory=dict)
    cells: dict[str, Where] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    names: int = 0


def read_chart(
    grid: Grid,
    layout: Layout,
    people: Sequence[Person],
    units: Mapping[str, str],
    view: View | None = None,
) -> Chart:
    """Read one sheet as a chart of a layout.

    ``view`` says from where a plain grid is drawn; by default from the audience if the rostrum
    is drawn on top, from the rostrum if it is drawn below.
    """
    cells = {
        (line.number, at): clean(str(cell)).strip() if "\n" not in str(cell) else str(cell)
        for line in grid.lines
        for at, cell in enumerate(line.cells)
        if not blank(cell) and not isinstance(cell, Unusable)
    }
    names = Names(people, units)
    chart = Chart()
    drawn = _labelled(cells, layout)
    if drawn is None:
        drawn = plain_places(cells, layout, names, view)
        _strays(chart, grid, drawn)
    else:
        _off_seats(chart, grid, cells, drawn, names)
    shared: list[tuple[tuple[int, int], str, tuple[str, ...]]] = []
    for cell, place in sorted(drawn.places.items()):
        for text in _entries(cells.get(cell, ""), layout.by_id[place].capacity):
            found = names.find(text).people
            if len(found) > 1:
                shared.append((cell, place, found))
            elif found:
                _seat(chart, grid, cell, place, found[0], people)
            elif not no_name(text):
                word = clean(text)
                _remark(chart, grid, cell, f"名单上没有“{word}”", f"{word!r} is not on the roster")
    _tell_apart(chart, grid, shared, people)
    return chart


def _entries(text: str, capacity: int) -> list[str]:
    """Names in a cell: one, unless the place holds several people, a line for each."""
    entries = [text] if capacity == 1 else text.split("\n")
    return [entry for entry in entries if entry.strip()]


def _labelled(cells: Mapping[tuple[int, int], str], layout: Layout) -> Drawn | None:
    """Find the seats of our own export: a label with room for a name below it."""
    by_label: dict[str, set[str]] = {}
    for place in layout.places:
        for word in {key(place.label.zh), key(place.label.en), key(place.id)} - {""}:
            by_label.setdefault(word, set()).add(place.id)
    places: dict[tuple[int, int], str] = {}
    labels: set[tuple[int, int]] = set()
    for (row, column), text in cells.items():
        meant = by_label.get(key(text), set())
        if len(meant) == 1 and meant.isdisjoint(places.values()):
            places[row + 1, column] = next(iter(meant))
            labels.add((row, column))
    for cell in labels & places.keys():
        del places[cell]
    if len(places) * 2 < len(layout.places):
        return None
    return Drawn(places=places)


def _off_seats(
    chart: Chart,
    grid: Grid,
    cells: Mapping[tuple[int, int], str],
    drawn: Drawn,
    names: Names,
) -> None:
    for cell, text in sorted(cells.items()):
        if cell not in drawn.places and names.find(text).people and not no_name(text):
            word = clean(text)
            _remark(chart, grid, cell, f"“{word}”不在座位上", f"{word!r} is on no seat")


def _strays(chart: Chart, grid: Grid, drawn: Drawn) -> None:
    for cell, text in drawn.strays:
        word = clean(text)
        _remark(
            chart,
            grid,
            cell,
            f"“{word}”这一格对不上座位",
            f"the cell {word!r} fits no seat",
        )
    for row, cells, seats in drawn.misfits:
        chart.remarks.append(
            Remark(
                Where(file=grid.file, sheet=grid.sheet, row=row),
                Text(
                    f"这一行有{cells}格，场地这一排有{seats}座，无法逐一对应",
                    f"this row has {cells} cells, the room {seats} seats: they do not match",
                ),
            )
        )


def _seat(
    chart: Chart,
    grid: Grid,
    cell: tuple[int, int],
    place: str,
    person: str,
    people: Sequence[Person],
) -> None:
    chart.names += 1
    if person in chart.places:
        name = next(p.called for p in people if p.id == person)
        first = chart.cells[person]
        _remark(
            chart,
            grid,
            cell,
            f"{name.zh}重复出现，另见{first.column}{first.row}",
            f"{name.en} appears twice, also at {first.column}{first.row}",
        )
        return
    chart.places[person] = place
    chart.cells[person] = _where(grid, cell)


def _tell_apart(
    chart: Chart,
    grid: Grid,
    shared: Sequence[tuple[tuple[int, int], str, tuple[str, ...]]],
    people: Sequence[Person],
) -> None:
    """Seat people who share a name; those who cannot be told apart are reported."""
    by_id = {p.id: p for p in people}
    for cell, place, found in shared:
        left = [p for p in found if p not in chart.places]
        alike = sum(other == found for _, _, other in shared)
        if not left:
            left = list(found)
        elif len(left) > 1 or alike > 1:
            name = by_id[left[0]].called
            _remark(
                chart,
                grid,
                cell,
                f"叫{name.zh}的有{len(found)}人，请在格内注明单位；暂按{by_id[left[0]].unit}的计",
                f"{len(found)} people are called {name.en}: add the unit; taken to be of "
                f"{by_id[left[0]].unit}",
            )
        _seat(chart, grid, cell, place, left[0], people)


def _where(grid: Grid, cell: tuple[int, int]) -> Where:
    return Where(file=grid.file, sheet=grid.sheet, row=cell[0], column=letter(cell[1]))


def _remark(chart: Chart, grid: Grid, cell: tuple[int, int], zh: str, en: str) -> None:
    chart.remarks.append(Remark(_where(grid, cell), Text(zh, en)))
