"""Single cells of the roster → values: text, ranks, yes/no, dates (名册单元格)."""

from __future__ import annotations

import datetime as dt

from seating.facts.fault import Fault
from seating.facts.people import ROLE_NAMES
from seating.facts.text import NOTHING, Text
from seating.reading.dates import NoSuchDateError, partial_date
from seating.reading.ranks import Ranks
from seating.reading.table import Record
from seating.reading.words import clean, code, did_you_mean, key, parts, person_name

_ROLE_WORDS: dict[str, tuple[str, ...]] = {
    "moderator": ("主持", "会议主持", "chair", "host of the meeting", "mc"),
    "speaker": ("发言", "报告人", "主讲人", "演讲人", "讲话人", "交流发言", "讲话", "致辞"),
    "interpreter": ("译员", "口译", "翻译人员", "translator"),
    "recorder": (
        "记录人",
        "记录员",
        "会议记录",
        "记录人员",
        "速记",
        "速记员",
        "recorder",
        "note taker",
    ),
    "attendee": ("列席", "列席者", "observer"),
    "staff": ("会务", "会务人员", "服务人员", "工作人员"),
    "companion": ("陪同人员", "陪员"),
    "presenter": ("颁奖", "颁奖嘉宾"),
    "recipient": ("领奖", "获奖人", "获奖者"),
    "signer": ("签字", "签约人", "签字代表", "签约代表", "签署人"),
    "assistant": ("助签", "助签员"),
    "driver": ("驾驶员",),
}
_YES = (
    "是 请假 已请假 缺席 不参加 不出席 不到会 未到 病假 事假 公假 出差 absent yes y true 1 √ ✓ ✔ ☑"
)
_NO = "否 不请假 未请假 参加 出席 到会 正常 present no n false 0 无 - — ☐"
_GENDERS = {
    "male": "男 男性 male m 先生 mr mr.",
    "female": "女 女性 female f 女士 ms ms. mrs mrs.",
}
_SIDES = {"host": "主 主方 东道主 host", "guest": "客 客方 来宾 guest"}


def _table(words: dict[str, str]) -> dict[str, str]:
    return {key(word): value for value, line in words.items() for word in line.split()}


_ROLES = {
    key(word): role
    for role, titles in ROLE_NAMES.items()
    for word in (role, *titles, *_ROLE_WORDS.get(role, ()))
}
_FLAGS = _table({"yes": _YES, "no": _NO})
_GENDER_WORDS = _table(_GENDERS)
_SIDE_WORDS = _table(_SIDES)


def role_of(word: str) -> str:
    """Return the role that a word means, or the user's own word as it is."""
    return _ROLES.get(key(word), word)


def side_of(word: str) -> str:
    """Return the side that a word means, or the name of another party as it is."""
    return _SIDE_WORDS.get(key(word), word)


