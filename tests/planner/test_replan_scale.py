"""The fewest moves of a large re-plan are found and proven; the bound never lies."""

from __future__ import annotations

import dataclasses
import random
import time
from functools import cache
from pathlib import Path

import pytest
from smallrules import random_rules
from smallworld import Totals, all_bills, long_row, make, person, random_scene, rule, scene_of

from seating import planner
from seating.facts.event import Event
from seating.facts.plan import Plan
from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.reading.event import read_event
from seating.scene.build import build
from seating.solving import placing
from seating.solving.moves import least_moves, least_should
from seating.solving.moves_guess import guess
from seating.solving.moves_reading import demands
from seating.solving.moves_ways import least_ways
from seating.solving.proving import anchor_of
from seating.solving.run import Limits, Watch

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "office-conference"
ANYTHING = 10_000


def keep_everybody(scene: Scene, weight: int = 1) -> Rule:
    who = tuple(p.id for p in scene.people)
    return rule(make("keep-place", who=who), "keep", weight, "keep-all")


def truth(scene: Scene, rules: list[Rule]) -> Totals | None:
    """The best bill of all placements, levels compared from the left."""
    kept = [b for b in all_bills(scene, rules) if b[0] == 0]
    return min(kept) if kept else None


def bounds(scene: Scene, rules: list[Rule], best: Totals) -> tuple[int, int]:
    should = least_should(scene, rules, best[1] + ANYTHING, Limits(), Watch())
    keep = least_moves(scene, rules, best[1], ANYTHING, Limits(), Watch())
    return should, keep


@pytest.mark.parametrize("seed", range(90))
def test_bound_is_never_above_the_truth(seed: int) -> None:
    rng = random.Random(seed)
    scene = random_scene(rng, 5)
    rules = random_rules(rng, scene, rng.randint(1, 4), musts=0.35)
    level = rng.choice(("must", "should"))
    each = rng.choice(("unit", "group"))
    ordinary = [p.id for p in scene.people]
    rules.append(rule(make("together", who=tuple(ordinary), each=each), level, 2, "runs"))
    rules.append(keep_everybody(scene, rng.randint(1, 2)))
    best = truth(scene, rules)
    if best is None:
        return
    should, keep = bounds(scene, rules, best)
    assert should <= best[1]
    assert keep <= best[2]


def units_in_a_row(rng: random.Random) -> tuple[Scene, list[Rule]]:
    """Units side by side in a row of six; one of them grew by a person."""
    size = rng.randint(4, 5)
    names = "abcdef"[:size]
    layout = long_row(6, empty=rng.sample(range(1, 7), 6 - size - rng.randint(0, 6 - size)))
    people = [person(n, unit="UVW"[at * 3 // size]) for at, n in enumerate(names)]
    new = rng.randrange(size)
    people[new] = person(names[new], unit=rng.choice("UVW"))
    scene = scene_of(layout, people)
    spots = [p.id for p in scene.layout.seats]
    before = dict(zip(rng.sample(names, size), spots, strict=False))
    before.pop(names[new])
    scene = dataclasses.replace(scene, before=before)
    runs = rule(make("together", who=tuple(names), each="unit"), "should", 1, "runs")
    return scene, [runs, keep_everybody(scene)]


@pytest.mark.parametrize("seed", range(30))
def test_units_in_a_row_are_bounded_exactly(seed: int) -> None:
    """Where only runs and places matter the bound of moves is the truth itself."""
    scene, rules = units_in_a_row(random.Random(seed))
    best = truth(scene, rules)
    assert best is not None
    should, keep = bounds(scene, rules, best)
    assert should <= best[1]
    assert keep == best[2] if best[1] == 0 else keep <= best[2]


def ways(scene: Scene, rules: list[Rule], best: Totals) -> int:
    anchor = anchor_of(rules)
    assert anchor is not None
    allowed: dict[Level, int] = dict(zip(LEVELS, best, strict=True))
    return least_ways(scene, demands(scene, rules), anchor, allowed, Limits(), Watch())


@cache
def due_in_a_row(seed: int) -> tuple[Scene, list[Rule], Totals]:
    """Units in a row who would like their due places, and the best bill of all placements."""
    rng = random.Random(seed)
    scene, rules = units_in_a_row(rng)
    who = tuple(p.id for p in scene.people)
    rules.append(rule(make("due-place", who=who), "prefer", rng.randint(1, 2), "order"))
    best = truth(scene, rules)
    assert best is not None
    return scene, rules, best


@pytest.mark.parametrize("seed", range(60))
def test_ways_are_never_bounded_above_the_truth(seed: int) -> None:
    """Among plans as good above, none has people nearer to their due places than the bound."""
    scene, rules, best = due_in_a_row(seed)
    assert ways(scene, rules, best) <= best[3]


@pytest.mark.parametrize("small", [0, 4000])
@pytest.mark.parametrize("seed", range(30))
def test_a_replan_moves_the_fewest_of_all_placements(
    seed: int, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Solved whole or in parts, the plan costs what the best of all placements does."""
    monkeypatch.setattr(placing, "SMALL", small)
    scene, rules, best = due_in_a_row(seed)
    found = placing.solve_placing(scene, rules, Limits(), Watch())
    assert found is not None
    assert found.values == best


def test_bounds_of_ways_are_worth_something() -> None:
    """Most of these small re-plans are proven by the model of runs alone."""
    cases = [due_in_a_row(seed) for seed in range(30)]
    assert sum(ways(*case) == case[2][3] for case in cases) >= 10


def test_nothing_is_guessed_without_an_earlier_plan() -> None:
    scene, rules = units_in_a_row(random.Random(1))
    assert guess(dataclasses.replace(scene, before={}), rules, Limits(), Watch()) is None


# The large sample --------------------------------------------------------------------------


@cache
def sample() -> tuple[Event, Plan]:
    event = read_event(SAMPLE)
    return event, planner.plan(build(event)).plan


def with_arrival(event: Event, colleague: str) -> Event:
    """Return the event with one new person who ranks right below a colleague."""
    at = next(i for i, p in enumerate(event.people) if p.id == colleague)
    new = dataclasses.replace(
        event.people[at], id="NEW", name="新到", roles=frozenset(), tags=frozenset(), substitutes=""
    )
    people = (*event.people[: at + 1], new, *event.people[at + 1 :])
    return dataclasses.replace(event, people=people)


def in_the_middle(event: Event) -> list[str]:
    return [p.id for p in event.people if p.group == "会场" and not p.absent][150:151]


def test_one_arrival_moves_the_proven_fewest() -> None:
    event, old = sample()
    (colleague,) = in_the_middle(event)
    started = time.process_time()
    made = planner.replan(build(with_arrival(event, colleague)), old)
    spent = time.process_time() - started
    levels = {r.level: r for r in made.report.plan.sittings["hall"].levels}
    assert levels["should"].value == 0
    assert levels["keep"].proven
    assert levels["keep"].value == 3
    assert levels["prefer"].proven
    assert {c.person for c in made.changes["hall"] if c.old is None} == {"NEW"}
    assert len(made.changes["hall"]) == 4
    assert spent < 60


def test_one_absence_moves_nobody() -> None:
    event, old = sample()
    (gone,) = in_the_middle(event)
    people = tuple(dataclasses.replace(p, absent=True) if p.id == gone else p for p in event.people)
    made = planner.replan(build(dataclasses.replace(event, people=people)), old)
    assert [c.person for c in made.changes["hall"]] == [gone]
    levels = {r.level: r for r in made.report.plan.sittings["hall"].levels}
    assert levels["keep"].value == 0
    assert all(r.proven for r in levels.values())
