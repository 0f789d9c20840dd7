"""Old booking → new booking: which meetings moved, and why (会议变动)."""

from __future__ import annotations

from collections.abc import Sequence

from seating.bookings import wording
from seating.checking.booking import verify_booking
from seating.facts.booking import BookingPlan, Rebooked, Slot
from seating.facts.booking_rule import BookingRule, BookingScene, Slots
from seating.facts.rule import LEVELS
from seating.facts.text import Text

NEW = Text("新增会议", "a new meeting")
GONE = Text("会议取消", "no longer asked for")
LEFT_OUT = Text("排不下，列入候补", "no slot left; on the waiting list")
AT_LAST = Text("由候补转为排上", "from the waiting list")


def booking_changes(
    scene: BookingScene, rules: Sequence[BookingRule], old: BookingPlan, slots: Slots
) -> tuple[Rebooked, ...]:
    """List every meeting whose slot differs, by id, those no longer asked for at the end.

    The reason of a move is found by trying: put the meeting back and see which rules get worse.
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

    Each is looked at alone: what it loses to other meetings is a matter of planning.
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
    return frozenset(rooms), frozenset(times)


_OF_TIME = frozenset({"asked-time", "on-leave"})


def moved_words(scene: BookingScene, change: Rebooked) -> Text:
    """Say what becomes of one meeting."""
    none = Text("（无）", "(none)")
    was = wording.slot(scene, change.old) if change.old else none
    now = wording.slot(scene, change.new) if change.new else none
    return Text(f"{was.zh} → {now.zh}", f"{was.en} → {now.en}")
