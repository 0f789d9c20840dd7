"""The files of a new event (新会议的模板)."""

from __future__ import annotations

import io
from pathlib import Path

from seating.cli.speech import Say

_EVENT = """\
# 会议 · event.  说明见 docs/reference/event-format.md
[event]
title = "{title}"
organiser = ""
start = 2027-01-08T09:00:00
end = 2027-01-08T11:30:00
place = ""
convention = "cn-domestic"   # seating conventions 可查全部惯例

[precedence]
by = ["rank", "unit", "seniority", "strokes"]   # 级别、单位、任职时间、姓氏笔画

[[sitting]]
id = "rostrum"
title = "主席台"
form = "rostrum"             # seating forms 可查全部形式
who = "group:主席台"

[[sitting]]
id = "hall"
title = "会场"
form = "hall"
who = "group:会场"
faces = "rostrum"
[sitting.layout]
rows = 6
blocks = [4, 8, 4]

# [[rule]]                   # seating kinds 可查全部规则
# id = "apart-1"
# kind = "apart"
# level = "must"
# sitting = "hall"
# who = ["张三", "李四"]
"""
_HEADINGS = (
    "编号",
    "姓名",
    "单位",
    "职务",
    "级别",
    "性别",
    "组",
    "身份",
    "标签",
    "请假",
    "代会",
    "备注",
)
_ROWS = (
    ("L01", "王一", "市委", "书记", "1", "男", "主席台", "", "", "", "", "示例，请替换"),
    ("L02", "李二", "市政府", "市长", "2", "女", "主席台", "主持人", "", "", "", ""),
    ("A01", "张三", "市委办公室", "主任", "3", "男", "会场", "", "", "", "", ""),
    ("A02", "李四", "市政府办公室", "主任", "3", "女", "会场", "记录", "", "", "", ""),
)


def blank_event(name: str, say: Say) -> dict[Path, bytes]:
    """Return event.toml and roster.xlsx of a new event with four example people."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "人员"
    sheet.append(_HEADINGS)
    for row in _ROWS:
        sheet.append([int(v) if v.isdigit() else v for v in row])
    units = book.create_sheet("单位")
    units.append(("单位", "简称", "序号", "类别"))
    for at, unit in enumerate(("市委", "市政府", "市委办公室", "市政府办公室"), start=1):
        units.append((unit, "", at, ""))
    for one in (sheet, units):
        for cell in one[1]:
            cell.font = Font(bold=True)
        one.freeze_panes = "A2"
        for at in range(1, one.max_column + 1):
            one.column_dimensions[get_column_letter(at)].width = 14
    data = io.BytesIO()
    book.save(data)
    title = name.replace("\\", "").replace('"', "")
    event = _EVENT.format(title=title or say("新会议", "New event"))
    return {Path("event.toml"): event.encode(), Path("roster.xlsx"): data.getvalue()}
