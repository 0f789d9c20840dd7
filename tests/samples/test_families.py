"""One sample of every family of seating: planned, printed, and as its README tells it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from papers import book, every_document, faults, files, pages, problems, report

from seating.documents.words import name_parts
from seating.facts.plan import Placing
from seating.facts.venue import own_left
from seating.scene.build import Prepared

FAMILIES = (
    "banquet-12",
    "delegations",
    "hollow-square",
    "motorcade",
    "photo-120",
    "reception",
    "signing",
    "talks",
)
_VIEW = re.compile(r"图示视角：[^0-9]*")


def planned(name: str) -> tuple[Prepared, Placing]:
    """Return the only sitting of a sample and who sits where."""
    (sitting,) = report(name).programme.sittings
    return sitting, report(name).plan.sittings[sitting.sitting.id].placing


def moved(name: str) -> set[str]:
    """Return the people who are not on their due places."""
    sitting, placing = planned(name)
    return {p for p, at in placing.places.items() if sitting.scene.due[p] != at}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_level_is_proven_and_every_rule_kept(name: str) -> None:
    assert report(name).complete
    for sitting in report(name).plan.sittings.values():
        assert all(level.proven for level in sitting.levels)
        assert sitting.findings == ()


@pytest.mark.parametrize("name", FAMILIES)
def test_rules_bend_the_form_without_breaking_it(name: str) -> None:
    sitting, placing = planned(name)
    scene = sitting.scene
    assert 0 < len(moved(name)) < len(scene.people) / 2
    for person, at in placing.places.items():
        assert at in scene.eligible[person]
        place = scene.layout.by_id[at]
        if place.party:
            assert place.party == scene.person(person).side
        if place.purpose:
            assert place.purpose in scene.person(person).roles


@pytest.mark.parametrize("name", FAMILIES)
def test_each_view_of_a_chart_names_everybody_once(name: str) -> None:
    sitting, placing = planned(name)
    (chart,) = files(name, "zh", documents=("form_chart",))
    assert chart.findings == ()
    views: dict[str, str] = {}
    for page in pages(chart.data):
        words = "".join(letter.char for letter in page)
        view = _VIEW.search(words)
        if view:
            views[view.group()[:8]] = views.get(view.group()[:8], "") + words
    assert len(views) == len(sitting.scene.layout.views)
    for words in views.values():
        names = {p: book(name).people[p].name.replace(" ", "") for p in placing.places}
        missing = [p for p, name in names.items() if words.count(name) != 1]
        for person in missing:  # a long name may stand on two lines
            parts = name_parts(book(name).people[person].name)
            assert len(parts) == 2, names[person]
            assert all(part.replace(" ", "") in words for part in parts), names[person]


@pytest.mark.parametrize("name", FAMILIES)
def test_every_page_is_in_order_and_names_everybody(name: str) -> None:
    printed = files(name, "zh", documents=every_document(name))
    assert problems(name, printed) == []
    assert [finding for file in printed for finding in file.findings if "〓" in finding] == []


@pytest.mark.parametrize("name", FAMILIES)
def test_what_it_wants_in_english(name: str) -> None:
    printed = files(name, "en")
    assert len(printed) >= 2
    assert faults(printed) == []
    assert [finding for file in printed for finding in file.findings] == []


def row(name: str, line: str) -> list[str]:
    """Return who sits in a row of places (``G1``: guests' front row), from the drawing's left."""
    sitting, placing = planned(name)
    at = {place: person for person, place in placing.places.items()}
    places = [p for p in sitting.scene.layout.places if p.id.startswith(f"{line}-")]
    return [at[p.id] for p in sorted(places, key=lambda p: p.x) if p.id in at]


def test_talks_as_told() -> None:
    assert row("talks", "G1") == ["G07", "G06", "G03", "GT1", "G01", "G02", "G04", "G05"]
    assert row("talks", "H1") == ["H06", "H04", "H02", "H01", "HT1", "H03", "H05"]
    sitting, placing = planned("talks")
    assert placing.places["H05"] in sitting.scene.near(placing.places["G05"], "opposite")
    assert moved("talks") == {"G05", "G06"}
    assert any("客方多于主方" in d.message.zh for d in report("talks").programme.doubts)


def test_interpreters_sit_at_the_right_hand_of_their_principals() -> None:
    sitting, placing = planned("talks")
    for aide, principal in (("HT1", "H01"), ("GT1", "G01")):
        mine, yours = (sitting.scene.layout.by_id[placing.places[p]] for p in (aide, principal))
        x, y = own_left(yours.facing)
        assert (mine.x - yours.x) * x + (mine.y - yours.y) * y < 0


def test_reception_as_told() -> None:
    places = planned("reception")[1].places
    assert places["G09"] == "G1-4"
    assert [places[p] for p in ("G01", "G02", "G03", "G04")] == ["G1-1", "G1-2", "G1-3", "G1-5"]
    assert {places["GT1"], places["HT1"]} == {"G2-1", "H2-1"}


def test_signing_as_told() -> None:
    assert row("signing", "G1") == ["GA", "GS"]
    assert row("signing", "H1") == ["HS", "HA"]
    assert row("signing", "H2") == ["H01", "H02", "H03", "H04", "H09"]
    assert row("signing", "H3") == ["H05", "H06", "H07", "H08"]


def test_motorcade_as_told() -> None:
    places = planned("motorcade")[1].places
    assert (places["G01"], places["H01"], places["HT1"]) == ("2-2R", "2-2L", "2-1R")
    assert (places["G02"], places["H02"], places["HT2"]) == ("3-2R", "3-2L", "3-1R")
    assert (places["H10"], places["D5"], places["H13"]) == ("1-1R", "1-1L", "6-1R")
    assert places["G04"][0] != places["G05"][0]
    assert moved("motorcade") == {"G05", "G06"}
    assert not [p for p, at in places.items() if at[0] in "16" and p[0] == "G"]


def test_hollow_square_moves_those_outside_first() -> None:
    sitting, placing = planned("hollow-square")
    scene, places = sitting.scene, placing.places
    assert places["M12"] == scene.due["M12"]
    assert places["M12"] in scene.near(places["A01"], "behind")
    assert scene.people[0].id == "M01"
    assert scene.layout.by_id[places["M01"]].facing == 270.0


def test_delegations_follow_the_one_drawn() -> None:
    sitting, placing = planned("delegations")
    signs = [f.label.en for f in sitting.scene.layout.fixtures if f.kind == "label"]
    assert signs[0] == "Orlun"
    assert signs[5:7] == ["Veland", "Alvia"]
    assert sorted(signs) == [*signs[6:], *signs[:6]]
    assert all(
        at.endswith("-1") for p, at in placing.places.items() if sitting.scene.person(p).group
    )
    assert placing.places["MIR3"] == "Mirna-2"
    assert moved("delegations") == {"MIR2", "MIR3", "VEL3", "VEL4"}


def tables() -> Iterator[list[str]]:
    places = planned("banquet-12")[1].places
    for number in range(1, 13):
        yield [p for p, at in places.items() if at.split("-")[0] == f"T{number}"]


def test_banquet_as_told() -> None:
    found = list(tables())
    assert [len(table) for table in found] == [16, *[10] * 11]
    people = {p.id: p for p in report("banquet-12").programme.event.people}
    hosts = [sum(p[0] == "H" and p[1] != "T" for p in table) for table in found]
    assert hosts == [3] * 8 + [2] * 4
    for table in found:
        couples = [p for p in table if people[p].spouse]
        assert all(people[p].spouse in table for p in couples)
        assert not {"G15", "G16"} <= set(table)
    assert sum(any("素食" in people[p].tags for p in table) for table in found) == 1


def test_banquet_runs_table_by_table() -> None:
    """Nobody is moved farther than to the next table."""
    sitting, placing = planned("banquet-12")
    for person in moved("banquet-12"):
        here = int(placing.places[person].split("-")[0][1:])
        due = int(sitting.scene.due[person].split("-")[0][1:])
        assert abs(here - due) <= 1


def test_photo_as_told() -> None:
    sitting, placing = planned("photo-120")
    places = placing.places
    leaders = ["R1-13", "R1-14", "R1-12", "R1-15"]
    assert [places[p] for p in ("L01", "L02", "L03", "L04")] == leaders
    assert sitting.scene.layout.by_id["R1-13"].x == 0.0
    assert places["P017"] == "R1-25"
    assert places["P038"] in sitting.scene.near(places["P003"], "beside")
    assert places["P092"] not in sitting.scene.near(places["P062"], "beside")
    assert len(moved("photo-120")) == 6


def test_nobody_in_a_photo_stands_behind_another() -> None:
    layout = planned("photo-120")[0].scene.layout
    at = {(p.row, round(p.x)) for p in layout.places}
    assert not [p for p in layout.places if (p.row - 1, round(p.x)) in at]
