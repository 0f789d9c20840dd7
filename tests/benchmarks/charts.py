"""A chart of 3,000 seats: time, memory and size beside a plain ReportLab loop with its text.

Each way runs in a process of its own, because a process never gives back its peak of memory.
The plain loop draws every text of the chart where the chart has it, and nothing else.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.cards import names, peak

_ROOT = Path(__file__).resolve().parents[2]
_RUNS = 3
_WAYS = {
    "plain": "plain ReportLab loop, the text of the chart only",
    "chart": "`hall_chart` on A3: overview and parts, both viewpoints",
    "one": "`hall_chart` on one page of A1, one viewpoint",
    "poster": "`poster` on A0: chart, units, names",
    "finder": "`finder`: by strokes",
}
_TABLES: dict[str, dict[str, Any]] = {
    "chart": {"hall_chart": {}},
    "one": {"hall_chart": {"paper": "A1", "views": ["audience"]}},
    "poster": {"poster": {"paper": "A0", "content": ["chart", "units", "names"]}},
    "finder": {"finder": {"by": ["strokes"]}},
}


def book(tables: dict[str, Any]) -> Any:
    """Return a full hall of 50 rows of 60 seats, 75 units."""
    from seating.facts.book import Book, BookSitting
    from seating.facts.event import Event, PrecedenceSpec, Sitting
    from seating.facts.people import Person, Unit
    from seating.facts.plan import Placing, Plan, SittingPlan
    from seating.facts.text import NOTHING, Text
    from seating.facts.venue import Need
    from seating.forms.hall import Hall
    from seating.reading.packs import load_convention

    ids = [f"P{i:04d}" for i in range(3000)]
    people = {
        one: Person(id=one, name=name, unit=f"第{i // 40 + 1}单位", title="主任")
        for i, (one, name) in enumerate(zip(ids, names(), strict=True))
    }
    units = {f"第{n}单位": Unit(name=f"第{n}单位", order=n) for n in range(1, 76)}
    form = Hall(rows=50, blocks=(15, 30, 15), cross_aisles=(25,), doors=("rear-left", "rear-right"))
    layout = form.build(Need(count=3000), load_convention("cn-domestic", {}))
    placing = Placing(
        sitting="hall", places=dict(zip(ids, (p.id for p in layout.seats), strict=True))
    )
    plan = SittingPlan(placing=placing, levels=())
    sitting = Sitting(id="hall", title=Text("会场", "hall"), form="hall")
    event = Event(
        id="bench", title=Text("大会", "Congress"), organiser=NOTHING, start=None, end=None,
        place=NOTHING, language="zh", convention="cn-domestic", version=1,
        people=tuple(people.values()), units=tuple(units.values()), sittings=(sitting,), rules=(),
        precedence=PrecedenceSpec(), tables={"documents": tables},
    )  # fmt: skip
    order = tuple(ids)
    made = BookSitting(sitting=sitting, layout=layout, order=order, plan=plan)
    return Book(
        event=event, people=people, units=units, order=order, name_order=order,
        sittings={"hall": made}, plan=Plan(event="bench", version=1, digest="", sittings={}),
    )  # fmt: skip


def texts(path: Path) -> None:
    """Write every text of the chart with face, size and place into a file, page by page."""
    from seating.documents import embed
    from seating.documents.registry import make_documents
    from seating.documents.strokes import Lettered
    from seating.facts.book import PrintJob

    found: list[Any] = []
    write = embed.write_pdf

    def keep(sheets: Any, *rest: Any) -> bytes:
        for sheet in sheets:
            marks = [
                (mark.x, mark.y, mark.size, mark.squeeze, run.chars, str(run.face.path))
                for mark in sheet.marks
                if isinstance(mark, Lettered)
                for run in mark.runs[:1]
            ]
            found.append((sheet.paper.width, sheet.paper.height, marks))
        return write(sheets, *rest)

    embed.write_pdf = keep
    make_documents(book(_TABLES["chart"]), PrintJob(), ["hall_chart"])
    path.write_text(json.dumps(found), encoding="utf-8")


def plain(pages: Any) -> bytes:
    """Draw the texts, as one would without this program."""
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.pdfgen.canvas import Canvas

    for path in sorted({mark[5] for page in pages for mark in page[2]}):
        pdfmetrics.registerFont(ttfonts.TTFont(path, path))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    for width, height, marks in pages:
        canvas.setPageSize((width * mm, height * mm))
        for x, y, size, squeeze, chars, path in marks:
            text = canvas.beginText(x, y)
            text.setFont(path, size)
            text.setHorizScale(squeeze * 100)
            text.textOut(chars)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def child(way: str, path: str) -> None:
    """Print what one way costs: CPU seconds, bytes, peak of memory in KiB."""
    import reportlab.pdfgen.canvas  # noqa: F401

    if way == "texts":
        texts(Path(path))
        return
    if way == "plain":
        pages = json.loads(Path(path).read_text(encoding="utf-8"))
        start = time.process_time()
        data = plain(pages)
    else:
        import seating.documents.embed  # noqa: F401
        from seating.documents.registry import documents, make_documents
        from seating.facts.book import PrintJob

        assert documents()
        ready = book(_TABLES[way])
        start = time.process_time()
        (printed,) = make_documents(ready, PrintJob(), list(_TABLES[way]))
        data = printed.data
    print(json.dumps([time.process_time() - start, len(data), peak()]))


def section() -> tuple[str, str]:
    """Return heading and text of this benchmark's part of the results."""
    lines = [
        "A hall of 50 rows of 60 seats, full; the names of the 3,000 cards, 75 units.  CPU seconds",
        "without imports and without making the hall, fonts opened and embedded, the best of",
        f"{_RUNS} runs; memory is the peak of the whole process.",
        "",
        "| what | CPU seconds | MiB of memory | MiB of file |",
        "|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "texts.json")
        _run("texts", path)
        for way, title in _WAYS.items():
            seconds, size, memory = min(json.loads(_run(way, path)) for _ in range(_RUNS))
            lines.append(f"| {title} | {seconds:.2f} | {memory / 1024:.0f} | {size / 2**20:.2f} |")
    lines += [
        "",
        "The plain loop is given faces, sizes and places; the program finds them, and draws seats,",
        "tints, numbers of rows and legends besides.",
    ]
    return "A chart of 3,000 seats", "\n".join(lines) + "\n"


def _run(way: str, path: str) -> str:
    code = f"from tests.benchmarks.charts import child; child({way!r}, {path!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, check=True, text=True
    )
    return done.stdout
