"""Neighbourhoods of a plan in which it pays to search (局部区域).

People whom no rule singles out keep their due places unless somebody near them is moved.  So
the search looks first at stretches of the seat line around the people named by rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from seating.facts.rule import Rule, Scene
from seating.solving.involved import named_people

Line = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Lines:
    """The seats of each class in order of honour, and where each place stands in them."""

    places: Mapping[Line, tuple[str, ...]]
    spot: Mapping[str, tuple[Line, int]]

    @classmethod
    def of(cls, scene: Scene) -> Lines:
        """Read the lines off a layout."""
        found: dict[Line, list[str]] = {}
        for place in scene.layout.seats:
            found.setdefault((place.party, place.purpose), []).append(place.id)
        return cls(
            places={key: tuple(ids) for key, ids in found.items()},
            spot={pid: (key, i) for key, ids in found.items() for i, pid in enumerate(ids)},
        )

    def around(self, place: str, width: int) -> tuple[str, ...]:
        """Places within ``width`` steps of one along its line."""
        key, at = self.spot[place]
        return self.places[key][max(0, at - width) : at + width + 1]


def hot_groups(
    scene: Scene, rules: Sequence[Rule], places: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Group the places around which rules pull: one group per set of connected rules.

    A group holds the places and due places of the people whom its rules name.
    """
    groups: list[tuple[set[str], set[str]]] = []
    for rule in rules:
        people = set(named_people(scene, rule))
        if not people:
            continue
        spots = {places[p] for p in people if p in places} | {scene.due[p] for p in people}
        for other in [g for g in groups if g[0] & people]:
            people, spots = people | other[0], spots | other[1]
            groups.remove(other)
        groups.append((people, spots))
    return tuple(sorted(tuple(sorted(spots)) for _, spots in groups))


def region(lines: Lines, spots: Iterable[str], width: int) -> frozenset[str]:
    """All places within ``width`` steps of any of the spots."""
    return frozenset(p for spot in spots if spot in lines.spot for p in lines.around(spot, width))


def confined(
    scene: Scene, places: Mapping[str, str], area: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Candidates that leave everybody outside the area where he is.

    People inside may take any place of the area that they are eligible for.
    """
    inside: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for person, place in places.items():
        if place not in area:
            found[person] = (place,)
            continue
        eligible = scene.eligible[person]
        if eligible not in inside:
            inside[eligible] = tuple(p for p in eligible if p in area)
        found[person] = inside[eligible]
    return found
