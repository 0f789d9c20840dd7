"""Western tables: couples, alternation, ends or middle; the top table.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import pytest

from seating.facts.venue import Need
from seating.forms.preview import preview
from seating.forms.registry import make_form


def need(hosts, guests):
    return Need(count=hosts + guests, parties={"host": hosts, "guest": guests})


def around(convention, size, **options):
    text = preview("western_table", need(2, size - 2), convention("western-dinner", **options))
    return text.splitlines()[0].split()


def test_case_44_english_table_of_five_couples(convention):
    """W1 D."""
    expected = ["Host", "F1", "M3", "F4", "M2", "Hostess", "M1", "F3", "M4", "F2"]

    assert around(convention, 10) == expected
    assert around(convention, 10, western__hosts="centre") == expected
    plain = preview("western_table", Need(count=10), convention("western-dinner"))
    assert plain.splitlines()[0].split() == expected, "also where nobody's side is known"


@pytest.mark.parametrize("size", range(4, 42, 2))
@pytest.mark.parametrize("fours", ["adjacent", "shift", "pairs"])
@pytest.mark.parametrize("hosts", ["ends", "centre"])
def test_sexes_and_couples(size, fours, hosts, convention):
    """W1, W3: alternation; 6, 10, 14, 18 work, multiples of four break or the hostess moves."""
    form = make_form("western_table", {})
    chosen = convention("western-dinner", western__fours=fours, western__hosts=hosts)
    layout = form.build(need(2, size - 2), chosen)
    sexes = ["male" in p.features for p in layout.places]
    breaks = sum(sexes[i] == sexes[i - 1] for i in range(size))
    by_rank = {(p.party, p.honour): p.number - 1 for p in layout.places}

    if size % 4 == 2 or (fours != "adjacent" and size >= 8):
        assert breaks == 0
    else:
        assert breaks == 2, "two men together and two women together"
        assert any("4的倍数" in note.zh for note in layout.notes)
    hostess = by_rank["host", 2]
    if size >= 6:
        assert (hostess - by_rank["guest", 1]) % size == 1, "chief guest at the hostess's right"
        assert by_rank["guest", 2] == size - 1, "his wife at the host's right"
    together = [
        link
        for link in layout.links
        if link.relation == "beside" and _couple(layout, link.a) == _couple(layout, link.b) != 0
    ]
    if size % 4 == 2 or fours == "adjacent":
        assert not (together and size >= 6)
    assert bool(together) == any("夫妇相邻" in note.zh for note in layout.notes)


def _couple(layout, place_id):
    place = layout.by_id[place_id]
    return (place.honour + 1) // 2 if place.party == "guest" else 0


def test_hosts_at_the_ends_or_in_the_middle(convention):
    """W2: English and French style."""
    form = make_form("western_table", {})
    ends = form.build(need(2, 8), convention("western-dinner")).places
    middle = form.build(need(2, 8), convention("western-dinner", western__hosts="centre")).places

    assert (ends[0].x, ends[5].x, middle[0].x, middle[5].x) == (0, 0, 0, 0)
    assert ends[0].y == -ends[5].y == max(p.y for p in ends) > 1000
    assert middle[0].y == -middle[5].y == max(p.y for p in middle) < 1000
    assert {p.facing for p in middle} == {90.0, 270.0}


def test_two_places_at_each_end(convention):
    """W1, W7: the hosts share the ends."""
    chosen = convention("western-dinner", western__fours="pairs")
    places = make_form("western_table", {}).build(need(2, 6), chosen).places
    host, hostess = places[0], places[5]

    assert sum(p.facing == 270.0 for p in places) == sum(p.facing == 90.0 for p in places) == 2
    assert (host.facing, hostess.facing) == (270.0, 90.0)


def test_sexes_in_orders_of_their_own(convention):
    layout = make_form("western_table", {"guests": "sexes"}).build(
        need(2, 8), convention("western-dinner")
    )
    ladies = sorted(p.honour for p in layout.places if p.purpose == "lady")
    text = preview(
        "western_table", need(2, 8), convention("western-dinner"), None, {"guests": "sexes"}
    )

    assert ladies == [1, 2, 3, 4]
    assert text.splitlines()[0] == "Host F1 M3 F4 M2 Hostess M1 F3 M4 F2"


def test_without_pairs_by_rank(convention):
    """W4: guests by precedence at the hosts' hands, further hosts among them."""
    layout = make_form("western_table", {}).build(need(3, 8), convention("western-dinner"))
    marks = [f"{p.party[0]}{p.honour}" for p in layout.places]

    assert marks[0] == "h1"
    assert (marks[-1], marks[1]) == ("g1", "g2")
    assert any("按位次排" in note.zh for note in layout.notes)


@pytest.mark.parametrize(
    ("hosts", "guests", "parameters", "line", "source"),
    [
        (1, 4, {}, "G3 G1 H1 G2 G4", "W5 D"),
        (1, 2, {}, "G1 H1 G2", "W4 W5"),
        (3, 6, {}, "H2 G5 G3 G1 H1 G2 G4 G6 H3", "W4: home team among the guests, D"),
        (2, 2, {"spouses": True}, "H2 G1 H1 G2", "W4 D"),
    ],
)
def test_top_table(hosts, guests, parameters, line, source, convention):
    text = preview("top_table", need(hosts, guests), convention(), "audience", parameters)

    assert text.splitlines()[0] == line, source


def test_top_table_without_sides(convention):
    assert preview("top_table", Need(count=5), convention()).splitlines()[0] == "4 2 1 3 5"


def test_pack_of_western_dinners(rules):
    pack = rules("western-dinner")
    options = {o["name"]: {c["value"] for c in o["choice"]} for o in rules("options")["option"]}

    assert pack["pack"]["extends"] == "international"
    assert "http" in pack["pack"]["source"]
    assert all(value in options[key] for key, value in pack["options"].items())
