"""Structure, every rule and the bill of a finished plan (核验)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seating.checking.tally import disputed, tally
from seating.facts.plan import Finding, LevelResult, Placing
from seating.facts.rule import Level, Rule, Scene
from seating.facts.text import Text, joined, plain


@dataclass(frozen=True, kw_only=True)
class Bill:
    """What the checker found: faults of structure, broken rules, and the sum of each level."""

    structure: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    totals: Mapping[Level, int]

    @property
    def valid(self) -> bool:
        """Whether the plan may be used at all: sound structure and no must rule broken."""
        return not self.structure and self.totals["must"] == 0


def verify(scene: Scene, rules: Sequence[Rule], placing: Placing) -> Bill:
    """Count everything that is wrong with a plan, from the plan alone."""
    structure = tuple(_structure(scene, placing))
    broken = ((rule, bite) for rule in rules for bite in rule.kind.check(scene, placing))
    findings, totals = tally(() if structure else broken)
    return Bill(structure=structure, findings=tuple(findings), totals=totals)


def _structure(scene: Scene, placing: Placing) -> list[Finding]:
    found: list[Finding] = []

    def add(subject: str, zh: str, en: str) -> None:
        found.append(
            Finding(
                rule="structure", level="must", subjects=(subject,), amount=1, sentence=Text(zh, en)
            )
        )

    known = {p.id: p.called for p in scene.people}
    for pid, name in known.items():
        if pid not in placing.places:
            add(pid, f"{name.zh}没有座位", f"{name.en} has no seat")
    for pid, place_id in sorted(placing.places.items()):
        if pid not in known:
            add(pid, f"名单上没有{pid}，却排了座位", f"{pid} is not on the roster yet has a seat")
            continue
        name = known[pid]
        place = scene.layout.by_id.get(place_id)
        if place is None:
            add(
                pid,
                f"{name.zh}的座位{place_id}不存在",
                f"{name.en}'s seat {place_id} does not exist",
            )
        elif not place.usable:
            add(
                pid,
                f"{name.zh}坐在不能用的{place.label.zh}",
                f"{name.en} is at unusable {place.label.en}",
            )
        elif place.party and place.party != scene.person(pid).side:
            add(
                pid,
                f"{name.zh}坐到了另一方的{place.label.zh}",
                f"{name.en} is on the other side's {place.label.en}",
            )
        elif place_id not in scene.eligible.get(pid, (place_id,)):
            add(
                pid,
                f"{name.zh}占了专用的{place.label.zh}",
                f"{name.en} is at {place.label.en}, kept for a special purpose",
            )
    for place_id, who in sorted(placing.occupants.items()):
        place = scene.layout.by_id.get(place_id)
        if place is not None and len(who) > place.capacity:
            names = joined(known.get(p, plain(p)) for p in who)
            add(
                who[0],
                f"{place.label.zh}坐了{len(who)}人：{names.zh}",
                f"{len(who)} people at {place.label.en}: {names.en}",
            )
    return found


def disagreement(bill: Bill, levels: Sequence[LevelResult]) -> tuple[Text, ...]:
    """Compare the checker's sums with the solver's; anything returned is our own bug."""
    return (*(f.sentence for f in bill.structure), *disputed(levels, bill.totals))
