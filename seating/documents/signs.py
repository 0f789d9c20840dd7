"""Signs for the doors, the way, the sign-in desks and the parts of a hall (会场指示牌)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seating.documents.ink import MIDDLE
from seating.documents.lists.occasion import Occasion
from seating.documents.lists.plain_english import desk_said
from seating.documents.lists.roll import STANDING, natural
from seating.documents.paper import Box, paper_of
from seating.documents.press import file_name, open_press
from seating.documents.settings import has_table, keys_of
from seating.documents.signage import zones
from seating.documents.signage.arrows import Arrow
from seating.documents.signage.plates import Plate, draw_plate
from seating.documents.words import category_of, sitting_title
from seating.facts.book import Book, Printed, PrintJob
from seating.facts.parameter import parameter
from seating.facts.text import Language, Text

NAME = "signs"
TITLE = Text("会场指示牌", "Signs")
SUMMARY = Text(
    "会场门牌、指示牌（箭头为矢量图形）、签到处牌、单位区域牌，文字缺省取自会议和座次方案。",
    "Signs for doors, the way, sign-in desks and parts of the hall, worded from event and plan.",
)

Kind = Literal["door", "direction", "desk", "area"]
KINDS: tuple[Kind, ...] = ("door", "direction", "desk", "area")
_TITLES = {
    "door": Text("会场门牌", "Door signs"),
    "direction": Text("指示牌", "Direction signs"),
    "desk": Text("签到处牌", "Sign-in desk signs"),
    "area": Text("区域牌", "Area signs"),
}
_MARGIN = 9.0


@dataclass(frozen=True, kw_only=True)
class SignKeys:
    """One sign; a line end in ``text`` is kept."""

    text: str = parameter("牌上的字", "the words")
    text_en: str = parameter("英文", "in English", default="")
    note: str = parameter("下方小字，如 三楼", "small below, e.g. 3rd floor", default="")
    note_en: str = parameter("英文小字", "the same in English", default="")
    arrow: Literal["none", "left", "right", "straight", "up", "down"] = parameter(
        "箭头：left、right、straight 直行、up 上楼、down 下楼",
        "which way; up and down are stairs",
        default="none",
    )


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The keys of ``[documents.signs]``."""

    kinds: tuple[Kind, ...] = parameter(
        "印哪几种：door 门牌、direction 指示牌、desk 签到处牌、area 区域牌",
        "which signs: doors, directions, sign-in desks, areas of the hall",
        default=KINDS,
    )
    door: tuple[SignKeys, ...] = parameter(
        "门牌；缺省每个场所一块", "door signs; default: one for each room", default=()
    )
    direction: tuple[SignKeys, ...] = parameter(
        "指示牌；缺省为会场、签到处的左、右、直行",
        "direction signs; default: to the venue and to the sign-in, left, right and straight on",
        default=(),
    )
    desk: tuple[SignKeys, ...] = parameter(
        "签到处牌；缺省按名册的签到组", "desk signs; default: the desks of the roster", default=()
    )
    area: tuple[SignKeys, ...] = parameter(
        "区域牌；缺省由座次方案得出", "area signs; default: as the plan has it", default=()
    )
    areas: tuple[Literal["category", "unit", "row"], ...] = parameter(
        "区域牌按什么分：category 单位类别、unit 单位、row 每排一块",
        "areas by category of units, by unit, or one for every row",
        default=("category",),
    )
    bilingual: bool = parameter("中文下面加英文", "English below the Chinese", default=False)


def wanted(book: Book) -> bool:
    """Whether there are desks to sign in at, or the event asks for signs."""
    return has_table(book, NAME) or any(p.arrival for p in book.people.values())


def make(book: Book, job: PrintJob) -> Iterable[Printed]:
    """Print one file for every kind of sign."""
    keys = keys_of(book, NAME, Keys)
    maker = _Maker(book, keys, job.language)
    for kind in KINDS:
        if kind not in keys.kinds:
            continue
        title = _TITLES[kind]
        name = file_name(title.to(job.language), book.event.id)
        plates = maker.plates(kind)
        if plates and (not job.only or name in job.only):
            yield _print(book, job, title, name, plates)


