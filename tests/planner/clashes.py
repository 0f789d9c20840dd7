"""Random halls whose must rules clash, and an independent judgement of the conflict reported."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from seating.facts.event import Event, PrecedenceSpec, Sitting
from seating.facts.people import Person
from seating.facts.plan import Conflict
from seating.facts.rule import Rule, RuleSpec, Scene
from seating.facts.text import NOTHING, plain
from seating.scene.build import Prepared, build
from seating.solving.conflict import explain_conflict
from seating.solving.levels import post
from seating.solving.run import Limits, Watch

SEATS = 60
RULES = 30


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of one instance."""

    seed: int
    people: int
    rules: int
    core: int
    infeasible: bool
    minimal: bool
    concessions: bool
    cpu: float

    @property
    def right(self) -> bool:
        """Whether everything that was reported is true."""
        return self.infeasible and self.minimal and self.concessions


class Draw:
    """Draws rules about a hall of rows and columns; only must rules."""

    def __init__(self, rng: random.Random, rows: int, columns: int, people: int) -> None:
        self.rng, self.rows, self.columns = rng, rows, columns
        self.ids = [f"p{i:02}" for i in range(people)]
        self.rules: list[RuleSpec] = []

    def add(self, kind: str, **told: Any) -> None:
        """Add a rule."""
        self.rules.append(RuleSpec(id=f"r{len(self.rules):02}", kind=kind, parameters=told))

    def some(self, number: int) -> list[str]:
        """Draw people."""
        return self.rng.sample(self.ids, number)

    def place(self) -> str:
        """Draw a seat."""
        return f"{self.rng.randint(1, self.rows)}-{self.rng.randint(1, self.columns)}"

    def any_rule(self) -> None:
        """Add a rule that by itself can mostly be kept."""
        kind = self.rng.choice(("apart", "apart", "beside", "behind", "front", "aisle", "not-at"))
        a, b, *_ = self.some(2)
        if kind == "apart":
            self.add(kind, who=self.some(self.rng.randint(2, 3)), within=self.rng.randint(1, 2))
        elif kind == "beside":
            self.add(kind, who=[a], of=[b], hand=self.rng.choice(("either", "left", "right")))
        elif kind == "behind":
            self.add(kind, who=[a], of=[b])
        elif kind == "front":
            self.add(kind, who=self.some(self.rng.randint(1, 3)), rows=self.rng.randint(1, 3))
        elif kind == "aisle":
            self.add(kind, who=self.some(1))
        else:
            self.add(kind, who=self.some(2), places=[self.place(), self.place()])

    def clash(self) -> None:
        """Add rules that cannot all be kept."""
        a, b, c, d = self.some(4)
        kind = self.rng.randrange(6)
        if kind == 0:  # a ring of neighbours that is no ring
            for one, other in ((a, b), (b, c), (c, a)):
                self.add("beside", who=[one], of=[other], hand="left")
        elif kind == 1:  # three want to sit beside one who has two sides
            for one in (a, b, c):
                self.add("beside", who=[one], of=[d])
        elif kind == 2:  # behind somebody who sits in the last row
            column = self.rng.randint(1, self.columns)
            self.add("pinned", who=[a], place=[f"{self.rows}-{column}"])
            self.add("behind", who=[b], of=[a])
        elif kind == 3:  # together and apart
            self.add("beside", who=[a], of=[b])
            self.add("apart", who=[a, b, c], within=1)
        elif kind == 4:  # more people in the front row than it has seats
            self.add("front", who=self.some(self.columns + 1), rows=1)
        else:  # two on one seat by way of a third
            self.add("pinned", who=[a], place=["1-2"])
            self.add("beside", who=[b], of=[a], hand="left")
            self.add("beside", who=[c], of=[a], hand="left")


def instance(seed: int) -> Prepared:
    """Return a sitting of up to 60 seats and 30 rules that clash; the same for a seed."""
    rng = random.Random(seed)
    rows, columns = rng.randint(3, 6), rng.randint(4, 10)
    seats = min(SEATS, rows * columns)
    draw = Draw(rng, rows, columns, rng.randint(max(columns + 2, seats * 2 // 3), seats))
    for _ in range(rng.randint(2, RULES - 6)):
        draw.any_rule()
    draw.clash()
    order = list(draw.rules)
    rng.shuffle(order)
    people = tuple(Person(id=p, name=p, rank=i + 1) for i, p in enumerate(draw.ids))
    hall = Sitting(
        id="s",
        title=plain("s"),
        form="hall",
        layout={"rows": [columns] * rows, "side_aisles": True},
    )
    event = Event(
        id="e",
        title=plain("e"),
        organiser=NOTHING,
        start=None,
        end=None,
        place=NOTHING,
        language="zh",
        convention="cn-domestic",
        version=1,
        people=people,
        units=(),
        sittings=(hall,),
        rules=tuple(order),
        precedence=PrecedenceSpec(by=("rank", "id")),
    )
    return build(event).sittings[0]


def possible(scene: Scene, rules: Sequence[Rule]) -> bool:
    """Whether must rules can all hold: the whole model, everybody in it, solved anew."""
    posted = post(scene, rules, scene.eligible)
    if posted is None:
        return False
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    status = solver.solve(posted.model)
    assert status != cp_model.UNKNOWN
    return status in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def judge(seed: int) -> Verdict:
    """Let the product explain an instance, and check every word of it."""
    prepared = instance(seed)
    scene = prepared.scene
    musts = [r for r in prepared.rules if r.level == "must"]
    started = time.process_time()
    conflict = explain_conflict(scene, prepared.rules, Limits(), Watch())
    spent = time.process_time() - started
    assert isinstance(conflict, Conflict)
    core = [r for r in musts if r.id in conflict.rules]
    return Verdict(
        seed=seed,
        people=len(scene.people),
        rules=len(musts),
        core=len(core),
        infeasible=bool(core) and not possible(scene, core),
        minimal=conflict.confirmed
        and all(possible(scene, [r for r in core if r is not one]) for one in core),
        concessions=bool(conflict.give_up)
        and all(possible(scene, [r for r in musts if r.id not in ids]) for ids in conflict.give_up),
        cpu=spent,
    )


def judge_many(number: int = 200, first: int = 0) -> list[Verdict]:
    """Judge so many instances; for the benchmarks."""
    return [judge(seed) for seed in range(first, first + number)]
