"""Several plans side by side on one page, with room for the decision (比选表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seating.documents.briefs.chart import SmallChart
from seating.documents.briefs.frame import Frame, Row
from seating.documents.briefs.wording import advice, chosen, costs, plan_name, proof, several
from seating.documents.ink import DARK
from seating.documents.lettering import Lettering, RoleName
from seating.documents.paper import MM_PER_PT, Box
from seating.documents.sheet import Sheet
from seating.facts.alternative import Alternative
from seating.facts.text import Language, Text

_HEADS = {
    "zh": ("示意", "代价", "证明", "不在应坐\n位置", "未满足的\n愿望", "比方案一\n多满足"),
    "en": ("Sketch", "Cost", "Proof", "Off due\nplaces", "Wishes\nnot met", "Met here,\nnot in 1"),
}
_SIGN = 27.0  # mm, the box for the decision
_SMALL = 8.0  # pt, of the note
_SKETCH = 30.0  # mm, the least height of a sketch before type is made smaller


@dataclass(frozen=True, slots=True)
class Comparison:
    """What stands on the page.

    Attributes:
        own: the sitting's title, left out of the labels of its seats.
        names: everybody's name as printed, by person.
        order: ids of the people who sit elsewhere in some plan, those most worth a look first.
    """

    language: Language
    found: Sequence[Alternative]
    own: str
    names: dict[str, str]
    order: Sequence[str]

    def draw(self, sheet: Sheet, area: Box) -> None:
        """Fill the page, making type smaller and lists shorter until everything fits."""
        lettering, few = sheet.lettering, min(8, len(self.order))
        steps = [(size / 2, limit) for limit in (6, 4, 3, 2, 1) for size in (21, 20, 19, 18, 17)]
        for size, limit in [*steps, *((s / 2, 1) for s in (16, 15, 14, 13, 12, 11, 10))]:
            frame = Frame(lettering, area, size, len(self.found))
            rows = self._rows(limit)
            words = self._advice(lettering, area.width, size)
            used = frame.head(self._titles()) + sum(frame.height(row) for row in rows)
            used += len(words) * size * 1.4 * MM_PER_PT + 7 + _SIGN + self._note(lettering, area)[1]
            left = area.height - used
            people = [self._person(i, p) for i, p in enumerate(self.order, start=1)]
            heights = [frame.height(row) for row in people]
            wished = self._chart(lettering).height(frame.cell - 3, 62.0) + 3
            chart = max(9.0, min(wished, left - sum(heights[:few]) - 2))
            if chart >= min(wished, _SKETCH):
                break
        self._lay(sheet, area, frame, rows, words, people, chart)

    def _lay(
        self,
        sheet: Sheet,
        area: Box,
        frame: Frame,
        rows: Sequence[Row],
        words: Sequence[str],
        people: Sequence[Row],
        chart: float,
    ) -> None:
        note, note_height = self._note(sheet.lettering, area)
        foot = len(words) * frame.size * 1.4 * MM_PER_PT + 7 + _SIGN
        low = area.bottom - foot - note_height
        heads = _HEADS[self.language]
        y = frame.titles(sheet, area.y, self._titles())
        y = self._charts(sheet, frame, y, chart, heads[0])
        for row in rows:
            y = frame.row(sheet, y, row)
        shown = self._fitting(frame, people, low - y)
        for row in shown:
            y = frame.row(sheet, y, row)
        for line in note:
            y += _SMALL * 1.3 * MM_PER_PT
            sheet.text(area.x, y, line, "song", _SMALL, max_width=area.width, colour=DARK)
        y += 5.5
        for line in words:
            y += frame.size * 1.4 * MM_PER_PT
            sheet.text(area.x, y, line, self._role(), frame.size, max_width=area.width, latin=True)
        self._sign(sheet, Box(area.x, y + 3.5, area.width, area.bottom - y - 3.5))

    def _fitting(self, frame: Frame, people: Sequence[Row], room: float) -> list[Row]:
        """Return as many people as find room; the last line says how many do not."""
        used, shown = 0.0, list[Row]()
        last = frame.height(Row("", ()))
        for at, row in enumerate(people):
            used += frame.height(row)
            if used > room - (last if at < len(people) - 1 else 0):
                break
            shown.append(row)
        more = len(people) - len(shown)
        if more and shown:
            words = f"另有{more}人" if self.language == "zh" else f"{more} more"
            counts = tuple(
                (str(sum(self._moved(p, a) for p in self.order[len(shown) :])),) for a in self.found
            )
            told = tuple(
                (f"其中{n}人换座" if self.language == "zh" else f"{n} of them elsewhere",)
                if at
                else ("—",)
                for at, (n,) in enumerate(counts)
            )
            shown.append(Row(words, told, centred=True))
        return shown

    def _role(self) -> RoleName:
        return "song" if self.language == "zh" else "latin"

    def _titles(self) -> list[tuple[str, str]]:
        return [
            (plan_name(at, self.language), one.title.to(self.language))
            for at, one in enumerate(self.found, start=1)
        ]

    def _rows(self, limit: int) -> list[Row]:
        language, found = self.language, self.found
        _, cost, proven, off, unmet, gained = _HEADS[language]
        none = "无" if language == "zh" else "none"
        people = "{}人" if language == "zh" else "{} people"
        rows = [
            Row(cost, tuple((costs(a, found, language),) for a in found), centred=True),
            Row(proven, tuple((proof(a, language),) for a in found)),
            Row(off, tuple((people.format(a.off),) for a in found), centred=True),
            Row(unmet, tuple(tuple(several(a.broken, language, limit)) or (none,) for a in found)),
        ]
        if any(a.gained for a in found[1:]):
            cells = (
                ("—",),
                *(tuple(several(a.gained, language, limit)) or (none,) for a in found[1:]),
            )
            rows.append(Row(gained, cells))
        return rows

    def _person(self, number: int, person: str) -> Row:
        cells, marked = [], set()
        for at, one in enumerate(self.found):
            label = one.layout.by_id[one.places[person]].label
            words = label.to(self.language) or label.zh
            cells.append((self._short(words),))
            if at and self._moved(person, one):
                marked.add(at)
        head = f"{number}\n{self.names[person]}"
        return Row(head, tuple(cells), frozenset(marked), centred=True, name=True)

    def _short(self, label: str) -> str:
        """Leave the sitting's own title out of the label of a seat."""
        if label.lower().startswith(self.own.lower()):
            return label[len(self.own) :].strip(" ,，　") or label
        return label

    def _moved(self, person: str, one: Alternative) -> bool:
        return one.places[person] != self.found[0].places[person]

    def _chart(self, lettering: Lettering) -> SmallChart:
        numbers = {p: i for i, p in enumerate(self.order, start=1)}
        zh = self.language == "zh"
        role: RoleName = "kai" if zh else "latin"
        shown = {p: self.names[p] for p in self.found[0].places}
        return SmallChart(self.found[0].layout, shown, numbers, role, upright=zh)

    def _charts(self, sheet: Sheet, frame: Frame, y: float, height: float, head: str) -> float:
        frame.box(sheet, y, height, head)
        small = self._chart(sheet.lettering)
        for at, one in enumerate(self.found):
            tinted = {p for p in one.places if self._moved(p, one)} if at else set(self.order)
            placed = {spot: who for who, spot in sorted(one.places.items())}
            box = Box(frame.left(at) + 1.5, y + 1.5, frame.cell - 3, height - 3)
            small.draw(sheet, box, placed, tinted)
        return y + height

    def _note(self, lettering: Lettering, area: Box) -> tuple[Sequence[str], float]:
        words = Text(
            "代价：各条规则被违反程度之和，0为没有违反；先比“应当”，相同再比下一级。"
            "示意图中着色的是各方案中座位不同的人，数字为下方序号；表中着色的是与方案一不同的座位。",
            "Cost: how far the rules of a level are broken in sum, 0 = not at all; compared level "
            "by level, should first. In the sketches people who sit differently are tinted, "
            "numbered as below; in the table seats that differ from plan 1.",
        ).to(self.language)
        lines = lettering.lines(words, "song", _SMALL, area.width)
        return lines, len(lines) * _SMALL * 1.3 * MM_PER_PT + 2

    def _advice(self, lettering: Lettering, width: float, size: float) -> Sequence[str]:
        words = chosen(self.found, self.language) + advice(self.found, self.language)
        return lettering.lines(words, self._role(), size, width, latin=True)

    def _sign(self, sheet: Sheet, box: Box) -> None:
        """The box in which the leader decides and signs."""
        zh = self.language == "zh"
        sheet.rect(box.x, box.y, box.width, box.height, line=0.25)
        sheet.text(
            box.x + 3, box.y + 7, "领导批示：" if zh else "Decision:", "hei", 12 if zh else 11
        )
        y = box.bottom - 4
        day = "年　　月　　日" if zh else "Date: ____________"
        sign = "签名：＿＿＿＿＿＿＿＿　　　　" if zh else "Signature: ____________________   "
        sheet.text(box.right - 5, y, sign + day, self._role(), 10.5, align="right")
        clerk = "经办人：＿＿＿＿＿＿　　审核：＿＿＿＿＿＿"
        if not zh:
            clerk, y = "Prepared by: ______________   Checked by: ______________", y - 8
        sheet.text(box.x + 3, y, clerk, self._role(), 10.5)
