"""What the user wrote himself: paragraphs in the table, or Markdown files beside it (自拟文字)."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.markdown import blocks_of, blocks_of_list
from seating.documents.official.model import Block
from seating.facts.book import Book
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

_ENDINGS = (".md", ".txt")
_WHOLE = ("body", "body_en", "participants", "participants_en")


def own_blocks(
    book: Book, texts: tuple[str, ...], key: str, default: str = ""
) -> tuple[Block, ...]:
    """Return the text that the user wrote, or ``()`` if there is none.

    Args:
        book: names the event folder.
        texts: paragraphs, or the name of one Markdown file.
        key: the key of ``texts``, for messages.
        default: the file read, if it is there, when nothing is given.

    Raises:
        BadInputError: a file that was named does not exist or is no UTF-8 text.
    """
    if is_file(texts):
        return blocks_of(read_text(book, texts[0], key))
    if texts:
        return blocks_of_list(texts)
    folder = book.folder or book.event.folder
    if default and folder and (Path(folder) / default).is_file():
        return blocks_of(read_text(book, default, key))
    return ()


def is_file(texts: tuple[str, ...]) -> bool:
    """Whether a text is the name of a Markdown file."""
    return len(texts) == 1 and texts[0].endswith(_ENDINGS) and "\n" not in texts[0]


def missing_files(keys: NoticeKeys, folder: str) -> list[Fault]:
    """Return a fault for every Markdown file that is named and cannot be read."""
    named = {f"notice.{key}": getattr(keys, key) for key in _WHOLE}
    named |= {
        f"notice.text.{field.name}": getattr(keys.text, field.name)
        for field in dataclasses.fields(keys.text)
    }
    for number, part in enumerate(keys.sections, 1):
        named[f"notice.sections[{number}].text"] = part.text
        named[f"notice.sections[{number}].text_en"] = part.text_en
    for number, item in enumerate(keys.attachments, 1):
        named[f"notice.attachments[{number}].file"] = (item.file,) if item.file else ()
    if keys.change:
        named["notice.change.text"] = keys.change.text
        named["notice.change.text_en"] = keys.change.text_en
    found: list[Fault] = []
    for key, texts in named.items():
        if is_file(texts) or (texts and key.endswith(".file")):
            try:
                load(Path(folder) / texts[0], key)
            except BadInputError as bad:
                found += bad.faults
    return found


def read_text(book: Book, name: str, key: str) -> str:
    """Return a text file of the event folder.

    Raises:
        BadInputError: it is not there, or is no UTF-8 text.
    """
    return load(Path(book.folder or book.event.folder or ".") / name, key)


def load(path: Path, key: str) -> str:
    """Return a text file; ``key`` names it in messages."""
    name = path.name
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = Text(f"没有文件“{name}”。", f"there is no file {name!r}.")
    except (UnicodeDecodeError, OSError):
        message = Text(f"“{name}”不是 UTF-8 文本。", f"{name!r} is not readable UTF-8 text.")
    raise BadInputError([Fault(where=Where(file="event.toml", key=key), message=message)])
