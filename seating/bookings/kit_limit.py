"""kit-limit (移动设备够用): no more movable things in use at once than there are.

Things are in use from set-up to clear-away.  The amount is, for each sort of thing, how many are
lacking at the worst moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLimit:
    """Movable things are limited."""

    kind: ClassVar[str] = "kit-limit"
    title: ClassVar[Text] = Text("移动设备", "movable equipment")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask about the load of each sort of thing."""
        for thing in sorted({name for m in scene.meetings for name in m.kit}):
            loads = {m.id: m.kit[thing] for m in scene.meetings if m.kit.get(thing, 0) > 0}
            yield (thing,), ask.overload(loads, scene.spec.kit.get(thing, 0), margins=True)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Go through the moments at which something is fetched."""
        uses: dict[str, list[str]] = {}
        for ident in sorted(slots):
            for thing in scene.by_id[ident].kit:
                uses.setdefault(thing, []).append(ident)
        for thing, users in sorted(uses.items()):
            spans = {m: counting.taken(scene.by_id[m], slots[m]) for m in users}
            worst = 0
            company: tuple[str, ...] = ()
            for moment in sorted({span.start for span in spans.values()}):
                here = tuple(m for m in users if spans[m].start <= moment < spans[m].end)
                number = sum(scene.by_id[m].kit[thing] for m in here)
                if number > worst:
                    worst, company = number, here
            stock = scene.spec.kit.get(thing, 0)
            if worst > stock:
                who = wording.meetings(scene, company)
                yield Bite(
                    subjects=(thing, *company),
                    amount=worst - stock,
                    sentence=Text(
                        f"{thing}只有{stock}件，{who.zh}同时要{worst}件",
                        f"there are {stock} of {thing!r}; {who.en} need {worst} at once",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text(
            "移动设备同时使用不超过现有数量", "no more movable things at once than there are"
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say how many there are of one thing."""
        stock = scene.spec.kit.get(subjects[0], 0)
        return Text(f"{subjects[0]}只有{stock}件", f"there are {stock} of {subjects[0]!r}")


KIND = KitLimit
