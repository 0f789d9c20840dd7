"""Meetings that name other meetings: the order between them (会议先后)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from seating.facts.booking import BookingSpec, Meeting
from seating.facts.text import Text
from seating.reading.booking.entry import Entry
from seating.reading.words import did_you_mean, key, listed


@dataclass
class Draft:
    """A meeting as read, before the words for other meetings are understood."""

    entry: Entry
    meeting: Meeting
    after: tuple[str, ...] = ()
    other_day: tuple[str, ...] = ()
    fields: Mapping[str, Entry] = field(default_factory=dict)

    def at(self, name: str) -> Entry:
        """Return the row that gives a field of the meeting."""
        return self.fields.get(name, self.entry)


def connect(drafts: Sequence[Draft]) -> list[tuple[Draft, tuple[str, ...], tuple[str, ...]]]:
    """Resolve the meetings that others name; return each with ``after`` and ``other_day``."""
    ids = {key(d.meeting.id): d.meeting.id for d in drafts}
    titles: dict[str, list[str]] = {}
    for draft in drafts:
        titles.setdefault(key(draft.meeting.title.zh), []).append(draft.meeting.id)
    known = [w for d in drafts for w in dict.fromkeys((d.meeting.id, d.meeting.title.zh))]

    def find(draft: Draft, words: Sequence[str], name: str) -> tuple[str, ...]:
        found = []
        for word in words:
            hits = [ids[key(word)]] if key(word) in ids else titles.get(key(word), [])
            entry = draft.at(name)
            if len(hits) > 1:
                every = listed(sorted(hits))
                message = Text(f"叫“{word}”的会议不止一个。", f"several meetings are {word!r}.")
                entry.fault(name, message, Text(f"请写编号：{every.zh}。", f"Ids: {every.en}."))
            elif not hits:
                message = Text(f"没有会议“{word}”。", f"there is no meeting {word!r}.")
                entry.fault(name, message, did_you_mean(word, known))
            elif hits[0] == draft.meeting.id:
                entry.fault(name, Text("写的是本会议。", "names the meeting itself."))
            else:
                found.append(hits[0])
        return tuple(sorted(set(found)))

    return [(d, find(d, d.after, "after"), find(d, d.other_day, "other_day")) for d in drafts]


def circles(spec: BookingSpec, drafts: Mapping[str, Draft]) -> None:
    """Refuse meetings that would each have to come after the other."""
    after = {meeting.id: meeting.after for meeting in spec.meetings}
    done: set[str] = set()
    for first in sorted(after):
        path: list[str] = []
        cycle = _walk(first, after, path, done)
        if cycle:
            names = " → ".join([*cycle, cycle[0]])
            least = min(cycle)
            drafts[least].at("after").fault(
                "after",
                Text(
                    f"先后绕了一圈：{names}（箭头指向须先开的会）。",
                    f"the order goes round in a circle: {names} (arrows point to the earlier).",
                ),
            )


def _walk(
    name: str, after: Mapping[str, Sequence[str]], path: list[str], done: set[str]
) -> list[str]:
    """Follow ``after`` and return the first circle found; an explicit stack bears long chains."""
    stack = [(name, iter(after.get(name, ())))] if name not in done else []
    path = [name]
    while stack:
        here, rest = stack[-1]
        step = next(rest, None)
        if step is None:
            stack.pop()
            path.pop()
            done.add(here)
        elif step in path:
            circle = path[path.index(step) :]
            done.update(path)
            return circle
        elif step not in done:
            path.append(step)
            stack.append((step, iter(after.get(step, ()))))
    return []
