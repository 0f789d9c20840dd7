"""What a term comes to in a finished booking, without any model (求值)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from seating.facts.booking import Slot
from seating.facts.booking_rule import BookingScene, Slots
from seating.solving.booking import ask as terms

DAY = 24 * 60


class Worth:
    """Values of terms in one booking."""

    def __init__(self, scene: BookingScene, slots: Slots) -> None:
        self.scene = scene
        self.start: Mapping[str, int] = {m: scene.minute(s.start) for m, s in slots.items()}
        self.slots: Mapping[str, Slot] = slots

    def of(self, term: Any) -> int:
        """Return the value of a term."""
        if isinstance(term, int):
            return term
        if isinstance(term, terms.Sum):
            return term.constant + sum(n * self.of(one) for n, one in term.parts)
        if isinstance(term, terms.Either):
            return max(self.of(one) for one in term.terms)
        if isinstance(term, terms.All):
            return min(self.of(one) for one in term.terms)
        if isinstance(term, terms.Steps):
            return max(0, -(-self.of(term.term) // term.size))
        if isinstance(term, terms.Sharing):
            return self._sharing(term.room)
        if isinstance(term, terms.Overload):
            return self._overload(term)
        if isinstance(term, terms.Crowded):
            return int(all(self._hit(term, *stretch) for stretch in term.stretches))
        if any(m not in self.slots for m in term.meetings):
            return 0
        return self._simple(term)

    def _simple(self, term: Any) -> int:
        if isinstance(term, terms.Time):
            return term.price.get(self.start[term.meeting], 0)
        if isinstance(term, terms.Place):
            return term.price.get(self.slots[term.meeting].rooms[term.part], 0)
        if isinstance(term, terms.Cell):
            room = self.slots[term.meeting].rooms[term.part]
            return term.price.get(room, {}).get(self.start[term.meeting], 0)
        if isinstance(term, terms.Lag):
            return int(term.low <= self.start[term.b] - self.start[term.a] <= term.high)
        if isinstance(term, terms.SameDay):
            return int(self.start[term.a] // DAY == self.start[term.b] // DAY)
        here = self.slots[term.a].rooms[term.part]
        there = self.slots[term.b].rooms[term.other]
        return int(any(here == room and there in others for room, others in term.pairs))

    def _sharing(self, room: str) -> int:
        taken = []
        for meeting, slot in self.slots.items():
            found = self.scene.by_id[meeting]
            begin = self.start[meeting] - found.setup
            end = self.start[meeting] + found.minutes + found.clear
            taken += [(meeting, begin, end) for used in slot.rooms if used == room]
        return sum(a[0] != b[0] and a[1] < b[2] and b[1] < a[2] for a, b in combinations(taken, 2))

    def _overload(self, term: terms.Overload) -> int:
        going = []
        for meeting, load in term.loads.items():
            if meeting in self.slots:
                found = self.scene.by_id[meeting]
                before, after = (found.setup, found.clear) if term.margins else (0, 0)
                begin = self.start[meeting]
                going.append((begin - before, begin + found.minutes + after, load))
        worst = max((sum(n for a, b, n in going if a <= at < b) for at, _, _ in going), default=0)
        return max(0, worst - term.most)

    def _hit(self, term: terms.Crowded, begin: int, end: int) -> bool:
        return any(
            self.start[m] < end and begin < self.start[m] + self.scene.by_id[m].minutes
            for m in term.meetings
            if m in self.slots
        )
