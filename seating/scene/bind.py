"""Rules as written → rules with their people and places resolved (规则落实)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from seating.bookings.registry import booking_kind_name, booking_kinds
from seating.facts.convention import Convention
from seating.facts.event import Event, Sitting
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import about
from seating.facts.people import Person
from seating.facts.rule import Rule, RuleSpec
from seating.facts.text import Text, joined
from seating.facts.venue import Layout
from seating.kinds.registry import kind_name, kinds, likely_kinds
from seating.reading.fields import fill
from seating.reading.rulesheet import located, typed
from seating.scene.meaning import other_sitting, wrong_number
from seating.scene.select import UnknownNameError, select, select_places

Keeps = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The rules of one sitting.

    Attributes:
        pins, keeps: what the must rules say of certain places.
        strays: by rule id, places that this sitting does not have; wrong only if no other
            sitting has them either.
    """

    rules: tuple[Rule, ...]
    pins: Mapping[str, str]
    keeps: Keeps
    doubts: tuple[Fault, ...]
    strays: Mapping[str, Fault]


@runtime_checkable
class Pinning(Protocol):
    """A kind that puts certain people on certain places."""

    def pins(self) -> Mapping[str, str]:
        """Place by person."""


@runtime_checkable
class Keeping(Protocol):
    """A kind that keeps places for certain people."""

    def keeps(self) -> Keeps:
        """The persons who may have each place."""


def bind_rules(
    event: Event,
    sitting: Sitting,
    convention: Convention,
    people: Sequence[Person],
    layout: Layout | None,
) -> Bound:
    """Return the rules of one sitting, the pins and kept places they imply, and doubts.

    Without a layout only kinds, parameters and people are looked at.

    An event's rule replaces a pack's rule of the same id.  People who are absent or belong to
    another sitting drop out of a rule; a rule that then concerns nobody is left out, with a
    doubt if somebody's absence is the reason.  A pack's rule that finds nobody or no place is
    left out without a word.

    Raises:
        BadInputError: unknown kinds, parameters, people or places.
    """
    specs = {r.id: r for r in convention.rules} | {r.id: r for r in event.rules}
    faults: list[Fault] = []
    doubts: list[Fault] = []
    rules: list[Rule] = []
    pins: dict[str, str] = {}
    keeps: dict[str, tuple[str, ...]] = {}
    strays: dict[str, Fault] = {}
    for spec in sorted(specs.values(), key=lambda r: r.id):
        if spec.level == "off" or not _applies(spec, sitting, convention):
            continue
        if booking_kind_name(spec.kind) in booking_kinds():
            continue
        own = any(spec.id == rule.id for rule in event.rules)
        wrong: list[Fault] = []
        unsure: list[Fault] = []
        rule = _bind(spec, event, sitting, people, layout, wrong, unsure, strays, own=own)
        faults += [located(fault, spec.columns) for fault in wrong]
        doubts += [located(doubt, spec.columns) for doubt in unsure]
        if spec.id in strays:
            strays[spec.id] = located(strays[spec.id], spec.columns)
        if rule is None:
            continue
        rules.append(rule)
        if rule.level == "must" and isinstance(rule.kind, Pinning):
            pins.update(rule.kind.pins())
        if rule.level == "must" and isinstance(rule.kind, Keeping):
            for place, who in rule.kind.keeps().items():
                earlier = keeps.get(place)
                keeps[place] = who if earlier is None else tuple(p for p in who if p in earlier)
    if faults:
        raise BadInputError(faults)
    return Bound(rules=tuple(rules), pins=pins, keeps=keeps, doubts=tuple(doubts), strays=strays)


def _applies(spec: RuleSpec, sitting: Sitting, convention: Convention) -> bool:
    """Whether a rule is meant for this sitting, its form and the convention's choices."""
    return (
        spec.sitting in ("", sitting.id)
        and (not spec.forms or sitting.form in spec.forms)
        and all(convention.values.get(name) == value for name, value in spec.when.items())
    )


