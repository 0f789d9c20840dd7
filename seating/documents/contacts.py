"""Telephone numbers by unit, only on request (通讯录)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import by_unit, present
from seating.documents.lists.ruled import Row, Ruled, Section
from seating.documents.paper import Box, paper_of
from seating.documents.press import file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column
from seating.documents.words import name_of, name_role, title_of, unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "contacts"
TITLE = Text("通讯录", "Contact list")
SUMMARY = Text(
    "通讯录：单位、姓名、职务、电话；涉及个人信息，写明 [documents.contacts] 或点名才印。",
    "Unit, name, post and telephone; personal data, so printed only when asked for.",
)
_PRIVATE = Text("内部资料　注意保管", "Internal: please keep it safe")
_MARGIN = 16.0


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.contacts]``."""

    everybody: bool = parameter(
        "没有电话的人也列出", "people without a telephone too", default=False
    )


def wanted(book: Book) -> bool:
    """Whether the event asks for it; that the roster has telephones is not enough."""
    return has_table(book, NAME)


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the list, by unit."""
    language = job.language
    name = file_name(TITLE.to(language), book.event.id)
    if job.only and name not in job.only:
        return
    keys = keys_of(book, NAME, Keys)
    people = [p for p in present(book) if p.phone or keys.everybody]
    press = open_press(book, job, TITLE, furniture=furniture_of(book, language))
    occasion = Occasion(book, language)
    title = TITLE.to(language)
    paper = paper_of(job.paper or "A4").portrait()

    def begin(section: str | None) -> tuple[Sheet, Box]:
        first = section is not None
        private = _PRIVATE.to(language)
        sheet = press.page(paper, margin=_MARGIN, bookmark=title if first else "", note=private)
        if not first:
            return sheet, sheet.body
        return sheet, head_lines(sheet, occasion.title, title, private, language)

    table = Ruled(_columns(language), language, row_height=7.5, merged=frozenset({0}))
    table.draw(press.lettering, begin, [Section("", _rows(book, people, language))])
    if not any(p.phone for p in people):
        press.remark(Text("名册中没有电话。", "The roster has no telephone numbers."))
    yield press.finish(name)


def _columns(language: Language) -> list[Column]:
    zh = ("单位", "姓名", "职务", "电话")
    heads = zh if language == "zh" else ("Unit", "Name", "Post", "Telephone")
    return [
        Column(heads[0], role="hei", least=30),
        Column(heads[1], align="centre", role=name_role(language), name=True, least=26),
        Column(heads[2], grow=True),
        Column(heads[3], align="centre", least=36),
    ]


def _rows(book: Book, people: list[Person], language: Language) -> list[Row]:
    rows = []
    for unit, members in by_unit(book, people):
        for number, person in enumerate(members):
            cells = (name_of(person, language), title_of(person, language), person.phone)
            rows.append(Row((unit_of(book, unit, language), *cells), joined=number > 0))
    return rows
