"""Official documents on a grid of cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seating.typography.breaking import grid_lines
from seating.typography.grid import GridLine, default_measure
from seating.typography.units import NO_END, NO_START

NOTICE = (
    "根据《市委办公室、市政府办公室关于进一步规范会务工作的通知》（清办发〔2026〕15号）要求，经研究，"
    "定于2026年11月23日（星期一）上午9:30在市会议中心A-101室召开全市办公室工作会议，会期1天。"
    "他强调：“座次无小事，‘细’字当头。”——请各单位……遵照执行（联系人：买买提·艾力；室温20℃～25℃）。"
)
ALPHABET = st.text(
    st.one_of(
        st.sampled_from("座次安排张伟2026abcABC"),
        st.sampled_from("，。、；：？！）》”’（《“‘—…·～％℃ 　-/.%\n"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=80,
)


def edge(line: GridLine) -> float:
    x, piece = line.pieces[-1]
    return x + default_measure(piece)


def test_plain_text_fills_the_cells() -> None:
    """28 characters to a line, 26 on the first."""
    lines = grid_lines("座" * 60)
    assert [len(line.text) for line in lines] == [26, 28, 6]
    assert [line.pieces[0][0] for line in lines] == [2, 0, 0]
    assert [x for x, _ in lines[1].pieces] == list(range(28))
    assert [line.remedy for line in lines] == ["", "", ""]


def test_words_take_whole_cells_and_stand_in_their_middle() -> None:
    """2026 takes two cells, 5 one, and GB/T 9704 five with its space inside."""
    [line] = grid_lines("于2026年5月按GB/T 9704排", first_indent=0)
    assert line.pieces == (
        (0, "于"),
        (1, "2026"),
        (3, "年"),
        (4.25, "5"),
        (5, "月"),
        (6, "按"),
        (7.25, "GB/T 9704"),
        (12, "排"),
    )


def test_a_mark_is_pushed_in_when_marks_can_give_room() -> None:
    """The comma stays on its line: it and the earlier comma take half a cell each."""
    lines = grid_lines("一二，四五六，八", cells=6, first_indent=0)
    assert [line.text for line in lines] == ["一二，四五六，", "八"]
    assert lines[0].remedy == "pushed-in"
    assert lines[0].pieces == (
        (0, "一"),
        (1, "二"),
        (2, "，"),
        (2.5, "四"),
        (3.5, "五"),
        (4.5, "六"),
        (5.5, "，"),
    )
    assert lines[0].cells == 6


def test_an_opening_mark_gives_up_its_left_half() -> None:
    """A halved （ is drawn half a cell to the left, over its own empty half."""
    lines = grid_lines("一（二三四五，八", cells=6, first_indent=0)
    assert lines[0].remedy == "pushed-in"
    assert lines[0].pieces[:3] == ((0, "一"), (0.5, "（"), (1.5, "二"))


def test_else_the_character_before_goes_down_and_the_line_is_spread() -> None:
    """Without another mark to halve, 六， begins the next line."""
    lines = grid_lines("一二三四五六，八", cells=6, first_indent=0)
    assert [line.text for line in lines] == ["一二三四五", "六，八"]
    assert lines[0].remedy == "spread"
    assert [x for x, _ in lines[0].pieces] == [0, 1.25, 2.5, 3.75, 5]
    assert lines[0].cells == 6


def test_no_more_than_one_cell_is_won_by_halving() -> None:
    """With two cells wanting, the line is spread although it has marks enough."""
    lines = grid_lines("，，，，五六））八", cells=6, first_indent=0)
    assert lines[0].remedy == "spread"
    assert lines[1].text == "六））八"


def test_an_opening_mark_never_ends_a_line() -> None:
    """（ in the last cell goes down and the line is spread."""
    lines = grid_lines("一二三四五（六）", cells=6, first_indent=0)
    assert [line.text for line in lines] == ["一二三四五", "（六）"]
    assert lines[0].cells == 6


def test_dash_and_ellipsis_are_not_spread_apart() -> None:
    """The halves of —— keep touching."""
    lines = grid_lines("一——二三（四五六）", cells=6, first_indent=0)
    assert lines[0].remedy == "spread"
    xs = [x for x, piece in lines[0].pieces if piece == "—"]
    assert xs[1] - xs[0] == pytest.approx(1)


def test_real_widths_come_from_the_caller() -> None:
    """A wide Western face takes more cells."""
    [line] = grid_lines("ab国", measure=lambda text: 1.0 * len(text), first_indent=0)
    assert line.pieces == ((0, "ab"), (2, "国"))


def test_type_a_little_larger_than_its_cell() -> None:
    """16-point type in cells of 15.8 points: 2026 still takes two cells."""
    [line] = grid_lines("于2026年①", measure=lambda text: 1.013 * default_measure(text))
    assert [round(x, 2) for x, _ in line.pieces] == [2, 2.99, 5, 6]


def test_long_words_and_paragraphs() -> None:
    """A word longer than a line is cut; a line end starts an indented paragraph."""
    lines = grid_lines("a" * 30 + "\n国\n\n国", cells=10, first_indent=2)
    assert [line.text for line in lines] == ["a" * 16, "a" * 14 + "\n", "国\n", "\n", "国"]
    assert [line.is_last for line in lines] == [False, True, True, True, True]
    assert grid_lines("") == []


@pytest.mark.parametrize("cells", range(12, 40))
def test_a_notice_at_every_width(cells: int) -> None:
    """Every line but the last is full, and none begins or ends wrongly."""
    lines = grid_lines(NOTICE, cells)
    assert "".join(line.text for line in lines) == NOTICE
    for line, following in pairwise(lines):
        assert line.cells == pytest.approx(cells)
        assert following.text[0] not in NO_START
        assert line.text.rstrip()[-1] not in NO_END


@given(ALPHABET, st.integers(4, 30), st.sampled_from([0, 2]))
def test_any_text(text: str, cells: int, indent: int) -> None:
    """Nothing is lost, pieces follow in order, no line is longer than its cells."""
    lines = grid_lines(text, cells, indent)
    assert "".join(line.text for line in lines) == text
    for line in lines:
        assert "".join(piece for _, piece in line.pieces) == line.text.rstrip()
        xs = [x for x, _ in line.pieces]
        assert xs == sorted(xs)
        if len(line.pieces) > 1:
            assert line.cells <= cells + 1e-6 or not default_measure(line.text[:1])
