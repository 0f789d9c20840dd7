"""Small events for cards, and what a printed card says when it is read back."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pdfcheck import MM

from seating.documents.registry import make_documents
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.event import Event, PrecedenceSpec, Sitting
from seating.facts.people import Person, Unit
from seating.facts.plan import Placing, Plan, SittingPlan
from seating.facts.text import Text
from seating.facts.venue import Need
from seating.forms.registry import form_class, make_form
from seating.reading.packs import load_convention

RARE = ("张𬀩", "李䶮", "王㛃", "赵堃", "孙𫘝")
LONG = ("买买提·吐尔逊", "英格丽·林斯塔德", "阿卜杜热合曼·买买提明", "司马相如风", "欧阳牧之")
FOREIGN = ("John Smith", "Александр Воробьёв-Северцев", "José Ángel de la Cruz y Fernández")
NAMES = (*RARE, *LONG, *FOREIGN, "丁一", "王小明", "诸葛孔明")
UNIT = "市人力资源和社会保障局办"


def people(names: Sequence[str]) -> list[Person]:
    return [
        Person(
            id=f"p{i:03d}",
            name=name,
            name_en=f"Person Number {i}",
            unit=UNIT if i % 2 else "市委",
            title="党组书记、局长" if i % 2 else "市委书记",
            title_en="Director",
            phone=f"1390000{i:04d}",
            side="guest" if i % 3 == 0 else "host",
        )
        for i, name in enumerate(names)
    ]


def deck(
    folk: Sequence[Person],
    form: str = "rostrum",
    tables: Mapping[str, Any] | None = None,
    **layout: Any,
) -> Book:
    """Return a book in which people sit in one form, first come, first placed."""
    convention = load_convention("cn-domestic", {})
    need = Need(count=len(folk))
    if form_class(form).SIDES:
        guests = len(folk) // 2
        need = Need(count=len(folk), parties={"host": len(folk) - guests, "guest": guests})
    room = make_form(form, layout).build(need, convention)
    seats = [p.id for p in room.seats if not p.purpose]
    here = [p for p in folk if not p.absent]
    placing = Placing(sitting="one", places=dict(zip((p.id for p in here), seats, strict=False)))
    sitting = Sitting(id="one", title=Text("主席台", "Rostrum"), form=form)
    plan = SittingPlan(placing=placing, levels=())
    units = {u: Unit(name=u, order=i) for i, u in enumerate(("市委", UNIT), 1)}
    ids = tuple(p.id for p in folk)
    event = Event(
        id="e1", title=Text("全市工作会议", "City Conference"), organiser=Text("市委", "Committee"),
        start=dt.datetime(2026, 12, 8, 9), end=None, place=Text("会堂", "Hall"), language="zh",
        convention="cn-domestic", version=1, people=tuple(folk), units=tuple(units.values()),
        sittings=(sitting,), rules=(), precedence=PrecedenceSpec(),
        tables={"documents": dict(tables or {})},
    )  # fmt: skip
    return Book(
        event=event, people={p.id: p for p in folk}, units=units, order=ids, name_order=ids,
        sittings={"one": BookSitting(sitting=sitting, layout=room, order=ids, plan=plan)},
        plan=Plan(event="e1", version=1, digest="", sittings={"one": plan}),
    )  # fmt: skip


def asked(book: Book, **tables: Mapping[str, Any]) -> Book:
    """Return the book with other tables ``[documents.…]``."""
    event = dataclasses.replace(book.event, tables={"documents": tables})
    return dataclasses.replace(book, event=event)


def printed(book: Book, name: str, **job: Any) -> Printed:
    (file,) = make_documents(book, PrintJob(**job), [name])
    return file


@dataclasses.dataclass(frozen=True)
class Sign:
    """A character: its ink in mm from the upper left corner, counter-clockwise turn, size."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    turn: int
    size: float

    @property
    def cx(self) -> float:
        return (self.left + self.right) / 2

    @property
    def cy(self) -> float:
        return (self.top + self.bottom) / 2


def signs(data: bytes) -> list[list[Sign]]:
    """Return the characters of every page in the order in which they were drawn."""
    found = []
    for page in pdfium.PdfDocument(data):
        height, text = page.get_height(), page.get_textpage()
        here: list[Sign] = []
        for i in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, i)
            if 0xDC00 <= code <= 0xDFFF and here and 0xD800 <= ord(here[-1].char) <= 0xDBFF:
                pair = (here[-1].char + chr(code)).encode("utf-16", "surrogatepass")
                here[-1] = dataclasses.replace(here[-1], char=pair.decode("utf-16"))
                continue
            if not code or chr(code).isspace() or raw.FPDFText_IsGenerated(text, i) == 1:
                continue
            sides = [ctypes.c_double() for _ in range(4)]
            raw.FPDFText_GetCharBox(text, i, *sides)
            left, right, low, high = (side.value for side in sides)
            turn = -round(math.degrees(raw.FPDFText_GetCharAngle(text, i))) % 360
            size = raw.FPDFText_GetFontSize(text, i)
            here.append(
                Sign(
                    chr(code), left * MM, (height - high) * MM, right * MM, (height - low) * MM,
                    turn, round(size, 2),
                )
            )  # fmt: skip
        found.append(here)
    return found


def runs(page: Sequence[Sign], turn: int) -> str:
    """Return the characters of one turn, in the order in which they were drawn."""
    return "".join(sign.char for sign in page if sign.turn == turn)


def bare(name: str) -> str:
    """Return a name without blanks, as it is read back."""
    return "".join(name.split())
