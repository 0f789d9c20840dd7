"""beside (邻座): somebody sits directly beside another, on a chosen hand if need be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text, joined
from seating.facts.venue import own_left
from seating.kinds import wording

_HANDS = {
    "either": Text("身旁", "beside"),
    "left": Text("左手边", "at the left hand of"),
    "right": Text("右手边", "at the right hand of"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Each of ``who`` sits beside one of ``of``, or shares a place for several with him."""

    kind: ClassVar[str] = "beside"
    title: ClassVar[Text] = Text("邻座", "beside")
    aliases: ClassVar[tuple[str, ...]] = (
        "相邻",
        "挨着",
        "旁边",
        "坐旁边",
    )
    idle: ClassVar[Text] = Text(
        "名册的“翻译对象”不在这一场", "nobody interpreted is at the sitting"
    )

    who: tuple[str, ...] = parameter("谁（如翻译）", "who (an interpreter, say)", selector=True)
    of: tuple[str, ...] = parameter(
        "坐在谁的身旁；留空则为其翻译对象",
        "beside whom; empty = the person interpreted",
        default=(),
        selector=True,
    )
    hand: Literal["either", "left", "right"] = parameter(
        "在对方本人的哪一侧：either 不限、left 左手、right 右手",
        "on which own hand of that person: either, left, right",
        default="either",
        choices=("either", "left", "right"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask for one of the pairs of adjacent places."""
        pairs: dict[str, list[str]] = {}
        for link in scene.layout.links:
            if link.relation != "beside":
                continue
            for mine, yours in ((link.a, link.b), (link.b, link.a)):
                me, you = scene.layout.by_id[mine], scene.layout.by_id[yours]
                lx, ly = own_left(you.facing)
                lefts = (me.x - you.x) * lx + (me.y - you.y) * ly
                if self.hand == "either" or (self.hand == "left") == (lefts > 0):
                    pairs.setdefault(mine, []).append(yours)
        for place in scene.layout.places:
            if place.capacity > 1 and self.hand == "either":
                pairs.setdefault(place.id, []).append(place.id)
        for who in self.who:
            of = [p for p in self._partners(scene, who) if p != who]
            if of:
                near = [ask.both(who, other, pairs) for other in of]
                yield (who, *of), 1 - (near[0] if len(near) == 1 else ask.largest(near))

    def _partners(self, scene: Scene, who: str) -> tuple[str, ...]:
        principal = scene.person(who).interprets
        return self.of or ((principal,) if principal and scene.has(principal) else ())

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look to both hands of the persons concerned."""
        for who in self.who:
            person = scene.person(who)
            wanted = self.of or tuple(p for p in (person.interprets,) if p and scene.has(p))
            wanted = tuple(p for p in wanted if p != who)
            here = placing.places[who]
            kept = not wanted
            for other in wanted:
                there = placing.places[other]
                if there == here:  # both on one place for several people
                    kept = kept or self.hand == "either"
                if there not in scene.near(here, "beside"):
                    continue
                seat, mine = scene.layout.by_id[there], scene.layout.by_id[here]
                left_x, left_y = own_left(seat.facing)
                side = left_x * (mine.x - seat.x) + left_y * (mine.y - seat.y)
                hand = "left" if side > 0 else "right"
                kept = kept or self.hand in ("either", hand)
            if not kept:
                names = joined((scene.person(p).called for p in wanted), "或", " or ")
                yield Bite(
                    subjects=(who, *wanted),
                    amount=1,
                    sentence=Text(
                        f"{person.called.zh}没有坐在{names.zh}{_HANDS[self.hand].zh}",
                        f"{person.called.en} does not sit {_HANDS[self.hand].en} {names.en}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        who = joined(scene.person(p).called for p in self.who)
        of = [scene.person(p).called for w in self.who for p in self._partners(scene, w)]
        whom = joined(dict.fromkeys(of), "或", " or ")
        hand = _HANDS[self.hand]
        return Text(
            f"{who.zh}坐在{whom.zh}{hand.zh}",
            f"{who.en} {wording.sit(self.who)} {hand.en} {whom.en}",
        )


KIND = Beside
