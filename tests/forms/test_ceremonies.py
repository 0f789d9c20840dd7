"""Awards, ribbon, podium and flags.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import pytest

from seating.facts.venue import Need
from seating.forms.preview import preview
from seating.forms.registry import make_form


def need(hosts, guests):
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests})


# worked case (0 = from a rule), form, need, options, line from the audience, source
LINES = [
    (94, "podium", Need(count=3), {"podium__order": "intl"}, "2 1 3", "A2"),
    (94, "podium", Need(count=3), {"podium__order": "cn"}, "3 1 2", "A1"),
    (0, "podium", Need(count=2), {"podium__order": "intl"}, "2 1", "A2 D"),
    (0, "ribbon", Need(count=5), {"ribbon__side": "right"}, "4 2 1 3 5", "A3 D"),
    (0, "ribbon", Need(count=3), {"ribbon__side": "left"}, "3 1 2", "A3 D"),
    (0, "ribbon", Need(count=4), {"ribbon__side": "right"}, "4 2 1 3", "A3 D"),
    (92, "flags", need(1, 1), {}, "G1 H1", "I8 I9"),
    (0, "flags", need(1, 1), {"flags__two": "host-right"}, "H1 G1", "I13 I14"),
    (0, "flags", need(1, 4), {"flags__several": "host-first"}, "H1 G1 G2 G3 G4", "I8"),
    (0, "flags", need(1, 4), {"flags__several": "host-centre"}, "G3 G1 H1 G2 G4", "I10 D"),
    (0, "flags", need(1, 3), {"flags__several": "host-centre"}, "H1 G1 G2 G3", "I10"),
]


@pytest.mark.parametrize(("case", "form", "who", "options", "line", "source"), LINES)
def test_line_from_the_audience(case, form, who, options, line, source, convention):
    text = preview(form, who, convention(**options), "audience")

    assert text.splitlines()[0] == line, f"case {case}, {source}"


@pytest.mark.parametrize(("host", "line"), [("中国", "来宾 中国"), ("来宾", "中国 来宾")])
def test_case_92_flags_of_two_countries(host, line, convention):
    """I8: the guest's flag at the audience's left, whoever hosts."""
    form = make_form("flags", {})
    layout = form.build(need(1, 1), convention())
    guest = "来宾" if host == "中国" else "中国"
    names = {p.id: host if p.party == "host" else guest for p in layout.places}

    (row,) = form.lines(layout, "audience")
    assert " ".join(names[i] for i in row) == line


def test_flags_in_file_and_in_an_arc(convention):
    """I8: in file the host's flag is the foremost, in an arc it is in the middle."""
    file = make_form("flags", {"shape": "file"}).build(need(1, 3), convention())
    arc = make_form("flags", {"shape": "arc"}).build(need(1, 4), convention())
    front = min(file.places, key=lambda p: p.y)
    middle = next(p for p in arc.places if p.party == "host")

    assert front.party == "host"
    assert middle.x == 0.0
    assert [p.party for p in sorted(arc.places, key=lambda p: p.x)].index("host") == 2


def test_the_award_keeps_the_order_of_the_rostrum(convention):
    """An open-source planner as second opinion: winner i faces leader i."""
    layout = make_form("award", {}).build(Need(count=7), convention())
    text = preview("award", Need(count=7), convention())
    presenters = {p.honour: p for p in layout.places if p.purpose == "presenter"}
    recipients = {p.honour: p for p in layout.places if not p.purpose}

    assert text.splitlines()[:2] == ["P7 P5 P3 P1 P2 P4 P6", "7 5 3 1 2 4 6"]
    for rank, presenter in presenters.items():
        recipient = recipients[rank]
        assert recipient.x == presenter.x
        assert recipient.y > presenter.y
        assert (presenter.facing, recipient.facing) == (90.0, 270.0)
        assert layout.near(presenter.id, "opposite") == (recipient.id,)


def test_recipients_come_in_turns(convention):
    roles = {("", "presenter"): 3, ("", "recipient"): 8}
    form = make_form("award", {})
    layout = form.build(Need(count=11, roles=roles), convention())
    lines = [[layout.by_id[i].honour for i in line] for line in form.lines(layout, "audience")]

    assert lines == [[3, 1, 2], [3, 1, 2], [6, 4, 5], [7, 8]]
    assert {p.purpose for p in layout.places} == {"presenter", "recipient"}
    assert any("3批" in note.zh for note in layout.notes)


@pytest.mark.parametrize(("knots", "number"), [("plus", 4), ("minus", 2)])
def test_knots_of_the_ribbon(knots, number, convention):
    """A3, A4: one more or one less than cutters."""
    layout = make_form("ribbon", {}).build(Need(count=3), convention(ribbon__knots=knots))
    carpet = next(f for f in layout.fixtures if f.kind == "platform")

    assert sum(f.label.zh == "花" for f in layout.fixtures) == number
    assert carpet.depth >= 1000.0, "A3: at least one metre"


def test_more_than_five_cutters_are_remarked(convention):
    """A3."""
    form = make_form("ribbon", {})

    assert form.build(Need(count=5), convention()).notes == ()
    assert "5" in form.build(Need(count=6), convention()).notes[0].zh
