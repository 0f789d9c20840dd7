"""The text of a Chinese notice, written by the user or put together from the event (正文)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from seating.documents.notices.files import own_blocks
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.markdown import Numbering, heading
from seating.documents.notices.parts_keys import AgendaKeys, ContactKeys, RequirementKeys
from seating.documents.notices.seats import attending
from seating.documents.notices.when import day, period
from seating.documents.official.model import Block, Paragraph, Span
from seating.facts.book import Book
from seating.facts.people import Person
from seating.facts.text import Text

REQUIREMENTS: dict[str, Text] = {
    "arrival": Text("报到", "Registration"),
    "leave": Text("请假", "Leave"),
    "dress": Text("着装", "Dress"),
    "materials": Text("材料", "Papers"),
    "conduct": Text("会风会纪", "Conduct"),
    "parking": Text("停车", "Transport and parking"),
    "lodging": Text("食宿", "Meals and rooms"),
}
"""Headings of the requirements, in the order in which they are printed."""

HEADINGS: dict[str, Text] = {
    "time": Text("会议时间", "Time"),
    "place": Text("会议地点", "Place"),
    "participants": Text("参会人员", "Participants"),
    "agenda": Text("会议议程", "Agenda"),
    "requirements": Text("有关要求", "Requirements"),
    "contact": Text("联系方式", "Contact"),
}
"""Headings of the parts of the text, in the order in which they are printed."""

_OCCASIONS: dict[str, str] = {
    "time": "时间",
    "place": "地点",
    "participants": "参加人员",
    "agenda": "议程",
}
"""Headings for what is no meeting: a ceremony, a course."""

MOST_UNITS = 40
"""More units than this are counted, not listed."""

_HOLD = (("仪式", "举行"), ("典礼", "举行"), ("论坛", "举办"), ("培训班", "举办"), ("活动", "举办"))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text: its heading and what stands below it.

    Attributes:
        name: key of :data:`HEADINGS`; ``""`` for a part of the user's own.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]


def verb(title: str) -> str:
    """Return the verb that goes with an event: 召开会议, 举行仪式, 举办论坛."""
    return next((word for end, word in _HOLD if title.endswith(end)), "召开")


def heading_of(name: str, title: str) -> str:
    """Return the heading of a part of the text; ceremonies have no 会议时间 but a 时间."""
    if verb(title) != "召开":
        return _OCCASIONS.get(name, HEADINGS[name].zh)
    return HEADINGS[name].zh


def plain(text: str) -> Paragraph:
    """Return a paragraph of running text."""
    return Paragraph((Span(text),))


def event_blocks(book: Book, keys: NoticeKeys, more: Iterable[Section] = ()) -> tuple[Block, ...]:
    """Put the text together: why, when, where, who, agenda, requirements, contact.

    Args:
        book: the event and its people.
        keys: words of one's own take the place of single parts.
        more: further parts, before the contact.
    """
    opening = own_blocks(book, keys.text.opening, "notice.text.opening")
    blocks: list[Block] = list(opening or [plain(_opening(book, keys))])
    numbering = Numbering()
    for section in sections(book, keys, more):
        blocks.append(heading(1, numbering.next(1), section.title))
        blocks += section.blocks
    return (*blocks, *own_blocks(book, keys.text.closing, "notice.text.closing"))


def _opening(book: Book, keys: NoticeKeys) -> str:
    event = book.event
    when = f"定于{day(event.start).zh.partition('（')[0]}" if event.start else "决定"
    why = keys.purpose.rstrip("，。") or "经研究"
    title = event.title.zh
    return f"{why}，{when}{verb(title)}{title}。现将有关事项通知如下："


def sections(book: Book, keys: NoticeKeys, more: Iterable[Section] = ()) -> list[Section]:
    """Return the parts of the text that have matter, in order."""
    event, text = book.event, keys.text
    made: dict[str, tuple[Iterable[Block], tuple[str, ...]]] = {
        "time": (
            [plain(_time(book))] if event.start else (),
            text.time,
        ),
        "place": (
            [plain(event.place.zh.rstrip("。") + "。")] if event.place.zh else (),
            text.place,
        ),
        "participants": (participants(book, keys), ()),
        "agenda": (agenda(keys.agenda), text.agenda),
        "requirements": (requirements(keys.requirements), text.requirements),
        "contact": ([plain(f"{contact_words(c)}。") for c in keys.contact], text.contact),
    }
    own = [
        Section("", part.title, own_blocks(book, part.text, f"notice.sections[{n}].text"))
        for n, part in enumerate(keys.sections, 1)
    ]
    found: list[Section] = []
    for name, (matter, words) in made.items():
        if name == "contact":
            found += [*own, *more]
        if name not in keys.omit:
            blocks = own_blocks(book, words, f"notice.text.{name}") or tuple(matter)
            found.append(Section(name, heading_of(name, event.title.zh), blocks))
    return [section for section in found if section.blocks or not section.name]


def _time(book: Book) -> str:
    event = book.event
    if event.start is None:
        return ""
    return period(event.start, event.end, meeting=verb(event.title.zh) == "召开").zh


def participants(book: Book, keys: NoticeKeys) -> list[Block]:
    """Say who comes: the user's words, or counts by group and unit from the roster."""
    if keys.participants:
        return list(own_blocks(book, keys.participants, "notice.participants"))
    people = attending(book)
    if not people:
        return []
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(person.group, []).append(person)
    if len(groups) == 1:
        return [plain(f"{_by_unit(book, people)}共{len(people)}人。")]
    numbering = Numbering()
    found: list[Block] = []
    for name, members in groups.items():
        label = f"{name or '其他人员'}（{len(members)}人）。"
        rest = _by_unit(book, members).rstrip("，")
        spans = (Span(numbering.next(2) + label, "kai"), Span(rest + "。" if rest else ""))
        found.append(Paragraph(tuple(span for span in spans if span.text)))
    return [*found, plain(f"以上共{len(people)}人。")]


