"""Reports to superiors: R18 xei.net.cn 211572, R22 zuankewang.com 223046."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need, own_left
from seating.forms.preview import preview
from seating.forms.registry import make_form


def need(hosts, guests, **roles):
    counted = {tuple(key.split("_")): n for key, n in roles.items()}
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests}, roles=counted)


@pytest.mark.parametrize(
    ("hosts", "guests", "table", "options", "expected"),
    [
        (5, 3, "across", {}, ["G3 G1 G2", "H4 H2 H1 H3 H5"]),
        (4, 4, "across", {}, ["G3 G1 G2 G4", "H4 H2 H1 H3"]),
        (3, 3, "across", {"rostrum__side": "right"}, ["G2 G1 G3", "H3 H1 H2"]),
        (3, 3, "along", {}, ["H2 | G3", "H1 | G1", "H3 | G2"]),
    ],
)
def test_each_side_by_the_rule_of_the_rostrum(hosts, guests, table, options, expected, convention):
    """R22; D as to the written-out row."""
    text = preview(
        "report_meeting",
        need(hosts, guests),
        convention(**options),
        "door",
        {"table": table},
    )

    assert text.split("\n\n")[0].splitlines() == expected
    assert "G 领导" in text


def test_superiors_face_the_door_or_sit_at_the_right_of_the_entrance(convention):
    """R18."""
    across, along = (
        make_form("report_meeting", {"table": table}).build(need(3, 3), convention())
        for table in ("across", "along")
    )
    leaders = [p for p in along.places if p.party == "guest"]

    assert {p.facing for p in across.places if p.party == "guest"} == {270.0}
    assert all(p.x * own_left(90.0)[0] < 0 for p in leaders), "entering: at the right"
    assert all(p.x * own_left(270.0)[0] > 0 for p in leaders), "towards the door: at the left"


def test_note_takers_and_interpreters_sit_behind(convention):
    layout = make_form("report_meeting", {}).build(
        need(4, 2, host_recorder=1, guest_interpreter=1), convention()
    )

    assert {p.purpose: p.party for p in layout.places if p.row == 2} == {
        "recorder": "host",
        "interpreter": "guest",
    }
    for place in layout.places:
        if place.row == 2:
            first = layout.by_id[layout.near(place.id, "behind")[0]]
            assert (first.party, first.honour) == (place.party, 1)


@settings(max_examples=40, deadline=None)
@given(hosts=st.integers(0, 60), guests=st.integers(0, 60), side=st.sampled_from(["left", "right"]))
def test_every_size(hosts, guests, side, convention):
    layout = make_form("report_meeting", {}).build(
        need(hosts, guests), convention(rostrum__side=side)
    )

    for party, count in (("host", hosts), ("guest", guests)):
        line = {p.honour: p for p in layout.seats if p.party == party}
        assert sorted(line) == list(range(1, count + 1))
        if count > 1:
            left = own_left(line[1].facing)[0] * (line[2].x - line[1].x)
            assert (left > 0) == (side == "left")