class Cells:
    """Reads the cells of one row and collects what is wrong with them."""

    def __init__(self, record: Record, faults: list[Fault]) -> None:
        self.record = record
        self.faults = faults

    def text(self, field: str) -> str:
        """Return a text; numbers are written out, dates are refused."""
        value = self.record.cells.get(field)
        if isinstance(value, dt.date | dt.time):
            self._fault(
                field,
                Text(f"被存成了日期（{value}）。", f"was turned into a date ({value})."),
                Text(
                    "请把单元格格式设为“文本”后重填。", "Format the cell as text and enter it anew."
                ),
            )
            return ""
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            value = int(value)
        return clean(str(value)) if value is not None else ""

    def id(self, field: str) -> str:
        """Return an id in ordinary letters and digits."""
        return code(self.text(field))

    def name(self, field: str) -> str:
        """Return a person's name with its own characters."""
        return person_name(self.text(field))

    def several(self, field: str) -> tuple[str, ...]:
        """Return the words of a cell that holds several."""
        value = self.record.cells.get(field)
        return parts(value) if isinstance(value, str) else parts(self.text(field))

    def roles(self, field: str) -> frozenset[str]:
        """Return the roles; the user's own words are kept, with a doubt."""
        roles = set()
        for word in self.several(field):
            if key(word) not in _ROLES:
                self._doubt(
                    field,
                    Text(
                        f"身份“{word}”不在词表中，照原样保留。", f"role {word!r} is kept as it is."
                    ),
                    did_you_mean(word, _ROLE_TITLES),
                )
            roles.add(role_of(word))
        return frozenset(roles)

    def yes(self, field: str) -> bool:
        """Return whether a cell says yes; an empty one says no."""
        value = self.record.cells.get(field)
        word = "1" if value is True or value == 1 else self.text(field)
        word = "0" if value is False or value == 0 else word
        return (
            self._choice(field, word, _FLAGS, Text("是、否、请假、√", "yes, no, absent, 1, 0"))
            == "yes"
        )

    def gender(self, field: str) -> str:
        """Return ``male``, ``female`` or nothing."""
        return self._choice(
            field, self.text(field), _GENDER_WORDS, Text("男、女", "male, female, m, f")
        )

    def side(self, field: str) -> str:
        """Return ``host``, ``guest`` or the name of another party."""
        return side_of(self.text(field))

    def whole(self, field: str, what: Text) -> int | None:
        """Return a whole number from 1 on."""
        value = self.record.cells.get(field)
        if value is None:
            return None
        number = _whole(value)
        if number is None or number < 1:
            self._wrong(field, what)
            return None
        return number

    def rank(self, field: str, ranks: Ranks) -> int | None:
        """Return a rank given as a number or as a word of the rank table."""
        value = self.record.cells.get(field)
        if value is None:
            return None
        number = _whole(value)
        if number is None and isinstance(value, str):
            number = ranks.number(value)
        if number is not None and number >= 1:
            return number
        guess = ranks.near(value) if isinstance(value, str) else ""
        self._wrong(
            field,
            Text(
                (f"是不是“{guess}”？" if guess else "")
                + "应为1起的整数（1最高），或“正厅级”一类的词。",
                (f"Did you mean {guess!r}? " if guess else "")
                + "Expected a whole number from 1 (the highest) or a word of the rank table.",
            ),
        )
        return None

    def date(self, field: str) -> str:
        """Return a date as text that sorts: ``2019``, ``2019-03``, ``2019-03-01``."""
        value = self.record.cells.get(field)
        if isinstance(value, dt.datetime):
            value = value.date()
        if isinstance(value, dt.date):
            return value.isoformat()
        wanted = Text("应为日期，如 2019-03 或 2019年3月1日。", "Expected a date such as 2019-03.")
        if isinstance(value, int) and 20000 < value < 60000:
            wanted = Text("请把单元格格式设为“日期”。", "Format the cell as a date.")
        try:
            found = partial_date(_plain(value)) if value is not None else ""
        except NoSuchDateError:
            self._wrong(field, Text("没有这个日期，请核对。", "There is no such date."))
            return ""
        if found is None:
            self._wrong(field, wanted)
            return ""
        if isinstance(value, float) and found.endswith("-01"):
            self._doubt(
                field,
                Text(
                    f"数字 {value} 按1月读入；如为10月，请写成 {found[:4]}-10。",
                    f"the number {value} was read as January; for October write {found[:4]}-10.",
                ),
            )
        return found

    def _choice(self, field: str, word: str, known: dict[str, str], wanted: Text) -> str:
        if not word:
            return ""
        if key(word) not in known:
            self._wrong(field, Text(f"可写：{wanted.zh}。", f"Accepted: {wanted.en}."))
            return ""
        return known[key(word)]

    def _wrong(self, field: str, advice: Text) -> None:
        shown = clean(str(self.record.cells.get(field)))[:40]
        self._fault(field, Text(f"写的是“{shown}”。", f"is {shown!r}."), advice)

    def _fault(self, field: str, message: Text, advice: Text) -> None:
        where = self.record.where(field)
        self.faults.append(Fault(where=where, message=message, advice=advice))

    def _doubt(self, field: str, message: Text, advice: Text = NOTHING) -> None:
        where = self.record.where(field)
        self.faults.append(Fault(where=where, message=message, advice=advice, severity="doubt"))


_ROLE_TITLES = [title for titles in ROLE_NAMES.values() for title in titles]


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, int):
        return value
    word = code(value) if isinstance(value, str) else ""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else None


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
