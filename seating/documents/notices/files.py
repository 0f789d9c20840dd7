"""What the user wrote himself: paragraphs in the table, or Markdown files beside it (自拟文字)."""

from __future__ import annotations

from pathlib import Path

from seating.documents.notices.markdown import blocks_of, blocks_of_list
from seating.documents.official.model import Block
from seating.facts.book import Book
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

_ENDINGS = (".md", ".txt")


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
    if len(texts) == 1 and texts[0].endswith(_ENDINGS) and "\n" not in texts[0]:
        return blocks_of(read_text(book, texts[0], key))
    if texts:
        return blocks_of_list(texts)
    folder = book.folder or book.event.folder
    if default and folder and (Path(folder) / default).is_file():
        return blocks_of(read_text(book, default, key))
    return ()


def read_text(book: Book, name: str, key: str) -> str:
    """Return a text file of the event folder.

    Raises:
        BadInputError: it is not there, or is no UTF-8 text.
    """
    path = Path(book.folder or book.event.folder or ".") / name
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = Text(f"没有文件“{name}”。", f"there is no file {name!r}.")
    except (UnicodeDecodeError, OSError):
        message = Text(f"“{name}”不是 UTF-8 文本。", f"{name!r} is not readable UTF-8 text.")
    raise BadInputError([Fault(where=Where(file="event.toml", key=key), message=message)])
