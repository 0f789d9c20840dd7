"""The columns of the roster and of the sheet of units (名册列名)."""

from __future__ import annotations

from seating.facts.text import Text
from seating.reading.columns import Column, Columns


def _column(field: str, zh: str, en: str, more: str = "", *, required: bool = False) -> Column:
    aliases = tuple(word.strip() for word in more.split(",") if word.strip())
    return Column(field=field, title=Text(zh, en), aliases=aliases, required=required)


PEOPLE = Columns(
    [
        _column("id", "编号", "id", "人员编号, 工号, 代码, person id, code"),
        _column(
            "name",
            "姓名",
            "name",
            "名字, 人员, 人员姓名, 参会人员, 参会人, 参会人姓名, 与会人员, 与会人, 嘉宾, 嘉宾姓名, "
            "中文名, 中文姓名, full name, person",
            required=True,
        ),
        _column(
            "unit",
            "单位",
            "unit",
            "工作单位, 部门, 单位名称, 所在单位, 单位部门, 工作部门, 组织, 机构, 公司, 参会单位, "
            "organisation, organization, department, company, institution, affiliation",
        ),
        _column(
            "title",
            "职务",
            "title",
            "职位, 现任职务, 现职务, 行政职务, 岗位, 头衔, post, position, job title",
        ),
        _column("rank", "级别", "rank", "职级, 行政级别, 职务级别, 职务层次, grade, level"),
        _column("gender", "性别", "gender", "sex"),
        _column("group", "组别", "group", "组, 分组, 小组, 组名, team"),
        _column("role", "身份", "role", "角色, 参会身份, 会议角色, 会议身份, 分工, roles"),
        _column("tags", "标签", "tags", "标记, tag, label, labels"),
        _column("absent", "请假", "absent", "是否请假, 缺席, 请假情况, on leave, leave, absence"),
        _column(
            "substitutes",
            "代会",
            "substitute for",
            "代会对象, 代谁参会, 代谁, 替会, 替谁参会, 代替, 代替谁, 被代会人, 代会何人, replaces, "
            "substitute, stands in for",
        ),
        _column(
            "interprets", "翻译对象", "interprets", "为谁翻译, 翻译谁, 被翻译人, interpreter for"
        ),
        _column(
            "seniority",
            "任职时间",
            "seniority",
            "任现职时间, 任现职级时间, 任现级时间, 任职日期, 任现职日期, 任职年月, appointed, "
            "in post since",
        ),
        _column("reading", "拼音", "reading", "姓名拼音, 读音, pinyin"),
        _column("side", "主客", "side", "主客方, 宾主, 方, 所属方, party"),
        _column("spouse", "配偶", "spouse", "伴侣, partner"),
        _column("knows", "相识", "knows", "熟人, 认识, 相识的人, 认识的人, acquaintances, friends"),
        _column(
            "name_en",
            "英文名",
            "name (en)",
            "英文姓名, 姓名英文, 外文名, 外文姓名, english name, en name, name in english",
        ),
        _column(
            "title_en",
            "英文职务",
            "title (en)",
            "职务英文, 英文职位, 外文职务, english title, en title, title in english",
        ),
        _column("phone", "电话", "phone", "手机, 手机号, 联系电话, 联系方式, mobile, telephone"),
        _column(
            "arrival", "签到组", "arrival group", "报到组, 报到点, 签到台, check-in desk, arrival"
        ),
        _column("car", "车号", "car", "乘车, 车辆, 乘车安排, 车次, vehicle, bus"),
        _column("lodging", "住宿房间", "lodging", "房间, 房间号, 房号, 住宿, room, hotel room"),
        _column("meals", "用餐", "meals", "就餐, 餐券, 用餐地点, meal, dining"),
        _column("award", "奖项", "award", "受奖, 表彰, prize, honour"),
        _column("note", "备注", "note", "说明, 注, notes, remark, remarks, comment, comments"),
    ],
    numbering=Text(
        '要照名单的次序排，把这一列改名为“编号”，并在 [precedence] 写 by = ["id"]。',
        "To seat people as they are numbered, call the column 'id' and write by = [\"id\"] in "
        "[precedence].",
    ),
)

UNITS = Columns(
    [
        _column(
            "name",
            "单位",
            "unit",
            "单位名称, 名称, 单位全称, 全称, 部门, 机构, name, full name, organisation, "
            "organization",
            required=True,
        ),
        _column("short", "简称", "short", "单位简称, short name, abbreviation"),
        _column("order", "序号", "order", "顺序, 排序, 次序, 单位排序, 位次, no"),
        _column("category", "类别", "category", "分类, 单位类别, 类型, kind, type"),
        _column(
            "name_en",
            "英文名",
            "name (en)",
            "英文名称, 单位英文名, english name, unit (en), en name",
        ),
        _column("category_en", "类别英文", "category (en)", "类别英文名, 英文类别, kind (en)"),
    ]
)
