"""What the command line says: refusals before any work, both languages, counts and marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Run, tree

FULL_WIDTH = re.compile("[，。；：、！？（）【】〔〕“”　]")


def more(event: Path, text: str) -> None:
    with (event / "event.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + text)


def settings(event: Path, line: str) -> None:
    path = event / "event.toml"
    path.write_text(path.read_text("utf-8").replace("[event]\n", f"[event]\n{line}\n", 1), "utf-8")


@pytest.mark.parametrize("verb", ["run", "print"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-d", "rostrum_char"], "rostrum_chart"),
        (["-d", "nothing-like-it"], "seat_list"),
        (["--paper", "B9"], "420x297"),
        (["--paper", "1x1"], "420x297"),
    ],
)
def test_documents_and_paper_are_checked_before_any_work(
    seating: Run, event: Path, verb: str, words: list[str], said: str
) -> None:
    before = tree(event)
    done = seating(verb, event, *words)
    assert done.returncode == 2
    assert words[1] in done.stderr
    assert said in done.stderr
    assert done.stdout == ""
    assert tree(event) == before


def test_paper_and_tables_of_documents_are_checked(seating: Run, event: Path) -> None:
    settings(event, 'paper = "B9"')
    more(
        event,
        "[documents.rostrum-charts]\nx = 1\n[documents.rostrum_chart]\ntitels = true\n"
        "titles = 3\n[documents.seat_list]\nx = 1\n[notice]\ndat = 1\n",
    )
    done = seating("check", event)
    assert done.returncode == 2
    for key in (
        "第5行，event.paper",
        "documents.rostrum-charts",
        "documents.rostrum_chart.titels",
        "documents.rostrum_chart.titles",
        "documents.seat_list.x",
        "notice.dat",
    ):
        assert key in done.stderr
    assert "是不是“rostrum_chart”" in done.stderr
    assert "是不是“titles”" in done.stderr


def test_paper_of_the_event_is_the_charts(seating: Run, event: Path) -> None:
    import pdfplumber

    settings(event, 'paper = "A3"')
    assert seating("run", event).returncode == 0
    assert seating("print", event, "--paper", "A5", "--out", event / "small").returncode == 0
    sizes = {}
    for folder in ("out", "small"):
        (file,) = (event / folder).glob("主席台座次图*.pdf")
        with pdfplumber.open(file) as pdf:
            sizes[folder] = round(float(pdf.pages[0].width) / 72 * 25.4)
    assert sizes == {"out": 420, "small": 210}


def test_faults_of_all_steps_are_told_at_once(seating: Run, event: Path) -> None:
    settings(event, 'organizor = "x"')
    more(
        event,
        '[venue]\na = 1\n[[sitting]]\nid = "x"\nform = "hal"\nwhoo = "all"\n'
        '[[rule]]\nid = "a"\nkind = "aprat"\nwho = ["all"]\n'
        '[[rule]]\nid = "b"\nkind = "apart"\nwho = ["group:无此组", "all"]\nsitting = "x"\n'
        '[[rule]]\nid = "c"\nkind = "apart"\nwho = ["all"]\nnearby = 3\n',
    )
    done = seating("check", event)
    assert done.returncode == 2
    for key in (
        "event.organizor",
        "venue",
        "sitting[x].form",
        "sitting[x].whoo",
        "rule[a].kind",
        "rule[b].who",
        "rule[c].nearby",
    ):
        assert f"，{key}：" in done.stderr
    assert "有7处问题" in done.stderr


def test_faults_of_the_roster_do_not_breed_others(seating: Run, event: Path) -> None:
    path = event / "roster.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join([*lines, lines[1]]), "utf-8")
    more(event, '[[rule]]\nid = "a"\nkind = "apart"\nwho = ["张三丰", "李四光"]\n')
    done = seating("check", event)
    assert done.returncode == 2
    assert "张三丰" not in done.stderr


@pytest.mark.parametrize("table", ["car", "duty", "meeting", "room", "task", "venue"])
def test_tables_that_do_nothing_are_refused(seating: Run, event: Path, table: str) -> None:
    more(event, f"[{table}]\na = 1\n")
    assert seating("check", event).returncode == 2


@pytest.mark.parametrize(
    "words",
    ["--lang en forms hall", "forms --lang en hall", "forms hall --lang=en"],
)
def test_language_may_stand_anywhere(seating: Run, words: str) -> None:
    done = seating(*words.split())
    assert done.returncode == 0
    assert "Parameters:" in done.stdout


@pytest.mark.parametrize("words", [["forms", "--lang"], ["forms", "--lang", "fr"]])
def test_language_that_is_none_is_refused(seating: Run, words: list[str]) -> None:
    done = seating(*words)
    assert done.returncode == 2
    assert "--lang" in done.stderr


@pytest.mark.parametrize("verb", ["run", "preview", "why", "replan", "show", "new", "print", ""])
def test_help_is_chinese(seating: Run, verb: str) -> None:
    said = seating(*([verb] if verb else []), "--help").stdout
    for word in ("RANGE", "TEXT", "PATH", "FILE", "default", "OPTIONS", "<=", "required"):
        assert word not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "x", "--effort", "q"], "“q”不是数"),
        (["run", "x", "--effort", "0"], "不小于 0.1"),
        (["run", "x", "--format", "q"], "可用：text、json"),
        (["run", "x", "y"], "多写了：y"),
        (["rum", "x"], "没有这个命令：rum"),
        (["print", "x", "-d"], "-d 后面要写值"),
        (["preview", "rostrum", "x"], "人数 的值不对"),
        (["preview", "rostrum", "8", "--pdf", "."], "是文件夹"),
    ],
)
def test_usage_errors_are_chinese(seating: Run, words: list[str], said: str) -> None:
    done = seating(*words)
    assert done.returncode == 2
    assert said in done.stderr
    (line,) = (x for x in done.stderr.splitlines() if "用法有误" in x)
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", line)


def test_sitting_that_is_none(seating: Run, event: Path) -> None:
    assert seating("plan", event).returncode == 0
    for lang in ("zh", "en"):
        done = seating("show", event, "nowhere", lang=lang)
        assert done.returncode == 2
        assert "nowhere" in done.stderr
        assert "''" not in done.stderr
        assert "Invalid value" not in done.stderr


def test_preview_says_who_is_left_over(seating: Run) -> None:
    done = seating("preview", "rostrum", "8", "-s", "rows=[5]")
    assert done.returncode == 0
    assert "还有3人没有座位" in done.stderr
    assert "5 3 1 2 4" in done.stdout
    assert seating("preview", "rostrum", "8").stderr == ""
    assert "[人数]" in seating("preview", "--help").stdout


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (["preview", "rostrum", "8", "-o", "rostrum.evn=b"], "--option"),
        (["preview", "rostrum", "8", "--convention", "no"], "--convention"),
        (["conventions", "no"], "惯例"),
    ],
)
def test_faults_of_options_name_the_option(seating: Run, words: list[str], place: str) -> None:
    done = seating(*words)
    assert done.returncode == 2
    assert f"✗ {place}" in done.stderr
    assert "event.toml" not in done.stderr


def test_english_output_has_no_chinese_marks(seating: Run, event: Path) -> None:
    more(
        event,
        '[[rule]]\nid = "a"\nkind = "pinned"\nwho = ["1"]\nplace = ["R1-1"]\n'
        'text = "agreed before"\n'
        '[[rule]]\nid = "b"\nkind = "pinned"\nwho = ["1"]\nplace = ["R1-2"]\nlevel = "should"\n',
    )
    for words in (["check"], ["run"], ["show"], ["why", "1"], ["replan"], ["check"]):
        done = seating(words[0], event, *words[1:], lang="en")
        assert "Traceback" not in done.stderr
        said = re.sub(r"\S+\.pdf", "", done.stdout + done.stderr)
        assert not FULL_WIDTH.search(said), said
    for words in (["kinds"], ["documents"], ["forms", "hall"], ["run", "--help"]):
        said = seating(*words, lang="en").stdout
        assert not FULL_WIDTH.search(said), said


def test_conflicts_quote_the_users_own_words(seating: Run, event: Path) -> None:
    more(
        event,
        '[[rule]]\nid = "a"\nkind = "pinned"\nwho = ["1"]\nplace = ["R1-1"]\ntext = "会前已说好"\n'
        '[[rule]]\nid = "b"\nkind = "pinned"\nwho = ["1"]\nplace = ["R1-2"]\n',
    )
    done = seating("run", event)
    assert done.returncode == 1
    assert "（会前已说好）" in done.stdout


def test_check_and_run_count_alike(seating: Run, event: Path) -> None:
    (size,) = re.findall("【主席台】(.*)", seating("check", event).stdout)
    assert "来自惯例" in size
    report = seating("run", event).stdout
    assert f"【主席台】{size}，独立核验通过" in report
    assert "少动" not in report  # no rule has this level


def test_places_of_a_hall_are_told_alike(seating: Run, event: Path) -> None:
    import pdfplumber

    more(
        event,
        '[[sitting]]\nid = "h"\ntitle = "会场"\nform = "hall"\n[sitting.layout]\nrows = 3\n'
        'blocks = [4, 4]\nreserved = ["3-1", "3-2"]\n',
    )
    assert "22座可用（共24座）" in seating("run", event).stdout
    (file,) = (event / "out").glob("会场座次图*.pdf")
    with pdfplumber.open(file) as pdf:
        text = "".join(page.extract_text() for page in pdf.pages).replace(" ", "")
    assert "可用22座，共24座" in text


def test_one_is_singular(seating: Run, tmp_path: Path) -> None:
    assert seating("new", "one", lang="en").returncode == 0
    done = seating("check", "one", lang="en")
    assert done.returncode == 0, done.stderr
    assert "1 rule " in done.stdout
    assert "1 rules" not in done.stdout
    text = (tmp_path / "one" / "event.toml").read_text("utf-8")
    assert text.isascii()


def test_order_of_units_of_one_sitting(seating: Run, tmp_path: Path) -> None:
    folder = tmp_path / "units"
    folder.mkdir()
    people = "编号,姓名,单位\n1,甲一,东局\n2,乙二,西局\n3,丙三,北局\n"
    (folder / "roster.csv").write_text(people, "utf-8")
    sitting = (
        '[[sitting]]\nid = "{id}"\nform = "rostrum"\n'
        'precedence = {{ by = ["unit"], units = {units} }}\n'
    )
    (folder / "event.toml").write_text(
        '[event]\ntitle = "会"\n[precedence]\nby = ["unit"]\nunits = ["东局", "西局", "北局"]\n'
        + sitting.format(id="a", units='["北局", "东局", "西局"]')
        + sitting.format(id="b", units='["西局", "北局", "东局"]'),
        "utf-8",
    )
    assert seating("plan", folder).returncode == 0
    shown = seating("show", folder).stdout
    rows = [re.sub(r"\s+", " ", x).strip() for x in shown.splitlines() if "甲一" in x]
    assert rows == ["乙二 丙三 甲一", "甲一 乙二 丙三"], shown


def test_order_of_units_gives_way_to_the_sheet(seating: Run, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    people, units = book.active, book.create_sheet("单位")
    people.title = "人员"
    for row in (("姓名", "单位"), ("甲一", "东局"), ("乙二", "西局")):
        people.append(row)
    for row in (("单位", "序号"), ("东局", 1), ("西局", 2)):
        units.append(row)
    folder = tmp_path / "sheet"
    folder.mkdir()
    book.save(folder / "roster.xlsx")
    (folder / "event.toml").write_text(
        '[event]\ntitle = "会"\n[precedence]\nby = ["unit"]\nunits = ["西局", "东局"]\n'
        '[[sitting]]\nid = "a"\nform = "rostrum"\n',
        "utf-8",
    )
    assert "不起作用" in seating("plan", folder).stderr
    assert "2人中第1" in seating("why", folder, "甲一").stdout


def other_event(seating: Run, folder: Path, people: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "roster.csv").write_text(people, "utf-8")
    (folder / "event.toml").write_text(
        '[event]\ntitle = "会 <b>&amp;"\n[[sitting]]\nid = "a"\nform = "rostrum"\n', "utf-8"
    )
    return folder


def test_plan_of_another_event(seating: Run, event: Path, tmp_path: Path) -> None:
    folder = other_event(seating, tmp_path / "other", "姓名\n赵钱\n")
    assert seating("plan", event).returncode == 0
    (folder / "plan.json").write_bytes((event / "plan.json").read_bytes())
    for words in (["show"], ["print"], ["why", "赵钱"], ["replan"]):
        done = seating(words[0], folder, *words[1:])
        assert done.returncode == 2
        assert "没有本会议的人" in done.stderr


ODD = [
    "姓名,单位,职务\n=王丁,+单位,-职\n+李四,@x,<b>&\n-王五,=cmd,\n@赵六,<i>,\n<b>&甲</b>,,\n",
    "姓名\nAyşe Öztürk\n买买提·吐尔逊\n𠮷田\n",
    f"姓名,职务\n{'很长的名字' * 24},{'很长的职务' * 60}\n",
    "姓名\n张三\n",
]


@pytest.mark.parametrize("people", ODD)
def test_odd_people_are_printed(seating: Run, tmp_path: Path, people: str) -> None:
    folder = other_event(seating, tmp_path / "路径 有空格" / "会 议", people)
    for words in (["run", "--language", "both"], ["show"], ["export"], ["replan"]):
        done = seating(words[0], folder, *words[1:])
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("people", ["", "姓名\n", "姓名\n=1+1\n", "姓名,编号\n张三,1\n李四,1\n"])
def test_useless_rosters_are_refused(seating: Run, tmp_path: Path, people: str) -> None:
    folder = other_event(seating, tmp_path / "e", people)
    before = tree(folder)
    done = seating("run", folder)
    assert done.returncode == 2
    assert "roster.csv" in done.stderr
    assert tree(folder) == before


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 3}', "\x00"])
def test_damaged_plans_are_refused(seating: Run, event: Path, text: str) -> None:
    (event / "plan.json").write_text(text, "utf-8")
    done = seating("show", event)
    assert done.returncode == 2
    assert "plan.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_all_or_nothing_is_written(seating: Run, event: Path) -> None:
    (event / "plan.json").mkdir()
    done = seating("run", event)
    assert done.returncode == 2
    assert not list(event.rglob("*.pdf"))


@pytest.mark.parametrize(
    "words",
    ["run x --effort nan", "preview talks --hosts 0 --guests 0", "preview rostrum -1", "audit x"],
)
def test_nonsense_is_refused(seating: Run, words: str) -> None:
    done = seating(*words.split())
    assert done.returncode == 2
    assert "用法有误" in done.stderr
    assert "Traceback" not in done.stderr


def test_sittings_are_known_by_id_and_by_title() -> None:
    import click

    from seating.cli.sittings import sitting_called
    from seating.cli.speech import Say
    from seating.facts.event import Sitting
    from seating.facts.text import Text

    made = [
        Sitting(id=name, title=Text(zh, en), form="hall")
        for name, zh, en in (("a", "主席台", "Rostrum"), ("b", "会场", "Hall"), ("c", "会场", "c"))
    ]
    say = Say("zh")
    assert [sitting_called(w, made, say) for w in ("a", "主席台", "Rostrum", "Hall")] == [*"aaab"]
    with pytest.raises(click.UsageError, match="请写编号：b、c"):
        sitting_called("会场", made, say)
    with pytest.raises(click.UsageError, match=r"a（主席台）、b（会场）、c（会场）"):
        sitting_called("台", made, say)


def test_wishes_that_are_not_kept_are_named(seating: Run, event: Path) -> None:
    wish = '[[rule]]\nid = "{}"\nkind = "beside"\nlevel = "prefer"\nwho = ["{}"]\nof = ["{}"]\n'
    more(event, wish.format("远", "1", "8") + 'text = "想挨着"\n' + wish.format("近", "1", "2"))
    said = seating("plan", event).stdout
    assert "“尽量”一级没有完全做到：远（想挨着）\n" in said
