"""Plans that differ in substance, each with what it gives up (备选方案与取舍).

Three sorts of alternatives are tried in turn, so that the choice is a real one:

* a rule of the levels should or prefer is waived (the order of precedence is none of these);
* several of the people who matter most sit elsewhere than in all plans found so far;
* the convention is read the other way where sources differ (even numbers, hosts and guests …).

Every plan is verified by the checker against the event's own rules.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from seating.checking.verify import Bill, verify
from seating.facts.alternative import Alternative
from seating.facts.book import Book
from seating.facts.convention import Option
from seating.facts.fault import BadInputError
from seating.facts.plan import Conflict, Finding, Plan, SittingPlan
from seating.facts.rule import LEVELS, Rule, Scene
from seating.facts.text import NOTHING, Text, joined
from seating.planner.books import book
from seating.planner.differing import differing
from seating.planner.merits import with_merits
from seating.planner.pipeline import looks_elsewhere, plan_sitting, with_elsewhere
from seating.reading.options import load_options
from seating.scene.build import Prepared, Programme, build

if TYPE_CHECKING:
    from seating.solving.run import Limits, Watch

_AFFECTED = 10
_LEAST = 2  # plans in which fewer people sit elsewhere are the same in substance
_ORDER = ("due-place",)
_EFFORT = 5.0


def alternatives(
    programme: Programme,
    prepared: Prepared,
    number: int = 3,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> list[Alternative] | Conflict:
    """Return the best plan of a sitting and up to ``number - 1`` others.

    Fewer are returned if the rules leave no more room; a conflict if there is no plan at all.
    Raises what :func:`plan_sitting` raises for the best plan.
    """
    best = plan_sitting(prepared, limits, watch)
    if isinstance(best, Conflict):
        return best
    found = [_judge(prepared, best, None, Text("最好的方案", "the best plan"))]
    sources = [
        _waiving(prepared, found[0], limits, watch),
        _elsewhere(prepared, found, limits, watch),
        _conventions(programme, prepared, found[0], limits, watch),
    ]
    while sources and len(found) < number:
        for source in list(sources):
            if len(found) == number:
                break
            one = next((a for a in source if all(_differs(a, b) for b in found)), None)
            if one is None:
                sources.remove(source)
            else:
                found.append(one)
    head, *others = found
    return with_merits([head, *sorted(others, key=lambda a: (a.option is not None, a.totals))])


def of_programme(
    programme: Programme,
    number: int = 3,
    sitting: str = "",
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> dict[str, list[Alternative] | Conflict]:
    """Return the alternatives of every sitting, or of one, by sitting id.

    Each sitting knows the best plans of those before it, in case a rule looks at them.
    """
    found: dict[str, list[Alternative] | Conflict] = {}
    done: dict[str, SittingPlan] = {}
    chosen = [p for p in programme.sittings if sitting in ("", p.sitting.id)]
    looking = any(looks_elsewhere(rule) for p in chosen for rule in p.rules)
    for prepared in programme.sittings:
        name = prepared.sitting.id
        ready = with_elsewhere(prepared, done, programme)
        if sitting in ("", name):
            made = found[name] = alternatives(programme, ready, number, limits, watch)
            if not isinstance(made, Conflict):
                done[name] = made[0].plan
        elif looking:
            earlier = plan_sitting(ready, limits, watch)
            if not isinstance(earlier, Conflict):
                done[name] = earlier
        if name == sitting:
            break
    return found


def decision_book(programme: Programme, found: Mapping[str, list[Alternative] | Conflict]) -> Book:
    """Return a book of the best plans, from which the alternatives can be printed."""
    ready = {name: tuple(a) for name, a in found.items() if not isinstance(a, Conflict)}
    event = programme.event
    plan = Plan(
        event=event.id,
        version=event.version,
        digest=event.digest,
        sittings={name: one[0].plan for name, one in ready.items()},
    )
    return dataclasses.replace(book(programme, plan), alternatives=ready)


def _differs(a: Alternative, b: Alternative) -> bool:
    return sum(b.places.get(p) != place for p, place in a.places.items()) >= _LEAST


def _judge(
    prepared: Prepared,
    plan: SittingPlan,
    best: Alternative | None,
    title: Text,
    *,
    waived: str = "",
    option: tuple[str, str] | None = None,
    premise: Text = NOTHING,
) -> Alternative:
    """Count a plan with the checker and compare it with the best."""
    scene, rules = prepared.scene, prepared.rules
    bill = verify(scene, rules, plan.placing)
    assert bill.valid, "an alternative keeps every must rule"
    order = {r.id for r in rules if r.kind.kind in _ORDER}
    here = _broken(bill, order)
    there: dict[tuple[str, tuple[str, ...]], Finding] = {}
    elsewhere: tuple[str, ...] = ()
    if best is not None:
        there = _broken(verify(scene, rules, best.plan.placing), order) if option is None else here
        elsewhere = tuple(
            p.id for p in scene.people if best.places.get(p.id) != plan.placing.places[p.id]
        )
    return Alternative(
        title=title,
        option=option,
        waived=waived,
        layout=scene.layout,
        plan=plan,
        premise=premise,
        totals=tuple(bill.totals[level] for level in LEVELS),
        elsewhere=elsewhere,
        broken=tuple(f.sentence for f in here.values()),
        lost=tuple(f.sentence for key, f in here.items() if _more(f, there.get(key))),
        gained=tuple(f.sentence for key, f in there.items() if _more(f, here.get(key))),
        off=sum(plan.placing.places[p] != due for p, due in scene.due.items()),
    )


def _broken(bill: Bill, order: set[str]) -> dict[tuple[str, tuple[str, ...]], Finding]:
    return {(f.rule, f.subjects): f for f in bill.findings if f.rule not in order}


def _more(one: Finding, other: Finding | None) -> bool:
    return other is None or one.amount > other.amount


def _waiving(
    prepared: Prepared, best: Alternative, limits: Limits | None, watch: Watch | None
) -> Iterator[Alternative]:
    """Give up one rule at a time, those first that keep people from their due places."""
    scene = prepared.scene
    off = {p for p, due in scene.due.items() if best.places[p] != due}

    def bites(rule: Rule) -> int:
        who = {*getattr(rule.kind, "who", ()), *getattr(rule.kind, "of", ())}
        return len(who & off)

    pool = [
        r
        for r in prepared.rules
        if r.level in ("should", "prefer") and r.kind.kind not in _ORDER and bites(r)
    ]
    for rule in sorted(pool, key=lambda r: (LEVELS.index(r.level), -bites(r), r.id)):
        rules = tuple(r for r in prepared.rules if r is not rule)
        made = _try(dataclasses.replace(prepared, rules=rules), limits, watch)
        if made is not None:
            words = rule.kind.sentence(scene)
            said = rule.spec.text or words.zh
            title = Text(f"不强求“{said}”", f"without insisting that {words.en}")
            premise = Text("放弃该条之后", "without that rule")
            yield _judge(prepared, made, best, title, waived=rule.id, premise=premise)


def _conventions(
    programme: Programme,
    prepared: Prepared,
    best: Alternative,
    limits: Limits | None,
    watch: Watch | None,
) -> Iterator[Alternative]:
    """Read the convention the other way where that changes who is due where."""
    event, sitting = programme.event, prepared.sitting
    for option in _options(prepared):
        for choice in option.choices:
            if choice.value == prepared.convention.values.get(option.name):
                continue
            told = {**sitting.convention, option.name: choice.value}
            one = dataclasses.replace(sitting, convention=told)
            sittings = tuple(one if s.id == sitting.id else s for s in event.sittings)
            try:
                whole = build(dataclasses.replace(event, sittings=sittings))
            except BadInputError:  # this choice does not suit the rules
                continue
            other = next(p for p in whole.sittings if p.sitting.id == sitting.id)
            scene = dataclasses.replace(
                other.scene, elsewhere=prepared.scene.elsewhere, layouts=prepared.scene.layouts
            )
            other = dataclasses.replace(other, scene=scene)
            here, there = prepared.scene, other.scene
            if there.due == here.due or there.layout.by_id.keys() != here.layout.by_id.keys():
                continue
            made = _try(other, limits, watch)
            if made is not None:
                title = Text(
                    f"{option.title.zh}：{choice.title.zh}",
                    f"{option.title.en}: {choice.title.en}",
                )
                value = (option.name, choice.value)
                premise = Text("按此惯例", "under this reading")
                yield _judge(other, made, best, title, option=value, premise=premise)


def _options(prepared: Prepared) -> list[Option]:
    """The points of the convention that may change this sitting."""
    asked = {name for rule in prepared.convention.rules for name in rule.when}
    asked |= {name for rule in prepared.rules for name in rule.spec.when}
    asked |= set(prepared.form.OPTIONS)
    return [o for o in load_options() if o.name in asked or o.name.startswith("order.")]


def _try(prepared: Prepared, limits: Limits | None, watch: Watch | None) -> SittingPlan | None:
    """Plan with less effort than the best plan is worth; ``None`` if that finds nothing."""
    from seating.solving.run import Limits

    full = limits or Limits()
    less = dataclasses.replace(full, work=min(full.work, _EFFORT))
    try:
        made = plan_sitting(prepared, less, watch)
    except TimeoutError:
        return None
    return None if isinstance(made, Conflict) else made


def _elsewhere(
    prepared: Prepared,
    found: Sequence[Alternative],
    limits: Limits | None,
    watch: Watch | None,
) -> Iterator[Alternative]:
    who = _affected(prepared.scene, found[0])
    for least in (_LEAST, 3, 4):
        if least > len(who):
            return
        rules = [
            differing({p: a.places[p] for p in who}, least, at) for at, a in enumerate(list(found))
        ]
        made = _try(dataclasses.replace(prepared, rules=(*prepared.rules, *rules)), limits, watch)
        if made is None:
            return
        premise = Text("这几人换座之后", "with these people elsewhere")
        alternative = _judge(prepared, made, found[0], NOTHING, premise=premise)
        shown = alternative.elsewhere[:4]
        names = joined(prepared.scene.person(p).called for p in shown)
        more = len(alternative.elsewhere) > len(shown)
        title = Text(
            f"{names.zh}{'等' if more else ''}换座",
            f"{names.en}{' and others' if more else ''} sit elsewhere",
        )
        yield dataclasses.replace(alternative, title=title)


def _affected(scene: Scene, best: Alternative) -> tuple[str, ...]:
    """The people whose places are most worth discussing: those off their due places, seniors."""
    off = [p.id for p in scene.people if best.places[p.id] != scene.due[p.id]]
    seniors = [p.id for p in scene.people if p.id not in off]
    return tuple((off + seniors)[:_AFFECTED])
