"""The table by which a reader of a PDF turns glyphs back into characters (复制与检索)."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCK = 100
"""The most entries that one ``bfchar`` block may hold (PDF 32000-1, 9.10.3)."""


def to_unicode_cmap(name: str, code_points: Sequence[int]) -> str:
    """Return the text of a ToUnicode CMap for a font of at most 256 one-byte codes.

    Args:
        name: the CMap's own name, conventionally that of the embedded font.
        code_points: the Unicode code point at each position; the position is the code. A zero
            says that the position is not used.

    Returns:
        A CMap in which characters beyond U+FFFF (𬀩, 𫘝) are written as UTF-16 surrogate pairs,
        as PDF requires. Five hexadecimal digits, as some writers give, cannot be copied.
    """
    if len(code_points) > 256:
        raise ValueError(f"a simple font has at most 256 codes, not {len(code_points)}")
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(code_points)
        if point and not 0xD800 <= point <= 0xDFFF
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        "<< /Registry (Adobe)",
        "/Ordering (UCS)",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
