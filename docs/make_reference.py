"""Writes the reference pages from the program itself, in both languages.

    python docs/make_reference.py            write docs/reference/*.md and docs/zh/*参考.md
    python docs/make_reference.py --check    say which pages are out of date; exit code 1

Verbs, forms, kinds, conventions and documents describe themselves; nothing is typed twice.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
import json
import os
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints
from unittest import mock

import click

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

from seating.cli.chinese import ChineseHelp  # noqa: E402
from seating.cli.kinds_verb import example as rule_example  # noqa: E402
from seating.cli.main import VERBS, root  # noqa: E402
from seating.cli.speech import Say  # noqa: E402
from seating.documents.registry import documents, table_keys  # noqa: E402
from seating.facts.booking import LAYOUTS  # noqa: E402
from seating.facts.convention import Convention, Option  # noqa: E402
from seating.facts.parameter import About, about  # noqa: E402
from seating.facts.rule import LEVEL_TITLES  # noqa: E402
from seating.facts.text import Text  # noqa: E402
from seating.forms.preview import caption, example  # noqa: E402
from seating.forms.registry import form_class, form_names, make_form  # noqa: E402
from seating.kinds.registry import kinds  # noqa: E402
from seating.reading.booking.columns import (  # noqa: E402
    COLUMNS,
    LAYOUT_WORDS,
    SHEET_TITLES,
)
from seating.reading.booking.settings import BookingTable  # noqa: E402
from seating.reading.headings import PEOPLE  # noqa: E402
from seating.reading.options import load_options  # noqa: E402
from seating.reading.packs import load_convention, pack_names  # noqa: E402
from seating.reading.ranks import load_ranks  # noqa: E402

WIDTH = 96
ZH, EN = Say("zh"), Say("en")
GRADES: Mapping[str, Text] = {
    "OFF": Text("官方机构的网页", "page of an official body"),
    "STD": Text("标准文本（经镜像或题库页读到）", "text of a standard, read through a mirror"),
    "SEC": Text("秘书、礼宾类文章，二手", "secretarial or protocol writing, second-hand"),
    "AGG": Text("问答、汇编网页，弱", "question-and-answer or aggregator page, weak"),
    "DERIVED": Text(
        "由有出处的规则推出，出处本身没有写", "follows from a cited rule, stated by no source"
    ),
    "DEFAULT": Text("本程序的取值，没有出处", "our own planning value, without a source"),
}


# --- small pieces of Markdown --------------------------------------------------------------


def note(say: Say) -> str:
    """Say that a page is made by a program."""
    return say(
        "<!-- 本页由 docs/make_reference.py 生成，请勿手改；改程序后运行 make docs。 -->",
        "<!-- Written by docs/make_reference.py; do not edit. Run `make docs` instead. -->",
    )


def cell(text: str) -> str:
    """Return text fit for a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ").strip()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return [*lines, *("| " + " | ".join(map(cell, row)) + " |" for row in rows), ""]


def fenced(text: str, language: str = "") -> list[str]:
    """Return a fenced block."""
    return [f"```{language}", *(line.rstrip() for line in text.rstrip().splitlines()), "```", ""]


def told(thing: Any) -> list[str]:
    """Return a docstring as paragraphs of Markdown, without its first line's Chinese."""
    doc = inspect.cleandoc(thing.__doc__ or "")
    doc = re.split(r"\n(?:Attributes|Args|Raises|Quick tour)\b.*:\n", doc)[0].strip()
    doc = doc.replace("``", "`").replace("::\n", ":\n")
    found = []
    for part in doc.split("\n\n"):
        if part.startswith("    "):
            found += fenced(textwrap.dedent(part))
        else:
            found += [linked_out(part), ""]
    return found


def linked_out(text: str) -> str:
    """Turn bare addresses into links."""
    return re.sub(r"(?<![<(])(https?://[^\s;,)）；，]+)", r"<\1>", text)


def toml(value: Any) -> str:
    """Return a value as it is written in TOML."""
    if isinstance(value, tuple):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    return f"{value:g}" if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def default(value: Any) -> str:
    """Return a default value for a table; a dash where nothing is the default."""
    return "—" if value is None or value in ((), "", {}) else f"`{toml(value)}`"


