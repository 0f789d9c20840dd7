"""The pages of a chart: paper, head, plan, legend; parts where one page is too small (成图)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seating.documents.charts.card import Subject
from seating.documents.charts.choosing import Choice, choose
from seating.documents.charts.draw import draw_plan
from seating.documents.charts.fit import Fit, Fitting
from seating.documents.charts.keys import Lie, lying_ways
from seating.documents.charts.legend import LEGEND, draw_legend
from seating.documents.charts.overview import draw_overview
from seating.documents.charts.parts import Group, groups_of, layout_of, tilings
from seating.documents.charts.podium import raised
from seating.documents.charts.scale_view import arrow
from seating.documents.charts.shape import Shapes, shapes_of
from seating.documents.charts.shorten import TRUE, Shortening, shortened, shortenings
from seating.documents.charts.words import onlookers, viewpoint
from seating.documents.headings import HEADING, head_lines
from seating.documents.paper import Box, Paper, paper_of
from seating.documents.posters.here import draw_here
from seating.documents.press import Press
from seating.documents.sheet import Sheet
from seating.facts.text import Language, Text
from seating.facts.venue import Fixture, View

MARGIN = 12.0
_VEHICLE_GOOD = 10.5
_READABLE = 6.5
_PART = 8.5
_SMALLEST = 5.0
_ARROW = 9.0
_FOOT = 4.4
_VEHICLE, _BETWEEN = 88.0, 4.0  # width in mm for a vehicle, and between two


@dataclass(frozen=True, slots=True)
class Heads:
    """Words around a chart: event, title of the chart, remarks at the foot."""

    event: str
    title: str
    foot: tuple[str, ...] = ()


class Chart:
    """Prints a subject onto the pages of a press.

    Args:
        press: the file.
        subject: what is shown.
        heads: words around the chart.
        paper: by name or size; ``""`` = A4, or A3 where names would be small.
        lie: how the paper lies, or whichever makes names larger.
        true: draw empty stretches as long as they are.
        here: the door beside which it hangs, marked for the reader.
        whole: one page, however small the names.
    """

    def __init__(
        self,
        press: Press,
        subject: Subject,
        heads: Heads,
        paper: str = "",
        *,
        lie: Lie = "auto",
        true: bool = False,
        here: Fixture | None = None,
        whole: bool = False,
    ) -> None:
        self.press = press
        self.subject = subject
        self.heads = heads
        self.asked = paper
        self.lie: Lie = lie
        self.true = true
        self.here = here
        self.whole = whole
        self.language: Language = subject.language
        self.shapes: Shapes = shapes_of(subject, press.lettering)
        self.groups = groups_of(subject.layout)
        self.words = onlookers(subject.layout, self.language)

    def draw(self, views: Sequence[View]) -> None:
        """Draw all pages of the views asked for."""
        if self.groups and self.groups[0].fixture.kind == "vehicle":
            for view in views:
                self._vehicles(view)
            return
        choice = self._choose()
        small = bool(self.groups) and choice.size < _READABLE
        parts = self._parts() if small and not self.whole else None
        for view in views:
            if parts is None:
                self._single(choice, view)
            else:
                self._divided(*parts, view)

    def _choose(self) -> Choice:
        """Return how to print the whole on one page."""
        layout = self.subject.layout
        ways = [TRUE] if self.true else shortenings(layout)

        def measure(paper: Paper, by: Shortening) -> Fit | None:
            shown = raised(shortened(layout, by), "audience")
            area = self._area(self._body(paper))
            return Fitting(shown, turned=False).best(self.shapes, area)

        return choose(self.asked, self.lie, ways, measure)

    def _body(self, paper: Paper) -> Box:
        """Return what the heading leaves of a page."""
        whole = Box(0, 0, paper.width, paper.height).inset(MARGIN)
        if self.press.furniture is not None:
            whole = self.press.furniture.body(paper, MARGIN)
        return Box(whole.x, whole.y + HEADING, whole.width, whole.height - HEADING)

    def _area(self, rest: Box, *, turned: bool = False) -> Box:
        """Return what legend, remarks and arrow leave for the plan."""
        low = LEGEND + _FOOT * len(self.heads.foot)
        band = _ARROW if self.words else 0.0
        top = rest.y + (band if turned else 0.0)
        return Box(rest.x, top + 1.0, rest.width, rest.height - low - band - 2.0)

    def _page(self, paper: Paper, view: View, part: str = "", level: int = 0) -> tuple[Sheet, Box]:
        """Begin a page with its head, arrow and remarks."""
        sentence = viewpoint(self.subject.layout, view).to(self.language)
        title = self.heads.title
        if part:
            title = f"{title}　{part}" if self.language == "zh" else f"{title}, {part}"
        sheet = self.press.page(
            paper, margin=MARGIN, bookmark=part or sentence, level=level, note=sentence
        )
        rest = head_lines(sheet, self.heads.event, title, sentence, self.language, clear=True)
        turned = view == "seated"
        if self.words and not part:
            high = LEGEND + _FOOT * len(self.heads.foot) + _ARROW / 2
            at = rest.y + _ARROW / 2 if turned else rest.bottom - high
            wide = sheet.lettering.width(self.words, "hei", 12)
            arrow(sheet, rest.cx - (5 + wide) / 2, at, self.words, down=not turned)
        for i, line in enumerate(reversed(self.heads.foot)):
            sheet.text(
                rest.x, rest.bottom - (i + 0.5) * _FOOT, line, "song", 8.5, upright="middle",
                max_width=rest.width,
            )  # fmt: skip
        return sheet, rest

    def _legend(self, sheet: Sheet, rest: Box, scale: float, by: Shortening = TRUE) -> None:
        y = rest.bottom - LEGEND - _FOOT * len(self.heads.foot)
        draw_legend(sheet, Box(rest.x, y, rest.width, LEGEND), self.subject, scale, by)

    def _single(self, choice: Choice, view: View) -> None:
        sheet, rest = self._page(choice.paper, view)
        self._plan(sheet, rest, view, self.subject, choice.by)

    def _plan(self, sheet: Sheet, rest: Box, view: View, whole: Subject, by: Shortening) -> None:
        """Draw a subject into the rest of a page."""
        turned = view == "seated"
        layout = raised(shortened(whole.layout, by), view)
        subject = whole.part(layout.places, layout)
        fitting = Fitting(layout, turned=turned)
        area = self._area(rest, turned=turned)
        fit = fitting.best(self.shapes, area) or self._forced(fitting, area)
        draw_plan(sheet, subject, fitting, fit, area)
        self._legend(sheet, rest, fit.plot.scale, by)
        if self.here is not None and self.here in whole.layout.fixtures:
            door = layout.fixtures[whole.layout.fixtures.index(self.here)]
            self._mark(sheet, fit, door)

    def _mark(self, sheet: Sheet, fit: Fit, door: Fixture) -> None:
        """Mark a door as the place of the reader, beside the piece of wall that is its jamb."""
        x, y = fit.plot.point(door.x, door.y)
        half = max(door.width / 2 / fit.plot.scale, 6.0)
        aside = half + min(0.6 * half, 8.0) + 3.0
        if abs(door.turn % 180 - 90) < 45:
            draw_here(sheet, x, y + aside + 8.0, self.language, upright=True)
        else:
            draw_here(sheet, x + aside + 10.0, y, self.language)

    def _forced(self, fitting: Fitting, area: Box) -> Fit:
        """Return a fit with cards that may touch, where nothing fits; it is reported."""
        self.press.remark(
            Text(
                f"《{self.heads.title}》：纸张太小，席位卡会相碰，请改用更大的纸。",
                f"{self.heads.title}: the paper is too small, cards touch; use a larger one.",
            )
        )
        return fitting.forced(self.shapes, area)

    def _vehicles(self, view: View) -> None:
        """Draw the vehicles in the order of driving, several side by side on a page."""
        paper, per = self._row_of_vehicles()
        pages = -(-len(self.groups) // per)
        each = -(-len(self.groups) // pages)
        for number in range(pages):
            part = ""
            if pages > 1:
                zh, en = f"（{number + 1}/{pages}）", f"{number + 1} of {pages}"
                part = zh if self.language == "zh" else en
            sheet, rest = self._page(paper, view, part)
            area = self._area(rest)
            groups = self.groups[number * each : (number + 1) * each]
            width = area.width / len(groups)
            cells = [
                (group, Box(area.x + i * width, area.y, width - _BETWEEN, area.height))
                for i, group in enumerate(groups)
            ]
            for subject, fitting, fit, box in self._alike(cells):
                draw_plan(sheet, subject, fitting, fit, box)
            self._legend(sheet, rest, 0.0)

    def _row_of_vehicles(self) -> tuple[Paper, int]:
        """Return the paper and how many vehicles stand on a page."""
        paper = paper_of(self.asked or "A4")
        fittings = [Fitting(self._subject([g]).layout, turned=False) for g in self.groups]
        found: list[tuple[float, Paper, int]] = []
        for lying in lying_ways(paper, self.lie):
            area = self._area(self._body(lying))
            per = max(1, int(area.width // _VEHICLE))
            box = Box(area.x, area.y, area.width / per - _BETWEEN, area.height)
            fits = [fitting.best(self.shapes, box) for fitting in fittings]
            found.append((min(fit.size if fit else 0.0 for fit in fits), lying, per))
            if found[-1][0] >= _VEHICLE_GOOD:
                break
        _, lying, per = max(found, key=lambda item: item[0])
        return lying, per

    def _alike(
        self, cells: Sequence[tuple[Group, Box]]
    ) -> Iterator[tuple[Subject, Fitting, Fit, Box]]:
        """Yield groups fitted into their boxes, names alike in all."""
        found = []
        for group, box in cells:
            subject = self._subject([group])
            fitting = Fitting(subject.layout, turned=False)
            fit = fitting.best(self.shapes, box) or self._forced(fitting, box)
            found.append((subject, fitting, fit, box))
        least = min(found, key=lambda item: item[2].size)[2]
        for subject, fitting, fit, box in found:
            again = fitting.best(Shapes((least.shape,), ()), box, most=least.size)
            yield subject, fitting, again or fit, box

    def _subject(self, groups: Sequence[Group]) -> Subject:
        layout = layout_of(self.subject.layout, groups)
        return self.subject.part(layout.places, layout)

    def _parts(self) -> tuple[Paper, list[list[Group]]] | None:
        """Return the fewest parts that can be read, on the paper as it should lie."""
        small, by = paper_of(self.asked or "A4"), self._part_shortening()
        for least in (_PART, _READABLE, _SMALLEST):
            for parts in tilings(self.groups):
                fittings = [
                    Fitting(shortened(layout_of(self.subject.layout, part), by), turned=False)
                    for part in parts
                ]
                for lying in lying_ways(small, self.lie):
                    area = self._area(self._body(lying))
                    if all(fitting.fits(self.shapes, least, area) for fitting in fittings):
                        return lying, parts
        return None

    def _divided(self, paper: Paper, parts: list[list[Group]], view: View) -> None:
        """Draw an overview and a page for every part."""
        sheet, rest = self._page(paper, view)
        turned = view == "seated"
        draw_overview(sheet, self.subject, parts, self._area(rest, turned=turned), turned=turned)
        self.press.remark(
            Text(
                f"《{self.heads.title}》一页容不下，印为总图和{len(parts)}张分图。",
                f"{self.heads.title}: one page is too small; an overview and {len(parts)} parts.",
            )
        )
        order = list(enumerate(parts, start=1))
        for number, part in order:
            words = f"分图{number}" if self.language == "zh" else f"part {number}"
            sheet, rest = self._page(paper, view, words, 1)
            self._plan(sheet, rest, view, self._subject(part), self._part_shortening())

    def _part_shortening(self) -> Shortening:
        ways = shortenings(self.subject.layout)
        return TRUE if self.true else ways[len(ways) // 2]
