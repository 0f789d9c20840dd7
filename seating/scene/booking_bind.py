"""Rules of booking as written → rules with people, rooms and meetings resolved (规则落实)."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from seating.bookings.registry import booking_kind_name, booking_kinds
from seating.facts.booking_rule import BookingRule, BookingScene
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import about
from seating.facts.rule import RuleSpec
from seating.facts.text import Text
from seating.kinds.registry import kind_name, kinds
from seating.reading.booking.house import load_house_rules
from seating.reading.fields import fill
from seating.reading.rulesheet import located, typed
from seating.scene.select import UnknownNameError, select


@dataclass(frozen=True, kw_only=True)
class BoundBooking:
    """The rules of a booking, and doubts about them."""

    rules: tuple[BookingRule, ...]
    doubts: tuple[Fault, ...]


def bind_booking(event: Event, scene: BookingScene) -> BoundBooking:
    """Return the house rules and the event's own, sorted by id.

    Rules of placing are left alone.  People who attend no meeting drop out of a rule.

    Raises:
        BadInputError: unknown kinds, parameters, people, rooms or meetings.
    """
    specs = {r.id: r for r in load_house_rules()}
    specs |= {r.id: r for r in event.rules if kind_name(r.kind) not in kinds()}
    faults: list[Fault] = []
    rules: list[BookingRule] = []
    for spec in sorted(specs.values(), key=lambda r: r.id):
        if spec.level == "off":
            continue
        wrong: list[Fault] = []
        rule = _bind(spec, event, scene, wrong)
        faults += [located(fault, spec.columns) for fault in wrong]
        if rule is not None:
            rules.append(rule)
    if faults:
        raise BadInputError(faults)
    return BoundBooking(rules=tuple(rules), doubts=())


def _bind(
    spec: RuleSpec, event: Event, scene: BookingScene, faults: list[Fault]
) -> BookingRule | None:
    where = spec.where or Where(file="event.toml", key=f"rule.{spec.id}")
    known = booking_kinds()
    name = booking_kind_name(spec.kind)
    if name not in known:
        every = sorted({*known, *kinds()})
        near = difflib.get_close_matches(spec.kind, every, n=2, cutoff=0.4) or list(known)
        faults.append(
            Fault(
                where=dataclasses.replace(where, key=where.key + ".kind"),
                message=Text(
                    f"不认识的规则种类“{spec.kind}”", f"unknown kind of rule {spec.kind!r}"
                ),
                advice=Text(f"可用：{'、'.join(near)}", f"accepted: {', '.join(near)}"),
            )
        )
        return None
    told = typed(known[name], spec.parameters) if spec.columns else spec.parameters
    kind, wrong = fill(known[name], told, where)
    if wrong or kind is None:
        faults += wrong
        return None
    changes: dict[str, Any] = {}
    for item in dataclasses.fields(kind):
        value = getattr(kind, item.name)
        key = dataclasses.replace(where, key=f"{where.key}.{item.name}")
        if not value:
            continue
        if about(item).selector:
            changes[item.name] = _people(value, event, scene, key, faults)
            if not changes[item.name]:
                return None
        elif item.name == "meetings":
            titles = {m.id: m.title.zh for m in scene.meetings}
            changes[item.name] = _things(value, titles, key, faults, _NO_MEETING)
        elif item.name == "rooms":
            titles = {r.id: r.title.zh for r in scene.rooms}
            changes[item.name] = _things(value, titles, key, faults, _NO_ROOM)
    return BookingRule(
        spec=spec,
        level="must" if spec.level == "off" else spec.level,
        weight=spec.weight,
        kind=dataclasses.replace(kind, **changes),
    )


def _people(
    selectors: tuple[str, ...],
    event: Event,
    scene: BookingScene,
    where: Where,
    faults: list[Fault],
) -> tuple[str, ...]:
    if selectors in (("all",), ("所有人",), ("全体",)):
        return tuple(scene.people)
    try:
        found = select(event.people, selectors, event.units)
    except UnknownNameError as unknown:
        faults.append(Fault(where=where, message=unknown.message, advice=unknown.advice))
        return ()
    return tuple(p for p in scene.people if p in found)


_NO_MEETING = Text("没有会议“{}”", "there is no meeting {!r}")
_NO_ROOM = Text("没有会议室“{}”", "there is no room {!r}")


def _things(
    words: tuple[str, ...],
    titles: Mapping[str, str],
    where: Where,
    faults: list[Fault],
    message: Text,
) -> tuple[str, ...]:
    """Return the ids that words mean: an id, or a title that only one thing has."""
    found: list[str] = []
    for word in words:
        hits = [word] if word in titles else [i for i, title in titles.items() if title == word]
        if len(hits) == 1:
            found += hits
            continue
        near = hits or difflib.get_close_matches(word, [*titles, *titles.values()], n=3, cutoff=0.4)
        faults.append(
            Fault(
                where=where,
                message=Text(message.zh.format(word), message.en.format(word)),
                advice=Text(f"可写：{'、'.join(near)}", f"accepted: {', '.join(near)}")
                if near
                else Text("", ""),
            )
        )
    return tuple(dict.fromkeys(found))
