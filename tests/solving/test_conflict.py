"""Conflicts: nothing to spare in them, and every concession works."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from itertools import combinations

import pytest
from smallrules import random_rules
from smallworld import (
    facing_table,
    long_row,
    make,
    person,
    placements,
    random_scene,
    rule,
    scene_of,
)

from seating.facts.plan import Conflict, Placing
from seating.facts.rule import Rule, Scene
from seating.solving.conflict import explain_conflict
from seating.solving.run import Limits, Watch

SEEDS = (*range(60), 111, 351, 378, 546)  # the last ones clash three at a time
Possible = Callable[[Iterable[str]], bool]


def explain(scene: Scene, rules: list[Rule]) -> Conflict | None:
    return explain_conflict(scene, rules, Limits(), Watch())


def brute_force(scene: Scene, musts: list[Rule]) -> Possible:
    """Return a test whether some placement keeps all of the rules named."""
    broken = {
        frozenset(
            r.id
            for r in musts
            if any(r.kind.check(scene, Placing(sitting=scene.sitting, places=places)))
        )
        for places in placements(scene)
    }
    return lambda ids: any(not found & set(ids) for found in broken)


#: kinds that hardly ever clash alone, so that cores of several rules come about
PLACING = ("aisle", "apart", "behind", "beside", "not-at", "opposite", "pinned", "reserved")


def random_case(seed: int) -> tuple[Scene, list[Rule]]:
    rng = random.Random(seed)
    scene = random_scene(rng, 5)
    if seed % 2:
        return scene, random_rules(rng, scene, rng.randint(3, 6), musts=0.9)
    return scene, random_rules(rng, scene, rng.randint(3, 6), musts=0.9, names=PLACING)


@pytest.mark.parametrize("seed", SEEDS)
def test_conflict_is_minimal_and_concessions_work(seed: int) -> None:
    scene, rules = random_case(seed)
    musts = [r for r in rules if r.level == "must"]
    everything = {r.id for r in musts}
    possible = brute_force(scene, musts)
    conflict = explain(scene, rules)
    assert (conflict is None) == possible(everything)
    if conflict is None:
        return
    core = set(conflict.rules)
    assert core <= everything
    assert not possible(core)
    assert all(possible(core - {one}) for one in core)
    assert conflict.confirmed
    assert len(conflict.sentences) == len(core)
    assert all(possible(everything - set(given)) for given in conflict.give_up)
    cheap = [
        set(group)
        for size in (1, 2)
        for group in combinations(sorted(everything), size)
        if possible(everything - set(group))
    ]
    assert conflict.give_up, "there is always something to give up"
    if not cheap:
        assert all(not possible(everything - set(g) | {one}) for g in conflict.give_up for one in g)
    if cheap:
        assert {len(given) for given in conflict.give_up} == {len(cheap[0])}
        smallest = [c for c in cheap if len(c) == len(cheap[0])]
        assert len(conflict.give_up) == min(3, len(smallest))


def test_random_conflicts_are_worth_looking_at() -> None:
    """Among them are conflicts of one rule, of two and of more, and scenes without any."""
    sizes = set()
    for seed in SEEDS:
        conflict = explain(*random_case(seed))
        sizes.add(0 if conflict is None else len(conflict.rules))
    assert {0, 1, 2, 3} <= sizes


def test_people_of_whom_no_rule_speaks_need_places_too() -> None:
    """Two of three seats reserved leave too few for three people, one of them never named."""
    scene = scene_of(long_row(3), [person(p) for p in "abc"])
    keep = make("reserved", places=("R1",), who=("a", "b"))
    pins = make("pinned", who=("a", "b"), place=("R2", "R3"))
    conflict = explain(scene, [rule(keep, rid="kept"), rule(pins, rid="pins")])
    assert conflict is not None
    assert conflict.rules == ("kept", "pins")
    assert conflict.give_up == (("kept",), ("pins",))


def test_more_people_than_places_is_a_conflict_of_no_rule() -> None:
    scene = scene_of(long_row(3), [person(p) for p in "abcd"])
    conflict = explain(scene, [rule(make("apart", who=("a", "b")))])
    assert conflict is not None
    assert conflict.rules == conflict.give_up == ()


def test_room_is_counted_side_by_side() -> None:
    """Two free guests do not fit where a third has the only place beside another."""
    people = [person(p, side="guest") for p in "abc"]
    scene = scene_of(facing_table(), people)
    assert explain(scene, [rule(make("apart", who=("a", "b")))]) is None
    both = [
        rule(make("apart", who=("a", "b")), rid="p"),
        rule(make("apart", who=("a", "c")), rid="q"),
    ]
    conflict = explain(scene, both)
    assert conflict is not None
    assert conflict.rules == ("p", "q")


def test_three_rules_that_clash_only_together() -> None:
    scene = scene_of(long_row(4), [person(p) for p in "abc"])
    rules = [
        rule(make("beside", who=("a",), of=("b",)), rid="1"),
        rule(make("beside", who=("b",), of=("c",)), rid="2"),
        rule(make("apart", who=("a", "c"), within=2), rid="3"),
        rule(make("aisle", who=("a",)), "prefer", rid="4"),
    ]
    conflict = explain(scene, rules)
    assert conflict is not None
    assert conflict.rules == ("1", "2", "3")
    assert conflict.give_up == (("1",), ("2",), ("3",))


def test_two_separate_conflicts_need_two_concessions() -> None:
    scene = scene_of(long_row(5), [person(p) for p in "abcd"])
    rules = [
        rule(make("pinned", who=(who,), place=(spot,)), rid=f"{who}{spot}")
        for who, spot in (("a", "R1"), ("a", "R2"), ("b", "R3"), ("b", "R4"))
    ]
    conflict = explain(scene, rules)
    assert conflict is not None
    assert len(conflict.rules) == 2
    assert all(len(given) == 2 for given in conflict.give_up)
    assert len(conflict.give_up) == 3


def test_no_conflict_is_told_where_rules_can_hold() -> None:
    scene = scene_of(long_row(4), [person(p) for p in "abc"])
    assert explain(scene, [rule(make("apart", who=("a", "b")))]) is None


def test_strangers_between_people_count_in_a_conflict() -> None:
    """Along the order of honour (R2, R1, R3) the third person can only sit between the pair."""
    scene = scene_of(long_row(3), [person(p) for p in "abc"])
    whole = make("together", who=("a", "b"))
    pins = make("pinned", who=("a", "b"), place=("R2", "R3"))
    conflict = explain(scene, [rule(whole, rid="whole"), rule(pins, rid="pins")])
    assert conflict is not None
    assert set(conflict.rules) == {"whole", "pins"}
