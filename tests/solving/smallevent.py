"""Small events as reading would return them, with no file behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from seating.facts.event import Event, PrecedenceSpec, Sitting
from seating.facts.fault import Where
from seating.facts.people import Person, Unit
from seating.facts.rule import Level, RuleSpec
from seating.facts.text import NOTHING, plain

BY_RANK = PrecedenceSpec(by=("rank", "id"))


def people_named(names: str, **fields: Mapping[str, Any]) -> list[Person]:
    """Return people whose id and name are the letters, ranked as written.

    ``fields`` gives further attributes of single people by letter.
    """
    return [Person(id=n, name=n, rank=i + 1, **fields.get(n, {})) for i, n in enumerate(names)]


def spec(
    rid: str,
    kind: str,
    level: Level | str = "must",
    *,
    weight: int = 1,
    sitting: str = "",
    **parameters: Any,
) -> RuleSpec:
    """Return a rule as written in ``event.toml``."""
    return RuleSpec(
        id=rid,
        kind=kind,
        level=level,  # type: ignore[arg-type]
        weight=weight,
        sitting=sitting,
        parameters=parameters,
        where=Where(file="event.toml", key=f"rule[{rid}]"),
    )


def sitting(
    sid: str = "s",
    form: str = "rostrum",
    who: Sequence[str] = (),
    title: str = "",
    **layout: Any,
) -> Sitting:
    """Return one sitting; ``layout`` holds the form's own parameters."""
    return Sitting(
        id=sid,
        title=plain(title or sid),
        form=form,
        who=tuple(who),
        layout=layout,
        where=Where(file="event.toml", key=f"sitting[{sid}]"),
    )


def event_of(
    people: Iterable[Person],
    rules: Iterable[RuleSpec] = (),
    sittings: Iterable[Sitting] = (),
    *,
    precedence: PrecedenceSpec = BY_RANK,
    units: Iterable[Unit] = (),
) -> Event:
    """Return an event; one rostrum if no sitting is given."""
    return Event(
        id="e",
        title=plain("e"),
        organiser=NOTHING,
        start=None,
        end=None,
        place=NOTHING,
        language="zh",
        convention="cn-domestic",
        version=1,
        people=tuple(people),
        units=tuple(units),
        sittings=tuple(sittings) or (sitting(),),
        rules=tuple(rules),
        precedence=precedence,
    )
