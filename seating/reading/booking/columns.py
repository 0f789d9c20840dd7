"""The sheets of a booking: which there are, and their columns (会议室统筹各表的列名).

The fields are also the keys of ``[[room]]``, ``[[meeting]]`` and ``[[leave]]``.
"""

from __future__ import annotations

from typing import Literal

from seating.facts.booking import LAYOUTS
from seating.facts.text import Text
from seating.reading.columns import Column, Columns
from seating.reading.words import key

Kind = Literal["meetings", "rooms", "leave", "walks", "kit"]

_NAMES: dict[Kind, str] = {
    "meetings": "会议 meetings 会议申请 会议申请表 会议需求 会议表 meeting",
    "rooms": "会议室 rooms 会议室表 会议室台账 room",
    "leave": "请假外出 leave 请假 外出 请假表 领导外出 absences",
    "walks": "楼间步行 walks 步行时间 楼间步行时间 walk walking",
    "kit": "移动设备 kit 设备 movable 移动设备表",
}
_KINDS: dict[str, Kind] = {
    key(word): kind for kind, words in _NAMES.items() for word in words.split()
}
_LAYOUT_WORDS = {
    "theatre": "剧场式 影院式 礼堂式 排座式 theater auditorium",
    "classroom": "课堂式 教室式 school schoolroom",
    "table": "会议桌 长桌 长桌式 圆桌 圆桌式 围桌 围桌式 桌式 conference boardroom meeting",
    "u-shape": "U型 U形式 U型式 马蹄形 u-shaped ushape u",
    "square": "回形 回型 回字型 口字形 口字型 hollow-square hollow",
    "banquet": "宴会 宴会桌 中餐 rounds dinner",
}
LAYOUT_WORDS = {
    key(word): name
    for name, title in LAYOUTS.items()
    for word in (name, title.zh, title.en, *_LAYOUT_WORDS[name].split())
}


def kind_of_sheet(name: str) -> Kind | None:
    """Return what a sheet or a file of this name holds; ``None`` if nothing of a booking."""
    return _KINDS.get(key(name))


def layout_of(word: str) -> str:
    """Return the layout that a word means, or the user's own word as it is."""
    return LAYOUT_WORDS.get(key(word), word)


def _columns(lines: str, required: str = "") -> Columns:
    """Read ``field|heading|further headings`` lines."""
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        field, zh, en, more = (part.strip() for part in line.split("|"))
        aliases = tuple(word.strip() for word in more.split(",") if word.strip())
        found.append(
            Column(
                field=field,
                title=Text(zh, en),
                aliases=aliases,
                required=field in required.split(),
            )
        )
    return Columns(found)


MEETINGS = _columns(
    """
    id        |编号    |id         |会议编号, 序号, 申请编号, meeting id, no
    title     |会议名称|title      |会议, 名称, 会议题目, 议题, meeting, name, subject
    title_en  |英文名称|title (en) |英文名, 会议英文名, english title, title in english
    part      |分会场  |part       |会场, 分组, 组别, 场地, hall, group
    part_en   |分会场英文名|part (en)|分组英文名, english part, part in english
    minutes   |时长    |duration   |会议时长, 用时, 时间长度, 预计时长, minutes, length
    unit      |承办单位|unit       |主办单位, 单位, 申请单位, 牵头单位, 组织单位, organiser, host
    priority  |类别    |priority   |会议类别, 优先级, 等级, 轻重缓急, 级别, class, category
    required  |参会领导|required   |必须参加, 必到人员, 出席, 出席人员, 参会人员, attendees
    preferred |邀请参加|preferred  |希望参加, 可参加, 列席, 列席人员, 建议参加, optional, invited
    number    |人数    |people     |参会人数, 预计人数, 规模, number, size, headcount
    layout    |布置    |layout     |会场布置, 会场形式, 摆台, 摆台形式, 座位形式, seating
    equipment |设备要求|equipment  |设备, 所需设备, 设备需求
    kit       |移动设备|kit        |借用设备, movable kit, movable equipment
    rooms     |指定会议室|rooms    |限定会议室, 会议室, 地点, room, only rooms
    wishes    |意向会议室|wishes   |希望会议室, 首选会议室, wished rooms, preferred rooms
    day       |日期    |day        |会议日期, 开会日期, date
    start     |开始时间|start      |固定时间, 会议时间, 时间, 开会时间, starts, begin, time
    end       |结束时间|end        |结束, ends, finish
    windows   |可选时间|windows    |可用时间, 时间范围, 时段, 希望时间, 时间要求, window, when
    after     |须在其后|after      |前置会议, 在谁之后, 在其后, 先开的会, comes after
    gap       |间隔    |gap        |最少间隔, 间隔分钟, interval
    other_day |不同日  |other day  |错开日期, 不在同一天, 须另日, not the same day as
    setup     |会前准备|set-up     |准备时间, 布场时间, 布置时间, setup time, prepare
    clear     |会后清场|clearing   |清场时间, 撤场时间, 清场, clear, clear-away, teardown
    confidential|保密  |confidential|是否保密, 涉密, 是否涉密, secret
    contact   |联系人  |contact    |会议联系人, 联系电话, 联系方式
    agenda    |议程    |agenda     |会议议程, 议题安排, programme
    agenda_en |英文议程|agenda (en)|议程英文, agenda in english
    who       |本场人员|who        |分组名单, 分会场人员, 分会场名单, in this part
    note      |备注    |note       |说明, notes, remark, remarks, comment
    """
)

