"""Who takes part, for the record: by unit and by strokes (参会人员名单)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.flow import Begin, Piece, fitting, pages_of, pour
from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.ink import DARK, PALE
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import by_unit, everybody, head_count, remark_of
from seating.documents.paper import MM_PER_PT, Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.sheet import Sheet
from seating.documents.words import name_of, name_role, title_of, unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "attendance_list"
TITLE = Text("参会人员名单", "List of participants")
SUMMARY = Text(
    "参会人员名单：按单位列姓名、职务，按姓氏笔画列姓名；列席、工作、请假人员分列，人数合计。",
    "Participants for the record: by unit with posts, and by name; attendees, staff and absent "
    "people apart, with totals.",
)

By = Literal["unit", "name"]
_SIZE = 11.0
_LEADINGS = (1.45, 1.4, 1.35, 1.3, 1.25)  # the first, or less if that saves a page
_MARGIN = 18.0
_HEAD = 8.4
_NAME = {"zh": 23.0, "en": 46.0}
_GAP = 8.0
_CELL = {"zh": 29.0, "en": 58.0}


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.attendance_list]``."""

    by: tuple[By, ...] = parameter(
        "各列一份：unit 按单位，name 按姓氏笔画（英文按字母）",
        "one list each: by unit, by name (strokes of the surname; in English the alphabet)",
        default=("unit", "name"),
    )
    women: bool = parameter(
        "按姓名的名单里注“（女）”", "mark women on the list by name", default=False
    )


