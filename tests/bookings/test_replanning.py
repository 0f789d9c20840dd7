"""Replanning moves no more people than it must."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from smallbooking import at, best, bookings, event_of, meeting, random_spec, room, span, spec_of

from seating.checking.booking import verify_booking
from seating.checking.booking_changes import disturbed
from seating.facts.booking import BookingPlan, BookingSpec, Slot
from seating.planner.booking import beside, replan_booking
from seating.scene.booking import PreparedBooking, build_booking
from seating.solving.run import Limits


def prepared(spec: BookingSpec) -> PreparedBooking:
    ready = build_booking(event_of(spec))
    assert ready is not None
    return ready


def planned(spec: BookingSpec) -> BookingPlan:
    report, _ = replan_booking(prepared(spec), None, limits=Limits(work=5.0))
    return report.plan


def flooded(spec: BookingSpec, ident: str) -> BookingSpec:
    rooms = tuple(
        dataclasses.replace(r, closed=(span("8:00", "20:00"),)) if r.id == ident else r
        for r in spec.rooms
    )
    return dataclasses.replace(spec, rooms=rooms)


@pytest.mark.parametrize("seed", range(10))
def test_no_more_people_are_disturbed_than_by_looking_at_everything(seed: int) -> None:
    spec = random_spec(seed, meetings=3, rooms=3)
    old = planned(spec)
    after = flooded(spec, "R1")
    report, _ = replan_booking(prepared(after), old, limits=Limits(work=5.0))
    ready = beside(prepared(after), old)
    wanted = best(ready.scene, ready.rules)
    assert report.plan.levels[0].value == sum(wanted[:5])
    assert tuple(r.value for r in report.plan.levels[1:]) == wanted[5:]
    assert all(r.proven for r in report.plan.levels)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_changed_moves_nothing(seed: int) -> None:
    spec = random_spec(seed, meetings=5, rooms=3)
    old = planned(spec)
    report, changes = replan_booking(prepared(spec), old, limits=Limits(work=5.0))
    assert changes == ()
    assert report.plan.slots == old.slots


def slot(ident: str, clock: str, minutes: int, *rooms: str) -> Slot:
    end = at(clock) + dt.timedelta(minutes=minutes)
    return Slot(meeting=ident, start=at(clock), end=end, rooms=rooms)


def test_flooded_room_sends_people_next_door_rather_than_to_another_time() -> None:
    meetings = [meeting("1", 60, 4, "abc"), meeting("2", 60, 4, "d")]
    spec = spec_of(meetings, [room("X"), room("Y"), room("Z", 3)], "9:00-11:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X"), "2": slot("2", "9:00", 60, "Y")})
    report, changes = replan_booking(prepared(flooded(spec, "X")), old)
    # three people change rooms (3) and one comes later (3), not three later (9)
    assert report.plan.slots["1"] == slot("1", "9:00", 60, "Y")
    assert report.plan.slots["2"].rooms == ("Y",)
    assert report.plan.levels[2].value == 6
    assert disturbed(changes) == ({"d"}, {"a", "b", "c"})
    assert "停用" in changes[0].reasons[0].zh


def test_important_meeting_stays_and_keeps_its_time_even_where_its_room_is_lost() -> None:
    meetings = [
        meeting("1", 60, 4, "a", priority="important"),
        meeting("2", 60, 4, "bcdef", priority="grand"),
    ]
    spec = spec_of(meetings, [room("X"), room("Y")], "9:00-11:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X"), "2": slot("2", "9:00", 60, "Y")})
    report, _ = replan_booking(prepared(flooded(spec, "X")), old)
    assert report.plan.slots["1"] == slot("1", "9:00", 60, "Y")
    assert report.plan.slots["2"].start == at("10:00")


def test_important_meeting_moves_rather_than_wait_where_no_other_room_holds_it() -> None:
    meetings = [meeting("1", 60, 15, "a", priority="important"), meeting("2", 60, 4, "b")]
    spec = spec_of(meetings, [room("X"), room("Y", 5)], "9:00-11:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X"), "2": slot("2", "9:00", 60, "Y")})
    shut = dataclasses.replace(spec.rooms[0], closed=(span("8:00", "10:00"),))
    after = dataclasses.replace(spec, rooms=(shut, spec.rooms[1]))
    report, (change,) = replan_booking(prepared(after), old)
    assert report.complete
    assert report.plan.slots["1"] == slot("1", "10:00", 60, "X")
    assert report.plan.slots["2"] == old.slots["2"]
    assert report.plan.levels[2].value == 3
    assert "不得变动" in change.reasons[0].zh
    assert "停用" in change.reasons[1].zh


def test_of_two_important_meetings_one_moves_rather_than_wait() -> None:
    """Either alone could stay; both cannot, and the one with fewer people gives way."""
    meetings = [
        meeting("1", 60, 4, "a", priority="important"),
        meeting("2", 60, 4, "bcd", priority="important"),
    ]
    spec = spec_of(meetings, [room("X"), room("Y")], "9:00-11:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "Y"), "2": slot("2", "9:00", 60, "X")})
    report, changes = replan_booking(prepared(flooded(spec, "X")), old)
    assert report.complete
    assert report.plan.slots["2"] == slot("2", "9:00", 60, "Y")
    assert report.plan.slots["1"] == slot("1", "10:00", 60, "Y")
    assert "不得变动" in next(c for c in changes if c.meeting == "1").reasons[0].zh


def test_important_meeting_waits_only_where_there_is_no_room_for_it_at_all() -> None:
    meetings = [
        meeting("1", 60, 4, "a", priority="important"),
        meeting("2", 60, 4, "a", priority="fixed", start=at("9:00")),
    ]
    spec = spec_of(meetings, [room("X")], "9:00-10:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X")})
    report, _ = replan_booking(prepared(spec), old)
    assert [u.meeting for u in report.plan.unplaced] == ["1"]


def test_frozen_meeting_waits_where_it_cannot_stay() -> None:
    """The user's own word: nothing but a new word moves it."""
    meetings = [meeting("1", 60, 4, "a"), meeting("2", 60, 4, "a", priority="fixed")]
    meetings[1] = dataclasses.replace(meetings[1], start=at("9:00"))
    spec = spec_of(meetings, [room("X"), room("Y")], "9:00-11:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X")})
    report, _ = replan_booking(prepared(spec), old, ["1"])
    assert [u.meeting for u in report.plan.unplaced] == ["1"]


