"""What building rules say of rows of seats, as remarks on a layout (疏散与无障碍).

Seats and rows between aisles: GB 50016 (建规) 5.5.20, read through an exam page; wheelchair
places in China: a mirror of the newer text; in the United States: 2010 ADA Standards, 221.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from seating.facts.text import Text
from seating.forms.blocks import Blocks

AISLES = "建规 5.5.20，http://tk.mxqe.com//shiti/1933320.html"
WHEELCHAIR_CN = "http://thz918.com/webarbs/book/160788/4741509.shtml"
WHEELCHAIR_ADA = (
    "2010 ADA Standards 221, "
    "https://studylib.net/doc/18648439/assembly-area-requirements---meeting-the-challenge--inc."
)
_ADA_STEPS = ((25, 1), (50, 2), (150, 4), (300, 5), (500, 6))


def seats_between_aisles(row_pitch: float, aisles: int) -> int:
    """Return the most seats that a block's row may have (座位数).

    22 between two longitudinal aisles; twice as many from a row pitch of 900 mm (the rule's
    ceiling of 50 binds only in sports halls); half with an aisle at one side only; 0 with none.
    """
    most = 44 if row_pitch >= 900 else 22
    return {2: most, 1: most // 2}.get(aisles, 0)


def wheelchair_places(seats: int, access: str) -> int:
    """Return how many wheelchair places a hall of so many seats needs.

    ``cn``: above 400 seats one for each 200 or part; ``ada``: the steps of the American rule.
    """
    if access == "cn":
        return -(-seats // 200) if seats > 400 else 0
    if seats < 4:
        return 0
    for limit, places in _ADA_STEPS:
        if seats <= limit:
            return places
    if seats <= 5000:
        return 6 + -(-(seats - 500) // 150)
    return 36 + -(-(seats - 5000) // 200)


def remarks(blocks: Blocks, side_aisles: bool, wheelchairs: int, access: str) -> Iterator[Text]:
    """Yield what breaks these rules."""
    last = len(blocks.names) - 1
    for i, (name, seats) in enumerate(zip(blocks.names, blocks.widths, strict=True)):
        aisles = (i > 0 or side_aisles) + (i < last or side_aisles)
        most = seats_between_aisles(blocks.row_pitch, aisles)
        if seats > most:
            yield Text(
                f"{name}区一排{seats}座，有{aisles}条纵走道，最多{most}座（{AISLES}）。",
                f"Block {name} has {seats} seats in a row and "
                f"{'1 aisle' if aisles == 1 else f'{aisles} aisles'} beside it; "
                f"at most {most} are allowed ({AISLES}).",
            )
    bounds = [0, *blocks.cross_aisles, len(blocks.rows)]
    for low, high in pairwise(bounds):
        if high - low > 20:
            yield Text(
                f"第{low + 1}至{high}排连续{high - low}排没有横走道，最多20排（{AISLES}）。",
                f"Rows {low + 1} to {high}: {high - low} rows without a cross aisle; "
                f"at most 20 are allowed ({AISLES}).",
            )
    seats = sum(sum(row) for row in blocks.rows)
    needed = wheelchair_places(seats, access)
    if wheelchairs < needed:
        source = WHEELCHAIR_CN if access == "cn" else WHEELCHAIR_ADA
        yield Text(
            f"{seats}座应有轮椅席{needed}个，现有{wheelchairs}个（{source}）。",
            f"{seats} seats need {needed} wheelchair place{'' if needed == 1 else 's'}, "
            f"there are {wheelchairs} ({source}).",
        )
    if wheelchairs and (blocks.pitch < 800 or blocks.row_pitch < 1300):
        yield Text(
            f"轮椅席宽0.80米、深1.30米，须占用相邻的座椅或走道旁的空地（{WHEELCHAIR_CN}）。",
            "A wheelchair place is 0.80 m wide and 1.30 m deep: take out the chair beside it or "
            f"use the space at the aisle ({WHEELCHAIR_CN}).",
        )
