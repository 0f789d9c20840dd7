"""Seats around one round table; index 0 = 12 o'clock, clockwise.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import pytest

from seating.facts.venue import Need, own_left
from seating.forms.preview import preview
from seating.forms.registry import make_form


def parties(hosts, guests, **roles):
    found = {("guest", role): number for role, number in roles.items()}
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests}, roles=found)


@pytest.mark.parametrize(
    ("case", "hosts", "guests", "expected", "source"),
    [
        (0, 2, 6, {0: "H1", 7: "G1", 1: "G2", 4: "H2", 3: "G3", 5: "G4"}, "R6 D"),
        (38, 2, 8, {0: "H1", 9: "G1", 1: "G2", 5: "H2", 4: "G3", 6: "G4"}, "R6 B11 D"),
        (39, 2, 10, {0: "H1", 11: "G1", 1: "G2", 6: "H2", 5: "G3", 7: "G4"}, "B10 D"),
    ],
)
def test_two_hosts(case, hosts, guests, expected, source, convention):
    lines = preview("round_table", parties(hosts, guests), convention()).splitlines()

    assert {i: lines[i] for i in expected} == {i: f"{i}: {who}" for i, who in expected.items()}


def test_one_host_and_guests_in_turn_at_right_and_left(convention):
    """B1, B11."""
    chosen = convention(banquet__round="one-host")
    lines = preview("round_table", parties(1, 7), chosen).splitlines()

    assert lines[:8] == ["0: H1", "1: G2", "2: G4", "3: G6", "4: G7", "5: G5", "6: G3", "7: G1"]


def test_the_chief_guest_at_the_top_left_first(convention):
    """B5, B6, B7: guests only."""
    chosen = convention(banquet__round="guest-top")
    lines = preview("round_table", Need(count=8), chosen).splitlines()

    assert lines[:8] == ["0: 1", "1: 2", "2: 4", "3: 6", "4: 8", "5: 7", "6: 5", "7: 3"]
    mixed = preview("round_table", parties(2, 6), chosen).splitlines()
    assert (mixed[0], mixed[1], mixed[7], mixed[4]) == ("0: G1", "1: G2", "7: G3", "4: H1")


def test_case_41_couples_crossed(convention):
    """B12, W2 D: chief guest at the hostess's right, his wife at the host's right."""
    chosen = convention(banquet__couples="cross")
    lines = preview("round_table", parties(2, 2), chosen, None, {"couples": True}).splitlines()

    assert lines[:4] == ["0: H1", "1: G1", "2: H2", "3: G2"]


def test_couples_same(convention):
    """T2, B8: chief guest at the host's right, his wife at the hostess's right."""
    chosen = convention(banquet__couples="same")
    lines = preview("round_table", parties(2, 8), chosen, None, {"couples": True}).splitlines()

    assert (lines[9], lines[4], lines[1], lines[6]) == ("9: G1", "4: G2", "1: G3", "6: G4")


@pytest.mark.parametrize(("size", "possible"), [(s, s % 4 != 0) for s in range(6, 26, 2)])
def test_case_43_alternation_is_impossible_for_multiples_of_four(size, possible, convention):
    """B4, W3."""
    chosen = convention("cn-foreign")
    form = make_form("round_table", {"couples": True})
    layout = form.build(parties(2, size - 2), chosen)
    sexes = ["male" in p.features for p in layout.places]
    alternates = all(sexes[i] != sexes[i - 1] for i in range(size))

    assert alternates == possible
    assert [n for n in layout.notes if "4的倍数" in n.zh] == ([] if possible else [layout.notes[0]])


def test_interpreter_sits_after_the_chief_guest_and_has_no_rank(convention):
    """B15, T10; index n-2 is our own choice."""
    layout = make_form("round_table", {}).build(parties(2, 7, interpreter=1), convention())
    chair = layout.places[8]

    assert (chair.purpose, chair.party, chair.honour) == ("interpreter", "guest", 1)
    assert sorted(p.honour for p in layout.places if p.party == "guest" and not p.purpose) == [
        1, 2, 3, 4, 5, 6, 7,
    ]  # fmt: skip


def test_right_hand_at_the_table_is_the_own_right(convention):
    layout = make_form("round_table", {}).build(parties(2, 8), convention())
    host, guest = layout.places[0], next(p for p in layout.places if p.honour == 1 and p.number > 1)
    left = own_left(host.facing)

    assert host.facing == 270.0, "faces the door below"
    assert guest.party == "guest"
    assert (guest.x - host.x) * left[0] + (guest.y - host.y) * left[1] < 0
    assert guest.x < host.x, "the door's left"
