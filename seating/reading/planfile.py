"""``plan.json``: the plan as kept beside the event, made to be compared line by line (方案文件)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.plan import Moved, Placing, Plan, SittingPlan
from seating.facts.text import Text
from seating.reading.booking.planned import dump_booking, in_one_line, load_booking
from seating.reading.fields import below, item
from seating.reading.files import read_bytes, write_bytes
from seating.reading.planparts import (
    AGAIN,
    PartReader,
    dump_findings,
    dump_levels,
    dump_text,
)
from seating.reading.scalars import show

FORMAT = "seating-plan/1"
_LARGEST = 100_000_000


def write_plan(path: Path, plan: Plan) -> None:
    """Write a plan whole or not at all.

    Raises:
        BadInputError: the file cannot be written.
    """
    write_bytes(path, dump_plan(plan))


def dump_plan(plan: Plan) -> bytes:
    """Return the bytes of ``plan.json``: fixed order, one placement on each line."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "event": plan.event,
        "version": plan.version,
        "digest": plan.digest,
        "sittings": {
            name: {
                "places": dict(sorted(sitting.placing.places.items())),
                "levels": dump_levels(sitting.levels),
                "findings": dump_findings(sitting.findings),
                "moved": [
                    {
                        "person": m.person,
                        "due": m.due,
                        "place": m.place,
                        "reasons": [dump_text(r) for r in m.reasons],
                    }
                    for m in sitting.moved
                ],
                "stopped": sitting.stopped,
                "room": sitting.room,
            }
            for name, sitting in sorted(plan.sittings.items())
        },
    }
    if plan.booking is None:
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    content["booking"], lines = dump_booking(plan.booking)
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return in_one_line(text, lines).encode("utf-8")


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
        booking=load_booking(reader, top, where),
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


class _Reader(PartReader):
    """Reads a whole plan."""

    def sitting(self, name: str, value: object, where: Where) -> SittingPlan:
        table = self.table(value, where)
        places = self.one(table, "places", dict, where, {})
        for person, place in places.items():
            if not isinstance(place, str):
                self.wrong(place, below(below(where, "places"), person))
        return SittingPlan(
            placing=Placing(sitting=name, places=places),
            levels=self.several(table, "levels", self.level, where),
            findings=self.several(table, "findings", self.finding, where),
            moved=self.several(table, "moved", self._moved, where),
            stopped=self.one(table, "stopped", bool, where, False),
            room=max(0, self.one(table, "room", int, where, 0)),
        )

    def _moved(self, value: object, where: Where) -> Moved:
        table = self.table(value, where)
        return Moved(
            person=self.one(table, "person", str, where, ""),
            due=self.one(table, "due", str, where, ""),
            place=self.one(table, "place", str, where, ""),
            reasons=self.several(table, "reasons", self.sentence, where),
        )


def _refuse(where: Where, zh: str, en: str) -> BadInputError:
    return BadInputError([Fault(where=where, message=Text(zh, en), advice=AGAIN)])
