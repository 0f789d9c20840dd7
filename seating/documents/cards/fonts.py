"""The typeface of the names, which may differ from that of all other documents (姓名字体)."""

from __future__ import annotations

import dataclasses

from seating.documents.lettering import RoleName
from seating.facts.book import Book
from seating.typography.roles import Role, role_of


def name_face(book: Book, font: str) -> tuple[Book, RoleName]:
    """Return the typeface of names, and the book with the fonts that cards are to be set in.

    Args:
        book: not changed.
        font: a role in either language (``hei``, 黑体), or a family or file that nothing else of
            the event is set in (华文新魏).
    """
    role = role_of(font)
    if role is not None:
        return book, role.value
    fonts = {**book.event.fonts, Role.TITLE_SONG.value: font}
    event = dataclasses.replace(book.event, fonts=fonts)
    return dataclasses.replace(book, event=event), "title_song"
