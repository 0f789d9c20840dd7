"""Makes the contact sheet: every page of every document of a sample, small, in one picture.

    python docs/make_contact_sheet.py [SAMPLE [TARGET.png]]

Without a target the picture goes to ``docs/images/contact-sheet.png``.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

THUMB = (108, 108)
GAP, HEAD, COLUMNS = 6, 18, 15
FONT = ROOT / "seating" / "typography" / "pack" / "SeatingHei-Medium.ttf"


def main(sample: str = "office-conference", target: str = "") -> None:
    """Make the picture."""
    sheet = contact_sheet(list(printed(ROOT / "samples" / sample)))
    path = Path(target) if target else ROOT / "docs" / "images" / "contact-sheet.png"
    sheet.convert("P", palette=Image.Palette.ADAPTIVE, colors=32).save(path, optimize=True)
    print(f"{path}: {sheet.width} x {sheet.height}, {path.stat().st_size // 1000} kB")


def printed(event: Path) -> Iterator[tuple[str, bytes]]:
    """Plan an event and yield name and bytes of every PDF that it calls for."""
    from seating import planner
    from seating.facts.book import PrintJob

    programme = planner.prepare(event)
    book = planner.book(programme, planner.plan(programme).plan)
    for file in planner.draw(book, PrintJob()):
        if file.name.endswith(".pdf"):
            yield file.name.removesuffix(".pdf"), file.data


def contact_sheet(files: list[tuple[str, bytes]]) -> Image.Image:
    """Lay out the pages of all files in rows, each file under its name."""
    thumbs = [(name, [thumb(page) for page in pdfium.PdfDocument(data)]) for name, data in files]
    width = COLUMNS * (THUMB[0] + GAP) + GAP
    places: list[tuple[int, int, str, list[Image.Image]]] = []
    x = y = 0
    for name, pages in thumbs:
        need = min(len(pages), COLUMNS)
        if x and x + need > COLUMNS:
            x, y = 0, y + 1
        places.append((x, y, name, pages))
        rows = -(-len(pages) // COLUMNS)
        x, y = (x + need, y) if rows == 1 and x + need < COLUMNS else (0, y + rows)
    height = (max(b + -(-len(p) // COLUMNS) for _, b, _, p in places)) * (THUMB[1] + HEAD + GAP)
    sheet = Image.new("RGB", (width, height + GAP), (206, 206, 206))
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(FONT), 11)
    for column, row, name, pages in places:
        for number, page in enumerate(pages):
            c, r = (column + number) % COLUMNS, row + (column + number) // COLUMNS
            left, top = GAP + c * (THUMB[0] + GAP), GAP + r * (THUMB[1] + HEAD + GAP)
            if number == 0:
                room = min(len(pages), COLUMNS - column) * (THUMB[0] + GAP) - GAP
                pen.text((left, top), shortened(name, font, room), "black", font)
            sheet.paste(page, (left + (THUMB[0] - page.width) // 2, top + HEAD))
    return sheet


def shortened(name: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """Return as much of a name as there is room for."""
    while name and font.getlength(name) > room:
        name = name[:-1]
    return name


def thumb(page: pdfium.PdfPage) -> Image.Image:
    """Return a page small, drawn four times as large and reduced, so that lines stay visible."""
    scale = 4 * min(THUMB[0] / page.get_width(), THUMB[1] / page.get_height())
    image = page.render(scale=scale).to_pil().convert("RGB")
    whole = io.BytesIO()
    image.resize((image.width // 4, image.height // 4), Image.Resampling.LANCZOS).save(whole, "PNG")
    return Image.open(whole)


if __name__ == "__main__":
    main(*sys.argv[1:])
