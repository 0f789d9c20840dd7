"""Seats in a car, a bus, or a motorcade (乘车座次).

Vehicles are drawn from above and drive up the drawing (gaze 90°), so left and right of the
drawing are those of the people in it.  The driver sits at the left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from seating.facts.convention import Convention
from seating.facts.parameter import parameter
from seating.facts.text import Text
from seating.facts.venue import Fixture, Layout, Link, Need, Place, View
from seating.forms.form import Form, FormError, Line
from seating.forms.rows import beside, clean, point
from seating.forms.table_company import expected
from seating.forms.vehicle_fill import Rider, fill
from seating.forms.vehicle_seats import DRIVERS, TYPES, Cabin, cabin

_AHEAD = 90.0
_SEAT = 550.0  # from seat to seat in a row, mm
_ROW = 900.0  # from row to row, mm
_NOSE = 1300.0  # bonnet before the front seats and boot behind the last, mm
_BETWEEN = 2500.0  # between two cars of a motorcade, mm
_RULES_SOURCE = "http://121.40.59.124/thread-28048-1-1.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Car:
    """One vehicle of a motorcade, in the order of driving (车队中的一辆)."""

    type: str = parameter("车型", "kind of vehicle", default="sedan-5", choices=TYPES)
    driver: str = parameter("谁开车", "who drives", default="employed", choices=DRIVERS)
    party: str = parameter("只坐某一方：host或guest", "one side only: host or guest", default="")
    order: int = parameter("按位次第几辆坐，0为按行驶次序", "turn of filling", default=0, minimum=0)


@dataclass(frozen=True, kw_only=True)
class Vehicle(Form):
    """One vehicle, or several one behind the other."""

    NAME: ClassVar[str] = "vehicle"
    TITLE: ClassVar[Text] = Text("乘车", "vehicle")
    FAMILY: ClassVar[str] = "vehicle"
    SOURCE: ClassVar[str] = _RULES_SOURCE
    SIDES: ClassVar[bool] = True
    PURPOSES: ClassVar[tuple[str, ...]] = ("driver", "interpreter")
    OPTIONS: ClassVar[tuple[str, ...]] = ("vehicle.behind_driver", "vehicle.mpv")
    VIEWS: ClassVar[tuple[View, ...]] = ("audience",)
    VIEW_TITLES: ClassVar[Mapping[View, Text]] = {
        "audience": Text(
            "从上方看，车头朝上，左右即乘车人的左右",
            "seen from above, driving upwards: left and right are those of the people in it",
        )
    }

    type: str = parameter("车型", "kind of vehicle", default="sedan-5", choices=TYPES)
    driver: str = parameter(
        "谁开车：employed司机，host主人，host-couple主人开车、夫人同坐前排",
        "who drives: an employed driver, the host, or the host with his wife beside him",
        default="employed",
        choices=DRIVERS,
    )
    rows: int = parameter(
        "中巴、大巴的排数，0为按人数",
        "rows of a minibus or coach, 0 = as many as needed",
        default=0,
        minimum=0,
        maximum=30,
        unit="rows",
    )
    cars: tuple[Car, ...] = parameter(
        "车队：各车，按行驶次序", "motorcade: the cars in the order of driving", default=()
    )

    def build(self, need: Need, convention: Convention) -> Layout:
        """Return all seats; drivers have places of their own."""
        cars = self.cars or (Car(type=self.type, driver=self.driver),)
        for car in cars:
            _check(car)
        party = expected(need)
        cabins = [
            cabin(
                car.type,
                car.driver,
                party.size if len(cars) == 1 else 0,
                self.rows,
                convention["vehicle.behind_driver"],
                convention["vehicle.mpv"],
            )
            for car in cars
        ]
        turn = sorted(range(len(cars)), key=lambda i: (cars[i].order or i + 1, i))
        riders: dict[int, Mapping[str, Rider]] = {}
        left = party
        for n, i in enumerate(turn):
            later: Counter[str] = Counter()
            for j in turn[n + 1 :]:
                later[cars[j].party] += len(cabins[j].order)
            riders[i], left = fill(cabins[i], cars[i].driver, cars[i].party, left, later)
        places: list[Place] = []
        fixtures: list[Fixture] = []
        links: list[Link] = []
        before: dict[int, Counter[tuple[str, str]]] = {}
        count: Counter[tuple[str, str]] = Counter()
        for i in turn:
            before[i] = count.copy()
            count.update((r.party, r.purpose) for r in riders[i].values())
        y = 0.0
        for i, (car, room) in enumerate(zip(cars, cabins, strict=True)):
            seats = _places(i + 1 if self.cars else 0, room, riders[i], y, before[i])
            places += seats
            links += _links(seats)
            fixtures.append(_body(car, room, i + 1 if self.cars else 0, y))
            y -= len(room.rows) * _ROW + 2 * _NOSE + _BETWEEN
        return Layout(
            form=self.NAME,
            places=tuple(places),
            links=tuple(links),
            fixtures=tuple(fixtures),
            views=self.VIEWS,
            notes=tuple(_notes(cars)),
            convention=convention.id,
            options=self.chosen(convention),
        )

    def lines(self, layout: Layout, view: View) -> tuple[Line, ...]:
        """Return the rows of each vehicle, front first, an empty line between vehicles."""
        found: list[Line] = []
        for block in dict.fromkeys(p.block for p in layout.places):
            mine = [p for p in layout.places if p.block == block]
            found += [()] if found else []
            for row in sorted({p.row for p in mine}):
                line = sorted((p for p in mine if p.row == row), key=lambda p: p.x)
                found.append(tuple(p.id for p in line))
        return tuple(found)


def _check(car: Car) -> None:
    for value, known in (
        (car.type, TYPES),
        (car.driver, DRIVERS),
        (car.party, ("", "host", "guest")),
    ):
        if value not in known:
            raise FormError(
                Text(f"cars：没有“{value}”。", f"cars: {value!r} is not accepted."),
                Text("可用：" + "、".join(known), "Known: " + ", ".join(filter(None, known))),
            )


def _places(
    car: int,
    room: Cabin,
    riders: Mapping[str, Rider],
    y: float,
    before: Mapping[tuple[str, str], int],
) -> list[Place]:
    """Return the places of one vehicle whose front seats are at ``y`` mm."""
    width = max(len(row) for row in room.rows)
    places = []
    for number, row in enumerate(room.rows, start=1):
        for i, name in enumerate(row):
            if not name:
                continue
            slots = width if len(row) in (1, width) else len(row)
            spread = (width - 1) / max(1, slots - 1) if len(row) > 1 else 1.0
            offset = ((slots - 1) / 2 - i) * spread * _SEAT  # to the own left
            x, at = point((0.0, y - (number - 1) * _ROW), _AHEAD, offset)
            rider = riders[name]
            prefix = f"{car}-" if car else ""
            zh = f"{car}号车" if car else ""
            label = Text(f"{zh}第{number}排{_SPOT[name[-1]].zh}", _english(car, number, name))
            features = {"front"} if number == 1 else set()
            features |= {"window"} if i in (0, len(row) - 1) else set()
            places.append(
                Place(
                    id=f"{prefix}{name}",
                    label=label,
                    honour=rider.rank + before.get((rider.party, rider.purpose), 0),
                    x=x,
                    y=at,
                    facing=_AHEAD,
                    row=number,
                    number=i + 1,
                    block=str(car or 1),
                    party=rider.party,
                    purpose=rider.purpose,
                    features=frozenset(features),
                )
            )
    return places


_SPOT = {
    "L": Text("左座", "left"),
    "M": Text("中座", "middle"),
    "R": Text("右座", "right"),
    **{letter: Text(f"{letter}座", letter) for letter in "ABCDE"},
}


def _english(car: int, row: int, name: str) -> str:
    return (f"car {car}, " if car else "") + f"row {row} {_SPOT[name[-1]].en}"


def _links(places: Sequence[Place]) -> Iterator[Link]:
    """Yield neighbours in a row, not across the gangway, and who sits behind whom."""
    for row in sorted({p.row for p in places}):
        mine = [p for p in places if p.row == row]
        yield from beside(mine, 2 * _SEAT + 1.0 if len(mine) < 4 else _SEAT + 1.0)
        for rear in (p for p in places if p.row == row + 1):
            for front in mine:
                if abs(front.x - rear.x) <= _SEAT / 2:
                    yield Link("behind", rear.id, front.id)


def _body(car: Car, room: Cabin, number: int, y: float) -> Fixture:
    width = max(len(row) for row in room.rows) * _SEAT + 500.0
    depth = len(room.rows) * _ROW + 2 * _NOSE
    middle = y - (len(room.rows) - 1) * _ROW / 2
    label = Text(f"{number}号车" if number else car.type, f"car {number}" if number else car.type)
    return Fixture(
        kind="vehicle", x=0.0, y=clean(middle), width=clean(width), depth=depth, label=label
    )


def _notes(cars: Sequence[Car]) -> Iterator[Text]:
    drivers = {car.driver for car in cars if car.type not in ("minibus", "coach")}
    if drivers - {"employed"}:
        yield Text(
            f"主人开车，前座不空；前座的人下车后，后座一人补上：{_RULES_SOURCE}",
            "The host drives: the seat beside him never stays empty; when its passenger leaves, "
            f"one from behind moves up: {_RULES_SOURCE}",
        )
    if "employed" in drivers:
        yield Text(
            f"有司机时副驾驶座是随员、翻译、警卫的座位；客人已就座的，不再请其挪动：{_RULES_SOURCE}",
            "With a driver the seat beside him is for an aide, interpreter or guard; a guest who "
            f"has sat down is not asked to move: {_RULES_SOURCE}",
        )


FORM = Vehicle
