"""Who sits at which table, table by table (桌次名单)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.documents.charts.card import Card, Subject, subject_of
from seating.documents.charts.keys import PaperKeys
from seating.documents.charts.parts import Group, groups_of
from seating.documents.charts.words import joined
from seating.documents.flow import Piece, fitting, pages_of, pour
from seating.documents.furniture import furniture_of
from seating.documents.headings import HEADING, head_lines
from seating.documents.ink import DARK, LIGHT, MIDDLE
from seating.documents.lettering import NARROWEST, is_han
from seating.documents.paper import MM_PER_PT, Box, paper_of
from seating.documents.press import Press, file_name, open_press
from seating.documents.settings import keys_of
from seating.documents.sheet import Sheet
from seating.documents.words import name_role, sitting_title
from seating.facts.book import Book, BookSitting, Printed, PrintJob
from seating.facts.text import Language, Text
from seating.facts.venue import Place

NAME = "table_list"
TITLE = Text("桌次名单", "Table list")
SUMMARY = Text(
    "桌次名单：每桌的人按座位顺时针排列，标明主客和翻译。",
    "Everybody at each table in the order of the chairs, with sides and interpreters.",
)

_SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.75)
_SIZE = 10.5
_HEAD = 8.5
_READABLE = 7.0  # pt
_MARGIN = 14.0


@dataclass(frozen=True, kw_only=True)
class Keys(PaperKeys):
    """The keys of ``[documents.table_list]``."""


def wanted(book: Book) -> bool:
    """Whether the event has a sitting with several round tables."""
    return any(_tables(s) for s in book.sittings.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every such sitting."""
    for sitting in book.sittings.values():
        name = file_name(TITLE.to(job.language), sitting.sitting.id)
        if not _tables(sitting) or (job.only and name not in job.only):
            continue
        press = open_press(book, job, TITLE, furniture=furniture_of(book, job.language))
        subject = subject_of(book, sitting, job.language)
        event = book.event.title.to(job.language) or book.event.title.zh
        title, own = TITLE.to(job.language), sitting_title(sitting, job.language)
        if own and own != event:
            title = joined(own, title) if job.language == "zh" else f"{own}: {title}"
        draw_lists(press, subject, event, title, job.paper or keys_of(book, NAME, Keys).paper)
        yield press.finish(name)


def _tables(sitting: BookSitting) -> list[Group]:
    return [g for g in groups_of(sitting.layout) if g.fixture.kind == "round-table"]


def draw_lists(press: Press, subject: Subject, event: str, title: str, paper: str = "") -> None:
    """Draw the names of every table."""
    language = subject.language
    lying = paper_of(paper or "A4").portrait()
    sentence = Text(
        "各桌姓名自首座起按顺时针方向排列", "names clockwise from the first seat of each table"
    ).to(language)
    words = TITLE.to(language)
    if words not in title:
        title = f"{title}　{words}" if language == "zh" else f"{title}, {words.lower()}"

    def begin() -> tuple[Sheet, Box]:
        first = not any(s.number == begun for begun in started for s in press.sheets)
        sheet = press.page(lying, margin=_MARGIN, bookmark=words if first else "")
        started.append(sheet.number)
        return sheet, head_lines(sheet, event, title, sentence, language)

    started: list[int] = []
    groups = groups_of(subject.layout)
    columns = 3 if language == "zh" else 2
    whole = Box(0, 0, lying.width, lying.height).inset(_MARGIN)
    room = press.furniture.body(lying, _MARGIN) if press.furniture else whole
    height = room.height - HEADING

    role = name_role(language)
    names = ("、".join(card.names) for card in subject.cards.values())
    glue = "" if language == "zh" else " "
    posts = (glue.join(card.post) for card in subject.cards.values())
    longest = (
        max((press.lettering.setting(name, role).ems for name in names), default=3.0),
        max((press.lettering.setting(post, "song").ems for post in posts), default=0.0),
    )

    def pieces(size: float) -> list[Piece]:
        return [piece for group in groups for piece in _pieces(subject, group, size, longest)]

    def pages(size: float, over: int) -> int:
        return pages_of(pieces(size), height, height, over)

    few = pages(_SIZE, columns - 1) <= pages(_SIZE, columns)
    if columns > 2 and (few or _long(press, subject, room, columns)):
        columns -= 1  # room for long posts
    size = fitting(lambda s: pages(s, columns), _SIZES, _SIZE)
    pour(pieces(size), begin, columns=columns, gap=8.0)


