"""The files of a new event (新会议的模板)."""

from __future__ import annotations

import io
from pathlib import Path

from seating.cli.speech import Say

_EVENT_ZH = """\
# 会议。说明见 docs/reference/event-format.md
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
_EVENT_EN = """\
# An event.  See docs/reference/event-format.md
[event]
title = "{title}"
organiser = ""
start = 2027-01-08T09:00:00
end = 2027-01-08T11:30:00
place = ""
language = "en"               # language of the documents
convention = "cn-domestic"    # seating conventions lists them all

[precedence]
by = ["rank", "unit", "seniority", "name"]

[[sitting]]
id = "rostrum"
title = "Rostrum"
form = "rostrum"              # seating forms lists them all
who = "group:rostrum"

[[sitting]]
id = "hall"
title = "Hall"
form = "hall"
who = "group:hall"
faces = "rostrum"
[sitting.layout]
rows = 6
blocks = [4, 8, 4]

# [[rule]]                    # seating kinds lists them all
# id = "apart-1"
# kind = "apart"
# level = "must"
# sitting = "hall"
# who = ["Clara Cole", "Daniel Dale"]
"""
_PEOPLE_ZH = """\
编号|姓名|单位|职务|级别|性别|组|身份|标签|请假|代会|备注
L01|王一|市委|书记|1|男|主席台|||||示例，请替换
L02|李二|市政府|市长|2|女|主席台|主持人||||
A01|张三|市委办公室|主任|3|男|会场|||||
A02|李四|市政府办公室|主任|3|女|会场|记录||||
"""
_PEOPLE_EN = """\
id|name|unit|title|rank|gender|group|role|tags|absent|substitute for|note
L01|Anna Abel|Council|Chair|1|female|rostrum|||||an example, to be replaced
L02|Bruno Bell|Mayor's Office|Mayor|2|male|rostrum|moderator||||
A01|Clara Cole|Finance|Director|3|female|hall|||||
A02|Daniel Dale|Transport|Director|3|male|hall|note-taker||||
"""
_UNITS_ZH = """\
单位|简称|序号|类别
市委||1|
市政府||2|
市委办公室||3|
市政府办公室||4|
"""
_UNITS_EN = """\
unit|short|order|category
Council||1|
Mayor's Office||2|
Finance||3|
Transport||4|
"""


def blank_event(name: str, say: Say) -> dict[Path, bytes]:
    """Return event.toml and roster.xlsx of a new event with four example people."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, text in (
        (say("人员", "people"), say(_PEOPLE_ZH, _PEOPLE_EN)),
        (say("单位", "units"), say(_UNITS_ZH, _UNITS_EN)),
    ):
        sheet = book.create_sheet(title)
        for line in text.splitlines():
            sheet.append([int(v) if v.isdigit() else v for v in line.split("|")])
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
        for at in range(1, sheet.max_column + 1):
            sheet.column_dimensions[get_column_letter(at)].width = 14
    data = io.BytesIO()
    book.save(data)
    title = "".join(c for c in name if c.isprintable() and c not in '\\"')
    event = say(_EVENT_ZH, _EVENT_EN).format(title=title or say("新会议", "New event"))
    return {Path("event.toml"): event.encode(), Path("roster.xlsx"): data.getvalue()}
