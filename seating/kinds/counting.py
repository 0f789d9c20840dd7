"""What several kinds read off a finished plan; nothing here is used to compile (核验用)."""

from __future__ import annotations

from collections.abc import Iterator

from seating.facts.people import Person
from seating.facts.plan import Placing
from seating.facts.rule import Scene
from seating.facts.venue import Layout, Place


def area_of(place: Place, per: str) -> str:
    """Return the table, block or row that a place belongs to, ``""`` if none."""
    if per == "row":
        return f"{place.row}"
    return place.block or (place.id if place.capacity > 1 else "")


def areas(layout: Layout, per: str) -> list[str]:
    """Return every table, block or row that somebody could sit in."""
    usable = (p for p in layout.places if p.usable and p.honour > 0)
    return sorted({area_of(p, per) for p in usable} - {""})


def seated(scene: Scene, placing: Placing, per: str) -> dict[str, list[str]]:
    """Return who sits in each table, block or row, in order of precedence."""
    found: dict[str, list[str]] = {name: [] for name in areas(scene.layout, per)}
    for person in scene.people:
        name = area_of(scene.layout.by_id[placing.places[person.id]], per)
        if name:
            found.setdefault(name, []).append(person.id)
    return found


def side_by_side(scene: Scene, placing: Placing, who: str) -> Iterator[str]:
    """Yield whoever sits beside a person, or shares his place."""
    here = placing.places[who]
    for spot in (here, *scene.layout.near(here, "beside")):
        yield from (p for p in placing.occupants.get(spot, ()) if p != who)


def marks(person: Person, by: str) -> frozenset[str]:
    """Return what a person is counted under: his unit, gender …, or each of his tags."""
    found = person.tags if by == "tag" else frozenset({str(getattr(person, by))} if by else {"*"})
    return found - {""}
