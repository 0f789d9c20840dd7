"""Write ``roster.xlsx`` and ``meetings.xlsx``: those of the sample ``city-week``.

与 city-week 的两个表相同；水管爆裂的会议室写在 ``event-after.toml`` 里。
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.argv = [sys.argv[0], sys.argv[1] if len(sys.argv) > 1 else str(HERE)]
    runpy.run_path(str(HERE.parent / "city-week" / "make_tables.py"), run_name="__main__")
