"""The comparison of plans: one page, every fact of every plan, room for the decision."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from books import CONVENTION, leaders
from pdfcheck import check_pdf, sizes, texts

from seating import planner
from seating.documents import decision_brief
from seating.facts.alternative import Alternative
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.plan import LevelResult, Placing, SittingPlan
from seating.facts.text import Text, plain
from seating.facts.venue import Need
from seating.forms.rostrum import Rostrum
from seating.planner.alternatives import decision_book, of_programme

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "rostrum-8"


@cache
def sample() -> Book:
    programme = planner.prepare(SAMPLE)
    return decision_book(programme, of_programme(programme, 3))


def draw(book: Book, **job: Any) -> Printed:
    (printed,) = decision_brief.make(book, PrintJob(**job))
    return printed


def many(plans: int, wishes: int = 3) -> Book:
    """Nine leaders on a rostrum, so many plans with long lists of what they give up."""
    folk = leaders()
    layout = Rostrum().build(Need(count=len(folk)), CONVENTION)
    seats = [p.id for p in layout.seats]
    found = []
    for number in range(plans):
        turned = seats[number:] + seats[:number]
        places = dict(zip([p.id for p in folk], turned, strict=True))
        lost = tuple(
            Text(
                f"第{i}个愿望写得很长很长，占去不止一行的地方",
                f"wish {i}, which takes its time to say",
            )
            for i in range(wishes if number else 0)
        )
        found.append(
            Alternative(
                title=Text(f"方案之{number}", f"plan no. {number}"),
                layout=layout,
                plan=SittingPlan(
                    placing=Placing(sitting="stage", places=places),
                    levels=(LevelResult(level="should", value=number, bound=0),),
                ),
                totals=(0, number, 0, 7),
                elsewhere=tuple(places) if number else (),
                broken=lost,
                gained=(plain("g"),) if number else (),
                off=number,
            )
        )
    from books import book

    made = book(count=0, leaders_count=9)
    return dataclasses.replace(made, alternatives={"stage": tuple(found)})


def test_no_alternatives_no_brief() -> None:
    programme = planner.prepare(SAMPLE)
    book = planner.book(programme, planner.plan(programme).plan)
    assert not decision_brief.wanted(book)
    assert list(decision_brief.make(book, PrintJob())) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("mono", [False, True])
def test_one_clean_page(language: str, mono: bool) -> None:
    printed = draw(sample(), language=language, mono=mono)
    assert printed.pages == 1
    assert check_pdf(printed.data, tolerance=0.3) == []  # j reaches below g
    assert printed.findings == ()


def test_everything_that_is_to_be_weighed_is_there() -> None:
    (page,) = texts(draw(sample()).data)
    for words in (
        "座次方案比选表", "方案一", "方案二", "方案三", "建议采用方案一", "领导批示", "签名",
        "各级均已证明不能更好", "逐级比较，代价最低", "属惯例取舍", "图示视角",
    ):  # fmt: skip
        assert words in page.replace("\r\n", ""), words
    one = sample().alternatives["rostrum"]
    for person in one[1].elsewhere:
        assert sample().people[person].name in page


def test_english_speaks_english() -> None:
    (page,) = texts(draw(sample(), language="en").data)
    for words in ("Plan 1 is recommended", "Decision:", "Signature", "Lu Wenlan", "proven"):
        assert words in page, words


@pytest.mark.parametrize("plans", [1, 2, 4, 5, 9])
@pytest.mark.parametrize("wishes", [0, 3, 40])
def test_any_number_of_plans_and_wishes_stays_one_page(plans: int, wishes: int) -> None:
    for language in ("zh", "en"):
        printed = draw(many(plans, wishes), language=language)
        assert printed.pages == 1
        assert check_pdf(printed.data) == []
        ((width, height),) = sizes(printed.data)
        assert (width > height) == (plans > 4)


def test_what_is_not_proven_says_so_and_long_lists_say_what_is_left_out() -> None:
    (page,) = texts(draw(many(3, 40)).data)
    assert "未证明最好，下界0" in page.replace("\r\n", "")
    assert "另有3" in page


def test_same_bytes_twice() -> None:
    assert draw(many(3)).data == draw(many(3)).data