def test_frozen_meeting_stays() -> None:
    meetings = [meeting("1", 60, 4, "a"), meeting("2", 60, 4, "bcd")]
    spec = spec_of(meetings, [room("X"), room("Y")], "9:00-11:00")
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X"), "2": slot("2", "9:00", 60, "Y")})
    report, changes = replan_booking(prepared(flooded(spec, "Y")), old, ["1"])
    assert report.plan.slots["1"] == old.slots["1"]
    assert [c.meeting for c in changes] == ["2"]


def test_new_meeting_and_one_no_longer_asked_for() -> None:
    spec = spec_of([meeting("1", 60, who="a"), meeting("3", 60)], [room("X")])
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X"), "2": slot("2", "10:00", 60, "X")})
    _, changes = replan_booking(prepared(spec), old)
    said = {c.meeting: c.reasons[0].zh for c in changes}
    assert said == {"3": "新增会议", "2": "会议取消"}


def test_room_that_is_gone_counts_as_lost() -> None:
    spec = spec_of([meeting("1", 60, priority="important")], [room("Y")])
    old = BookingPlan(slots={"1": slot("1", "9:30", 60, "X")})
    report, (change,) = replan_booking(prepared(spec), old)
    assert report.plan.slots["1"] == slot("1", "9:30", 60, "Y")
    assert "X" in change.reasons[0].zh


def test_brute_force_of_disturbance_itself() -> None:
    """The amount of ``keep-booking`` is a sum over people: checked by hand once."""
    spec = spec_of([meeting("1", 60, who="abC"), meeting("2", 60)], [room("X"), room("Y")])
    old = BookingPlan(slots={"1": slot("1", "9:00", 60, "X"), "2": slot("2", "9:00", 60, "Y")})
    ready = beside(prepared(spec), old)
    keep = [r for r in ready.rules if r.id == "keep-booking"]
    seen = {}
    for slots in bookings(ready.scene):
        moved = tuple(
            (slots[m].start != old.slots[m].start, slots[m].rooms != old.slots[m].rooms)
            for m in ("1", "2")
        )
        seen[moved] = verify_booking(ready.scene, keep, slots).totals["keep"]
    for ((later1, other1), (later2, other2)), amount in seen.items():
        assert amount == 9 * later1 + 3 * other1 + 3 * later2 + other2
