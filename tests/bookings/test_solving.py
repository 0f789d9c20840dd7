"""The solver's booking is the best of all, and it says so."""

from __future__ import annotations

import dataclasses
import signal
from typing import Any

import pytest
from smallbooking import (
    TUESDAY,
    at,
    best,
    event_of,
    meeting,
    random_spec,
    room,
    rule,
    span,
    spec_of,
)

from seating.checking.booking import disagreement, verify_booking
from seating.facts.booking import PRIORITIES, BookingSpec
from seating.facts.rule import RuleSpec
from seating.scene.booking import PreparedBooking, build_booking
from seating.solving.booking import levels
from seating.solving.booking.ask import compile_rules
from seating.solving.booking.levels import BookingOutcome, solve_booking
from seating.solving.booking.posted import post_all
from seating.solving.booking.worth import Worth
from seating.solving.run import Limits, Watch


def prepared(spec: BookingSpec, *rules: RuleSpec) -> PreparedBooking:
    made = build_booking(event_of(spec, rules))
    assert made is not None
    return made


def solve(ready: PreparedBooking, work: float = 5.0) -> BookingOutcome:
    compiled = compile_rules(ready.scene, ready.rules)
    return solve_booking(compiled, ready.scene.before, Limits(work=work), Watch())


EXTRA = (
    rule("few-parallel", "prefer", 3, most=1),
    rule("day-load", hours=1, level="should", ident="day-load"),
    rule("meal-break", "should", 2, ident="meal-break", earliest="9:30", latest="10:30"),
)


@pytest.mark.parametrize("seed", range(14))
@pytest.mark.parametrize("tight", [False, True])
def test_best_of_all_bookings(seed: int, tight: bool) -> None:
    ready = prepared(random_spec(seed, tight=tight), *EXTRA)
    scene, rules = ready.scene, ready.rules
    wanted = best(scene, rules)
    found = solve(ready)
    out = [scene.by_id[m] for m in found.left_out]
    left = tuple(sum(m.priority == p for m in out) for p in PRIORITIES)
    assert (*left, *found.values[1:]) == wanted
    assert all(r.proven for r in found.levels)
    assert not found.stopped
    bill = verify_booking(scene, rules, found.slots)
    assert disagreement(bill, found.levels, found.left_out) == ()


@pytest.mark.parametrize("seed", range(3))
def test_worth_of_terms_is_what_the_checker_counts(seed: int) -> None:
    ready = prepared(random_spec(seed, meetings=6, rooms=3), *EXTRA)
    found = solve(ready, 0.5)
    worth = Worth(ready.scene, found.slots)
    totals = dict.fromkeys(("must", "should", "keep", "prefer"), 0)
    for clause in compile_rules(ready.scene, ready.rules).clauses:
        weight = 1 if clause.rule.level == "must" else clause.rule.weight
        totals[clause.rule.level] += weight * worth.of(clause.amount)
    assert totals == dict(verify_booking(ready.scene, ready.rules, found.slots).totals)


@pytest.mark.parametrize("seed", range(4))
def test_another_room_never_makes_it_worse(seed: int) -> None:
    spec = random_spec(seed, meetings=4, tight=True)
    fewer = dataclasses.replace(spec, rooms=spec.rooms[:1])
    off = [rule("best-room", "off", ident=name) for name in ("best-room",)]
    one, two = (solve(prepared(s, *off)) for s in (fewer, spec))
    assert two.values <= one.values


def _renamed(spec: BookingSpec) -> BookingSpec:
    """Call everything otherwise and write it in another order."""
    name = {m.id: f"m{9 - int(m.id)}" for m in spec.meetings}
    place = {r.id: f"z{9 - int(r.id[1:])}" for r in spec.rooms}
    return dataclasses.replace(
        spec,
        meetings=tuple(
            dataclasses.replace(
                m,
                id=name[m.id],
                after=tuple(name[x] for x in m.after),
                wishes=tuple(place[r] for r in m.wishes if r in place),
            )
            for m in reversed(spec.meetings)
        ),
        rooms=tuple(
            dataclasses.replace(r, id=place[r.id], beside=tuple(place[b] for b in r.beside))
            for r in reversed(spec.rooms)
        ),
    )


