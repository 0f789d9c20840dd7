"""What the director should know of an event at a glance (一页通的内容)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seating.documents.lists.roll import group_said, groups_of_people, head_count
from seating.documents.notices.when import period
from seating.documents.settings import keys_of
from seating.documents.words import name_of, sitting_title
from seating.facts.book import Book
from seating.facts.parameter import parameter
from seating.facts.plan import LevelResult
from seating.facts.rule import LEVEL_TITLES
from seating.facts.text import Language

NAME = "overview"


@dataclass(frozen=True, kw_only=True)
class TaskKeys:
    """One task with the unit that answers for it (责任清单)."""

    task: str = parameter("事项", "the task")
    task_en: str = parameter("英文事项", "the task, in English", default="")
    who: str = parameter("责任单位、责任人", "who answers for it", default="")
    who_en: str = parameter("英文责任人", "who, in English", default="")
    due: str = parameter("完成时限", "when it is due", default="")
    due_en: str = parameter("英文时限", "when it is due, in English", default="")
    done: bool = parameter("已办结", "it is done", default=False)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.overview]``."""

    task: tuple[TaskKeys, ...] = parameter("责任清单", "tasks and who answers", default=())


@dataclass(frozen=True)
class Block:
    """A section: heading and lines of (label, words, mark), any of them empty."""

    head: str
    lines: tuple[tuple[str, str, str], ...]


def blocks(book: Book, language: Language) -> Iterator[Block]:
    """Yield the sections; one without lines has nothing to say."""
    say = _Say(language)
    yield Block(say("基本情况", "The event"), tuple(_event(book, say)))
    yield Block(say("人数", "Numbers"), tuple(_numbers(book, say)))
    yield Block(say("场次与方案", "Sittings and plans"), tuple(_plans(book, say)))
    yield Block(say("责任清单", "Who answers"), tuple(_tasks(book, say)))
    opened = list(dict.fromkeys(_open(book, say)))
    none = say("没有待办事项。", "Nothing is open.")
    lines = [("", f"{n}. {words}", "") for n, words in enumerate(opened, 1)]
    yield Block(say("待办与提醒", "What is open"), tuple(lines or [("", none, "")]))


class _Say:
    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en


_Line = tuple[str, str, str]


def _event(book: Book, say: _Say) -> Iterator[_Line]:
    event = book.event
    if event.start:
        when = period(event.start, event.end).to(say.language)
        yield say("时间", "When"), when.rstrip("。."), ""
    if event.place.to(say.language):
        yield say("地点", "Where"), event.place.to(say.language), ""
    if event.organiser.to(say.language):
        yield say("主办", "Organiser"), event.organiser.to(say.language), ""


def _numbers(book: Book, say: _Say) -> Iterator[_Line]:
    people = list(book.people.values())
    units = {p.unit for p in people if p.unit and not p.absent}
    count = head_count(book, people)
    zh, en = [f"应到{count.due}人"], [f"{count.due} expected"]
    if count.leave:
        zh.append(f"请假{count.leave}人")
        en.append(f"{count.leave} on leave")
    if count.substitutes:
        zh.append(f"代会{count.substitutes}人")
        en.append(f"{count.substitutes} substitutes")
    if count.leave or count.substitutes:
        zh.append(f"参会{count.coming}人")
        en.append(f"{count.coming} taking part")
    of_units = f"；涉及{len(units)}个单位", f"; {len(units)} unit{'s' * (len(units) != 1)}"
    words = say("，".join(zh), ", ".join(en)) + (say(*of_units) if units else "")
    yield say("总数", "In all"), words, ""
    groups = [
        (group_said(book, name, say.language), len(members))
        for name, members in groups_of_people(book).items()
    ]
    if len(groups) > 1:
        listed = say("、", ", ").join(
            say(f"{name}{count}人", f"{name} {count}") for name, count in groups
        )
        yield say("分组", "Groups"), listed, ""


