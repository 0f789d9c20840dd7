# ruff: noqa: RUF009
from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from seating.facts.fault import Where
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.reading.fields import fill

HERE = Where(file="event.toml", key="sitting[h].layout", line=4)


@dataclass(frozen=True, kw_only=True)
class Aisle:
    after: int = parameter("后", "after", minimum=1)
    width: float = parameter("宽", "width", default=1200.0, minimum=0, unit="mm")


@dataclass(frozen=True, kw_only=True)
class Form:
    rows: int | tuple[int, ...] = parameter("排", "rows", minimum=1, maximum=99)
    gap: float = parameter("距", "gap", default=0.5)
    fill: str = parameter("次", "fill", default="rows", choices=["rows", "files"])
    side: Literal["left", "right"] = parameter("侧", "side", default="left")
    on: bool = parameter("开", "on", default=False)
    who: tuple[str, ...] = parameter("谁", "who", default=(), selector=True)
    blocks: tuple[int, ...] = parameter("区", "blocks", default=(), minimum=1)
    aisle: Aisle | None = parameter("道", "aisle", default=None)
    aisles: tuple[Aisle, ...] = parameter("道", "aisles", default=())
    names: dict[str, str] = parameter("名", "names", default=None)
    day: dt.date | None = parameter("日", "day", default=None)
    at: dt.datetime | None = parameter("时", "at", default=None)
    from_: str = parameter("自", "from", default="")
    point: tuple[float, float] = parameter("点", "point", default=(0.0, 0.0))
    marks: frozenset[str] = parameter("记", "marks", default=frozenset())
    raw: object = parameter("原", "raw", default=None)
    pairs: tuple[tuple[str, ...], ...] = parameter("对", "pairs", default=())


GOOD: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {"rows": 3, "gap": 0.5}),
    ({"rows": [3, 4]}, {"rows": (3, 4)}),
    ({"gap": 2}, {"gap": 2.0}),
    ({"who": "all", "blocks": 6}, {"who": ("all",), "blocks": (6,)}),
    ({"aisle": {"after": 2}}, {"aisle": Aisle(after=2)}),
    ({"aisles": {"after": 2}}, {"aisles": (Aisle(after=2),)}),
    ({"aisles": [{"after": 2, "width": 3}]}, {"aisles": (Aisle(after=2, width=3.0),)}),
    ({"names": {"a": "b"}}, {"names": {"a": "b"}}),
    ({"day": "2026年3月1日"}, {"day": dt.date(2026, 3, 1)}),
    ({"day": dt.date(2026, 3, 1)}, {"day": dt.date(2026, 3, 1)}),
    ({"at": "2026-3-1 下午2点半"}, {"at": dt.datetime(2026, 3, 1, 14, 30)}),
    ({"from": "x"}, {"from_": "x"}),
    ({"point": [1, 2.5]}, {"point": (1.0, 2.5)}),
    ({"marks": ["a", "a"]}, {"marks": frozenset("a")}),
    ({"raw": [1, {"a": 2}]}, {"raw": [1, {"a": 2}]}),
    ({"pairs": [["a", "b"], ["c", "d"]]}, {"pairs": (("a", "b"), ("c", "d"))}),
]


@pytest.mark.parametrize(("table", "expected"), GOOD)
def test_accepted(table, expected):
    form, faults = fill(Form, {"rows": 3, **table}, HERE)
    assert not faults
    for name, value in expected.items():
        assert getattr(form, name) == value
        assert type(getattr(form, name)) is type(value)


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"rows": 3.0}, "rows", "写的是3.0"),
    ({"rows": True}, "rows", "写的是true"),
    ({"rows": "3"}, "rows", "“3”"),
    ({"rows": 0}, "rows", "写的是0"),
    ({"rows": [3, 100]}, "rows[2]", "写的是100"),
    ({"gap": "x"}, "gap", "“x”"),
    ({"gap": float("nan")}, "gap", "nan"),
    ({"gap": float("inf")}, "gap", "inf"),
    ({"gap": 10**400}, "gap", "写的是1000"),
    ({"gap": True}, "gap", "true"),
    ({"fill": "row"}, "fill", "“row”"),
    ({"side": "links"}, "side", "“links”"),
    ({"side": 3}, "side", "写的是3"),
    ({"on": 1}, "on", "写的是1"),
    ({"on": "true"}, "on", "“true”"),
    ({"who": [1]}, "who[1]", "写的是1"),
    ({"blocks": [6, 0]}, "blocks[2]", "写的是0"),
    ({"aisle": {"width": 3}}, "aisle.after", "必须写明"),
    ({"aisle": 3}, "aisle", "写的是3"),
    ({"aisles": [{"after": 0}]}, "aisles[1].after", "写的是0"),
    ({"aisles": [{"after": 1, "depth": 0}]}, "aisles[1].depth", "没有这个项目"),
    ({"names": {"a": 3}}, "names.a", "写的是3"),
    ({"names": "x"}, "names", "“x”"),
    ({"day": "2026-02-30"}, "day", "没有这一天"),
    ({"at": "2026-02-03"}, "at", "“2026-02-03”"),
    ({"point": [1]}, "point", "[1]"),
    ({"rwos": 3}, "rwos", "没有这个项目"),
    ({"from_": "x"}, "from_", "没有这个项目"),
]


@pytest.mark.parametrize(("table", "key", "words"), BAD)
def test_refused(table, key, words):
    form, faults = fill(Form, {"rows": 3, **table}, HERE)
    assert form is None
    assert len(faults) == 1
    assert faults[0].where.key == f"sitting[h].layout.{key}"
    assert (faults[0].where.file, faults[0].where.line) == ("event.toml", 4)
    assert words in faults[0].message.zh
    assert faults[0].advice.zh
    assert faults[0].advice.en


def test_all_at_once():
    table = {key: value for bad, _, _ in BAD[4:18] for key, value in bad.items()}
    _, faults = fill(Form, table, HERE)
    assert {f.where.key.split(".")[2] for f in faults} >= {"rows[2]", "gap", "fill", "on", "who[1]"}


def test_what_would_be_accepted_is_said():
    _, faults = fill(Form, {"rwos": 3, "rows": 0, "fill": "row"}, HERE)
    advice = {f.where.key.rpartition(".")[2]: f.advice for f in faults}
    assert "是不是“rows”？" in advice["rwos"].zh
    assert "1到99之间的整数" in advice["rows"].zh
    assert "from 1 to 99" in advice["rows"].en
    assert "是不是“rows”？" in advice["fill"].zh
    assert '"files"' in advice["fill"].en


def test_a_class_may_refuse():
    @dataclass(frozen=True)
    class Odd:
        n: int = parameter("数", "number")

        def __post_init__(self):
            if self.n % 2 == 0:
                raise ValueError(Text("应为奇数。", "must be odd."))

    made, faults = fill(Odd, {"n": 2}, HERE)
    assert made is None
    assert faults[0].message == Text("应为奇数。", "must be odd.")
    assert faults[0].where == HERE
    assert fill(Odd, {"n": 3}, HERE) == (Odd(3), [])


def test_mapping_annotation():
    @dataclass(frozen=True)
    class Loose:
        more: Mapping[str, object] = parameter("余", "more")
        plain: dict = parameter("余", "more", default=None)

    made, faults = fill(Loose, {"more": {"a": [1]}, "plain": {"x": 1}}, HERE)
    assert not faults
    assert made is not None
    assert (made.more, made.plain) == ({"a": [1]}, {"x": 1})
