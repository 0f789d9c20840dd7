"""The booking inside ``plan.json``: one meeting on each line (方案文件中的会议室安排)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from seating.facts.booking import BookingPlan, Slot, Unplaced
from seating.facts.fault import Where
from seating.reading.fields import below, item
from seating.reading.planparts import PartReader, dump_findings, dump_levels, dump_text

_MINUTE = "%Y-%m-%dT%H:%M"


def dump_booking(plan: BookingPlan) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the booking as JSON, and what belongs in the place of each marked line."""
    lines = {
        f"\0{number}\0": {
            "start": slot.start.strftime(_MINUTE),
            "end": slot.end.strftime(_MINUTE),
            "rooms": list(slot.rooms),
        }
        for number, (_, slot) in enumerate(sorted(plan.slots.items()))
    }
    return {
        "slots": dict(zip(sorted(plan.slots), lines, strict=True)),
        "levels": dump_levels(plan.levels),
        "findings": dump_findings(plan.findings),
        "unplaced": [
            {"meeting": u.meeting, "reasons": [dump_text(r) for r in u.reasons]}
            for u in plan.unplaced
        ],
        "stopped": plan.stopped,
    }, lines


def in_one_line(text: str, lines: Mapping[str, Any]) -> str:
    """Put each slot on the line of its meeting, so that plans can be compared line by line."""
    start = text.index('\n  "booking": {')  # no string can hold this: its line break is written \\n
    head, rest = text[:start], text[start:]
    for mark, value in lines.items():
        line = json.dumps(value, ensure_ascii=False)
        rest = rest.replace(f": {json.dumps(mark)}", f": {line}", 1)
    return head + rest


def load_booking(reader: PartReader, top: Mapping[str, Any], where: Where) -> BookingPlan | None:
    """Return the booking of a plan, ``None`` if it has none; what is wrong goes to ``reader``."""
    if "booking" not in top:
        return None
    here = below(where, "booking")
    table = reader.table(top["booking"], here)
    slots = reader.one(table, "slots", dict, here, {})
    return BookingPlan(
        slots={
            name: _slot(reader, name, value, item(below(here, "slots"), name))
            for name, value in sorted(slots.items())
        },
        levels=reader.several(table, "levels", reader.level, here),
        findings=reader.several(table, "findings", reader.finding, here),
        unplaced=reader.several(table, "unplaced", lambda v, w: _unplaced(reader, v, w), here),
        stopped=reader.one(table, "stopped", bool, here, False),
    )


def _slot(reader: PartReader, name: str, value: object, where: Where) -> Slot:
    table = reader.table(value, where)
    start = _moment(reader, table, "start", where)
    end = _moment(reader, table, "end", where)
    rooms = reader.several(table, "rooms", reader.word, where)
    if end <= start and not reader.faults:
        reader.wrong(table.get("end"), below(where, "end"))
    if not rooms and not reader.faults:
        reader.wrong(table.get("rooms"), below(where, "rooms"))
    return Slot(meeting=name, start=start, end=end, rooms=rooms)


def _moment(reader: PartReader, table: Mapping[str, Any], key: str, where: Where) -> dt.datetime:
    word = reader.one(table, key, str, where, "")
    try:
        return dt.datetime.strptime(word, _MINUTE)
    except ValueError:
        if isinstance(table.get(key), str):
            reader.wrong(word, below(where, key))
        return dt.datetime.min


def _unplaced(reader: PartReader, value: object, where: Where) -> Unplaced:
    table = reader.table(value, where)
    return Unplaced(
        meeting=reader.one(table, "meeting", str, where, ""),
        reasons=reader.several(table, "reasons", reader.sentence, where),
    )