def kind_of_value(hint: Any, what: About, say: Say) -> str:
    """Say in words what a parameter's value looks like."""
    if what.selector:
        return say("选择器", "selectors")
    if what.place:
        return say("座位", "places")
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        one = kind_of_value(inner, About(text=what.text), say)
        return say(f"{one}的列表", f"list: {one}")
    if dataclasses.is_dataclass(hint):
        keys = ", ".join(f.name for f in dataclasses.fields(hint))
        return say(f"表（{keys}）", f"table ({keys})")
    names = {
        int: say("整数", "whole number"),
        float: say("数", "number"),
        bool: "true / false",
        str: say("文字", "text"),
        dt.date: say("日期", "date"),
    }
    if hint in names:
        return names[hint]
    if get_origin(hint) is Mapping:
        return say("表", "table")
    choices = get_args(hint)
    if choices and all(isinstance(a, str) for a in choices):
        return names[str]
    every = [kind_of_value(h, About(text=what.text), say) for h in choices if h is not type(None)]
    return say(" 或 ", " or ").join(dict.fromkeys(every)) or say("表", "table")


def limits(what: About, hint: Any) -> str:
    """Return the accepted words or numbers."""
    inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
    words = what.choices or tuple(a for a in get_args(inner) if isinstance(a, str))
    if words:
        return " ".join(f"`{word}`" if word else '`""`' for word in words)
    low = "" if what.minimum is None else f"≥ {what.minimum:g}"
    high = "" if what.maximum is None else f"≤ {what.maximum:g}"
    return ", ".join(part for part in (low, high) if part)


def parameters(cls: Any, say: Say) -> list[str]:
    """Return the table of a class's parameters; the keys of tables inside it stand below it."""
    rows = list(_rows(cls, say, ""))
    heads = say("参数|含义|值|可取|默认", "parameter|meaning|value|accepted|default").split("|")
    return table(heads, rows) if rows else [say("没有参数。", "No parameters."), ""]


def _rows(cls: Any, say: Say, above: str) -> Iterator[tuple[str, ...]]:
    hints = get_type_hints(cls)
    for item in dataclasses.fields(cls):
        if not item.init:
            continue
        hint, what, name = hints[item.name], about(item), above + item.name.rstrip("_")
        value = kind_of_value(hint, what, say)
        if what.unit:
            value += say("，", ", ") + what.unit
        factory, missing = item.default_factory, dataclasses.MISSING
        value_if_absent = item.default if factory is missing else factory()
        yield (
            f"`{name}`",
            say.text(what.text),
            value,
            limits(what, hint) or "—",
            say("**必填**", "**required**")
            if value_if_absent is missing
            else default(value_if_absent),
        )
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if dataclasses.is_dataclass(inner):
            yield from _rows(inner, say, f"{name}.")


# --- commands ------------------------------------------------------------------------------


def help_pages(say: Say) -> Iterator[tuple[str, str]]:
    """Yield (name, help text) of the program and of every verb."""
    formatter = ChineseHelp if say.language == "zh" else click.HelpFormatter
    with (
        mock.patch.object(click.Context, "formatter_class", formatter),
        mock.patch.dict(os.environ, {"COLUMNS": str(WIDTH)}),
    ):
        group = root(say)
        top = click.Context(group, info_name="seating", **group.context_settings)
        yield "", group.get_help(top)
        for name in VERBS:
            verb = group.get_command(top, name)
            assert verb is not None
            yield name, verb.get_help(click.Context(verb, info_name=name, parent=top))


