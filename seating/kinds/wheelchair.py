"""wheelchair (轮椅席): people sit at wheelchair places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seating.facts.text import Text
from seating.kinds.marked import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheelchair(Marked):
    """Each of ``who`` has a place marked ``wheelchair``."""

    kind: ClassVar[str] = "wheelchair"
    title: ClassVar[Text] = Text("轮椅席", "wheelchair place")
    aliases: ClassVar[tuple[str, ...]] = (
        "轮椅",
        "轮椅座位",
    )
    feature: ClassVar[str] = "wheelchair"
    kept: ClassVar[Text] = Text("坐轮椅席", "at a wheelchair place")
    broken: ClassVar[Text] = Text("没有轮椅席", "has no wheelchair place")


KIND = Wheelchair
