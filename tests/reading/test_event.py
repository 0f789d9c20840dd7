from __future__ import annotations

import datetime as dt

import pytest

from seating.facts.fault import BadInputError
from seating.facts.text import Text
from seating.reading.dates import NoSuchDateError, moment, partial_date
from seating.reading.event import read_event
from seating.reading.packs import convention_of

FULL = """\
[event]
id = "office-conference"
title = "全市办公室工作会议"
title_en = "Municipal Conference of Offices"
organiser = "中共清江市委办公室"
start = "2026年12月10日（星期四）上午9:00"
end = "11:30"
place = "一号会堂"
version = 2
paper = "A4"
classification = "内部"
[convention]
"rostrum.even" = "b"
[precedence]
by = ["unit", "rank"]
units = ["市财政局", "市委办公室"]
before = ["王五", "张三"]
[[sitting]]
id = "rostrum"
title = "主席台"
form = "rostrum"
who = "group:主席台"
layout.rows = [9]
[[sitting]]
id = "hall"
form = "hall"
faces = "rostrum"
convention = { "rostrum.even" = "a" }
precedence = { by = ["rank"], before = [["A2", "A1"]] }
[sitting.layout]
rows = 16
blocks = [6, 10, 6]
[[rule]]
id = "feud"
kind = "apart"
level = "should"
weight = 3
sitting = "hall"
who = ["id:A1", "id:A2"]
text = "两人不宜邻座"
[[rule]]
id = "due-place"
level = "off"
[notice]
x = 1
[fonts]
body = "宋体"
"""


def test_everything(event):
    found = read_event(event(FULL))
    assert found.id == "office-conference"
    assert found.title == Text("全市办公室工作会议", "Municipal Conference of Offices")
    assert found.organiser == Text("中共清江市委办公室", "中共清江市委办公室")
    assert found.start == dt.datetime(2026, 12, 10, 9)
    assert found.end == dt.datetime(2026, 12, 10, 11, 30)
    assert (found.version, found.classification, found.paper) == (2, "内部", "A4")
    assert [p.id for p in found.people] == ["A1", "A2", "A3"]
    assert [(u.name, u.order) for u in found.units] == [("市财政局", 1), ("市委办公室", 2)]
    assert found.precedence.before == (("A3", "A1"),)
    rostrum, hall = found.sittings
    assert (rostrum.title.zh, hall.title.zh, hall.faces) == ("主席台", "hall", "rostrum")
    assert rostrum.who == ("group:主席台",)
    assert (rostrum.layout, hall.layout["blocks"]) == ({"rows": [9]}, [6, 10, 6])
    assert hall.order is not None
    assert hall.order.before == (("A2", "A1"),)
    assert rostrum.order is None
    off, feud = found.rules
    assert (feud.level, feud.weight, feud.sitting) == ("should", 3, "hall")
    assert feud.parameters == {"who": ["id:A1", "id:A2"]}
    assert feud.where is not None
    assert (feud.where.key, feud.where.line) == ("rule[feud]", 33)
    assert (off.kind, off.level) == ("due-place", "off")
    assert found.tables == {
        "convention": {"rostrum.even": "b"},
        "notice": {"x": 1},
        "fonts": {"body": "宋体"},
    }
    assert found.fonts == {"body": "宋体"}
    assert not found.doubts
    assert len(found.digest) == 64
    assert convention_of(found)["rostrum.even"] == "b"
    assert convention_of(found, hall)["rostrum.even"] == "a"
    assert read_event(event(FULL) / "event.toml") == found


def test_bom_and_crlf(event):
    assert read_event(event(("\ufeff" + FULL).replace("\n", "\r\n"))).id == "office-conference"


def test_defaults(event):
    found = read_event(event('[event]\ntitle = "会"\n[[sitting]]\nid = "h"\nform = "hall"\n'))
    assert (found.id, found.convention, found.language) == ("会议", "cn-domestic", "zh")
    assert found.start is found.end is None


MINOR = [
    ('"Municipal Conference of Offices"', '"Conference"'),
    ('paper = "A4"', ""),
    ('text = "两人不宜邻座"', 'text = "不宜邻座"'),
    ('body = "宋体"', 'body = "楷体"'),
    ("x = 1", "x = 2"),
    ("version = 2", "version = 3"),
    ('title = "主席台"', 'title = "台上"'),
]
MAJOR = [
    ('"rostrum.even" = "b"', '"rostrum.even" = "a"'),
    ('by = ["unit", "rank"]', 'by = ["rank"]'),
    ("rows = 16", "rows = 15"),
    ("weight = 3", "weight = 4"),
    ('"id:A1", "id:A2"', '"id:A1", "id:A3"'),
    ('level = "off"', 'level = "prefer"'),
    ('"王五", "张三"', '"张三", "王五"'),
    ('faces = "rostrum"', ""),
    ('"市财政局", "市委办公室"', '"市委办公室", "市财政局"'),
]


@pytest.mark.parametrize(("old", "new"), MINOR)
def test_digest_ignores_what_is_only_printed(event, old, new):
    assert read_event(event(FULL)).digest == read_event(event(FULL.replace(old, new))).digest


@pytest.mark.parametrize(("old", "new"), MAJOR)
def test_digest_follows_what_matters(event, old, new):
    assert old in FULL
    assert read_event(event(FULL)).digest != read_event(event(FULL.replace(old, new))).digest


