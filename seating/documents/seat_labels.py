"""Labels for the seats of a hall, names set from top to bottom (座位贴)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from seating.documents.cards.deck import Item, deal, slug_of
from seating.documents.cards.fonts import name_face
from seating.documents.cards.grid import Grid, grid_of
from seating.documents.cards.keys import SheetKeys, at
from seating.documents.cards.label import LabelStyle, LabelText
from seating.documents.cards.names import in_letters
from seating.documents.cards.panel import Panel
from seating.documents.cards.stock import size_of
from seating.documents.cards.who import chosen, seated, sitting_faults, who_faults
from seating.documents.press import file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.words import name_of, sitting_title, unit_of
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text
from seating.facts.venue import Place

NAME = "seat_labels"
TITLE = Text("座位贴", "Seat labels")
SUMMARY = Text(
    "座位贴：贴在会场座椅上，姓名或单位竖排，下印座号；A4一张五条，裁开后仍按座位次序。",
    "Labels for the seats of a hall: name or unit set vertically above the seat's number, five to "
    "a sheet, in the order of the seats once cut.",
)


@dataclass(frozen=True, kw_only=True)
class Keys(SheetKeys):
    """The keys of ``[documents.seat_labels]``."""

    size: str = parameter(
        "每条的大小，宽x高（毫米）；高大于宽的竖排，否则横排",
        "size of a label, WxH in mm; set vertically where it is higher than wide",
        default="55x190",
    )
    sheet: str = parameter(
        "拼在多大的纸上：A4、A3 或宽x高（毫米）", "paper that carries several: A4, A3 or WxH in mm",
        default="A4",
    )  # fmt: skip
    show: Literal["name", "unit"] = parameter(
        "大字印姓名还是单位", "what stands in large type", default="name"
    )
    units: bool = parameter("姓名上方另印单位", "unit above the name", default=False)
    seats: bool = parameter("下方印座号", "the seat's number below", default=True)
    sittings: tuple[str, ...] = parameter(
        "给哪几场印，写座次的 id；不写为所有会场", "ids of the sittings; none = every hall",
        default=(),
    )  # fmt: skip
    who: tuple[str, ...] = parameter(
        "给哪些人印：group:、unit:、role:、tag: 或姓名；不写为全体在座人员",
        "for whom: group:, unit:, role:, tag: or names; none = everybody seated",
        default=(),
    )
    font: str = parameter(
        "字体：title_song、hei、kai、song、fang，或字体名、字体文件",
        "typeface: title_song, hei, kai, song, fang, or a family or file of your own",
        default="title_song",
    )

    def __post_init__(self) -> None:
        """Refuse sizes that cannot be; see :func:`grid_of`."""
        self.grid()

    def grid(self) -> Grid:
        """Return how the labels lie on a sheet."""
        label = size_of(self.size, "size")
        return grid_of(label.width, label.height, self.sheet, self.gutter, "size")


def wanted(book: Book) -> bool:
    """Whether the event asks for labels by ``[documents.seat_labels]``."""
    return has_table(book, NAME) and bool(_sittings(book, keys_of(book, NAME, Keys)))


def faults(event: Event, where: Where) -> list[Fault]:
    """Return what is wrong with the names in the event's table."""
    keys = keys_of(event, NAME, Keys)
    found = sitting_faults(event, keys.sittings, at(where, "sittings"))
    found += who_faults(event, keys.who, at(where, "who"))
    return found + who_faults(event, keys.only, at(where, "only"))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every hall."""
    keys = keys_of(book, NAME, Keys)
    for sitting in _sittings(book, keys):
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if not job.only or name in job.only:
            yield _print(book, job, sitting, keys, name)


def _sittings(book: Book, keys: Keys) -> list[BookSitting]:
    return [
        s
        for s in book.sittings.values()
        if s.plan.placing.places
        and (s.sitting.id in keys.sittings if keys.sittings else s.sitting.form == "hall")
    ]


def _print(book: Book, job: PrintJob, sitting: BookSitting, keys: Keys, name: str) -> Printed:
    only, language = chosen(book, keys.only), job.language
    book, role = name_face(book, keys.font)
    press = open_press(book, job, TITLE)
    grid = keys.grid()
    style = LabelStyle(grid.width, grid.height, role, keys.units, keys.seats)

    def drawn(text: LabelText) -> Callable[[Panel], None]:
        return lambda panel: style.draw(panel, text)

    texts = [
        (p, _text(book, p, place, keys, language)) for p, place in seated(book, sitting, keys.who)
    ]
    style = style.for_set(press.lettering, (text for _, text in texts))
    usual = replace(style, letters=0.0)  # what names in letters change does not change the others
    items = [
        Item(p.id, (style if in_letters(text.main) else usual, text), drawn(text))
        for p, text in texts
    ]
    return deal(
        press, items, grid, name, order=keys.order, cuts=keys.marks, only=only,
        slug=slug_of(book, TITLE, sitting_title(sitting, language), language),
    )  # fmt: skip


def _text(book: Book, person: Person, place: Place, keys: Keys, language: Language) -> LabelText:
    name = name_of(person, language)
    unit = unit_of(book, person.unit, language)
    whole = keys.show == "unit" and bool(unit)
    seat = place.label.to(language) or place.label.zh
    return LabelText(
        unit if whole else name,
        unit if keys.units and not whole else "",
        seat[:1].upper() + seat[1:] if keys.seats else "",
        person=not whole,
    )
