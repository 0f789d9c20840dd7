"""Make the bundled fonts again from pinned packages (重建随附字体).

    python -m seating.typography.pack.build [--cache DIR] [--out DIR] [--check]

Needs ``npm``, ``apt-get`` and ``dpkg-deb``; nothing is installed. Every download is checked
against its sha256. ``--check`` builds into a scratch folder and compares with the committed
files. Two runs with the same fontTools write the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

from seating.typography.outlines import is_postscript, to_truetype
from seating.typography.pack import FANGSONG, FOLDER, charsets, digests, sources
from seating.typography.pack.punctuation import set_chinese_widths
from seating.typography.pack.sources import Cut, Package

_DROPPED = (
    *("GSUB", "GPOS", "GDEF", "BASE", "STAT", "kern", "vhea", "vmtx"),  # layout
    *("gasp", "prep", "fpgm", "cvt "),  # hinting
    *("DSIG", "FFTM", "meta"),
)
_RULE = "-" * 59
_CHANGED = "2026-11-23"
_LICENCE = {
    "OFL": "Licensed under the SIL Open Font License, Version 1.1.",
    "GPL": "Licensed under the GNU General Public License, Version 3, with the font exception.",
}


def fetch(package: Package, cache: Path) -> Path:
    """Return the package's archive in ``cache``, downloading it if it is not there."""
    for path in sorted(cache.iterdir()):
        if path.is_file() and _sha256(path.read_bytes()) == package.sha256:
            return path
    before = set(cache.iterdir())
    if package.kind == "npm":
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    else:
        command = ["apt-get", "download", f"{package.name}={package.version}"]
    subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)
    for path in sorted(set(cache.iterdir()) - before):
        if _sha256(path.read_bytes()) == package.sha256:
            return path
    raise SystemExit(f"{package.name} {package.version}: the download has another sha256")


def read_members(archive: Path, package: Package, members: set[str]) -> dict[str, bytes]:
    """Read files out of an npm or Debian archive; the paths carry no leading ``./``."""
    if package.kind == "npm":
        data = gzip.decompress(archive.read_bytes())
    else:
        command = ["dpkg-deb", "--fsys-tarfile", str(archive)]
        data = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    found = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for item in tar:
            name = item.name.removeprefix("./")
            handle = tar.extractfile(item) if name in members else None
            if handle is not None:
                found[name] = handle.read()
    missing = members - set(found)
    if missing:
        raise SystemExit(f"{archive.name} has no {', '.join(sorted(missing))}")
    return found


