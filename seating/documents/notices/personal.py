"""What has been arranged for one person or unit: seat, group, car, room … (参会安排)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from seating.documents.furniture import say_date
from seating.documents.lists.batches import awards_of
from seating.documents.lists.meals import meals_of
from seating.documents.lists.plain_english import award_said, car_said, desk_said, meal_said
from seating.documents.notices.body import Section, labelled, plain
from seating.documents.notices.markdown import Numbering
from seating.documents.notices.seats import Reader, Seated, attending, seats_of
from seating.documents.notices.when import clock
from seating.documents.official.model import Attachment, Table
from seating.documents.words import name_of, title_of
from seating.facts.book import Book
from seating.facts.people import Person
from seating.facts.text import Language, Text

LABELS: dict[str, Text] = {
    "arrival": Text("报到", "Sign-in"),
    "seat": Text("座位", "Seat"),
    "group": Text("分组", "Group"),
    "meeting": Text("分会安排", "Meetings"),
    "car": Text("乘车", "Car"),
    "room": Text("住宿", "Room"),
    "meals": Text("用餐", "Meals"),
    "award": Text("领奖", "Award"),
}
"""What may be told, in the order in which it is told."""

MOST_LISTED = 6
"""More people of one unit than this are put into an attachment."""

MOST_BESIDE_POST = 4
"""With more columns than this an English table has no room for posts."""

WIDE = 7
"""A table of more columns than this lies on its side."""

GUESTS = ("来宾", "外宾", "嘉宾")
"""Tags (标签) of those who are not addressed as comrades."""

YOURS = Text("您的参会安排", "Your arrangements")
UNITS = Text("你单位参会人员安排", "Arrangements for your delegation")


@dataclass(frozen=True, slots=True)
class Arranged:
    """One person with what is arranged for him: (name of :data:`LABELS`, words) in order."""

    person: Person
    items: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Return the words of one item."""
        return dict(self.items).get(name, "")


def arranged(
    book: Book, language: Language, people: Sequence[str], show: Sequence[str]
) -> list[Arranged]:
    """Return everybody with what is arranged for him, by precedence; nothing is left out.

    Args:
        book: the event and its plan.
        language: of labels.
        people: ids of the people.
        show: which of :data:`LABELS` to tell.
    """
    only = set(people)
    seats: dict[str, list[Seated]] = {}
    for seat in seats_of(book, language, people):
        seats.setdefault(seat.person, []).append(seat)
    hidden = sitting_groups(book)
    glue = ("，", "") if language == "zh" else ("; ", ", ")
    sources: dict[str, Callable[[Person], str]] = {
        "arrival": lambda p: desk_said(p.arrival, language),
        "seat": lambda p: glue[0].join(s.full(glue[1]) for s in seats.get(p.id, ())),
        "group": lambda p: "" if p.group in hidden else p.group,
        "meeting": lambda p: ("；" if language == "zh" else "; ").join(
            meetings_of(book, p.id, language)
        ),
        "car": lambda p: car_said(book, p.car, language),
        "room": lambda p: p.lodging,
        "meals": lambda p: _meals(book, p, language),
        "award": lambda p: _awards(book, p, language),
    }
    found = []
    for person in attending(book):
        if person.id in only:
            items = ((name, sources[name](person)) for name in LABELS if name in show)
            found.append(Arranged(person, tuple(item for item in items if item[1])))
    return found


def _meals(book: Book, person: Person, language: Language) -> str:
    """Return the meals as the roster has them, or each in English."""
    if language == "zh":
        return person.meals
    return "; ".join(meal_said(book, meal, language) for meal in meals_of(person))


def _awards(book: Book, person: Person, language: Language) -> str:
    if language == "zh":
        return person.award
    return "; ".join(award_said(book, award, language) for award in awards_of(person))


def sitting_groups(book: Book) -> frozenset[str]:
    """Return the groups that only say in which sitting somebody sits (主席台、会场)."""
    selectors = {who for s in book.sittings.values() for who in s.sitting.who}
    return frozenset(
        who.partition(":")[2] for who in selectors if who.startswith(("group:", "组别:", "组:"))
    )


