"""No booking falls below a bound."""

from __future__ import annotations

import math

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tinybooking import LEVELS, Tiny, tiny

from seating.solving.booking.bounds import company_bound, timing_bound


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3), st.integers(0, LEVELS - 1))
def test_bounds_are_below_the_best(seed: int, meetings: int, level: int) -> None:
    made = tiny(seed, meetings=meetings)
    assume(math.prod(len(list(made.places(m))) for m in range(meetings)) < 4000)
    prices = [made.price(booking) for booking in made.bookings()]
    problem = made.problem()
    assert timing_bound(problem, level, rounds=60) <= min(price[level] for price in prices)
    clean = [price[level] for price in prices if not any(price[:level])]
    if clean:
        assert company_bound(problem, level) <= min(clean)


def crowded() -> Tiny:
    """Four meetings of two grains in five grains, two rooms: some must run side by side."""
    made = Tiny(day=[0] * 5, rooms=2, duration=[2] * 4, before=[0] * 4, after=[0] * 4)
    made.rules = [("overlap", 0, 1, 0, 1, 0), ("overlap", 2, 3, 0, 1, 0)]
    costs = {(0, 2): 3, (0, 3): 4, (1, 2): 6, (1, 3): 2}
    made.rules += [("overlap", *pair, 1, cost, 0) for pair, cost in costs.items()]
    return made


def test_companies_prove_the_cheapest_pairs() -> None:
    """Three grains are shared at least: two by 1 and 3, who cost least, and one by 0 and 2."""
    made = crowded()
    best = min(made.price(booking) for booking in made.bookings())
    assert company_bound(made.problem(), 1) == 2 * 2 + 3
    assert best[:2] == (0, 7)


def test_timing_proves_the_sum_of_ends() -> None:
    """One room for three meetings of one grain: they end in grains 0, 1 and 2."""
    made = Tiny(day=[0] * 6, rooms=1, duration=[1] * 3, before=[0] * 3, after=[0] * 3)
    made.rules = [("late", m, 2, grain, grain) for m in range(3) for grain in range(1, 6)]
    assert timing_bound(made.problem(), 2) == 3
