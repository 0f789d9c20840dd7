"""Who lodges in which room, by room, by name and by unit (住宿安排表)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import by_unit, everybody, natural, post_of, remark_of
from seating.documents.lists.ruled import Row, Ruled, Section
from seating.documents.paper import Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column
from seating.documents.words import name_of, name_role, title_of, unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "room_keys"
TITLE = Text("住宿安排表", "Room list")
SUMMARY = Text(
    "住宿安排表：按房间、按姓名、按单位各一份，房卡据此发放；同住的人列在一起，房间和人数合计。",
    "Who lodges where, by room, by name and by unit, for handing out the keys, with totals.",
)

By = Literal["room", "name", "unit"]
_BY = {
    "room": Text("按房间", "by room"),
    "name": Text("按姓名", "by name"),
    "unit": Text("按单位", "by unit"),
}
_GENDERS = {"male": Text("男", "m"), "female": Text("女", "f")}
_MARGIN = 14.0
_TOTAL = 9.0  # mm below the last row for the numbers of all


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.room_keys]``."""

    hotel: str = parameter("宾馆名称", "name of the hotel", default="")
    hotel_en: str = parameter("英文名称", "the same in English", default="")
    by: tuple[By, ...] = parameter(
        "各印一份：room 房间、name 姓名、unit 单位",
        "one list each: by room, by name, by unit",
        default=("room", "name"),
    )
    phone: bool = parameter("印电话", "print telephone numbers", default=False)
    sign: bool = parameter("留出领房卡的签字栏", "room to sign for the key", default=False)


