"""GB/T 9704-2012 as rules: measures, columns, title shapes, page breaks (no PDF)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.documents.official.closing import closing, plain_columns, sealed_columns
from seating.documents.official.head import head, mark_size
from seating.documents.official.measures import MM, MarginError, measure, page, values
from seating.documents.official.model import (
    Attachment,
    Imprint,
    Official,
    Paragraph,
    Side,
    Span,
    Table,
    Words,
    cells_of,
)
from seating.documents.official.pages import NoRoomError, NoTextError, official_sides
from seating.documents.official.text import attachment_note, paragraph_rows
from seating.documents.official.title import shape, turn, words_of

NO_START = "，。、；：？！）》〉」』】〕”’…—"
NO_END = "（《〈「『【〔“‘"
DAY = dt.date(2025, 10, 12)
TEXT = (
    "为深入学习贯彻会议精神，总结今年工作，安排“十五五”开局之年（2026年）重点任务，"
    "现将有关事项通知如下："
)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def official(**changes: object) -> Official:
    given: dict[str, object] = {
        "marks": ("中共清江市委办公室",), "suffix": "文件", "number": "清办〔2026〕3号",
        "title": ("关于召开会议的通知",), "addressees": ("各单位",),
        "body": (paragraph(TEXT),), "issuers": ("中共清江市委办公室",), "date": DAY,
    }  # fmt: skip
    return Official(**(given | changes))  # type: ignore[arg-type]


def lines(side: Side, sizes: tuple[float, ...] = (15.75,)) -> list[str]:
    """Return the text of a side, line by line."""
    rows: dict[float, list[Words]] = {}
    for word in side.words:
        if word.size in sizes:
            rows.setdefault(round(word.top, 2), []).append(word)
    left = {"left": 0.0, "centre": 0.5}
    return [
        "".join(w.text for w in sorted(rows[y], key=lambda w: w.x - left[w.align] * w.room))
        for y in sorted(rows)
    ]


def test_case_72_page() -> None:
    sheet = page()
    assert (sheet.top, sheet.left, sheet.right, sheet.bottom) == (37, 28, 184, 262)
    assert sheet.top + measure("mark.drop") == 72
    assert sheet.bottom + measure("page_number.drop") == 269


@pytest.mark.parametrize(("name", "mm"), [("top", 36), ("top", 38), ("left", 27), ("left", 29)])
def test_case_73_margins_within_1_mm(name: str, mm: float) -> None:
    assert getattr(page(**{name: mm}), name) == mm


@pytest.mark.parametrize(
    ("name", "mm"), [("top", 38.5), ("top", 35.9), ("left", 26.9), ("left", 30)]
)
def test_case_73_margins_refused(name: str, mm: float) -> None:
    with pytest.raises(MarginError):
        page(**{name: mm})


def test_case_74_pitch() -> None:
    sheet = page()
    assert sheet.cell / MM == pytest.approx(15.79, abs=0.005)
    assert sheet.line / MM == pytest.approx(28.99, abs=0.005)


def test_every_value_has_a_source() -> None:
    assert len(values()) > 40
    assert all(value.source for value in values().values())


def test_case_78_plain() -> None:
    name, date = plain_columns(4, cells_of("2025年10月12日"))
    assert (name + 1, name + 4) == (18, 21)
    assert (date + 1, date + 7) == (20, 26)


def test_plain_issuer_longer_than_date() -> None:
    name, date = plain_columns(10, 7)
    assert name + 10 == 26
    assert date == name + 2


def test_case_79_sealed() -> None:
    date_cells = cells_of("2025年1月8日")
    name, date = sealed_columns(10, date_cells)
    assert date + date_cells == 24
    assert (name + 1, name + 10) == (17, 26)


def test_sealed_long_issuer_stays_inside() -> None:
    name, date = sealed_columns(20, 7)
    assert name + 20 == 26
    assert date + 3.5 == name + 10


@pytest.mark.parametrize("count", range(1, 8))
def test_joint_seals_do_not_touch(count: int) -> None:
    sheet = page()
    names = tuple(f"清江市第{n}局" for n in "一二三四五六七"[:count])
    rows = closing(sheet, official(issuers=names))
    centres = [
        (word.x + word.fill / 2, index * sheet.line)
        for index, row in enumerate(rows)
        for word in row.words
        if word.text.startswith("清江")
    ]
    assert len(centres) == count
    diameter = measure("closing.seal_diameter")
    for i, (x, y) in enumerate(centres):
        assert sheet.left <= x - diameter / 2
        assert x + diameter / 2 <= sheet.right
        for x2, y2 in centres[:i]:
            assert (x - x2) ** 2 + (y - y2) ** 2 > diameter**2


def test_case_83_attachments() -> None:
    sheet = page()
    rows = attachment_note(sheet, ("会议议程", "参会回执。"))
    assert rows[0].blank
    first, second = rows[1].words, rows[2].words
    assert [w.text for w in first] == ["附件：", "1.", "会议议程"]
    assert [w.text for w in second] == ["2.", "参会回执"]
    assert first[1].x == second[0].x
    assert first[2].x == second[1].x
    assert first[0].x == pytest.approx(sheet.cell_left(2), abs=0.05)


def test_long_attachment_name_wraps_below_itself() -> None:
    sheet = page()
    rows = attachment_note(
        sheet, ("参会人员住宿乘车就餐以及会议期间有关生活服务事项安排一览表", "回执")
    )
    assert rows[2].words[0].x == pytest.approx(rows[1].words[2].x, abs=0.01)


@pytest.mark.parametrize(
    "title",
    [
        "中共清江市委办公室关于召开全市办公室工作会议的通知",
        "中共清江市委办公室清江市人民政府办公室关于召开2026年全市经济工作会议暨高质量发展大会的通知",
        "关于组织参加第十二届清江国际乡村振兴论坛开幕式及有关活动的通知",
        "清江市教育局关于举办张三丰同志先进事迹报告会的通知",
    ],
)
def test_title_shapes(title: str) -> None:
    found = turn(title, ["清江市人民政府", "张三丰"])
    assert "".join(found) == title
    lengths = [cells_of(line) for line in found]
    assert shape(lengths)
    assert min(lengths) >= 4
    assert max(lengths) <= 19
    for line, after in pairwise(found):
        assert not line[-1].isdigit() or not after[0].isdigit()
    assert any("张三丰" in line for line in found) == ("张三丰" in title)
    assert any("2026年" in line for line in found) == ("2026年" in title)


def test_title_keeps_the_writers_lines() -> None:
    assert turn("关于召开\n全市大会的通知") == ("关于召开", "全市大会的通知")


def test_title_units_keep_numbers_and_quotes() -> None:
    assert "2026年" in words_of("召开2026年大会")
    assert "《办法》的" in words_of("印发《办法》的通知")


@settings(max_examples=60, deadline=None)
@given(st.text("关于召开全市办公室工作会议的通知清江2026《》（）和及、", min_size=1, max_size=45))
def test_any_title_is_kept_whole(title: str) -> None:
    assert "".join(turn(title)) == title


@settings(max_examples=60, deadline=None)
@given(st.text("会议通知如下有关事项，。、；：“”（）《》—…2026年a", min_size=1, max_size=150))
def test_every_line_fits_and_keeps_its_place(text: str) -> None:
    sheet = page()
    for row in paragraph_rows(sheet, paragraph(text)):
        for word in row.words:
            width = word.room if word.align == "centre" else word.fill or measure("size.body") * MM
            left = word.x - (width / 2 if word.align == "centre" else 0)
            assert left >= sheet.left - sheet.cell / 2 - 0.01
            assert left + width <= sheet.right + sheet.cell / 2 + 0.6


def test_kinsoku_in_running_text() -> None:
    body = tuple(paragraph("会" * i + TEXT * 3) for i in range(40))
    for side in official_sides(page(), official(body=body)):
        for line in lines(side):
            assert line[0] not in NO_START
            assert line[-1] not in NO_END


def test_full_pages_have_22_lines() -> None:
    sides = official_sides(page(), official(body=tuple(paragraph("会" * 26) for _ in range(60))))
    assert len(lines(sides[1])) == 22


@pytest.mark.parametrize("amount", range(1, 60))
def test_signature_never_alone_and_imprint_on_an_even_page(amount: int) -> None:
    imprint = Imprint(("市委常委",), "清江市委办公室", DAY)
    body = tuple(paragraph("会" * 26) for _ in range(amount))
    sides = official_sides(page(), official(body=body, imprint=imprint, note="联系人：张三"))
    assert len(sides) % 2 == 0
    assert sides[-1].rules
    signed = next(s for s in sides if any("中共清江市委办公室" in t for t in lines(s)))
    assert sum("会会会" in line for line in lines(signed)) >= min(2, amount)
    for before, side in pairwise(sides):
        if side.number is None:
            assert before is not sides[-1]
    numbered = [side.number for side in sides if side.number]
    assert numbered == list(range(1, len(numbered) + 1))
    if any(not side.words for side in sides):
        assert sides[-1].number is None
    assert any("会会会" in line for line in lines(sides[0]))


def test_no_text_on_first_page_is_refused() -> None:
    with pytest.raises(NoTextError):
        official_sides(page(), official(marks=tuple(f"清江市第{n}局" for n in range(30))))


def test_too_many_addressees_move_to_the_imprint() -> None:
    many = tuple(f"清江市第{n}局" for n in range(90))
    sides = official_sides(page(), official(addressees=many))
    assert any("为深入学习" in line for line in lines(sides[0]))
    last = lines(sides[-1], (14.0,))
    assert last[0].startswith("主送：清江市第0局")
    assert "清江市第89局。" in "".join(last)
    with pytest.raises(NoRoomError):
        official_sides(page(), official(addressees=tuple(many * 5)))


def test_table_head_on_every_page() -> None:
    table = Table(("姓名", "座位"), tuple((f"某{n}", "1排1座") for n in range(70)))
    sides = official_sides(page(), official(attachments=(Attachment("座次安排", (table,)),)))
    tables = sides[1:]
    assert len(tables) > 3
    for side in tables:
        assert any(word.text == "姓名" for word in side.words)
        assert max(rule.y1 for rule in side.rules) <= 262.01


@pytest.mark.parametrize("count", range(1, 7))
def test_red_heads_fit(count: int) -> None:
    sheet = page()
    marks = tuple("中共清江市委员会办公室" for _ in range(count))
    top = head(sheet, official(marks=marks))
    assert top.first_line <= 16
    red = [word for word in top.words if word.red]
    assert min(word.top for word in red) == pytest.approx(72, abs=0.01)
    assert all(sheet.left <= w.x - w.room / 2 and w.x + w.room / 2 <= sheet.right for w in red)


@pytest.mark.parametrize(
    "name", ["清江", "中共清江市委", "中共清江市委办公室", "清江市经济技术开发区管理委员会办公室"]
)
def test_mark_is_striking_but_not_distorted(name: str) -> None:
    size = mark_size(page(), (name,), "文件")
    assert 7 <= size.ink <= 18
    assert size.width * len(name + "文件") <= 150.01
    assert 0.6 <= size.width / size.ink <= 1.2
