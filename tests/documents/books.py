"""Books made by hand for the documents' tests: a rostrum of 9 and a hall of 16 x 22."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from typing import Any

from seating.facts.book import Book, BookSitting
from seating.facts.convention import Convention
from seating.facts.event import Event, PrecedenceSpec, Sitting
from seating.facts.people import Person, Unit
from seating.facts.plan import Placing, Plan, SittingPlan
from seating.facts.text import Text
from seating.facts.venue import Layout, Need
from seating.forms.hall import Hall
from seating.forms.rostrum import Rostrum

CONVENTION = Convention(
    id="cn-domestic",
    title=Text("国内会议", "domestic"),
    source="",
    values={
        "rostrum.side": "left",
        "rostrum.even": "axis",
        "rostrum.two": "left",
        "rostrum.centre": "first",
        "rostrum.moderator": "rank",
        "hall.fill": "rows",
        "hall.start": "axis",
        "hall.side": "left",
        "hall.access": "cn",
    },
)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉红建国文斌辉力永健世广志义兴良海"
    "山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子"
)
ENGLISH = ("Zhang Xiaoming", "Li Wei", "Ouyang Jianguo", "Wang Jianguo")
RARE = ("张𬀩", "李䶮", "王㛃", "赵堃", "孙𫘝", "买买提·吐尔逊", "欧阳建国", "司马相如风")
UNIT_NAMES = (
    "市委办公室", "市人大常委会办公室", "市政府办公室", "市政协办公室", "市纪委监委机关",
    "市委组织部", "市委宣传部", "市委统战部", "市委政法委", "市发展和改革委员会", "市教育局",
    "市科学技术局", "市工业和信息化局", "市公安局", "市民政局", "市司法局", "市财政局",
    "市人力资源和社会保障局", "东城区", "西城区", "南湖区", "北山县", "江口县", "经济技术开发区",
    "市交通投资集团", "市城市建设投资集团",
)  # fmt: skip
LEADERS = (
    ("高志远", "市委", "书记"), ("林静", "市政府", "市长"), ("欧阳建国", "市人大常委会", "主任"),
    ("赵堃", "市政协", "主席"), ("马文斌", "市委", "副书记"), ("张𬀩", "市委", "常委、常务副市长"),
    ("何丽", "市委", "常委、组织部部长"), ("郑国强", "市委", "常委、秘书长"),
    ("唐敏", "市政府", "副市长、市公安局局长"),
)  # fmt: skip


def unit(name: str, i: int) -> Unit:
    category = "党群机关" if i < 9 else "市直部门" if i < 18 else "区县" if i < 24 else "企业"
    short = (
        name.replace("常委会办公室", "办")
        .replace("办公室", "办")
        .replace("发展和改革委员会", "发改委")
    )
    short = short.replace("人力资源和社会保障局", "人社局").replace("工业和信息化局", "工信局")
    short = short.replace("科学技术局", "科技局").replace("经济技术开发区", "经开区")
    short = short.replace("市交通投资集团", "市交投").replace("市城市建设投资集团", "市城投")
    return Unit(name=name, short=short, order=i + 1, category=category, name_en=f"Office {i + 1}")


def people(count: int, seed: int = 7) -> list[Person]:
    rng = random.Random(seed)
    names: list[str] = list(RARE)
    seen = set(names) | {n for n, _, _ in LEADERS}
    while len(names) < count:
        name = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2, 2))))
        if name not in seen:
            seen.add(name)
            names.append(name)
    names = names[:count]
    rng.shuffle(names)
    per = max(1, -(-count // len(UNIT_NAMES)))
    return [
        Person(
            id=f"p{i:04d}",
            name=name,
            unit=UNIT_NAMES[min(i // per, len(UNIT_NAMES) - 1)],
            title="副局长" if i % 3 else "局长",
            name_en=f"{rng.choice(ENGLISH)} {i}",
        )
        for i, name in enumerate(names)
    ]


def leaders() -> list[Person]:
    return [
        Person(
            id=f"L{i}",
            name=n,
            unit=u,
            title=t,
            rank=i,
            name_en=f"Leader Number {i}",
            title_en="Vice Mayor",
        )
        for i, (n, u, t) in enumerate(LEADERS, 1)
    ]


def fill(layout: Layout, ids: list[str]) -> Placing:
    seats = [p.id for p in layout.seats if not p.purpose]
    return Placing(sitting="", places=dict(zip(ids, seats, strict=False)))


def shuffled(mapping: Mapping[str, Any], seed: int) -> dict[str, Any]:
    items = list(mapping.items())
    random.Random(seed).shuffle(items)
    return dict(items)


def book(
    *,
    count: int = 320,
    hall: Mapping[str, Any] | None = None,
    rows: tuple[int, ...] = (),
    shuffle: int = 0,
    classification: str = "",
    leaders_count: int = 9,
) -> Book:
    """Return a book with a rostrum and a hall that faces it."""
    top, crowd = leaders()[:leaders_count], people(count)
    crowd.append(Person(id="a1", name="缺席人", unit=UNIT_NAMES[0], absent=True))
    crowd.append(Person(id="a2", name="田野", unit=UNIT_NAMES[2], absent=True))
    if count > 4:
        first = crowd[2]
        crowd[2] = Person(
            id=first.id, name=first.name, unit=first.unit, title="副主任", substitutes="a2",
            name_en=first.name_en,
        )  # fmt: skip
    stage = Rostrum(rows=rows).build(Need(count=len(top)), CONVENTION)
    parameters: dict[str, Any] = {
        "rows": 16, "blocks": (6, 10, 6), "unusable": ("16-1..2",), "reserved": ("1-1..4",),
        "wheelchair": ("16-21",), "doors": ("rear-left", "rear-right"), "cross_aisles": (8,),
    }  # fmt: skip
    room = Hall(**(parameters if hall is None else hall)).build(Need(count=count), CONVENTION)
    crowd_ids = [p.id for p in crowd if not p.absent]
    plans = {
        "stage": SittingPlan(placing=fill(stage, [p.id for p in top]), levels=()),
        "hall": SittingPlan(placing=fill(room, crowd_ids), levels=()),
    }
    sittings = (
        Sitting(id="stage", title=Text("主席台", "rostrum"), form="rostrum"),
        Sitting(id="hall", title=Text("会场", "hall"), form="hall", faces="stage"),
    )
    layouts = {"stage": stage, "hall": room}
    everybody = [*top, *crowd]
    short = [
        Unit(name=n, short=n, order=0, category="领导")
        for n in ("市委", "市政府", "市人大常委会", "市政协")
    ]
    units = {u.name: u for u in [*(unit(n, i) for i, n in enumerate(UNIT_NAMES)), *short]}
    folk = {p.id: p for p in everybody}
    if shuffle:
        folk, units = shuffled(folk, shuffle), shuffled(units, shuffle)
        for plan in plans.values():
            object.__setattr__(plan.placing, "places", shuffled(plan.placing.places, shuffle))
    event = Event(
        id="test", title=Text("全市高质量发展大会", "City Conference on High-Quality Development"),
        organiser=Text("市委办公室", "Municipal Office"),
        start=dt.datetime(2026, 12, 8, 9), end=None, place=Text("市会议中心", "Conference Centre"),
        language="zh", convention="cn-domestic", version=2, people=tuple(everybody),
        units=tuple(units.values()), sittings=sittings, rules=(), precedence=PrecedenceSpec(),
        classification=classification,
    )  # fmt: skip
    order = tuple(p.id for p in everybody)
    return Book(
        event=event, people=folk, units=units, order=order,
        sittings={
            s.id: BookSitting(sitting=s, layout=layouts[s.id], order=order, plan=plans[s.id])
            for s in sittings
        },
        plan=Plan(event="test", version=2, digest="", sittings=plans),
    )  # fmt: skip
