"""The rostrum: distances, features, aisles and what stands around it."""

from __future__ import annotations

import pytest

from seating.facts.venue import Need
from seating.forms.registry import make_form


@pytest.fixture
def rostrum(convention):
    def build(count, options=None, **parameters):
        return make_form("rostrum", parameters).build(
            Need(count=count), convention(**options or {})
        )

    return build


def test_distances_and_facing(rostrum):
    layout = rostrum(7, rows=[5, 5], pitch=900.0, row_pitch=1600.0)
    seat = layout.by_id

    assert seat["R1-2"].x - seat["R1-1"].x == 900.0
    assert seat["R2-1"].y - seat["R1-1"].y == 1600.0
    assert seat["R1-3"].x == 0.0
    assert all(p.facing == 270.0 for p in layout.places)
    assert all(p.y > 0 for p in layout.places), "above the stage edge"


def test_features(rostrum):
    seat = rostrum(8, rows=[5, 5]).by_id

    assert seat["R1-1"].features == {"front", "row-end", "moderator"}
    assert seat["R1-3"].features == {"front", "centre", "moderator"}
    assert seat["R2-2"].features == {"centre"}


def test_the_empty_centre_chair_is_no_seat(rostrum):
    layout = rostrum(7, {"rostrum__centre": "empty"})
    chair = layout.by_id["R1-4"]

    assert chair.x == 0.0
    assert chair.honour == 0
    assert not chair.usable
    assert len(layout.seats) == 7
    assert rostrum(8, {"rostrum__centre": "empty"}).notes[0].zh.startswith("第一排8人")


def test_an_aisle_splits_from_the_second_row(rostrum):
    layout = rostrum(13, rows=[7, 6], aisle=1200.0)
    rear = [p for p in layout.places if p.row == 2]

    assert layout.near("R1-3", "beside") == ("R1-2", "R1-4")
    assert rear[3].x - rear[2].x == 2000.0
    assert layout.near("R2-3", "beside") == ("R2-2",)
    assert [p.number for p in rear if "aisle" in p.features] == [3, 4]
    assert [p.honour for p in rear] == [12, 10, 8, 9, 11, 13]


def test_neighbours_and_those_in_front(rostrum):
    layout = rostrum(9, rows=[5, 4])

    assert layout.near("R1-1", "beside") == ("R1-2",)
    assert layout.near("R2-1", "behind") == ("R1-1", "R1-2")


def test_tables_lectern_backdrop_and_stage_edge(rostrum):
    layout = rostrum(9, rows=[5, 4])
    kinds = [f.kind for f in layout.fixtures]

    assert kinds.count("table") == 2
    assert {"lectern", "screen", "stage"} <= set(kinds)
    tables = [f for f in layout.fixtures if f.kind == "table"]
    assert tables[0].width == 5 * 800.0
    assert tables[0].y < layout.by_id["R1-1"].y, "between the seats and the audience"
    assert "lectern" not in [f.kind for f in rostrum(9, lectern="none").fixtures]


@pytest.mark.parametrize("two", ["a", "b"])
def test_the_rule_for_two_is_for_two_people_only(rostrum, two):
    rear = [p.honour for p in rostrum(7, {"rostrum__two": two}, rows=[5, 5]).places if p.row == 2]

    assert rear == [6, 7]
