# ruff: noqa: RUF009  (``parameter`` returns a dataclass field)
"""Badges with the bearer's kind in words and colour, and a code of his seat (证件)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from seating.documents.cards.badge import BadgeStyle, BadgeText
from seating.documents.cards.codes import seat_code
from seating.documents.cards.deck import Item, deal, slug_of
from seating.documents.cards.fonts import name_face
from seating.documents.cards.grid import Grid, grid_of
from seating.documents.cards.keys import SheetKeys, at
from seating.documents.cards.panel import Panel
from seating.documents.cards.stock import size_of
from seating.documents.cards.who import chosen, matching, who_faults
from seating.documents.press import file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.words import (
    name_of,
    says_unit,
    seat_label,
    sitting_title,
    title_of,
    unit_of,
)
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import Language, Text

NAME = "badges"
TITLE = Text("证件", "Badges")
SUMMARY = Text(
    "证件：出席证、列席证、工作证等，以颜色和文字区分，印姓名、单位、编号和座位二维码，拼版裁切。",
    "Badges for participants, attendees, staff …, told apart by words and colour, with name, unit, "
    "number and a QR code of the seat; several on a sheet.",
)

ENGLISH = {
    "代表证": "Delegate",
    "出席证": "Participant",
    "列席证": "Attendee",
    "工作证": "Staff",
    "嘉宾证": "Guest",
    "来宾证": "Guest",
    "记者证": "Press",
    "特邀证": "Special Guest",
    "车辆证": "Vehicle",
}
"""English for kinds of badge whose table gives none."""

_Colour = Literal["red", "blue", "green", "orange", "purple", "grey"]


@dataclass(frozen=True, kw_only=True)
class KindKeys:
    """A kind of badge and who wears it."""

    name: str = parameter("证件名称，如 嘉宾证", "what the badge says, in Chinese")
    name_en: str = parameter("英文名称", "the same in English", default="")
    who: tuple[str, ...] = parameter(
        "哪些人佩戴：role:、unit:、group:、tag:、side: 或姓名",
        "who wears it: role:, unit:, group:, tag:, side: or names",
        default=(),
    )
    colour: _Colour = parameter("颜色", "colour", default="red")


USUAL = (
    KindKeys(name="列席证", who=("role:attendee",), colour="blue"),
    KindKeys(
        name="工作证",
        who=("role:staff", "role:recorder", "role:interpreter", "role:assistant", "role:driver"),
        colour="green",
    ),
)
"""The kinds beside the main one where the event's table names none."""


@dataclass(frozen=True, kw_only=True)
class Keys(SheetKeys):
    """The keys of ``[documents.badges]``."""

    size: str = parameter(
        "证件大小，宽x高（毫米）；横竖均可", "size, WxH in mm, lying or standing",
        default="85.5x54",
    )  # fmt: skip
    sheet: str = parameter(
        '拼在多大的纸上：A4、A3 或宽x高（毫米）；""为一件一页',
        'paper that carries several: A4, A3 or WxH in mm; "" = each is a page of its own',
        default="A4",
    )
    gutter: float = parameter(
        "两件之间留的空，底色向外多印一半", "space between two; the colour reaches halfway into it",
        default=3.0, minimum=0, maximum=30, unit="mm",
    )  # fmt: skip
    name: str = parameter("一般与会人员的证件名称", "the usual kind of badge", default="出席证")
    name_en: str = parameter("英文名称", "the same in English", default="")
    kind: tuple[KindKeys, ...] = parameter(
        "其他证件及佩戴的人；不写则列席人员为列席证，工作人员、记录、翻译、司机为工作证",
        "other kinds and who wears them; none = attendees, and staff with note-takers, "
        "interpreters and drivers",
        default=(),
    )
    who: tuple[str, ...] = parameter(
        "给哪些人印；不写为全体到会人员",
        "for whom; none = everybody present",
        default=(),
    )
    by: Literal["unit", "name", "precedence"] = parameter(
        "排列：unit按单位，name按姓氏笔画，precedence按次序",
        "in the order of units, of names, or of precedence",
        default="unit",
    )
    units: bool = parameter("印单位", "unit", default=True)
    titles: bool = parameter("印职务", "post", default=True)
    seats: bool = parameter("印座位", "seats", default=True)
    number: Literal["id", "serial", "none"] = parameter(
        "编号：id用名册编号，serial按排列顺序编号，none不印",
        "number: of the roster, counted, or none",
        default="id",
    )
    code: bool = parameter(
        "印二维码，内容为会议、人员编号和座位", "QR code of event, person and seats", default=True
    )
    photo: bool = parameter("留照片框", "a box for a photograph", default=False)
    hole: bool = parameter("印挂绳孔位", "a mark for the strap's slot", default=True)
    font: str = parameter(
        "姓名字体：title_song、hei、kai、song、fang，或字体名、字体文件",
        "typeface of names: title_song, hei, kai, song, fang, or a family or file of your own",
        default="hei",
    )

    def __post_init__(self) -> None:
        """Refuse sizes that cannot be; see :func:`grid_of`."""
        grid = self.grid()
        if min(grid.width, grid.height) < 50 or max(grid.width, grid.height) < 80:
            raise ValueError(
                Text(
                    f'size = "{self.size}" 太小，证件至少 80x50 毫米。',
                    f'size = "{self.size}" is too small; a badge has at least 80 x 50 mm.',
                )
            )

    def grid(self) -> Grid:
        """Return how the badges lie on a sheet."""
        size = size_of(self.size, "size")
        return grid_of(size.width, size.height, self.sheet, self.gutter, "size")


