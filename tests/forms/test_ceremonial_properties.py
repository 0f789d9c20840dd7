"""What holds for every size of banquet, photo, vehicle, ceremony and delegation."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.venue import Need, own_left
from seating.forms.preview import preview, preview_data
from seating.forms.registry import form_class, make_form
from seating.forms.ring import Company, ring
from seating.forms.table_order import grid, table_order

FORMS = (
    "award",
    "banquet",
    "delegations",
    "flags",
    "photo",
    "podium",
    "ribbon",
    "round_table",
    "top_table",
    "vehicle",
    "western_table",
)
CHOICES = {
    "banquet__head": ["axis", "far", "centre", "stage"],
    "banquet__tables_side": ["right", "left"],
    "banquet__orientation": ["same", "head-table"],
    "banquet__round": ["two-hosts", "one-host", "guest-top"],
    "banquet__couples": ["same", "cross"],
    "western__hosts": ["ends", "centre"],
    "western__fours": ["adjacent", "shift", "pairs"],
    "photo__side": ["left", "right"],
    "photo__even": ["a", "p2"],
    "photo__parties": ["interleaved", "sides"],
    "vehicle__behind_driver": ["no", "yes"],
    "vehicle__mpv": ["rear", "middle"],
    "flags__two": ["guest-right", "host-right"],
    "flags__several": ["host-first", "host-centre"],
    "podium__order": ["cn", "intl"],
}
OPTIONS = st.fixed_dictionaries({k: st.sampled_from(v) for k, v in CHOICES.items()})
NEEDS = st.one_of(
    st.builds(Need, count=st.integers(0, 60)),
    st.builds(
        lambda h, g, i: Need(
            count=h + g,
            parties={"host": h, "guest": g},
            roles={("guest", "interpreter"): i} if i else {},
        ),
        st.integers(0, 20),
        st.integers(0, 40),
        st.integers(0, 2),
    ),
)
PARAMETERS = {
    "banquet": [{}, {"couples": True}, {"spread": "full", "head_seats": 14}, {"fixed": True}],
    "round_table": [{}, {"couples": True}],
    "western_table": [{}, {"guests": "sexes"}, {"guests": "ranks"}],
    "photo": [{}, {"staggered": True}, {"rows": [9, 9, 9, 9, 9, 9, 9]}],
    "vehicle": [{"type": t} for t in ("sedan-5", "mpv-7", "van-9", "minibus", "coach")]
    + [{"driver": "host-couple"}, {"cars": [{"party": "host"}, {"type": "coach"}]}],
    "award": [{}, {"presenters": 4}],
    "flags": [{}, {"shape": "file"}, {"shape": "arc"}],
    "top_table": [{}, {"spouses": True}],
    "delegations": [{}, {"style": "files"}],
}


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=60, deadline=None)
@given(need=NEEDS, options=OPTIONS, data=st.data())
def test_each_rank_once_and_neighbours_mutual(name, need, options, data, convention):
    parameters = data.draw(st.sampled_from(PARAMETERS.get(name, [{}])))
    layout = make_form(name, parameters).build(need, convention(**options))
    classes: dict[tuple[str, str], list[int]] = {}
    for place in layout.seats:
        classes.setdefault((place.party, place.purpose), []).append(place.honour)

    for honours in classes.values():
        assert sorted(honours) == list(range(1, len(honours) + 1))
    assert len(layout.by_id) == len(layout.places)
    spots = Counter((round(p.x), round(p.y)) for p in layout.places)
    assert all(number == 1 for number in spots.values())
    for place in layout.places:
        for relation in ("beside", "opposite"):
            for other in layout.near(place.id, relation):
                assert other != place.id
                assert place.id in layout.near(other, relation)
        for front in layout.near(place.id, "behind"):
            assert place.id not in layout.near(front, "behind")
    if name not in ("vehicle", "award"):
        wanted = sum(need.parties.values()) or need.count
        assert len([p for p in layout.seats if not p.purpose or name == "western_table"]) >= wanted


@pytest.mark.parametrize("name", FORMS)
@given(need=NEEDS)
@settings(max_examples=20, deadline=None)
def test_every_view_reads_every_place_once(name, need, convention):
    form = make_form(name, {})
    layout = form.build(need, convention())
    for view in form.VIEWS:
        ids = [i for line in form.lines(layout, view) for i in line if i in layout.by_id]
        assert sorted(ids) == sorted(layout.by_id)
        sketch = form.sketch(layout, {p.id: form.mark(p) for p in layout.places}, view)
        assert all(line == line.rstrip() for line in sketch.splitlines())
    marks = [d["mark"] for d in preview_data(name, need, convention())]
    assert len(marks) == len(layout.places)


@pytest.mark.parametrize("name", FORMS)
def test_the_caption_names_the_viewpoint(name, convention):
    text = preview(name, Need(count=9), convention(), language="en")

    assert form_class(name).VIEW_TITLES[form_class(name).VIEWS[0]].en in text


@given(
    rows=st.lists(st.integers(1, 8), min_size=1, max_size=5), head=st.sampled_from(["axis", "far"])
)
def test_order_of_tables_mirrors_with_the_hand(rows, head):
    spots = grid(rows)
    right = [spots[i] for i in table_order(spots, head, "right")]
    left = [spots[i] for i in table_order(spots, head, "left")]

    assert [(-x, y) for x, y in right] == left
    assert len(set(right)) == sum(rows)


@settings(max_examples=40, deadline=None)
@given(hosts=st.integers(1, 8), guests=st.integers(2, 20))
def test_the_first_guest_is_at_the_hosts_own_right(hosts, guests, convention):
    """Exchanging left and right anywhere fails here."""
    need = Need(count=hosts + guests, parties={"host": hosts, "guest": guests})
    for name in ("round_table", "photo", "top_table", "banquet"):
        layout = make_form(name, {}).build(need, convention())
        host = next(p for p in layout.places if (p.party, p.honour) == ("host", 1))
        first, second = (
            next(p for p in layout.places if (p.party, p.honour) == ("guest", i)) for i in (1, 2)
        )
        left = own_left(host.facing)

        def leftwards(place, host=host, left=left):
            return (place.x - host.x) * left[0] + (place.y - host.y) * left[1]

        assert leftwards(first) < 0 < leftwards(second), name


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(["two-hosts", "one-host"]))
def test_hosts_do_not_cluster(hosts, guests, style):
    """B1, B9, B14: where guests suffice no two hosts sit side by side."""
    chairs = ring(Company(hosts=hosts, guests=guests, style=style))
    pairs = sum(chairs[i].party == chairs[i - 1].party == "host" for i in range(len(chairs)))

    if hosts + 3 <= guests:
        assert pairs == 0
