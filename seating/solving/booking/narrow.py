"""Which starts and rooms remain for each meeting once the must rules have been heard (初筛)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seating.facts.booking_rule import BookingScene
from seating.solving.booking.ask import Cell, Clause, Place, Sum, Term, Time


@dataclass(frozen=True, kw_only=True)
class Choices:
    """The starts of each meeting and the rooms of each of its parts."""

    starts: Mapping[str, tuple[int, ...]]
    rooms: Mapping[str, tuple[tuple[str, ...], ...]]

    def possible(self, meeting: str) -> bool:
        """Whether a meeting has any choice left."""
        return bool(self.starts[meeting]) and all(self.rooms[meeting])


def all_choices(scene: BookingScene, meetings: Iterable[str]) -> Choices:
    """Return every start and every room of some of the meetings."""
    rooms = tuple(r.id for r in scene.rooms)
    chosen = [scene.by_id[m] for m in meetings]
    return Choices(
        starts={m.id: scene.starts[m.id] for m in chosen},
        rooms={m.id: (rooms,) * len(m.parts) for m in chosen},
    )


def narrow(scene: BookingScene, meetings: Iterable[str], musts: Sequence[Clause]) -> Choices:
    """Return what is left of the choices when single starts and rooms that cost are left out."""
    every = all_choices(scene, meetings)
    starts = {m: dict.fromkeys(found) for m, found in every.starts.items()}
    rooms = {m: [dict.fromkeys(one) for one in found] for m, found in every.rooms.items()}
    cells: list[Cell] = []
    for term in (t for clause in musts for t in _alone(clause.amount)):
        if isinstance(term, Time) and term.meeting in starts:
            for start in term.price:
                starts[term.meeting].pop(start, None)
        elif isinstance(term, Place) and term.meeting in rooms:
            for room in term.price:
                rooms[term.meeting][term.part].pop(room, None)
        elif isinstance(term, Cell) and term.meeting in rooms:
            cells.append(term)
    changed = True
    while changed:
        changed = False
        for cell in cells:
            when, where = starts[cell.meeting], rooms[cell.meeting][cell.part]
            shut = [r for r in where if all(s in cell.price.get(r, ()) for s in when)]
            late = [s for s in when if all(s in cell.price.get(r, ()) for r in where)]
            for room in shut:
                where.pop(room)
            for start in late:
                when.pop(start, None)
            changed = changed or bool(shut or late)
    return Choices(
        starts={m: tuple(found) for m, found in starts.items()},
        rooms={m: tuple(map(tuple, found)) for m, found in rooms.items()},
    )


def _alone(amount: Term | int) -> Iterator[Term]:
    """Yield the terms of an amount that is zero only if each of them is."""
    if isinstance(amount, Sum):
        if amount.constant == 0 and all(factor > 0 for factor, _ in amount.parts):
            for _, term in amount.parts:
                yield from _alone(term)
    elif not isinstance(amount, int):
        yield amount