ROOMS = _columns(
    """
    id        |编号    |id         |会议室编号, 房号, room id, no
    title     |名称    |name       |会议室, 会议室名称, title, room
    title_en  |英文名称|name (en)  |英文名, english name, title (en)
    building  |楼      |building   |楼号, 楼栋, 楼宇, 所在楼, 大楼
    building_en|楼英文名|building (en)|英文楼名, building in english
    floor     |楼层    |floor      |层, 所在楼层, storey
    capacity  |容量    |capacity   |容纳人数, 座位数, 可容人数, seats, size
    """
    + "\n".join(f"{n}|{t.zh}|{t.en}|{t.zh}人数, {t.zh}容量" for n, t in LAYOUTS.items())
    + """
    equipment |设备    |equipment  |固定设备, 设备设施, facilities
    open      |开放时间|open       |可用时间, 开放, opening hours, hours
    closed    |停用时间|closed     |停用, 维修, 停用时段, closures, out of use
    users     |使用单位|users      |限用单位, 可用单位, 使用范围, only for
    standing  |档次    |standing   |等级, 规格, 级别, class
    beside    |相邻会议室|beside   |相邻, 隔壁, next to, next door
    note      |备注    |note       |说明, notes, remark, remarks
    """
)

LEAVES = _columns(
    """
    who       |姓名    |who        |人员, 领导, 谁, 编号, name, person
    when      |时间    |when       |请假时间, 外出时间, 时段, 起止时间, period
    start     |开始    |start      |开始时间, 起, 开始日期, 从, from, starts
    end       |结束    |end        |结束时间, 止, 结束日期, 到, to, until, ends
    reason    |事由    |reason     |原因, 请假事由, 外出事由, 去向, why
    reason_en |英文事由 |reason (en) |事由英文, english reason, reason in english
    note      |备注    |note       |说明, notes, remark
    """,
    required="who",
)

WALKS = _columns(
    """
    a         |楼一    |building a |楼, 起点, 从, 楼A, from, a
    b         |楼二    |building b |另一楼, 终点, 到, 楼B, to, b
    minutes   |分钟    |minutes    |步行时间, 步行分钟, 时间, 用时, time
    """,
    required="a b minutes",
)

KIT = _columns(
    """
    name      |设备    |name       |名称, 设备名称, 移动设备, kit, item
    number    |数量    |number     |台数, 件数, 台, count, pieces
    note      |备注    |note       |说明, notes, remark
    """,
    required="name number",
)

SHEET_TITLES: dict[Kind, Text] = {
    "meetings": Text("会议", "Meetings"),
    "rooms": Text("会议室", "Rooms"),
    "leave": Text("请假外出", "Leave"),
    "walks": Text("楼间步行", "Walks"),
    "kit": Text("移动设备", "Kit"),
}

COLUMNS: dict[Kind, Columns] = {
    "meetings": MEETINGS,
    "rooms": ROOMS,
    "leave": LEAVES,
    "walks": WALKS,
    "kit": KIT,
}
