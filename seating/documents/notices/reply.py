"""The reply slip that goes with a notice, to be filled in by hand (参会回执)."""

from __future__ import annotations

from seating.documents.notices.keys import NoticeKeys
from seating.documents.official.model import Attachment, Paragraph, Span, Table
from seating.facts.book import Book
from seating.facts.text import Language, Text

_ALWAYS = ("name", "gender", "nation", "post", "phone")
_COLUMNS: dict[str, tuple[Text, float]] = {
    "name": (Text("姓名", "Name"), 19),
    "gender": (Text("性别", "Sex"), 11),
    "nation": (Text("民族", "Nationality"), 13),
    "post": (Text("职务", "Post"), 34),
    "phone": (Text("手机号码", "Telephone"), 29),
    "room": (Text("是否住宿", "Room needed"), 20),
    "plate": (Text("车牌号", "Car plate"), 22),
    "note": (Text("备注", "Remarks"), 18),
}
_ENGLISH = ("name", "post", "unit", "phone", "room", "plate", "note")
_UNIT = (Text("单位", "Unit"), 28.0)
_ROWS, _ROWS_LYING = 10, 8
WIDE = 9
"""A slip of more columns than this lies on its side."""


def _wanted(keys: NoticeKeys, language: Language) -> list[tuple[Text, float]]:
    """Return the columns: rooms and cars are asked for where the requirements speak of them."""
    asked = keys.requirements
    used = {"room": asked.lodging or asked.lodging_en, "plate": asked.parking or asked.parking_en}
    names = (*_ALWAYS, "room", "plate", "note") if language == "zh" else _ENGLISH
    columns = {**_COLUMNS, "unit": _UNIT}
    return [columns[name] for name in names if used.get(name, "yes")]


def reply_table(keys: NoticeKeys, language: Language) -> Table:
    """Return the empty table; every cell is one line of the page's grid high."""
    own = keys.reply_columns if language == "zh" else keys.reply_columns_en
    if own:
        head, weights = own, tuple(14.0 + 5 * len(c) for c in own)
    else:
        columns = _wanted(keys, language)
        head = tuple(title.to(language) for title, _ in columns)
        weights = tuple(share for _, share in columns)
    blank = ("",) * len(head)
    rows = keys.reply_rows or (_ROWS_LYING if len(head) > WIDE else _ROWS)
    return Table(head, (blank,) * rows, weights)


def reply_sentence(keys: NoticeKeys, language: Language) -> str:
    """Say by when and where to the slip is sent back, or ``""``."""
    by, to = keys.reply_by, keys.reply_to
    if language == "zh":
        until, target = (f"于{by}前" if by else ""), (f"报送至{to}" if to else "反馈")
        return f"请{until}{target}。" if by or to else ""
    parts = (f"by {by}" if by.isascii() and by else "", f"to {to}" if to.isascii() and to else "")
    said = " ".join(filter(None, parts))
    return f"Please return this slip {said}." if said else ""


def reply_slip(book: Book, keys: NoticeKeys) -> Attachment:
    """Return the Chinese slip as an attachment."""
    until = reply_sentence(keys, "zh")
    table = reply_table(keys, "zh")
    return Attachment(
        f"{book.event.title.zh}参会回执",
        (
            *([Paragraph((Span(until),))] if until else []),
            Paragraph((Span("单位（盖章）："),), indent=0),
            table,
        ),
        landscape=len(table.head) > WIDE,
    )
