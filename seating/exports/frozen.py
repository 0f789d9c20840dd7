"""Office files without the time of their making: the same content, the same bytes (定稿)."""

from __future__ import annotations

import io
import re
import zipfile

_STAMP = (2000, 1, 1, 0, 0, 0)
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def frozen(data: bytes) -> bytes:
    """Return a zipped office file (.xlsx, .docx) with fixed times and a fixed order of parts."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _WHEN.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = entry.external_attr = 0
            target.writestr(entry, part)
    return fixed.getvalue()
