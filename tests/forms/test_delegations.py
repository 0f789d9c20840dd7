"""Delegations: alphabetical with a drawn first seat, files, rotation.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.event import PrecedenceSpec
from seating.facts.people import Person
from seating.facts.venue import Need
from seating.forms.delegation_order import blocks, drawn, members, one_left
from seating.forms.form import FormError
from seating.forms.preview import preview
from seating.forms.registry import make_form
from seating.precedence.order import arrange

STATES = Need(count=4, parties={"Mali": 1, "Zambia": 1, "Albania": 1, "Yemen": 1})


def test_case_89_first_seat_drawn(convention):
    """I3 D: front row from the podium's right, that is from the left facing the podium."""
    seated = {"first": "Yemen"}
    facing = preview("delegations", STATES, convention("international"), "audience", seated)
    podium = preview("delegations", STATES, convention("international"), "seated", seated)

    assert facing.splitlines()[0] == "Yemen Zambia Albania Mali"
    assert podium.splitlines()[0] == "Mali Albania Zambia Yemen"


def test_case_60_members_of_the_second_year():
    """H3 D."""
    assert members(10, 1) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert members(10, 2) == [3, 4, 5, 6, 7, 8, 9, 10, 1, 2]


def test_case_60_blocks_inside_out():
    """H3: inner blocks move out, outer blocks in; the steps are derived."""
    first, second = blocks("ABCDE", 1), blocks("ABCDE", 2)
    away = {name: abs(i - 2) for i, name in enumerate(first)}

    assert first == list("ABCDE")
    assert sorted(second) == first
    for i, name in enumerate(second):
        assert abs(i - 2) >= away[name] or away[name] == 2, f"{name} moved inwards"
    assert blocks("ABCDE", 6) == first
    assert second.index("C") != 2


def test_case_60_files_in_a_hall(convention):
    need = Need(count=40, parties=dict.fromkeys("ABCDE", 10))
    parameters = {"style": "files", "abreast": 1, "leader": False, "session": 2}
    layout = make_form("delegations", parameters).build(
        need, convention(delegations__rotation="blocks")
    )
    file = sorted((p for p in layout.places if p.party == "A"), key=lambda p: -p.y)

    assert [p.honour for p in file] == [3, 4, 5, 6, 7, 8, 9, 10, 1, 2]
    assert len({p.x for p in file}) == 1


def test_the_leader_keeps_the_front(convention):
    """H3, H4: delegation leaders in the first row."""
    need = Need(count=33, parties=dict.fromkeys("ABC", 11))
    parameters = {"style": "files", "session": 3}
    layout = make_form("delegations", parameters).build(
        need, convention(delegations__rotation="blocks")
    )

    leaders = [p for p in layout.places if "leader" in p.features]
    assert {p.honour for p in leaders} == {1}
    assert {p.row for p in leaders} == {1}


def test_one_place_on_each_session(convention):
    """I6."""
    chosen = convention(delegations__rotation="one-left")
    text = preview("delegations", STATES, chosen, None, {"session": 2})

    assert text.splitlines()[0] == "Mali Yemen Zambia Albania"


@settings(deadline=None)
@given(items=st.lists(st.integers(), unique=True, max_size=40), session=st.integers(1, 50))
def test_rotations_only_move(items, session):
    assert sorted(blocks(items, session)) == sorted(items)
    assert sorted(one_left(items, session)) == sorted(items)
    assert sorted(members(len(items), session)) == list(range(1, len(items) + 1))


def test_an_unknown_first_delegation(convention):
    with pytest.raises(FormError, match="Atlantis"):
        make_form("delegations", {"first": "Atlantis"}).build(STATES, convention())


def test_seats_as_given(convention):
    parameters = {"delegation": [{"name": "B", "seats": 3}, {"name": "A"}], "order": "given"}
    layout = make_form("delegations", parameters).build(
        Need(count=2, parties={"A": 2}), convention()
    )

    assert [p.id for p in layout.places] == ["B-1", "B-2", "B-3", "A-1", "A-2"]
    assert layout.near("B-3", "behind") == ("B-1",)


def test_drawn_wraps():
    assert drawn(["a", "b", "c"], "c") == ["c", "a", "b"]
    assert drawn(["a", "b", "c"], "") == ["a", "b", "c"]


def test_case_90_ambassadors_by_class_then_date_and_time():
    """I1 D: A 4 May 10:00, B 4 May 09:00, C chargé d'affaires 1 January."""
    a = Person(id="A", name="A", rank=1, seniority="2026-05-04T10:00")
    b = dataclasses.replace(a, id="B", name="B", seniority="2026-05-04T09:00")
    c = dataclasses.replace(a, id="C", name="C", rank=3, seniority="2026-01-01T00:00")
    order = arrange([a, b, c], (), PrecedenceSpec(by=("rank", "seniority", "id")))

    assert list(order.ids) == ["B", "A", "C"]
