"""Rules of conventions bend a form as little as they can; where nobody is meant they drop out."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "solving"))
from smallevent import event_of, sitting, spec

from seating import planner
from seating.facts.people import Person
from seating.facts.plan import SittingPlan
from seating.facts.rule import RuleSpec
from seating.facts.venue import own_left
from seating.scene.build import Prepared, build


def person(pid: str, rank: int = 1, **more: Any) -> Person:
    for key in ("roles", "tags"):
        more[key] = frozenset(more.get(key, ()))
    return Person(id=pid, name=pid, rank=rank, **more)


def plan_of(
    people: Iterable[Person],
    form: str,
    convention: str,
    rules: Iterable[RuleSpec] = (),
    options: Mapping[str, str] | None = None,
    **layout: Any,
) -> tuple[Prepared, SittingPlan]:
    """Plan one sitting of a form; everything must be proven and verified."""
    event = event_of(people, rules, [sitting("s", form, **layout)])
    tables = {**event.tables, "convention": dict(options or {})}
    programme = build(dataclasses.replace(event, convention=convention, tables=tables))
    report = planner.plan(programme)
    assert report.complete
    plan = report.plan.sittings["s"]
    assert all(level.proven for level in plan.levels)
    return programme.sittings[0], plan


def two_sides(hosts: int, guests: int, *more: Person) -> list[Person]:
    found = [person(f"H{i}", i, side="host") for i in range(1, hosts + 1)]
    found += [person(f"G{i}", i, side="guest") for i in range(1, guests + 1)]
    return [*found, *more]


def couples(count: int) -> list[Person]:
    """Host couple and guest couples, men and wives in turn."""
    found = []
    for i in range(1, count + 1):
        side = "host" if i == 1 else "guest"
        man, wife = f"M{i}", f"W{i}"
        found.append(person(man, 2 * i, gender="male", spouse=wife, side=side))
        found.append(person(wife, 2 * i + 1, gender="female", spouse=man, side=side))
    return found


def value(plan: SittingPlan, level: str) -> int:
    return next(found.value for found in plan.levels if found.level == level)


def said(prepared: Prepared) -> str:
    return "\n".join(d.message.zh for d in prepared.doubts)


# Interpreters ------------------------------


def aides() -> list[Person]:
    """The aide of No. 2 would come first by id; the one of No. 1 has to sit at the table."""
    found = []
    for side, letter in (("host", "H"), ("guest", "G")):
        for i, of in enumerate((2, 1)):
            more = {"side": side, "roles": ("interpreter",), "interprets": f"{letter}{of}"}
            found.append(person(f"{letter}T{i}", 9, **more))
    return found


@pytest.mark.parametrize("convention", ["cn-domestic", "cn-foreign", "international"])
def test_the_interpreter_of_the_principal_has_the_chair_at_his_right(convention: str) -> None:
    prepared, plan = plan_of(two_sides(4, 4, *aides()), "talks", convention)
    layout, places = prepared.scene.layout, plan.placing.places
    for side in "HG":
        mine, yours = layout.by_id[places[f"{side}T1"]], layout.by_id[places[f"{side}1"]]
        x, y = own_left(yours.facing)
        assert mine.row == yours.row
        assert (mine.x - yours.x) * x + (mine.y - yours.y) * y < 0


@pytest.mark.parametrize(("choice", "kept"), [("mirror", "beside"), ("behind", "behind")])
def test_interpreters_follow_the_option(choice: str, kept: str) -> None:
    options = {"talks.interpreter": choice}
    prepared, plan = plan_of(two_sides(4, 4, *aides()), "talks", "cn-foreign", options=options)
    places = plan.placing.places
    near = prepared.scene.near(places["HT1"], "behind" if kept == "behind" else "beside")
    assert places["H1"] in near
    assert {r.id for r in prepared.rules} == {"due-place", f"interpreter-{choice}"}


def test_at_a_reception_interpreters_sit_behind_those_whom_they_interpret() -> None:
    prepared, plan = plan_of(two_sides(4, 4, *aides()), "reception", "cn-foreign")
    for side in "HG":
        for aide, of in ((f"{side}T0", f"{side}2"), (f"{side}T1", f"{side}1")):
            near = prepared.scene.near(plan.placing.places[aide], "behind")
            assert plan.placing.places[of] in near


# The moderator ------------------------------


def rostrum(where: str) -> tuple[Prepared, str, SittingPlan]:
    people = [person(f"P{i}", i) for i in range(1, 11)]
    people.append(person("MC", 11, roles=("moderator",)))
    options = {"rostrum.moderator": where}
    prepared, plan = plan_of(people, "rostrum", "cn-domestic", options=options, rows=[5, 6])
    return prepared, plan.placing.places["MC"], plan


def test_the_moderator_never_sits_in_a_rear_row() -> None:
    prepared, place, plan = rostrum("rank")
    assert prepared.scene.layout.by_id[prepared.scene.due["MC"]].row == 2
    assert prepared.scene.layout.by_id[place].row == 1
    assert value(plan, "should") == 0


def test_the_moderator_at_an_end_or_in_the_middle() -> None:
    prepared, place, _ = rostrum("end")
    assert "row-end" in prepared.scene.layout.by_id[place].features
    prepared, place, _ = rostrum("centre")
    assert "centre" in prepared.scene.layout.by_id[place].features
    assert prepared.scene.layout.by_id[place].row == 1


# Western dinners ------------------------------


def broken(prepared: Prepared, plan: SittingPlan) -> tuple[int, int]:
    """Count couples and people of one sex side by side, from the links alone."""
    at = plan.placing.occupant
    people = {p.id: p for p in prepared.scene.people}
    pairs = {
        frozenset((at[k.a], at[k.b])) for k in prepared.scene.layout.links if k.relation == "beside"
    }
    both = [tuple(people[p] for p in pair) for pair in pairs]
    return (
        sum(a.spouse == b.id for a, b in both),
        sum(a.gender == b.gender for a, b in both),
    )


@pytest.mark.parametrize("form", ["western_table", "round_table"])
@pytest.mark.parametrize("count", [6, 10, 14])
def test_sexes_alternate_and_couples_are_apart(form: str, count: int) -> None:
    layout = {"couples": True} if form == "round_table" else {}
    prepared, plan = plan_of(couples(count // 2), form, "western-dinner", **layout)
    couples_met, sexes_met = broken(prepared, plan)
    assert couples_met == 0
    assert sexes_met == 0 == value(plan, "should")


@pytest.mark.parametrize("count", [8, 12, 16])
def test_multiples_of_four_cannot_alternate_and_it_is_said(count: int) -> None:
    """With host and hostess face to face two men and two women sit together, not more."""
    prepared, plan = plan_of(couples(count // 2), "western_table", "western-dinner")
    couples_met, sexes_met = broken(prepared, plan)
    assert couples_met == 0
    assert sexes_met == 2 == value(plan, "should")
    assert "人数为4的倍数" in said(prepared)
    assert "6、10、14、18人可以" in said(prepared)


@pytest.mark.parametrize("choice", ["shift", "pairs"])
def test_the_ways_out_of_a_multiple_of_four(choice: str) -> None:
    """Where the hostess leaves the middle the sexes do alternate."""
    options = {"western.fours": choice}
    prepared, plan = plan_of(couples(6), "western_table", "western-dinner", options=options)
    assert broken(prepared, plan)[1] == 0
    assert "女主人让出正对面一座" in said(prepared)


def test_a_pin_at_a_western_table_moves_as_few_as_it_can() -> None:
    pin = spec("guest-of-honour", "pinned", who=["M5"], place=["W4"])
    free, plan = plan_of(couples(5), "western_table", "western-dinner")
    due = free.scene.due
    here = next(p for p, at in due.items() if at == "W4")
    pinned, bent = plan_of(couples(5), "western_table", "western-dinner", [pin])
    assert bent.placing.places["M5"] == "W4" != plan.placing.places["M5"]
    assert value(bent, "must") == 0
    assert broken(pinned, bent)[0] == 0
    assert here in bent.placing.places


def test_without_couples_and_sexes_the_rules_are_harmless() -> None:
    prepared, plan = plan_of(two_sides(3, 7), "round_table", "western-dinner")
    assert prepared.scene.due == plan.placing.places
    assert all(level.value == 0 for level in plan.levels)


# Nobody is meant ------------------------------

PLAIN: Sequence[tuple[str, dict[str, Any]]] = (
    ("talks", {"interpreters": 0}),
    ("reception", {"interpreters": 0}),
    ("signing", {}),
    ("banquet", {}),
    ("photo", {}),
)


@pytest.mark.parametrize("convention", ["cn-domestic", "cn-foreign", "western-dinner"])
@pytest.mark.parametrize(("form", "layout"), PLAIN)
def test_rules_that_find_nobody_drop_out_silently(
    form: str, layout: dict[str, Any], convention: str
) -> None:
    prepared, plan = plan_of(two_sides(6, 6), form, convention, **layout)
    assert prepared.scene.due == plan.placing.places
    assert "interpreter" not in said(prepared)
    assert "翻译" not in said(prepared)
    assert not [r for r in prepared.rules if r.id.startswith(("interpreter", "moderator"))]


def test_an_event_can_switch_a_specf() -> None:
    off = spec("moderator-front", "front", "off", who=["role:moderator"], rows=1)
    people = [person(f"P{i}", i) for i in range(1, 9)]
    people.append(person("MC", 9, roles=("moderator",)))
    prepared, plan = plan_of(people, "rostrum", "cn-domestic", [off], rows=[5, 4])
    assert plan.placing.places == prepared.scene.due


# A pin or an apart bends, it does not break ------------------------------


@pytest.mark.parametrize("form", ["talks", "reception", "signing", "photo"])
def test_apart_keeps_sides_and_moves_few(form: str) -> None:
    options = {"photo.parties": "sides"}
    free, _ = plan_of(two_sides(6, 6), form, "cn-foreign", options=options)
    places = {at: p for p, at in free.scene.due.items()}
    near = [k for k in free.scene.layout.links if k.relation == "beside"]
    guests = [
        (places[k.a], places[k.b])
        for k in near
        if places.get(k.a, "H")[0] == places.get(k.b, "H")[0] == "G"
    ]
    a, b = guests[-1]
    rule = spec("feud", "apart", who=[a, b])
    prepared, plan = plan_of(two_sides(6, 6), form, "cn-foreign", [rule], options)
    moved = {p for p, at in plan.placing.places.items() if prepared.scene.due[p] != at}
    assert 2 <= len(moved) <= 3
    for person_id, at in plan.placing.places.items():
        party = prepared.scene.layout.by_id[at].party
        assert party == {"H": "host", "G": "guest"}[person_id[0]]


# What cannot be as asked is said ------------------------------


def test_more_guests_than_hosts_at_talks() -> None:
    prepared, _ = plan_of(two_sides(3, 6), "talks", "cn-foreign", interpreters=0)
    assert "双方人数不等（主方3，客方6）：客方多于主方，可考虑增加陪同人员" in said(prepared)


def test_too_many_hosts_at_an_official_reception() -> None:
    prepared, _ = plan_of(two_sides(5, 6), "round_table", "cn-domestic")
    assert "来宾6人，陪餐不得超过3人，现有5人" in said(prepared)


def test_an_odd_table_and_a_single_host_are_said() -> None:
    prepared, _ = plan_of(two_sides(2, 7), "round_table", "cn-foreign")
    assert "单数，副主陪不能正对主陪" in said(prepared)
    prepared, _ = plan_of(two_sides(1, 7), "round_table", "cn-foreign")
    assert "只有一位主方，照一个主陪排" in said(prepared)


def test_an_even_front_row_of_a_photo_is_said() -> None:
    prepared, _ = plan_of(
        [person(f"P{i:02d}", i) for i in range(1, 21)], "photo", "cn-domestic", rows=[10, 10]
    )
    assert "双数，1号不在正中" in said(prepared)


def test_two_equals_are_said_to_be_equal_with_what_can_be_done() -> None:
    people = [person("A", 1), person("B", 1), *(person(f"P{i}", i) for i in range(2, 7))]
    event = event_of(people, [], [sitting("s", "rostrum")])
    by = dataclasses.replace(event.precedence, by=("rank",))
    (prepared,) = build(dataclasses.replace(event, precedence=by)).sittings
    (doubt,) = [d for d in prepared.doubts if "各项依据相同" in d.message.zh]
    assert "A与B" in doubt.message.zh
    assert "rostrum.centre" in doubt.advice.zh
    stated = dataclasses.replace(by, before=(("B", "A"),))
    (prepared,) = build(dataclasses.replace(event, precedence=stated)).sittings
    assert "各项依据相同" not in said(prepared)
