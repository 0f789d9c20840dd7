"""Lists of who sits where: by name and by unit (座次名单)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.charts.keys import PaperKeys
from seating.documents.flow import Piece, pour
from seating.documents.furniture import furniture_of
from seating.documents.headings import HEADING, heading
from seating.documents.indexes.entries import unit_rank
from seating.documents.ink import DARK, LIGHT, PALE
from seating.documents.paper import MM_PER_PT, Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, name_role, seat_label, stands_for, unit_of
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "seat_list"
TITLE = Text("座次名单", "Seat list")
SUMMARY = Text(
    "座次名单：按姓名、按单位各一份，分栏排印，末尾列请假人员。",
    "Who sits where, by name and by unit, in columns; absent people at the end.",
)


@dataclass(frozen=True, kw_only=True)
class Keys(PaperKeys):
    """The keys of ``[documents.seat_list]``."""

    by: tuple[Literal["name", "unit"], ...] = parameter(
        "各份名单的排法：name 姓名、unit 单位",
        "its lists: by name, by unit",
        default=("name", "unit"),
    )


_SIZE = 10.5
_ROW = 5.4
_HEAD = 7.6
_GAP = 6.0
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the list."""

    person: Person
    name: str
    extra: str
    unit: str
    seat: str


def wanted(book: Book) -> bool:
    """Whether anybody has a seat."""
    return any(s.plan.placing.places for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one list for every sitting; a rostrum stands on the list of the hall facing it."""
    faced = {s.sitting.faces for s in book.sittings.values()}
    for key, sitting in book.sittings.items():
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if key in faced or (job.only and name not in job.only):
            continue
        other = book.sittings.get(sitting.sitting.faces)
        yield _List(book, job, [s for s in (other, sitting) if s is not None]).print(name)


class _List:
    def __init__(self, book: Book, job: PrintJob, sittings: Sequence[BookSitting]) -> None:
        self.book = book
        self.sittings = sittings
        self.language: Language = job.language
        self.keys = keys_of(book, NAME, Keys)
        self.paper = paper_of(job.paper or self.keys.paper or "A4")
        furniture = furniture_of(book, job.language)
        self.press: Press = open_press(book, job, TITLE, furniture=furniture)
        self.entries = self._entries()

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def print(self, name: str) -> Printed:
        """Draw both lists and return the file."""
        if self.book.name_order and self.language == "zh":
            title = "按姓名"
        else:
            title = self.say("按次序", "By name")
        for by in self.keys.by or ("name",):
            if by == "name":
                self.part(title, self.by_name())
            else:
                self.part(self.say("按单位", "By unit"), self.by_unit())
        return self.press.finish(name)

    def _entries(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for sitting in self.sittings:
            for person_id in sitting.plan.placing.places:
                person = self.book.people.get(person_id)
                if person is None:
                    continue
                found[person_id] = Entry(
                    person,
                    name_of(person, self.language),
                    stands_for(self.book, person, self.language),
                    unit_of(self.book, person.unit, self.language),
                    seat_label(sitting, person_id, self.language),
                )
        return found

    def _order(self) -> list[str]:
        """Return the ids in the order of the list by name."""
        if self.language == "en":
            return sorted(self.entries, key=lambda i: (self.entries[i].name.casefold(), i))
        order = self.book.name_order or self.book.order
        return [i for i in order if i in self.entries]

    def absent(self) -> list[Person]:
        """Return those absent, by precedence."""
        return [
            self.book.people[i]
            for i in self.book.order
            if i in self.book.people and self.book.people[i].absent
        ]

    def by_name(self) -> list[Piece]:
        """Return everybody, then those absent."""
        widths = self.widths(list(self.entries.values()))
        pieces = [self.row(self.entries[i], widths) for i in self._order()]
        return pieces + self.absent_pieces()

    def by_unit(self) -> list[Piece]:
        """Return everybody under his unit, with the number of people of each."""
        widths = self.widths(list(self.entries.values()))
        groups: dict[str, list[Entry]] = {}
        for person_id in self.book.order:
            if person_id in self.entries:
                entry = self.entries[person_id]
                groups.setdefault(entry.person.unit, []).append(entry)
        pieces: list[Piece] = []
        for unit in sorted(groups, key=lambda name: unit_rank(self.book, name)):
            people = groups[unit]
            words = unit_of(self.book, unit, self.language) or self.say("未注明单位", "No unit")
            total = self.say(f"{len(people)}人", f"({len(people)})")
            pieces.append(self.head(words, total))
            pieces += [self.row(entry, widths) for entry in people]
        return pieces + self.absent_pieces()

    def absent_pieces(self) -> list[Piece]:
        """Return those absent under a heading of their own."""
        people = self.absent()
        if not people:
            return []
        words = self.say("请　假", "Absent")
        total = self.say(f"{len(people)}人", f"({len(people)})")
        entries = [
            Entry(
                person,
                name_of(person, self.language),
                "",
                "",
                unit_of(self.book, person.unit, self.language),
            )
            for person in people
        ]
        widths = self.widths([*self.entries.values(), *entries])
        return [self.head(words, total), *(self.row(entry, widths) for entry in entries)]

    def widths(self, entries: Sequence[Entry]) -> tuple[float, float]:
        """Return the widths in mm that names and seats need; a few long ones are squeezed."""
        measure = self.press.lettering.width
        role = name_role(self.language)
        em = _SIZE * MM_PER_PT
        names = [max(measure(e.name, role, _SIZE), 3 * em) for e in entries]
        seats = [measure(e.seat, "song", _SIZE - 1) for e in entries]
        return _usual(names), _usual(seats)

    def columns(self, width: float) -> int:
        """Return how many columns fit a width in mm, 4 at most."""
        name, seat = self.widths(list(self.entries.values()))
        return max(1, min(_MOST_COLUMNS, int((width + _GAP) / (name + seat + 3.0 + _GAP))))

    def row(self, entry: Entry, widths: tuple[float, float]) -> Piece:
        """Return one line: name, whom he stands for, seat."""

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            middle = y + _ROW / 2
            natural = sheet.lettering.width(entry.seat, "song", _SIZE - 1)
            seat_room = max(min(natural, widths[1]), min(natural, width - widths[0] - 2.5))
            room = width - min(natural, seat_room) - 1.8
            role = name_role(self.language)
            extra = sheet.lettering.width(entry.extra, "song", _SIZE - 2)
            fitted = sheet.name(
                x + 0.6, middle, entry.name, role, _SIZE, upright="middle",
                max_width=max(room - extra, room * 0.55),
            )  # fmt: skip
            if entry.extra:
                sheet.text(
                    x + 0.6 + fitted.width, middle, entry.extra, "song", _SIZE - 2,
                    upright="middle", max_width=room - fitted.width, colour=DARK,
                )  # fmt: skip
            sheet.text(
                x + width - 0.6, middle, entry.seat, "song", _SIZE - 1, align="right",
                upright="middle", max_width=seat_room,
            )  # fmt: skip
            sheet.line(x, y + _ROW, x + width, y + _ROW, width=0.08, colour=LIGHT)

        return Piece(_ROW, draw)

    def head(self, words: str, total: str) -> Piece:
        """Return a heading with a number at its right end."""

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            top = y + 1.4
            height = _HEAD - 1.8
            sheet.rect(x, top, width, height, stroke=None, fill=PALE)
            middle = top + height / 2
            end = sheet.text(
                x + width - 0.6, middle, total, "hei", _SIZE - 1, align="right", upright="middle"
            )
            sheet.text(
                x + 0.6, middle, words, "hei", _SIZE, upright="middle",
                max_width=width - end.width - 3,
            )  # fmt: skip

        return Piece(_HEAD, draw, keep=True)

    def part(self, title: str, pieces: Sequence[Piece]) -> None:
        """Draw one of the two lists, beginning on a page of its own."""
        first = True
        whole = self.say(f"{TITLE.zh}（{title}）", f"{TITLE.en} {title.lower()}")

        def begin() -> tuple[Sheet, Box]:
            nonlocal first
            sheet = self.press.page(self.paper, bookmark=title if first else "", note=whole)
            area = sheet.body
            if first:
                count = len(self.entries)
                note = self.say(f"共 {count} 人", f"{count} people")
                rest = heading(sheet, self.book, self.sittings[-1], whole, note, self.language)
                area = Box(rest.x, area.y + HEADING, rest.width, area.height - HEADING)
            first = False
            return sheet, area

        columns = self.columns(self.paper.width - 24)
        pour(pieces, begin, columns=columns, gap=_GAP)


def _usual(widths: Sequence[float]) -> float:
    """Return a width that suits nearly all and squeezes none below 70 %."""
    if not widths:
        return 0.0
    ordered = sorted(widths)
    return max(ordered[int((len(ordered) - 1) * 0.95)], ordered[-1] * 0.7)
