"""One definition of left and right: these fail if any of it is exchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seating.facts.venue import Need, own_left
from seating.forms.registry import make_form
from seating.forms.rows import RowRule, spread, spread_split


def place_of(layout, honour):
    return next(p for p in layout.places if p.honour == honour)


def test_own_left_of_somebody_facing_the_audience_is_the_drawings_right():
    assert own_left(270.0)[0] == pytest.approx(1.0)
    assert own_left(90.0)[0] == pytest.approx(-1.0)


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
@pytest.mark.parametrize("count", [2, 3, 8, 9])
def test_second_sits_at_the_hand_that_the_convention_names(count, side, sign, convention):
    layout = make_form("rostrum", {}).build(Need(count=count), convention(rostrum__side=side))
    first, second = place_of(layout, 1), place_of(layout, 2)
    left = own_left(first.facing)
    toward = (second.x - first.x) * left[0] + (second.y - first.y) * left[1]

    assert toward * sign > 0
    assert (second.x > first.x) == (side == "left"), "the audience's right under the left rule"


def test_seats_are_counted_from_the_audiences_left(convention):
    layout = make_form("rostrum", {}).build(Need(count=5), convention())

    assert [p.id for p in sorted(layout.places, key=lambda p: p.x)] == [
        "R1-1", "R1-2", "R1-3", "R1-4", "R1-5",
    ]  # fmt: skip
    assert place_of(layout, 1).label.zh == "主席台1排3号"
    assert place_of(layout, 2).label.zh == "主席台1排4号"


@pytest.mark.parametrize("numbering", ["through", "right", "odd-even"])
def test_hall_numbers_and_starts(numbering, convention):
    form = make_form("hall", {"rows": 1, "blocks": [3, 3], "numbering": numbering})
    layout = form.build(Need(count=6), convention())
    from_left = [p.number for p in sorted(layout.places, key=lambda p: p.x)]

    assert (
        from_left
        == {
            "through": [1, 2, 3, 4, 5, 6],
            "right": [6, 5, 4, 3, 2, 1],
            "odd-even": [5, 3, 1, 2, 4, 6],
        }[numbering]
    )
    assert place_of(layout, 1).x == min(p.x for p in layout.places), "filled from the left"


def test_odd_numbers_at_the_right_and_on_the_axis(convention):
    form = make_form(
        "hall", {"rows": 1, "blocks": [5], "numbering": "odd-even", "odd_side": "right"}
    )
    layout = form.build(Need(count=5), convention())

    assert [p.number for p in sorted(layout.places, key=lambda p: p.x)] == [4, 2, 1, 3, 5]


@pytest.mark.parametrize(
    ("fill", "start", "side", "rows"),
    [
        ("rows", "left", "left", ["1 2 3 4", "5 6 7 8"]),
        ("rows", "right", "left", ["4 3 2 1", "8 7 6 5"]),
        ("rows", "centre", "left", ["3 1 2 4", "7 5 6 8"]),
        ("centre-out", "left", "left", ["3 1 2 4", "7 5 6 8"]),
        ("centre-out", "left", "right", ["4 2 1 3", "8 6 5 7"]),
        ("files", "left", "left", ["1 3 5 7", "2 4 6 8"]),
        ("files", "right", "left", ["7 5 3 1", "8 6 4 2"]),
        ("files", "centre", "left", ["5 1 3 7", "6 2 4 8"]),
        ("blocks", "left", "left", ["1 2 5 6", "3 4 7 8"]),
        ("blocks", "right", "left", ["6 5 2 1", "8 7 4 3"]),
        ("blocks", "centre", "left", ["2 1 5 6", "4 3 7 8"]),
    ],
)
def test_patterns_of_filling(fill, start, side, rows, convention):
    """laomiw.com tid=27610: rows, files, and from the axis own left first."""
    form = make_form("hall", {"rows": 2, "blocks": [2, 2]})
    chosen = convention(hall__fill=fill, hall__start=start, hall__side=side)
    layout = form.build(Need(count=8), chosen)
    honours = [
        " ".join(str(layout.by_id[i].honour) for i in line)
        for line in form.lines(layout, "audience")
    ]

    assert honours == rows


@given(count=st.integers(1, 60), even=st.sampled_from("abc"), two=st.sampled_from("ab"))
def test_the_right_rule_is_the_mirror_of_the_left(count, even, two):
    left = spread(count, RowRule(side="left", even=even, two=two))
    right = spread(count, RowRule(side="right", even=even, two=two))

    assert tuple(-offset for offset in left.ranks) == pytest.approx(right.ranks)


@given(count=st.integers(1, 60), even=st.sampled_from("abc"))
def test_a_split_row_mirrors_too(count, even):
    left = spread_split(count, RowRule(side="left", even=even))
    right = spread_split(count, RowRule(side="right", even=even))

    assert [-offset for offset in left.ranks] == list(right.ranks)
