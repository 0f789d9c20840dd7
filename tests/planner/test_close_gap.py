"""Closing a gap in a hall that is solved in parts, as large ones are."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from seating import planner
from seating.reading.event import read_event
from seating.scene.build import build
from seating.solving import placing

EVENT = """
[event]
title = "大会"

[[sitting]]
id = "hall"
form = "hall"
convention = {{ "hall.fill" = "{fill}" }}
layout = {{ rows = 3, blocks = [4, 4] }}
"""


@pytest.mark.parametrize("fill", ["rows", "centre-out"])
def test_a_gap_is_closed_and_nobody_changes_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fill: str
) -> None:
    monkeypatch.setattr(placing, "SMALL", 0)
    (tmp_path / "event.toml").write_text(EVENT.format(fill=fill), encoding="utf-8")
    names = "\n".join(f"甲{n:02d},{n}" for n in range(1, 23))
    (tmp_path / "roster.csv").write_text(f"姓名,级别\n{names}\n", encoding="utf-8")
    event = read_event(tmp_path)
    old = planner.plan(build(event)).plan
    gone = next(p for p, at in old.sittings["hall"].placing.places.items() if at == "2-3")
    people = tuple(dataclasses.replace(p, absent=p.id == gone) for p in event.people)
    programme = build(dataclasses.replace(event, people=people))
    made = planner.replan(programme, old, policy="close-gap").report.plan.sittings["hall"]
    keep, prefer = made.levels[2:]
    assert (keep.value, keep.proven, prefer.proven) == (0, True, True)
