"""Single cards, labels, badges and tickets printed again in their positions (补印)."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest
from decks import NAMES, asked, bare, deck, people, printed, signs
from pdfcheck import texts

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lists"))
import rich

from seating import planner
from seating.documents.registry import make_documents
from seating.facts.book import Book, PrintJob
from seating.facts.fault import BadInputError

SHEET = {"stock": "90x54", "sheet": "A3"}


def crowd() -> Book:
    folk = people(NAMES)
    folk[3] = dataclasses.replace(folk[3], absent=True)
    return deck(folk, tables={"place-cards": SHEET | {"units": True}, "badges": {}})


def faults(book: Book, *who: str, names: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(BadInputError) as bad:
        planner.reprint(book, who, names)
    assert {fault.where.file for fault in bad.value.faults} == {"--who"}
    return [fault.sentence().zh for fault in bad.value.faults]


def test_a_card_lies_where_it_lay_among_all() -> None:
    whole = signs(printed(crowd(), "place_cards").data)
    again, names = planner.reprint(crowd(), ("王小明", "p001"), ("place-cards",))
    assert names == ("place_cards",)
    (page,) = signs(printed(again, "place_cards").data)
    words = "".join(sign.char for sign in page)
    assert words.count("王小明") == words.count("李䶮") == 2  # both faces
    assert not any(bare(name) in words for name in NAMES if name not in ("王小明", "李䶮"))
    places = {(s.char, round(s.cx, 1), round(s.cy, 1)) for sheet in whole for s in sheet}
    assert {(s.char, round(s.cx, 1), round(s.cy, 1)) for s in page} <= places


def test_without_names_every_kind_of_piece_the_event_wants() -> None:
    again, names = planner.reprint(crowd(), ("王小明",))
    assert names == ("badges", "place_cards")
    files = make_documents(again, PrintJob(), names)
    assert ["".join(texts(f.data)).count("王小明") for f in files] == [1, 2]


@pytest.mark.parametrize(("document", "times"), [("key_labels", 1), ("meal_tickets", 2)])
def test_tickets_and_labels_of_rooms(document: str, times: int) -> None:
    book = rich.book(count=12)
    who = next(p for p in book.people.values() if p.lodging and "；" in p.meals)
    again, _ = planner.reprint(book, (who.id,), (document,))
    (file,) = make_documents(again, PrintJob(), [document])  # no table of numbers
    words = rich.words(file)
    assert words.count(bare(who.name)) == times
    others = [p.name for p in book.people.values() if p.id != who.id and len(p.name) > 2]
    assert not any(bare(name) in words for name in others)


def test_whoever_is_unknown_or_absent_is_named_at_once() -> None:
    said = faults(crowd(), "王小名", "赵堃", "p001", names=("badges", "sign_in"))
    assert len(said) == 3
    assert any("王小名" in one and "王小明" in one for one in said)
    assert any("赵堃" in one and "请假" in one for one in said)
    assert any("sign_in" in one for one in said)


def test_tables_that_there_are_not_are_faults() -> None:
    folk = people([*NAMES, *(f"客人{c}" for c in "甲乙丙丁戊己庚辛壬癸子")])
    banquet = deck(folk, "banquet", seats=10, rows=(3,))
    again, names = planner.reprint(banquet, ("2", "3桌"), ("table_numbers",))
    assert len(signs(printed(again, "table_numbers").data)) == 2
    assert names == ("table_numbers",)
    wrong = asked(banquet, table_numbers={"only": ["2", "9", "主桌"]})
    with pytest.raises(BadInputError) as bad:
        printed(wrong, "table_numbers")
    said = [fault.sentence().zh for fault in bad.value.faults]
    assert [one.count("9") + one.count("主桌") for one in said] == [1, 1]
    assert all("1、2、3" in one for one in said)
