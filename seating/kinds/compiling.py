"""What several kinds ask of a scene when they compile; their checks never use it (编译用)."""

from __future__ import annotations

from collections.abc import Iterable

from seating.facts.rule import Scene

Areas = list[tuple[tuple[str, ...], tuple[str, ...]]]


def bins(scene: Scene, per: str) -> dict[str, list[str]]:
    """Return the places of each table, block or row; places outside any are left out.

    A place for several people that belongs to no block (a room, a group) is its own.
    """
    found: dict[str, list[str]] = {}
    for place in scene.layout.seats:
        name = str(place.row) if per == "row" else place.block
        if not name and place.capacity > 1:
            name = place.id
        if name:
            found.setdefault(name, []).append(place.id)
    return found


def adjacent(scene: Scene) -> list[tuple[str, str]]:
    """Return each pair of places side by side once."""
    pairs = {
        (min(link.a, link.b), max(link.a, link.b))
        for link in scene.layout.links
        if link.relation == "beside"
    }
    return sorted(pairs)


def beside_areas(scene: Scene) -> Areas:
    """Return each place with those beside it, as areas to ask about company.

    Whoever shares a place for several people sits beside the others there.
    """
    near: dict[str, list[str]] = {
        p.id: [p.id] if p.capacity > 1 else [] for p in scene.layout.seats
    }
    for a, b in adjacent(scene):
        if a in near and b in near:
            near[a].append(b)
            near[b].append(a)
    return [((place,), tuple(found)) for place, found in near.items() if found]


def shared_areas(scene: Scene, per: str) -> Areas:
    """Return the areas within which people are in company: ``beside`` or one table, block, row."""
    if per == "beside":
        return beside_areas(scene)
    return [(tuple(places), tuple(places)) for places in bins(scene, per).values()]


def parties(scene: Scene, who: Iterable[str], by: str) -> dict[str, list[str]]:
    """Return the people of each value (a unit, a gender …); ``""`` as ``by`` is one party."""
    found: dict[str, list[str]] = {}
    for pid in who:
        person = scene.person(pid)
        one = {
            "gender": person.gender,
            "side": person.side,
            "unit": person.unit,
            "group": person.group,
            "": "*",
        }
        names = sorted(person.tags) if by == "tag" else [one[by]]
        for name in names:
            if name:
                found.setdefault(name, []).append(pid)
    return found