def _plans(book: Book, say: _Say) -> Iterator[_Line]:
    for sitting in book.sittings.values():
        plan = sitting.plan
        seated = len(plan.placing.places)
        room = sum(p.capacity for p in sitting.layout.places if p.usable)
        words = say(f"{seated}人就座，可用{room}座", f"{seated} seated, {room} usable places")
        if plan.moved:
            count = len(plan.moved)
            words += say(f"，{count}人依规调座", f", {count} moved by the rules")
        yield sitting_title(sitting, say.language), words, _state(plan.levels, plan.stopped, say)
    if book.booking is not None:
        booked = book.booking.plan
        words = say(
            f"{len(booked.slots)}个会议已排定会议室和时间",
            f"{len(booked.slots)} meetings have room and time",
        )
        if booked.unplaced:
            words += say(f"，{len(booked.unplaced)}个候补", f", {len(booked.unplaced)} waiting")
        state = _state(booked.levels, booked.stopped, say)
        yield say("会议室", "Rooms"), words, state


def _state(levels: Sequence[LevelResult], stopped: bool, say: _Say) -> str:
    if all(level.proven for level in levels) and not stopped:
        return say("已核验，证明最优", "verified, proven best")
    return say("已核验", "verified")


def _tasks(book: Book, say: _Say) -> Iterator[_Line]:
    zh = say.language == "zh"
    for task in keys_of(book, NAME, Keys).task:
        what = task.task if zh else task.task_en or task.task
        who = task.who if zh else task.who_en or task.who
        due = task.due_en or task.due
        words = what + (say(f"（{task.due}前）", f" (by {due})") if task.due else "")
        yield who, words, say("已办结", "done") if task.done else say("在办", "open")
    notice = book.event.tables.get("notice")
    contacts = notice.get("contact", ()) if isinstance(notice, Mapping) else ()
    for contact in contacts:
        if isinstance(contact, str):
            yield say("联系人", "Contact"), contact, ""
            continue
        name = contact.get("name", "") if zh else contact.get("name_en") or contact.get("name", "")
        words = say("　", "  ").join(w for w in (name, contact.get("phone", "")) if w)
        yield say("联系人", "Contact"), words, ""


def _open(book: Book, say: _Say) -> Iterator[str]:
    zh = say.language == "zh"
    for task in keys_of(book, NAME, Keys).task:
        if not task.done:
            what = task.task if zh else task.task_en or task.task
            who = task.who if zh else task.who_en or task.who
            yield say(
                f"{what}：{who or '未定责任单位'}" + (f"，{task.due}前" if task.due else ""),
                f"{what}: {who or 'nobody named'}"
                + (f", by {task.due_en or task.due}" if task.due else ""),
            )
    for sitting in book.sittings.values():
        title = sitting_title(sitting, say.language)
        for finding in sitting.plan.findings:
            yield say(f"{title}：", f"{title}: ") + finding.sentence.to(say.language)
        for level in sitting.plan.levels:
            if not level.proven:
                yield _unproven(title, level, say)
    if book.booking is not None:
        titles = {m.id: m.title.to(say.language) for m in book.booking.spec.meetings}
        for waiting in book.booking.plan.unplaced:
            why = say("；", "; ").join(r.to(say.language) for r in waiting.reasons[:1])
            yield say("候补：", "Waiting: ") + f"{titles.get(waiting.meeting, '')} {why}".strip()
    seated = {p for s in book.sittings.values() for p in s.plan.placing.places}
    if book.sittings and not book.booking:
        names = [
            name_of(book.people[i], say.language)
            for i in book.order
            if i not in seated and not book.people[i].absent
        ]
        if names:
            listed = say("、", ", ").join(names[:6])
            more = say(f"等{len(names)}人", f" and others, {len(names)} in all")
            tail = more if len(names) > 6 else ""
            yield say(f"没有座位：{listed}{tail}", f"Without a seat: {listed}{tail}")
    doubts = len(book.event.doubts)  # their rows change with the order of the roster
    if doubts:
        yield say(
            f"材料中有{doubts}处提醒，逐条见 seating check",
            f"{doubts} remark{'s' * (doubts != 1)} on the files: see seating check",
        )


def _unproven(title: str, level: LevelResult, say: _Say) -> str:
    words = LEVEL_TITLES[level.level].to(say.language)
    return say(
        f"{title}：“{words}”一级为{level.value}，尚未证明最优（下界{level.bound}）",
        f"{title}: level {words} is {level.value}, not proven (bound {level.bound})",
    )
