"""Lists of who sits where: by name and by unit (座次名单)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from seating.documents.charts.keys import PaperKeys
from seating.documents.flow import Piece, fitting, pages_of, pour
from seating.documents.furniture import furniture_of
from seating.documents.headings import HEADING, heading
from seating.documents.indexes.entries import unit_rank
from seating.documents.indexes.seats import Entry, SeatLines
from seating.documents.lists.roll import post_of
from seating.documents.paper import Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, seat_label, stands_for, title_of, unit_of
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


_SIZES = (14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.25, 10.0, 9.75, 9.5)
_USUAL = 10.5
_POSTS = 12.0  # pt; where everybody fits one column of this size, posts are printed too
_MARGIN = 12.0


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


Make = Callable[[SeatLines], list[Piece]]


class _List:
    def __init__(self, book: Book, job: PrintJob, sittings: Sequence[BookSitting]) -> None:
        self.book = book
        self.sittings = sittings
        self.language: Language = job.language
        self.keys = keys_of(book, NAME, Keys)
        self.paper = paper_of(job.paper or self.keys.paper or "A4")
        self.furniture = furniture_of(book, job.language)
        self.press: Press = open_press(book, job, TITLE, furniture=self.furniture)
        self.entries = self._entries()

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def print(self, name: str) -> Printed:
        """Draw both lists and return the file."""
        if self.book.name_order and self.language == "zh":
            title = "按姓名"
        else:
            title = self.say("按次序", "by name")
        everybody = self.entries.items()
        for by in self.keys.by or ("name",):
            if by == "name":
                posts = {i: self.post(e.person) for i, e in everybody}
                self.part(title, self.by_name, posts)
            else:
                posts = {i: title_of(e.person, self.language) for i, e in everybody}
                self.part(self.say("按单位", "by unit"), self.by_unit, posts)
        return self.press.finish(name)

    def post(self, person: Person) -> str:
        """Return unit and post; in English the unit only where it has an English name."""
        if self.language == "en" and not unit_of(self.book, person.unit, "en").isascii():
            return title_of(person, "en")
        return post_of(self.book, person, self.language).replace("\n", " ")

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

    def by_name(self, lines: SeatLines) -> list[Piece]:
        """Return everybody, then those absent; namesakes are told apart by unit, or by post."""
        widths = lines.widths(list(self.entries.values()))
        apart = self._apart() if lines.posts is None else {}
        entries = {
            i: replace(entry, extra=apart[i] + entry.extra) if i in apart else entry
            for i, entry in self.entries.items()
        }
        pieces = [lines.row(entries[i], widths) for i in self._order()]
        return pieces + self.absent_pieces(lines)

    def _apart(self) -> dict[str, str]:
        """Return by id what is printed behind the names of namesakes, absent ones too."""
        names = Counter(entry.name for entry in self.entries.values())
        names.update(name_of(person, self.language) for person in self.absent())
        same = Counter((entry.name, entry.unit) for entry in self.entries.values())
        found: dict[str, str] = {}
        for person_id, entry in self.entries.items():
            if names[entry.name] > 1:
                title = title_of(entry.person, self.language)
                words = entry.unit if same[entry.name, entry.unit] == 1 else title
                if words := words or title:
                    found[person_id] = self.say(f"（{words}）", f" ({words})")
        return found

    def by_unit(self, lines: SeatLines) -> list[Piece]:
        """Return everybody under his unit, with the number of people of each."""
        widths = lines.widths(list(self.entries.values()))
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
            pieces.append(lines.head(words, total))
            again = lines.head(words, self.say("（续）", "(continued)"))
            rows = [lines.row(entry, widths) for entry in people]
            pieces += [rows[0], *(replace(row, again=again) for row in rows[1:])]
        return pieces + self.absent_pieces(lines)

    def absent_pieces(self, lines: SeatLines) -> list[Piece]:
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
        widths = lines.widths([*self.entries.values(), *entries])
        return [lines.head(words, total), *(lines.row(entry, widths) for entry in entries)]

    def lines(self, make: Make, posts: dict[str, str]) -> tuple[SeatLines, int]:
        """Return the lines, and their columns, for the largest type on the fewest pages.

        A short list has one column, with posts.
        """
        body = self.furniture.body(self.paper, _MARGIN)
        entries = list(self.entries.values())

        def pages(lines: SeatLines, columns: int) -> int:
            return pages_of(make(lines), body.height - HEADING, body.height, columns)

        lettering = self.press.lettering
        for size in _SIZES:
            roomy = SeatLines(lettering, self.language, size, posts)
            if size >= _POSTS and pages(roomy, 1) == 1:
                return roomy, 1

        def narrow(size: float) -> tuple[SeatLines, int]:
            lines = SeatLines(lettering, self.language, size)
            return lines, lines.columns(entries, body.width)

        return narrow(fitting(lambda size: pages(*narrow(size)), _SIZES, _USUAL))

    def part(self, title: str, make: Make, posts: dict[str, str]) -> None:
        """Draw one of the two lists, beginning on a page of its own."""
        first = True
        whole = self.say(f"{TITLE.zh}（{title}）", f"{TITLE.en} {title}")

        def begin() -> tuple[Sheet, Box]:
            nonlocal first
            sheet = self.press.page(
                self.paper, margin=_MARGIN, bookmark=title if first else "", note=whole
            )
            area = sheet.body
            if first:
                count = len(self.entries)
                note = self.say(f"共 {count} 人", f"{count} people")
                rest = heading(sheet, self.book, self.sittings[-1], whole, note, self.language)
                area = Box(rest.x, area.y + HEADING, rest.width, area.height - HEADING)
            first = False
            return sheet, area

        lines, columns = self.lines(make, posts)
        pour(make(lines), begin, columns=columns, gap=lines.gap)