def _print(
    book: Book, job: PrintJob, title: Text, name: str, plates: Sequence[tuple[Plate, bool]]
) -> Printed:
    """Print signs, each on a lying sheet; small ones two to an upright sheet."""
    press = open_press(book, job, title)
    paper = paper_of(job.paper or "A4")
    for plate, small in plates:
        if small:
            continue
        sheet = press.page(paper.landscape(), margin=_MARGIN, bookmark=plate.text.replace("\n", ""))
        draw_plate(sheet, sheet.body, plate)
    pairs = [plate for plate, small in plates if small]
    for i in range(0, len(pairs), 2):
        words = "　".join(plate.text for plate in pairs[i : i + 2])
        sheet = press.page(paper.portrait(), margin=_MARGIN, bookmark=words)
        middle = sheet.paper.height / 2
        for at, plate in enumerate(pairs[i : i + 2]):
            height = middle - 2 * _MARGIN
            top = _MARGIN + at * middle
            draw_plate(sheet, Box(_MARGIN, top, sheet.body.width, height), plate)
        for x in (0.0, sheet.paper.width - 5.0):
            sheet.line(x, middle, x + 5.0, middle, width=0.15, colour=MIDDLE)
    return press.finish(name)


class _Maker:
    """Words the signs that the event does not list."""

    def __init__(self, book: Book, keys: Keys, language: Language) -> None:
        self.book, self.keys, self.language = book, keys, language
        self.occasion = Occasion(book, language)

    def plates(self, kind: Kind) -> list[tuple[Plate, bool]]:
        """Return the signs of a kind, each with whether half a sheet is enough."""
        listed: tuple[SignKeys, ...] = getattr(self.keys, kind)
        if listed or kind != "area":
            signs = listed or getattr(self, f"_{kind}")()
            return [(self._plate(kind, sign), False) for sign in signs]
        return self._areas()

    def _plate(self, kind: Kind, sign: SignKeys) -> Plate:
        zh = self.language == "zh"
        text = sign.text if zh else sign.text_en or sign.text
        note = sign.note if zh else sign.note_en or sign.note
        second = sign.text_en if zh and self.keys.bilingual else ""
        if second and note and sign.note_en and kind == "direction":
            note = f"{note}　{sign.note_en}"
        title = self.occasion.title
        if kind == "door":
            both = bool(second)
            return Plate(
                title,
                second=self.book.event.title.en if both else "",
                note=f"{text}　{second}" if both else text,
                foot=note or self.occasion.when_and_where,
                arrow=sign.arrow,
                role="title_song",
            )
        return Plate(text, second=second, head=title, note=note, arrow=sign.arrow)

    def _door(self) -> list[SignKeys]:
        """Return one sign for every sitting in a room of its own."""
        faced = {s.sitting.faces for s in self.book.sittings.values()}
        names = [
            SignKeys(text=sitting_title(s, "zh"), text_en=sitting_title(s, "en"))
            for key, s in self.book.sittings.items()
            if key not in faced and s.sitting.form not in (*STANDING, "rostrum")
        ]
        return names or [SignKeys(text="会场", text_en="Meeting Room")]

    def _direction(self) -> list[SignKeys]:
        targets = [("会场", "Venue")]
        if self._desks():
            targets.append(("签到处", "Registration"))
        ways: tuple[Arrow, ...] = ("left", "right", "straight")
        return [SignKeys(text=zh, text_en=en, arrow=way) for zh, en in targets for way in ways]

    def _desks(self) -> list[str]:
        return sorted({p.arrival for p in self.book.people.values() if p.arrival}, key=natural)

    def _desk(self) -> list[SignKeys]:
        """Return one sign for every desk, with the categories of units that sign there."""
        signs = []
        for desk in self._desks():
            people = [p for p in self.book.people.values() if p.arrival == desk]
            units = [self.book.units[p.unit] for p in people if p.unit in self.book.units]
            units.sort(key=lambda u: (u.order or 10**6, u.name))
            counted = Counter(u.category for u in units if u.category)
            kinds = [name for name, count in counted.items() if count * 10 >= len(people)]
            kinds = kinds if len(kinds) <= 3 else []
            note = "　".join([desk, *kinds])
            called = desk_said(desk, "en")
            english = ", ".join([called, *(category_of(self.book, k, "en") for k in kinds)])
            signs.append(
                SignKeys(text="签到处", text_en="Registration", note=note, note_en=english)
            )
        return signs

    def _areas(self) -> list[tuple[Plate, bool]]:
        plates = []
        for sitting in self.book.sittings.values():
            if sitting.sitting.form != "hall":
                continue
            for by in dict.fromkeys(self.keys.areas):
                if by == "category":
                    found = zones.categories(self.book, sitting, self.language)
                    found += zones.kept_free(sitting, self.language)
                elif by == "unit":
                    found = zones.units(self.book, sitting, self.language)
                else:
                    found = zones.row_names(sitting, self.language)
                title = self.occasion.title
                plates += [
                    (
                        Plate(zone.name, head=title, note=zone.where[:1].upper() + zone.where[1:]),
                        by != "category",
                    )
                    for zone in found
                ]
        return plates
