"""The handbook and the one-page overview, read back."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import books
import pdfcheck
import pypdfium2 as pdfium
import pytest
from PIL import Image

from seating.documents import handbook, overview
from seating.documents.registry import further_faults
from seating.documents.volume.front import pages_needed
from seating.facts.book import Book, PrintJob
from seating.facts.fault import Where
from seating.facts.plan import LevelResult

NOTICE = {
    "date": "2026-11-30",
    "agenda": [
        {"time": "9:00—9:10", "text": "传达会议精神", "text_en": "Report"},
        {"time": "9:10—10:00", "text": "交流发言", "text_en": "Speeches", "who": "枫桥区"},
    ],
    "requirements": {"arrival": "8:40前签到。", "arrival_en": "Sign in by 8:40."},
    "contact": [{"name": "陈爱玲", "name_en": "Chen Ailing", "phone": "0000-8620126"}],
}


def made(tables: dict[str, Any], **changes: Any) -> Book:
    plain = books.book(count=60)
    event = dataclasses.replace(plain.event, tables={**tables, "notice": NOTICE}, **changes)
    return dataclasses.replace(plain, event=event, name_order=tuple(sorted(plain.people)))


@pytest.fixture(scope="module")
def bound() -> bytes:
    duty = [{"task": "医疗保障", "who": "市第一医院", "phone": "0000-120"}]
    return one(made({"documents": {"handbook": {"duty": duty}}}))


def one(book: Book, module: Any = handbook, **job: Any) -> bytes:
    (printed,) = module.make(book, PrintJob(**job))
    return printed.data


def words(data: bytes) -> list[str]:
    return ["".join(text.split()) for text in pdfcheck.texts(data)]


def test_nothing_overlaps_or_leaves_its_box(bound: bytes) -> None:
    assert pdfcheck.check_pdf(bound, margin=6) == []
    assert pdfcheck.crossed(bound) == []


def test_contents_tell_the_pages(bound: bytes) -> None:
    document = pdfium.PdfDocument(bound)
    texts = words(bound)
    front = texts.index(next(t for t in texts if t.startswith("目录")))
    before = next(n for n, t in enumerate(texts) if "参会须知" in t and n > front)
    outline = {b.get_title(): b.get_dest().get_index() for b in document.get_toc()}
    for title in ("参会须知", "会议议程", "参会人员名单", "座次图", "座次名单", "值班与联系"):
        page = outline[title] - before + 1
        assert f"{title}{page}" in texts[front]
        assert f"—{page}—" in texts[outline[title]]
    links = [n for n in range(len(document)) if list(document[n].get_objects())]
    assert links


def test_contents_link_to_the_chapters(bound: bytes) -> None:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1

    document = PDFDocument(PDFParser(io.BytesIO(bound)))
    linked = [len(resolve1(page.annots) or ()) for page in PDFPage.create_pages(document)]
    lines = sum(1 for n in linked if n)
    assert lines == 1
    assert sum(linked) >= 7


def test_page_numbers_lie_outside(bound: bytes) -> None:
    numbered = 0
    for letters, (width, height) in zip(pdfcheck.pages(bound), pdfcheck.sizes(bound), strict=True):
        low = [m for m in letters if m.top > height - 13 and m.char.isdigit()]
        if not low or width > height:
            continue
        page = int("".join(m.char for m in low))
        numbered += 1
        assert (low[0].left > width / 2) == (page % 2 == 1)
    assert numbered > 4


def test_everybody_present_is_on_the_list(bound: bytes) -> None:
    book = books.book(count=60)
    whole = "".join(words(bound))
    for person in book.people.values():
        least = 0 if person.absent else 2  # the list of participants, and where he sits
        assert whole.count(person.name.replace(" ", "")) >= least


def test_chapters_and_their_order_are_the_users() -> None:
    table = {"handbook": {"chapters": ["contacts", "agenda"], "duplex": False}}
    data = one(made({"documents": table}))
    texts = words(data)
    assert len(texts) == 4
    assert texts[1].startswith("目录值班与联系1会议议程2")
    assert "陈爱玲0000-8620126" in texts[2]


def test_groups_in_the_order_of_the_sittings_with_their_english_names() -> None:
    book = made({"documents": {"handbook": {"chapters": ["groups"], "duplex": False}}})
    stage, hall = book.sittings["stage"], book.sittings["hall"]
    order = {**book.people}
    for who, person in book.people.items():
        group = "主席台" if who in stage.plan.placing.places else "会场"
        order[who] = dataclasses.replace(person, group=group)
    last = next(i for i in reversed(book.order) if i in hall.plan.placing.places)
    order[last] = dataclasses.replace(order[last], group="前区")
    named = dataclasses.replace(hall.sitting, who=("group:前区", "group:会场"))
    sittings = {"stage": stage, "hall": dataclasses.replace(hall, sitting=named)}
    whole = dataclasses.replace(book, people=order, sittings=sittings)
    texts = "".join(words(one(whole)))
    assert texts.index("前区（1人）") < texts.index("会场（")
    english = "".join(words(one(whole, language="en")))
    assert f"{hall.sitting.title.en}(" in english


def test_a_contact_on_duty_is_listed_once() -> None:
    duty = [{"task": "总协调", "who": "综合科　陈爱玲", "phone": "0000-8620126"}]
    table = {"handbook": {"chapters": ["contacts"], "duplex": False, "duty": duty}}
    assert "".join(words(one(made({"documents": table})))).count("0000-8620126") == 1


def test_in_english() -> None:
    table = {"handbook": {"chapters": ["rules", "agenda", "contacts"]}}
    texts = words(one(made({"documents": table}), language="en"))
    assert "Noticetoparticipants" in "".join(texts)
    assert "Registration.Signinby8:40." in "".join(texts)
    assert "ChenAiling" in texts[-1]


def test_same_bytes_twice(bound: bytes) -> None:
    duty = [{"task": "医疗保障", "who": "市第一医院", "phone": "0000-120"}]
    assert one(made({"documents": {"handbook": {"duty": duty}}})) == bound


def test_pictures(tmp_path: Any) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(picture, "PNG")
    (tmp_path / "map.png").write_bytes(picture.getvalue())
    (tmp_path / "bad.png").write_bytes(b"no picture")
    book = made(
        {"documents": {"handbook": {"map": "map.png", "logo": "map.png", "chapters": ["map"]}}},
        folder=str(tmp_path),
    )
    book = dataclasses.replace(book, folder=str(tmp_path))
    document = pdfium.PdfDocument(one(book))
    pictures = [
        [o for o in page.get_objects() if isinstance(o, pdfium.PdfImage)] for page in document
    ]
    assert [len(found) for found in pictures if found] == [1, 1]
    left, bottom, right, top = pictures[-1][0].get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(2, abs=0.01)
    wrong = {"handbook": {"map": "none.png", "logo": "bad.png", "chart_paper": "B9"}}
    event = dataclasses.replace(book.event, tables={"documents": wrong})
    found = further_faults("handbook", event, Where(file="event.toml", key="documents.handbook"))
    assert [f.where.key.rpartition(".")[2] for f in found] == ["logo", "map", "chart_paper"]


@pytest.mark.parametrize(("entries", "pages"), [(1, 1), (20, 1), (21, 2), (42, 2), (43, 3)])
def test_room_for_the_contents(entries: int, pages: int) -> None:
    assert pages_needed(entries, 26 + 20 * 10.5) == pages


def test_overview_is_one_page_however_much_is_open() -> None:
    tasks = [{"task": f"事项{n}", "who": "会务科", "due": "12月4日"} for n in range(60)]
    book = made({"documents": {"overview": {"task": tasks}}})
    data = one(book, overview)
    (text,) = words(data)
    assert pdfcheck.check_pdf(data) == []
    assert "会务科" in text


def test_overview_tells_what_is_open() -> None:
    table = {
        "task": [
            {"task": "印发通知", "who": "综合科", "done": True},
            {"task": "印制席卡", "due": "12月8日"},
        ]
    }
    book = made({"documents": {"overview": table}})
    (sitting, plan) = next(iter(book.sittings.items()))
    weak = LevelResult(level="prefer", value=7, bound=3)
    changed = dataclasses.replace(plan, plan=dataclasses.replace(plan.plan, levels=(weak,)))
    book = dataclasses.replace(book, sittings={**book.sittings, sitting: changed})
    (text,) = words(one(book, overview))
    assert "印发通知已办结" in text
    assert "1.印制席卡：未定责任单位，12月8日前" in text
    assert "尚未证明最优（下界3）" in text
    assert "陈爱玲" in text


def test_both_sides_of_a_sheet_have_one_size() -> None:
    book = made({"documents": {"handbook": {"chart_paper": "A3", "chapters": ["rules", "charts"]}}})
    pages = pdfium.PdfDocument(one(book, handbook))
    sizes = [tuple(sorted(map(round, page.get_size()))) for page in pages]
    assert set(sizes) == {(595, 842), (842, 1191)}
    fronts, backs = sizes[::2], sizes[1::2]
    assert fronts[: len(backs)] == backs


def test_handbook_does_not_follow_the_paper_of_the_charts() -> None:
    book = made({"documents": {"handbook": {"chapters": ["rules", "seats"]}}})
    (printed,) = handbook.make(book, PrintJob(paper="A3"))
    assert {round(max(p.get_size())) for p in pdfium.PdfDocument(printed.data)} == {842}
