"""Why somebody does not sit on his due place (为何不在应坐位置)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.checking.verify import Bill, verify
from seating.facts.plan import Finding, Moved, Placing
from seating.facts.rule import LEVELS, Rule, Scene
from seating.facts.text import Text


def moved_people(
    scene: Scene, rules: Sequence[Rule], placing: Placing, bill: Bill
) -> tuple[Moved, ...]:
    """List everybody who is not on his due place, each with reasons, most senior first.

    The reason is found by trying: put the person back (his place changes hands with whoever
    has it) and see which rules of a level above ``prefer`` get worse; if none does, the place
    is simply taken by somebody who was moved himself.
    """
    found = []
    for person in scene.people:
        here, due = placing.places[person.id], scene.due[person.id]
        if here == due:
            continue
        found.append(
            Moved(
                person=person.id,
                due=due,
                place=here,
                reasons=_reasons(scene, rules, placing, bill, person.id),
            )
        )
    return tuple(found)


def _reasons(
    scene: Scene, rules: Sequence[Rule], placing: Placing, bill: Bill, who: str
) -> tuple[Text, ...]:
    due = scene.due[who]
    places = dict(placing.places)
    other = placing.occupant.get(due)
    if other is not None:
        places[other] = places[who]
    places[who] = due
    tried = verify(scene, rules, Placing(sitting=placing.sitting, places=places))
    if tried.structure:
        return tuple(f.sentence for f in tried.structure)
    before = {(f.rule, f.subjects): f.amount for f in bill.findings}
    by_id = {r.id: r for r in rules}
    worse: dict[str, Finding] = {}
    for found in tried.findings:
        if found.level != "prefer" and found.amount > before.get((found.rule, found.subjects), 0):
            worse.setdefault(found.rule, found)
    ranked = sorted(worse, key=lambda rule: (LEVELS.index(by_id[rule].level), rule))
    if ranked:
        return tuple(_words(by_id[rule], worse[rule]) for rule in ranked[:3])
    if other is not None:
        name = scene.person(other).called
        return (
            Text(
                f"该座已由{name.zh}就座，依次顺延",
                f"the seat went to {name.en}; others shift along",
            ),
        )
    return (Text("与其他规则统筹后的结果", "a consequence of the other rules together"),)


def _words(rule: Rule, broken: Finding) -> Text:
    """Say what would be broken, with the user's own wording of the rule."""
    zh, en = f"否则{broken.sentence.zh}", f"otherwise {broken.sentence.en}"
    if rule.spec.text:
        return Text(f"{zh}（{rule.spec.text}）", f"{en} ({rule.spec.text})")
    return Text(zh, en)
