"""Meetings into rooms from the outside: every verb, both languages, exit codes, files."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from seating.cli.main import main

from .conftest import tree

EVENT = """\
[event]
title = "清河区一日会议"
title_en = "A Day in Qinghe"

[booking]
days = [2026-12-14]
hours = ["9:00-12:00"]
walks = [["北楼", "南楼", 10]]
"""
ROSTER = """\
编号,姓名,英文名,级别
1,安宁,An Ning,5
2,白露,Bai Lu,6
3,陈果,Chen Guo,6
"""
ROOMS = """\
编号,名称,英文名称,楼,容量
R1,大会议室,Hall,北楼,40
R2,图书室,Library,南楼,12
"""
MEETINGS = """\
编号,会议名称,英文名称,时长,类别,参会领导,人数,开始时间,须在其后
B,办公会,Board,60,特事,安宁、白露,10,2026-12-14 9:00,
F,预算会,Budget,45,要事,安宁、陈果,8,,
R,审核会,Review,30,,陈果,6,,F
T,培训,Training,90,,,30,,
"""


@dataclass(frozen=True)
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, object]:
        """Its output as JSON."""
        found: dict[str, object] = json.loads(self.out)
        return found


Cli = Callable[..., Said]


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str]) -> Cli:
    """Return a function that runs the command in this process; many need few seconds."""

    def run(*words: str | Path, lang: str = "zh") -> Said:
        capfd.readouterr()
        code = 0
        with mock.patch.dict(os.environ, {"SEATING_LANG": lang}):
            try:
                main(list(map(str, words)))
            except SystemExit as stop:
                code = int(stop.code or 0)
        told = capfd.readouterr()
        return Said(code, told.out, told.err)

    return run


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Return a day of four meetings in two rooms, not planned."""
    folder = tmp_path / "day"
    folder.mkdir()
    for name, text in (
        ("event.toml", EVENT),
        ("roster.csv", ROSTER),
        ("rooms.csv", ROOMS),
        ("meetings.csv", MEETINGS),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def plan() -> dict[str, bytes]:
    """Hold the plan of the day once it is made."""
    return {}


@pytest.fixture
def planned(day: Path, cli: Cli, plan: dict[str, bytes]) -> Path:
    """Return the day with its plan."""
    path = day / "plan.json"
    if not plan:
        assert cli("plan", day).code == 0
        plan["plan.json"] = path.read_bytes()
    path.write_bytes(plan["plan.json"])
    return day


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replace one piece of a file."""
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def close(folder: Path, when: str = "12月14日") -> None:
    """Shut the library."""
    edit(folder, "event.toml", "walks", f'closed = {{ R2 = "{when}" }}\nwalks')


def test_the_main_job(cli: Cli, day: Path) -> None:
    """One command books, verifies and prints; a second one writes the same bytes."""
    done = cli("run", day)

    assert done.code == 0, done.err
    assert "【会议室统筹】4个会议，2间会议室，1天，3人" in done.out
    assert "独立核验通过" in done.out
    assert "全部排上" in done.out
    names = {p.name for p in (day / "out").iterdir()}
    assert {"会议室使用安排表_day.pdf", "领导日程_day.pdf", "会议室门牌日程_day.pdf"} <= names
    first = tree(day)
    assert cli("run", day).code == 0
    assert tree(day) == first


def test_the_main_job_in_english(cli: Cli, day: Path) -> None:
    done = cli("run", day, "--language", "en", lang="en")

    assert done.code == 0, done.err
    assert "[Rooms and times] 4 meetings, 2 rooms, 1 day, 3 people" in done.out
    assert "every meeting has a slot" in done.out
    assert "Room-timetable_day.pdf" in {p.name for p in (day / "out").iterdir()}


def test_show_and_check(cli: Cli, planned: Path) -> None:
    shown = cli("show", planned)
    assert shown.out.splitlines()[:2] == ["12月14日（周一）", "  09:00–10:00  图书室    B  办公会"]
    assert "Library  B  Board" in cli("show", planned, "R2", lang="en").out
    checked = cli("check", planned)
    assert (checked.code, "没有发现问题" in checked.out) == (0, True)
    assert cli("check", planned, "--format", "json").data["booking"] == {
        "meetings": 4, "rooms": 2, "rules": 28,
    }  # fmt: skip


@pytest.mark.parametrize("word", ["F", "预算会", "Budget"])
def test_why_a_meeting(cli: Cli, planned: Path, word: str) -> None:
    told = cli("why", planned, word)
    assert told.code == 0
    assert told.out.startswith("F  预算会：12月14日（周一）10:30–11:15 图书室")
    assert "安宁：“预算会”（F）与“办公会”（B）时间冲突" in told.out


def test_why_in_english_and_as_data(cli: Cli, planned: Path) -> None:
    told = cli("why", planned, "F", lang="en")
    assert told.out.startswith("F  Budget: Mon 14 Dec 10:30–11:15, Library")
    assert "An Ning: 'Budget' (F), 'Board' (B) overlap" in told.out  # the English name
    data = cli("why", planned, "F", "-n", "2", "--format", "json").data
    assert data["slot"] == {
        "start": "2026-12-14T10:30", "end": "2026-12-14T11:15", "rooms": ["R2"],
    }  # fmt: skip
    assert len(data["offers"]) == 2  # type: ignore[arg-type]


def test_why_a_person_and_why_nobody(cli: Cli, planned: Path) -> None:
    told = cli("why", planned, "陈果")
    assert "陈果的会议：" in told.out
    assert "预算会  必须参加" in told.out
    assert cli("why", planned, "陈果果").code == 2


def test_nothing_changed_nothing_moves(cli: Cli, planned: Path) -> None:
    before = (planned / "plan.json").read_bytes()
    done = cli("replan", planned)
    assert done.code == 0, done.err
    assert "没有变动" in done.out
    assert (planned / "plan.json").read_bytes() == before


def test_a_room_is_shut(cli: Cli, planned: Path, tmp_path: Path) -> None:
    """Only the meetings concerned move, only they get a slip, and diff names them."""
    old = tmp_path / "old.json"
    shutil.copy(planned / "plan.json", old)
    close(planned, "12月14日 10:30-12:00")
    stale = cli("show", planned)
    assert "改动过" in stale.err
    refused = cli("print", planned)
    assert refused.code == 2
    assert "停用" in refused.err
    assert not (planned / "out").exists()
    tried = cli("replan", planned, "--dry-run", "--format", "json")
    assert (planned / "plan.json").read_bytes() == old.read_bytes()
    rebooked = tried.data["rebooked"]
    done = cli("replan", planned)

    assert done.code == 0, done.err
    assert "方案为第2版" in done.out
    assert "会议变更通知单_day.pdf" in {p.name for p in (planned / "out").iterdir()}
    compared = cli("diff", old, planned, "--format", "json")
    assert compared.code == 1
    moved = [one["meeting"] for one in json.loads(compared.out)]
    assert moved == [one["meeting"] for one in rebooked]  # type: ignore[attr-defined]
    assert "B" not in moved
    assert cli("diff", planned, planned).code == 0


def test_freezing(cli: Cli, planned: Path) -> None:
    """Meetings, and those of people, that must not move stay, but for a room that is shut."""
    close(planned, "12月14日 10:30-12:00")
    for word in ("T", "培训"):
        done = cli("replan", planned, "--freeze", word, "--dry-run", "--format", "json")
        assert "T" not in [one["meeting"] for one in done.data["rebooked"]]  # type: ignore[attr-defined]
    data = cli("replan", planned, "--freeze", "陈果", "--dry-run", "--format", "json").data
    by_id = {one["meeting"]: one for one in data["rebooked"]}  # type: ignore[attr-defined]
    for meeting in ("F", "R"):  # their room is shut, but they keep their time
        assert by_id[meeting]["old"]["start"] == by_id[meeting]["new"]["start"]
    assert cli("replan", planned, "--freeze", "陈果果", "--dry-run").code == 2


def test_too_much_for_the_rooms(cli: Cli, day: Path) -> None:
    """What fits is booked and printed, what does not waits with its reasons; exit code 1."""
    close(day)
    done = cli("run", day)

    assert done.code == 1
    assert "1个会议排不下  已证明不能更少" in done.out
    assert "    T  培训  一般" in done.out
    assert "任选一种让步，T即可排上：" in done.out
    assert (day / "plan.json").exists()
    assert (day / "out" / "会议安排一览表_day.pdf").exists()
    assert "候补" in cli("show", day).out
    english = cli("plan", day, lang="en")
    assert (english.code, "let it wait instead: 'Board' (B)" in english.out) == (1, True)
    assert "T  Training" in english.out


def test_rules_of_the_office(cli: Cli, planned: Path) -> None:
    """An event's own rules join those of the house, or replace one of them."""
    text = (planned / "event.toml").read_text(encoding="utf-8")
    rules = """
[[rule]]
id = "day-load"
hours = 1
level = "must"

[[rule]]
id = "late"
kind = "breathing-space"
who = ["陈果"]
minutes = 15
level = "prefer"
"""
    (planned / "event.toml").write_text(text + rules, encoding="utf-8")
    checked = cli("check", planned)
    assert (checked.code, checked.err) == (0, "")
    assert "29条规则（其中27条通用）" in checked.out
    assert "改动过" in cli("show", planned).err
    (planned / "event.toml").write_text(text + rules.replace('["陈果"]', '["谁"]'), "utf-8")
    assert cli("check", planned).code == 2


def test_counting_is_told_before_planning(cli: Cli, day: Path) -> None:
    edit(day, "meetings.csv", "T,培训,Training,90,,,30", "T,培训,Training,90,,,300")
    done = cli("check", day)
    assert done.code == 1
    assert "300人" in done.err


WRONG = """\
编号,会议名称,时长,参会领导,人数,开始时间,须在其后,指定会议室,可选时间
B,办公会,很久,安宁,10,2026-12-14 9:00,,,
F,预算会,45,安宁安,8,,,,
R,审核会,30,陈果,6,,没有的会,,
T,培训,90,,,2026-12-14 11:30,,,
U,夜会,60,,,2026-12-14 23:30,,,
V,园会,60,,,,,花园,
W,月会,60,,,,,,13月40日
X,甲会,60,,,,Y,,
Y,乙会,60,,,,X,,
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_wrong_is_told_at_once(cli: Cli, planned: Path, lang: str) -> None:
    """Each fault has sheet, row and column; nothing is written, no plan is touched."""
    (planned / "meetings.csv").write_text(WRONG, encoding="utf-8")
    edit(planned, "event.toml", "9:00-12:00", "9:00-25:00")
    before = tree(planned)
    for verb in ("run", "plan", "check", "replan", "print", "export"):
        done = cli(verb, planned, lang=lang)
        assert done.code == 2, verb
        assert not done.out
    assert tree(planned) == before
    rows = "第{}行" if lang == "zh" else "row {},"
    faults = [line for line in done.err.splitlines() if "✗" in line]
    for number in (2, 3, 4, 7, 8, 9):
        assert any(rows.format(number) in line for line in faults), (number, done.err)
    assert any("event.toml" in line and "25:00" in line for line in faults)
    assert not any("Traceback" in line for line in done.err.splitlines())


def test_times_outside_of_the_hours(cli: Cli, day: Path) -> None:
    """Into the lunch hour, over midnight, on another day."""
    for start in (
        "2026-12-14 11:30",
        "2026-12-14 23:30",
        "2026-12-15 9:00",
        "12月14日（周二）9:00",
    ):
        text = MEETINGS.replace("T,培训,Training,90,,,30,", f"T,培训,Training,90,,,30,{start}")
        (day / "meetings.csv").write_text(text, encoding="utf-8")
        done = cli("check", day)
        assert done.code == 2, start
        assert "第5行，“开始时间”列" in done.err


def test_a_plan_of_something_else(cli: Cli, planned: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(planned, other)
    for old, new in (("B,", "K1,"), ("F,预", "K2,预"), ("R,", "K3,"), ("T,", "K4,")):
        text = (other / "meetings.csv").read_text(encoding="utf-8")
        (other / "meetings.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    edit(other, "meetings.csv", ",F\n", ",K2\n")
    done = cli("show", other)
    assert done.code == 2
    assert "没有本活动的会议" in done.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_exported_can_be_audited(cli: Cli, planned: Path, lang: str) -> None:
    done = cli("export", planned, "--as", "xlsx", "--as", "ics", "--language", lang, lang=lang)
    assert done.code == 0, done.err
    out = planned / "out"
    list_, *_ = out.glob("*.xlsx")
    whole = [p for p in out.rglob("*.ics") if p.name.endswith("_day.ics")]
    assert len(list(out.rglob("*.ics"))) == 6  # everything, two rooms, three people
    for path in (list_, *whole):
        audited = cli("audit", planned, "--booking", path, lang=lang)
        assert audited.code == 0, audited.out + audited.err
        assert ("没有发现问题" if lang == "zh" else "Nothing to report") in audited.out


FOREIGN = """\
会议名称,日期,开始时间,结束时间,会议室
办公会,12月14日,9:00,10:00,图书室
预算会,12月14日,9:30,10:15,R2
审核会,12月14日,11:30,12:00,图书室
消防演习,12月14日,9:00,10:00,大会议室
培训,12月14日,9:00,10:30,Hall
"""


def test_an_audit_of_a_list(cli: Cli, day: Path, tmp_path: Path) -> None:
    """No plan is needed; clashes, also with what nobody asked for, and ways out."""
    path = tmp_path / "list.csv"
    path.write_text(FOREIGN, encoding="utf-8")
    before = tree(day)
    done = cli("audit", day, "--booking", path)

    assert done.code == 1
    assert "安宁：“办公会”（B）与“预算会”（F）时间冲突" in done.out
    assert "图书室：“办公会”（B）与“预算会”（F）时间冲突" in done.out
    assert "大会议室：“培训”（T）与“消防演习”（12月14日（周一）09:00–10:00" in done.out
    ways = done.out.partition("可以这样调整")[2]
    assert "办公会" not in ways  # it is fixed by hand
    assert "“培训”（T） → 12月14日（周一）10:00–11:30 大会议室" in ways
    assert tree(day) == before
    data = cli("audit", day, "--booking", path, "--format", "json", lang="en").data
    assert (data["missing"], data["clean"]) == ([], False)


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.ics", "junk"), ("x.csv", ""), ("x.csv", "会议名称,日期\n别的会,12月14日\n"), ("x", "")],
)
def test_an_audit_of_something_unreadable(
    cli: Cli, day: Path, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = cli("audit", day, "--booking", tmp_path / name)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("✗") == 1
    assert cli("audit", day, "--booking", tmp_path / "none.xlsx").code == 2
    assert cli("audit", day).code == 2
