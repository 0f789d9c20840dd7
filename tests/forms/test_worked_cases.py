"""Worked cases of rostrum and hall, each with the id of the source that gives it.

The ids are those of the list in ``docs/explanation/viewpoints.md``.

``AUD`` = seen from the audience, left to right; ``D`` after a source = the position is fixed
by the cited rule, the sequence written out by arithmetic.
"""

from __future__ import annotations

import pytest

from seating.facts.venue import Need, own_left
from seating.forms.preview import preview
from seating.forms.registry import make_form
from seating.forms.safety import wheelchair_places

LEFT: dict[str, str] = {}
RIGHT = {"rostrum__side": "right"}

# worked case (0 = from a table of orders), people, options, view, expected line, source
LINES = [
    (1, 3, LEFT, "audience", "3 1 2", "R1 D"),
    (2, 5, LEFT, "audience", "5 3 1 2 4", "R16 D"),
    (3, 7, LEFT, "audience", "7 5 3 1 2 4 6", "R7"),
    (3, 7, LEFT, "seated", "6 4 2 1 3 5 7", "R7"),
    (0, 9, LEFT, "audience", "9 7 5 3 1 2 4 6 8", "R10"),
    (0, 9, LEFT, "seated", "8 6 4 2 1 3 5 7 9", "R10"),
    (6, 8, LEFT, "audience", "7 5 3 1 2 4 6 8", "R4 R5"),
    (0, 6, LEFT, "audience", "5 3 1 2 4 6", "R23 D"),
    (8, 4, LEFT, "audience", "3 1 2 4", "R23 D"),
    (0, 10, LEFT, "audience", "9 7 5 3 1 2 4 6 8 10", "R23 D"),
    (0, 2, LEFT, "audience", "1 2", "R7"),
    (10, 2, {"rostrum__two": "b"}, "audience", "2 1", "R1 D"),
    (11, 8, {"rostrum__even": "b"}, "audience", "8 6 4 2 1 3 5 7", "R6 D"),
    (0, 4, {"rostrum__even": "b"}, "audience", "4 2 1 3", "R6 D"),
    (0, 6, {"rostrum__even": "b"}, "audience", "6 4 2 1 3 5", "R6 D"),
    (13, 4, {"rostrum__even": "c"}, "audience", "3 1 2 4", "R2 D"),
    (14, 5, RIGHT, "audience", "4 2 1 3 5", "T6 D"),
    (0, 3, RIGHT, "audience", "2 1 3", "T6 D"),
    (0, 7, RIGHT, "audience", "6 4 2 1 3 5 7", "T6 D"),
    (0, 9, RIGHT, "audience", "8 6 4 2 1 3 5 7 9", "T6 D"),
    (16, 7, {"rostrum__centre": "empty"}, "audience", "6 4 2 _ 1 3 5 7", "R3 D"),
    (16, 7, {"rostrum__centre": "empty"}, "seated", "7 5 3 1 _ 2 4 6", "R3"),
    (0, 5, {"rostrum__centre": "empty"}, "audience", "4 2 _ 1 3 5", "R3 D"),
]


@pytest.mark.parametrize(("case", "count", "options", "view", "line", "source"), LINES)
def test_line_of_one_row(case, count, options, view, line, source, convention):
    text = preview("rostrum", Need(count=count), convention(**options), view)

    assert text.splitlines()[0] == line, f"case {case}, {source}"


def test_case_5_press_meeting_of_15_november_2012(convention):
    """R9: numbered floor stickers and the order of entry."""
    entry = ["习近平", "李克强", "张德江", "俞正声", "刘云山", "王岐山", "张高丽"]
    form = make_form("rostrum", {})
    layout = form.build(Need(count=7), convention())
    names = {p.id: entry[p.honour - 1] for p in layout.places}

    (line,) = form.lines(layout, "audience")
    assert [names[i] for i in line] == [
        "张高丽", "刘云山", "张德江", "习近平", "李克强", "俞正声", "王岐山",
    ]  # fmt: skip


