"""Single cards, labels, badges and tickets printed again, each where it lies among all (补印)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from seating.facts.book import Book
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

BY_TABLE = "table_numbers"
"""It is printed again by the number of the table, so only where it is asked for by name."""


def reprint(
    book: Book, who: Sequence[str], names: Sequence[str] = ()
) -> tuple[Book, tuple[str, ...]]:
    """Return the book with only some people's pieces asked for, and the documents to draw.

    Args:
        book: the event and its plan.
        who: names, ids, ``unit:NAME`` …, in place of ``only`` in each document's own table.
        names: documents; none = every one that the event has matter for and that has pieces.

    Raises:
        BadInputError: somebody is unknown or does not come, or a document has no pieces.
    """
    from seating.documents.registry import document, further_faults, table_keys, wanted_documents

    asked = [document(name).NAME for name in names]
    chosen = asked or [name for name in wanted_documents(book) if name != BY_TABLE]
    pieces = [name for name in chosen if hasattr(table_keys(name), "only")]
    faults = [_whole(name) for name in asked if name not in pieces]
    if not pieces and not faults:
        faults = [_nothing()]
    event = _asking(book.event, pieces, who)
    here = Where(file="--who")
    for name in pieces:
        found = further_faults(name, event, Where(file="--who", key=name))
        faults += [dataclasses.replace(fault, where=here) for fault in found]
    if pieces != [BY_TABLE]:
        faults += _absent(event, who)
    if faults:
        raise BadInputError(dict.fromkeys(faults))
    return dataclasses.replace(book, event=event), tuple(pieces)


def _asking(event: Event, names: Sequence[str], who: Sequence[str]) -> Event:
    """Return the event with ``only`` in the tables of documents."""
    written = event.tables.get("documents", {})
    tables = dict(written) if isinstance(written, Mapping) else {}
    for name in names:
        own = {key: tables.pop(key) for key in (name, name.replace("_", "-")) if key in tables}
        table: Mapping[str, Any] = next(iter(own.values()), {})
        tables[name] = {**table, "only": list(who)}
    return dataclasses.replace(event, tables={**event.tables, "documents": tables})


def _absent(event: Event, who: Sequence[str]) -> list[Fault]:
    from seating.documents.cards.who import matching

    absent = {person.id for person in event.people if person.absent}
    found = []
    for one in who:
        people = matching(event.people, event.units, [one])
        if people and set(people) <= absent:
            message = Text(f"“{one}”请假，没有可补印的。", f"{one!r} is absent: nothing to print.")
            found.append(Fault(where=Where(file="--who"), message=message))
    return found


_SINGLY = Text(
    "可补印：place_cards、seat_labels、badges、meal_tickets、key_labels、table_numbers。",
    "Printed singly: place_cards, seat_labels, badges, meal_tickets, key_labels, table_numbers.",
)


def _whole(name: str) -> Fault:
    message = Text(f"{name} 不是一人一张的文书。", f"{name} has no pieces for single people.")
    return Fault(where=Where(file="--who"), message=message, advice=_SINGLY)


def _nothing() -> Fault:
    message = Text(
        "本会议要印的文书都不是一人一张的；要补印哪一种，请用 -d 写明。",
        "nothing that this event prints has pieces for single people; name a document with -d.",
    )
    return Fault(where=Where(file="--who"), message=message, advice=_SINGLY)
