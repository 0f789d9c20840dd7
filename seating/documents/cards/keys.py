"""What the tables ``[documents.…]`` of cards, labels and badges have in common (公共写法)."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from seating.facts.fault import Where
from seating.facts.parameter import parameter


def only_people() -> Any:
    """Return the key that prints single pieces again."""
    return parameter(
        "只印这些人的（补印），位置与全印时相同；写姓名、编号或 unit:单位",
        "print only these people's, each where it lies among all: names, ids or unit:NAME",
        default=(),
    )


@dataclass(frozen=True, kw_only=True)
class SheetKeys:
    """How finished pieces lie on the paper that is printed."""

    sheet: str = parameter(
        "拼在多大的纸上：A4、A3 或宽x高（毫米）；不写则一件一页，纸就是成品",
        "paper that carries several pieces: A4, A3 or WxH in mm; none = each is a page of its own",
        default="",
    )
    gutter: float = parameter(
        "两件之间留的空", "space between two pieces", default=0.0, minimum=0, maximum=30, unit="mm"
    )
    marks: bool = parameter("印裁切线和折线的短线", "ticks where to cut and to fold", default=True)
    order: Literal["stack", "sheet"] = parameter(
        "stack：裁开后一叠一叠摞起来仍是座位次序；sheet：逐张从左到右、从上到下",
        "stack: the piles cut from the stack, laid on each other, are in order; "
        "sheet: row by row on each sheet",
        default="stack",
    )
    only: tuple[str, ...] = only_people()


def at(where: Where, key: str) -> Where:
    """Return the place of a key in a document's table."""
    return dataclasses.replace(where, key=f"{where.key}.{key}")
