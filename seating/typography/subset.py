"""The glyphs that one document needs, as a small TrueType font (子集字体)."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seating.typography.faces import Face

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "VORG", "vhea", "vmtx", "DSIG", "STAT")


class SubsetError(Exception):
    """The font's glyphs could not be taken out of it."""


def subset_truetype(face: Face, chars: Iterable[str]) -> bytes:
    """Return a TrueType font with the glyphs of ``chars``, a space and the missing-glyph box.

    Works for TrueType, OpenType (PostScript outlines become TrueType ones), collections and
    variable fonts, whose axes are pinned to ``face.axes`` and else to their default. The same
    face and characters give the same bytes. Characters that the face lacks are left out.

    Raises:
        SubsetError: the font is damaged.
    """
    import uharfbuzz as hb

    source = hb.Face(hb.Blob.from_file_path(str(face.path)), face.index)
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set({ord(c) for text in chars for c in text} | {0x20})
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, _DROPPED))
    wanted.layout_feature_tag_set.clear()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    if source.has_var_data:
        wanted.pin_all_axes_to_default(source)
        for axis, value in face.axes:
            wanted.pin_axis_location(source, axis, value)
    try:
        result = hb.subset(source, wanted)
        data = result.blob.data if result is not None else None
    except Exception as error:  # HarfBuzz raises its bare RuntimeError for any damage
        raise SubsetError(f"{face.path}#{face.index}") from error
    if not data:
        raise SubsetError(f"{face.path}#{face.index}")
    return _finished(bytes(data), face)


def _finished(data: bytes, face: Face) -> bytes:
    """Convert PostScript outlines, and name an instance of a variable font by its axes."""
    from fontTools.ttLib import TTFont

    from seating.typography.outlines import is_postscript, to_truetype

    font = TTFont(BytesIO(data), lazy=True, recalcTimestamp=False)
    postscript = is_postscript(font)
    if not postscript and not face.axes:
        return data
    if postscript:
        to_truetype(font)
    if face.axes:
        suffix = "".join(f"-{axis}{value:g}" for axis, value in face.axes)
        for record in font["name"].names:
            if record.nameID == 6:
                record.string = _postscript_name(record) + suffix
    out = BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _postscript_name(record: Any) -> str:
    return str(record.toUnicode()).replace(" ", "")[:50]


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
