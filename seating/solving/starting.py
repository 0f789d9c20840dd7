"""Where the search starts: the due places, or the earlier plan with its gaps filled (初始方案)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from seating.facts.rule import Rule, Scene
from seating.solving.regions import Lines


def start_of(scene: Scene) -> Mapping[str, str]:
    """Return a first placing; it need not keep any rule.

    When re-planning, everybody who may keep his place does; people who are new take their due
    place if it is free, else the free place nearest to it along the seat line.
    """
    if not scene.before:
        return scene.due
    places = {
        p.id: scene.before[p.id]
        for p in scene.people
        if scene.before.get(p.id) in scene.eligible[p.id]
    }
    free = Counter({place.id: place.capacity for place in scene.layout.seats})
    free.subtract(places.values())
    lines = Lines.of(scene)
    for person in scene.people:
        if person.id in places:
            continue
        key, home = lines.spot[scene.due[person.id]]
        open_to = [p for p in scene.eligible[person.id] if free[p] > 0]
        if not open_to:
            return scene.due
        best = min(
            open_to, key=lambda p: (lines.spot[p][0] != key, abs(lines.spot[p][1] - home), p)
        )
        places[person.id] = best
        free[best] -= 1
    return places


def gaps(
    scene: Scene, rules: Sequence[Rule], places: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Rows that are to be closed and in which an empty seat stands between people."""
    closed = [rule.kind for rule in rules if rule.kind.kind == "compact"]
    rows: dict[tuple[int, str], list[tuple[float, str]]] = {}
    for place in scene.layout.seats:
        if not place.purpose:
            rows.setdefault((place.row, place.party), []).append((place.x, place.id))
    taken = set(places.values())
    found = []
    for (number, _), row in sorted(rows.items()):
        if not any(number in (getattr(kind, "rows", ()) or (number,)) for kind in closed):
            continue
        line = [place for _, place in sorted(row)]
        filled = [at for at, place in enumerate(line) if place in taken]
        if filled and len(filled) < filled[-1] - filled[0] + 1:
            found.append(tuple(line))
    return tuple(found)


def unsettled(scene: Scene) -> tuple[tuple[str, ...], ...]:
    """Places around people who are new or lost their place: where a re-plan must look.

    Each group holds the newcomer's start and due place, the places of his unit, and every
    empty place.
    """
    if not scene.before:
        return ()
    start = start_of(scene)
    empty = {p.id for p in scene.layout.seats} - set(start.values())
    groups = []
    for person in scene.people:
        if scene.before.get(person.id) == start[person.id]:
            continue
        mates = {start[p.id] for p in scene.people if person.unit and p.unit == person.unit}
        near = {start[person.id], scene.due[person.id]} | mates
        groups.append(tuple(sorted(near)))
        groups.append(tuple(sorted(near | empty)))
    return tuple(groups)
