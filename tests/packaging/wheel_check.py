"""Build the sdist and the wheel, look inside, install the wheel elsewhere and use it.

Run by ``make wheel``; needs no network.  The wheel goes into a fresh virtual environment which
borrows the dependencies of the running interpreter, and runs in a folder of its own, so
nothing of the checkout can be found by accident.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("rostrum-8", "office-conference")
FIRST_LINE = "7 5 3 1 2 4 6 8"
WANTED = (
    r"seating/py\.typed",
    r"seating/_data/rules/.+\.toml",
    r"seating/_data/samples/office-conference/event\.toml",
    r"seating/_data/samples/office-conference/roster\.xlsx",
    r"seating/_data/samples/rostrum-8/roster\.csv",
    r"seating/typography/pack/.+\.(ttf|otf)",
    r"seating-[^/]+\.dist-info/licenses/LICENSE",
    r"seating-[^/]+\.dist-info/licenses/seating/typography/pack/.+\.txt",
    r"seating-[^/]+\.dist-info/licenses/seating/typography/pack/fangsong/COPYING\.txt",
    r"seating-[^/]+\.dist-info/licenses/rules/strokes/.+\.txt",
    r"seating-[^/]+\.dist-info/entry_points\.txt",
)
UNWANTED = r"(^|/)(tests?|docs|\.ci|__pycache__|out|plan\.json)(/|$)"


def run(*command: str | Path, cwd: Path, quiet: bool = True) -> str:
    """Run a program away from the checkout; stop with its output if it fails."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    clean |= {"PYTHONUTF8": "1"}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(map(str, command))}: exit {done.returncode}")
    if not quiet:
        print(done.stdout)
    return done.stdout


def build(target: Path) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from the sdist as others would."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    (wheel,) = target.glob("*.whl")
    (sdist,) = target.glob("*.tar.gz")
    return sdist, wheel


def look_inside(sdist: Path, wheel: Path) -> list[str]:
    """Return what is missing from the wheel or should not be in it."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    wrong = [f"missing: {p}" for p in WANTED if not any(re.fullmatch(p, n) for n in names)]
    wrong += [f"unwanted: {n}" for n in names if re.search(UNWANTED, n)]
    with tarfile.open(sdist) as archive_tar:
        top = {n.split("/")[1] for n in archive_tar.getnames() if "/" in n}
    for name in ("LICENSE", "pyproject.toml", "rules", "samples", "tests", "requirements.lock"):
        if name not in top:
            wrong.append(f"missing from the sdist: {name}")
    print(f"{wheel.name}: {len(names)} files, {wheel.stat().st_size / 1e6:.1f} MB")
    return wrong


def install(wheel: Path, home: Path) -> Path:
    """Install the wheel into a fresh environment; return the folder of its programs."""
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    base = {"base": str(home), "platbase": str(home)}
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=base))
    packages = Path(sysconfig.get_path("purelib", "venv", vars=base))
    borrowed = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (packages / "borrowed.pth").write_text("\n".join(dict.fromkeys(borrowed)) + "\n")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "--quiet")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=home)
    return scripts


def use(scripts: Path, wheel: Path, desk: Path) -> None:
    """Use the installed program as a user does, on the samples taken from the wheel."""
    found = run(scripts / "python", "-c", "import seating; print(seating.__file__)", cwd=desk)
    if not Path(found.strip()).is_relative_to(scripts.parent):
        sys.exit(f"the check would use {found.strip()}, not the wheel")
    run(scripts / "seating", "--help", cwd=desk)
    first = run(scripts / "seating", "preview", "rostrum", "8", cwd=desk).splitlines()[0]
    if first != FIRST_LINE:
        sys.exit(f"preview rostrum 8 begins with {first!r}, not {FIRST_LINE!r}")
    for name in SAMPLES:
        inside = f"seating/_data/samples/{name}/"
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(desk, [n for n in archive.namelist() if n.startswith(inside)])
        event = shutil.copytree(desk / inside, desk / name)
        run(scripts / "seating", "run", event, cwd=desk)
        printed = sorted(p.name for p in (event / "out").rglob("*.pdf"))
        if not printed or not (event / "plan.json").is_file():
            sys.exit(f"seating run {name} wrote no plan or no PDF: {printed}")
        print(f"seating run {name}, from the wheel: {', '.join(printed)}")


def stop_at(wrong: Iterable[str]) -> None:
    """Stop if anything is wrong."""
    if found := list(wrong):
        sys.exit("\n".join(found))


def main() -> None:
    """Build, look, install, use."""
    with tempfile.TemporaryDirectory(prefix="seating-wheel-") as name:
        folder = Path(name).resolve()
        for part in ("dist", "home", "desk"):
            (folder / part).mkdir()
        sdist, wheel = build(folder / "dist")
        stop_at(look_inside(sdist, wheel))
        scripts = install(wheel, folder / "home")
        use(scripts, wheel, folder / "desk")


if __name__ == "__main__":
    main()
