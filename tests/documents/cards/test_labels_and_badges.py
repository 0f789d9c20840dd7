"""Seat labels, badges and table numbers read back from the PDF."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import segno
from decks import NAMES, UNIT, Sign, asked, bare, deck, people, printed, runs, signs
from pdfcheck import check_pdf, crossed, sizes, texts

from seating.documents import badges, seat_labels, table_numbers
from seating.documents.cards.codes import seat_code
from seating.facts.book import Book
from seating.planner.ready import check_documents


def hall(**keys: object) -> Book:
    return deck(people(NAMES), "hall", {"seat_labels": keys}, rows=3, blocks=(6,))


def strips(page: list[Sign], wide: float = 55.0) -> list[list[Sign]]:
    """Return what stands on each label of a sheet of five."""
    first = (297 - 5 * wide) / 2
    found: list[list[Sign]] = [[] for _ in range(5)]
    for sign in page:
        if sign.bottom < 200 and sign.size > 7.1:
            found[int((sign.cx - first) // wide)].append(sign)
    return found


def test_labels_five_to_a_sheet_names_from_top_to_bottom() -> None:
    one = hall(order="sheet")
    file = printed(one, "seat_labels")
    assert file.pages == -(-len(NAMES) // 5)
    assert sizes(file.data)[0] == pytest.approx((297, 210), abs=0.2)
    labels = [strip for page in signs(file.data) for strip in strips(page) if strip]
    at = one.sittings["one"].plan.placing.occupant
    places = [p for p in one.sittings["one"].layout.places if p.id in at]
    for strip, place in zip(labels, places, strict=True):
        name = bare(one.people[at[place.id]].name)
        large = [s for s in strip if s.cy < 178]
        assert Counter(s.char for s in large) == Counter(name)
        assert "".join(s.char for s in strip if s.cy >= 178) == place.label.zh
        if len(name) < 5:
            column = sorted(large, key=lambda s: s.cy)
            assert [s.char for s in column] == list(name)
            assert all(a.bottom < b.top + 1 for a, b in pairwise(column))
            assert max(s.cx for s in column) - min(s.cx for s in column) < 3
        if name[0] in "JА":
            assert {s.turn for s in large} == {270}


def test_labels_are_cut_in_the_order_of_seats() -> None:
    sheets = [strips(page) for page in signs(printed(hall(), "seat_labels").data)]
    seats = [
        "".join(s.char for s in strip if s.cy >= 178)
        for position in range(5)
        for strip in (sheet[position] for sheet in sheets)
        if strip
    ]
    assert seats == [f"{1 + i // 6}排{1 + i % 6}座" for i in range(len(NAMES))]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "keys",
    [
        {"units": True},
        {"show": "unit", "seats": False},
        {"size": "90x45", "units": True, "gutter": 2},
        {"size": "30x90"},
    ],
)
def test_labels_keep_within_their_lines(language: str, keys: dict[str, object]) -> None:
    file = printed(hall(**keys), "seat_labels", language=language)
    assert check_pdf(file.data, margin=3.0) == []
    assert crossed(file.data) == []
    assert file.findings == ()


def test_labels_with_units() -> None:
    words = "".join(texts(printed(hall(show="unit"), "seat_labels").data))
    assert words.count("委") >= 8
    assert not any(name[:2] in bare(words) for name in ("王小", "John"))
    assert not seat_labels.wanted(deck(people(NAMES), "hall"))


def crowd() -> Book:
    folk = people([*NAMES, "田中来", "钱记者", "缺席人"])
    roles = {16: "attendee", 17: "staff"}
    folk = [
        dataclasses.replace(
            p,
            roles=frozenset({roles[i]}) if i in roles else frozenset(),
            tags=frozenset({"媒体"}) if i == 17 else frozenset(),
            absent=p.name == "缺席人",
        )
        for i, p in enumerate(folk)
    ]
    return deck(folk, "hall", {"badges": {}}, rows=3, blocks=(6,))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize(
    "keys",
    [{}, {"size": "105x150", "sheet": "", "photo": True}, {"size": "150x105", "photo": True}],
)
def test_badges_are_whole(language: str, mono: bool, keys: dict[str, object]) -> None:
    one = asked(crowd(), badges=keys)
    file = printed(one, "badges", language=language, mono=mono)
    assert check_pdf(file.data, margin=3.0) == []
    assert crossed(file.data) == []
    assert file.findings == ()
    words = Counter("".join("".join(texts(file.data)).split()))
    here = [p for p in one.people.values() if not p.absent]
    for person in here:
        name = person.name if language == "zh" else person.name_en
        assert not Counter(bare(name)) - words


def test_badges_ten_to_a_sheet_kinds_told_by_words_and_ground() -> None:
    one = crowd()
    file = printed(one, "badges")
    assert sizes(file.data)[0] == pytest.approx((210, 297), abs=0.2)
    assert file.pages == 2
    pages = "".join(bare(t) for t in texts(file.data))
    assert pages.count("出席证") == len(NAMES)
    assert (pages.count("列席证"), pages.count("工作证")) == (1, 1)
    assert "缺席人" not in pages
    kinds = [{"name": "记者证", "who": ["tag:媒体"], "colour": "purple"}]
    pages = "".join(
        bare(t) for t in texts(printed(asked(one, badges={"kind": kinds}), "badges").data)
    )
    assert (pages.count("记者证"), pages.count("列席证")) == (1, 0)
    grounds = {badges.USUAL[0].colour, badges.USUAL[1].colour, "red"}
    from seating.documents.cards.badge import BANDS

    assert len({BANDS[c].grey for c in grounds}) == 3
    assert all(abs(b.ink(True).grey - b.ground(True).grey) > 0.5 for b in BANDS.values())
    assert all(abs(b.ink(False).grey - b.ground(False).grey) > 0.5 for b in BANDS.values())


def test_the_code_says_event_person_and_seat_and_no_telephone() -> None:
    one = crowd()
    person = one.people["p001"]
    words = seat_code(one, person)
    assert words == f"e1 p001 one:{one.sittings['one'].plan.placing.places['p001']}"
    assert person.phone not in words
    assert seat_code(one, one.people[list(one.people)[-1]]).split() == ["e1", "p018"]


def test_the_code_is_drawn_module_by_module() -> None:
    """The page is looked at module by module and compared with the code itself."""
    one = asked(crowd(), badges={"size": "100x140", "sheet": "", "by": "precedence"})
    data = printed(one, "badges").data
    image = pdfium.PdfDocument(data)[1].render(scale=300 / 72).to_pil().convert("L")
    dot = 300 / 25.4
    matrix = segno.make(
        seat_code(one, one.people["p001"]), error="m", micro=False, boost_error=False
    ).matrix
    style = badges.BadgeStyle(100, 140, "hei", "zh", False, True, True, 0.0)
    box = style._code_box
    step = box.width / (len(matrix) + 8)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            at = (box.x + (x + 4.5) * step, box.y + (y + 4.5) * step)
            assert (image.getpixel((int(at[0] * dot), int(at[1] * dot))) < 128) == bool(dark)


def test_badges_of_those_who_moved() -> None:
    one = crowd()
    before = printed(one, "badges")
    sitting = one.sittings["one"]
    places = dict(sitting.plan.placing.places)
    places["p001"], places["p002"] = places["p002"], places["p001"]
    placing = dataclasses.replace(sitting.plan.placing, places=places)
    plan = dataclasses.replace(sitting.plan, placing=placing)
    moved = dataclasses.replace(one, sittings={"one": dataclasses.replace(sitting, plan=plan)})
    file = printed(moved, "badges", known={before.name: frozenset(before.prints)})
    words = bare("".join(texts(file.data)))
    assert words.count("出席证") == 2
    assert "No.p001" in words
    assert "No.p002" in words


def banquet(**keys: object) -> Book:
    folk = people([*NAMES, *(f"客人{c}" for c in "甲乙丙丁戊己庚辛壬癸子")])
    return deck(folk, "banquet", {"table_numbers": keys}, seats=10, rows=(3,))


def test_table_numbers_on_both_sides() -> None:
    file = printed(banquet(), "table_numbers")
    assert sizes(file.data)[0] == pytest.approx((210, 297), abs=0.2)
    for number, page in enumerate(signs(file.data), 1):
        caption = "主桌" if number == 1 else "号桌"
        for turn in (0, 180):
            assert sorted(runs(page, turn)) == sorted(f"{number}{caption}")
        digits = [s for s in page if s.char.isdigit() and s.turn == 0]
        assert digits[0].bottom - digits[0].top > 60
    assert check_pdf(file.data) == []


def test_guests_on_the_back() -> None:
    one = banquet(back="names", names=["牡丹厅"])
    file = printed(one, "table_numbers")
    assert check_pdf(file.data) == []
    backs = "".join(runs(page, 180) for page in signs(file.data))
    at = one.sittings["one"].plan.placing.places
    for pid, person in one.people.items():
        assert backs.count(bare(person.name)) == 1
        table = int(at[pid].split("-")[0][1:])
        assert bare(person.name) in runs(signs(file.data)[table - 1], 180)
    assert sorted(runs(signs(file.data)[0], 0)) == sorted("1牡丹厅")
    only = asked(one, table_numbers={"only": ["2桌"]})
    (page,) = signs(printed(only, "table_numbers").data)
    assert sorted(runs(page, 0)) == sorted("2号桌")
    assert not table_numbers.wanted(deck(people(NAMES), "hall"))


def test_faults_of_the_tables_name_key_value_and_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    tables = {
        "place_cards": {"only": ["王小名"], "sittings": ["hall"], "logo": "bad.png"},
        "badges": {"kind": [{"name": "嘉宾证", "who": ["group:无"]}], "who": ["unit:" + UNIT]},
        "seat_labels": {"size": "10x10"},
        "table_numbers": {"stock": "A4", "sheet": "A5"},
    }
    event = dataclasses.replace(asked(crowd(), **tables).event, folder=str(tmp_path))
    found = {f.where.key: f.sentence() for f in check_documents(event)}
    assert set(found) == {
        "documents.place_cards.only",
        "documents.place_cards.sittings",
        "documents.place_cards.logo",
        "documents.badges.kind[1].who",
        "documents.seat_labels",
        "documents.table_numbers",
    }
    assert "王小明" in found["documents.place_cards.only"].zh
    assert "one" in found["documents.place_cards.sittings"].en
    assert "A5" in found["documents.table_numbers"].zh


def test_a_mark_of_the_house_stands_on_both_faces(tmp_path: Path) -> None:
    from PIL import Image

    image = Image.new("RGB", (40, 20), "white")
    image.paste((0, 0, 0), (0, 0, 20, 20))
    image.save(tmp_path / "logo.png")
    one = deck(people(("王小明",)), tables={"place_cards": {"logo": "logo.png"}})
    page = pdfium.PdfDocument(
        printed(dataclasses.replace(one, folder=str(tmp_path)), "place_cards").data
    )[0]
    shown = page.render(scale=2).to_pil().convert("L")
    width, height = shown.size
    turned = shown.transpose(Image.Transpose.ROTATE_180)
    different = sum(
        abs(a - b) > 128 for a, b in zip(shown.tobytes(), turned.tobytes(), strict=True)
    )
    assert different < 0.001 * width * height
    objects = list(page.get_objects())
    assert sum(o.type == 3 for o in objects) == 2
