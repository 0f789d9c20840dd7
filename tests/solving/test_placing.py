"""The solver against brute force that knows only the checker."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from smallrules import due_rules, random_rules
from smallworld import (
    Totals,
    all_bills,
    bill,
    long_row,
    make,
    person,
    place,
    random_scene,
    rule,
    scene_of,
)

from seating.facts.rule import LEVELS, Rule, Scene
from seating.facts.venue import Layout, Link
from seating.solving import involved, placing, proving
from seating.solving.levels import Outcome
from seating.solving.run import Limits, Watch


def random_case(seed: int) -> tuple[Scene, list[Rule], random.Random]:
    rng = random.Random(seed)
    scene = random_scene(rng, 5)
    rules = random_rules(rng, scene, rng.randint(1, 5), musts=rng.choice((0, 0.2, 0.5)))
    rules += due_rules(rng, scene)
    rng.shuffle(rules)
    return scene, rules, rng


def solve(scene: Scene, rules: Sequence[Rule], work: float = 60.0) -> Outcome | None:
    return placing.solve_placing(scene, rules, Limits(work=work), Watch())


def assert_honest(
    outcome: Outcome, scene: Scene, rules: Sequence[Rule], kept: list[Totals]
) -> None:
    """The values are those of the placing, and no bound claims more than is true."""
    values = outcome.values
    assert tuple(r.level for r in outcome.levels) == LEVELS
    assert values == bill(scene, rules, outcome.places)
    for at, result in enumerate(outcome.levels):
        rivals = [b for b in kept if all(b[i] <= values[i] for i in range(at))]
        assert result.bound <= min(b[at] for b in rivals), f"wrong bound: {outcome.levels}"
        assert result.bound <= result.value
    if all(r.proven for r in outcome.levels):
        assert values == min(kept)


@pytest.mark.parametrize("seed", range(60))
def test_small_sittings_are_solved_and_proven(seed: int) -> None:
    scene, rules, _ = random_case(seed)
    kept = [b for b in all_bills(scene, rules) if b[0] == 0]
    outcome = solve(scene, rules)
    if not kept:
        assert outcome is None
        return
    assert outcome is not None
    assert_honest(outcome, scene, rules, kept)
    assert outcome.values == min(kept)
    assert all(r.proven for r in outcome.levels)
    assert not outcome.stopped


def test_random_cases_are_worth_looking_at() -> None:
    """Among them are impossible ones, ones with nothing to do, and costs at each level."""
    best = []
    for seed in range(60):
        scene, rules, _ = random_case(seed)
        best.append(min((b for b in all_bills(scene, rules) if b[0] == 0), default=None))
    found = [b for b in best if b is not None]
    assert 5 <= best.count(None) <= 30
    assert any(not any(b) for b in found)
    assert all(any(b[level] for b in found) for level in (1, 2, 3))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every sitting counts as large."""
    monkeypatch.setattr(placing, "SMALL", 0)
    return monkeypatch


@pytest.mark.parametrize("seed", range(60))
def test_large_path_finds_the_same_values(seed: int, large: pytest.MonkeyPatch) -> None:
    """The usual windows hold all of a small sitting, so the detour must lose nothing."""
    scene, rules, rng = random_case(seed)
    large.setattr(involved, "FEW", rng.choice((0, 1, 2, 12)))
    kept = [b for b in all_bills(scene, rules) if b[0] == 0]
    outcome = solve(scene, rules)
    assert (outcome is None) == (not kept)
    if outcome is not None:
        assert_honest(outcome, scene, rules, kept)
        assert outcome.values == min(kept)


