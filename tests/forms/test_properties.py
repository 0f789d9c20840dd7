"""What holds for every size of rostrum and hall."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need
from seating.forms.graph import graph
from seating.forms.preview import preview, preview_data
from seating.forms.registry import make_form

COUNTS = st.integers(1, 60)
OPTIONS = st.fixed_dictionaries(
    {
        "rostrum__side": st.sampled_from(["left", "right"]),
        "rostrum__even": st.sampled_from(["a", "b", "c"]),
        "rostrum__two": st.sampled_from(["a", "b"]),
        "rostrum__centre": st.sampled_from(["filled", "empty"]),
        "rostrum__moderator": st.sampled_from(["rank", "end", "centre"]),
    }
)
ROWS = st.lists(st.integers(1, 15), min_size=0, max_size=4)
HALLS = st.fixed_dictionaries(
    {
        "rows": st.integers(1, 6),
        "blocks": st.lists(st.integers(1, 8), min_size=1, max_size=4),
        "numbering": st.sampled_from(["through", "right", "odd-even"]),
        "radius": st.sampled_from([0.0, 20000.0]),
        "beside_across_aisle": st.booleans(),
    }
)
FILLS = st.fixed_dictionaries(
    {
        "hall__fill": st.sampled_from(["rows", "files", "centre-out", "blocks"]),
        "hall__start": st.sampled_from(["left", "right", "centre"]),
    }
)


@given(count=COUNTS, options=OPTIONS, rows=ROWS, aisle=st.sampled_from([0.0, 1200.0]))
def test_rostrum_gives_each_rank_once(count, options, rows, aisle, convention):
    form = make_form("rostrum", {"rows": rows, "aisle": aisle})
    layout = form.build(Need(count=count), convention(**options))
    seats = [p for p in layout.places if p.usable]
    expected = min(count, sum(rows)) if rows else count

    assert sorted(p.honour for p in seats) == list(range(1, expected + 1))
    assert len({p.id for p in layout.places}) == len(layout.places)
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places)


@given(count=COUNTS, options=OPTIONS, rows=ROWS)
def test_front_rows_and_the_centre_are_higher(count, options, rows, convention):
    form = make_form("rostrum", {"rows": rows})
    places = form.build(Need(count=count), convention(**options)).places
    ranked = sorted((p for p in places if p.honour), key=lambda p: p.honour)

    for higher, lower in pairwise(ranked):
        assert higher.row <= lower.row
    for row in {p.row for p in ranked}:
        line = [p for p in ranked if p.row == row]
        axis = next((p.x for p in places if p.row == row and not p.honour), line[0].x)
        steps = [round(abs(p.x - axis)) for p in line]
        assert steps == sorted(steps), "each further from the first than the one before"


@given(count=COUNTS, options=OPTIONS, rows=ROWS)
def test_the_seated_view_is_the_audiences_read_backwards(count, options, rows, convention):
    form = make_form("rostrum", {"rows": rows})
    layout = form.build(Need(count=count), convention(**options))
    audience, seated = form.lines(layout, "audience"), form.lines(layout, "seated")

    assert seated == tuple(line[::-1] for line in audience)
    assert audience == tuple(line[::-1] for line in seated)


@given(count=COUNTS, options=OPTIONS)
def test_preview_and_its_data_say_the_same(count, options, convention):
    need, chosen = Need(count=count), convention(**options)
    line = preview("rostrum", need, chosen).splitlines()[0].split(" ")
    data = preview_data("rostrum", need, chosen)

    assert [d["mark"] for d in data] == line
    assert sorted(d["x"] for d in data) == [d["x"] for d in data]


@settings(max_examples=40, deadline=None)
@given(hall=HALLS, fill=FILLS)
def test_hall_gives_each_number_once(hall, fill, convention):
    layout = make_form("hall", hall).build(Need(count=1), convention(**fill))
    seats = hall["rows"] * sum(hall["blocks"])

    assert [p.honour for p in layout.seats] == list(range(1, seats + 1))
    assert len(layout.by_id) == seats
    for row in range(1, hall["rows"] + 1):
        numbers = [p.number for p in layout.places if p.row == row]
        assert len(set(numbers)) == len(numbers)


@settings(max_examples=40, deadline=None)
@given(hall=HALLS)
def test_neighbours_are_mutual_and_behind_has_a_front(hall, convention):
    layout = make_form("hall", hall).build(Need(count=1), convention())
    found = graph(layout)
    beside = {(a, b) for a, b, relation in found.edges(data="relation") if relation == "beside"}
    behind = {(a, b) for a, b, relation in found.edges(data="relation") if relation == "behind"}

    assert isinstance(found, nx.MultiDiGraph)
    assert beside == {(b, a) for a, b in beside}
    for a, b in beside:
        assert b in layout.near(a, "beside")
        assert abs(layout.by_id[a].file - layout.by_id[b].file) == 1
    for a, b in behind:
        assert b in layout.near(a, "behind")
        assert layout.by_id[a].row == layout.by_id[b].row + 1
        assert (b, a) not in behind


@settings(max_examples=40, deadline=None)
@given(count=st.integers(1, 300), blocks=st.lists(st.integers(1, 9), min_size=1, max_size=3))
def test_a_hall_without_rows_holds_everybody(count, blocks, convention):
    layout = make_form("hall", {"blocks": blocks}).build(Need(count=count), convention())

    assert count <= len(layout.seats) < count + sum(blocks)
