"""Check a chart drawn by hand against the rules (核对手工座次图)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seating.checking.verify import verify
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.plan import Conflict, Finding, LevelResult, Placing
from seating.facts.rule import LEVELS, Level, Rule, Scene
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Place, View
from seating.planner.pipeline import plan_sitting
from seating.reading.chart import Chart, Remark, read_chart
from seating.reading.grid import Grid
from seating.reading.table import read_grids
from seating.scene.build import Prepared, Programme

if TYPE_CHECKING:
    from seating.solving.run import Limits, Watch

_NOWHERE = "(nowhere)"


@dataclass(frozen=True, kw_only=True)
class Audit:
    """What is wrong with a chart.

    Attributes:
        remarks: what the drawing itself leaves open, cell by cell.
        missing: people of the sitting who have no seat on the chart.
        findings: broken rules of the levels must, should and keep, and impossible seats.
        totals: what the chart costs at each level.
        best: what the best chart costs; ``None`` if the rules allow none at all.
    """

    prepared: Prepared
    chart: Chart
    sheet: str
    remarks: tuple[Remark, ...]
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]
    totals: dict[Level, int]
    best: tuple[LevelResult, ...] | None

    @property
    def worse(self) -> Level | None:
        """The first level at which the chart costs more than the best one."""
        for result in self.best or ():
            if self.totals[result.level] != result.value:
                return result.level if self.totals[result.level] > result.value else None
        return None

    @property
    def clean(self) -> bool:
        """Whether there is nothing to report."""
        return not (self.remarks or self.missing or self.findings or self.worse)


def audit(
    programme: Programme,
    chart: Path,
    *,
    sitting: str = "",
    sheet: str = "",
    view: View | None = None,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Audit:
    """Read a chart, check it, and compare its cost with the best one's.

    Without ``sitting`` and ``sheet`` the pair is taken that has most of its people on the sheet.

    Raises:
        BadInputError: the file cannot be read, names no such sitting or sheet, or holds nobody.
        DisagreementError: the solver and the check disagree about the best chart.
        TimeoutError: the limit ended the search for the best chart before any was found.
    """
    prepared, grid, found = _choose(programme, chart, sitting, sheet, view)
    scene = prepared.scene
    missing = tuple(p.id for p in scene.people if p.id not in found.places)
    findings, totals = _count(scene, prepared.rules, found, missing)
    made = plan_sitting(prepared, limits, watch)
    return Audit(
        prepared=prepared,
        chart=found,
        sheet=grid.sheet,
        remarks=tuple(found.remarks),
        missing=missing,
        findings=findings,
        totals=totals,
        best=None if isinstance(made, Conflict) else made.levels,
    )


def _choose(
    programme: Programme, path: Path, sitting: str, sheet: str, view: View | None
) -> tuple[Prepared, Grid, Chart]:
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
    tried = [
        (prepared, grid, _read(prepared, grid, view)) for prepared in wanted for grid in sheets
    ]
    best = max(
        range(len(tried)),
        key=lambda i: (
            tried[i][2].names - len(tried[i][2].remarks),
            len(tried[i][2].places) / len(tried[i][0].scene.people),
            -i,
        ),
    )
    if not tried[best][2].names:
        raise _bad(where, "表中找不到名单上的人", "nobody of the roster was found in the file")
    return tried[best]


def _read(prepared: Prepared, grid: Grid, view: View | None) -> Chart:
    scene = prepared.scene
    return read_chart(grid, scene.layout, scene.people, scene.units, view)


def _count(
    scene: Scene, rules: Sequence[Rule], chart: Chart, missing: Sequence[str]
) -> tuple[tuple[Finding, ...], dict[Level, int]]:
    """Check a chart on which some may be missing.

    The missing get a place outside the room; whatever is found about them only says that they
    are missing, and is left out.
    """
    lost = frozenset(missing)
    layout, eligible, places = scene.layout, dict(scene.eligible), dict(chart.places)
    for at, person in enumerate(missing):
        nowhere = Place(
            id=f"{_NOWHERE}{at}",
            label=Text("（无座位）", "(no seat)"),
            honour=0,
            x=1e7 + 1e4 * at,
            y=1e7,
            row=10_000 + at,
            party=scene.person(person).side,
        )
        layout = dataclasses.replace(layout, places=(*layout.places, nowhere))
        eligible[person] = (*eligible[person], nowhere.id)
        places[person] = nowhere.id
    outside = dataclasses.replace(scene, layout=layout, eligible=eligible)
    placing = Placing(sitting=scene.sitting, places=places)
    structure = verify(outside, (), placing).structure
    found: list[Finding] = []
    totals: dict[Level, int] = dict.fromkeys(LEVELS, 0)
    for rule in rules:
        for bite in rule.kind.check(outside, placing):
            if lost & set(bite.subjects):
                continue
            totals[rule.level] += bite.amount * (1 if rule.level == "must" else rule.weight)
            if rule.level != "prefer":
                found.append(
                    Finding(
                        rule=rule.id,
                        level=rule.level,
                        subjects=bite.subjects,
                        amount=bite.amount,
                        sentence=bite.sentence,
                    )
                )
    found.sort(key=lambda f: (LEVELS.index(f.level), f.rule, f.subjects))
    return (*structure, *found), totals


def _bad(where: Where, zh: str, en: str) -> BadInputError:
    return BadInputError([Fault(where=where, message=Text(zh, en), advice=NOTHING)])
