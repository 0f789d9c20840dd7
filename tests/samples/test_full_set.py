"""The whole set of papers of the large sample: every page of every document, in order."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "documents"))
from pdfcheck import check_pdf, crossed, sizes, texts

from seating import planner
from seating.documents.registry import document_names
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Language

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "office-conference"
CARD_EDGE = 1.0
"""Cards are cut from the sheet, so their text may come near its edge (mm)."""


@cache
def book() -> Book:
    programme = planner.prepare(SAMPLE)
    return planner.book(programme, planner.plan(programme).plan)


@cache
def files(language: Language, mono: bool = False) -> tuple[Printed, ...]:
    return tuple(planner.draw(book(), PrintJob(language=language, mono=mono)))


@pytest.mark.parametrize(("language", "mono"), [("zh", False), ("en", False), ("zh", True)])
def test_no_page_has_a_fault(language: Language, mono: bool) -> None:
    for file in files(language, mono):
        if not file.name.endswith(".pdf"):
            continue
        problems = check_pdf(file.data, margin=CARD_EDGE) + crossed(file.data)
        assert problems == [], file.name
        assert len(sizes(file.data)) == file.pages


def test_nothing_is_lost() -> None:
    for file in files("zh"):
        assert not [f for f in file.findings if "〓" in f], file.name
        assert "〓" not in "".join(texts(file.data)), file.name


def test_file_names_are_told_apart() -> None:
    names = [file.name for file in (*files("zh"),)]
    assert len(names) == len(set(names))
    assert all(name == name.strip() and "/" not in name for name in names)


def test_full_set_is_there() -> None:
    made = "".join(file.name for file in files("zh"))
    for words in ("会议通知", "主席台座次图", "会场座次图", "座次名单", "桌签", "签到表"):
        assert words in made
    assert "会议手册" in made
    assert "会务一页通" in made
    assert len(document_names()) > len({file.name.partition("_")[0] for file in files("zh")})
