"""Pictures on cards: read from the event's folder, turned for the far face (图标)."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from seating.documents.strokes import picture_size
from seating.facts.event import Event
from seating.facts.fault import Fault, Where
from seating.facts.text import Text


def read_picture(folder: str, name: str) -> bytes:
    """Return a picture of the event's folder; ``b""`` where none is named or can be read."""
    if not name:
        return b""
    path = _inside(folder, name)
    try:
        data = path.read_bytes() if path is not None else b""
        picture_size(data)
    except (OSError, ValueError):
        return b""
    return data


def picture_faults(event: Event, name: str, where: Where) -> list[Fault]:
    """Return what is wrong with a picture named at ``where``."""
    if not name or read_picture(event.folder, name):
        return []
    if _inside(event.folder, name) is None:
        message = Text(f"“{name}”不在会议文件夹里。", f"{name!r} is outside the event's folder.")
        advice = Text("请把图片放进会议文件夹。", "Put the picture into it.")
    else:
        message = Text(f"读不出图片“{name}”。", f"{name!r} cannot be read as a picture.")
        advice = Text(
            "可用会议文件夹里的 PNG 或 JPEG 文件，不超过五千万像素。",
            "Accepted: a PNG or JPEG file in the event's folder, 50 megapixels at most.",
        )
    return [Fault(where=where, message=message, advice=advice)]


def _inside(folder: str, name: str) -> Path | None:
    """Return the path of a file in a folder, ``None`` if it lies elsewhere."""
    base = Path(folder or ".").resolve()
    path = (base / name).resolve()
    return path if path.is_relative_to(base) else None


@lru_cache(maxsize=8)
def upside_down(data: bytes) -> bytes:
    """Return a picture turned by 180 degrees, as PNG; nothing of it is lost."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        turned = image.transpose(Image.Transpose.ROTATE_180)
    out = io.BytesIO()
    turned.save(out, "PNG")
    return out.getvalue()
