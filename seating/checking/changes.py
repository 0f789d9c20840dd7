"""Old plan → new plan: who is disturbed, and why (变动)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.checking.verify import verify
from seating.facts.plan import Change, Placing
from seating.facts.rule import LEVELS, Rule, Scene
from seating.facts.text import Text

NEW = Text("新增人员", "new on the roster")
GONE = Text("不再参加", "no longer takes part")
ABSENT = Text("请假", "absent")
LOST = Text("原座位已取消", "the earlier place is gone")


def changes(
    scene: Scene,
    rules: Sequence[Rule],
    old: Placing | None,
    new: Placing,
    absent: frozenset[str] = frozenset(),
) -> tuple[Change, ...]:
    """List everybody whose place differs, in order of precedence, those who left at the end.

    The reason of a move is found by trying: put the person back on his earlier place (whoever
    has it now takes his) and see which rules get worse.
    """
    before = dict(old.places) if old is not None else {}
    found: list[Change] = []
    for person in scene.people:
        was, now = before.get(person.id), new.places[person.id]
        if was == now:
            continue
        if was is None:
            reasons: tuple[Text, ...] = (NEW,)
        elif was not in scene.layout.by_id:
            reasons = (LOST,)
        else:
            reasons = _why(scene, rules, new, person.id, was)
        found.append(Change(person=person.id, old=was, new=now, reasons=reasons))
    present = {p.id for p in scene.people}
    found += [
        Change(person=pid, old=place, new=None, reasons=(ABSENT if pid in absent else GONE,))
        for pid, place in sorted(before.items())
        if pid not in present
    ]
    return tuple(found)


def _why(
    scene: Scene, rules: Sequence[Rule], new: Placing, person: str, was: str
) -> tuple[Text, ...]:
    places = dict(new.places)
    other = new.occupant.get(was)
    if other is not None:
        places[other] = places[person]
    places[person] = was
    tried = verify(scene, rules, Placing(sitting=new.sitting, places=places))
    if tried.structure:
        return tuple(f.sentence for f in tried.structure[:2])
    now = {(f.rule, f.subjects): f.amount for f in verify(scene, rules, new).findings}
    by_id = {r.id: r for r in rules}
    worse = {
        f.rule
        for f in tried.findings
        if by_id[f.rule].kind.kind not in ("keep-place", "keep-order")
        and f.amount > now.get((f.rule, f.subjects), 0)
    }
    ranked = sorted(worse, key=lambda rule: (LEVELS.index(by_id[rule].level), rule))
    if ranked:
        return tuple(by_id[rule].kind.sentence(scene) for rule in ranked[:2])
    if other is not None:
        name = scene.person(other).called
        return (Text(f"原座位由{name.zh}就座", f"{name.en} took the earlier place"),)
    return (Text("与其他变动统筹", "a consequence of the other changes"),)
