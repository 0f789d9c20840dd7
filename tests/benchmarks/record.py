"""One line of the table of results, and how it is measured."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from seating.checking.verify import disagreement, verify
from seating.facts.plan import Placing
from seating.facts.rule import Level, Rule, RuleSpec, Scene
from seating.facts.text import plain
from seating.facts.venue import Layout, Link, Place
from seating.solving.levels import Outcome
from seating.solving.placing import solve_placing
from seating.solving.run import Limits, Watch

DATA = Path(__file__).resolve().parent / "data"
RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Result:
    """What one instance came to; ``cpu`` counts the seconds of all threads."""

    instance: str
    value: str
    bound: str
    proven: bool
    cpu: float
    peers: str = "—"


class Clock:
    """CPU seconds since it was made."""

    def __init__(self) -> None:
        self._start = time.process_time()

    @property
    def seconds(self) -> float:
        return time.process_time() - self._start


def rule(kind: object, level: Level = "must", weight: int = 1, name: str = "") -> Rule:
    """Return a rule whose people and places are ids already."""
    word: str = kind.kind  # type: ignore[attr-defined]
    spec = RuleSpec(id=name or word, kind=word, level=level, weight=weight)
    return Rule(spec=spec, level=level, weight=weight, kind=kind)  # type: ignore[arg-type]


def solved(scene: Scene, rules: Sequence[Rule], work: float) -> Outcome:
    """Solve and verify; whatever the checker counts otherwise is an error."""
    outcome = solve_placing(scene, rules, Limits(work=work), Watch())
    assert outcome is not None, "the must rules cannot hold"
    placing = Placing(sitting=scene.sitting, places=outcome.places)
    bill = verify(scene, rules, placing)
    wrong = disagreement(bill, outcome.levels)
    assert bill.valid, [f.sentence.en for f in (*bill.structure, *bill.findings)][:5]
    assert not wrong, [text.en for text in wrong]
    return outcome


def place(pid: str, honour: int, **more: object) -> Place:
    """Return a place whose label is its id."""
    return Place(id=pid, label=plain(pid), honour=honour, x=0.0, y=0.0, **more)  # type: ignore[arg-type]


def tables(number: int, seats: int, *, chairs: bool) -> Layout:
    """Round tables: with a place for each chair, or with one place for each whole table."""
    if not chairs:
        whole = [place(f"T{t}", t, block=str(t), capacity=seats) for t in range(1, number + 1)]
        return Layout(form="tables", places=tuple(whole))
    places = [
        place(f"{t}-{n}", (t - 1) * seats + n, block=str(t), number=n)
        for t in range(1, number + 1)
        for n in range(1, seats + 1)
    ]
    links = [
        Link("beside", f"{t}-{n}", f"{t}-{n % seats + 1}")
        for t in range(1, number + 1)
        for n in range(1, seats + 1)
    ]
    return Layout(form="tables", places=tuple(places), links=tuple(links))


def in_turn(ids: Sequence[str], layout: Layout) -> Mapping[str, str]:
    """Give the people the places in their order."""
    rooms = [p.id for p in layout.seats for _ in range(p.capacity)]
    return dict(zip(ids, rooms, strict=False))


def parts(text: str) -> dict[str, str]:
    """Return the text of RESULTS.md by heading; what stands before the first is ``""``."""
    first, *rest = ("\n" + text).split("\n## ")
    found = {"": first.strip("\n")}
    for part in rest:
        heading, _, body = part.partition("\n")
        found[heading.strip()] = body.strip("\n")
    return found


def keep(heading: str, body: str) -> None:
    """Put one part into RESULTS.md, in place of what it said before; the others stay."""
    found = parts(RESULTS.read_text(encoding="utf-8"))
    found[heading] = body.strip("\n")
    text = "\n\n".join(f"## {h}\n\n{b}" if h else b for h, b in found.items())
    RESULTS.write_text(text + "\n", encoding="utf-8")
