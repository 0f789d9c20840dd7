"""aisle (过道边): people sit at an aisle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seating.facts.text import Text
from seating.kinds.marked import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Aisle(Marked):
    """Each of ``who`` has a place marked ``aisle``."""

    kind: ClassVar[str] = "aisle"
    title: ClassVar[Text] = Text("过道边", "at an aisle")
    aliases: ClassVar[tuple[str, ...]] = (
        "靠过道",
        "走道边",
        "过道",
    )
    feature: ClassVar[str] = "aisle"
    kept: ClassVar[Text] = Text("坐过道边", "at an aisle")
    broken: ClassVar[Text] = Text("没有坐在过道边", "does not sit at an aisle")


KIND = Aisle
