"""Whole parties moved in the order of the seats."""

from __future__ import annotations

from pathlib import Path

from smallworld import bill, make, person, rule, scene_of, two_rows

from seating import planner
from seating.facts.rule import Rule, Scene
from seating.reading.event import read_event
from seating.scene.build import build
from seating.solving.reordering import reordered
from seating.solving.run import Limits


def four_units(level: str = "should") -> tuple[Scene, list[Rule]]:
    """Eight people of four units fill two rows; the last unit wishes for the first row."""
    people = [person(name, unit="ABCD"[at // 2]) for at, name in enumerate("abcdefgh")]
    scene = scene_of(two_rows(), people)
    who = tuple("abcdefgh")
    return scene, [
        rule(make("due-place", who=who), "prefer"),
        rule(make("together", who=who, each="unit"), "should"),
        rule(make("front", who=("g", "h"), rows=1), "should"),
    ]


def test_a_unit_goes_to_the_front_and_the_others_close_up() -> None:
    scene, rules = four_units()
    assert bill(scene, rules, scene.due)[1] > 0
    found = reordered(scene, rules, scene.due)
    assert found is not None
    assert bill(scene, rules, found)[:3] == (0, 0, 0)
    assert {found["g"][0], found["h"][0]} == {"1"}
    assert sorted(found) == sorted(scene.due)
    assert len(set(found.values())) == len(found)


def test_who_must_stay_stays() -> None:
    scene, rules = four_units()
    rules.append(rule(make("pinned", who=("a",), place=(scene.due["a"],))))
    found = reordered(scene, rules, scene.due)
    assert found is not None
    assert found["a"] == scene.due["a"]
    assert bill(scene, rules, found)[0] == 0


def test_nothing_is_offered_that_is_no_better() -> None:
    scene, rules = four_units()
    assert bill(scene, rules[:2], scene.due)[1] == 0
    assert reordered(scene, rules[:2], scene.due) is None


EVENT = """
[event]
title = "大会"

[precedence]
by = ["unit", "rank"]
units = ["甲局", "乙局", "丙局", "丁局", "戊局", "己局", "庚局", "辛局", "壬局", "癸局"]

[[sitting]]
id = "hall"
form = "hall"
layout = { rows = 6, blocks = [6, 6] }

[[rule]]
id = "units"
kind = "together"
level = "should"
each = "unit"

[[rule]]
id = "front"
kind = "front"
level = "should"
who = ["unit:癸局"]
rows = 2
"""


def test_a_large_hall_gives_way_to_the_wish_of_its_last_unit(tmp_path: Path) -> None:
    """No surrounding of a few dozen places holds the plan: fifty people must move up."""
    (tmp_path / "event.toml").write_text(EVENT, encoding="utf-8")
    lines = [f"{unit}{n},{unit}局,{n}" for unit in "甲乙丙丁戊己庚辛壬癸" for n in range(1, 8)]
    (tmp_path / "roster.csv").write_text(
        "姓名,单位,级别\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )
    programme = build(read_event(tmp_path))
    report = planner.plan(programme, Limits(work=2.0))
    made = report.plan.sittings["hall"]
    should, _, prefer = made.levels[1:]
    assert (should.value, should.proven) == (0, True)
    assert 0 < prefer.bound <= prefer.value
