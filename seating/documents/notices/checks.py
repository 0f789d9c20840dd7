"""What an official notice may not say: number, secrecy, copy number, margins (通知要素检查)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from seating.documents.notices.keys import SECRECY, NoticeKeys
from seating.documents.official.measures import MarginError, check_margin
from seating.facts.fault import Fault, Where
from seating.facts.text import NOTHING, Text

_NUMBER = re.compile(r"(?P<code>[^\W\d_]*)〔(?P<year>\d{4})〕(?P<serial>[1-9]\d*)号")
_SECRECY = re.compile(rf"({'|'.join(SECRECY)})(?:★(.+))?")
_TERM = re.compile(r"([1-9]\d?)(年|个月|日)|长期")
_MOST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}
_COPIES = re.compile(r"(\d{3,6})(?:\s*[-－—–~～至]\s*(\d{3,6}))?")
_MOST_COPIES = 1000
_ADVICE = Text("写法如“清办〔2026〕3号”。", "Write it like 清办〔2026〕3号.")


def number_faults(number: str) -> list[Text]:
    """Say what is wrong with a document number (发文字号, 7.2.5); empty = nothing."""
    if _NUMBER.fullmatch(number):
        return []
    found: list[Text] = []
    if re.search(r"[\[\]［］【】()（）]", number):
        found.append(
            Text("年份应加六角括号〔〕。", "the year stands in 〔〕, not in other brackets.")
        )
    year = re.search(r"[〔\[［【(（](\d+)", number)
    if year and len(year[1]) != 4:
        found.append(Text("年份应标全称（四位）。", "the year needs all four digits."))
    if "第" in number:
        found.append(Text("序号前不加“第”。", "no 第 before the serial number."))
    if re.search(r"[〕\]］】)）]第?0\d*", number):
        found.append(Text("序号不编虚位（1不编为01）。", "no zeros before the serial number."))
    if not number.endswith("号"):
        found.append(Text("末尾应有“号”。", "it ends with 号."))
    return found or [Text("不合发文字号的写法。", "this is no document number.")]


def number_year(number: str) -> int | None:
    """Return the year of a document number."""
    found = _NUMBER.fullmatch(number)
    return int(found["year"]) if found else None


def secrecy_faults(words: str, term: str) -> list[Text]:
    """Say what is wrong with secrecy and its term (密级和保密期限, 7.2.2)."""
    found = _SECRECY.fullmatch(words)
    if not found:
        return [Text(f"密级为{'、'.join(SECRECY)}之一。", f"one of {', '.join(SECRECY)}.")]
    if found[2] and term and found[2] != term:
        return [Text("期限写了两处且不一致。", "two different terms are given.")]
    term = term or found[2] or ""
    if not term:
        return []
    length = _TERM.fullmatch(term)
    if not length:
        return [Text("期限写如 1年、6个月、长期。", "write the term like 1年, 6个月 or 长期.")]
    if length[2] == "年" and int(length[1]) > _MOST_YEARS[found[1]]:
        most = _MOST_YEARS[found[1]]
        return [
            Text(f"{found[1]}级的期限不超过{most}年。", f"{found[1]} lasts at most {most} years.")
        ]
    return []


def secrecy_words(classification: str, term: str) -> str:
    """Return secrecy and term as printed: 机密★1年."""
    level, _, own = classification.partition("★")
    term = term or own
    return f"{level}★{term}" if level and term else level


def copy_numbers(written: str) -> tuple[str, ...]:
    """Return every copy number: of ``000001-000003`` three, of ``""`` none.

    Raises:
        ValueError: it is neither a number of 3 to 6 digits nor a run of such.
    """
    found = _COPIES.fullmatch(written)
    if not written:
        return ()
    if not found:
        raise ValueError(written)
    first, last = found[1], found[2] or found[1]
    low, high = int(first), int(last)
    if len(first) != len(last) or not low <= high < low + _MOST_COPIES:
        raise ValueError(written)
    return tuple(f"{number:0{len(first)}d}" for number in range(low, high + 1))


def check_words(raw: Mapping[str, Any]) -> list[Fault]:
    """Check the wording of single keys; kinds of values have been checked already."""
    return list(_faults({k: v.strip() if isinstance(v, str) else v for k, v in raw.items()}))


def _faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _number_faults(raw)
    secrecy, term = raw.get("classification", ""), raw.get("term", "")
    if isinstance(secrecy, str) and isinstance(term, str):
        if secrecy:
            for message in secrecy_faults(secrecy, term):
                yield _fault("notice.classification", _quote(secrecy, message))
        elif term and not _TERM.fullmatch(term):
            advice = Text("写如 1年、6个月、长期。", "Write 1年, 6个月 or 长期.")
            yield _fault("notice.term", _quote(term, Text("不是期限。", "no term.")), advice)
    copy = raw.get("copy_number", "")
    if isinstance(copy, str):
        try:
            copy_numbers(copy)
        except ValueError:
            yield _fault(
                "notice.copy_number",
                _quote(copy, Text("份号为3至6位数字。", "3 to 6 digits.")),
                Text(
                    f"一般用6位，如 000001；多份写首尾，如 000001-000050，至多{_MOST_COPIES}份。",
                    f"Usually six: 000001; a run 000001-000050 has at most {_MOST_COPIES} copies.",
                ),
            )
    if raw.get("format") == "letter" and raw.get("signer"):
        yield _fault(
            "notice.signer",
            Text("上行文不用信函格式。", "documents to a superior are not letters."),
            Text(
                '去掉 signer，或改用 format = "document"。',
                'Leave out signer, or set format = "document".',
            ),
        )
    yield from _margin_faults(raw.get("layout"))


def check_days(keys: NoticeKeys) -> list[Fault]:
    """Check what single keys cannot show: the order of days, a correction that says nothing."""
    found = []
    if keys.print_date and keys.print_date < keys.date:
        found.append(
            _fault(
                "notice.print_date",
                Text("印发日期早于成文日期。", "it was printed before it was issued."),
            )
        )
    change = keys.change
    if change and change.date and change.date < keys.date:
        found.append(
            _fault(
                "notice.change.date",
                Text("早于原通知的成文日期。", "earlier than the notice that it changes."),
            )
        )
    if change and change.kind == "更正" and not change.text:
        found.append(
            _fault(
                "notice.change.text",
                Text("更正通知要写明更正什么。", "a correction must say what is corrected."),
                Text("写如：“附件1中的……应为……”。", "Write e.g.: 附件1中的……应为……."),
            )
        )
    return found


def _number_faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    change = raw.get("change")
    own = change.get("number") if isinstance(change, Mapping) else ""
    for key, number in (
        ("notice.number", raw.get("number")),
        ("notice.superseded_by", raw.get("superseded_by")),
        ("notice.change.number", own),
    ):
        if isinstance(number, str) and number.strip():
            for message in number_faults(number.strip()):
                yield _fault(key, _quote(number, message), _ADVICE)


def _margin_faults(layout: object) -> Iterator[Fault]:
    margins = layout if isinstance(layout, Mapping) else {}
    for name in ("top", "left"):
        mm = margins.get(name)
        if isinstance(mm, int | float) and not isinstance(mm, bool):
            try:
                check_margin(name, float(mm))
            except MarginError as error:
                limits = str(error).partition(": ")[2]
                yield _fault(
                    f"notice.layout.{name}",
                    Text(f"{mm:g} mm 超出标准。", f"{mm:g} mm is outside the standard."),
                    Text(f"GB/T 9704：{limits}。", f"GB/T 9704: {limits}."),
                )


def _quote(words: str, message: Text) -> Text:
    return Text(f"“{words}”：{message.zh}", f"{words!r}: {message.en}")


def _fault(key: str, message: Text, advice: Text = NOTHING) -> Fault:
    return Fault(where=Where(file="event.toml", key=key), message=message, advice=advice)
