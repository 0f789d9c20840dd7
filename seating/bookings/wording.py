"""Words that the sentences of several kinds of rule of booking have in common (规则用语)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from seating.facts.booking import LAYOUTS, PRIORITY_TITLES, Priority, Slot, Span
from seating.facts.booking_rule import BookingScene
from seating.facts.text import Text, plain

_WEEKDAYS = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def meeting(scene: BookingScene, ident: str) -> Text:
    """Name a meeting with its id."""
    found = scene.by_id.get(ident)
    if found is None:
        return plain(ident)
    inner = found.title.zh.replace("“", "‘").replace("”", "’")
    return Text(f"“{inner}”（{ident}）", f"{found.title.en!r} ({ident})")


def meetings(scene: BookingScene, idents: Sequence[str], limit: int = 4) -> Text:
    """Name a few meetings."""
    names = [meeting(scene, m) for m in idents[:limit]]
    more = len(idents) - limit
    zh, en = "、".join(n.zh for n in names), ", ".join(n.en for n in names)
    return Text(f"{zh}等{len(idents)}个会议", f"{en} and {more} more") if more > 0 else Text(zh, en)


def room(scene: BookingScene, ident: str) -> Text:
    """Name a room."""
    found = scene.room_by_id.get(ident)
    return plain(ident) if found is None else found.title


def rooms(scene: BookingScene, idents: Sequence[str], limit: int = 4) -> Text:
    """Name a few rooms."""
    names = [room(scene, r) for r in idents[:limit]]
    zh, en = "、".join(n.zh for n in names), ", ".join(n.en for n in names)
    more = len(idents) - limit
    return Text(f"{zh}等{len(idents)}间", f"{en} and {more} more") if more > 0 else Text(zh, en)


def person(scene: BookingScene, ident: str) -> Text:
    """Name a person."""
    found = scene.people.get(ident)
    return plain(ident) if found is None else found.called


def people(scene: BookingScene, who: Iterable[str], limit: int = 4) -> Text:
    """Name a few people; the rest is ``等`` with their number."""
    ids = list(who)
    if len(ids) == len(scene.people) > limit:
        return Text("所有人", "everybody")
    names = [person(scene, p) for p in ids]
    zh = "、".join(name.zh for name in names[:limit])
    en = ", ".join(name.en for name in names[:limit])
    if len(names) <= limit:
        return Text(zh, en)
    return Text(f"{zh}等{len(names)}人", f"{en} and {len(names) - limit} more")


def day(date: dt.date) -> Text:
    """Name a day: 12月7日（周一）, Mon 7 Dec."""
    return Text(
        f"{date.month}月{date.day}日（周{_WEEKDAYS[date.weekday()]}）",
        f"{date:%a} {date.day} {_MONTHS[date.month - 1]}",
    )


def moment(when: dt.datetime) -> Text:
    """Name a day and a time."""
    date = day(when.date())
    return Text(f"{date.zh}{when:%H:%M}", f"{date.en} {when:%H:%M}")


def span(stretch: Span) -> Text:
    """Name a stretch of time."""
    date = day(stretch.start.date())
    if stretch.start.date() == stretch.end.date():
        clock = f"{stretch.start:%H:%M}–{stretch.end:%H:%M}"
        return Text(f"{date.zh}{clock}", f"{date.en} {clock}")
    whole = stretch.start.time() == stretch.end.time() == dt.time()
    if whole:
        last = day(stretch.end.date() - dt.timedelta(days=1))
        if last == date:
            return Text(f"{date.zh}全天", f"{date.en}, all day")
        return Text(f"{date.zh}至{last.zh}", f"{date.en} to {last.en}")
    a, b = moment(stretch.start), moment(stretch.end)
    if stretch.end.time() == dt.time():  # not 00:00 of a day in which nothing of it lies
        last = day(stretch.end.date() - dt.timedelta(days=1))
        if last == date:
            clock = f"{stretch.start:%H:%M}–24:00"
            return Text(f"{date.zh}{clock}", f"{date.en} {clock}")
        b = Text(f"{last.zh}24:00", f"{last.en} 24:00")
    return Text(f"{a.zh}至{b.zh}", f"{a.en} to {b.en}")


def slot(scene: BookingScene, found: Slot) -> Text:
    """Name the time and the rooms of a slot."""
    when, where = span(found.span), [room(scene, r) for r in found.rooms]
    return Text(
        f"{when.zh} {'、'.join(w.zh for w in where)}",
        f"{when.en}, {', '.join(w.en for w in where)}",
    )


def part(scene: BookingScene, ident: str, number: int) -> Text:
    """Name a part of a meeting; a meeting of one part is named alone."""
    whole, found = meeting(scene, ident), scene.by_id[ident]
    title = found.parts[number].title
    if len(found.parts) == 1:
        return whole
    zh = title.zh or (f"第{number + 1}会场" if number else "主会场")
    en = title.en or (f"part {number + 1}" if number else "main hall")
    return Text(f"{whole.zh}{zh}", f"{whole.en}, {en}")


def layout(name: str) -> Text:
    """Name a layout; users may have words of their own."""
    return LAYOUTS.get(name, plain(name))


def classes(priorities: Iterable[Priority]) -> Text:
    """Name classes of priority: 紧事、大事."""
    titles = [PRIORITY_TITLES[p] for p in priorities]
    return Text("、".join(t.zh for t in titles), ", ".join(t.en for t in titles))
