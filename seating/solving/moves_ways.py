"""How near to their due places people can be while only so few of them move (应坐距离下界).

In the model of runs each party's cost is bounded twice: those who stay pay for the places where
they stay; and wherever the run lies, its members take different places between its two ends, so
that the i-th of them by due place cannot come before the i-th place of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seating.facts.rule import Level, Scene
from seating.solving.moves_model import RunModel
from seating.solving.moves_reading import Demands, Runs
from seating.solving.regions import Lines
from seating.solving.run import Limits, Watch

_ROUNDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The rule of due places that holds the order together.

    Attributes:
        level, weight: of the rule.
        covered: the people whose order counts.
    """

    level: Level
    weight: int
    covered: frozenset[str]


class Steps:
    """What each place costs each person by the rule of due places, weight left out."""

    def __init__(self, scene: Scene, covered: Iterable[str]) -> None:
        self.lines = Lines.of(scene)
        self.home = {p: self.lines.spot[scene.due[p]] for p in covered}
        self._far = len(scene.layout.seats) ** 2

    def price(self, person: str, place: str) -> int:
        """The squared number of steps from the due place; 0 for people not covered."""
        if person not in self.home:
            return 0
        key, at = self.lines.spot[place]
        home_key, home = self.home[person]
        return (at - home) ** 2 if key == home_key else self._far


def stays(scene: Scene, known: Demands, anchor: Anchor) -> dict[str, int]:
    """What each person who has an earlier place pays if he stays there."""
    steps = Steps(scene, anchor.covered)
    return {p: steps.price(p, place) for p, (place, _) in known.kept.items()}


def least_of_stays(staying: Mapping[str, int], movers: int) -> int:
    """Return what those who stay pay at least if so many may move, be they the dearest."""
    return sum(sorted(staying.values())[: max(0, len(staying) - movers)])


def least_ways(
    scene: Scene,
    known: Demands,
    anchor: Anchor,
    allowed: Mapping[Level, int],
    limits: Limits,
    watch: Watch,
) -> int:
    """Bound the cost of due places of any plan that costs no more than allowed above it."""
    model = RunModel(scene, known, allowed["should"])
    if not model.possible:
        return 0
    if not isinstance(model.moves, int):
        model.model.add(model.moves <= allowed["keep"])
    steps = Steps(scene, anchor.covered)
    total: Any = 0
    counted: set[str] = set()
    ends: list[_End] = []
    for party, (begin, stop, runs) in model.hulls.items():
        spots = _dues(steps, party, runs)
        if spots is None or counted & party:
            continue
        counted |= party
        total += _party(model, steps, sorted(party), spots, begin, stop, ends)
    rest = sorted(model.domain.keys() - counted)
    total += _alone(model, steps, rest)
    least = model.least(total, limits, watch)
    for _ in range(_ROUNDS):
        if anchor.weight * least >= allowed[anchor.level] or not _touch(model, ends):
            break
        least = max(least, model.least(total, limits, watch))
    return anchor.weight * least


@dataclass(frozen=True, slots=True)
class _End:
    """What a run pays for one of its ends: the table of that, and the variables."""

    where: Any
    table: Sequence[int]
    cost: Any

    def chord(self, model: RunModel, at: int) -> None:
        """Bound the cost by the chord from one place to the next; the table is convex."""
        slope = self.table[at + 1] - self.table[at]
        model.model.add(self.cost >= slope * (self.where - at) + self.table[at])


def _touch(model: RunModel, ends: Sequence[_End]) -> bool:
    """Add chords where the solution found lies below the tables."""
    solver, touched = model.solver, False
    if solver is None:
        return False
    for end in ends:
        at = solver.value(end.where)
        if solver.value(end.cost) < end.table[at]:
            end.chord(model, min(at, len(end.table) - 2))
            touched = True
    return touched


def _dues(steps: Steps, party: frozenset[str], runs: Runs) -> list[int] | None:
    """Where the members are due along the line of the run; ``None`` if it is another line."""
    if not party <= steps.home.keys():
        return None
    keys = {steps.home[p][0] for p in party}
    if len(keys) != 1 or steps.lines.places[keys.pop()] != runs.line:
        return None
    return sorted(steps.home[p][1] for p in party)


def _party(
    model: RunModel,
    steps: Steps,
    party: Sequence[str],
    dues: Sequence[int],
    begin: Any,
    stop: Any,
    ends: list[_End],
) -> Any:
    """What a party pays at least: an expression to be minimised."""
    last, size = len(model.scene.layout.seats), len(dues)
    late = [sum(max(0, at + i - due) ** 2 for i, due in enumerate(dues)) for at in range(last + 1)]
    early = [
        sum(max(0, due - (at - size + i)) ** 2 for i, due in enumerate(dues))
        for at in range(last + 1)
    ]
    cost = model.model.new_int_var(0, max(max(late), max(early)) * 2, "")
    mine = [
        _End(where, table, model.model.new_int_var(0, max(table), ""))
        for where, table in ((begin, late), (stop, early))
    ]
    for end, home in zip(mine, (dues[0], dues[-1] + 1), strict=True):
        for at in _spots(home, last):
            end.chord(model, at)
    model.model.add(cost >= sum(end.cost for end in mine))
    ends += mine
    model.model.add(cost >= _alone(model, steps, party))
    return cost


def _spots(home: int, last: int) -> list[int]:
    """Places at which a table is touched from the start: ever fewer the farther from home."""
    found = {home + sign * (n * n // 4) for sign in (1, -1) for n in range(40)}
    return sorted(at for at in found if 0 <= at < last)


def _alone(model: RunModel, steps: Steps, people: Iterable[str]) -> Any:
    """What people pay for the places known: those of the singled out, and of those who stay."""
    total: Any = 0
    for person in people:
        if person in model.singled:
            total += model.ask.cost(
                person, {k: steps.price(person, k) for k in model.domain[person]}
            )
        elif person in model.stay:
            place = model.known.kept[person][0]
            total += steps.price(person, place) * model.stay[person]
    return total
