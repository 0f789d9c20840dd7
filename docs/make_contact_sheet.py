"""Makes the contact sheets: pages of the samples, small, in one picture.

    python docs/make_contact_sheet.py [SAMPLE [TARGET.png]]
    python docs/make_contact_sheet.py charts [TARGET.png]

The first shows every page of every document of a sample and goes to
``docs/images/contact-sheet.png`` unless a target is given; the second shows the chart of each
form that has a sample and goes to ``docs/images/charts.png``.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

THUMB, COLUMNS = 108, 15
LARGE, LARGE_COLUMNS = 400, 5
GAP, HEAD = 6, 18
COLOURS = 64
FONT = ROOT / "seating" / "typography" / "pack" / "SeatingHei-Medium.ttf"
CHARTS = (
    "rostrum-8", "hollow-square", "talks", "reception", "signing",
    "banquet-12", "delegations", "photo-120", "motorcade",
)  # fmt: skip


def main(sample: str = "office-conference", target: str = "") -> None:
    """Make the picture."""
    if sample == "charts":
        shown = [chart for name in CHARTS for chart in charts(ROOT / "samples" / name)]
        sheet = contact_sheet(shown, LARGE, LARGE_COLUMNS)
    else:
        sheet = contact_sheet(list(printed(ROOT / "samples" / sample)), THUMB, COLUMNS)
    name = "charts.png" if sample == "charts" else "contact-sheet.png"
    path = Path(target) if target else ROOT / "docs" / "images" / name
    octree = Image.Quantize.FASTOCTREE  # keeps black black and grey grey
    small = sheet.quantize(COLOURS, method=octree, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    print(f"{path}: {sheet.width} x {sheet.height}, {path.stat().st_size // 1000} kB")


def charts(event: Path) -> Iterator[tuple[str, list[pdfium.PdfPage]]]:
    """Yield the first page of the chart of an event, under the title of its sitting."""
    for name, pages in printed(event, ("rostrum_chart", "form_chart")):
        yield name.partition("_")[0] + "　" + event.name, pages[:1]


def printed(
    event: Path, documents: Sequence[str] = ()
) -> Iterator[tuple[str, list[pdfium.PdfPage]]]:
    """Plan an event and yield name and pages of every PDF that it calls for, or of some."""
    from seating import planner
    from seating.facts.book import PrintJob

    programme = planner.prepare(event)
    book = planner.book(programme, planner.plan(programme).plan)
    for file in planner.draw(book, PrintJob(), documents):
        if file.name.endswith(".pdf"):
            yield file.name.removesuffix(".pdf"), list(pdfium.PdfDocument(file.data))


def contact_sheet(
    files: list[tuple[str, list[pdfium.PdfPage]]], side: int, columns: int
) -> Image.Image:
    """Lay out the pages of all files in rows, ``side`` px each, each file under its name."""
    thumbs = [(name, [thumb(page, side) for page in pages]) for name, pages in files]
    width = columns * (side + GAP) + GAP
    places: list[tuple[int, int, str, list[Image.Image]]] = []
    x = y = 0
    for name, pages in thumbs:
        need = min(len(pages), columns)
        if x and x + need > columns:
            x, y = 0, y + 1
        places.append((x, y, name, pages))
        rows = -(-len(pages) // columns)
        x, y = (x + need, y) if rows == 1 and x + need < columns else (0, y + rows)
    height = (max(b + -(-len(p) // columns) for _, b, _, p in places)) * (side + HEAD + GAP)
    sheet = Image.new("RGB", (width, height + GAP), (206, 206, 206))
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(FONT), 11)
    for column, row, name, pages in places:
        for number, page in enumerate(pages):
            c, r = (column + number) % columns, row + (column + number) // columns
            left, top = GAP + c * (side + GAP), GAP + r * (side + HEAD + GAP)
            if number == 0:
                room = min(len(pages), columns - column) * (side + GAP) - GAP
                pen.text((left, top), shortened(name, font, room), "black", font)
            sheet.paste(page, (left + (side - page.width) // 2, top + HEAD))
    return sheet


def shortened(name: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """Return as much of a name as there is room for."""
    while name and font.getlength(name) > room:
        name = name[:-1]
    return name


def thumb(page: pdfium.PdfPage, side: int) -> Image.Image:
    """Return a page small, drawn four times as large and reduced, so that lines stay visible."""
    scale = 4 * min(side / page.get_width(), side / page.get_height())
    image = page.render(scale=scale).to_pil().convert("RGB")
    whole = io.BytesIO()
    image.resize((image.width // 4, image.height // 4), Image.Resampling.LANCZOS).save(whole, "PNG")
    return Image.open(whole)


if __name__ == "__main__":
    main(*sys.argv[1:])
