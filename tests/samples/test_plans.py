"""The plans of the first two samples are proven and tell the stories of their READMEs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from papers import report

from seating.facts.plan import Placing, SittingPlan

NAMES = ("rostrum-8", "office-conference")


def planned(name: str) -> dict[str, SittingPlan]:
    assert report(name).complete
    return dict(report(name).plan.sittings)


def row_of(placing: Placing, count: int) -> list[str]:
    """Return who sits in the front row of a rostrum, from the audience's left."""
    return [placing.occupant[f"R1-{n}"] for n in range(1, count + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_plan_is_proven_and_breaks_nothing(name: str) -> None:
    for sitting in planned(name).values():
        assert sitting.findings == ()
        assert all(level.proven for level in sitting.levels)


def test_eight_leaders() -> None:
    assert row_of(planned("rostrum-8")["rostrum"].placing, 8) == list("75312468")


def test_nine_leaders() -> None:
    placing = planned("office-conference")["rostrum"].placing
    assert row_of(placing, 9) == [f"L0{n}" for n in (9, 7, 5, 3, 1, 2, 4, 6, 8)]


def test_rules_of_the_conference_bite() -> None:
    hall = planned("office-conference")["hall"]
    seats = hall.placing.places
    assert len(seats) == 320
    assert (seats["G01"], seats["T01"]) == ("1-8", "1-7")
    assert {seats["A085"], seats["A282"]} == {"8-6", "8-19"}
    row_a, seat_a = map(int, seats["A090"].split("-"))
    row_b, seat_b = map(int, seats["A092"].split("-"))
    assert (row_a, abs(seat_a - seat_b)) != (row_b, 1)
    assert not [place for place in seats.values() if place.startswith("16-")]
    assert {"R01", "A092"} <= {moved.person for moved in hall.moved}
