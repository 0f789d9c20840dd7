from __future__ import annotations

from pathlib import Path

import pytest

from seating.facts.fault import BadInputError, Where
from seating.reading.options import load_options
from seating.reading.packs import load_convention, pack_names
from seating.reading.ranks import load_ranks

OPTIONS = """\
[[option]]
name = "rostrum.even"
title_zh = "偶数"
title_en = "even number"
default = "a"
reason_zh = "多数"
reason_en = "most"
[[option.choice]]
value = "a"
title_zh = "甲"
title_en = "A"
source = "x"
[[option.choice]]
value = "b"
title_zh = "乙"
title_en = "B"
source = "y"
"""
PACK = '[pack]\nid = "{0}"\ntitle_zh = "{0}"\ntitle_en = "{0}"\nsource = "s-{0}"\n'
RULE = '[[rule]]\nid = "{0}"\nkind = "{1}"\nwho = "{1}"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "options.toml").write_text(OPTIONS, "utf-8")
    (tmp_path / "base.toml").write_text(
        PACK.format("base") + RULE.format("one", "x") + RULE.format("two", "y"), "utf-8"
    )
    (tmp_path / "child.toml").write_text(
        PACK.format("child")
        + 'extends = "base"\n[options]\n"rostrum.even" = "b"\n'
        + RULE.format("two", "z"),
        "utf-8",
    )
    (tmp_path / "ranks.toml").write_text("source = 'x'", "utf-8")
    return tmp_path


def refused(root: Path, pack: str, **overrides: str) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        load_convention(pack, overrides, root=root)
    assert all(f.message.en for f in caught.value.faults)
    return [f.sentence().zh for f in caught.value.faults]


def test_names_and_options(root):
    assert pack_names(root) == ("base", "child")
    (option,) = load_options(root)
    assert (option.name, option.default, option.title.en) == ("rostrum.even", "a", "even number")
    assert [(c.value, c.title.zh, c.source) for c in option.choices] == [
        ("a", "甲", "x"),
        ("b", "乙", "y"),
    ]


def test_inheritance(root):
    base, child = load_convention("base", root=root), load_convention("child", root=root)
    assert (base["rostrum.even"], base.origins["rostrum.even"]) == ("a", "default")
    assert (child["rostrum.even"], child.origins["rostrum.even"]) == ("b", "child")
    assert [(r.id, r.kind, r.source) for r in child.rules] == [
        ("one", "x", "s-base"),
        ("two", "z", "s-child"),
    ]
    assert child.rules[1].parameters == {"who": "z"}
    assert child.rules[1].where.file == "rules/child.toml"
    own = load_convention("child", {"rostrum.even": "a"}, root=root)
    assert (own["rostrum.even"], own.origins["rostrum.even"]) == ("a", "event")


def test_unknown_pack_option_value(root):
    assert "是不是“child”？" in refused(root, "childd")[0]
    (words,) = refused(root, "base", **{"rostrum.evn": "a"})
    assert 'event.toml，convention."rostrum.evn"' in words
    assert "是不是“rostrum.even”？" in words
    (words,) = refused(root, "base", **{"rostrum.even": "c"})
    assert '"b" 乙' in words
    with pytest.raises(BadInputError) as caught:
        load_convention("base", {"x": "y"}, where=Where(file="f", key="k"), root=root)
    assert caught.value.faults[0].where == Where(file="f", key="k.x")


def test_packs_in_a_circle(root):
    text = (root / "base.toml").read_text("utf-8")
    (root / "base.toml").write_text(text.replace('"s-base"', '"s"\nextends = "child"'), "utf-8")
    assert "base → child → base" in refused(root, "base")[0]


BROKEN = {
    "no source": ('source = "s-child"\n', "", "rules/child.toml，第1行，pack.source"),
    "other id": ('id = "child"', 'id = "kid"', "rules/child.toml，第2行，pack.id"),
    "unknown table": ("[options]", "[optoins]", "rules/child.toml，第7行，optoins"),
    "unknown parent": ('"base"', '"bass"', "rules/child.toml，第6行，pack.extends"),
    "unknown value": ('= "b"', '= "q"', 'rules/child.toml，第8行，options."rostrum.even"'),
    "no kind": ('kind = "z"\n', "", "rules/child.toml，第9行，rule[two].kind"),
    "syntax": ("[options]", "[options", "rules/child.toml，第7行"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_packs(root, name):
    old, new, words = BROKEN[name]
    text = (root / "child.toml").read_text("utf-8")
    assert old in text
    (root / "child.toml").write_text(text.replace(old, new), "utf-8")
    (found,) = refused(root, "child")
    assert words in found


BROKEN_OPTIONS = {
    "default": ('default = "a"', 'default = "c"', "option[rostrum.even].default"),
    "twice": ("[[option.choice]]\n", "", "option"),
    "same value": ('value = "b"', 'value = "a"', "option[rostrum.even].choice"),
    "no source": ('source = "y"\n', "", "option[rostrum.even].choice[2].source"),
    "unknown": ("[[option]]", "x = 1\n[[option]]", "rules/options.toml，第1行，x"),
}


@pytest.mark.parametrize("name", BROKEN_OPTIONS)
def test_broken_options(root, name):
    old, new, words = BROKEN_OPTIONS[name]
    (root / "options.toml").write_text(OPTIONS.replace(old, new), "utf-8")
    with pytest.raises(BadInputError) as caught:
        load_options(root)
    assert words in caught.value.faults[0].sentence().zh
    (root / "options.toml").write_text(OPTIONS * 2, "utf-8")
    with pytest.raises(BadInputError, match="given twice"):
        load_options(root)


def test_broken_ranks(root):
    with pytest.raises(BadInputError, match="rank: is required"):
        load_ranks(root)


def test_the_packs_of_this_tree():
    options = load_options()
    assert "cn-domestic" in pack_names()
    for name in pack_names():
        convention = load_convention(name)
        assert convention.source
        assert set(convention.values) == {o.name for o in options}
