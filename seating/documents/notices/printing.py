"""Official documents of an event printed into one file, or a file for each reader (印制)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seating.documents.house import Press, file_name, open_press
from seating.documents.notices.keys import NoticeKeys
from seating.documents.notices.whole import Copy
from seating.documents.official.draw import draw_sides
from seating.documents.official.measures import page
from seating.documents.official.model import Side
from seating.documents.official.pages import (
    NoRoomError,
    NoTextError,
    official_sides,
    settled,
)
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import BadInputError, Fault, Where
from seating.facts.text import Text

_MOVED = Text(
    "主送机关名称过多，首页不能显示正文，已按 GB/T 9704 第7.3.2条移至版记。",
    "The addressees leave no room for text on page 1 and were moved to the imprint (7.3.2).",
)


def print_copies(
    book: Book,
    job: PrintJob,
    title: Text,
    keys: NoticeKeys,
    copies: Sequence[Copy],
    remarks: Iterable[Text],
) -> Iterator[Printed]:
    """Print copies of a document, bound in one file or, if the keys say so, one file each.

    Every copy begins on a sheet of its own; findings are told once.

    Raises:
        BadInputError: a head leaves no room for text on page 1, or an imprint is too long.
    """
    said = list(remarks)
    groups = [[copy] for copy in copies] if keys.personal_files and keys.personal else [copies]
    used: dict[str, int] = {}
    for group in groups:
        reader = group[0].reader if len(groups) > 1 or keys.personal_files else ""
        used[reader] = used.get(reader, 0) + 1
        again = f"{reader}-{used[reader]}" if used[reader] > 1 else reader
        press = open_press(book, job, title)
        _draw(press, keys, group)
        for sentence in said:
            press.remark(sentence)
        said = []
        yield press.finish(file_name(title.zh, book.event.id, again))


def _draw(press: Press, keys: NoticeKeys, copies: Sequence[Copy]) -> None:
    sheet = page(keys.layout.top, keys.layout.left)
    for number, copy in enumerate(copies):
        try:
            sides = official_sides(sheet, copy.official)
        except NoTextError as error:
            raise BadInputError([_no_text()]) from error
        except NoRoomError as error:
            raise BadInputError([_no_room()]) from error
        if settled(sheet, copy.official) != copy.official:
            press.remark(_MOVED)
        if number + 1 < len(copies) and len(sides) % 2:
            sides.append(Side())
        draw_sides(
            press, sides, bookmark=copy.reader or (copy.official.copy_number * (len(copies) > 1))
        )


def _no_text() -> Fault:
    return Fault(
        where=Where(file="event.toml", key="notice"),
        message=Text(
            "版头和标题占满首页，首页没有正文。",
            "head and title fill page 1, which must carry text.",
        ),
        advice=Text(
            "发文机关标志可只用主办机关（notice.mark），署名仍写全（notice.issuer）；或缩短标题。",
            "Name only the lead organisation in the head (notice.mark), all of them in the "
            "signature (notice.issuer), or shorten the title.",
        ),
    )


def _no_room() -> Fault:
    return Fault(
        where=Where(file="event.toml", key="notice.copies"),
        message=Text("版记放不进一面。", "the imprint does not fit on one page."),
        advice=Text("抄送、主送改用统称。", "Use collective names for those who get copies."),
    )
