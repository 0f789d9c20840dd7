"""The checker of bookings knows a wrong plan, and a disagreement withholds it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from smallbooking import TUESDAY, at, event_of, meeting, part, room, scene_of, spec_of

from seating import planner
from seating.bookings.registry import booking_kinds
from seating.checking.booking import disagreement, verify_booking
from seating.facts.booking import Slot
from seating.facts.plan import LevelResult
from seating.scene.build import build
from seating.solving.booking import levels

SPEC = spec_of(
    [
        meeting("1", 60, 4, "ab", priority="urgent"),
        meeting("2", 60, 4, "aC"),
        meeting("3", 30, parts=(part(4), part(4))),
    ],
    [room("X"), room("Y", 10)],
    "9:00-12:00",
)


def slot(ident: str, clock: str, minutes: int, *rooms: str, day: dt.date | None = None) -> Slot:
    begin = at(clock, day) if day else at(clock)
    return Slot(meeting=ident, start=begin, end=begin + dt.timedelta(minutes=minutes), rooms=rooms)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (slot("9", "9:00", 60, "X"), "nobody asked for 9"),
        (slot("1", "9:00", 45, "X"), "takes 60 minutes, not 45"),
        (slot("1", "9:00", 60, "X", "Y"), "needs 1 rooms and has 2"),
        (slot("3", "9:00", 30, "X"), "needs 2 rooms and has 1"),
        (slot("1", "9:00", 60, "Q"), "no such room Q"),
        (slot("1", "9:10", 60, "X"), "no multiple of 30 minutes"),
        (slot("1", "11:30", 60, "X"), "outside of the hours"),
        (slot("1", "9:00", 60, "X", day=TUESDAY), "outside of the hours"),
    ],
)
def test_structure(wrong: Slot, words: str) -> None:
    bill = verify_booking(scene_of(SPEC), (), {wrong.meeting: wrong})
    assert not bill.valid
    assert words in bill.structure[0].sentence.en


def test_slot_of_another_meeting() -> None:
    bill = verify_booking(scene_of(SPEC), (), {"1": slot("2", "9:00", 60, "X")})
    assert "slot of 2" in bill.structure[0].sentence.en


def test_sums_that_differ_are_a_disagreement() -> None:
    good = {"1": slot("1", "9:00", 60, "X")}
    bill = verify_booking(scene_of(SPEC), (), good)
    told = [
        LevelResult(level="must", value=2, bound=2),
        LevelResult(level="should", value=1, bound=0),
    ]
    assert disagreement(bill, told[:1], ["2", "3"]) == ()
    assert len(disagreement(bill, told, ["3"])) == 2


def test_plan_with_booking() -> None:
    report = planner.plan(build(event_of(SPEC)))
    assert report.complete
    assert report.plan.booking is not None
    book = planner.book(report.programme, report.plan)
    assert book.booking is not None
    assert book.booking.attending("2") == ("a", "c")


def _silent(self: Any, scene: Any, *more: Any) -> Iterator[Any]:
    yield from ()


def _double(kind: Any) -> Any:
    def check(self: Any, scene: Any, slots: Any) -> Iterator[Any]:
        for bite in kind(self, scene, slots):
            yield dataclasses.replace(bite, amount=2 * bite.amount)

    return check


@pytest.mark.parametrize("name", ["room-once", "one-place", "parts-apart", "sooner"])
def test_a_solver_deaf_to_a_rule_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = SPEC.rooms[:1] if name == "room-once" else SPEC.rooms
    spec = dataclasses.replace(
        SPEC, rooms=rooms, hours=((dt.time(9), dt.time(11)),), meetings=SPEC.meetings[:2]
    )
    if name == "room-once":
        spec = dataclasses.replace(spec, meetings=(meeting("1", 60), meeting("2", 60)))
    if name == "parts-apart":
        spec = dataclasses.replace(SPEC, rooms=SPEC.rooms[:1], meetings=SPEC.meetings[2:])
    monkeypatch.setattr(booking_kinds()[name], "compile", _silent)
    with pytest.raises(planner.DisagreementError):
        planner.plan(build(event_of(spec)))


@pytest.mark.parametrize("name", ["sooner", "fitting-room", "breathing-space"])
def test_a_checker_that_counts_otherwise_is_caught(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = dataclasses.replace(SPEC, hours=((dt.time(9), dt.time(11)),), meetings=SPEC.meetings[:2])
    kind = booking_kinds()[name]
    monkeypatch.setattr(kind, "check", _double(kind.check))
    with pytest.raises(planner.DisagreementError, match="the solver says"):
        planner.plan(build(event_of(spec)))


def test_a_meeting_lost_on_the_way_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    solve = levels.solve_booking

    def forgetful(*told: Any) -> Any:
        found = solve(*told)
        slots = {m: s for m, s in found.slots.items() if m != "2"}
        return dataclasses.replace(found, slots=slots)

    monkeypatch.setattr(levels, "solve_booking", forgetful)
    with pytest.raises(planner.DisagreementError):
        planner.plan(build(event_of(SPEC)))
