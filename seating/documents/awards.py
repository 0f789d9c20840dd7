"""The order in which awards are presented, and who stands where (颁奖顺序表)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.lists.batches import Batch, Handing, awards_of, dealt, planned
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import everybody, post_of
from seating.documents.lists.ruled import Row, Ruled, Section
from seating.documents.lists.stage import draw_stage
from seating.documents.paper import Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column
from seating.documents.words import name_of, name_role
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import NOTHING, Text

NAME = "awards"
TITLE = Text("颁奖顺序表", "Order of awards")
SUMMARY = Text(
    "颁奖顺序表：分批列领奖人、颁奖人和台上位置，每批另有一页站位示意图。",
    "Awards batch by batch: recipients, presenters and places on the stage, with a diagram each.",
)
_VIEW = Text("从台下看，由左至右", "left to right as the audience sees it")
_MARGIN = 14.0
_ZH_NUMBERS = "零一二三四五六七八九十"


@dataclass(frozen=True, kw_only=True)
class BatchKeys:
    """One award, in the order in which it is presented."""

    award: str = parameter("奖项，与名册“奖项”一列写法相同", "the award as the roster has it")
    award_en: str = parameter("英文名称", "its name in English", default="")
    presenters: tuple[str, ...] = parameter(
        "颁奖人，按位次，写姓名或编号", "presenters by precedence, names or ids", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.awards]``."""

    batch: tuple[BatchKeys, ...] = parameter(
        "各奖项，按颁奖先后；没写的排在后面", "the awards in turn; others follow", default=()
    )
    presenters: tuple[str, ...] = parameter(
        "未另写颁奖人的奖项由谁颁，按位次；缺省为身份是“颁奖人”的人",
        "presenters of awards that name none; default: people with that role",
        default=(),
    )
    stand: Literal["centre", "line"] = parameter(
        "站位：centre 1号居中，line 从台下看自左起", "No. 1 in the middle, or from the left",
        default="centre",
    )  # fmt: skip
    most: int = parameter(
        "没有颁奖人时一批最多几人", "most people in a turn without presenters", default=10,
        minimum=1, maximum=30, unit="people",
    )  # fmt: skip
    enter: Literal["", "left", "right"] = parameter(
        "从台下看由哪侧上场；写明则印上场次序，先上场的走到另一端",
        "side from which they enter, seen from the audience; prints the order of entering",
        default="",
    )
    diagrams: bool = parameter("每批一页站位示意图", "a diagram for every batch", default=True)


def faults(event: Event, where: Where) -> list[Fault]:
    """Return awards that nobody is given and presenters whom nobody knows."""
    keys = keys_of(event, NAME, Keys)
    known = sorted({award for p in event.people for award in awards_of(p)})
    found: list[Fault] = []
    for number, one in enumerate(keys.batch, 1):
        here = f"batch[{number}]"
        if one.award not in known:
            found.append(_unknown(where, f"{here}.award", one.award, known, "award"))
        found += _strangers(event, where, f"{here}.presenters", one.presenters)
    return found + _strangers(event, where, "presenters", keys.presenters)


def _strangers(event: Event, where: Where, key: str, names: Sequence[str]) -> list[Fault]:
    known = [p.name for p in event.people] + [p.id for p in event.people]
    return [
        _unknown(where, f"{key}[{number}]", name, known, "person")
        for number, name in enumerate(names, 1)
        if len(_called(event.people, name)) != 1
    ]


def _unknown(where: Where, key: str, word: str, known: Sequence[str], what: str) -> Fault:
    near = difflib.get_close_matches(word, known, n=3, cutoff=0.4)
    advice = Text(f"是否指：{'、'.join(near)}？", f"Maybe: {', '.join(near)}?") if near else NOTHING
    if what == "person" and word in known:
        message = Text(f"有几个人叫“{word}”。", f"several people are called {word!r}.")
        advice = Text("请写编号。", "Write the id.")
    elif what == "person":
        message = Text(f"名册中没有“{word}”。", f"nobody is called {word!r}.")
    else:
        message = Text(f"名册“奖项”一列中没有“{word}”。", f"nobody is given {word!r}.")
    return Fault(where=replace(where, key=f"{where.key}.{key}"), message=message, advice=advice)


def _called(people: Iterable[Person], word: str) -> list[Person]:
    """Return the person of an id, else those of a name."""
    everyone = list(people)
    return [p for p in everyone if p.id == word] or [p for p in everyone if p.name == word]