def _bind(
    spec: RuleSpec,
    event: Event,
    sitting: Sitting,
    people: Sequence[Person],
    layout: Layout | None,
    faults: list[Fault],
    doubts: list[Fault],
    strays: dict[str, Fault],
    *,
    own: bool,
) -> Rule | None:
    where = spec.where or Where(file="event.toml", key=f"rule.{spec.id}")
    known = kinds()
    name = kind_name(spec.kind)
    if name not in known:
        near = likely_kinds(spec.kind)
        faults.append(
            Fault(
                where=dataclasses.replace(where, key=where.key + ".kind"),
                message=Text(
                    f"不认识的规则种类“{spec.kind}”", f"unknown kind of rule {spec.kind!r}"
                ),
                advice=Text(
                    f"可用：{'、'.join(f'{known[n].title.zh}（{n}）' for n in near)}",
                    f"accepted: {', '.join(near)}",
                ),
            )
        )
        return None
    told_in = typed(known[name], spec.parameters) if spec.columns else spec.parameters
    kind, wrong = fill(known[name], told_in, where)
    if wrong or kind is None:
        faults += wrong
        return None
    changes: dict[str, Any] = {}
    said: dict[str, Any] = {}
    here = {p.id for p in people}
    for item in dataclasses.fields(kind):
        told, value = about(item), getattr(kind, item.name)
        if not value or not (told.selector or told.place or told.sitting):
            continue
        key = dataclasses.replace(where, key=f"{where.key}.{item.name}")
        if told.sitting:
            other = other_sitting(spec, value, event, sitting)
            if isinstance(other, Fault):
                faults.append(dataclasses.replace(other, where=key))
            if not isinstance(other, str):
                return None
            changes[item.name] = other
            continue
        try:
            if told.place:
                changes[item.name] = select_places(layout, value) if layout else ()
                continue
            everybody = people if value in (("all",), ("所有人",), ("全体",)) else event.people
            chosen = select(everybody, value, event.units)
        except UnknownNameError as unknown:
            if not own:
                return None
            fault = Fault(where=key, message=unknown.message, advice=unknown.advice)
            if told.place and not spec.sitting:
                strays[spec.id] = fault
            else:
                faults.append(fault)
            return None
        said[item.name] = chosen
        changes[item.name] = tuple(p for p in chosen if p in here)
        gone = [p for p in event.people if p.id in chosen and p.absent]
        if gone and own:
            names = joined(p.called for p in gone)
            doubts.append(
                Fault(
                    where=key,
                    message=Text(
                        f"{names.zh}请假，规则“{spec.id}”对其不起作用",
                        f"{names.en} absent: rule {spec.id!r} does not apply to them",
                    ),
                    severity="doubt",
                )
            )
        if not changes[item.name]:
            return None
    if layout is None:
        return None
    roster = {p.id: p for p in event.people}
    problem = wrong_number(dataclasses.replace(kind, **{**changes, **said}), roster)
    if problem is not None:
        if own:
            faults.append(dataclasses.replace(problem, where=where))
        return None
    if "who" in said and "place" in changes:  # one place for each person: drop them in pairs
        pairs = [
            pair for pair in zip(said["who"], changes["place"], strict=True) if pair[0] in here
        ]
        changes["who"], changes["place"] = (tuple(column) for column in zip(*pairs, strict=True))
    else:
        order = {p.id: i for i, p in enumerate(people)}
        for name in said:
            changes[name] = tuple(sorted(changes[name], key=lambda p: order[p]))
    bound = dataclasses.replace(kind, **changes)
    if wrong_number(bound, roster) is not None:  # too few of them take part in this sitting
        return None
    return Rule(
        spec=spec,
        level="must" if spec.level == "off" else spec.level,
        weight=spec.weight,
        kind=bound,
    )
