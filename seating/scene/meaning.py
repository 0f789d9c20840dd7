"""Rules that mean nothing or that nothing can satisfy, found before any search (规则有无意义)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from seating.facts.event import Event, Sitting
from seating.facts.fault import Fault, Where
from seating.facts.parameter import about
from seating.facts.people import Person
from seating.facts.rule import Rule, RuleSpec, Scene
from seating.facts.text import NOTHING, Text
from seating.kinds.registry import kind_name, kinds
from seating.scene.range import RangeAsk, lowest

if TYPE_CHECKING:
    from seating.scene.build import Prepared

_UNMET = Text(
    "没有一场的形式、惯例与 forms、when 相符",
    "no sitting has the form or convention of `forms` and `when`",
)
_LOST = Text(
    "所指的人不在该场，或没有同在一场",
    "the people named are not at the sitting, or not at one together",
)
_BY_REPLAN = ("keep-place", "keep-order")  # these speak only when an earlier plan is there


def wrong_number(kind: Any, roster: Mapping[str, Person]) -> Fault | None:
    """Return what is wrong if a rule names too few people or places to mean anything.

    The fault's place is for the caller to fill in.
    """
    who: tuple[str, ...] = getattr(kind, "who", ())
    of: tuple[str, ...] | None = getattr(kind, "of", None)
    if kind.kind == "apart" and len(who) < 2:
        return _fault("回避至少要有两个人", "apart needs at least two people")
    if kind.kind in ("together", "same-side") and not kind.each and len(who) < 2:
        return _fault(f"{kind.title.zh}至少要有两个人", f"{kind.kind} needs at least two people")
    if kind.kind == "pinned" and len(who) != len(kind.place):
        return _fault(
            f"定座的人数（{len(who)}）与座位数（{len(kind.place)}）不等",
            f"pinned names {len(who)} people and {len(kind.place)} places",
        )
    if of and set(who) == set(of) and len(of) == 1:
        name = roster[of[0]]
        return _fault(
            f"规则两边都是{name.called.zh}一个人",
            f"{name.called.en} is named on both sides of the rule",
        )
    principals = [roster[p].interprets for p in who]
    if kind.kind in ("beside", "behind") and who and not of and not any(principals):
        return _fault(
            "没有写 of，名册里这些人也没有翻译对象",
            "names nobody in `of`, and the people interpret for nobody",
            "请在 of 中写明坐在谁旁边（身后），或在名册“翻译对象”列填写。",
            "Say beside (behind) whom in `of`, or fill in the roster's column 翻译对象.",
        )
    return None


def _fault(zh: str, en: str, advice_zh: str = "", advice_en: str = "") -> Fault:
    return Fault(where=Where(file=""), message=Text(zh, en), advice=Text(advice_zh, advice_en))


def other_sitting(spec: RuleSpec, value: str, event: Event, sitting: Sitting) -> str | Fault | None:
    """Resolve the sitting that a parameter names, by id or title.

    Returns its id; a fault if there is none or it comes no earlier than a rule needs;
    ``None`` if the rule, written for every sitting, cannot be meant for this one.
    """
    ids = [s.id for s in event.sittings]
    titles = {s.title.zh: s.id for s in event.sittings} | {s.id: s.id for s in event.sittings}
    name = titles.get(value.strip())
    here = ids.index(sitting.id)
    earlier = ids[:here]
    listed = Text(
        f"可用：{'、'.join(earlier)}。" if earlier else "本场之前没有别的场次。",
        f"Accepted: {', '.join(earlier)}." if earlier else "No sitting comes before this one.",
    )
    if name is None:
        if not spec.sitting:
            listed = Text(f"可用：{'、'.join(ids)}。", f"Accepted: {', '.join(ids)}.")
        return Fault(
            where=Where(file=""),
            message=Text(f"没有场次“{value}”", f"there is no sitting {value!r}"),
            advice=listed,
        )
    if name in earlier:
        return name
    if not spec.sitting:
        return None
    if name == sitting.id:
        message = Text(f"“{value}”就是本场", f"{value!r} is the rule's own sitting")
    else:
        message = Text(
            f"“{value}”排在本场之后，排本场时还没有它的座次",
            f"{value!r} comes after this sitting and is not planned yet",
        )
        listed = Text(
            "请在 event.toml 中把它写到本场前面。", "Put it above this sitting in event.toml."
        )
    return Fault(where=Where(file=""), message=message, advice=listed)


def doubtful(event: Event, sittings: Sequence[Prepared]) -> Iterator[Fault]:
    """Yield a doubt for each rule of the event that says nothing at any sitting, and for each
    wish that no place of a sitting can satisfy.
    """
    own = {r.id: r for r in event.rules if r.level != "off" and kind_name(r.kind) in kinds()}
    speaks: set[str] = set()
    silent: dict[str, Text] = {}
    for at, prepared in enumerate(sittings):
        for rule in prepared.rules:
            if rule.id not in own or prepared.counting:
                speaks.add(rule.id)
                continue
            if _speaks(rule, prepared.scene, sittings[:at]):
                speaks.add(rule.id)
                if rule.level != "must" and _hopeless(rule, prepared.scene):
                    yield _hopeless_doubt(own[rule.id], prepared)
            else:
                silent.setdefault(rule.id, getattr(rule.kind, "idle", NOTHING))
    told = [d.where for p in sittings for d in p.doubts]
    for name, spec in sorted(own.items()):
        if name in speaks or any(_same(where, _at(spec)) for where in told):
            continue
        yield _silent_doubt(spec, silent.get(name, _UNMET if not _meant(spec, sittings) else _LOST))


def _meant(spec: RuleSpec, sittings: Sequence[Prepared]) -> bool:
    """Whether the form and the convention of some sitting are those of a rule."""
    return any(
        spec.sitting in ("", p.sitting.id)
        and (not spec.forms or p.sitting.form in spec.forms)
        and all(p.convention.values.get(name) == value for name, value in spec.when.items())
        for p in sittings
    )


def _speaks(rule: Rule, scene: Scene, before: Sequence[Prepared]) -> bool:
    """Whether a rule asks anything at all."""
    kind: Any = rule.kind
    if kind.kind in _BY_REPLAN or kind.kind == "due-place":
        return True
    told = [f.name for f in dataclasses.fields(kind) if about(f).sitting]
    if told:
        chosen = {getattr(kind, name) for name in told} - {""}
        who: Iterable[str] = kind.who
        return any(
            any(p.scene.has(person) for person in who)
            for p in before
            if not chosen or p.sitting.id in chosen
        )
    return next(iter(kind.compile(scene, RangeAsk(scene))), None) is not None


def _hopeless(rule: Rule, scene: Scene) -> bool:
    """Whether some part of a wish is broken wherever people sit."""
    kind = rule.kind.kind
    if kind == "due-place" or kind in _BY_REPLAN:
        return False
    return any(lowest(n) > 0 for _, n in rule.kind.compile(scene, RangeAsk(scene)))


def _at(spec: RuleSpec) -> Where:
    return spec.where or Where(file="event.toml", key=f"rule.{spec.id}")


def _same(where: Where, rule: Where) -> bool:
    """Whether a doubt was already raised about a rule (somebody's absence)."""
    if rule.row:
        return (where.file, where.sheet, where.row) == (rule.file, rule.sheet, rule.row)
    return where.file == rule.file and where.key.startswith(f"{rule.key}.")


def _silent_doubt(spec: RuleSpec, why: Text) -> Fault:
    zh = f"规则“{spec.id}”在各场都不起作用" + (f"：{why.zh}" if why.zh else "")
    en = f"rule {spec.id!r} says nothing at any sitting" + (f": {why.en}" if why.en else "")
    return Fault(
        where=_at(spec),
        message=Text(zh, en),
        advice=Text("请核对这条规则和名册。", "Check the rule and the roster."),
        severity="doubt",
    )


def _hopeless_doubt(spec: RuleSpec, prepared: Prepared) -> Fault:
    title = prepared.sitting.title
    return Fault(
        where=_at(spec),
        message=Text(
            f"规则“{spec.id}”在“{title.zh}”怎么排都不能完全满足",
            f"rule {spec.id!r} cannot be kept in full at {title.en!r}, wherever people sit",
        ),
        severity="doubt",
    )
