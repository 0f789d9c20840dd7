"""spread (分散): people of one kind are spread over the tables, blocks or rows.

The amount is, for each table and each value (each unit, each gender …), the number of people
above ``most`` plus the number missing to ``least``.  Where none of ``who`` sits, nothing is
missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from seating.facts.parameter import parameter
from seating.facts.plan import Placing
from seating.facts.rule import Ask, Bite, Scene
from seating.facts.text import Text
from seating.kinds import compiling, counting, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """At every table at most, and at least, so many people of each kind."""

    kind: ClassVar[str] = "spread"
    title: ClassVar[Text] = Text("分散", "spread out")
    aliases: ClassVar[tuple[str, ...]] = (
        "分散就座",
        "打散",
        "不集中",
    )
    idle: ClassVar[Text] = Text(
        "名册没有填要分散的那一项，或没有 values 所写的人",
        "the roster does not say what is to be spread, or nobody has one of `values`",
    )
    example: ClassVar[dict[str, int]] = {"most": 2}

    who: tuple[str, ...] = parameter(
        "哪些人（默认所有人）", "who (default everybody)", default=("all",), selector=True
    )
    by: Literal["gender", "side", "unit", "group", "tag"] = parameter(
        "按什么分散：unit 单位、group 组、side 主客、gender 性别、tag 标签",
        "what is spread: unit, group, side, gender, tag",
        default="unit",
        choices=("unit", "group", "side", "gender", "tag"),
    )
    values: tuple[str, ...] = parameter(
        "只看哪些（如某两个标签）；留空则全看",
        "only these values (two of the tags, say); empty = all",
        default=(),
    )
    per: Literal["table", "block", "row"] = parameter(
        "在什么范围内计：table 每桌、block 每区、row 每排",
        "counted in each: table, block, row",
        default="table",
        choices=("table", "block", "row"),
    )
    most: int = parameter("每处至多几人，0 为不限", "at most, 0 = any number", default=0, minimum=0)
    least: int = parameter("每处至少几人", "at least", default=0, minimum=0)

    def __post_init__(self) -> None:
        if not self.most and not self.least:
            raise ValueError(Text("至多（most）、至少（least）须写一项。", "give most or least."))
        if self.most and self.least > self.most:
            raise ValueError(Text("至少的人数多于至多。", "least is above most."))

    def compile(self, scene: Scene, ask: Ask) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Count each value in each table."""
        parties = compiling.parties(scene, self.who, self.by)
        for places in compiling.bins(scene, self.per).values():
            used = ask.used(self.who, places) if self.least else 0
            for name, members in parties.items():
                if self.values and name not in self.values:
                    continue
                here = ask.count(members, places)
                if self.most and len(members) > self.most:
                    yield tuple(members), ask.positive(here - self.most)
                if self.least:
                    yield tuple(members), ask.positive(self.least * used - here)

    def check(self, scene: Scene, placing: Placing) -> Iterable[Bite]:
        """Look at each table and see who sits there."""
        names = {m for p in self.who for m in counting.marks(scene.person(p), self.by)}
        names &= set(self.values) if self.values else names
        for area, people in sorted(counting.seated(scene, placing, self.per).items()):
            here = [p for p in people if p in self.who]
            found = Counter(m for p in here for m in counting.marks(scene.person(p), self.by))
            for name in sorted(names) if here else ():
                number = found[name]
                over = max(0, number - self.most) if self.most else 0
                short = max(0, self.least - number)
                if over or short:
                    at, what = wording.area(self.per, area), wording.value(scene, self.by, name)
                    limit = Text(f"至多{self.most}", f"at most {self.most}")
                    if short:
                        limit = Text(f"至少{self.least}", f"at least {self.least}")
                    yield Bite(
                        subjects=tuple(
                            p for p in here if name in counting.marks(scene.person(p), self.by)
                        ),
                        amount=over + short,
                        sentence=Text(
                            f"{at.zh}有{what.zh}{number}人，应{limit.zh}人",
                            f"{at.en} has {number} of {what.en}, should have {limit.en}",
                        ),
                    )

    def sentence(self, scene: Scene) -> Text:
        """Say the rule."""
        per, by = wording.PER_WORDS[self.per], wording.BY_WORDS[self.by]
        zh, en = f"每{per.zh}同一{by.zh}的人", f"people of one {by.en} at each {per.en}"
        if self.values:
            shown = [wording.value(scene, self.by, v) for v in self.values]
            zh = f"每{per.zh}{'、'.join(x.zh for x in shown)}各"
            en = f"{', '.join(x.en for x in shown)} at each {per.en}"
        limits = wording.between(self.least, self.most)
        return Text(f"{zh}{limits.zh}", f"{en}: {limits.en}")


KIND = Spread
