"""How people, units and posts are named in print."""

from __future__ import annotations

import dataclasses

import books
import pytest

from seating.documents.words import says_unit
from seating.facts.people import Person, Unit


@pytest.mark.parametrize(
    ("unit", "title", "alone"),
    [
        ("市委", "市委副书记", True),
        ("市政府", "市委副书记、市长", True),
        ("市政府", "市委常委、常务副市长", True),
        ("市政协", "市政协主席", True),
        ("枫桥区政府", "枫桥区委常委、副区长", True),
        ("枫桥区政府", "区委常委、副区长", False),
        ("市政府", "副市长", False),
        ("市政府办公室", "市政府副秘书长、办公室主任", False),
        ("白鹭县", "县政协主席", False),
        ("区政府", "市委常委、区长", False),
        ("市公安局", "办公室主任", False),
        ("", "市委书记", False),
    ],
)
def test_a_post_in_another_leading_body_stands_alone(unit: str, title: str, alone: bool) -> None:
    """市政府市委副书记、市长 would be misread."""
    person = Person(id="P", name="陆文澜", unit=unit, title=title)
    book = dataclasses.replace(books.book(), units={unit: Unit(name=unit)} if unit else {})
    assert says_unit(book, person, "zh") == alone
