"""reserved (预留): places are kept for certain people, or kept free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """Nobody but ``who`` sits on the places named."""

    kind: ClassVar[str] = "reserved"
    title: ClassVar[Text] = Text("预留", "reserved")
    aliases: ClassVar[tuple[str, ...]] = (
        "保留",
        "留座",
        "预留座位",
    )

    places: tuple[str, ...] = parameter(
        "预留的座位：座位号、row:排号、block:区号",
        "the places: seat ids, row:n, block:b",
        place=True,
    )
    who: tuple[str, ...] = parameter(
        "留给谁；留空则一律空着", "for whom; empty = kept free", default=(), selector=True
    )

    def keeps(self) -> Mapping[str, tuple[str, ...]]:
        """The persons who may have each place named."""
        return dict.fromkeys(self.places, self.who)

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count everybody else on these places."""
        allowed = set(self.who)
        for person in scene.people:
            if person.id not in allowed:
                yield (person.id,), ask.at(person.id, self.places)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at who sits on these places."""
        for place in self.places:
            for who in placing.occupants.get(place, ()):
                if who in self.who:
                    continue
                name, label = scene.person(who).called, scene.layout.by_id[place].label
                yield Bite(
                    subjects=(who,),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}占了预留的{label.zh}", f"{name.en} has the reserved {label.en}"
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        labels = [scene.layout.by_id[p].label for p in self.places]
        shown_zh = "、".join(x.zh for x in labels[:4]) + (
            f"等{len(labels)}座" if len(labels) > 4 else ""
        )
        shown_en = ", ".join(x.en for x in labels[:4]) + (" …" if len(labels) > 4 else "")
        if not self.who:
            return Text(f"{shown_zh}空着不排人", f"{shown_en} kept free")
        names = joined(scene.person(p).called for p in self.who[:4])
        more = len(self.who) > 4
        return Text(
            f"{shown_zh}留给{names.zh}{'等' if more else ''}",
            f"{shown_en} kept for {names.en}{' …' if more else ''}",
        )


KIND = Reserved