def commands_page(say: Say) -> list[str]:
    """Return the page of the command line."""
    lines = [
        say("# 命令参考", "# Commands"),
        "",
        note(say),
        "",
        say(
            "`会议` 是会议文件夹，或其中的 `event.toml`。界面语言用 `--lang zh|en` 选择，"
            "也可设环境变量 `SEATING_LANG`；不设则为中文。",
            "`EVENT` is an event folder or the `event.toml` in it.\n"
            "`--lang zh|en` chooses the language of messages, "
            "and so does the environment variable `SEATING_LANG`; without either it is Chinese.",
        ),
        "",
    ]
    for name, text in help_pages(say):
        lines += [f"## seating {name}".rstrip(), "", *fenced(text)]
    exits = say(
        "正常|没有可行方案，或检查有所发现|输入或用法有误|独立核验与求解结果不符，方案不予输出"
        "（程序自身的错误）|被 Ctrl-C 中断",
        "fine|no plan exists, or there are findings|bad input or usage|our own check disagrees "
        "with the solver; the plan is withheld (a bug of ours)|stopped by Ctrl-C",
    ).split("|")
    lines += [say("## 退出码", "## Exit codes"), ""]
    lines += table(
        say("退出码|含义", "code|meaning").split("|"),
        zip(("0", "1", "2", "3", "130"), exits, strict=True),
    )
    return lines


# --- kinds of rule -------------------------------------------------------------------------


def kinds_table(say: Say, page: str = "") -> list[str]:
    """Return all kinds with links to their sections."""
    page = page or say("规则参考.md", "docs/reference/rules.md")
    rows = ((f"[`{n}`]({page}#{slug(n)})", say.text(k.title)) for n, k in kinds().items())
    return table(say("种类|意思", "kind|meaning").split("|"), rows)


def rules_page(say: Say) -> list[str]:
    """Return the page of the kinds of rule."""
    lines = [
        say("# 规则参考", "# Kinds of rule"),
        "",
        note(say),
        "",
        say(
            "规则写在 `event.toml` 的 `[[rule]]` 里。下面的键每条规则都有；其余的键由种类决定。"
            "怎么写、怎么选，见[规则怎么写](规则怎么写.md)。",
            "A rule is a `[[rule]]` in `event.toml`.\n"
            "Every rule has the keys of this table; the others belong to its kind.\n"
            "Selectors and places are explained in [the event folder]"
            "(event-format.md#selectors).",
        ),
        "",
    ]
    from seating.reading import rules as reading

    lines += parameters(reading._RuleTable, say)
    ladder = "、".join(f"`{k}` {t.zh}" for k, t in LEVEL_TITLES.items())
    rank = ", ".join(f"`{k}`" for k in LEVEL_TITLES)
    lines += [
        say(
            f"级别从高到低：{ladder}；`off` 停用。高一级的得失永远先于低一级；"
            "`weight` 只在同级之内起作用。",
            f"Levels from the highest: {rank}; `off` switches a rule off.\n"
            "A higher level always comes before a lower one; "
            "`weight` counts only inside a level.",
        ),
        "",
    ]
    lines += kinds_table(say, page_name("rules", say))
    for name, kind in kinds().items():
        lines += [f"## {name}", "", f"**{say.text(kind.title)}**", ""]
        if say.language == "en":
            lines += told(sys.modules[kind.__module__])
        lines += parameters(kind, say)
        lines += fenced("\n".join(rule_example(name, kind)), "toml")
    return lines


# --- forms ---------------------------------------------------------------------------------


def forms_page(say: Say) -> list[str]:
    """Return the page of the seating forms."""
    usual = load_convention("cn-domestic", {})
    lines = [
        say("# 座次形式参考", "# Seating forms"),
        "",
        note(say),
        "",
        say(
            "形式写在 `[[sitting]]` 的 `form`，参数写在它下面的 `[sitting.layout]`。"
            "小图用惯例 `cn-domestic`，按位次编号，前排在上。",
            "A form is the `form` of a `[[sitting]]`; its parameters stand in the "
            "`[sitting.layout]` below it.\n"
            "The drawings use the convention `cn-domestic`; "
            "numbers are ranks, front row first.",
        ),
        "",
        *forms_table(say, page_name("forms", say)),
    ]
    for name in form_names():
        form = form_class(name)
        made = make_form(name, {})
        layout = made.build(form.EXAMPLE, usual)
        lines += [f"## {name}", "", f"**{say.text(form.TITLE)}**", ""]
        if say.language == "en":
            lines += told(form)
        lines += fenced(
            example(name, usual) + "\n\n" + say.text(caption(made, layout, usual, form.VIEWS[0]))
        )
        lines += fenced(f'[[sitting]]\nid = "{name}"\nform = "{name}"', "toml")
        lines += parameters(form, say)
        views = say("；", "; ").join(f"`{v}` {say.text(form.VIEW_TITLES[v])}" for v in form.VIEWS)
        options = ", ".join(
            f"[`{o}`]({page_name('conventions', say)}#{slug(o)})" for o in form.OPTIONS
        )
        lines += [say("视角：", "Views: ") + views + say("。", "."), ""]
        if options:
            lines += [say("惯例选项：", "Options of the convention: ") + options, ""]
        lines += [say("出处：", "Source: ") + linked_out(form.SOURCE), ""]
    return lines


