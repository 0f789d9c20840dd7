"""room-once (一室一会): a room holds one meeting at a time, set-up and clear-away included.

The amount is the number of pairs of meetings that need one room at the same time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar

from seating.bookings import counting, wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomOnce:
    """No two meetings in one room at the same time."""

    kind: ClassVar[str] = "room-once"
    title: ClassVar[Text] = Text("一室一会", "one meeting per room")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Ask room by room."""
        for room in scene.rooms:
            yield (room.id,), ask.sharing(room.id)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Look at the diary of each room that is used."""
        diaries: dict[str, list[str]] = {}
        for ident, slot in sorted(slots.items()):
            for room in slot.rooms:
                diaries.setdefault(room, []).append(ident)
        for room, diary in sorted(diaries.items()):
            for a, b in combinations(diary, 2):
                first = counting.taken(scene.by_id[a], slots[a])
                second = counting.taken(scene.by_id[b], slots[b])
                if a == b or not first.meets(second):
                    continue
                name = wording.room(scene, room)
                one, two = wording.meeting(scene, a), wording.meeting(scene, b)
                yield Bite(
                    subjects=(room, a, b),
                    amount=1,
                    sentence=Text(
                        f"{name.zh}：{one.zh}与{two.zh}时间冲突（含布置、撤场）",
                        f"{name.en}: {one.en} and {two.en} at the same time "
                        "(set-up and clear-away included)",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text("一间会议室同一时间只开一个会", "a room holds one meeting at a time")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say it of one room."""
        name = wording.room(scene, subjects[0])
        return Text(
            f"{name.zh}同一时间只能开一个会（含布置、撤场）",
            f"{name.en} holds one meeting at a time (set-up and clear-away included)",
        )


KIND = RoomOnce
