"""room-holds (容纳得下): a room holds the people expected, in the layout asked for.

The amount is the number of people who find no chair; everybody, where the room cannot be laid
out in that way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from seating.bookings import wording
from seating.facts.booking_rule import BookingAsk, BookingScene, Slots
from seating.facts.rule import Bite
from seating.facts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomHolds:
    """Every part of a meeting in a room that is large enough."""

    kind: ClassVar[str] = "room-holds"
    title: ClassVar[Text] = Text("容纳得下", "room large enough")

    def compile(
        self, scene: BookingScene, ask: BookingAsk
    ) -> Iterable[tuple[tuple[str, ...], Any]]:
        """Price every room that is too small."""
        for meeting in scene.meetings:
            for number, part in enumerate(meeting.parts):
                people = scene.numbers[meeting.id][number]
                short = {r.id: people - r.holds(part.layout) for r in scene.rooms}
                price = {room: lacking for room, lacking in short.items() if lacking > 0}
                yield (meeting.id, str(number)), ask.room(meeting.id, number, price)

    def check(self, scene: BookingScene, slots: Slots) -> Iterable[Bite]:
        """Count chairs in the rooms that are used."""
        for ident, slot in sorted(slots.items()):
            for number, room in enumerate(slot.rooms):
                layout = scene.by_id[ident].parts[number].layout
                chairs = scene.room_by_id[room].holds(layout)
                people = scene.numbers[ident][number]
                if people <= chairs:
                    continue
                what, where = wording.part(scene, ident, number), wording.room(scene, room)
                how = wording.layout(layout)
                zh, en = (f"（{how.zh}）", f" ({how.en})") if layout else ("", "")
                yield Bite(
                    subjects=(ident, room),
                    amount=people - chairs,
                    sentence=Text(
                        f"{what.zh}有{people}人，{where.zh}{zh}只容{chairs}人",
                        f"{what.en} has {people} people, {where.en} holds {chairs}{en}",
                    ),
                )

    def sentence(self, scene: BookingScene) -> Text:
        """Say the rule."""
        return Text(
            "会议室按所要的布置容得下参会人数",
            "a room holds the people expected in the layout asked for",
        )

    def claim(self, scene: BookingScene, subjects: tuple[str, ...]) -> Text:
        """Say which rooms hold one part of a meeting."""
        ident, number = subjects[0], int(subjects[1])
        layout = scene.by_id[ident].parts[number].layout
        people = scene.numbers[ident][number]
        fit = [r.id for r in scene.rooms if r.holds(layout) >= people]
        what, how = wording.part(scene, ident, number), wording.layout(layout)
        where = wording.rooms(scene, fit)
        zh = f"{what.zh}有{people}人" + (f"，{how.zh}" if layout else "")
        en = f"{what.en} has {people} people" + (f", {how.en}" if layout else "")
        if not fit:
            return Text(f"{zh}，没有容得下的会议室", f"{en}; no room holds them")
        if len(fit) == len(scene.rooms):
            return Text(f"{zh}，各会议室都容得下", f"{en}; every room holds them")
        return Text(f"{zh}，容得下的只有{where.zh}", f"{en}; only {where.en} will do")


KIND = RoomHolds
