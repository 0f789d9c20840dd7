"""Why somebody sits where he sits, and what every other place would cost (座次说明)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.checking.verify import verify
from seating.facts.plan import Placing
from seating.facts.rule import LEVELS, Rule, Scene
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another place for a person and what it would cost compared with the plan.

    Attributes:
        swap: who would have to take the person's present place; ``""`` if the place is free.
        cost: change of each level's sum, must first; compares from the left.
        sentences: rules that would be broken, in words.
    """

    place: str
    swap: str
    cost: tuple[int, ...]
    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything that can be said of one person's place.

    Attributes:
        binding: rules that single the person out, in words.
        offers: the next best places, the cheapest first.
    """

    person: str
    place: str
    due: str
    binding: tuple[Text, ...]
    offers: tuple[Offer, ...]


def explain(
    scene: Scene, rules: Sequence[Rule], placing: Placing, person: str, offers: int = 5
) -> Explanation:
    """Price every other place of a person with the checker alone.

    The person moves to the place; whoever has it takes his.  Exact for that exchange; a
    larger rearrangement could be cheaper.
    """
    here = placing.places[person]
    base = verify(scene, rules, placing)
    had = {(f.rule, f.subjects): f.amount for f in base.findings}
    found = []
    for place in scene.eligible[person]:
        if place == here:
            continue
        other = placing.occupant.get(place, "")
        if other and here not in scene.eligible[other]:
            continue
        places = dict(placing.places)
        places[person] = place
        if other:
            places[other] = here
        bill = verify(scene, rules, Placing(sitting=placing.sitting, places=places))
        if bill.structure:
            continue
        worse = [
            f
            for f in bill.findings
            if f.level != "prefer" and f.amount > had.get((f.rule, f.subjects), 0)
        ]
        found.append(
            Offer(
                place=place,
                swap=other,
                cost=tuple(bill.totals[level] - base.totals[level] for level in LEVELS),
                sentences=tuple(f.sentence for f in worse[:3]),
            )
        )
    found.sort(key=lambda o: (o.cost, o.place))
    return Explanation(
        person=person,
        place=here,
        due=scene.due[person],
        binding=_binding(scene, rules, person),
        offers=tuple(found[:offers]),
    )


def _binding(scene: Scene, rules: Sequence[Rule], person: str) -> tuple[Text, ...]:
    """Sentences of the rules that name the person among a few."""
    said = []
    for rule in rules:
        who = (*getattr(rule.kind, "who", ()), *getattr(rule.kind, "of", ()))
        if person in who and len(who) < len(scene.people):
            words = rule.kind.sentence(scene)
            text = rule.spec.text
            said.append(Text(f"{words.zh}（{text}）", f"{words.en} ({text})") if text else words)
    return tuple(said)
