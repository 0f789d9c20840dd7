"""Bookings in ``plan.json``: kept whole, one meeting on each line, damage refused."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.booking import BookingPlan, Slot, Unplaced
from seating.facts.fault import BadInputError
from seating.facts.plan import Finding, LevelResult, Plan
from seating.facts.text import Text
from seating.reading.planfile import dump_plan, load_plan

words = st.one_of(st.text(max_size=6), st.sampled_from(["\x000\x00", '"booking": {', "\n"]))
texts = st.builds(Text, words, words)
minutes = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2090, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@st.composite
def bookings(draw: st.DrawFn) -> BookingPlan:
    slots = {}
    for name in draw(st.lists(words, unique=True, max_size=4)):
        start = draw(minutes)
        length = dt.timedelta(minutes=draw(st.integers(1, 600)))
        rooms = tuple(draw(st.lists(words, min_size=1, max_size=3)))
        slots[name] = Slot(meeting=name, start=start, end=start + length, rooms=rooms)
    unplaced = st.builds(Unplaced, meeting=words, reasons=st.lists(texts, max_size=2).map(tuple))
    return BookingPlan(
        slots=slots,
        levels=tuple(
            draw(st.lists(st.builds(LevelResult, level=st.just("should"), value=st.integers(),
                                    bound=st.integers()), max_size=2))
        ),
        findings=tuple(
            draw(st.lists(st.builds(Finding, rule=words, level=words,
                                    subjects=st.lists(words, max_size=2).map(tuple),
                                    amount=st.integers(), sentence=texts), max_size=2))
        ),
        unplaced=tuple(draw(st.lists(unplaced, max_size=2))),
        stopped=draw(st.booleans()),
    )  # fmt: skip


@settings(deadline=None)
@given(bookings(), words)
def test_round_trip(booking: BookingPlan, event: str) -> None:
    plan = Plan(event=event, version=1, digest="d", booking=booking)
    data = dump_plan(plan)
    assert load_plan(data) == plan
    assert dump_plan(load_plan(data)) == data


SLOT = Slot(
    meeting="M1",
    start=dt.datetime(2026, 12, 7, 9),
    end=dt.datetime(2026, 12, 7, 10, 30),
    rooms=("A101", "B201"),
)
PLAN = Plan(event="周", version=1, digest="d", booking=BookingPlan(slots={"M1": SLOT}))


def test_one_line_for_each_meeting() -> None:
    line = (
        '      "M1": {"start": "2026-12-07T09:00", "end": "2026-12-07T10:30", '
        '"rooms": ["A101", "B201"]}'
    )
    assert line in dump_plan(PLAN).decode().splitlines()


def test_without_booking_nothing_is_written() -> None:
    assert "booking" not in dump_plan(Plan(event="周", version=1, digest="d")).decode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("booking",), 3),
        (("booking", "slots"), []),
        (("booking", "slots", "M1"), "A101"),
        (("booking", "slots", "M1", "start"), "2026-12-07 09:00"),
        (("booking", "slots", "M1", "start"), None),
        (("booking", "slots", "M1", "start"), "2026-12-07T25:00"),
        (("booking", "slots", "M1", "end"), "2026-12-07T08:00"),
        (("booking", "slots", "M1", "rooms"), []),
        (("booking", "slots", "M1", "rooms"), [3]),
        (("booking", "levels"), None),
        (("booking", "unplaced"), [{"meeting": 3, "reasons": []}]),
        (("booking", "stopped"), "no"),
    ],
)
def test_damage_is_refused(path: tuple[str, ...], value: Any) -> None:
    content = json.loads(dump_plan(PLAN))
    here = content
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    with pytest.raises(BadInputError) as refused:
        load_plan(json.dumps(content).encode())
    assert all(f.where.key.startswith("booking") for f in refused.value.faults)