def test_case_13_number_one_on_the_axis(convention):
    """R2 D: offsets in pitches -1, 0, 1, 2 from the audience's left."""
    form = make_form("rostrum", {"pitch": 800.0})
    layout = form.build(Need(count=4), convention(rostrum__even="c"))
    offsets = {p.honour: p.x / 800.0 for p in layout.places}

    assert offsets == {3: -1.0, 1: 0.0, 2: 1.0, 4: 2.0}


@pytest.mark.parametrize("count", range(3, 30))
def test_case_18_second_at_the_audience_right_of_the_first(count, convention):
    """R23, R15."""
    line = preview("rostrum", Need(count=count), convention()).splitlines()[0].split()

    assert line[line.index("1") + 1] == "2"
    assert line[line.index("1") - 1] == "3"


@pytest.mark.parametrize("option", ["rank", "end", "centre"])
def test_case_19_no_rear_place_suits_a_moderator(option, convention):
    """R13: middle, end or his own rank, but never a rear row."""
    form = make_form("rostrum", {"rows": [7, 7]})
    layout = form.build(Need(count=13), convention(rostrum__moderator=option))
    rows = {p.row for p in layout.places if "moderator" in p.features}
    numbers = [p.number for p in layout.places if "moderator" in p.features]

    assert rows == {1}
    assert numbers == {"rank": [1, 2, 3, 4, 5, 6, 7], "end": [1, 7], "centre": [4]}[option]


def test_case_19_lectern_in_front_or_at_the_right_front(convention):
    """R13; right of those seated = the audience's left."""

    def built(where):
        return make_form("rostrum", {"lectern": where}).build(Need(count=7), convention())

    def lectern(where):
        return next(f for f in built(where).fixtures if f.kind == "lectern")

    front = next(p for p in built("front").places if p.honour == 1)
    assert lectern("front").x == 0.0
    assert lectern("front").y < front.y
    toward_left = lectern("audience-left").x * own_left(front.facing)[0]
    assert toward_left < 0, "at the own right"
    assert built("audience-left").notes == built("front").notes == ()
    assert "unjs.com" in built("audience-right").notes[0].zh


def test_several_rows_each_by_the_same_rule(convention):
    """Second opinion of an open-source planner: 8 people, 5 per row."""
    text = preview("rostrum", Need(count=8), convention(), parameters={"rows": [5, 5]})

    assert text.splitlines()[:2] == ["5 3 1 2 4", "8 6 7"]


def test_case_58_rows_filled_without_a_snake(convention):
    """H6, R13 D: three units of 4 in rows of 6."""
    form = make_form("hall", {"rows": 2, "blocks": [6]})
    layout = form.build(Need(count=12), convention())
    unit = {p.id: "ABC"[(p.honour - 1) // 4] for p in layout.places}
    drawing = form.sketch(layout, unit, "audience")

    assert drawing.splitlines() == ["A A A A B B", "B B C C C C"]


@pytest.mark.parametrize(("rows", "cross", "remarks"), [(20, [], 0), (21, [], 1), (21, [10], 0)])
def test_case_62_at_most_twenty_rows_without_a_cross_aisle(rows, cross, remarks, convention):
    """H7 (建规 5.5.20 through an exam page)."""
    form = make_form("hall", {"rows": rows, "blocks": [10], "cross_aisles": cross})
    notes = form.build(Need(count=1), convention()).notes

    assert len(notes) == remarks
    assert all("tk.mxqe.com" in note.zh and "20" in note.zh for note in notes)


@pytest.mark.parametrize(
    ("seats", "access", "places"),
    [
        *[(400, "cn", 0), (401, "cn", 3), (750, "cn", 4), (800, "cn", 4), (801, "cn", 5)],
        *[(3, "ada", 0), (4, "ada", 1), (26, "ada", 2), (150, "ada", 4), (300, "ada", 5)],
        *[(500, "ada", 6), (650, "ada", 7), (651, "ada", 8), (5000, "ada", 36)],
        (5001, "ada", 37),
    ],
)
def test_case_63_wheelchair_places(seats, access, places):
    """H8; H9 D."""
    assert wheelchair_places(seats, access) == places
