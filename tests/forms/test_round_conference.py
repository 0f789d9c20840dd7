"""Several parties around a table without a head: worked cases, turning, hands, every size.

Sources: T2 wawtxt.com, T3 cedua.com, T12 szb.sxworker.com 2004-03/26/346402 (six-party talks,
newspaper report), I3 ask.un.org 14612, and two agency reports of the same talks:
news.sina.com.cn 2003-08-27/1456645354s (order of seats) and 2005-07-25/16496524422s (who sat
where).
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

SIX = ["朝鲜", "日本", "中国", "韩国", "俄罗斯", "美国"]  # alphabetical by their English names


def build(parties, chosen, each=1, **parameters):
    need = Need(count=each * len(parties), parties=dict.fromkeys(parties, each))
    return make_form("round_conference", {"each": each, **parameters}).build(need, chosen)


def head(layout, party):
    return next(p for p in layout.places if p.party == party and p.honour == 1)


def next_hand(layout, one, other):
    left = own_left(head(layout, one).facing)
    a, b = head(layout, one), head(layout, other)
    return "left" if (b.x - a.x) * left[0] + (b.y - a.y) * left[1] > 0 else "right"


def test_case_33_host_with_his_back_to_the_main_entrance(convention):
    """T12: then the others 朝 日 韩 俄 美, read as one after another."""
    order = ["中国", "朝鲜", "日本", "韩国", "俄罗斯", "美国"]
    layout = build(order, convention("cn-foreign"), each=5, edge="polygon", behind=2)
    door = next(f for f in layout.fixtures if f.kind == "door")
    host = head(layout, "中国")

    assert host.facing == 90.0
    assert abs(host.x - door.x) < 1.0
    assert door.y < host.y < 0.0
    assert len([f for f in layout.fixtures if f.kind == "table"]) == 6
    for one, other in zip(order, [*order[1:], order[0]], strict=True):
        assert next_hand(layout, one, other) == "right"
    for party in order:
        assert [p.row for p in layout.seats if p.party == party] == [1] * 5 + [2] * 5 + [3] * 5


def test_the_six_party_talks_as_agencies_reported_them(convention):
    """2003: alphabetical circle, 朝 and 韩 opposite, 朝 and 美 adjacent; 2005: 美 opposite 中,
    韩 and 俄 at the west and 日 and 朝 at the east of a host who faced south.
    """
    layout = build(SIX, convention("cn-foreign"), each=5, host="中国", edge="polygon")
    host = head(layout, "中国")

    assert host.facing == 90.0, "back to the entrance"
    assert layout.near(host.id, "opposite") == (head(layout, "美国").id,)
    assert layout.near(head(layout, "朝鲜").id, "opposite") == (head(layout, "韩国").id,)
    assert {p: seen_from(host, head(layout, p))[0] > 1000 for p in SIX if p not in "中国美国"} == {
        "日本": True, "朝鲜": True, "韩国": False, "俄罗斯": False,
    }  # fmt: skip
    beside = {
        layout.by_id[other].party
        for p in layout.places
        if p.party == "朝鲜"
        for other in layout.near(p.id, "beside")
    }
    assert beside == {"朝鲜", "日本", "美国"}


def test_case_89_the_state_drawn_has_the_first_seat(convention):
    """I3 D: the alphabet follows and begins again."""
    states = ["Albania", "Mali", "Yemen", "Zambia"]
    for parameters in ({"host": "Yemen"}, {"first": 3}):
        layout = build(states, convention("un-conference"), **parameters)
        first = head(layout, "Yemen")
        assert first.facing == 270.0
        order, at = ["Yemen"], first
        while len(order) < 4:
            left, right = (
                own_left(at.facing),
                [layout.by_id[i] for i in layout.near(at.id, "beside")],
            )
            at = min(right, key=lambda p: (p.x - at.x) * left[0] + (p.y - at.y) * left[1])
            order.append(at.party)
        assert order == ["Yemen", "Zambia", "Albania", "Mali"]


@pytest.mark.parametrize(
    ("side", "expected"),
    [("left", ["1", "3 2", "5 4", "6"]), ("right", ["1", "2 3", "4 5", "6"])],
)
def test_an_internal_meeting_runs_from_the_chair_to_both_hands(side, expected, convention):
    """R13: own left first; T1: the chair faces the door.  D."""
    chosen = convention(round__direction=side)
    text = preview("round_conference", Need(count=6), chosen, "door")

    assert text.split("\n\n")[0].splitlines() == expected


@pytest.mark.parametrize("direction", ["left", "right"])
@pytest.mark.parametrize("first", ["facing", "back"])
@pytest.mark.parametrize("edge", ["round", "polygon"])
def test_direction_and_first_seat_from_the_gaze_alone(direction, first, edge, convention):
    chosen = convention("cn-foreign", round__direction=direction, round__first=first)
    layout = build(list("ABCDE"), chosen, each=3, edge=edge)

    assert head(layout, "A").facing == (270.0 if first == "facing" else 90.0)
    for one, other in zip("ABCD", "BCDE", strict=True):
        assert next_hand(layout, one, other) == direction
    second = next(p for p in layout.places if (p.party, p.honour) == ("A", 2))
    assert seen_from(head(layout, "A"), second)[0] < 0, "cn-foreign: 2 at the head's right"


def test_parties_of_different_size_and_rows_behind(convention):
    need = Need(count=9, parties={"A": 5, "B": 3, "C": 1})
    layout = make_form("round_conference", {"each": 3}).build(need, convention("cn-foreign"))

    assert [p.row for p in layout.seats if p.party == "A"] == [1, 1, 1, 2, 2]
    rear = next(p for p in layout.seats if p.party == "A" and p.honour == 4)
    assert head(layout, "A").id in layout.near(rear.id, "behind")


def test_people_without_named_parties_are_cut(convention):
    form = make_form("round_conference", {"parties": 3, "first": 2})
    layout = form.build(Need(count=12), convention("cn-foreign"))
    first = min((p for p in layout.places if p.row == 1), key=lambda p: p.y)

    assert [p.honour for p in layout.seats] == list(range(1, 13))
    assert first.honour == 5, "the second four"


@pytest.mark.parametrize(
    ("parameters", "said"),
    [({"host": "Z"}, "'Z'"), ({"first": 4}, "first = 4"), ({"edge": "polygon"}, "polygon")],
)
def test_what_cannot_be(parameters, said, convention):
    parties = ["A", "B"] if "edge" in parameters else ["A", "B", "C"]
    with pytest.raises(FormError, match=said):
        build(parties, convention(), **parameters)


@pytest.mark.parametrize("option", ["round.order", "round.first", "round.direction"])
def test_the_un_pack_chooses_what_exists(option, rules):
    pack = rules("un-conference")
    known = {o["name"]: {c["value"] for c in o["choice"]} for o in rules("options")["option"]}

    assert pack["options"][option] in known[option]
    assert all(value in known[key] for key, value in pack["options"].items())
    assert "http" in pack["pack"]["source"]


@settings(max_examples=60, deadline=None)
@given(
    number=st.integers(1, 20),
    each=st.integers(1, 6),
    order=st.sampled_from(["around", "alternate"]),
    edge=st.sampled_from(["round", "polygon"]),
    behind=st.integers(0, 2),
)
def test_every_size(number, each, order, edge, behind, convention):
    if edge == "polygon" and number < 3:
        return
    chosen = convention("cn-foreign", round__order=order)
    parties = [f"P{i}" for i in range(number)]
    layout = build(parties, chosen, each=each, edge=edge, behind=behind)

    for party in parties:
        ranks = [p.honour for p in layout.seats if p.party == party]
        assert ranks == list(range(1, each * (1 + behind) + 1))
    assert len({(p.x, p.y) for p in layout.places}) == len(layout.places) == len(layout.by_id)
    for place in layout.places:
        for other in layout.near(place.id, "beside"):
            assert place.id in layout.near(other, "beside")
            assert layout.by_id[other].row == place.row
        for other in layout.near(place.id, "opposite"):
            assert seen_from(place, layout.by_id[other])[1] > 0
            assert seen_from(layout.by_id[other], place)[1] > 0
