"""The U-shaped table: worked orders by source, rings, tables to scale, every size.

Sources: R13 unjs.com 1199132, R21 dlxwhs.cn s4749797, H11 zuowendang.com 427456203.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need, own_left
from seating.forms.neighbours import seen_from
from seating.forms.preview import preview
from seating.forms.registry import make_form


def lines(count, chosen, view="door", **parameters):
    text = preview("u_table", Need(count=count), chosen, view, parameters)
    return text.split("\n\n")[0].splitlines()


def seat(layout, honour):
    return next(p for p in layout.places if p.honour == honour and not p.purpose)


@pytest.mark.parametrize(
    ("count", "side", "parameters", "expected"),
    [
        (9, "left", {}, ["3 1 2", "5 4", "7 6", "9 8"]),
        (9, "right", {}, ["2 1 3", "4 5", "6 7", "8 9"]),
        (8, "left", {}, ["1", "3 2", "5 4", "7 6", "8"]),
        (9, "left", {"base": 5}, ["5 3 1 2 4", "7 6", "9 8"]),
        (8, "left", {"base": 4}, ["3 1 2 4", "5 6", "7 8"]),
        (7, "left", {"base": 5, "arm": 2}, ["5 3 1 2 4", "7 6", "_ _"]),
        (1, "left", {}, ["1"]),
    ],
)
def test_the_chair_at_the_closed_end_the_others_down_both_arms(
    count, side, parameters, expected, convention
):
    """R21 (right first, business), R13 (left first); D as to the written-out lines."""
    assert lines(count, convention(conference__side=side), **parameters) == expected


def test_the_chair_faces_the_door_and_hands_are_his_own(convention):
    """Worked out from the gaze alone: fails if left and right are exchanged anywhere."""
    for side, sign in (("left", 1), ("right", -1)):
        layout = make_form("u_table", {"base": 3}).build(
            Need(count=9), convention(conference__side=side)
        )
        chair = seat(layout, 1)
        door = next(f for f in layout.fixtures if f.kind == "door")
        left = own_left(chair.facing)
        assert chair.facing == 270.0
        assert chair.y > door.y
        for honour in range(2, 10):
            other = seat(layout, honour)
            toward = (other.x - chair.x) * left[0] + (other.y - chair.y) * left[1]
            assert (toward * sign > 0) == (honour % 2 == 0)
        assert set(layout.near(chair.id, "beside")) == {seat(layout, 2).id, seat(layout, 3).id}


def test_arms_look_at_each_other_and_the_open_end_divides(convention):
    layout = make_form("u_table", {"base": 3}).build(Need(count=9), convention())

    assert layout.near(seat(layout, 4).id, "opposite") == (seat(layout, 5).id,)
    assert layout.near(seat(layout, 8).id, "beside") == (seat(layout, 6).id,)
    assert layout.near(seat(layout, 9).id, "beside") == (seat(layout, 7).id,)
    assert seat(layout, 4).id in layout.near(seat(layout, 2).id, "beside"), "around the corner"


def test_nobody_sits_behind_the_chair(convention):
    """H11: members inside, attendees without a vote outside."""
    need = Need(count=15, roles={("", "attendee"): 3, ("", "recorder"): 1})
    layout = make_form("u_table", {"outer": 4}).build(need, convention())
    outer = [p for p in layout.places if p.row > 1]

    assert sorted(p.honour for p in outer if not p.purpose) == [12, 13, 14, 15]
    assert sum(p.purpose == "attendee" for p in outer) == 3
    assert sum(p.purpose == "recorder" for p in outer) == 1
    for place in outer:
        (front,) = layout.near(place.id, "behind")
        assert layout.by_id[front].facing != 270.0
        assert seen_from(place, layout.by_id[front])[1] == 1200.0


def test_tables_and_room(convention):
    layout = make_form("u_table", {"base": 5, "arm": 3}).build(Need(count=11), convention())
    base, one, two = (f for f in layout.fixtures if f.kind == "table")

    assert base.width == 5 * 750.0
    assert {one.turn, two.turn} == {90.0}
    assert one.width == 3 * 750.0
    assert one.x == -two.x
    for place in layout.places:
        inside = abs(place.x) < base.width / 2 and base.y - 300 < place.y < base.y + 300
        assert not inside


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(0, 60),
    base=st.integers(0, 9),
    outer=st.integers(0, 25),
    side=st.sampled_from(["left", "right"]),
    even=st.sampled_from(["a", "b"]),
)
def test_every_size(count, base, outer, side, even, convention):
    form = make_form("u_table", {"base": base, "outer": outer})
    layout = form.build(Need(count=count), convention(conference__side=side, rostrum__even=even))
    ranks = [p.honour for p in layout.seats]

    assert ranks[: min(count, len(ranks))] == list(range(1, min(count, len(ranks)) + 1))
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places) == len(layout.by_id)
    if not outer:
        assert len(ranks) == count
    for place in layout.places:
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
            assert other != place.id
        for other in layout.near(place.id, "opposite"):
            there = layout.by_id[other]
            assert (place.facing - there.facing) % 360 == 180.0
            assert seen_from(place, there)[1] > 0
            assert seen_from(there, place)[1] > 0
