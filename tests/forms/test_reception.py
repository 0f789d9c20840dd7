"""Receptions: worked cases by source, hands, arrangements, every size.

Sources: T1 sjtang.com.cn 882902, T2 wawtxt.com, T4 victorzhang.cn 4199363, T6 freewechat.com,
T7 examk.com 3400308398, R8 photoint.net 2091854.  DOOR = seen from the door; D = the line is
written out from the cited rule.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.text import NOTHING
from seating.facts.venue import Need, Place, own_left
from seating.forms.neighbours import seen_from
from seating.forms.preview import preview
from seating.forms.registry import make_form

ARRANGEMENTS = ["semicircle", "row", "wall", "facing", "chairman"]


def need(hosts, guests, **roles):
    counted = {tuple(key.split("_")): n for key, n in roles.items()}
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests}, roles=counted)


def lines(hosts, guests, chosen, view="door", **parameters):
    text = preview("reception", need(hosts, guests), chosen, view, parameters)
    return text.split("\n\n")[0].splitlines()


def seat(layout, party, honour, purpose=""):
    return next(
        p for p in layout.places if (p.party, p.honour, p.purpose) == (party, honour, purpose)
    )


@pytest.mark.parametrize(
    ("source", "hosts", "guests", "pack", "expected"),
    [
        ("28, T2 T4 D", 4, 4, "cn-foreign", ["G4 G3 G2 G1 | H1 H2 H3 H4", "t | T"]),
        ("30, T6", 1, 1, "cn-foreign", ["G1 | H1", "t | T"]),
        ("§3, T1 R8", 3, 3, "cn-domestic", ["H3 H2 H1 | G1 G2 G3"]),
        ("international", 2, 2, "international", ["G2 G1 | H1 H2", "t | T"]),
    ],
)
@pytest.mark.parametrize("arrangement", ["semicircle", "row"])
def test_worked_cases_from_the_door(source, hosts, guests, pack, expected, arrangement, convention):
    found = lines(hosts, guests, convention(pack), arrangement=arrangement)

    assert found == expected, source


def test_the_seated_view_is_turned(convention):
    assert lines(2, 3, convention("cn-foreign"), "seated") == ["H2 H1 | G1 G2 G3", "T | t"]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("arrangement", ["semicircle", "row", "wall"])
def test_the_guest_sits_at_the_hand_of_the_host_that_is_named(side, arrangement, convention):
    """T6: left and right are those of the person concerned; worked out from the gaze alone."""
    form = make_form("reception", {"arrangement": arrangement})
    layout = form.build(need(4, 4), convention(reception__guest=side))
    host, guest = seat(layout, "host", 1), seat(layout, "guest", 1)
    left = own_left(host.facing)
    toward = (guest.x - host.x) * left[0] + (guest.y - host.y) * left[1]

    assert (toward > 0) == (side == "left")
    assert guest.id in layout.near(host.id, "beside")
    for party in ("host", "guest"):
        for honour in (1, 2, 3):
            near = layout.near(seat(layout, party, honour).id, "beside")
            assert seat(layout, party, honour + 1).id in near


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_interpreters_and_note_takers_sit_behind_the_principals(arrangement, convention):
    """T2, T6: behind the two."""
    form = make_form("reception", {"arrangement": arrangement})
    layout = form.build(
        need(4, 4, host_interpreter=1, guest_interpreter=1, guest_recorder=1),
        convention("cn-foreign"),
    )
    for party in ("host", "guest"):
        helper = seat(layout, party, 1, "interpreter")
        assert layout.near(helper.id, "behind") == (seat(layout, party, 1).id,)
        assert helper.row == 2
    assert seat(layout, "guest", 1, "recorder").row == 2


def test_a_back_row_where_the_front_row_is_too_short(convention):
    """T2: add a row behind."""
    assert lines(5, 3, convention(), per_side=2) == ["H2 H1 | G1 G2", "H5 H4 H3 | G3"]
    assert lines(4, 4, convention("cn-foreign"), per_side=3)[1] == "G4 t | T H4"


def test_half_circle(convention):
    layout = make_form("reception", {}).build(need(6, 6), convention("cn-foreign"))
    front = [p for p in layout.places if p.row == 1]

    assert max(p.y for p in front) == seat(layout, "host", 1).y == seat(layout, "guest", 1).y
    assert min(p.y for p in front) >= 0.0, "no more than half a circle"
    middle = Place(id="middle", label=NOTHING, honour=0, x=0.0, y=0.0)
    for place in front:
        left, ahead = seen_from(place, middle)
        assert abs(left) < 1.0, "everybody looks to the middle"
        assert ahead > 0


def test_along_a_wall_far_from_the_door_is_higher(convention):
    """T7."""
    for side, facing in (("right", 180.0), ("left", 0.0)):
        form = make_form("reception", {"arrangement": "wall"})
        layout = form.build(need(3, 3), convention(reception__guest=side))
        assert seat(layout, "guest", 1).y > seat(layout, "host", 1).y
        assert {p.facing for p in layout.places} == {facing}


def test_facing_each_other_and_the_chairmans_form(convention):
    """T7: guests face the door; in the chairman's form the host does."""
    for arrangement, upper in (("facing", "guest"), ("chairman", "host")):
        form = make_form("reception", {"arrangement": arrangement})
        layout = form.build(need(3, 3), convention("cn-foreign"))
        assert {p.facing for p in layout.places if p.party == upper} == {270.0}
        assert {p.facing for p in layout.places if p.party != upper} == {90.0}
        first = seat(layout, "guest", 1)
        assert seat(layout, "host", 1).id in layout.near(first.id, "opposite")
        assert seen_from(first, seat(layout, "guest", 2))[0] < 0, "2 at the own right"


@settings(max_examples=60, deadline=None)
@given(
    hosts=st.integers(0, 60),
    guests=st.integers(0, 60),
    arrangement=st.sampled_from(ARRANGEMENTS),
    side=st.sampled_from(["left", "right"]),
    per_side=st.integers(0, 20),
)
def test_every_size(hosts, guests, arrangement, side, per_side, convention):
    form = make_form("reception", {"arrangement": arrangement, "per_side": per_side})
    layout = form.build(need(hosts, guests), convention(reception__guest=side))

    for party, count in (("host", hosts), ("guest", guests)):
        ranks = [p.honour for p in layout.seats if (p.party, p.purpose) == (party, "")]
        assert ranks == list(range(1, count + 1))
    assert len(layout.by_id) == len(layout.places)
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places)
    for place in layout.places:
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
            assert layout.by_id[other].row == place.row
        for other in layout.near(place.id, "opposite"):
            assert (place.facing - layout.by_id[other].facing) % 360 == 180.0
            assert seen_from(place, layout.by_id[other])[1] > 0
    ids = [i for line in form.lines(layout, "door") for i in line if i != "|"]
    assert sorted(ids) == sorted(layout.by_id)
