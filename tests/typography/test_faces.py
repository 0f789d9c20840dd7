"""The right face for each role and each character."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from seating.typography import choosing, pack
from seating.typography.faces import MISSING_MARK, FontBook, resolve
from seating.typography.roles import ALIASES, ROLE_ZH, WEIGHTS, Role, role_of
from seating.typography.scan import FontIndex, scan

RARE = "𬀩䶮㛃堃𫘝喆犇"
NOBODY_HAS = "\U0003fffd"


@pytest.fixture(scope="module")
def book() -> FontBook:
    return resolve({}, base=None)


def names(book: FontBook, text: str, role: str, **options: bool) -> list[tuple[str, str]]:
    return [(face.family, part) for face, part in book.runs(text, role, **options)]


def test_tables_speak_of_every_role() -> None:
    """Aliases, weights and Chinese names exist for all roles, which both names find."""
    for role in Role:
        assert ALIASES[role]
        assert WEIGHTS[role]
        assert role_of(role.value) is role
        assert role_of(ROLE_ZH[role]) is role
    assert role_of("comic") is None


@pytest.mark.parametrize("role", list(Role))
def test_plain_text_is_drawn_by_the_role_itself(book: FontBook, role: Role) -> None:
    """Each role has its own bundled face, and nothing has to be said."""
    text = "Zürich 2026" if role in (Role.LATIN, Role.LATIN_BOLD) else "座次安排2026"
    assert names(book, text, role) == [(Path(pack.FILES[role]).stem, text)]
    assert book.notices == ()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("character", RARE)
def test_rare_characters_are_found(book: FontBook, role: str, character: str) -> None:
    """A rare character of a name is drawn whatever the role."""
    assert book.missing(character, role) == ""
    [(face, part)] = book.runs(character, role)
    assert part == character
    assert book.ink(face, character)[3] > 300


def test_fang_borrows_from_song_only_what_it_lacks(book: FontBook) -> None:
    """仿宋 draws nothing for 堃 and 曌; light or plain 宋体 does, the neighbours stay 仿宋."""
    assert names(book, "张堃与李曌", "fang") == [
        ("SeatingFang-Regular", "张"),
        ("SeatingSong-Light", "堃"),
        ("SeatingFang-Regular", "与李"),
        ("SeatingSong-Light", "曌"),
    ]
    assert names(book, "㐂", "fang") == [("SeatingSong-Regular", "㐂")]
    assert book.borrowed("张堃与李喆堃", "fang") == "堃喆"
    assert book.has("张堃", "fang")
    assert not book.has("张堃", "fang", own=True)


def test_latin_only_when_asked(book: FontBook) -> None:
    """Digits of a Chinese role stay in its face unless the Latin one is asked for."""
    text = "于11月报 GB/T 9704 和 αЖé 室"
    assert len(names(book, text, "kai")) == 1
    assert names(book, text, "kai", latin=True) == [
        ("SeatingKai-Regular", "于"),
        ("SeatingSerif-Regular", "11"),
        ("SeatingKai-Regular", "月报 "),
        ("SeatingSerif-Regular", "GB/T 9704 "),
        ("SeatingKai-Regular", "和 "),
        ("SeatingSerif-Regular", "αЖé "),
        ("SeatingKai-Regular", "室"),
    ]
    assert names(book, "A", "title_song", latin=True) == [("SeatingSerif-Bold", "A")]


def test_what_nobody_has_is_marked_and_reported(book: FontBook) -> None:
    """A name never turns into boxes silently."""
    assert book.missing(f"张{NOBODY_HAS}{NOBODY_HAS}", "kai") == NOBODY_HAS
    assert names(book, f"张{NOBODY_HAS}", "kai") == [("SeatingKai-Regular", f"张{MISSING_MARK}")]
    assert not book.has(NOBODY_HAS, "kai")


def test_invisible_characters_are_left_out(book: FontBook) -> None:
    """Format marks and variation selectors draw nothing; a tab is a space."""
    assert names(book, "张\u200b\ufe00三\t四", "song") == [("SeatingSong-Regular", "张三 四")]
    assert book.missing("张\u200b\ufe00\U000e0100\n\t", "song") == ""


def test_widths(book: FontBook) -> None:
    """Widths are in thousandths of an em and follow the fallback."""
    face = book.face("fang")
    assert book.advance(face, "张") == 1000
    assert book.width("张堃", "fang") == 2000
    assert book.width("11", "fang", latin=True) == 1000
    ascender, descender = book.vertical(face)
    assert ascender > 800
    assert descender < 0


def test_faces_used_collects_characters(book: FontBook) -> None:
    """What must be embedded, face by face, in a stable order."""
    used = book.faces_used([("李张", "fang"), ("堃张", "fang")])
    assert {face.family: text for face, text in used.items()} == {
        "SeatingFang-Regular": "张李",
        "SeatingSong-Light": "堃",
    }


def test_without_fangsong_kai_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The GPL folder may be deleted; the user is told."""
    for name in pack.FILES.values():
        if not name.startswith(pack.FANGSONG):
            (tmp_path / name).symlink_to(pack.FOLDER / name)
    monkeypatch.setattr(pack, "FOLDER", tmp_path)
    book = resolve({}, base=None)
    assert names(book, "张堃", "fang") == [("SeatingKai-Regular", "张堃")]
    [notice] = book.notices
    assert (notice.kind, notice.role) == ("stand-in", "fang")
    assert "仿宋" in notice.sentence.zh
    assert "楷体" in notice.sentence.zh


