"""The walk against a naive price and against trying everything."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinybooking import Tiny, tiny

from seating.solving.booking.problem import Booking
from seating.solving.booking.start import first
from seating.solving.booking.walk import Best, Hooks, walk
from seating.solving.booking.walk_cooling import usual
from seating.solving.booking.walk_costs import NEVER
from seating.solving.booking.walk_crew import Crew, Order
from seating.solving.booking.walk_price import price

SEEDS = st.integers(0, 10**6)
WEIGHTS = (10_000.0, 100.0, 1.0)


def anywhere(made: Tiny, seed: int) -> Booking:
    rnd = random.Random(seed)
    places = [rnd.choice(list(made.places(m))) for m in range(len(made.duration))]
    return Booking(tuple(r for r, _ in places), tuple(s for _, s in places))


def weighed(levels: tuple[int, ...]) -> float:
    return float(np.dot(levels, WEIGHTS))


@settings(max_examples=150, deadline=None)
@given(SEEDS, st.integers(2, 6))
def test_price_is_the_naive_one(seed: int, meetings: int) -> None:
    made = tiny(seed, meetings=meetings)
    booking = anywhere(made, seed)
    assert price(made.problem(), booking) == made.price(booking)


@settings(max_examples=50, deadline=None)
@given(SEEDS, st.integers(2, 6))
def test_every_place_has_its_price(seed: int, meetings: int) -> None:
    """What the tables say of a place is what the booking would cost with the meeting there."""
    made = tiny(seed, meetings=meetings)
    if seed % 3 == 0:  # one rule for all pairs, counted from the start of the first
        pairs = [(i, j) for i in range(meetings) for j in range(meetings) if i != j]
        made.rules += [
            ("gap", i, j, 2, 1 + (i + j) % 3, 1 - made.duration[i], 2, 2) for i, j in pairs
        ]
    crew = Crew(made.problem(), WEIGHTS, seed=1)
    booking = anywhere(made, seed)
    room, start = np.array(booking.room), np.array(booking.start)
    lanes = crew._replicas([Order(room, start, None, (), 1.0)])
    assert lanes.energy[0] == weighed(made.price(booking))
    meeting = seed % meetings
    lanes.take(0, meeting)
    left = crew._costs.left
    for to_room, to_start in made.places(meeting):
        column = to_start + left if to_start >= 0 else -1
        rooms, starts = list(booking.room), list(booking.start)
        rooms[meeting], starts[meeting] = to_room, to_start
        whole = weighed(made.price(Booking(tuple(rooms), tuple(starts))))
        assert lanes.energy[0] + lanes.cost(0, meeting, to_room, column) == whole
    for forbidden, to_room, to_start in made.forbidden:
        if forbidden == meeting:
            assert lanes.cost(0, meeting, to_room, to_start + left) >= NEVER


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(2, 6), st.sampled_from([1.0, 100.0, 1e5]))
def test_energy_after_many_steps(seed: int, meetings: int, heat: float) -> None:
    made = tiny(seed, meetings=meetings)
    booking = anywhere(made, seed)
    order = Order(np.array(booking.room), np.array(booking.start), None, (), heat)
    before = weighed(made.price(booking))
    for report in Crew(made.problem(), WEIGHTS, seed).run([order] * 3, 40):
        end = Booking(tuple(report.room.tolist()), tuple(report.start.tolist()))
        best = Booking(tuple(report.best_room.tolist()), tuple(report.best_start.tolist()))
        assert before + report.change == weighed(made.price(end))
        assert before + report.best == weighed(made.price(best))


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(3, 7), st.sampled_from([100.0, 1e5]))
def test_energy_of_a_window(seed: int, meetings: int, heat: float) -> None:
    """Some days are changed, the others stand still and are respected."""
    made = tiny(seed, meetings=meetings, far=seed % 2 == 0)
    made.rules = [r for r in made.rules if r[0] != "kit"]  # margins of kit end with the days
    booking = anywhere(made, seed)
    room, start = np.array(booking.room), np.array(booking.start)
    days = (0, 2) if 2 in made.day and seed % 3 else (1,)
    idle = tuple(np.flatnonzero(start < 0).tolist())
    [report] = Crew(made.problem(), WEIGHTS, seed).run([Order(room, start, days, idle, heat)], 30)
    inside = {m for m in range(meetings) if start[m] < 0 or made.day[start[m]] in days}
    assert set(report.meetings.tolist()) in (inside, set())
    room[report.meetings], start[report.meetings] = report.room, report.start
    assert all(made.day[s] in days for s in report.start.tolist() if s >= 0)
    end = Booking(tuple(room.tolist()), tuple(start.tolist()))
    assert weighed(made.price(booking)) + report.change == weighed(made.price(end))


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 6, 7])  # few enough bookings to try all
def test_the_walk_finds_the_best_of_all(seed: int) -> None:
    made = tiny(seed, meetings=3)
    problem = made.problem()
    best = min(made.price(booking) for booking in made.bookings())
    start = anywhere(made, seed)
    found = walk(problem, start, usual(3, work=0.03, unit=5), processes=1)
    assert found.levels == made.price(found.booking)
    assert found.levels == best


def test_windows_find_no_less() -> None:
    """Twelve days, one meeting each at best; most meetings begin on the first day."""
    made = Tiny(
        day=[d for d in range(12) for _ in range(3)],
        rooms=2,
        duration=[2] * 12,
        before=[0] * 12,
        after=[0] * 12,
        overlap_all=(1, 0, 0),
    )
    made.forbidden = {(m, r, s) for m in range(12) for r in (0, 1) for s in range(36) if s % 3 == 2}
    made.rules = [("room", m, 2, 1, 1) for m in range(12)]
    found = walk(made.problem(), Booking((0,) * 12, (0,) * 12), usual(3, work=0.3), processes=1)
    assert found.levels == made.price(found.booking) == (0, 0, 0)
    assert len({made.day[s] for s in found.booking.start}) == 12


def test_the_same_every_time_with_one_process_or_two() -> None:
    made = tiny(5, meetings=6)
    cooling = usual(3, work=0.04, unit=5)
    begin = anywhere(made, 5)
    found = [walk(made.problem(), begin, cooling, processes=p) for p in (1, 1, 2)]
    assert found[0].booking == found[1].booking == found[2].booking


def test_it_can_be_stopped_and_followed() -> None:
    made = tiny(5, meetings=6)
    told: list[Best] = []
    hooks = Hooks(report=told.append, stop=lambda: len(told) == 3)
    found = walk(made.problem(), anywhere(made, 5), usual(3, work=5.0), hooks, processes=1)
    assert len(told) == 3
    assert found.booking == told[-1].booking
    values = [best.levels for best in told]
    assert values == sorted(values, reverse=True)


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(2, 6))
def test_the_first_booking_is_allowed(seed: int, meetings: int) -> None:
    made = tiny(seed, meetings=meetings)
    booking = first(made.problem(), work=1.0)
    assert price(made.problem(), booking) == made.price(booking)
    assert all((room < 0) == (m in made.omit) for m, room in enumerate(booking.room))


def test_the_first_booking_keeps_people_apart() -> None:
    """Five meetings that exclude each other just fit into ten grains, and rooms have margins."""
    made = Tiny(day=[0] * 10, rooms=2, duration=[2] * 5, before=[0] * 5, after=[1] * 5)
    made.rules = [("overlap", i, j, 0, 1, 0) for i in range(5) for j in range(i)]
    booking = first(made.problem())
    assert made.price(booking) == (0, 0, 0)
