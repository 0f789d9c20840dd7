"""Who rides in which vehicle, and on which seat (乘车安排表)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.charts.card import ROLE_MARKS, Subject, subject_of
from seating.documents.charts.keys import PaperKeys
from seating.documents.charts.parts import Group, vehicles_of
from seating.documents.charts.vehicle import vehicle_name
from seating.documents.charts.words import joined
from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.lettering import RoleName
from seating.documents.paper import Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column, Table
from seating.documents.words import name_role, sitting_title
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Language, Text

NAME = "motorcade"
TITLE = Text("乘车安排表", "Motorcade list")
SUMMARY = Text(
    "乘车安排表：每辆车坐谁、坐哪个座位，按行驶次序。",
    "Who rides in each vehicle and where, in the order of driving.",
)
_MARGIN = 16.0
_HEADS = {
    "zh": ("车辆", "座位", "姓名", "单位及职务", "主客", "备注"),
    "en": ("Vehicle", "Seat", "Name", "Unit and post", "Side", "Remarks"),
}
_SIDES = {"host": Text("主方", "host"), "guest": Text("客方", "guest")}


@dataclass(frozen=True, kw_only=True)
class Keys(PaperKeys):
    """The keys of ``[documents.motorcade]``."""


def wanted(book: Book) -> bool:
    """Whether the event has a sitting in vehicles."""
    return any(vehicles_of(s.layout) for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every such sitting."""
    language = job.language
    for sitting in book.sittings.values():
        name = file_name(TITLE.to(language), sitting.sitting.id)
        if not vehicles_of(sitting.layout) or (job.only and name not in job.only):
            continue
        press = open_press(book, job, TITLE, furniture=furniture_of(book, language))
        subject = subject_of(book, sitting, language)
        event = book.event.title.to(language) or book.event.title.zh
        title, own = TITLE.to(language), sitting_title(sitting, language)
        if own and own != event:
            title = joined(own, title) if language == "zh" else f"{own}: {title}"
        _draw(press, subject, event, title, job.paper or keys_of(book, NAME, Keys).paper)
        yield press.finish(name)


def _draw(press: Press, subject: Subject, event: str, title: str, paper: str) -> None:
    language = subject.language
    groups = vehicles_of(subject.layout)
    rows = [row for group in groups for row in _rows(subject, group)]
    people = sum(len(card.names) for card in subject.cards.values())
    sentence = Text(
        f"共{len(groups)}辆车，{people}人；左右即乘车人的左右",
        f"{len(groups)} vehicle(s), {people} people; left and right as the riders'",
    ).to(language)
    lying = paper_of(paper or "A4").portrait()

    def begin() -> tuple[Sheet, Box]:
        first = not press.sheets
        sheet = press.page(lying, margin=_MARGIN, bookmark=TITLE.to(language) if first else "")
        return sheet, head_lines(sheet, event, title, sentence, language)

    heads = _HEADS[language]
    role: RoleName = "song" if language == "zh" else "latin"
    columns = [
        Column(heads[0], align="centre", role="hei"),
        Column(heads[1], align="centre", role=role),
        Column(heads[2], align="centre", role=name_role(language), name=True, least=20),
        Column(heads[3], role=role, grow=True),
        Column(heads[4], align="centre", role=role),
        Column(heads[5], align="centre", role=role, least=14),
    ]
    shown = [i for i in range(6) if i in (0, 1, 2, 5) or any(row[i] for row in rows)]
    table = Table([columns[i] for i in shown], [[row[i] for i in shown] for row in rows])
    table.draw(press.lettering, begin)


def _rows(subject: Subject, group: Group) -> Iterable[tuple[str, ...]]:
    """Yield one row for each seat, the driver first, then front to rear."""
    language: Language = subject.language
    label = group.fixture.label.to(language) or group.fixture.label.zh
    first = True
    empty = "空" if language == "zh" else "empty"
    places = sorted(group.places, key=lambda p: (p.purpose != "driver", -p.y, p.x))
    for place in places:
        card = subject.cards[place.id]
        seat = place.label.to(language) or place.label.zh
        seat = seat.removeprefix(label).removeprefix(", ").strip()
        side = _SIDES.get(place.party)
        role = ROLE_MARKS[place.purpose][1].to(language) if place.purpose in ROLE_MARKS else ""
        glue = "、" if language == "zh" else ", "
        yield (
            vehicle_name(label, language) if first else "",
            seat,
            glue.join(card.names) or ("" if place.purpose == "driver" else empty),
            ("" if language == "zh" else ", ").join(card.post),
            (side.to(language) if side else place.party) if card.names else "",
            role,
        )
        first = False
