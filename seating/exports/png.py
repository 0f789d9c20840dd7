"""Pages of a PDF as pictures, for slides and messages (图片 .png)."""

from __future__ import annotations

import io
from collections.abc import Iterator

MOST_PIXELS = 200_000_000
"""A page larger than this is refused: it would not fit into memory."""


def pages(data: bytes, dpi: int) -> Iterator[bytes]:
    """Yield every page of a PDF as PNG.

    Args:
        data: the PDF.
        dpi: pixels to an inch.

    Raises:
        ValueError: a page would have too many pixels.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            wide, high = page.get_width() / 72 * dpi, page.get_height() / 72 * dpi
            if wide * high > MOST_PIXELS:
                raise ValueError(f"{wide:.0f} x {high:.0f} pixels")
            image = page.render(scale=dpi / 72).to_pil()
            out = io.BytesIO()
            image.convert("RGB").save(out, "PNG", dpi=(dpi, dpi), optimize=False)
            yield out.getvalue()
            page.close()
    finally:
        document.close()