@pytest.mark.parametrize("seed", range(4))
def test_names_and_the_order_of_rows_change_nothing(seed: int) -> None:
    spec = random_spec(seed, meetings=4, rooms=3)
    found = solve(prepared(spec))
    assert solve(prepared(_renamed(spec))).values == found.values
    turned = dataclasses.replace(
        spec, meetings=spec.meetings[::-1], rooms=spec.rooms[::-1], leaves=spec.leaves[::-1]
    )
    assert solve(prepared(turned)) == found


def test_urgent_before_the_merely_important() -> None:
    meetings = [
        meeting("a", 60, priority="important"),
        meeting("b", 60, priority="urgent"),
        meeting("c", 60, priority="grand"),
    ]
    found = solve(prepared(spec_of(meetings, [room("X")], "9:00-12:00")))
    assert min(found.slots.values(), key=lambda s: s.start).meeting == "b"


def test_grand_meeting_gets_the_best_room() -> None:
    meetings = [meeting("a", 60, 8), meeting("b", 60, 8, priority="grand")]
    rooms = [room("X", 10, standing=2), room("Y", 12, standing=1), room("Z", 9)]
    found = solve(prepared(spec_of(meetings, rooms, "9:00-10:00")))
    assert found.slots["b"].rooms == ("Y",)


def test_lowest_class_waits() -> None:
    meetings = [
        meeting("a", 60, priority="ordinary"),
        meeting("b", 60, priority="grand"),
        meeting("c", 60, priority="important"),
        meeting("d", 60, priority="urgent"),
        meeting("e", 60, priority="fixed", start=at("9:00")),
    ]
    found = solve(prepared(spec_of(meetings, [room("X")], "9:00-12:00")))
    assert found.left_out == ("a", "b")
    assert found.levels[0].value == found.levels[0].bound == 2


def test_two_ordinary_meetings_give_way_to_one_grand_meeting() -> None:
    meetings = [
        meeting("a", 60),
        meeting("b", 60),
        meeting("c", 120, priority="grand"),
    ]
    assert solve(prepared(spec_of(meetings, [room("X")]))).left_out == ("a", "b")


def test_no_room_at_all_leaves_everything_out() -> None:
    meetings = [meeting("a", 60, 50), meeting("b", 300)]
    found = solve(prepared(spec_of(meetings, [room("X")])))
    assert found.left_out == ("a", "b")
    assert found.slots == {}


def test_limit_of_work_still_gives_a_booking_and_honest_bounds() -> None:
    ready = prepared(random_spec(1, meetings=9, rooms=3))
    found = solve(ready, 0.01)
    bill = verify_booking(ready.scene, ready.rules, found.slots)
    assert bill.valid
    assert disagreement(bill, found.levels, found.left_out) == ()
    full = solve(ready)
    for low, high in zip(found.levels, full.levels, strict=True):
        assert low.bound <= high.value or found.left_out != full.left_out


def test_stopped_search_keeps_the_best_so_far() -> None:
    ready = prepared(random_spec(2, meetings=6, rooms=2))
    compiled = compile_rules(ready.scene, ready.rules)
    found = solve_booking(compiled, {}, Limits(work=5), Watch(stopped=True))
    assert found.stopped
    assert verify_booking(ready.scene, ready.rules, found.slots).valid


def test_ctrl_c_between_two_calls_of_the_solver_keeps_the_best_so_far(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(compiled: Any, slots: Any, *rest: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return slots

    monkeypatch.setattr(levels, "walked", interrupted)
    ready = prepared(random_spec(1, meetings=9, rooms=3))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        found = solve(ready, 0.01)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert found.stopped
    assert verify_booking(ready.scene, ready.rules, found.slots).valid


def test_same_again() -> None:
    spec = random_spec(3, meetings=8, rooms=3)
    assert solve(prepared(spec), 0.3) == solve(prepared(spec), 0.3)


def test_windows_and_other_days() -> None:
    meetings = [
        meeting("a", 60, windows=(span("9:00", "10:00"), span("9:00", "10:00", TUESDAY))),
        meeting("b", 60, other_day=("a",), start=at("9:00")),
    ]
    spec = spec_of(meetings, [room("X")], days=(at("9:00").date(), TUESDAY))
    assert solve(prepared(spec)).slots["a"].start == at("9:00", TUESDAY)


def test_nothing_is_suggested_about_meetings_without_a_slot() -> None:
    """A hint of "nowhere" for all meetings once cost minutes of search."""
    ready = prepared(random_spec(1))
    posted = post_all(compile_rules(ready.scene, ready.rules))
    assert posted is not None
    posted.booking.hint({})
    assert len(posted.model.proto.solution_hint.vars) == 0
