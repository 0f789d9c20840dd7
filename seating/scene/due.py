"""Due places: precedence × honour, with no search (应坐位置)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from seating.facts.people import Person
from seating.facts.venue import Layout, Place

PURPOSE_TAGS: dict[str, tuple[str, ...]] = {"wheelchair": ("轮椅", "wheelchair", "无障碍")}


def place_class(person: Person, layout: Layout) -> tuple[str, str]:
    """Return the (party, purpose) of the places that are meant for a person.

    A role or tag for which the layout keeps places of its own (an interpreter's chair, a
    wheelchair place) leads there; everybody else belongs to the ordinary places of his side.
    """
    classes = {(p.party, p.purpose) for p in layout.seats}
    parties = {party for party, _ in classes}
    party = (
        person.side
        if person.side in parties
        else ("" if "" in parties else min(parties, default=""))
    )
    for purpose in sorted({purpose for _, purpose in classes if purpose}):
        marks = PURPOSE_TAGS.get(purpose, ())
        wanted = purpose in person.roles or any(tag in person.tags for tag in marks)
        if wanted:
            for owner in (party, ""):
                if (owner, purpose) in classes:
                    return owner, purpose
    return party, ""


def due_places(
    people: Sequence[Person],
    layout: Layout,
    pins: Mapping[str, str],
    keeps: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """Give each person (in order of precedence) a due place.

    Pinned people have their pin; places kept for certain people are skipped by others and
    taken first by those for whom they are kept; the rest take the places of their side in
    order of honour.  A special-purpose place (purpose not empty) outside an order of honour
    of its own goes to the person whose ordinary place would have been nearest.

    Returns fewer entries than people if the places do not suffice; the caller counts.
    """
    due = {pid: place for pid, place in pins.items() if place in layout.by_id}
    taken = set(due.values())
    lines: dict[tuple[str, str], list[Place]] = {}
    for place in layout.seats:
        if place.id not in taken:
            lines.setdefault((place.party, place.purpose), []).append(place)
    nominal = _nominal(people, layout)
    for person in people:
        if person.id in due:
            continue
        line = lines.get(place_class(person, layout), [])
        open_to = [p for p in line if p.id not in keeps or person.id in keeps[p.id]]
        own = [p for p in open_to if p.id in keeps]
        if not open_to:
            continue
        chosen = (own or open_to)[0]
        if chosen.purpose == "wheelchair":
            home = nominal.get(person.id, chosen)
            chosen = min(
                open_to, key=lambda p: (round(math.hypot(p.x - home.x, p.y - home.y)), p.honour)
            )
        due[person.id] = chosen.id
        line.remove(chosen)
    return due


def _nominal(people: Sequence[Person], layout: Layout) -> dict[str, Place]:
    """Where people would sit by order alone, were there no special places."""
    ordinary = [p for p in layout.seats if not p.purpose]
    return {p.id: ordinary[min(i, len(ordinary) - 1)] for i, p in enumerate(people) if ordinary}
