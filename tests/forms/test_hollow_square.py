"""The hollow square: H11 zuowendang.com 427456203, R13 unjs.com 1199132, R21 dlxwhs.cn s4749797."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need
from seating.forms.neighbours import seen_from
from seating.forms.preview import preview
from seating.forms.registry import make_form


def lines(count, chosen, view="door", **parameters):
    text = preview("hollow_square", Need(count=count), chosen, view, parameters)
    return text.split("\n\n")[0].splitlines()


def seat(layout, honour):
    return next(p for p in layout.places if p.honour == honour and not p.purpose)


@pytest.mark.parametrize(
    ("count", "side", "view", "expected"),
    [
        (12, "left", "door", ["3 1 2", "5 4", "7 6", "9 8", "11 12 10"]),
        (12, "right", "door", ["2 1 3", "4 5", "6 7", "8 9", "10 12 11"]),
        (12, "left", "seated", ["10 12 11", "8 9", "6 7", "4 5", "2 1 3"]),
        (4, "left", "door", ["1", "3 2", "4"]),
        (2, "left", "door", ["1", "2"]),
    ],
)
def test_ranks_run_around_the_table_at_both_hands(count, side, view, expected, convention):
    """R13: left first; R21: right first; D as to the written-out lines."""
    assert lines(count, convention(conference__side=side), view) == expected


def test_given_sides(convention):
    assert lines(13, convention(), far=5, side=2, near=5) == [
        "5 3 1 2 4",
        "7 6",
        "9 8",
        "11 13 _ 12 10",
    ]
    assert lines(8, convention(), far=2, side=2, near=2) == ["1 2", "3 4", "5 6", "7 8"]


def test_two_rings_and_nobody_behind_the_chair(convention):
    """H11: inner ring members and those who report, outer ring attendees."""
    need = Need(count=16, roles={("", "attendee"): 20})
    layout = make_form("hollow_square", {}).build(need, convention())
    outer = [p for p in layout.places if p.row > 1]

    assert len([p for p in layout.places if p.row == 1]) == 16
    assert [p.honour for p in layout.seats if p.purpose == "attendee"] == list(range(1, 21))
    assert max(p.row for p in outer) == 3, "a third ring where the second is full"
    assert not any(p.facing == 270.0 for p in outer)
    chair = seat(layout, 1)
    for place in outer:
        front = [layout.by_id[i] for i in layout.near(place.id, "behind")]
        assert len(front) == 1
        assert front[0].row == place.row - 1
        left, ahead = seen_from(place, chair)
        assert not (ahead > 0 and abs(left) < 300 and place.facing == chair.facing)


def test_an_outer_ring_needs_sides(convention):
    layout = make_form("hollow_square", {"outer": 2}).build(Need(count=3), convention())

    assert [p.honour for p in layout.places] == [1]
    assert any("主持人身后不设座" in note.zh for note in layout.notes)


def test_the_chair_looks_at_the_one_opposite_him(convention):
    layout = make_form("hollow_square", {}).build(Need(count=12), convention())

    assert layout.near(seat(layout, 1).id, "opposite") == (seat(layout, 12).id,)
    assert len([f for f in layout.fixtures if f.kind == "table"]) == 4
    assert [p.number for p in layout.places if p.honour in (1, 2)] == [1, 2], "clockwise"


@settings(max_examples=60, deadline=None)
@given(count=st.integers(0, 60), side=st.sampled_from(["left", "right"]), outer=st.integers(0, 9))
def test_every_size(count, side, outer, convention):
    form = make_form("hollow_square", {"outer": outer})
    layout = form.build(Need(count=count), convention(conference__side=side))
    ranks = [p.honour for p in layout.seats]

    assert ranks == sorted(set(ranks))
    if not outer:
        assert ranks == list(range(1, count + 1))
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places) == len(layout.by_id)
    inner = [p for p in layout.places if p.row == 1]
    for place in inner:
        assert len(layout.near(place.id, "beside")) <= 2
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
        for other in layout.near(place.id, "opposite"):
            assert (place.facing - layout.by_id[other].facing) % 360 == 180.0
            assert seen_from(place, layout.by_id[other])[1] > 0
    door, seated = form.lines(layout, "door"), form.lines(layout, "seated")
    assert sorted(i for line in door for i in line) == sorted(layout.by_id)
    if not outer:
        assert seated == tuple(line[::-1] for line in door[::-1])
