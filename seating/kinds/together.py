"""together (相邻成片): people of one unit or group sit together.

``run``: nobody else sits between them along the fill of the seats; the amount is the number of
those who do.  An empty seat between them does no harm.  ``row`` / ``file`` / ``block``: they use
as few rows (files, blocks) as their number allows; the amount is the number of further ones.
Where places hold several people each (rooms, tables), ``run`` means as few places as possible.
People on places for a special purpose (a wheelchair place) do not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text, joined
from seating.facts.venue import Place
from seating.kinds import wording

_SHAPES = {
    "run": Text("连续就座", "in one unbroken run"),
    "row": Text("少跨排", "in as few rows as possible"),
    "file": Text("少跨列", "in as few files as possible"),
    "block": Text("同一区域", "in as few blocks as possible"),
}


def _row(place: Place) -> object:
    return place.row


def _file(place: Place) -> object:
    return place.file


def _block(place: Place) -> object:
    return place.block if place.block or place.capacity == 1 else place.id


def _place(place: Place) -> object:
    return place.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """People who belong together sit together."""

    kind: ClassVar[str] = "together"
    title: ClassVar[Text] = Text("相邻成片", "sit together")
    aliases: ClassVar[tuple[str, ...]] = (
        "坐在一起",
        "集中",
        "成片",
        "同坐",
    )
    idle: ClassVar[Text] = Text(
        "各单位（组）在场的都不足两人", "no unit (group) has two people at the sitting"
    )

    who: tuple[str, ...] = parameter(
        "哪些人（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    each: Literal["", "unit", "group"] = parameter(
        "按什么分组：unit 单位、group 组；留空则视为一组",
        "how to divide them: unit, group; empty = all are one party",
        default="",
        choices=("", "unit", "group"),
    )
    shape: Literal["run", "row", "file", "block"] = parameter(
        "怎样算在一起：run 连续、row 同排、file 同列、block 同区",
        "what counts as together: run, row, file, block",
        default="run",
        choices=("run", "row", "file", "block"),
    )

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Post the span of each party, or the number of rows it uses beyond the least."""
        ordinary = [p for p in scene.layout.seats if not p.purpose]
        line = [p.id for p in ordinary]
        parties: dict[str, list[str]] = {}
        for pid in self.who:
            if scene.layout.by_id[scene.due[pid]].purpose:
                continue
            person = scene.person(pid)
            name = {"unit": person.unit, "group": person.group, "": "all"}[self.each]
            if name:
                parties.setdefault(name, []).append(pid)
        for members in parties.values():
            if len(members) < 2:
                continue
            if self.shape == "run" and all(p.capacity == 1 for p in ordinary):
                yield tuple(members), ask.strangers(members, line)
                continue
            bins: dict[object, list[str]] = {}
            sizes: dict[object, int] = {}
            for place in ordinary:
                key = self._bin(place)
                bins.setdefault(key, []).append(place.id)
                sizes[key] = sizes.get(key, 0) + place.capacity
            least, room = 0, 0
            for size in sorted(sizes.values(), reverse=True):
                if room >= len(members):
                    break
                least, room = least + 1, room + size
            yield tuple(members), sum(ask.used(members, b) for b in bins.values()) - least

    def _bin(self, place: Place) -> object:
        block = place.block or (place.id if place.capacity > 1 else "")
        return {"row": place.row, "file": place.file, "block": block, "run": place.id}[self.shape]

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Walk along the seats and count strangers inside each party's stretch."""
        line = sorted(
            (p for p in scene.layout.places if p.usable and p.honour > 0 and not p.purpose),
            key=lambda p: (p.party, p.honour, p.id),
        )
        seated: dict[str, list[tuple[int, str]]] = defaultdict(list)
        people = [(at, p) for at, x in enumerate(line) for p in placing.occupants.get(x.id, ())]
        for at, who in people:
            person = scene.person(who)
            name = person.unit if self.each == "unit" else person.group if self.each else "all"
            if name and who in self.who:
                seated[name].append((at, who))
        run = self.shape == "run" and all(p.capacity == 1 for p in line)
        for name, found in sorted(seated.items()):
            spots, members = [at for at, _ in found], tuple(who for _, who in found)
            label = scene.unit(name) if self.each else wording.people(scene, members)
            if len(spots) < 2:
                continue
            if run:
                between = line[spots[0] : spots[-1] + 1]
                strangers = sum(p.id in placing.occupant for p in between) - len(spots)
                others = "1 other sits" if strangers == 1 else f"{strangers} others sit"
                words = Text(f"中间夹有{strangers}个外人", f"{others} between")
                extra = strangers
            else:
                key = {"row": _row, "file": _file, "block": _block, "run": _place}[self.shape]
                rooms: Counter[object] = Counter()
                for p in line:
                    rooms[key(p)] += p.capacity
                sizes = sorted(rooms.values())
                need, left = 0, len(spots)
                while left > 0 and sizes:
                    left -= sizes.pop()
                    need += 1
                used = len({key(line[at]) for at in spots})
                extra = used - need
                words = Text(
                    f"占了{used}处，本可只占{need}处", f"spread over {used}, {need} would do"
                )
            if extra:
                yield Bite(
                    subjects=members,
                    amount=extra,
                    sentence=Text(
                        f"{label.zh}未{_SHAPES[self.shape].zh}：{words.zh}",
                        f"{label.en} do not sit {_SHAPES[self.shape].en}: {words.en}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        shape = _SHAPES[self.shape]
        if self.each == "unit":
            return Text(f"同一单位的人{shape.zh}", f"people of one unit sit {shape.en}")
        if self.each == "group":
            return Text(f"同一组的人{shape.zh}", f"people of one group sit {shape.en}")
        names = joined(scene.person(p).called for p in self.who[:4])
        more = len(self.who) > 4
        return Text(
            f"{names.zh}{'等' if more else ''}{shape.zh}",
            f"{names.en}{' …' if more else ''} sit {shape.en}",
        )


KIND = Together
