"""The hall: seats that are special, aisles, geometry and drawing."""

from __future__ import annotations

import math

import pytest

from seating.facts.venue import Need, gaze
from seating.forms.drawing import draw, width
from seating.forms.form import FormError
from seating.forms.registry import make_form


@pytest.fixture
def hall(convention):
    def build(count=1, options=None, **parameters):
        return make_form("hall", parameters).build(Need(count=count), convention(**options or {}))

    return build


def test_special_seats_keep_their_number_and_lose_their_turn(hall):
    layout = hall(rows=2, blocks=[4], unusable=["1-2"], reserved=["row:2"], wheelchair=["1-4"])
    seat = layout.by_id

    assert [seat[i].honour for i in ("1-1", "1-2", "1-3", "1-4")] == [1, 0, 2, 1]
    assert seat["1-4"].purpose == "wheelchair"
    assert "companion" in seat["1-3"].features
    assert not seat["1-2"].usable
    assert not any(p.usable for p in layout.places if p.row == 2)
    assert seat["1-2"].label.zh == "1排2座"


def test_aisle_seats(hall):
    inner = hall(rows=1, blocks=[3, 3], side_aisles=False)
    both = hall(rows=1, blocks=[3, 3])

    def marked(layout):
        return [p.number for p in layout.places if "aisle" in p.features]

    assert marked(inner) == [3, 4]
    assert marked(both) == [1, 3, 4, 6]
    assert [p.number for p in both.places if "row-end" in p.features] == [1, 6]
    assert all("front" in p.features for p in both.places)


def test_neighbours_across_an_aisle_only_where_asked(hall):
    apart = hall(rows=1, blocks=[2, 2])
    joined = hall(rows=1, blocks=[2, 2], beside_across_aisle=True)

    assert apart.near("1-2", "beside") == ("1-1",)
    assert joined.near("1-2", "beside") == ("1-1", "1-3")


def test_nobody_sits_behind_across_a_cross_aisle(hall):
    layout = hall(rows=3, blocks=[4], cross_aisles=[1])

    assert layout.near("2-1", "behind") == ()
    assert layout.near("3-1", "behind") == ("2-1",)
    assert layout.by_id["1-1"].block == "A1"
    assert layout.by_id["2-1"].block == "A2"


def test_rows_half_a_seat_aside_have_two_in_front(hall):
    layout = hall(rows=[4, 5])

    assert layout.near("2-3", "behind") == ("1-2", "1-3")
    assert layout.near("2-1", "behind") == ("1-1",)


def test_short_rows_keep_to_the_aisle(hall):
    layout = hall(rows=2, blocks=[4, 4, 4], row=[{"number": 1, "blocks": [2, 2, 2]}])
    files = [p.file for p in layout.places if p.row == 1]

    assert files == [3, 4, 6, 7, 9, 10]
    assert layout.by_id["1-1"].x == layout.by_id["2-3"].x


def test_distances_in_mm(hall):
    layout = hall(rows=2, blocks=[2, 2], aisle=1200.0, pitch=500.0, row_pitch=1000.0)
    seat = layout.by_id

    assert seat["1-2"].x - seat["1-1"].x == 500.0
    assert seat["1-3"].x - seat["1-2"].x == 1700.0
    assert seat["1-1"].y - seat["2-1"].y == 1000.0
    assert seat["1-1"].x == -seat["1-4"].x
    assert seat["1-1"].y < 0, "the audience is below the stage edge"
    assert seat["1-1"].facing == 90.0


def test_curved_rows_look_at_one_point_and_keep_their_distances(hall):
    layout = hall(rows=3, blocks=[11], radius=15000.0, row_pitch=1000.0)
    axis = layout.by_id["1-6"]
    centre = (axis.x, axis.y + 15000.0)

    assert layout.by_id["1-1"].x < axis.x < layout.by_id["1-11"].x
    for place in layout.places:
        r = 15000.0 + (place.row - 1) * 1000.0
        gx, gy = gaze(place.facing)
        assert place.x + r * gx == pytest.approx(centre[0], abs=0.1)
        assert place.y + r * gy == pytest.approx(centre[1], abs=0.1)
    a, b = layout.by_id["2-1"], layout.by_id["2-2"]
    assert math.dist((a.x, a.y), (b.x, b.y)) == pytest.approx(550.0, rel=0.001)
    assert max(p.y for p in layout.places) <= -2500.0


@pytest.mark.parametrize(
    ("blocks", "row_pitch", "side_aisles", "remarks"),
    [
        ([22], 850.0, True, 0),
        ([23], 850.0, True, 1),
        ([44], 900.0, True, 0),
        ([45], 900.0, True, 1),
        ([11, 11], 850.0, False, 0),
        ([12, 11], 850.0, False, 1),
        ([5], 850.0, False, 1),
    ],
)
def test_seats_between_two_aisles(blocks, row_pitch, side_aisles, remarks, hall):
    """建规 5.5.20: 22 seats, twice as many from 0.90 m, half with one aisle."""
    notes = hall(rows=2, blocks=blocks, row_pitch=row_pitch, side_aisles=side_aisles).notes

    assert len(notes) == remarks
    assert all("5.5.20" in note.zh for note in notes)


def test_missing_wheelchair_places_are_remarked_by_the_conventions_rule(hall):
    domestic = hall(rows=10, blocks=[10, 10])
    american = hall(rows=10, blocks=[10, 10], options={"hall__access": "ada"})

    assert domestic.notes == ()
    assert "5" in american.notes[0].en
    assert "ADA" in american.notes[0].en


def test_fixtures_stand_where_they_should(hall):
    layout = hall(rows=4, blocks=[3, 3], cross_aisles=[2], doors=["rear", "left"])
    kinds = [f.kind for f in layout.fixtures]

    assert kinds.count("stage") == 1
    assert kinds.count("aisle") == 4
    assert kinds.count("door") == 2
    stage = next(f for f in layout.fixtures if f.kind == "stage")
    assert stage.y > max(p.y for p in layout.places)
    middle = [f for f in layout.fixtures if f.kind == "aisle" and f.x == 0.0]
    assert {f.label.zh for f in middle} == {"走道"}
    left = next(f for f in layout.fixtures if f.kind == "door" and f.turn)
    assert left.x < min(p.x for p in layout.places)


def test_drawing_aligns_columns_and_chinese_names():
    drawing = draw([[(0.0, "张三"), (500.0, "欧阳峰")], [(250.0, "李"), (750.0, "_")]])
    first, second = drawing.splitlines()

    assert width("张三") == 4
    assert first == " 张三  欧阳峰"
    assert second.index("李") > 2


def test_sketch_seen_from_the_rostrum_is_mirrored(convention):
    form = make_form("hall", {"rows": 1, "blocks": [3]})
    layout = form.build(Need(count=3), convention())
    names = {p.id: str(p.honour) for p in layout.places}

    assert form.sketch(layout, names, "audience") == "1 2 3"
    assert form.sketch(layout, names, "seated") == "3 2 1"
    assert form.sketch(layout, {}, "audience") == "_ _ _"


@pytest.mark.parametrize(
    "layout",
    [
        {"rows": 10**9},
        {"rows": [10**9]},
        {"rows": 2, "blocks": [10**9]},
        {"rows": 2, "cross_aisles": [10**9]},
        {"rows": 1000, "blocks": [1000]},
    ],
)
def test_a_slip_of_the_finger_builds_no_giant(hall, layout):
    with pytest.raises(FormError, match=r"1000|20000"):
        hall(**layout)
