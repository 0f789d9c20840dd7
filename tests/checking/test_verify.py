"""The checker on plans that are broken on purpose."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from smallworld import facing_table, long_row, make, person, place, rule, scene_of, special_places

from seating.checking.verify import Bill, disagreement, verify
from seating.checking.why import moved_people
from seating.facts.plan import LevelResult, Placing
from seating.facts.rule import LEVELS, Rule, Scene
from seating.facts.venue import Layout


def check(scene: Scene, places: dict[str, str], rules: tuple[Rule, ...] = ()) -> Bill:
    return verify(scene, rules, Placing(sitting="s", places=places))


def row(names: str = "abc", size: int = 4, **more: Any) -> Scene:
    return scene_of(long_row(size), [person(n) for n in names], **more)


def said(bill: Bill) -> list[tuple[tuple[str, ...], str]]:
    return [(f.subjects, f.sentence.en) for f in bill.structure]


def test_sound_plan_has_nothing_to_tell() -> None:
    scene = row()
    bill = check(scene, dict(scene.due))
    assert bill.valid
    assert bill.structure == bill.findings == ()
    assert bill.totals == dict.fromkeys(LEVELS, 0)


@pytest.mark.parametrize(
    ("places", "who", "words"),
    [
        ({"a": "R1", "b": "R2"}, "c", "has no seat"),
        ({"a": "R1", "b": "R2", "c": "R3", "z": "R4"}, "z", "not on the roster"),
        ({"a": "R1", "b": "R2", "c": "R9"}, "c", "does not exist"),
        ({"a": "R1", "b": "R2", "c": "R2"}, "b", "2 people at R2"),
    ],
)
def test_broken_structure_is_named(places: dict[str, str], who: str, words: str) -> None:
    bill = check(row(), places)
    assert [subjects for subjects, _ in said(bill)] == [(who,)]
    assert words in said(bill)[0][1]
    assert not bill.valid


@pytest.mark.parametrize(
    ("place_id", "words"),
    [
        ("1-4", "unusable"),  # kept free
        ("2-5", "unusable"),  # out of use
        ("2-2", "special purpose"),  # the interpreter's
        ("2-3", "special purpose"),  # a wheelchair place
        ("1-3", "special purpose"),  # outside the order of honour
    ],
)
def test_places_not_meant_for_somebody(place_id: str, words: str) -> None:
    scene = scene_of(special_places(), [person("a")])
    bill = check(scene, {"a": place_id})
    assert len(bill.structure) == 1
    assert words in bill.structure[0].sentence.en


def test_other_sides_place() -> None:
    scene = scene_of(facing_table(), [person("a", side="host"), person("b", side="guest")])
    assert check(scene, {"a": "H1", "b": "G1"}).valid
    assert "other side" in check(scene, {"a": "G2", "b": "G1"}).structure[0].sentence.en


def test_capacity_is_counted() -> None:
    tables = tuple(place(f"T{n}", n, capacity=2) for n in (1, 2))
    scene = scene_of(Layout(form="t", places=tables), [person(p) for p in "abc"])
    assert check(scene, {"a": "T1", "b": "T1", "c": "T2"}).valid
    assert not check(scene, {"a": "T1", "b": "T1", "c": "T1"}).valid


def test_rules_are_not_counted_on_a_broken_structure() -> None:
    rules = (rule(make("pinned", who=("a",), place=("R4",))),)
    bill = check(row(), {"a": "R1", "b": "R1", "c": "R2"}, rules)
    assert bill.findings == ()
    assert not bill.valid


def test_totals_are_weighted_except_must() -> None:
    rules = tuple(
        rule(make("pinned", who=("a",), place=("R4",)), level, 3, f"p-{level}") for level in LEVELS
    )
    bill = check(row(), {"a": "R1", "b": "R2", "c": "R3"}, rules)
    assert bill.totals == {"must": 1, "should": 3, "keep": 3, "prefer": 3}
    assert [f.level for f in bill.findings] == list(LEVELS)
    assert {f.amount for f in bill.findings} == {1}
    assert not bill.valid
    assert check(row(), {"a": "R4", "b": "R2", "c": "R3"}, rules).valid


def results(**values: int) -> list[LevelResult]:
    return [LevelResult(level=v, value=values.get(v, 0), bound=0) for v in LEVELS]


def test_disagreement_names_the_level() -> None:
    rules = (rule(make("pinned", who=("a",), place=("R4",)), "keep", 2),)
    bill = check(row(), {"a": "R1", "b": "R2", "c": "R3"}, rules)
    assert disagreement(bill, results(keep=2)) == ()
    for wrong in ({"keep": 1}, {"keep": 3}, {"keep": 2, "prefer": 1}, {}):
        found = disagreement(bill, results(**wrong))
        assert len(found) == 1
        assert ("'prefer'" if "prefer" in wrong else "'keep'") in found[0].en


def test_disagreement_on_structure() -> None:
    found = disagreement(check(row(), {"a": "R1", "b": "R1", "c": "R2"}), results())
    assert len(found) == 1
    assert "2 people" in found[0].en


def test_must_broken_is_a_disagreement() -> None:
    bill = check(row(), dict(row().due), (rule(make("pinned", who=("a",), place=("R4",))),))
    assert len(disagreement(bill, results())) == 1


def test_checker_never_meets_the_solver() -> None:
    """Loading and using it loads no OR-Tools."""
    code = "import sys, seating.checking.verify, seating.checking.why, seating.kinds.registry as r;"
    code += "r.kinds(); sys.exit(any(m.startswith('ortools') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_reason_is_the_rule_that_would_be_worse() -> None:
    scene = row("abc", 6)
    due = scene.due
    rules = (
        rule(make("apart", who=("a", "b")), rid="apart"),
        rule(make("due-place", who=("a", "b", "c")), "prefer"),
    )
    places = {"a": due["a"], "b": due["c"], "c": due["b"]}
    if places["b"] in scene.near(places["a"], "beside"):
        places = {"a": due["a"], "b": "R6", "c": due["b"]}
    placing = Placing(sitting="s", places=places)
    moved = {
        m.person: m for m in moved_people(scene, rules, placing, verify(scene, rules, placing))
    }
    assert list(moved) == ["b", "c"]
    assert (moved["b"].due, moved["b"].place) == (due["b"], places["b"])
    assert "a and b" in moved["b"].reasons[0].en
    assert "sit too near" in moved["b"].reasons[0].en


def test_reason_may_be_that_the_seat_is_taken() -> None:
    scene = row("ab", 4)
    placing = Placing(sitting="s", places={"a": scene.due["b"], "b": scene.due["a"]})
    moved = moved_people(scene, (), placing, verify(scene, (), placing))
    assert [m.person for m in moved] == ["a", "b"]
    assert moved[1].reasons[0].en == "the seat went to a; others shift along"


def test_reason_quotes_the_users_words() -> None:
    import dataclasses

    scene = row("ab", 4)
    pin = rule(make("pinned", who=("a",), place=("R4",)), "should")
    pin = dataclasses.replace(pin, spec=dataclasses.replace(pin.spec, text="near the door"))
    placing = Placing(sitting="s", places={"a": "R4", "b": scene.due["b"]})
    moved = moved_people(scene, (pin,), placing, verify(scene, (pin,), placing))
    assert "R4" in moved[0].reasons[0].en
    assert moved[0].reasons[0].en.endswith("(near the door)")


def test_people_on_their_due_places_need_no_reason() -> None:
    scene = row()
    placing = Placing(sitting="s", places=dict(scene.due))
    assert moved_people(scene, (), placing, verify(scene, (), placing)) == ()