def wanted(book: Book) -> bool:
    """Whether the event asks for it."""
    return has_table(book, NAME)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print all lists into one file, each beginning on a page of its own."""
    name = file_name(TITLE.to(job.language), book.event.id)
    if job.only and name not in job.only:
        return
    keys = keys_of(book, NAME, Keys)
    lists = _Lists(book, job, keys)
    for by in dict.fromkeys(keys.by):
        lists.draw(by)
    if lists.press.sheets:
        yield lists.press.finish(name)


class _Lists:
    def __init__(self, book: Book, job: PrintJob, keys: Keys) -> None:
        self.book, self.keys = book, keys
        self.language: Language = job.language
        self.paper = paper_of(job.paper or "A4").portrait()
        self.press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        self.people = everybody(book)

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def draw(self, by: By) -> None:
        """Draw one list."""
        strokes = bool(self.book.name_order) and self.language == "zh"
        own = {
            "unit": self.say("按单位排列", "by unit"),
            "name": self.say("按姓氏笔画为序" if strokes else "按次序排列", "by name"),
        }[by]
        title, occasion = TITLE.to(self.language), Occasion(self.book, self.language)
        sentence = self.say(f"（{own}，{self._count()}）", f"{own}, {self._count()}")

        first = True

        def begin() -> tuple[Sheet, Box]:
            nonlocal first
            sheet = self.press.page(
                self.paper, margin=_MARGIN, bookmark=own if first else "", note=title
            )
            fresh, first = first, False
            if not fresh:
                return sheet, sheet.body
            return sheet, head_lines(sheet, occasion.title, title, sentence, self.language)

        if by == "unit":
            self._pour_units(begin)
        else:
            pour(self._by_name(), begin)

    def _pour_units(self, begin: Begin) -> None:
        """Draw the list by unit, a little closer if its last page would be nearly empty."""
        opened = [begin()]
        first, room = opened[0][1].height, opened[0][0].body.height

        def pages(leading: float) -> int:
            return pages_of(self._by_unit(leading), first, room, self._columns)

        leading = fitting(pages, _LEADINGS, _LEADINGS[0])
        pour(
            self._by_unit(leading), lambda: opened.pop() if opened else begin(),
            columns=self._columns, gap=_GAP,
        )  # fmt: skip

    @property
    def _columns(self) -> int:
        """Return how many columns the list by unit has; English posts are long."""
        return 2 if self.language == "zh" else 1

    def _count(self) -> str:
        count = head_count(self.book, self.people)
        words = self.say(f"应到{count.due}人", f"expected {count.due}")
        if count.leave:
            words += self.say(f"，请假{count.leave}人", f", on leave {count.leave}")
        if count.substitutes:
            words += self.say(f"，代会{count.substitutes}人", f", substitutes {count.substitutes}")
        return words + self.say(f"，参会{count.coming}人", f", taking part {count.coming}")

    def _parts(self) -> list[tuple[str, list[Person]]]:
        """Return members, attendees without a vote, staff and absent people."""
        here = [p for p in self.people if not p.absent]
        staff = [p for p in here if p.roles & {"staff", "driver"}]
        also = [p for p in here if "attendee" in p.roles and p not in staff]
        members = [p for p in here if p not in staff and p not in also]
        parts = [
            ("", members),
            (self.say("列席人员", "Attendees"), also),
            (self.say("工作人员", "Staff"), staff),
            (self.say("请假人员", "On leave"), [p for p in self.people if p.absent]),
        ]
        return [(title, people) for title, people in parts if people]

    def _by_unit(self, leading: float) -> list[Piece]:
        pieces: list[Piece] = []
        width = (self.paper.width - 2 * _MARGIN + _GAP) / self._columns - _GAP
        for title, people in self._parts():
            if title:
                pieces.append(self._band(title, len(people)))
            for unit, members in by_unit(self.book, people):
                words = unit_of(self.book, unit, self.language)
                words = words or self.say("未注明单位", "No unit")
                pieces.append(
                    self._unit(words, self.say(f"（{len(members)}人）", f" ({len(members)})"))
                )
                again = self._unit(words, self.say("（续）", " (continued)"))
                pieces.append(self._person(members[0], width, leading))
                pieces += [self._person(person, width, leading, again) for person in members[1:]]
        return pieces

    def _band(self, words: str, count: int) -> Piece:
        """Return the heading of a part, on a grey ground."""
        total = self.say(f"{count}人", str(count))

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            sheet.rect(x, y + 2.0, width, _HEAD - 2.6, stroke=None, fill=PALE)
            middle = y + 2.0 + (_HEAD - 2.6) / 2
            end = sheet.text(
                x + width - 1.0, middle, total, "song", 10, align="right", upright="middle"
            )
            sheet.text(
                x + 1.0, middle, words, "hei", 12, upright="middle", max_width=width - end.width - 4
            )

        return Piece(_HEAD, draw, keep=True)

    def _unit(self, words: str, total: str) -> Piece:
        """Return the heading of a unit, ``total`` in small type behind it."""

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            middle = y + 4.6
            extra = sheet.lettering.width(total, "song", 9.5)
            fitted = sheet.text(
                x, middle, words, "hei", 11, upright="middle", max_width=width - extra
            )
            sheet.text(x + fitted.width, middle, total, "song", 9.5, upright="middle", colour=DARK)

        return Piece(7.4, draw, keep=True)

    def _person(
        self, person: Person, width: float, leading: float, again: Piece | None = None
    ) -> Piece:
        """Return name and post, on several lines if it must; ``again`` heads the next column."""
        language = self.language
        name = name_of(person, language)
        post = title_of(person, language)
        extra = remark_of(self.book, person, language)
        if extra:
            post += self.say(f"（{extra}）", f" ({extra})")
        wide = _NAME[language]
        room = width - wide - 2.0
        lettering = self.press.lettering
        lines = [line.strip() for line in lettering.even_lines(post, "song", _SIZE - 1, room)]
        step = _SIZE * leading * MM_PER_PT

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            middle = y + step / 2
            sheet.name(
                x + 2.0, middle, name, name_role(language), _SIZE, upright="middle",
                max_width=wide - 2.0,
            )  # fmt: skip
            for line in lines:
                sheet.text(
                    x + wide + 2.0, middle, line, "song", _SIZE - 1, upright="middle",
                    max_width=room,
                )  # fmt: skip
                middle += step

        return Piece(step * max(1, len(lines)), draw, again=again)

    def _by_name(self) -> list[Piece]:
        spot = {person: i for i, person in enumerate(self.book.name_order)}

        def alphabetical(person: Person) -> tuple[int, str, str]:
            if self.language == "en":
                return (0, name_of(person, "en").casefold(), person.id)
            return (spot.get(person.id, len(spot)), "", "")

        width = self.paper.width - 2 * _MARGIN
        columns = int(width // _CELL[self.language])
        pieces: list[Piece] = []
        for title, people in self._parts():
            if title:
                pieces.append(self._band(title, len(people)))
            ordered = sorted(people, key=alphabetical)
            pieces += [
                self._line(ordered[i : i + columns], columns)
                for i in range(0, len(ordered), columns)
            ]
        return pieces

    def _line(self, people: Sequence[Person], columns: int) -> Piece:
        """Return one line of names; 张三 stands as wide as 王小明."""
        role = name_role(self.language)

        def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
            cell = width / columns
            for i, person in enumerate(people):
                mark = ""
                if self.keys.women and person.gender == "female":
                    mark = self.say("（女）", " (f)")
                extra = sheet.lettering.width(mark, "song", 9) if mark else 0.0
                at, middle = x + i * cell, y + 3.7
                fitted = sheet.name(
                    at, middle, name_of(person, self.language), role, 12.5, upright="middle",
                    max_width=cell - 2.5 - extra,
                )  # fmt: skip
                sheet.text(at + fitted.width, middle, mark, "song", 9, upright="middle")

        return Piece(7.4, draw)
