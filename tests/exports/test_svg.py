"""SVG of any layout: well-formed, to scale, the right way round, data escaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from seating.exports.svg import draw
from seating.facts.text import Text, plain
from seating.facts.venue import Fixture, Layout, Need, Place, View
from seating.forms.preview import preview_data
from seating.forms.registry import form_class, form_names, make_form
from seating.reading.packs import load_convention

SVG = "{http://www.w3.org/2000/svg}"


def need_of(name: str, count: int = 10) -> Need:
    if not form_class(name).SIDES:
        return Need(count=count)
    return Need(count=count, parties={"host": count - count // 2, "guest": count // 2})


def texts_of(data: bytes) -> dict[str, tuple[float, float]]:
    root = ElementTree.fromstring(data)
    return {
        str(node.text): (float(node.get("x", "nan")), float(node.get("y", "nan")))
        for node in root.iter(f"{SVG}text")
    }


@pytest.mark.parametrize("name", form_names())
def test_every_form_in_every_view(name: str) -> None:
    pack = load_convention("cn-foreign", {})
    need = need_of(name)
    form = make_form(name, {})
    layout = form.build(need, pack)
    for view in form.VIEWS:
        rows = preview_data(name, need, pack, view, {})
        marks = {row["place"]: f"{row['mark']}·{row['place']}" for row in rows}
        data = draw(layout, marks, view, title="图<名>", caption=("甲 & 乙",))
        found = texts_of(data)
        assert "图<名>" in found
        assert "甲 & 乙" in found
        sign = -1 if view == "seated" else 1
        for place in layout.places:
            x, y = found[marks[place.id]]
            assert x == pytest.approx(sign * place.x, abs=0.1)
            size = float(re.findall(r'font-size="([\d.]+)"', data.decode())[0])
            assert size > 0
            assert abs(y + sign * place.y) < place.depth
        root = ElementTree.fromstring(data)
        left, top, width, height = (float(v) for v in root.get("viewBox", "").split())
        for x, y in found.values():
            assert left <= x <= left + width
            assert top <= y <= top + height


def test_fonts_are_named_by_kind_only() -> None:
    layout = make_form("talks", {}).build(need_of("talks"), load_convention("cn-foreign", {}))
    data = draw(layout, {p.id: "H" for p in layout.places}, "door", title="会谈").decode()
    assert set(re.findall(r'font-family="([^"]*)"', data)) == {"serif", "sans-serif"}


def one(text: str, **more: object) -> Layout:
    place = Place(id="a", label=plain(text), honour=1, x=0, y=0, **more)  # type: ignore[arg-type]
    fixture = Fixture(kind="table", x=0, y=-800, width=900, depth=500, label=plain(text))
    return Layout(form="x", places=(place,), fixtures=(fixture,))


BAD = [
    '<script>alert("x")</script>',
    "a&b",
    "]]>",
    "\x00\x1b[31m",
    "\ud800",
    "\ufffe",
    "李\u3000明",
]


@pytest.mark.parametrize("bad", BAD)
def test_data_is_escaped(bad: str) -> None:
    layout = one(bad)
    data = draw(layout, {"a": bad}, "audience", title=bad, caption=(bad,))
    root = ElementTree.fromstring(data)
    assert not list(root.iter(f"{SVG}script"))
    assert data == draw(layout, {"a": bad}, "audience", title=bad, caption=(bad,))


def test_nothing_at_all() -> None:
    ElementTree.fromstring(draw(Layout(form="x", places=()), {}, "audience"))


def test_empty_seats_are_dashed() -> None:
    data = draw(one("1座"), {}, "audience").decode()
    assert "stroke-dasharray" in data


@pytest.mark.parametrize(("facing", "back"), [(270, -1), (90, 1)])
@pytest.mark.parametrize("view", ["audience", "seated"])
def test_chairs_turn_with_the_drawing(facing: float, back: int, view: View) -> None:
    """Who looks at the audience has his back up; turned by 180° it is down."""
    data = draw(one("1座", facing=facing), {"a": "1"}, view).decode()
    angle = float(re.findall(r"rotate\((-?[\d.]+)\)", data)[0]) % 360
    down = 1 if angle == 0 else -1  # the back is drawn at +y before the turn
    assert down == (back if view == "audience" else -back)


def test_languages() -> None:
    layout = Layout(
        form="x", places=(), fixtures=(Fixture(kind="door", x=0, y=0, width=1500, depth=150,
                                               label=Text("门", "door")),),
    )  # fmt: skip
    assert "门" in texts_of(draw(layout, {}, "door"))
    assert "door" in texts_of(draw(layout, {}, "door", language="en"))
