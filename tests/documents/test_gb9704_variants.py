"""Letters, joint issues, upward documents, stamps, tight pages, lying tables (no PDF)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.documents.official.closing import closing, seal_banks, seal_slot
from seating.documents.official.head import head, spaced
from seating.documents.official.letterhead import letter_page, letterhead
from seating.documents.official.measures import MM, Page, measure, page
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
from seating.documents.official.pages import official_sides
from seating.documents.official.tables import common_size, table_rows

DAY = dt.date(2026, 11, 30)
EM = 15.75 * MM
LONG = "清江市人力资源和社会保障局"


def official(**changes: object) -> Official:
    given_: dict[str, object] = {
        "marks": ("清江市人民政府",), "suffix": "文件", "number": "清政〔2026〕3号",
        "title": ("关于召开会议的通知",), "addressees": ("各单位",),
        "body": tuple(Paragraph((Span("会" * 26),)) for _ in range(3)),
        "issuers": ("清江市人民政府",), "date": DAY,
    }  # fmt: skip
    return Official(**(given_ | changes))  # type: ignore[arg-type]


def body(lines: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Span("会" * 26),)) for _ in range(lines))


def where(side: Side, text: str) -> Words:
    return next(word for word in side.words if text in word.text)


def left(word: Words) -> float:
    return word.x - (word.room / 2 if word.align == "centre" else 0)


# --- upward documents --------------------------------------------------------------------


def test_number_at_the_left_on_the_line_of_the_last_signer() -> None:
    sheet = page()
    top = head(sheet, official(signers=("周明", "欧阳建国", "李晓红")))
    side = Side(top.words)
    label, first = where(side, "签发人"), where(side, "周　明")
    second, third = where(side, "欧阳建国"), where(side, "李晓红")
    number = where(side, "清政")
    assert number.x == pytest.approx(sheet.cell_left(1), abs=0.1)
    assert number.top == third.top
    assert third.top - first.top == pytest.approx(sheet.line)
    assert first.top == second.top == label.top
    assert third.x == pytest.approx(first.x)
    assert first.role == "kai"
    assert label.role == "fang"
    end = second.x + second.fill
    assert end == pytest.approx(sheet.cell_left(27), abs=0.1)
    assert top.rules[0].y0 == pytest.approx(number.top + EM + 4)


def test_one_signer_stands_on_the_line_of_the_number() -> None:
    side = Side(head(page(), official(signers=("周明",))).words)
    assert where(side, "签发人").top == where(side, "清政").top


@pytest.mark.parametrize(
    ("name", "printed"), [("周明", "周　明"), ("李晓红", "李晓红"), ("AB", "AB")]
)
def test_names_of_two_characters_are_spaced(name: str, printed: str) -> None:
    assert spaced(name) == printed


# --- letters -----------------------------------------------------------------------------


def test_letter_lines_and_mark() -> None:
    first = letter_page(page())
    top = letterhead(first, official(form="letter", suffix=""))
    upper, lower = top.rules[:2], top.rules[2:]
    red = [word for word in top.words if word.red]
    assert min(word.top for word in red) == 30
    assert all(r.red and r.x1 - r.x0 == pytest.approx(170) for r in top.rules)
    assert all((r.x0 + r.x1) / 2 == pytest.approx(106) for r in top.rules)
    assert [r.width for r in upper] == sorted((r.width for r in upper), reverse=True)
    assert [r.width for r in lower] == sorted(r.width for r in lower)
    assert lower[-1].y0 + lower[-1].width / 2 == pytest.approx(297 - 20)
    number = where(Side(top.words), "清政")
    under = upper[-1].y0 + upper[-1].width / 2
    assert number.top - under == pytest.approx(EM * 7 / 8)
    last = first.line_top(first.lines - 1) + EM
    assert lower[0].y0 - lower[0].width / 2 - last == pytest.approx(EM * 7 / 8)


def test_first_red_line_4_mm_below_the_mark() -> None:
    first = letter_page(page())
    top = letterhead(first, official(form="letter", suffix=""))
    red = next(word for word in top.words if word.red)
    ink = red.size * MM * 0.93
    edge = top.rules[0].y0 - top.rules[0].width / 2
    assert edge - (30 + ink) == pytest.approx(4, abs=0.01)


def test_letter_lists_copy_number_secrecy_urgency_and_title_two_lines_below() -> None:
    first = letter_page(page())
    one = official(form="letter", copy_number="000001", secrecy="秘密★1年", urgency="加急")
    side = Side(letterhead(first, one).words)
    tops = [where(side, text).top for text in ("000001", "秘密", "加急")]
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([first.line] * 2)
    assert where(side, "000001").top == where(side, "清政").top
    assert where(side, "关于").top - tops[-1] == pytest.approx(3 * first.line, abs=2.6)
    assert where(side, "000001").x - where(side, "000001").room / 2 == pytest.approx(28)


@pytest.mark.parametrize("amount", [3, 12, 14, 20, 40])
def test_letter_pages(amount: int) -> None:
    one = official(
        form="letter", suffix="", body=body(amount), imprint=Imprint(("市委办公室",), "办公室", DAY)
    )
    sides = official_sides(page(), one)
    assert len(sides[0].rules) == 4
    assert all(not side.rules for side in sides[1:])  # no rules in the imprint
    numbers = [[w.text for w in side.words if w.text.startswith("— ")] for side in sides]
    assert numbers == [[], *[[f"— {n} —"] for n in range(2, len(sides) + 1)]]
    last = sides[-1]
    copies = where(last, "抄送")
    assert copies.top + 14 * MM <= 262
    assert copies.top > 250
    assert not any("印发" in w.text for w in last.words)
    text = [w for s in sides for w in s.words if "会会" in w.text]
    assert len(text) == amount
    assert max(w.top + EM for w in sides[0].words) <= 277 - EM * 7 / 8


def test_joint_letters_show_the_mark_of_the_lead_only() -> None:
    one = official(form="letter", marks=("清江市人民政府", "清江市财政局"), suffix="")
    red = [w for w in letterhead(letter_page(page()), one).words if w.red]
    assert "".join(w.text for w in red) == "清江市人民政府"


# --- seals and stamps --------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(2, 18), min_size=1, max_size=14))
def test_seals_never_touch_and_stay_inside(lengths: list[int]) -> None:
    sheet = page()
    names = tuple(chr(0x4E00 + n) * length for n, length in enumerate(lengths))
    rows = closing(sheet, official(issuers=names))
    centres: dict[str, list[tuple[float, float]]] = {}
    for index, row in enumerate(rows):
        for word in row.words:
            if word.text[0] in "".join(names):
                middle = word.x + (word.fill or EM) / 2
                centres.setdefault(word.text[0], []).append((middle, index * sheet.line))
    assert len(centres) == len(names)
    seals = [
        (sum(x for x, _ in at) / len(at), sum(y for _, y in at) / len(at))
        for at in centres.values()
    ]
    diameter = measure("closing.seal_diameter")
    for i, (x, y) in enumerate(seals):
        if len(names) > 1:
            assert x - diameter / 2 >= sheet.left - 0.2
            assert x + diameter / 2 <= sheet.right + 0.2
        for x2, y2 in seals[:i]:
            assert (x - x2) ** 2 + (y - y2) ** 2 > diameter**2


@pytest.mark.parametrize(("count", "banks"), [(1, [1]), (3, [3]), (4, [2, 2]), (5, [2, 3])])
def test_banks_of_seals(count: int, banks: list[int]) -> None:
    sheet = page()
    found, slot = seal_banks(sheet, tuple(f"清江市第{n}局" for n in "一二三四五"[:count]), 20.5)
    assert [len(bank) for bank in found] == banks
    assert slot >= seal_slot(sheet)


def test_long_names_take_two_lines_under_their_seal() -> None:
    found, _ = seal_banks(page(), (LONG, "清江市财政局", "清江市教育局"), 20.5)
    assert "".join(found[0][0]) == LONG
    assert len(found[0][0]) == 2


def test_many_seals_are_divided_between_pages_but_never_apart_from_text() -> None:
    names = tuple(f"清江市第{n}局" for n in "一二三四五六七八九十甲乙丙丁戊")
    sides = official_sides(
        page(), official(issuers=names, marks=("清江市人民政府",), body=body(30))
    )
    signed = [s for s in sides if any("清江市第" in w.text for w in s.words)]
    assert len(signed) == 2
    assert any("会会" in w.text for w in signed[0].words)
    text = "".join(w.text for s in sides for w in sorted(s.words, key=lambda w: (w.top, left(w))))
    assert [text.index(name) for name in names] == sorted(text.index(name) for name in names)


def test_stamp_of_a_leader() -> None:
    sheet = page()
    rows = closing(sheet, official(stamps=("清江市人民政府市长", "清江市财政局局长")))
    posts = [(i, w) for i, row in enumerate(rows) for w in row.words if w.text.endswith("长")]
    assert [i for i, _ in posts] == [2, 4]
    for _, word in posts:
        end = word.x + word.fill
        stamp = 28 - measure("closing.stamp_right") - measure("closing.stamp_width")
        assert end == pytest.approx(sheet.cell_left(stamp - 2), abs=0.1)
    date = rows[7].words[-1]
    assert date.text == "日"
    assert date.x + EM == pytest.approx(sheet.cell_left(24), abs=0.1)


def test_a_date_to_be_written_in_and_none_at_all() -> None:
    blank = closing(page(), official(date=None))
    assert "年　月　日" in "".join(w.text for row in blank for w in row.words)
    none = closing(page(), official(dated=False))
    assert not any("年" in w.text for row in none for w in row.words)


# --- pages -------------------------------------------------------------------------------


def lines_used(sheet: Page, side: Side) -> list[float]:
    return sorted({round(w.top, 2) for w in side.words if w.size == 15.75 and w.top < sheet.bottom})


def test_issuer_and_date_that_nearly_fit_draw_the_lines_together() -> None:
    sheet = page()
    # On page 2 the text ends so that the closing is one line too long for the page.
    for amount in range(20, 60):
        loose = official_sides(sheet, official(body=body(amount), sealed=False))
        used = lines_used(sheet, loose[-1])
        pitch = min(b - a for a, b in pairwise(used))
        if pitch < sheet.line - 0.01:
            assert len(used) + 1 > sheet.lines  # with the blank line above the issuer
            assert pitch >= sheet.line * 0.9
            assert used[-1] + EM <= sheet.bottom
            break
    else:
        raise AssertionError("no page was drawn together")


@pytest.mark.parametrize("form", ["document", "letter"])
def test_no_signature_without_text(form: str) -> None:
    for amount in range(1, 34):
        sides = official_sides(page(), official(body=body(amount), form=form, note="联系人"))
        signed = [s for s in sides if any("联系人" in w.text for w in s.words)]
        assert len(signed) == 1
        assert any("会会" in w.text for w in signed[0].words)


def test_landscape_attachment_lies_with_its_head_at_the_left_edge() -> None:
    table = Table(("时间", "内容", "地点"), tuple((f"{n}:00", "议程", "会场") for n in range(30)))
    one = official(attachments=(Attachment("会议日程", (table,), landscape=True),))
    sides = official_sides(page(), one)
    lying = [s for s in sides if any(w.turned for w in s.words)]
    assert len(lying) == 3
    for number, side in enumerate(lying, 2):
        heads = [w for w in side.words if w.text == "时间"]
        rest = [w for w in side.words if w.text == "议程"]
        assert heads[0].top < min(w.top for w in rest)
        assert all(w.top >= 27.9 and w.top + w.size * MM <= 184.1 for w in side.words if w.turned)
        assert all(36.9 <= w.x <= 262.1 for w in side.words if w.turned)
        assert all(28 <= r.x0 <= 184 and 37 <= r.y1 <= 262 for r in side.rules)
        pageno = next(w for w in side.words if w.text.startswith("— "))
        assert not pageno.turned
        assert pageno.text == f"— {number} —"


def test_attachment_not_bound_has_its_own_numbers_and_names_the_document() -> None:
    one = official(
        copy_number="000001", secrecy="秘密★1年", imprint=Imprint(("市委办公室",)),
        attachments=(Attachment("议程", body(2)), Attachment("须知", body(2), apart=True)),
    )  # fmt: skip
    sides = official_sides(page(), one)
    apart = sides[-1]
    words = "".join(w.text for w in sorted(apart.words, key=lambda w: (w.top, left(w))))
    assert words.startswith("000001秘密★1年清政〔2026〕3号附件2")
    assert "— 1 —" in words
    assert len(sides) % 2 == 1
    assert sum("附件1" in "".join(w.text for w in side.words) for side in sides) == 1


def test_marks_repeated_on_every_page_but_the_first() -> None:
    one = official(copy_number="000007", secrecy="机密★1年", every_page=True, body=body(60))
    sides = official_sides(page(), one)
    for number, side in enumerate(sides):
        above = [w for w in side.words if w.top < 36]
        assert ("机密★1年" in "".join(w.text for w in above)) == (number > 0)


def test_heads_of_a_table_are_of_one_size() -> None:
    table = Table(
        ("序号", "姓名", "到达时间与车次"), (("1", "张三", "G1234次列车二十点到"),), (1, 2, 2)
    )
    rows = table_rows(page(), table)
    assert len({w.size for w in rows[0].words}) == 1
    assert common_size(table.rows, (10, 20, 20)) == measure("size.table_least")


def test_too_many_issuers_stay_legible() -> None:
    top = head(page(), official(marks=tuple(f"清江市第{n}局" for n in range(12))))
    red = [w for w in top.words if w.red]
    assert min(w.size for w in red) * MM >= measure("mark.smallest") * 0.99


@pytest.mark.parametrize("name", ["周明", "欧阳建国", "买买提·吐尔逊"])
def test_signer_never_leaves_the_type_area(name: str) -> None:
    for count in range(1, 7):
        top = head(page(), official(signers=(name,) * count))
        assert (
            max(w.x + (w.fill or cells_of(w.text) * 5.6) for w in top.words if w.role == "kai")
            < 184
        )


def test_a_table_without_room_keeps_names_whole_and_parts_posts_between_words() -> None:
    head = ("序号", "姓名", "职务", "报到", "座位", "乘车", "住宿", "用餐", "领奖")
    row = ("14", "阿不力孜", "白鹭洲镇党政办公室主任", "2号台", "会场10排16座", "1号车", "608",
           "9日晚餐；10日午餐", "办公室综合工作先进单位")  # fmt: skip
    (_, body) = table_rows(page(), Table(head, (row,)))
    words = [w.text for w in body.words]
    assert [words[1], words[4], words[5], words[6]] == [
        "阿不力孜",
        "2号台",
        "会场10排16座",
        "1号车",
    ]
    assert words[2:4] == ["白鹭洲镇党政", "办公室主任"]


def test_a_long_cell_takes_two_lines_of_the_grid_instead_of_being_squeezed() -> None:
    units = "、".join((LONG, "清江高新技术产业开发区管理委员会", "清江市智慧城市建设投资有限公司"))
    table = Table(("序号", "事项", "单位"), (("1", "无纸化", units), ("2", "督查", "")), (1, 7, 3))
    head, first, more, second = table_rows(page(), table)
    assert (head.stay, first.stay, more.words, second.stay) == (2, 1, (), 0)
    assert max(rule.y1 for rule in first.rules) == pytest.approx(2 * page().line)
    cell = [w for w in first.words if w.text not in ("1", "无纸化")]
    assert "".join(w.text for w in cell) == units
    assert all(cells_of(w.text) * w.size * MM <= (w.room or 0) * 1.06 for w in cell)
