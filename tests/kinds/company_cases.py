"""Settings for the kinds of rule about company: who shares a table, a block, a pair of seats."""

from __future__ import annotations

from typing import Any

ALL = tuple("abcde")

COMPANY: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "acquaintances": [
        ("tables", {"who": tuple("abcd")}),
        ("tables", {"who": tuple("abd"), "least": 2}),
        ("tables", {"who": tuple("abcd"), "per": "beside", "by": "tag"}),
        ("tables", {"who": tuple("abd"), "per": "row", "by": "tag", "values": ("chess",)}),
        ("tables", {"who": tuple("abcd"), "by": "group"}),
        ("board", {"who": tuple("abce"), "by": "unit", "per": "block"}),
        ("board", {"who": tuple("ab"), "per": "beside"}),
        ("rooms", {"who": ALL, "by": "unit"}),
        ("rooms", {"who": ALL, "by": "unit", "per": "beside", "least": 2}),
    ],
    "alternate": [
        ("tables", {"who": tuple("abcd")}),
        ("tables", {"who": tuple("acd"), "by": "unit"}),
        ("table", {"who": ALL, "by": "unit"}),
        ("table", {"who": ALL, "by": "side"}),
        ("row", {"who": ALL, "by": "group"}),
        ("full", {"who": tuple("abcdef"), "by": "unit"}),
        ("rooms", {"who": ALL}),
    ],
    "balance": [
        ("tables", {"who": tuple("abcd")}),
        ("tables", {"who": tuple("abcd"), "difference": 0, "by": "gender"}),
        ("tables", {"who": tuple("abc"), "difference": 0, "by": "tag", "values": ("golf",)}),
        ("tables", {"who": tuple("abcd"), "per": "row", "by": "unit"}),
        ("rooms", {"who": ALL, "by": "unit"}),
        ("rooms", {"who": ALL, "per": "row", "difference": 2}),
        ("special", {"who": ALL, "per": "block", "difference": 0}),
    ],
    "capacity": [
        ("tables", {"who": tuple("abcd"), "least": 2}),
        ("tables", {"who": tuple("abcd"), "least": 2, "most": 2, "empty": False}),
        ("tables", {"who": tuple("acd"), "most": 1, "only": ("2", "9")}),
        ("rooms", {"who": ALL, "least": 2, "most": 3}),
        ("rooms", {"who": tuple("abc"), "per": "row", "most": 1}),
        ("special", {"who": ALL, "per": "block", "most": 1}),
    ],
    "companion": [
        ("chairs", {"who": ("a", "b")}),
        ("chairs", {"who": ("a", "b"), "of": ("c", "d")}),
        ("chairs", {"who": ("b", "c"), "of": ("a",)}),
        ("rooms", {"who": ("a", "b", "e")}),
        ("ring again", {"who": ("a",), "of": ("b", "c")}),
    ],
    "gap": [
        ("tables", {"who": ("a", "c")}),
        ("row", {"who": ("b",)}),
        ("gap", {"who": ("a", "d")}),
        ("board", {"who": ("a", "b", "c")}),
        ("rooms", {"who": ("a", "e")}),
    ],
}
