"""Forms are found, described and filled in; what is wrong is named with its value."""

from __future__ import annotations

import dataclasses

import pytest

from seating.facts.parameter import about
from seating.facts.venue import Need
from seating.forms.form import Form, FormError
from seating.forms.preview import preview
from seating.forms.registry import form_class, form_names, make_form


def test_rostrum_and_hall_are_found_in_order():
    names = form_names()

    assert {"rostrum", "hall"} <= set(names)
    assert list(names) == sorted(names)


@pytest.mark.parametrize("name", form_names())
def test_every_form_describes_itself_and_its_parameters(name):
    form = form_class(name)

    assert issubclass(form, Form)
    assert name == form.NAME
    assert form.TITLE.zh
    assert form.TITLE.en
    assert form.FAMILY
    assert form.SOURCE.startswith("http")
    assert set(form.VIEWS) <= set(form.VIEW_TITLES)
    for field in dataclasses.fields(form):
        assert about(field).text.zh, field.name
        assert about(field).text.en, field.name


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("rostrm", {}, "rostrum"),
        ("rostrum", {"row": 3}, "rows"),
        ("rostrum", {"rows": [7, 0]}, "rows = 0"),
        ("rostrum", {"pitch": "wide"}, "pitch = 'wide'"),
        ("rostrum", {"lectern": "left"}, "audience-left"),
        ("rostrum", {"aisle": 1000.0, "aisle_from": 1}, "front row"),
        ("hall", {"rows": [5, 6], "blocks": [3, 3]}, "not both"),
        ("hall", {"rows": 3, "cross_aisles": [3]}, "Row 3"),
        ("hall", {"rows": 3, "row": [{"number": 4, "blocks": [6, 10, 6]}]}, "Row 4"),
        ("hall", {"rows": 3, "row": [{"number": 1, "blocks": [6]}]}, "1 block"),
        ("hall", {"rows": 3, "row": [{"nummer": 1}]}, "nummer"),
        ("hall", {"rows": 3, "blocks": [2] * 27}, "26"),
        ("hall", {"rows": 3, "unusable": ["4-1"]}, "'4-1'"),
        ("hall", {"rows": 3, "unusable": ["3-20..23"]}, "'3-20..23'"),
        ("hall", {"rows": 3, "reserved": ["row 2"]}, "row:5"),
        ("hall", {"rows": 3, "unusable": ["3-1"], "wheelchair": ["3-1"]}, "3-1"),
        ("hall", {"rows": 3, "radius": 2000.0}, "radius of 2000 mm"),
    ],
)
def test_what_is_wrong_is_named(name, parameters, said, convention):
    with pytest.raises(FormError) as error:
        make_form(name, parameters).build(Need(count=5), convention())

    assert said in str(error.value)
    assert error.value.message.zh


def test_a_view_that_the_form_lacks(convention):
    with pytest.raises(FormError, match="audience, seated"):
        preview("rostrum", Need(count=5), convention(), "door")


def test_more_people_than_places_is_no_error_of_the_form(convention):
    layout = make_form("rostrum", {"rows": 5}).build(Need(count=9), convention())

    assert len(layout.seats) == 5


def test_nobody_at_all(convention):
    layout = make_form("rostrum", {}).build(Need(count=0), convention())

    assert layout.places == ()
    assert layout.extent[0] < layout.extent[2]


def test_preview_tells_viewpoint_and_convention(convention):
    text = preview("rostrum", Need(count=8), convention())
    english = preview("rostrum", Need(count=8), convention("international"), "seated", None, "en")

    assert text.splitlines()[:2] == ["7 5 3 1 2 4 6 8", ""]
    assert "台下" in text
    assert "cn-domestic" in text
    assert english.splitlines()[0] == "7 5 3 1 2 4 6 8"
    assert "seen by those seated" in english
    assert "international" in english


@pytest.mark.parametrize(
    ("pack", "line"),
    [
        ("cn-domestic", "7 5 3 1 2 4 6"),
        ("cn-foreign", "6 4 2 1 3 5 7"),
        ("international", "6 4 2 1 3 5 7"),
    ],
)
def test_seven_people_under_each_pack(pack, line, convention):
    assert preview("rostrum", Need(count=7), convention(pack)).splitlines()[0] == line


def test_chairs_that_nobody_needs_are_shown_empty(convention):
    text = preview(
        "rostrum", Need(count=8), convention(), parameters={"rows": [5, 5], "fixed": True}
    )

    assert text.splitlines()[:2] == ["5 3 1 2 4", "_ 8 6 7 _"]