def _by_unit(book: Book, people: list[Person]) -> str:
    counts = Counter(person.unit for person in people if person.unit)
    if not counts:
        return ""
    if len(counts) > MOST_UNITS:
        return f"{len(counts)}个单位，"
    order = {name: unit.order or len(book.units) for name, unit in book.units.items()}
    listed = sorted(counts, key=lambda name: order.get(name, len(order) + 1))
    return "".join(f"{name}{counts[name]}人，" for name in listed)


def agenda(items: tuple[AgendaKeys, ...]) -> list[Block]:
    """Return the agenda as numbered paragraphs."""
    found: list[Block] = []
    for number, item in enumerate(items, 1):
        aside = "，".join(filter(None, (item.who, item.time)))
        end = "；" if number < len(items) else "。"
        words = item.text.rstrip("；。") + (f"（{aside}）" if aside else "")
        found.append(plain(f"{number}.{words}{end}"))
    return found


def requirements(keys: RequirementKeys) -> list[Block]:
    """Return the requirements, each with its heading run into the paragraph."""
    numbering = Numbering()
    found: list[Block] = []
    for name, label in REQUIREMENTS.items():
        text: str = getattr(keys, name)
        if text:
            found.append(labelled(numbering.next(2), label.zh, text))
    found += [plain(numbering.next(2) + stop(text)) for text in keys.other]
    return found


def labelled(number: str, label: str, text: str) -> Paragraph:
    """Return a paragraph with its heading run in: （一）报到。……"""
    return Paragraph((Span(f"{number}{label}。", "kai"), Span(stop(text))))


def contact_words(contact: ContactKeys) -> str:
    """Return a contact: 联系人：×××，电话：×××，邮箱：×××."""
    parts = [
        contact.text.rstrip("。"),
        f"联系人：{contact.name}" if contact.name else "",
        f"电话：{contact.phone}" if contact.phone else "",
        f"邮箱：{contact.email}" if contact.email else "",
    ]
    return "，".join(part for part in parts if part)


def stop(text: str) -> str:
    """End a sentence with 。 where it has no end."""
    return text if text.endswith(("。", "；", "！", "？", "。）")) else text + "。"
