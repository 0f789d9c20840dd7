"""Lines end where Chinese custom lets them end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seating.typography.breaking import Line, break_lines, justify
from seating.typography.grid import default_measure as measure
from seating.typography.units import MANDATORY, NO_END, NO_START, units

NOTICE = (
    "关于做好2026年第三季度全市办公室系统座次安排工作的通知（GB/T 9704—2012），各县（市、区）"
    "人民政府办公室，市直各部门、各单位：他说：“请务必于11月23日上午9:30前，将《回执》、《名单》"
    "报送至市政府办公室（A-101室），联系人：买买提·艾力，温度20℃～25℃，达标率98.5%。”"
    "——逾期不候……真的！“‘不得迟到’，不得早退。”"
)


def ends(lines: list[Line]) -> list[tuple[str, str]]:
    """Return the last visible character of each line with the first of the next."""
    return [
        (one.text.rstrip()[-1:], two.text[:1])
        for one, two in pairwise(lines)
        if not one.forced and not one.is_last
    ]


def right_edge(line: Line, width: float) -> float:
    x, piece = justify(line, width)[-1]
    return x + measure(piece)


@pytest.mark.parametrize("hang", [False, True])
@pytest.mark.parametrize("indent", [0, 2])
def test_a_notice_at_every_width(hang: bool, indent: float) -> None:
    """No line begins or ends wrongly, and all are as wide as the column, at 200 widths."""
    for tenths in range(100, 300):
        width = tenths / 10
        lines = break_lines(NOTICE, width, measure, first_indent=indent, hang=hang)
        assert "".join(line.text for line in lines) == NOTICE
        assert [line.indent for line in lines] == [indent] + [0] * (len(lines) - 1)
        for end, start in ends(lines):
            assert end not in NO_END
            assert start not in NO_START
        for line in lines[:-1]:
            if line.gaps and not line.squeezes:
                assert right_edge(line, width) == pytest.approx(width + line.hanging)


def test_dash_ellipsis_words_and_numbers_stay_whole() -> None:
    """——, ……, GB/T, 9:30, 98.5% and 20℃ are never parted."""
    for width in range(10, 30):
        for line in break_lines(NOTICE, width, measure)[1:]:
            assert not line.text.startswith(("—", "…", "/", "T", ":", "30", ".", "5", "%", "℃"))


def test_apostrophes_and_quotes() -> None:
    """Quotation marks belong to what they enclose, an apostrophe to its word."""
    assert units("他说“好”了") == ("他", "说", "“好”", "了")
    assert units("don’t stop") == ("don’t ", "stop")
    assert units("") == ()


def test_addresses_break_after_slashes_but_short_words_do_not() -> None:
    """A web address gives way at its slashes; 26/27 does not."""
    assert units("见https://www.example.org/notice/26") == (
        "见",
        "https://",
        "www.example.org/",
        "notice/",
        "26",
    )
    assert units("于26/27日") == ("于", "26/27", "日")


def test_a_word_longer_than_a_line_is_cut() -> None:
    """An over-long word is cut, an address after a full stop, and the cut is owned to."""
    lines = break_lines("someone@protocol.example.org", 10, measure)
    assert [line.text for line in lines] == ["someone@protocol.", "example.org"]
    assert [line.forced for line in lines] == [True, False]
    assert [line.text for line in break_lines("abcdefgh", 2, measure)] == ["abcd", "efgh"]


def test_no_room_for_one_character_still_ends() -> None:
    """A column narrower than a character gives one character per line."""
    assert [line.text for line in break_lines("国国", 0.5, measure)] == ["国", "国"]


def test_marks_that_meet_are_squeezed() -> None:
    """Half an em goes between ， and “, and between 。 and ”."""
    [line] = break_lines("说，“好。”（《", 20, measure)
    assert line.width == 9 - 4 * 0.5 - 1
    [line] = break_lines("，“", 20, measure)
    assert line.advances == (0.5, 1.0)
    assert justify(line, 20) == [(0.0, "，"), (0.5, "“")]
    [line] = break_lines("（《", 20, measure)
    assert justify(line, 20) == [(0.0, "（"), (0.5, "《")]


def test_narrow_marks_are_left_alone() -> None:
    """A font whose marks are half wide already has nothing to give."""
    narrow = break_lines("，“好", 20, lambda text: sum(0.5 if c in "，“" else 1 for c in text))
    assert narrow[0].width == 2


def test_a_mark_at_the_end_gives_up_its_half() -> None:
    """Nine and a half ems hold nine characters and a comma."""
    lines = break_lines("一二三四五六七八九，十", 9.5, measure)
    assert lines[0].text == "一二三四五六七八九，"
    assert justify(lines[0], 9.5) == [(0.0, lines[0].text)]
    lines = break_lines("一二三四五六七八九，十", 9, measure)
    assert lines[0].text == "一二三四五六七八"


def test_hanging_punctuation() -> None:
    """With hang, the comma stands outside the column and nothing is spread."""
    lines = break_lines("一二三四五六七八九，十", 9, measure, hang=True)
    assert lines[0].text == "一二三四五六七八九，"
    assert (lines[0].width, lines[0].hanging) == (9, 1)
    assert justify(lines[0], 9) == [(0.0, lines[0].text)]
    roomy = break_lines("一二三四五六七八九，十", 10, measure, hang=True)
    assert (roomy[0].width, roomy[0].hanging) == (10, 0)


def test_space_goes_between_ideographs_not_into_words() -> None:
    """A short line is spread at ideographs; the number stays whole; the last line is not."""
    lines = break_lines("一二三2026年（四）五六", 7.5, measure)
    assert lines[0].text == "一二三2026年"
    pieces = justify(lines[0], 7.5)
    assert [piece for _, piece in pieces] == ["一", "二", "三", "2026", "年"]
    assert pieces[-1][0] == pytest.approx(6.5)
    assert justify(lines[1], 7.5) == [(0.0, "（四）五六")]


def test_paragraphs() -> None:
    """A line end in the text ends a paragraph and indents the next."""
    lines = break_lines("一二三四五\n六七\n\n八", 4, measure, first_indent=2)
    assert [line.text for line in lines] == ["一二", "三四五\n", "六七\n", "\n", "八"]
    assert [line.indent for line in lines] == [2, 0, 2, 2, 2]
    assert [line.is_last for line in lines] == [False, True, True, True, True]
    assert break_lines("", 10, measure) == []


ALPHABET = st.text(
    st.one_of(
        st.sampled_from("座次安排张伟2026abcABC"),
        st.sampled_from("，。、；：？！）》”’（《“‘—…·～％℃ 　-/.%\n"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=80,
)


@given(ALPHABET, st.floats(1, 30), st.sampled_from([0.0, 2.0]), st.booleans())
def test_any_text(text: str, width: float, indent: float, hang: bool) -> None:
    """Nothing is lost, nothing is parted that custom keeps together, nothing sticks out."""
    lines = break_lines(text, width, measure, first_indent=indent, hang=hang)
    assert "".join(line.text for line in lines) == text
    for end, start in ends(lines):
        assert start not in NO_START
        assert end not in NO_END or not end
    for line in lines:
        pieces = justify(line, width)
        visible = line.text.rstrip()
        assert "".join(piece for _, piece in pieces) == visible
        assert line.width == pytest.approx(sum(line.advances) - line.hanging)
        give = sum(most for _, most in line.squeezes)
        single = len(visible) <= 1 or line.indent + 3 > width
        assert single or line.indent + line.width - give <= width + 1e-6 or _one_cluster(visible)


def _one_cluster(text: str) -> bool:
    from uniseg.graphemecluster import grapheme_clusters

    return len(list(grapheme_clusters(text))) == 1


@given(ALPHABET)
def test_units_are_the_text(text: str) -> None:
    """Units join to the text and break after every line end."""
    found = units(text)
    assert "".join(found) == text
    assert all(c not in MANDATORY for unit in found for c in unit.rstrip(MANDATORY))
