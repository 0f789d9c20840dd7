"""Reader, recipe and scorer of the meeting-scheduling instances; the same booking every time."""

from __future__ import annotations

import hashlib
import itertools
import random
from collections import Counter

import numpy as np
import pytest

from seating.solving.booking.bounds import company_bound, timing_bound
from seating.solving.booking.problem import Booking
from seating.solving.booking.start import first
from seating.solving.booking.walk import Best, walk
from seating.solving.booking.walk_cooling import usual
from seating.solving.booking.walk_price import price
from tests.benchmarks.meetings import booking, figures, instance, recipe, single
from tests.benchmarks.meetings.instance import Instance, Meeting
from tests.benchmarks.meetings.scoring import detail, score

TINY = Instance(
    meetings=(Meeting(2, (0, 1), (2,)), Meeting(1, (0,), (3,)), Meeting(2, (3,), (1, 2))),
    day=(1, 1, 1, 1, 2, 2),
    capacity=(4, 2),
    people=4,
)


@pytest.mark.parametrize("size", instance.FILED)
def test_the_recipe_makes_the_published_files(size: int) -> None:
    assert instance.parse(recipe.document(size)) == instance.load(size)


@pytest.mark.parametrize(
    ("size", "digest"),
    [(400, "24b5b5742a5e51a6"), (800, "6248fd006e20b326")],
)
def test_the_recipe_makes_the_published_large_ones(size: int, digest: str) -> None:
    """The digests are those of the published files, read with ``instance.parse``."""
    text = repr(instance.load(size))
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == digest


@pytest.mark.parametrize(
    ("start", "room", "terms"),
    [
        # one after another in the large room, the last on the second day
        ((0, 2, 4), (0, 0, 0), {"soft: early": 8, "soft: back to back": 100}),
        # side by side in different rooms: 0 is required in both; whoever then goes to the other
        # room: 0 (counted although at once), and 3 two grains after the end of the second
        (
            (0, 1, 4),
            (0, 1, 0),
            {
                "hard: required in both": 1,
                "soft: early": 7,
                "soft: at the same time": 10,
                "soft: larger rooms": 2,
                "soft: change of room": 2,
            },
        ),
        # 0 and 2 in one room: 1 is required in one and preferred in the other, 2 in neither;
        # 1 begins within two grains of the end of 0, in the other room
        (
            (0, 3, 1),
            (0, 1, 0),
            {
                "hard: one room": 1,
                "medium: required and preferred": 1,
                "medium: preferred in both": 1,
                "soft: early": 6,
                "soft: at the same time": 10,
                "soft: back to back": 100,
                "soft: larger rooms": 2,
                "soft: change of room": 2,
            },
        ),
        # over the end of a day, beyond the last grain, too small a room
        (
            (3, 0, 5),
            (1, 0, 0),
            {
                "hard: over the end of a day": 1,
                "hard: room too small": 1,
                "hard: beyond the last grain": 6,
                "soft: early": 10,
                "soft: back to back": 100,
                "soft: larger rooms": 2,
                "soft: change of room": 3,
            },
        ),
    ],
)
def test_every_term_of_the_score(
    start: tuple[int, ...], room: tuple[int, ...], terms: dict[str, int]
) -> None:
    assert detail(TINY, start, room) == Counter(terms)


def test_the_problem_says_what_the_scorer_says() -> None:
    case = instance.load(50)
    problem = booking.problem(case)
    rnd = random.Random(1)
    for _ in range(3):
        rooms, starts = [], []
        for meeting in range(problem.meetings):
            room, start = rnd.choice(np.argwhere(problem.allowed[meeting]).tolist())
            rooms.append(room)
            starts.append(start)
        assert price(problem, Booking(tuple(rooms), tuple(starts))) == score(case, starts, rooms)


def test_the_single_model_and_the_bounds_against_trying_everything() -> None:
    grains, rooms = range(len(TINY.day)), range(len(TINY.capacity))
    valid = [
        score(TINY, start, room)
        for start in itertools.product(grains, repeat=3)
        for room in itertools.product(rooms, repeat=3)
    ]
    best = min(levels for levels in valid if not levels[0])
    found = single.measured(TINY, cpu=20)
    weighed = single.WEIGHT * best[1] + best[2]
    assert (tuple(found["levels"]), found["bound"]) == (best, weighed)
    problem = booking.problem(TINY)
    assert company_bound(problem, booking.MEDIUM) <= best[1]
    assert timing_bound(problem, booking.SOFT) <= min(v[2] for v in valid if not v[0])


def test_the_same_booking_every_time() -> None:
    """A little work on the instance of 50: no hard penalty, above the bound, twice the same."""
    problem = booking.problem(instance.load(50))
    found: list[Best] = []
    for processes in (1, 2):
        cooling = usual(problem.levels, work=0.1)
        found.append(walk(problem, first(problem), cooling, processes=processes))
    assert found[0] == found[1]
    hard, medium, _ = found[0].levels
    assert hard == 0
    assert company_bound(problem, booking.MEDIUM) <= medium


def test_the_table_is_written_from_what_was_kept() -> None:
    text = figures.text(figures.kept())
    for size, found in figures.kept().items():
        if size.isdigit():
            assert f"| {size} |" in text
            assert f"**{figures.say(found['run']['end'])}**" in text
