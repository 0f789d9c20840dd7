"""Makes the pictures of the documentation from the samples.

    python docs/make_images.py

Runs the samples in a scratch folder, prints the documents and turns single pages into PNG with
``pdftoppm`` (package poppler-utils).  Pictures are reduced to few colours to keep them small.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LARGEST = 400_000


@dataclass(frozen=True)
class Picture:
    """One page of one document of a sample."""

    name: str
    sample: str
    document: str
    file: str
    page: int = 1
    dots_per_inch: int = 90


PICTURES = (
    Picture("rostrum-8", "rostrum-8", "rostrum_chart", "主席台座次图_rostrum.pdf"),
    Picture("hall", "office-conference", "hall_chart", "会场座次图_hall.pdf", dots_per_inch=100),
    Picture("notice", "office-conference", "notice", "会议通知_office-conference.pdf", 1, 70),
    Picture("room-timetable", "city-week", "room_timetable", "会议室使用安排表_city-week.pdf"),
    Picture("seat-list", "office-conference", "seat_list", "座次名单_hall.pdf", 1, 70),
)


def main() -> None:
    """Make every picture."""
    from seating import planner
    from seating.facts.book import Book, PrintJob

    books: dict[str, Book] = {}
    with tempfile.TemporaryDirectory() as name:
        for picture in PICTURES:
            if picture.sample not in books:
                programme = planner.prepare(ROOT / "samples" / picture.sample)
                books[picture.sample] = planner.book(programme, planner.plan(programme).plan)
            book = books[picture.sample]
            printed = planner.draw(book, PrintJob(), [picture.document])
            (data,) = (file.data for file in printed if file.name == picture.file)
            pdf = Path(name) / "page.pdf"
            pdf.write_bytes(data)
            draw(picture, pdf)


def draw(picture: Picture, pdf: Path) -> None:
    """Turn a page into a small PNG."""
    page = ["-f", str(picture.page), "-l", str(picture.page)]
    how = ["-png", "-singlefile", "-r", str(picture.dots_per_inch)]
    subprocess.run(["pdftoppm", *page, *how, pdf, pdf.with_suffix("")], check=True)
    target = ROOT / "docs" / "images" / f"{picture.name}.png"
    with Image.open(pdf.with_suffix(".png")) as image:
        few = image.convert("RGB").quantize(48, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}  {few.width} x {few.height}  {size // 1000} kB")
    if size > LARGEST:
        sys.exit(f"{target.name} is larger than {LARGEST // 1000} kB")


if __name__ == "__main__":
    main()
