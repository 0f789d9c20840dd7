"""Meal tickets, several on a sheet, and how many eat when (餐券与用餐统计)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from seating.documents.cards.deck import Item, deal
from seating.documents.cards.grid import Grid, grid_of
from seating.documents.cards.keys import at, only_people
from seating.documents.cards.names import in_letters
from seating.documents.cards.stock import size_of
from seating.documents.cards.who import chosen, who_faults
from seating.documents.furniture import furniture_of
from seating.documents.headings import head_lines
from seating.documents.lists.meals import all_meals, eaters, meals_of
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.plain_english import meal_said
from seating.documents.lists.roll import by_unit
from seating.documents.lists.ruled import Row, Ruled, Section
from seating.documents.lists.ticket import Ticket
from seating.documents.paper import Box, paper_of
from seating.documents.press import file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.tables import Column
from seating.documents.words import name_of, name_role, unit_of
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.parameter import parameter
from seating.facts.people import Person
from seating.facts.text import NOTHING, Language, Text

NAME = "meal_tickets"
TITLE = Text("餐券", "Meal tickets")
SUMMARY = Text(
    "餐券：名册“用餐”一列每人每餐一张，编号，拼版带裁切线；另有按单位的用餐统计表。",
    "A numbered ticket for every meal of everybody, several on a sheet, and a table of how many "
    "eat when.",
)
COUNTS = Text("用餐统计表", "Meals by unit")
_MARGIN = 16.0
_MANY = 5
_LEAST = 30.0


@dataclass(frozen=True, kw_only=True)
class MealKeys:
    """What is told of one meal."""

    meal: str = parameter("哪一餐，与名册“用餐”一列写法相同", "the meal as the roster has it")
    meal_en: str = parameter("英文", "in English", default="")
    time: str = parameter("时间，如 12:00—13:00", "when, e.g. 12:00-13:00", default="")
    place: str = parameter("地点", "where", default="")
    place_en: str = parameter("英文地点", "where, in English", default="")


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.meal_tickets]``."""

    stock: str = parameter(
        "每张餐券的大小，宽x高，毫米", "size of a ticket, WxH in mm", default="90x54"
    )
    sheet: str = parameter("拼在多大的纸上", "paper that carries several", default="A4")
    names: bool = parameter("印姓名和单位", "name and unit on the ticket", default=True)
    order: Literal["person", "meal"] = parameter(
        "出券次序：person 一人的几餐连在一起，meal 一餐一餐地印",
        "person by person with all his meals, or meal by meal",
        default="person",
    )
    meal: tuple[MealKeys, ...] = parameter(
        "各餐的时间、地点", "time and place of meals", default=()
    )
    note: str = parameter(
        "券面下方的小字", "small print at the foot", default="凭券用餐，当餐有效，遗失不补。"
    )
    note_en: str = parameter("英文小字", "the same in English", default="Valid for this meal only.")
    only: tuple[str, ...] = only_people()

    def __post_init__(self) -> None:
        """Refuse sizes that cannot be; see :func:`grid_of`."""
        self.grid()

    def grid(self) -> Grid:
        """Return how the tickets lie on a sheet."""
        size = size_of(self.stock, "stock")
        if min(size.width, size.height) < _LEAST:
            raise ValueError(
                Text(
                    f'stock = "{self.stock}" 太小，宽和高都至少要{_LEAST:g}毫米。',
                    f'stock = "{self.stock}" is too small; {_LEAST:g} mm are needed each way.',
                )
            )
        return grid_of(size.width, size.height, self.sheet, 0.0)


def faults(event: Event, where: Where) -> list[Fault]:
    """Return the meals told of that nobody eats, and names that nobody has."""
    known = sorted({meal for person in event.people for meal in meals_of(person)})
    keys = keys_of(event, NAME, Keys)
    found = who_faults(event, keys.only, at(where, "only"))
    for number, one in enumerate(keys.meal, 1):
        if one.meal not in known:
            found.append(
                Fault(
                    where=replace(where, key=f"{where.key}.meal[{number}].meal"),
                    message=Text(f"名册中没有“{one.meal}”。", f"nobody eats {one.meal!r}."),
                    advice=Text(
                        f"名册中有：{'、'.join(known)}。", f"The roster has: {', '.join(known)}."
                    )
                    if known
                    else NOTHING,
                )
            )
    return found


