"""capacity (每处人数): how many people sit at each table, in each block or row.

The amount is, for each of them, the number of people above ``most`` plus the number missing to
``least``.  With ``empty`` a table at which none of ``who`` sits is no fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, counting, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """So many people at each table, not fewer and not more."""

    kind: ClassVar[str] = "capacity"
    title: ClassVar[Text] = Text("每处人数", "people at each table")
    aliases: ClassVar[tuple[str, ...]] = (
        "人数",
        "每桌人数",
    )
    idle: ClassVar[Text] = Text(
        "场地里没有 only 所写的桌（区、排）",
        "the room has none of the tables, blocks or rows of `only`",
    )
    example: ClassVar[dict[str, int]] = {"least": 8, "most": 10}

    who: tuple[str, ...] = parameter(
        "计哪些人（默认所有人）",
        "who is counted (default everybody)",
        default=("all",),
        selector=True,
    )
    per: Literal["table", "block", "row"] = parameter(
        "在什么范围内计：table 每桌、block 每区、row 每排",
        "counted in each: table, block, row",
        default="table",
        choices=("table", "block", "row"),
    )
    only: tuple[str, ...] = parameter(
        "只看哪些桌（区、排）的编号；留空则全看",
        "only these tables (blocks, rows); empty = all",
        default=(),
    )
    least: int = parameter("至少几人", "at least", default=0, minimum=0)
    most: int = parameter("至多几人，0 为不限", "at most, 0 = any number", default=0, minimum=0)
    empty: bool = parameter(
        "可否整桌（区、排）空着", "whether one may stay empty altogether", default=True
    )

    def __post_init__(self) -> None:
        if not self.most and not self.least:
            raise ValueError(Text("至多（most）、至少（least）须写一项。", "give most or least."))
        if self.most and self.least > self.most:
            raise ValueError(Text("至少的人数多于至多。", "least is above most."))

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count the people of each table."""
        for name, places in compiling.bins(scene, self.per).items():
            if self.only and name not in self.only:
                continue
            here = ask.count(self.who, places)
            if self.most:
                yield self.who, ask.positive(here - self.most)
            if self.least:
                wanted = self.least * ask.used(self.who, places) if self.empty else self.least
                yield self.who, ask.positive(wanted - here)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Count heads at each table."""
        for area, people in sorted(counting.seated(scene, placing, self.per).items()):
            here = tuple(p for p in people if p in self.who)
            if (self.only and area not in self.only) or (self.empty and not here):
                continue
            over = len(here) - self.most if self.most else 0
            short = self.least - len(here)
            if over > 0 or short > 0:
                at = wording.area(self.per, area)
                limit = Text(f"至多{self.most}", f"at most {self.most}")
                if short > 0:
                    limit = Text(f"至少{self.least}", f"at least {self.least}")
                yield Bite(
                    subjects=here,
                    amount=max(over, short),
                    sentence=Text(
                        f"{at.zh}有{len(here)}人，应{limit.zh}人",
                        f"{at.en} has {len(here)} people, should have {limit.en}",
                    ),
                )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        per = wording.PER_WORDS[self.per]
        where = Text(f"每{per.zh}", f"each {per.en}")
        if self.only:
            shown = [wording.area(self.per, name) for name in self.only]
            where = Text("、".join(x.zh for x in shown), ", ".join(x.en for x in shown))
        limits = wording.between(self.least, self.most)
        return Text(f"{where.zh}{limits.zh}", f"{where.en}: {limits.en}")


KIND = Capacity