def wanted(book: Book) -> bool:
    """Whether anybody is given an award or stands on the stage for one."""
    return (
        has_table(book, NAME)
        or any(s.sitting.form == "award" for s in book.sittings.values())
        or any(p.award or "recipient" in p.roles for p in book.people.values())
    )


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the list of all batches, then a diagram of each."""
    name = file_name(TITLE.to(job.language), book.event.id)
    if job.only and name not in job.only:
        return
    sheets = _Sheets(book, job)
    if sheets.batches:
        yield sheets.print(name)


class _Sheets:
    def __init__(self, book: Book, job: PrintJob) -> None:
        self.book, self.language = book, job.language
        self.keys = keys_of(book, NAME, Keys)
        self.paper = paper_of(job.paper or "A4")
        self.occasion = Occasion(book, job.language)
        self.press: Press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        first = planned(book)
        done = {h.recipient.id for batch in first for h in batch.handings}
        rest, lost = dealt(
            book, done, [b.award for b in self.keys.batch], self._presenters(),
            stand=self.keys.stand, most=self.keys.most,
        )  # fmt: skip
        self.batches = [*first, *rest]
        for person in lost:
            self.press.remark(
                Text(
                    f"领奖人{person.name}请假，没有人代领，未列入。",
                    f"{name_of(person, 'en')} is absent and nobody takes the award; left out.",
                )
            )

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def _presenters(self) -> dict[str, list[Person]]:
        people = everybody(self.book)
        named = {b.award: self._people(b.presenters) for b in self.keys.batch if b.presenters}
        others = self._people(self.keys.presenters)
        named[""] = others or [p for p in people if "presenter" in p.roles]
        return named

    def _people(self, words: Sequence[str]) -> list[Person]:
        return [p for word in words for p in _called(self.book.people.values(), word)[:1]]

    def title(self, number: int, batch: Batch) -> str:
        """Return 第二批　信息工作先进单位（第1组）."""
        english = next((b.award_en for b in self.keys.batch if b.award == batch.award), "")
        award = self.say(batch.award, english or batch.award)
        count = _ZH_NUMBERS[number] if number <= 10 else str(number)
        words = self.say(f"第{count}批", f"Batch {number}")
        if award:
            words += self.say(f"　{award}", f": {award}")
        if batch.turn:
            words += self.say(f"（第{batch.turn}组）", f" (turn {batch.turn})")
        return words

    def print(self, name: str) -> Printed:
        """Draw the list and the diagrams."""
        titles = [self.title(n, batch) for n, batch in enumerate(self.batches, 1)]
        sections = [
            Section(title, self._rows(batch), self.say(f"{len(batch.handings)}人", ""))
            for title, batch in zip(titles, self.batches, strict=True)
        ]
        words = TITLE.to(self.language)

        def begin(section: str | None) -> tuple[Sheet, Box]:
            first = section is not None
            sheet = self.press.page(
                self.paper.portrait(), margin=_MARGIN, bookmark=words if first else "", note=words
            )
            if not first:
                return sheet, sheet.body
            view = _VIEW.to(self.language)
            return sheet, head_lines(sheet, self.occasion.title, words, view, self.language)

        table = Ruled(self._columns(), self.language, row_height=9.0)
        table.draw(self.press.lettering, begin, sections)
        if self.keys.diagrams:
            for title, batch in zip(titles, self.batches, strict=True):
                self._diagram(title, batch)
        return self.press.finish(name)

    def _columns(self) -> list[Column]:
        role = name_role(self.language)
        heads = (
            ("位置", "上场", "领奖人", "单位及职务", "颁奖人", "职务")
            if self.language == "zh"
            else ("Place", "Enters", "Recipient", "Unit and post", "Presenter", "Post")
        )
        columns = [
            Column(heads[0], align="centre", role="hei"),
            Column(heads[1], align="centre"),
            Column(heads[2], align="centre", role=role, name=True, least=22),
            Column(heads[3], grow=True),
            Column(
                heads[4], align="centre", role=role, name=True, least=22 if self._shown(5) else 34
            ),
            Column(heads[5], grow=True),
        ]
        return [column for i, column in enumerate(columns) if self._shown(i)]

    def _shown(self, column: int) -> bool:
        """Whether a column has matter; presenters still to be found are written in by hand."""
        if column == 1:
            return bool(self.keys.enter)
        return column != 5 or any(h.presenter for batch in self.batches for h in batch.handings)

    def _rows(self, batch: Batch) -> list[Row]:
        rows = []
        for handing in sorted(batch.handings, key=lambda h: h.position):
            cells = [
                str(handing.position),
                str(self._entering(handing, batch)),
                name_of(handing.recipient, self.language),
                self._post(handing),
                name_of(handing.presenter, self.language) if handing.presenter else "",
                post_of(self.book, handing.presenter, self.language) if handing.presenter else "",
            ]
            rows.append(Row(tuple(cell for i, cell in enumerate(cells) if self._shown(i))))
        return rows

    def _post(self, handing: Handing) -> str:
        post = post_of(self.book, handing.recipient, self.language)
        if handing.for_ is None:
            return post
        absent = name_of(handing.for_, self.language)
        return post + self.say(f"（代{absent}领奖）", f" (for {absent})")

    def _entering(self, handing: Handing, batch: Batch) -> int:
        """Return when somebody enters: who stands farthest from the entrance comes first."""
        spots = sorted((h.position for h in batch.handings), reverse=self.keys.enter == "left")
        return spots.index(handing.position) + 1

    def _diagram(self, title: str, batch: Batch) -> None:
        view = self.say(
            "图示视角：面向台上（台下视角）", "Viewpoint: facing the stage, from the audience"
        )
        sheet = self.press.page(self.paper.landscape(), margin=_MARGIN, bookmark=title, note=view)
        area = head_lines(sheet, self.occasion.title, title, view, self.language)
        draw_stage(sheet, area, batch, self.book, self.language)