FAMILIES: Mapping[str, Text] = {
    "meeting": Text("会议", "meetings"),
    "talks": Text("会谈、签约", "talks and signings"),
    "conference": Text("多方会议", "conferences of several parties"),
    "ceremony": Text("仪式", "ceremonies"),
    "banquet": Text("宴会", "banquets"),
    "photo": Text("合影", "photographs"),
    "vehicle": Text("乘车", "vehicles"),
}


def by_family() -> Mapping[str, list[str]]:
    """Return the names of the forms by family, known families first."""
    found: dict[str, list[str]] = {}
    for name in form_names():
        found.setdefault(form_class(name).FAMILY, []).append(name)
    known = list(FAMILIES)
    return dict(sorted(found.items(), key=lambda f: known.index(f[0]) if f[0] in known else 99))


def forms_table(say: Say, page: str = "") -> list[str]:
    """Return all forms by family, with links to their sections."""
    page = page or say("docs/zh/形式参考.md", "docs/reference/forms.md")
    rows = []
    for family, names in by_family().items():
        title = say.text(FAMILIES.get(family, Text(family, family)))
        shown = [f"[{say.text(form_class(n).TITLE)}]({page}#{slug(n)})" for n in names]
        rows.append((title, say("、", ", ").join(shown)))
    return table(say("场合|座次形式", "for|forms").split("|"), rows)


# --- conventions ---------------------------------------------------------------------------


def grades_in(source: str) -> list[str]:
    """Return the grades named in a source, in their order."""
    return [g for g in re.findall(r"\[([A-Z]+)\]", source) if g in GRADES]


def conventions_page(say: Say) -> list[str]:
    """Return the page of packs, options and ranks."""
    packs = [load_convention(name, {}) for name in pack_names()]
    lines = [
        say("# 惯例参考", "# Conventions"),
        "",
        note(say),
        "",
        say(
            "惯例包在 `[event]` 的 `convention` 里选；个别选项在 `[convention]` 或某一场的 "
            "`convention` 里改。左右一律指就座者本人的左右。",
            "A pack is chosen by `convention` in `[event]`; single options are set in "
            "`[convention]`, or for one sitting in its own `convention`.\n"
            "Left and right are always those of the person seated.",
        ),
        "",
        say("## 惯例包", "## Packs"),
        "",
    ]
    for pack in packs:
        title = f"**{say.text(pack.title)}**"
        lines += [
            f"### {pack.id}",
            "",
            title,
            "",
            linked_out(pack.source),
            "",
            *pack_rules(pack, say),
        ]
    lines += [say("## 选项一览", "## All options"), ""]
    heads = [say("选项", "option"), *(p.id for p in packs)]
    options = load_options()
    lines += table(
        heads,
        ((f"[`{o.name}`](#{slug(o.name)})", *(f"`{p[o.name]}`" for p in packs)) for o in options),
    )
    for option in options:
        lines += option_section(option, packs, say)
    ranks = load_ranks()
    lines += [say("## 级别词表", "## Rank words"), "", linked_out(ranks.source), ""]
    words: dict[int, list[str]] = {}
    for word, number in ranks.numbers.items():
        words.setdefault(number, []).append(word)
    lines += table(
        say("级别|含义|可写", "rank|class|words accepted").split("|"),
        ((str(n), say.text(ranks.titles[n]), "、".join(words[n])) for n in sorted(words)),
    )
    return lines


