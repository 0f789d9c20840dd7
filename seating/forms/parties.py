"""Host and guest: how many of each, and who sits in which order on a side (主客双方).

Offsets are counted in seats towards the **own left** of those who sit on the side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seating.facts.text import Text
from seating.facts.venue import Need
from seating.forms.form import FormError

LEFT, RIGHT, NO_HAND = 1, -1, 0
SIDES = ("host", "guest")
SIDE_NAMES = {"host": Text("主方", "host side"), "guest": Text("客方", "guest side")}
SIDE_LETTERS = {"host": "H", "guest": "G"}
"""How ids of places begin."""


@dataclass(frozen=True, slots=True)
class Chair:
    """One chair on a side: seats to the own left of the axis, honour, role, row (1 = front)."""

    offset: float
    honour: int
    purpose: str = ""
    row: int = 1


def party_sizes(need: Need) -> tuple[dict[str, int], tuple[Text, ...]]:
    """Return the people who need an ordinary place on each side, with a remark if guessed.

    Raises:
        FormError: somebody belongs to neither side.
    """
    strange = {name: n for name, n in need.parties.items() if n and name not in SIDES}
    if strange:
        zh = "、".join(f"{name or '未写明'}{n}人" for name, n in strange.items())
        en = ", ".join(f"{n} of {name or 'no side'}" for name, n in strange.items())
        raise FormError(
            Text(
                f"这种座次只有主客两方，另有：{zh}。",
                f"There are two sides only; also found: {en}.",
            ),
            Text(
                "请在名册“主客”一列写主方或客方。",
                "Write host or guest in the roster's column 主客 (side).",
            ),
        )
    if need.parties or not need.count:
        return {side: need.parties.get(side, 0) for side in SIDES}, ()
    sizes = {"host": need.count // 2, "guest": need.count - need.count // 2}
    said = Text(
        f"没有说明主客人数，按主方{sizes['host']}人、客方{sizes['guest']}人排。",
        f"Nobody said who is host: taken as {sizes['host']} hosts and {sizes['guest']} guests.",
    )
    return sizes, (said,)


def role_count(need: Need, side: str, role: str) -> int:
    """Return how many people of a side have a role."""
    return need.roles.get((side, role), 0)


def seat_label(side: Text, number: int, back: bool) -> Text:
    """Return what a seat of a side is called; numbers of the back row count anew."""
    return Text(
        f"{side.zh}{'后排' if back else ''}{number}座",
        f"{side.en}{' back row' if back else ''} seat {number}",
    )


def unequal(sizes: dict[str, int], slack: int = 0) -> Iterator[Text]:
    """Remark on sides that differ by more than ``slack`` people."""
    hosts, guests = sizes["host"], sizes["guest"]
    if abs(hosts - guests) <= slack or not hosts or not guests:
        return
    if guests > hosts:
        zh, en = (
            "客方多于主方，可考虑增加陪同人员",
            "more guests than hosts: more hosts might attend",
        )
    else:
        zh, en = (
            "主方多于客方，可考虑减少陪同人员",
            "more hosts than guests: fewer hosts might attend",
        )
    yield Text(
        f"双方人数不等（主方{hosts}，客方{guests}）：{zh}。",
        f"{hosts} hosts, {guests} guests: {en}.",
    )


def by_hands(count: int, first: int, kept: int = NO_HAND) -> list[Chair]:
    """Return No. 1 on the axis and the others in turn at both hands.

    Args:
        count: people with a rank.
        first: hand of No. 2.
        kept: hand whose first chair is an interpreter's; nobody else sits there.
    """
    out = {LEFT: 0, RIGHT: 0}
    if kept:
        out[kept] = 1
    chairs = [Chair(0.0, 1)] if count else []
    for honour in range(2, count + 1):
        hand = first if honour % 2 == 0 else -first
        out[hand] += 1
        chairs.append(Chair(float(hand * out[hand]), honour))
    return chairs


def back_row(
    front: Sequence[Chair], interpreters: int, recorders: int, *, skipped: int = 0
) -> list[Chair]:
    """Return the chairs behind a side: interpreters nearest to No. 1, then note-takers.

    ``skipped`` interpreters sit elsewhere already; those here follow in number.
    """
    axis = next((c.offset for c in front if c.honour == 1 and not c.purpose), 0.0)
    roles = [("interpreter", skipped + i + 1) for i in range(interpreters)]
    roles += [("recorder", i + 1) for i in range(recorders)]
    chairs = []
    for i, (role, honour) in enumerate(roles):
        offset = (i + 1) // 2 * (RIGHT if i % 2 else LEFT)
        chairs.append(Chair(axis + offset, honour, role, row=2))
    return chairs
