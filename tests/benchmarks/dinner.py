"""OptaPlanner's dinner party, 144 guests at 12 tables of 12.

Men and women alternate; at each table sit two of every profession, and two politicians (doctors,
coaches, developers) of one table are not of the same kind; everybody has a neighbour with whom
he shares a hobby.  Harder: he shares one with both.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from seating.facts.people import Person
from seating.facts.rule import Rule, Scene
from seating.facts.text import plain
from seating.kinds.acquaintances import Acquaintances
from seating.kinds.alternate import Alternate
from seating.kinds.spread import Spread
from tests.benchmarks.record import DATA, Clock, Result, rule, solved, tables

_DIFFERENT = ("POLITICIAN", "DOCTOR", "COACH", "DEVELOPER")
TABLES = SEATS = 12


def guests() -> tuple[Person, ...]:
    """Read the guests: profession as unit, its kind as group, hobbies as tags."""
    root = ET.parse(DATA / "dinner-party" / "wedding01.xml").getroot()
    jobs = {
        job.get("id"): (job.findtext("jobType", ""), job.findtext("name", ""))
        for job in root.iter("Job")
    }
    found = []
    for guest in root.iter("Guest"):
        reference = guest.find("job")
        if reference is None or guest.find("code") is None:
            continue
        kind, name = jobs[reference.get("reference")]
        found.append(
            Person(
                id=f"{guest.findtext('code', ''):0>3}",
                name=guest.findtext("name", ""),
                unit=kind,
                group=f"{kind} {name}",
                gender=guest.findtext("gender", "").lower(),
                tags=frozenset(h.text or "" for h in guest.iter("hobby")),
            )
        )
    return tuple(sorted(found, key=lambda p: p.id))


def scene_and_rules(neighbours: int = 1) -> tuple[Scene, list[Rule]]:
    """Return the dinner with its must rules.

    Tables may be turned, so ladies have the odd chairs.
    """
    people = guests()
    layout = tables(TABLES, SEATS, chairs=True)
    odd = tuple(p.id for p in layout.places if p.number % 2)
    even = tuple(p.id for p in layout.places if not p.number % 2)
    ladies = [p.id for p in people if p.gender == "female"]
    gentlemen = [p.id for p in people if p.gender == "male"]
    due = dict(zip(ladies, odd, strict=True)) | dict(zip(gentlemen, even, strict=True))
    who = tuple(p.id for p in people)
    scene = Scene(
        sitting="dinner",
        title=plain("dinner"),
        people=people,
        layout=layout,
        due=due,
        eligible=dict.fromkeys(ladies, odd) | dict.fromkeys(gentlemen, even),
    )
    kinds = tuple(sorted({p.group for p in people if p.unit in _DIFFERENT}))
    return scene, [
        rule(Alternate(who=who), name="alternate"),
        rule(Spread(who=who, by="unit", least=2, most=2), name="professions"),
        rule(Spread(who=who, by="group", values=kinds, most=1), name="kinds"),
        rule(Acquaintances(who=who, by="tag", per="beside", least=neighbours), name="hobby"),
    ]


def run(*, neighbours: int = 1) -> Result:
    """Plan the dinner; so many neighbours of everybody share a hobby with him."""
    clock = Clock()
    scene, rules = scene_and_rules(neighbours)
    outcome = solved(scene, rules, work=120.0)
    return Result(
        instance="dinner party, 144 guests" + (", both neighbours" if neighbours > 1 else ""),
        value=f"{outcome.values[0]} broken",
        bound="0",
        proven=all(level.proven for level in outcome.levels),
        cpu=clock.seconds,
        peers="—",
    )
