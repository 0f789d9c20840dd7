"""Labels for the envelopes of room keys, several on a sheet (房卡标签)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from seating.documents import room_keys
from seating.documents.cards.deck import Item, deal
from seating.documents.cards.grid import Grid, grid_of
from seating.documents.cards.keys import at, only_people
from seating.documents.cards.names import in_letters
from seating.documents.cards.panel import Panel
from seating.documents.cards.stock import size_of
from seating.documents.cards.who import chosen, who_faults
from seating.documents.ink import DARK, MIDDLE
from seating.documents.lettering import RoleName, name_spread
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import by_unit, natural, present
from seating.documents.press import file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.words import name_of, name_role, unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Text

NAME = "key_labels"
TITLE = Text("房卡标签", "Key labels")
SUMMARY = Text(
    "房卡标签：每人一张，房号、姓名、单位，贴在房卡袋上；拼版带裁切线。",
    "A label for everybody's key with room, name and unit, several on a sheet.",
)
_LEAST = 25.0


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.key_labels]``; the hotel is that of ``[documents.room_keys]``."""

    stock: str = parameter(
        "每张标签的大小，宽x高，毫米", "size of a label, WxH in mm", default="85x54"
    )
    sheet: str = parameter("拼在多大的纸上", "paper that carries several", default="A4")
    order: Literal["unit", "room"] = parameter(
        "出签次序：unit 按单位，room 按房号", "in the order of units or of rooms", default="unit"
    )
    note: str = parameter("下方小字，如早餐、退房时间", "small print at the foot", default="")
    note_en: str = parameter("英文小字", "the same in English", default="")
    only: tuple[str, ...] = only_people()

    def __post_init__(self) -> None:
        """Refuse sizes that cannot be; see :func:`grid_of`."""
        self.grid()

    def grid(self) -> Grid:
        """Return how the labels lie on a sheet."""
        size = size_of(self.stock, "stock")
        if min(size.width, size.height) < _LEAST:
            raise ValueError(
                Text(
                    f'stock = "{self.stock}" 太小，宽和高都至少要{_LEAST:g}毫米。',
                    f'stock = "{self.stock}" is too small; {_LEAST:g} mm are needed each way.',
                )
            )
        return grid_of(size.width, size.height, self.sheet, 0.0)


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands on one label."""

    title: str
    hotel: str
    room: str
    name: str
    unit: str
    note: str
    role: RoleName

    def draw(self, card: Panel) -> None:
        """Draw it; everything grows with the height of the card."""
        w, h = card.width, card.height
        pad = min(5.0, w * 0.06)
        room, pt = w - 2 * pad, h / 54.0
        card.text(
            w / 2, h * 0.12, self.title, "title_song", 10.5 * pt, align="centre", max_width=room
        )
        card.line(pad, h * 0.2, w - pad, h * 0.2, width=0.2, colour=MIDDLE)
        card.text(
            w / 2, h * 0.28, self.hotel, "song", 9 * pt, align="centre", max_width=room, colour=DARK
        )
        card.text(w / 2, h * 0.47, self.room, "hei", 34 * pt, align="centre", max_width=room)
        card.text(
            w / 2, h * 0.705, self.name, self.role, 18 * pt, align="centre", max_width=room,
            spread=name_spread(self.name),
        )  # fmt: skip
        low = 0.83 if self.note else 0.86
        card.text(w / 2, h * low, self.unit, "song", 9.5 * pt, align="centre", max_width=room)
        card.text(
            w / 2,
            h * 0.93,
            self.note,
            "song",
            7.5 * pt,
            align="centre",
            max_width=room,
            colour=DARK,
        )


def faults(event: Event, where: Where) -> list[Fault]:
    """Return a fault for everybody named whom nobody knows."""
    return who_faults(event, keys_of(event, NAME, Keys).only, at(where, "only"))


def wanted(book: Book) -> bool:
    """Whether anybody who comes has a room."""
    return any(person.lodging for person in present(book))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the labels."""
    language = job.language
    name = file_name(TITLE.to(language), book.event.id)
    if (job.only and name not in job.only) or not wanted(book):
        return
    keys = keys_of(book, NAME, Keys)
    hotel = keys_of(book, room_keys.NAME, room_keys.Keys)
    occasion = Occasion(book, language)
    items = []
    for person in _guests(book, keys):
        label = _Label(
            title=occasion.title,
            hotel=hotel.hotel if language == "zh" else hotel.hotel_en or hotel.hotel,
            room=person.lodging,
            name=name_of(person, language),
            unit=unit_of(book, person.unit, language),
            note=keys.note if language == "zh" else keys.note_en,
            role="latin" if in_letters(person.name) else name_role(language),
        )
        items.append(Item(person.id, label, label.draw))
    press = open_press(book, job, TITLE)
    slug = f"{occasion.title}　{TITLE.to(language)}"
    yield deal(press, items, keys.grid(), name, slug=slug, only=chosen(book, keys.only))


def _guests(book: Book, keys: Keys) -> list[Person]:
    people = [person for person in present(book) if person.lodging]
    people = [person for _, members in by_unit(book, people) for person in members]
    if keys.order == "room":
        people.sort(key=lambda p: natural(p.lodging))
    return people
