"""Broken inputs, one line each: what is written, and which fault must come out of it.

An expectation is (severity, file, row, column or key, words of the Chinese message).
"""

from __future__ import annotations

import pytest

HEAD = '[event]\ntitle = "会"\n'
HALL = '[[sitting]]\nid = "hall"\nform = "hall"\n'
E, R = "event.toml", "roster.xlsx"

SETTINGS = {
    "title missing": ("[event]\n" + HALL, (E, 1, "event.title", "必须写明")),
    "title empty": ('[event]\ntitle = " "\n' + HALL, (E, 2, "event.title", "不能为空")),
    "unknown key": (HEAD + "tilte_en = 'x'\n" + HALL, (E, 3, "event.tilte_en", "没有这个项目")),
    "unknown table": (HEAD + HALL + "[notices]\na = 1\n", (E, 6, "notices", "没有这个项目")),
    "event is text": ('event = "x"\n' + HALL, (E, 1, "event", "[event]")),
    "sitting is text": (HEAD + "sitting = 3\n", (E, 3, "event.sitting", "没有这个项目")),
    "sittings of numbers": ("sitting = [3]\n" + HEAD, (E, 1, "sitting", "[[sitting]]")),
    "no such day": (HEAD + 'start = "2026-02-30 9:00"\n', (E, 3, "event.start", "没有这一天")),
    "no such day, bare": (HEAD + "start = 2026-02-30\n", (E, 3, "", "没有这个日期")),
    "no such hour": (HEAD + 'start = "2026-02-03 25:00"\n', (E, 3, "event.start", "没有这一天")),
    "not a date": (HEAD + 'start = "下周三"\n', (E, 3, "event.start", "“下周三”")),
    "start is a number": (HEAD + "start = 20261210\n", (E, 3, "event.start", "20261210")),
    "start is a time": (HEAD + "start = 09:00:00\n", (E, 3, "event.start", "没有写日期")),
    "end before start": (
        HEAD + "start = 2026-12-10T09:00:00\nend = 2026-12-10T08:00:00\n",
        (E, 4, "event.end", "早于开始时间"),
    ),
    "version 0": (HEAD + "version = 0\n", (E, 3, "event.version", "写的是0")),
    "version 1.0": (HEAD + "version = 1.0\n", (E, 3, "event.version", "写的是1.0")),
    "version true": (HEAD + "version = true\n", (E, 3, "event.version", "true")),
    "language": (HEAD + 'language = "cn"\n', (E, 3, "event.language", "“cn”")),
    "pack": (HEAD + 'convention = "cn-domestik"\n', (E, 3, "event.convention", "cn-domestik")),
    "id for files": (HEAD + 'id = "a/b"\n', (E, 3, "event.id", "不能用作文件名")),
    "option": (HEAD + '[convention]\n"rostrum.evn" = "a"\n', (E, 4, '"rostrum.evn"', "没有这个")),
    "choice": (HEAD + '[convention]\n"rostrum.even" = "z"\n', (E, 4, '"rostrum.even"', "“z”")),
    "option unquoted": (HEAD + '[convention]\nrostrum.even = "a"\n', (E, 3, "rostrum", "没有这个")),
    "sitting option": (
        HEAD + HALL + 'convention = {"hall.fill" = "zz"}\n',
        (E, 6, 'sitting[hall].convention."hall.fill"', "“zz”"),
    ),
    "criterion": (HEAD + '[precedence]\nby = ["rnak"]\n', (E, 4, "precedence.by[1]", "“rnak”")),
    "strokes": (HEAD + '[precedence]\nstrokes = "x"\n', (E, 4, "precedence.strokes", "“x”")),
    "before unknown": (
        HEAD + '[precedence]\nbefore = [["张三", "A9"]]\n',
        (E, 4, "precedence.before[1]", "名册中没有“A9”"),
    ),
    "before numbers": (HEAD + "[precedence]\nbefore = [[1, 2]]\n", (E, 4, "before", "写的是")),
    "before twice": (
        HEAD + '[precedence]\nbefore = [["张三", "A1"]]\n',
        (E, 4, "precedence.before[1]", "写了两次"),
    ),
    "sitting without form": (
        HEAD + '[[sitting]]\nid = "hall"\n',
        (E, 3, "sitting[hall].form", "必须写明"),
    ),
    "sitting without id": (HEAD + '[[sitting]]\nform = "x"\n', (E, 3, "sitting[1].id", "必须")),
    "sitting key": (HEAD + HALL + "rows = 3\n", (E, 6, "sitting[hall].rows", "没有这个项目")),
    "sitting id": (HEAD + '[[sitting]]\nid = ".."\nform = "x"\n', (E, 4, "sitting", "文件名")),
    "sitting twice": (HEAD + HALL + HALL, (E, 7, "sitting[2].id", "用了两次")),
    "faces nobody": (HEAD + HALL + 'faces = "x"\n', (E, 6, "sitting[hall].faces", "“x”")),
    "faces itself": (HEAD + HALL + 'faces = "hall"\n', (E, 6, "sitting[hall].faces", "“hall”")),
    "who is a number": (HEAD + HALL + "who = 3\n", (E, 6, "sitting[hall].who", "写的是3")),
    "who has a number": (HEAD + HALL + 'who = ["a", 3]\n', (E, 6, "hall].who[2]", "写的是3")),
    "layout is a list": (HEAD + HALL + "layout = [3]\n", (E, 6, "sitting[hall].layout", "[3]")),
    "sitting order": (
        HEAD + HALL + 'precedence = { by = "x" }\n',
        (E, 6, "sitting[hall].precedence.by", "“x”"),
    ),
    "rule without id": (HEAD + '[[rule]]\nkind = "x"\n', (E, 3, "rule[1].id", "必须写明")),
    "rule without kind": (HEAD + '[[rule]]\nid = "x"\n', (E, 3, "rule[x].kind", "必须写明")),
    "rule level": (
        HEAD + '[[rule]]\nid = "x"\nkind = "k"\nlevel = "shuold"\n',
        (E, 6, "rule[x].level", "“shuold”"),
    ),
    "rule weight": (
        HEAD + '[[rule]]\nid = "x"\nkind = "k"\nweight = -1\n',
        (E, 6, "rule[x].weight", "-1"),
    ),
    "rule twice": (
        HEAD + '[[rule]]\nid = "x"\nkind = "k"\n[[rule]]\nid = "x"\nkind = "k"\n',
        (E, 7, "rule[2].id", "用了两次"),
    ),
    "rule sitting": (
        HEAD + HALL + '[[rule]]\nid = "x"\nkind = "k"\nsitting = "hal"\n',
        (E, 9, "rule[x].sitting", "“hal”"),
    ),
    "font": (HEAD + "[fonts]\nbody = 3\n", (E, 4, "fonts.body", "写的是3")),
    "roster outside": (HEAD + 'roster = "../x.xlsx"\n', (E, 3, "event.roster", "不在会议文件夹")),
    "roster absolute": (HEAD + 'roster = "/etc/passwd"\n', (E, 3, "event.roster", "不在会议")),
    "roster missing": (HEAD + 'roster = "r.xlsx"\n', (E, 3, "event.roster", "找不到名册")),
    "roster odd": (HEAD + 'roster = "a\\u0000b"\n', (E, 3, "event.roster", "名册")),
    "key twice": (HEAD + 'title = "x"\n', (E, 3, "", "写了两次")),
    "quotes": (HEAD + "place = “会堂”\n", (E, 3, "", "文字要加英文引号")),
    "gbk": ((HEAD + HALL).encode("gbk"), (E, 0, "", "GBK")),
    "utf-16": ((HEAD + HALL).encode("utf-16"), (E, 0, "", "UTF-16")),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings(name, event, faults):
    toml, (file, line, key, words) = SETTINGS[name]
    found = [f for f in faults(event(toml)) if f.severity == "fault"]
    hits = [f for f in found if words in f.message.zh and key in f.where.key]
    assert len(hits) == 1, [f.sentence().zh for f in found]
    assert (hits[0].where.file, hits[0].where.line) == (file, line)
    assert len(found) == 1, [f.sentence().zh for f in found]
    assert hits[0].message.en


H = ["编号", "姓名", "单位", "职务", "级别"]
A, B = ["A1", "张三", "市委办", "主任", 5], ["A2", "李四", "市财政局", "局长", 6]

ROSTERS = {
    "no name": ([H, ["A1", None, "x", "y", 5], B], ("fault", 2, "姓名", "没有写姓名")),
    "name of spaces": ([H, ["A1", "\u3000 ", "x", "y", 5], B], ("fault", 2, "姓名", "没有写")),
    "name is a number": ([H, ["A1", 12, "x", "y", 5]], ("fault", 2, "姓名", "“12”")),
    "id twice": ([H, A, [" Ａ１", "李四", "x", "y", 5]], ("fault", 3, "编号", "第2行（张三）重复")),
    "same row twice": ([H, A, A], ("fault", 3, "编号", "第2行（张三）重复")),
    "same person twice": (
        [H[1:], A[1:], B[1:], A[1:]],
        ("fault", 4, "姓名", "与第2行姓名、单位都相同"),
    ),
    "namesakes": ([H[1:], A[1:], ["张三", "市财政局", "", 5]], ("doubt", 3, "姓名", "同名")),
    "namesakes with ids": ([H, A, ["A2", *A[1:]]], ("doubt", 3, "姓名", "同名")),
    "rank word": ([H, ["A1", "张三", "x", "y", "正厅及"]], ("fault", 2, "级别", "“正厅及”")),
    "rank 0": ([H, ["A1", "张三", "x", "y", 0]], ("fault", 2, "级别", "“0”")),
    "rank 1.5": ([H, ["A1", "张三", "x", "y", 1.5]], ("fault", 2, "级别", "“1.5”")),
    "rank mixed": ([H, A, ["A2", "李四", "x", "y", "副厅级"]], ("doubt", 0, "级别", "既有数字")),
    "rank formula": ([H, ["A1", "张三", "x", "y", "=2+3"]], ("fault", 2, "级别", "E2是公式")),
    "error cell": ([H, ["A1", "张三", "x", "#N/A", 5]], ("fault", 2, "职务", "D2是错误值")),
    "broken character": ([H, ["A1", "张\ufffd", "x", "y", 5]], ("fault", 2, "姓名", "坏字")),
    "compatibility": ([H, ["A1", "\uf9dc三", "x", "y", 5]], ("doubt", 2, "姓名", "U+F9DC")),
    "private use": ([H, ["A1", "\ue863三", "x", "y", 5]], ("doubt", 2, "姓名", "自造字")),
    "gender": ([["姓名", "性别"], ["张三", "男的"]], ("fault", 2, "性别", "“男的”")),
    "absent": ([["姓名", "请假"], ["张三", "也许"]], ("fault", 2, "请假", "“也许”")),
    "role": ([["姓名", "身份"], ["张三", "主持入"]], ("doubt", 2, "身份", "“主持入”")),
    "date": ([["姓名", "任职时间"], ["张三", "很久"]], ("fault", 2, "任职时间", "“很久”")),
    "no such date": (
        [["姓名", "任职时间"], ["张三", "2019-02-30"]],
        ("fault", 2, "任职时间", "2019-02-30"),
    ),
    "year 19": ([["姓名", "任职时间"], ["张三", "0019-02-03"]], ("fault", 2, "任职时间", "0019")),
    "serial date": ([["姓名", "任职时间"], ["张三", 43525]], ("fault", 2, "任职时间", "43525")),
    "2019.1 as number": ([["姓名", "任职时间"], ["张三", 2019.1]], ("doubt", 2, "任职时间", "1月")),
    "substitute for nobody": ([["姓名", "代会"], ["张三", "赵六"]], ("fault", 2, "代会", "“赵六”")),
    "substitute for himself": ([["姓名", "代会"], ["张三", "张三"]], ("fault", 2, "代会", "本人")),
    "substitute of one present": (
        [["姓名", "代会"], ["张三", "李四"], ["李四", ""]],
        ("doubt", 2, "代会", "没有标请假"),
    ),
    "substitutes of each other": (
        [["姓名", "代会"], ["张三", "李四"], ["李四", "张三"]],
        ("fault", 2, "代会", "互相代会"),
    ),
    "interprets nobody": (
        [["姓名", "翻译对象"], ["张三", "Smith"]],
        ("fault", 2, "翻译对象", "“Smith”"),
    ),
    "interprets which": (
        [
            ["姓名", "单位", "翻译对象"],
            ["张三", "", "李四"],
            ["李四", "甲", ""],
            ["李四", "乙", ""],
        ],
        ("fault", 2, "翻译对象", "不止一人"),
    ),
    "spouse of another": (
        [["姓名", "配偶"], ["甲", "乙"], ["乙", "丙"], ["丙", "乙"]],
        ("fault", 2, "配偶", "另有其人"),
    ),
    "no heading": ([["张三", "市委办"], ["李四", "市财政局"]], ("fault", 1, "", "缺少“姓名”列")),
    "column twice": (
        [["姓名", "单位", "部门"], ["张三", "a", "b"]],
        ("fault", 1, "部门", "同一项内容"),
    ),
    "unknown column": ([["姓名", "血型"], ["张三", "139"]], ("doubt", 1, "血型", "没有读入")),
    "column without heading": ([["姓名", None], ["张三", "x"]], ("doubt", 1, "", "B列有内容")),
    "totals": (
        [["姓名", "级别"], ["张三", 5], ["合 计", "=B2"]],
        ("doubt", 3, "", "合计行"),
    ),
    "remark": ([["姓名"], ["张三"], ["注：以报名先后为序"]], ("doubt", 3, "", "说明文字")),
    "headings again": (
        [["姓名", "单位"], ["张三", "x"], ["姓名", "单位"]],
        ("doubt", 3, "", "重复"),
    ),
    "nobody": ([H], ("fault", 1, "", "没有人员")),
    "unit spelt twice": (
        [["姓名", "单位"], ["张三", "市局（本部）"], ["李四", "市局(本部)"]],
        ("doubt", 0, "单位", "几种写法"),
    ),
}


@pytest.mark.parametrize("name", ROSTERS)
def test_roster(name, event, faults):
    rows, (severity, row, column, words) = ROSTERS[name]
    found = faults(event(rows=rows))
    hits = [f for f in found if words in f.message.zh and f.severity == severity]
    assert hits, [f.sentence().zh for f in found]
    assert (hits[0].where.file, hits[0].where.row, hits[0].where.column) == (R, row, column)
    assert len([f for f in found if f.severity == "fault"]) <= 1 + name.startswith("substitutes")
    assert len(found) == 1 or not name.startswith("same")
    assert all(f.message.en and f.sentence().zh for f in found)


UNITS = {
    "unit not listed": ([["单位"], ["市委办"], ["市财政厅"]], ("人员", 3, "单位", "“市财政局”")),
    "unit twice": ([["单位"], ["市委办"], ["市财政局"], ["市委办"]], ("单位", 4, "单位", "第2行")),
    "unit empty": (
        [["单位", "简称"], ["市委办"], ["市财政局"], [None, "x"]],
        ("单位", 4, "单位", "没有"),
    ),
    "unit order": (
        [["单位", "序号"], ["市委办", "一"], ["市财政局", 2]],
        ("单位", 2, "序号", "“一”"),
    ),
    "unit column": ([["简称"], ["市委办"]], ("单位", 1, "", "缺少“单位”列")),
}


@pytest.mark.parametrize("name", UNITS)
def test_units(name, event, faults):
    units, expected = UNITS[name]
    found = [f for f in faults(event(rows=[H, A, B], units=units)) if f.severity == "fault"]
    assert len(found) == 1, [f.sentence().zh for f in found]
    where = found[0].where
    assert (where.sheet, where.row, where.column) == expected[:3]
    assert expected[3] in found[0].message.zh


def test_everything_at_once(event, faults):
    toml = '[event]\nversion = "x"\nfoo = 1\n[[sitting]]\nid = "h"\nfaces = "x"\n[[rule]]\nid = 3\n'
    rows = [H, ["A1", None, "x", "y", 5], ["A2", "李四", "x", "y", "九级"], ["A2", "王五", 1, 2, 3]]
    found = faults(event(toml, rows))
    words = "\n".join(f.sentence().zh for f in found if f.severity == "fault")
    for piece in (
        "event.version",
        "event.title",
        "event.foo",
        "sitting[h].form",
        "rule[3].kind",
        "没有写姓名",
        "“九级”",
        "第3行（李四）重复",
    ):
        assert piece in words, words
    assert len({f.where.file for f in found}) == 2
