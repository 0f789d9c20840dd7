"""Group photos: rows, the axis, host and guest in turn.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need
from seating.forms.photo_rows import row_sizes
from seating.forms.preview import preview
from seating.forms.registry import make_form


def need(hosts, guests):
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests})


# worked case, need, options, parameters, lines from the camera, source
CASES = [
    (47, Need(count=7), {}, {}, ["7 5 3 1 2 4 6"], "P1 T1 D"),
    (48, Need(count=10), {}, {}, ["7 5 3 1 2 4 6", "10 8 9"], "P1"),
    (50, Need(count=4), {"photo__side": "right", "photo__even": "p2"}, {}, ["3 1 2 4"], "P2"),
    (0, Need(count=4), {"photo__side": "right"}, {}, ["4 2 1 3"], "D, mirror of R23"),
    (0, Need(count=4), {}, {}, ["3 1 2 4"], "P1 with R23 D"),
    (0, Need(count=7), {"photo__side": "right"}, {}, ["6 4 2 1 3 5 7"], "P2 D"),
    (30, need(1, 1), {}, {}, ["G1 H1"], "T6"),
    (0, need(5, 4), {}, {}, ["H4 G3 H2 G1 H1 G2 H3 G4 H5"], "P1 T2 D"),
    (0, need(3, 2), {}, {}, ["H2 G1 H1 G2 H3"], "P1 T2 D"),
    (0, need(3, 3), {"photo__parties": "sides"}, {"rows": [6]}, ["G3 G2 G1 H1 H2 H3"], "P2 T6"),
]


@pytest.mark.parametrize(("case", "who", "options", "parameters", "lines", "source"), CASES)
def test_lines_from_the_camera(case, who, options, parameters, lines, source, convention):
    text = preview("photo", who, convention(**options), "audience", parameters)

    assert text.splitlines()[: len(lines)] == lines, f"case {case}, {source}"


def test_case_48_the_proposal_is_told(convention):
    form = make_form("photo", {})
    notes = form.build(Need(count=10), convention()).notes
    wanted = make_form("photo", {"rows": [10]}).build(Need(count=10), convention()).notes

    assert any("7+3" in note.zh and "7+3" in note.en for note in notes)
    assert any("7+3" in note.zh and "双数" in note.zh for note in wanted)


def test_leaders_come_last_is_remarked(convention):
    """P2."""
    notes = make_form("photo", {}).build(Need(count=20), convention()).notes

    assert any("主要领导" in note.zh for note in notes)


@settings(deadline=None)
@given(count=st.integers(1, 400), longest=st.integers(3, 30))
def test_rows_hold_everybody_and_the_front_is_odd(count, longest):
    sizes = row_sizes(count, longest)

    assert sum(sizes) == count
    assert max(sizes) <= longest
    assert sizes[0] % 2 or len(sizes) == 1


@settings(deadline=None)
@given(hosts=st.integers(1, 30), guests=st.integers(1, 30))
def test_host_and_guest(hosts, guests, convention):
    """P1: host in the middle, first guest at his right; both ends are the hosts' if they can."""
    layout = make_form("photo", {}).build(need(hosts, guests), convention())
    front = sorted((p for p in layout.places if p.row == 1), key=lambda p: p.x)
    host = next(p for p in layout.places if (p.party, p.honour) == ("host", 1))
    guest = next(p for p in layout.places if (p.party, p.honour) == ("guest", 1))

    assert guest.x < host.x, "the host's own right is the camera's left"
    assert guest.id in layout.near(host.id, "beside")
    if sum(p.party == "host" for p in front) >= 3 and len(front) >= 5:
        assert {front[0].party, front[-1].party} == {"host"}


def test_staggered_rows_stand_in_the_gaps(convention):
    straight = make_form("photo", {"rows": [5, 5]}).build(Need(count=10), convention())
    gaps = make_form("photo", {"rows": [5, 5], "staggered": True}).build(
        Need(count=10), convention()
    )

    assert straight.by_id["R2-3"].x == 0.0
    assert gaps.by_id["R2-3"].x == 325.0
    assert len(gaps.near("R2-3", "behind")) == 2
    assert [f.kind for f in gaps.fixtures].count("platform") == 1