def pack_rules(pack: Convention, say: Say) -> list[str]:
    """Return the rules that come with a pack."""
    rules = page_name("rules", say)
    heads = say(
        "规则|种类|级别|何时适用|说法|出处", "rule|kind|level|applies to|wording|source"
    ).split("|")
    rows = (
        (
            f"`{r.id}`",
            f"[`{r.kind}`]({rules}#{slug(r.kind)})",
            f"`{r.level}`",
            ", ".join((*r.forms, *(f"`{k} = {v}`" for k, v in sorted(r.when.items())))) or "—",
            r.text,
            linked_out(r.source),
        )
        for r in pack.rules
    )
    return table(heads, rows) if pack.rules else []


def option_section(option: Option, packs: Sequence[Convention], say: Say) -> list[str]:
    """Return the section of one option."""
    lines = [
        f"### {option.name}",
        "",
        f"**{say.text(option.title)}**",
        "",
        say.text(option.reason),
        "",
    ]
    rows = []
    for choice in option.choices:
        users = [p.id for p in packs if p[option.name] == choice.value]
        rows.append(
            (
                f"`{choice.value}`",
                say.text(choice.title),
                ", ".join(users) or "—",
                linked_out(choice.source),
            )
        )
    return lines + table(
        say("取值|做法|采用者|出处", "value|meaning|used by|source").split("|"), rows
    )


def grades_table(say: Say) -> list[str]:
    """Return the grades of sources and how many choices rest on each."""
    best: Counter[str] = Counter()
    for option in load_options():
        for choice in option.choices:
            found = grades_in(choice.source)
            best[min(found, key=list(GRADES).index)] += 1
    return table(
        say("等级|含义|以此为最好依据的做法", "grade|meaning|choices resting on it at best").split(
            "|"
        ),
        ((f"[{g}]", say.text(t), str(best[g])) for g, t in GRADES.items()),
    )


# --- documents -----------------------------------------------------------------------------


def documents_page(say: Say) -> list[str]:
    """Return the page of the documents."""
    lines = [
        say("# 文书参考", "# Documents"),
        "",
        note(say),
        "",
        say(
            "`seating run` 打印会议用得上的全部文书；`-d 名称` 只打印指定的，可重复。"
            "名称中的 `_` 也可写成 `-`。",
            "`seating run` prints every document that the event has matter for; "
            "`-d NAME` prints only those named and may be repeated.\n"
            "`-` may be written for `_`.",
        ),
        "",
    ]
    for name, document in documents().items():
        lines += [
            f"## {name}",
            "",
            f"**{say.text(document.TITLE)}**",
            "",
            say.text(document.SUMMARY),
            "",
        ]
        keys = table_keys(name)
        if keys is not None:
            words = Text(f"`[documents.{name}]` 里可写：", f"Keys of `[documents.{name}]`:")
            lines += [say.text(words), "", *parameters(keys, say)]
        if name == "notice":
            page = say("../reference/notice.md", "notice.md")
            lines += [say(f"全部写法见[会议通知]({page})。", f"See [the notice]({page})."), ""]
    return lines


# --- pages ---------------------------------------------------------------------------------


def columns_table(say: Say) -> list[str]:
    """Return every heading by which a column of the roster is recognised."""
    rows = (
        (column.title.zh, column.title.en, "、".join(column.aliases) or "—")
        for column in PEOPLE.columns
    )
    return table(say("中文|英文|也认得", "Chinese|English|also recognised").split("|"), rows)


def booking_keys(say: Say) -> list[str]:
    """Return the keys of ``[booking]``."""
    return parameters(BookingTable, say)


