"""Rules written in a sheet: one row each, in the words of a secretary (规则表).

Cells stay text until the kind of rule is known; :func:`typed` then reads them as its
parameters.  Which heading gave which parameter travels with the rule, so that every fault can
name its cell.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from seating.facts.fault import Fault, Where
from seating.facts.parameter import About, about
from seating.facts.rule import LEVEL_TITLES
from seating.facts.text import Text
from seating.reading.cells import Cells
from seating.reading.columns import Column, Columns
from seating.reading.grid import Grid
from seating.reading.table import Record, read_grids, read_table
from seating.reading.words import code, did_you_mean, joined, key, parts

SHEETS = ("规则", "rules", "规则表", "排座规则", "rule")
FILES = ("rules.xlsx", "rules.csv")
_LEVELS = {
    key(word): level
    for level, title in LEVEL_TITLES.items()
    for word in (level, title.zh, title.en)
} | {key(word): "off" for word in ("off", "停用", "不用")}
_YES = frozenset(map(key, ("是", "可", "true", "yes", "1", "√")))
_NO = frozenset(map(key, ("否", "不可", "false", "no", "0")))
_SEVERAL = frozenset({"who", "of", "places", "forms", "relations", "values", "only"})


def _columns() -> list[Column]:
    words = """
        id 编号 规则编号|kind 种类 规则种类,类型|level 程度 级别,层级|weight 权重
        who 谁 人员,哪些人,对象|of 与谁 和谁,相对人|sitting 场次 适用场次|places 座位 座位号,位置
        text 说明 备注,原话,理由|source 出处 依据|forms 座次形式|within 以内 距离|rows 前几排
        shape 形状 怎样算在一起|hand 哪一侧|per 范围 在什么范围内|by 按什么|each 分组 按什么分组
        most 至多|least 至少|relations 相邻关系|same 不同处|other 另一场|values 只看哪些
        difference 相差|only 只看何处|to 靠近什么|empty 可空"""
    found = []
    for line in re.split(r"[|\n]", words.strip()):
        field, zh, *more = line.split()
        aliases = tuple(word for part in more for word in part.split(","))
        found.append(Column(field=field, title=Text(zh, field), aliases=aliases))
    return found


class _RuleColumns(Columns):
    """Any English word may be the name of a kind's parameter."""

    def field(self, heading: str) -> str:
        """Return the field that a heading means."""
        word = code(heading).replace("-", "_")
        return super().field(heading) or (word if re.fullmatch("[a-z_]+", word) else "")


RULES = _RuleColumns(_columns())


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """One row: the rule's table as in TOML, but with parameters still as text."""

    where: Where
    table: Mapping[str, Any]
    columns: Mapping[str, str]


def is_rule_sheet(grid: Grid) -> bool:
    """Whether a sheet of the roster's workbook holds rules."""
    return key(grid.sheet) in map(key, SHEETS)


def read_rule_sheets(
    folder: Path, sheet: Grid | None, titles: Mapping[str, str]
) -> tuple[list[RuleRow], list[Fault]]:
    """Read the rules of the roster's workbook and of the files beside it.

    ``titles`` gives the id of each sitting by its title; either may stand in a cell.
    """
    grids = [] if sheet is None else [sheet]
    faults: list[Fault] = []
    for name in FILES:
        if (folder / name).is_file():
            every, found = read_grids(folder / name, RULES.knows)
            faults += found
            filled = [grid for grid in every if grid.lines]
            named = [grid for grid in filled if is_rule_sheet(grid)]
            grids += named or filled[:1]
    rows: list[RuleRow] = []
    for grid in grids:
        table, found = read_table(grid, RULES)
        faults += found
        records = table.records if table is not None else ()
        rows += [_row(record, titles, faults) for record in records]
    return rows, faults


def _row(record: Record, titles: Mapping[str, str], faults: list[Fault]) -> RuleRow:
    cells = Cells(record, faults)
    table: dict[str, Any] = {}
    for field in record.cells:
        value = cells.text(field)
        if not value:
            continue
        table[field] = list(cells.several(field)) if field in _SEVERAL else value
    table.setdefault("id", f"rule-{record.place.row}")
    if "level" in table:
        faults += _level(table, record)
    if code(str(table.get("weight", ""))).isdigit():
        table["weight"] = int(code(str(table["weight"])))
    if "sitting" in table:
        table["sitting"] = titles.get(table["sitting"], table["sitting"])
    return RuleRow(where=record.place, table=table, columns=dict(record.headings))


def _level(table: dict[str, Any], record: Record) -> list[Fault]:
    word = table.pop("level")
    if key(word) in _LEVELS:
        table["level"] = _LEVELS[key(word)]
        return []
    known = [*(title.zh for title in LEVEL_TITLES.values()), "停用"]
    every = ", ".join([*LEVEL_TITLES, "off"])
    advice = joined(
        did_you_mean(word, [*known, *LEVEL_TITLES]),
        Text(f"可写：{'、'.join(known)}。", f"Accepted: {every}."),
    )
    message = Text(f"写的是“{word}”。", f"is {word!r}.")
    return [Fault(where=record.where("level"), message=message, advice=advice)]


def typed(kind: type[Any], table: Mapping[str, Any]) -> dict[str, Any]:
    """Read the cells of a row as the parameters of a kind of rule.

    ``places`` is the kind's parameter for places, whatever its name; where a kind knows no
    ``of``, the people named there join ``who``.  What cannot be read stays as it is, to be
    refused with the rest.
    """
    fields = {f.name: about(f) for f in dataclasses.fields(kind)}
    hints = get_type_hints(kind)
    found = dict(table)
    spots = [name for name, told in fields.items() if told.place]
    if "places" in found and "places" not in fields and spots:
        found[spots[0]] = found.pop("places")
    if "of" in found and "of" not in fields and "who" in fields:
        found["who"] = [*_listed(found.get("who", [])), *_listed(found.pop("of"))]
    return {
        name: _value(value, hints[name], fields[name]) if name in fields else value
        for name, value in found.items()
    }


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _value(value: Any, hint: Any, told: About) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(k for k in get_args(hint) if k is not type(None))
    if get_origin(hint) in (tuple, frozenset):
        items = parts(value) if isinstance(value, str) else value
        inner = get_args(hint)[0]
        return [_value(item, inner, told) for item in _listed(items)]
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return value
    if hint is int and re.fullmatch(r"\d{1,9}", code(value)):
        return int(code(value))
    if hint is bool and key(value) in _YES | _NO:
        return key(value) in _YES
    if get_origin(hint) is Literal or told.choices:
        return _choice(value, tuple(map(str, told.choices or get_args(hint))), told)
    return value


def _choice(word: str, choices: Sequence[str], told: About) -> str:
    """Return the choice that a word means; the description says ``row 同排、file 同列``."""
    for choice in choices:
        match = re.search(rf"\b{re.escape(choice)} ?([^\s、，；：（）]+)", told.text.zh)
        names = (choice, match[1]) if choice and match else (choice,)
        if key(word) in map(key, names):
            return choice
    return word


def located(fault: Fault, columns: Mapping[str, str]) -> Fault:
    """Name the column that a fault of a rule from a sheet is about."""
    if not columns:
        return fault
    name = re.sub(r"\[.*", "", fault.where.key.rsplit(".", 1)[-1])
    also = {"place": "places"}.get(name, name)
    column = columns.get(name, columns.get(also, ""))
    return dataclasses.replace(
        fault, where=dataclasses.replace(fault.where, key="", column=column or fault.where.column)
    )
