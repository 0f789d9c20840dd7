"""Both faces of every kind of rule give the same amount for every single placement."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from oracle import checker_amounts, differences
from smallworld import (
    corner,
    facing_table,
    long_row,
    make,
    person,
    round_table,
    scene_of,
    special_places,
    two_rows,
)

from seating.facts.rule import Scene
from seating.facts.venue import own_left
from seating.kinds.registry import kinds


def rows() -> Scene:
    people = [
        person("a", unit="U", group="g", interprets="c"),
        person("b", unit="V", group="g"),
        person("c", unit="U", interprets="x"),
        person("d", unit="V", group="h", interprets="a"),
    ]
    return scene_of(two_rows(), people)


def row() -> Scene:
    people = [
        person("a", unit="U", interprets="b"),
        person("b", unit="U", group="g"),
        person("c", unit="V", group="g"),
        person("d", unit="V", interprets="e"),
        person("e", unit="U", group="g"),
    ]
    return scene_of(long_row(6), people)


def gap() -> Scene:
    people = [person(p, unit="U", group="g" if p < "c" else "") for p in "abcd"]
    return scene_of(long_row(7, empty=(3,)), people)


def table() -> Scene:
    people = [
        person("a", side="host", unit="U"),
        person("b", side="guest", unit="V", interprets="d"),
        person("c", side="host", unit="U", interprets="a"),
        person("d", side="guest", unit="V"),
        person("e", side="host", unit="W", group="g"),
    ]
    return scene_of(facing_table(), people)


def ring() -> Scene:
    people = [person(p, unit="UV"[p > "b"], interprets="a" if p > "c" else "") for p in "abcde"]
    return scene_of(round_table(6), people)


def full() -> Scene:
    people = [person(p, unit="UVW"[i // 2]) for i, p in enumerate("abcdef")]
    return scene_of(round_table(6), people)


def special() -> Scene:
    people = [
        person("a", unit="U"),
        person("b", unit="V", tags={"轮椅"}),
        person("c", unit="U"),
        person("d", unit="U", roles={"interpreter"}, interprets="a"),
        person("e", unit="V"),
    ]
    return scene_of(special_places(), people)


def bend() -> Scene:
    """Neighbours round a corner look in different directions."""
    people = [person(p, interprets="a" if p == "d" else "") for p in "abcd"]
    return scene_of(corner(), people)


def moved() -> Scene:
    """There was an earlier plan; its seat R9 is gone, e is new, z stays away."""
    people = [person(p) for p in "abcde"]
    before = {"a": "1-2", "b": "1-1", "c": "2-3", "d": "R9", "z": "1-3"}
    return scene_of(two_rows((2, 1, 3, 5, 4, 6)), people, before=before)


def moved_sides() -> Scene:
    people = [person(p, side="host" if p in "ac" else "guest") for p in "abcde"]
    before = {"a": "H1", "b": "G3", "c": "H2", "d": "G1", "e": "G2"}
    return scene_of(facing_table(), people, before=before)


WORLDS: dict[str, Callable[[], Scene]] = {
    "rows": rows,
    "row": row,
    "gap": gap,
    "table": table,
    "ring": ring,
    "full": full,
    "special": special,
    "bend": bend,
    "moved": moved,
    "moved sides": moved_sides,
}
ALL = tuple("abcde")
ROUND = ("beside", "behind", "opposite")

#: world, parameters: the settings in which each kind is looked at
CASES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "aisle": [
        ("rows", {"who": ("a", "c")}),
        ("table", {"who": ("a", "b")}),
        ("ring", {"who": ("e",)}),
        ("special", {"who": ("a", "b", "d")}),
    ],
    "apart": [
        ("rows", {"who": ("a", "b")}),
        ("rows", {"who": ("a", "b", "d"), "relations": ("behind",)}),
        ("rows", {"who": ("d", "b", "a"), "relations": ROUND, "within": 2}),
        ("row", {"who": ("a", "c", "e"), "within": 2}),
        ("row", {"who": ("b", "e"), "within": 4}),
        ("gap", {"who": ("a", "b"), "within": 2}),
        ("table", {"who": ("a", "b", "d"), "relations": ("opposite",)}),
        ("table", {"who": ("a", "b", "c"), "relations": ROUND, "within": 2}),
        ("ring", {"who": ("a", "b", "c"), "relations": ("beside", "opposite")}),
        ("ring", {"who": ("a", "e"), "within": 3}),
        ("full", {"who": ("a", "b", "f"), "within": 2}),
        ("special", {"who": ("a", "b", "d"), "relations": ("beside", "behind"), "within": 2}),
    ],
    "behind": [
        ("rows", {"who": ("a",), "of": ("b",)}),
        ("rows", {"who": ("a", "d"), "of": ("b", "c", "d")}),
        ("rows", {"who": ("a", "b", "c", "d")}),
        ("row", {"who": ("a",), "of": ("b",)}),
        ("special", {"who": ("d", "b"), "of": ("a", "b", "c")}),
        ("special", {"who": ("d",)}),
    ],
    "beside": [
        ("rows", {"who": ("a",), "of": ("b",)}),
        ("rows", {"who": ("a", "d"), "of": ("b", "c"), "hand": "left"}),
        ("rows", {"who": ("a", "b", "c", "d"), "hand": "right"}),
        ("row", {"who": ("a", "d"), "hand": "right"}),
        ("row", {"who": ("a", "b"), "of": ("a", "b"), "hand": "left"}),
        ("gap", {"who": ("c",), "of": ("a", "b", "d")}),
        ("table", {"who": ("c", "b"), "hand": "left"}),
        ("table", {"who": ("c", "e"), "of": ("a", "b"), "hand": "right"}),
        ("ring", {"who": ("e", "d"), "hand": "left"}),
        ("full", {"who": ("f", "e"), "of": ("a", "b"), "hand": "right"}),
        ("bend", {"who": ("a", "d"), "of": ("b", "c"), "hand": "left"}),
        ("bend", {"who": ("b", "d"), "of": ("a", "b"), "hand": "right"}),
        ("special", {"who": ("d",), "hand": "either"}),
        ("special", {"who": ("a", "e"), "of": ("c",), "hand": "left"}),
    ],
    "due-place": [
        ("rows", {"who": tuple("abcd")}),
        ("row", {"who": ALL}),
        ("gap", {"who": ("b", "d")}),
        ("table", {"who": ALL}),
        ("ring", {"who": ("a", "c")}),
        ("special", {"who": ALL}),
    ],
    "front": [
        ("rows", {"who": ("a", "b", "c")}),
        ("table", {"who": ALL}),
        ("ring", {"who": ("a", "d"), "rows": 1}),
        ("ring", {"who": ("b", "c", "d"), "rows": 2}),
        ("special", {"who": ("a", "b", "e")}),
    ],
    "keep-order": [
        ("moved", {"who": ALL}),
        ("moved", {"who": ("a", "b")}),
        ("moved", {"who": ("a", "c", "e")}),
        ("moved sides", {"who": ALL}),
    ],
    "keep-place": [
        ("moved", {"who": ALL}),
        ("moved", {"who": ("b", "d", "e")}),
        ("moved sides", {"who": ("a", "b", "e")}),
        ("rows", {"who": ("a", "b")}),
    ],
    "pinned": [
        ("rows", {"who": ("c", "a"), "place": ("1-2", "2-4")}),
        ("row", {"who": ("a", "b", "e"), "place": ("R3", "R3", "R6")}),
        ("table", {"who": ("b",), "place": ("G2",)}),
        ("special", {"who": ("a", "b"), "place": ("1-5", "2-4")}),
        ("special", {"who": ("a",), "place": ("2-3",)}),
    ],
    "reserved": [
        ("rows", {"places": ("1-2", "1-3")}),
        ("rows", {"places": ("1-2", "2-1", "2-2"), "who": ("b", "d")}),
        ("table", {"places": ("H2", "G2"), "who": ("a", "b")}),
        ("special", {"places": ("1-1", "1-4", "2-3", "2-5"), "who": ("c",)}),
    ],
    "together": [
        ("rows", {"who": tuple("abcd"), "each": "unit", "shape": "row"}),
        ("rows", {"who": tuple("abcd"), "each": "group", "shape": "file"}),
        ("rows", {"who": ("a", "b", "c"), "shape": "block"}),
        ("row", {"who": ("a", "c", "e")}),
        ("row", {"who": ALL, "each": "group"}),
        ("gap", {"who": ("a", "b", "d"), "shape": "run"}),
        ("gap", {"who": ("a", "c", "d"), "shape": "file"}),
        ("table", {"who": ALL, "each": "unit"}),
        ("table", {"who": ALL, "shape": "row"}),
        ("ring", {"who": ALL, "each": "unit", "shape": "run"}),
        ("ring", {"who": ALL, "each": "unit", "shape": "row"}),
        ("full", {"who": tuple("abcdef"), "each": "unit"}),
        ("special", {"who": ALL, "each": "unit"}),
        ("special", {"who": ALL, "shape": "block"}),
        ("rows", {"who": tuple("abcd"), "each": "unit"}),
    ],
    "wheelchair": [
        ("rows", {"who": ("a", "b")}),
        ("special", {"who": ("b",)}),
        ("special", {"who": ("a", "b", "d")}),
    ],
}
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
