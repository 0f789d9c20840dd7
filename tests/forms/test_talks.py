"""Bilateral talks: worked cases by source, left and right, numbers of every size.

Sources: T1 sjtang.com.cn 882902, T2 wawtxt.com, T3 cedua.com, T4 victorzhang.cn 4199363,
T5 ssshow.cc 58, T9 zhuangpeitu.com, T10 soutijiangok.com, T11 chinaidiom.com, R4 wendadaohang.com,
R18 xei.net.cn 211572, R22 zuankewang.com 223046.  DOOR = seen from the door, left to right; D =
the position is fixed by the cited rule, the line written out by arithmetic.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need, own_left
from seating.forms.form import FormError
from seating.forms.neighbours import seen_from
from seating.forms.preview import preview
from seating.forms.registry import make_form

ORDERS = ["r2r", "r2l", "left", "face-pairs"]
WHERE = ["right", "mirror", "behind"]


def need(hosts, guests, **roles):
    """``guest_interpreter=2`` is two interpreters of the guests."""
    counted = {tuple(key.split("_")): n for key, n in roles.items()}
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests}, roles=counted)


def lines(hosts, guests, chosen, view="door", **parameters):
    text = preview("talks", need(hosts, guests), chosen, view, parameters)
    return text.split("\n\n")[0].splitlines()


def seat(layout, party, honour, purpose=""):
    return next(
        p for p in layout.places if (p.party, p.honour, p.purpose) == (party, honour, purpose)
    )


def hand_of(one, other):
    """The own hand of ``one`` at which ``other`` sits, worked out from his gaze alone."""
    left = own_left(one.facing)
    toward = (other.x - one.x) * left[0] + (other.y - one.y) * left[1]
    return "left" if toward > 1 else "right" if toward < -1 else "ahead"


CASES = [
    ("24, R4 T4 D", 5, {"order": "r2l"}, ["G5 G3 t G1 G2 G4", "H4 H2 H1 T H3 H5"]),
    ("§2.1, T1 T5 T9 D", 5, {"order": "r2r"}, ["G4 G2 t G1 G3 G5", "H5 H3 H1 T H2 H4"]),
    ("27, T1 T11 D", 1, {"order": "r2l", "interpreter": "mirror"}, ["G1 t", "H1 T"]),
    ("21, T3 T4", 1, {"order": "r2l"}, ["t G1", "H1 T"]),
    ("R22, no interpreter", 5, {"order": "left"}, ["G5 G3 G1 G2 G4", "H4 H2 H1 H3 H5"]),
    ("R22, even", 4, {"order": "left"}, ["G3 G1 G2 G4", "H4 H2 H1 H3"]),
    ("pairs", 5, {"order": "face-pairs"}, ["G4 G2 G1 G3 G5", "H4 H2 H1 H3 H5"]),
    (
        "T3, some countries",
        3,
        {"order": "r2l", "interpreter": "behind"},
        ["G3 G1 G2", "H2 H1 H3", "t", "T"],
    ),
]


@pytest.mark.parametrize(("source", "count", "options", "expected"), CASES)
def test_worked_cases_from_the_door(source, count, options, expected, convention):
    chosen = convention("cn-foreign", **{f"talks__{k}": v for k, v in options.items()})

    assert lines(count, count, chosen) == expected, source


def test_case_24_is_the_custom_with_foreign_guests(convention):
    assert lines(5, 5, convention("cn-foreign")) == ["G5 G3 t G1 G2 G4", "H4 H2 H1 T H3 H5"]


def test_case_21_guests_face_the_door(convention):
    """T3, T4."""
    layout = make_form("talks", {}).build(need(3, 3), convention("cn-foreign"))
    door = next(f for f in layout.fixtures if f.kind == "door")

    assert door.y < min(p.y for p in layout.places)
    assert {p.facing for p in layout.places if p.party == "guest"} == {270.0}
    assert {p.facing for p in layout.places if p.party == "host"} == {90.0}


def test_cases_22_and_23_along_the_room(convention):
    """T2, T5: entering, guests at the right; R18: looking at the door, guests at the left."""
    layout = make_form("talks", {"table": "along"}).build(need(3, 3), convention("cn-foreign"))
    entering, leaving = own_left(90.0)[0], own_left(270.0)[0]

    assert all(p.x * entering < 0 for p in layout.places if p.party == "guest")
    assert all(p.x * leaving > 0 for p in layout.places if p.party == "guest")
    assert {p.facing for p in layout.places if p.party == "guest"} == {180.0}
    chosen = convention("cn-foreign")
    assert lines(2, 2, chosen, table="along") == ["H2 | t", "H1 | G1", "T | G2"]
    assert lines(2, 2, chosen, "seated", table="along") == ["G2 | T", "G1 | H1", "t | H2"]


def test_case_26_an_interpreter_takes_a_chair_but_no_rank(convention):
    """T10: [G1, t, G2] is three chairs and the ranks 1 and 2."""
    layout = make_form("talks", {}).build(
        need(2, 2, guest_interpreter=1), convention("cn-foreign", talks__order="r2r")
    )
    guests = [p for p in layout.places if p.party == "guest"]

    assert len(guests) == 3
    assert sorted(p.honour for p in guests if not p.purpose) == [1, 2]
    assert [p.honour for p in guests if p.purpose == "interpreter"] == [1]


@pytest.mark.parametrize("table", ["across", "along"])
@pytest.mark.parametrize("order", ["r2r", "r2l"])
@pytest.mark.parametrize("where", ["right", "mirror"])
def test_hands_are_those_of_the_person_seated(table, order, where, convention):
    """Fails if left and right are exchanged anywhere: only the gaze is used."""
    layout = make_form("talks", {"table": table}).build(
        need(5, 5), convention("cn-foreign", talks__order=order, talks__interpreter=where)
    )
    for party in ("host", "guest"):
        first = seat(layout, party, 1)
        second = "right" if order == "r2r" else "left"
        mirrored = where == "mirror" and party == "guest"
        assert hand_of(first, seat(layout, party, 2)) == second
        assert hand_of(first, seat(layout, party, 3)) != second
        assert hand_of(first, seat(layout, party, 1, "interpreter")) == (
            "left" if mirrored else "right"
        )
        assert seat(layout, party, 1, "interpreter").id in layout.near(first.id, "beside")


def test_recorders_sit_behind_and_further_interpreters_too(convention):
    """T3, T11: note-takers in the back row."""
    layout = make_form("talks", {}).build(
        need(3, 3, guest_interpreter=2, guest_recorder=1, host_recorder=2),
        convention("cn-foreign"),
    )
    first, second = seat(layout, "guest", 1), seat(layout, "guest", 2, "interpreter")

    assert first.id in layout.near(second.id, "behind")
    assert [p.id for p in layout.places if p.party == "host" and p.row == 2] == ["H2-1", "H2-2"]
    assert not [p for p in layout.places if p.party == "host" and p.purpose == "interpreter"]
    assert all(p.purpose for p in layout.places if p.row == 2)


def test_chairs_for_interpreters_can_be_left_out_or_kept(convention):
    chosen = convention("cn-foreign")

    assert lines(3, 3, chosen, interpreters=0) == ["G3 G1 G2", "H2 H1 H3"]
    assert lines(3, 3, convention(), interpreters=1) == ["G3 t G1 G2", "H2 H1 T H3"]
    assert "interpreters = 0" in preview("talks", need(3, 3), chosen)
    assert "interpreters = 0" not in preview("talks", need(3, 3), convention())


def test_unequal_sides_keep_their_principals_opposite(convention):
    layout = make_form("talks", {}).build(need(3, 8), convention("cn-foreign"))
    host, guest = seat(layout, "host", 1), seat(layout, "guest", 1)

    assert host.x == guest.x == 0.0
    assert guest.id in layout.near(host.id, "opposite")
    assert any("客方多于主方" in note.zh for note in layout.notes)


@pytest.mark.parametrize("where", WHERE)
def test_pairs_face_each_other(where, convention):
    chosen = convention("cn-foreign", talks__order="face-pairs", talks__interpreter=where)
    layout = make_form("talks", {"interpreters": 1}).build(need(7, 7), chosen)
    for honour in range(1, 8):
        other = seat(layout, "guest", honour).id
        assert layout.near(seat(layout, "host", honour).id, "opposite") == (other,)


def test_one_interpreter_alone_sits_behind_where_pairs_face(convention):
    chosen = convention("cn-foreign", talks__order="face-pairs")
    layout = make_form("talks", {}).build(need(3, 3, guest_interpreter=1), chosen)

    assert seat(layout, "guest", 1, "interpreter").row == 2
    assert any("坐后排" in note.zh for note in layout.notes)


def test_somebody_of_neither_side(convention):
    with pytest.raises(FormError, match="no side"):
        make_form("talks", {}).build(Need(count=5, parties={"host": 2, "": 3}), convention())


def test_without_sides_they_are_halved_and_said_so(convention):
    text = preview("talks", Need(count=5), convention())

    assert text.splitlines()[:2] == ["G3 G1 G2", "H2 H1"]
    assert "主方2人、客方3人" in text


@settings(max_examples=60, deadline=None)
@given(
    hosts=st.integers(0, 60),
    guests=st.integers(0, 60),
    order=st.sampled_from(ORDERS),
    where=st.sampled_from(WHERE),
    table=st.sampled_from(["across", "along"]),
    interpreters=st.integers(-1, 2),
    recorders=st.integers(0, 3),
)
def test_every_size(hosts, guests, order, where, table, interpreters, recorders, convention):
    chosen = convention("cn-foreign", talks__order=order, talks__interpreter=where)
    form = make_form(
        "talks", {"table": table, "interpreters": interpreters, "recorders": recorders}
    )
    layout = form.build(need(hosts, guests), chosen)

    for party, count in (("host", hosts), ("guest", guests)):
        ranks = [p.honour for p in layout.seats if (p.party, p.purpose) == (party, "")]
        assert ranks == list(range(1, count + 1))
    assert len(layout.by_id) == len(layout.places)
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places)
    for place in layout.places:
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
        for other in layout.near(place.id, "opposite"):
            there = layout.by_id[other]
            assert (place.facing - there.facing) % 360 == 180.0
            assert seen_from(place, there)[1] > 0
            assert seen_from(there, place)[1] > 0
            assert place.party != there.party
    door, seated = form.lines(layout, "door"), form.lines(layout, "seated")
    for row in (1, 2):
        flat = [[i for line in view for i in line if i != "|"] for view in (door, seated)]
        flat = [[i for i in ids if layout.by_id[i].row == row] for ids in flat]
        assert flat[0] == flat[1][::-1], "turned by 180°"


def test_the_plan_in_text(convention):
    form = make_form("talks", {"recorders": 1})
    layout = form.build(need(3, 3), convention("cn-foreign"))
    marks = {p.id: form.mark(p) for p in layout.places}

    assert form.sketch(layout, marks, "door").splitlines() == [
        "      r",
        "G3 t  G1 G2",
        "",
        "   H2 H1 T  H3",
        "      R",
    ]
