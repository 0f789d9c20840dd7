"""Read an event folder and make it ready, gathering what is wrong at every step (读入与就绪)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text
from seating.reading.event import EventRead, read_folder
from seating.reading.fields import below, fill, unknown_key
from seating.reading.packs import DEFAULT_PACK, pack_names
from seating.scene.build import Programme, build

_ALWAYS_TRUE = (".form", ".kind", ".layout")
"""Ends of the keys whose faults do not depend on anything else having been read."""


def prepare(path: Path) -> Programme:
    """Read an event folder and resolve everything in it.

    Raises:
        BadInputError: with every fault found.
    """
    read = read_folder(path)
    if read.event is None:
        raise BadInputError(read.faults)
    faults = [*read.faults, *check_documents(read.event)]
    try:
        programme = build(read.event if not read.wrong else _what_is_left(read.event, read))
    except BadInputError as bad:
        faults += bad.faults if _whole(read) else [f for f in bad.faults if _certain(f)]
    else:
        if all(fault.severity == "doubt" for fault in faults):
            return programme
    raise BadInputError(dict.fromkeys(read.toml.located(faults) if read.toml else faults))


def check_documents(event: Event) -> list[Fault]:
    """Return what is wrong with the paper, ``[documents]`` and ``[notice]`` of an event."""
    from seating.documents.notices.reading import read_notice
    from seating.documents.paper import paper_of
    from seating.documents.registry import document_names, further_faults, table_keys

    file = Where(file="event.toml")
    faults: list[Fault] = []
    if event.paper:
        try:
            paper_of(event.paper)
        except ValueError:
            faults.append(bad_paper(event.paper, below(below(file, "event"), "paper")))
    place = below(file, "documents")
    tables = event.tables.get("documents", {})
    if not isinstance(tables, Mapping):
        message = Text("应写成表 [documents.名称]。", "must be tables, [documents.NAME].")
        return [*faults, Fault(where=place, message=message)]
    for name, table in tables.items():
        here = below(place, name)
        known = name.replace("-", "_")
        if known not in document_names():
            faults.append(unknown_key(name, document_names(), place))
        elif not isinstance(table, Mapping):
            message = Text(
                f"应写成表 [documents.{name}]。", f"must be a table, [documents.{name}]."
            )
            faults.append(Fault(where=here, message=message))
        else:
            found = fill(table_keys(known) or _NoKeys, table, here)[1]
            faults += found or further_faults(known, event, here)
    if "notice" in event.tables:
        try:
            read_notice(event.tables["notice"], folder=event.folder)
        except BadInputError as bad:
            faults += bad.faults
    return faults


def bad_paper(name: str, where: Where) -> Fault:
    """Say that there is no such paper."""
    return Fault(
        where=where,
        message=Text(f"没有纸张“{name}”。", f"there is no paper {name!r}."),
        advice=Text(
            "可用：A5、A4、A3、A2、A1、A0、letter，或以毫米写明宽和高（20至5000），如 420x297。",
            "Accepted: A5, A4, A3, A2, A1, A0, letter, or width and height in mm (20 to 5000) "
            "such as 420x297.",
        ),
    )


@dataclasses.dataclass(frozen=True)
class _NoKeys:
    """A document without keys."""


def _whole(read: EventRead) -> bool:
    """Whether everybody and every sitting could be read, so that names can be looked up."""
    if read.toml is None or read.event is None:
        return False
    written, _ = read.toml.items("sitting")
    return len(written) == len(read.event.sittings) and all(
        fault.where.file == read.toml.file for fault in read.wrong
    )


def _certain(fault: Fault) -> bool:
    """Whether a fault holds whatever else is wrong."""
    return any(
        fault.where.key.endswith(end) or f"{end}." in fault.where.key for end in _ALWAYS_TRUE
    )


def _what_is_left(event: Event, read: EventRead) -> Event:
    """Return an event without the conventions and the rules that were found wrong already."""
    sittings = tuple(
        dataclasses.replace(s, convention={})
        if s.where is not None and _said(read.wrong, f"{s.where.key}.convention")
        else s
        for s in event.sittings
    )
    ids = {s.id for s in sittings}
    return dataclasses.replace(
        event,
        convention=event.convention if event.convention in pack_names() else DEFAULT_PACK,
        sittings=sittings,
        rules=tuple(r for r in event.rules if r.sitting in ("", *ids)),
    )


def _said(faults: Sequence[Fault], key: str) -> bool:
    return any(f.where.key == key or f.where.key.startswith(f"{key}.") for f in faults)