@pytest.mark.parametrize("seed", range(100, 200))
def test_narrow_windows_never_claim_too_much(seed: int, large: pytest.MonkeyPatch) -> None:
    """With windows far too narrow the plan may be worse, but the bounds stay true."""
    scene, rules, rng = random_case(seed)
    large.setattr(involved, "FEW", rng.choice((0, 1, 2, 12)))
    large.setattr(proving, "WINDOWS", tuple(sorted(rng.sample(range(5), rng.randint(1, 3)))))
    large.setattr(placing, "WIDTHS", (rng.choice((0, 1, 2)), 3))
    large.setattr(placing, "LARGEST_REGION", rng.choice((2, 5, 90)))
    large.setattr(proving, "MEDIUM", rng.choice((0, 6, 12_000)))
    kept = [b for b in all_bills(scene, rules) if b[0] == 0]
    outcome = solve(scene, rules)
    assert (outcome is None) == (not kept)
    if outcome is not None:
        assert_honest(outcome, scene, rules, kept)


@pytest.mark.parametrize("seed", range(30))
def test_wishes_that_cannot_be_met_do_not_unprove_the_rest(
    seed: int, large: pytest.MonkeyPatch
) -> None:
    """A cost at a higher level leaves the levels below it bounded, given that cost."""
    scene, rules, _ = random_case(seed)
    outcome = solve(scene, rules)
    assert outcome is None or all(r.proven for r in outcome.levels)


def two_ways() -> tuple[Scene, list[Rule]]:
    """Of two neighbours either may give way one step; only the one inside the window costs."""
    seats = tuple(place(f"p{h}", h, x=h * 800.0) for h in (1, 2, 3, 4))
    layout = Layout(form="line", places=seats, links=(Link("beside", "p1", "p3"),))
    scene = scene_of(layout, [person("x"), person("y")], due={"x": "p1", "y": "p3"})
    rules = [
        rule(make("due-place", who=("x", "y")), "keep"),
        rule(make("apart", who=("x", "y"))),
        rule(make("pinned", who=("x",), place=("p1",)), "prefer", 5),
    ]
    return scene, rules


def test_equal_plan_outside_the_window_unproves_lower_levels(large: pytest.MonkeyPatch) -> None:
    """A cost of exactly (w + 1)² leaves room for a plan outside the window as good as this."""
    scene, rules = two_ways()
    large.setattr(involved, "FEW", 1)
    large.setattr(placing, "WIDTHS", (0,))
    large.setattr(proving, "WINDOWS", (0,))
    outcome = solve(scene, rules)
    assert outcome is not None
    assert outcome.values == (0, 0, 1, 5)
    assert [r.bound for r in outcome.levels] == [0, 0, 1, 0]


def test_dear_plan_inside_the_last_window_is_not_called_best(large: pytest.MonkeyPatch) -> None:
    """Inside, only x may move, two steps; outside, y would have to move but one."""
    seats = tuple(place(f"p{h}", h, x=h * 800.0) for h in (1, 2, 3))
    layout = Layout(form="line", places=seats, links=(Link("beside", "p1", "p2"),))
    scene = scene_of(layout, [person("x"), person("y")])
    rules = [
        rule(make("due-place", who=("x", "y")), "prefer"),
        rule(make("apart", who=("x", "y"))),
        rule(make("front", who=("x",)), "prefer"),  # costs nothing, but names x
    ]
    large.setattr(involved, "FEW", 1)
    large.setattr(placing, "WIDTHS", (0,))
    large.setattr(proving, "WINDOWS", (0,))
    outcome = solve(scene, rules)
    assert outcome is not None
    assert outcome.values == (0, 0, 0, 4)
    assert_honest(outcome, scene, rules, [b for b in all_bills(scene, rules) if b[0] == 0])


def test_wider_window_finds_the_equal_plan(large: pytest.MonkeyPatch) -> None:
    scene, rules = two_ways()
    large.setattr(involved, "FEW", 1)
    large.setattr(placing, "WIDTHS", (0,))
    large.setattr(proving, "WINDOWS", (0, 1))
    outcome = solve(scene, rules)
    assert outcome is not None
    assert outcome.values == (0, 0, 1, 0)
    assert all(r.proven for r in outcome.levels)


