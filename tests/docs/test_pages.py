"""Links lead somewhere, pictures are there and small, and what is shown as TOML is TOML."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from seating.bookings.registry import booking_kinds
from seating.kinds.registry import kinds
from seating.reading.booking.house import load_house_rules

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README*.md"), *DOCS.rglob("*.md")])
COMMON = {"id", "kind", "level", "weight", "sitting", "forms", "when", "text", "source"}
EVERY = {**booking_kinds(), **kinds()}
HOUSE = {rule.id: rule.kind for rule in load_house_rules()}
IDS = [str(p.relative_to(ROOT)) for p in PAGES]


def bare(text: str) -> str:
    """Return a page without its blocks of code."""
    return re.sub(r"(?ms)^ *```.*?^ *```$", "", text)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the anchors of a page's headings as GitHub makes them."""
    found: list[str] = []
    for heading in re.findall(r"(?m)^#+ (.+)$", bare(page.read_text(encoding="utf-8"))):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading.strip().lower())
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        same = sum(slug == earlier.split("~")[0] for earlier in found)
        found.append(f"{slug}~{same}" if same else slug)
    return frozenset(slug.replace("~", "-") for slug in found)


def links(page: Path) -> list[str]:
    """Return the relative links and pictures of a page."""
    text = re.sub(r"`[^`\n]*`", "", bare(page.read_text(encoding="utf-8")))
    found = re.findall(r"\]\(([^()\s]+)\)", text)
    return [link for link in found if not re.match(r"[a-z]+:", link)]


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        file, _, anchor = unquote(link).partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken


def test_every_page_can_be_reached() -> None:
    seen, edge = set(), {ROOT / "README.md", ROOT / "README.zh.md"}
    while edge:
        seen |= edge
        found = {
            (page.parent / unquote(link).partition("#")[0]).resolve()
            for page in edge
            for link in links(page)
        }
        edge = {page for page in found if page.suffix == ".md" and page.is_file()} - seen
    assert set(PAGES) <= seen


def test_pictures_are_small_and_used() -> None:
    pictures = set((DOCS / "images").glob("*"))
    used = {(page.parent / link).resolve() for page in PAGES for link in links(page)}
    assert pictures
    assert pictures <= used
    assert all(p.stat().st_size < 400_000 for p in pictures)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_toml_is_toml_and_rules_are_rules(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"(?ms)^ *```toml\n(.*?)^ *```$", text):
        table = tomllib.loads(block)
        for rule in table.get("rule", []):
            if rule.get("kind") == "appart":  # shown as a mistake
                continue
            name = rule.get("kind") or HOUSE.get(rule["id"])
            own = set(EVERY[name].__dataclass_fields__) if name else set()
            assert set(rule) <= COMMON | own, block


def test_the_two_readmes_show_the_same() -> None:
    blocks = [
        re.findall(
            r"<!-- run: (\w+ \w+).*? -->|!\[.*?\]\((.*?)\)", page.read_text(encoding="utf-8")
        )
        for page in (ROOT / "README.md", ROOT / "README.zh.md")
    ]
    assert blocks[0] == blocks[1]
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert all(c in text for c in ("make demo", "make test", "py -m venv .venv"))