def _long(press: Press, subject: Subject, room: Box, columns: int) -> bool:
    """Whether many posts would have to be made very small in so many columns."""
    width = (room.width - 8.0 * (columns - 1)) / columns - 41.0
    posts = ["".join(card.post) for card in subject.cards.values() if card.post]
    small = [p for p in posts if press.lettering.fit(p, "song", 9, width).size < _READABLE]
    return len(small) * 20 > len(posts)


def _pieces(
    subject: Subject, group: Group, size: float, longest: tuple[float, float]
) -> list[Piece]:
    """Return a table as one piece, which never breaks; the ``longest`` name and post in em."""
    cards = [(p, subject.cards[p.id]) for p in group.places]
    rows = [(place, card) for place, card in cards if card.names]
    label = group.fixture.label.to(subject.language) or group.fixture.label.zh
    label = label[:1].upper() + label[1:]
    people = sum(len(card.names) for _, card in rows)
    count = f"{people}人" if subject.language == "zh" else f"{people} people"
    if any("head-table" in p.features for p in group.places):
        label = f"{label}（主桌）" if subject.language == "zh" else f"{label}, head table"
    step = size * 1.5 * MM_PER_PT

    def draw(sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.rect(x, y, width, _HEAD - 2.5, stroke=None, fill=LIGHT)
        middle = y + (_HEAD - 2.5) / 2
        last = sheet.text(
            x + width - 1.5, middle, count, "song", 9, align="right", upright="middle"
        )
        sheet.text(
            x + 1.5, middle, label, "hei", 11, upright="middle", max_width=width - last.width - 5
        )
        at = y + _HEAD - 1.5
        for place, card in rows:
            _row(
                sheet, Box(x, at, width, step), place, card, size, subject.language, longest
            )  # fmt: skip
            at += step
        sheet.line(x, at + 0.6, x + width, at + 0.6, width=0.12, colour=MIDDLE)

    return [Piece(_HEAD + step * len(rows) + 3.0, draw)]


def _row(
    sheet: Sheet,
    box: Box,
    place: Place,
    card: Card,
    size: float,
    language: Language,
    longest: tuple[float, float],
) -> None:
    seat = str(place.number) if place.number else ""
    small, share = size * 0.86, size / _SIZE
    number = box.x + 5 * share
    sheet.text(number, box.cy, seat, "song", small, align="right", upright="middle", colour=DARK)
    wide = (17.0 if language == "zh" else 34.0) * share
    if box.width > 80:
        wide = max(wide, min(longest[0] * size * MM_PER_PT * NARROWEST, box.width * 0.4))
    if language == "en":
        wide = min(wide, longest[0] * size * MM_PER_PT)
    spare = box.width - 15 * share - 3 - longest[1] * small * MM_PER_PT
    wide = max(wide, min(longest[0] * size * MM_PER_PT, spare))  # what the posts leave
    names: Sequence[str] = card.names
    sheet.name(
        number + 2, box.cy, "、".join(names), name_role(language), size, upright="middle",
        max_width=wide,
    )  # fmt: skip
    left = number + 2 + wide + 1
    mark = card.mark + (" " if card.mark and card.tag else "") + card.tag
    sheet.text(
        left,
        box.cy,
        mark,
        "song",
        small * 0.9,
        upright="middle",
        max_width=9 * share,
        colour=DARK,
        latin=True,
    )
    glue = "" if language == "zh" else " "
    room = max(box.right - left - 10 * share, 5.0)
    post = glue.join(card.post)
    if language == "en" and sheet.lettering.fit(post, "song", small, room).squeeze < 0.9:
        # A unit without an English name gives way to the post in English.
        english = [words for words in card.post if not any(map(is_han, words))]
        post = glue.join(english) or post
    sheet.text(
        left + 10 * share, box.cy, post, "song", small, upright="middle", max_width=room
    )  # fmt: skip
