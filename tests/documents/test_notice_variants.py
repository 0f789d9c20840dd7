"""Variants of the notice read back from the PDF: letters, joint issues, copies, changes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import books
import numpy
import pdfplumber
import pypdfium2
import pytest
from pdfcheck import check_pdf, texts

from seating.documents import change_notice, notice, personal_notice
from seating.documents.lettering import is_han
from seating.documents.notices.personal import salutation
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.fault import BadInputError
from seating.facts.people import Person
from seating.facts.plan import Change

MM = 25.4 / 72
TABLE: dict[str, Any] = {
    "mark": ["中共清江市委办公室"],
    "number": "清办〔2026〕47号",
    "addressees": ["各区县委办公室", "市直各单位办公室"],
    "date": "2026-11-30",
    "participants": ["各单位主要负责同志。"],
    "contact": [{"name": "陈爱玲", "name_en": "Chen Ailing", "phone": "0000-8620126"}],
}


def arranged(book: Book) -> Book:
    """Give everybody a car, a room, a group and a meal."""
    people: dict[str, Person] = {
        key: dataclasses.replace(
            person, car=f"{n % 3 + 1}号车", lodging=f"迎宾馆{1200 + n}房", meals="一楼餐厅",
            group="第一组", arrival="一号台",
        )
        for n, (key, person) in enumerate(sorted(book.people.items()))
    }  # fmt: skip
    return dataclasses.replace(book, people=people)


def event(table: Mapping[str, Any], *, count: int = 8, **documents: Any) -> Book:
    book = books.book(count=count)
    tables = {"notice": dict(table), "documents": documents}
    changed = dataclasses.replace(book.event, tables=tables, end=dt.datetime(2026, 12, 8, 11, 30))
    return dataclasses.replace(book, event=changed)


def printed(table: Mapping[str, Any], **job: Any) -> Printed:
    (only,) = notice.make(event(table), PrintJob(**job))
    if "superseded_by" not in table:  # printed across the text on purpose
        assert check_pdf(only.data) == []
    return only


def changed(change: Mapping[str, Any] | None, book: Book | None = None, **job: Any) -> Printed:
    table = TABLE if change is None else TABLE | {"change": dict(change)}
    found = book or event(table)
    (only,) = change_notice.make(found, PrintJob(**job))
    assert check_pdf(only.data) == []
    return only


def flat(data: bytes) -> str:
    return "".join("".join(texts(data)).split())


@cache
def letter() -> Printed:
    return printed(TABLE | {"format": "letter", "copies": ["市委办公室"], "reply": True})


def dark(data: bytes, number: int, *, dpi: int = 300) -> Any:
    """Return a page as an array of red, green and blue."""
    page = pypdfium2.PdfDocument(data)[number]
    return numpy.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")).astype(int)


def test_letter_double_lines_measured_on_paper() -> None:
    image = dark(letter().data, 0)
    step = 25.4 / 300
    column = image[:, int(23 / step)]  # left of the type area only the lines are red
    red = (column[:, 0] > 150) & (column[:, 1] < 110)
    edges = numpy.flatnonzero(numpy.diff(red.astype(int))) * step
    tops, feet = edges[0::2], edges[1::2]
    assert len(tops) == 4
    widths = feet - tops
    assert widths[0] > widths[1]
    assert widths[2] < widths[3]
    assert feet[3] == pytest.approx(277, abs=0.15)
    row = image[int((tops[0] + 0.4) / step)]
    across = numpy.flatnonzero((row[:, 0] > 150) & (row[:, 1] < 110)) * step
    assert across[-1] - across[0] == pytest.approx(170, abs=0.3)
    reds = ((image[:, :, 0] > 150) & (image[:, :, 1] < 110)).any(axis=1)
    first = numpy.flatnonzero(reds)[0] * step
    assert first == pytest.approx(30, abs=0.3)
    mark = numpy.flatnonzero(reds[: int((tops[0] - 0.5) / step)])[-1] * step
    assert tops[0] - mark == pytest.approx(4, abs=0.4)


def test_letter_has_no_suffix_no_first_number_and_a_bare_imprint() -> None:
    with pdfplumber.open(io.BytesIO(letter().data)) as pdf:
        first, last = pdf.pages[0], pdf.pages[-1]
        red = "".join(c["text"] for c in first.chars if c["non_stroking_color"][0] > 0.6)
        assert red == "中共清江市委办公室"
        low = "".join(c["text"] for c in first.chars if c["top"] * MM > 263)
        assert "—" not in low
        assert not [line for line in last.lines if line["linewidth"] * MM > 0.3]
        words = "".join(c["text"] for c in last.chars)
        assert "抄送：市委办公室。" in words
        assert "印发" not in words


def test_joint_issue_names_stand_above_each_other_beside_the_suffix() -> None:
    two = ["中共清江市委办公室", "清江市人民政府办公室"]
    data = printed(TABLE | {"mark": two}).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        red = [c for c in pdf.pages[0].chars if c["non_stroking_color"][0] > 0.6]
        suffix = [c for c in red if c["text"] in "文件"]
        names = [c for c in red if c["text"] not in "文件"]
        assert min(c["x0"] for c in suffix) > max(c["x1"] for c in names)
        middle = (min(c["top"] for c in names) + max(c["bottom"] for c in names)) / 2
        assert (suffix[0]["top"] + suffix[0]["bottom"]) / 2 == pytest.approx(middle, abs=4)
        rows = {round(c["top"]) for c in names}
        assert len(rows) == 2
        ends = [max(c["x1"] for c in names if round(c["top"]) == y) for y in rows]
        assert ends[0] == pytest.approx(ends[1], abs=1.5)
    assert flat(data).count("清江市人民政府办公室") == 2  # head and signature


def test_superseded_on_every_page_and_draft_below_the_title() -> None:
    old = printed(TABLE | {"superseded_by": "清办〔2026〕50号", "copies": ["市委办公室"]})
    assert all("作" in t and "废" in t and "以清办〔2026〕50号为准" in t for t in texts(old.data))
    draft = printed(TABLE | {"status": "征求意见稿"})
    assert "通知（征求意见稿）" in flat(draft.data)
    assert all("征求意见稿　第2版" in t or "征求意见稿" in t for t in texts(draft.data))
    pale = dark(old.data, 0, dpi=50)
    assert ((pale[:, :, 0] > 200) & (pale[:, :, 1] < 215) & (pale[:, :, 1] > 150)).any()


def test_a_run_of_copy_numbers_prints_as_many_copies() -> None:
    out = printed(TABLE | {"copy_number": "000001-000003", "classification": "秘密", "term": "1年"})
    heads = [t for t in texts(out.data) if "秘密★1年" in t]
    assert [next(n for n in ("000001", "000002", "000003") if n in h) for h in heads] == [
        "000001", "000002", "000003",
    ]  # fmt: skip
    with pdfplumber.open(io.BytesIO(out.data)) as pdf:
        starts = [p.page_number for p in pdf.pages if "秘密★1年" in (p.extract_text() or "")]
    assert all(number % 2 for number in starts)  # each on a sheet of its own


def test_reply_slip_asks_what_the_requirements_need() -> None:
    plain = flat(printed(TABLE | {"reply": True}).data)
    assert "是否住宿" not in plain
    assert "车牌号" not in plain
    asked = {"lodging": "安排住宿", "parking": "停东区"}
    more = printed(
        TABLE | {"reply": True, "requirements": asked, "reply_by": "12月4日", "reply_to": "市委办"}
    )
    words = flat(more.data)
    for part in ("是否住宿", "车牌号", "请于12月4日前报送至市委办。"):
        assert part in words
    own = flat(printed(TABLE | {"reply": True, "reply_columns": ["姓名", "到达车次"]}).data)
    assert "到达车次" in own
    assert "民族" not in own


def test_parts_of_the_text_are_replaced_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "agenda.md").write_text("## 上午\n大会。\n## 下午\n讨论。\n", encoding="utf-8")
    table = TABLE | {
        "text": {
            "opening": "现将会议安排通知如下：",
            "agenda": "agenda.md",
            "closing": "特此通知。",
        },
        "omit": ["participants"],
        "sections": [{"title": "分组讨论", "text": ["分四组进行。"]}],
    }
    book = dataclasses.replace(event(table), folder=str(tmp_path))
    (out,) = notice.make(book, PrintJob())
    words = flat(out.data)
    for part in (
        "现将会议安排通知如下：一、会议时间", "三、会议议程（一）上午", "（二）下午",
        "四、分组讨论分四组进行。五、联系方式", "特此通知。",
    ):  # fmt: skip
        assert part in words
    assert "参会人员" not in words


def test_ceremonies_have_no_meeting_time() -> None:
    book = event(TABLE)
    title = dataclasses.replace(book.event.title, zh="开工仪式")
    book = dataclasses.replace(book, event=dataclasses.replace(book.event, title=title))
    (out,) = notice.make(book, PrintJob())
    words = flat(out.data)
    assert "举行开工仪式" in words
    assert "一、时间" in words
    assert "会议时间" not in words
    assert "9:00—11:30。" in words


# --- what is arranged for one person -----------------------------------------------------


def test_personal_copies_tell_everything_arranged() -> None:
    book = arranged(event(TABLE | {"personal": "person"}))
    (out,) = notice.make(book, PrintJob())
    pages = "".join(texts(out.data)).split("高志远同志：")[1].split("林静同志：")[0]
    words = "".join(pages.split())
    for part in (
        "您的参会安排",
        "报到。一号台。",
        "座位。主席台",
        "分组。第一组。",
        "乘车。请乘坐",
    ):
        assert part in words, part
    assert "住宿。迎宾馆" in words
    assert "用餐。一楼餐厅。" in words


def test_personal_copies_show_what_is_asked_for() -> None:
    book = arranged(event(TABLE | {"personal": "person", "personal_show": ["car"]}))
    (out,) = notice.make(book, PrintJob())
    words = flat(out.data)
    assert "请乘坐" in words
    assert "迎宾馆" not in words


def test_personal_copies_file_by_file() -> None:
    table = TABLE | {"personal": "person", "personal_files": True}
    files = list(notice.make(event(table), PrintJob()))
    assert len(files) == len({file.name for file in files}) == 17
    assert all("同志：" in flat(file.data) for file in files)
    assert all(file.data[:4] == b"%PDF" for file in files)


def test_one_page_for_each_person() -> None:
    book = arranged(event(TABLE, personal_notice={}))
    assert personal_notice.wanted(book)
    assert not personal_notice.wanted(event(TABLE))
    (out,) = personal_notice.make(book, PrintJob())
    assert check_pdf(out.data) == []
    pages = ["".join(page.split()) for page in texts(out.data)]
    assert len(pages) == 17
    for page in pages:
        assert "同志：" in page
        assert "请您准时出席" in page
        assert "座位" in page
        assert "迎宾馆" in page
        assert "—1—" not in page
    (english,) = personal_notice.make(book, PrintJob(language="en"))
    assert english.pages == 17
    assert "Yourarrangementsforthe" in flat(english.data)


def test_one_page_for_each_unit_file_by_file() -> None:
    book = arranged(event(TABLE, personal_notice={"each": "unit", "files": True}))
    files = list(personal_notice.make(book, PrintJob()))
    assert all(file.pages == 1 for file in files)
    assert len({file.name for file in files}) == len(files)
    assert any("你单位参会人员" in flat(file.data) for file in files)


def test_the_first_requirements_stay_where_not_all_fit() -> None:
    told = {"arrival": "8:40前签到", "dress": "着正装", "conduct": "请遵守会场纪律" * 60}
    book = arranged(event(TABLE | {"requirements": told}, personal_notice={"each": "unit"}))
    (out,) = personal_notice.make(book, PrintJob())
    for page in texts(out.data):
        words = "".join(page.split())
        assert "8:40前签到" in words
        assert "着正装" in words
        assert "会场纪律" not in words


def test_guests_are_not_comrades() -> None:
    book = arranged(event(TABLE, personal_notice={}))
    guest = dataclasses.replace(book.people["L1"], side="guest", gender="female")
    book = dataclasses.replace(book, people=dict(book.people) | {"L1": guest})
    (out,) = personal_notice.make(book, PrintJob())
    assert "高志远女士：" in flat(out.data)


# --- changes -----------------------------------------------------------------------------

MOVED = {
    "number": "清办〔2026〕50号", "date": "2026-12-02", "reason": "因场地维修",
    "start_was": "2026-12-07 14:30", "place_was": "清江会议中心",
}  # fmt: skip


def test_a_change_of_time_and_place_cites_the_first_notice() -> None:
    words = flat(changed(MOVED).data)
    for part in (
        "清办〔2026〕50号", "全市高质量发展大会时间和地点的通知",
        "《中共清江市委办公室关于召开全市高质量发展大会的通知》（清办〔2026〕47号）印发后，因场地维修",
        "由2026年12月7日（星期一）14:30调整为2026年12月8日（星期二）9:00。",
        "由清江会议中心调整为市会议中心。", "其他事项仍按原通知执行。", "2026年12月2日",
    ):  # fmt: skip
        assert part in words, part


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start_was": "2026-12-07"}, "会议时间由2026年12月7日（星期一）调整为"),
        ({"kind": "取消", "start_was": "2026-12-08 9:00"}, "决定取消原定于2026年12月8日召开的"),
        ({"kind": "延期", "start_was": "2026-12-08 9:00"}, "具体时间另行通知。"),
        ({"kind": "延期", "start_was": "2026-12-01 9:00"}, "延期的通知"),
        ({"kind": "更正", "text": "“12月18日”应为“12月8日”。"}, "有关内容更正如下："),
        ({"text": ["会务费不再收取。"]}, "会务费不再收取。"),
    ],
)
def test_kinds_of_change(change: dict[str, Any], said: str) -> None:
    out = changed(change | {"date": "2026-12-02"})
    assert said in flat(out.data)
    assert not out.findings


def test_the_first_notice_still_says_what_it_announced() -> None:
    words = flat(printed(TABLE | {"change": MOVED}).data)
    assert "2026年12月7日（星期一）14:30—17:00" in words
    assert "二、会议地点清江会议中心。" in words
    assert "12月8日" not in words


def test_a_change_without_a_date_leaves_room_for_it() -> None:
    out = changed({"start_was": "2026-12-07"})
    assert any("notice.change.date" in finding for finding in out.findings)


def test_a_change_that_changes_nothing_is_refused() -> None:
    with pytest.raises(BadInputError) as caught:
        changed({"date": "2026-12-02"})
    assert caught.value.faults[0].where.key == "notice.change"
    bare = dataclasses.replace(event({}), event=books.book(count=5).event)
    for document in (notice, change_notice):
        with pytest.raises(BadInputError):
            list(document.make(bare, PrintJob()))


def test_changed_seats_are_announced_if_seats_were() -> None:
    moves = (Change(person="L1", old="1-1", new="1-2", reasons=()),)
    silent = dataclasses.replace(event(TABLE), changes={"stage": moves})
    assert not change_notice.wanted(silent)
    told = dataclasses.replace(event(TABLE | {"seats": True}), changes={"stage": moves})
    assert change_notice.wanted(told)
    words = flat(changed(None, told).data)
    assert "座位变动表" in words
    assert "高志远" in words
    assert "原座位现座位" in words


def test_changes_in_english() -> None:
    english = {"reason_en": "owing to repairs", "place_was_en": "Hall 1"}
    out = changed(MOVED | english, language="en")
    words = " ".join(" ".join(texts(out.data)).split())
    for part in (
        "Change to the City Conference", "Owing to repairs, the City Conference",
        "(No. 47 of 2026)", "Before: Monday, 7 December 2026, 14:30.", "Before: Hall 1.",
    ):  # fmt: skip
        assert part in words, part
    assert not any(map(is_han, words))
    gone = changed({"kind": "取消", "date": "2026-12-02"}, language="en")
    assert "is cancelled" in " ".join(texts(gone.data))


def test_english_pages_carry_secrecy_and_copy_number() -> None:
    table = TABLE | {"classification": "机密★1年", "copy_number": "000009", "reply": True}
    out = printed(table, language="en")
    assert out.pages > 1
    assert all("Copy 000009" in t and "SECRET" in t for t in texts(out.data))


def test_addressees_that_were_moved_are_remarked_upon() -> None:
    many = [f"清江市第{n}区人民政府办公室" for n in range(30)]
    out = printed(TABLE | {"addressees": many})
    assert any("移至版记" in finding for finding in out.findings)
    assert "主送：清江市第0区" in flat(out.data)


@pytest.mark.parametrize(
    ("tags", "gender", "words"),
    [
        (frozenset(), "female", "王静同志"),
        (frozenset({"来宾"}), "female", "王静女士"),
        (frozenset({"外宾", "回民"}), "male", "王静先生"),
        (frozenset({"来宾"}), "", "王静"),
    ],
)
def test_guests_are_not_addressed_as_comrades(
    tags: frozenset[str], gender: str, words: str
) -> None:
    assert salutation(Person(id="G1", name="王静", tags=tags, gender=gender)) == words