def wanted(book: Book) -> bool:
    """Whether the event asks for badges by ``[documents.badges]``."""
    return has_table(book, NAME)


def faults(event: Event, where: Where) -> list[Fault]:
    """Return what is wrong with the names in the event's table."""
    keys = keys_of(event, NAME, Keys)
    found = who_faults(event, keys.only, at(where, "only"))
    found += who_faults(event, keys.who, at(where, "who"))
    for number, kind in enumerate(keys.kind, 1):
        found += who_faults(event, kind.who, at(where, f"kind[{number}].who"))
    return found


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file with everybody's badge."""
    name = file_name(TITLE.to(job.language), book.event.id)
    if not job.only or name in job.only:
        yield _print(book, job, keys_of(book, NAME, Keys), name)


def _print(book: Book, job: PrintJob, keys: Keys, name: str) -> Printed:
    only, language = chosen(book, keys.only), job.language
    book, role = name_face(book, keys.font)
    press = open_press(book, job, TITLE)
    grid = keys.grid()
    bleed = min(grid.gutter / 2, 1.5) if grid.per_sheet > 1 else 0.0
    style = BadgeStyle(
        grid.width, grid.height, role, language, keys.photo, keys.code, keys.hole, bleed
    )
    texts = dict(_texts(book, keys, language))
    sizes = style.sizes(press.lettering, sorted({text.name for text in texts.values()}))

    def drawn(text: BadgeText) -> Callable[[Panel], None]:
        return lambda panel: style.draw(panel, text, sizes)

    items = [
        Item(who, (style, text, sizes.of(press.lettering, text.name)), drawn(text))
        for who, text in texts.items()
    ]
    return deal(
        press, items, grid, name, order=keys.order, cuts=keys.marks, only=only,
        slug=slug_of(book, TITLE, "", language),
    )  # fmt: skip


def _bearers(book: Book, keys: Keys) -> list[Person]:
    """Return everybody who gets a badge, in the order asked for."""
    who = chosen(book, keys.who)
    rank = {pid: i for i, pid in enumerate(book.order)}
    unit = {name: i for i, name in enumerate(book.units)}
    names = {pid: i for i, pid in enumerate(book.name_order)}
    people = [p for p in book.people.values() if not p.absent and (who is None or p.id in who)]

    def place(person: Person) -> tuple[int, int, str]:
        first = {
            "unit": unit.get(person.unit, len(unit)),
            "name": names.get(person.id, len(names)),
            "precedence": 0,
        }[keys.by]
        return first, rank.get(person.id, len(rank)), person.id

    return sorted(people, key=place)


def _texts(book: Book, keys: Keys, language: Language) -> Iterable[tuple[str, BadgeText]]:
    event = book.event.title.to(language) or book.event.title.zh
    kinds = keys.kind or USUAL
    worn: dict[str, KindKeys] = {}
    for kind in kinds:
        for pid in matching(book.event.people, book.event.units, kind.who):
            worn.setdefault(pid, kind)
    main = KindKeys(name=keys.name, name_en=keys.name_en)
    several = len(book.sittings) > 1
    for count, person in enumerate(_bearers(book, keys), 1):
        kind = worn.get(person.id, main)
        english = kind.name_en or ENGLISH.get(kind.name, kind.name)
        unit = unit_of(book, person.unit, language) if keys.units else ""
        post = title_of(person, language) if keys.titles else ""
        if post and says_unit(book, person, language):
            unit = ""
        yield (
            person.id,
            BadgeText(
                event=event,
                kind=kind.name if language == "zh" else english,
                name=name_of(person, language),
                lines=tuple(w for w in (unit, post) if w),
                seats=tuple(_seats(book, person, language, several=several)) if keys.seats else (),
                number=_number(keys, person, count),
                code=seat_code(book, person) if keys.code else "",
                band=kind.colour,
            ),
        )


def _seats(book: Book, person: Person, language: Language, *, several: bool) -> Iterable[str]:
    for sitting in book.sittings.values():
        label = seat_label(sitting, person.id, language)
        title = sitting_title(sitting, language)
        if label and several and not label.lower().startswith(title.lower()):
            label = f"{title}{label}" if language == "zh" else f"{title}: {label}"
        elif label and language == "en" and title:
            own = label[len(title) :].strip() if label.lower().startswith(title.lower()) else ""
            label = f"{title}: {own}" if own[:1].isalpha() else label[:1].upper() + label[1:]
        if label:
            yield label


def _number(keys: Keys, person: Person, count: int) -> str:
    """Return the number to print; the roster's own where it has one that is not the name."""
    if keys.number == "none" or (keys.number == "id" and person.id.startswith(person.name)):
        return ""
    return f"No. {person.id}" if keys.number == "id" else f"No. {count:03d}"