def test_digest_ignores_the_order_of_rules_and_keys(event):
    head, one, two = FULL[: FULL.index("[[rule]]")], *FULL.split("[[rule]]\n")[1:]
    two, rest = two.split("[notice]")
    lines = sorted(one.splitlines())
    swapped = head + "[[rule]]\n" + two + "[[rule]]\n" + "\n".join(lines) + "\n[notice]" + rest
    assert read_event(event(FULL)).digest == read_event(event(swapped)).digest


def test_an_order_of_units_in_both_places_is_doubted(event):
    units = [["单位", "序号"], ["市委办公室", 1], ["市财政局", 2]]
    found = read_event(event(FULL, units=units))
    assert [f.where.key for f in found.doubts] == ["precedence.units"]
    assert found.units[0].name == "市委办公室"


def test_a_unit_nobody_belongs_to_is_doubted(event):
    found = read_event(event(FULL.replace('["市财政局"', '["市财正局"')))
    assert [f.where.key for f in found.doubts] == ["precedence.units[1]"]
    assert "“市财政局”" in found.doubts[0].advice.zh


def test_missing_things(event, faults, tmp_path):
    assert "找不到这个文件夹" in faults(tmp_path / "x")[0].message.zh
    assert "没有名册" in faults(event(rows=None))[0].message.zh
    assert "没有 event.toml" in faults(tmp_path)[0].message.zh
    (tmp_path / "meeting.toml").write_text("")
    assert "“meeting.toml”" in faults(tmp_path)[0].advice.zh
    (tmp_path / "notes.md").write_text("")
    assert "不是会议文件夹" in faults(tmp_path / "notes.md")[0].message.zh
    assert "找不到" in faults(tmp_path / "other.toml")[0].message.zh


def test_a_path_that_no_system_has(faults, tmp_path):
    assert "打不开" in faults(tmp_path / ("x" * 300))[0].message.zh


def test_a_useless_settings_file_does_not_hide_the_roster(event, faults):
    found = faults(event("[event\n", [["姓名", "级别"], ["张三", "九级"]]))
    assert [f.where.file for f in found] == ["event.toml", "roster.xlsx"]


def test_a_link_out_of_the_folder_is_refused(event, faults, tmp_path):
    (tmp_path / "secret.csv").write_text("姓名\n张三\n", "utf-8")
    folder = event('[event]\ntitle = "会"\nroster = "r.csv"\n', rows=None)
    (folder / "r.csv").symlink_to(tmp_path / "secret.csv")
    assert "不在会议文件夹之内" in faults(folder)[0].message.zh


def test_two_rosters_are_doubted(event):
    found = read_event(event(roster_csv="姓名\n赵六\n".encode()))
    assert "用的是 roster.xlsx" in found.doubts[0].message.zh
    assert len(found.people) == 3


def test_times_without_hours_and_with_zones_are_doubted(event):
    toml = (
        '[event]\ntitle = "会"\nstart = 2026-12-10T09:00:00+08:00\nend = 2026-12-10\n'
        '[[sitting]]\nid = "h"\nform = "hall"\n'
    )
    found = read_event(event(toml))
    assert [f.where.key for f in found.doubts] == ["event.start", "event.end"]
    assert found.start == dt.datetime(2026, 12, 10, 9)
    assert found.end == dt.datetime(2026, 12, 10, 23, 59)


def test_nothing_to_plan_is_doubted(event):
    assert "没有可排" in read_event(event('[event]\ntitle = "会"\n')).doubts[0].message.zh


def test_faults_carry_the_doubts_too(event):
    with pytest.raises(BadInputError) as caught:
        read_event(event("[event]\n", [["姓名", "血型"], ["张三", "1"]]))
    assert [f.severity for f in caught.value.faults] == ["fault", "doubt", "doubt"]


MOMENTS = [
    ("2026-12-10 09:00", (2026, 12, 10, 9, 0)),
    ("2026-12-10T09:00:00", (2026, 12, 10, 9, 0)),
    ("2026-12-10T09:00:00.25Z", (2026, 12, 10, 9, 0)),
    ("2026/12/10 9:00", (2026, 12, 10, 9, 0)),
    ("2026.12.10 9：05", (2026, 12, 10, 9, 5)),
    ("20261210 0905", None),
    ("2026年12月10日9时", (2026, 12, 10, 9, 0)),
    ("2026年12月10日 9点半", (2026, 12, 10, 9, 30)),
    ("2026年12月10日周四下午3时15分", (2026, 12, 10, 15, 15)),
    ("2026年12月10日（星期四）下午15:00", (2026, 12, 10, 15, 0)),
    ("2026年12月10日中午12:30", (2026, 12, 10, 12, 30)),
    ("2026-12-10 (Thu) 2:30 pm", (2026, 12, 10, 14, 30)),
    ("2026-12-10 12:10 am", (2026, 12, 10, 0, 10)),
    ("二〇二六年十二月", None),
    ("二〇二六年十二月十日下午三点半", (2026, 12, 10, 15, 30)),
    ("2026年12月", None),
    ("", None),
    ("9", None),
    (True, None),
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_moments(text, expected):
    found = moment(text)
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert found.day is not None
        assert found.time is not None
        assert (*found.day.timetuple()[:3], found.time.hour, found.time.minute) == expected


def test_days_that_do_not_exist():
    for text in ("2026-02-30 9:00", "2026-13-01 9:00", "2026-12-10 24:30", "2026年2月29日"):
        with pytest.raises(NoSuchDateError):
            moment(text)
    for text in ("2019-13", "2019.0", "2019-02-29", "201900", "0019年", "3019-01"):
        with pytest.raises(NoSuchDateError):
            partial_date(text)
    assert partial_date("2020-02-29") == "2020-02-29"
