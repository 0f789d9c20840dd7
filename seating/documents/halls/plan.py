"""What a chart of a hall shows, before any paper is chosen (会场图的内容)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal

from seating.documents.charts.keys import Show
from seating.documents.halls.axis import Axis
from seating.documents.words import category_of, name_of, unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language
from seating.facts.venue import Place

State = Literal["taken", "free", "reserved", "unusable"]
ColourBy = Literal["unit", "category", "group", "none"]

_AISLE_KEPT = 0.55
_CROSS_KEPT = 0.45
_SEAT, _ROW = 550.0, 900.0


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in a seat, and what its colour tells."""

    show: Show = "both"
    colour: ColourBy = "unit"


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A unit (category, group) as it is marked: its number, short name, category and people."""

    number: int
    key: str
    short: str
    category: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One seat of the hall: where it is drawn (plan mm) and what stands in it.

    ``words`` is the name, or the number where only numbers are shown; ``under`` the unit.
    """

    place: Place
    x: float
    y: float
    state: State
    person: Person | None
    words: str
    unit: UnitMark | None
    under: str = ""

    @property
    def wheelchair(self) -> bool:
        """Whether the place is for a wheelchair."""
        return "wheelchair" in self.place.features or self.place.purpose == "wheelchair"


@dataclass(frozen=True, kw_only=True)
class HallPlan:
    """All seats of a hall with their people, and rulers along both directions.

    Attributes:
        across, along: rulers for x and y of the plan.
        pitch, row_pitch: size of a seat's cell in plan mm.
    """

    sitting: BookSitting
    language: Language
    look: Look
    cells: Sequence[Cell]
    units: Sequence[UnitMark]
    across: Axis
    along: Axis
    pitch: float
    row_pitch: float
    rows: Sequence[tuple[int, float]] = field(default_factory=tuple)

    @property
    def words(self) -> list[str]:
        """The names, or numbers, to be printed."""
        return [cell.words for cell in self.cells if cell.words]

    @property
    def columns(self) -> float:
        """Width of the hall in seats, shortened aisles included."""
        return self.across.length / self.pitch

    @property
    def lines(self) -> float:
        """Depth of the hall in rows."""
        return self.along.length / self.row_pitch


_PLAIN = Look()


def hall_plan(
    book: Book, sitting: BookSitting, language: Language, look: Look = _PLAIN
) -> HallPlan:
    """Collect the seats of a hall, who sits there and how units are marked."""
    layout = sitting.layout
    occupant = sitting.plan.placing.occupant
    occupied = frozenset(sitting.plan.placing.places)
    seated = {
        place: book.people[person] for place, person in occupant.items() if person in book.people
    }
    marks = marks_of(book, [i for i in sitting.order if i in occupied], language, look.colour)
    spots = straightened(layout.places)
    pitch, row_pitch, rows = _grid(layout.places, spots)
    cells = [
        _cell(book, place, spots[place.id], seated.get(place.id), marks, language, look)
        for place in layout.places
    ]
    half, depth = pitch / 2, row_pitch / 2
    return HallPlan(
        sitting=sitting,
        language=language,
        look=look,
        cells=cells,
        units=sorted(marks.values(), key=lambda m: m.number),
        across=Axis([(c.x - half, c.x + half) for c in cells], _AISLE_KEPT),
        along=Axis([(c.y - depth, c.y + depth) for c in cells], _CROSS_KEPT),
        pitch=pitch,
        row_pitch=row_pitch,
        rows=rows,
    )


def _cell(
    book: Book,
    place: Place,
    spot: tuple[float, float],
    person: Person | None,
    marks: dict[str, UnitMark],
    language: Language,
    look: Look,
) -> Cell:
    number = str(place.number or place.id)
    numbered = look.show == "numbers"
    if person is not None:
        words = number if numbered else name_of(person, language)
        under = unit_of(book, person.unit, language)
        mark = marks.get(key_of(book, person, look.colour))
        return Cell(place, *spot, "taken", person, words, mark, under)
    state: State = "free"
    if "unusable" in place.features:
        state = "unusable"
    elif "reserved" in place.features:
        state = "reserved"
    return Cell(place, *spot, state, None, number if numbered and state == "free" else "", None)


