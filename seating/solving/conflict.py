"""Why there is no plan: a smallest set of must rules that cannot all hold (冲突).

The core that CP-SAT reports may be everything, not minimal, or wrong; so the model has no
objective, the set is shrunk by deletion, and what remains is solved once more to confirm it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from seating.facts.plan import Conflict
from seating.facts.rule import Rule, Scene
from seating.solving.asked import post_asked
from seating.solving.run import Limits, Watch, run


def explain_conflict(
    scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch
) -> Conflict | None:
    """Return a minimal conflict with the cheapest concessions; ``None`` if there is no conflict.

    ``give_up`` lists up to three smallest sets of rules (smallest first) without which all the
    other must rules can hold, or one larger set; each was shown to work by solving.
    """
    musts = [r for r in rules if r.level == "must"]
    if _possible(scene, musts, limits, watch):
        return None
    core = _shrink(scene, _narrow(scene, musts, limits, watch), limits, watch)
    confirmed = not _possible(scene, core, limits, watch) and all(
        _possible(scene, [r for r in core if r is not rule], limits, watch) for rule in core
    )
    return Conflict(
        sitting=scene.sitting,
        rules=tuple(r.id for r in core),
        sentences=tuple(r.kind.sentence(scene) for r in core),
        confirmed=confirmed,
        give_up=_concessions(scene, musts, core, limits, watch),
    )


def _possible(scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch) -> bool:
    """Whether these must rules can all hold at once."""
    posted = post_asked(scene, rules)
    if posted is None:
        return False
    _, status = run(posted.model, limits, watch, scene.sitting, "conflict")
    if status == cp_model.UNKNOWN:
        raise TimeoutError(scene.sitting)
    return status in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def _narrow(scene: Scene, musts: list[Rule], limits: Limits, watch: Watch) -> list[Rule]:
    """Halve the set while one half alone is impossible."""
    rules = musts
    while len(rules) > 3:
        middle = len(rules) // 2
        for half in (rules[:middle], rules[middle:]):
            if not _possible(scene, half, limits, watch):
                rules = half
                break
        else:
            break
    return rules


def _shrink(scene: Scene, rules: Sequence[Rule], limits: Limits, watch: Watch) -> list[Rule]:
    """Drop every rule without which the rest is still impossible."""
    kept = list(rules)
    for rule in rules:
        rest = [r for r in kept if r is not rule]
        if not _possible(scene, rest, limits, watch):
            kept = rest
    return kept


def _concessions(
    scene: Scene, musts: list[Rule], core: list[Rule], limits: Limits, watch: Watch
) -> tuple[tuple[str, ...], ...]:
    """Find up to three smallest sets of rules to give up, starting with single rules.

    Where not even two suffice there is one set, from which nothing can be left out.  Where no
    rule is to blame there is nothing to give up.
    """
    if not core:
        return ()
    found: list[tuple[str, ...]] = []
    for size in (1, 2):
        pool = core if size == 1 else musts
        for group in combinations(pool, size):
            ids = tuple(r.id for r in group)
            if not set(ids) & {r.id for r in core}:
                continue
            if any(set(earlier) <= set(ids) for earlier in found):
                continue
            if _possible(scene, [r for r in musts if r.id not in ids], limits, watch):
                found.append(ids)
            if len(found) == 3:
                return tuple(found)
        if found:
            break
    return tuple(found) or (_give_way(scene, musts, limits, watch),)


def _give_way(scene: Scene, musts: list[Rule], limits: Limits, watch: Watch) -> tuple[str, ...]:
    """Take rule after rule while all can hold; the others have to be given up together.

    None of them can be kept beside those taken, but another choice might be smaller.
    """
    kept: list[Rule] = []
    for rule in musts:
        if _possible(scene, [*kept, rule], limits, watch):
            kept.append(rule)
    return tuple(r.id for r in musts if r not in kept)
