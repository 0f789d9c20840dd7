"""Options and packs are data with sources, and fit the forms that read them."""

from __future__ import annotations

import pytest

from seating.forms.registry import form_class, form_names
from seating.kinds.registry import kinds

PACKS = ("cn-domestic", "cn-foreign", "international", "un-conference", "western-dinner")
ELSEWHERE = {"order.substitute"}  # read where people are put in order


def test_every_option_is_read_and_every_option_read_exists(rules):
    written = {option["name"] for option in rules("options")["option"]}
    read = {name for form in form_names() for name in form_class(form).OPTIONS}

    assert written == read | ELSEWHERE


def test_every_option_has_a_default_a_reason_and_sources(rules):
    for option in rules("options")["option"]:
        values = [choice["value"] for choice in option["choice"]]
        assert option["default"] in values
        assert len(set(values)) == len(values) >= 2
        assert option["title_zh"]
        assert option["title_en"]
        assert option["reason_zh"]
        assert option["reason_en"]
        for choice in option["choice"]:
            grade = choice["source"].split("]")[0]
            assert grade in ("[OFF", "[STD", "[SEC", "[AGG", "[DERIVED", "[DEFAULT")
            assert "http" in choice["source"] or grade == "[DEFAULT"


@pytest.mark.parametrize("name", PACKS)
def test_packs_choose_only_what_exists_and_name_sources(name, rules):
    pack = rules(name)
    options = {o["name"]: {c["value"] for c in o["choice"]} for o in rules("options")["option"]}

    assert pack["pack"]["id"] == name
    assert "http" in pack["pack"]["source"]
    assert all(value in options[key] for key, value in pack["options"].items())
    if "extends" not in pack["pack"]:
        assert pack["options"].keys() == options.keys()
        assert pack["rule"][0]["id"] == "due-place"
        assert pack["rule"][0]["level"] == "prefer"


@pytest.mark.parametrize("name", PACKS)
def test_rules_of_packs_fit_kinds_forms_and_options(name, rules):
    options = {o["name"]: {c["value"] for c in o["choice"]} for o in rules("options")["option"]}

    for rule in rules(name).get("rule", []):
        assert rule["kind"] in kinds()
        assert rule["text"]
        assert "http" in rule["source"]
        assert set(rule.get("forms", [])) <= set(form_names())
        assert all(value in options[key] for key, value in rule.get("when", {}).items())
        assert rule["level"] in ("should", "prefer")  # a convention never makes a plan impossible