def straightened(places: Sequence[Place]) -> dict[str, tuple[float, float]]:
    """Return where each seat is drawn, in plan mm; curved rows are drawn straight.

    On paper curved rows would cost a third of the room that names need.
    """
    as_built = {p.id: (p.x, p.y) for p in places}
    rows: dict[int, list[Place]] = {}
    for place in places:
        rows.setdefault(place.row, []).append(place)
    bent = any(max(p.y for p in row) - min(p.y for p in row) > 200 for row in rows.values())
    if not bent or any(p.file == 0 for p in places):
        return as_built
    letters = sorted({p.block[:1] for p in places})
    middle = max(p.file for p in places) / 2 + 0.5
    spread = (len(letters) - 1) / 2
    segments: dict[int, int] = {}
    for row, members in sorted(rows.items()):
        tail = members[0].block[1:]
        segments[row] = int(tail) if tail.isdigit() else 0
    return {
        p.id: (
            (p.file - middle + 2 * (letters.index(p.block[:1]) - spread)) * _SEAT,
            -(p.row + segments[p.row]) * _ROW,
        )
        for p in places
    }


def key_of(book: Book, person: Person, by: ColourBy) -> str:
    """Return that by which somebody is coloured; ``""`` = not at all."""
    if by == "unit":
        return person.unit
    if by == "group":
        return person.group
    unit = book.units.get(person.unit)
    return unit.category if unit and by == "category" else ""


def marks_of(
    book: Book, order: Sequence[str], language: Language, by: ColourBy = "unit"
) -> dict[str, UnitMark]:
    """Number what people are coloured by.

    Units follow their own order, those without one at the end; categories follow their first
    unit, groups their first member by precedence.
    """
    counts: dict[str, int] = {}
    people = [book.people[i] for i in order if i in book.people]
    for person in people:
        key = key_of(book, person, by)
        if key:
            counts[key] = counts.get(key, 0) + 1

    def rank(name: str) -> tuple[bool, int, str]:
        unit = book.units.get(name)
        order = unit.order if unit else 0
        return (order == 0, order, name)

    keys = list(counts)
    if by == "unit":
        keys.sort(key=rank)
    elif by == "category":
        first = {k: min(rank(p.unit) for p in people if key_of(book, p, by) == k) for k in keys}
        keys.sort(key=first.__getitem__)
    marks: dict[str, UnitMark] = {}
    for number, name in enumerate(keys, start=1):
        unit = book.units.get(name) if by == "unit" else None
        category = unit.category if unit and language == "zh" else ""
        short = unit_of(book, name, language) if by == "unit" else name
        short = category_of(book, name, language) if by == "category" else short
        marks[name] = UnitMark(number, name, short, category, counts[name])
    return marks


def _grid(
    places: Sequence[Place], spots: Mapping[str, tuple[float, float]]
) -> tuple[float, float, list[tuple[int, float]]]:
    """Return seat pitch, row pitch and (row, y on the axis) of every row, in plan mm."""
    rows: dict[int, list[tuple[float, float]]] = {}
    for place in places:
        rows.setdefault(place.row, []).append(spots[place.id])
    gaps: list[float] = []
    middles: list[tuple[int, float]] = []
    for row, members in sorted(rows.items()):
        xs = sorted(x for x, _ in members)
        gaps += [b - a for a, b in pairwise(xs) if b - a > 1]
        middles.append((row, min(members, key=lambda spot: (abs(spot[0]), spot[0]))[1]))
    pitch = median(gaps) if gaps else 600.0
    ys = sorted(y for _, y in middles)
    row_pitch = min((b - a for a, b in pairwise(ys) if b - a > 1), default=900.0)
    return pitch, row_pitch, middles
