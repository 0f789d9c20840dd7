from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.fault import BadInputError
from seating.facts.plan import Finding, LevelResult, Moved, Placing, Plan, SittingPlan
from seating.facts.rule import LEVELS
from seating.facts.text import Text
from seating.reading.planfile import FORMAT, dump_plan, load_plan, read_plan, write_plan

words = st.text(max_size=8)
numbers = st.integers()
texts = st.builds(Text, words, words)
several = st.lists(words, max_size=3).map(tuple)
sitting_parts = st.fixed_dictionaries(
    {
        "levels": st.lists(
            st.builds(LevelResult, level=st.sampled_from(LEVELS), value=numbers, bound=numbers),
            max_size=4,
        ).map(tuple),
        "findings": st.lists(
            st.builds(
                Finding, rule=words, level=words, subjects=several, amount=numbers, sentence=texts
            ),
            max_size=3,
        ).map(tuple),
        "moved": st.lists(
            st.builds(
                Moved,
                person=words,
                due=words,
                place=words,
                reasons=st.lists(texts, max_size=2).map(tuple),
            ),
            max_size=3,
        ).map(tuple),
        "stopped": st.booleans(),
    }
)


@st.composite
def plans(draw):
    sittings = {}
    for name in draw(st.lists(words, unique=True, max_size=3)):
        placing = Placing(sitting=name, places=draw(st.dictionaries(words, words, max_size=6)))
        sittings[name] = SittingPlan(placing=placing, **draw(sitting_parts))
    return Plan(event=draw(words), version=draw(numbers), digest=draw(words), sittings=sittings)


@settings(deadline=None)
@given(plans())
def test_round_trip(plan):
    data = dump_plan(plan)
    assert load_plan(data) == plan
    assert dump_plan(load_plan(data)) == data
    assert data.endswith(b"}\n")
    data.decode("utf-8")


PLAN = Plan(
    event="会",
    version=1,
    digest="d",
    sittings={
        "hall": SittingPlan(
            placing=Placing(sitting="hall", places={"B": "1-2", "A": "1-1"}),
            levels=(LevelResult(level="must", value=0, bound=0),),
        )
    },
)


def test_one_placement_on_each_line(tmp_path):
    write_plan(tmp_path / "plan.json", PLAN)
    lines = (tmp_path / "plan.json").read_text("utf-8").splitlines()
    assert lines[1] == f'  "format": "{FORMAT}",'
    first = next(i for i, line in enumerate(lines) if '"A": "1-1"' in line)
    assert '"B": "1-2"' in lines[first + 1]
    assert read_plan(tmp_path / "plan.json") == PLAN


def changed(*path, to):
    content = json.loads(dump_plan(PLAN))
    table = content
    for step in path[:-1]:
        table = table[step]
    if to is KeyError:
        del table[path[-1]]
    else:
        table[path[-1]] = to
    return json.dumps(content).encode()


HALL = ("sittings", "hall")
DAMAGED = {
    "empty": (b"", "JSON"),
    "cut": (dump_plan(PLAN)[:-20], "JSON"),
    "list": (b"[]", "只读“seating-plan/1”"),
    "not utf-8": (b"\xff\xfe", "损坏"),
    "deep": (b"[" * 100000, "损坏"),
    "digits": (b'{"format": ' + b"1" * 9000 + b"}", "损坏"),
    "half a character": (b'{"format": "\\ud800"}', "损坏"),
    "key twice": (b'{"format": 1, "format": 2}', "“format”写了两次"),
    "merge marks": (b"<<<<<<< HEAD\n" + dump_plan(PLAN), "第1行"),
    "format": (changed("format", to="seating-plan/2"), "“seating-plan/2”"),
    "version": (changed("version", to="1"), "plan.json，version："),
    "version true": (changed("version", to=True), "plan.json，version："),
    "digest": (changed("digest", to=KeyError), "plan.json，digest：内容不对：空的"),
    "sittings": (changed("sittings", to=[]), "plan.json，sittings："),
    "sitting": (changed(*HALL, to=3), "sittings[hall]：内容不对：3"),
    "places": (changed(*HALL, "places", to={"A": 3}), "sittings[hall].places.A：内容不对：3"),
    "level": (changed(*HALL, "levels", to=[{"level": "x"}]), "levels[1].level：内容不对：“x”"),
    "finding": (changed(*HALL, "findings", to=[1]), "findings[1]："),
    "moved": (changed(*HALL, "moved", to=[{"reasons": [1]}]), "moved[1].reasons[1]"),
    "stopped": (changed(*HALL, "stopped", to=0), "stopped：内容不对：0"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged(tmp_path, name):
    data, words = DAMAGED[name]
    (tmp_path / "plan.json").write_bytes(data)
    with pytest.raises(BadInputError) as caught:
        read_plan(tmp_path / "plan.json")
    assert words in "\n".join(f.sentence().zh for f in caught.value.faults)
    assert all(f.message.en for f in caught.value.faults)


def test_missing(tmp_path):
    with pytest.raises(BadInputError, match="does not exist"):
        read_plan(tmp_path / "plan.json")


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes(data):
    with pytest.raises(BadInputError):
        load_plan(data)
