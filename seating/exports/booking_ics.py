"""Calendars of booked meetings, one for each person and each room (个人与会议室日程 .ics)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from seating.exports.booking_words import Held, attending, held, names, place_of, title_of, unit_of
from seating.exports.ics import Entry, calendar, uid
from seating.exports.people import name_of
from seating.facts.book import Book, BookBooking, Printed
from seating.facts.text import Language

_BAD = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t ', "-"))


def uid_of(event: str, meeting: str, part: int) -> str:
    """Return the id under which a part of a meeting stands in every calendar."""
    return uid(event, "meeting", meeting, str(part))


def calendars(
    book: Book, language: Language, people: Collection[str] | None = None
) -> list[Printed]:
    """Return a calendar for each room in use and for each person with a meeting.

    Args:
        book: the event with its bookings.
        language: of the words.
        people: ids of those who get a calendar; ``None`` = everybody with a meeting.
    """
    booking = book.booking
    if booking is None:
        return []
    every = held(booking)
    made = [_everything(book, booking, every, language)] if every else []
    for room in booking.spec.rooms:
        mine = [one for one in every if one.room.id == room.id]
        if mine:
            name = room.title.to(language) or room.title.zh
            file = _file(language, "会议室" if language == "zh" else "room", room.id)
            made.append(_printed(book, booking, mine, name, file, language))
    sits: dict[str, list[Held]] = {}
    for one in every:
        for pid in attending(booking, one):
            sits.setdefault(pid, []).append(one)
    for pid in book.order:
        if pid in sits and (people is None or pid in people):
            name = name_of(book.people[pid], language)
            words = f"{name}日程" if language == "zh" else f"Schedule of {name}"
            file = _file(language, "日程" if language == "zh" else "schedule", pid, name)
            made.append(_printed(book, booking, sits[pid], words, file, language, pid))
    return _told_apart(made)


def _told_apart(made: Iterable[Printed]) -> list[Printed]:
    """Number files whose names differ only in what file names cannot tell apart."""
    kept: dict[str, Printed] = {}
    for one in made:
        stem, name, number = one.name.removesuffix(".ics"), one.name, 2
        while name.casefold() in kept:
            name, number = f"{stem}-{number}.ics", number + 1
        kept[name.casefold()] = replace(one, name=name)
    return list(kept.values())


def _everything(book: Book, booking: BookBooking, every: list[Held], language: Language) -> Printed:
    title = book.event.title.to(language) or book.event.title.zh
    file = _file(language, "会议安排" if language == "zh" else "meetings", book.event.id)
    return _printed(book, booking, every, title, file, language)


def _printed(
    book: Book,
    booking: BookBooking,
    every: Iterable[Held],
    name: str,
    file: str,
    language: Language,
    person: str = "",
) -> Printed:
    entries = [_entry(book, booking, one, language, person) for one in every]
    return Printed(name=file, data=calendar(entries, name, version=book.plan.version))


def _entry(book: Book, booking: BookBooking, one: Held, language: Language, person: str) -> Entry:
    zh = language == "zh"
    meeting = one.meeting
    title = title_of(one, language)
    required = booking.required.get(meeting.id, ())
    parts = booking.parts.get(meeting.id, ())
    needed = person in required or any(person in people for people in parts)
    if person and not needed:
        title = f"［可参加］{title}" if zh else f"[invited] {title}"
    lines = []
    for label, label_en, words in (
        ("承办", "Held by", unit_of(book, meeting.unit, language)),
        ("联系人", "Contact", meeting.contact),
        ("出席", "Must come", names(book, required, language)),
        ("可参加", "Invited", names(book, booking.preferred.get(meeting.id, ()), language)),
    ):
        if words:
            lines.append(f"{label}：{words}" if zh else f"{label_en}: {words}")
    agenda = (meeting.agenda_en if not zh else ()) or meeting.agenda
    if agenda:
        lines += ["议程：" if zh else "Agenda:", *agenda]
    return Entry(
        uid=uid_of(book.event.id, meeting.id, one.part),
        start=one.slot.start,
        end=one.slot.end,
        title=title,
        place=place_of(one.room, language),
        description="\n".join(lines),
    )


def _file(language: Language, *words: str) -> str:
    """Return the name of a calendar in the folder of calendars."""
    folder = "日历" if language == "zh" else "calendars"
    return f"{folder}/" + "_".join(word.translate(_BAD) for word in words if word) + ".ics"
