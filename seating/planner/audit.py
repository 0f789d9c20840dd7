"""Check a chart drawn by hand against the rules (核对手工座次图)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seating.checking.tally import tally
from seating.checking.verify import verify
from seating.facts.plan import Conflict, Finding, LevelResult, Placing, Plan, SittingPlan
from seating.facts.rule import Level, Rule, Scene
from seating.facts.text import Text
from seating.facts.venue import Place, View
from seating.planner.books import matching
from seating.planner.chart_pairs import Pair, best_pair, pairs_of
from seating.planner.pipeline import looks_elsewhere, plan_sitting, with_elsewhere
from seating.reading.chart import Chart, Remark
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
    plan: Plan | None = None,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Audit:
    """Read the chart of one sitting, check it, and compare its cost with the best one's.

    Without ``sitting`` and ``sheet`` the pair is taken that has most of its people on the sheet.
    The ``plan`` of the event tells how many chairs were set and who sits where in the sittings
    before this one, should a rule ask.

    Raises:
        BadInputError: the file cannot be read, names no such sitting or sheet, or holds nobody.
        DisagreementError: the solver and the check disagree about the best chart.
        TimeoutError: the limit ended the search for the best chart before any was found.
    """
    if plan is not None:
        programme = matching(programme, plan)
    found = best_pair(pairs_of(programme, chart, sitting, sheet, view), chart, sheet)
    return _audited(programme, [found], plan, limits, watch)[0]


def audit_all(
    programme: Programme,
    chart: Path,
    *,
    view: View | None = None,
    plan: Plan | None = None,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> tuple[Audit, ...]:
    """Audit every sitting that has a sheet of its own in a workbook, in the event's order.

    Rules that look at other sittings see them as the workbook has them.

    Raises what :func:`audit` raises.
    """
    if plan is not None:
        programme = matching(programme, plan)
    pairs = pairs_of(programme, chart, "", "", view)
    taken: list[Pair] = []
    for one in sorted(pairs, key=lambda one: one.merit, reverse=True):
        free = all(one.prepared is not t.prepared and one.grid is not t.grid for t in taken)
        if free and one.plausible:
            taken.append(one)
    order = [p.sitting.id for p in programme.sittings]
    taken.sort(key=lambda one: order.index(one.prepared.sitting.id))
    return _audited(programme, taken or [best_pair(pairs, chart, "")], plan, limits, watch)


def _audited(
    programme: Programme,
    pairs: Sequence[Pair],
    plan: Plan | None,
    limits: Limits | None,
    watch: Watch | None,
) -> tuple[Audit, ...]:
    """Check charts in the event's order, each beside those before it."""
    drawn = {one.prepared.sitting.id: one for one in pairs}
    looking = any(looks_elsewhere(rule) for one in pairs for rule in one.prepared.rules)
    done = dict(plan.sittings) if plan is not None else {}
    found: list[Audit] = []
    for prepared in programme.sittings:
        name = prepared.sitting.id
        earlier = {n: done[n] for n in _before(programme, name) if n in done}
        ready = with_elsewhere(prepared, earlier, programme)
        if name in drawn:
            one = _check(ready, drawn[name], limits, watch)
            found.append(one)
            placing = Placing(sitting=name, places=dict(sorted(one.chart.places.items())))
            done[name] = SittingPlan(placing=placing, levels=())
        elif looking and name not in done and len(found) < len(pairs):
            made = plan_sitting(ready, limits, watch)
            if not isinstance(made, Conflict):
                done[name] = made
    return tuple(found)


def _before(programme: Programme, name: str) -> list[str]:
    order = [p.sitting.id for p in programme.sittings]
    return order[: order.index(name)]


def _check(prepared: Prepared, pair: Pair, limits: Limits | None, watch: Watch | None) -> Audit:
    scene, chart = prepared.scene, pair.chart
    missing = tuple(p.id for p in scene.people if p.id not in chart.places)
    findings, totals = _count(scene, prepared.rules, chart, missing)
    made = plan_sitting(prepared, limits, watch)
    return Audit(
        prepared=prepared,
        chart=chart,
        sheet=pair.grid.sheet,
        remarks=tuple(chart.remarks),
        missing=missing,
        findings=findings,
        totals=totals,
        best=None if isinstance(made, Conflict) else made.levels,
    )


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
    broken = (
        (rule, bite)
        for rule in rules
        for bite in rule.kind.check(outside, placing)
        if not lost & set(bite.subjects)
    )
    found, totals = tally(broken)
    return (*structure, *(f for f in found if f.level != "prefer")), totals
