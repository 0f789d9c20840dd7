"""The whole set of papers of the samples: every page of every document, in order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from papers import SAMPLES, every_document, faults, files, problems, report
from test_families import FAMILIES

from seating import planner
from seating.documents.registry import document_names
from seating.facts.book import PrintJob
from seating.facts.text import Language
from seating.reading.planfile import read_plan

CONFERENCE = "office-conference"
OTHERS = ("booking-clash", "late-change", "overbooked", "rostrum-8")
WEEKS = ("city-week", "city-week-flooded")
"""The same meetings and people; a plan of the second is stored beside it."""


def test_no_sample_is_forgotten() -> None:
    told = {CONFERENCE, *OTHERS, *WEEKS, *FAMILIES, "impossible"}
    assert told == {page.parent.name for page in SAMPLES.glob("*/event.toml")}
    assert not report("impossible").usable


def test_no_page_has_a_fault_and_everybody_is_named_as_often_as_he_should() -> None:
    assert problems(CONFERENCE, files(CONFERENCE, "zh")) == []


@pytest.mark.parametrize(("language", "mono"), [("en", False), ("zh", True)])
def test_no_page_has_a_fault(language: Language, mono: bool) -> None:
    assert faults(files(CONFERENCE, language, mono=mono)) == []


@pytest.mark.parametrize("name", OTHERS)
def test_every_page_of_the_small_ones(name: str) -> None:
    printed = files(name, "zh", documents=every_document(name))
    assert problems(name, printed) == []
    assert faults(files(name, "en")) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_of_the_week(language: Language) -> None:
    folder = SAMPLES / WEEKS[1]
    programme = planner.prepare(folder)
    week = planner.book(programme, read_plan(folder / "plan-before.json"))
    printed = planner.draw(week, PrintJob(language=language))
    assert len(printed) >= 7
    assert faults(printed) == []


def test_nothing_is_lost() -> None:
    for file in files(CONFERENCE, "zh"):
        assert not [f for f in file.findings if "〓" in f], file.name


def test_file_names_are_told_apart() -> None:
    names = [file.name for file in files(CONFERENCE, "zh")]
    assert len(names) == len(set(names))
    assert all(name == name.strip() and "/" not in name for name in names)


def test_full_set_is_there() -> None:
    made = "".join(file.name for file in files(CONFERENCE, "zh"))
    for words in ("会议通知", "主席台座次图", "会场座次图", "座次名单", "桌签", "签到表"):
        assert words in made
    assert "会议手册" in made
    assert "会务一页通" in made
    titles = {file.name.partition("_")[0] for file in files(CONFERENCE, "zh")}
    assert len(document_names()) > len(titles)
