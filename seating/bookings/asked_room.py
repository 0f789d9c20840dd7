"""asked-room (指定会议室): a meeting is held in one of the rooms named for it.

Without parameters, the rooms that the requests themselves allow; with ``meetings`` and
``rooms``, the main halls of these meetings in these rooms.  The amount is the number of parts in
other rooms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.parameter import parameter
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRoom:
    """Certain meetings in certain rooms."""

    kind: ClassVar[str] = "asked-room"
    title: ClassVar[Text] = Text("指定会议室", "rooms named")

    meetings: tuple[str, ...] = parameter(
        "哪些会议（编号），留空为各会议申请中写明的",
        "which meetings (ids), empty = as requested",
        default=(),
    )
    rooms: tuple[str, ...] = parameter(
        "只能用的会议室（编号），留空为申请中写明的",
        "the only rooms (ids), empty = those of the request",
        default=(),
    )

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price all other rooms."""
        for meeting in scene.meetings:
            if self.meetings and meeting.id not in self.meetings:
                continue
            for number, part in enumerate(meeting.parts):
                named = part.rooms if not self.rooms else self.rooms if number == 0 else ()
                if named:
                    price = {r.id: 1 for r in scene.rooms if r.id not in named}
                    yield (meeting.id, str(number)), ask.room(meeting.id, number, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Compare the rooms in use with those named."""
        for ident, slot in sorted(slots.items()):
            if self.meetings and ident not in self.meetings:
                continue
            for number, room in enumerate(slot.rooms):
                allowed = self._named(scene, ident, number)
                if not allowed or room in allowed:
                    continue
                what, where = wording.part(scene, ident, number), wording.rooms(scene, allowed)
                yield Bite(
                    subjects=(ident, room),
                    amount=1,
                    sentence=Text(
                        f"{what.zh}指定用{where.zh}，却排在{wording.room(scene, room).zh}",
                        f"{what.en} was to be in {where.en}, not {wording.room(scene, room).en}",
                    ),
                )

    def _named(self, scene: BookingScene, ident: str, number: int) -> tuple[str, ...]:
        if self.rooms:
            return self.rooms if number == 0 else ()
        return scene.by_id[ident].parts[number].rooms

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        if self.rooms and self.meetings:
            what, where = wording.meetings(scene, self.meetings), wording.rooms(scene, self.rooms)
            return Text(f"{what.zh}只用{where.zh}", f"{what.en} only in {where.en}")
        if self.rooms:
            where = wording.rooms(scene, self.rooms)
            return Text(f"会议只用{where.zh}", f"meetings only in {where.en}")
        return Text("会议在申请指定的会议室开", "meetings are held in the rooms they name")

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say which rooms one part of a meeting names."""
        number = int(subjects[1])
        what = wording.part(scene, subjects[0], number)
        where = wording.rooms(scene, self._named(scene, subjects[0], number))
        return Text(f"{what.zh}指定用{where.zh}", f"{what.en} asks for {where.en}")


KIND = AskedRoom