def meetings_of(book: Book, person: str, language: Language) -> list[str]:
    """Say which meetings in rooms a person attends, when and where, in order of time."""
    booking = book.booking
    if booking is None:
        return []
    rooms = {room.id: room for room in booking.spec.rooms}
    found = []
    for meeting in booking.spec.meetings:
        slot = booking.plan.slots.get(meeting.id)
        if slot is None or person not in booking.attending(meeting.id):
            continue
        parts = booking.parts.get(meeting.id, ())
        index = next((i for i, who in enumerate(parts) if person in who), 0)
        where = rooms.get(slot.rooms[index]) if index < len(slot.rooms) else None
        part = meeting.parts[index].title.to(language) if index < len(meeting.parts) else ""
        title = meeting.title.to(language) or meeting.title.zh
        room = (where.title.to(language) or where.title.zh) if where else ""
        day = say_date(slot.start.date(), language)
        if language == "zh":
            time = f"{day.partition('年')[2]}{clock(slot.start)}—{clock(slot.end)}"
            words = f"{title}{part}（{time}{'，' if room else ''}{room}）"
        else:
            named = f"{title}, {part}" if part else title
            time = f"{day.rpartition(' ')[0]}, {clock(slot.start)}–{clock(slot.end)}"
            words = f"{named} ({', '.join(filter(None, (time, room)))})"
        found.append((slot.start, words))
    return [words for _, words in sorted(found)]


def personal_section(
    book: Book, reader: Reader, show: Sequence[str]
) -> tuple[Section | None, Attachment | None]:
    """Return what one reader is told in Chinese: a part of the text, and a table if it is long."""
    listed = arranged(book, "zh", reader.people, show)
    listed = [one for one in listed if one.items]
    if not listed:
        return None, None
    if len(listed) == 1:
        title = YOURS.zh if reader.single else UNITS.zh
        who = [] if reader.single else [plain(f"参会人员：{listed[0].person.name}。")]
        numbering = Numbering()
        told = [
            labelled(numbering.next(2), LABELS[name].zh, _told(name, words))
            for name, words in listed[0].items
        ]
        return Section("", title, (*who, *told)), None
    sentence = f"你单位参会人员共{len(listed)}人，"
    if all(set(dict(one.items)) <= {"seat"} for one in listed) and len(listed) <= MOST_LISTED:
        said = "；".join(f"{one.person.name}，{one.get('seat')}" for one in listed)
        return Section("", UNITS.zh, (plain(f"{said}。请对号入座。"),)), None
    table = table_of(listed, "zh")
    if len(listed) <= MOST_LISTED and len(table.head) <= WIDE:
        words = f"{sentence}具体安排如下，请对号入座："
        return Section("", UNITS.zh, (plain(words), table)), None
    attachment = Attachment(f"{reader.key}参会人员安排", (table,), landscape=len(table.head) > WIDE)
    return Section("", UNITS.zh, (plain(f"{sentence}具体安排见附件，请对号入座。"),)), attachment


def _told(name: str, words: str) -> str:
    """Return what one person is told, as a sentence."""
    if name == "seat":
        return f"{words}，请对号入座"
    return f"请乘坐{words}" if name == "car" else words


def table_of(listed: Sequence[Arranged], language: Language) -> Table:
    """Return a table of people with a column for everything arranged for any of them."""
    used = [name for name in LABELS if any(one.get(name) for one in listed)]
    head = ("序号", "姓名", "职务") if language == "zh" else ("No.", "Name", "Post")
    rows = tuple(
        (
            str(number),
            name_of(one.person, language),
            title_of(one.person, language),
            *(one.get(name) for name in used),
        )
        for number, one in enumerate(listed, 1)
    )
    table = Table((*head, *(LABELS[name].to(language) for name in used)), rows)
    crowded = language == "en" and len(used) > MOST_BESIDE_POST
    if any(row[2] for row in rows) and not crowded:
        return table
    bare = (*table.head[:2], *table.head[3:])
    return replace(table, head=bare, rows=tuple((*r[:2], *r[3:]) for r in rows))


def salutation(person: Person) -> str:
    """Return how a notice addresses one person: comrades of one's own, guests as 先生 or 女士."""
    if person.side == "guest" or any(tag in GUESTS for tag in person.tags):
        return person.name + {"female": "女士", "male": "先生"}.get(person.gender, "")
    return f"{person.name}同志"
