"""Why not everything can be held, found by counting before any search (先数一数)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from seating.bookings import wording
from seating.facts.booking import Meeting, Room, Span
from seating.facts.booking_rule import BookingRule, BookingScene
from seating.facts.text import Text

Hours = tuple[Span, ...]


def count_booking(scene: BookingScene, rules: Sequence[BookingRule]) -> tuple[Text, ...]:
    """Compare what is asked for with rooms, hours and things; only must rules count."""
    strict = {r.kind.kind for r in rules if r.level == "must"}
    found: list[Text] = []
    found += _too_long(scene)
    if "room-holds" in strict:
        found += _too_large(scene)
        if "room-once" in strict:
            found += _too_many(scene)
    if "kit-limit" in strict:
        found += _kit(scene)
    sure = {r.id for r in rules if r.level == "must" and r.kind.kind == "one-place"}
    if any(getattr(r.kind, "attendance", "") == "required" for r in rules if r.id in sure):
        found += _busy(scene, windows="asked-time" in strict, leave="on-leave" in strict)
    return tuple(found)


def _too_long(scene: BookingScene) -> Iterator[Text]:
    for meeting in scene.meetings:
        if not scene.starts[meeting.id]:
            what = wording.meeting(scene, meeting.id)
            yield Text(
                f"{what.zh}要{meeting.minutes}分钟，哪一段办公时间都没有这么长",
                f"{what.en} takes {meeting.minutes} minutes, longer than any of the hours",
            )


def _too_large(scene: BookingScene) -> Iterator[Text]:
    for meeting in scene.meetings:
        for number, part in enumerate(meeting.parts):
            people = scene.numbers[meeting.id][number]
            most = max((r.holds(part.layout) for r in scene.rooms), default=0)
            if people > most:
                what, how = wording.part(scene, meeting.id, number), wording.layout(part.layout)
                zh = f"按{how.zh}布置" if part.layout else ""
                en = f" laid out as {how.en}" if part.layout else ""
                yield Text(
                    f"{what.zh}有{people}人，{zh}最大的会议室只容{most}人",
                    f"{what.en} has {people} people; the largest room{en} holds {most}",
                )


def _hours(scene: BookingScene) -> Hours:
    return tuple(
        Span(start=dt.datetime.combine(day, a), end=dt.datetime.combine(day, b))
        for day in sorted(scene.spec.days)
        for a, b in scene.spec.hours
    )


def _within(hours: Hours, spans: Sequence[Span]) -> Hours:
    """Return the parts of the hours that lie in some of the spans (not overlapping)."""
    return tuple(
        Span(start=max(h.start, s.start), end=min(h.end, s.end))
        for h in hours
        for s in spans
        if h.meets(s)
    )


def _minutes(hours: Hours) -> int:
    return sum(int((h.end - h.start).total_seconds()) // 60 for h in hours)


def _without(hours: Hours, spans: Sequence[Span]) -> Hours:
    """Return the hours outside of all the spans."""
    for away in spans:
        left: list[Span] = []
        for here in hours:
            if not here.meets(away):
                left.append(here)
                continue
            if here.start < away.start:
                left.append(Span(start=here.start, end=away.start))
            if away.end < here.end:
                left.append(Span(start=away.end, end=here.end))
        hours = tuple(left)
    return hours


def _too_many(scene: BookingScene) -> Iterator[Text]:
    """Compare the hours of all large meetings with those of all large rooms.

    Meetings at times fixed by hand may lie outside of the hours and are left out.
    """
    hours = _hours(scene)
    parts: list[tuple[int, Meeting, str]] = [
        (scene.numbers[m.id][n], m, part.layout)
        for m in scene.meetings
        if m.start is None
        for n, part in enumerate(m.parts)
    ]
    sizes = sorted({size for size, _, _ in parts}, reverse=True)
    for size in sizes:
        large = [(m, layout) for n, m, layout in parts if n >= size]
        layouts = {layout for _, layout in large}
        rooms = [r for r in scene.rooms if any(r.holds(layout) >= size for layout in layouts)]
        wanted = sum(m.minutes for m, _ in large)
        there = sum(_minutes(_without(_open(hours, r), r.closed)) for r in rooms)
        if rooms and wanted > there:
            names = wording.rooms(scene, [r.id for r in rooms])
            yield Text(
                f"{size}人以上的会共{len(large)}场、{_hours_of(wanted)}小时，"
                f"容得下的{len(rooms)}间会议室（{names.zh}）只有{_hours_of(there)}小时",
                f"{len(large)} meetings of {size} people or more take {_hours_of(wanted)} hours; "
                f"the rooms that hold them ({names.en}) have {_hours_of(there)}",
            )
            return


def _open(hours: Hours, room: Room) -> Hours:
    if not room.open:
        return hours
    days = sorted({h.start.date() for h in hours})
    spans = [
        Span(start=dt.datetime.combine(day, a), end=dt.datetime.combine(day, b))
        for day in days
        for a, b in room.open
    ]
    return _within(hours, spans)


def _hours_of(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")


def _kit(scene: BookingScene) -> Iterator[Text]:
    for meeting in scene.meetings:
        for thing, number in sorted(meeting.kit.items()):
            there = scene.spec.kit.get(thing, 0)
            if number > there:
                what = wording.meeting(scene, meeting.id)
                yield Text(
                    f"{what.zh}要{number}件{thing}，一共只有{there}件",
                    f"{what.en} needs {number} of {thing!r}; there are {there}",
                )


def _busy(scene: BookingScene, *, windows: bool, leave: bool) -> Iterator[Text]:
    """Compare the hours for which each person is required with those there are.

    Looked at: the whole booking, and the windows that requests name.
    """
    hours = _hours(scene)
    for person in scene.people:
        diary = [m for m in scene.meetings if person in scene.required[m.id] and m.start is None]
        frames: list[tuple[Span, ...]] = [tuple(hours)]
        if windows:
            frames += sorted({m.windows for m in diary if m.windows})
        away = scene.leaves.get(person, ()) if leave else ()
        for frame in frames:
            inside = [
                m
                for m in diary
                if frame == hours or (m.windows and all(_covered(w, frame) for w in m.windows))
            ]
            wanted = sum(m.minutes for m in inside)
            there = _minutes(_without(_within(hours, _joined(frame)), away))
            if wanted > there:
                name = wording.person(scene, person)
                what = wording.meetings(scene, [m.id for m in inside])
                zh = "" if frame == hours else "在" + "、".join(wording.span(s).zh for s in frame)
                en = "" if frame == hours else ", ".join(wording.span(s).en for s in frame) + ": "
                yield Text(
                    f"{name.zh}{zh}必须参加{what.zh}，共{_hours_of(wanted)}小时，"
                    f"可用时间只有{_hours_of(there)}小时",
                    f"{name.en} ({en}{what.en}) is required for {_hours_of(wanted)} hours "
                    f"and has {_hours_of(there)}",
                )
                break


def _covered(span: Span, frame: Sequence[Span]) -> bool:
    return any(f.start <= span.start and span.end <= f.end for f in frame)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(start=joined[-1].start, end=max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
