"""Both faces of every kind of rule give the same amount for every single placement."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cases import CASES
from faces import differences
from oracle import checker_amounts
from smallrules import MAKERS
from smallworld import make, random_scene
from worlds import WORLDS

from seating.facts.rule import Scene
from seating.facts.venue import own_left
from seating.kinds.registry import kinds

FLAT = [
    pytest.param(name, world, told, id=f"{name}-{world}-{number}")
    for name, cases in CASES.items()
    for number, (world, told) in enumerate(cases)
]


def test_every_kind_has_cases() -> None:
    """Whoever adds a kind of rule adds its cases here."""
    assert set(CASES) == set(kinds())
    assert all(len(cases) >= 3 for cases in CASES.values())


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_faces_agree_on_every_placement(name: str, world: str, told: dict[str, Any]) -> None:
    assert differences(WORLDS[world](), make(name, **told)) == []


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_faces_agree_where_people_may_take_few_places(
    name: str, world: str, told: dict[str, Any]
) -> None:
    """The large-sitting search gives each person only some of his places."""
    scene = WORLDS[world]()
    rng = random.Random(f"{name} {world} {told}")
    for _ in range(3):
        few = {
            pid: tuple(p for p in spots if rng.random() < 0.5) or spots
            for pid, spots in scene.eligible.items()
        }
        assert differences(scene, make(name, **told), few) == []


def test_every_kind_has_a_generator() -> None:
    assert sorted(MAKERS) == sorted(kinds())


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_faces_agree_on_rules_drawn_at_random(name: str) -> None:
    for seed in range(4):
        rng = random.Random(f"{name} {seed}")
        scene = random_scene(rng, 4)
        assert differences(scene, MAKERS[name](rng, scene)) == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_cases_both_keep_and_break_the_rule(name: str) -> None:
    """Cases in which nothing ever happens would prove nothing."""
    seen = {
        amount
        for world, told in CASES[name]
        for amount in checker_amounts(WORLDS[world](), make(name, **told)).values()
    }
    assert 0 in seen
    assert max(seen) > 0
    assert min(seen) >= 0


# Bugs put into one face on purpose -----------------------------------------------------------


def _patched(kind: type[Any], **methods: Any) -> Callable[..., Any]:
    """Return a maker of the kind with some of its methods replaced."""
    cls = type(f"Buggy{kind.__name__}", (kind,), methods)
    return lambda **told: cls(**told)


def _drop_last_amount(kind: type[Any]) -> Callable[..., Any]:
    def compile(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:  # noqa: A001
        yield from list(kind.compile(self, scene, ask))[:-1]

    return _patched(kind, compile=compile)


def _one_too_many(kind: type[Any]) -> Callable[..., Any]:
    def compile(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:  # noqa: A001
        for at, (subjects, amount) in enumerate(kind.compile(self, scene, ask)):
            yield subjects, amount + (at == 0)

    return _patched(kind, compile=compile)


def _blind_to_the_first(kind: type[Any]) -> Callable[..., Any]:
    def check(self: Any, scene: Scene, placing: Any) -> Iterator[Any]:
        yield from list(kind.check(self, scene, placing))[1:]

    return _patched(kind, check=check)


def _counts_twice(kind: type[Any]) -> Callable[..., Any]:
    def check(self: Any, scene: Scene, placing: Any) -> Iterator[Any]:
        for bite in kind.check(self, scene, placing):
            yield dataclasses.replace(bite, amount=bite.amount * 2)

    return _patched(kind, check=check)


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize(
    "bug", [_drop_last_amount, _one_too_many, _blind_to_the_first, _counts_twice]
)
def test_a_bug_in_one_face_of_any_kind_is_seen(name: str, bug: Callable[..., Any]) -> None:
    buggy = bug(kinds()[name])
    assert any(differences(WORLDS[world](), buggy(**told)) for world, told in CASES[name])


def _apart_looks_one_way(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:
    pairs: dict[str, list[str]] = {}
    for link in scene.layout.links:
        if link.relation in self.relations:
            pairs.setdefault(link.a, []).append(link.b)
    for i, a in enumerate(self.who):
        for b in self.who[i + 1 :]:
            yield (a, b), ask.both(a, b, pairs)


def _beside_takes_left_for_right(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:
    other = {"left": "right", "right": "left"}.get(self.hand, self.hand)
    return kinds()["beside"].compile(dataclasses.replace(self, hand=other), scene, ask)


def _beside_uses_his_own_left(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:
    """Left of the one who sits there, instead of left of his neighbour."""
    pairs: dict[str, list[str]] = {}
    seats = scene.layout.by_id
    for link in scene.layout.links:
        for mine, yours in ((link.a, link.b), (link.b, link.a)):
            x, y = own_left(seats[mine].facing)
            left = (seats[mine].x - seats[yours].x) * x + (seats[mine].y - seats[yours].y) * y
            if link.relation == "beside" and (
                self.hand == "either" or (self.hand == "left") == (left > 0)
            ):
                pairs.setdefault(mine, []).append(yours)
    for who in self.who:
        of = [p for p in self.of or (scene.person(who).interprets,) if p != who and scene.has(p)]
        if of:
            yield (who,), 1 - ask.largest([ask.both(who, p, pairs) for p in of])


def _behind_looks_the_wrong_way(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:
    pairs: dict[str, list[str]] = {}
    for link in scene.layout.links:
        if link.relation == "behind":
            pairs.setdefault(link.b, []).append(link.a)
    for who in self.who:
        of = [p for p in self.of or (scene.person(who).interprets,) if p != who and scene.has(p)]
        if of:
            yield (who,), 1 - ask.largest([ask.both(who, p, pairs) for p in of])


def _due_place_one_step_off(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:
    line = [p.id for p in scene.layout.seats]
    for who in self.who:
        home = line.index(scene.due[who])
        yield (who,), ask.cost(who, {p: (i - home + 1) ** 2 for i, p in enumerate(line)})


def _front_counts_rows_from_zero(self: Any, scene: Scene, ask: Any) -> Iterator[Any]:
    late = {p.id: p.row - self.rows - 1 for p in scene.layout.places if p.row > self.rows + 1}
    for who in self.who:
        yield (who,), ask.cost(who, late)


def _together_forgets_empty_seats(self: Any, scene: Scene, placing: Any) -> Iterator[Any]:
    for bite in kinds()["together"].check(self, scene, placing):
        if len(placing.places) == len(scene.layout.seats):
            yield bite


SEEDED = {
    "apart looks one way": ("apart", {"compile": _apart_looks_one_way}),
    "beside exchanges the hands": ("beside", {"compile": _beside_takes_left_for_right}),
    "beside uses the wrong person's left": ("beside", {"compile": _beside_uses_his_own_left}),
    "behind looks the wrong way": ("behind", {"compile": _behind_looks_the_wrong_way}),
    "due-place is one step off": ("due-place", {"compile": _due_place_one_step_off}),
    "front counts rows from zero": ("front", {"compile": _front_counts_rows_from_zero}),
    "together forgets empty seats": ("together", {"check": _together_forgets_empty_seats}),
}


@pytest.mark.parametrize("bug", sorted(SEEDED))
def test_a_likely_mistake_in_one_face_is_seen(bug: str) -> None:
    name, methods = SEEDED[bug]
    buggy = _patched(kinds()[name], **methods)
    assert any(differences(WORLDS[world](), buggy(**told)) for world, told in CASES[name])


@pytest.mark.parametrize(("name", "world", "told"), FLAT)
def test_every_rule_can_be_said_in_both_languages(
    name: str, world: str, told: dict[str, Any]
) -> None:
    said = make(name, **told).sentence(WORLDS[world]())
    assert said.zh.strip()
    assert said.en.strip()
    assert all(ord(c) < 0x2E80 for c in said.en)
