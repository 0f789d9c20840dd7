"""Which meeting and which room the words of a foreign calendar mean (外来日历的对应)."""

from __future__ import annotations

import re
import unicodedata

from seating.facts.booking import BookingSpec, Meeting
from seating.reading.words import key

_BRACKET = re.compile(r"[(\[<【,，、;/|@·-]")


def room_at(spec: BookingSpec, place: str) -> str:
    """Return the id of the room that a place means, ``""`` if none or more than one.

    Beside id and names, 三号厅（2层） is the room 三号厅, and so is 会议中心三号厅 where the room
    is in the building 会议中心.
    """
    names: list[tuple[str, str]] = []
    for room in spec.rooms:
        for title in (room.id, room.title.zh, room.title.en):
            for building in ("", room.building, room.building_en):
                if title:
                    names += [(key(building + title), room.id)]
    words = unicodedata.normalize("NFKC", place)
    heads = [words, *(words[: m.start()] for m in reversed(list(_BRACKET.finditer(words))))]
    for head in heads:
        found = {ident for name, ident in names if name == key(head)}
        if found:
            return min(found) if len(found) == 1 else ""
    return ""


def titles_of(meeting: Meeting) -> list[tuple[str, int]]:
    """Return every way in which the parts of a meeting may be called, with their numbers."""
    found: dict[str, int] = {}
    for language in ("zh", "en"):
        title = meeting.title.zh if language == "zh" else meeting.title.en
        found.setdefault(key(title), 0)
        for number, part in enumerate(meeting.parts):
            name = part.title.zh if language == "zh" else part.title.en
            for words in (f"{title}({name})", f"{title} {name}", f"{title}, {name}"):
                if name:
                    found.setdefault(key(words), number)
    return list(found.items())
