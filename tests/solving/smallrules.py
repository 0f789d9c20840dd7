"""Rules of every kind, drawn at random for small scenes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from smallworld import make, rule

from seating.facts.rule import Level, Rule, Scene

SOFT: tuple[Level, ...] = ("should", "keep", "prefer")
PER = ("table", "block", "row")


def _some(rng: random.Random, scene: Scene, least: int, most: int) -> tuple[str, ...]:
    ids = [p.id for p in scene.people]
    count = rng.randint(least, min(most, len(ids)))
    return tuple(sorted(rng.sample(ids, count)))


def _aisle(rng: random.Random, scene: Scene) -> Any:
    return make("aisle", who=_some(rng, scene, 1, 2))


def _apart(rng: random.Random, scene: Scene) -> Any:
    relations = tuple(rng.sample(("beside", "behind", "opposite"), rng.randint(1, 3)))
    return make("apart", who=_some(rng, scene, 2, 4), within=rng.randint(1, 3), relations=relations)


def _behind(rng: random.Random, scene: Scene) -> Any:
    return make("behind", who=_some(rng, scene, 1, 2), of=_some(rng, scene, 0, 2))


def _beside(rng: random.Random, scene: Scene) -> Any:
    hand = rng.choice(("either", "left", "right"))
    return make("beside", who=_some(rng, scene, 1, 2), of=_some(rng, scene, 0, 2), hand=hand)


def _due_place(rng: random.Random, scene: Scene) -> Any:
    everybody = tuple(p.id for p in scene.people)
    return make("due-place", who=rng.choice((everybody, _some(rng, scene, 1, 4))))


def _front(rng: random.Random, scene: Scene) -> Any:
    return make("front", who=_some(rng, scene, 1, 3), rows=1)


def _keep_order(rng: random.Random, scene: Scene) -> Any:
    return make("keep-order", who=_some(rng, scene, 2, 5))


def _keep_place(rng: random.Random, scene: Scene) -> Any:
    return make("keep-place", who=_some(rng, scene, 1, 5))


def _pinned(rng: random.Random, scene: Scene) -> Any:
    who = _some(rng, scene, 1, 2)
    return make("pinned", who=who, place=tuple(rng.choice(scene.eligible[p]) for p in who))


def _reserved(rng: random.Random, scene: Scene) -> Any:
    seats = [p.id for p in scene.layout.seats]
    places = tuple(rng.sample(seats, rng.randint(1, 2)))
    return make("reserved", places=places, who=_some(rng, scene, 0, 2))


def _together(rng: random.Random, scene: Scene) -> Any:
    shape = rng.choice(("run", "run", "row", "file", "block"))
    each = rng.choice(("", "unit", "group"))
    return make("together", who=_some(rng, scene, 2, 5), each=each, shape=shape)


def _wheelchair(rng: random.Random, scene: Scene) -> Any:
    return make("wheelchair", who=_some(rng, scene, 1, 1))


def _acquaintances(rng: random.Random, scene: Scene) -> Any:
    by, per = rng.choice(("knows", "unit", "group", "tag")), rng.choice((*PER, "beside"))
    return make(
        "acquaintances", who=_some(rng, scene, 1, 5), by=by, per=per, least=rng.randint(1, 2)
    )


def _alternate(rng: random.Random, scene: Scene) -> Any:
    by = rng.choice(("gender", "side", "unit", "group"))
    return make("alternate", who=_some(rng, scene, 2, 5), by=by)


def _balance(rng: random.Random, scene: Scene) -> Any:
    by = rng.choice(("", "gender", "side", "unit", "group", "tag"))
    return make(
        "balance",
        who=_some(rng, scene, 2, 5),
        by=by,
        per=rng.choice(PER),
        difference=rng.randint(0, 2),
    )


def _capacity(rng: random.Random, scene: Scene) -> Any:
    least = rng.randint(0, 2)
    return make(
        "capacity",
        who=_some(rng, scene, 2, 5),
        per=rng.choice(PER),
        least=least,
        most=rng.choice((0, 3)) if least else rng.randint(1, 3),
        empty=rng.random() < 0.7,
    )


def _compact(rng: random.Random, scene: Scene) -> Any:
    return make("compact", rows=rng.choice(((), (1,), (2,))))


def _companion(rng: random.Random, scene: Scene) -> Any:
    return make("companion", who=_some(rng, scene, 1, 3), of=_some(rng, scene, 0, 3))


def _gap(rng: random.Random, scene: Scene) -> Any:
    return make("gap", who=_some(rng, scene, 1, 2))


def _near(rng: random.Random, scene: Scene) -> Any:
    to = rng.choice(("door", "door", "door", "screen"))
    return make("near", who=_some(rng, scene, 1, 3), to=to, within=rng.randint(500, 4000))


def _new_neighbours(rng: random.Random, scene: Scene) -> Any:
    per = rng.choice(("beside", "table", "block"))
    return make(
        "new-neighbours", who=_some(rng, scene, 2, 5), other=rng.choice(("", "lunch")), per=per
    )


def _not_at(rng: random.Random, scene: Scene) -> Any:
    seats = [p.id for p in scene.layout.seats]
    return make("not-at", who=_some(rng, scene, 1, 3), places=tuple(rng.sample(seats, 2)))


def _opposite(rng: random.Random, scene: Scene) -> Any:
    return make("opposite", who=_some(rng, scene, 1, 2), of=_some(rng, scene, 1, 2))


def _same_seat(rng: random.Random, scene: Scene) -> Any:
    return make("same-seat", who=_some(rng, scene, 1, 5), other=rng.choice(("", "lunch")))


def _same_side(rng: random.Random, scene: Scene) -> Any:
    return make(
        "same-side",
        who=_some(rng, scene, 2, 5),
        each=rng.choice(("", "unit", "group")),
        by=rng.choice(("side", "facing")),
    )


def _spouses(rng: random.Random, scene: Scene) -> Any:
    return make(
        "spouses",
        who=_some(rng, scene, 2, 5),
        sit=rng.choice(("apart", "together")),
        per=rng.choice((*PER, "beside")),
    )


def _spread(rng: random.Random, scene: Scene) -> Any:
    least = rng.randint(0, 1)
    return make(
        "spread",
        who=_some(rng, scene, 2, 5),
        by=rng.choice(("gender", "side", "unit", "group", "tag")),
        per=rng.choice(PER),
        least=least,
        most=rng.choice((0, 2)) if least else rng.randint(1, 2),
    )


MAKERS: dict[str, Callable[[random.Random, Scene], Any]] = {
    "acquaintances": _acquaintances,
    "aisle": _aisle,
    "alternate": _alternate,
    "apart": _apart,
    "balance": _balance,
    "behind": _behind,
    "beside": _beside,
    "capacity": _capacity,
    "compact": _compact,
    "companion": _companion,
    "due-place": _due_place,
    "front": _front,
    "gap": _gap,
    "keep-order": _keep_order,
    "keep-place": _keep_place,
    "near": _near,
    "new-neighbours": _new_neighbours,
    "not-at": _not_at,
    "opposite": _opposite,
    "pinned": _pinned,
    "reserved": _reserved,
    "same-seat": _same_seat,
    "same-side": _same_side,
    "spouses": _spouses,
    "spread": _spread,
    "together": _together,
    "wheelchair": _wheelchair,
}


def random_rules(
    rng: random.Random,
    scene: Scene,
    count: int,
    musts: float = 0.3,
    names: Sequence[str] = tuple(sorted(set(MAKERS) - {"due-place"})),
) -> list[Rule]:
    """Return rules of any kind (or of those named); the share ``musts`` of them at must."""
    found = []
    for number in range(count):
        level: Level = "must" if rng.random() < musts else rng.choice(SOFT)
        kind = MAKERS[rng.choice(names)](rng, scene)
        found.append(rule(kind, level, rng.randint(1, 3), f"{number}-{kind.kind}"))
    return found


def due_rules(rng: random.Random, scene: Scene) -> list[Rule]:
    """Return none, one or two rules of due places at levels that are not must."""
    number = rng.choice((0, 1, 1, 1, 2))
    return [
        rule(_due_place(rng, scene), rng.choice(SOFT), rng.randint(1, 3), f"due-{i}")
        for i in range(number)
    ]