@pytest.mark.parametrize("seed", range(300, 340))
@pytest.mark.parametrize("work", [1e-6, 1e-4, 1e-3])
def test_search_cut_short_tells_what_its_plan_costs(
    seed: int, work: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tiny limit (of work, not of time) may end the search anywhere; nothing false is said."""
    scene, rules, rng = random_case(seed)
    monkeypatch.setattr(placing, "SMALL", rng.choice((0, 4000)))
    kept = [b for b in all_bills(scene, rules) if b[0] == 0]
    try:
        outcome = solve(scene, rules, work)
    except TimeoutError:
        return
    assert (outcome is None) == (not kept)
    if outcome is not None:
        assert_honest(outcome, scene, rules, kept)
        assert outcome.stopped or all(r.proven for r in outcome.levels) or placing.SMALL == 0


def test_limit_really_cuts_some_search_short() -> None:
    """Otherwise the test above would look at finished searches only."""
    cut = 0
    for seed in range(300, 340):
        scene, rules, _ = random_case(seed)
        try:
            outcome = solve(scene, rules, 1e-6)
        except TimeoutError:
            cut += 1
        else:
            cut += outcome is not None and outcome.stopped
    assert cut >= 5


def test_levels_come_in_turn() -> None:
    """One point at a higher level outweighs any weight at a lower one."""
    scene = scene_of(long_row(3), [person("a"), person("b")])
    pins = [("should", "R1", 1), ("keep", "R2", 9), ("prefer", "R3", 9)]
    rules = [
        rule(make("pinned", who=("a",), place=(spot,)), level, weight)  # type: ignore[arg-type]
        for level, spot, weight in pins
    ]
    for count, spot in ((3, "R1"), (2, "R2"), (1, "R3")):
        outcome = solve(scene, rules[-count:])
        assert outcome is not None
        assert outcome.places["a"] == spot


def test_weights_count_inside_a_level() -> None:
    scene = scene_of(long_row(3), [person("a")])
    for weights, spot in (((1, 2), "R3"), ((2, 1), "R1")):
        rules = [
            rule(make("pinned", who=("a",), place=("R1",)), "should", weights[0], "p"),
            rule(make("pinned", who=("a",), place=("R3",)), "should", weights[1], "q"),
        ]
        outcome = solve(scene, rules)
        assert outcome is not None
        assert outcome.places["a"] == spot
        assert outcome.values == (0, 1, 0, 0)


@pytest.mark.parametrize("seed", range(400, 415))
@pytest.mark.parametrize("small", [0, 4000])
def test_same_scene_solved_twice_is_the_same_plan(
    seed: int, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "SMALL", small)
    scene, rules, _ = random_case(seed)
    assert solve(scene, rules) == solve(scene, rules)


def test_user_who_stops_keeps_a_valid_plan() -> None:
    scene = scene_of(long_row(5), [person(p) for p in "abcd"])
    rules = [
        rule(make("apart", who=("a", "b"))),
        rule(make("due-place", who=tuple("abcd")), "prefer"),
    ]
    outcome = placing.solve_placing(scene, rules, Limits(), Watch(stopped=True))
    assert outcome is not None
    assert outcome.stopped
    assert bill(scene, rules, outcome.places) == outcome.values


def test_order_bends_by_shifting() -> None:
    """Squares: rather three people one step each than one person three steps."""
    scene = scene_of(long_row(6), [person(p) for p in "abc"])
    rules = [
        rule(make("reserved", places=(scene.due["a"],))),
        rule(make("due-place", who=("a", "b", "c")), "prefer"),
    ]
    outcome = solve(scene, rules)
    assert outcome is not None
    assert outcome.values == (0, 0, 0, 3)
    assert [outcome.places["a"], outcome.places["b"]] == [scene.due["b"], scene.due["c"]]
