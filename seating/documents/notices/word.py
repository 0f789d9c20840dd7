"""The notice as a Word file that can be edited, in Chinese or as an English letter (Word 稿)."""

from __future__ import annotations

from seating.documents.notices.change import announced, as_announced, changed
from seating.documents.notices.change_english import change_letter
from seating.documents.notices.english import letter
from seating.documents.notices.english_word import letter_docx
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.minutes import minutes_of
from seating.documents.notices.minutes_english import english_minutes
from seating.documents.notices.minutes_keys import Keys
from seating.documents.notices.parts_keys import ChangeKeys
from seating.documents.notices.reading import notice_of
from seating.documents.notices.whole import official
from seating.documents.official.model import Official
from seating.documents.official.word import official_docx
from seating.documents.press import file_name
from seating.documents.settings import has_table, keys_of
from seating.facts.book import Book, Printed
from seating.facts.text import Language, Text

NOTICE = Text("会议通知", "Notice of meeting")
CHANGE = Text("会议变更通知", "Notice of change")
MINUTES = Text("会议纪要", "Minutes")


def docx_files(book: Book, language: Language = "zh") -> list[Printed]:
    """Return the notice, the notice of change and the minutes, if there are any, as Word files.

    Raises:
        BadInputError: ``[notice]`` is wrong.
    """
    found: list[Printed] = []
    if "notice" in book.event.tables:
        found.append(_printed(book, language, NOTICE, notice_docx(book, language)))
    if announced(book):
        found.append(_printed(book, language, CHANGE, change_docx(book, language)))
    if has_table(book, "minutes"):
        found.append(_printed(book, language, MINUTES, minutes_docx(book, language)))
    return found


def minutes_docx(book: Book, language: Language = "zh") -> bytes:
    """Return the minutes."""
    keys = keys_of(book, "minutes", Keys)
    if language == "en":
        return letter_docx(english_minutes(book, keys), keys.date, *_about(book, language, MINUTES))
    return _chinese(book, minutes_of(book, keys), MINUTES)


def notice_docx(book: Book, language: Language = "zh") -> bytes:
    """Return the notice as it goes to everybody; the same input gives the same bytes.

    Raises:
        BadInputError: ``[notice]`` is wrong.
    """
    keys = notice_of(book)
    book = as_announced(book, keys)
    if language == "en":
        return letter_docx(letter(book, keys), keys.date, *_about(book, language, NOTICE))
    return _chinese(book, official(book, keys), NOTICE)


def change_docx(book: Book, language: Language = "zh") -> bytes:
    """Return the notice of a change.

    Raises:
        BadInputError: ``[notice]`` is wrong, or nothing has changed.
    """
    keys: NoticeKeys = notice_of(book)
    if language == "en":
        date = (keys.change or ChangeKeys()).date
        return letter_docx(change_letter(book, keys), date, *_about(book, language, CHANGE))
    return _chinese(book, changed(book, keys), CHANGE)


def _chinese(book: Book, one: Official, title: Text) -> bytes:
    return official_docx(one, *_about(book, "zh", title))


def _about(book: Book, language: Language, title: Text) -> tuple[str, str]:
    event = book.event
    name = event.title.to(language) or event.title.zh
    author = event.organiser.to(language) or event.organiser.zh
    return f"{name} {title.to(language)}".strip(), author


def _printed(book: Book, language: Language, title: Text, data: bytes) -> Printed:
    name = file_name(title.to(language).replace(" ", "-"), book.event.id)
    return Printed(name=name.removesuffix(".pdf") + ".docx", data=data)
