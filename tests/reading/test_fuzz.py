"""Whatever the files hold, reading ends with an event or with faults, never otherwise."""

from __future__ import annotations

import contextlib
import io
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seating.facts.fault import BadInputError
from seating.reading.event import read_event
from seating.reading.lines import key_lines
from seating.reading.toml import parse_toml

TOML = '[event]\ntitle = "会"\nroster = "r.{}"\n[[sitting]]\nid = "h"\nform = "hall"\n'


def read(toml: bytes, kind: str, roster: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "event.toml").write_bytes(toml)
        (folder / f"r.{kind}").write_bytes(roster)
        with contextlib.suppress(BadInputError):
            read_event(folder)


def a_book() -> bytes:
    book = openpyxl.Workbook()
    for row in (["姓名", "单位", "级别"], ["张三", "甲", 5], ["李四", "乙", "副处级"]):
        book.active.append(row)
    book.active["D5"] = "=A1"
    book.active.merge_cells("A8:B9")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


BOOK = a_book()
CSV = "编号,姓名,单位,级别,代会\nA1,张三,甲,5,\nA2,李四,乙,6,张三\n"


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_as_csv(data):
    read(TOML.format("csv").encode(), "csv", data)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_text_as_csv(text):
    read(TOML.format("csv").encode(), "csv", CSV.encode() + text.encode("utf-8", "replace"))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_as_workbook(data):
    read(TOML.format("xlsx").encode(), "xlsx", data)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BOOK) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_workbook(at, data):
    read(TOML.format("xlsx").encode(), "xlsx", BOOK[:at] + data + BOOK[at + len(data) :])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_workbook_with_damaged_parts(data):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(stream, "w") as new:
        victim = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            if name == victim:
                at = data.draw(st.integers(0, len(part)))
                end = data.draw(st.integers(at, min(len(part), at + 40)))
                part = part[:at] + data.draw(st.binary(max_size=10)) + part[end:]
            new.writestr(name, part)
    read(TOML.format("xlsx").encode(), "xlsx", stream.getvalue())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_as_settings(data):
    read(data, "csv", CSV.encode())


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("[]{}=\"'\n.,#x1 \\")), max_size=5))
def test_damaged_settings(changes):
    text = TOML.format("csv") + '[precedence]\nbefore = [["A1", "A2"]]\n[fonts]\nx = """a\n"""\n'
    for at, mark in changes:
        at %= len(text)
        text = text[:at] + mark + text[at + 1 :]
    read(text.encode(), "csv", CSV.encode())


values = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = """id title form who faces convention precedence layout by before units strokes kind
level weight sitting start end version roster language rostrum.even"""
known = st.sampled_from(KEYS.split())
tables = st.dictionaries(known, values, max_size=6)


def written(value: object) -> str:
    """Write a value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)} = {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["[event]", "[convention]", "[precedence]", "[[sitting]]", "[[rule]]", "[fonts]"]
            ),
            tables,
        ),
        max_size=5,
        unique_by=lambda t: t[0],
    )
)
def test_settings_of_any_types(parts):
    text = ""
    for head, table in parts:
        text += head + "\n" + "".join(f"{quoted(k)} = {written(v)}\n" for k, v in table.items())
    toml, faults = parse_toml(text.encode(), "event.toml")
    assert toml is not None, faults
    assert all(1 <= line <= text.count("\n") for line in toml.lines.values())
    read(text.encode(), "csv", CSV.encode())


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\n[b]\nc = 2", "b.c", 3),
        ('a = """\n[x]\ny = 1\n"""\nb = 1', "b", 5),
        ("a = '''\n[x]'''\nb = 1", "b", 3),
        ('a = [\n"]", # ]\n{b = 1},\n]\nc = 1', "c", 5),
        ('"a.b"."c d" = 1', '"a.b"."c d"', 1),
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nx = 1", "a[2].b[1].x", 6),
        ("# [x]\r\n\r\na = 1\r\n", "a", 3),
        ('a = "\\"["\nb = 1', "b", 2),
        ("a.b.c = 1\na.b.d = 2", "a.b.d", 2),
    ],
)
def test_lines_of_keys(text, key, line):
    assert key_lines(text)[key] == line
