"""Rules that look at another sitting, from the event folder to the checked plan."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from seating import planner
from seating.facts.fault import BadInputError
from seating.facts.plan import Placing
from seating.scene.build import Programme

TOML = """\
[event]
title = "会议"
roster = "roster.csv"
[[sitting]]
id = "morning"
form = "rostrum"
[[sitting]]
id = "afternoon"
form = "rostrum"
[[rule]]
id = "fresh"
kind = "换邻座"
sitting = "afternoon"
[[rule]]
id = "chair"
kind = "same-seat"
sitting = "afternoon"
who = ["P1"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "event.toml").write_text(TOML, encoding="utf-8")
    rows = ["编号,姓名,级别", *(f"P{i},人{'甲乙丙丁戊己庚'[i]},{i + 1}" for i in range(7))]
    (tmp_path / "roster.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def neighbours(programme: Programme, places: dict[str, str]) -> set[frozenset[str]]:
    layout = programme.sittings[0].scene.layout
    return {
        frozenset((a, b))
        for a, x in places.items()
        for b, y in places.items()
        if y in layout.near(x, "beside")
    }


def test_the_second_sitting_brings_new_neighbours(folder: Path) -> None:
    programme = planner.prepare(folder)
    report = planner.plan(programme)
    morning, afternoon = (dict(s.placing.places) for s in report.plan.sittings.values())
    assert not neighbours(programme, morning) & neighbours(programme, afternoon)
    assert morning["P1"] == afternoon["P1"]
    assert all(bill.valid for bill in planner.check_plan(programme, report.plan).values())


def test_the_check_of_a_plan_looks_at_the_other_sitting(folder: Path) -> None:
    programme = planner.prepare(folder)
    plan = planner.plan(programme).plan
    first = plan.sittings["morning"]
    same = dataclasses.replace(
        plan.sittings["afternoon"],
        placing=Placing(sitting="afternoon", places=first.placing.places),
    )
    plan = dataclasses.replace(plan, sittings={"morning": first, "afternoon": same})
    assert planner.check_plan(programme, plan)["afternoon"].totals["must"] == 6
    with pytest.raises(BadInputError):
        planner.book(programme, plan)
