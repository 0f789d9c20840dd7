"""The units that hold meetings (承办单位): read one by one, doubted together."""

from __future__ import annotations

from seating.facts.text import Text
from seating.reading.booking.entry import Entry
from seating.reading.booking.selectors import Selectors
from seating.reading.words import key, listed

_SHOWN = 8


class Organisers:
    """Reads units and remembers those that the roster lacks."""

    def __init__(self, selectors: Selectors) -> None:
        self.selectors = selectors
        self._strange: dict[str, list[tuple[str, Entry]]] = {}

    def read(self, entry: Entry) -> str:
        """Return the full name of the unit of a row; ``""`` if none is given."""
        word = entry.text("unit")
        if word and self.selectors.units and not self.selectors.knows_unit(word):
            self._strange.setdefault(key(word), []).append((word, entry))
        return self.selectors.unit(word) if word else ""

    def doubts(self) -> None:
        """Doubt every unit of which the roster has nobody, at the first row that names it.

        What may be a typing error is doubted by itself; the others all at once, since units
        without anybody on the roster may well hold meetings.
        """
        firsts = sorted((min(rows, key=_at) for rows in self._strange.values()), key=_at)
        plain = []
        for word, entry in firsts:
            advice = self.selectors.nearest_unit(word)
            if advice.zh:
                message = Text(
                    f"单位“{word}”不在名册中。", f"the unit {word!r} is not on the roster."
                )
                entry.doubt("unit", message, advice)
            else:
                plain.append((word, entry))
        if plain:
            every = listed([word for word, _ in plain], limit=_SHOWN)
            message = Text(
                f"名册中没有这些承办单位的人：{every.zh}。",
                f"the roster has nobody of these units: {every.en}.",
            )
            plain[0][1].doubt("unit", message)


def _at(row: tuple[str, Entry]) -> tuple[str, str, int, str, str]:
    word, entry = row
    place = entry.place
    return place.file, place.sheet, place.row, place.key, word
