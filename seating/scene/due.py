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
    classes = layout.classes
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

    Pinned people have their pin, if it is a seat meant for them at all; places kept for
    certain people are skipped by others and taken first by those for whom they are kept; the
    rest take the places of their side in order of honour; interpreters come in the order of those
    whom they interpret.  A special-purpose place (purpose
    not empty) outside an order of honour of its own goes to the person whose ordinary place
    would have been nearest.

    Returns fewer entries than people if the places do not suffice; the caller counts.
    """
    meant = {(p.id, place_class(p, layout)) for p in people}
    seats = {p.id: p for p in layout.seats}
    due = {
        pid: place
        for pid, place in pins.items()
        if place in seats and (pid, (seats[place].party, seats[place].purpose)) in meant
    }
    room = {p.id: p.capacity for p in layout.seats}
    for pinned in due.values():
        room[pinned] -= 1
    lines: dict[tuple[str, str], list[Place]] = {}
    for place in layout.seats:
        if room[place.id] > 0:
            lines.setdefault((place.party, place.purpose), []).append(place)
    nominal = _nominal(people, layout)
    left: list[Person] = []
    for person in _by_principal(people, layout):
        if person.id in due:
            continue
        line = lines.get(place_class(person, layout), [])
        open_to = [p for p in line if p.id not in keeps or person.id in keeps[p.id]]
        own = [p for p in open_to if p.id in keeps]
        if not open_to:
            left.append(person)
            continue
        chosen = (own or open_to)[0]
        if chosen.purpose == "wheelchair":
            home = nominal.get(person.id, chosen)
            chosen = min(
                open_to, key=lambda p: (round(math.hypot(p.x - home.x, p.y - home.y)), p.honour)
            )
        due[person.id] = chosen.id
        room[chosen.id] -= 1
        if room[chosen.id] == 0:
            line.remove(chosen)
    if left and keeps:
        _make_room(left, due, room, people, layout, pins, keeps)
    return due


def _by_principal(people: Sequence[Person], layout: Layout) -> list[Person]:
    """Let interpreters exchange turns, so that the chief's own has the first chair.

    Nobody else's turn changes: interpreters' chairs are theirs alone.
    """
    turn = {p.id: i for i, p in enumerate(people)}
    aides = [p for p in people if place_class(p, layout)[1] == "interpreter"]
    last = len(people)
    ranked = iter(sorted(aides, key=lambda p: (turn.get(p.interprets, last), turn[p.id])))
    mine = {p.id for p in aides}
    return [next(ranked) if p.id in mine else p for p in people]


def _make_room(
    left: Sequence[Person],
    due: dict[str, str],
    room: dict[str, int],
    people: Sequence[Person],
    layout: Layout,
    pins: Mapping[str, str],
    keeps: Mapping[str, tuple[str, ...]],
) -> None:
    """Seat those left over where others can give way along a chain of kept places."""
    lines: dict[tuple[str, str], list[str]] = {}
    for place in layout.seats:
        lines.setdefault((place.party, place.purpose), []).append(place.id)
    line_of = {p.id: lines.get(place_class(p, layout), []) for p in people}
    sitting: dict[str, list[str]] = {}
    for who, at in due.items():
        sitting.setdefault(at, []).append(who)
    seen: set[str] = set()  # what one search could not use, no later one can
    for person in left:
        came: dict[str, str] = {}
        queue = [person.id]
        free = ""
        while queue and not free:
            who = queue.pop(0)
            for place_id in line_of[who]:
                if place_id in seen or who not in keeps.get(place_id, (who,)):
                    continue
                seen.add(place_id)
                came[place_id] = who
                if room[place_id] > 0:
                    free = place_id
                    break
                queue += [p for p in sitting.get(place_id, ()) if due[p] != pins.get(p)]
        if not free:
            continue
        room[free] -= 1
        while free:
            who = came[free]
            before = due.get(who, "")
            due[who] = free
            sitting.setdefault(free, []).append(who)
            if before:
                sitting[before].remove(who)
            free = before
        seen -= came.keys()


def _nominal(people: Sequence[Person], layout: Layout) -> dict[str, Place]:
    """Where people would sit by order alone, were there no special places."""
    ordinary = [p for p in layout.seats if not p.purpose]
    return {p.id: ordinary[min(i, len(ordinary) - 1)] for i, p in enumerate(people) if ordinary}
