"""What stands on the card of every place of a chart: name, mark, post, side (席位卡内容)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from seating.documents.charts.keys import Show
from seating.documents.words import name_of, says_unit, stands_for, title_of, unit_of
from seating.facts.book import Book, BookSitting
from seating.facts.people import Person
from seating.facts.text import Language, Text, plain
from seating.facts.venue import Layout, Place

ROLE_MARKS: dict[str, tuple[Text, Text]] = {
    "interpreter": (Text("译", "T"), Text("翻译", "interpreter")),
    "recorder": (Text("记", "R"), Text("记录", "note-taker")),
    "attendee": (Text("列", "O"), Text("列席", "attendee")),
    "assistant": (Text("助", "A"), Text("助签", "assistant")),
    "driver": (Text("驾", "D"), Text("司机", "driver")),
    "escort": (Text("随", "E"), Text("随员", "escort")),
    "companion": (Text("陪", "C"), Text("陪同", "companion")),
    "wheelchair": (Text("轮", "W"), Text("轮椅席", "wheelchair")),
    "signer": (Text("签", "S"), Text("签字", "signer")),
    "presenter": (Text("颁", "P"), Text("颁奖", "presenter")),
    "recipient": (Text("领", "N"), Text("领奖", "recipient")),
    "speaker": (Text("言", "K"), Text("发言", "speaker")),
    "staff": (Text("工", "F"), Text("工作人员", "staff")),
}
"""Tag and meaning of the places of roles; a role not listed here is tagged with its own name."""

_SAID_OF_PEOPLE = ("interpreter", "recorder")
_SIDE_NAMES = {
    "host": Text("主方（H）", "host side (H)"),
    "guest": Text("客方（G）", "guest side (G)"),
}
_SIDES = {"host": Text("主", "H"), "guest": Text("客", "G")}


@dataclass(frozen=True, slots=True)
class Card:
    """The card of one place.

    Attributes:
        names: of everybody there, usually one; empty = a free place.
        mark: place in the order of honour, e.g. 主3.
        tag: role, e.g. 译.
        post: unit and post, for under the name.
        party: decides the ground of the card.
        first: most honoured of its party.
    """

    names: tuple[str, ...] = ()
    mark: str = ""
    tag: str = ""
    post: tuple[str, ...] = ()
    party: str = ""
    first: bool = False


@dataclass(frozen=True)
class Subject:
    """What a chart shows: a layout with a card for every place.

    Attributes:
        parties: parties of the layout in order, host and guest first.
        roles: roles that have a tag somewhere, for the legend.
        numbered: cards carry marks.
        bare: the names are marks themselves (a preview).
    """

    layout: Layout
    cards: Mapping[str, Card]
    language: Language
    parties: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    numbered: bool = True
    bare: bool = False
    titles: Mapping[str, Text] = field(default_factory=dict)

    def part(self, places: tuple[Place, ...], layout: Layout) -> Subject:
        """Return the part of the subject that lies on a smaller layout."""
        cards = {p.id: self.cards[p.id] for p in places}
        return Subject(
            layout, cards, self.language, self.parties, self.roles, self.numbered, self.bare,
            self.titles,
        )  # fmt: skip


def subject_of(
    book: Book,
    sitting: BookSitting,
    language: Language,
    *,
    titles: bool = True,
    show: Show = "both",
) -> Subject:
    """Return the cards of a planned sitting."""
    layout = sitting.layout
    occupants = sitting.plan.placing.occupants
    ranks = {who: i for i, who in enumerate(sitting.order)}
    parties = _parties(layout)
    classes = Counter((p.party, p.purpose) for p in layout.places)
    several = {key for key, number in classes.items() if number > 1}
    cards, roles = {}, set()
    for place in layout.places:
        ids = [i for i in occupants.get(place.id, ()) if i in book.people]
        people = [book.people[i] for i in sorted(ids, key=lambda i: (ranks.get(i, len(ranks)), i))]
        role = _role(place, people)
        if role:
            roles.add(role)
        mark = _mark(place, language, several) if people else ""
        named = titles and len(people) == 1 and show != "numbers"
        card = Card(
            names=tuple(name_of(p, language) for p in people),
            mark=mark if show == "both" else "",
            tag=_tag(role, language),
            post=_post(book, people[0], language) if named else (),
            party=place.party,
            first=place.honour == 1 and not place.purpose,
        )
        if show == "numbers" and people:
            label = place.label.to(language) or place.label.zh
            card = dataclasses.replace(card, names=(card.tag + mark or label,), tag="")
        cards[place.id] = card
    return Subject(
        layout, cards, language, parties, tuple(sorted(roles)), numbered=show != "names",
        bare=show == "numbers",
    )  # fmt: skip


def subject_of_marks(layout: Layout, marks: Mapping[str, str], language: Language) -> Subject:
    """Return the cards of a preview, with marks in place of names; ``_`` = a free place."""
    cards = {
        place.id: Card(
            names=(marks[place.id],) if marks.get(place.id, "_") != "_" else (),
            party=place.party,
            first=place.honour == 1 and not place.purpose,
        )
        for place in layout.places
    }
    return Subject(layout, cards, language, _parties(layout), numbered=False, bare=True)


def party_name(party: str, language: Language) -> str:
    """Return what a side is called in a legend."""
    return _SIDE_NAMES.get(party, plain(party)).to(language)


def _parties(layout: Layout) -> tuple[str, ...]:
    found = dict.fromkeys(p.party for p in layout.places if p.party)
    return tuple(sorted(found, key=lambda name: (name not in _SIDES, name == "guest")))


def _role(place: Place, people: list[Person]) -> str:
    if place.purpose:
        return place.purpose
    roles = {role for person in people for role in person.roles}
    return next((role for role in _SAID_OF_PEOPLE if role in roles), "")


def _tag(role: str, language: Language) -> str:
    return ROLE_MARKS[role][0].to(language) if role in ROLE_MARKS else role


def _mark(place: Place, language: Language, several: set[tuple[str, str]]) -> str:
    if place.purpose:
        return str(place.honour or "") if (place.party, place.purpose) in several else ""
    if not place.honour:
        return ""
    side = _SIDES.get(place.party)
    return f"{side.to(language) if side else ''}{place.honour}"


def _post(book: Book, person: Person, language: Language) -> tuple[str, ...]:
    unit = unit_of(book, person.unit, language)
    title = title_of(person, language)
    if says_unit(book, person, language):
        unit = ""
    return tuple(s.strip() for s in (unit, title, stands_for(book, person, language)) if s)