def wanted(book: Book) -> bool:
    """Whether the roster has meals for anybody who comes."""
    return bool(eaters(book))


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print the tickets, and the table of numbers unless only some tickets are wanted."""
    if not wanted(book):
        return
    again = keys_of(book, NAME, Keys).only
    name = file_name(TITLE.to(job.language), book.event.id)
    if not job.only or name in job.only:
        yield _tickets(book, job, name)
    name = file_name(COUNTS.to(job.language), book.event.id)
    if not again and (not job.only or name in job.only):
        yield _counts(book, job, name)


def _tickets(book: Book, job: PrintJob, name: str) -> Printed:
    keys = keys_of(book, NAME, Keys)
    language = job.language
    occasion = Occasion(book, language)
    told = {one.meal: one for one in keys.meal}
    meals = all_meals(book)
    people = eaters(book)
    numbers = {
        (meal, p.id): n
        for meal in meals
        for n, p in enumerate((p for p in people if meal in meals_of(p)), 1)
    }
    pairs = [(p, meal) for p in people for meal in meals if (meal, p.id) in numbers]
    if keys.order == "meal":
        pairs.sort(key=lambda pair: meals.index(pair[1]))
    items = []
    for person, meal in pairs:
        ticket = Ticket(
            title=occasion.title,
            kind=Text("餐　券", "Meal ticket").to(language),
            meal=meal_said(book, meal, language),
            detail=_where_said(told.get(meal), language),
            number=f"No. {numbers[meal, person.id]:03d}",
            name=name_of(person, language) if keys.names else "",
            unit=unit_of(book, person.unit, language) if keys.names else "",
            note=keys.note if language == "zh" else keys.note_en,
            role="latin" if in_letters(person.name) else name_role(language),
        )
        items.append(Item(f"{person.id} {meal}", ticket, ticket.draw))
    press = open_press(book, job, TITLE)
    who = chosen(book, keys.only)
    return deal(
        press, items, keys.grid(), name, slug=f"{occasion.title}　{TITLE.to(language)}",
        only=who and {f"{p.id} {meal}" for p, meal in pairs if p.id in who},
    )  # fmt: skip


def _where_said(told: MealKeys | None, language: Language) -> str:
    if told is None:
        return ""
    place = told.place if language == "zh" else told.place_en or told.place
    return ("　" if language == "zh" else ", ").join(part for part in (told.time, place) if part)


def _counts(book: Book, job: PrintJob, name: str) -> Printed:
    """Print how many of every unit eat when."""
    language = job.language
    occasion = Occasion(book, language)
    meals = all_meals(book)
    people = eaters(book)
    press = open_press(book, job, COUNTS, furniture=furniture_of(book, language))
    title = COUNTS.to(language)
    paper = paper_of(job.paper or "A4")
    paper = paper.landscape() if len(meals) > _MANY else paper.portrait()

    def begin(section: str | None) -> tuple[Sheet, Box]:
        first = section is not None
        sheet = press.page(paper, margin=_MARGIN, bookmark=title if first else "", note=title)
        if not first:
            return sheet, sheet.body
        return sheet, head_lines(sheet, occasion.title, title, occasion.days, language)

    def row(words: str, eat: Sequence[Person]) -> Row:
        each = [str(sum(meal in meals_of(p) for p in eat) or "") for meal in meals]
        return Row((words, *each, str(sum(len(meals_of(p)) for p in eat))))

    heads = [meal_said(book, meal, language) for meal in meals]
    columns = [
        Column(Text("单位", "Unit").to(language), grow=True),
        *(Column(head, align="centre", least=22) for head in heads),
        Column(Text("合计（份）", "In all").to(language), align="centre", least=20),
    ]
    nowhere = Text("未注明单位", "No unit").to(language)
    rows = [
        row(unit_of(book, unit, language) or nowhere, eat) for unit, eat in by_unit(book, people)
    ]
    total = row(Text("合　计", "In all").to(language), people)
    table = Ruled(columns, language, row_height=8.0)
    sections = [Section("", rows), Section("", [replace(total, shaded=True)])]
    table.draw(press.lettering, begin, sections)
    return press.finish(name)
