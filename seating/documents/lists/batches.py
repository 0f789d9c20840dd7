"""Who is given what by whom, and where they stand on the stage (颁奖批次).

Where a sitting of the form ``award`` was planned, its plan decides.  Everybody else is dealt
out by a rule:

1. One batch for every award, in the order of ``batch``; the others by their first recipient.
2. Recipients in order of precedence; presenters in order of precedence, or as ``presenters``
   lists them.  With fewer presenters than recipients the batch comes in turns.
3. The first recipient is given his by the first presenter, and so on.  No. 1 stands in the
   middle, No. 2 at the senior hand of the event's rostrum, and so on outwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.lists.roll import everybody
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person

Stand = Literal["centre", "line"]


@dataclass(frozen=True, slots=True)
class Handing:
    """One place on the stage.

    Attributes:
        position: from the left as the audience sees it, 1 = first.
        for_: the absent person for whom the recipient takes the award.
    """

    position: int
    recipient: Person
    presenter: Person | None
    for_: Person | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Those who are on the stage together; ``turn`` counts from 1 where an award has several."""

    award: str
    handings: tuple[Handing, ...]
    turn: int = 0


def awards_of(person: Person) -> tuple[str, ...]:
    """Split several awards of one person at semicolons."""
    words = (word.strip() for word in re.split(r"[;；\n]", person.award))
    return tuple(dict.fromkeys(word for word in words if word))


def planned(book: Book) -> list[Batch]:
    """Return the turns of the award sittings, as planned."""
    found: list[Batch] = []
    for sitting in book.sittings.values():
        if sitting.sitting.form == "award":
            found += _turns(book, sitting)
    return found


def dealt(
    book: Book,
    done: Iterable[str],
    order: Sequence[str],
    presenters: Mapping[str, Sequence[Person]],
    *,
    stand: Stand,
    most: int,
) -> tuple[list[Batch], list[Person]]:
    """Return the batches of everybody not in ``done``, and the absent whom nobody stands for.

    Args:
        book: the event.
        done: ids of people who have their place by a plan.
        order: awards in the order wished; others follow.
        presenters: by award; under ``""`` for the awards not listed.
        stand: ``centre``: No. 1 in the middle; ``line``: from the audience's left.
        most: people on the stage together where there are no presenters.
    """
    settled, lost = set(done), list[Person]()
    groups: dict[str, list[tuple[Person, Person | None]]] = {}
    for person in everybody(book):
        honoured = awards_of(person) or (("",) if "recipient" in person.roles else ())
        if not honoured or person.id in settled:
            continue
        taker, absent = (_stand_in(book, person), person) if person.absent else (person, None)
        if taker is None:
            lost.append(person)
            continue
        for award in honoured:
            groups.setdefault(award, []).append((taker, absent))
    names = [award for award in order if award in groups]
    names += [award for award in groups if award not in names]
    rule = _rule(book, stand)
    batches: list[Batch] = []
    for award in names:
        line = [p for p in presenters.get(award, presenters.get("", ())) if not p.absent]
        size = len(line) or most
        pairs = groups[award]
        for turn, start in enumerate(range(0, len(pairs), size), 1):
            part = pairs[start : start + size]
            handings = [
                Handing(position, *_with(part, line, rank))
                for position, rank in enumerate(stage_order(len(part), *rule), 1)
            ]
            several = len(pairs) > size
            batches.append(Batch(award, tuple(handings), turn if several else 0))
    return batches, lost


def stage_order(count: int, side: str, even: str, two: str) -> list[int]:
    """Return the ranks from the audience's left: 5 3 1 2 4 where the left hand is senior.

    ``side``, ``even`` and ``two`` are the options of the rostrum; ``side`` = ``line`` gives
    1 2 3 4 5.
    """
    if side == "line":
        return list(range(1, count + 1))
    odd = range(count if count % 2 else count - 1, 0, -2)
    ranks = [*odd, *range(2, count + 1, 2)]
    choice = two if count == 2 else even
    turned = (side == "right") != (count % 2 == 0 and choice == "b")
    return ranks[::-1] if turned else ranks


def _with(
    part: Sequence[tuple[Person, Person | None]], line: Sequence[Person], rank: int
) -> tuple[Person, Person | None, Person | None]:
    taker, absent = part[rank - 1]
    return taker, line[rank - 1] if line else None, absent


def _stand_in(book: Book, person: Person) -> Person | None:
    """Return who comes for an absent person."""
    found = (p for p in everybody(book) if p.substitutes == person.id and not p.absent)
    return next(found, None)


def _rule(book: Book, stand: Stand) -> tuple[str, str, str]:
    """Return side, even and two of the event's rostrum, else of domestic meetings."""
    if stand == "line":
        return ("line", "", "")
    options: Mapping[str, str] = {}
    for sitting in book.sittings.values():
        if "rostrum.side" in sitting.layout.options:
            options = sitting.layout.options
            break
    side = options.get("rostrum.side", "left")
    return (side, options.get("rostrum.even", "a"), options.get("rostrum.two", "a"))


def _turns(book: Book, sitting: BookSitting) -> list[Batch]:
    layout, who = sitting.layout, sitting.plan.placing.occupant
    people = {place: book.people[i] for place, i in who.items() if i in book.people}
    stage = sorted({round(place.x) for place in layout.places})
    turns: dict[int, list[Handing]] = {}
    for place in sorted(layout.places, key=lambda p: (p.row, p.x)):
        if place.purpose == "presenter" or place.id not in people:
            continue
        facing = (layout.by_id[i] for i in layout.near(place.id, "opposite"))
        presenter = next((people.get(p.id) for p in facing if p.purpose == "presenter"), None)
        handing = Handing(stage.index(round(place.x)) + 1, people[place.id], presenter)
        turns.setdefault(place.row, []).append(handing)
    batches = []
    for turn, row in enumerate(sorted(turns), 1):
        words = dict.fromkeys(a for h in turns[row] for a in awards_of(h.recipient))
        number = turn if len(turns) > 1 else 0
        batches.append(Batch("、".join(words), tuple(turns[row]), number))
    return batches
