"""Numbers to stand on the tables of a banquet, the names of the guests on the back (桌号牌)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from seating.documents.cards.deck import Item, deal, slug_of
from seating.documents.cards.grid import Grid, grid_of
from seating.documents.cards.keys import SheetKeys, at
from seating.documents.cards.panel import Panel
from seating.documents.cards.stock import Stock, stock_of
from seating.documents.cards.table import TableStyle, TableText
from seating.documents.cards.who import sitting_faults
from seating.documents.charts.parts import Group, groups_of
from seating.documents.press import file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.words import name_of, sitting_title
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.parameter import parameter
from seating.facts.text import Language, Text

NAME = "table_numbers"
TITLE = Text("桌号牌", "Table numbers")
SUMMARY = Text(
    "桌号牌：大字桌号，可印桌名，对折立放；背面可印本桌名单。",
    "Numbers for the tables, folded to stand, with a table's name and, if wished, its guests on "
    "the back.",
)
_HEAD = Text("主桌", "Head Table")
_TABLE = Text("号桌", "Table")


@dataclass(frozen=True, kw_only=True)
class Keys(SheetKeys):
    """The keys of ``[documents.table_numbers]``."""

    stock: str = parameter(
        "卡纸：210x297（A4竖放对折）、200x200 等，宽x高（毫米，摊平）；A4、A5为横放对折",
        "the card laid flat: 210x297, 200x200 or any WxH in mm; A4, A5 folded lengthwise",
        default="210x297",
    )
    fold: bool = parameter(
        "对折，上半面倒印；false为单面插卡", "folded, upper half upside down; false = flat",
        default=True,
    )  # fmt: skip
    feet: float = parameter(
        "上下两端折进去作底脚的空白，各多高",
        "blank strip at both ends, folded under as a stand",
        default=0.0,
        minimum=0,
        maximum=200,
        unit="mm",
    )
    back: Literal["number", "names"] = parameter(
        "背面：number与正面相同，names为本桌名单",
        "far side: the number again, or the names of the guests",
        default="number",
    )
    names: tuple[str, ...] = parameter(
        "桌名，按桌号次序，如 牡丹厅、荷花厅；不写则只有主桌印“主桌”",
        "names of the tables in their order; none = only the head table is named",
        default=(),
    )
    sittings: tuple[str, ...] = parameter(
        "给哪几场印，写座次的 id；不写为所有多桌的座次",
        "ids of the sittings; none = every one with several tables",
        default=(),
    )
    only: tuple[str, ...] = parameter(
        '只印这些桌（补印），如 "3"，位置与全印时相同',
        'print only these tables, e.g. "3", each where it lies among all',
        default=(),
    )

    def __post_init__(self) -> None:
        """Refuse sizes that cannot be; see :func:`stock_of` and :func:`grid_of`."""
        self.grid()

    def card(self) -> Stock:
        """Return the card."""
        return stock_of(self.stock, feet=self.feet, folded=self.fold)

    def grid(self) -> Grid:
        """Return how the cards lie on a sheet."""
        card = self.card()
        return grid_of(card.width, card.height, self.sheet, self.gutter)


def wanted(book: Book) -> bool:
    """Whether the event has a sitting with several tables, or asks for numbers."""
    return bool(_sittings(book, keys_of(book, NAME, Keys)))


def faults(event: Event, where: Where) -> list[Fault]:
    """Return what is wrong with the sittings in the event's table."""
    keys = keys_of(event, NAME, Keys)
    return sitting_faults(event, keys.sittings, at(where, "sittings"))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every sitting with tables.

    Raises:
        BadInputError: a table that is to be printed again is in none of them.
    """
    keys = keys_of(book, NAME, Keys)
    _refuse_unknown(book, keys)
    for sitting in _sittings(book, keys):
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if not job.only or name in job.only:
            yield _print(book, job, sitting, keys, name)


def _tables(sitting: BookSitting) -> list[Group]:
    return [g for g in groups_of(sitting.layout) if g.fixture.kind == "round-table"]


def _sittings(book: Book, keys: Keys) -> list[BookSitting]:
    return [
        s
        for s in book.sittings.values()
        if _tables(s) and (not keys.sittings or s.sitting.id in keys.sittings)
    ]


def _refuse_unknown(book: Book, keys: Keys) -> None:
    """Say all at once which tables there are not; how many there are, only the plan knows."""
    known = {
        _number(group.fixture.label.zh or group.fixture.label.en): None
        for sitting in _sittings(book, keys)
        for group in _tables(sitting)
    }
    where = Where(file="event.toml", key=f"documents.{NAME}.only")
    faults = [
        Fault(
            where=where,
            message=Text(f"没有“{one}”这一桌。", f"there is no table {one!r}."),
            advice=Text(f"有：{'、'.join(known)}。", f"There are: {', '.join(known)}."),
        )
        for one in keys.only
        if _number(one) not in known
    ]
    if faults and known:
        raise BadInputError(faults)


def _print(book: Book, job: PrintJob, sitting: BookSitting, keys: Keys, name: str) -> Printed:
    language, card = job.language, keys.card()
    press = open_press(book, job, TITLE)
    texts = [
        _text(book, sitting, group, words, language)
        for group, words in zip_longest(_tables(sitting), keys.names, fillvalue="")
        if not isinstance(group, str)
    ]
    style = TableStyle(card.width, card.face_height, language)
    listed = keys.back == "names"

    def drawn(text: TableText) -> Callable[[Panel], None]:
        def draw(panel: Panel) -> None:
            for side, face in enumerate(card.faces(panel)):
                if side and listed:
                    style.draw_guests(face, text)
                else:
                    style.draw(face, text)
            if keys.marks:
                card.mark_folds(panel)

        return draw

    items = [
        Item(t.number, (card, keys.marks, style, listed, t if listed else t.bare), drawn(t))
        for t in texts
    ]
    return deal(
        press, items, keys.grid(), name, order=keys.order, cuts=keys.marks,
        only=frozenset(map(_number, keys.only)) or None,
        slug=slug_of(book, TITLE, sitting_title(sitting, language), language),
    )  # fmt: skip


def _text(
    book: Book, sitting: BookSitting, group: Group, called: str, language: Language
) -> TableText:
    label = group.fixture.label.to(language) or group.fixture.label.zh
    head = any("head-table" in p.features for p in group.places)
    occupants = sitting.plan.placing.occupants
    guests = [
        name_of(book.people[who], language)
        for place in sorted(group.places, key=lambda p: (p.number, p.id))
        for who in occupants.get(place.id, ())
        if who in book.people
    ]
    called = called or (_HEAD.to(language) if head else "")
    glue = "　" if language == "zh" else ", "
    return TableText(
        number=_number(label),
        caption=called or _TABLE.to(language),
        title=glue.join(w for w in (label[:1].upper() + label[1:], called) if w),
        guests=tuple(guests),
    )


def _number(label: str) -> str:
    """Return the number of a table, however it is called: 3, 3桌, table 3."""
    found = re.search(r"\d+", label)
    return found[0] if found else label.removesuffix("桌")
