"""Whose cards, and in which order they are laid out (给谁印、按什么次序)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from seating.facts.book import Book, BookSitting
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.people import ROLE_NAMES, Person, Unit
from seating.facts.text import NOTHING, Text
from seating.facts.venue import Place

BY_ROWS = ("hall", "photo")
"""Forms whose blocks are parts of a row, so that a row is laid out from end to end."""

_WORDS = {
    "编号": "id",
    "姓名": "name",
    "单位": "unit",
    "组": "group",
    "组别": "group",
    "身份": "role",
    "标签": "tag",
    "方": "side",
}
_SIDES = {"主": "host", "主方": "host", "客": "guest", "客方": "guest"}


def seated(book: Book, sitting: BookSitting, who: Sequence[str] = ()) -> list[tuple[Person, Place]]:
    """Return everybody who has a seat, in the order in which one walks along the seats.

    Table by table or side by side, row by row, by the seats' numbers; in a hall row by row.
    Selectors in ``who`` leave out everybody else.
    """
    wanted = chosen(book, who)
    by_rows = sitting.sitting.form in BY_ROWS
    occupants = sitting.plan.placing.occupants
    places = sorted(
        (p for p in sitting.layout.places if p.id in occupants),
        key=lambda p: (
            () if by_rows else _natural(p.block), p.row, p.number, p.x, _natural(p.id)
        ),
    )  # fmt: skip
    rank = {who: i for i, who in enumerate(sitting.order)}
    return [
        (book.people[one], place)
        for place in places
        for one in sorted(occupants[place.id], key=lambda i: (rank.get(i, len(rank)), i))
        if one in book.people and (wanted is None or one in wanted)
    ]


def _natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that puts table 10 behind table 9."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts)


def chosen(book: Book, selectors: Sequence[str]) -> frozenset[str] | None:
    """Return the ids of the people that selectors name; ``None`` if there are no selectors."""
    if not selectors:
        return None
    return frozenset(matching(book.event.people, book.event.units, selectors))


def matching(
    people: Sequence[Person], units: Sequence[Unit], selectors: Iterable[str]
) -> dict[str, None]:
    """Return the ids of all people that any of the selectors names, in the people's order."""
    short = {u.short: u.name for u in units if u.short}
    found = {pid for selector in selectors for pid in _one(people, short, selector)}
    return dict.fromkeys(p.id for p in people if p.id in found)


def who_faults(event: Event, selectors: Iterable[str], where: Where) -> list[Fault]:
    """Return a fault for every selector at ``where`` that names nobody."""
    short = {u.short: u.name for u in event.units if u.short}
    names = sorted({w for p in event.people for w in (p.name, p.id)})
    faults = []
    for selector in selectors:
        if _one(event.people, short, selector):
            continue
        near = difflib.get_close_matches(selector.strip(), names, n=3, cutoff=0.5)
        advice = (
            Text(f"是否指：{'、'.join(near)}？", f"Maybe: {', '.join(near)}?") if near else NOTHING
        )
        message = Text(f"“{selector}”没有对应的人。", f"{selector!r} matches nobody.")
        faults.append(Fault(where=where, message=message, advice=advice))
    return faults


def sitting_faults(event: Event, wanted: Iterable[str], where: Where) -> list[Fault]:
    """Return a fault for every sitting named at ``where`` that there is not."""
    ids = [s.id for s in event.sittings]
    return [
        Fault(
            where=where,
            message=Text(f"没有名为“{one}”的座次。", f"there is no sitting {one!r}."),
            advice=Text(f"有：{'、'.join(ids)}。", f"There are: {', '.join(ids)}."),
        )
        for one in wanted
        if one not in ids
    ]


def _one(people: Sequence[Person], short: dict[str, str], selector: str) -> list[str]:
    text = selector.strip()
    if text in ("all", "所有人", "全体"):
        return [p.id for p in people]
    prefix, colon, value = text.replace("：", ":").partition(":")
    prefix, value = _WORDS.get(prefix.strip(), prefix.strip().lower()), value.strip()
    plain = re.sub(r"\s+", "", value if colon and prefix == "name" else text)
    if not colon or prefix == "name":
        same = [p.id for p in people if re.sub(r"\s+", "", p.name) == plain]
        return ([] if colon else [p.id for p in people if p.id == text]) or same
    if prefix == "role":
        value = next((key for key, words in ROLE_NAMES.items() if value in words), value)
        return [p.id for p in people if value in p.roles]
    if prefix == "tag":
        return [p.id for p in people if value in p.tags]
    if prefix == "unit":
        value = short.get(value, value)
    if prefix == "side":
        value = _SIDES.get(value, value)
    if prefix not in ("id", "unit", "group", "side"):
        return []
    return [p.id for p in people if getattr(p, prefix) == value]
