"""``plan.json``: the plan as kept beside the event, made to be compared line by line (方案文件)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.plan import Finding, LevelResult, Moved, Placing, Plan, SittingPlan
from seating.facts.rule import LEVELS
from seating.facts.text import Text
from seating.reading.fields import below, item
from seating.reading.files import read_bytes, write_bytes
from seating.reading.scalars import show

FORMAT = "seating-plan/1"
_LARGEST = 100_000_000
_AGAIN = Text("请重新排座生成方案。", "Make the plan again.")
T = TypeVar("T")


def write_plan(path: Path, plan: Plan) -> None:
    """Write a plan whole or not at all.

    Raises:
        BadInputError: the file cannot be written.
    """
    write_bytes(path, dump_plan(plan))


def dump_plan(plan: Plan) -> bytes:
    """Return the bytes of ``plan.json``: fixed order, one placement on each line."""
    content = {
        "format": FORMAT,
        "event": plan.event,
        "version": plan.version,
        "digest": plan.digest,
        "sittings": {
            name: {
                "places": dict(sorted(sitting.placing.places.items())),
                "levels": [
                    {"level": r.level, "value": r.value, "bound": r.bound} for r in sitting.levels
                ],
                "findings": [
                    {
                        "rule": f.rule,
                        "level": f.level,
                        "subjects": list(f.subjects),
                        "amount": f.amount,
                        "sentence": _text(f.sentence),
                    }
                    for f in sitting.findings
                ],
                "moved": [
                    {
                        "person": m.person,
                        "due": m.due,
                        "place": m.place,
                        "reasons": [_text(r) for r in m.reasons],
                    }
                    for m in sitting.moved
                ],
                "stopped": sitting.stopped,
                "room": sitting.room,
            }
            for name, sitting in sorted(plan.sittings.items())
        },
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_plan(path: Path) -> Plan:
    """Read a plan.

    Raises:
        BadInputError: the file is missing, damaged or of another format; all faults at once.
    """
    where = Where(file=path.name)
    data, faults = read_bytes(path, where, _LARGEST)
    if data is None:
        raise BadInputError(faults)
    return load_plan(data, where.file)


def load_plan(data: bytes, name: str = "plan.json") -> Plan:
    """Read the bytes of a ``plan.json``; ``name`` is what messages call it.

    Raises:
        BadInputError: the content is damaged or of another format; all faults at once.
    """
    where = Where(file=name)
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_repeats)
        json.dumps(content, ensure_ascii=False).encode()  # refuses halves of characters
    except json.JSONDecodeError as error:
        at = Where(file=name, line=error.lineno)
        raise _refuse(at, "不是完整的 JSON。", f"is no valid JSON ({error.msg}).") from None
    except _RepeatedError as error:
        raise _refuse(where, f"“{error}”写了两次。", f"{str(error)!r} is given twice.") from None
    except (ValueError, RecursionError):
        raise _refuse(where, "文件已损坏。", "the file is damaged.") from None
    reader = _Reader()
    top = reader.table(content, where)
    if top.get("format") != FORMAT:
        found = show(top.get("format", ""))
        raise _refuse(
            below(where, "format"),
            f"方案格式是{found.zh}，本程序只读“{FORMAT}”。",
            f"the format is {found.en}; only {FORMAT!r} can be read.",
        )
    plan = Plan(
        event=reader.one(top, "event", str, where, ""),
        version=reader.one(top, "version", int, where, 1),
        digest=reader.one(top, "digest", str, where, ""),
        sittings={
            key: reader.sitting(key, value, item(below(where, "sittings"), key))
            for key, value in reader.one(top, "sittings", dict, where, {}).items()
        },
    )
    if reader.faults:
        raise BadInputError(reader.faults)
    return plan


class _RepeatedError(Exception):
    """A key stands twice in one JSON object."""


def _no_repeats(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedError(next(k for k in keys if keys.count(k) > 1))
    return table


class _Reader:
    """Takes values out of JSON and collects what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def table(self, value: object, where: Where) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._wrong(value, where)
        return {}

    def one(self, table: Mapping[str, Any], key: str, kind: type[T], where: Where, other: T) -> T:
        value = table.get(key)
        if type(value) is kind:
            return value
        self._wrong(value, below(where, key))
        return other

    def several(
        self, table: Mapping[str, Any], key: str, make: Callable[[Any, Where], T], where: Where
    ) -> tuple[T, ...]:
        values = self.one(table, key, list, where, [])
        here = below(where, key)
        return tuple(make(value, item(here, n)) for n, value in enumerate(values, 1))

    def sitting(self, name: str, value: object, where: Where) -> SittingPlan:
        table = self.table(value, where)
        places = self.one(table, "places", dict, where, {})
        for person, place in places.items():
            if not isinstance(place, str):
                self._wrong(place, below(below(where, "places"), person))
        return SittingPlan(
            placing=Placing(sitting=name, places=places),
            levels=self.several(table, "levels", self._level, where),
            findings=self.several(table, "findings", self._finding, where),
            moved=self.several(table, "moved", self._moved, where),
            stopped=self.one(table, "stopped", bool, where, False),
            room=max(0, self.one(table, "room", int, where, 0)),
        )

    def _level(self, value: object, where: Where) -> LevelResult:
        table = self.table(value, where)
        level = next((n for n in LEVELS if n == table.get("level")), None)
        if level is None:
            self._wrong(table.get("level"), below(where, "level"))
        return LevelResult(
            level=level or "must",
            value=self.one(table, "value", int, where, 0),
            bound=self.one(table, "bound", int, where, 0),
        )

    def _finding(self, value: object, where: Where) -> Finding:
        table = self.table(value, where)
        return Finding(
            rule=self.one(table, "rule", str, where, ""),
            level=self.one(table, "level", str, where, ""),
            subjects=self.several(table, "subjects", self._word, where),
            amount=self.one(table, "amount", int, where, 0),
            sentence=self._sentence(table.get("sentence"), below(where, "sentence")),
        )

    def _moved(self, value: object, where: Where) -> Moved:
        table = self.table(value, where)
        return Moved(
            person=self.one(table, "person", str, where, ""),
            due=self.one(table, "due", str, where, ""),
            place=self.one(table, "place", str, where, ""),
            reasons=self.several(table, "reasons", self._sentence, where),
        )

    def _word(self, value: object, where: Where) -> str:
        if not isinstance(value, str):
            self._wrong(value, where)
            return ""
        return value

    def _sentence(self, value: object, where: Where) -> Text:
        table = self.table(value, where)
        return Text(self.one(table, "zh", str, where, ""), self.one(table, "en", str, where, ""))

    def _wrong(self, value: object, where: Where) -> None:
        found = show(value) if value is not None else Text("空的", "missing")
        message = Text(f"内容不对：{found.zh}。", f"has the wrong content: {found.en}.")
        self.faults.append(Fault(where=where, message=message, advice=_AGAIN))


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _refuse(where: Where, zh: str, en: str) -> BadInputError:
    return BadInputError([Fault(where=where, message=Text(zh, en), advice=_AGAIN)])