def wanted(book: Book) -> bool:
    """Whether anybody has a room."""
    return any(p.lodging and not p.absent for p in book.people.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print all lists into one file, each beginning on a page of its own."""
    name = file_name(TITLE.to(job.language), book.event.id)
    if (job.only and name not in job.only) or not wanted(book):
        return
    keys = keys_of(book, NAME, Keys)
    lists = _Lists(book, job, keys)
    for by in dict.fromkeys(keys.by):
        lists.draw(by)
    yield lists.press.finish(name)


class _Lists:
    def __init__(self, book: Book, job: PrintJob, keys: Keys) -> None:
        self.book, self.keys = book, keys
        self.language: Language = job.language
        self.paper = paper_of(job.paper or "A4").portrait()
        self.press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        self.guests = [p for p in everybody(book) if p.lodging and not p.absent]
        self._check()

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def draw(self, by: By) -> None:
        """Draw one list with its total."""
        own = _BY[by].to(self.language)
        title = self.say(f"{TITLE.zh}（{own}）", f"{TITLE.en} {own}")
        hotel = self.say(self.keys.hotel, self.keys.hotel_en or self.keys.hotel)
        occasion = Occasion(self.book, self.language)
        sentence = ("　" if self.language == "zh" else ", ").join(
            part for part in (hotel, occasion.days) if part
        )

        def begin(section: str | None) -> tuple[Sheet, Box]:
            first = section is not None
            sheet = self.press.page(
                self.paper, margin=_MARGIN, bookmark=own if first else "", note=title
            )
            if not first:
                return sheet, sheet.body
            return sheet, head_lines(sheet, occasion.title, title, sentence, self.language)

        merged = frozenset({0}) if by == "room" else frozenset[int]()
        table = Ruled(
            self._columns(by), self.language,
            row_height=9.0 if self.keys.sign else 7.4, merged=merged,
        )  # fmt: skip
        sheet, y, area = table.draw(self.press.lettering, begin, self._sections(by), tail=_TOTAL)
        if y + _TOTAL > area.bottom:
            sheet, area = begin(None)
            y = area.y
        rooms = len({p.lodging for p in self.guests})
        total = self.say(
            f"合计：{rooms}间，{len(self.guests)}人",
            f"In all: {rooms} rooms, {len(self.guests)} people",
        )
        sheet.text(area.right, y + 5.5, total, "hei", 11, align="right", upright="middle")

    def _columns(self, by: By) -> list[Column]:
        role = name_role(self.language)
        post = self.say("职务", "Post") if by == "unit" else self.say("单位及职务", "Unit and post")
        room = Column(self.say("房号", "Room"), align="centre", role="hei", least=18)
        return [
            *([room] if by == "room" else []),
            Column(self.say("姓名", "Name"), align="centre", role=role, name=True, least=22),
            *([Column(self.say("性别", "Sex"), align="centre")] if self._genders else []),
            Column(post, grow=True),
            *([] if by == "room" else [room]),
            *([Column(self.say("电话", "Telephone"), align="centre")] if self.keys.phone else []),
            *(
                [Column(self.say("领卡签字", "Key received"), align="centre", least=30)]
                if self.keys.sign and by != "name"
                else []
            ),
        ]

    @property
    def _genders(self) -> bool:
        return any(p.gender in _GENDERS for p in self.guests)

    def _row(self, person: Person, by: By, *, joined: bool = False) -> Row:
        book, language = self.book, self.language
        post = title_of(person, language) if by == "unit" else post_of(book, person, language)
        extra = remark_of(book, person, language)
        if extra:
            post += self.say(f"（{extra}）", f" ({extra})")
        gender = _GENDERS[person.gender].to(language) if person.gender in _GENDERS else ""
        cells = [
            *([person.lodging] if by == "room" else []),
            name_of(person, language),
            *([gender] if self._genders else []),
            post,
            *([] if by == "room" else [person.lodging]),
            *([person.phone] if self.keys.phone else []),
            *([""] if self.keys.sign and by != "name" else []),
        ]
        return Row(tuple(cells), joined=joined)

    def _sections(self, by: By) -> list[Section]:
        if by == "unit":
            return [
                Section(
                    unit_of(self.book, unit, self.language) or self.say("未注明单位", "No unit"),
                    [self._row(p, by) for p in people],
                    self.say(f"{len(people)}人", f"{len(people)}"),
                )
                for unit, people in by_unit(self.book, self.guests)
            ]
        if by == "name":
            return [Section("", [self._row(p, by) for p in self._alphabetical()])]
        rows: list[Row] = []
        for _, people in self._rooms():
            rows += [self._row(p, by, joined=n > 0) for n, p in enumerate(people)]
        return [Section("", rows)]

    def _alphabetical(self) -> Sequence[Person]:
        """Return the guests by strokes of the surname, in English by the alphabet."""
        if self.language == "en" or not self.book.name_order:
            key = lambda p: (name_of(p, self.language).casefold(), p.id)  # noqa: E731
            return sorted(self.guests, key=key)
        spot = {person: i for i, person in enumerate(self.book.name_order)}
        return sorted(self.guests, key=lambda p: (spot.get(p.id, len(spot)), p.id))

    def _rooms(self) -> list[tuple[str, list[Person]]]:
        rooms: dict[str, list[Person]] = {}
        for person in self.guests:
            rooms.setdefault(person.lodging, []).append(person)
        return [(room, rooms[room]) for room in sorted(rooms, key=natural)]

    def _check(self) -> None:
        """Tell of rooms shared by men and women who are not married, and of rooms left over."""
        for room, people in self._rooms():
            genders = {p.gender for p in people} & _GENDERS.keys()
            couple = len(people) == 2 and people[0].spouse == people[1].id
            if len(genders) > 1 and not couple:
                names = [name_of(p, self.language) for p in people]
                self.press.remark(
                    Text(
                        f"{room}房男女同住：{'、'.join(names)}，请核对。",
                        f"Room {room} is shared by men and women: {', '.join(names)}; check.",
                    )
                )
        gone = [p for p in everybody(self.book) if p.lodging and p.absent]
        if gone:
            names = [f"{name_of(p, self.language)}（{p.lodging}）" for p in gone]
            self.press.remark(
                Text(
                    f"请假人员仍写有房号，未列入：{'、'.join(names)}。",
                    f"Absent people still have rooms and are left out: {', '.join(names)}.",
                )
            )
