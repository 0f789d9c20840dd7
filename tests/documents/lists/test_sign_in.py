"""Sheets to sign: everybody once, counts that add up, a page of its own for every desk."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest
import rich
from hypothesis import given
from hypothesis import strategies as st
from pdfcheck import edges, pages, places
from rich import made, page_words, problems, words

from seating.documents import sign_in
from seating.documents.lists.roll import HeadCount, head_count, natural
from seating.facts.book import Printed

_COUNT = re.compile(r"应到(\d+)人(?:请假(\d+)人)?(?:代会(\d+)人)?实到")


def sheets(by: str, **keys: object) -> Printed:
    (file,) = made(sign_in, rich.book({"sign_in": {"by": [by], **keys}}))
    return file


def counts(text: str) -> list[tuple[int, int, int]]:
    return [tuple(int(n or 0) for n in m.groups()) for m in _COUNT.finditer(text)]  # type: ignore[misc]


@pytest.mark.parametrize("by", ["arrival", "unit", "seat"])
def test_everybody_once_and_counts_add_up(by: str) -> None:
    book = rich.book()
    file = sheets(by)
    text = words(file)
    for person in book.people.values():
        stood_for = any(p.substitutes == person.id for p in book.people.values())
        times = rich.bearers(book, person.name) + stood_for
        assert text.count(person.name) == times, person.name
    *groups, total = counts(text)
    assert total == tuple(sum(group[i] for group in groups) for i in range(3))
    assert total == (70, 2, 1)
    assert problems(file) == []


def test_every_desk_begins_on_a_page_of_its_own() -> None:
    book = rich.book()
    pages = page_words(sheets("arrival"))
    desks = sorted({p.arrival for p in book.people.values()}, key=natural)
    assert desks == ["1号台", "2号台", "6号台", "11号台", "贵宾室"]
    starts = [n for n, page in enumerate(pages) if "签到表" + "1号台" in page or "时间：" in page]
    assert len(starts) == len(desks)
    for desk, start in zip(desks, starts, strict=True):
        assert pages[start].startswith(f"全市高质量发展大会签到表{desk}时间：2026年12月8日9:00")
        assert f"{desk}应到" in pages[start]
    assert "（续）" not in pages[starts[0]]


def test_leaders_come_by_precedence_whatever_their_unit() -> None:
    page = page_words(sheets("arrival"))[-1]
    spots = [page.index(name) for name in ("高志远", "林静", "欧阳建国", "赵堃", "马文斌")]
    assert spots == sorted(spots)


def test_heads_stand_on_every_page() -> None:
    pages = page_words(sheets("unit"))
    assert len(pages) > 2
    assert all("序号姓名职务座位签名备注" in page for page in pages)


def test_seats_come_row_by_row() -> None:
    text = words(sheets("seat"))
    rows = [text.index(f"会场第{n}排应到") for n in (1, 2, 3)]
    assert text.index("主席台应到9人") < rows[0] < rows[1] < rows[2]
    assert text.index("没有座位的人员应到2人请假2人") > rows[2]
    first = text[rows[0] : rows[1]]
    numbers = [int(n) for n in re.findall(r"1排(\d+)座", first)]
    assert numbers == sorted(numbers)
    assert numbers


def test_absent_people_are_marked_put_last_or_left_out() -> None:
    marked, end, omitted = (sheets("unit", absent=a) for a in ("marked", "end", "omitted"))
    assert words(marked).count("请假") - len(re.findall(r"请假\d", words(marked))) == 2
    assert words(end).index("缺席人") > words(end).index("请假人员2人")
    assert "缺席人" not in words(omitted)
    for file in (marked, end, omitted):
        assert counts(words(file))[-1] == (70, 2, 1)
        assert problems(file) == []


def test_telephones_only_on_request() -> None:
    assert "0000-1" not in words(sheets("unit"))
    file = sheets("unit", phone=True, sign=["报到", "上午", "下午"])
    text = words(file)
    assert text.count("0000-1") == 12
    assert "电话报到上午下午备注" in text
    assert problems(file) == []


@pytest.mark.parametrize("job", [{"language": "en"}, {"paper": "A3"}, {"mono": True}])
@pytest.mark.parametrize("by", ["arrival", "seat"])
def test_clean(by: str, job: dict[str, object]) -> None:
    (file,) = made(sign_in, rich.book({"sign_in": {"by": [by]}}), **job)
    assert problems(file) == []


def test_without_desks_it_is_by_unit_and_only_when_asked_for() -> None:
    import books

    plain = books.book(count=20)
    assert not sign_in.wanted(plain)
    assert sign_in.wanted(rich.book())
    (file,) = made(sign_in, plain)
    assert file.name == "签到表-按单位_test.pdf"


def test_people_without_a_desk_are_told_of() -> None:
    from dataclasses import replace

    book = rich.book(change=lambda p: replace(p, arrival="") if p.id == "p0004" else p)
    (file,) = made(sign_in, book)
    assert file.findings == ("1人没有写签到组，列在最后。",)
    assert "未分签到组" in words(file)


def test_same_bytes_however_the_book_is_built() -> None:
    (one,), (two,) = (made(sign_in, rich.book(shuffle=n)) for n in (0, 5))
    assert one.data == two.data


def test_a_substitute_fills_the_place_of_the_absent() -> None:
    book = rich.book()
    assert head_count(book, book.people.values()) == HeadCount(due=70, leave=2, substitutes=1)
    assert head_count(book, book.people.values()).coming == 69


@given(st.lists(st.sampled_from(["1号车", "2号车", "10号车", "来宾车", "B2", "B10"]), unique=True))
def test_numbers_in_names_sort_by_value(names: list[str]) -> None:
    order = ["1号车", "2号车", "10号车", "B2", "B10", "来宾车"]
    assert sorted(names, key=natural) == [name for name in order if name in names]


@pytest.mark.parametrize("job", [{}, {"language": "en"}, {"paper": "A5"}])
def test_there_is_room_to_sign(job: dict[str, object]) -> None:
    (file,) = made(sign_in, rich.book({"sign_in": {"by": ["arrival"]}}), **job)
    page = pdfium.PdfDocument(file.data)[0]
    word = "Signature" if job.get("language") == "en" else "签名"
    head = places(pages(file.data)[0], word)[0]
    upright = {e[0] for e in edges(page) if e[2] - e[0] < 0.1 and e[1] - 1 < head.top < e[3] + 1}
    left = max(x for x in upright if x < head.left)
    right = min(x for x in upright if x > head.right)
    assert right - left > (25 if job.get("paper") == "A5" else 39.9)
