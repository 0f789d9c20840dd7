"""17 guests of Bellows and Peterson (2012): everybody knows somebody at his table.

The published figure is the sum of the acquaintance of all pairs at one table.  Ours is the
acquaintance of the pairs who are parted; both add up to the sum of the matrix.
"""

from __future__ import annotations

import json
from itertools import combinations

from seating.facts.people import Person
from seating.facts.rule import Scene
from seating.facts.text import plain
from seating.kinds.acquaintances import Acquaintances
from seating.kinds.together import Together
from tests.benchmarks.record import DATA, Clock, Result, in_turn, rule, solved, tables


def run(number: int, seats: int) -> Result:
    """Plan the guests at so many tables of so many seats."""
    data = json.loads((DATA / "wedding-17" / "wedding17.json").read_text(encoding="utf-8"))
    names, matrix = data["names"], data["C"]
    clock = Clock()
    ids = [f"g{i:02d}" for i in range(len(names))]
    people = tuple(
        Person(
            id=ids[i],
            name=name,
            knows=frozenset(ids[j] for j, c in enumerate(matrix[i]) if c and j != i),
        )
        for i, name in enumerate(names)
    )
    layout = tables(number, seats, chairs=False)
    every = tuple(p.id for p in layout.places)
    scene = Scene(
        sitting="wedding",
        title=plain("wedding"),
        people=people,
        layout=layout,
        due=in_turn(ids, layout),
        eligible={p: every[: i + 1] for i, p in enumerate(ids)},  # tables are alike
    )
    least = data["min_known_neighbors"]
    rules = [rule(Acquaintances(who=tuple(ids), least=least))]
    total = 0
    for i, j in combinations(range(len(ids)), 2):
        if matrix[i][j]:
            total += matrix[i][j]
            kind = Together(who=(ids[i], ids[j]), shape="block")
            rules.append(rule(kind, "prefer", matrix[i][j], f"pair-{i}-{j}"))
    outcome = solved(scene, rules, work=60.0)
    last = outcome.levels[-1]
    return Result(
        instance=f"wedding-17, {number} tables of {seats}",
        value=str(total - last.value),
        bound=str(total - last.bound),
        proven=last.proven,
        cpu=clock.seconds,
        peers="276 published (MIP, CP)" if number == 5 else "—",
    )
