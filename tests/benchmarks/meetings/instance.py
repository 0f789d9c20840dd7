"""Reads the meeting-scheduling format (JSON, plain or gzipped)."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.meetings import recipe
from tests.benchmarks.record import DATA

FOLDER = DATA / "meeting-scheduling"
FILED = (50, 100, 200)  # published as files; larger ones are made by the recipe


@dataclass(frozen=True)
class Meeting:
    """A meeting with its people by number."""

    duration: int
    required: tuple[int, ...]
    preferred: tuple[int, ...]


@dataclass(frozen=True)
class Instance:
    """``day[t]`` is the day of grain t; ``capacity[r]`` the places of room r."""

    meetings: tuple[Meeting, ...]
    day: tuple[int, ...]
    capacity: tuple[int, ...]
    people: int


def load(meetings: int) -> Instance:
    """Return the published instance of that size."""
    if meetings in FILED:
        return read(next(FOLDER.glob(f"{meetings}meetings-*.json.gz")))
    return parse(recipe.document(meetings))


def read(path: Path) -> Instance:
    """Read one file."""
    data = path.read_bytes()
    return parse(json.loads(gzip.decompress(data) if path.suffix == ".gz" else data))


def parse(document: dict[str, Any]) -> Instance:
    """Resolve the references (an object is written out once, then named by its ``@id``)."""
    known: dict[str, Any] = {}
    _collect(document, known)

    def the(value: Any) -> Any:
        return known[value] if isinstance(value, str) else value

    grains = sorted(map(the, document["timeGrainList"]), key=lambda grain: grain["grainIndex"])
    assert [grain["grainIndex"] for grain in grains] == list(range(len(grains)))
    rooms = [the(room) for room in document["roomList"]]
    people = {the(p)["id"]: i for i, p in enumerate(document["personList"])}

    def who(attendances: Any) -> tuple[int, ...]:
        return tuple(people[the(the(a)["person"])["id"]] for a in attendances)

    return Instance(
        meetings=tuple(
            Meeting(
                duration=m["durationInGrains"],
                required=who(m["requiredAttendanceList"]),
                preferred=who(m["preferredAttendanceList"]),
            )
            for m in map(the, document["meetingList"])
        ),
        day=tuple(the(grain["day"])["dayOfYear"] for grain in grains),
        capacity=tuple(room["capacity"] for room in rooms),
        people=len(people),
    )


def _collect(value: Any, known: dict[str, Any]) -> None:
    if isinstance(value, dict):
        if "@id" in value:
            known[value["@id"]] = value
        for part in value.values():
            _collect(part, known)
    elif isinstance(value, list):
        for part in value:
            _collect(part, known)
