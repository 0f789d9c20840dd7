"""Place cards in the order of the seats, folded so that both sides read (桌签)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from seating.documents.cards.deck import Item, deal, slug_of
from seating.documents.cards.face import FaceStyle, FaceText
from seating.documents.cards.fonts import name_face
from seating.documents.cards.grid import Grid, grid_of
from seating.documents.cards.keys import SheetKeys, at
from seating.documents.cards.panel import Panel
from seating.documents.cards.pictures import picture_faults, read_picture
from seating.documents.cards.stock import Stock, stock_of
from seating.documents.cards.who import chosen, seated, sitting_faults, who_faults
from seating.documents.press import file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.words import name_of, sitting_title, title_of, unit_of
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "place_cards"
TITLE = Text("桌签", "Place cards")
SUMMARY = Text(
    "桌签：对折后两面都正，全场姓名一个字号，按座位次序出片；可拼版裁切、单张补印。",
    "Place cards that read from both sides, names in one size, in the order of the seats; "
    "several on a sheet if wished, single ones again.",
)

FORMS = (
    *("rostrum", "talks", "report_meeting", "reception", "round_conference"),
    *("u_table", "hollow_square", "oval", "round_table", "banquet", "top_table", "western_table"),
)
"""Forms in which people sit at a table that a card can stand on."""

FEW = 60
"""Up to so many people in a sitting cards are printed unasked."""


@dataclass(frozen=True, kw_only=True)
class Keys(SheetKeys):
    """The keys of ``[documents.place_cards]``."""

    stock: str = parameter(
        "卡纸：190x178、195x175、200x120 等，宽x高（毫米，摊平）；A4、A5为横放对折",
        "the card laid flat: 190x178, 195x175, 200x120 or any WxH in mm; A4, A5 folded lengthwise",
        default="A4",
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
    sittings: tuple[str, ...] = parameter(
        "给哪几场印，写座次的 id；不写为所有有桌子的座次",
        "ids of the sittings; none = every one with tables",
        default=(),
    )
    who: tuple[str, ...] = parameter(
        "给哪些人印：group:、unit:、role:、tag: 或姓名；不写为全体在座人员",
        "for whom: group:, unit:, role:, tag: or names; none = everybody seated",
        default=(),
    )
    units: bool = parameter("印单位", "unit in small type", default=False)
    titles: bool = parameter("印职务", "post in small type", default=False)
    logo: str = parameter(
        "左上角的标志，PNG 或 JPEG 文件，放在会议文件夹里",
        "mark in the corner, a PNG or JPEG file in the event's folder",
        default="",
    )
    back: Literal["same", "other", "guests", "blank"] = parameter(
        "背面：same与正面相同，other另一种语言，guests只有客方用另一种语言，blank空白",
        "far side: the same, in the other language, so for guests only, or blank",
        default="same",
    )
    font: str = parameter(
        "姓名字体：title_song、hei、kai、song、fang，或字体名、字体文件，如 华文新魏",
        "typeface of names: title_song, hei, kai, song, fang, or a family or file of your own",
        default="title_song",
    )
    size: float = parameter(
        "姓名最大字号，0为按卡纸放到最大", "largest size of names, 0 = as large as the card allows",
        default=0.0, minimum=0, maximum=1000, unit="pt",
    )  # fmt: skip

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
    """Whether the event asks for cards, or has a small sitting at tables."""
    return bool(_sittings(book, keys_of(book, NAME, Keys)))


def faults(event: Event, where: Where) -> list[Fault]:
    """Return what is wrong with the names and the picture in the event's table."""
    keys = keys_of(event, NAME, Keys)
    found = sitting_faults(event, keys.sittings, at(where, "sittings"))
    found += who_faults(event, keys.only, at(where, "only"))
    found += who_faults(event, keys.who, at(where, "who"))
    return found + picture_faults(event, keys.logo, at(where, "logo"))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every sitting."""
    keys = keys_of(book, NAME, Keys)
    for sitting in _sittings(book, keys):
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if not job.only or name in job.only:
            yield _print(book, job, sitting, keys, name)


def _sittings(book: Book, keys: Keys) -> list[BookSitting]:
    asked = has_table(book, NAME)
    return [
        s
        for s in book.sittings.values()
        if (
            s.sitting.id in keys.sittings
            if keys.sittings
            else s.sitting.form in FORMS and (asked or len(s.plan.placing.places) <= FEW)
        )
        and s.plan.placing.places
    ]


def _print(book: Book, job: PrintJob, sitting: BookSitting, keys: Keys, name: str) -> Printed:
    card = keys.card()
    logo = read_picture(book.folder, keys.logo)
    only = chosen(book, keys.only)
    book, role = name_face(book, keys.font)
    press = open_press(book, job, TITLE)
    style = FaceStyle(card.width, card.face_height, keys.units + keys.titles, logo, role, keys.size)
    people = [person for person, _ in seated(book, sitting, keys.who)]
    texts = [_texts(book, person, keys, job.language) for person in people]
    sizes = style.sizes(press.lettering, (text for pair in texts for text in pair))
    look = (card, keys.marks, style.content)

    def drawn(pair: tuple[FaceText, ...]) -> Callable[[Panel], None]:
        def draw(panel: Panel) -> None:
            for face, text in zip(card.faces(panel), pair, strict=False):
                style.draw(face, text, sizes[text.language])
            if keys.marks:
                card.mark_folds(panel)

        return draw

    items = [
        Item(
            person.id,
            (look, [(text, sizes[text.language].of(press.lettering, text.name)) for text in pair]),
            drawn(pair),
        )
        for person, pair in zip(people, texts, strict=True)
    ]
    return deal(
        press, items, keys.grid(), name, order=keys.order, cuts=keys.marks, only=only,
        slug=slug_of(book, TITLE, sitting_title(sitting, job.language), job.language),
    )  # fmt: skip


def _texts(book: Book, person: Person, keys: Keys, language: Language) -> tuple[FaceText, ...]:
    """Return what stands on the front and on the back; a blank back is left out."""
    front = _text(book, person, keys, language)
    if not keys.fold or keys.back == "blank":
        return (front,)
    turned = keys.back == "other" or (keys.back == "guests" and person.side == "guest")
    other: Language = "en" if language == "zh" else "zh"
    return (front, _text(book, person, keys, other) if turned else front)


def _text(book: Book, person: Person, keys: Keys, language: Language) -> FaceText:
    unit = unit_of(book, person.unit, language) if keys.units else ""
    title = title_of(person, language) if keys.titles else ""
    if unit and title.startswith(unit):
        unit = ""
    lines = (unit, title) if language == "zh" else (title, unit)
    return FaceText(name_of(person, language), tuple(line for line in lines if line), language)
