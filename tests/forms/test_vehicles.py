"""Vehicles and motorcades; seats are named by row and by the rider's own left and right.

Source ids are listed in ``test_dinner_sources.py``; ``D`` = derived from the cited rule.
"""

from __future__ import annotations

import pytest

from seating.facts.venue import Need, own_left
from seating.forms.form import FormError
from seating.forms.preview import preview
from seating.forms.registry import make_form

RR, RL, RM, FRONT = "2R", "2L", "2M", "1R"
# worked case, parameters, options, seats in order of honour, source
ORDERS = [
    (0, {"type": "sedan-4"}, {}, "2R 2L 1R", "V1"),
    (0, {"type": "sedan-4", "driver": "host"}, {}, "1R 2R 2L", "V1"),
    (51, {"type": "sedan-5"}, {}, "2R 2L 2M 1R", "V1"),
    (52, {"type": "sedan-5", "driver": "host"}, {}, "1R 2R 2L 2M", "V1"),
    (0, {"type": "mpv-7"}, {}, "3R 3L 3M 2R 2L 1R", "V1 V2 V4"),
    (0, {"type": "mpv-7", "driver": "host"}, {}, "1R 3R 3L 3M 2R 2L", "V1 V2"),
    (54, {"type": "van-9"}, {}, "2R 2M 2L 3R 3M 3L 1R 1M", "V2"),
    (0, {"type": "van-9", "driver": "host"}, {}, "1R 1M 2R 2M 2L 3R 3M 3L", "V2"),
    (0, {"type": "jeep"}, {}, "1R 2R 2L", "V1"),
    (0, {"type": "jeep", "driver": "host"}, {}, "1R 2R 2L", "V1"),
    (0, {"type": "sedan-5"}, {"vehicle__behind_driver": "yes"}, "2L 2R 2M 1R", "R10"),
    (0, {"type": "mpv-7"}, {"vehicle__mpv": "middle"}, "2R 2L 3R 3L 3M 1R", "own default"),
    (0, {"type": "coach", "rows": 4}, {}, "2D 2C 2B 2A 3D", "V1 D"),
    (56, {"type": "minibus", "rows": 3}, {}, "2A 2B 2C 3A", "R6; the rest D"),
]


@pytest.mark.parametrize(("case", "parameters", "options", "seats", "source"), ORDERS)
def test_order_of_honour(case, parameters, options, seats, source, convention):
    layout = make_form("vehicle", parameters).build(Need(count=3), convention(**options))
    order = [p.id for p in layout.seats if not p.purpose]

    assert order[: len(seats.split())] == seats.split(), f"case {case}, {source}"


@pytest.mark.parametrize("kind", ["sedan-4", "sedan-5", "mpv-7", "van-9", "jeep"])
def test_left_and_right_are_those_of_the_riders(kind, convention):
    places = make_form("vehicle", {"type": kind}).build(Need(count=3), convention()).by_id
    left = own_left(places["1L"].facing)
    ahead = (places["1L"].x - places[FRONT].x) * left[0]

    assert places["1L"].purpose == "driver"
    assert ahead > 0, "the driver sits at the left"
    assert places["1L"].x < places[FRONT].x
    assert places[FRONT].y > places[RR].y, "the front is above"


def test_case_56_the_window_behind_the_driver(convention):
    layout = make_form("vehicle", {"type": "minibus"}).build(Need(count=12), convention())
    first, driver = layout.by_id["2A"], layout.by_id["1L"]

    assert first.honour == 1
    assert first.x == driver.x
    assert first.row == driver.row + 1
    assert "window" in first.features


def test_case_57_one_guest_with_the_host_driving(convention):
    """B11, V1."""
    layout = make_form("vehicle", {"driver": "host"}).build(
        Need(count=1, parties={"guest": 1}), convention()
    )
    guest = next(p for p in layout.seats if p.party == "guest" and p.honour == 1)

    assert guest.id == FRONT
    assert any("不空" in note.zh for note in layout.notes)


def test_foreign_guest_rear_right_host_behind_the_driver_interpreter_in_front(convention):
    """V3."""
    need = Need(count=2, parties={"host": 1, "guest": 1}, roles={("guest", "interpreter"): 1})
    places = make_form("vehicle", {}).build(need, convention()).by_id

    assert (places[RR].party, places[RL].party) == ("guest", "host")
    assert (places[FRONT].party, places[FRONT].purpose) == ("guest", "interpreter")


def test_host_couple_in_front_guest_couple_behind(convention):
    """B11."""
    need = Need(count=3, parties={"host": 1, "guest": 2})
    places = make_form("vehicle", {"driver": "host-couple"}).build(need, convention()).by_id

    assert (places[FRONT].party, places[FRONT].honour) == ("host", 1)
    assert [(places[i].party, places[i].honour) for i in (RR, RL)] == [("guest", 1), ("guest", 2)]


def test_motorcade_led_and_closed_by_hosts(convention):
    """V2: the host's car leads and one of the hosts' closes."""
    cars = [{"party": "host"}, {"type": "mpv-7", "party": "guest"}, {"party": "host"}]
    need = Need(count=12, parties={"host": 6, "guest": 6})
    form = make_form("vehicle", {"cars": cars})
    layout = form.build(need, convention())
    hosts = [p for p in layout.seats if p.party == "host"]

    assert [p.block for p in hosts][:6] == ["1", "1", "1", "1", "3", "3"]
    assert [p.honour for p in hosts] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert {p.block for p in layout.seats if p.party == "guest"} == {"2"}
    assert [p.honour for p in layout.seats if p.purpose == "driver"] == [1, 2, 3]
    heads = [f.y for f in layout.fixtures]
    assert heads == sorted(heads, reverse=True), "the first car drives ahead"


def test_cars_filled_in_another_order_than_they_drive(convention):
    cars = [{"type": "sedan-4", "order": 2}, {"type": "sedan-4", "order": 1}]
    layout = make_form("vehicle", {"cars": cars}).build(Need(count=6), convention())

    assert [p.block for p in layout.seats if not p.purpose] == ["2", "2", "2", "1", "1", "1"]


def test_no_guest_is_left_over_for_a_car_of_hosts(convention):
    """Turns end where the seats still to come are for the other side alone."""
    cars = [{"type": "sedan-5", "order": 1}, {"type": "sedan-5", "party": "host", "order": 2}]
    form = make_form("vehicle", {"cars": cars})
    for guests in range(5):
        hosts = 8 - guests
        need = Need(count=8, parties={"host": hosts, "guest": guests})
        sides = [p.party for p in form.build(need, convention("cn-foreign")).seats if p.party]
        assert (sides.count("host"), sides.count("guest")) == (hosts, guests)


@pytest.mark.parametrize("car", [{"type": "tank"}, {"driver": "nobody"}, {"party": "us"}])
def test_cars_that_do_not_exist(car, convention):
    form = make_form("vehicle", {"cars": [car]})
    with pytest.raises(FormError, match="cars"):
        form.build(Need(count=1), convention())


def test_lines_show_rows_from_the_front(convention):
    text = preview("vehicle", Need(count=4), convention())

    assert text.splitlines()[:2] == ["D 4", "2 3 1"]


@pytest.mark.parametrize("count", [1, 19, 40, 53])
def test_a_coach_is_as_long_as_needed(count, convention):
    layout = make_form("vehicle", {"type": "coach"}).build(Need(count=count), convention())

    assert len([p for p in layout.seats if not p.purpose]) >= max(count, 16)
    assert "2B" not in layout.near("2C", "beside"), "not across the gangway"
