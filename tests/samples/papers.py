"""Samples planned and printed once for all tests of a process, and names counted on paper."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "documents"))
from pdfcheck import check_pdf, crossed, pages, sizes

from seating import planner
from seating.documents.registry import document_names
from seating.documents.words import name_parts
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.people import Person
from seating.facts.text import Language

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CARD_EDGE = 1.0
"""Cards are cut from the sheet, so their text may come near its edge (mm)."""

WIDE = {"banquet-12", "photo-120"}
"""A page for each of their people would show nothing new and take long."""

Count = Callable[[Book, str, Person], int]


@cache
def report(name: str) -> planner.Report:
    """Return the plan of a sample."""
    return planner.plan(planner.prepare(SAMPLES / name))


@cache
def book(name: str) -> Book:
    """Return a sample ready for printing."""
    return planner.book(report(name).programme, report(name).plan)


@cache
def files(
    name: str, language: Language, *, mono: bool = False, documents: tuple[str, ...] = ()
) -> tuple[Printed, ...]:
    """Return the papers of a sample: those it wants, or those named."""
    return tuple(planner.draw(book(name), PrintJob(language=language, mono=mono), documents))


def every_document(name: str) -> tuple[str, ...]:
    """Return all documents that can be drawn, whether the sample asks for them or not."""
    notice = book(name).event.tables.get("notice", {})
    without = {"notice": not notice, "change_notice": "change" not in notice}
    without["personal_notice"] = name in WIDE
    return tuple(one for one in document_names() if not without.get(one))


def faults(printed: Iterable[Printed]) -> list[str]:
    """Return what is wrong on any page: overlaps, text over a line or edge, fonts, pages."""
    found = []
    for file in printed:
        if file.name.endswith(".pdf"):
            problems = check_pdf(file.data, margin=CARD_EDGE) + crossed(file.data)
            if len(sizes(file.data)) != file.pages:
                problems.append("has other pages than it says")
            if any("〓" in letter.char for page in pages(file.data) for letter in page):
                problems.append("has a character without a glyph")
            found += [f"{file.name}: {problem}" for problem in problems]
    return found


def problems(name: str, printed: Iterable[Printed]) -> list[str]:
    """Return faults of Chinese papers, and names met too seldom or too often, file by file."""
    return [
        problem
        for file in printed
        for problem in (*faults((file,)), *miscounted(book(name), (file,)))
    ]


def _sat(found: Book, sitting: str, person: Person) -> bool:
    return found.sittings[sitting].seat_of(person.id) is not None


def _on_charts(found: Book, sitting: str, person: Person) -> int:
    """Once in the view of each side; a hall shows its rostrum, too."""
    faced = found.sittings[sitting].sitting.faces
    shown = _sat(found, sitting, person) or (faced and _sat(found, faced, person))
    return len(found.sittings[sitting].layout.views) * bool(shown)


def _replaced(found: Book, person: Person) -> int:
    """A substitute's line says for whom he comes (代…)."""
    return sum(other.substitutes == person.id for other in found.people.values())


def _here(found: Book, sitting: str, person: Person) -> int:
    """Once if he comes."""
    return int(not person.absent)


def _times(count: int) -> Count:
    return lambda found, sitting, person: count * _sat(found, sitting, person)


def _in_both_orders(found: Book, sitting: str, person: Person) -> int:
    """By strokes and by unit, the absent below the same heads."""
    return 2 * (1 + _replaced(found, person))


EXACTLY: dict[str, Count] = {
    "主席台座次图": _on_charts,
    "会场座次图": _on_charts,
    "座次图": _on_charts,
    "桌次座次图": _on_charts,
    "乘车座次图": _on_charts,
    "站位图": _on_charts,
    "桌签": _times(2),  # front and back
    "桌次名单": _times(1),
    "乘车安排表": _times(1),
    "合影站位名单": _times(2),  # by row and as a register
    "证件": _here,
    "座次名单": _in_both_orders,
    "参会人员名单": lambda found, sitting, person: 2 + _replaced(found, person),
    "签到表-按单位": lambda found, sitting, person: 1 + _replaced(found, person),
    "签到表-按座位": lambda found, sitting, person: 1 + _replaced(found, person),
    "签到表-按签到组": lambda found, sitting, person: 1 + _replaced(found, person),
    "座位索引": lambda found, sitting, person: (
        2 * (_replaced(found, person) if person.absent else 1)
    ),
    "房卡标签": lambda found, sitting, person: int(bool(person.lodging)),
    "住宿安排表": lambda found, sitting, person: 2 * bool(person.lodging),
    "餐券": lambda found, sitting, person: len(re.findall(r"[^、,，;；\s]+", person.meals)),
}
"""How often a document, by the first word of its file's name, prints a name in Chinese."""

AT_LEAST: dict[str, Count] = {
    "会议纪要": lambda found, sitting, person: int(
        not person.roles & {"staff", "driver", "recorder", "interpreter"}
    ),
    "会议手册": lambda found, sitting, person: 2,
    "参会安排通知": lambda found, sitting, person: int(
        not person.absent and "driver" not in person.roles
    ),
}
"""The same for documents that also name people in running text or as contacts."""


def miscounted(found: Book, printed: Iterable[Printed]) -> list[str]:
    """Return whose name a document prints too seldom or too often."""
    problems = []
    for file in printed:
        title, _, sitting = file.name.removesuffix(".pdf").partition("_")
        count = EXACTLY.get(title) or AT_LEAST.get(title)
        if count is None or not file.name.endswith(".pdf"):
            continue
        due: Counter[str] = Counter()
        for person in found.people.values():
            due[_told_by(person.name)] += count(found, sitting, person)
        met = _met(due, file.data)
        for name, times in due.items():
            if met[name] < times or (met[name] > times and title in EXACTLY):
                problems.append(f"{file.name}: {name} {met[name]} times, not {times}")
    return problems


def _told_by(name: str) -> str:
    """Return the part of a name that always stands on one line: 买买提· of 买买提·吐尔逊."""
    return "".join(name_parts(name)[0].split())


def _met(names: Iterable[str], data: bytes) -> Counter[str]:
    """Count names; 陈静 is not met in 陈静怡 where both are known."""
    words = "".join(letter.char for page in pages(data) for letter in page)
    longest = sorted(names, key=lambda name: (-len(name), name))
    return Counter(re.findall("|".join(map(re.escape, longest)), words))