def booking_columns(say: Say) -> list[str]:
    """Return the columns of every sheet of a booking."""
    lines: list[str] = []
    for kind, columns in COLUMNS.items():
        title = SHEET_TITLES[kind]
        lines += ["", f"### {say(title.zh, title.en)}", ""]
        rows = (
            (f"`{c.field}`", c.title.zh, c.title.en, "、".join(c.aliases) or "—")
            for c in columns.columns
        )
        heads = say("写在 TOML|中文|英文|也认得", "in TOML|Chinese|English|also recognised")
        lines += table(heads.split("|"), rows)
    return lines


def layouts_table(say: Say) -> list[str]:
    """Return the words for how a room is laid out."""
    rows = []
    for name, title in LAYOUTS.items():
        words = [w for w, n in LAYOUT_WORDS.items() if n == name]
        others = [w for w in words if w not in (name, title.zh, title.en)]
        rows.append((f"`{name}`", title.zh, title.en, "、".join(others)))
    heads = say("写在 TOML|中文|英文|也认得", "in TOML|Chinese|English|also recognised")
    return table(heads.split("|"), rows)


def samples_table(say: Say) -> list[str]:
    """Return the samples with what their own pages say of them first."""
    rows = []
    for readme in sorted((DOCS.parent / "samples").glob("*/README.md")):
        name = readme.parent.name
        chinese, _, english = readme.read_text(encoding="utf-8").partition("## In English")
        title = chinese.splitlines()[0].partition("：")[2]
        first = " ".join(english.split()).partition(". ")[0].rstrip(".") + "."
        where = say("../../samples", "../samples")
        rows.append((f"[`{name}`]({where}/{name}/README.md)", say(title, first)))
    return table(say("样例|内容", "sample|what").split("|"), rows)


Page = Callable[[Say], list[str]]
PAGES: Mapping[str, tuple[Page, str]] = {
    "commands": (commands_page, "命令参考"),
    "rules": (rules_page, "规则参考"),
    "forms": (forms_page, "形式参考"),
    "conventions": (conventions_page, "惯例参考"),
    "documents": (documents_page, "文书参考"),
}
PARTS: Mapping[str, Page] = {
    "samples": samples_table,
    "columns": columns_table,
    "booking-keys": booking_keys,
    "booking-columns": booking_columns,
    "layouts": layouts_table,
    "source-grades": grades_table,
    "forms": forms_table,
    "kinds": kinds_table,
}
WITH_PARTS: Mapping[str, Say] = {
    "explanation/sources.md": EN,
    "zh/惯例与出处.md": ZH,
    "zh/规则怎么写.md": ZH,
    "README.md": EN,
    "zh/README.md": ZH,
    "reference/event-format.md": EN,
    "reference/booking.md": EN,
    "zh/会议室统筹.md": ZH,
    "zh/名册怎么填.md": ZH,
    "../README.md": EN,
    "../README.zh.md": ZH,
}


def page_name(page: str, say: Say) -> str:
    """Return a page's file name."""
    return f"{PAGES[page][1]}.md" if say.language == "zh" else f"{page}.md"


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    text = re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", r"\1", heading.strip().lower())
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def filled(text: str, say: Say) -> str:
    """Return a hand-written page with its generated parts made anew."""
    for name, make in PARTS.items():
        begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
        if begin in text:
            before, _, rest = text.partition(begin)
            after = rest.partition(end)[2]
            text = f"{before}{begin}\n\n" + "\n".join(make(say)).strip() + f"\n\n{end}{after}"
    return text


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    found = {}
    for name, (make, _) in PAGES.items():
        for say, folder in ((EN, "reference"), (ZH, "zh")):
            text = "\n".join(make(say)).strip() + "\n"
            found[DOCS / folder / page_name(name, say)] = re.sub(r"\n{3,}", "\n\n", text)
    for name, say in WITH_PARTS.items():
        path = DOCS / name
        found[path] = filled(path.read_text(encoding="utf-8"), say)
    return found


def main(words: Sequence[str]) -> int:
    """Write the pages, or with ``--check`` compare them."""
    stale = []
    for path, text in pages().items():
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old != text:
            stale.append(path)
            if "--check" not in words:
                path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        print(path.relative_to(DOCS.parent))
    return int(bool(stale) and "--check" in words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
