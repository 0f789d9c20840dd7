"""Pricing a placing without a model gives what the checker counts, for every kind of rule."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from cases import CASES
from smallworld import bill, make, placements, rule
from worlds import WORLDS

from seating.facts.rule import LEVELS
from seating.solving.pricing import Pricing

FLAT = [
    pytest.param(name, world, told, id=f"{name}-{world}-{number}")
    for name, cases in CASES.items()
    for number, (world, told) in enumerate(cases)
]


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_price_is_what_the_checker_counts(name: str, world: str, told: dict[str, Any]) -> None:
    scene = WORLDS[world]()
    rules = [rule(make(name, **told), "should", 3)]
    pricing = Pricing.of(scene, rules)
    for places in islice(placements(scene), 0, None, 11):
        assert pricing.values(places) == bill(scene, rules, places)


def test_levels_are_kept_apart() -> None:
    scene = WORLDS["rows"]()
    who = tuple(p.id for p in scene.people)
    rules = [rule(make("front", who=who[:1], rows=1), level, 2) for level in LEVELS]
    back = next(p.id for p in scene.layout.places if p.row == 2)
    places = {**dict.fromkeys(who, "1-1"), who[0]: back}
    assert Pricing.of(scene, rules).values(places) == (2, 2, 2, 2)
