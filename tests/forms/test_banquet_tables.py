"""Tables of a banquet: their order seen from the door, people at each, distances.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import math

import pytest

from seating.facts.venue import Need
from seating.forms.form import FormError
from seating.forms.preview import preview
from seating.forms.registry import make_form
from seating.forms.table_order import grid, table_order, usual_rows

# worked case (0 = from a table of orders), rows of tables, expected rows seen from the door
ORDERS = [
    (34, [2], ["1 2"], "B1 B13 D"),
    (0, [1, 1], ["1", "2"], "B1"),
    (36, [3], ["2 1 3"], "B3 D"),
    (0, [1, 2], ["1", "2 3"], "D"),
    (0, [1, 2, 1], ["1", "2 3", "4"], "D"),
    (0, [2, 1, 2], ["2 3", "1", "4 5"], "D"),
    (0, [1, 2, 2], ["1", "2 3", "4 5"], "D"),
    (0, [3, 3], ["2 1 3", "5 4 6"], "D"),
    (0, [3, 2, 3], ["2 1 3", "4 5", "7 6 8"], "D"),
    (0, [3, 4, 3], ["2 1 3", "6 4 5 7", "9 8 10"], "D"),
]


def parties(hosts, guests):
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests})


@pytest.mark.parametrize(("case", "rows", "lines", "source"), ORDERS)
def test_order_of_tables(case, rows, lines, source, convention):
    need = Need(count=10 * sum(rows))
    text = preview("banquet", need, convention(), "door", {"rows": rows})

    assert text.splitlines()[: len(rows)] == lines, f"case {case}, {source}"


def test_tables_left_variant(convention):
    """B5, B6: traditional, left of those who face the door first."""
    chosen = convention(banquet__tables_side="left")
    text = preview("banquet", Need(count=70), chosen, "door", {"rows": [7]})

    assert text.splitlines()[0] == "7 5 3 1 2 4 6"
    assert preview("banquet", Need(count=20), chosen, "door", {"rows": [2]})[:3] == "2 1"


def test_the_view_of_those_who_face_the_door_is_turned(convention):
    text = preview("banquet", Need(count=60), convention(), "seated", {"rows": [3, 3]})

    assert text.splitlines()[:2] == ["6 4 5", "3 1 2"]


@pytest.mark.parametrize(
    ("head", "stage", "rows", "first"),
    [
        ("far", "none", [2, 1, 2], 0),
        ("axis", "none", [2, 1, 2], 2),
        ("centre", "none", [3, 3, 3], 4),
        ("axis", "none", [3, 3, 3], 1),
        ("stage", "left", [3, 3, 3], 3),
        ("stage", "right", [3, 3, 3], 5),
        ("stage", "far", [3, 3, 3], 1),
        ("axis", "none", [4, 5], 1),
    ],
)
def test_rules_for_the_head_table(head, stage, rows, first, convention):
    """B1, B2, B3: centre, right, far from the door, next to the stage."""
    form = make_form("banquet", {"rows": rows, "stage": stage})
    layout = form.build(Need(count=80), convention(banquet__head=head))
    tables = [f for f in layout.fixtures if f.kind == "round-table"]
    spots = sorted(((f.x, f.y) for f in tables), key=lambda p: (-p[1], p[0]))

    assert spots.index((tables[0].x, tables[0].y)) == first


def test_free_layout_goes_by_distance_in_mm(convention):
    spots = [{"x": -4000, "y": 9000}, {"x": 0, "y": 9500}, {"x": 3500, "y": 9000}]
    form = make_form("banquet", {"table": spots})
    layout = form.build(Need(count=30), convention())

    assert form.lines(layout, "door")[0] == ("1",)
    assert form.lines(layout, "door")[1] == ("3", "2")


def test_honour_runs_table_by_table(convention):
    layout = make_form("banquet", {}).build(parties(6, 24), convention())
    hosts = [p for p in layout.seats if p.party == "host"]

    assert [p.block for p in hosts] == ["1", "1", "2", "2", "3", "3"]
    assert [p.honour for p in hosts] == [1, 2, 3, 4, 5, 6]
    assert all("head-table" in p.features for p in layout.places if p.block == "1")


def test_tables_alike_or_one_after_another(convention):
    def sizes(**parameters):
        form = make_form("banquet", {"rows": [3], **parameters})
        layout = form.build(Need(count=24), convention())
        return [sum(p.block == str(t) for p in layout.places) for t in (1, 2, 3)]

    assert sizes() == [8, 8, 8]
    assert sizes(spread="full") == [10, 10, 4]
    assert sizes(fixed=True) == [10, 10, 10]
    assert sizes(spread="full", head_seats=14) == [14, 10, 0]


def test_hosts_at_each_table_as_given(convention):
    form = make_form("banquet", {"rows": [2], "hosts": [3, 1]})
    layout = form.build(parties(4, 16), convention())

    assert [p.block for p in layout.seats if p.party == "host"] == ["1", "1", "1", "2"]


def test_other_tables_may_face_the_head_table(convention):
    """B2, B8, B9."""
    form = make_form("banquet", {"rows": [3]})
    same = form.build(Need(count=30), convention())
    turned = form.build(Need(count=30), convention(banquet__orientation="head-table"))
    firsts = {p.block: p for p in turned.places if p.number == 1}

    assert {p.facing for p in same.places if p.number == 1} == {270.0}
    assert (firsts["1"].facing, firsts["2"].facing, firsts["3"].facing) == (270.0, 0.0, 180.0)


def test_distances_in_mm(convention):
    layout = make_form("banquet", {"rows": [2], "pitch": 3000.0}).build(
        Need(count=20), convention()
    )
    tables = [f for f in layout.fixtures if f.kind == "round-table"]
    one, two = [p for p in layout.places if p.block == "1"][:2]

    assert math.dist((tables[0].x, tables[0].y), (tables[1].x, tables[1].y)) == 3000.0
    assert 1700 < tables[0].width < 1900, "a usual table for ten"
    assert math.dist((one.x, one.y), (two.x, two.y)) == pytest.approx(708, abs=1)
    assert any("不便通行" in note.zh for note in layout.notes)
    door = next(f for f in layout.fixtures if f.kind == "door")
    assert door.y < min(p.y for p in layout.places)


def test_rows_and_free_tables_exclude_each_other(convention):
    form = make_form("banquet", {"rows": [2], "table": [{"x": 0, "y": 0}]})
    with pytest.raises(FormError, match="not both"):
        form.build(Need(count=5), convention())


@pytest.mark.parametrize("count", range(1, 41))
def test_usual_rows_hold_all_tables_in_one_order(count):
    rows = usual_rows(count)
    order = table_order(grid(rows), "axis", "right")

    assert sum(rows) == count
    assert sorted(order) == list(range(count))


def test_drawing_shows_tables_and_door(convention):
    text = preview("banquet", Need(count=30), convention(), aligned=True)

    assert all(mark in text for mark in ("(1)", "(2)", "(3)", "[门]", "30"))
    middle = next(line for line in text.splitlines() if "(1)" in line)
    assert middle.index("(2)") < middle.index("(1)") < middle.index("(3)")


@pytest.mark.parametrize(("guests", "most"), [(10, 3), (11, 3), (12, 4), (30, 10), (5, 3)])
def test_case_46_accompanying_hosts(guests, most, convention):
    """F12, F11 D: three hosts for up to ten guests, a third of the guests above."""
    form = make_form("banquet", {})

    def remarked(hosts, pack="cn-domestic"):
        notes = form.build(parties(hosts, guests), convention(pack)).notes
        return any("陪餐" in note.zh for note in notes)

    assert not remarked(most)
    assert remarked(most + 1)
    assert not remarked(most + 1, "cn-foreign")
