"""What no plan could fulfil, found without solving anything (自相矛盾的申请)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from seating.facts.booking import LAYOUTS, BookingSpec, Meeting, Part, Span
from seating.facts.fault import Fault, Where
from seating.facts.text import Text, plain
from seating.reading.booking.links import Draft
from seating.reading.words import did_you_mean, key


def check(spec: BookingSpec, drafts: Mapping[str, Draft]) -> None:
    """Add a fault or doubt to the entry of every meeting that cannot be held as written."""
    free = spans_of_days(spec)
    for meeting in spec.meetings:
        draft = drafts[meeting.id]
        if spec.days and spec.hours and meeting.minutes:
            _times(meeting, draft, spec, free)
        _kit(meeting, draft, spec)
        for part in meeting.parts:
            _rooms(meeting, part, draft, spec)


def spans_of_days(spec: BookingSpec) -> tuple[Span, ...]:
    """Return the stretches of time in which meetings may take place."""
    return tuple(
        Span(start=dt.datetime.combine(day, a), end=dt.datetime.combine(day, b))
        for day in spec.days
        for a, b in spec.hours
    )


def _times(meeting: Meeting, draft: Draft, spec: BookingSpec, free: Sequence[Span]) -> None:
    length = dt.timedelta(minutes=meeting.minutes)
    hours = "、".join(f"{a:%H:%M}-{b:%H:%M}" for a, b in spec.hours)
    if meeting.start is not None:
        span = Span(start=meeting.start, end=meeting.start + length)
        begins = f"{span.start:%Y-%m-%d %H:%M}"
        at = draft.at("start" if draft.entry.has("start") else "day")
        field = "start" if draft.entry.has("start") else "day"
        if span.start.date() not in spec.days:
            at.fault(
                field,
                Text(f"{begins}不在订会的日子里。", f"{begins} is on none of the days."),
                Text("日子见 [booking]。", "The days are those of [booking]."),
            )
        elif not any(f.start <= span.start and span.end <= f.end for f in free):
            at.fault(
                field,
                Text(
                    f"{begins}至{span.end:%H:%M}超出了可开会的时间（{hours}）。",
                    f"{begins} to {span.end:%H:%M} is not inside the hours ({hours}).",
                ),
                Text("请改时间，或改 [booking] 的 hours。", "Change it, or hours in [booking]."),
            )
        elif (span.start.hour * 60 + span.start.minute) % spec.grain:
            at.fault(
                field,
                Text(
                    f"{begins}不是{spec.grain}分钟的整倍数。",
                    f"{begins} is no multiple of {spec.grain} minutes.",
                ),
                Text("请改时间，或改 [booking] 的 grain。", "Change it, or grain in [booking]."),
            )
        if meeting.windows and not any(
            w.start <= span.start and span.end <= w.end for w in meeting.windows
        ):
            draft.at("windows").fault(
                "windows",
                Text("定好的时间不在可选时间之内。", "the fixed time is outside of the windows."),
            )
        return
    if not any(f.end - f.start >= length for f in free):
        draft.at("minutes").fault(
            "minutes",
            Text(
                f"要{meeting.minutes}分钟，哪一段开会时间都没有这么长（{hours}）。",
                f"needs {meeting.minutes} minutes, longer than any of the hours ({hours}).",
            ),
        )
    elif meeting.windows and not any(
        min(f.end, w.end) - max(f.start, w.start) >= length for w in meeting.windows for f in free
    ):
        draft.at("windows").fault(
            "windows",
            Text(
                f"要{meeting.minutes}分钟，可选时间里没有哪一段容得下（可开会：{hours}）。",
                f"needs {meeting.minutes} minutes; none of the windows is long enough within "
                f"the hours ({hours}).",
            ),
        )


def _kit(meeting: Meeting, draft: Draft, spec: BookingSpec) -> None:
    for name, number in meeting.kit.items():
        entry = draft.at("kit")
        if name not in spec.kit:
            entry.fault(
                "kit",
                Text(f"没有移动设备“{name}”。", f"there is no movable {name!r}."),
                did_you_mean(name, spec.kit)
                if spec.kit
                else Text(
                    "有哪些、各几件，写在“移动设备”工作表或 [booking] 的 kit 里。",
                    "What there is goes into the sheet 'kit', or kit in [booking].",
                ),
            )
        elif number > spec.kit[name]:
            entry.doubt(
                "kit",
                Text(
                    f"要{number}件“{name}”，一共只有{spec.kit[name]}件。",
                    f"needs {number} of {name!r}; there are {spec.kit[name]}.",
                ),
            )


def _rooms(meeting: Meeting, part: Part, draft: Draft, spec: BookingSpec) -> None:
    """Doubt a part that no room can take; counting and rules say the rest."""
    if not spec.rooms:
        return
    entry = draft.entry
    allowed = [room for room in spec.rooms if not part.rooms or room.id in part.rooms]
    for thing in sorted(part.equipment):
        if not any(thing in room.equipment for room in allowed):
            every = sorted({t for room in spec.rooms for t in room.equipment})
            message = Text(
                f"没有{'指定的' if part.rooms else ''}会议室有“{thing}”。",
                f"no room {'named ' if part.rooms else ''}has {thing!r}.",
            )
            same = [t for t in every if key(t) == key(thing)]
            entry.doubt("equipment", message, did_you_mean(thing, same or every))
    largest = max(room.holds(part.layout) for room in allowed)
    if part.number > largest:
        named = LAYOUTS.get(part.layout, plain(part.layout))
        layout = f"{named.zh}布置的" if part.layout else ""
        entry.doubt(
            "number",
            Text(
                f"{part.number}人，{layout}最大的会议室只容{largest}人。",
                f"{part.number} people; the largest room holds {largest}"
                + (f" in {named.en}." if part.layout else "."),
            ),
        )


def buildings(spec: BookingSpec, place: Where) -> list[Fault]:
    """Doubt walking times of buildings that no room is in."""
    known = sorted({room.building for room in spec.rooms if room.building})
    named = sorted({name for walk in spec.walks for name in (walk.a, walk.b)})
    return [
        Fault(
            where=place,
            message=Text(
                f"楼间步行时间里的“{name}”没有会议室。",
                f"no room is in the building {name!r} of the walking times.",
            ),
            advice=did_you_mean(name, known),
            severity="doubt",
        )
        for name in named
        if known and name not in known
    ]
