"""What a screen reader gets: language, title, author, bookmarks, the order of the text."""

from __future__ import annotations

import dataclasses
import io
import itertools
from collections.abc import Sequence
from functools import cache
from typing import Any

import books
import pdfplumber
import pytest
from test_notice_print import TABLE

from seating.documents.registry import make_documents
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.text import Language

DOCUMENTS = ("notice", "minutes", "hall_chart", "seat_list", "place_cards", "sign_in")


@cache
def book() -> Book:
    made = books.book(count=60)
    tables = {"notice": dict(TABLE), "documents": {"minutes": {"date": "2026年12月9日"}}}
    return dataclasses.replace(made, event=dataclasses.replace(made.event, tables=tables))


@cache
def file(name: str, language: Language = "zh") -> Printed:
    return make_documents(book(), PrintJob(language=language), [name])[0]


def opened(name: str, language: Language = "zh") -> Any:
    return pdfplumber.open(io.BytesIO(file(name, language).data))


def lines(page: Any) -> list[tuple[float, str]]:
    """Return height and text of every line as the file has them, one after the other."""
    found: list[tuple[float, str]] = []
    for char in page.chars:
        middle = (char["top"] + char["bottom"]) / 2
        if found and abs(found[-1][0] - middle) < 4:
            found[-1] = (found[-1][0], found[-1][1] + char["text"])
        else:
            found.append((middle, char["text"]))
    return found


def falling(heights: Sequence[float]) -> bool:
    return all(a <= b + 4 for a, b in itertools.pairwise(heights))


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_language_title_and_author(name: str, language: Language, tag: str) -> None:
    with opened(name, language) as pdf:
        catalog = pdf.doc.catalog
        assert catalog["Lang"].decode() == tag
        assert catalog["ViewerPreferences"].resolve()["DisplayDocTitle"] is True
        title = book().event.title.to(language)
        assert pdf.metadata["Title"].startswith(title)
        assert pdf.metadata["Author"] == book().event.organiser.to(language)


@pytest.mark.parametrize("name", ["notice", "minutes"])
def test_official_documents_read_from_the_head_downwards(name: str) -> None:
    with opened(name) as pdf:
        for page in pdf.pages:
            assert falling([y for y, _ in lines(page)])
        first = [words for _, words in lines(pdf.pages[0])]
    mark = next(i for i, words in enumerate(first) if "市委办公室文件" in words or "纪要" in words)
    date = next(i for i, words in enumerate(first) if "2026" in words)
    assert mark < date < len(first) - 1


def test_lists_read_row_by_row_and_header_and_footer_last() -> None:
    with opened("seat_list") as pdf:
        read = [words for _, words in lines(pdf.pages[0])]
    assert read[:3] == ["全市高质量发展大会", "会场座次名单（按次序）", "共 69 人"]
    assert read[3:5] == ["高志远主席台1排5号", "林静主席台1排6号"]
    assert read[-1].startswith("第2版")
    text = "".join(read)
    rostrum = [text.index(book().people[f"L{n}"].name) for n in range(1, 10)]
    assert rostrum == sorted(rostrum)


def test_bookmarks_lead_through_the_chart() -> None:
    with opened("hall_chart") as pdf:
        titles = [title for _, title, *_ in pdf.doc.get_outlines()]
    assert len(titles) == len(set(titles)) >= 2
