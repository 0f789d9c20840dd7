"""How people, units and seats are named in print, in either language (称谓)."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from seating.documents.lettering import RoleName
from seating.facts.book import Book, BookSitting
from seating.facts.data import data_root
from seating.facts.people import Person
from seating.facts.text import Language, Text

VIEWPOINTS: dict[str, Text] = {
    "audience": Text(
        "图示视角：面向主席台（台下视角）", "Viewpoint: facing the rostrum (from the audience)"
    ),
    "seated": Text(
        "图示视角：台上视角（就座者视角）", "Viewpoint: from the rostrum (as those seated see it)"
    ),
    "door": Text("图示视角：站在门口向里看", "Viewpoint: from the door looking in"),
}


def name_of(person: Person, language: Language) -> str:
    """Return the name to print."""
    return person.name_en or person.name if language == "en" else person.name


def name_role(language: Language) -> RoleName:
    """Return the typeface of names on charts: 楷体, or the Latin face in English."""
    return "kai" if language == "zh" else "latin"


def title_of(person: Person, language: Language) -> str:
    """Return the post to print."""
    return person.title_en or person.title if language == "en" else person.title


def unit_of(book: Book, name: str, language: Language) -> str:
    """Return the short name of a unit to print."""
    unit = book.units.get(name)
    if unit is None:
        return name
    if language == "en" and unit.name_en:
        return unit.name_en
    return unit.short or unit.name


def category_of(book: Book, name: str, language: Language) -> str:
    """Return a category of units (市直机关) to print; in Chinese where it has no English."""
    if language == "zh":
        return name
    given = (u.category_en for u in book.units.values() if u.category == name)
    return next(filter(None, given), "") or _categories().get(name, name)


@cache
def _categories() -> dict[str, str]:
    """Return the usual categories in English."""
    path = data_root("rules") / "documents" / "categories.toml"
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["english"])


_BODY = re.compile("(.*[省市区县州旗])(?:委|政府|人大常委会|政协)")
_BODY_OF_POST = re.compile("(.*?[省市区县州旗])(?:委|政府|人大|政协)")


def says_unit(book: Book, person: Person, language: Language) -> bool:
    """Tell whether the post to print says the unit already, so that it stands alone.

    市委副书记 of 市委 does; so does 市委副书记、市长 of 市政府, whose first office is in another
    of the leading bodies of the same city: 市政府市委副书记 would be misread.  区委副书记 of
    枫桥区政府 does not: which district would be lost.
    """
    unit, title = unit_of(book, person.unit, language), title_of(person, language)
    if unit and title.startswith(unit):
        return True
    if language == "en":
        return False
    body, first = _BODY.fullmatch(unit), _BODY_OF_POST.match(title)
    same = body is not None and first is not None and body[1] == first[1]
    return same or bool(person.unit and title.startswith(person.unit))


def stands_for(book: Book, person: Person, language: Language) -> str:
    """Return （代×××） for somebody who replaces another, else ``""``."""
    if not person.substitutes:
        return ""
    other = book.people.get(person.substitutes)
    name = name_of(other, language) if other else person.substitutes
    return f"（代{name}）" if language == "zh" else f" (for {name})"


def seat_label(sitting: BookSitting, person: str, language: Language) -> str:
    """Return the label of somebody's seat as it is spoken, or ``""``."""
    place = sitting.seat_of(person)
    if place is None or place not in sitting.layout.by_id:
        return ""
    label = sitting.layout.by_id[place].label
    return label.to(language) or label.zh


def sitting_title(sitting: BookSitting, language: Language) -> str:
    """Return the title of a sitting."""
    title = sitting.sitting.title
    return title.to(language) or title.zh


def name_parts(name: str) -> tuple[str, ...]:
    """Split a long name into the parts that may stand on lines of their own.

    ``买买提·吐尔逊`` and ``Zhang Xiaoming`` are set on two lines where room is short.
    """
    if "·" in name:
        first, _, last = name.partition("·")
        return (first + "·", last)
    words = name.split()
    if len(words) < 2 or len(name) <= 4:
        return (name,)
    cuts = range(1, len(words))
    best = min(cuts, key=lambda i: max(len(" ".join(words[:i])), len(" ".join(words[i:]))))
    return (" ".join(words[:best]), " ".join(words[best:]))
