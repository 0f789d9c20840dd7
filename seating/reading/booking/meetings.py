"""Rows of the sheet of meetings, and ``[[meeting]]`` → meetings with their parts (会议申请).

Several rows with one id are parts of one meeting (主会场、分会场、分组).  Which row comes first
never matters: the main hall is the row whose part is empty or called 主会场, the others follow
by the numbers in their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seating.facts.booking import PRIORITIES, PRIORITY_TITLES, Meeting, Part, Priority
from seating.facts.fault import Where
from seating.facts.text import NOTHING, Text
from seating.reading.booking.columns import layout_of
from seating.reading.booking.entry import Entry
from seating.reading.booking.links import Draft
from seating.reading.booking.organisers import Organisers
from seating.reading.booking.rooms import RoomNames
from seating.reading.booking.selectors import Selectors
from seating.reading.booking.times import Calendar
from seating.reading.booking.when import when
from seating.reading.fields import below, item, unknown_key
from seating.reading.lines import labels
from seating.reading.words import clean, code, did_you_mean, joined, key

PART_KEYS = ("id", "title", "title_en", "number", "layout", "equipment", "who", "rooms")
_MAIN = frozenset(map(key, ("", "主会场", "主场", "main", "main hall")))
_PRIORITY_WORDS: dict[str, Priority] = {
    key(word): name
    for name in PRIORITIES
    for word in (name, PRIORITY_TITLES[name].zh, PRIORITY_TITLES[name].en)
} | {key("一般会议"): "ordinary", key("普通"): "ordinary", key("normal"): "ordinary"}
_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")}
# Fields that belong to a part, not to the meeting as a whole.
_OF_PART = frozenset({"part", "part_en", "number", "layout", "equipment", "who", "rooms"})


class Reader:
    """Reads meetings, knowing people, rooms and calendar."""

    def __init__(self, selectors: Selectors, rooms: RoomNames, calendar: Calendar) -> None:
        self.selectors, self.rooms, self.calendar = selectors, rooms, calendar
        self.organisers = Organisers(selectors)

    def rows(self, entries: Sequence[Entry]) -> list[Draft]:
        """Read the rows of sheets; those of one id are one meeting."""
        groups: dict[str, list[tuple[str, Entry]]] = {}
        for entry in entries:
            ident = entry.id("id") or code(entry.text("title"))
            if not ident:
                entry.fault("title", Text("没有写会议名称。", "no title is given."))
                continue
            groups.setdefault(key(ident), []).append((ident, entry))
        return [self._group(min(i for i, _ in g), [e for _, e in g]) for g in groups.values()]

    def table(self, table: Mapping[str, object], where: Where, entry: Entry) -> Draft:
        """Read one ``[[meeting]]`` with its ``[[meeting.part]]``."""
        ident = entry.id("id") or code(entry.text("title"))
        if not ident:
            entry.fault("title", Text("没有写会议名称。", "no title is given."))
        raw = table.get("part", [])
        own = [self._part(entry)]
        if not raw:
            return self._meeting(ident, entry, own, {})
        if not isinstance(raw, list) or not all(isinstance(p, Mapping) for p in raw):
            entry.wrong("part", Text("应写成 [[meeting.part]]。", "Write [[meeting.part]]."))
            return self._meeting(ident, entry, own, {})
        parts = []
        for label, part in zip(labels(raw), raw, strict=True):
            here = item(below(where, "part"), label)
            entry.faults.extend(unknown_key(k, PART_KEYS, here) for k in part if k not in PART_KEYS)
            one = Entry(here, part, lambda f, h=here: below(h, f), entry.faults)  # type: ignore[misc]
            parts.append((one.id("id") or one.text("title"), one))
        misplaced = [name for name in sorted(_OF_PART - {"part"}) if entry.has(name)]
        message = Text("分会场的会议，这一项写在 [[meeting.part]] 里。", "belongs to the parts.")
        for name in misplaced:
            entry.fault(name, message)
        made = [self._part(one, name, _title(one, "title", name)) for name, one in parts]
        self._check_parts(entry, [(p, one) for p, (_, one) in zip(made, parts, strict=True)], "id")
        return self._meeting(ident, entry, made, {})

    def _group(self, ident: str, entries: Sequence[Entry]) -> Draft:
        """Put the rows of one meeting together."""
        rows = [(clean(entry.text("part")), entry) for entry in entries]
        rows.sort(key=lambda row: (_part_order(row[0]), _place(row[1].place)))
        main = rows[0][1]
        fields: dict[str, Entry] = {}
        for name in sorted({f for entry in entries for f in entry.values} - _OF_PART - {"id"}):
            giving = [entry for _, entry in rows if entry.has(name)]
            if giving:
                fields[name] = giving[0]
            for other in giving[1:]:
                if other.values[name] != giving[0].values[name]:
                    other.fault(
                        name,
                        Text(
                            f"同一会议“{ident}”的各行写得不一样。",
                            f"the rows of the meeting {ident!r} differ here.",
                        ),
                        Text(
                            "请只在主会场一行填写；如是两个会，请换编号。",
                            "Fill it in once; give another id if these are two meetings.",
                        ),
                    )
        values = {name: entry.values[name] for name, entry in fields.items()}
        values |= {n: main.values[n] for n in (*_OF_PART, "id") if n in main.values}
        whole = Entry(
            main.place,
            values,
            lambda name: fields.get(name, main).where(name),
            main.faults,
            main.bad,
        )
        alone = len(rows) == 1 and key(rows[0][0]) in _MAIN
        parts = [
            self._part(entry) if alone else self._part(entry, name, _title(entry, "part", name))
            for name, entry in rows
        ]
        if len(rows) > 1:
            pairs = [(part, entry) for part, (_, entry) in zip(parts, rows, strict=True)]
            self._check_parts(whole, pairs, "part")
        return self._meeting(ident, whole, parts, fields)

    def _check_parts(self, entry: Entry, parts: Sequence[tuple[Part, Entry]], named: str) -> None:
        seen: set[str] = set()
        for part, row in parts:
            if key(part.id) in seen:
                words = part.id or entry.text("title")
                row.fault(
                    named,
                    Text(
                        f"同一会议有两行“{words}”，分不清各个会场。",
                        f"two parts of one meeting are {words!r}.",
                    ),
                    Text(
                        "如是分会场，请各写名称；如是两个会，请换编号。",
                        "Name every part, or give another id if these are two meetings.",
                    ),
                )
            seen.add(key(part.id))

    def _part(self, entry: Entry, name: str = "", title: Text = NOTHING) -> Part:
        return Part(
            id=code(name),
            title=title,
            number=entry.whole("number"),
            layout=layout_of(entry.text("layout")),
            equipment=frozenset(entry.words("equipment")),
            who=self.selectors.read(entry.words("who"), entry.where("who"), entry.faults),
            rooms=self.rooms.find(entry.words("rooms"), entry, "rooms"),
        )

    def _meeting(
        self, ident: str, entry: Entry, parts: Sequence[Part], fields: Mapping[str, Entry]
    ) -> Draft:
        title = entry.text("title") or ident
        start, windows, length = when(entry, self.calendar)
        minutes = entry.minutes("minutes", least=5) or length
        if not minutes and not entry.has("minutes") and "minutes" not in entry.bad:
            entry.fault(
                "minutes",
                Text(f"会议“{title}”没有写时长。", f"the meeting {title!r} has no duration."),
                Text("如 90、1.5小时。", "For example 90 or 1.5 hours."),
            )
        if length and minutes and length != minutes:
            entry.fault(
                "minutes",
                Text(
                    f"时长是{minutes}分钟，起止时间却相差{length}分钟。",
                    f"the duration is {minutes} minutes, but start and end are {length} apart.",
                ),
            )
        required = self._people(entry, "required")
        preferred = tuple(w for w in self._people(entry, "preferred") if w not in required)
        priority = self._priority(entry)
        if priority == "fixed" and start is None and not entry.bad & {"start", "day"}:
            entry.fault(
                "start",
                Text(
                    "特事的时间由人定，要写明开始时间。", "a meeting fixed by hand needs a start."
                ),
                Text("如 12月7日 9:00。", "For example 2026-12-07 09:00."),
            )
        meeting = Meeting(
            id=ident,
            title=Text(title, entry.text("title_en") or title),
            minutes=minutes,
            unit=self.organisers.read(entry),
            priority=priority,
            required=required,
            preferred=preferred,
            parts=tuple(parts),
            kit=dict(sorted(entry.counts("kit").items())),
            start=start,
            windows=windows,
            wishes=self.rooms.find(entry.words("wishes"), entry, "wishes"),
            gap=entry.minutes("gap"),
            setup=entry.minutes("setup"),
            clear=entry.minutes("clear"),
            confidential=entry.yes("confidential"),
            contact=entry.text("contact"),
            agenda=entry.lines("agenda"),
            agenda_en=entry.lines("agenda_en"),
            note=entry.text("note"),
            where=entry.place,
        )
        return Draft(entry, meeting, entry.words("after"), entry.words("other_day"), fields)

    def _people(self, entry: Entry, field: str) -> tuple[str, ...]:
        return self.selectors.read(entry.words(field), entry.where(field), entry.faults)

    def _priority(self, entry: Entry) -> Priority:
        word = entry.text("priority")
        if not word:
            return "ordinary"
        found = _PRIORITY_WORDS.get(key(word))
        if found is None:
            titles = [title.zh for title in PRIORITY_TITLES.values()]
            advice = joined(
                did_you_mean(word, [*titles, *PRIORITIES]),
                Text(f"可写：{'、'.join(titles)}。", f"Accepted: {', '.join(PRIORITIES)}."),
            )
            entry.wrong("priority", advice)
        return found or "ordinary"


def _part_order(name: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """Sort the main hall first, then 第二组 before 第十组."""
    plain = code(name)
    pieces = re.findall(r"\d+|[零一二三四五六七八九十]+|[^\d零一二三四五六七八九十]+", plain)
    return key(name) not in _MAIN, tuple((_number(piece), piece) for piece in pieces)


def _number(piece: str) -> int:
    if piece.isdigit():
        return int(piece)
    if any(c not in _NUMERALS for c in piece):
        return -1
    tens, ten, ones = piece.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones or "零", 0)


def _title(entry: Entry, field: str, name: str) -> Text:
    """Return the title of a part in both languages, its name where none is given."""
    zh = entry.text(field) or name
    return Text(zh, entry.text(f"{field}_en") or zh) if zh else NOTHING


def _place(place: Where) -> tuple[str, str, int]:
    return place.file, place.sheet, place.row
