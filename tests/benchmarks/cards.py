"""3,000 place cards: time, memory and size beside a plain ReportLab loop with the same names.

Each way runs in a process of its own, because a process never gives back its peak of memory.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_COUNT = 3000
_RUNS = 3
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉红建国文斌辉力永健世广志义兴良海"
    "山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子"
)
_RARE = "𬀩䶮㛃堃𫘝喆昇頔"
_WAYS = {
    "plain": "plain ReportLab loop, whole fonts registered",
    "tents": "`place_cards`, A4 folded, a page each",
    "sheets": "`place_cards`, 190x178 mm, two on A3",
    "labels": "`seat_labels`, five on A4",
    "badges": "`badges` with QR codes, ten on A4",
}


def names() -> list[str]:
    """Return 3,000 names of two and three characters, 3 % of them with a rare one."""
    rng = random.Random(7)
    found = []
    for i in range(_COUNT):
        given = "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2, 2))))
        if i % 33 == 0:
            given = given[:-1] + rng.choice(_RARE)
        found.append(rng.choice(_SURNAMES) + given)
    return found


def plain() -> bytes:
    """Draw every name twice on a page of its own, as one would without this program."""
    import io

    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.pdfgen.canvas import Canvas

    from seating.typography import pack

    for name in ("title_song", "song"):
        path = pack.FOLDER / pack.FILES[name]
        pdfmetrics.registerFont(ttfonts.TTFont(name, str(path)))
    known = pdfmetrics.getFont("title_song").face.charToGlyph
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(297 * mm, 210 * mm), invariant=1, pageCompression=1)
    for who in names():
        face = "title_song" if all(ord(c) in known for c in who) else "song"
        for turn in (0, 180):
            canvas.saveState()
            canvas.translate(148.5 * mm, 105 * mm)
            canvas.rotate(turn)
            canvas.setFont(face, 200)
            canvas.drawCentredString(0, -78 * mm, who)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def ours(way: str) -> bytes:
    """Print the cards as the program does, from a hall of 3,000 seats."""
    from seating.documents.registry import make_documents
    from seating.facts.book import Book, BookSitting, PrintJob
    from seating.facts.event import Event, PrecedenceSpec, Sitting
    from seating.facts.people import Person
    from seating.facts.plan import Placing, Plan, SittingPlan
    from seating.facts.text import NOTHING
    from seating.facts.text import plain as words
    from seating.facts.venue import Layout, Place

    ids = [f"P{i:04d}" for i in range(_COUNT)]
    people = {
        one: Person(id=one, name=name, unit=f"第{i // 40 + 1}单位", title="主任")
        for i, (one, name) in enumerate(zip(ids, names(), strict=True))
    }
    places = tuple(
        Place(
            id=f"{i // 60 + 1}-{i % 60 + 1}",
            label=words(f"{i // 60 + 1}排{i % 60 + 1}座"),
            honour=i + 1,
            x=550.0 * (i % 60),
            y=-900.0 * (i // 60),
            row=i // 60 + 1,
            number=i % 60 + 1,
        )
        for i in range(_COUNT)
    )
    document = {"labels": "seat_labels", "badges": "badges"}.get(way, "place_cards")
    keys: dict[str, object] = {"sittings": ["hall"]} if document == "place_cards" else {}
    if way == "sheets":
        keys |= {"stock": "190x178", "sheet": "A3"}
    sitting = Sitting(id="hall", title=words("会场"), form="hall")
    event = Event(
        id="bench",
        title=words("大会"),
        organiser=NOTHING,
        start=None,
        end=None,
        place=NOTHING,
        language="zh",
        convention="cn-domestic",
        version=1,
        people=tuple(people.values()),
        units=(),
        sittings=(sitting,),
        rules=(),
        precedence=PrecedenceSpec(),
        tables={"documents": {document: keys}},
    )
    placing = Placing(sitting="hall", places=dict(zip(ids, (p.id for p in places), strict=True)))
    plan = SittingPlan(placing=placing, levels=())
    book = Book(
        event=event,
        people=people,
        units={},
        order=tuple(ids),
        name_order=tuple(ids),
        sittings={
            "hall": BookSitting(
                sitting=sitting,
                layout=Layout(form="hall", places=places),
                order=tuple(ids),
                plan=plan,
            )
        },
        plan=Plan(event="bench", version=1, digest="", sittings={"hall": plan}),
    )
    (printed,) = make_documents(book, PrintJob(), [document])
    return printed.data


def child(way: str) -> None:
    """Print what one way costs: CPU seconds, bytes, peak of memory in KiB."""
    import reportlab.pdfgen.canvas  # noqa: F401

    if way != "plain":
        import seating.documents.embed  # noqa: F401
        from seating.documents.registry import documents

        assert documents()
    start = time.process_time()
    data = plain() if way == "plain" else ours(way)
    seconds = time.process_time() - start
    print(json.dumps([seconds, len(data), peak()]))


def peak() -> int:
    """Return the peak of this process's memory in KiB.

    The counter of ``getrusage`` begins with the peak of the process that started this one.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(status.partition("VmHWM:")[2].split()[0])


def section() -> tuple[str, str]:
    """Return heading and text of this benchmark's part of the results."""
    lines = [
        "3,000 people; a name twice on each place card, once on labels and badges; 3 % of the",
        "names with a rare character.  CPU seconds without imports, fonts opened and embedded,",
        f"the best of {_RUNS} runs; memory is the peak of the whole process.",
        "",
        "| what | CPU seconds | MiB of memory | MiB of file |",
        "|---|---|---|---|",
    ]
    for way, title in _WAYS.items():
        runs = []
        for _ in range(_RUNS):
            code = f"from tests.benchmarks.cards import child; child({way!r})"
            done = subprocess.run(
                [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, check=True, text=True
            )
            runs.append(json.loads(done.stdout))
        seconds, size, memory = min(runs)
        lines.append(f"| {title} | {seconds:.2f} | {memory / 1024:.0f} | {size / 2**20:.2f} |")
    lines += [
        "",
        "The plain loop neither spaces names of two characters nor falls back character by",
        "character: a whole name goes into 宋体 where 小标宋 lacks one of its characters.  What",
        "badges cost is the code: each is masked in eight ways and the best taken, as its",
        "standard asks.",
    ]
    return "3,000 cards", "\n".join(lines) + "\n"
