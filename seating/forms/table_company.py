"""How many hosts and guests come to a table, and what to remark on them (每桌人数)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seating.facts.convention import Convention
from seating.facts.text import Text
from seating.facts.venue import Need
from seating.forms.ring import Company
from seating.forms.rows import filled

_TEN_SOURCE = "http://www.qinzizj.com/qinziwenan/232998.html"
_LIMIT_SOURCE = "http://cardozapub.com/CateringTraining/lkrbmnpkks.html"
_FOUR_SOURCE = "https://www.julieweversstevens.com/post/etiquette-32"


@dataclass(frozen=True, slots=True)
class Party:
    """Who is expected: hosts, guests and interpreters (by party); see :class:`Company`."""

    hosts: int
    guests: int
    sides: bool
    interpreters: tuple[str, ...]

    @property
    def size(self) -> int:
        """Everybody who needs a chair."""
        return self.hosts + self.guests + len(self.interpreters)


def expected(need: Need) -> Party:
    """Read a need: everybody who is no host counts as a guest.

    Where neither side is named, nobody has a party and all rank in one order.
    """
    hosts, guests = need.parties.get("host", 0), need.parties.get("guest", 0)
    sides = hosts + guests > 0
    aides = [
        party if party == "host" else "guest"
        for (party, role), number in sorted(need.roles.items())
        if role == "interpreter"
        for _ in range(number)
    ]
    return Party(
        hosts=hosts,
        guests=max(need.count, hosts + guests) - hosts,
        sides=sides,
        interpreters=tuple(sorted(aides)) if sides else ("",) * len(aides),
    )


def people_at(count: int, chairs: Sequence[int], spread: str) -> list[int]:
    """Return how many people each table gets: ``full`` in turn, or ``even`` by its chairs."""
    if count >= sum(chairs):
        return list(chairs)
    if spread == "full":
        return filled(chairs, count)
    shares = [count * size / sum(chairs) for size in chairs]
    found = [int(share) for share in shares]
    by_rest = sorted(range(len(chairs)), key=lambda i: (found[i] - shares[i], i))
    for i in by_rest[: count - sum(found)]:
        found[i] += 1
    return sorted(found, reverse=True) if len(set(chairs)) == 1 else found


def hosts_at(hosts: int, sizes: Sequence[int]) -> list[int]:
    """Return the hosts of each table: one each, then a second each, and so on, in order."""
    found = [0] * len(sizes)
    left = min(hosts, sum(sizes))
    while left:
        for i, size in enumerate(sizes):
            if left and found[i] < size:
                found[i] += 1
                left -= 1
    return found


def remarks(companies: Sequence[Company], party: Party, convention: Convention) -> Iterator[Text]:
    """Yield what is unusual about the tables and the numbers of both sides."""
    few = [str(i) for i, c in enumerate(companies, start=1) if _lone(c)]
    if few:
        yield Text(
            f"第{'、'.join(few)}桌只有一位主方，照一个主陪排。",
            f"Table {', '.join(few)}: a single host, so seated with one host.",
        )
    odd = [str(i) for i, c in enumerate(companies, start=1) if _two(c) and c.size % 2]
    if odd:
        yield Text(
            f"第{'、'.join(odd)}桌为单数，副主陪不能正对主陪；宜用双数：{_TEN_SOURCE}",
            f"Table {', '.join(odd)}: with an odd number the second host is not quite opposite; "
            f"even numbers are preferred: {_TEN_SOURCE}",
        )
    yield from _sexes(companies)
    yield from _limit(party, convention.values.get("banquet.hosts_limit", "none"))


def _two(company: Company) -> bool:
    return company.style == "two-hosts" and company.hosts >= 2 and company.guests > 0


def _lone(company: Company) -> bool:
    return company.style == "two-hosts" and company.hosts == 1 and company.guests > 0


def _sexes(companies: Sequence[Company]) -> Iterator[Text]:
    fours = [
        str(i)
        for i, c in enumerate(companies, start=1)
        if c.couples == "cross" and _two(c) and c.size % 4 == 0
    ]
    if fours:
        yield sexes_remark(Text(f"第{'、'.join(fours)}桌", f"Table {', '.join(fours)}"))


def sexes_remark(where: Text) -> Text:
    """Say that sexes cannot alternate at tables of 8, 12, 16 … with a couple as hosts."""
    return Text(
        f"{where.zh}人数为4的倍数，主人夫妇对坐时男女不能全部相间；6、10、14、18人可以：{_FOUR_SOURCE}",
        f"{where.en}: with a multiple of four and the hosting couple face to face, two men and "
        f"two women sit together; 6, 10, 14 or 18 people alternate: {_FOUR_SOURCE}",
    )


def _limit(party: Party, rule: str) -> Iterator[Text]:
    """Domestic official reception: up to 3 hosts for 10 guests, then a third of the guests."""
    most = 3 if party.guests <= 10 else party.guests // 3
    if rule == "cn" and party.sides and party.guests and party.hosts > most:
        yield Text(
            f"公务接待：来宾{party.guests}人，陪餐不得超过{most}人，现有{party.hosts}人"
            f"（转引：{_LIMIT_SOURCE}）",
            f"Official reception: with {party.guests} guests at most {most} hosts may dine, "
            f"there are {party.hosts} (second-hand: {_LIMIT_SOURCE})",
        )
