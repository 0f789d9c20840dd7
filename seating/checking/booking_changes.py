"""Old booking → new booking: which meetings moved, and why (会议变动)."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from seating.bookings import wording
from seating.bookings.not_moved import NotMoved
from seating.checking.booking import verify_booking
from seating.facts.booking import BookingPlan, Rebooked, Slot
from seating.facts.booking_rule import BookingRule, BookingScene, Slots
from seating.facts.rule import LEVELS
from seating.facts.text import Text

NEW = Text("新增会议", "a new meeting")
GONE = Text("会议取消", "no longer asked for")
LEFT_OUT = Text("排不下，列入候补", "no slot left; on the waiting list")
AT_LAST = Text("由候补转为排上", "from the waiting list")
NO_WAY = Text(
    "本不得变动，但原时间已无论如何排不下，只好改时间",
    "was not to be moved, but cannot be held at its time any more",
)


def booking_changes(
    scene: BookingScene,
    rules: Sequence[BookingRule],
    old: BookingPlan,
    slots: Slots,
    bound: Collection[str] = (),
) -> tuple[Rebooked, ...]:
    """List every meeting whose slot differs, by id, those no longer asked for at the end.

    The reason of a move is found by trying: put the meeting back and see which rules get worse.
    Of meetings in ``bound`` it is said first that their time should have stayed.
    """
    waiting = {u.meeting for u in old.unplaced}
    found: list[Rebooked] = []
    for meeting in scene.meetings:
        was, now = old.slots.get(meeting.id), slots.get(meeting.id)
        if was == now:
            continue
        if was is None:
            reasons: tuple[Text, ...] = (AT_LAST if meeting.id in waiting else NEW,)
        elif now is None:
            reasons = (LEFT_OUT,)
        else:
            reasons = _why(scene, rules, slots, was)
            if meeting.id in bound and now.start != was.start:
                reasons = (NO_WAY, *reasons)
        found.append(
            Rebooked(
                meeting=meeting.id,
                old=was,
                new=now,
                people=scene.attending(meeting.id),
                reasons=reasons,
            )
        )
    asked = {m.id for m in scene.meetings}
    found += [
        Rebooked(meeting=ident, old=slot, new=None, reasons=(GONE,))
        for ident, slot in sorted(old.slots.items())
        if ident not in asked
    ]
    return tuple(found)


def _why(
    scene: BookingScene, rules: Sequence[BookingRule], slots: Slots, was: Slot
) -> tuple[Text, ...]:
    tried = verify_booking(scene, rules, {**slots, was.meeting: was})
    if tried.structure:
        return tuple(f.sentence for f in tried.structure[:2])
    now = verify_booking(scene, rules, slots)
    had = {(f.rule, f.subjects): f.amount for f in now.findings}
    kinds = {r.id: r.kind.kind for r in rules}
    worse = [
        f
        for f in tried.findings
        if kinds[f.rule] not in ("keep-booking", "not-moved")
        and f.amount > had.get((f.rule, f.subjects), 0)
    ]
    worse.sort(key=lambda f: (_rank(f.level), f.rule, f.subjects))
    if worse:
        told = [f for f in worse[:2] if f.level == worse[0].level]
        return tuple(Text(f"否则{f.sentence.zh}", f"otherwise {f.sentence.en}") for f in told)
    return (Text("与其他变动统筹", "a consequence of the other changes"),)


def _rank(level: str) -> int:
    return next((i for i, name in enumerate(LEVELS) if name == level), len(LEVELS))


def disturbed(changes: Sequence[Rebooked]) -> tuple[set[str], set[str]]:
    """Return who has to come at another time, and who only to another room."""
    timed = {
        p
        for c in changes
        if c.old is not None and (c.new is None or c.new.start != c.old.start)
        for p in c.people
    }
    roomed = {
        p
        for c in changes
        if c.old is not None and c.new is not None and c.new.rooms != c.old.rooms
        for p in c.people
    }
    return timed, roomed - timed


def lost(
    scene: BookingScene, rules: Sequence[BookingRule], before: Slots
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the meetings whose earlier rooms, and whose earlier times, cannot be had any more.

    Each is looked at alone: what it loses to other meetings is a matter of planning.  Without any
    room that would do at the earlier time, the time is lost too.
    """
    strict = [r for r in rules if r.level == "must" and r.kind.kind not in ("not-moved",)]
    rooms: set[str] = set()
    times: set[str] = set()
    for ident, slot in sorted(before.items()):
        if ident not in scene.by_id:
            continue
        if scene.minute(slot.start) not in scene.starts[ident]:
            times.add(ident)
        if any(r not in scene.room_by_id for r in slot.rooms) or len(slot.rooms) != len(
            scene.by_id[ident].parts
        ):
            rooms.add(ident)
            continue
        for rule in strict:
            if any(True for _ in rule.kind.check(scene, {ident: slot})):
                (times if rule.kind.kind in _OF_TIME else rooms).add(ident)
    times.update(m for m in sorted(rooms - times) if not _room_left(scene, strict, before[m]))
    return frozenset(rooms), frozenset(times)


def _room_left(scene: BookingScene, strict: Sequence[BookingRule], was: Slot) -> bool:
    """Whether a meeting of one room finds another at the earlier time, looked at alone."""
    if len(scene.by_id[was.meeting].parts) > 1:
        return True
    tried = (dataclasses.replace(was, rooms=(room.id,)) for room in scene.rooms)
    return any(
        not any(True for rule in strict for _ in rule.kind.check(scene, {was.meeting: slot}))
        for slot in tried
    )


def bound_to_stay(scene: BookingScene, rules: Sequence[BookingRule]) -> frozenset[str]:
    """Return the meetings with an earlier slot that a must rule forbids to move."""
    kinds = [r.kind for r in rules if r.level == "must" and isinstance(r.kind, NotMoved)]
    return frozenset(
        m.id
        for m in scene.meetings
        if m.id in scene.before
        and any(m.priority in k.priorities or m.id in k.meetings for k in kinds)
    )


_OF_TIME = frozenset({"asked-time", "on-leave"})


def moved_words(scene: BookingScene, change: Rebooked) -> Text:
    """Say what becomes of one meeting."""
    none = Text("（无）", "(none)")
    was = wording.slot(scene, change.old) if change.old else none
    now = wording.slot(scene, change.new) if change.new else none
    return Text(f"{was.zh} → {now.zh}", f"{was.en} → {now.en}")
