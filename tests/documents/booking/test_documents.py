"""Schedules, door sheets, lists, agendas and slips read back: complete, legible, truthful."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from types import ModuleType

import pytest

from seating.documents import (
    agenda,
    booking_list,
    door_sheets,
    leader_schedule,
    rebooking_slips,
    room_timetable,
    unit_schedule,
)
from seating.documents.registry import make_documents, wanted_documents
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.booking import Leave, Rebooked, Slot, Span, Unplaced
from seating.facts.text import Language, Text
from tests.documents.pdfcheck import check_pdf, crossed, texts

from .books import city_week, overbooked

BOOKED = (
    agenda, booking_list, door_sheets, leader_schedule, room_timetable, unit_schedule,
)  # fmt: skip
NAMES = [module.NAME for module in BOOKED]


def printed(document: ModuleType, book: Book, language: Language = "zh", **job: object) -> Printed:
    (made,) = document.make(book, PrintJob(language=language, **job))  # type: ignore[arg-type]
    return made


def pages(made: Printed) -> list[str]:
    """Return the words of every page without blanks and line ends."""
    return [re.sub(r"\s", "", page) for page in texts(made.data)]


def tight(words: str) -> str:
    return re.sub(r"\s", "", words)


def without_rooms(words: str, book: Book) -> str:
    """Take out the names of rooms: 市政府常务会议室 is no 市政府常务会议."""
    assert book.booking is not None
    for room in book.booking.spec.rooms:
        words = words.replace(tight(room.title.zh), "")
    return words


def with_agenda(book: Book) -> Book:
    booking = book.booking
    assert booking is not None
    meetings = tuple(
        replace(m, agenda=("一、开场", "研究事项" * 12), contact="8000-1234")
        for m in booking.spec.meetings
    )
    return replace(book, booking=replace(booking, spec=replace(booking.spec, meetings=meetings)))


@pytest.mark.parametrize("document", BOOKED, ids=lambda d: d.NAME)
@pytest.mark.parametrize(("language", "mono"), [("zh", False), ("en", True)])
def test_pages_are_clean(document: ModuleType, language: Language, mono: bool) -> None:
    data = printed(document, with_agenda(overbooked()), language, mono=mono).data
    assert check_pdf(data) == []
    assert crossed(data) == []


def test_pages_of_the_large_sample_are_clean() -> None:
    data = printed(booking_list, city_week()).data
    assert check_pdf(data) == []
    assert crossed(data) == []


def test_wanted_only_where_meetings_are_booked() -> None:
    assert set(NAMES) <= set(wanted_documents(city_week()))
    nothing = replace(city_week(), booking=None)
    assert not set(NAMES) & set(wanted_documents(nothing))
    assert [p for d in BOOKED for p in d.make(nothing, PrintJob())] == []


def test_same_bytes() -> None:
    one = make_documents(overbooked(), PrintJob(), NAMES[1:])
    two = make_documents(overbooked(), PrintJob(), NAMES[1:])
    assert [p.data for p in one] == [p.data for p in two]


def test_every_leader_has_his_meetings_and_no_others() -> None:
    book = city_week()
    booking = book.booking
    assert booking is not None
    leaders = [p for p in book.order if book.people[p].group == "领导"]
    found = pages(printed(leader_schedule, book))
    assert len(found) == len(leaders)
    titles = {m.id: tight(m.title.zh) for m in booking.spec.meetings}
    for person, whole in zip(leaders, found, strict=True):
        page = without_rooms(whole, book)
        assert tight(book.people[person].name) in page
        for ident, slot in booking.plan.slots.items():
            mine = person in booking.attending(ident) or any(
                person in part for part in booking.parts[ident]
            )
            clash = re.search(f"“{re.escape(titles[ident])}”冲突", page)
            there = titles[ident] in page.replace(clash[0] if clash else "\0", "")
            assert there == mine, (person, ident)
            if mine:
                assert f"{slot.start.hour}:{slot.start.minute:02d}—" in page


def test_clashes_leave_and_walks_are_marked() -> None:
    book = city_week()
    booking = book.booking
    assert booking is not None
    one, two = (m for m in booking.spec.meetings if m.id in ("M16", "M17"))
    day = dt.datetime(2026, 12, 9, 9)
    slots = {
        one.id: Slot(meeting=one.id, start=day, end=day + dt.timedelta(minutes=90), rooms=("C1",)),
        two.id: Slot(
            meeting=two.id, start=day + dt.timedelta(minutes=95),
            end=day + dt.timedelta(minutes=150), rooms=("G402",),
        ),
    }  # fmt: skip
    extra = {"M16": ("L01", "L02"), "M17": ("L01",)}
    away = Leave(
        who="L02", span=Span(start=day, end=day + dt.timedelta(hours=1)), reason="出差",
        reason_en="Business trip",
    )  # fmt: skip
    plan = replace(booking.plan, slots=slots, unplaced=())
    spec = replace(booking.spec, leaves=(away,))
    made = replace(
        booking, plan=plan, spec=spec, required=extra, preferred={"M17": ("L02",)}, parts={}
    )
    text = pages(printed(leader_schedule, replace(book, booking=made)))
    assert "换楼步行10分钟，来不及" in text[0]
    assert "外出：出差" in text[1]
    assert "与外出冲突" in text[1]
    assert "可参加" in text[1]
    english = pages(printed(leader_schedule, replace(book, booking=made), "en"))
    assert "away:Businesstrip" in english[1]


def test_a_preferred_meeting_says_what_it_clashes_with() -> None:
    book = city_week()
    booking = book.booking
    assert booking is not None
    start = dt.datetime(2026, 12, 8, 9)
    slots = {
        i: Slot(meeting=i, start=start, end=start + dt.timedelta(hours=2), rooms=(r,))
        for i, r in (("M16", "C4"), ("M17", "C5"))
    }
    made = replace(
        booking, plan=replace(booking.plan, slots=slots), required={"M16": ("L01",)},
        preferred={"M17": ("L01",)}, parts={},
    )  # fmt: skip
    (page,) = pages(printed(leader_schedule, replace(book, booking=made)))
    assert page.count("冲突") == 1
    assert "与9:00“市人大常委会主任会议”冲突" in page


def test_every_meeting_stands_on_the_list_once() -> None:
    book = city_week()
    booking = book.booking
    assert booking is not None
    waiting = Unplaced(meeting="M60", reasons=(Text("时间都排满了", "no time is left"),))
    slots = {i: s for i, s in booking.plan.slots.items() if i != "M60"}
    plan = replace(booking.plan, slots=slots, unplaced=(waiting,))
    *listed, last = pages(printed(booking_list, replace(book, booking=replace(booking, plan=plan))))
    words = without_rooms("".join(listed), book)
    for meeting in booking.spec.meetings:
        there = tight(meeting.title.zh) in words
        assert there == (meeting.id in slots), meeting.id
    assert "候补会议名单" in last
    assert "一周工作总结会" in last
    assert "时间都排满了" in last
    for person in {p for ident in slots for p in booking.required[ident]}:
        assert tight(book.people[person].name) in words


def test_rare_characters_are_drawn() -> None:
    made = printed(unit_schedule, city_week())
    assert made.findings == ()
    words = "".join(pages(made))
    for name in ("周𬀩", "徐䶮", "林㛃", "罗𫘝", "郭书堃", "阿依夏·努尔兰"):
        assert name in words


def test_door_sheets_keep_secrets_and_say_closures() -> None:
    book = city_week()
    booking = book.booking
    assert booking is not None
    found = pages(printed(door_sheets, book))
    days = {(s.start.date(), r) for s in booking.plan.slots.values() for r in s.rooms}
    assert len(found) == len(days)
    words = without_rooms("".join(found), book)
    secret = [m for m in booking.spec.meetings if m.confidential and m.id in booking.plan.slots]
    assert secret
    assert all(tight(m.title.zh) not in words for m in secret)
    assert words.count("保密会议") >= len(secret)
    tables = {"documents": {"door_sheets": {"confidential": True}}}
    shown = replace(book, event=replace(book.event, tables=tables))
    assert all(tight(m.title.zh) in "".join(pages(printed(door_sheets, shown))) for m in secret)
    assert "停用" in words


def test_a_room_closed_for_half_a_day() -> None:
    book = overbooked()
    booking = book.booking
    assert booking is not None
    slot = next(s for s in booking.plan.slots.values() if "R1" in s.rooms)
    span = Span(start=dt.datetime(2026, 12, 14), end=dt.datetime(2026, 12, 14, 10))
    rooms = tuple(replace(r, closed=(span,)) if r.id == "R1" else r for r in booking.spec.rooms)
    spec = replace(booking.spec, rooms=rooms)
    made = printed(door_sheets, replace(book, booking=replace(booking, spec=spec)))
    page = next(p for p in pages(made) if "一号会议室" in p)
    assert "9:00—10:00停用" in page
    assert f"{slot.start.hour}:{slot.start.minute:02d}—" in page


def test_agenda_with_time_place_and_people() -> None:
    book = city_week()
    first = next(p for p in pages(printed(agenda, book)) if p.startswith("市委常委会会议"))
    assert "2026年12月8日（星期二）9:00—11:30" in first
    assert "市委常委会会议室（市委楼3层）" in first
    assert "一、传达学习上级会议精神" in first
    lines = next(p for p in texts(printed(agenda, book).data) if p.startswith("市委常委会会议"))
    assert "苏玉衡" in lines  # no line end tears a name apart
    english = "".join(texts(printed(agenda, book, "en").data))
    assert "Priorities of work in 2027" in english


def test_agenda_of_the_event_itself() -> None:
    tables = {"notice": {"agenda": ["一、开会", {"time": "9:00", "text": "讲话", "who": "张三"}]},
              "documents": {"agenda": {}}}  # fmt: skip
    book = city_week()
    plain = replace(book, booking=None, event=replace(book.event, tables=tables))
    assert agenda.wanted(plain)
    (page,) = pages(printed(agenda, plain))
    assert "一、开会" in page
    assert "9:00" in page
    assert "讲话" in page
    bare = replace(plain, event=replace(plain.event, tables={"notice": tables["notice"]}))
    assert not agenda.wanted(bare)


def changed(book: Book) -> Book:
    booking = book.booking
    assert booking is not None
    (one, two, three, *_) = (s for s in booking.plan.slots.values() if "C3" in s.rooms)
    later = replace(one, start=one.start + dt.timedelta(hours=1), rooms=("G301",),
                    end=one.end + dt.timedelta(hours=1))  # fmt: skip
    why = (Text("三号厅水管爆裂", "a burst pipe in Hall 3"),)
    changes = (
        Rebooked(meeting=one.meeting, old=one, new=later, reasons=why),
        Rebooked(meeting=two.meeting, old=two, new=None, reasons=why),
        Rebooked(meeting=three.meeting, old=None, new=three, people=("L01",)),
    )
    return replace(book, booking=replace(booking, changes=changes))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_change_slips(language: Language) -> None:
    book = changed(city_week())
    assert rebooking_slips.wanted(book)
    assert not rebooking_slips.wanted(city_week())
    made = printed(rebooking_slips, book, language)
    assert check_pdf(made.data) == []
    assert crossed(made.data) == []
    words = "".join(pages(made))
    if language == "zh":
        assert "市政府视频会议室（市政府楼3层）" in words
        assert words.count("三号厅水管爆裂") == 2
        assert "未排定，列入候补" in words
        assert "会议新增通知单" in words
        assert "沈怀川" in words
    else:
        assert "Meetingonthewaitinglist" in words


def test_long_titles_and_names_stay_whole() -> None:
    book = overbooked()
    booking = book.booking
    assert booking is not None
    title = "关于进一步深化国有林场改革和集体林权制度改革联席会议第三次全体（扩大）会议"
    meetings = tuple(replace(m, title=Text(title, title)) for m in booking.spec.meetings)
    spec = replace(booking.spec, meetings=meetings)
    long = replace(book, booking=replace(booking, spec=spec))
    for document in (room_timetable, door_sheets, booking_list, leader_schedule, unit_schedule):
        made = printed(document, long)
        assert check_pdf(made.data) == []
        assert crossed(made.data) == []
        found = pages(made)
        assert all(title in re.sub("[特紧要大密]", "", page) or "第三次" in page for page in found)


HARD = (
    "Александр Константинопольский", "𬀩䶮", "迪丽努尔·艾合买提·阿不都热合曼",
    "=SUM(1)", "<b>甲&乙</b>", "Jean-Baptiste de la Croix-Rousse", "𫘝",
)  # fmt: skip


@pytest.mark.parametrize("document", BOOKED, ids=lambda d: d.NAME)
def test_hard_names_and_long_units(document: ModuleType) -> None:
    book = overbooked()
    booking = book.booking
    assert booking is not None
    unit = "中国（清江）自由贸易试验区管理委员会政策研究和改革创新局"
    people = {
        i: replace(p, name=HARD[n % len(HARD)], unit=unit)
        for n, (i, p) in enumerate(book.people.items())
    }
    meetings = tuple(
        replace(m, unit=unit, title=Text(HARD[n % len(HARD)], "x"), agenda=("好" * 70,))
        for n, m in enumerate(booking.spec.meetings)
    )
    name = Text("清江国际会议中心附楼多功能学术报告厅（改造后）", "Auditorium")
    rooms = tuple(replace(r, title=name, building=f"{unit}A座") for r in booking.spec.rooms)
    spec = replace(booking.spec, meetings=meetings, rooms=rooms)
    hard = replace(book, people=people, units={}, booking=replace(booking, spec=spec))
    made = printed(document, hard)
    assert made.findings == ()
    assert check_pdf(made.data) == []
    assert crossed(made.data) == []
