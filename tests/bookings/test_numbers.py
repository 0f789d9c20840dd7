"""What is said in numbers is worth what the terms are worth; the walk never makes it worse."""

from __future__ import annotations

import dataclasses
import random
import signal
import threading

import pytest
from smallbooking import at, event_of, meeting, part, random_spec, room, rule, span, spec_of

from seating.facts.booking import BookingSpec, Slot, Walk
from seating.facts.rule import RuleSpec
from seating.scene.booking import build_booking
from seating.solving.booking import walked as walking
from seating.solving.booking.ask import Compiled, compile_rules
from seating.solving.booking.levels import solve_booking
from seating.solving.booking.narrow import narrow
from seating.solving.booking.numbers import Numbers, numbers
from seating.solving.booking.walk_price import price
from seating.solving.booking.walked import values, walked
from seating.solving.run import Limits, Watch

MEAL = rule("meal-break", "should", 2, minutes=30, earliest="9:30", latest="10:30")


def compiled_of(spec: BookingSpec, *rules: RuleSpec) -> Compiled:
    ready = build_booking(event_of(spec, rules))
    assert ready is not None
    return compile_rules(ready.scene, ready.rules)


def drawn(compiled: Compiled, seed: int) -> dict[str, Slot] | None:
    """Draw a booking of choices that each meeting has for itself; ``None`` if one has none."""
    rng, scene = random.Random(seed), compiled.scene
    choices = narrow(scene, [m.id for m in scene.meetings], compiled.musts)
    if not all(choices.possible(m.id) for m in scene.meetings):
        return None
    found = {}
    for m in scene.meetings:
        begin = rng.choice(choices.starts[m.id])
        rooms = tuple(rng.choice(one) for one in choices.rooms[m.id])
        end = scene.moment(begin + m.minutes)
        found[m.id] = Slot(meeting=m.id, start=scene.moment(begin), end=end, rooms=rooms)
    return found


def compare(compiled: Compiled, made: Numbers, slots: dict[str, Slot]) -> bool:
    """Compare one booking; returns whether it keeps every must rule."""
    scene = compiled.scene
    assert made.slots(made.booking(slots)) == slots
    try:
        priced = price(made.problem, made.booking(slots))
    except ValueError:  # the room is closed then: not allowed at all
        assert values(compiled, slots)[0] > 0
        return False
    exact = values(compiled, slots)
    assert (priced[0] == 0) == (exact[0] == 0), scene.spec
    assert priced[1:] == exact[1:]
    return exact[0] == 0


@pytest.mark.parametrize("seed", range(8))
def test_numbers_are_worth_what_the_terms_are_worth(seed: int) -> None:
    spec = random_spec(seed, meetings=4, rooms=3)
    walk = (Walk(a="P", b="Q", minutes=20),)
    compiled = compiled_of(dataclasses.replace(spec, walks=walk), MEAL)
    first = drawn(compiled, 0)
    if first is None:
        return
    made = numbers(compiled, first)
    assert made is not None
    for other in range(60):
        slots = drawn(compiled, other)
        assert slots is not None
        compare(compiled, made, slots)


def test_meeting_of_several_rooms_and_days() -> None:
    monday, tuesday = at("9:00").date(), at("9:00").replace(day=8).date()
    meetings = [
        meeting("1", 60, who="ab", parts=(part(4), part(4, who=("b",)))),
        meeting("2", 60, who="aB", other_day=("1",)),
        meeting("3", 30, who="b", windows=(span("9:00", "11:00"),)),
    ]
    rooms = [room("X", building="P"), room("Y", building="P"), room("Z", building="Q")]
    compiled = compiled_of(spec_of(meetings, rooms, "9:00-11:00", days=(monday, tuesday)), MEAL)
    first = drawn(compiled, 0)
    assert first is not None
    made = numbers(compiled, first)
    assert made is not None
    kept = 0
    for seed in range(200):
        slots = drawn(compiled, seed)
        assert slots is not None
        if len(set(slots["1"].rooms)) == 2:
            kept += compare(compiled, made, slots)
    assert kept > 10


def test_odd_minutes_are_left_to_the_exact_model() -> None:
    compiled = compiled_of(spec_of([meeting("1", 61)], [room("X")]))
    slots = drawn(compiled, 0)
    assert slots is not None
    assert numbers(compiled, slots) is None


@pytest.mark.parametrize("seed", range(3))
def test_walk_never_makes_it_worse_and_is_repeatable(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "FEWEST", 1)
    compiled = compiled_of(random_spec(seed, meetings=6, rooms=3))
    slots = dict(solve_booking(compiled, {}, Limits(), Watch(stopped=True)).slots)
    found = walked(compiled, slots, "should", Limits(work=2.0), Watch())
    assert values(compiled, found) <= values(compiled, slots)
    assert values(compiled, found)[0] == 0
    assert found == walked(compiled, slots, "should", Limits(work=2.0), Watch())
    assert walked(compiled, slots, "should", Limits(), Watch(stopped=True)) == slots


def test_ctrl_c_ends_the_walk_with_a_booking_no_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "FEWEST", 1)
    compiled = compiled_of(random_spec(0, meetings=6, rooms=3))
    slots = dict(solve_booking(compiled, {}, Limits(), Watch(stopped=True)).slots)
    watch, before = Watch(), signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.3, signal.raise_signal, (signal.SIGINT,))
    try:
        timer.start()
        found = walked(compiled, slots, "should", Limits(work=1e5), watch)
    finally:
        timer.cancel()
        signal.signal(signal.SIGINT, before)
    assert watch.stopped
    assert values(compiled, found) <= values(compiled, slots)