def cut_font(data: bytes, cut: Cut, keep: set[int] | None) -> bytes:
    """Subset, convert, set Chinese widths, rename; return the TrueType file."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.drop_tables += _DROPPED
    font = subset.load_font(io.BytesIO(data), options, dontLoadGlyphNames=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys() if keep is None else keep)
    subsetter.subset(font)
    if is_postscript(font):
        to_truetype(font)
    if keep is not None:
        _drop_blanks(font)
        set_chinese_widths(font)
    _rename(font, cut)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _drop_blanks(font: TTFont) -> None:
    """Take control characters, and ideographs that draw nothing, out of the character map."""
    glyf = font["glyf"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            for point, name in list(table.cmap.items()):
                blank = glyf[name].numberOfContours == 0
                if blank and (point < 0x20 or not chr(point).isspace()):
                    del table.cmap[point]


def _rename(font: TTFont, cut: Cut) -> None:
    """Replace every name: reserved names must go, and the change must be declared."""
    table = font["name"]
    table.names = []
    postscript = f"{cut.family.replace(' ', '')}-{cut.style}"
    plain = cut.style in ("Regular", "Bold")
    names = {
        0: " ".join(cut.copyright),
        1: cut.family if plain else f"{cut.family} {cut.style}",
        2: cut.style if plain else "Regular",
        3: f"1.0;{postscript}",
        4: f"{cut.family} {cut.style}",
        5: "Version 1.000",
        6: postscript,
        10: f"Subset of {cut.origin}, converted and renamed for the program seating, {_CHANGED}.",
        13: _LICENCE[cut.licence],
        16: cut.family,
        17: cut.style,
    }
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = cut.weight
    font["OS/2"].achVendID = "NONE"


def build(out: Path, cache: Path) -> None:
    """Write fonts, licences and ``SHA256SUMS`` into ``out``."""
    if fontTools.version != sources.FONTTOOLS:
        print(f"note: made with fontTools {sources.FONTTOOLS}, this is {fontTools.version}")
    contents = gather(cache)
    unihan = contents[sources.UNIHAN_MEMBER]
    keep = {
        "common": charsets.common(unihan),
        "ideographs": charsets.every_ideograph(),
        "beyond-gb2312": charsets.general_standard(unihan) - charsets.gb2312(),
        "all": None,
    }
    written: dict[str, bytes] = {}
    for cut in sources.CUTS:
        written[cut.target] = cut_font(contents[cut.member], cut, keep[cut.characters])
        print(f"{cut.target:36s} {len(written[cut.target]) / 1e6:6.2f} MB")
    written |= _licences(contents)
    written |= _checksums(written, "", written.keys() - _under(written, FANGSONG))
    written |= _checksums(written, FANGSONG, _under(written, FANGSONG))
    for path, data in written.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _under(paths: Iterable[str], folder: str) -> set[str]:
    return {path for path in paths if path.startswith(folder)}


def _checksums(written: dict[str, bytes], folder: str, paths: set[str]) -> dict[str, bytes]:
    """Return the ``SHA256SUMS`` of a folder, which ``sha256sum -c`` understands."""
    lines = (f"{_sha256(written[path])}  {path.removeprefix(folder)}\n" for path in sorted(paths))
    return {f"{folder}SHA256SUMS": "".join(lines).encode("ascii")}


def gather(cache: Path) -> dict[str, bytes]:
    """Fetch every package and return the files needed, by their path in the archive."""
    wanted: dict[Package, set[str]] = {
        sources.UNICODE_DATA: {sources.UNIHAN_MEMBER},
        sources.NOTO_SERIF: {sources.OFL_MEMBER},
        sources.TEXLIVE: {sources.GPL_MEMBER},
    }
    for cut in sources.CUTS:
        wanted.setdefault(cut.package, set()).add(cut.member)
    cache.mkdir(parents=True, exist_ok=True)
    contents: dict[str, bytes] = {}
    for package, members in wanted.items():
        contents |= read_members(fetch(package, cache), package, members)
    return contents


def _licences(contents: dict[str, bytes]) -> dict[str, bytes]:
    """Return the licence texts, and the unmodified source of the GPL font."""
    text = contents[sources.OFL_MEMBER].decode()
    body = text[text.index(_RULE) :].strip()
    head = "This Font Software is licensed under the SIL Open Font License, Version 1.1.\n"
    found = {
        path: "\n".join([*lines, "", head, body, ""]).encode()
        for path, lines in sources.LICENCE_FILES
    }
    found["fangsong/COPYING.txt"] = gzip.decompress(contents[sources.GPL_MEMBER])
    found["fangsong/source/FandolFang-Regular.otf"] = contents[sources.FANDOL_MEMBER]
    return found


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def main() -> int:
    """Build, or with ``--check`` compare a fresh build with the committed files."""
    parser = argparse.ArgumentParser(description="Rebuild the bundled fonts.")
    parser.add_argument("--cache", type=Path, help="where downloads are kept")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the fonts are written")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        cache = arguments.cache or Path(scratch) / "cache"
        out = Path(scratch) / "pack" if arguments.check else arguments.out
        build(out, cache.resolve())
        if not arguments.check:
            return 0
        fresh, committed = digests(out), digests(FOLDER)
        different = sorted(p for p in fresh | committed if fresh.get(p) != committed.get(p))
        print("differs: " + ", ".join(different) if different else "the same, byte for byte")
        return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
