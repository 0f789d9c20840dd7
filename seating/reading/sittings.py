"""``[[sitting]]`` and ``[precedence]`` tables → sittings and their order (场次与排序)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from seating.facts.convention import Option
from seating.facts.event import PrecedenceSpec, Sitting
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Unit
from seating.facts.text import Text
from seating.reading.fields import below, fill, fill_rest, item
from seating.reading.names import Register
from seating.reading.options import check_options
from seating.reading.rules import unknown_sitting
from seating.reading.scalars import show
from seating.reading.toml import Table, Toml
from seating.reading.words import clean, did_you_mean, key

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]|^[.\s]|[.\s]$|^$')


@dataclass(frozen=True, kw_only=True)
class _PrecedenceTable:
    by: tuple[Literal["rank", "unit", "seniority", "strokes", "pinyin", "name", "id"], ...] = (
        parameter("依次采用的依据", "criteria in turn", default=PrecedenceSpec().by)
    )
    strokes: Literal["space-first", "no-space"] = parameter(
        "笔画排序方式", "how strokes are compared", default="space-first"
    )
    before: object = parameter("明示的先后", "explicit statements", default=())
    units: tuple[str, ...] = parameter("单位的先后", "order of units", default=())


@dataclass(frozen=True, kw_only=True)
class _SittingTable:
    id: str = parameter("场次编号，用于文件名", "id of the sitting, used in file names")
    form: str = parameter("座次形式", "seating form")
    title: str = parameter("名称", "title", default="")
    title_en: str = parameter("英文名称", "title in English", default="")
    who: tuple[str, ...] = parameter("哪些人", "who takes part", default=(), selector=True)
    faces: str = parameter("对着哪一场", "the sitting that this one faces", default="")
    convention: Mapping[str, str] | None = parameter("本场的惯例选项", "options", default=None)
    precedence: Mapping[str, object] | None = parameter("本场的排序依据", "order", default=None)
    layout: Mapping[str, object] | None = parameter(
        "形式自己的参数", "the form's parameters", default=None
    )


def read_precedence(
    table: Table, where: Where, people: Register | None, units: Sequence[Unit]
) -> tuple[PrecedenceSpec, list[Fault]]:
    """Read an order of people; the people of ``before`` are resolved to ids.

    ``people`` is ``None`` when the roster could not be read.
    """
    raw, faults = fill(_PrecedenceTable, table, where)
    if raw is None:
        return PrecedenceSpec(), faults
    before, found = _chains(raw.before, below(where, "before"), people)
    faults += found
    known = {key(n): u.name for u in units for n in (u.short, u.name) if n}
    if people is not None:
        faults += [
            Fault(
                where=item(below(where, "units"), number),
                message=Text(f"没有人属于单位“{name}”。", f"nobody belongs to {name!r}."),
                advice=did_you_mean(name, known.values()),
                severity="doubt",
            )
            for number, name in enumerate(raw.units, 1)
            if key(name) not in known
        ]
    return PrecedenceSpec(
        by=tuple(raw.by),
        strokes=raw.strokes,
        before=before,
        units=tuple(known.get(key(name), clean(name)) for name in raw.units),
    ), faults


def _chains(
    value: Any, where: Where, people: Register | None
) -> tuple[tuple[tuple[str, ...], ...], list[Fault]]:
    """Read ``[["a", "b"], …]``, or one such chain alone."""
    chains = value
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        chains = [value]
    right = isinstance(chains, list | tuple) and all(
        isinstance(c, list) and len(c) > 1 and all(isinstance(w, str) for w in c) for c in chains
    )
    if not right:
        found = show(value)
        message = Text(f"写的是{found.zh}。", f"is {found.en}.")
        advice = Text(
            '应为若干组先后，如 [["甲", "乙"]]，每组至少两人，都加引号。',
            'Expected chains such as [["A", "B"]], each of at least two people, in quotes.',
        )
        return (), [Fault(where=where, message=message, advice=advice)]
    if people is None:
        return (), []
    faults: list[Fault] = []
    result = []
    for number, chain in enumerate(chains, 1):
        here = item(where, number)
        ids = []
        for word in chain:
            who, found_faults = people.find(word, here)
            faults += found_faults
            if who and who in ids:
                message = Text(f"“{word}”写了两次。", f"{word!r} is given twice.")
                faults.append(Fault(where=here, message=message))
            ids.append(who)
        result.append(tuple(ids))
    return tuple(sorted(set(result))), faults


def read_sittings(
    toml: Toml,
    people: Register | None,
    units: Sequence[Unit],
    options: Mapping[str, Option] | None,
) -> tuple[tuple[Sitting, ...], list[Fault]]:
    """Read all sittings in the order of the file.

    ``options`` are those that conventions decide; ``None`` = not to be checked.
    """
    tables, faults = toml.items("sitting")
    sittings: list[Sitting] = []
    for where, table in tables:
        raw, found = fill(_SittingTable, table, where)
        faults += found
        raw = raw or fill_rest(_SittingTable, table, where, found)
        if raw is None:
            continue
        faults += _check_id(raw.id, [s.id for s in sittings], below(where, "id"))
        order = None
        if raw.precedence is not None:
            order, found = read_precedence(
                raw.precedence, below(where, "precedence"), people, units
            )
            faults += found
        chosen = raw.convention or {}
        if options is not None:
            faults += check_options(chosen, options, below(where, "convention"))
        title = clean(raw.title) or raw.id
        sittings.append(
            Sitting(
                id=raw.id,
                title=Text(title, clean(raw.title_en) or title),
                form=raw.form,
                who=tuple(clean(w) for w in raw.who),
                layout=raw.layout or {},
                faces=raw.faces,
                convention=chosen,
                order=order,
                where=where,
            )
        )
    labels = sitting_ids(toml)
    for sitting in sittings:
        if sitting.faces and (sitting.faces not in labels or sitting.faces == sitting.id):
            others = tuple(i for i in labels if i != sitting.id)
            place = below(sitting.where or Where(file=toml.file), "faces")
            faults.append(unknown_sitting(sitting.faces, others, place))
    return tuple(sittings), faults


def sitting_ids(toml: Toml) -> tuple[str, ...]:
    """Return the ids of all sittings, those with other faults too."""
    tables, _ = toml.items("sitting")
    return tuple(t["id"] for _, t in tables if isinstance(t.get("id"), str))


def unfit_for_files(name: str) -> bool:
    """Whether a word cannot be part of a file's name on some system."""
    return bool(_UNFIT.search(name)) or len(name) > 60


def _check_id(name: str, before: Sequence[str], where: Where) -> list[Fault]:
    if name in before:
        message = Text(f"场次编号“{name}”用了两次。", f"two sittings have the id {name!r}.")
        advice = Text("请给其中一场换个编号。", "Give one of them another id.")
        return [Fault(where=where, message=message, advice=advice)]
    return [unfit_id(name, where)] if unfit_for_files(name) else []


def unfit_id(name: str, where: Where) -> Fault:
    """Say that an id cannot be used in the name of a file."""
    found = show(name)
    return Fault(
        where=where,
        message=Text(
            f"写的是{found.zh}，不能用作文件名。", f"is {found.en}: unfit for file names."
        ),
        advice=Text(
            '应为60字以内的文字，不含 \\ / : * ? " < > | ，首尾不是点或空格。',
            'Expected at most 60 characters without \\ / : * ? " < > | and without a dot or '
            "space at either end.",
        ),
    )
