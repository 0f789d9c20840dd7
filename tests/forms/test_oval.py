"""Oval and rectangular tables: R21 dlxwhs.cn s4749797, T1 sjtang.com.cn, R13 unjs.com 1199132."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need, own_left
from seating.forms.neighbours import seen_from
from seating.forms.preview import preview
from seating.forms.registry import make_form


def lines(count, chosen, view="door", **parameters):
    text = preview("oval", Need(count=count), chosen, view, parameters)
    return text.split("\n\n")[0].splitlines()


def seat(layout, honour):
    return next(p for p in layout.places if p.honour == honour and not p.purpose)


@pytest.mark.parametrize("edge", ["oval", "rectangle"])
@pytest.mark.parametrize(
    ("count", "side", "table", "expected"),
    [
        (7, "left", "along", ["1", "3 2", "5 4", "7 6"]),
        (8, "left", "along", ["1", "3 2", "5 4", "7 6", "8"]),
        (7, "right", "along", ["1", "2 3", "4 5", "6 7"]),
        (10, "left", "across", ["5 3 1 2 4", "7 6", "9 10 8"]),
        (10, "right", "across", ["4 2 1 3 5", "6 7", "8 10 9"]),
        (4, "left", "across", ["3 1 2", "4"]),
    ],
)
def test_the_chair_faces_the_door(count, side, table, edge, expected, convention):
    """R21: at the short end that faces the door; T1, R13: in the middle facing it.  D."""
    found = lines(count, convention(conference__side=side), table=table, edge=edge)

    assert found == expected


@pytest.mark.parametrize("pack", ["cn-domestic", "cn-foreign", "international"])
@pytest.mark.parametrize("table", ["along", "across"])
def test_hands_from_the_gaze_alone(pack, table, convention):
    layout = make_form("oval", {"table": table}).build(Need(count=12), convention(pack))
    chair, second, third = (seat(layout, n) for n in (1, 2, 3))
    left = own_left(chair.facing)
    toward = (second.x - chair.x) * left[0] + (second.y - chair.y) * left[1]

    assert chair.facing == 270.0
    assert (toward > 0) == (pack == "cn-domestic")
    assert set(layout.near(chair.id, "beside")) == {second.id, third.id}


def test_the_table_top_to_scale(convention):
    layout = make_form("oval", {}).build(Need(count=8), convention())
    straight, *bends = (f for f in layout.fixtures if "table" in f.kind)

    assert straight.width == 3 * 750.0
    assert [f.width for f in bends] == [1400.0, 1400.0]
    head, foot = seat(layout, 1), seat(layout, 8)
    assert head.y - foot.y == 3 * 750.0 + 1400.0 + 2 * 400.0
    assert layout.near(head.id, "opposite") == (foot.id,)
    assert layout.near(seat(layout, 2).id, "opposite") == (seat(layout, 3).id,)


def test_more_chairs_than_people(convention):
    assert lines(5, convention(), seats=8) == ["1", "3 2", "5 4", "_ _", "_"]


def test_an_outer_ring_leaves_the_chairs_end_free(convention):
    layout = make_form("oval", {"outer": 3}).build(Need(count=9), convention())
    outer = {p.honour: layout.by_id[layout.near(p.id, "behind")[0]].honour for p in layout.places
             if p.row == 2}  # fmt: skip

    assert outer == {7: 2, 8: 3, 9: 4}


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(0, 60),
    table=st.sampled_from(["along", "across"]),
    edge=st.sampled_from(["oval", "rectangle"]),
    side=st.sampled_from(["left", "right"]),
)
def test_every_size(count, table, edge, side, convention):
    form = make_form("oval", {"table": table, "edge": edge})
    layout = form.build(Need(count=count), convention(conference__side=side))

    assert [p.honour for p in layout.seats] == list(range(1, count + 1))
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.by_id) == count
    for place in layout.places:
        assert (
            len(layout.near(place.id, "beside")) == min(2, count - 1) or place.honour >= count - 1
        )
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
        for other in layout.near(place.id, "opposite"):
            assert (place.facing - layout.by_id[other].facing) % 360 == 180.0
            assert seen_from(place, layout.by_id[other])[1] > 0
