"""Which sheet of a workbook is the chart of which sitting (认图)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import NOTHING, Text
from seating.facts.venue import View
from seating.reading.chart import Chart, read_chart
from seating.reading.grid import Grid
from seating.reading.table import read_grids
from seating.reading.words import key
from seating.scene.build import Prepared, Programme

_NO_SHEET = re.compile(r"[\[\]:*?/\\']")  # what Excel does not allow in a sheet's name


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One sheet read as the chart of one sitting."""

    prepared: Prepared
    grid: Grid
    chart: Chart

    @property
    def titled(self) -> bool:
        """Whether the sheet is called as the sitting is."""
        sitting = self.prepared.sitting
        words = {sitting.id, sitting.title.zh, sitting.title.en} - {""}
        return key(self.grid.sheet) in {key(_NO_SHEET.sub("", word)[:28]) for word in words}

    @property
    def plausible(self) -> bool:
        """Whether the sheet is this sitting's rather than anything else."""
        number = self.chart.names
        most = 2 * number >= len(self.prepared.scene.people) and number > len(self.chart.remarks)
        return number > 0 and (self.titled or most)

    @property
    def merit(self) -> tuple[bool, int, float]:
        """How well the sheet suits the sitting, larger is better."""
        share = len(self.chart.places) / len(self.prepared.scene.people)
        return self.titled and self.plausible, self.chart.names - len(self.chart.remarks), share


def pairs_of(
    programme: Programme, path: Path, sitting: str, sheet: str, view: View | None
) -> list[Pair]:
    """Read every sheet (or one) as the chart of every sitting (or one).

    Raises:
        BadInputError: the file cannot be read or names no such sitting or sheet.
    """
    grids, faults = read_grids(path, lambda word: False, str(path))
    if any(f.severity == "fault" for f in faults):
        raise BadInputError(faults)
    wanted = [p for p in programme.sittings if sitting in ("", p.sitting.id, p.sitting.title.zh)]
    sheets = [g for g in grids if sheet in ("", g.sheet)]
    where = Where(file=str(path), sheet=sheet)
    if not wanted:
        known = "、".join(p.sitting.id for p in programme.sittings)
        raise _bad(where, f"没有场次“{sitting}”，可用：{known}", f"no sitting {sitting!r}: {known}")
    if not sheets:
        known = "、".join(g.sheet for g in grids)
        raise _bad(where, f"没有工作表“{sheet}”，可用：{known}", f"no sheet {sheet!r}: {known}")
    return [
        Pair(prepared=prepared, grid=grid, chart=_read(prepared, grid, view))
        for prepared in wanted
        for grid in sheets
    ]


def best_pair(pairs: Sequence[Pair], path: Path, sheet: str) -> Pair:
    """Return the pair that has most of its people on the sheet.

    Raises:
        BadInputError: no sheet holds anybody.
    """
    best = max(pairs, key=lambda one: one.merit[1:])
    if not best.chart.names:
        where = Where(file=str(path), sheet=sheet)
        raise _bad(where, "表中找不到名单上的人", "nobody of the roster was found in the file")
    return best


def _read(prepared: Prepared, grid: Grid, view: View | None) -> Chart:
    scene = prepared.scene
    return read_chart(grid, scene.layout, scene.people, scene.units, view)


def _bad(where: Where, zh: str, en: str) -> BadInputError:
    return BadInputError([Fault(where=where, message=Text(zh, en), advice=NOTHING)])
