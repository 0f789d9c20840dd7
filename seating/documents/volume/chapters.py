"""The chapters that a handbook draws itself (参会须知、议程、分组、联系、位置图)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from seating.documents.flow import Piece, pour
from seating.documents.lists.roll import group_said, groups_of_people
from seating.documents.notices.body import REQUIREMENTS
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.reading import read_notice
from seating.documents.paper import Box, Paper
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.documents.tables import Column, Table
from seating.documents.volume.keys import CHAPTERS, Keys
from seating.documents.volume.text import (
    body_role,
    chapter_title,
    heading_piece,
    name_pieces,
    numbered,
    paragraph_pieces,
    space,
)
from seating.documents.words import name_of, name_role, title_of, unit_of
from seating.facts.book import Book
from seating.facts.text import Language, Text

MARGIN = 25.0
"""Free edge of the pages of text, in mm."""


class Chapters:
    """Draws one chapter after another into a press of their own."""

    def __init__(self, book: Book, press: Press, keys: Keys, paper: Paper) -> None:
        self.book = book
        self.press = press
        self.keys = keys
        self.paper = paper
        self.language: Language = press.language
        table = book.event.tables.get("notice")
        self.notice: NoticeKeys | None = read_notice(table, {}) if table else None

    def say(self, zh: str, en: str) -> str:
        """Return the words in the language of the handbook."""
        return Text(zh, en).to(self.language)

    def draw(self, chapter: str) -> bool:
        """Draw a chapter; ``False`` if there is no matter for it."""
        makers: dict[str, Callable[[], bool]] = {
            "rules": self.rules,
            "agenda": self.agenda,
            "groups": self.groups,
            "contacts": self.contacts,
            "map": self.map,
            "participants": self.participants,
        }
        return chapter in makers and makers[chapter]()

    def begin(self, chapter: str) -> Callable[[], tuple[Sheet, Box]]:
        """Return what starts each page of a chapter; the first carries its title."""
        first = True

        def page() -> tuple[Sheet, Box]:
            nonlocal first
            sheet = self.press.page(self.paper, margin=MARGIN)
            area = sheet.body
            if first:
                area = chapter_title(sheet, CHAPTERS[chapter].to(self.language))
            first = False
            return sheet, area

        return page

    def rules(self) -> bool:
        """Notice to participants: the user's words, or the requirements of the notice."""
        zh = self.language == "zh"
        own = self.keys.rules if zh else self.keys.rules_en
        items = [("", text) for text in own]
        if not items and self.notice is not None:
            needs = self.notice.requirements
            for name, label in REQUIREMENTS.items():
                text: str = getattr(needs, name if zh else f"{name}_en")
                if text:
                    items.append((label.to(self.language), text))
            items += [("", text) for text in (needs.other if zh else needs.other_en)]
        if not items:
            return False
        width = self.paper.width - 2 * MARGIN
        pieces: list[Piece] = []
        for words in numbered(items, self.language):
            pieces += paragraph_pieces(self.press.lettering, words, width, self.language)
            if not zh:
                pieces.append(space(2))
        pour(pieces, self.begin("rules"))
        return True

    def agenda(self) -> bool:
        """Agenda: when, what, who."""
        items = self.notice.agenda if self.notice is not None else ()
        if not items:
            return False
        rows = [
            (
                item.time.replace("—", "–") if self.language == "en" else item.time,
                (item.text_en or item.text) if self.language == "en" else item.text,
                item.who if self.language == "zh" else "",
            )
            for item in items
        ]
        heads = self.say("时间|议程|主持、发言", "Time|Item|Who").split("|")
        self._table("agenda", heads, rows, grow=1)
        return True

    def groups(self) -> bool:
        """Who belongs to which group, if people are divided into two or more."""
        groups = groups_of_people(self.book)
        if len(groups) < 2:
            return False
        width = self.paper.width - 2 * MARGIN
        pieces: list[Piece] = []
        for name, people in groups.items():
            name = group_said(self.book, name, self.language)
            head = self.say(f"{name}（{len(people)}人）", f"{name} ({len(people)})")
            pieces.append(heading_piece(head, self.language))
            names = [name_of(p, self.language) for p in people]
            rows = name_pieces(self.press.lettering, names, width, self.language)
            again = heading_piece(self.say(f"{name}（续）", f"{name} (continued)"), self.language)
            pieces += [rows[0], *(replace(row, again=again) for row in rows[1:])]
            pieces.append(space(3))
        pour(pieces, self.begin("groups"))
        return True

    def contacts(self) -> bool:
        """Duty and contacts: the tasks with who answers for each, then the notice's contacts."""
        zh = self.language == "zh"
        rows = [
            (d.task, d.who, d.phone) if zh else (d.task_en or d.task, d.who_en or d.who, d.phone)
            for d in self.keys.duty
        ]
        label = self.say("会务联系", "Secretariat")
        contacts = self.notice.contact if self.notice is not None else ()
        known = [(row[1], row[2]) for row in rows]
        for contact in contacts:
            who = (contact.name if zh else contact.name_en or contact.name) or contact.text
            # 市委办公室综合科　陈爱玲 with the same telephone is the same contact
            if not any(who in one and phone == contact.phone for one, phone in known):
                rows.append((label, who, contact.phone))
        if not rows:
            return False
        heads = self.say("事项|负责单位或人员|电话", "For|Who|Telephone").split("|")
        self._table("contacts", heads, rows, grow=1)
        return True

    def map(self) -> bool:
        """A map on a page of its own, if a picture is given."""
        data = picture(self.book, self.keys.map)
        if data is None:
            return False
        sheet, area = self.begin("map")()
        place = self.book.event.place.to(self.language)
        if place:
            sheet.text(
                area.cx, area.y, place, name_role(self.language), 14,
                align="centre", upright="top", max_width=area.width,
            )  # fmt: skip
        sheet.picture(Box(area.x, area.y + 9, area.width, area.height - 9), data)
        return True

    def participants(self) -> bool:
        """Everybody by unit with post, where no other document lists them."""
        people = [self.book.people[i] for i in self.book.order]
        rows = [
            (
                str(number),
                name_of(person, self.language),
                unit_of(self.book, person.unit, self.language),
                title_of(person, self.language),
            )
            for number, person in enumerate((p for p in people if not p.absent), 1)
        ]
        if not rows:
            return False
        heads = self.say("序号|姓名|单位|职务", "No|Name|Unit|Post").split("|")
        self._table("participants", heads, rows, grow=3, dense=True)
        return True

    def _table(
        self,
        chapter: str,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        grow: int,
        *,
        dense: bool = False,
    ) -> None:
        rows = list(rows)
        shown = [i for i in range(len(heads)) if any(row[i] for row in rows)]
        role = body_role(self.language)
        columns = [
            Column(heads[i], align="left" if i == grow else "centre", role=role, grow=i == grow)
            for i in shown
        ]
        table = Table(
            columns,
            [[row[i] for i in shown] for row in rows],
            size=10.5 if dense else 12,
            row_height=6.8 if dense else 10,
            zebra=False,
        )
        table.draw(self.press.lettering, self.begin(chapter))


def picture(book: Book, name: str) -> bytes | None:
    """Return the bytes of a picture of the event folder, ``None`` if none is named or there."""
    if not name:
        return None
    path = Path(book.folder or book.event.folder or ".") / name
    return path.read_bytes() if path.is_file() else None
