"""Halls filled in order of precedence, from the event folder to the verified plan."""

from __future__ import annotations

import tempfile
from pathlib import Path

from seating import planner
from tests.benchmarks.record import Clock, Result

_EVENT = """\
[event]
title = "Hall"
roster = "roster.csv"
[precedence]
by = ["rank", "id"]
[[sitting]]
id = "hall"
form = "hall"
[sitting.layout]
rows = {rows}
blocks = [{side}, {middle}, {side}]
"""
_APART = """
[[rule]]
id = "apart-{number}"
kind = "apart"
who = ["P{a:04d}", "P{b:04d}"]
"""
_SIZES = {300: (15, 5, 10), 1000: (25, 10, 20), 3000: (50, 15, 30)}


def run(seats: int, *, apart: int = 0) -> Result:
    """Read, plan and verify a full hall; ``apart`` pairs of neighbours must be parted."""
    rows, side, middle = _SIZES[seats]
    text = _EVENT.format(rows=rows, side=side, middle=middle)
    step = seats // max(apart, 1)
    for number in range(apart):
        a = number * step + step // 2
        text += _APART.format(number=number, a=a, b=a + 1)
    roster = ["id,name,rank", *(f"P{i:04d},N{i},{1 + i * 12 // seats}" for i in range(seats))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "event.toml").write_text(text, encoding="utf-8")
        (folder / "roster.csv").write_text("\n".join(roster) + "\n", encoding="utf-8")
        clock = Clock()
        report = planner.plan(planner.prepare(folder))
        seconds = clock.seconds
    assert report.complete
    levels = report.plan.sittings["hall"].levels
    return Result(
        instance=f"hall of {seats}, due places" + (f", {apart} pairs apart" if apart else ""),
        value=str(sum(level.value for level in levels)),
        bound=str(sum(level.bound for level in levels)),
        proven=all(level.proven for level in levels),
        cpu=seconds,
    )
