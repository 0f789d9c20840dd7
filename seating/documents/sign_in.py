"""Sheets on which people sign when they arrive (签到表)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.lists.grouping import Part, by_arrival, by_seat, by_unit_parts
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import (
    HeadCount,
    everybody,
    head_count,
    post_of,
    remark_of,
    seat_of,
)
from seating.documents.lists.ruled import Row, Ruled, Section
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column
from seating.documents.words import name_of, name_role, title_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "sign_in"
TITLE = Text("签到表", "Sign-in sheet")
SUMMARY = Text(
    "签到表：按签到组、按单位或按座位，留出签名栏，各组和全体应到、请假、代会人数。",
    "Sheets to sign by desk, by unit or by seat, with ruled space and head counts.",
)

By = Literal["arrival", "unit", "seat"]
_BY = {
    "arrival": Text("按签到组", "by desk"),
    "unit": Text("按单位", "by unit"),
    "seat": Text("按座位", "by seat"),
}
_MARGIN = 14.0
_TOTAL = 9.0  # mm below the last row for the numbers of all


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.sign_in]``."""

    by: tuple[By, ...] = parameter(
        "分组方式，各印一份：arrival 签到组、unit 单位、seat 座位；留空按签到组，没有则按单位",
        "one file each: arrival (desk), unit, seat; empty = by desk, else by unit",
        default=(),
    )
    sign: tuple[str, ...] = parameter(
        "签名栏的标题，几次签到写几栏", "heads of the columns to sign, one for each time",
        default=(),
    )  # fmt: skip
    phone: bool = parameter("印电话", "print telephone numbers", default=False)
    seat: bool = parameter("印座位", "print seats", default=True)
    absent: Literal["marked", "end", "omitted"] = parameter(
        "请假的人：marked 在原处注明，end 列在最后，omitted 不列",
        "absent people: marked in their places, at the end, or omitted",
        default="marked",
    )
    new_page: bool | None = parameter(
        "每组另起一页，缺省只有签到组另起", "each group on a page of its own; default: desks only",
        default=None,
    )  # fmt: skip
    row_height: float = parameter(
        "行高；为免末页只剩几行，可略有伸缩",
        "height of a row, a little more or less if that saves a nearly empty page",
        default=10.0,
        minimum=6,
        maximum=30,
        unit="mm",
    )


