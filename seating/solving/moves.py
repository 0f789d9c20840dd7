"""How few people a new plan must move: a bound from a model of parties as intervals (最少变动).

A model with a variable for each person and place is far too large to prove that nobody could
disturb fewer people.  But what matters of a party that is to sit in one unbroken run is only
where the run begins and ends and who keeps his place: runs of different parties never
overlap, each is at least as long as the party is large, and covers the places of those who
stay.  People whom rules single out keep a variable for each place.  Everything that is left
out (who of a party takes which place) can only lower the bound, so the bound holds for all plans.
"""

from __future__ import annotations

from collections.abc import Sequence

from seating.facts.rule import Rule, Scene
from seating.solving.moves_model import RunModel
from seating.solving.moves_reading import demands
from seating.solving.run import Limits, Watch


def least_should(
    scene: Scene, rules: Sequence[Rule], known: int, limits: Limits, watch: Watch
) -> int:
    """Bound the level should of any plan, given what it costs in a known one."""
    if known <= 0:
        return 0
    model = RunModel(scene, demands(scene, rules), known)
    return min(known, model.least(model.should, limits, watch))


def least_moves(
    scene: Scene, rules: Sequence[Rule], should: int, known: int, limits: Limits, watch: Watch
) -> int:
    """Bound the level keep of any plan that costs no more than so much at level should.

    Args:
        scene: the sitting, with the earlier places.
        rules: all its rules.
        should: what the known plan costs at level should.
        known: what it costs at level keep.
        limits: of the search.
        watch: of the search.
    """
    demanded = demands(scene, rules)
    if known <= 0 or not demanded.kept:
        return 0
    model = RunModel(scene, demanded, should)
    return min(known, model.least(model.moves, limits, watch))