def test_no_fonts_at_all_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without any font is broken, and says so."""
    monkeypatch.setattr(pack, "FOLDER", tmp_path)
    with pytest.raises(FileNotFoundError):
        resolve({}, base=None)


def test_setting_names_a_file(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """A file of the event draws what it has; the bundled fonts draw the rest."""
    make_font("fonts/mine.otf", "张", "Mine", postscript=True)
    for setting in ("mine.otf", "fonts/mine.otf", "fonts/mine.otf#0"):
        book = resolve({"仿宋": setting}, base=tmp_path)
        assert names(book, "张三", "fang") == [("Mine", "张"), ("SeatingFang-Regular", "三")]
        assert book.notices == ()


def test_setting_names_a_face_in_a_collection(
    make_collection: Callable[..., Path], build_font: Callable[..., TTFont], tmp_path: Path
) -> None:
    """The number after # picks the face."""
    make_collection("two.ttc", build_font("张", "One"), build_font("三", "Two"))
    book = resolve({"kai": "two.ttc#1"}, base=tmp_path)
    assert names(book, "三", "kai") == [("Two", "三")]
    assert book.face("kai").index == 1


def test_setting_names_a_family(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """A family is found by any of its names; case and blanks do not matter."""
    make_font("fonts/a.ttf", "张", "Strange Song", names_zh=["奇宋"])
    for setting in ("奇宋", "strangesong"):
        assert resolve({"title_song": setting}, base=tmp_path).face("title_song").family


def test_unknown_settings_are_told(tmp_path: Path) -> None:
    """A family or file that is not there, and a key that is no role, lead to notices."""
    book = resolve({"kai": "没有此字体", "hei": "no.ttf", "comic": "x"}, base=tmp_path)
    assert {(n.kind, n.subject) for n in book.notices} == {
        ("not-found", "没有此字体"),
        ("not-found", "no.ttf"),
        ("unknown-role", "comic"),
    }
    assert book.face("kai").family == "SeatingKai-Regular"


def test_folder_fonts_are_recognised(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """A font is taken for its role by file name or family, else it helps with rare characters."""
    make_font("fonts/whatever.ttf", "张", "FangSong_GB2312", names_zh=["仿宋_GB2312"])
    make_font("fonts/楷体.ttf", "张", "Whoever")
    make_font("fonts/rare.ttf", NOBODY_HAS, "Rare Things")
    book = resolve({}, base=tmp_path)
    assert book.face("fang").family == "FangSong_GB2312"
    assert book.face("kai").family == "Whoever"
    assert names(book, f"三{NOBODY_HAS}", "hei") == [
        ("SeatingHei-Medium", "三"),
        ("Rare Things", NOBODY_HAS),
    ]


def test_system_fonts_only_on_request(
    make_font: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed fonts are used with ``source = "system"`` and never otherwise."""
    make_font("sys/fz.ttf", "张", "FZXiaoBiaoSong-B05S", names_zh=["方正小标宋简体"])
    installed: FontIndex = scan([tmp_path / "sys"])
    monkeypatch.setattr(choosing, "_system_fonts", lambda: installed)
    assert resolve({}, base=None).face("title_song").family == "SeatingSong-Bold"
    for book in (resolve({"source": "system"}, base=None), resolve({}, base=None, system=True)):
        assert book.face("title_song").family == "FZXiaoBiaoSong-B05S"
        assert book.notices == ()


def test_forbidden_and_broken_fonts_are_passed_over(
    make_font: Callable[..., Path], tmp_path: Path
) -> None:
    """A font that may not be embedded, or cannot be read, is replaced and reported."""
    make_font("fonts/locked.ttf", "张", "Locked", fs_type=2)
    (tmp_path / "fonts" / "torn.ttf").write_bytes(b"\x00\x01\x00\x00 torn")
    book = resolve({"kai": "locked.ttf", "hei": "torn.ttf"}, base=tmp_path)
    assert {n.kind for n in book.notices} == {"no-embedding", "unreadable"}
    assert book.face("kai").family == "SeatingKai-Regular"
    assert book.face("hei").family == "SeatingHei-Medium"


def test_weight_of_a_variable_font_is_pinned(
    make_font: Callable[..., Path], tmp_path: Path
) -> None:
    """黑体 asks for 500 and 小标宋 for 700 of the same file; the faces differ."""
    path = make_font("fonts/vf.ttf", "张", "Vary", variable=True)
    book = resolve({"hei": path.name, "title_song": path.name}, base=tmp_path)
    assert book.face("hei").axes == (("wght", 500.0),)
    assert book.face("title_song").axes == (("wght", 700.0),)
    assert book.face("hei").key != book.face("title_song").key


def test_a_blank_glyph_counts_as_missing(make_font: Callable[..., Path], tmp_path: Path) -> None:
    """A character map that promises a character and draws nothing is not believed."""
    make_font("fonts/kai.ttf", "张", "Hollow", blank="堃")
    book = resolve({}, base=tmp_path)
    assert names(book, "张堃", "kai") == [("Hollow", "张"), ("SeatingKai-Regular", "堃")]


def test_start_up_imports_no_font_library() -> None:
    """The command line starts without fontTools, HarfBuzz, uniseg or a PDF library."""
    code = (
        "import sys, seating.typography.faces, seating.typography.breaking, "
        "seating.typography.choosing, seating.typography.pack\n"
        "heavy = {'fontTools', 'uharfbuzz', 'uniseg', 'reportlab', 'click', 'ortools'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_apostrophe_in_a_word_is_no_square() -> None:
    book = resolve({}, base=None)
    for role, latin in (("kai", False), ("hei", True), ("title_song", True)):
        one = book.width("O’Brien", role, latin=latin) - book.width("OBrien", role, latin=latin)
        assert 100 < one < 400
        assert book.width("他说‘好’", role, latin=latin) >= 5000  # Chinese marks stay square
        assert "".join(part for _, part in book.runs("O’Brien", role)) == "O’Brien"
