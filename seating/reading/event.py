"""An event folder → the event, or everything that is wrong with it at once (读入会议)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from seating.facts.convention import Convention
from seating.facts.event import Event, PrecedenceSpec
from seating.facts.fault import BadInputError, Fault, Where, order_faults
from seating.facts.parameter import parameter
from seating.facts.people import Unit
from seating.facts.text import Text
from seating.reading.booking.house import load_house_rules
from seating.reading.booking.read import NAMES as BOOKING
from seating.reading.booking.read import read_booking
from seating.reading.digest import digest
from seating.reading.fields import below, fill, fill_rest, unknown_key
from seating.reading.files import reason
from seating.reading.folder import find_roster, open_event
from seating.reading.names import Register
from seating.reading.options import check_options, load_options
from seating.reading.packs import DEFAULT_PACK, load_convention, pack_names, unknown_pack
from seating.reading.roster import Roster, read_roster
from seating.reading.rules import read_rules
from seating.reading.rulesheet import read_rule_sheets
from seating.reading.sittings import (
    read_precedence,
    read_sittings,
    sitting_ids,
    unfit_for_files,
    unfit_id,
)
from seating.reading.span import read_span
from seating.reading.toml import Toml
from seating.reading.units import in_order
from seating.reading.words import clean

TABLES = (
    *("sitting", "event", "convention", "precedence", "rule", "notice", "fonts", "documents"),
    *BOOKING,
)


@dataclass(frozen=True, kw_only=True)
class _EventTable:
    title: str = parameter("会议名称", "title of the event")
    title_en: str = parameter("英文名称", "title in English", default="")
    id: str = parameter("简短编号", "short id", default="")
    organiser: str = parameter("主办单位", "organiser", default="")
    organiser_en: str = parameter("主办单位英文名", "organiser in English", default="")
    start: object = parameter("开始时间", "when it starts", default=None)
    end: object = parameter("结束时间", "when it ends", default=None)
    place: str = parameter("地点", "place", default="")
    place_en: str = parameter("地点英文名", "place in English", default="")
    roster: str = parameter("名册文件", "file of the roster", default="")
    language: Literal["zh", "en"] = parameter("文书语言", "language", default="zh")
    convention: str = parameter("惯例包", "pack of conventions", default=DEFAULT_PACK)
    version: int = parameter("版次", "version", default=1, minimum=1)
    paper: str = parameter("图表和名单的纸张", "paper of charts and lists", default="")
    classification: str = parameter("密级", "classification", default="")


@dataclass(frozen=True, kw_only=True)
class _FontsTable:
    fonts: Mapping[str, str] | None = parameter("各角色的字体", "fonts by role", default=None)


@dataclass(frozen=True, kw_only=True)
class EventRead:
    """What could be read of an event folder.

    Attributes:
        event: the event without whatever is wrong; ``None`` if too little is left.
        faults: everything wrong or doubtful.
        toml: the settings, for the lines of faults found later.
    """

    event: Event | None
    faults: tuple[Fault, ...]
    toml: Toml | None = None

    @property
    def wrong(self) -> list[Fault]:
        """The faults, without the doubts."""
        return [fault for fault in self.faults if fault.severity == "fault"]


def read_event(path: Path) -> Event:
    """Read an event folder, or its ``event.toml``.

    Raises:
        BadInputError: anything is wrong; carries every fault and doubt of all files.
    """
    found = read_folder(path)
    if found.event is None or found.wrong:
        raise BadInputError(found.faults)
    return found.event


def read_folder(path: Path) -> EventRead:
    """Read as much of an event folder as there is, with everything that is wrong."""
    try:
        return _read(Path(path))
    except OSError as error:
        why = reason(error)
        message = Text(f"文件夹打不开（{why.zh}）。", f"the folder cannot be opened ({why.en}).")
        return EventRead(event=None, faults=(Fault(where=Where(file=str(path)), message=message),))


def _read(path: Path) -> EventRead:
    folder, toml, faults = open_event(path)
    if not folder.is_dir():
        return EventRead(event=None, faults=order_faults(faults))
    roster, found = _roster(folder, toml)
    faults += found
    event = None
    if toml is not None:
        event, found = _assemble(toml, roster, folder)
        faults = toml.located([*faults, *found])
    every = order_faults(dict.fromkeys(faults))
    if event is not None:
        event = dataclasses.replace(event, doubts=every)
    return EventRead(event=event, faults=every, toml=toml)


def _roster(folder: Path, toml: Toml | None) -> tuple[Roster, list[Fault]]:
    """Read the roster, so that its faults are told even if the settings are useless."""
    settings = toml.table.get("event") if toml is not None else None
    wanted = settings.get("roster") if isinstance(settings, Mapping) else None
    if toml is None:
        path, faults = find_roster(folder, "", Where(file=str(folder)))
        faults = []  # it may have another name in the file that could not be read
    else:
        name = wanted if isinstance(wanted, str) else ""
        path, faults = find_roster(folder, name, toml.where("event.roster"))
    if path is None:
        return Roster(), faults
    roster = read_roster(path)
    return roster, [*faults, *roster.faults]


def _assemble(toml: Toml, roster: Roster, folder: Path) -> tuple[Event | None, list[Fault]]:
    faults = [unknown_key(k, TABLES, Where(file=toml.file)) for k in toml.table if k not in TABLES]
    part, found = toml.part("event")
    raw, more = fill(_EventTable, part, toml.where("event")) if not found else (None, [])
    faults += [*found, *more]
    if raw is None:
        missing = {} if "title" in part else {"title": "?"}
        raw = fill_rest(_EventTable, {**part, **missing}, toml.where("event"), more)
    span, found = read_span(part.get("start"), part.get("end"), toml.where("event"))
    faults += found
    if isinstance(part.get("id"), str) and part["id"] and unfit_for_files(part["id"]):
        faults.append(unfit_id(part["id"], toml.where("event.id")))
    people = Register(roster.people) if roster.people else None
    convention, chosen, found = _convention(toml, part)
    faults += found
    options = None if convention is None else {o.name: o for o in load_options()}
    table, found = toml.part("precedence")
    precedence, more = read_precedence(table, toml.where("precedence"), people, roster.units)
    sittings, still = read_sittings(toml, people, roster.units, options)
    faults += [*found, *more, *still]
    above = {r.id: r for r in convention.rules} if convention is not None else {}
    house = load_house_rules() if any(name in toml.table for name in BOOKING) else ()
    above = {r.id: r for r in house} | above
    titles = {sitting.title.zh: sitting.id for sitting in reversed(sittings)}
    rows, more = read_rule_sheets(folder, roster.rules, titles)
    rules, found = read_rules(toml, sittings=sitting_ids(toml), base=above, rows=rows)
    found += more
    faults += found
    raw_fonts, found = toml.part("fonts")
    fonts, more = fill(_FontsTable, {"fonts": raw_fonts}, Where(file=toml.file))
    units, still = _unit_order(roster, precedence, toml)
    if still:
        precedence = dataclasses.replace(precedence, units=())
    faults += [*found, *more, *still]
    booking, found = read_booking(toml, folder, roster.people, units, roster.booking, span)
    faults += found
    if "sitting" not in toml.table and booking is None:
        message = Text(
            "没有场次（[[sitting]]），没有可排的内容。", "there is nothing to be planned."
        )
        faults.append(Fault(where=Where(file=toml.file), message=message, severity="doubt"))
    if raw is None or fonts is None:
        return None, faults
    title = clean(raw.title)
    if not title:
        message = Text("会议名称不能为空。", "the title cannot be empty.")
        faults.append(Fault(where=toml.where("event.title"), message=message))
    event = Event(
        id=raw.id or folder.resolve().name,
        title=_both(raw.title, raw.title_en),
        organiser=_both(raw.organiser, raw.organiser_en),
        start=span[0],
        end=span[1],
        place=_both(raw.place, raw.place_en),
        language=raw.language,
        convention=raw.convention,
        version=raw.version,
        people=roster.people,
        units=units,
        sittings=sittings,
        rules=tuple(sorted(rules, key=lambda r: r.id)),
        precedence=precedence,
        booking=booking,
        fonts=fonts.fonts or {},
        paper=raw.paper,
        classification=raw.classification,
        tables={
            name: chosen if name == "convention" else value
            for name, value in toml.table.items()
            if name not in ("event", "precedence", "sitting", "rule", *BOOKING)
        },
        folder=str(folder),
    )
    return dataclasses.replace(event, digest=digest(event, convention, house)), faults


def _convention(
    toml: Toml, event: Mapping[str, Any]
) -> tuple[Convention | None, dict[str, str], list[Fault]]:
    """Return the pack, the event's own options, and what is wrong with either."""
    chosen, faults = toml.part("convention")
    name = event.get("convention", DEFAULT_PACK)
    try:
        options = {option.name: option for option in load_options()}
        faults += check_options(chosen, options, toml.where("convention"))
        if not isinstance(name, str):
            return None, {}, faults
        if name not in pack_names():
            return None, {}, [*faults, unknown_pack(name, toml.where("event.convention"))]
        pack = load_convention(name)
    except BadInputError as bad:
        return None, {}, [*faults, *bad.faults]
    good = not faults
    return (pack.override(chosen) if good else pack), dict(chosen) if good else {}, faults


def _unit_order(
    roster: Roster, precedence: PrecedenceSpec, toml: Toml
) -> tuple[tuple[Unit, ...], list[Fault]]:
    """Put the units in the order of ``precedence.units`` if the roster gives none."""
    wanted: Sequence[str] = precedence.units
    if not wanted:
        return roster.units, []
    if any(unit.order for unit in roster.units):
        message = Text(
            "名册的单位表已有序号，这里的单位先后不起作用。",
            "the sheet of units has an order already; this one is not used.",
        )
        where = below(toml.where("precedence"), "units")
        return roster.units, [Fault(where=where, message=message, severity="doubt")]
    places = {name: number for number, name in reversed(list(enumerate(wanted, 1)))}
    return in_order(
        dataclasses.replace(unit, order=places.get(unit.name, 0)) for unit in roster.units
    ), []


def _both(zh: str, en: str) -> Text:
    return Text(clean(zh), clean(en) or clean(zh))
