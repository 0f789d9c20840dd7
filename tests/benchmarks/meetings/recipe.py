"""The published recipe of the meeting-scheduling instances, in any size.

After OptaPlanner's ``MeetingSchedulingGenerator`` (Apache-2.0; written anew from its description:
seed 37, duration, number of people and share of required ones drawn meeting by meeting, then the
people drawn without repetition).  With Java's published random number generator it comes to the
same meetings as the files of 50, 100 and 200, so those of 400 and 800 are the published ones too.
"""

from __future__ import annotations

from typing import Any

DURATIONS = (1, 2, 3, 4, 6, 8, 16)  # grains of 15 minutes
PEOPLE = (2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 30)  # of one meeting
DAY = 36  # grains: 8:00-12:00 and 13:00-18:00
SEED = 37


class JavaRandom:
    """``java.util.Random``: the linear congruential generator its documentation prescribes."""

    def __init__(self, seed: int) -> None:
        self._state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def below(self, bound: int) -> int:
        """``nextInt(bound)``."""
        while True:
            self._state = (self._state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
            bits = self._state >> 17
            if bound & (bound - 1) == 0:
                return (bound * bits) >> 31
            value = bits % bound
            if bits - value + bound - 1 < 1 << 31:
                return value


def document(meetings: int, rooms: int = 5) -> dict[str, Any]:
    """Return the instance as the published files write it."""
    random = JavaRandom(SEED)
    sizes = []
    for _ in range(meetings):
        duration = DURATIONS[random.below(len(DURATIONS))]
        size = PEOPLE[random.below(len(PEOPLE))]
        required = max(2, random.below(size + 1))
        sizes.append((duration, required, size - required))
    people = sum(r + p for _, r, p in sizes) * rooms * 3 // (4 * meetings)
    grains = meetings * DURATIONS[-1] // rooms
    return {
        "meetingList": [
            _meeting(random, number, people, size) for number, size in enumerate(sizes)
        ],
        "dayList": [
            {"@id": f"Day#{d}", "id": d, "dayOfYear": d + 1} for d in range(-(-grains // DAY))
        ],
        "timeGrainList": [
            {"@id": f"TimeGrain#{t}", "id": t, "grainIndex": t, "day": f"Day#{t // DAY}"}
            for t in range(grains)
        ],
        "roomList": [
            {"@id": f"Room#{r}", "id": r, "capacity": PEOPLE[-1 - r % (len(PEOPLE) * 3 // 4)]}
            for r in range(rooms)
        ],
        "personList": [{"@id": f"Person#{p}", "id": p} for p in range(people)],
    }


def _meeting(
    random: JavaRandom, number: int, people: int, size: tuple[int, int, int]
) -> dict[str, Any]:
    duration, required, preferred = size
    left = list(range(people))

    def draw(count: int) -> list[dict[str, str]]:
        return [{"person": f"Person#{left.pop(random.below(len(left)))}"} for _ in range(count)]

    return {
        "@id": f"Meeting#{number}",
        "id": number,
        "durationInGrains": duration,
        "requiredAttendanceList": draw(required),
        "preferredAttendanceList": draw(preferred),
    }
