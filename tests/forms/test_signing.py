"""Signing ceremonies: worked cases by source, hands, rows, every size.

Sources: G1 cityy.com 390260, G2 dzyyw.com 239956, G3 baogaosu.com 20145346, G4 mingyanjiaju.org,
R6 laomiw.com 27679.  AUD = seen from the audience; D = the line is written out from the rule.
"""

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


def lines(hosts, guests, chosen, view="audience", **parameters):
    text = preview("signing", need(hosts, guests), chosen, view, parameters)
    return text.split("\n\n")[0].splitlines()


@pytest.mark.parametrize("pack", ["cn-domestic", "cn-foreign", "international"])
def test_case_31_and_the_rows_behind(pack, convention):
    """G1, G3 D: the right is higher at a signing table whatever the pack."""
    assert lines(4, 4, convention(pack)) == ["t G | H T", "G4 G3 G2 G1 | H1 H2 H3 H4"]


def test_guest_left_and_host_right_is_the_audiences_view_of_it(convention):
    """G3, G4, R6: host left, guest right, own view."""
    assert lines(2, 2, convention(), "seated") == ["T H | G t", "H2 H1 | G1 G2"]


def test_further_rows_and_no_assistants(convention):
    """G1, G2: front row higher than back."""
    found = lines(5, 3, convention(), per_row=2, assistants=0)

    assert found == ["G | H", "G2 G1 | H1 H2", "G3 | H3 H4", "H5"]


def test_hands_and_assistants_from_the_gaze_alone(convention):
    """G1, G2, G3: assistants at the outer side; highest nearest to the centre."""
    layout = make_form("signing", {}).build(need(3, 3), convention())

    def left(place):
        return place.x * own_left(place.facing)[0]

    def find(party, honour, purpose=""):
        return next(
            p for p in layout.places if (p.party, p.honour, p.purpose) == (party, honour, purpose)
        )

    assert left(find("host", 1, "signer")) > 0 > left(find("guest", 1, "signer"))
    for party in ("host", "guest"):
        signer, helper = find(party, 1, "signer"), find(party, 1, "assistant")
        assert abs(left(helper)) > abs(left(signer))
        assert helper.id in layout.near(signer.id, "beside")
        away = [abs(left(find(party, n))) for n in (1, 2, 3)]
        assert away == sorted(away)
        assert all(left(find(party, n)) * left(signer) > 0 for n in (1, 2, 3))
    assert all(p.y > 700.0 for p in layout.places), "behind the table"


def test_signers_by_role(convention):
    named = need(3, 3, host_signer=1, guest_signer=1, guest_assistant=2)
    layout = make_form("signing", {}).build(named, convention())

    assert layout.notes == ()
    assert sum(p.purpose == "assistant" for p in layout.places) == 3
    assert "身份" in preview("signing", need(3, 3), convention())


def test_tables_and_flags(convention):
    one = make_form("signing", {"flags": "middle"}).build(need(2, 2), convention())
    two = make_form("signing", {"tables": 2, "flags": "each"}).build(need(2, 2), convention())

    assert [f.x for f in one.fixtures if f.kind == "flag"] == [0.0]
    assert len([f for f in one.fixtures if f.kind == "table"]) == 1
    tables = [f for f in two.fixtures if f.kind == "table"]
    assert tables[0].x + tables[0].width / 2 < tables[1].x - tables[1].width / 2
    flags = [f.x for f in two.fixtures if f.kind == "flag"]
    assert flags == [p.x for p in two.places if p.purpose == "signer"]


@settings(max_examples=50, deadline=None)
@given(hosts=st.integers(0, 60), guests=st.integers(0, 60), per_row=st.integers(0, 15))
def test_every_size(hosts, guests, per_row, convention):
    form = make_form("signing", {"per_row": per_row})
    layout = form.build(need(hosts, guests), convention())

    for party, count in (("host", hosts), ("guest", guests)):
        line = [p for p in layout.seats if (p.party, p.purpose) == (party, "")]
        assert [p.honour for p in line] == list(range(1, count + 1))
        assert [p.row for p in line] == sorted(p.row for p in line)
    assert len(layout.by_id) == len(layout.places)
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places)
    for place in layout.places:
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
    audience, seated = form.lines(layout, "audience"), form.lines(layout, "seated")
    assert audience == tuple(line[::-1] for line in seated)
