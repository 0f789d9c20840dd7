"""What the checker counts for every placement at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smallworld import placements

from seating.facts.plan import Placing
from seating.facts.rule import Scene

Spots = tuple[str, ...]


def checker_amounts(
    scene: Scene, kind: Any, candidates: Mapping[str, Sequence[str]] | None = None
) -> dict[Spots, int]:
    """Return the checker's sum of amounts of every placement, places in the order of people."""
    allowed = candidates or scene.eligible
    people = [p.id for p in scene.people]
    return {
        tuple(places[p] for p in people): sum(
            bite.amount for bite in kind.check(scene, Placing(sitting=scene.sitting, places=places))
        )
        for places in placements(scene)
        if all(places[p] in allowed[p] for p in people)
    }
