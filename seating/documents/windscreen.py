"""Passes to lie behind the windscreen, with the number of the car (车辆通行证)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.charts.parts import vehicles_of
from seating.documents.charts.vehicle import vehicle_name
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.roll import natural
from seating.documents.paper import paper_of
from seating.documents.press import file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.signage.plates import Plate, draw_plate
from seating.documents.words import sitting_title
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Language, Text

NAME = "windscreen"
TITLE = Text("车辆通行证", "Car passes")
SUMMARY = Text(
    "车辆通行证：每辆车一张，大字车号，放在前风挡玻璃内；车号取自乘车座次和名册“车号”列。",
    "A pass for every car with its number in large type, from vehicles planned and the roster.",
)
_MARGIN = 9.0


@dataclass(frozen=True, kw_only=True)
class CarKeys:
    """One car: a pass of its own, or what is added to the pass of a car already known."""

    number: str = parameter("车号，如 1号车", "number, as on the roster: 1号车")
    number_en: str = parameter("英文车号", "number in English", default="")
    name: str = parameter("用途，如 先导车", "what it is for, e.g. pilot car", default="")
    name_en: str = parameter("英文用途", "the same in English", default="")
    plate: str = parameter("车牌号", "registration plate", default="")


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.windscreen]``."""

    title: str = parameter("证件名称", "what the pass is called", default=TITLE.zh)
    title_en: str = parameter("英文名称", "the same in English", default="Car Pass")
    valid: str = parameter("有效期，缺省为会期", "valid when; default: the days", default="")
    valid_en: str = parameter("英文有效期", "the same in English", default="")
    parking: str = parameter("停放区域", "where to park", default="")
    parking_en: str = parameter("英文停放区域", "the same in English", default="")
    spare: int = parameter(
        "另印几张空白证，车号手填", "blank passes, to be numbered by hand", default=0,
        minimum=0, maximum=50,
    )  # fmt: skip
    car: tuple[CarKeys, ...] = parameter(
        "补充或另加的车辆", "cars added or told more of", default=()
    )


def wanted(book: Book) -> bool:
    """Whether there are cars, planned or on the roster, or the event asks for passes."""
    return has_table(book, NAME) or bool(_cars(book))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one page for every car, lying; in the order of their numbers."""
    name = file_name(TITLE.to(job.language), book.event.id)
    if job.only and name not in job.only:
        return
    keys = keys_of(book, NAME, Keys)
    press = open_press(book, job, TITLE)
    paper = paper_of(job.paper or "A4").landscape()
    for plate in _plates(book, keys, job.language):
        sheet = press.page(paper, margin=_MARGIN, bookmark=plate.text.strip())
        draw_plate(sheet, sheet.body, plate)
    if press.sheets:
        yield press.finish(name)


def _plates(book: Book, keys: Keys, language: Language) -> Iterable[Plate]:
    told = {_called(car.number).zh: car for car in keys.car}
    cars = _cars(book)
    for number, car in told.items():
        cars.setdefault(number, Text(number, car.number_en or _called(car.number).en))
    occasion = Occasion(book, language)
    zh = language == "zh"
    valid = (keys.valid if zh else keys.valid_en) or occasion.days
    parking = keys.parking if zh else keys.parking_en or keys.parking
    for number in sorted(cars, key=natural):
        known = told.get(number)
        name = (known.name if zh else known.name_en or known.name) if known else ""
        plate = known.plate if known else ""
        english = known.number_en if known and known.number_en else cars[number].en
        parts = (
            (Text("有效期：", "Valid: "), valid),
            (Text("停放：", "Parking: "), parking),
            (Text("车牌：", "Plate: "), plate),
        )
        foot = ("　" if zh else "   ").join(t.to(language) + w for t, w in parts if w)
        yield Plate(
            number if zh else english,
            head=occasion.title,
            kind=keys.title if zh else keys.title_en,
            note=name,
            foot=foot,
        )
    for _ in range(keys.spare):
        blank = "＿＿号车" if zh else "Car ____"
        foot = Text(f"有效期：{valid}", f"Valid: {valid}").to(language) if valid else ""
        yield Plate(blank, head=occasion.title, kind=keys.title if zh else keys.title_en, foot=foot)


def _cars(book: Book) -> dict[str, Text]:
    """Return every car by its Chinese number: those of the plans, then those of the roster."""
    found: dict[str, Text] = {}
    for sitting in book.sittings.values():
        for group in vehicles_of(sitting.layout):
            label = group.fixture.label
            if vehicle_name(label.zh, "zh") != label.zh:  # the only one: its kind is no number
                label = Text(sitting_title(sitting, "zh"), sitting_title(sitting, "en"))
            found.setdefault(label.zh, Text(label.zh, label.en[:1].upper() + label.en[1:]))
    for person in sorted(book.people.values(), key=lambda p: p.id):
        if person.car:
            called = _called(person.car)
            found.setdefault(called.zh, called)
    return found


def _called(car: str) -> Text:
    """Return what a car is called in large type; a bare number is 3号车."""
    number = re.fullmatch(r"(\d+)\s*(?:号车?)?", car.strip())
    if number:
        return Text(f"{int(number[1])}号车", f"Car {int(number[1])}")
    return Text(car.strip(), car.strip())