def wanted(book: Book) -> bool:
    """Whether somebody has a desk to sign in at, or the event asks for sheets."""
    return has_table(book, NAME) or any(p.arrival for p in book.people.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every way of grouping that is asked for."""
    keys = keys_of(book, NAME, Keys)
    desks = any(p.arrival for p in book.people.values())
    ways: tuple[By, ...] = keys.by or (("arrival",) if desks else ("unit",))
    for by in dict.fromkeys(ways):
        title = TITLE.to(job.language)
        own = _BY[by].to(job.language)
        words = f"{title}（{own}）" if job.language == "zh" else f"{title} {own}"
        name = file_name(words.replace("（", "-").replace("）", ""), book.event.id)
        if not job.only or name in job.only:
            yield _Sheets(book, job, keys, by, words).print(name)


class _Sheets:
    def __init__(self, book: Book, job: PrintJob, keys: Keys, by: By, title: str) -> None:
        self.book, self.keys, self.by, self.title = book, keys, by, title
        self.language: Language = job.language
        self.press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        self.fresh = by == "arrival" if keys.new_page is None else keys.new_page
        many = len(keys.sign) + keys.phone > 1
        paper = paper_of(job.paper or "A4")
        self.paper: Paper = paper.landscape() if many else paper.portrait()
        self.occasion = Occasion(book, job.language)

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def print(self, name: str) -> Printed:
        """Draw all groups, those absent and the total; return the file."""
        parts = self._parts()
        columns = self._columns()
        size = 10.5 if self.language == "zh" else 9.5  # English posts are long
        table = Ruled(columns, self.language, size=size, row_height=self.keys.row_height)
        sections, number = [], 0
        for part in parts:
            people = part.people
            if self.keys.absent != "marked":
                people = [p for p in people if not p.absent]
            start = 0 if self.fresh else number
            rows = [self._row(p, start + i) for i, p in enumerate(people, 1)]
            number = start + len(rows)
            if rows:
                total = self.count(head_count(self.book, part.people))
                sections.append(Section(part.title, rows, total, fresh=self.fresh))
        gone = [p for part in parts for p in part.people if p.absent]
        if self.keys.absent == "end" and gone:
            rows = [self._row(p, i) for i, p in enumerate(gone, 1)]
            total = self.say(f"{len(gone)}人", f"{len(gone)}")
            sections.append(Section(self.say("请假人员", "On leave"), rows, total))
        sheet, y, area = table.draw(self.press.lettering, self._begin, sections, tail=_TOTAL)
        self._total(sheet, y, area, [p for part in parts for p in part.people])
        return self.press.finish(name)

    def _parts(self) -> list[Part]:
        people = everybody(self.book)
        if self.by == "unit":
            return by_unit_parts(self.book, people, self.language)
        if self.by == "seat":
            return by_seat(self.book, people, self.language)
        parts, rest = by_arrival(self.book, people, self.language)
        if rest:
            self.press.remark(
                Text(
                    f"{rest}人没有写签到组，列在最后。", f"{rest} people have no desk; see the end."
                )
            )
        return parts

    def _columns(self) -> list[Column]:
        keys, role = self.keys, name_role(self.language)
        post = (
            self.say("职务", "Post")
            if self.by == "unit"
            else self.say("单位及职务", "Unit and post")
        )
        signs = keys.sign or (self.say("签　名", "Signature"),)
        narrow = 30.0 if len(signs) > 1 else 40.0
        columns = [
            Column(self.say("序号", "No."), align="centre"),
            Column(self.say("姓名", "Name"), align="centre", role=role, name=True, least=20),
            Column(post, grow=True),
            Column(self.say("座位", "Seat"), align="centre"),
            Column(self.say("电话", "Telephone"), align="centre"),
            *(Column(words, align="centre", least=narrow) for words in signs),
            Column(self.say("备注", "Remarks"), align="centre", least=18.2),
        ]
        return [c for i, c in enumerate(columns) if i not in self._hidden()]

    def _hidden(self) -> set[int]:
        shown = {3: self.keys.seat, 4: self.keys.phone}
        return {column for column, wanted in shown.items() if not wanted}

    def _row(self, person: Person, number: int) -> Row:
        book, language = self.book, self.language
        post = title_of(person, language) if self.by == "unit" else post_of(book, person, language)
        away = self.say("请假", "on leave") if person.absent else ""
        cells = (
            str(number),
            name_of(person, language),
            post,
            seat_of(book, person, language),
            person.phone,
            *(away for _ in self.keys.sign or ("",)),
            remark_of(book, person, language),
        )
        shown = tuple(cell for i, cell in enumerate(cells) if i not in self._hidden())
        return Row(shown, shaded=person.absent)

    def count(self, count: HeadCount) -> str:
        """Return 应到、请假、代会 in words, with room for those who came."""
        zh = [f"应到{count.due}人"]
        en = [f"expected {count.due}"]
        if count.leave:
            zh.append(f"请假{count.leave}人")
            en.append(f"on leave {count.leave}")
        if count.substitutes:
            zh.append(f"代会{count.substitutes}人")
            en.append(f"substitutes {count.substitutes}")
        zh.append("实到＿＿＿人")
        en.append("present _____")
        return self.say("　".join(zh), ", ".join(en))

    def _begin(self, section: str | None) -> tuple[Sheet, Box]:
        first = self.title if not self.press.sheets else ""
        sheet = self.press.page(
            self.paper, margin=_MARGIN, bookmark=section or first, note=self.title
        )
        if section is None:
            return sheet, sheet.body
        event, when = self.occasion.title, self.occasion.when_and_where
        title = self.title
        if section:
            title = self.say(f"{TITLE.zh}　{section}", f"{TITLE.en}: {section}")
        return sheet, head_lines(sheet, event, title, when, self.language)

    def _total(self, sheet: Sheet, y: float, area: Box, people: Sequence[Person]) -> None:
        if y + _TOTAL > area.bottom:
            sheet, area = self._begin(None)
            y = area.y
        words = self.say("全体合计：", "In all: ") + self.count(head_count(self.book, people))
        sheet.text(
            area.right, y + 5.5, words, "hei", 11, align="right", upright="middle",
            max_width=area.width,
        )  # fmt: skip
